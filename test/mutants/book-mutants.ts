import { type Book, type Capacity, type Condition, DataClass, type Grant, type Law, type SeatRole } from '#kernel';

/** A book with one fault put into it. */
export type Mutant = { what: string; book: Book; capacity?: Capacity; records?: readonly string[] };

const CLASSES = Object.values(DataClass);
const without = <T>(all: readonly T[], at: number): T[] => all.filter((_, each) => each !== at);
const lacking = <T extends object>(of: T, key: string): T => Object.fromEntries(Object.entries(of).filter(([name]) => name !== key)) as T;
const instead = <T>(all: readonly T[], at: number, one: T): T[] => all.map((each, place) => (place === at ? one : each));

/** Each way in which one line, one law or one glass of the book may be wrong: not there, turned round, wider, narrower, elsewhere. */
export function* mutantsOf(book: Book): Generator<Mutant> {
  const seats = [...new Set(Object.values(book.capacities).flatMap((page) => Object.values(page).flatMap((lines) => lines!.flatMap(({ seat }) => seat ?? []))))];
  for (const [capacity, page] of Object.entries(book.capacities) as [Capacity, { readonly [record: string]: readonly Grant[] }][]) {
    for (const [record, lines] of Object.entries(page)) {
      const changed = (to: Grant[]): Book => ({ ...book, capacities: { ...book.capacities, [capacity]: { ...page, [record]: to } } });
      for (const [at, grant] of lines.entries()) {
        const line = `${capacity} ${record} ${wordsOf(grant)}`;
        yield { what: `${line}: dropped`, book: changed(without(lines, at)), capacity, records: [record] };
        for (const [how, other] of wrong(grant, seats)) yield { what: `${line}: ${how}`, book: changed(instead(lines, at, other)), capacity, records: [record] };
      }
    }
  }
  for (const [at, law] of book.laws.entries()) {
    const records = law.of ? [law.of] : undefined;
    const line = `the law "${law.says}"`;
    yield { what: `${line}: removed`, book: { ...book, laws: without(book.laws, at) }, records };
    for (const [how, other] of wrongLaws(law)) yield { what: `${line}: ${how}`, book: { ...book, laws: instead(book.laws, at, other) }, records };
  }
  for (const [capacity, eyes] of Object.entries(book.glass ?? {})) {
    yield { what: `${capacity} reads through a glass as ${eyes}: dropped`, book: { ...book, glass: lacking(book.glass!, capacity) }, capacity: capacity as Capacity };
    for (const other of Object.keys(book.capacities)) if (other !== eyes && /WORKER|COUNSELLOR|OFFICER|ADVISER/.test(other)) yield { what: `${capacity} reads through a glass as ${eyes}: as ${other}`, book: { ...book, glass: { ...book.glass, [capacity]: other as Capacity } }, capacity: capacity as Capacity };
  }
}

function* wrong(grant: Grant, seats: readonly SeatRole[]): Generator<[string, Grant]> {
  const { where, classes, seat, lent, glass, event } = grant;
  if (where) {
    yield ['wherever', lacking(grant, 'where')];
    for (const [how, other] of wrongConditions(where)) yield [how, { ...grant, where: other }];
  }
  if (classes) {
    for (const each of CLASSES) if (!classes.includes(each)) yield [`and ${each}`, { ...grant, classes: [...classes, each] }];
    if (classes.length > 1) for (const [at, each] of classes.entries()) yield [`not ${each}`, { ...grant, classes: without(classes, at) }];
    if (lent) yield ['by right', { ...grant, lent: undefined }];
    else if (seat) yield ['when lent only', { ...grant, lent: true }];
  }
  if (glass) yield ['without a glass', { ...grant, glass: undefined }];
  if (seat) for (const other of seats) if (other !== seat) yield [`at ${other}`, { ...grant, seat: other }];
  if (event && seat) yield ['of one’s own, wherever one sits', { ...grant, seat: null }];
}

function* wrongConditions(where: Condition): Generator<[string, Condition]> {
  for (const [field, value] of Object.entries(where)) {
    const rest = lacking(where, field);
    if (Object.keys(rest).length) yield [`whatever ${field} is`, rest];
    if (typeof value === 'boolean') yield [`${field} turned round`, { ...where, [field]: !value }];
    else if (typeof value === 'string') yield [`${field} turned round`, { ...where, [field]: { $ne: value } }];
    else if ('$ne' in value) yield [`${field} turned round`, { ...where, [field]: value.$ne }];
    else for (const [at, each] of value.$in.entries()) if (value.$in.length > 1) yield [`${field} not ${each}`, { ...where, [field]: { $in: without(value.$in, at) } }];
  }
}

function* wrongLaws(law: Law): Generator<[string, Law]> {
  const { binds, hides, where, of, unless } = law;
  if (binds) yield ['binds whom it did not', { ...law, binds: (reader) => !binds(reader) }];
  if (binds) yield ['binds nobody', { ...law, binds: () => false }];
  if (hides !== 'ROW') for (const [at, each] of hides.entries()) yield [`does not hide ${each}`, { ...law, hides: without(hides, at) }];
  if (where) for (const [how, other] of wrongConditions(where)) yield [how, { ...law, where: other }];
  if (where) yield ['wherever', { ...law, where: undefined }];
  if (of) yield ['of every record', { ...law, of: undefined }];
  if (unless) yield ['without its exception', { ...law, unless: undefined }];
}

const wordsOf = ({ seat, classes, lent, event, where, glass }: Grant): string => [seat ?? 'OWN', event ? `may ${event}` : `${lent ? 'lent' : 'sees'} ${classes!.join(' ')}`, ...(where ? [JSON.stringify(where)] : []), ...(glass ? [`behind ${glass}`] : [])].join(' ').replaceAll('\u0001', 'me.');
