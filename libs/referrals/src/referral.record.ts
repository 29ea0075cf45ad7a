import { registerEnumType } from '@nestjs/graphql';
import { Choice, Count, DataClass, Day, Flag, Key, Many, Moment, One, Record, Ref, Shown, statesOf, Task, Text, Version } from '#kernel';
import { Note, TimelineEntry } from '#dossiers';
import { AgreedWay, Client } from '#clients';
import { Answer } from './answer.record.js';
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
registerEnumType(ReferralState, { name: 'ReferralState' });
registerEnumType(IncomeSource, { name: 'IncomeSource' });
registerEnumType(HousingSituation, { name: 'HousingSituation' });

/**
 * A partner's question to another, about one client, with what was chosen to go along. One fixed set of columns for every
 * type of referral: a type says which of them are asked (decisions 13).
 */
@Record('referral', {
  seat: 'id',
  verbs: { draft: null, ...statesOf(referralFlow) },
  carries: [DataClass.HEALTH, DataClass.JUDICIAL],
  description: "A partner's question to another partner, about one client.",
})
export class Referral extends Shown {
  @Key() id: string;
  @Version() version: number;
  @Ref('CORE', { column: 'partner_id' }) fromPartnerId: string;
  @Text('CORE', { description: 'Random, so that it tells nothing about how many there are.' }) number: string;
  @Choice('CORE', ReferralState) state: ReferralState;
  @Text('CORE', { max: 40 }) type: string;
  @Flag('CORE') urgent: boolean;
  @Ref('CORE', { shown: false }) senderId: string;
  @Text('CORE') senderName: string;
  @Ref('CORE', { optional: true }) receiverId: string | null;
  @Text('CORE', { max: 2000, optional: true, description: 'Every receiver reads it.' }) question: string | null;
  @Day('CORE', { optional: true, description: 'When the client agreed.' }) agreedOn: string | null;
  @Choice('CORE', AgreedWay, { optional: true }) agreedWay: AgreedWay | null;
  @Moment('CORE') draftedAt: Date;
  @Moment('CORE') changedAt: Date;
  @Moment('CORE', { optional: true }) deliveredAt: Date | null;
  @Moment('CORE', { optional: true }) closedAt: Date | null;

  @Text('IDENTITY', { max: 80 }) givenName: string;
  @Text('IDENTITY', { max: 80 }) familyName: string;
  @Day('IDENTITY', { optional: true }) birthDate: string | null;

  @Text('CONTACT', { max: 30, optional: true }) phone: string | null;
  @Text('CONTACT', { max: 120, optional: true }) email: string | null;
  @Text('CONTACT', { max: 120, optional: true }) street: string | null;
  @Text('CONTACT', { max: 10, optional: true }) postcode: string | null;
  @Text('CONTACT', { max: 80, optional: true }) municipality: string | null;
  @Text('CONTACT', { max: 60, optional: true }) language: string | null;
  @Text('CONTACT', { max: 300, optional: true }) contactNote: string | null;

  @Count('HOUSEHOLD', { max: 20, optional: true }) adults: number | null;
  @Count('HOUSEHOLD', { max: 20, optional: true }) children: number | null;
  @Text('HOUSEHOLD', { max: 1000, optional: true }) householdNote: string | null;

  @Choice('INCOME', IncomeSource, { optional: true }) incomeSource: IncomeSource | null;
  @Text('INCOME', { max: 500, optional: true }) incomeNote: string | null;

  @Text('DEBTS', { max: 1000, optional: true }) debtsNote: string | null;

  @Choice('HOUSING', HousingSituation, { optional: true }) housingSituation: HousingSituation | null;
  @Text('HOUSING', { max: 1000, optional: true }) housingNote: string | null;
  @Text('HOUSING', { max: 1000, optional: true }) housingWishes: string | null;

  @Many(() => Note, '{t}.id', { by: 'dossierId', order: { field: 'changedAt' }, description: "The sender's text on health or justice when it is shared, and one's own private notes." }) notes: Note[];
  @Many(() => Answer, '{t}.id', { by: 'dossierId', description: "A sender sees each receiver's, a receiver its own." }) answers: Answer[];
  @Many(() => TimelineEntry, '{t}.id', { by: 'dossierId', order: { field: 'at', descending: true }, atMost: 200 }) timeline: TimelineEntry[];
  @One(() => Client, 'select f.dossier_id from client_file f where f.about_id = {t}.id and f.partner_id = $1::uuid', { description: "One's own file of this person, when there is one." }) client: Client | null;
}

// Two records below this slice show its referrals; they cannot know of it themselves.
One(() => Referral, '{t}.dossier_id', { description: 'The referral that the task is about.' })(Task.prototype, 'referral');
Many(() => Referral, 'select f.about_id from client_file f where f.dossier_id = {t}.id and f.partner_id = $1::uuid', { order: { field: 'changedAt', descending: true } })(Client.prototype, 'referrals');
