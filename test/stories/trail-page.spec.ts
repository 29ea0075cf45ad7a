import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, frank, geert, hilde, joris, lies, nele, type Person } from '../cast/cast.js';
import { aClient, aReferral, codeOf, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { type Answer, startPortal, type TestPortal } from '../support/portal.js';

type Line = { id: string; at: string; personName: string | null; role: string; kind: string; purpose: string; record: string; numbers: string[]; dossiers: number; classes: string[]; reasons: string[] };
type Asked = { first?: number; after?: string; personId?: string; number?: string; day?: string };
type Page = { nodes: Line[]; next: string | null };
const FIELDS = 'nodes { id at personName role kind purpose record numbers dossiers classes reasons } next';

describe("the trail on the DPO's page", () => {
  let portal: TestPortal;
  let truth: Truth;
  let sent: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    sent = await aReferral(portal);
    for (const who of [ann, joris, hilde, bram]) await portal.graphql(`{ referral(id: "${sent.id}") { givenName debtsNote } }`, {}, who);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const ask = (who: Person, asked: Asked = {}): Promise<Answer<{ trail: Page } | null>> =>
    portal.graphql(`query ($first: Int, $after: String, $personId: ID, $number: String, $day: Day) { trail(first: $first, after: $after, personId: $personId, number: $number, day: $day) { ${FIELDS} } }`, { first: 50, ...asked }, who);
  const lines = async (asked: Asked = {}, who = nele): Promise<Line[]> => {
    const { data, errors } = await ask(who, asked);
    expect(errors).toBeUndefined();
    return data!.trail.nodes;
  };
  const unusual = async (who = nele): Promise<Line[]> => (await must<{ unusualLooks: Page }>(portal, who, `{ unusualLooks(first: 50) { ${FIELDS} } }`)).unusualLooks.nodes;

  it('tells who looked at what, when and why; of her own people, and of nobody else', async () => {
    const found = await lines({ number: sent.number.toLowerCase() });
    expect(found.find(({ personName, kind }) => personName === 'Joris Callewaert' && kind === 'LOOKED')).toMatchObject({ role: 'SOCIAL_WORKER', purpose: 'help', record: 'Referral', numbers: [sent.number], dossiers: 1, classes: expect.arrayContaining(['DEBTS', 'IDENTITY']) });
    expect(found.map(({ kind }) => kind)).toContain('CHANGED');
    expect(found.map(({ purpose }) => purpose)).toContain('coordination');
    const own = (await truth.rows<{ name: string }>('select name from person where partner_id = $1', [(await truth.person(nele)).partnerId])).map(({ name }) => name);
    expect((await lines()).filter(({ personName }) => !own.includes(personName!))).toEqual([]);
    expect(JSON.stringify(await lines())).not.toMatch(/Rosa|Lippens|Bram/);
  });

  it('is for a DPO alone', async () => {
    for (const who of [ann, hilde, geert, frank]) expect([who.as, codeOf(await ask(who))]).toEqual([who.as, 'FORBIDDEN']);
  });

  it('is asked by the database itself: whose function of DPO has ended gets nothing, whatever the portal says', async () => {
    const { id, partnerId } = await truth.person(nele);
    const read = async (personId: string) => {
      await truth.rows('begin');
      await enter(truth.connection, { partnerId, personId });
      return truth.rows(`select * from trail_of('infinity', 0, 5, null, null, null, null, 22, 6)`).then((rows) => String(rows.length), (error: { code: string }) => error.code).finally(() => truth.rows('rollback'));
    };
    expect([await read(id), await read((await truth.person(ann)).id), await read((await truth.person(geert)).id)]).toEqual(['5', 'P0002', 'P0002']);
    await truth.rows(`update mandate set until = current_date - 1, version = version + 1 where person_id = $1 and role = 'DPO'`, [id]);
    expect(await read(id)).toBe('P0002');
    await truth.rows(`update mandate set until = null, version = version + 1 where person_id = $1 and role = 'DPO'`, [id]);
  });

  it('is filtered by person, dossier and day', async () => {
    const { id } = await truth.person(joris);
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Brussels' });
    expect(new Set((await lines({ personId: id, day: today })).map(({ personName }) => personName))).toEqual(new Set(['Joris Callewaert']));
    expect(await lines({ day: '2026-01-01' })).toEqual([]);
    expect(await lines({ personId: (await truth.person(bram)).id })).toEqual([]);
    const other = await aReferral(portal);
    expect((await lines({ number: other.number })).flatMap(({ numbers }) => numbers).filter((each) => each === sent.number)).toEqual([]);
  });

  it('says of a number of another no more than of one that is nobody\'s', async () => {
    const theirs = await aReferral(portal, lies, { client: await aClient(portal, lies) });
    await portal.graphql(`{ referral(id: "${theirs.id}") { id } }`, {}, joris);
    expect([await lines({ number: theirs.number }), await lines({ number: 'DV-0000-00' })]).toEqual([[], []]);
    const tried = (await lines({ personId: (await truth.person(joris)).id }))[0];
    expect(tried).toMatchObject({ kind: 'DENIED', numbers: [], dossiers: 0 });
  });

  it('keeps away what she herself is kept away from', async () => {
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(nele)).id, sent.id]);
    expect(await lines({ number: sent.number })).toEqual([]);
    expect((await lines()).flatMap(({ numbers }) => numbers)).not.toContain(sent.number);
    await truth.rows('delete from exclusion');
    expect((await lines({ number: sent.number })).length).toBeGreaterThan(0);
  });

  it('comes in pages, newest first, none twice and none left out, by an index', async () => {
    const all: Line[] = [];
    let after: string | undefined;
    const { id } = await truth.person(ann);
    do {
      const { data } = await ask(nele, { first: 3, after, personId: id });
      expect(data!.trail.nodes.length).toBeLessThanOrEqual(3);
      all.push(...data!.trail.nodes);
      after = data!.trail.next ?? undefined;
    } while (after);
    const [{ n }] = await truth.rows('select count(*) as n from trail where person_id = $1', [id]);
    expect([all.length, new Set(all.map((line) => line.id)).size]).toEqual([Number(n), Number(n)]);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort().reverse());
    expect(codeOf(await ask(nele, { after: 'x' }))).toBe('INVALID');
    await truth.rows('set enable_seqscan = off');
    const plan = await truth.rows<{ 'QUERY PLAN': string }>(`explain select * from trail where partner_id = $1 and (at, id) < ('infinity', 0) order by at desc, id desc limit 25`, [(await truth.person(ann)).partnerId]);
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using trail_line/);
    await truth.rows('set enable_seqscan = on');
  });

  it('is itself told in the trail, each time that it is read', async () => {
    const { id } = await truth.person(nele);
    const count = async () => Number((await truth.rows(`select count(*) as n from trail where person_id = $1 and operation in ('trail', 'unusualLooks')`, [id]))[0].n);
    const before = await count();
    await lines();
    await unusual();
    expect(await count()).toBe(before + 2);
    expect((await lines({ personId: id })).slice(0, 1)).toMatchObject([{ personName: 'Nele Bossuyt', purpose: 'supervision' }]);
  });
});

