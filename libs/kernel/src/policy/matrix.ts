import { allRecords } from '../schema/record.js';
import { DataClass, Regime, type SeatRole } from '../vocabulary/vocabulary.js';
import { classesOf } from './ability.js';
import { type Book, type Capacity, type Condition, type Grant, type Law, me } from './book.js';

/** R: by right; S: when somebody shares it; –: never. */
export type Sign = 'R' | 'S' | '–';
export type Seen = { dataClass: DataClass; sign: Sign; conditions: string[] };
export type Done = { event: string; conditions: string[] };
/** What one capacity sees and does of a record at one seat; EVERYONE: for whoever is signed in; without a seat: of the rows of its own organisation. */
export type Place = { record: string; seat: SeatRole | 'EVERYONE' | null; classes: Seen[]; verbs: Done[] };
/** `glass`: as which capacity it reads a dossier whose glass it broke. */
export type CapacityPage = { capacity: Capacity; glass?: Capacity; places: Place[] };

/** The book as a table, for the page of the portal and for the one in `docs`. */
export function matrixOf(book: Book): CapacityPage[] {
  const capacities = (Object.keys(book.capacities) as Capacity[]).sort();
  return capacities.map((capacity) => {
    const page = book.capacities[capacity] ?? {};
    const open = allRecords().filter(({ name, everyone }) => Array.isArray(everyone) && !page[name]);
    const records = [...Object.entries(page).filter(([, grants]) => grants?.length), ...open.map(({ name }) => [name, []] as const)];
    return { capacity, glass: book.glass?.[capacity], places: records.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([record, grants]) => placesOf(book, record, grants!)) };
  });
}

function placesOf(book: Book, name: string, grants: readonly Grant[]): Place[] {
  const record = allRecords().find((each) => each.name === name)!;
  const classes = record.classed ? classesGranted(book, name) : classesOf(record);
  const seats = record.everyone ? [null] : [...new Set(grants.map(({ seat }) => seat))];
  return seats.map((seat) => {
    const here = grants.filter((grant) => grant.seat === seat);
    const verbs = [...new Set(here.flatMap(({ event }) => event ?? []))].map((event) => ({ event, conditions: wordsOf(book, name, here.filter((grant) => grant.event === event)) }));
    return { record: name, seat: record.everyone ? 'EVERYONE' : seat, classes: classes.map((each) => (record.everyone ? openTo(book, name, each, record.everyone) : seen(book, name, here, each))), verbs };
  });
}

/** The classes of which the book speaks for a record whose rows are of one class each. */
function classesGranted(book: Book, name: string): DataClass[] {
  const granted = new Set(Object.values(book.capacities).flatMap((page) => (page[name] ?? []).flatMap(({ classes }) => classes ?? [])));
  return Object.values(DataClass).filter((each) => each !== DataClass.CORE && granted.has(each));
}

const openTo = (book: Book, name: string, dataClass: DataClass, everyone: true | readonly Condition[]): Seen => ({ dataClass, sign: 'R', conditions: everyone === true ? [] : wordsOf(book, name, everyone.map((where) => ({ where }))) });

function seen(book: Book, name: string, grants: readonly Grant[], dataClass: DataClass): Seen {
  const found = grants.filter(({ event, classes }) => !event && classes!.includes(dataClass));
  const rights = found.filter(({ lent }) => !lent);
  if (rights.length) return { dataClass, sign: 'R', conditions: wordsOf(book, name, rights) };
  return { dataClass, sign: found.length ? 'S' : '–', conditions: wordsOf(book, name, found) };
}

/** Each condition in words, once; none when one of the grants asks nothing. */
function wordsOf(book: Book, name: string, grants: readonly Pick<Grant, 'where' | 'glass'>[]): string[] {
  if (grants.some(({ where, glass }) => !where && !glass)) return [];
  const fields = (where: Condition) => Object.entries(where).map(([field, value]) => book.conditions?.[`${name}.${field}`] ?? (typeof value === 'string' ? book.conditions?.[`${field} =`] : undefined) ?? book.conditions?.[field] ?? field);
  return [...new Set(grants.map(({ where, glass }) => fields({ ...where, ...(glass && { [`my.${glass}`]: true }) }).join(', ')))];
}

/** One thing that the book gives, on one line: the same line means the same right. */
export type Cell = string;

/** Everything that the book gives, and every law that takes away from it, as sorted lines. */
export function cellsOf(book: Book): Cell[] {
  const given = Object.entries(book.capacities).flatMap(([capacity, page]) => Object.entries(page).flatMap(([record, grants]) => (grants ?? []).flatMap((grant) => linesOf(grant).map((what) => `${capacity} ${record} ${what}`))));
  const broken = Object.entries(book.glass ?? {}).map(([capacity, eyes]) => `${capacity} reads through a broken glass as ${eyes}`);
  return [...new Set([...given, ...broken])].sort();
}

function linesOf({ seat, classes, lent, event, where, glass }: Grant): string[] {
  const rest = `${where ? ` where ${Object.entries(where).map(asked).sort().join(' and ')}` : ''}${glass ? ' through a broken glass' : ''}`;
  const at = seat ?? 'OWN';
  return event ? [`${at} may ${event}${rest}`] : classes!.map((each) => `${at} ${lent ? 'lent' : 'see'} ${each}${rest}`);
}

function asked([field, value]: [string, Condition[string]]): string {
  const plain = (each: unknown) => String(each).replace(me.partner, 'me.partner').replace(me.person, 'me.person');
  if (typeof value !== 'object') return `${field} = ${plain(value)}`;
  const [[operator, wanted]] = Object.entries(value as { [operator: string]: unknown });
  return operator === '$ne' ? `${field} <> ${plain(wanted)}` : `${field} in ${[wanted].flat().map(plain).join('|')}`;
}

/** Each class that a law hides, from which readers and on which rows: a line that goes is a gain for whom it bound. */
export function lawLinesOf(book: Pick<Book, 'laws'>): Cell[] {
  return [...new Set(book.laws.flatMap(linesOfLaw))].sort();
}

function linesOfLaw({ hides, binds, of, where, unless }: Law): string[] {
  const readers = Object.values(Regime).flatMap((regime) => [false, true].map((political) => ({ regime, political, says: `${regime}${political ? ' with a mandate' : ''}` })));
  const bound = readers.filter((reader) => !binds || binds(reader));
  const rest = where ? ` where ${Object.entries(where).map(asked).sort().join(' and ')}` : '';
  const spared = unless ? ` unless ${unless.of} for ${unless.role} through a broken glass` : '';
  return (hides === 'ROW' ? ['ROW'] : hides).flatMap((each) => bound.map(({ says, political }) => `hides ${each}${of ? ` of ${of}` : ''} from ${says}${rest}${political ? '' : spared}`));
}
