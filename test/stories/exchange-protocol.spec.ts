import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ann, bram, dirk, frank, geert, johan, lies, lode, marijke, nele, type Person, sien, tom } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { aReferral, cause, codeOf, must } from '../cast/scenes.js';
import { writeReference } from '../../apps/setup/src/reference.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Row = { id: string; version: number; state: string; active: boolean; may: string[]; waits: { step: string; partnerId: string; roles: string[] }[]; [field: string]: unknown };

const SHOWS = 'id version state active may purpose classes fromPartnerId toPartnerId validFrom validTo fromAdviceOn fromAdviceBy fromAdvicePositive fromAdviceText toAdviceOn toAdviceBy toAdvicePositive toAdviceText fromSignedOn fromSignedBy toSignedOn toSignedBy publicationUrl endedOn endedReason waits { step partnerId roles }';
const today = inDays(0);
const text = (more: object = {}) => ({
  purpose: 'Overleg over huurders', classes: ['CORE', 'IDENTITY', 'CONTACT'], legalBasis: 'AVG art. 6, lid 1, e', frequency: 'Per vraag', security: 'Alleen in het portaal', retention: 'Zolang het dossier loopt', validFrom: '2026-01-01', ...more,
});

describe('an exchange protocol', () => {
  let portal: TestPortal;
  let truth: Truth;
  const partner: { [name: string]: string } = {};
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    for (const { id, name } of await truth.rows<{ id: string; name: string }>('select id, name from partner')) partner[name] = id;
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const VIVUS = 'Vivus';
  const WOONDIENST = 'Woondienst Regio Izegem';
  const LEDEGEM = 'OCMW Ledegem';

  const draft = (who: Person, to: string, more: object = {}) =>
    portal.graphql<{ draftExchangeProtocol: Row } | null>(`mutation ($key: ID!, $to: ID!, $text: ExchangeProtocolText!) { draftExchangeProtocol(key: $key, toPartnerId: $to, text: $text) { ${SHOWS} } }`, { key: randomUUID(), to: partner[to] ?? to, text: text(more) }, who);
  const drafted = async (to: string, more: object = {}, who: Person = frank): Promise<Row> => {
    const { data, errors } = await draft(who, to, more);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.draftExchangeProtocol;
  };
  const step = (who: Person, event: string, row: Row, more = '') => cause(portal, who, `${event}ExchangeProtocol`, row, more, SHOWS);
  const taken = async (who: Person, event: string, row: Row, more = ''): Promise<Row> => {
    const { data, errors } = await step(who, event, row, more);
    if (errors) throw new Error(`${who.as}, ${event}: ${JSON.stringify(errors)}`);
    return data![`${event}ExchangeProtocol`] as unknown as Row;
  };
  const seen = async (who: Person, { id }: Row) => (await portal.graphql<{ exchangeProtocol: Row } | null>(`query ($id: ID!) { exchangeProtocol(id: $id) { ${SHOWS} } }`, { id }, who));
  const listed = async (who: Person) => (await must<{ exchangeProtocols: Row[] }>(portal, who, `{ exchangeProtocols { ${SHOWS} } }`)).exchangeProtocols;
  const advice = (positive = true, on = '2026-02-02') => `on: "${on}", positive: ${positive}, text: "${positive ? 'Gunstig.' : 'De bewaring is te lang.'}"`;
  const advised = async (row: Row) => taken(sien, 'advise', await taken(nele, 'advise', await taken(frank, 'submit', row), advice()), advice());
  const signed = async (row: Row) => taken(lode, 'sign', await taken(frank, 'sign', await advised(row)));

  it('is drafted, advised on by both sides, signed by both, published, and then active', async () => {
    let row = await drafted(VIVUS);
    expect(row).toMatchObject({ state: 'DRAFT', active: false, validTo: null, may: ['edit', 'submit'], waits: [{ step: 'SUBMISSION', partnerId: partner[LEDEGEM], roles: ['SIGNATORY', 'DPO'] }] });
    row = await taken(nele, 'edit', row, 'changes: { frequency: "Elke week", validTo: "2030-12-31" }');
    expect(row).toMatchObject({ version: 2, validTo: '2030-12-31', purpose: 'Overleg over huurders' });
    row = await taken(frank, 'submit', row);
    expect(row).toMatchObject({ state: 'DPO_ADVICE', may: ['sign'], waits: [{ step: 'ADVICE', partnerId: partner[LEDEGEM], roles: ['DPO'] }, { step: 'ADVICE', partnerId: partner[VIVUS], roles: ['DPO'] }] });
    row = await taken(nele, 'advise', row, advice());
    expect(row).toMatchObject({ state: 'DPO_ADVICE', fromAdviceBy: 'Nele Bossuyt', fromAdviceOn: '2026-02-02', fromAdvicePositive: true, fromAdviceText: 'Gunstig.', may: [], waits: [{ partnerId: partner[VIVUS] }] });
    row = await taken(sien, 'advise', row, advice(true, '2026-02-03'));
    expect(row).toMatchObject({ toAdviceBy: 'Sien Baert', waits: [{ step: 'SIGNATURE', partnerId: partner[LEDEGEM], roles: ['SIGNATORY'] }, { step: 'SIGNATURE', partnerId: partner[VIVUS] }] });
    row = await taken(lode, 'sign', row);
    expect(row).toMatchObject({ state: 'DPO_ADVICE', toSignedOn: today, fromSignedOn: null, may: [], waits: [{ step: 'SIGNATURE', partnerId: partner[LEDEGEM] }] });
    row = await taken(frank, 'sign', row);
    expect(row).toMatchObject({ state: 'SIGNED', active: false, fromSignedBy: 'Frank Lefever', may: ['publish', 'end'], waits: [{ step: 'PUBLICATION', partnerId: partner[LEDEGEM], roles: ['SIGNATORY'] }] });
    row = await taken(frank, 'publish', row, 'publicationUrl: " https://www.ledegem.example/protocollen/vivus "');
    expect(row).toMatchObject({ state: 'PUBLISHED', active: true, publicationUrl: 'https://www.ledegem.example/protocollen/vivus', waits: [], may: ['end'] });
    const lines = await truth.rows<{ operation: string; outcome: string }>(`select operation, outcome from trail where record = 'ExchangeProtocol' and operation like '%ExchangeProtocol' order by id`);
    expect(lines.map(({ operation, outcome }) => `${operation.replace('ExchangeProtocol', '')} ${outcome}`)).toEqual(['draft', 'edit', 'submit', 'advise', 'advise', 'sign', 'sign', 'publish'].map((each) => `${each} DONE`));
  });

  it('ends at once, by either party, with a reason', async () => {
    const published = (await listed(lode)).find(({ state, toPartnerId }) => state === 'PUBLISHED' && toPartnerId === partner[VIVUS])!;
    expect(published.may).toEqual(['end']);
    expect(codeOf(await step(lode, 'end', published, 'reason: " "'))).toBe('INVALID');
    expect(await taken(lode, 'end', published, 'reason: "Er komt een nieuw."')).toMatchObject({ state: 'ENDED', active: false, endedOn: today, endedReason: 'Er komt een nieuw.', may: [] });
    expect((await seen(lies, published)).data?.exchangeProtocol).toMatchObject({ state: 'ENDED', may: [] });
  });

  it('may go only when one is active: what is published here is what sending asks for', async () => {
    const ofLedegem = (await listed(frank)).find(({ fromPartnerId, toPartnerId, state }) => fromPartnerId === partner[LEDEGEM] && toPartnerId === partner[WOONDIENST] && state === 'PUBLISHED')!;
    await aReferral(portal);
    await taken(dirk, 'end', ofLedegem, 'reason: "Wordt herzien."');
    await expect(aReferral(portal)).rejects.toThrow('NO_PROTOCOL');
    const again = await drafted(WOONDIENST, { purpose: ofLedegem.purpose, classes: ofLedegem.classes });
    let row = await taken(marijke, 'advise', await taken(nele, 'advise', await taken(frank, 'submit', again), advice()), advice());
    row = await taken(frank, 'publish', await taken(dirk, 'sign', await taken(frank, 'sign', row)), 'publicationUrl: "https://www.ledegem.example/p"');
    expect(row.active).toBe(true);
    await aReferral(portal);
  });

  it('comes once from the reference data: what was done with it here stays', async () => {
    const rows = () => truth.rows(`select id, state, version, purpose, ended_reason from exchange_protocol order by id`);
    const before = await rows();
    expect(before.filter(({ state }) => state === 'ENDED').length).toBeGreaterThan(0);
    await truth.rows('set role woonbrug_owner');
    await writeReference(truth.connection, 'deploy/reference', true);
    await truth.rows('reset role');
    expect(await rows()).toEqual(before);
    const brought = await truth.rows<{ security: string; advised: boolean }>('select security, from_advised and to_advised as advised from exchange_protocol where reference is not null and state <> $1', ['DRAFT']);
    expect([brought.length > 5, brought.every(({ security, advised }) => security !== '' && advised)]).toEqual([true, true]);
  });

  it('goes back to its draft after a negative advice, with the text, and is advised on anew', async () => {
    const row = await taken(frank, 'submit', await drafted(VIVUS, { purpose: 'Negatief' }));
    const back = await taken(sien, 'advise', await taken(nele, 'advise', row, advice()), advice(false));
    expect(back).toMatchObject({ state: 'DRAFT', toAdvicePositive: false, toAdviceText: 'De bewaring is te lang.', fromAdvicePositive: true });
    expect((await seen(frank, back)).data?.exchangeProtocol.may).toEqual(['edit', 'submit']);
    const anew = await taken(frank, 'submit', await taken(frank, 'edit', back, 'changes: { retention: "Een jaar" }'));
    expect(anew).toMatchObject({ state: 'DPO_ADVICE', toAdviceText: null, toAdvicePositive: null, fromAdviceOn: null });
    expect((await seen(nele, anew)).data?.exchangeProtocol.may).toEqual(['advise']);
  });

  it('is a draft for its two parties only; what was signed is for everybody', async () => {
    const row = await drafted(VIVUS, { purpose: 'Geheim ontwerp' });
    const inAdvice = await taken(frank, 'submit', await drafted(VIVUS, { purpose: 'Geheim advies' }));
    for (const who of [frank, nele, ann, geert, sien, tom, johan]) expect([who.as, (await seen(who, row)).data?.exchangeProtocol?.purpose]).toEqual([who.as, 'Geheim ontwerp']);
    for (const who of [dirk, marijke, bram, lies]) {
      for (const each of [row, inAdvice]) expect([who.as, codeOf(await seen(who, each))]).toEqual([who.as, 'NOT_FOUND']);
      expect((await listed(who)).filter(({ purpose }) => String(purpose).startsWith('Geheim'))).toEqual([]);
      expect((await listed(who)).some(({ fromPartnerId, toPartnerId }) => fromPartnerId === partner['OCMW Izegem'] && toPartnerId === partner[WOONDIENST])).toBe(true);
    }
    // Past every service: the second wall holds the same rows.
    const app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
    const as = async (name: string, sql: string) => {
      await app.query('begin');
      if (partner[name]) await enter(app, { partnerId: partner[name] });
      return app.query(sql).then(({ rowCount }) => rowCount, ({ code }: { code: string }) => code).finally(() => app.query('rollback'));
    };
    try {
      expect([await as(LEDEGEM, `select from exchange_protocol where purpose like 'Geheim%'`), await as(WOONDIENST, `select from exchange_protocol where purpose like 'Geheim%'`), await as('nobody', `select from exchange_protocol where purpose like 'Geheim%'`)]).toEqual([2, 0, 0]);
      expect(await as(WOONDIENST, `update exchange_protocol set version = version + 1, publication_url = 'x' where '${partner[WOONDIENST]}' not in (from_partner_id, to_partner_id)`)).toBe(0);
      for (const field of [`purpose = 'x'`, `classes = array['HEALTH']`, `legal_basis = 'x'`, `valid_to = '2040-01-01'`]) expect([field, await as(LEDEGEM, `update exchange_protocol set version = version + 1, ${field} where purpose = 'Geheim advies'`)]).toEqual([field, 'P0001']);
      expect(await as(LEDEGEM, `update exchange_protocol set version = version + 1, state = 'PUBLISHED' where purpose = 'Geheim ontwerp'`)).toBe('P0001');
      expect(await as(LEDEGEM, `insert into exchange_protocol (id, from_partner_id, to_partner_id, purpose, classes, legal_basis, state, valid_from) select gen_random_uuid(), from_partner_id, to_partner_id, 'x', classes, legal_basis, 'PUBLISHED', valid_from from exchange_protocol limit 1`)).toMatch(/P0001|42501/);
    } finally {
      await app.end();
    }
  });

  it('is refused to who may not: by function, and by side', async () => {
    for (const who of [ann, geert, lies, tom]) expect([who.as, codeOf(await draft(who, WOONDIENST))]).toEqual([who.as, 'FORBIDDEN']);
    const row = await drafted(VIVUS, { purpose: 'Wie mag' });
    for (const [who, event, more] of [[ann, 'edit', 'changes: {}'], [sien, 'edit', 'changes: {}'], [lode, 'submit', ''], [nele, 'sign', ''], [frank, 'advise', advice()], [nele, 'publish', ''], [nele, 'end', 'reason: "x"']] as const) expect([who.as, event, codeOf(await step(who, event, row, more))]).toEqual([who.as, event, 'FORBIDDEN']);
    const there = await signed(row);
    expect(codeOf(await step(lode, 'publish', there, 'publicationUrl: "https://vivus.example/p"'))).toBe('FORBIDDEN');
    // A third may read it, and holds nothing of it.
    expect(codeOf(await step(dirk, 'end', there, 'reason: "x"'))).toBe('NOT_FOUND');
    expect(codeOf(await draft(frank, LEDEGEM))).toBe('INVALID');
    expect(codeOf(await draft(frank, randomUUID()))).toBe('INVALID');
  });

  it('is signed and advised on in order, once by each side', async () => {
    const row = await taken(frank, 'submit', await drafted(VIVUS, { purpose: 'In volgorde' }));
    const early = await step(frank, 'sign', row);
    expect([codeOf(early), early.errors?.[0].message]).toEqual(['NEEDS', expect.stringContaining("gunstig advies van de DPO's van beide partners")]);
    expect(codeOf(await step(frank, 'publish', row, 'publicationUrl: "https://a.example/x"'))).toBe('NOT_POSSIBLE');
    expect((await step(nele, 'advise', row, advice(true, '2090-01-01'))).errors?.[0]).toMatchObject({ message: 'De datum van het advies ligt in de toekomst.', extensions: { code: 'NEEDS', fields: [{ field: 'on' }] } });
    const once = await taken(nele, 'advise', row, advice());
    for (const positive of [true, false]) expect(codeOf(await step(nele, 'advise', once, advice(positive)))).toBe('FORBIDDEN');
    const one = await taken(frank, 'sign', await taken(sien, 'advise', once, advice()));
    expect(codeOf(await step(frank, 'sign', one))).toBe('FORBIDDEN');
  });

  it('stands fixed once it is submitted', async () => {
    const row = await taken(frank, 'submit', await drafted(VIVUS, { purpose: 'Vast' }));
    expect(codeOf(await step(frank, 'edit', row, 'changes: { purpose: "Anders" }'))).toBe('NOT_POSSIBLE');
  });

  it.each([
    ['HEALTH', VIVUS, 'beroepsgeheim'],
    ['JUDICIAL', 'Energiehuis Woondienst Regio Izegem', 'beroepsgeheim'],
    ['PRIVATE_NOTE', WOONDIENST, 'nooit naar een andere partner'],
    ['PROGRESS', WOONDIENST, 'nooit naar een andere partner'],
  ])('never lets %s flow to %s', async (dataClass, to, words) => {
    const { errors } = await draft(frank, to, { purpose: 'Te veel', classes: ['CORE', dataClass] });
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(words), extensions: { code: 'INVALID', fields: [{ field: 'classes' }] } });
    const row = await drafted(to, { purpose: `Later ${dataClass}` });
    expect(codeOf(await step(frank, 'edit', row, `changes: { classes: [CORE, ${dataClass}] }`))).toBe('INVALID');
  });

  it.each([[''], ['www.ledegem.example'], ['http://www.ledegem.example/p'], ['javascript:alert(1)'], ['https://intern'], ['https://a.example/x y']])('is not published at "%s"', async (address) => {
    const row = (await listed(frank)).find(({ purpose }) => purpose === 'Wie mag')!;
    const { errors } = await step(frank, 'publish', row, `publicationUrl: "${address}"`);
    expect([errors?.[0].extensions.fields?.[0].field, ['NEEDS', 'INVALID'].includes(errors![0].extensions.code)]).toEqual(['publicationUrl', true]);
    expect((await step(frank, 'publish', row)).errors?.[0].message).toBe('Zet het protocol eerst op uw website, en vul hier het volledige adres in, met https:// vooraan.');
  });

  it('has one active for a purpose at a time, and one draft; its days are in order', async () => {
    const twice = await drafted(VIVUS, { purpose: 'Dubbel' });
    expect((await draft(frank, VIVUS, { purpose: ' dubbel' })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'purpose' }] });
    const first = await taken(frank, 'publish', await signed(twice), 'publicationUrl: "https://a.example/1"');
    expect(first.active).toBe(true);
    const second = await signed(await drafted(VIVUS, { purpose: 'Dubbel' }));
    expect((await step(frank, 'publish', second, 'publicationUrl: "https://a.example/2"')).errors?.[0].message).toContain('Beëindig dat eerst.');
    await taken(frank, 'end', first, 'reason: "Opgevolgd."');
    expect((await taken(frank, 'publish', second, 'publicationUrl: "https://a.example/2"')).active).toBe(true);
    const later = await taken(frank, 'publish', await signed(await drafted(VIVUS, { purpose: 'Later', validFrom: '2090-01-01' })), 'publicationUrl: "https://a.example/3"');
    expect(later).toMatchObject({ state: 'PUBLISHED', active: false });
    expect(codeOf(await draft(frank, VIVUS, { purpose: 'Achterstevoren', validTo: '2025-01-01' }))).toBe('INVALID');
    expect(codeOf(await draft(frank, VIVUS, { purpose: 'Niets', classes: [] }))).toBe('INVALID');
  });

  it('is changed only as it was last read, and once for one key', async () => {
    const row = await drafted(VIVUS, { purpose: 'Versies' });
    const newer = await taken(nele, 'edit', row, 'changes: { frequency: "Elke maand" }');
    expect((await step(frank, 'submit', row)).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: newer.version });
    const key = randomUUID();
    const submit = () => portal.graphql<{ submitExchangeProtocol: Row } | null>(`mutation ($key: ID!, $id: ID!, $version: Int!) { submitExchangeProtocol(key: $key, id: $id, version: $version) { ${SHOWS} } }`, { key, id: newer.id, version: newer.version }, frank);
    const [once, again] = [await submit(), await submit()];
    expect([once.data?.submitExchangeProtocol.version, again.data?.submitExchangeProtocol.version]).toEqual([3, 3]);
    expect(codeOf(await portal.graphql('mutation ($key: ID!, $id: ID!) { endExchangeProtocol(key: $key, id: $id, version: 3, reason: "x") { id } }', { key, id: newer.id }, frank))).toBe('KEY_REUSED');
  });
});
