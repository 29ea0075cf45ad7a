import { subject } from '@casl/ability';
import { describe, expect, it } from '@jest/globals';
import { REGIME_OF, ROLES_AT } from '#directory';
import { abilityOf, allRecords, type Book, type Capacity, DataClass, type Grant, lent, PartnerKind, type Role, see } from '#kernel';
import { book } from '#privacy';
import '../../apps/api/src/doors.js';
import { CLASSES, HAS, type Kind, type Meeting, type Seat, seen, verbs, WORKERS } from './matrix.js';

type Ability = ReturnType<typeof abilityOf>;
const SEATS: readonly Seat[] = ['OWNER', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER'];
const RECORDS = Object.keys(HAS);
const both = [true, false];
/** One field that stands for its class. */
const STANDS_FOR: { [dataClass: string]: string } = { CORE: 'id', IDENTITY: 'familyName', CONTACT: 'phone', HOUSEHOLD: 'adults', INCOME: 'incomeNote', DEBTS: 'debtsNote', HOUSING: 'housingNote', HEALTH: '#HEALTH', JUDICIAL: '#JUDICIAL' };
const fieldOf = (record: string, dataClass: string): string => (dataClass === 'OUTCOME' ? (record === 'Answer' ? 'advice' : 'outcome') : STANDS_FOR[dataClass]);

const me = { partnerId: '11111111-1111-4111-8111-111111111111', personId: '22222222-2222-4222-8222-222222222222' };
const another = '33333333-3333-4333-8333-333333333333';
const capacities = Object.keys(PartnerKind).flatMap((kind) => Object.keys({ ...Object.fromEntries(ROLES_AT[kind as PartnerKind].map((role) => [role, 1])), COORDINATOR: 1 }).map((role): [Kind, string] => [kind as Kind, role]));

/** Every way in which a reader may meet a row. */
const meetings: Meeting[] = RECORDS.flatMap((record) =>
  SEATS.flatMap((seat) =>
    both.flatMap((mine) =>
      both.flatMap((author) =>
        (record === 'Note' ? HAS.Note : [undefined]).flatMap((dataClass) => [[], CLASSES].map((lentHere): Meeting => ({ record, seat, mine, author, dataClass, lent: lentHere }))),
      ),
    ),
  ),
);

/** What the book gives, of a row like this. */
function given(ability: Ability, { record, seat, mine, author, dataClass, lent: lentHere }: Meeting, excluded = false): string[] {
  const partnerId = mine ? me.partnerId : another;
  const row = { id: another, partnerId, fromPartnerId: partnerId, authorId: author ? me.personId : another, dataClass, my: { roles: [seat], lent: lentHere, excluded } };
  if (dataClass) return ability.can('read', subject(record, row) as never) ? [dataClass] : [];
  return HAS[record].filter((each) => ability.can('read', subject(record, row) as never, fieldOf(record, each)));
}

function differences(of: Book): string[] {
  return capacities.flatMap(([kind, role]) => {
    const ability = abilityOf(of, { ...me, partnerKind: kind as PartnerKind, role: role as Role, regime: REGIME_OF[kind as PartnerKind], political: false });
    return meetings.flatMap((meeting) => {
      const [found, wanted] = [given(ability, meeting), seen(kind, role, meeting)];
      return found.join() === [...wanted].join() ? [] : [`${kind}/${role} meets ${JSON.stringify(meeting)}: ${found.join(' ')} where the matrix says ${wanted.join(' ') || 'nothing'}`];
    });
  });
}

/** The book with one more line. */
const oneMore = (capacity: Capacity, record: string, grant: Grant): Book => {
  const grants: { readonly [record: string]: readonly Grant[] | undefined } = book.capacities[capacity] ?? {};
  return { ...book, capacities: { ...book.capacities, [capacity]: { ...grants, [record]: [...(grants[record] ?? []), grant] } } };
};

describe('the privacy matrix', () => {
  it('is what the book says, for every capacity, seat, writer and share', () => {
    expect(meetings.length * capacities.length).toBeGreaterThan(5000);
    expect(differences(book)).toEqual([]);
  });

  it('is empty for who is excluded, whatever her seat and whatever was lent', () => {
    for (const [kind, role] of capacities) {
      const ability = abilityOf(book, { ...me, partnerKind: kind as PartnerKind, role: role as Role, regime: REGIME_OF[kind as PartnerKind], political: false });
      expect([kind, role, meetings.flatMap((meeting) => given(ability, meeting, true))]).toEqual([kind, role, []]);
      for (const record of RECORDS) for (const event of ['accept', 'change', 'edit', 'reply', 'send', 'write']) expect(ability.can(event, subject(record, { partnerId: me.partnerId, authorId: me.personId, my: { roles: SEATS, lent: [], excluded: true } }) as never)).toBe(false);
    }
  });

  it('knows every capacity of the book, and no other', () => {
    expect(Object.keys(book.capacities).filter((capacity) => !capacities.some(([kind, role]) => `${kind}/${role}` === capacity))).toEqual([]);
    for (const [kind, role] of Object.entries(WORKERS)) if (role) expect(book.capacities[`${kind}/${role}` as Capacity]).toBeDefined();
  });

  it('gives each capacity these verbs and no more', () => {
    for (const [kind, role] of capacities) {
      const grants: { readonly [record: string]: readonly Grant[] | undefined } = book.capacities[`${kind}/${role}` as Capacity] ?? {};
      const found = Object.entries(grants).flatMap(([record, lines]) => lines!.flatMap(({ event }) => (event ? [`${record}.${event}`] : [])));
      expect([kind, role, [...new Set(found)].sort()]).toEqual([kind, role, verbs(kind, role)]);
    }
  });

  it('lets what is worked out of columns be shown with them: each of these is CORE', () => {
    const derived = allRecords().flatMap((record) => Object.values(record.derived ?? {}).flatMap((fields) => fields.map((field) => [record.name, field, record.columns.get(field)?.class])));
    expect(derived.length).toBeGreaterThan(8);
    expect(derived.filter(([, , of]) => of !== DataClass.CORE)).toEqual([]);
  });

  it.each<[string, Capacity, string, Grant]>([
    ['income for a landlord by right', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', see('RECEIVER', 'INCOME')],
    ['debts for a landlord when shared', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', lent('RECEIVER', 'DEBTS')],
    ['the home for the Energiehuis by right', 'ENERGY_HOUSE/ENERGY_ADVISER', 'Referral', see('RECEIVER', 'HOUSING')],
    ['contact by right for a counsellor', 'WOONDIENST/HOUSING_COUNSELLOR', 'Referral', see('RECEIVER', 'CONTACT')],
    ['names for a coordinator', 'OCMW/COORDINATOR', 'Referral', see('RECEIVER', 'IDENTITY')],
    ['a file for an admin', 'OCMW/PARTNER_ADMIN', 'Client', see('OWNER')],
    ['a question for a DPO', 'WOONDIENST/DPO', 'Referral', see('RECEIVER')],
    ["another receiver's answer", 'CAW/SOCIAL_WORKER', 'Answer', see('RECEIVER', 'OUTCOME')],
    ["a withdrawn referral for who received it", 'WOONDIENST/HOUSING_COUNSELLOR', 'Referral', see('FORMER_RECEIVER')],
  ])('would turn red by one more line in the book: %s', (_, capacity, record, grant) => {
    expect(differences(oneMore(capacity, record, grant))).not.toEqual([]);
  });

  it.each<[string, Capacity, string, Grant]>([
    ["a colleague's private note", 'OCMW/SOCIAL_WORKER', 'Note', see('SENDER', 'PRIVATE_NOTE', { partnerId: me.partnerId })],
    ['health for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Note', lent('RECEIVER', 'HEALTH', 'JUDICIAL')],
    ['the marker of health for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', lent('RECEIVER', 'HEALTH', 'JUDICIAL')],
  ])('lets no line of the book win from a law: %s', (_, capacity, record, grant) => {
    expect(differences(oneMore(capacity, record, grant))).toEqual([]);
  });
});
