import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { allRecords, DataClass, type PartnerKind, type RecordShape, type SeatRole } from '#kernel';
import '#imports';
import '#mediation';
import { copyDatabase } from '../support/database.js';

/** One partner's seat at a dossier. */
export type Seat = { dossier_id: string; partner_id: string; roles: SeatRole[]; until: string; granted_by: string; kind: string };
export type Row = { id: string; partner_id: string; audience: string[] } & { [column: string]: unknown };
export type Share = Row & { dossier_id: string; granted_by: string; classes: string[]; since: string; until: string; ended_at: string | null };

/** Rows of every walled table, drawn at random without regard to what the portal itself would ever write. */
export type World = {
  persons: ReadonlyMap<string, readonly string[]>;
  seats: Seat[];
  exclusions: { person_id: string; dossier_id: string }[];
  glasses: { partner_id: string; person_id: string; dossier_id: string; ends_at: string; ended_at: string | null }[];
  /** Looks of support at a partner's dossiers: open, over, or never let. */
  supports: { partner_id: string; person_id: string; dossier_id: string; state: string; ends_at: string }[];
  rows: { [table: string]: Row[] };
};

const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2199-01-01T00:00:00Z';
const CLASSES: string[] = Object.keys(DataClass).filter((each) => !['CORE', 'IDENTITY', 'PRIVATE_NOTE'].includes(each));
const ROLES: SeatRole[][] = [['RECEIVER'], ['RECEIVER'], ['RECEIVER'], ['FORMER_RECEIVER'], ['SENDER'], ['SENDER', 'RECEIVER'], ['RECEIVER', 'FORMER_RECEIVER'], ['OWNER']];

type Kind = 'Client' | 'Consult' | 'Referral' | 'TensionSignal' | 'MediationCase';
/** Which kind of dossier the so many-th is. */
const KINDS: readonly [turn: number, of: number, kind: Kind][] = [[0, 3, 'Client'], [1, 6, 'Consult'], [5, 12, 'TensionSignal'], [10, 12, 'MediationCase'], [0, 1, 'Referral']];

/** Chance with a memory: the same seed gives the same world. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  some<T>(list: readonly T[], chance: number): T[] {
    return list.filter(() => this.next() < chance);
  }

  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.below(16).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** @param partners ids of the partners that may sit somewhere */
export function aWorld(partners: readonly string[], dossiers: number, seed = randomBytes(4).readInt32LE()): World {
  const dice = new Dice(seed);
  const persons = new Map(partners.map((partner) => [partner, [dice.uuid(), dice.uuid()]]));
  const world: World = { persons, seats: [], exclusions: [], glasses: [], supports: [], rows: Object.fromEntries(WALLED().map(({ table }) => [table, []])) };
  for (let at = 0; at < dossiers; at += 1) aDossier(world, dice, partners, KINDS.find(([turn, of]) => at % of === turn)![2]);
  return world;
}

export const WALLED = (): RecordShape[] => allRecords().filter(({ seat }) => seat);

