import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, geert, joris, katrien, type Person } from '../cast/cast.js';
import { accept, aReferral, codeOf, must, receive } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';

const SAVE = 'mutation ($key: ID!, $name: String!, $part: WorklistPart, $kind: TaskKind, $whose: Whose, $period: Period) { saveFilter(key: $key, name: $name, part: $part, kind: $kind, whose: $whose, period: $period) { id version name part kind whose period } }';
const REMOVE = 'mutation ($key: ID!, $id: ID!, $version: Int!) { removeFilter(key: $key, id: $id, version: $version) { id removedAt } }';
const LIST = '{ savedFilters { id name part kind whose period } }';
type Filter = { id: string; version: number; name: string };

describe('the worklist', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    setClock(portal, '2026-03-10T09:00:00Z');
    await aReferral(portal, ann);
    await accept(portal, await receive(portal, await aReferral(portal, ann)));
    setClock(portal, '2026-03-02T09:00:00Z');
    await aReferral(portal, ann, { changes: { urgent: true } });
    setClock(portal, '2026-03-10T09:00:00Z');
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const kinds = async (who: Person, filter: string) => (await must<{ worklist: { nodes: { kind: string; due: string | null }[] } }>(portal, who, `{ worklist(${filter}) { nodes { kind due } } }`, {})).worklist.nodes.map(({ kind, due }) => [kind, due?.slice(0, 10) ?? null]);
  const save = async (who: Person, values: object, key: string = crypto.randomUUID()) => (await must<{ saveFilter: Filter }>(portal, who, SAVE, { key, ...values })).saveFilter;
  const saved = async (who: Person) => (await must<{ savedFilters: Filter[] }>(portal, who, LIST, {})).savedFilters;

  it('is filtered by whose it is and by when it ends', async () => {
    expect(await kinds(bram, 'part: TODO')).toEqual([['DECIDE', '2026-03-03'], ['DECIDE', '2026-03-17'], ['START', null]]);
    expect(await kinds(bram, 'part: TODO, whose: MINE')).toEqual([['START', null]]);
    expect(await kinds(katrien, 'part: TODO, whose: MINE')).toEqual([]);
    expect(await kinds(katrien, 'part: TODO, whose: ROLE')).toEqual([['DECIDE', '2026-03-03'], ['DECIDE', '2026-03-17']]);
    expect(await kinds(bram, 'part: TODO, period: TODAY')).toEqual([['DECIDE', '2026-03-03']]);
    expect(await kinds(bram, 'part: UPCOMING, period: TODAY')).toEqual([]);
    expect(await kinds(bram, 'part: UPCOMING, period: WEEK')).toEqual([['DECIDE', '2026-03-17']]);
    expect(await kinds(bram, 'part: TODO, whose: MINE, kind: DECIDE, period: MONTH')).toEqual([]);
  });

  it('goes by its index, whatever the filter', async () => {
    await truth.rows('set enable_seqscan = off');
    const rows = await truth.rows(`explain select id from task t where t.partner_id = gen_random_uuid() and t.done_at is null and t.person_id = gen_random_uuid() and t.due < now() order by coalesce(t.due, 'infinity'), t.id limit 26`);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/task_open/);
  });

  it('keeps a filter under a name of its owner, for her alone', async () => {
    const mine = await save(ann, { name: '  Dringend deze week ', part: 'TODO', whose: 'MINE', period: 'WEEK' });
    expect(mine).toMatchObject({ name: 'Dringend deze week', part: 'TODO', kind: null, whose: 'MINE', period: 'WEEK' });
    await save(ann, { name: 'Beslissen', kind: 'DECIDE' });
    expect((await saved(ann)).map(({ name }) => name)).toEqual(['Beslissen', 'Dringend deze week']);
    for (const who of [joris, bram, geert]) expect([who.as, await saved(who)]).toEqual([who.as, []]);
    expect(codeOf(await portal.graphql(REMOVE, { key: crypto.randomUUID(), id: mine.id, version: 1 }, joris))).toBe('NOT_FOUND');
    expect(codeOf(await portal.graphql(SAVE, { key: crypto.randomUUID(), name: 'x' }, geert))).toBe('FORBIDDEN');
  });

  it('refuses a second one of the same name, and lets it go and come back', async () => {
    const again = await portal.graphql(SAVE, { key: crypto.randomUUID(), name: 'beslissen' }, ann);
    expect(again.errors![0]).toMatchObject({ message: 'U hebt al een filter met deze naam.', extensions: { fields: [{ field: 'name' }] } });
    const [first] = await saved(ann);
    await must(portal, ann, REMOVE, { key: crypto.randomUUID(), id: first.id, version: 1 });
    expect((await saved(ann)).map(({ name }) => name)).toEqual(['Dringend deze week']);
    expect(codeOf(await portal.graphql(REMOVE, { key: crypto.randomUUID(), id: first.id, version: 2 }, ann))).toBe('NOT_POSSIBLE');
    await save(ann, { name: 'Beslissen' });
  });

  it('keeps twenty at most, and no national number in a name', async () => {
    for (let at = (await saved(ann)).length; at < 20; at += 1) await save(ann, { name: `Filter ${at}` });
    expect((await portal.graphql(SAVE, { key: crypto.randomUUID(), name: 'Nog een' }, ann)).errors![0].message).toBe('U kunt hoogstens 20 filters bewaren. Haal er eerst een weg.');
    expect(codeOf(await portal.graphql(SAVE, { key: crypto.randomUUID(), name: '85.07.30-033.28' }, joris))).toBe('INVALID');
    expect(codeOf(await portal.graphql(SAVE, { key: crypto.randomUUID(), name: '   ' }, joris))).toBe('INVALID');
  });

  it('saves once what is sent twice', async () => {
    const key = crypto.randomUUID();
    expect(await save(joris, { name: 'Eens' }, key)).toEqual(await save(joris, { name: 'Eens' }, key));
    expect(await saved(joris)).toHaveLength(1);
  });
});
