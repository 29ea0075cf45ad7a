import { subject } from '@casl/ability';
import { describe, expect, it } from '@jest/globals';
import { regimeOf, ROLES_AT } from '#directory';
import { abilityOf, allRecords, type Book, type Capacity, DataClass, type Grant, lent, PartnerKind, type Role, see } from '#kernel';
import { book } from '#privacy';
import '../../apps/api/src/doors.js';
import { CLASSES, FIELDS, HAS, type Kind, type Meeting, type Seat, seen, verbs, WORKERS } from './matrix.js';

type Ability = ReturnType<typeof abilityOf>;
const SEATS: readonly Seat[] = ['OWNER', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER'];
const RECORDS = Object.keys(HAS);
const both = [true, false];
/** The last field of a class stands for it. */
const fieldOf = (record: string, dataClass: string): string => (dataClass === 'CORE' ? 'id' : record === 'Agreement' ? 'agreedName' : (FIELDS[record]?.[dataClass]?.split(' ').at(-1) ?? `#${dataClass}`));

const me = { partnerId: '11111111-1111-4111-8111-111111111111', personId: '22222222-2222-4222-8222-222222222222' };
const another = '33333333-3333-4333-8333-333333333333';
const capacities = Object.keys(PartnerKind).flatMap((kind) => Object.keys({ ...Object.fromEntries(ROLES_AT[kind as PartnerKind].map((role) => [role, 1])), COORDINATOR: 1 }).map((role): [Kind, string] => [kind as Kind, role]));

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
const meetings: Meeting[] = RECORDS.flatMap((record) =>
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
function given(ability: Ability, { record, seat, mine, author, dataClass, lent: lentHere, toMe, toOthers, waits, opposed, protectedAddress = false, glass = false, sealed = false, support = false }: Meeting, excluded = false): string[] {
  const [partnerId, other] = [mine, toMe].map((yes) => (yes ? me.partnerId : another));
  const my = { roles: [seat], lent: lentHere, excluded, glass, support, addressed: mine || !toOthers };
  const row = { id: another, partnerId, fromPartnerId: partnerId, grantedBy: other, toPartnerId: other, opposingPartnerId: opposed ? me.partnerId : null, addressProtected: protectedAddress, authorId: author ? me.personId : another, dataClass, sealed, ...(record === 'Attachment' && { state: waits ? 'PENDING' : 'CLEAN' }), my };
  if (dataClass) return ability.can('read', subject(record, row) as never) ? [dataClass] : [];
  return HAS[record].filter((each) => ability.can('read', subject(record, row) as never, fieldOf(record, each)));
}

const readerOf = (kind: Kind, role: string, political = false) => ({ ...me, partnerKind: kind as PartnerKind, role: role as Role, regime: regimeOf(kind as PartnerKind, role as Role), political });

function differences(of: Book, only?: Capacity): string[] {
  return capacities.filter(([kind, role]) => !only || only === `${kind}/${role}`).flatMap(([kind, role]) => {
    const [citizen, politician] = [false, true].map((political) => abilityOf(of, readerOf(kind, role, political)));
    return meetings.flatMap((meeting) => {
      const [found, wanted] = [given(meeting.political ? politician : citizen, meeting), seen(kind, role, meeting)];
      return [...found].sort().join() === [...wanted].sort().join() ? [] : [`${kind}/${role} meets ${JSON.stringify(meeting)}: ${found.join(' ')} where the matrix says ${wanted.join(' ') || 'nothing'}`];
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
    expect(meetings.length * capacities.length).toBeGreaterThan(50_000);
    expect(differences(book)).toEqual([]);
  });

  it('is empty for who is excluded, whatever her seat and whatever was lent', () => {
    for (const [kind, role] of capacities) {
      const ability = abilityOf(book, readerOf(kind, role));
      expect([kind, role, meetings.flatMap((meeting) => given(ability, meeting, true))]).toEqual([kind, role, []]);
      for (const record of RECORDS) for (const event of new Set(verbs(kind, role).map((verb) => verb.split('.')[1]))) expect(ability.can(event, subject(record, { partnerId: me.partnerId, authorId: me.personId, my: { roles: SEATS, lent: [], addressed: true, excluded: true } }) as never)).toBe(false);
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
    ['a client for support', 'OCMW/PLATFORM_ADMIN', 'Client', see('OWNER')],
    ['a question for a DPO', 'WOONDIENST/DPO', 'Referral', see('RECEIVER')],
    ["another receiver's answer", 'CAW/SOCIAL_WORKER', 'Answer', see('RECEIVER', 'OUTCOME')],
    ["a minimum that is wider: all of a household for a landlord", 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', lent('RECEIVER', 'HOUSEHOLD')],
    ["a minimum that is wider: the landlord's for the Energiehuis", 'ENERGY_HOUSE/ENERGY_ADVISER', 'Referral', lent('RECEIVER', 'INCOME_CONDITION')],
    ['where the sender stands for a receiver', 'CAW/SOCIAL_WORKER', 'Referral', see('RECEIVER', 'PROGRESS')],
    ['where the sender stands for the coordinator of a receiver', 'OCMW/COORDINATOR', 'Referral', see('RECEIVER', 'PROGRESS')],
    ['to whom it went for a receiver', 'CAW/SOCIAL_WORKER', 'Recipient', see('RECEIVER')],
    ['what others got for a receiver', 'CAW/SOCIAL_WORKER', 'Receipt', see('RECEIVER')],
    ["another receiver's share", 'CAW/SOCIAL_WORKER', 'Share', see('RECEIVER')],
    ["another receiver's question for more", 'OCMW/SOCIAL_WORKER', 'AccessRequest', see('RECEIVER')],
    ["another's own number", 'OCMW/SOCIAL_WORKER', 'OwnNumber', see('SENDER')],
    ["another's recusals", 'WOONDIENST/HOUSING_COUNSELLOR', 'Recusal', see('RECEIVER')],
    ["a sender's file that was not lent", 'CAW/SOCIAL_WORKER', 'Attachment', see('RECEIVER', 'DEBTS')],
    ['a file that no scanner let pass', 'WOONDIENST/HOUSING_COUNSELLOR', 'Attachment', lent('RECEIVER', 'DEBTS')],
    ["a receiver's files for the sender", 'OCMW/SOCIAL_WORKER', 'Attachment', see('SENDER', 'INCOME')],
    ['debts in a file for the Energiehuis', 'ENERGY_HOUSE/ENERGY_ADVISER', 'Attachment', lent('RECEIVER', 'DEBTS')],
    ['what others wrote for somebody who has left', 'WOONDIENST/HOUSING_COUNSELLOR', 'Message', see('FORMER_RECEIVER')],
    ['messages for a coordinator', 'OCMW/COORDINATOR', 'Message', see('SENDER', 'MESSAGE')],
    ['for whom else a message is, for who reads it', 'CAW/SOCIAL_WORKER', 'Message', see('RECEIVER', 'PROGRESS')],
    ['who of them asked, for who is asked', 'WOONDIENST/HOUSING_COUNSELLOR', 'Consult', see('RECEIVER', 'PROGRESS')],
    ['all of a household for a landlord that is asked', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Consult', see('RECEIVER', 'HOUSEHOLD')],
    ['the mediation for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'MediationCase', see('SENDER')],
    ["the mediation for a landlord's coordinator", 'HOUSING_COMPANY/COORDINATOR', 'MediationCase', see('OWNER')],
    ['the parties for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'MediationParty', see('SENDER', 'IDENTITY')],
    ['how the talks went for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'MediationSession', see('SENDER')],
    ['who else signed for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'SettlementSignature', see('SENDER')],
    ['the home of a signal for a coordinator', 'WOONDIENST/COORDINATOR', 'TensionSignal', see('RECEIVER', 'ADDRESS')],
    ['the renters for a coordinator', 'HOUSING_COMPANY/COORDINATOR', 'SignalRenter', see('SENDER')],
    ['a signal for who is a social worker', 'OCMW/SOCIAL_WORKER', 'TensionSignal', see('RECEIVER')],
    ['a mediation for a DPO', 'WOONDIENST/DPO', 'MediationCase', see('OWNER')],
    ["a withdrawn referral for who received it", 'WOONDIENST/HOUSING_COUNSELLOR', 'Referral', see('FORMER_RECEIVER')],
  ])('would turn red by one more line in the book: %s', (_, capacity, record, grant) => {
    expect(differences(oneMore(capacity, record, grant), capacity)).not.toEqual([]);
  });

  it.each<[string, Capacity, string, Grant]>([
    ['whoever is the opposing party', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', see('RECEIVER', 'IDENTITY', { opposingPartnerId: me.partnerId })],
    ["a colleague's private note", 'OCMW/SOCIAL_WORKER', 'Note', see('SENDER', 'PRIVATE_NOTE', { partnerId: me.partnerId })],
    ["a mediator's note for a colleague", 'WOONDIENST/HOUSING_COUNSELLOR', 'Note', see('OWNER', 'PRIVATE_NOTE', { partnerId: me.partnerId })],
    ['a note that is sealed', 'WOONDIENST/HOUSING_COUNSELLOR', 'Note', see('OWNER', 'PRIVATE_NOTE', { authorId: me.personId, sealed: true })],
    ['health for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Note', lent('RECEIVER', 'HEALTH', 'JUDICIAL')],
    ['the marker of health for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', lent('RECEIVER', 'HEALTH', 'JUDICIAL')],
  ])('lets no line of the book win from a law: %s', (_, capacity, record, grant) => {
    expect(differences(oneMore(capacity, record, grant), capacity)).toEqual([]);
  });
});