function aDossier(world: World, dice: Dice, partners: readonly string[], kind: Kind): void {
  const id = dice.uuid();
  const first = dice.one(partners);
  const around = [first, ...dice.some(partners.filter((each) => each !== first), 0.25)];
  const seat = (partner_id: string, roles: SeatRole[]): Seat => ({ dossier_id: id, partner_id, roles, until: dice.next() < 0.12 ? PAST : dice.next() < 0.2 ? FUTURE : 'infinity', granted_by: first, kind });
  const seats = around.map((partner, index) => seat(partner, index ? dice.one(ROLES) : [kind === 'Client' || kind === 'MediationCase' ? 'OWNER' : 'SENDER']));
  world.seats.push(...seats);
  for (const [, [regular, related]] of world.persons) {
    if (dice.next() < 0.02) world.exclusions.push({ person_id: regular, dossier_id: id });
    if (dice.next() < 0.2) world.exclusions.push({ person_id: related, dossier_id: id });
  }
  for (const partner_id of around.filter(() => dice.next() < 0.4)) world.glasses.push({ partner_id, person_id: world.persons.get(partner_id)![0], dossier_id: id, ends_at: dice.next() < 0.2 ? PAST : FUTURE, ended_at: dice.next() < 0.2 ? PAST : null });
  for (const partner_id of around.filter(() => dice.next() < 0.04)) world.supports.push({ partner_id, person_id: world.persons.get(partner_id)![0], dossier_id: id, state: dice.next() < 0.7 ? 'OPEN' : 'ENDED', ends_at: dice.next() < 0.2 ? PAST : FUTURE });
  const writer = () => (dice.next() < 0.55 ? first : dice.next() < 0.8 ? dice.one(around) : dice.one(partners));
  const audience = () => (dice.next() < 0.5 ? [] : dice.some(around, 0.5));
  const row = (record: RecordShape, own: object): Row => ({ ...filled(record, dice), partner_id: writer(), audience: audience(), ...own }) as Row;
  const add = (table: string, times: number, own: (record: RecordShape) => object) => {
    const record = WALLED().find((each) => each.table === table)!;
    for (let left = times; left > 0; left -= 1) world.rows[table].push(row(record, own(record)));
  };
  const here = () => ({ id: dice.uuid(), dossier_id: id });
  /** For its writer alone, as the table demands. */
  const alone = (partner_id = writer()) => ({ partner_id, audience: [partner_id] });
  let edition = 0;
  const settlement = () => {
    const body = `afspraak ${dice.below(1e6)}`;
    return { ...here(), edition: (edition += 1), body, hash: createHash('sha256').update(body).digest('hex') };
  };
  if (kind === 'Client') {
    add('client', 1, () => ({ id }));
    add('agreement', 1, () => ({ ...here(), told_that: true, told_purpose: true, told_whom: true, told_content: true, agreed_name: 'Rosa Lippens' }));
    add('imported_row', dice.below(2), () => ({ ...here(), reference: dice.uuid() }));
    const about = dice.some(world.rows.referral, 2 / (world.rows.referral.length + 1));
    const files = about.map((referral) => ({ ...here(), about_id: referral.id })).filter(({ about_id }) => !world.rows.client_file.some((each) => each.about_id === about_id));
    for (const file of files) add('client_file', 1, () => file);
  } else if (kind === 'Consult') {
    const partner_id = writer();
    const anonymous = dice.next() < 0.4;
    add('consult', 1, () => ({ id, partner_id, anonymous, receiver_id: dice.one(partners.filter((each) => each !== partner_id)), asker_id: anonymous ? null : partner_id, asker_name: anonymous ? null : 'Iemand' }));
  } else if (kind === 'TensionSignal') {
    const partner_id = writer();
    const origin = dice.one(['COMPANY', 'LANDLORD', 'RENTER', 'OBSERVATION']);
    add('tension_signal', 1, () => ({ id, partner_id, origin, receiver_id: partner_id, ...(origin === 'COMPANY' && { receiver_id: dice.one(partners.filter((each) => each !== partner_id)), protocol_id: dice.uuid(), landlord_name: null }) }));
    add('signal_renter', dice.below(3), here);
    add('signal_request', dice.below(3), here);
    add('settlement', dice.below(3), settlement);
  } else if (kind === 'MediationCase') {
    add('mediation_case', 1, () => ({ id }));
    const alone = world.rows.tension_signal.filter((signal) => !world.rows.case_signal.some(({ about_id }) => about_id === signal.id));
    for (const { id: about_id } of dice.some(alone, 2 / (alone.length + 1))) add('case_signal', 1, () => ({ ...here(), about_id }));
    for (const table of ['mediation_party', 'mediation_session', 'deviation']) add(table, dice.below(3), here);
    add('settlement', dice.below(3), settlement);
    for (const { id: settlement_id } of world.rows.settlement.filter(({ dossier_id }) => dossier_id === id)) add('settlement_signature', dice.below(3), () => ({ ...here(), settlement_id }));
  } else {
    add('referral', 1, () => ({ id, opposing_partner_id: dice.next() < 0.2 ? dice.one(around) : null }));
    for (const partner_id of dice.some(around, 0.7)) add('answer', 1, () => ({ ...here(), partner_id }));
    for (const receiver_id of dice.some(around, 0.5)) add('recipient', 1, () => ({ ...here(), ...alone(), receiver_id }));
    add('referral_person', dice.below(3), here);
    add('receipt', dice.below(3), () => ({ ...here(), ...alone() }));
    add('access_request', dice.below(3), () => ({ ...here(), to_partner_id: dice.next() < 0.5 ? first : dice.one(around) }));
  }
  for (const partner_id of dice.some(around, 0.4)) add('own_number', 1, () => ({ ...here(), ...alone(partner_id) }));
  for (const partner_id of dice.some(around, 0.3)) add('recusal', 1, () => ({ ...here(), ...alone(partner_id) }));
  add('share', dice.below(5), () => ({ ...here(), ...aShare(dice, dice.one(around), dice.next() < 0.7 ? first : dice.one(around)) }));
  add('note', dice.below(6), () => {
    const partner_id = writer();
    return { ...here(), partner_id, author_id: dice.one(world.persons.get(partner_id)!), data_class: dice.one(['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE']) };
  });
  add('attachment', dice.below(5), () => {
    const partner_id = writer();
    const data_class = dice.one(['INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSEHOLD_SIZE', 'OUTCOME', 'PRIVATE_NOTE', 'MESSAGE']);
    const audience = data_class === 'PRIVATE_NOTE' || dice.next() < 0.3 ? [partner_id] : [...new Set([partner_id, ...around])];
    return { ...here(), partner_id, audience, author_id: dice.one(world.persons.get(partner_id)!), data_class };
  });
  add('message', dice.below(5), () => {
    const { partner_id, audience: own } = alone();
    const state = dice.one(['WAITING', 'DELIVERED', 'DELIVERED', 'TAKEN_BACK']);
    return { ...here(), partner_id, state, audience: state === 'DELIVERED' ? [...new Set([partner_id, ...dice.some(around, 0.5)])] : own, reader_ids: [], body: state === 'TAKEN_BACK' ? null : `bericht ${dice.below(1e6)}` };
  });
  add('timeline_entry', dice.below(4), here);
  add('task', dice.below(3), here);
  // As the trail makes them: by name for the own partner, for others without one.
  for (const partner_id of dice.some(around, 0.6)) {
    add('look', 1, () => ({ ...here(), ...alone(partner_id), personal: true, person_id: world.persons.get(partner_id)![0], day: '2026-01-15', classes: [] }));
    if (partner_id !== first) add('look', 1, () => ({ ...here(), partner_id, audience: [first], personal: false, person_id: null, day: '2026-01-15', classes: [] }));
  }
}

