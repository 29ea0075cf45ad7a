import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Desk, Regime, Units } from '#kernel';
import { CooperationProtocols, flowOf, mediationFlow } from '#mediation';
import { writeCooperation } from '../../apps/setup/src/cooperation.js';
import { ann, bram, dirk, elke, filip, frank, linda, lode, marijke, type Person, sofie, tom } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { cause, codeOf, must } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Row = { id: string; version: number; state: string; edition: number; inForce: boolean; hash: string; text: string; may: string[]; [field: string]: unknown };
type Text = { title: string; municipalities: string[]; terms: { [term: string]: { [part: string]: unknown } }; steps: { [state: string]: { [event: string]: string } }; letters: { [letter: string]: string } };

const SHOWS = 'id version partnerId companyId edition state inForce may title municipalities validFrom validTo text hash partnerSignedBy partnerSignedAs partnerSignedAt partnerSignedHash companySignedBy companySignedAs companySignedAt companySignedHash endedOn endedReason';
const [yesterday, today, tomorrow] = [-1, 0, 1].map(inDays);

describe('a cooperation protocol', () => {
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

  const WOONDIENST = 'Woondienst Regio Izegem';

  const listed = async (who: Person) => (await must<{ cooperationProtocols: Row[] }>(portal, who, `{ cooperationProtocols { ${SHOWS} } }`)).cooperationProtocols;
  const of = async (who: Person, company: string, state: string) => (await listed(who)).find((row) => row.companyId === partner[company] && row.state === state)!;

  it('is in force for Vivus in two municipalities, which everybody reads; that with Thuiswest is talked about, and theirs alone', async () => {
    for (const who of [ann, tom, elke]) expect(await of(who, 'Vivus', 'ACTIVE')).toMatchObject({ edition: 2, inForce: true, municipalities: ['37010', '37017'], companySignedAs: 'Directeur', may: [] });
    for (const who of [elke, filip, bram, sofie, marijke]) expect([who.as, (await of(who, 'Thuiswest', 'NEGOTIATION')).title]).toEqual([who.as, 'Samenwerkingsprotocol huurbemiddeling met Thuiswest']);
    for (const who of [ann, tom, lode, frank]) expect([who.as, await of(who, 'Thuiswest', 'NEGOTIATION')]).toEqual([who.as, undefined]);
  });

  const text = async (company = 'Vivus', state = 'ACTIVE'): Promise<Text> => JSON.parse((await of(sofie, company, state)).text) as Text;
  const draft = (who: Person, company: string, more: { text?: string; validFrom?: string; validTo?: string } = {}) =>
    portal.graphql<{ draftCooperationProtocol: Row } | null>(`mutation ($key: ID!, $companyId: ID!, $text: String, $validFrom: Day!, $validTo: Day) { draftCooperationProtocol(key: $key, companyId: $companyId, text: $text, validFrom: $validFrom, validTo: $validTo) { ${SHOWS} } }`, { key: randomUUID(), companyId: partner[company] ?? company, validFrom: today, ...more }, who);
  /** A new edition; what was talked about before is dropped. */
  const drafted = async (company: string, more: Parameters<typeof draft>[2] = {}): Promise<Row> => {
    const open = (await listed(dirk)).find((row) => row.companyId === partner[company] && ['NEGOTIATION', 'SIGNED'].includes(row.state));
    if (open) await dropped(open);
    const { data, errors } = await draft(sofie, company, more);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.draftCooperationProtocol;
  };
  const step = (who: Person, event: string, row: Row, more = '') => cause(portal, who, `${event}CooperationProtocol`, row, more, SHOWS);
  const taken = async (who: Person, event: string, row: Row, more = ''): Promise<Row> => {
    const { data, errors } = await step(who, event, row, more);
    if (errors) throw new Error(`${who.as}, ${event}: ${JSON.stringify(errors)}`);
    return data![`${event}CooperationProtocol`] as unknown as Row;
  };
  /** What holds without a protocol, to be changed at will. */
  const defaults = (): Text => structuredClone(portal.app.get(CooperationProtocols, { strict: false }).defaults()) as unknown as Text;
  const hand = ({ hash }: Row, capacity = 'Voorzitter') => `hash: "${hash}", capacity: "${capacity}"`;
  const bothSigned = async (row: Row) => {
    const once = await taken(dirk, 'sign', row, hand(row));
    return taken(lode, 'sign', once, hand(once, 'Directeur'));
  };
  const seen = (who: Person, { id }: Row) => portal.graphql<{ cooperationProtocol: Row } | null>(`query ($id: ID!) { cooperationProtocol(id: $id) { ${SHOWS} } }`, { id }, who);
  const edit = (who: Person, row: Row, changes: { text?: Text | string; validFrom?: string; validTo?: string | null }) =>
    portal.graphql<{ editCooperationProtocol: Row } | null>(`mutation ($key: ID!, $id: ID!, $version: Int!, $text: String, $validFrom: Day, $validTo: Day) { editCooperationProtocol(key: $key, id: $id, version: $version, text: $text, validFrom: $validFrom, validTo: $validTo) { ${SHOWS} } }`, { key: randomUUID(), id: row.id, version: row.version, ...changes, ...(typeof changes.text === 'object' && { text: JSON.stringify(changes.text) }) }, who);
  const edited = async (row: Row, changes: Parameters<typeof edit>[2]): Promise<Row> => {
    const { data, errors } = await edit(sofie, row, changes);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.editCooperationProtocol;
  };
  const dropped = (row: Row) => taken(dirk, 'end', row, 'reason: "Niet nodig."');

  it('begins from the edition before it, is changed, signed by both, put in force, and then ends the edition before it the day before', async () => {
    const before = await of(sofie, 'Vivus', 'ACTIVE');
    let row = await drafted('Vivus', { validFrom: tomorrow });
    expect(row).toMatchObject({ state: 'NEGOTIATION', edition: 3, inForce: false, text: before.text, hash: before.hash, may: ['edit'] });
    const changed = { ...(await text()), title: 'Protocol met Vivus, derde editie' };
    changed.terms.contact.count = 7;
    row = await edited(row, { text: changed });
    expect(row).toMatchObject({ version: 2, title: 'Protocol met Vivus, derde editie', partnerSignedBy: null });
    expect(row.hash).not.toBe(before.hash);
    expect((await seen(dirk, row)).data!.cooperationProtocol.may).toEqual(['edit', 'sign', 'end']);
    expect((await seen(linda, row)).data!.cooperationProtocol.may).toEqual([]);
    row = await taken(lode, 'sign', row, hand(row, ' Directeur '));
    expect(row).toMatchObject({ state: 'NEGOTIATION', companySignedBy: 'Lode Vercruysse', companySignedAs: 'Directeur', companySignedHash: row.hash, partnerSignedBy: null, may: ['withdraw', 'end'] });
    row = await taken(dirk, 'sign', row, hand(row));
    expect(row).toMatchObject({ state: 'SIGNED', partnerSignedBy: 'Dirk Vansteenkiste', may: ['withdraw', 'end', 'activate'], inForce: false });
    expect((await seen(ann, row)).data!.cooperationProtocol.title).toBe('Protocol met Vivus, derde editie');
    row = await taken(dirk, 'activate', row);
    expect(row).toMatchObject({ state: 'ACTIVE', validFrom: tomorrow, inForce: false, may: ['end', 'review'] });
    expect((await seen(ann, before)).data!.cooperationProtocol).toMatchObject({ state: 'ACTIVE', inForce: true, validTo: today, endedReason: 'Opgevolgd door editie 3.' });
    row = await taken(lode, 'review', row);
    expect(row).toMatchObject({ state: 'UNDER_REVIEW', may: ['end', 'confirm'] });
    row = await taken(dirk, 'confirm', row);
    expect(row.state).toBe('ACTIVE');
    const lines = await truth.rows<{ operation: string }>(`select operation from trail where record = 'CooperationProtocol' and operation like '%CooperationProtocol' and outcome = 'DONE' order by id`);
    expect(lines.map(({ operation }) => operation.replace('CooperationProtocol', ''))).toEqual(expect.arrayContaining(['draft', 'edit', 'sign', 'activate', 'review', 'confirm']));
  });

  it('ends what it follows on the day that it begins, also what would only begin later', async () => {
    const row = await taken(dirk, 'activate', await bothSigned(await drafted('Vivus')));
    expect(row).toMatchObject({ edition: 4, inForce: true, validFrom: today });
    const editions = (await listed(ann)).filter(({ companyId }) => companyId === partner.Vivus);
    expect(Object.fromEntries(editions.map(({ edition, state, validTo, endedOn }) => [edition, [state, validTo, endedOn]]))).toEqual({ 2: ['ENDED', yesterday, yesterday], 3: ['ENDED', null, yesterday], 4: ['ACTIVE', null, null] });
  });

  it('is in force for what looks for it: by municipality and day', async () => {
    const protocols = portal.app.get(CooperationProtocols, { strict: false });
    const units = portal.app.get(Units, { strict: false });
    const asked = (nis: string, day: string, company = 'Vivus') => units.run({ partnerId: partner[WOONDIENST], personId: null, regime: Regime.PROFESSIONAL_SECRECY }, (unit) => protocols.inForce(new Desk(unit, null, () => undefined), partner[company], nis, day));
    expect(await asked('37010', today)).toMatchObject({ edition: 4, text: { municipalities: ['37010', '37017'] } });
    expect([await asked('36008', today), await asked('37010', yesterday), await asked('36008', today, 'Thuiswest')]).toEqual([null, null, null]);
    const { id } = (await asked('37010', today))!;
    const ended = await of(sofie, 'Vivus', 'ENDED');
    const kept = await units.run({ partnerId: partner[WOONDIENST], personId: null, regime: Regime.PROFESSIONAL_SECRECY }, (unit) => Promise.all([id, ended.id].map((each) => protocols.of(new Desk(unit, null, () => undefined), each))));
    expect(kept.map(({ edition }) => edition)).toEqual([4, ended.edition]);
    expect(flowOf(protocols.defaults()).states.SIGNALLED).toEqual(mediationFlow.states.SIGNALLED);
  });

  it('is refused to who may not: by function, by side, and to a third', async () => {
    for (const who of [bram, linda, lode, marijke, ann, frank]) expect([who.as, codeOf(await draft(who, 'Vivus'))]).toEqual([who.as, 'FORBIDDEN']);
    const row = await drafted('Vivus');
    for (const [who, event, more] of [[sofie, 'sign', hand(row)], [sofie, 'activate', ''], [lode, 'activate', ''], [lode, 'edit', ''], [linda, 'sign', hand(row)], [sofie, 'end', 'reason: "x"'], [marijke, 'review', '']] as const) expect([who.as, event, codeOf(await step(who, event, row, more))]).toEqual([who.as, event, 'FORBIDDEN']);
    // A signatory of neither: there is no such protocol for her, and of what is signed she is no party.
    expect(codeOf(await step(frank, 'sign', row, hand(row)))).toBe('FORBIDDEN');
    expect(codeOf(await seen(frank, row))).toBe('NOT_FOUND');
    expect(codeOf(await draft(sofie, 'OCMW Ledegem'))).toBe('INVALID');
    expect((await draft(sofie, 'Vivus')).errors?.[0]).toMatchObject({ message: expect.stringContaining('loopt er al overleg'), extensions: { code: 'INVALID', fields: [{ field: 'companyId' }] } });
    await dropped(row);
    // Dropped, it stays what it was: the two parties' own.
    expect([codeOf(await seen(ann, row)), (await seen(lode, row)).data?.cooperationProtocol.state]).toEqual(['NOT_FOUND', 'ENDED']);
  });

  it('is signed once by each side, as it stands, and never by one human for both', async () => {
    const row = await drafted('Vivus');
    expect((await step(dirk, 'sign', row, hand({ ...row, hash: '0'.repeat(64) }))).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'hash' }] });
    expect(codeOf(await step(dirk, 'sign', row, `hash: "x", capacity: "y"`))).toBe('NEEDS');
    expect(codeOf(await step(dirk, 'sign', row, hand(row, ' ')))).toBe('INVALID');
    const once = await taken(dirk, 'sign', row, hand(row));
    // Nobody signs twice, nor does somebody else for the same side.
    expect(codeOf(await step(dirk, 'sign', once, hand(once)))).toBe('FORBIDDEN');
    expect(codeOf(await step(dirk, 'activate', once))).toBe('NOT_POSSIBLE');
    expect(codeOf(await step(lode, 'withdraw', once))).toBe('FORBIDDEN');
    // Dirk works for Vivus too, and may sign there.
    await truth.rows(`insert into person (id, partner_id, subject, username, name) select gen_random_uuid(), $1, subject, username, name from person where username = 'dirk.vansteenkiste'`, [partner.Vivus]);
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, id, 'SIGNATORY', '2025-01-01' from person where username = 'dirk.vansteenkiste' and partner_id = $1`, [partner.Vivus]);
    const { errors } = await step({ as: dirk.as, capacity: { role: 'SIGNATORY', partner: 'Vivus' } }, 'sign', once, hand(once));
    expect(errors?.[0]).toMatchObject({ message: 'U tekende al voor de andere partij. Voor elke partij moet iemand anders tekenen.', extensions: { code: 'NEEDS' } });
    expect((await taken(lode, 'sign', once, hand(once))).state).toBe('SIGNED');
  });

  it('loses its signatures by a change, and one by taking it back', async () => {
    const once = await taken(dirk, 'sign', await drafted('Vivus'), hand(await of(dirk, 'Vivus', 'NEGOTIATION')));
    const changed = { ...(await text()), goal: 'Iets anders.' };
    const again = await edited(once, { text: changed });
    expect(again).toMatchObject({ partnerSignedAt: null, partnerSignedHash: null, state: 'NEGOTIATION' });
    expect(codeOf(await step(lode, 'sign', again, hand(once)))).toBe('NEEDS');
    const signed = await bothSigned(again);
    expect(codeOf(await edit(sofie, signed, { text: changed }))).toBe('NOT_POSSIBLE');
    const back = await taken(lode, 'withdraw', signed);
    expect(back).toMatchObject({ state: 'NEGOTIATION', companySignedAt: null, partnerSignedHash: again.hash, may: ['sign', 'end'] });
  });

  it('is never for what is past', async () => {
    const row = await drafted('Vivus', { validFrom: yesterday });
    expect((await step(dirk, 'sign', row, hand(row))).errors?.[0]).toMatchObject({ message: expect.stringContaining('ligt voor vandaag'), extensions: { code: 'NEEDS', fields: [{ field: 'validFrom' }] } });
    const over = await edited(row, { validTo: yesterday });
    expect(codeOf(await step(dirk, 'sign', over, hand(over)))).toBe('NEEDS');
    expect((await edit(sofie, over, { validFrom: tomorrow })).errors?.[0].extensions.fields).toEqual([{ field: 'validTo', message: 'De laatste dag ligt voor de eerste dag.' }]);
    const signed = await bothSigned(await edited(over, { validFrom: today, validTo: null }));
    // It waited since: in force it is from the day of its activation on. Had it been signed after its first day, it would never be.
    await truth.rows(`update cooperation_protocol set valid_from = $2 where id = $1`, [signed.id, yesterday]);
    expect((await step(dirk, 'activate', signed)).errors?.[0]).toMatchObject({ message: expect.stringContaining('ligt voor de laatste handtekening'), extensions: { code: 'NEEDS' } });
    await truth.rows(`update cooperation_protocol set partner_signed_at = now() - interval '2 days', company_signed_at = now() - interval '2 days' where id = $1`, [signed.id]);
    const active = await taken(dirk, 'activate', signed);
    expect(active).toMatchObject({ validFrom: today, inForce: true });
    expect(await taken(lode, 'end', active, 'reason: "Vivus stopt ermee."')).toMatchObject({ state: 'ENDED', endedOn: today, endedReason: 'Vivus stopt ermee.', inForce: false, may: [] });
  });

  it('is told all that is wrong with its text, each at its place, in Dutch', async () => {
    const row = await drafted('Vivus', { text: JSON.stringify({ ...defaults(), municipalities: ['37010'] }) });
    const wrong = { ...defaults(), title: '', municipalities: ['37010', '36008', '99999'] };
    delete wrong.terms.confirm.unit;
    wrong.terms.contact.then = 'meet';
    wrong.terms.report.count = 0;
    wrong.steps.SIGNALLED.meet = 'SESSIONS';
    delete wrong.steps.NOT_REACHED;
    wrong.letters.closing = 'Beste {naam} 96.04.03-001.13';
    const { errors } = await edit(sofie, row, { text: JSON.stringify(wrong).replace('96.04.03-001.13', '') });
    expect(Object.fromEntries(errors![0].extensions.fields!.map(({ field, message }) => [field, message]))).toEqual({
      title: 'Vul dit in.', 'municipalities.1': 'Izegem ligt buiten het werkingsgebied van Vivus.', 'municipalities.2': 'Deze gemeente kennen we niet: 99999.', 'terms.confirm.unit': 'Dit ontbreekt.',
      'terms.contact.then': '“gesprekken beginnen” kan in dit protocol niet bij “Aanvaard”.', 'terms.report.count': 'Vul een geheel getal van 1 tot 365 in.',
      'steps.SIGNALLED.meet': 'Van “Gemeld” leidt “gesprekken beginnen” niet naar “Gesprekken”. Een protocol kan stappen weglaten, maar er geen toevoegen.', 'steps.NOT_REACHED': 'Van “Niet bereikt” leidt geen enkele stap naar een einde.',
      'letters.closing': '{naam} kennen we niet. Wel: {huurder}, {adres}, {verhuurder}, {woondienst}, {bemiddelaar}, {gemeld}, {gehoord_tegen}, {verslag_tegen}, {plaats}, {tijdstip}, {afspraken}, {datum}.',
    });
    for (const broken of ['{', '[]', '"x"', 'null', '{"constructor":{"a":1}}', `{"title":"${'x'.repeat(41_000)}"}`, JSON.stringify(wrong)]) expect([broken.slice(0, 20), codeOf(await edit(sofie, row, { text: broken }))]).toEqual([broken.slice(0, 20), 'INVALID']);
  });

  it('with a company that never had one begins from what holds without a protocol, in all its municipalities', async () => {
    await dropped(await of(dirk, 'Thuiswest', 'NEGOTIATION'));
    await truth.rows(`delete from cooperation_protocol where company_id = $1`, [partner.Thuiswest]);
    const row = await drafted('Thuiswest');
    expect(row).toMatchObject({ edition: 1, title: 'Samenwerkingsprotocol met Thuiswest', municipalities: expect.arrayContaining(['36008', '36007', '36010']) });
  });

  it('is changed only as it was last read, and once for one key', async () => {
    const row = await drafted('Vivus');
    const newer = await edited(row, { validFrom: tomorrow });
    expect((await edit(sofie, row, { validFrom: today })).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: newer.version });
    const key = randomUUID();
    const sign = () => portal.graphql<{ signCooperationProtocol: Row } | null>(`mutation ($key: ID!, $id: ID!, $version: Int!, $hash: String!) { signCooperationProtocol(key: $key, id: $id, version: $version, hash: $hash, capacity: "Voorzitter") { ${SHOWS} } }`, { key, id: newer.id, version: newer.version, hash: newer.hash }, dirk);
    const [once, again] = [await sign(), await sign()];
    expect([once.data?.signCooperationProtocol.version, again.data?.signCooperationProtocol.version]).toEqual([3, 3]);
  });

  it('comes once from the reference data, and from whatever folder', async () => {
    const rows = () => truth.rows(`select id, state, version, hash, company_id from cooperation_protocol order by id`);
    const load = async (folder: string) => {
      await truth.rows('set role woonbrug_owner');
      await writeCooperation(truth.connection, folder, true).finally(() => truth.rows('reset role'));
    };
    const before = await rows();
    await load('deploy/reference');
    expect(await rows()).toEqual(before);
    const folder = mkdtempSync(path.join(tmpdir(), 'cooperation-'));
    const given = readFileSync('deploy/reference/cooperation-vivus.yaml', 'utf8');
    writeFileSync(path.join(folder, 'cooperation-thuiswest.yaml'), given.replace('company: vivus', 'company: thuiswest').replace('[Oostrozebeke, Wielsbeke]', '[Izegem]').replace('contact: { count: 5', 'contact: { count: 9'));
    await load(folder);
    rmSync(folder, { recursive: true });
    expect(await of(elke, 'Thuiswest', 'ACTIVE')).toMatchObject({ edition: 2, inForce: true, municipalities: ['36008'] });
    expect((await text('Thuiswest')).terms.contact.count).toBe(9);
  });

  describe('past every service, by the role of the portal,', () => {
    let app: pg.Client;
    let row: Row;
    const ids: { [username: string]: string } = {};
    beforeAll(async () => {
      app = new pg.Client({ connectionString: portal.settings.databaseUrl });
      await app.connect();
      row = await drafted('Vivus', { validFrom: tomorrow });
      for (const { id, username, partner_id } of await truth.rows<{ id: string; username: string; partner_id: string }>('select id, username, partner_id from person')) ids[partner_id === partner.Vivus && username === dirk.as ? 'dirk at Vivus' : username] = id;
    });
    afterAll(() => app.end());

    type Act = [side: string, person: string, sets: string];
    /** Statements one behind the other, undone afterwards: what the last one gave, or why one was refused. */
    const tried = async (...acts: Act[]) => {
      await app.query('begin');
      try {
        let count: number | null = 0;
        for (const [side, person, sets] of acts) {
          await enter(app, { partnerId: partner[side], personId: ids[person] });
          ({ rowCount: count } = await app.query(`update cooperation_protocol set version = version + 1, ${sets} where id = '${row.id}'`));
        }
        return count;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await app.query('rollback');
      }
    };
    const signs = (side: 'partner' | 'company', person: string, name: string, more: { at?: string; hash?: string } = {}) =>
      `${side}_signed_by = '${name}', ${side}_signed_as = 'x', ${side}_signed_at = ${more.at ?? 'now()'}, ${side}_signed_hash = ${more.hash ?? 'hash'}, ${side}_signer_id = '${ids[person]}'`;
    const ofWoondienst = (sets = signs('partner', dirk.as, 'Dirk Vansteenkiste')): Act => [WOONDIENST, dirk.as, sets];
    const ofVivus = (sets = signs('company', lode.as, 'Lode Vercruysse')): Act => ['Vivus', lode.as, sets];
    const both = (): Act[] => [ofWoondienst(), ofVivus(`state = 'SIGNED', ${signs('company', lode.as, 'Lode Vercruysse')}`)];

    it('two sides sign and put it in force', async () => {
      expect(await tried(...both(), ofWoondienst(`state = 'ACTIVE'`))).toBe(1);
      expect(await tried(...both(), ofWoondienst(`state = 'ACTIVE', valid_from = '2031-01-01'`), ofVivus(`state = 'UNDER_REVIEW'`))).toBe(1);
    });

    it('refuses every other way to a signature', async () => {
      const refused: { [what: string]: Act[] } = {
        'for the other side': [ofWoondienst(signs('company', dirk.as, 'Dirk Vansteenkiste'))],
        'in the name of somebody else': [ofWoondienst(signs('partner', lode.as, 'Lode Vercruysse'))],
        'under another name': [ofWoondienst(signs('partner', dirk.as, 'Iemand Anders'))],
        'by who coordinates': [[WOONDIENST, sofie.as, signs('partner', sofie.as, 'Sofie Lambrecht')]],
        'by a person of the other side': [ofVivus(signs('partner', lode.as, 'Lode Vercruysse'))],
        'of another text': [ofWoondienst(signs('partner', dirk.as, 'Dirk Vansteenkiste', { hash: `hash_of('x')` }))],
        'of last week': [ofWoondienst(signs('partner', dirk.as, 'Dirk Vansteenkiste', { at: `now() - interval '7 days'` }))],
        'a second time': [ofWoondienst(), ofWoondienst(signs('partner', dirk.as, 'Dirk Vansteenkiste', { at: `now() + interval '1 day'` }))],
        'under a changed text': [ofWoondienst(), ofVivus(`text = '{"title":"x","municipalities":[]}'`)],
        'with a changed text': [ofWoondienst(`text = '{"title":"x","municipalities":[]}', ${signs('partner', dirk.as, 'Dirk Vansteenkiste')}`)],
        'under other days': [ofWoondienst(), ofVivus(`valid_to = '2040-01-01'`)],
        'after both signed, another text': [...both(), ofWoondienst(`text = '{"title":"x","municipalities":[]}'`)],
        'after both signed, another first day': [...both(), ofWoondienst(`valid_from = '2030-01-01'`)],
        'an earlier first day when it begins': [...both(), ofWoondienst(`state = 'ACTIVE', valid_from = '${today}'`)],
        'straight into force': [ofWoondienst(`state = 'ACTIVE'`)],
      };
      for (const [what, acts] of Object.entries(refused)) expect([what, await tried(...acts)]).toEqual([what, 'P0001']);
      expect(await tried(ofWoondienst(), ['Vivus', 'dirk at Vivus', `state = 'SIGNED', ${signs('company', 'dirk at Vivus', 'Dirk Vansteenkiste')}`])).toBe('P0006');
      // Thuiswest alone, the Woondienst alone, or both and still talked about: no such row.
      expect(await tried(ofVivus(`state = 'SIGNED', ${signs('company', lode.as, 'Lode Vercruysse')}`))).toBe('23514');
      expect(await tried(ofWoondienst(`state = 'SIGNED', ${signs('partner', dirk.as, 'Dirk Vansteenkiste')}`))).toBe('23514');
      expect(await tried(ofWoondienst(), ofVivus())).toBe('23514');
    });

    it('lets nobody else at it, and nobody at what stands fixed', async () => {
      expect(await tried(['OCMW Ledegem', frank.as, `ended_reason = 'x'`])).toBe(0);
      for (const sets of [`edition = 9`, `company_id = drafter_id`, `drafter_id = company_id`, `hash = 'x'`, `signed = true`]) expect([sets, await tried(ofWoondienst(sets))]).toEqual([sets, expect.stringMatching(/42501|428C9/)]);
      await app.query('begin');
      await enter(app, { partnerId: partner.Vivus });
      const insert = (edition: string, company: string) => app.query(`insert into cooperation_protocol (id, drafter_id, company_id, edition, state, valid_from, text) values (gen_random_uuid(), '${partner.Vivus}', '${company}', ${edition}, 'NEGOTIATION', '2030-01-01', '{"title":"x","municipalities":[]}')`);
      await expect(insert('1', partner.Thuiswest)).rejects.toMatchObject({ code: 'P0001' });
      await app.query('rollback');
    });

    it('holds one in force on a day, and one that is talked about', async () => {
      await expect(truth.rows(`insert into cooperation_protocol (id, drafter_id, company_id, edition, state, valid_from, text) select gen_random_uuid(), drafter_id, company_id, 99, 'NEGOTIATION', valid_from, text from cooperation_protocol where id = $1`, [row.id])).rejects.toMatchObject({ code: '23505' });
      await expect(truth.rows(`update cooperation_protocol set state = 'ACTIVE' where company_id = $1 and signed`, [partner.Vivus])).rejects.toMatchObject({ code: '23P01' });
    });
  });
});
