import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, DataClass, Day, Flag, Key, Many, Moment, One, Record, Ref, Refs, Share, Shown, statesOf, Task, Text, Version } from '#kernel';
import { Partner } from '#directory';
import { Attachment, Look, LOOK_DAYS, Message, Note, OwnNumber, Recusal, TimelineEntry } from '#dossiers';
import { AgreedWay, Client } from '#clients';
import { AccessRequest } from './access-request.record.js';
import { Answer } from './answer.record.js';
import { Receipt } from './receipt.record.js';
import { Recipient } from './recipient.record.js';
import { ReferralPerson } from './referral-person.record.js';
import { referralFlow, ReferralState } from './referral.workflow.js';

export enum IncomeSource {
  WAGE = 'WAGE',
  SELF_EMPLOYED = 'SELF_EMPLOYED',
  UNEMPLOYMENT = 'UNEMPLOYMENT',
  SICKNESS = 'SICKNESS',
  LIVING_WAGE = 'LIVING_WAGE',
  PENSION = 'PENSION',
  OTHER = 'OTHER',
  NONE = 'NONE',
}
export enum HousingSituation {
  PRIVATE_RENT = 'PRIVATE_RENT',
  SOCIAL_RENT = 'SOCIAL_RENT',
  OWNER = 'OWNER',
  WITH_FAMILY_OR_FRIENDS = 'WITH_FAMILY_OR_FRIENDS',
  SHELTER = 'SHELTER',
  INSTITUTION = 'INSTITUTION',
  HOMELESS = 'HOMELESS',
  OTHER = 'OTHER',
}
/** What warms the home. */
export enum Heating {
  GAS = 'GAS',
  OIL = 'OIL',
  ELECTRIC = 'ELECTRIC',
  WOOD_OR_PELLETS = 'WOOD_OR_PELLETS',
  COAL = 'COAL',
  NONE = 'NONE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ReferralState, { name: 'ReferralState' });
registerEnumType(IncomeSource, { name: 'IncomeSource' });
registerEnumType(HousingSituation, { name: 'HousingSituation' });
registerEnumType(Heating, { name: 'Heating' });

/**
 * A partner's question to others, about one client and her household, with what was chosen to go along. One fixed set of columns
 * for every type of referral: a type says which of them are asked (decisions 13). What a receiver would learn of the others by is
 * `PROGRESS`: where the sender stands is the sender's.
 */
@Record('referral', {
  seat: 'id',
  verbs: { draft: null, ...statesOf(referralFlow) },
  carries: [DataClass.HEALTH, DataClass.JUDICIAL],
  historic: [
    'question', 'phone', 'email', 'language', 'contactNote', 'street', 'postcode', 'municipality', 'adults', 'children', 'accessibleHome', 'householdNote', 'incomeSource', 'incomeNote', 'meetsIncomeCondition', 'lowestIncomeCategory',
    'incomeProofOn', 'debtsNote', 'housingSituation', 'housingNote', 'housingWishes', 'pastTenancyNote', 'heating', 'homeNote',
  ],
  description: "A partner's question to other partners, about one client.",
})
export class Referral extends Shown {
  @Key() id: string;
  @Version('PROGRESS') version: number;
  @Ref('CORE', { column: 'partner_id' }) fromPartnerId: string;
  @Text('CORE', { description: 'Random, so that it tells nothing about how many there are.' }) number: string;
  @Choice('PROGRESS', ReferralState) state: ReferralState;
  @Text('CORE', { max: 40 }) type: string;
  @Flag('CORE') urgent: boolean;
  @Flag('CORE', { description: 'The guidance itself moves; the sender stays responsible until it is accepted.' }) transfer: boolean;
  @Ref('CORE', { shown: false }) senderId: string;
  @Text('CORE') senderName: string;
  @Text('CORE', { max: 2000, optional: true, description: 'Every receiver reads it.' }) question: string | null;
  @Day('CORE', { optional: true, description: 'When the client agreed.' }) agreedOn: string | null;
  @Choice('CORE', AgreedWay, { optional: true }) agreedWay: AgreedWay | null;
  @Flag('PROGRESS', { optional: true, description: 'The receivers are told of each other.' }) openReceivers: boolean | null;
  @Ref('CORE', { optional: true, description: 'Against whom the client stands in this matter: finds nothing of it.' }) opposingPartnerId: string | null;
  @Refs('CORE', { description: 'To whom the client agrees that a receiver passes the question on.' }) redirectIds: string[];
  @Flag('CORE', { description: 'The address is protected: no receiver gets it.' }) addressProtected: boolean;
  @Moment('CORE') draftedAt: Date;
  @Moment('PROGRESS') changedAt: Date;
  @Moment('PROGRESS', { optional: true }) sentAt: Date | null;
  @Moment('PROGRESS', { optional: true, description: 'Until then it can be taken back.' }) deliverAt: Date | null;
  @Moment('CORE', { optional: true }) deliveredAt: Date | null;
  @Moment('PROGRESS', { optional: true }) closedAt: Date | null;
  @Count('PROGRESS', { max: 2_000_000_000, description: 'Counts the versions of the content that were sent.' }) contentVersion: number;
  @Moment('PROGRESS', { optional: true }) contentAt: Date | null;

  @Text('IDENTITY', { max: 80 }) givenName: string;
  @Text('IDENTITY', { max: 80 }) familyName: string;
  @Day('IDENTITY', { optional: true }) birthDate: string | null;

  @Text('CONTACT', { max: 30, optional: true }) phone: string | null;
  @Text('CONTACT', { max: 120, optional: true }) email: string | null;
  @Text('CONTACT', { max: 60, optional: true }) language: string | null;
  @Text('CONTACT', { max: 300, optional: true }) contactNote: string | null;