function aShare(dice: Dice, partner_id: string, granted_by: string): object {
  const [since, until] = dice.one([[PAST, FUTURE], [PAST, FUTURE], [PAST, '2021-01-01T00:00:00Z'], ['2198-01-01T00:00:00Z', FUTURE]]);
  return { partner_id, granted_by, audience: [granted_by, partner_id], classes: dice.some(CLASSES, 0.4).concat('HEALTH'), since, until, ended_at: dice.next() < 0.15 ? PAST : null };
}

/** Where nothing is missing but what is optional. */
const STRICT = ['tension_signal', 'signal_renter', 'signal_request', 'mediation_case', 'mediation_party', 'mediation_session', 'deviation', 'settlement', 'settlement_signature'];

/** A value in every column, or none where there may be none. */
function filled(record: RecordShape, dice: Dice): { [column: string]: unknown } {
  const value = (kind: string, values: readonly string[] | undefined) => {
    if (values) return kind === 'list' ? dice.some(values, 0.3) : dice.one(values);
    return { id: dice.uuid(), text: `tekst ${dice.below(1e6)}`, flag: dice.next() < 0.5, count: 1 + dice.below(9), day: `19${10 + dice.below(89)}-0${1 + dice.below(9)}-15`, moment: `2026-0${1 + dice.below(9)}-10T10:00:00Z`, list: [], choice: '' }[kind];
  };
  const mayLack = STRICT.includes(record.table) ? [] : [DataClass.CORE, DataClass.PROGRESS];
  const cells = [...record.columns.values()].map(({ column, kind, values, class: of, optional }) => [column, (optional ? kind !== 'flag' || of !== DataClass.PROGRESS : mayLack.length && !mayLack.includes(of)) && dice.next() < 0.25 ? null : value(kind, values)] as const);
  return Object.fromEntries(cells);
}

