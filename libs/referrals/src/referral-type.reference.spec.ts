import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ReferenceFaults } from '../../kernel/src/reference/load.js';
import { DataClass } from '../../kernel/src/vocabulary/vocabulary.js';
import { type ClassOfField, readReferralTypes } from './referral-type.reference.js';

const SHIPPED = path.resolve('deploy/reference');

describe('the referral types', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'types-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The faults of the shipped file with something replaced. */
  const faults = (from: string, to: string, classOf?: ClassOfField): string[] => {
    const text = readFileSync(path.join(SHIPPED, 'referral-types.yaml'), 'utf8');
    if (!text.includes(from)) throw new Error(`"${from}" is not in the file.`);
    writeFileSync(path.join(folder, 'referral-types.yaml'), text.replace(from, to));
    try {
      readReferralTypes(folder, classOf);
    } catch (error) {
      if (error instanceof ReferenceFaults) return error.faults.map((fault) => fault.replace(/^.*referral-types\.yaml:\d+: /, ''));
      throw error;
    }
    return [];
  };

  const typeOf = (code: string) => readReferralTypes(SHIPPED).find((type) => type.code === code)!;

  it('are the thirteen of the region', () => {
    expect(readReferralTypes(SHIPPED).map(({ code }) => code).sort()).toEqual(['BOILER', 'CRISIS', 'ENERGY', 'EVICTION_HELP', 'FINANCIAL_HELP', 'GOED_WONEN', 'MEDIATION', 'NKF', 'PROEFWONEN', 'PSYCHOSOCIAL', 'TO_WOONDIENST', 'WONINGZOEKTOCHT', 'WOONCLUB']);
  });

  it('hold the way to the Woondienst', () => {
    expect(typeOf('TO_WOONDIENST')).toMatchObject({
      receivers: [{ kind: 'WOONDIENST', area: 'MUNICIPALITIES', regime: 'PROFESSIONAL_SECRECY' }],
      senderKinds: ['OCMW', 'CAW'],
      required: ['question', 'housingSituation', 'adults'],
      opposes: false,
      term: 5,
      urgentTerm: 1,
      reminderDay: 3,
      infoTerm: 10,
      agreementMonths: 12,
    });
  });

  it('give who is bound by discretion its minimum and no more', () => {
    for (const { code, receivers } of readReferralTypes(SHIPPED))
      for (const { kind, may } of receivers) {
        const minimum: { [kind: string]: string[] } = { HOUSING_COMPANY: ['ADDRESS', 'CONTACT', 'HOUSEHOLD_SIZE', 'HOUSING_WISHES', 'INCOME_CONDITION'], ENERGY_HOUSE: ['ADDRESS', 'CONTACT', 'HOUSEHOLD_SIZE', 'HOUSING_TECHNICAL', 'INCOME_CATEGORY'] };
        if (minimum[kind]) expect([code, kind, [...may].filter((one) => !minimum[kind].includes(one))]).toEqual([code, kind, []]);
      }
  });

  it('ask professional secrecy of whom they may give health or justice', () => {
    for (const { code, receivers } of readReferralTypes(SHIPPED)) for (const { kind, may, regime } of receivers) if (may.includes(DataClass.HEALTH) || may.includes(DataClass.JUDICIAL)) expect([code, kind, regime]).toEqual([code, kind, 'PROFESSIONAL_SECRECY']);
  });

  it('name an opposing party where somebody is evicted or stands against a landlord, and nowhere else', () => {
    expect(readReferralTypes(SHIPPED).filter(({ opposes }) => opposes).map(({ code }) => code).sort()).toEqual(['EVICTION_HELP', 'MEDIATION']);
  });

  it('let a receiver reject for seven reasons, and asks words for the last only', () => {
    const [{ rejectReasons }] = readReferralTypes(SHIPPED);
    expect(rejectReasons.map(({ code }) => code)).toEqual([
      'NOT_COMPETENT',
      'BELONGS_ELSEWHERE',
      'CLIENT_NO_LONGER_WANTS',
      'ALREADY_GUIDED',
      'INSUFFICIENT_INFORMATION',
      'NO_PLACE_IN_TIME',
      'OTHER',
    ]);
    expect(rejectReasons.filter(({ needsText }) => needsText).map(({ code }) => code)).toEqual(['OTHER']);
  });

  it.each([
    ['gives what it does not ask', 'HOUSING_WISHES, HEALTH, JUDICIAL]\n    required: [question, housingSituation', 'HOUSING_WISHES, HEALTH]\n    required: [question, housingSituation', ['types[0].receivers[0].may[9]: JUDICIAL is not asked']],
    ['gives what every receiver reads anyway', 'may: &welzijn [CONTACT', 'may: &welzijn [CORE, CONTACT', [expect.stringMatching(/^types\[0\]\.receivers\[0\]\.may: may only hold: CONTACT, ADDRESS, /)]],
    ['gives how the sender stands with others', 'may: &welzijn [CONTACT', 'may: &welzijn [PROGRESS, CONTACT', [expect.stringMatching(/^types\[0\]\.receivers\[0\]\.may: may only hold: /)]],
    ['gives a whole without a part that is asked', 'may: &welzijn [CONTACT, ADDRESS, HOUSEHOLD, HOUSEHOLD_SIZE,', 'may: &welzijn [CONTACT, ADDRESS, HOUSEHOLD,', [expect.stringContaining('types[0].receivers[0].may[2]: who may get HOUSEHOLD may get each part of it that is asked')]],
    ['asks a private note', 'asks: &alles [CORE', 'asks: &alles [PRIVATE_NOTE, CORE', [expect.stringMatching(/^types\[0\]\.asks: may only hold: CORE, IDENTITY, CONTACT, /)]],
    ['does not ask who it is about', 'asks: &alles [CORE, IDENTITY', 'asks: &alles [CORE', ['types[0].asks: IDENTITY is missing: every receiver reads it']],
    ['goes to one kind twice', "      - kind: CAW\n        area: MUNICIPALITIES\n        regime: PROFESSIONAL_SECRECY\n        may: *zoeken", "      - kind: WOONDIENST\n        area: MUNICIPALITIES\n        may: *zoeken", ['types[1].receivers[1].kind: WOONDIENST stands here twice']],
    ['goes to nobody', "    receivers:\n      - kind: WOONDIENST\n        area: MUNICIPALITIES\n        regime: PROFESSIONAL_SECRECY\n        may: &welzijn", "    receivers: []\n    x:\n      - may: &welzijn", [expect.stringContaining('types[0].receivers')]],
    ['works in an unknown area', 'area: MUNICIPALITIES', 'area: BELGIUM', ['types[0].receivers[0].area: must be one of: ANYWHERE, MUNICIPALITIES, COMPANY_AREA']],
    ['asks an unknown regime', 'regime: PROFESSIONAL_SECRECY', 'regime: SECRET', [expect.stringMatching(/^types\[0\]\.receivers\[0\]\.regime: must be one of: /)]],
    ['does not say whether somebody stands against the client', '    opposes: false\n', '', [expect.stringMatching(/^types\[0\]\.opposes: /)]],
    ['requires something that is no name', 'required: [question', 'required: [The question', ['types[0].required: must be names of fields']],
    ['rejects for one reason twice', 'code: OTHER', 'code: NOT_COMPETENT', ['types[0].rejectReasons[6].code: NOT_COMPETENT stands here twice']],
    ['reminds when the term is over', 'reminderDay: 3', 'reminderDay: 5', ['types[0].reminderDay: must lie before the end of the term']],
    ['gives more time to what is urgent', 'urgentTerm: 1', 'urgentTerm: 6', ['types[0].urgentTerm: must not be longer than the term']],
    ['lasts longer than an agreement may', 'agreementMonths: 12', 'agreementMonths: 13', ['types[0].agreementMonths: must be 12 or less']],
    ['goes to an unknown kind of partner', 'kind: WOONDIENST', 'kind: POLICE', [expect.stringMatching(/^types\[0\]\.receivers\[0\]\.kind: must be one of: /)]],
  ])('are refused when one %s', (_, from, to, expected) => {
    const found = faults(from, to);
    for (const fault of expected) expect(found).toContainEqual(fault);
  });

  it('are refused when two have one code', () => {
    const text = readFileSync(path.join(SHIPPED, 'referral-types.yaml'), 'utf8');
    const type = text.slice(text.indexOf('  - code: TO_WOONDIENST'));
    expect(faults(type, type + type)).toContain('types[13].code: TO_WOONDIENST stands here twice');
  });

  it('are refused when one requires what a referral has not, or what it does not ask', () => {
    const classOf: ClassOfField = (field) => new Map([['question', DataClass.CORE], ['housingSituation', DataClass.PROGRESS]]).get(field);
    expect(faults('types:', 'types:', classOf).filter((fault) => fault.startsWith('types[0]'))).toEqual(['types[0].required[1]: is of class PROGRESS, which is not asked', 'types[0].required[2]: a referral has no field "adults"']);
  });
});
