import { subject } from '@casl/ability';
import { regimeOf, ROLES_AT } from '#directory';
import { abilityOf, type Book, type Capacity, type Grant, PartnerKind, type Role } from '#kernel';
import '../../apps/api/src/doors.js';
import { CLASSES, FIELDS, HAS, type Kind, type Meeting, type Seat, seen } from './matrix.js';

type Ability = ReturnType<typeof abilityOf>;
export const SEATS: readonly Seat[] = ['OWNER', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER'];
export const RECORDS = Object.keys(HAS);
const both = [true, false];
/** The last field of a class stands for it. */
const fieldOf = (record: string, dataClass: string): string => (dataClass === 'CORE' ? 'id' : record === 'Agreement' ? 'agreedName' : (FIELDS[record]?.[dataClass]?.split(' ').at(-1) ?? `#${dataClass}`));

export const me = { partnerId: '11111111-1111-4111-8111-111111111111', personId: '22222222-2222-4222-8222-222222222222' };
const another = '33333333-3333-4333-8333-333333333333';
export const capacities = Object.keys(PartnerKind).flatMap((kind) => Object.keys({ ...Object.fromEntries(ROLES_AT[kind as PartnerKind].map((role) => [role, 1])), COORDINATOR: 1 }).map((role): [Kind, string] => [kind as Kind, role]));

/** What has a say in few records only: each of these is varied by itself. */
const SPECIAL: { [record: string]: readonly Partial<Meeting>[] } = {
  Referral: [{ opposed: true }, { protectedAddress: true }, { opposed: true, protectedAddress: true }],
  Client: [{ protectedAddress: true }],
  Share: [{ toMe: true }],
  AccessRequest: [{ toMe: true }],
  Attachment: [{ waits: true }],
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

/** What the book gives, of a row like this. */
export function given(ability: Ability, { record, seat, mine, author, dataClass, lent: lentHere, toMe, toOthers, waits, opposed, protectedAddress = false, glass = false, sealed = false, support = false }: Meeting, excluded = false): string[] {
  const [partnerId, other] = [mine, toMe].map((yes) => (yes ? me.partnerId : another));
  const my = { roles: [seat], lent: lentHere, excluded, glass, support, addressed: mine || !toOthers };
  const row = { id: another, partnerId, fromPartnerId: partnerId, grantedBy: other, toPartnerId: other, opposingPartnerId: opposed ? me.partnerId : null, addressProtected: protectedAddress, authorId: author ? me.personId : another, dataClass, sealed, ...(record === 'Attachment' && { state: waits ? 'PENDING' : 'CLEAN' }), my };
  if (dataClass) return ability.can('read', subject(record, row) as never) ? [dataClass] : [];
  return HAS[record].filter((each) => ability.can('read', subject(record, row) as never, fieldOf(record, each)));
}

export const readerOf = (kind: Kind, role: string, political = false) => ({ ...me, partnerKind: kind as PartnerKind, role: role as Role, regime: regimeOf(kind as PartnerKind, role as Role), political });

/** Where a book is not what the matrix says, one after the other. @param only of this capacity @param records of these */
export function* differing(of: Book, only?: Capacity, records: readonly string[] = RECORDS): Generator<string> {
  const met = meetings.filter(({ record }) => records.includes(record));
  for (const [kind, role] of capacities) {
    if (only && only !== `${kind}/${role}`) continue;
    const [citizen, politician] = [false, true].map((political) => abilityOf(of, readerOf(kind, role, political)));
    for (const meeting of met) {
      const [found, wanted] = [given(meeting.political ? politician : citizen, meeting), seen(kind, role, meeting)];
      if ([...found].sort().join() !== [...wanted].sort().join()) yield `${kind}/${role} meets ${JSON.stringify(meeting)}: ${found.join(' ')} where the matrix says ${wanted.join(' ') || 'nothing'}`;
    }
  }
}

export const differences = (...asked: Parameters<typeof differing>): string[] => [...differing(...asked)];

/** The verbs of a capacity in a book, as `Record.event`. */
export function verbsOf(of: Book, capacity: Capacity): string[] {
  const grants: { readonly [record: string]: readonly Grant[] | undefined } = of.capacities[capacity] ?? {};
  return [...new Set(Object.entries(grants).flatMap(([record, lines]) => lines!.flatMap(({ event }) => (event ? [`${record}.${event}`] : []))))].sort();
}