  @Text('ADDRESS', { max: 120, optional: true }) street: string | null;
  @Text('ADDRESS', { max: 10, optional: true }) postcode: string | null;
  @Text('ADDRESS', { max: 80, optional: true }) municipality: string | null;

  @Count('HOUSEHOLD_SIZE', { max: 20, optional: true }) adults: number | null;
  @Count('HOUSEHOLD_SIZE', { max: 20, optional: true }) children: number | null;
  @Flag('HOUSEHOLD_SIZE', { optional: true, description: 'The home must be accessible.' }) accessibleHome: boolean | null;
  @Text('HOUSEHOLD', { max: 1000, optional: true }) householdNote: string | null;

  @Choice('INCOME', IncomeSource, { optional: true }) incomeSource: IncomeSource | null;
  @Text('INCOME', { max: 500, optional: true }) incomeNote: string | null;
  @Flag('INCOME_CONDITION', { optional: true, description: 'Meets the income condition of social rent.' }) meetsIncomeCondition: boolean | null;
  @Flag('INCOME_CATEGORY', { optional: true, description: 'Is of the lowest income category.' }) lowestIncomeCategory: boolean | null;
  @Day('INCOME_CATEGORY', { optional: true, description: 'When the proof of it was seen.' }) incomeProofOn: string | null;

  @Text('DEBTS', { max: 1000, optional: true }) debtsNote: string | null;

  @Choice('HOUSING', HousingSituation, { optional: true }) housingSituation: HousingSituation | null;
  @Text('HOUSING', { max: 1000, optional: true }) housingNote: string | null;
  @Text('HOUSING_WISHES', { max: 1000, optional: true }) housingWishes: string | null;
  @Text('HOUSING_WISHES', { max: 500, optional: true, description: 'Renting before from the housing company that is asked.' }) pastTenancyNote: string | null;
  @Choice('HOUSING_TECHNICAL', Heating, { optional: true }) heating: Heating | null;
  @Text('HOUSING_TECHNICAL', { max: 1000, optional: true, description: 'Technical facts of the home.' }) homeNote: string | null;

  @Many(() => Recipient, '{t}.id', { by: 'dossierId', description: 'To whom it goes, and what was chosen for each: for the sender alone.' }) recipients: Recipient[];
  @Many(() => ReferralPerson, '{t}.id', { by: 'dossierId', description: 'Who else of the household it is about: once she agreed.' }) persons: ReferralPerson[];
  @Many(() => Note, '{t}.id', { by: 'dossierId', order: { field: 'changedAt' }, description: "The sender's text on health or justice when it is shared, and one's own private notes." }) notes: Note[];
  @Many(() => Attachment, '{t}.id', { by: 'dossierId', order: { field: 'addedAt', descending: true }, atMost: 100, description: 'Files that the reader may read; of what her partner removed, that it was there.' }) attachments: Attachment[];
  @Many(() => Answer, '{t}.id', { by: 'dossierId', description: "A sender sees each receiver's, a receiver its own." }) answers: Answer[];
  @Many(() => Share, '{t}.id', { by: 'dossierId', order: { field: 'since', descending: true }, atMost: 200, description: 'What is and was lent: a sender sees all of it, a receiver its own.' }) shares: Share[];
  @Many(() => Receipt, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200, description: 'What each receiver got: for the sender.' }) receipts: Receipt[];
  @Many(() => AccessRequest, '{t}.id', { by: 'dossierId', order: { field: 'askedAt', descending: true } }) accessRequests: AccessRequest[];
  @Many(() => Message, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200, description: 'What was written for one\'s own partner, and what it wrote.' }) messages: Message[];
  @Many(() => TimelineEntry, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200 }) timeline: TimelineEntry[];
  @Many(() => Look, LOOK_DAYS, { order: { field: 'at', descending: true }, atMost: 1000, description: 'One look for each day and organisation that looked; refused attempts apart.' }) lookDays: Look[];
  @Many(() => Recusal, '{t}.id', { by: 'dossierId', order: { field: 'since' }, description: 'Who of the own people is kept away.' }) recusals: Recusal[];
  @One(() => OwnNumber, 'select n.id from own_number n where n.dossier_id = {t}.id and n.partner_id = $1::uuid', { description: "One's own organisation's number for it." }) ownNumber: OwnNumber | null;
  @One(() => Client, 'select f.dossier_id from client_file f where f.about_id = {t}.id and f.partner_id = $1::uuid', { description: "One's own file of this person, when there is one." }) client: Client | null;
}

// Records below this slice that show its referrals, or look at one; they cannot know of it themselves.
One(
  () => Partner,
  // The name of an OCMW or a municipality tells where somebody lives: not where her address is protected from the reader (BR-P18).
  `select o.id from partner o where o.id = {t}.partner_id and (o.id = $1::uuid or o.kind not in ('OCMW', 'MUNICIPALITY') or not exists (select from referral r where r.id = {t}.dossier_id and r.address_protected and r.partner_id <> $1::uuid))`,
  { description: 'Absent where its name would tell where somebody lives whose address is protected.' },
)(Look.prototype, 'partner');
One(() => Referral, '{t}.dossier_id', { description: 'The referral that the task is about.' })(Task.prototype, 'referral');
One(() => Referral, '{t}.dossier_id', { description: 'The referral on which it was written.' })(Message.prototype, 'referral');
Many(() => Referral, 'select f.about_id from client_file f where f.dossier_id = {t}.id and f.partner_id = $1::uuid', { order: { field: 'draftedAt', descending: true } })(Client.prototype, 'referrals');
