import { subject } from '@casl/ability';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { REGIME_OF, regimeOf } from '#directory';
import { allRecords, type Ask, type Capacity, PartnerKind, type RecordShape, Regime, Role, type Selection, shapeOf, statementFor } from '#kernel';
import { book } from '#privacy';
import '../../apps/api/src/doors.js';
import { enter } from '../support/context.js';
import { behindTheWall, type Fact, isAddressed, type Me, Memory, type Node, wholeOf } from './memory.js';
import { patience } from './sizes.js';
import { openWorld, type Row, WALLED, type World } from './world.js';

/** Roles that see no file at all. */
const OFFICES: string[] = ['PARTNER_ADMIN', 'DPO', 'SIGNATORY', 'PLATFORM_ADMIN'];

/** What may hang on a client's file. */
const FILED = ['Referral', 'Consult'];
/** What other rows show by their dossier. */
const DOSSIERS = [...FILED, 'TensionSignal', 'MediationCase'];

describe('one privacy book', () => {
  let opened: Awaited<ReturnType<typeof openWorld>>;
  let owner: pg.Client;
  let portal: pg.Client;
  let world: World;
  let readers: Me[];
  const memories = new Map<Me, Memory>();
  const memoryOf = (me: Me): Memory => memories.get(me) ?? memories.set(me, new Memory(world, me)).get(me)!;
  /** What did not agree: each with where, what there was and what there should have been. */
  const faults: unknown[] = [];
  const agree = (where: unknown[], found: unknown, wanted: unknown) => void (JSON.stringify(found) === JSON.stringify(wanted) || faults.push({ where, found, wanted }));
  const expectAgreement = () => expect(faults.splice(0).slice(0, 5)).toEqual([]);
  const counts = { rows: 0, shown: 0, hidden: 0, verbs: 0, related: 0, walled: 0, refused: 0 };

  beforeAll(async () => {
    opened = await openWorld(150, 20261124);
    ({ owner, portal, world } = opened);
    for (const record of WALLED()) world.rows[record.table] = (await owner.query<{ row: Row }>(`select to_jsonb(t) as row from ${record.table} t`)).rows.map(({ row }) => row);
    readers = Object.keys(book.capacities).flatMap((capacity) => {
      const [partnerKind, role] = capacity.split('/') as [PartnerKind, Role];
      const found = opened.partners.filter(({ kind }) => kind === partnerKind).slice(0, OFFICES.includes(role) ? 1 : 2);
      return found.flatMap(({ id: partnerId }) => world.persons.get(partnerId)!.slice(0, role === Role.PLATFORM_ADMIN ? 1 : 2).map((personId): Me => ({ partnerId, personId, partnerKind, role, regime: regimeOf(partnerKind, role), political: false })));
    });
    // A region file may bind a partner otherwise than its kind is bound: the law looks at the regime.
    readers.push(...readers.filter(({ partnerKind, role }) => partnerKind === PartnerKind.OCMW && role === Role.SOCIAL_WORKER).map((me) => ({ ...me, regime: Regime.DISCRETION })));
    // So does a mandate of one person.
    readers.push(...readers.filter(({ partnerKind, role, regime }) => partnerKind === PartnerKind.OCMW && role === Role.SOCIAL_WORKER && regime === REGIME_OF.OCMW).slice(0, 2).map((me) => ({ ...me, political: true })));
  });
  afterAll(() => opened.close());

  /** Runs in a reader's context; rolled back, so that nothing stays. */
  async function within<T>(me: Me, work: () => Promise<T>): Promise<T> {
    await portal.query('begin');
    await enter(portal, me);
    try {
      return await work();
    } finally {
      await portal.query('rollback');
    }
  }

  async function doorOf(connection: pg.Client, me: Me, record: RecordShape, ask: Ask, selection: Selection, ...values: unknown[]): Promise<Node[]> {
    const { text } = statementFor(book, me, record, ask, selection);
    const { rows } = await connection.query<{ body: string }>(text, [me.partnerId, me.personId, ...values]);
    return rows.map(({ body }) => JSON.parse(body) as Node);
  }

  /** All that a reader has of a record. Support has no list: it names what it asks for, here all of where it was ever let in and some of the rest. */
  async function allOf(connection: pg.Client, me: Me, record: RecordShape): Promise<Node[]> {
    if (me.role !== Role.PLATFORM_ADMIN) return doorOf(connection, me, record, { all: true }, wholeOf(record));
    expect(await doorOf(connection, me, record, { all: true }, {})).toEqual([]);
    const known = new Set(world.supports.filter(({ person_id }) => person_id === me.personId).map(({ dossier_id }) => dossier_id));
    const asked = world.rows[record.table].filter((row, at) => at % 150 === 7 || known.has((record.seat === 'id' ? row.id : row.dossier_id) as string));
    // By its name, so that it is planned once.
    const one = statementFor(book, me, record, { id: '' }, wholeOf(record));
    const found: Node[] = [];
    for (const { id } of asked) found.push(...(await connection.query<{ body: string }>({ ...one, values: [me.partnerId, me.personId, id] })).rows.map(({ body }) => JSON.parse(body) as Node));
    return found;
  }

  const idsOf = (rows: readonly object[]): string[] => rows.map((row) => (row as { id: string }).id).sort();
  const told = (me: Me, record: RecordShape) => `${record.name} for ${me.partnerKind}/${me.role} (${me.regime}) of ${me.partnerId}`;

  /** Every cell, marker and verb of one shown row is what CASL says of the row in memory. */
  function expectDressed(memory: Memory, record: RecordShape, node: Node): void {
    const fact = memory.facts.get(record.name)!.find(({ id }) => id === node.id);
    const where = `${told(memory.me, record)}, row ${node.id}`;
    if (!fact) return void faults.push({ where, found: node.id, wanted: 'no such row' });
    const hidden = new Set<string>();
    for (const { field, column, class: of, shown } of record.columns.values()) {
      if (!shown || field === 'id') continue;
      const may = memory.can('read', fact, record.classed ? undefined : field);
      const value = memory.raw.get(node.id)![column] ?? null;
      if (!may) hidden.add(of);
      counts[may ? 'shown' : 'hidden'] += 1;
      agree([where, field], node[field] ?? null, may ? value : null);
    }
    for (const carried of record.carries ?? []) if (!memory.can('read', fact, `#${carried}`)) hidden.add(carried);
    agree([where, 'withheld'], node.withheld.map(({ dataClass }) => dataClass).sort(), [...hidden].sort());
    const verbs = Object.entries(record.verbs ?? {}).filter(([event, states]) => states !== null && (!states || states.includes(fact.state as string)) && memory.can(event, fact));
    counts.verbs += verbs.length;
    agree([where, 'may'], [...node.may].sort(), verbs.map(([event]) => event).sort());
  }

  /** What hangs below a row: exactly what its own record would show, and dressed alike. */
  function expectRelated(memory: Memory, record: RecordShape, node: Node, walled: boolean): void {
    for (const { field, of, many } of record.relations.values()) {
      const below = shapeOf(of());
      // Who takes part is no secret; for whom a file is, is told in test/stories/attachments-shared.spec.ts.
      if (!below.seat) continue;
      // People and partners sit at no dossier: they have a test of their own below.
      const found = (many ? node[field] : node[field] ? [node[field]] : []) as Node[];
      const visible = memory.facts.get(below.name)!.filter(({ id }) => !walled || behindTheWall(memory.world, memory.me, below, memory.raw.get(id as string)!));
      const wanted = visible.filter((fact) => hangs(memory, record, node, below, fact, walled)).map(({ id }) => id as string);
      agree([told(memory.me, record), node.id, field], idsOf(found), wanted.sort());
      counts.related += found.length;
      for (const each of found) expectDressed(memory, below, each);
    }
  }

  function hangs({ world: { rows }, me, world: all }: Memory, record: RecordShape, node: Node, below: RecordShape, fact: Fact, walled: boolean): boolean {
    const shown = (table: string) => rows[table].filter((row) => !walled || behindTheWall(all, me, WALLED().find((each) => each.table === table)!, row));
    const files = () => shown('client_file').filter((file) => file.partner_id === me.partnerId);
    const links = () => shown('case_signal');
    if (record.name === 'MediationCase' && below.name === 'TensionSignal') return links().some((link) => link.dossier_id === node.id && link.about_id === fact.id);
    if (record.name === 'TensionSignal' && below.name === 'MediationCase') return links().some((link) => link.about_id === node.id && link.partner_id === me.partnerId && link.dossier_id === fact.id);
    if (below.name === 'SettlementSignature') return fact.settlementId === node.id;
    if (FILED.includes(record.name) && below.name === 'Client') return files().some((file) => file.about_id === node.id && file.dossier_id === fact.id);
    if (record.name === 'Client' && FILED.includes(below.name)) return files().some((file) => file.dossier_id === node.id && file.about_id === fact.id);
    if (DOSSIERS.includes(below.name)) return fact.id === all.rows[record.table].find(({ id }) => id === node.id)!.dossier_id;
    if (below.name === 'OwnNumber') return fact.dossierId === node.id && fact.partnerId === me.partnerId;
    if (below.name === 'Look' && fact.kind === 'DENIED') return false;
    return fact.dossierId === (record.seat === 'id' ? node.id : node.dossierId);
  }

  it('gives the same rows, cells, markers and verbs by SQL as by CASL in memory', async () => {
    for (const me of readers) {
      const memory = memoryOf(me);
      for (const record of WALLED()) {
        const free = await allOf(owner, me, record);
        agree([told(me, record)], idsOf(free), idsOf(memory.facts.get(record.name)!));
        counts.rows += free.length;
        for (const node of free) {
          expectDressed(memory, record, node);
          expectRelated(memory, record, node, false);
        }
      }
    }
    expectAgreement();
    expect(counts.rows).toBeGreaterThan(2000);
    expect(counts.shown).toBeGreaterThan(15_000);
    expect(counts.hidden).toBeGreaterThan(4000);
    expect(counts.verbs).toBeGreaterThan(200);
    expect(counts.related).toBeGreaterThan(1000);
  }, patience);

  it('gives behind row-level security what it gives without, as far as it is addressed to the reader', async () => {
    for (const me of readers) {
      const memory = memoryOf(me);
      for (const record of WALLED()) {
        const walled = await within(me, () => allOf(portal, me, record));
        const wanted = memory.facts.get(record.name)!.filter(({ id }) => behindTheWall(world, me, record, memory.raw.get(id as string)!));
        agree([told(me, record)], idsOf(walled), idsOf(wanted));
        counts.walled += walled.length;
        for (const node of walled) {
          expectDressed(memory, record, node);
          expectRelated(memory, record, node, true);
        }
      }
    }
    expectAgreement();
    expect(counts.walled).toBeGreaterThan(1000);
  }, patience);

  it('holds the laws by itself, without the help of the wall', () => {
    let kept = 0;
    for (const me of readers) {
      const memory = memoryOf(me);
      for (const { id, my } of memory.facts.get('Note')!) {
        const row = memory.raw.get(id as string)!;
        if (row.data_class === 'PRIVATE_NOTE' && !(me.role === Role.DPO && (my as { glass: boolean }).glass)) expect(row.author_id).toBe(me.personId);
        if (row.data_class !== 'PRIVATE_NOTE') expect(me.regime).toBe(Regime.PROFESSIONAL_SECRECY);
        kept += 1;
      }
    }
    expect(kept).toBeGreaterThan(20);
    // Who is excluded from a dossier finds nothing there by the book alone (BR-P18).
    const excluded = readers.flatMap((me) => WALLED().flatMap((record) => memoryOf(me).facts.get(record.name)!.filter(({ my }) => (my as { excluded: boolean }).excluded).map(({ id }) => [told(me, record), id])));
    expect(excluded).toEqual([]);
  });

  it('gives by itself no row that is addressed to others, none to the opposing party, no protected address and nobody to a mandate', () => {
    const faultsFound: unknown[] = [];
    const met = { addressed: 0, opposed: 0, protected: 0, political: 0 };
    const PERSON = ['givenName', 'familyName', 'phone', 'street', 'householdNote', 'adults', 'incomeNote', 'debtsNote', 'housingNote', 'housingWishes', 'homeNote', 'agreedName'];
    for (const me of readers) {
      const memory = memoryOf(me);
      for (const record of WALLED())
        for (const fact of memory.facts.get(record.name)!) {
          const row = memory.raw.get(fact.id as string)!;
          if (row.audience.length) met.addressed += 1;
          // A share is for who gave and who got it; it is not the row's writer who got it.
          if (!isAddressed(me, row)) faultsFound.push([told(me, record), row.id, 'is for others']);
          if (row.opposing_partner_id) met.opposed += 1;
          if (row.opposing_partner_id === me.partnerId) faultsFound.push([told(me, record), row.id, 'is against it']);
          if (row.address_protected && row.partner_id !== me.partnerId) {
            met.protected += 1;
            for (const field of ['street', 'postcode', 'municipality']) if (memory.can('read', fact, field)) faultsFound.push([told(me, record), row.id, field]);
          }
          if (!me.political) continue;
          met.political += 1;
          for (const field of PERSON) if (record.columns.has(field) && memory.can('read', fact, field)) faultsFound.push([told(me, record), row.id, field]);
        }
    }
    expect(faultsFound.slice(0, 5)).toEqual([]);
    expect(Object.entries(met).filter(([, times]) => times < 30)).toEqual([]);
  });

  it('gives one, some, a page, a part of a page and a count of exactly the same rows', async () => {
    for (const me of readers) {
      const memory = memoryOf(me);
      for (const record of WALLED()) {
        const visible = idsOf(memory.facts.get(record.name)!.filter(({ id }) => behindTheWall(world, me, record, memory.raw.get(id as string)!)));
        const every = idsOf(world.rows[record.table]);
        const same = (by: string, found: string[], wanted: string[]) => agree([told(me, record), by], found, wanted);
        await within(me, async () => {
          const met = me.role === Role.PLATFORM_ADMIN ? [] : visible;
          same('ids', idsOf(await doorOf(portal, me, record, { ids: every }, {}, every)), met);
          for (const id of every.filter((_, at) => at % 60 === 7)) same('id', idsOf(await doorOf(portal, me, record, { id }, {}, id)), visible.filter((each) => each === id));
          const listed = listedFor(memory, record, visible);
          if (record.seat === 'id' && visible.length) same('page', idsOf(await doorOf(portal, me, record, { first: 5000 }, {})), listed.filter((id) => kindOf(id) === record.name));
          if (record.name === 'Task') {
            const own = met.filter((id) => memory.raw.get(id)!.partner_id === me.partnerId);
            same('ordered page', idsOf(await doorOf(portal, me, record, { first: 5000, order: 'due', any: [[['doneAt', 'null']], [['doneAt', 'not null']]] }, {})), own);
            const counted = visible.filter((id) => memory.raw.get(id)!.partner_id === me.partnerId && listed.includes(id));
            const { text } = statementFor(book, me, record, { count: { open: [[['doneAt', 'null']]], all: [[['id', 'not null']]] } }, {});
            expect((await portal.query(text, [me.partnerId, me.personId])).rows).toEqual([{ open: counted.filter((id) => !memory.raw.get(id)!.done_at).length, all: counted.length }]);
          }
        });
      }
    }
    expectAgreement();
  }, patience);

  /** A broken glass opens a dossier, and lengthens no list. */
  const listedFor = (memory: Memory, record: RecordShape, visible: readonly string[]): readonly string[] => {
    if (!book.glass![`${memory.me.partnerKind}/${memory.me.role}`]) return visible;
    const without = memory.facts.get(record.name)!.map((fact) => {
      const bare: Fact = { ...fact, my: { ...fact.my, glass: false, support: false } };
      return subject(record.name, bare);
    });
    const listed = new Set(without.filter((fact) => memory.can('read', fact, record.classed ? undefined : 'id')).map(({ id }) => id));
    return visible.filter((id) => listed.has(id));
  };
  const kindOf = (dossier: string): string => world.seats.find(({ dossier_id }) => dossier_id === dossier)!.kind;

  it('stands before a wall that alone shows no row of a dossier without a seat, of an excluded one, or not addressed to the reader', async () => {
    let seen = 0;
    for (const me of readers) {
      await within(me, async () => {
        for (const record of WALLED()) {
          const bare = (await portal.query<Row>(`select * from ${record.table}`)).rows;
          const wanted = world.rows[record.table].filter((row) => behindTheWall(world, me, record, row));
          agree([told(me, record)], idsOf(bare), idsOf(wanted));
          seen += bare.length;
          counts.refused += world.rows[record.table].length - bare.length;
        }
      });
    }
    expectAgreement();
    expect(seen).toBeGreaterThan(2000);
    expect(counts.refused).toBeGreaterThan(20_000);
  }, patience);

  it('gives people and mandates of one\'s own organisation alone, by the book and by the wall', async () => {
    for (const me of readers) {
      for (const table of ['person', 'mandate']) {
        const record = allRecords().find((each) => each.table === table)!;
        const wanted = idsOf((await owner.query<Row>(`select id from ${table} where partner_id = $1`, [me.partnerId])).rows);
        // Support knows no colleague.
        const known = me.role === Role.PLATFORM_ADMIN ? wanted.filter((id) => id === me.personId) : wanted;
        agree([told(me, record), 'by the book'], idsOf(await doorOf(owner, me, record, { all: true }, wholeOf(record))), known);
        await within(me, async () => agree([told(me, record), 'by the wall'], idsOf((await portal.query<Row>(`select id from ${table}`)).rows), wanted));
      }
      const names = await doorOf(owner, me, allRecords().find(({ table }) => table === 'person')!, { all: true }, { username: true });
      for (const { id, username } of names) agree([me.role, 'username'], username !== null, me.role === Role.PARTNER_ADMIN || (id === me.personId && !me.political));
    }
    expectAgreement();
  }, 300_000);

  it('shows nothing at all to nobody', async () => {
    await portal.query('begin');
    for (const { table } of allRecords().filter(({ everyone }) => !everyone)) expect([table, (await portal.query(`select * from ${table}`)).rowCount]).toEqual([table, 0]);
    await portal.query('rollback');
  });

  it('knows readers of every capacity, and a world in which each of them has something to see or to miss', () => {
    const kinds = new Set(readers.map(({ partnerKind, role }): Capacity => `${partnerKind}/${role}`));
    expect([...kinds].sort()).toEqual(Object.keys(book.capacities).sort());
    for (const me of readers) expect(world.seats.some(({ partner_id }) => partner_id === me.partnerId)).toBe(true);
    expect(world.exclusions.length).toBeGreaterThan(100);
  });
});
