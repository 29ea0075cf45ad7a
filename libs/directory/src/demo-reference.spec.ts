import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType } from 'graphql';
import { ReferenceFaults } from '../../kernel/src/reference/load.js';
import { PartnerKind, Role } from '../../kernel/src/vocabulary/vocabulary.js';
import { readDemo } from './demo-reference.js';
import { readRegions } from './reference.js';

const regions = readRegions(path.resolve('deploy/reference'));
const SHIPPED = path.resolve('deploy/demo');

describe('the demo', () => {
  const demo = readDemo(SHIPPED, regions);
  const partners = regions.flatMap((region) => region.partners);
  /** The names of who has a running mandate. */
  const who = (partner: string, role: Role) =>
    demo.people.filter(({ mandates }) => mandates.some((one) => one.partner === partner && one.role === role && !one.until)).map(({ username }) => username);

  it('gives every partner but the municipalities an admin', () => {
    expect(partners.filter(({ kind, key }) => kind !== PartnerKind.MUNICIPALITY && who(key, Role.PARTNER_ADMIN).length === 0)).toEqual([]);
  });

  it('gives every OCMW, the CAW and the Woondienst who works, who coordinates and a DPO', () => {
    for (const { key, kind } of partners) {
      if (![PartnerKind.OCMW, PartnerKind.CAW, PartnerKind.WOONDIENST].includes(kind)) continue;
      const works = kind === PartnerKind.WOONDIENST ? Role.HOUSING_COUNSELLOR : Role.SOCIAL_WORKER;
      for (const role of [works, Role.COORDINATOR, Role.DPO]) expect([key, role, who(key, role).length > 0]).toEqual([key, role, true]);
    }
    expect(who('ocmw-ledegem', Role.SOCIAL_WORKER)).toEqual(['ann.maes', 'joris.callewaert']);
    expect(who('vivus', Role.TENANCY_OFFICER)).toEqual(['tom.claes']);
  });

  it('has somebody at two partners, somebody with two roles, an ended mandate and somebody who left', () => {
    const mandates = (username: string) => demo.people.find((one) => one.username === username)!.mandates;
    expect(mandates('eva.declercq').map(({ partner }) => partner)).toEqual(['ocmw-oostrozebeke', 'ocmw-wielsbeke']);
    expect(mandates('stefanie.naert').map(({ partner, role }) => [partner, role])).toEqual([['ocmw-izegem', 'SOCIAL_WORKER'], ['ocmw-izegem', 'COORDINATOR']]);
    expect(mandates('katrien.lagae').map(({ until }) => until !== undefined)).toEqual([false, true]);
    expect(demo.people.filter(({ active }) => !active).map(({ username }) => username)).toEqual(['peter.wallaert']);
  });

  it('tells a story for each turn that a referral may take', () => {
    const last = demo.referrals.map(({ steps }) => steps.at(-1)?.event ?? 'draft');
    expect(new Set(last)).toEqual(new Set(['draft', 'send', 'receive', 'ask', 'reply', 'accept', 'reject', 'feedback', 'close', 'withdraw']));
  });

  it('fits the inputs of the portal', () => {
    const schema = buildSchema(readFileSync(path.resolve('docs/schema.graphql'), 'utf8'));
    const fields = (input: string) => {
      const type = schema.getType(input);
      if (!isInputObjectType(type)) throw new Error(`There is no input ${input}.`);
      return Object.keys(type.getFields());
    };
    const values = (name: string) => {
      const type = schema.getType(name);
      if (!isEnumType(type)) throw new Error(`There is no enum ${name}.`);
      return type.getValues().map((value) => value.name);
    };
    const known = ['key', 'owner', 'by', ...fields('NewClient')];
    for (const client of demo.clients) {
      expect(Object.keys(client).filter((field) => !known.includes(field))).toEqual([]);
      if (client.representativeKind) expect(values('RepresentativeKind')).toContain(client.representativeKind);
    }
    for (const { facts, agreement } of demo.referrals) {
      expect(Object.keys(facts).filter((field) => !fields('ReferralChanges').includes(field))).toEqual([]);
      if (facts.incomeSource) expect(values('IncomeSource')).toContain(facts.incomeSource);
      expect(values('HousingSituation')).toContain(facts.housingSituation);
      if (agreement) expect([values('AgreedBy').includes(agreement.agreedBy), values('AgreedWay').includes(agreement.way)]).toEqual([true, true]);
    }
  });
});

