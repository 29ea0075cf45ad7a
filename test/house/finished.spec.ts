import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { regimeOf } from '#directory';
import { capacityOf, type PartnerKind, type RecordShape, type Role, type Selection, shapeOf, statementFor } from '#kernel';
import { book } from '#privacy';
import '../../apps/api/src/doors.js';
import { disclosed } from '../../libs/kernel/src/reading/disclosed.js';
import { finishedFor } from '../../libs/kernel/src/reading/statement.js';
import { isOfRow } from '../../libs/kernel/src/reading/wording.js';
import { enter } from '../support/context.js';
import type { Me } from './memory.js';
import { openWorld, WALLED, type World } from './world.js';

type Json = { [field: string]: unknown };

/** Everything that a row can tell in finished text, in an order that is not that of its columns. */
function plainOf(record: RecordShape, depth: number): Selection {
  const relations = [...record.relations.values()].flatMap(({ field, of }) => {
    const below = depth ? plainOf(shapeOf(of()), depth - 1) : {};
    return isOfRow(record, { [field]: below }) && depth ? [[field, below] as const] : [];
  });
  const columns = [...record.columns.values()].filter(({ shown }) => shown).map(({ field }) => [field, true] as const);
  return Object.fromEntries([...relations, ['may', true], ...columns.reverse(), ['withheld', { dataClass: true, why: true }]]) as Selection;
}

/** What graphql makes of a row that a resolver gets. */
function answered(record: RecordShape, selection: Selection, row: Json): Json {
  const value = (field: string): unknown => {
    const relation = record.relations.get(field);
    const at = row[field] ?? null;
    if (relation) {
      const rows = [at ?? []].flat().map((each) => answered(shapeOf(relation.of()), selection[field] as Selection, each as Json));
      return relation.many ? rows : (rows[0] ?? null);
    }
    return at !== null && record.columns.get(field)?.kind === 'moment' ? new Date(at as string).toISOString() : at;
  };
  return Object.fromEntries(Object.keys(selection).map((field) => [field, value(field)]));
}

describe('finished text', () => {
  let opened: Awaited<ReturnType<typeof openWorld>>;
  let owner: pg.Client;
  let portal: pg.Client;
  let world: World;
  let readers: Me[];

  beforeAll(async () => {
    opened = await openWorld(80, 20261201);
    ({ owner, portal, world } = opened);
    readers = Object.keys(book.capacities).flatMap((capacity) => {
      const [partnerKind, role] = capacity.split('/') as [PartnerKind, Role];
      const partner = opened.partners.find(({ kind }) => kind === partnerKind);
      return partner && !book.glass?.[capacity as keyof typeof book.glass] && role !== ('PLATFORM_ADMIN' as Role) ? [{ partnerId: partner.id, personId: world.persons.get(partner.id)![0], partnerKind, role, regime: regimeOf(partnerKind, role), political: false }] : [];
    });
  });
  afterAll(() => opened.close());

  async function within<T>(me: Me, work: () => Promise<T>): Promise<T> {
    await portal.query('begin');
    await enter(portal, me);
    const done = await work();
    await portal.query('commit');
    return done;
  }

  it('tells the same of each row as the statement for resolvers, to the byte, and of each look the same in the trail', async () => {
    let rows = 0;
    const classes = new Set<string>();
    for (const me of readers) {
      for (const record of WALLED()) {
        const selection = plainOf(record, 2);
        const where = `${record.name} for ${capacityOf(me)}`;
        const values = [me.partnerId, me.personId];
        const bodies = (text: string) => within(me, async () => (await portal.query<{ body: string }>(text, values)).rows.map(({ body }) => body));
        const plain = (await bodies(statementFor(book, me, record, { all: true }, selection).text)).map((body) => JSON.parse(body) as Json);
        const { rows: [{ last }] } = await owner.query<{ last: string }>('select coalesce(max(id), 0) as last from trail');
        const finished = await bodies(finishedFor(book, me, record, { all: true }, selection, { capacity: capacityOf(me), purpose: 'help', operation: 'list' }).text);
        expect([where, ...finished]).toEqual([where, ...plain.map((row) => JSON.stringify(answered(record, selection, row)))]);
        const { rows: lines } = await owner.query<{ dossier_ids: string[]; classes: string[]; person_id: string; partner_id: string; record: string }>('select * from trail where id > $1', [last]);
        expect(lines.map(({ person_id, partner_id, record: of }) => [person_id, partner_id, of])).toEqual(lines.map(() => [me.personId, me.partnerId, record.name]));
        const wanted = disclosed(record, selection, plain);
        const told = (all: { ids: string[]; classes: string[] }[]) => all.map(({ ids, classes: of }) => `${[...new Set(ids)].sort().join()} ${[...of].sort().join()}`).sort();
        expect([where, ...told(lines.map(({ dossier_ids: ids, classes: of }) => ({ ids, classes: of })))]).toEqual([where, ...told((wanted.length ? wanted : [{ dossierIds: [], classes: [] }]).map(({ dossierIds: ids, classes: of }) => ({ ids, classes: of })))]);
        rows += finished.length;
        for (const each of lines.flatMap((line) => line.classes)) classes.add(each);
      }
    }
    expect(rows).toBeGreaterThan(500);
    expect(classes.size).toBeGreaterThan(8);
  });
});
