import { subject } from '@casl/ability';
import { describe, expect, it } from '@jest/globals';
import { abilityOf, allRecords, type Book, type Capacity, DataClass, type Grant, lent, see } from '#kernel';
import { book } from '#privacy';
import { encounters, verbs } from './deeds.js';
import { WORKERS } from './matrix.js';
import { capacities, differences, differing, given, me, meetings, misplaced, readerOf, RECORDS, SEATS, verbsOf } from './meetings.js';

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
      expect([kind, role, meetings.flatMap((meeting) => given(ability, meeting, { excluded: true }))]).toEqual([kind, role, []]);
      for (const record of RECORDS) for (const event of new Set(verbs(kind, role).map((verb) => verb.split('.')[1]))) expect(ability.can(event, subject(record, { partnerId: me.partnerId, authorId: me.personId, my: { roles: SEATS, lent: [], addressed: true, excluded: true } }) as never)).toBe(false);
    }
  });

  it('knows every capacity of the book, and no other', () => {
    expect(Object.keys(book.capacities).filter((capacity) => !capacities.some(([kind, role]) => `${kind}/${role}` === capacity))).toEqual([]);
    for (const [kind, role] of Object.entries(WORKERS)) if (role) expect(book.capacities[`${kind}/${role}` as Capacity]).toBeDefined();
  });

  it('gives each capacity these verbs and no more', () => {
    for (const [kind, role] of capacities) expect([kind, role, verbsOf(book, `${kind}/${role}` as Capacity)]).toEqual([kind, role, verbs(kind, role)]);
  });

  it('lets each do a deed on the rows that the table of deeds names, and read those of her own organisation', () => {
    expect([...misplaced(book)].slice(0, 4)).toEqual([]);
    expect([...encounters.values()].flat().length * capacities.length).toBeGreaterThan(50_000);
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
    expect(differing(oneMore(capacity, record, grant), capacity, [record]).next().done).toBe(false);
  });

  it.each<[string, Capacity, string, Grant]>([
    ['whoever is the opposing party', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', see('RECEIVER', 'IDENTITY', { opposingPartnerId: me.partnerId })],
    ["a colleague's private note", 'OCMW/SOCIAL_WORKER', 'Note', see('SENDER', 'PRIVATE_NOTE', { partnerId: me.partnerId })],
    ["a mediator's note for a colleague", 'WOONDIENST/HOUSING_COUNSELLOR', 'Note', see('OWNER', 'PRIVATE_NOTE', { partnerId: me.partnerId })],
    ['a note that is sealed', 'WOONDIENST/HOUSING_COUNSELLOR', 'Note', see('OWNER', 'PRIVATE_NOTE', { authorId: me.personId, sealed: true })],
    ['health for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Note', lent('RECEIVER', 'HEALTH', 'JUDICIAL')],
    ['the marker of health for a landlord', 'HOUSING_COMPANY/TENANCY_OFFICER', 'Referral', lent('RECEIVER', 'HEALTH', 'JUDICIAL')],
  ])('lets no line of the book win from a law: %s', (_, capacity, record, grant) => {
    expect(differences(oneMore(capacity, record, grant), capacity, [record])).toEqual([]);
  });
});
