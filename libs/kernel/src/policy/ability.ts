import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { allRecords, type RecordShape } from '../schema/record.js';
import { DataClass } from '../vocabulary/vocabulary.js';
import { type Actor, type Book, capacityOf, type Condition, type Grant, grantsOf, type Law, me as placeholder } from './book.js';

export type Ability = MongoAbility;
type Reader = Pick<Actor, 'role' | 'political'>;

/** Fields of these classes; a class whose text stands in notes is the field `#CLASS` of the record that carries it. */
export function fieldsOf(record: RecordShape, classes: readonly string[]): string[] {
  const own = [...record.columns.values()].filter((column) => column.shown && classes.includes(column.class)).map(({ field }) => field);
  return [...own, ...(record.carries ?? []).filter((carried) => classes.includes(carried)).map((carried) => `#${carried}`)];
}

/** Every class that a record can show or withhold, `CORE` first. */
export function classesOf(record: RecordShape): DataClass[] {
  const present = new Set([...[...record.columns.values()].filter(({ shown }) => shown).map((column) => column.class), ...(record.carries ?? [])]);
  return Object.values(DataClass).filter((each) => present.has(each));
}

type Person = Pick<Actor, 'partnerKind' | 'role' | 'regime' | 'political' | 'partnerId' | 'personId'>;
const KEPT = 1000;
const abilities = new WeakMap<Book, Map<string, Ability>>();

/** What one person may in one capacity, by the one privacy book. */
export function abilityOf(book: Book, me: Person): Ability {
  const known = abilities.get(book) ?? new Map<string, Ability>();
  abilities.set(book, known);
  const key = [capacityOf(me), me.regime, me.political, me.partnerId, me.personId].join('/');
  const ability = known.get(key) ?? abilityFrom(book, me);
  if (!known.has(key) && known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(key, ability);
  return ability;
}

function abilityFrom(book: Book, me: Person): Ability {
  const rules: RawRuleOf<Ability>[] = [];
  const filled = (where: Condition = {}): Condition => fill(where, me);
  const put = (record: RecordShape, action: string, conditions: Condition, fields?: string[]) => {
    if (!fields || fields.length) rules.push({ subject: record.name, action, conditions, ...(fields && { fields }) });
  };
  for (const record of allRecords()) {
    for (const where of Array.isArray(record.everyone) ? (record.everyone as readonly Condition[]) : []) put(record, 'read', filled(where), fieldsOf(record, [DataClass.CORE]));
    for (const grant of grantsOf(book, capacityOf(me), record.name)) {
      const scope = { ...scopeOf(record, grant, me.partnerId), ...filled(grant.where) };
      if (grant.event) put(record, grant.event, scope);
      else if (record.classed) for (const each of grant.classes!) put(record, 'read', { ...scope, [record.classed]: each, ...(grant.lent && { 'my.lent': each }) });
      else if (grant.lent) for (const each of grant.classes!) put(record, 'read', { ...scope, 'my.lent': each }, fieldsOf(record, [each]));
      else put(record, 'read', scope, fieldsOf(record, grant.classes!));
    }
    for (const law of book.laws) if (!law.binds || law.binds(me)) rules.push(...hidden(record, law, me, filled));
    if (record.seat) rules.push({ inverted: true, subject: record.name, action: 'manage', conditions: { 'my.excluded': true }, reason: 'BR-P18' });
  }
  return createMongoAbility(rules);
}

function scopeOf(record: RecordShape, grant: Grant, partnerId: string): Condition {
  if (grant.seat) return { 'my.roles': grant.seat, 'my.addressed': true, ...(grant.glass && { [`my.${grant.glass}`]: true }) };
  if (record.everyone) return {};
  return { [record.partner!]: partnerId };
}

function hidden(record: RecordShape, law: Law, me: Reader, filled: (where?: Condition) => Condition): RawRuleOf<Ability>[] {
  const where = whereOf(record, law, me);
  if (!where) return [];
  const rule = { inverted: true, subject: record.name, action: 'read', reason: law.says };
  const conditions = Object.keys(where).length ? { conditions: filled(where) } : {};
  if (law.hides === 'ROW') return [{ ...rule, ...conditions, action: 'manage' }];
  if (record.classed) return law.hides.map((each) => ({ ...rule, conditions: { [record.classed!]: each, ...filled(where) } }));
  const fields = fieldsOf(record, law.hides);
  return fields.length ? [{ ...rule, ...conditions, fields }] : [];
}

/** The law's condition for a reader in the record's own words; null when it is not about the record, which lacks a column that it names. */
export function whereOf(record: RecordShape, { of, where = {}, unless }: Law, { role, political }: Reader): Condition | null {
  if (of && of !== record.name) return null;
  const author = [...record.columns.values()].find(({ column }) => column === 'partner_id')?.field;
  const named = Object.entries(where).map(([field, value]) => [field === 'author' ? author : field, value] as const);
  if (!named.every(([field]) => field && record.columns.has(field))) return null;
  return { ...(Object.fromEntries(named) as Condition), ...(unless?.of === record.name && unless.role === role && !political && { 'my.glass': false }) };
}

function fill(where: Condition, me: Pick<Actor, 'partnerId' | 'personId'>): Condition {
  const text = JSON.stringify(where).replaceAll(JSON.stringify(placeholder.partner), JSON.stringify(me.partnerId)).replaceAll(JSON.stringify(placeholder.person), JSON.stringify(me.personId));
  return JSON.parse(text) as Condition;
}