/** Writes a world as it is: no trigger and no foreign key has a say. */
export async function writeWorld(owner: pg.Client, { persons, seats, exclusions, glasses, supports, rows }: World): Promise<void> {
  const ids = [...new Set(seats.map(({ dossier_id }) => dossier_id))];
  await owner.query('begin; set local session_replication_role = replica');
  await write(owner, 'dossier', ids.map((id) => ({ id, kind: seats.find((each) => each.dossier_id === id)!.kind, opened_by: seats[0].partner_id, opened_at: PAST, legal_hold: false })));
  await write(owner, 'party', seats.map((each) => ({ ...each, since: PAST, at: PAST, state: 'DRAFT' })));
  await write(owner, 'exclusion', exclusions.map((each) => ({ ...each, reason: 'familie' })));
  await owner.query('alter table glass_break drop constraint glass_break_check, drop constraint glass_break_check1');
  await write(owner, 'glass_break', glasses.map((each) => ({ ...each, id: randomUUID(), version: 1, person_name: 'x', role: 'DPO', dossier_kind: 'Referral', number: 'x', reason: 'x'.repeat(20), opened_at: PAST })));
  // Who supports the platform is asked for by the wall itself.
  const staff = [...persons].map(([partner_id, [id]]) => ({ id, partner_id }));
  await write(owner, 'person', staff.map((each) => ({ ...each, version: 1, username: `steun.${each.id}`, name: 'x', active: true })));
  await write(owner, 'mandate', staff.map(({ id, partner_id }) => ({ id: randomUUID(), version: 1, partner_id, person_id: id, role: 'PLATFORM_ADMIN', since: '2020-01-01', political: false })));
  await owner.query('alter table support_look drop constraint support_look_check1, drop constraint support_look_check');
  await write(owner, 'support_look', supports.map((each) => ({ ...each, id: randomUUID(), version: 1, host_id: each.partner_id, person_name: 'x', number: 'x', reason: 'x'.repeat(20), asked_at: PAST, decided_by: randomUUID(), decided_at: PAST, dossier_kind: 'Referral' })));
  await owner.query('drop index note_once');
  for (const [table, all] of Object.entries(rows)) await write(owner, table, all, WORKED_OUT[table]);
  await owner.query('commit; analyze');
}

/** By the database itself. */
const WORKED_OUT: { [table: string]: string } = { settlement: 'hash' };

async function write(owner: pg.Client, table: string, rows: object[], except = ''): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]).filter((each) => each !== except).map((each) => `"${each}"`).join(', ');
  await owner.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
}

/** A database with a world in it: one connection that looks as its owner, and one as the portal's role. */
export async function openWorld(dossiers: number, seed: number) {
  const database = await copyDatabase();
  const [owner, portal] = [database.ownerUrl, database.url].map((connectionString) => new pg.Client({ connectionString, options: '-c timezone=UTC -c jit=off' }));
  await Promise.all([owner.connect(), portal.connect()]);
  const { rows: partners } = await owner.query<{ id: string; kind: PartnerKind }>('select id, kind from partner order by key');
  const world = aWorld(partners.map(({ id }) => id), dossiers, seed);
  await writeWorld(owner, world);
  const close = async () => {
    await Promise.all([owner.end(), portal.end()]);
    await database.drop();
  };
  return { owner, portal, partners, world, close };
}
