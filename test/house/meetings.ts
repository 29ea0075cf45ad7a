import { subject } from '@casl/ability';
import { regimeOf, ROLES_AT } from '#directory';
import { abilityOf, allRecords, type Book, type Capacity, type Grant, PartnerKind, type Role } from '#kernel';
import '../../apps/api/src/doors.js';
import { done, encounters, me, READ, read, verbs } from './deeds.js';
import { CLASSES, FIELDS, HAS, type Kind, type Meeting, type Seat, seen } from './matrix.js';

type Ability = ReturnType<typeof abilityOf>;
export const SEATS: readonly Seat[] = ['OWNER', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER'];
export const RECORDS = Object.keys(HAS);
const both = [true, false];
/** The last field of a class stands for it. */
const fieldOf = (record: string, dataClass: string): string => (dataClass === 'CORE' ? 'id' : record === 'Agreement' ? 'agreedName' : (FIELDS[record]?.[dataClass]?.split(' ').at(-1) ?? `#${dataClass}`));

export { me };
const another = '33333333-3333-4333-8333-333333333333';
export const capacities = Object.keys(PartnerKind).flatMap((kind) => Object.keys({ ...Object.fromEntries(ROLES_AT[kind as PartnerKind].map((role) => [role, 1])), COORDINATOR: 1 }).map((role): [Kind, string] => [kind as Kind, role]));

/** What has a say in few records only: each of these is varied by itself. */
const SPECIAL: { [record: string]: readonly Partial<Meeting>[] } = {
  Referral: [{ opposed: true }, { protectedAddress: true }, { opposed: true, protectedAddress: true }],
  Client: [{ protectedAddress: true }],
  Share: [{ toMe: true }],
  AccessRequest: [{ toMe: true }],
  Attachment: [{ waits: true }, { unscanned: true }],
  Note: [{ sealed: true }],
};
/** Records whose rows are of one class each. */
const CLASSED = ['Note', 'Attachment'];
const ALONE = CLASSES.map((each) => [each]);
/** What is lent: nothing, all, each class alone; of a file its own class, or all but that. */
const lentTo = (record: string, dataClass: string | undefined): (readonly string[])[] =>
  record === 'Attachment' ? [[], CLASSES, [dataClass!], CLASSES.filter((each) => each !== dataClass)] : ['Referral', 'Note'].includes(record) ? [[], CLASSES, ...ALONE] : [[], CLASSES];

/** Every way in which a reader may meet a row. */
export const meetings: Meeting[] = RECORDS.flatMap((record) =>
  SEATS.flatMap((seat) =>
    both.flatMap((mine) =>
      both.flatMap((author) =>
        (CLASSED.includes(record) ? HAS[record] : [undefined]).flatMap((dataClass) =>
          lentTo(record, dataClass).flatMap((lentHere) =>
            [{}, { toOthers: true }, { political: true }, { glass: true }, { glass: true, political: true }, { support: true }, ...(SPECIAL[record] ?? [])].map((special): Meeting => ({ record, seat, mine, author, dataClass, lent: lentHere, ...special })),
          ),
        ),
      ),
    ),
  ),
);

/** Next to each other stand meetings that are far from each other, so that a difference is met soon. */
const apart = <T>(all: readonly T[]): T[] => all.map((_, at) => all[(at * 7919) % all.length]);
const meetingsOf = new Map(RECORDS.map((record) => [record, apart(meetings.filter((meeting) => meeting.record === record))]));
const encountersOf = new Map([...encounters].map(([record, all]) => [record, apart(all)]));
/** What is asked of each record of the table of deeds: its events, and reading where it is read by that table. */
const actionsOf = new Map([...encounters.keys()].map((record): [string, [action: string, field: string | undefined, name: string][]] => {
  const events = new Set(capacities.flatMap(([kind, role]) => verbs(kind, role)).filter((verb) => verb.startsWith(`${record}.`)).map((verb) => verb.split('.')[1]));
  return [record, [...[...events].map((event): [string, undefined, string] => [event, undefined, event]), ...(READ.includes(record) ? [['read', 'id', 'read CORE'] as [string, string, string]] : []), ...(record === 'Person' ? [['read', 'email', 'read CONTACT'] as [string, string, string]] : [])]];
}));

/** What the book gives, of a row like this. */
export function given(ability: Ability, { record, seat, mine, author, dataClass, lent: lentHere, toMe, toOthers, waits, unscanned, opposed, protectedAddress = false, glass = false, sealed = false, support = false }: Meeting, { excluded = false, classes = HAS[record] } = {}): string[] {
  const [partnerId, other] = [mine, toMe].map((yes) => (yes ? me.partnerId : another));
  const my = { roles: [seat], lent: lentHere, excluded, glass, support, addressed: mine || !toOthers };
  const row = subject(record, { id: another, partnerId, fromPartnerId: partnerId, grantedBy: other, toPartnerId: other, opposingPartnerId: opposed ? me.partnerId : null, addressProtected: protectedAddress, authorId: author ? me.personId : another, dataClass, sealed, ...(record === 'Attachment' && { state: waits ? 'PENDING' : unscanned ? 'UNSCANNED' : 'CLEAN' }), my });
  if (dataClass) return ability.can('read', row as never) ? [dataClass] : [];
  return classes.filter((each) => ability.can('read', row as never, fieldOf(record, each)));
}

export const readerOf = (kind: Kind, role: string, political = false) => ({ ...me, partnerKind: kind as PartnerKind, role: role as Role, regime: regimeOf(kind as PartnerKind, role as Role), political });
const words = (all: Iterable<string>): string => [...all].sort().join(' ');

/** What the tables say, worked out once: of each capacity and record as many as there are meetings. */
const said = new Map<string, readonly ReadonlySet<string>[]>();
const sets = new Map<string, ReadonlySet<string>>();
const oneOf = (set: ReadonlySet<string>): ReadonlySet<string> => {
  const key = words(set);
  return sets.get(key) ?? (sets.set(key, set), set);
};
function wanted<T>(what: string, all: readonly T[], say: (each: T) => ReadonlySet<string>): readonly ReadonlySet<string>[] {
  const known = said.get(what) ?? all.map((each) => oneOf(say(each)));
  said.set(what, known);
  return known;
}

type Abilities = (political?: boolean) => Ability;
/** Of each capacity its ability by a book, and by the sound one; they know these records and no others. */
function* abilitiesOf(of: Book, only: Capacity | undefined, records: readonly string[], sound: Book | undefined): Generator<[Kind, string, Abilities, Abilities | undefined]> {
  const shapes = allRecords().filter(({ name }) => records.includes(name));
  const by = (book: Book, kind: Kind, role: string): Abilities => {
    const [citizen, politician] = [false, true].map((political) => once(() => abilityOf(book, readerOf(kind, role, political), shapes)));
    return (political) => (political ? politician() : citizen());
  };
  for (const [kind, role] of capacities) if (!only || only === `${kind}/${role}`) yield [kind, role, by(of, kind, role), sound && by(sound, kind, role)];
}
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** How an ability decides on one thing, in words; of rows of one class, on those. */
const decided = (ability: Ability, action: string, record: string, field?: string, dataClass?: string): string =>
  JSON.stringify(ability.rulesFor(action, record, field).map(({ inverted, conditions }) => [inverted, conditions]).filter(([, conditions]) => !dataClass || [undefined, dataClass].includes((conditions as { dataClass?: string } | undefined)?.dataClass)));
/** Where a book differs from one that is known to be sound: `decides` otherwise on that, for somebody with or without a mandate. */
const otherwise = (abilities: readonly [Ability, Ability][]) => (...on: [action: string, record: string, field?: string, dataClass?: string]): boolean => abilities.some(([one, other]) => decided(one, ...on) !== decided(other, ...on));

/**
 * Where a book is not what the matrix says, one after the other.
 * @param only of this capacity
 * @param records of these
 * @param sound a book that is what the matrix says: where both decide by the same rules, it is not asked again
 */
export function* differing(of: Book, only?: Capacity, records: readonly string[] = RECORDS, sound?: Book): Generator<string> {
  for (const [kind, role, ability, known] of abilitiesOf(of, only, records, sound))
    for (const record of records) {
      const isOther = known && otherwise([false, true].map((political) => [ability(political), known(political)]));
      const classes = HAS[record].filter((each) => !isOther || (CLASSED.includes(record) ? isOther('read', record, undefined, each) : isOther('read', record, fieldOf(record, each))));
      const met = classes.length ? meetingsOf.get(record)! : [];
      const should = classes.length ? wanted(`${kind}/${role} sees ${record}`, met, (meeting) => new Set(seen(kind, role, meeting))) : [];
      for (const [at, meeting] of met.entries()) {
        if (meeting.dataClass && !classes.includes(meeting.dataClass)) continue;
        const found = given(ability(meeting.political), meeting, { classes });
        const wrong = HAS[record].filter((each) => found.includes(each) !== (should[at].has(each) && (classes.includes(each) || meeting.dataClass !== undefined)));
        if (wrong.length) yield `${kind}/${role} meets ${JSON.stringify(meeting)}: ${words(found)} where the matrix says ${words(should[at]) || 'nothing'}`;
      }
    }
}

/** Where somebody may do something else with a row, or read something else of her own organisation, than the tables of deeds say. */
export function* misplaced(of: Book, only?: Capacity, records: readonly string[] = [...encounters.keys()], sound?: Book): Generator<string> {
  for (const [kind, role, ability, known] of abilitiesOf(of, only, records, sound))
    for (const record of records) {
      const isOther = known && otherwise([false, true].map((political) => [ability(political), known(political)]));
      const asked = actionsOf.get(record)!.filter(([action, field]) => !isOther || isOther(action, record, field));
      const met = asked.length ? encountersOf.get(record)! : [];
      const should = asked.length ? wanted(`${kind}/${role} does with ${record}`, met, (each) => new Set([...done(kind, role, record, each), ...[...read(kind, role, record, each)].map((dataClass) => `read ${dataClass}`)])) : [];
      for (const [at, each] of met.entries()) {
        const row = subject(record, { ...each.row, my: { roles: [each.seat], lent: [], addressed: each.addressed, excluded: each.excluded, glass: each.glass, support: each.support } }) as never;
        const wrong = asked.filter(([action, field, name]) => ability(each.political).can(action, row, field) !== should[at].has(name));
        if (wrong.length) yield `${kind}/${role} meets ${record} ${JSON.stringify(each)}: ${wrong.map(([, , name]) => name).join(' ')} is not as the table of deeds says, ${words(should[at]) || 'nothing'}`;
      }
    }
}

export const differences = (...asked: Parameters<typeof differing>): string[] => [...differing(...asked)];

/** The verbs of a capacity in a book, as `Record.event`. */
export function verbsOf(of: Book, capacity: Capacity): string[] {
  const grants: { readonly [record: string]: readonly Grant[] | undefined } = of.capacities[capacity] ?? {};
  return [...new Set(Object.entries(grants).flatMap(([record, lines]) => lines!.flatMap(({ event }) => (event ? [`${record}.${event}`] : []))))].sort();
}