describe('looks that stand out', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const unusual = async (who = nele): Promise<Line[]> => (await must<{ unusualLooks: Page }>(portal, who, `{ unusualLooks(first: 50) { ${FIELDS} } }`)).unusualLooks.nodes;
  const open = (who: Person, id: string) => must(portal, who, `{ referral(id: "${id}") { givenName } }`);
  /** So that what was done so far was done at noon of yesterday, and only what a test moves was not. */
  const atNoon = () => truth.rows(`update trail set at = (current_date - 1 + time '12:00') at time zone 'Europe/Brussels'`);

  it('are those at a dossier with one\'s own surname, of the client or of who lives with her, and tell the reason and no name', async () => {
    const namesake = await aReferral(portal, ann, { client: await aClient(portal, ann, { familyName: 'callewäert' }) });
    const other = await aReferral(portal);
    await open(joris, namesake.id);
    await open(joris, other.id);
    await open(ann, namesake.id);
    await atNoon();
    const found = await unusual();
    expect(found.map(({ personName, numbers, reasons }) => [personName, numbers, reasons])).toEqual([['Joris Callewaert', [namesake.number], ['SURNAME']]]);
    expect(JSON.stringify(found)).not.toMatch(/callewäert/);
  });

  it('are those at night in Brussels, and no longer once they are old', async () => {
    const sent = await aReferral(portal);
    await truth.rows('delete from trail');
    await open(ann, sent.id);
    await atNoon();
    await truth.rows(`update trail set at = (current_date - 1 + time '23:30') at time zone 'Europe/Brussels' where operation = 'read' and record = 'Referral'`);
    expect((await unusual()).map(({ personName, reasons }) => [personName, reasons])).toEqual([['Ann Maes', ['NIGHT']]]);
    await truth.rows(`update trail set at = (current_date - 1 + time '05:59') at time zone 'Europe/Brussels' where operation = 'read' and record = 'Referral'`);
    expect((await unusual()).length).toBe(1);
    await truth.rows(`update trail set at = (current_date - 1 + time '06:00') at time zone 'Europe/Brussels' where operation = 'read' and record = 'Referral'`);
    expect(await unusual()).toEqual([]);
    await truth.rows(`update trail set at = (current_date - 40 + time '23:30') at time zone 'Europe/Brussels'`);
    expect(await unusual()).toEqual([]);
  });
});
