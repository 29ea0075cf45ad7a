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

  it('hold the way to the Woondienst', () => {
    const [type, ...others] = readReferralTypes(SHIPPED);
    expect(others).toEqual([]);
    expect(type).toMatchObject({
      code: 'TO_WOONDIENST',
      receiverKinds: ['WOONDIENST'],
      senderKinds: ['OCMW', 'CAW'],
      required: ['question', 'housingSituation', 'adults'],
      term: 5,
      urgentTerm: 1,
      reminderDay: 3,
      infoTerm: 10,
      agreementMonths: 12,
    });
    expect(type.lends).not.toContain('JUDICIAL');
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
    ['lends what it does not ask', 'DEBTS, HOUSING, HEALTH]\n    required', 'DEBTS, HOUSING]\n    required', 'types[0].lends[5]: HEALTH is not asked'],
    ['lends what every receiver reads anyway', 'lends: [CONTACT', 'lends: [CORE', 'types[0].lends: may only hold: CONTACT, HOUSEHOLD, INCOME, DEBTS, HEALTH, JUDICIAL, HOUSING'],
    ['asks a private note', 'asks: [CORE', 'asks: [PRIVATE_NOTE', 'types[0].asks: may only hold: CORE, IDENTITY, CONTACT, HOUSEHOLD, INCOME, DEBTS, HEALTH, JUDICIAL, HOUSING'],
    ['does not ask who it is about', 'asks: [CORE, IDENTITY', 'asks: [CORE', 'types[0].asks: IDENTITY is missing: every receiver reads it'],
    ['requires something that is no name', 'required: [question', 'required: [The question', 'types[0].required: must be names of fields'],
    ['rejects for one reason twice', 'code: OTHER', 'code: NOT_COMPETENT', 'types[0].rejectReasons[6].code: NOT_COMPETENT stands here twice'],
    ['reminds when the term is over', 'reminderDay: 3', 'reminderDay: 5', 'types[0].reminderDay: must lie before the end of the term'],
    ['gives more time to what is urgent', 'urgentTerm: 1', 'urgentTerm: 6', 'types[0].urgentTerm: must not be longer than the term'],
    ['lasts longer than an agreement may', 'agreementMonths: 12', 'agreementMonths: 13', 'types[0].agreementMonths: must be 12 or less'],
    ['goes to an unknown kind of partner', '[WOONDIENST]', '[POLICE]', 'types[0].receiverKinds: may only hold: WOONDIENST, OCMW, MUNICIPALITY, CAW, HOUSING_COMPANY, ENERGY_HOUSE'],
  ])('are refused when one %s', (_, from, to, fault) => {
    expect(faults(from, to)).toEqual([fault]);
  });

  it('are refused when two have one code', () => {
    const text = readFileSync(path.join(SHIPPED, 'referral-types.yaml'), 'utf8');
    const type = text.slice(text.indexOf('  - code: TO_WOONDIENST'));
    expect(faults(type, type + type)).toEqual(['types[1].code: TO_WOONDIENST stands here twice']);
  });

  it('are refused when one requires what a referral has not, or what it does not ask', () => {
    const classOf: ClassOfField = (field) => new Map([['question', DataClass.CORE], ['housingSituation', DataClass.JUDICIAL]]).get(field);
    expect(faults('types:', 'types:', classOf)).toEqual(['types[0].required[1]: is of class JUDICIAL, which is not asked', 'types[0].required[2]: a referral has no field "adults"']);
  });
});