describe('a demo file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The faults of the shipped files with something replaced in the one that holds it. */
  const faults = (from: string, to: string, other = ''): string[] => {
    cpSync(SHIPPED, folder, { recursive: true });
    const file = readdirSync(folder).map((name) => path.join(folder, name)).find((name) => readFileSync(name, 'utf8').includes(from));
    if (!file) throw new Error(`"${from}" is in no file.`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    if (other) writeFileSync(path.join(folder, 'region-other.yaml'), other);
    try {
      readDemo(folder, regions);
    } catch (error) {
      if (error instanceof ReferenceFaults) return error.faults.map((fault) => fault.replace(/^.*yaml:\d+: /, ''));
      throw error;
    }
    return [];
  };
  const story = (event: string) => `event: ${event} }`;

  it.each([
    ['support at a partner that hosts nothing', 'partner: vivus, role: DPO', 'partner: vivus, role: PLATFORM_ADMIN', /role: only the host of the portal gives PLATFORM_ADMIN$/],
    ['an unknown partner', 'partner: vivus, role: DPO', 'partner: vivis, role: DPO', /mandates\[0\]\.partner: there is no partner "vivis"$/],
    ['a role that a partner does not give', 'partner: vivus, role: TENANCY_OFFICER', 'partner: vivus, role: SOCIAL_WORKER', /role: a partner of kind HOUSING_COMPANY does not give SOCIAL_WORKER$/],
    ['a mandate outside the area of its partner', 'municipality: Izegem }', 'municipality: Menen }', /municipality: "woondienst-izegem" does not work in "Menen"$/],
    ['a mandate that ends before it starts', 'until: 2025-06-30', 'until: 2024-06-30', /mandates\[1\]\.until: lies before since$/],
    ['a role given twice', 'role: COORDINATOR, since: 2025-06-01', 'role: SOCIAL_WORKER, since: 2025-06-01', /has this role at "ocmw-izegem" in this period already$/],
    ['a username used twice', 'username: joris.callewaert', 'username: ann.maes', /people\[1\]\.username: "ann\.maes" is used already$/],
    ['a real telephone number', '0470 00 11 01', '0471 12 34 56', /phone: must be an invented number/],
    ['a national number', 'Woont samen met zijn zus.', 'Zijn nummer is 96.04.03-001.13', /householdNote: holds a national number/],
    ['a client of nobody', 'owner: ocmw-ledegem', 'owner: ocmw-menen', /clients\[0\]\.owner: there is no partner "ocmw-menen"$/],
    ['a file opened by a stranger', 'by: ann.maes\n    givenName: Samira', 'by: lies.verhelst\n    givenName: Samira', /clients\[0\]\.by: "lies\.verhelst" has no running mandate for this at "ocmw-ledegem"$/],
    ['a file opened by who left', 'by: joke.termote', 'by: peter.wallaert', /by: "peter\.wallaert" is not active$/],
    ['a story about nobody', 'client: kevin-samyn', 'client: kevin-saman', /client: there is no client "kevin-saman"$/],
    ['a step of the wrong side', `by: ann.maes, ${story('send')}`, `by: bram.vandeputte, ${story('send')}`, /steps\[0\]\.by: "bram\.vandeputte" has no running mandate for this at "ocmw-ledegem"$/],
    ['a step out of order', `by: bram.vandeputte, ${story('receive')}`, `by: bram.vandeputte, ${story('start')}`, /steps\[1\]\.event: "start" is not possible in NEW$/],
    ['a mediation that goes back in time', '{ at: -14, event: meet }', '{ at: -23, event: meet }', /signals\[3\]\.steps\[3\]\.at: lies before what came before it$/],
    ['a step back in time', '{ at: -23, by', '{ at: -30, by', /steps\[1\]\.at: lies before what came before it$/],
    ['an acceptance without a contact', 'event: accept, contact: bram.vandeputte }', 'event: accept }', /steps\[2\]\.contact: is missing$/],
    ['an agreement after the sending', 'way: SIGNED, agreedOn: -25', 'way: SIGNED, agreedOn: 0', /agreement\.agreedOn: lies after the sending$/],
    ['an unknown event', 'event: withdraw', 'event: vanish', /event: must be one of: send, receive/],
  ])('is refused for %s', (_, from, to, fault) => {
    expect(faults(from, to)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });

  it('is refused when a story is sent without agreement', () => {
    expect(faults('    agreement: { agreedBy: CLIENT, agreedName: Samira El Bouazzati, way: SIGNED, agreedOn: -25 }\n', '')).toEqual(['referrals[0].agreement: is missing']);
  });

  it('may be one of several, with no key in two', () => {
    const other = (username: string) => `people: [{ username: ${username}, name: Lore Vanbiervliet, mandates: [{ partner: vivus, role: DPO, since: 2026-01-01 }] }]`;
    expect(faults('people:', 'people:', other('lore.vanbiervliet'))).toEqual([]);
    expect(faults('people:', 'people:', other('ann.maes'))).toEqual(['people[0].username: "ann.maes" is used already']);
  });
});
