/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AccessState =
  | 'ASKED'
  | 'GRANTED'
  | 'LAPSED'
  | 'REFUSED';

export type AgreedBy =
  | 'CLIENT'
  | 'PARENT'
  | 'REPRESENTATIVE';

export type AgreedWay =
  | 'BY_REPRESENTATIVE_ORAL'
  | 'BY_REPRESENTATIVE_SIGNED'
  | 'ORAL'
  | 'SIGNED';

export type AnswerState =
  | 'ACCEPTED'
  | 'CLOSED'
  | 'EXPIRED'
  | 'FEEDBACK_GIVEN'
  | 'INFO_REQUESTED'
  | 'IN_PROGRESS'
  | 'KEPT'
  | 'NEW'
  | 'RECEIVED'
  | 'REDIRECTED'
  | 'REJECTED'
  | 'REOPENED'
  | 'STOPPED'
  | 'WITHDRAWN';

export type AttachmentState =
  | 'CLEAN'
  | 'PENDING'
  | 'REFUSED'
  | 'REMOVED'
  | 'UNSCANNED';

/** What keeps a class of facts from a receiver. */
export type Cap =
  | 'LAW_SECRECY'
  | 'NOT_FOR_KIND'
  | 'NOT_FOR_TYPE'
  | 'NO_PROTOCOL'
  | 'PROTECTED_ADDRESS';

/** A partner, and the classes that it is to get; with a whole class go its parts. */
export type ChosenReceiver = {
  classes: Array<DataClass>;
  partnerId: string;
};

/** Null clears a field, absent leaves it. */
export type ClientChanges = {
  addressProtected?: boolean | null | undefined;
  adults?: number | null | undefined;
  birthDate?: string | null | undefined;
  children?: number | null | undefined;
  cirNumber?: string | null | undefined;
  contactNote?: string | null | undefined;
  email?: string | null | undefined;
  familyName?: string | null | undefined;
  givenName?: string | null | undefined;
  householdNote?: string | null | undefined;
  language?: string | null | undefined;
  municipality?: string | null | undefined;
  phone?: string | null | undefined;
  postcode?: string | null | undefined;
  representativeFor?: RepresentedFor | null | undefined;
  representativeKind?: RepresentativeKind | null | undefined;
  representativeName?: string | null | undefined;
  representativePhone?: string | null | undefined;
  representativeScope?: string | null | undefined;
  representativeUntil?: string | null | undefined;
  street?: string | null | undefined;
};

export type ConsultState =
  | 'ANSWERED'
  | 'ASKED'
  | 'CLOSED'
  | 'WITHDRAWN';

/** Null clears a field, absent leaves it. */
export type ContentChanges = {
  accessibleHome?: boolean | null | undefined;
  adults?: number | null | undefined;
  children?: number | null | undefined;
  contactNote?: string | null | undefined;
  debtsNote?: string | null | undefined;
  email?: string | null | undefined;
  heating?: Heating | null | undefined;
  homeNote?: string | null | undefined;
  householdNote?: string | null | undefined;
  housingNote?: string | null | undefined;
  housingSituation?: HousingSituation | null | undefined;
  housingWishes?: string | null | undefined;
  incomeNote?: string | null | undefined;
  incomeProofOn?: string | null | undefined;
  incomeSource?: IncomeSource | null | undefined;
  language?: string | null | undefined;
  lowestIncomeCategory?: boolean | null | undefined;
  meetsIncomeCondition?: boolean | null | undefined;
  municipality?: string | null | undefined;
  pastTenancyNote?: string | null | undefined;
  phone?: string | null | undefined;
  postcode?: string | null | undefined;
  question?: string | null | undefined;
  street?: string | null | undefined;
};

export type CooperationState =
  | 'ACTIVE'
  | 'ENDED'
  | 'NEGOTIATION'
  | 'SIGNED'
  | 'UNDER_REVIEW';

/** A class of facts about a person. */
export type DataClass =
  | 'ADDRESS'
  | 'CONTACT'
  | 'CORE'
  | 'DEBTS'
  | 'HEALTH'
  | 'HOUSEHOLD'
  | 'HOUSEHOLD_SIZE'
  | 'HOUSING'
  | 'HOUSING_TECHNICAL'
  | 'HOUSING_WISHES'
  | 'IDENTITY'
  | 'INCOME'
  | 'INCOME_CATEGORY'
  | 'INCOME_CONDITION'
  | 'JUDICIAL'
  | 'MESSAGE'
  | 'OUTCOME'
  | 'PRIVATE_NOTE'
  | 'PROGRESS';

export type DestroyedPart =
  | 'CLASSES'
  | 'DOSSIER'
  | 'OWN';

export type DeviationKind =
  | 'CONFLICT'
  | 'LATE'
  | 'LEFT_OUT';

/** How often one mail tells of all that is new. */
export type Digest =
  | 'DAILY'
  | 'NEVER';

/** Null clears the last day, absent leaves a field. */
export type ExchangeProtocolChanges = {
  classes?: Array<DataClass> | null | undefined;
  frequency?: string | null | undefined;
  legalBasis?: string | null | undefined;
  purpose?: string | null | undefined;
  retention?: string | null | undefined;
  security?: string | null | undefined;
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
};

/** What a protocol says: each of it is needed but a last day. */
export type ExchangeProtocolText = {
  classes: Array<DataClass>;
  frequency: string;
  legalBasis: string;
  purpose: string;
  retention: string;
  security: string;
  validFrom: string;
  validTo?: string | null | undefined;
};

export type FileKind =
  | 'DOCX'
  | 'JPEG'
  | 'ODS'
  | 'ODT'
  | 'PDF'
  | 'PNG'
  | 'TXT'
  | 'XLSX';

/** A file that goes over: the version of the referral as its sender read it, of the own answer as a receiver did. */
export type FileToHandOver = {
  dossierId: string;
  note: string;
  version: number;
};

export type Heating =
  | 'COAL'
  | 'ELECTRIC'
  | 'GAS'
  | 'NONE'
  | 'OIL'
  | 'UNKNOWN'
  | 'WOOD_OR_PELLETS';

export type HousingSituation =
  | 'HOMELESS'
  | 'INSTITUTION'
  | 'OTHER'
  | 'OWNER'
  | 'PRIVATE_RENT'
  | 'SHELTER'
  | 'SOCIAL_RENT'
  | 'WITH_FAMILY_OR_FRIENDS';

export type IncomeSource =
  | 'LIVING_WAGE'
  | 'NONE'
  | 'OTHER'
  | 'PENSION'
  | 'SELF_EMPLOYED'
  | 'SICKNESS'
  | 'UNEMPLOYMENT'
  | 'WAGE';

/** Why what was signed was not destroyed: it is held, or no longer due. */
export type KeptWhy =
  | 'HOLD'
  | 'NOT_DUE';

export type ListState =
  | 'ACCEPTED'
  | 'CLOSED'
  | 'DELIVERED'
  | 'DISCARDED'
  | 'DRAFT'
  | 'EXPIRED'
  | 'FEEDBACK_GIVEN'
  | 'INFO_REQUESTED'
  | 'IN_PROGRESS'
  | 'KEPT'
  | 'MADE_IN_ERROR'
  | 'NEW'
  | 'RECEIVED'
  | 'REDIRECTED'
  | 'REJECTED'
  | 'REOPENED'
  | 'SENT'
  | 'STOPPED'
  | 'WITHDRAWN';

export type LookKind =
  | 'CHANGED'
  | 'DENIED'
  | 'LISTED'
  | 'LOOKED';

export type MediationState =
  | 'ACCEPTED'
  | 'BOTH_AGREED'
  | 'BREACH_REPORTED'
  | 'CLOSED_NO_AGREEMENT'
  | 'CLOSED_NO_MEDIATION'
  | 'CLOSED_PARTIAL'
  | 'CLOSED_SUCCESS'
  | 'CONTACTING_RENTER'
  | 'ESCALATED_TO_COURT'
  | 'FOLLOW_UP'
  | 'NOT_REACHED'
  | 'OUT_OF_SCOPE'
  | 'RENTER_DECLINED'
  | 'SESSIONS'
  | 'SETTLEMENT_DRAFT'
  | 'SETTLEMENT_SIGNED'
  | 'SIGNALLED'
  | 'STALLED'
  | 'STOPPED_BY_PARTY'
  | 'TRIAGE';

export type MessageState =
  | 'DELIVERED'
  | 'TAKEN_BACK'
  | 'WAITING';

/** What somebody agreed to: the four points of which she was told, about which classes, who agreed, how and when. */
export type NewAgreement = {
  agreedBy: AgreedBy;
  agreedName: string;
  agreedOn: string;
  /** What may be told about her, beside the question and her name. */
  classes: Array<DataClass>;
  /** Somebody of 16 or 17 was asked too. */
  minorAsked?: boolean;
  /** Somebody of the household; absent: the client. */
  personId?: string | null | undefined;
  toldContent: boolean;
  toldPurpose: boolean;
  toldThat: boolean;
  toldWhom: boolean;
  way: AgreedWay;
};

export type NewClient = {
  addressProtected?: boolean;
  adults?: number | null | undefined;
  birthDate?: string | null | undefined;
  children?: number | null | undefined;
  cirNumber?: string | null | undefined;
  contactNote?: string | null | undefined;
  email?: string | null | undefined;
  familyName: string;
  givenName: string;
  householdNote?: string | null | undefined;
  language?: string | null | undefined;
  municipality?: string | null | undefined;
  phone?: string | null | undefined;
  postcode?: string | null | undefined;
  representativeFor?: RepresentedFor | null | undefined;
  representativeKind?: RepresentativeKind | null | undefined;
  representativeName?: string | null | undefined;
  representativePhone?: string | null | undefined;
  representativeScope?: string | null | undefined;
  representativeUntil?: string | null | undefined;
  street?: string | null | undefined;
};

/** No name, address or number of a person belongs in it. */
export type NewConsult = {
  adults?: number | null | undefined;
  anonymous: boolean;
  children?: number | null | undefined;
  householdNote?: string | null | undefined;
  question: string;
  receiverId: string;
};

export type NewRenter = {
  email?: string | null | undefined;
  familyName: string;
  givenName: string;
  language?: string | null | undefined;
  phone?: string | null | undefined;
};

/** A home of one's own list, or an address; of whom it comes when one is not a company. */
export type NewSignal = {
  dwellingId?: string | null | undefined;
  landlordContact?: string | null | undefined;
  landlordName?: string | null | undefined;
  municipality?: string | null | undefined;
  origin?: SignalOrigin | null | undefined;
  postcode?: string | null | undefined;
  renters: Array<NewRenter>;
  street?: string | null | undefined;
};

export type NoticeKind =
  | 'ACCESS_ENDED'
  | 'ASSIGNED'
  | 'DEPUTY'
  | 'DESTRUCTION'
  | 'ESCALATED'
  | 'FILE_REFUSED'
  | 'GLASS_BROKEN'
  | 'GLASS_LIMIT'
  | 'HANDED_OVER'
  | 'IMPORTED'
  | 'LEAVING'
  | 'LEFT'
  | 'MESSAGE'
  | 'REMINDER'
  | 'REVIEW'
  | 'SUPPORT_ASKED'
  | 'SUPPORT_DECIDED'
  | 'TASK'
  | 'UNCOVERED';

export type PartnerKind =
  | 'CAW'
  | 'ENERGY_HOUSE'
  | 'HOUSING_COMPANY'
  | 'MUNICIPALITY'
  | 'OCMW'
  | 'WOONDIENST';

export type PartyAnswer =
  | 'AGREED'
  | 'DECLINED'
  | 'NOT_REACHED'
  | 'OPEN';

export type PartyChanges = {
  email?: string | null | undefined;
  familyName?: string | null | undefined;
  givenName?: string | null | undefined;
  language?: string | null | undefined;
  phone?: string | null | undefined;
};

export type PartySide =
  | 'LANDLORD'
  | 'RENTER';

/** What ends today, within 7 days, or within 31. */
export type Period =
  | 'MONTH'
  | 'TODAY'
  | 'WEEK';

/** Somebody of the household; with an id: as she was written down before. */
export type PersonOfHousehold = {
  birthDate?: string | null | undefined;
  familyName: string;
  givenName: string;
  id?: string | null | undefined;
  relation: Relation;
};

export type ProtocolState =
  | 'DPO_ADVICE'
  | 'DRAFT'
  | 'ENDED'
  | 'PUBLISHED'
  | 'SIGNED';

export type ProtocolStep =
  | 'ADVICE'
  | 'PUBLICATION'
  | 'SIGNATURE'
  | 'SUBMISSION';

/** Null clears a field, absent leaves it. */
export type ReferralChanges = {
  accessibleHome?: boolean | null | undefined;
  adults?: number | null | undefined;
  children?: number | null | undefined;
  contactNote?: string | null | undefined;
  debtsNote?: string | null | undefined;
  email?: string | null | undefined;
  heating?: Heating | null | undefined;
  homeNote?: string | null | undefined;
  householdNote?: string | null | undefined;
  housingNote?: string | null | undefined;
  housingSituation?: HousingSituation | null | undefined;
  housingWishes?: string | null | undefined;
  incomeNote?: string | null | undefined;
  incomeProofOn?: string | null | undefined;
  incomeSource?: IncomeSource | null | undefined;
  language?: string | null | undefined;
  lowestIncomeCategory?: boolean | null | undefined;
  meetsIncomeCondition?: boolean | null | undefined;
  municipality?: string | null | undefined;
  openReceivers?: boolean | null | undefined;
  opposingPartnerId?: string | null | undefined;
  pastTenancyNote?: string | null | undefined;
  phone?: string | null | undefined;
  postcode?: string | null | undefined;
  question?: string | null | undefined;
  redirectIds?: Array<string> | null | undefined;
  street?: string | null | undefined;
  type?: string | null | undefined;
  urgent?: boolean | null | undefined;
};

export type ReferralState =
  | 'CLOSED'
  | 'DELIVERED'
  | 'DISCARDED'
  | 'DRAFT'
  | 'MADE_IN_ERROR'
  | 'SENT'
  | 'WITHDRAWN';

/** What binds somebody to silence. */
export type Regime =
  | 'DISCRETION'
  | 'OFFICIAL_SECRECY'
  | 'PROFESSIONAL_SECRECY';

/** What somebody is to the client. */
export type Relation =
  | 'CHILD'
  | 'OTHER'
  | 'PARENT'
  | 'PARTNER';

/** Bewindvoerder, voogd or parent (BR-P17). */
export type RepresentativeKind =
  | 'ADMINISTRATOR'
  | 'GUARDIAN'
  | 'PARENT';

/** For what somebody is represented. */
export type RepresentedFor =
  | 'BOTH'
  | 'GOODS'
  | 'PERSON';

/** What the mediator asks of the landlord. */
export type RequestKind =
  | 'DOCUMENT'
  | 'OTHER'
  | 'TALK';

export type ReviewToConfirm = {
  id: string;
  version: number;
};

export type Role =
  | 'COORDINATOR'
  | 'DPO'
  | 'ENERGY_ADVISER'
  | 'HOUSING_COUNSELLOR'
  | 'PARTNER_ADMIN'
  | 'PLATFORM_ADMIN'
  | 'SIGNATORY'
  | 'SOCIAL_WORKER'
  | 'TENANCY_OFFICER';

/** Of whom a mediator's note is. */
export type Room =
  | 'LANDLORD'
  | 'RENTER';

/** The text on health or justice. */
export type SecretText = {
  body: string;
  dataClass: DataClass;
};

export type SessionState =
  | 'CANCELLED'
  | 'HELD'
  | 'PLANNED';

export type SettlementState =
  | 'DRAFT'
  | 'OFFERED'
  | 'REPLACED'
  | 'SIGNED';

export type SignalFacts = {
  danger: boolean;
  dangerNote?: string | null | undefined;
  facts: string;
  topic: TensionTopic;
  tried?: string | null | undefined;
  urgent: boolean;
};

/** Who saw the tension. */
export type SignalOrigin =
  | 'COMPANY'
  | 'LANDLORD'
  | 'OBSERVATION'
  | 'RENTER';

/** How far a mediation is, for the landlord. */
export type SignalStage =
  | 'AGREEMENT'
  | 'CLOSED'
  | 'IN_PROGRESS'
  | 'NOT_STARTED'
  | 'NO_AGREEMENT'
  | 'SIGNALLED'
  | 'STARTED';

/** How somebody signed. */
export type SigningWay =
  | 'LINK'
  | 'PAPER'
  | 'PORTAL';

/** Whether a partner still gets it. */
export type Standing =
  | 'ENDED'
  | 'RUNNING'
  | 'TAKEN_BACK';

export type SupportState =
  | 'ASKED'
  | 'DECLINED'
  | 'ENDED'
  | 'OPEN'
  | 'WITHDRAWN';

export type TaskKind =
  | 'ANSWER_CONSULT'
  | 'ANSWER_MEDIATOR'
  | 'ANSWER_QUESTION'
  | 'AWAIT_ANSWER'
  | 'AWAIT_CONSULT'
  | 'AWAIT_MEDIATION'
  | 'AWAIT_REPLY'
  | 'CLOSING_REPORT'
  | 'CONFIRM_SIGNAL'
  | 'CONFIRM_STOP'
  | 'CONTACT_RENTER'
  | 'DECIDE'
  | 'DECIDE_ACCESS'
  | 'DELIVER'
  | 'DELIVER_MESSAGE'
  | 'ESCALATED'
  | 'FINISH_DRAFT'
  | 'FOLLOW_UP'
  | 'FOLLOW_UP_SETTLEMENT'
  | 'HEAR_BOTH'
  | 'HEAR_BREACH'
  | 'READ_CONSULT'
  | 'READ_SIGNAL'
  | 'SIGN_SETTLEMENT'
  | 'START'
  | 'TELL_NOT_STARTED';

/** What the tension is about. */
export type TensionTopic =
  | 'DAMAGE'
  | 'DEPOSIT'
  | 'INDEXATION'
  | 'LANGUAGE'
  | 'LIVEABILITY'
  | 'MAINTENANCE'
  | 'NOTICE_PERIOD'
  | 'PAYMENT'
  | 'RENT_PRICE';

export type TermTone =
  | 'LATE'
  | 'OK'
  | 'PLAN'
  | 'SOON';

/** Why a look stands out: the reason, never a value. */
export type Unusual =
  | 'NIGHT'
  | 'SURNAME';

/** Whose tasks: one's own, or those of everybody in one's function. */
export type Whose =
  | 'MINE'
  | 'ROLE';

/** Why a class of facts is not shown; says nothing about whether a value exists. */
export type WhyWithheld =
  | 'LAW_MANDATE'
  | 'LAW_SECRECY'
  | 'NOT_FOR_ROLE'
  | 'NOT_SHARED'
  | 'PROTECTED_ADDRESS';

/** Who no longer wants it. */
export type Wish =
  | 'CLIENT'
  | 'SENDER';

export type WorklistPart =
  | 'OVERDUE'
  | 'TODO'
  | 'UPCOMING'
  | 'WAITING';

export type ClientFieldsFragment = { id: string, version: number, openedAt: string, sourceReferralId: string | null, sourcePartnerId: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, cirNumber: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, householdNote: string | null, addressProtected: boolean, transferredTo: string | null, transferredAt: string | null, representativeName: string | null, representativeKind: RepresentativeKind | null, representativeFor: RepresentedFor | null, representativeScope: string | null, representativeUntil: string | null, representativePhone: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> };

export type ClientQueryVariables = Exact<{
  id: string;
}>;


export type ClientQuery = { client: { id: string, version: number, openedAt: string, sourceReferralId: string | null, sourcePartnerId: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, cirNumber: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, householdNote: string | null, addressProtected: boolean, transferredTo: string | null, transferredAt: string | null, representativeName: string | null, representativeKind: RepresentativeKind | null, representativeFor: RepresentedFor | null, representativeScope: string | null, representativeUntil: string | null, representativePhone: string | null, may: Array<string>, recusals: Array<{ id: string, version: number, personId: string, personName: string, reason: string, since: string, setBy: string, liftedAt: string | null, may: Array<string> }>, notes: Array<{ id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> }>, consults: Array<{ id: string, number: string, state: ConsultState, question: string, receiverId: string, askerId: string | null, askedAt: string }>, referrals: Array<{ id: string, number: string, type: string, state: ReferralState | null, transfer: boolean, fromPartnerId: string, changedAt: string | null, recipients: Array<{ receiverId: string, chosen: boolean }>, answers: Array<{ partnerId: string, state: AnswerState, deliveredAt: string }> }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null };

export type RegisterQueryVariables = Exact<{
  clientId: string;
}>;


export type RegisterQuery = { register: { at: string, client: { id: string, givenName: string | null, familyName: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }, entries: Array<{ referralId: string, number: string, partnerId: string, classes: Array<DataClass>, purpose: string, ground: string, agreedOn: string | null, since: string, until: string, standing: Standing, takenBackAt: string | null, takenBackBy: Wish | null, confirmed: AnswerState | null, confirmedAt: string | null, keptGround: string | null }>, looks: Array<{ partnerId: string, days: Array<string> }> } };

export type OpenClientMutationVariables = Exact<{
  key: string;
  input: NewClient;
}>;


export type OpenClientMutation = { openClient: { id: string } };

export type ChangeClientMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  changes: ClientChanges;
}>;


export type ChangeClientMutation = { changeClient: { id: string, version: number } };

export type ConsultsQueryVariables = Exact<{
  state?: ConsultState | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ConsultsQuery = { consults: { next: string | null, nodes: Array<{ id: string, number: string, state: ConsultState, question: string, receiverId: string, askerId: string | null, askedBy: string | null, anonymous: boolean, askedAt: string, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }> } };

export type ConsultQueryVariables = Exact<{
  id: string;
}>;


export type ConsultQuery = { consult: { id: string, version: number, number: string, state: ConsultState, receiverId: string, anonymous: boolean, askerId: string | null, askerName: string | null, askedBy: string | null, question: string, askedAt: string, answer: string | null, answeredAt: string | null, answeredBy: string | null, closedAt: string | null, adults: number | null, children: number | null, householdNote: string | null, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, messages: Array<{ id: string, version: number, partnerId: string, authorName: string, state: MessageState, urgent: boolean, at: string, readerIds: Array<string>, toPartnerIds: Array<string> | null, leavesAt: string | null, body: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, notes: Array<{ id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> }>, recusals: Array<{ id: string, version: number, personId: string, personName: string, reason: string, since: string, setBy: string, liftedAt: string | null, may: Array<string> }>, ownNumber: { id: string, version: number, number: string, may: Array<string> } | null, client: { id: string, givenName: string | null, familyName: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null } | null };

export type ConsultClientQueryVariables = Exact<{
  id: string;
}>;


export type ConsultClientQuery = { client: { id: string, givenName: string | null, familyName: string | null, adults: number | null, children: number | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null };

export type AskConsultMutationVariables = Exact<{
  key: string;
  input: NewConsult;
  clientId?: string | null | undefined;
}>;


export type AskConsultMutation = { askConsult: { id: string } };

export type AnswerConsultMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  answer: string;
}>;


export type AnswerConsultMutation = { answerConsult: { id: string, state: ConsultState } };

export type WithdrawConsultMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type WithdrawConsultMutation = { withdrawConsult: { id: string, state: ConsultState } };

export type CloseConsultMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type CloseConsultMutation = { closeConsult: { id: string, state: ConsultState } };

export type ClosingDaysQueryVariables = Exact<{ [key: string]: never; }>;


export type ClosingDaysQuery = { closingDays: Array<{ id: string, version: number, day: string, label: string, setBy: string, removedAt: string | null, may: Array<string> }> };

export type AddClosingDayMutationVariables = Exact<{
  key: string;
  day: string;
  label: string;
}>;


export type AddClosingDayMutation = { addClosingDay: { id: string, day: string } };

export type RemoveClosingDayMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type RemoveClosingDayMutation = { removeClosingDay: { id: string } };

export type AccessReviewsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessReviewsQuery = { accessReviews: Array<{ id: string, version: number, endsOn: string, personId: string, person: { name: string } | null, mandate: { role: Role, since: string, until: string | null } | null }> };

export type ConfirmAccessMutationVariables = Exact<{
  key: string;
  reviews: Array<ReviewToConfirm> | ReviewToConfirm;
}>;


export type ConfirmAccessMutation = { confirmAccess: Array<{ id: string }> };

export type StaffChangesQueryVariables = Exact<{
  from: string;
  until: string;
}>;


export type StaffChangesQuery = { staffChanges: { joiners: Array<{ personId: string, name: string, role: Role | null, day: string | null }>, leavers: Array<{ personId: string, name: string, role: Role | null, day: string | null, openFiles: number }> } };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { people: Array<{ id: string, version: number, name: string, username: string | null, email: string | null, mailRefusedAt: string | null, active: boolean, may: Array<string>, mandates: Array<{ id: string, version: number, role: Role, municipality: string | null, political: boolean, since: string, until: string | null, may: Array<string> }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> };

export type AddPersonMutationVariables = Exact<{
  key: string;
  name: string;
  username: string;
  email?: string | null | undefined;
}>;


export type AddPersonMutation = { addPerson: { id: string } };

export type ChangePersonMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  name?: string | null | undefined;
  active?: boolean | null | undefined;
  email?: string | null | undefined;
}>;


export type ChangePersonMutation = { changePerson: { id: string, version: number } };

export type GiveMandateMutationVariables = Exact<{
  key: string;
  personId: string;
  role: Role;
  municipality?: string | null | undefined;
  political?: boolean | null | undefined;
  since: string;
  until?: string | null | undefined;
}>;


export type GiveMandateMutation = { giveMandate: { id: string } };

export type EndMandateMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  until: string;
}>;


export type EndMandateMutation = { endMandate: { id: string, version: number } };

export type ProtocolsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProtocolsQuery = { exchangeProtocols: Array<{ id: string, fromPartnerId: string, toPartnerId: string, purpose: string, state: ProtocolState, active: boolean, validFrom: string, validTo: string | null, waits: Array<{ step: ProtocolStep, partnerId: string, roles: Array<Role> }> }> };

export type ProtocolQueryVariables = Exact<{
  id: string;
}>;


export type ProtocolQuery = { exchangeProtocol: { id: string, version: number, fromPartnerId: string, toPartnerId: string, purpose: string, state: ProtocolState, active: boolean, classes: Array<DataClass>, legalBasis: string, frequency: string, security: string, retention: string, validFrom: string, validTo: string | null, may: Array<string>, publicationUrl: string | null, endedOn: string | null, endedReason: string | null, fromAdviceOn: string | null, fromAdviceBy: string | null, fromAdvicePositive: boolean | null, fromAdviceText: string | null, fromSignedOn: string | null, fromSignedBy: string | null, toAdviceOn: string | null, toAdviceBy: string | null, toAdvicePositive: boolean | null, toAdviceText: string | null, toSignedOn: string | null, toSignedBy: string | null, waits: Array<{ step: ProtocolStep, partnerId: string, roles: Array<Role> }> } | null };

export type DraftProtocolMutationVariables = Exact<{
  key: string;
  toPartnerId: string;
  text: ExchangeProtocolText;
}>;


export type DraftProtocolMutation = { draftExchangeProtocol: { id: string } };

export type EditProtocolMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  changes: ExchangeProtocolChanges;
}>;


export type EditProtocolMutation = { editExchangeProtocol: { id: string, version: number } };

export type SubmitProtocolMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type SubmitProtocolMutation = { submitExchangeProtocol: { id: string, version: number } };

export type AdviseProtocolMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  on: string;
  positive: boolean;
  text: string;
}>;


export type AdviseProtocolMutation = { adviseExchangeProtocol: { id: string, version: number } };

export type SignProtocolMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type SignProtocolMutation = { signExchangeProtocol: { id: string, version: number } };

export type PublishProtocolMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  publicationUrl: string;
}>;


export type PublishProtocolMutation = { publishExchangeProtocol: { id: string, version: number } };

export type EndProtocolMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
}>;


export type EndProtocolMutation = { endExchangeProtocol: { id: string, version: number } };

export type EntryFieldsFragment = { id: string, dossierId: string, at: string, event: string, partnerId: string, personName: string, text: string | null, outcome: string | null, due: string | null, classes: Array<DataClass>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> };

export type TimelineQueryVariables = Exact<{
  dossierId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TimelineQuery = { timeline: { next: string | null, nodes: Array<{ id: string, dossierId: string, at: string, event: string, partnerId: string, personName: string, text: string | null, outcome: string | null, due: string | null, classes: Array<DataClass>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> } };

export type ClientTimelineQueryVariables = Exact<{
  clientId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ClientTimelineQuery = { clientTimeline: { next: string | null, nodes: Array<{ id: string, dossierId: string, at: string, event: string, partnerId: string, personName: string, text: string | null, outcome: string | null, due: string | null, classes: Array<DataClass>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> } };

export type LooksQueryVariables = Exact<{
  dossierId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type LooksQuery = { looks: { next: string | null, nodes: Array<{ id: string, day: string, personal: boolean, role: Role, kind: LookKind, glass: boolean, classes: Array<DataClass>, partnerKind: PartnerKind, person: { name: string } | null, partner: { name: string } | null }> } };

export type PastContentFragment = { question: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null };

export type PastFileFragment = { givenName: string | null, familyName: string | null, birthDate: string | null, cirNumber: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, householdNote: string | null, representativeName: string | null, representativeKind: RepresentativeKind | null, representativeFor: RepresentedFor | null, representativeScope: string | null, representativeUntil: string | null, representativePhone: string | null };

export type PastTextFragment = { id: string, dataClass: DataClass, body: string | null };

export type ReferralHistoryQueryVariables = Exact<{
  id: string;
}>;


export type ReferralHistoryQuery = { referralHistory: Array<{ at: string, partnerId: string | null, personName: string | null, fields: Array<string>, before: { question: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null }, after: { question: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null } }> | null, noteHistory: Array<{ at: string, partnerId: string | null, personName: string | null, before: { id: string, dataClass: DataClass, body: string | null }, after: { id: string, dataClass: DataClass, body: string | null } }> };

export type ClientHistoryQueryVariables = Exact<{
  id: string;
}>;


export type ClientHistoryQuery = { clientHistory: Array<{ at: string, partnerId: string | null, personName: string | null, fields: Array<string>, before: { givenName: string | null, familyName: string | null, birthDate: string | null, cirNumber: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, householdNote: string | null, representativeName: string | null, representativeKind: RepresentativeKind | null, representativeFor: RepresentedFor | null, representativeScope: string | null, representativeUntil: string | null, representativePhone: string | null }, after: { givenName: string | null, familyName: string | null, birthDate: string | null, cirNumber: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, householdNote: string | null, representativeName: string | null, representativeKind: RepresentativeKind | null, representativeFor: RepresentedFor | null, representativeScope: string | null, representativeUntil: string | null, representativePhone: string | null } }> | null };

export type RetentionRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RetentionRulesQuery = { retentionRules: Array<{ key: string, edition: number, kind: string, outcome: string | null, classes: Array<DataClass>, years: number, motivation: string, assumed: boolean }> };

export type DestructionListFieldsFragment = { id: string, version: number, edition: number, items: number, proposedAt: string, signedAt: string | null, signedBy: string | null, signed: boolean, may: Array<string> };

export type DestructionListsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DestructionListsQuery = { destructionLists: { next: string | null, nodes: Array<{ id: string, version: number, edition: number, items: number, proposedAt: string, signedAt: string | null, signedBy: string | null, signed: boolean, may: Array<string> }> } };

export type DestructionItemFieldsFragment = { id: string, version: number, kind: string, number: string | null, part: DestroyedPart, rule: string, years: number, classes: Array<DataClass>, closedOn: string, messages: number, notes: number, files: number, takenOffBy: string | null, takenOffReason: string | null, destroyedAt: string | null, destroyedRows: number | null, keptWhy: KeptWhy | null, waits: boolean, may: Array<string> };

export type DestructionItemsQueryVariables = Exact<{
  listId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DestructionItemsQuery = { destructionItems: { next: string | null, nodes: Array<{ id: string, version: number, kind: string, number: string | null, part: DestroyedPart, rule: string, years: number, classes: Array<DataClass>, closedOn: string, messages: number, notes: number, files: number, takenOffBy: string | null, takenOffReason: string | null, destroyedAt: string | null, destroyedRows: number | null, keptWhy: KeptWhy | null, waits: boolean, may: Array<string> }> } };

export type LegalHoldFieldsFragment = { id: string, version: number, kind: string, number: string | null, reason: string, setAt: string, setBy: string, liftedAt: string | null, liftedBy: string | null, liftReason: string | null, lifted: boolean, may: Array<string> };

export type LegalHoldsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LegalHoldsQuery = { legalHolds: { next: string | null, nodes: Array<{ id: string, version: number, kind: string, number: string | null, reason: string, setAt: string, setBy: string, liftedAt: string | null, liftedBy: string | null, liftReason: string | null, lifted: boolean, may: Array<string> }> } };

export type SignDestructionMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type SignDestructionMutation = { signDestruction: { id: string, version: number, edition: number, items: number, proposedAt: string, signedAt: string | null, signedBy: string | null, signed: boolean, may: Array<string> } };

export type TakeOffDestructionMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
}>;


export type TakeOffDestructionMutation = { takeOffDestruction: { id: string, version: number, kind: string, number: string | null, part: DestroyedPart, rule: string, years: number, classes: Array<DataClass>, closedOn: string, messages: number, notes: number, files: number, takenOffBy: string | null, takenOffReason: string | null, destroyedAt: string | null, destroyedRows: number | null, keptWhy: KeptWhy | null, waits: boolean, may: Array<string> } };

export type HoldDossierMutationVariables = Exact<{
  key: string;
  number: string;
  reason: string;
}>;


export type HoldDossierMutation = { holdDossier: { id: string, version: number, kind: string, number: string | null, reason: string, setAt: string, setBy: string, liftedAt: string | null, liftedBy: string | null, liftReason: string | null, lifted: boolean, may: Array<string> } };

export type LiftHoldMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
}>;


export type LiftHoldMutation = { liftHold: { id: string, version: number, kind: string, number: string | null, reason: string, setAt: string, setBy: string, liftedAt: string | null, liftedBy: string | null, liftReason: string | null, lifted: boolean, may: Array<string> } };

export type CooperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type CooperationsQuery = { cooperationProtocols: Array<{ id: string, partnerId: string, companyId: string, edition: number, title: string, state: CooperationState, inForce: boolean, municipalities: Array<string>, validFrom: string, validTo: string | null }> };

export type CooperationQueryVariables = Exact<{
  id: string;
}>;


export type CooperationQuery = { cooperationProtocol: { id: string, version: number, partnerId: string, companyId: string, edition: number, title: string, state: CooperationState, inForce: boolean, municipalities: Array<string>, validFrom: string, validTo: string | null, text: string, hash: string, may: Array<string>, endedOn: string | null, endedReason: string | null, partnerSignedBy: string | null, partnerSignedAs: string | null, partnerSignedAt: string | null, partnerSignedHash: string | null, companySignedBy: string | null, companySignedAs: string | null, companySignedAt: string | null, companySignedHash: string | null } | null };

export type ConformanceQueryVariables = Exact<{
  protocolId: string;
  year: number;
}>;


export type ConformanceQuery = { conformance: { year: number, cells: Array<{ part: string, name: string, n: number | null }> } | null };

export type DraftCooperationMutationVariables = Exact<{
  key: string;
  companyId: string;
  validFrom: string;
}>;


export type DraftCooperationMutation = { draftCooperationProtocol: { id: string } };

export type EditCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
  validFrom: string;
  validTo?: string | null | undefined;
}>;


export type EditCooperationMutation = { editCooperationProtocol: { id: string, version: number } };

export type SignCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  hash: string;
  capacity: string;
}>;


export type SignCooperationMutation = { signCooperationProtocol: { id: string, version: number } };

export type WithdrawCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type WithdrawCooperationMutation = { withdrawCooperationProtocol: { id: string, version: number } };

export type ActivateCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ActivateCooperationMutation = { activateCooperationProtocol: { id: string, version: number } };

export type ReviewCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ReviewCooperationMutation = { reviewCooperationProtocol: { id: string, version: number } };

export type ConfirmCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ConfirmCooperationMutation = { confirmCooperationProtocol: { id: string, version: number } };

export type EndCooperationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
}>;


export type EndCooperationMutation = { endCooperationProtocol: { id: string, version: number } };

export type MediationsQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type MediationsQuery = { mediations: { next: string | null, nodes: Array<{ id: string, number: string, state: MediationState, topic: TensionTopic, urgent: boolean, landlordId: string | null, protocolId: string | null, mediatorId: string | null, mediatorName: string | null, changedAt: string, endedAt: string | null, signals: Array<{ id: string, number: string, state: SignalStage, origin: SignalOrigin, partnerId: string, street: string | null, municipality: string | null, landlordName: string | null, reportedAt: string }>, parties: Array<{ side: PartySide, answer: PartyAnswer, heardOn: string | null }>, sessions: Array<{ state: SessionState, at: string }>, settlements: Array<{ state: SettlementState }>, tasks: Array<{ kind: TaskKind, due: string | null, doneAt: string | null, awaits: boolean, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }> }> } };

export type AgreementsQueryVariables = Exact<{ [key: string]: never; }>;


export type AgreementsQuery = { cooperationProtocols: Array<{ id: string, edition: number, title: string, companyId: string, partnerId: string, municipalities: Array<string>, state: CooperationState, inForce: boolean, text: string }> };

export type PartyFieldsFragment = { id: string, version: number, side: PartySide, givenName: string | null, familyName: string | null, phone: string | null, email: string | null, language: string | null, answer: PartyAnswer, answeredOn: string | null, answerWay: string | null, heardOn: string | null, heardWay: string | null, mayTell: string | null, mayTellOn: string | null, dangerToldGround: string | null, clientId: string | null, may: Array<string> };

export type SettlementFieldsFragment = { id: string, version: number, edition: number, state: SettlementState, body: string | null, hash: string, draftedAt: string, offeredAt: string | null, signedAt: string | null, may: Array<string>, signatures: Array<{ id: string, partyId: string, name: string | null, capacity: string | null, way: SigningWay, at: string, attachmentId: string | null }> };

export type MediationQueryVariables = Exact<{
  id: string;
}>;


export type MediationQuery = { mediation: { id: string, version: number, number: string, state: MediationState, topic: TensionTopic, urgent: boolean, landlordId: string | null, protocolId: string | null, mediatorId: string | null, mediatorName: string | null, deliveredAt: string, changedAt: string, settledAt: string | null, endedAt: string | null, sealedAt: string | null, outcome: string | null, stoppedBy: PartySide | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, signals: Array<{ id: string, number: string, state: SignalStage, origin: SignalOrigin, partnerId: string, street: string | null, postcode: string | null, municipality: string | null, landlordName: string | null, reportedBy: string, reportedAt: string, heardBy: string, reportBy: string, inProgressAt: string | null, startedAt: string | null, notStartedAt: string | null, decidedAt: string | null, closedAt: string | null }>, parties: Array<{ id: string, version: number, side: PartySide, givenName: string | null, familyName: string | null, phone: string | null, email: string | null, language: string | null, answer: PartyAnswer, answeredOn: string | null, answerWay: string | null, heardOn: string | null, heardWay: string | null, mayTell: string | null, mayTellOn: string | null, dangerToldGround: string | null, clientId: string | null, may: Array<string> }>, sessions: Array<{ id: string, version: number, state: SessionState, at: string, place: string, interpreter: string | null, present: string | null, may: Array<string> }>, settlements: Array<{ id: string, version: number, edition: number, state: SettlementState, body: string | null, hash: string, draftedAt: string, offeredAt: string | null, signedAt: string | null, may: Array<string>, signatures: Array<{ id: string, partyId: string, name: string | null, capacity: string | null, way: SigningWay, at: string, attachmentId: string | null }> }>, deviations: Array<{ id: string, kind: DeviationKind, step: string, reason: string | null, at: string, byName: string }>, tasks: Array<{ id: string, kind: TaskKind, due: string | null, doneAt: string | null, awaits: boolean, openedAt: string, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }>, notes: Array<{ id: string, version: number, authorId: string, room: Room | null, body: string, changedAt: string, may: Array<string> }>, timeline: Array<{ event: string, at: string, text: string | null }>, recusals: Array<{ id: string, version: number, personId: string, personName: string, reason: string, since: string, setBy: string, liftedAt: string | null, may: Array<string> }> } | null };

export type MediationSignalQueryVariables = Exact<{
  id: string;
}>;


export type MediationSignalQuery = { signal: { id: string, number: string, state: SignalStage, origin: SignalOrigin, partnerId: string, street: string | null, postcode: string | null, municipality: string | null, topic: TensionTopic, urgent: boolean, reportedBy: string, reportedAt: string, facts: string | null, tried: string | null, danger: boolean | null, dangerNote: string | null, landlordName: string | null, landlordContact: string | null, may: Array<string>, requests: Array<{ id: string, version: number, kind: RequestKind, says: string | null, at: string | null, due: string, askedAt: string, askedBy: string, answeredAt: string | null, answeredBy: string | null, answer: string | null, withdrawnAt: string | null, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }>, messages: Array<{ id: string, version: number, partnerId: string, authorName: string, state: MessageState, urgent: boolean, at: string, readerIds: Array<string>, toPartnerIds: Array<string> | null, leavesAt: string | null, body: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> } | null };

export type CaseOfSignalQueryVariables = Exact<{
  id: string;
}>;


export type CaseOfSignalQuery = { signal: { id: string, mediation: { id: string } | null } | null };

export type AssignMediationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  personId: string;
  reason?: string | null | undefined;
}>;


export type AssignMediationMutation = { assignMediation: { id: string, version: number } };

export type ReadSignalsMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ReadSignalsMutation = { readSignals: { id: string, version: number } };

export type OpenClientOfPartyMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type OpenClientOfPartyMutation = { openClientOfParty: { id: string, version: number, clientId: string | null } };

export type AcceptMediationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type AcceptMediationMutation = { acceptMediation: { id: string, version: number } };

export type MediationOutOfScopeMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
  deviation?: string | null | undefined;
}>;


export type MediationOutOfScopeMutation = { mediationOutOfScope: { id: string, version: number } };

export type ContactRenterMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  way: string;
  deviation?: string | null | undefined;
}>;


export type ContactRenterMutation = { contactRenter: { id: string, version: number } };

export type StartMediationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type StartMediationMutation = { startMediation: { id: string, version: number } };

export type MediationDeclinedMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type MediationDeclinedMutation = { mediationDeclined: { id: string, version: number } };

export type RenterNotReachedMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type RenterNotReachedMutation = { renterNotReached: { id: string, version: number } };

export type BeginSessionsMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type BeginSessionsMutation = { beginSessions: { id: string, version: number } };

export type ResumeSessionsMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type ResumeSessionsMutation = { resumeSessions: { id: string, version: number } };

export type MediationStalledMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
  deviation?: string | null | undefined;
}>;


export type MediationStalledMutation = { mediationStalled: { id: string, version: number } };

export type FollowUpSettlementMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
  deviation?: string | null | undefined;
}>;


export type FollowUpSettlementMutation = { followUpSettlement: { id: string, version: number } };

export type SettlementBreachedMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
  deviation?: string | null | undefined;
}>;


export type SettlementBreachedMutation = { settlementBreached: { id: string, version: number } };

export type MediationSucceededMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  report: string;
  deviation?: string | null | undefined;
}>;


export type MediationSucceededMutation = { mediationSucceeded: { id: string, version: number } };

export type MediationPartlySucceededMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  report: string;
  deviation?: string | null | undefined;
}>;


export type MediationPartlySucceededMutation = { mediationPartlySucceeded: { id: string, version: number } };

export type CloseMediationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  report: string;
  deviation?: string | null | undefined;
}>;


export type CloseMediationMutation = { closeMediation: { id: string, version: number } };

export type StopMediationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  side: PartySide;
  reason?: string | null | undefined;
  deviation?: string | null | undefined;
}>;


export type StopMediationMutation = { stopMediation: { id: string, version: number } };

export type MediationToCourtMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  deviation?: string | null | undefined;
}>;


export type MediationToCourtMutation = { mediationToCourt: { id: string, version: number } };

export type HandOverMediationMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  personId: string;
  reason: string;
}>;


export type HandOverMediationMutation = { handOverMediation: { id: string, version: number } };

export type WriteRoomNoteMutationVariables = Exact<{
  key: string;
  dossierId: string;
  id?: string | null | undefined;
  version: number;
  body: string;
  room?: Room | null | undefined;
}>;


export type WriteRoomNoteMutation = { writeNote: { id: string, version: number } };

export type AnswerPartyMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  answer: PartyAnswer;
  on: string;
  way?: string | null | undefined;
}>;


export type AnswerPartyMutation = { answerParty: { id: string, version: number } };

export type HearPartyMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  on: string;
  way: string;
}>;


export type HearPartyMutation = { hearParty: { id: string, version: number } };

export type ApproveWordsMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  says: string;
}>;


export type ApproveWordsMutation = { approveWords: { id: string, version: number } };

export type WarnOthersMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  ground: string;
}>;


export type WarnOthersMutation = { warnOthers: { id: string, version: number } };

export type ChangePartyMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  changes: PartyChanges;
}>;


export type ChangePartyMutation = { changeParty: { id: string, version: number } };

export type AddPartyMutationVariables = Exact<{
  key: string;
  mediationId: string;
  renter: NewRenter;
}>;


export type AddPartyMutation = { addParty: { id: string, version: number } };

export type PlanSessionMutationVariables = Exact<{
  key: string;
  mediationId: string;
  at: string;
  place: string;
  interpreter?: string | null | undefined;
}>;


export type PlanSessionMutation = { planSession: { id: string, version: number } };

export type HoldSessionMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  present: string;
}>;


export type HoldSessionMutation = { holdSession: { id: string, version: number } };

export type CancelSessionMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type CancelSessionMutation = { cancelSession: { id: string, version: number } };

export type AskLandlordMutationVariables = Exact<{
  key: string;
  signalId: string;
  kind: RequestKind;
  says: string;
  at?: string | null | undefined;
  due: string;
}>;


export type AskLandlordMutation = { askLandlord: { id: string, version: number } };

export type WithdrawRequestMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type WithdrawRequestMutation = { withdrawRequest: { id: string, version: number } };

export type DraftSettlementMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  body: string;
}>;


export type DraftSettlementMutation = { draftSettlement: { id: string, version: number } };

export type EditSettlementMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  body: string;
}>;


export type EditSettlementMutation = { editSettlement: { id: string, version: number } };

export type OfferSettlementMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type OfferSettlementMutation = { offerSettlement: { id: string, version: number } };

export type RecordSignatureMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  hash: string;
  partyId: string;
  name: string;
  attachmentId: string;
}>;


export type RecordSignatureMutation = { recordSignature: { id: string, version: number } };

export type AskTenantsUnionMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  question: string;
}>;


export type AskTenantsUnionMutation = { askTenantsUnion: { id: string, version: number } };

export type MakeSigningLinkMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  partyId: string;
}>;


export type MakeSigningLinkMutation = { makeSigningLink: { path: string | null, link: { id: string, until: string } } };

export type MessageFieldsFragment = { id: string, version: number, partnerId: string, authorName: string, state: MessageState, urgent: boolean, at: string, readerIds: Array<string>, toPartnerIds: Array<string> | null, leavesAt: string | null, body: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> };

export type MessageReadersQueryVariables = Exact<{
  dossierId: string;
}>;


export type MessageReadersQuery = { messageReaders: Array<string> | null };

export type WriteMessageMutationVariables = Exact<{
  key: string;
  dossierId: string;
  toPartnerIds: Array<string> | string;
  body: string;
  urgent: boolean;
}>;


export type WriteMessageMutation = { writeMessage: { id: string, leavesAt: string | null, toPartnerIds: Array<string> | null } };

export type TakeBackMessageMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type TakeBackMessageMutation = { takeBackMessage: { id: string, state: MessageState } };

export type NoticesQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type NoticesQuery = { notices: { next: string | null, nodes: Array<{ id: string, version: number, dossierId: string | null, dossierKind: string | null, kind: NoticeKind, urgent: boolean, at: string, readAt: string | null }> } };

export type NoticeCountQueryVariables = Exact<{ [key: string]: never; }>;


export type NoticeCountQuery = { noticeCount: { unread: number } };

export type SeeNoticeMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type SeeNoticeMutation = { seeNotice: { id: string, version: number, readAt: string | null } };

export type SeeAllNoticesMutationVariables = Exact<{
  key: string;
  until: string;
}>;


export type SeeAllNoticesMutation = { seeAllNotices: { unread: number } };

export type MailPreferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type MailPreferenceQuery = { mailPreference: { id: string, version: number, urgent: boolean, digest: Digest, person: { id: string, email: string | null, mailRefusedAt: string | null } | null } };

export type SetMailPreferenceMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  urgent: boolean;
  digest: Digest;
}>;


export type SetMailPreferenceMutation = { setMailPreference: { id: string, version: number, urgent: boolean, digest: Digest } };

export type GlassFieldsFragment = { id: string, version: number, number: string, dossierId: string, dossierKind: string, personId: string, personName: string, role: Role, reason: string, openedAt: string, endsAt: string, endedAt: string | null, may: Array<string> };

export type OpenGlassQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenGlassQuery = { openGlass: { id: string, version: number, number: string, dossierId: string, dossierKind: string, personId: string, personName: string, role: Role, reason: string, openedAt: string, endsAt: string, endedAt: string | null, may: Array<string> } | null };

export type GlassBreaksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GlassBreaksQuery = { glassBreaks: { next: string | null, nodes: Array<{ id: string, version: number, number: string, dossierId: string, dossierKind: string, personId: string, personName: string, role: Role, reason: string, openedAt: string, endsAt: string, endedAt: string | null, may: Array<string> }> } };

export type BreakGlassMutationVariables = Exact<{
  key: string;
  number: string;
  reason: string;
}>;


export type BreakGlassMutation = { breakGlass: { id: string, version: number, number: string, dossierId: string, dossierKind: string, personId: string, personName: string, role: Role, reason: string, openedAt: string, endsAt: string, endedAt: string | null, may: Array<string> } };

export type EndGlassMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type EndGlassMutation = { endGlass: { id: string, version: number, number: string, dossierId: string, dossierKind: string, personId: string, personName: string, role: Role, reason: string, openedAt: string, endsAt: string, endedAt: string | null, may: Array<string> } };

export type TrailFieldsFragment = { id: string, at: string, personName: string | null, role: Role, kind: LookKind, purpose: string, record: string, numbers: Array<string>, dossiers: number, classes: Array<DataClass>, reasons: Array<Unusual> };

export type TrailQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  personId?: string | null | undefined;
  number?: string | null | undefined;
  day?: string | null | undefined;
}>;


export type TrailQuery = { trail: { next: string | null, nodes: Array<{ id: string, at: string, personName: string | null, role: Role, kind: LookKind, purpose: string, record: string, numbers: Array<string>, dossiers: number, classes: Array<DataClass>, reasons: Array<Unusual> }> } };

export type UnusualLooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UnusualLooksQuery = { unusualLooks: { next: string | null, nodes: Array<{ id: string, at: string, personName: string | null, role: Role, kind: LookKind, purpose: string, record: string, numbers: Array<string>, dossiers: number, classes: Array<DataClass>, reasons: Array<Unusual> }> } };

export type LookFieldsFragment = { id: string, version: number, partnerId: string, number: string, reason: string, state: SupportState, askedAt: string, decidedAt: string | null, dossierId: string | null, dossierKind: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> };

export type OpenSupportQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenSupportQuery = { openSupport: { id: string, version: number, partnerId: string, number: string, reason: string, state: SupportState, askedAt: string, decidedAt: string | null, dossierId: string | null, dossierKind: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } | null };

export type SupportLooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SupportLooksQuery = { supportLooks: { next: string | null, nodes: Array<{ id: string, version: number, partnerId: string, number: string, reason: string, state: SupportState, askedAt: string, decidedAt: string | null, dossierId: string | null, dossierKind: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> }> } };

export type AskSupportMutationVariables = Exact<{
  key: string;
  partnerId: string;
  number: string;
  reason: string;
}>;


export type AskSupportMutation = { askSupport: { id: string, version: number, partnerId: string, number: string, reason: string, state: SupportState, askedAt: string, decidedAt: string | null, dossierId: string | null, dossierKind: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } };

export type WithdrawSupportMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type WithdrawSupportMutation = { withdrawSupport: { id: string, version: number, partnerId: string, number: string, reason: string, state: SupportState, askedAt: string, decidedAt: string | null, dossierId: string | null, dossierKind: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } };

export type LeaveSupportMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type LeaveSupportMutation = { leaveSupport: { id: string, version: number, partnerId: string, number: string, reason: string, state: SupportState, askedAt: string, decidedAt: string | null, dossierId: string | null, dossierKind: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } };

export type RequestFieldsFragment = { id: string, version: number, personName: string, number: string, reason: string, state: SupportState, askedAt: string, decidedName: string | null, decidedAt: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> };

export type SupportRequestsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SupportRequestsQuery = { supportRequests: { next: string | null, nodes: Array<{ id: string, version: number, personName: string, number: string, reason: string, state: SupportState, askedAt: string, decidedName: string | null, decidedAt: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> }> } };

export type ApproveSupportMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ApproveSupportMutation = { approveSupport: { id: string, version: number, personName: string, number: string, reason: string, state: SupportState, askedAt: string, decidedName: string | null, decidedAt: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } };

export type DeclineSupportMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type DeclineSupportMutation = { declineSupport: { id: string, version: number, personName: string, number: string, reason: string, state: SupportState, askedAt: string, decidedName: string | null, decidedAt: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } };

export type EndSupportMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type EndSupportMutation = { endSupport: { id: string, version: number, personName: string, number: string, reason: string, state: SupportState, askedAt: string, decidedName: string | null, decidedAt: string | null, endsAt: string | null, endedAt: string | null, may: Array<string> } };

export type AbsencesQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type AbsencesQuery = { absences: { next: string | null, nodes: Array<{ id: string, version: number, personId: string, deputyId: string | null, since: string, until: string, setBy: string, uncoveredSince: string | null, uncoveredUntil: string | null, uncoveredDays: number, may: Array<string>, person: { id: string, name: string } | null, deputy: { id: string, name: string } | null }> } };

export type StaffQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffQuery = { people: Array<{ id: string, name: string, active: boolean, may: Array<string>, mandates: Array<{ role: Role, since: string, until: string | null }> }> };

export type ReportAbsenceMutationVariables = Exact<{
  key: string;
  personId: string;
  since: string;
  until: string;
  deputyId?: string | null | undefined;
}>;


export type ReportAbsenceMutation = { reportAbsence: { id: string, version: number, uncoveredDays: number } };

export type ChangeAbsenceMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  since: string;
  until: string;
  deputyId?: string | null | undefined;
}>;


export type ChangeAbsenceMutation = { changeAbsence: { id: string, version: number, uncoveredDays: number } };

export type CancelAbsenceMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type CancelAbsenceMutation = { cancelAbsence: { id: string, version: number } };

export type LeaversQueryVariables = Exact<{ [key: string]: never; }>;


export type LeaversQuery = { leavers: Array<{ until: string, files: number, person: { id: string, name: string } }> };

export type FilesOfQueryVariables = Exact<{
  personId: string;
}>;


export type FilesOfQuery = { filesOf: { referrals: Array<{ id: string, number: string, type: string, state: ReferralState | null, version: number | null, givenName: string | null, familyName: string | null, fromPartnerId: string, recipients: Array<{ receiverId: string, chosen: boolean }>, answers: Array<{ version: number, state: AnswerState, partnerId: string, deliveredAt: string, contactPersonId: string | null }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, answers: Array<{ id: string, version: number, dossierId: string, fromPartnerId: string, state: AnswerState }> } | null };

export type HandOverMutationVariables = Exact<{
  key: string;
  fromId: string;
  toId: string;
  files: Array<FileToHandOver> | FileToHandOver;
}>;


export type HandOverMutation = { handOver: { id: string, files: number } };

export type AwayTodayQueryVariables = Exact<{ [key: string]: never; }>;


export type AwayTodayQuery = { absences: { nodes: Array<{ id: string, personId: string, since: string, until: string, person: { name: string } | null, deputy: { name: string } | null }> } };

export type PrivacyBookQueryVariables = Exact<{ [key: string]: never; }>;


export type PrivacyBookQuery = { privacyBook: { version: number, laws: Array<{ says: string, source: string }>, places: Array<{ kind: PartnerKind, role: Role, record: string, seat: string | null, classes: Array<{ dataClass: DataClass, sign: string, conditions: Array<string> }>, verbs: Array<{ event: string, conditions: Array<string> }> }> } };

export type ColleaguesQueryVariables = Exact<{ [key: string]: never; }>;


export type ColleaguesQuery = { people: Array<{ id: string, name: string, active: boolean, mandates: Array<{ role: Role, since: string, until: string | null }> }> };

export type ReceiveAnswerMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ReceiveAnswerMutation = { receiveAnswer: { id: string, version: number, state: AnswerState } };

export type AskSenderMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
}>;


export type AskSenderMutation = { askSender: { id: string, version: number, state: AnswerState } };

export type ReplyToReceiverMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
}>;


export type ReplyToReceiverMutation = { replyToReceiver: { id: string, version: number, state: AnswerState } };

export type AcceptReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  contactPersonId: string;
  clientId?: string | null | undefined;
}>;


export type AcceptReferralMutation = { acceptReferral: { id: string, version: number, state: AnswerState } };

export type RejectReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
  text?: string | null | undefined;
  advice: string;
}>;


export type RejectReferralMutation = { rejectReferral: { id: string, version: number, state: AnswerState } };

export type RedirectReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  partnerId: string;
  advice: string;
}>;


export type RedirectReferralMutation = { redirectReferral: { id: string, version: number, state: AnswerState } };

export type ReopenAnswerMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
}>;


export type ReopenAnswerMutation = { reopenAnswer: { id: string, version: number, state: AnswerState } };

export type StartGuidanceMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type StartGuidanceMutation = { startGuidance: { id: string, version: number, state: AnswerState } };

export type GiveFeedbackMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
}>;


export type GiveFeedbackMutation = { giveFeedback: { id: string, version: number, state: AnswerState } };

export type CloseAnswerMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type CloseAnswerMutation = { closeAnswer: { id: string, version: number, state: AnswerState } };

export type ConfirmStoppedMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ConfirmStoppedMutation = { confirmStopped: { id: string, version: number, state: AnswerState } };

export type ConfirmKeptMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  ground: string;
}>;


export type ConfirmKeptMutation = { confirmKept: { id: string, version: number, state: AnswerState } };

export type ContentFieldsFragment = { question: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, phone: string | null, email: string | null, language: string | null, contactNote: string | null, street: string | null, postcode: string | null, municipality: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, notes: Array<{ id: string, dataClass: DataClass, body: string }>, persons: Array<{ id: string, relation: Relation, givenName: string | null, familyName: string | null, birthDate: string | null }> };

export type ReceiversQueryVariables = Exact<{
  id: string;
}>;


export type ReceiversQuery = { receivers: Array<{ possible: boolean, needsProtocol: boolean, says: string | null, partner: { id: string }, cells: Array<{ dataClass: DataClass, always: boolean, cap: Cap | null, says: string | null }> }> };

export type PreviewQueryVariables = Exact<{
  id: string;
  agreements: Array<NewAgreement> | NewAgreement;
}>;


export type PreviewQuery = { preview: Array<{ partnerId: string, referral: { question: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, phone: string | null, email: string | null, language: string | null, contactNote: string | null, street: string | null, postcode: string | null, municipality: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, notes: Array<{ id: string, dataClass: DataClass, body: string }>, persons: Array<{ id: string, relation: Relation, givenName: string | null, familyName: string | null, birthDate: string | null }> } | null }> };

export type SeenNowQueryVariables = Exact<{
  id: string;
}>;


export type SeenNowQuery = { seenNow: Array<{ partnerId: string, referral: { question: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, phone: string | null, email: string | null, language: string | null, contactNote: string | null, street: string | null, postcode: string | null, municipality: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, notes: Array<{ id: string, dataClass: DataClass, body: string }>, persons: Array<{ id: string, relation: Relation, givenName: string | null, familyName: string | null, birthDate: string | null }> } | null }> };

export type ReceiptsQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptsQuery = { referral: { id: string, number: string, type: string, state: ReferralState | null, version: number | null, urgent: boolean, transfer: boolean, sentAt: string | null, deliverAt: string | null, deliveredAt: string | null, agreedOn: string | null, agreedWay: AgreedWay | null, givenName: string | null, familyName: string | null, fromPartnerId: string, senderName: string, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, recipients: Array<{ receiverId: string, classes: Array<DataClass>, chosen: boolean }>, receipts: Array<{ id: string, receiverId: string, at: string, contentVersion: number, classes: Array<DataClass>, fields: Array<string>, bookVersion: number, hash: string }>, shares: Array<{ partnerId: string, ground: string }> } | null };

export type DraftReferralMutationVariables = Exact<{
  key: string;
  clientId: string;
  type: string;
}>;


export type DraftReferralMutation = { draftReferral: { id: string } };

export type DraftTransferMutationVariables = Exact<{
  key: string;
  clientId: string;
  type: string;
}>;


export type DraftTransferMutation = { draftTransfer: { id: string } };

export type SaveDraftMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  changes: ReferralChanges;
}>;


export type SaveDraftMutation = { saveDraft: { id: string, version: number | null, changedAt: string | null } };

export type ChooseReceiversMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  receivers: Array<ChosenReceiver> | ChosenReceiver;
}>;


export type ChooseReceiversMutation = { chooseReceivers: { id: string, version: number | null, changedAt: string | null, recipients: Array<{ id: string, receiverId: string, classes: Array<DataClass>, chosen: boolean }> } };

export type SaveHouseholdMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  persons: Array<PersonOfHousehold> | PersonOfHousehold;
}>;


export type SaveHouseholdMutation = { saveHousehold: { id: string, version: number | null, changedAt: string | null, persons: Array<{ id: string, version: number, relation: Relation, givenName: string | null, familyName: string | null, birthDate: string | null, leftOut: boolean }> } };

export type DiscardDraftMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type DiscardDraftMutation = { discardDraft: { id: string, version: number | null, state: ReferralState | null } };

export type WriteNoteMutationVariables = Exact<{
  key: string;
  dossierId: string;
  id?: string | null | undefined;
  version: number;
  dataClass: DataClass;
  body: string;
}>;


export type WriteNoteMutation = { writeNote: { id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> } };

export type SendReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  agreements: Array<NewAgreement> | NewAgreement;
}>;


export type SendReferralMutation = { sendReferral: { id: string, version: number | null, state: ReferralState | null } };

export type ReferredClientQueryVariables = Exact<{
  id: string;
}>;


export type ReferredClientQuery = { client: { id: string, givenName: string | null, familyName: string | null, birthDate: string | null, may: Array<string> } | null };

export type ReferralsQueryVariables = Exact<{
  state?: ListState | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ReferralsQuery = { referrals: { next: string | null, nodes: Array<{ id: string, number: string, type: string, state: ReferralState | null, urgent: boolean, fromPartnerId: string, changedAt: string | null, givenName: string | null, familyName: string | null, recipients: Array<{ receiverId: string, chosen: boolean }>, answers: Array<{ id: string, partnerId: string, state: AnswerState, deliveredAt: string, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> } };

export type NoteFieldsFragment = { id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> };

export type AnswerFieldsFragment = { id: string, version: number, dossierId: string, partnerId: string, state: AnswerState, deliveredAt: string, readAt: string | null, due: string | null, contactName: string | null, contactPersonId: string | null, acceptedAt: string | null, endedAt: string | null, contentVersion: number, contentAt: string | null, fellowIds: Array<string>, redirectPartnerId: string | null, rejectReason: string | null, rejectText: string | null, advice: string | null, keptGround: string | null, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> };

export type ReferralFieldsFragment = { id: string, version: number | null, number: string, state: ReferralState | null, type: string, urgent: boolean, fromPartnerId: string, senderName: string, question: string | null, transfer: boolean, agreedOn: string | null, agreedWay: AgreedWay | null, draftedAt: string, changedAt: string | null, sentAt: string | null, deliverAt: string | null, deliveredAt: string | null, closedAt: string | null, contentVersion: number | null, contentAt: string | null, openReceivers: boolean | null, opposingPartnerId: string | null, redirectIds: Array<string>, addressProtected: boolean, givenName: string | null, familyName: string | null, birthDate: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, notes: Array<{ id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> }>, recipients: Array<{ id: string, receiverId: string, classes: Array<DataClass>, chosen: boolean }>, persons: Array<{ id: string, version: number, relation: Relation, givenName: string | null, familyName: string | null, birthDate: string | null, leftOut: boolean }> };

export type AccessFieldsFragment = { id: string, version: number, partnerId: string, toPartnerId: string, state: AccessState, classes: Array<DataClass>, reason: string, until: string, askedAt: string, askedBy: string, decidedAt: string | null, decidedBy: string | null, decision: string | null, may: Array<string> };

export type ReferralQueryVariables = Exact<{
  id: string;
}>;


export type ReferralQuery = { referral: { id: string, version: number | null, number: string, state: ReferralState | null, type: string, urgent: boolean, fromPartnerId: string, senderName: string, question: string | null, transfer: boolean, agreedOn: string | null, agreedWay: AgreedWay | null, draftedAt: string, changedAt: string | null, sentAt: string | null, deliverAt: string | null, deliveredAt: string | null, closedAt: string | null, contentVersion: number | null, contentAt: string | null, openReceivers: boolean | null, opposingPartnerId: string | null, redirectIds: Array<string>, addressProtected: boolean, givenName: string | null, familyName: string | null, birthDate: string | null, phone: string | null, email: string | null, street: string | null, postcode: string | null, municipality: string | null, language: string | null, contactNote: string | null, adults: number | null, children: number | null, accessibleHome: boolean | null, householdNote: string | null, incomeSource: IncomeSource | null, incomeNote: string | null, meetsIncomeCondition: boolean | null, lowestIncomeCategory: boolean | null, incomeProofOn: string | null, debtsNote: string | null, housingSituation: HousingSituation | null, housingNote: string | null, housingWishes: string | null, pastTenancyNote: string | null, heating: Heating | null, homeNote: string | null, may: Array<string>, answers: Array<{ id: string, version: number, dossierId: string, partnerId: string, state: AnswerState, deliveredAt: string, readAt: string | null, due: string | null, contactName: string | null, contactPersonId: string | null, acceptedAt: string | null, endedAt: string | null, contentVersion: number, contentAt: string | null, fellowIds: Array<string>, redirectPartnerId: string | null, rejectReason: string | null, rejectText: string | null, advice: string | null, keptGround: string | null, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, shares: Array<{ id: string, partnerId: string, classes: Array<DataClass>, purpose: string, ground: string, since: string, until: string, endedAt: string | null, endedBy: Wish | null }>, accessRequests: Array<{ id: string, version: number, partnerId: string, toPartnerId: string, state: AccessState, classes: Array<DataClass>, reason: string, until: string, askedAt: string, askedBy: string, decidedAt: string | null, decidedBy: string | null, decision: string | null, may: Array<string> }>, ownNumber: { id: string, version: number, number: string, may: Array<string> } | null, recusals: Array<{ id: string, version: number, personId: string, personName: string, reason: string, since: string, setBy: string, liftedAt: string | null, may: Array<string> }>, messages: Array<{ id: string, version: number, partnerId: string, authorName: string, state: MessageState, urgent: boolean, at: string, readerIds: Array<string>, toPartnerIds: Array<string> | null, leavesAt: string | null, body: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, client: { id: string } | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, notes: Array<{ id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> }>, recipients: Array<{ id: string, receiverId: string, classes: Array<DataClass>, chosen: boolean }>, persons: Array<{ id: string, version: number, relation: Relation, givenName: string | null, familyName: string | null, birthDate: string | null, leftOut: boolean }> } | null };

export type OwnAnswerQueryVariables = Exact<{
  dossierId: string;
}>;


export type OwnAnswerQuery = { ownAnswer: { fromPartnerId: string, id: string, version: number, dossierId: string, partnerId: string, state: AnswerState, deliveredAt: string, readAt: string | null, due: string | null, contactName: string | null, contactPersonId: string | null, acceptedAt: string | null, endedAt: string | null, contentVersion: number, contentAt: string | null, fellowIds: Array<string>, redirectPartnerId: string | null, rejectReason: string | null, rejectText: string | null, advice: string | null, keptGround: string | null, may: Array<string>, messages: Array<{ id: string, version: number, partnerId: string, authorName: string, state: MessageState, urgent: boolean, at: string, readerIds: Array<string>, toPartnerIds: Array<string> | null, leavesAt: string | null, body: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null };

export type WhyShownQueryVariables = Exact<{
  id: string;
  dataClass: DataClass;
}>;


export type WhyShownQuery = { why: { dataClass: DataClass, shown: boolean, title: string, says: string, rule: string, chosenBy: string | null, ask: string | null, until: string | null, mayAsk: boolean } };

export type TakeBackReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type TakeBackReferralMutation = { takeBackReferral: { id: string, version: number | null, state: ReferralState | null } };

export type NarrowShareMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  partnerId: string;
  classes: Array<DataClass> | DataClass;
  wish: Wish;
}>;


export type NarrowShareMutation = { narrowShare: { id: string, version: number | null, state: ReferralState | null } };

export type AmendReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  changes: ContentChanges;
  notes: Array<SecretText> | SecretText;
}>;


export type AmendReferralMutation = { amendReferral: { id: string, version: number | null, state: ReferralState | null } };

export type WithdrawReferralMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
  wish: Wish;
  partnerId?: string | null | undefined;
}>;


export type WithdrawReferralMutation = { withdrawReferral: { id: string, version: number | null, state: ReferralState | null } };

export type DeclareErrorMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
}>;


export type DeclareErrorMutation = { declareError: { id: string, version: number | null, state: ReferralState | null } };

export type RequestAccessMutationVariables = Exact<{
  key: string;
  dossierId: string;
  classes: Array<DataClass> | DataClass;
  reason: string;
  until: string;
}>;


export type RequestAccessMutation = { requestAccess: { id: string, version: number, state: AccessState } };

export type GrantAccessMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  agreement: NewAgreement;
}>;


export type GrantAccessMutation = { grantAccess: { id: string, version: number, state: AccessState } };

export type RefuseAccessMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
}>;


export type RefuseAccessMutation = { refuseAccess: { id: string, version: number, state: AccessState } };

export type SetOwnNumberMutationVariables = Exact<{
  key: string;
  dossierId: string;
  version: number;
  number: string;
}>;


export type SetOwnNumberMutation = { setOwnNumber: { id: string, version: number, number: string } };

export type FindQueryVariables = Exact<{
  words: string;
  first: number;
  clients: boolean;
  referrals: boolean;
  consults: boolean;
  messages: boolean;
}>;


export type FindQuery = { foundClients?: Array<{ id: string, givenName: string | null, familyName: string | null, birthDate: string | null, municipality: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> | null, foundReferrals?: Array<{ id: string, number: string, state: ReferralState | null, type: string, fromPartnerId: string, givenName: string | null, familyName: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> | null, foundConsults?: Array<{ id: string, number: string, question: string }> | null, foundMessages?: Array<{ id: string, body: string | null, authorName: string, at: string, referral: { id: string, number: string } | null, consult: { id: string, number: string } | null }> | null };

export type AttachmentFieldsFragment = { id: string, version: number, partnerId: string, authorName: string, dataClass: DataClass, state: AttachmentState, fileName: string, description: string | null, kind: FileKind, size: number, addedAt: string, removedAt: string | null, removedBy: string | null, may: Array<string>, sharedWith: Array<{ id: string, name: string }> };

export type ClientAttachmentsQueryVariables = Exact<{
  id: string;
}>;


export type ClientAttachmentsQuery = { client: { id: string, attachments: Array<{ id: string, version: number, partnerId: string, authorName: string, dataClass: DataClass, state: AttachmentState, fileName: string, description: string | null, kind: FileKind, size: number, addedAt: string, removedAt: string | null, removedBy: string | null, may: Array<string>, sharedWith: Array<{ id: string, name: string }> }> } | null };

export type ReferralAttachmentsQueryVariables = Exact<{
  id: string;
}>;


export type ReferralAttachmentsQuery = { referral: { id: string, addressProtected: boolean, shares: Array<{ partnerId: string, classes: Array<DataClass>, endedAt: string | null, until: string }>, attachments: Array<{ id: string, version: number, partnerId: string, authorName: string, dataClass: DataClass, state: AttachmentState, fileName: string, description: string | null, kind: FileKind, size: number, addedAt: string, removedAt: string | null, removedBy: string | null, may: Array<string>, sharedWith: Array<{ id: string, name: string }> }> } | null };

export type AttachmentRulesQueryVariables = Exact<{
  dossierId: string;
}>;


export type AttachmentRulesQuery = { attachmentRules: { dataClasses: Array<DataClass>, partnerIds: Array<string>, largest: number, extensions: Array<string>, scanned: boolean } | null };

export type AddressAttachmentMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  partnerIds: Array<string> | string;
}>;


export type AddressAttachmentMutation = { addressAttachment: { id: string, version: number } };

export type RemoveAttachmentMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type RemoveAttachmentMutation = { removeAttachment: { id: string, version: number, state: AttachmentState } };

export type MediationAttachmentsQueryVariables = Exact<{
  id: string;
}>;


export type MediationAttachmentsQuery = { mediation: { id: string, attachments: Array<{ id: string, version: number, partnerId: string, authorName: string, dataClass: DataClass, state: AttachmentState, fileName: string, description: string | null, kind: FileKind, size: number, addedAt: string, removedAt: string | null, removedBy: string | null, may: Array<string>, sharedWith: Array<{ id: string, name: string }> }> } | null };

export type SignalAttachmentsQueryVariables = Exact<{
  id: string;
}>;


export type SignalAttachmentsQuery = { signal: { id: string, attachments: Array<{ id: string, version: number, partnerId: string, authorName: string, dataClass: DataClass, state: AttachmentState, fileName: string, description: string | null, kind: FileKind, size: number, addedAt: string, removedAt: string | null, removedBy: string | null, may: Array<string>, sharedWith: Array<{ id: string, name: string }> }> } | null };

export type RecusalFieldsFragment = { id: string, version: number, personId: string, personName: string, reason: string, since: string, setBy: string, liftedAt: string | null, may: Array<string> };

export type ColleaguesToKeepAwayQueryVariables = Exact<{ [key: string]: never; }>;


export type ColleaguesToKeepAwayQuery = { people: Array<{ id: string, name: string, active: boolean }> };

export type RecusePersonMutationVariables = Exact<{
  key: string;
  dossierId: string;
  personId: string;
  reason: string;
}>;


export type RecusePersonMutation = { recusePerson: { id: string, version: number } | null };

export type LiftRecusalMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type LiftRecusalMutation = { liftRecusal: { id: string, version: number, liftedAt: string | null } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { personId: string, name: string, mandateId: string, role: Role, regime: Regime, doors: Array<string>, partner: { id: string, name: string, shortName: string, kind: PartnerKind, regime: Regime, host: boolean } } };

export type PartnersQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnersQuery = { partners: Array<{ id: string, name: string, shortName: string, kind: PartnerKind, regime: Regime, municipalities: Array<{ nis: string, name: string }>, earlierNames: Array<{ name: string, until: string }> }> };

export type MunicipalitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type MunicipalitiesQuery = { municipalities: Array<{ nis: string, name: string, postcodes: Array<string> }> };

export type ReferralTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferralTypesQuery = { referralTypes: Array<{ code: string, label: string, help: string, maySend: boolean, opposes: boolean, asks: Array<DataClass>, required: Array<string>, urgentTerm: number, term: number, receivers: Array<{ kind: PartnerKind, may: Array<DataClass> }>, rejectReasons: Array<{ code: string, label: string, needsText: boolean }> }> };

export type ExchangeProtocolsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExchangeProtocolsQuery = { exchangeProtocols: Array<{ id: string, fromPartnerId: string, toPartnerId: string, active: boolean }> };

export type WorklistCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type WorklistCountsQuery = { worklistCounts: { todo: number, overdue: number, waiting: number, upcoming: number } };

export type SimilarQueryVariables = Exact<{
  givenName: string;
  familyName: string;
  birthDate?: string | null | undefined;
}>;


export type SimilarQuery = { similar: { clients: Array<{ id: string, givenName: string | null, familyName: string | null, birthDate: string | null, municipality: string | null }>, referrals: Array<{ id: string, number: string, type: string, givenName: string | null, familyName: string | null, birthDate: string | null, fromPartnerId: string }> } };

export type SearchClientsQueryVariables = Exact<{
  words?: string | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SearchClientsQuery = { clients: { next: string | null, nodes: Array<{ id: string, givenName: string | null, familyName: string | null, birthDate: string | null, postcode: string | null, municipality: string | null, openedAt: string, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }> } };

export type OwnSignalsQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type OwnSignalsQuery = { signals: { next: string | null, nodes: Array<{ id: string, number: string, state: SignalStage, topic: TensionTopic, urgent: boolean, reportedAt: string, heardBy: string, closedAt: string | null, notStartedAt: string | null, street: string | null, municipality: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }> } };

export type SignalRequestFieldsFragment = { id: string, version: number, kind: RequestKind, says: string | null, at: string | null, askedBy: string, askedAt: string, due: string, answeredAt: string | null, answeredBy: string | null, answer: string | null, withdrawnAt: string | null, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null };

export type CopyFieldsFragment = { id: string, version: number, edition: number, state: SettlementState, body: string | null, hash: string, offeredAt: string | null, signedAt: string | null, landlordSignedAt: string | null, landlordSignedBy: string | null, may: Array<string> };

export type PartySignalQueryVariables = Exact<{
  id: string;
}>;


export type PartySignalQuery = { signal: { id: string, version: number, number: string, state: SignalStage, origin: SignalOrigin, partnerId: string, receiverId: string, protocolId: string | null, reportedBy: string, topic: TensionTopic, urgent: boolean, reportedAt: string, heardBy: string, reportBy: string, inProgressAt: string | null, startedAt: string | null, notStartedAt: string | null, decidedAt: string | null, closedAt: string | null, street: string | null, postcode: string | null, municipality: string | null, facts: string | null, tried: string | null, danger: boolean | null, dangerNote: string | null, landlordName: string | null, landlordContact: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }>, renters: Array<{ id: string, givenName: string | null, familyName: string | null, phone: string | null, email: string | null, language: string | null, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, requests: Array<{ id: string, version: number, kind: RequestKind, says: string | null, at: string | null, askedBy: string, askedAt: string, due: string, answeredAt: string | null, answeredBy: string | null, answer: string | null, withdrawnAt: string | null, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null }>, settlements: Array<{ id: string, version: number, edition: number, state: SettlementState, body: string | null, hash: string, offeredAt: string | null, signedAt: string | null, landlordSignedAt: string | null, landlordSignedBy: string | null, may: Array<string> }>, stages: Array<{ event: string, at: string, text: string | null }>, messages: Array<{ id: string, version: number, partnerId: string, authorName: string, state: MessageState, urgent: boolean, at: string, readerIds: Array<string>, toPartnerIds: Array<string> | null, leavesAt: string | null, body: string | null, may: Array<string>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> }>, attachments: Array<{ id: string, version: number, partnerId: string, authorName: string, dataClass: DataClass, state: AttachmentState, fileName: string, description: string | null, kind: FileKind, size: number, addedAt: string, removedAt: string | null, removedBy: string | null, may: Array<string>, sharedWith: Array<{ id: string, name: string }> }>, notes: Array<{ id: string, version: number, authorId: string, partnerId: string, dataClass: DataClass, body: string, changedAt: string, may: Array<string> }>, recusals: Array<{ id: string, version: number, personId: string, personName: string, reason: string, since: string, setBy: string, liftedAt: string | null, may: Array<string> }>, ownNumber: { id: string, version: number, number: string, may: Array<string> } | null } | null };

export type SignalProtocolsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignalProtocolsQuery = { cooperationProtocols: Array<{ id: string, edition: number, state: CooperationState, title: string, companyId: string, partnerId: string, municipalities: Array<string>, inForce: boolean, validFrom: string, text: string }> };

export type DwellingsQueryVariables = Exact<{ [key: string]: never; }>;


export type DwellingsQuery = { dwellings: Array<{ id: string, reference: string, street: string, postcode: string, municipality: string }> };

export type ReportTensionMutationVariables = Exact<{
  key: string;
  input: NewSignal;
  facts: SignalFacts;
}>;


export type ReportTensionMutation = { reportTension: { id: string, number: string, receiverId: string, mediation: { id: string } | null } };

export type WithdrawSignalMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  reason: string;
}>;


export type WithdrawSignalMutation = { withdrawSignal: { id: string, state: SignalStage } };

export type ReportBreachMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  text: string;
}>;


export type ReportBreachMutation = { reportBreach: { id: string, state: SignalStage } };

export type AnswerMediatorMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  answer: string;
}>;


export type AnswerMediatorMutation = { answerMediator: { id: string, answeredAt: string | null } };

export type SignSettlementMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  hash: string;
  capacity: string;
}>;


export type SignSettlementMutation = { signSettlement: { id: string, state: SettlementState, landlordSignedAt: string | null } };

export type ImportDwellingsMutationVariables = Exact<{
  key: string;
  file: string;
}>;


export type ImportDwellingsMutation = { importDwellings: Array<{ id: string }> };

export type WorklistQueryVariables = Exact<{
  part: WorklistPart;
  kind?: TaskKind | null | undefined;
  whose?: Whose | null | undefined;
  period?: Period | null | undefined;
  insteadOf?: string | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type WorklistQuery = { worklist: { next: string | null, nodes: Array<{ id: string, version: number, kind: TaskKind, dossierId: string, otherPartnerId: string | null, personId: string | null, role: Role | null, openedAt: string, due: string | null, reminded: boolean, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, consult: { id: string, number: string, state: ConsultState, question: string, receiverId: string, askerId: string | null } | null, mediation: { id: string, number: string, topic: TensionTopic, landlordId: string | null, signals: Array<{ street: string | null, municipality: string | null }> } | null, signal: { id: string, number: string, topic: TensionTopic, receiverId: string, partnerId: string, street: string | null, municipality: string | null, mediation: { id: string } | null } | null, referral: { id: string, number: string, type: string, state: ReferralState | null, givenName: string | null, familyName: string | null, fromPartnerId: string, changedAt: string | null, transfer: boolean, recipients: Array<{ receiverId: string, chosen: boolean }>, answers: Array<{ state: AnswerState, partnerId: string, deliveredAt: string }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null }> } };

export type SavedFiltersQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedFiltersQuery = { savedFilters: Array<{ id: string, version: number, name: string, part: WorklistPart | null, kind: TaskKind | null, whose: Whose | null, period: Period | null }> };

export type SaveFilterMutationVariables = Exact<{
  key: string;
  name: string;
  part?: WorklistPart | null | undefined;
  kind?: TaskKind | null | undefined;
  whose?: Whose | null | undefined;
  period?: Period | null | undefined;
}>;


export type SaveFilterMutation = { saveFilter: { id: string } };

export type RemoveFilterMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type RemoveFilterMutation = { removeFilter: { id: string } };

export type CalendarFeedQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarFeedQuery = { calendarFeed: { id: string, version: number, madeAt: string } | null };

export type MakeCalendarFeedMutationVariables = Exact<{
  key: string;
}>;


export type MakeCalendarFeedMutation = { makeCalendarFeed: { path: string | null, feed: { id: string } } };

export type RevokeCalendarFeedMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type RevokeCalendarFeedMutation = { revokeCalendarFeed: { id: string } };

export type TeamTasksQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type TeamTasksQuery = { teamTasks: { next: string | null, nodes: Array<{ id: string, version: number, kind: TaskKind, dossierId: string, otherPartnerId: string | null, personId: string | null, role: Role | null, openedAt: string, due: string | null, reminded: boolean, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, consult: { id: string, number: string, state: ConsultState, question: string, receiverId: string, askerId: string | null } | null, mediation: { id: string, number: string, topic: TensionTopic, landlordId: string | null, signals: Array<{ street: string | null, municipality: string | null }> } | null, signal: { id: string, number: string, topic: TensionTopic, receiverId: string, partnerId: string, street: string | null, municipality: string | null, mediation: { id: string } | null } | null, referral: { id: string, number: string, type: string, state: ReferralState | null, givenName: string | null, familyName: string | null, fromPartnerId: string, changedAt: string | null, transfer: boolean, recipients: Array<{ receiverId: string, chosen: boolean }>, answers: Array<{ state: AnswerState, partnerId: string, deliveredAt: string }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null }> } };

export type StandingInQueryVariables = Exact<{ [key: string]: never; }>;


export type StandingInQuery = { standingIn: Array<{ absence: { id: string, personId: string, until: string, person: { name: string } | null }, counts: { todo: number, overdue: number, waiting: number, upcoming: number } }> };

export type TaskFieldsFragment = { id: string, version: number, kind: TaskKind, dossierId: string, otherPartnerId: string | null, personId: string | null, role: Role | null, openedAt: string, due: string | null, reminded: boolean, may: Array<string>, term: { due: string, tone: TermTone, workingDays: number, length: number } | null, consult: { id: string, number: string, state: ConsultState, question: string, receiverId: string, askerId: string | null } | null, mediation: { id: string, number: string, topic: TensionTopic, landlordId: string | null, signals: Array<{ street: string | null, municipality: string | null }> } | null, signal: { id: string, number: string, topic: TensionTopic, receiverId: string, partnerId: string, street: string | null, municipality: string | null, mediation: { id: string } | null } | null, referral: { id: string, number: string, type: string, state: ReferralState | null, givenName: string | null, familyName: string | null, fromPartnerId: string, changedAt: string | null, transfer: boolean, recipients: Array<{ receiverId: string, chosen: boolean }>, answers: Array<{ state: AnswerState, partnerId: string, deliveredAt: string }>, withheld: Array<{ dataClass: DataClass, why: WhyWithheld }> } | null };

export type TakeTaskMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type TakeTaskMutation = { takeTask: { id: string, version: number } };

export type ReleaseTaskMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
}>;


export type ReleaseTaskMutation = { releaseTask: { id: string, version: number } };

export type AssignTaskMutationVariables = Exact<{
  key: string;
  id: string;
  version: number;
  personId?: string | null | undefined;
}>;


export type AssignTaskMutation = { assignTask: { id: string, version: number } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ClientFieldsFragmentDoc = new TypedDocumentString(`
    fragment ClientFields on Client {
  id
  version
  openedAt
  sourceReferralId
  sourcePartnerId
  givenName
  familyName
  birthDate
  cirNumber
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  householdNote
  addressProtected
  transferredTo
  transferredAt
  representativeName
  representativeKind
  representativeFor
  representativeScope
  representativeUntil
  representativePhone
  withheld {
    dataClass
    why
  }
  may
}
    `, {"fragmentName":"ClientFields"}) as unknown as TypedDocumentString<ClientFieldsFragment, unknown>;
export const EntryFieldsFragmentDoc = new TypedDocumentString(`
    fragment EntryFields on TimelineEntry {
  id
  dossierId
  at
  event
  partnerId
  personName
  text
  outcome
  due
  classes
  withheld {
    dataClass
    why
  }
}
    `, {"fragmentName":"EntryFields"}) as unknown as TypedDocumentString<EntryFieldsFragment, unknown>;
export const PastContentFragmentDoc = new TypedDocumentString(`
    fragment PastContent on PastReferral {
  question
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
}
    `, {"fragmentName":"PastContent"}) as unknown as TypedDocumentString<PastContentFragment, unknown>;
export const PastFileFragmentDoc = new TypedDocumentString(`
    fragment PastFile on PastClient {
  givenName
  familyName
  birthDate
  cirNumber
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  householdNote
  representativeName
  representativeKind
  representativeFor
  representativeScope
  representativeUntil
  representativePhone
}
    `, {"fragmentName":"PastFile"}) as unknown as TypedDocumentString<PastFileFragment, unknown>;
export const PastTextFragmentDoc = new TypedDocumentString(`
    fragment PastText on PastNote {
  id
  dataClass
  body
}
    `, {"fragmentName":"PastText"}) as unknown as TypedDocumentString<PastTextFragment, unknown>;
export const DestructionListFieldsFragmentDoc = new TypedDocumentString(`
    fragment DestructionListFields on DestructionList {
  id
  version
  edition
  items
  proposedAt
  signedAt
  signedBy
  signed
  may
}
    `, {"fragmentName":"DestructionListFields"}) as unknown as TypedDocumentString<DestructionListFieldsFragment, unknown>;
export const DestructionItemFieldsFragmentDoc = new TypedDocumentString(`
    fragment DestructionItemFields on DestructionItem {
  id
  version
  kind
  number
  part
  rule
  years
  classes
  closedOn
  messages
  notes
  files
  takenOffBy
  takenOffReason
  destroyedAt
  destroyedRows
  keptWhy
  waits
  may
}
    `, {"fragmentName":"DestructionItemFields"}) as unknown as TypedDocumentString<DestructionItemFieldsFragment, unknown>;
export const LegalHoldFieldsFragmentDoc = new TypedDocumentString(`
    fragment LegalHoldFields on LegalHold {
  id
  version
  kind
  number
  reason
  setAt
  setBy
  liftedAt
  liftedBy
  liftReason
  lifted
  may
}
    `, {"fragmentName":"LegalHoldFields"}) as unknown as TypedDocumentString<LegalHoldFieldsFragment, unknown>;
export const PartyFieldsFragmentDoc = new TypedDocumentString(`
    fragment PartyFields on MediationParty {
  id
  version
  side
  givenName
  familyName
  phone
  email
  language
  answer
  answeredOn
  answerWay
  heardOn
  heardWay
  mayTell
  mayTellOn
  dangerToldGround
  clientId
  may
}
    `, {"fragmentName":"PartyFields"}) as unknown as TypedDocumentString<PartyFieldsFragment, unknown>;
export const SettlementFieldsFragmentDoc = new TypedDocumentString(`
    fragment SettlementFields on Settlement {
  id
  version
  edition
  state
  body
  hash
  draftedAt
  offeredAt
  signedAt
  may
  signatures {
    id
    partyId
    name
    capacity
    way
    at
    attachmentId
  }
}
    `, {"fragmentName":"SettlementFields"}) as unknown as TypedDocumentString<SettlementFieldsFragment, unknown>;
export const MessageFieldsFragmentDoc = new TypedDocumentString(`
    fragment MessageFields on Message {
  id
  version
  partnerId
  authorName
  state
  urgent
  at
  readerIds
  toPartnerIds
  leavesAt
  body
  withheld {
    dataClass
    why
  }
  may
}
    `, {"fragmentName":"MessageFields"}) as unknown as TypedDocumentString<MessageFieldsFragment, unknown>;
export const GlassFieldsFragmentDoc = new TypedDocumentString(`
    fragment GlassFields on GlassBreak {
  id
  version
  number
  dossierId
  dossierKind
  personId
  personName
  role
  reason
  openedAt
  endsAt
  endedAt
  may
}
    `, {"fragmentName":"GlassFields"}) as unknown as TypedDocumentString<GlassFieldsFragment, unknown>;
export const TrailFieldsFragmentDoc = new TypedDocumentString(`
    fragment TrailFields on TrailLine {
  id
  at
  personName
  role
  kind
  purpose
  record
  numbers
  dossiers
  classes
  reasons
}
    `, {"fragmentName":"TrailFields"}) as unknown as TypedDocumentString<TrailFieldsFragment, unknown>;
export const LookFieldsFragmentDoc = new TypedDocumentString(`
    fragment LookFields on SupportLook {
  id
  version
  partnerId
  number
  reason
  state
  askedAt
  decidedAt
  dossierId
  dossierKind
  endsAt
  endedAt
  may
}
    `, {"fragmentName":"LookFields"}) as unknown as TypedDocumentString<LookFieldsFragment, unknown>;
export const RequestFieldsFragmentDoc = new TypedDocumentString(`
    fragment RequestFields on SupportRequest {
  id
  version
  personName
  number
  reason
  state
  askedAt
  decidedName
  decidedAt
  endsAt
  endedAt
  may
}
    `, {"fragmentName":"RequestFields"}) as unknown as TypedDocumentString<RequestFieldsFragment, unknown>;
export const ContentFieldsFragmentDoc = new TypedDocumentString(`
    fragment ContentFields on SeenReferral {
  question
  givenName
  familyName
  birthDate
  phone
  email
  language
  contactNote
  street
  postcode
  municipality
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
  withheld {
    dataClass
    why
  }
  notes {
    id
    dataClass
    body
  }
  persons {
    id
    relation
    givenName
    familyName
    birthDate
  }
}
    `, {"fragmentName":"ContentFields"}) as unknown as TypedDocumentString<ContentFieldsFragment, unknown>;
export const AnswerFieldsFragmentDoc = new TypedDocumentString(`
    fragment AnswerFields on Answer {
  id
  version
  dossierId
  partnerId
  state
  deliveredAt
  readAt
  due
  term {
    due
    tone
    workingDays
    length
  }
  contactName
  contactPersonId
  acceptedAt
  endedAt
  contentVersion
  contentAt
  fellowIds
  redirectPartnerId
  rejectReason
  rejectText
  advice
  keptGround
  withheld {
    dataClass
    why
  }
  may
}
    `, {"fragmentName":"AnswerFields"}) as unknown as TypedDocumentString<AnswerFieldsFragment, unknown>;
export const NoteFieldsFragmentDoc = new TypedDocumentString(`
    fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}
    `, {"fragmentName":"NoteFields"}) as unknown as TypedDocumentString<NoteFieldsFragment, unknown>;
export const ReferralFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReferralFields on Referral {
  id
  version
  number
  state
  type
  urgent
  fromPartnerId
  senderName
  question
  transfer
  agreedOn
  agreedWay
  draftedAt
  changedAt
  sentAt
  deliverAt
  deliveredAt
  closedAt
  contentVersion
  contentAt
  openReceivers
  opposingPartnerId
  redirectIds
  addressProtected
  givenName
  familyName
  birthDate
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
  withheld {
    dataClass
    why
  }
  may
  notes {
    ...NoteFields
  }
  recipients {
    id
    receiverId
    classes
    chosen
  }
  persons {
    id
    version
    relation
    givenName
    familyName
    birthDate
    leftOut
  }
}
    fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}`, {"fragmentName":"ReferralFields"}) as unknown as TypedDocumentString<ReferralFieldsFragment, unknown>;
export const AccessFieldsFragmentDoc = new TypedDocumentString(`
    fragment AccessFields on AccessRequest {
  id
  version
  partnerId
  toPartnerId
  state
  classes
  reason
  until
  askedAt
  askedBy
  decidedAt
  decidedBy
  decision
  may
}
    `, {"fragmentName":"AccessFields"}) as unknown as TypedDocumentString<AccessFieldsFragment, unknown>;
export const AttachmentFieldsFragmentDoc = new TypedDocumentString(`
    fragment AttachmentFields on Attachment {
  id
  version
  partnerId
  authorName
  dataClass
  state
  fileName
  description
  kind
  size
  addedAt
  removedAt
  removedBy
  may
  sharedWith {
    id
    name
  }
}
    `, {"fragmentName":"AttachmentFields"}) as unknown as TypedDocumentString<AttachmentFieldsFragment, unknown>;
export const RecusalFieldsFragmentDoc = new TypedDocumentString(`
    fragment RecusalFields on Recusal {
  id
  version
  personId
  personName
  reason
  since
  setBy
  liftedAt
  may
}
    `, {"fragmentName":"RecusalFields"}) as unknown as TypedDocumentString<RecusalFieldsFragment, unknown>;
export const SignalRequestFieldsFragmentDoc = new TypedDocumentString(`
    fragment SignalRequestFields on SignalRequest {
  id
  version
  kind
  says
  at
  askedBy
  askedAt
  due
  answeredAt
  answeredBy
  answer
  withdrawnAt
  may
  term {
    due
    tone
    workingDays
    length
  }
}
    `, {"fragmentName":"SignalRequestFields"}) as unknown as TypedDocumentString<SignalRequestFieldsFragment, unknown>;
export const CopyFieldsFragmentDoc = new TypedDocumentString(`
    fragment CopyFields on Settlement {
  id
  version
  edition
  state
  body
  hash
  offeredAt
  signedAt
  landlordSignedAt
  landlordSignedBy
  may
}
    `, {"fragmentName":"CopyFields"}) as unknown as TypedDocumentString<CopyFieldsFragment, unknown>;
export const TaskFieldsFragmentDoc = new TypedDocumentString(`
    fragment TaskFields on Task {
  id
  version
  kind
  dossierId
  otherPartnerId
  personId
  role
  openedAt
  due
  reminded
  may
  term {
    due
    tone
    workingDays
    length
  }
  consult {
    id
    number
    state
    question
    receiverId
    askerId
  }
  mediation {
    id
    number
    topic
    landlordId
    signals {
      street
      municipality
    }
  }
  signal {
    id
    number
    topic
    receiverId
    partnerId
    street
    municipality
    mediation {
      id
    }
  }
  referral {
    id
    number
    type
    state
    givenName
    familyName
    fromPartnerId
    recipients {
      receiverId
      chosen
    }
    changedAt
    transfer
    answers {
      state
      partnerId
      deliveredAt
    }
    withheld {
      dataClass
      why
    }
  }
}
    `, {"fragmentName":"TaskFields"}) as unknown as TypedDocumentString<TaskFieldsFragment, unknown>;
export const ClientDocument = new TypedDocumentString(`
    query Client($id: ID!) {
  client(id: $id) {
    ...ClientFields
    recusals {
      ...RecusalFields
    }
    notes {
      ...NoteFields
    }
    consults {
      id
      number
      state
      question
      receiverId
      askerId
      askedAt
    }
    referrals {
      id
      number
      type
      state
      transfer
      fromPartnerId
      recipients {
        receiverId
        chosen
      }
      changedAt
      answers {
        partnerId
        state
        deliveredAt
      }
    }
  }
}
    fragment ClientFields on Client {
  id
  version
  openedAt
  sourceReferralId
  sourcePartnerId
  givenName
  familyName
  birthDate
  cirNumber
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  householdNote
  addressProtected
  transferredTo
  transferredAt
  representativeName
  representativeKind
  representativeFor
  representativeScope
  representativeUntil
  representativePhone
  withheld {
    dataClass
    why
  }
  may
}
fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}
fragment RecusalFields on Recusal {
  id
  version
  personId
  personName
  reason
  since
  setBy
  liftedAt
  may
}`, {"hash":"sha256:261ec05cc36366c6b7f8cd68825c52fc69c3ca3077cb5a54792c8699fe8ad543"}) as unknown as TypedDocumentString<ClientQuery, ClientQueryVariables>;
export const RegisterDocument = new TypedDocumentString(`
    query Register($clientId: ID!) {
  register(clientId: $clientId) {
    at
    client {
      id
      givenName
      familyName
      withheld {
        dataClass
        why
      }
    }
    entries {
      referralId
      number
      partnerId
      classes
      purpose
      ground
      agreedOn
      since
      until
      standing
      takenBackAt
      takenBackBy
      confirmed
      confirmedAt
      keptGround
    }
    looks {
      partnerId
      days
    }
  }
}
    `, {"hash":"sha256:aaa5166da6891456a05ac797c4c42e9ec9b59b142d1711c458f8d975fbe6b27e"}) as unknown as TypedDocumentString<RegisterQuery, RegisterQueryVariables>;
export const OpenClientDocument = new TypedDocumentString(`
    mutation OpenClient($key: ID!, $input: NewClient!) {
  openClient(key: $key, input: $input) {
    id
  }
}
    `, {"hash":"sha256:444d39453dd3bb416754da2729f067775371b663156baf18b6b9a01b435e52f4"}) as unknown as TypedDocumentString<OpenClientMutation, OpenClientMutationVariables>;
export const ChangeClientDocument = new TypedDocumentString(`
    mutation ChangeClient($key: ID!, $id: ID!, $version: Int!, $changes: ClientChanges!) {
  changeClient(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
  }
}
    `, {"hash":"sha256:56aa2a58b9755a254c32046d9f5f678cc5f2aed6a58abbb86b5fdef60b8fc0cd"}) as unknown as TypedDocumentString<ChangeClientMutation, ChangeClientMutationVariables>;
export const ConsultsDocument = new TypedDocumentString(`
    query Consults($state: ConsultState, $after: String, $first: Int) {
  consults(state: $state, after: $after, first: $first) {
    nodes {
      id
      number
      state
      question
      receiverId
      askerId
      askedBy
      anonymous
      askedAt
      term {
        due
        tone
        workingDays
        length
      }
    }
    next
  }
}
    `, {"hash":"sha256:19f7d2ac051ac68a2ac8ad049f252f05c400862edc9d576ef2ba942722e5594d"}) as unknown as TypedDocumentString<ConsultsQuery, ConsultsQueryVariables>;
export const ConsultDocument = new TypedDocumentString(`
    query Consult($id: ID!) {
  consult(id: $id) {
    id
    version
    number
    state
    receiverId
    anonymous
    askerId
    askerName
    askedBy
    question
    askedAt
    term {
      due
      tone
      workingDays
      length
    }
    answer
    answeredAt
    answeredBy
    closedAt
    adults
    children
    householdNote
    withheld {
      dataClass
      why
    }
    may
    messages {
      ...MessageFields
    }
    notes {
      ...NoteFields
    }
    recusals {
      ...RecusalFields
    }
    ownNumber {
      id
      version
      number
      may
    }
    client {
      id
      givenName
      familyName
      withheld {
        dataClass
        why
      }
    }
  }
}
    fragment MessageFields on Message {
  id
  version
  partnerId
  authorName
  state
  urgent
  at
  readerIds
  toPartnerIds
  leavesAt
  body
  withheld {
    dataClass
    why
  }
  may
}
fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}
fragment RecusalFields on Recusal {
  id
  version
  personId
  personName
  reason
  since
  setBy
  liftedAt
  may
}`, {"hash":"sha256:73ab637f823d46fb666271e4acd3045962dd6ed2209112d680447de358b76573"}) as unknown as TypedDocumentString<ConsultQuery, ConsultQueryVariables>;
export const ConsultClientDocument = new TypedDocumentString(`
    query ConsultClient($id: ID!) {
  client(id: $id) {
    id
    givenName
    familyName
    adults
    children
    withheld {
      dataClass
      why
    }
  }
}
    `, {"hash":"sha256:c1932bc9710a3a36a759d558b96818a7b2df3230f889130bbdd1d7e5f60356c0"}) as unknown as TypedDocumentString<ConsultClientQuery, ConsultClientQueryVariables>;
export const AskConsultDocument = new TypedDocumentString(`
    mutation AskConsult($key: ID!, $input: NewConsult!, $clientId: ID) {
  askConsult(key: $key, input: $input, clientId: $clientId) {
    id
  }
}
    `, {"hash":"sha256:b2e121e6676a605bd12217233742c2caffa11e5648802606040b755260581a94"}) as unknown as TypedDocumentString<AskConsultMutation, AskConsultMutationVariables>;
export const AnswerConsultDocument = new TypedDocumentString(`
    mutation AnswerConsult($key: ID!, $id: ID!, $version: Int!, $answer: String!) {
  answerConsult(key: $key, id: $id, version: $version, answer: $answer) {
    id
    state
  }
}
    `, {"hash":"sha256:31b84fb70e079e74552db52af0f5f63a512a648a7ef78ccf1e884e28eb6f0ff8"}) as unknown as TypedDocumentString<AnswerConsultMutation, AnswerConsultMutationVariables>;
export const WithdrawConsultDocument = new TypedDocumentString(`
    mutation WithdrawConsult($key: ID!, $id: ID!, $version: Int!) {
  withdrawConsult(key: $key, id: $id, version: $version) {
    id
    state
  }
}
    `, {"hash":"sha256:d1b20337f0f35de9485dee20c92ac0d51f061b06f457f31295cd7ee372362e81"}) as unknown as TypedDocumentString<WithdrawConsultMutation, WithdrawConsultMutationVariables>;
export const CloseConsultDocument = new TypedDocumentString(`
    mutation CloseConsult($key: ID!, $id: ID!, $version: Int!) {
  closeConsult(key: $key, id: $id, version: $version) {
    id
    state
  }
}
    `, {"hash":"sha256:733432802e0b487011e1d94795c151c8db57798160b529045b9a15db070713d5"}) as unknown as TypedDocumentString<CloseConsultMutation, CloseConsultMutationVariables>;
export const ClosingDaysDocument = new TypedDocumentString(`
    query ClosingDays {
  closingDays {
    id
    version
    day
    label
    setBy
    removedAt
    may
  }
}
    `, {"hash":"sha256:3f9a0fff26ad158661f5dad27f39bce4e4d3a1f3a9ab4c69a1eb56a702c80b9a"}) as unknown as TypedDocumentString<ClosingDaysQuery, ClosingDaysQueryVariables>;
export const AddClosingDayDocument = new TypedDocumentString(`
    mutation AddClosingDay($key: ID!, $day: Day!, $label: String!) {
  addClosingDay(key: $key, day: $day, label: $label) {
    id
    day
  }
}
    `, {"hash":"sha256:f21c868c6fa0ddd24649b639abbcdcc81ecc564c72f588526f565193aa9d6c0e"}) as unknown as TypedDocumentString<AddClosingDayMutation, AddClosingDayMutationVariables>;
export const RemoveClosingDayDocument = new TypedDocumentString(`
    mutation RemoveClosingDay($key: ID!, $id: ID!, $version: Int!) {
  removeClosingDay(key: $key, id: $id, version: $version) {
    id
  }
}
    `, {"hash":"sha256:7849b7758023e6ece536aef364b4a29c5da75a45e2679a2ab36aca1b4144b97b"}) as unknown as TypedDocumentString<RemoveClosingDayMutation, RemoveClosingDayMutationVariables>;
export const AccessReviewsDocument = new TypedDocumentString(`
    query AccessReviews {
  accessReviews {
    id
    version
    endsOn
    personId
    person {
      name
    }
    mandate {
      role
      since
      until
    }
  }
}
    `, {"hash":"sha256:95477123ce74555e286ddd8ee7c49e327df8ff762dd6e61016c0a6bb8a09eefd"}) as unknown as TypedDocumentString<AccessReviewsQuery, AccessReviewsQueryVariables>;
export const ConfirmAccessDocument = new TypedDocumentString(`
    mutation ConfirmAccess($key: ID!, $reviews: [ReviewToConfirm!]!) {
  confirmAccess(key: $key, reviews: $reviews) {
    id
  }
}
    `, {"hash":"sha256:7ecfed590d0206ac3294a14b9e1a18eb7dfafd82e3dd565ebcb1271f0ac97404"}) as unknown as TypedDocumentString<ConfirmAccessMutation, ConfirmAccessMutationVariables>;
export const StaffChangesDocument = new TypedDocumentString(`
    query StaffChanges($from: Day!, $until: Day!) {
  staffChanges(from: $from, until: $until) {
    joiners {
      personId
      name
      role
      day
    }
    leavers {
      personId
      name
      role
      day
      openFiles
    }
  }
}
    `, {"hash":"sha256:44c296b41e3b0a06278db01e7d97b754fb80fccc17b63f671169c4561543d45c"}) as unknown as TypedDocumentString<StaffChangesQuery, StaffChangesQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People {
  people {
    id
    version
    name
    username
    email
    mailRefusedAt
    active
    may
    mandates {
      id
      version
      role
      municipality
      political
      since
      until
      may
    }
    withheld {
      dataClass
      why
    }
  }
}
    `, {"hash":"sha256:e8af22c1870cdf8049c2cc3ec01abedfaafb9dd685e7e0721a620237cd996945"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const AddPersonDocument = new TypedDocumentString(`
    mutation AddPerson($key: ID!, $name: String!, $username: String!, $email: String) {
  addPerson(key: $key, name: $name, username: $username, email: $email) {
    id
  }
}
    `, {"hash":"sha256:c598324de58d0a35b9bf1d82f98183b02d89d000d5f593870b4ed3cd54246b4a"}) as unknown as TypedDocumentString<AddPersonMutation, AddPersonMutationVariables>;
export const ChangePersonDocument = new TypedDocumentString(`
    mutation ChangePerson($key: ID!, $id: ID!, $version: Int!, $name: String, $active: Boolean, $email: String) {
  changePerson(
    key: $key
    id: $id
    version: $version
    name: $name
    active: $active
    email: $email
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:609f8ccad8357bf3a54b58812f41bf2c2493d8f9b0574de86eb6d4b919818e7c"}) as unknown as TypedDocumentString<ChangePersonMutation, ChangePersonMutationVariables>;
export const GiveMandateDocument = new TypedDocumentString(`
    mutation GiveMandate($key: ID!, $personId: ID!, $role: Role!, $municipality: String, $political: Boolean, $since: Day!, $until: Day) {
  giveMandate(
    key: $key
    personId: $personId
    role: $role
    municipality: $municipality
    political: $political
    since: $since
    until: $until
  ) {
    id
  }
}
    `, {"hash":"sha256:240d164793c4f019c86f860942d2c32db28dacfc90a3443ae51faec880d92bf6"}) as unknown as TypedDocumentString<GiveMandateMutation, GiveMandateMutationVariables>;
export const EndMandateDocument = new TypedDocumentString(`
    mutation EndMandate($key: ID!, $id: ID!, $version: Int!, $until: Day!) {
  endMandate(key: $key, id: $id, version: $version, until: $until) {
    id
    version
  }
}
    `, {"hash":"sha256:a04c1b40e72edc83b2587315cd17b15c6f01c0c32cf16e67f52c8d77f8a99ba3"}) as unknown as TypedDocumentString<EndMandateMutation, EndMandateMutationVariables>;
export const ProtocolsDocument = new TypedDocumentString(`
    query Protocols {
  exchangeProtocols {
    id
    fromPartnerId
    toPartnerId
    purpose
    state
    active
    validFrom
    validTo
    waits {
      step
      partnerId
      roles
    }
  }
}
    `, {"hash":"sha256:ad97425190db1fb75d214e18b82444e57d3939bfe609a9f27a59d587cfd1876b"}) as unknown as TypedDocumentString<ProtocolsQuery, ProtocolsQueryVariables>;
export const ProtocolDocument = new TypedDocumentString(`
    query Protocol($id: ID!) {
  exchangeProtocol(id: $id) {
    id
    version
    fromPartnerId
    toPartnerId
    purpose
    state
    active
    classes
    legalBasis
    frequency
    security
    retention
    validFrom
    validTo
    may
    publicationUrl
    endedOn
    endedReason
    fromAdviceOn
    fromAdviceBy
    fromAdvicePositive
    fromAdviceText
    fromSignedOn
    fromSignedBy
    toAdviceOn
    toAdviceBy
    toAdvicePositive
    toAdviceText
    toSignedOn
    toSignedBy
    waits {
      step
      partnerId
      roles
    }
  }
}
    `, {"hash":"sha256:c82d13570271659c414262151fa075ee8427af6c79a0fc0d377e2dbf659973c6"}) as unknown as TypedDocumentString<ProtocolQuery, ProtocolQueryVariables>;
export const DraftProtocolDocument = new TypedDocumentString(`
    mutation DraftProtocol($key: ID!, $toPartnerId: ID!, $text: ExchangeProtocolText!) {
  draftExchangeProtocol(key: $key, toPartnerId: $toPartnerId, text: $text) {
    id
  }
}
    `, {"hash":"sha256:6fb2108635f89a114aff3d10fb67a0927d3c9abf7643353ce6f9b680fc03d534"}) as unknown as TypedDocumentString<DraftProtocolMutation, DraftProtocolMutationVariables>;
export const EditProtocolDocument = new TypedDocumentString(`
    mutation EditProtocol($key: ID!, $id: ID!, $version: Int!, $changes: ExchangeProtocolChanges!) {
  editExchangeProtocol(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
  }
}
    `, {"hash":"sha256:0891eddf4c8521ee63d774608e14ce8305f08a526151271ee0de086d37055bfa"}) as unknown as TypedDocumentString<EditProtocolMutation, EditProtocolMutationVariables>;
export const SubmitProtocolDocument = new TypedDocumentString(`
    mutation SubmitProtocol($key: ID!, $id: ID!, $version: Int!) {
  submitExchangeProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:0d8c622b3837d67298fa0740096f3866f6c4a9adad8d1b14c6eb376eefd6bc5e"}) as unknown as TypedDocumentString<SubmitProtocolMutation, SubmitProtocolMutationVariables>;
export const AdviseProtocolDocument = new TypedDocumentString(`
    mutation AdviseProtocol($key: ID!, $id: ID!, $version: Int!, $on: Day!, $positive: Boolean!, $text: String!) {
  adviseExchangeProtocol(
    key: $key
    id: $id
    version: $version
    on: $on
    positive: $positive
    text: $text
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:7ca66ba024569a54cb7028ef6d128406f09f9876f276c269631cd6d2c181727f"}) as unknown as TypedDocumentString<AdviseProtocolMutation, AdviseProtocolMutationVariables>;
export const SignProtocolDocument = new TypedDocumentString(`
    mutation SignProtocol($key: ID!, $id: ID!, $version: Int!) {
  signExchangeProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:d22c5d57aff168bc21d8977f561cc16e5e25ef5c0db345b84df4c97aff7c46b4"}) as unknown as TypedDocumentString<SignProtocolMutation, SignProtocolMutationVariables>;
export const PublishProtocolDocument = new TypedDocumentString(`
    mutation PublishProtocol($key: ID!, $id: ID!, $version: Int!, $publicationUrl: String!) {
  publishExchangeProtocol(
    key: $key
    id: $id
    version: $version
    publicationUrl: $publicationUrl
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:5b68495703a534561f72782d6b1ef67099d5393bc2b1bb1fbc97530790569906"}) as unknown as TypedDocumentString<PublishProtocolMutation, PublishProtocolMutationVariables>;
export const EndProtocolDocument = new TypedDocumentString(`
    mutation EndProtocol($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  endExchangeProtocol(key: $key, id: $id, version: $version, reason: $reason) {
    id
    version
  }
}
    `, {"hash":"sha256:63b43f8a50c2d71acd4cda5c1be660f5f9af168ab3e65e6bdc1da354d1cc9391"}) as unknown as TypedDocumentString<EndProtocolMutation, EndProtocolMutationVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($dossierId: ID!, $first: Int!, $after: String) {
  timeline(dossierId: $dossierId, first: $first, after: $after) {
    nodes {
      ...EntryFields
    }
    next
  }
}
    fragment EntryFields on TimelineEntry {
  id
  dossierId
  at
  event
  partnerId
  personName
  text
  outcome
  due
  classes
  withheld {
    dataClass
    why
  }
}`, {"hash":"sha256:b0f2762313d6c936210aa1466fd8ff33eaaea4ad1bce43f1bde107e76188db9e"}) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const ClientTimelineDocument = new TypedDocumentString(`
    query ClientTimeline($clientId: ID!, $first: Int!, $after: String) {
  clientTimeline(clientId: $clientId, first: $first, after: $after) {
    nodes {
      ...EntryFields
    }
    next
  }
}
    fragment EntryFields on TimelineEntry {
  id
  dossierId
  at
  event
  partnerId
  personName
  text
  outcome
  due
  classes
  withheld {
    dataClass
    why
  }
}`, {"hash":"sha256:93ac3c9510c84c97b96942e220c5f9ef77ab72082ae801de2071b7c0895f20d8"}) as unknown as TypedDocumentString<ClientTimelineQuery, ClientTimelineQueryVariables>;
export const LooksDocument = new TypedDocumentString(`
    query Looks($dossierId: ID!, $first: Int!, $after: String) {
  looks(dossierId: $dossierId, first: $first, after: $after) {
    nodes {
      id
      day
      personal
      role
      kind
      glass
      classes
      partnerKind
      person {
        name
      }
      partner {
        name
      }
    }
    next
  }
}
    `, {"hash":"sha256:d0de859c2ff4be24b36eab39564d399f1f77eb680ea6fc4495297f6d17845f22"}) as unknown as TypedDocumentString<LooksQuery, LooksQueryVariables>;
export const ReferralHistoryDocument = new TypedDocumentString(`
    query ReferralHistory($id: ID!) {
  referralHistory(id: $id) {
    at
    partnerId
    personName
    fields
    before {
      ...PastContent
    }
    after {
      ...PastContent
    }
  }
  noteHistory(dossierId: $id) {
    at
    partnerId
    personName
    before {
      ...PastText
    }
    after {
      ...PastText
    }
  }
}
    fragment PastContent on PastReferral {
  question
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
}
fragment PastText on PastNote {
  id
  dataClass
  body
}`, {"hash":"sha256:e03ae1b3a9f9930766fb458e99a09034987cf1e885f2419ca6e3b4184a9d6909"}) as unknown as TypedDocumentString<ReferralHistoryQuery, ReferralHistoryQueryVariables>;
export const ClientHistoryDocument = new TypedDocumentString(`
    query ClientHistory($id: ID!) {
  clientHistory(id: $id) {
    at
    partnerId
    personName
    fields
    before {
      ...PastFile
    }
    after {
      ...PastFile
    }
  }
}
    fragment PastFile on PastClient {
  givenName
  familyName
  birthDate
  cirNumber
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  householdNote
  representativeName
  representativeKind
  representativeFor
  representativeScope
  representativeUntil
  representativePhone
}`, {"hash":"sha256:68aac49feb7fe3baee5a415706e7ca89a1116391ea3f649aaed1bb36b25a96e8"}) as unknown as TypedDocumentString<ClientHistoryQuery, ClientHistoryQueryVariables>;
export const RetentionRulesDocument = new TypedDocumentString(`
    query RetentionRules {
  retentionRules {
    key
    edition
    kind
    outcome
    classes
    years
    motivation
    assumed
  }
}
    `, {"hash":"sha256:c2993d40de6ba48e912b8f62973f9a57043fb8d7b1915d04b49a673d85fe7a0f"}) as unknown as TypedDocumentString<RetentionRulesQuery, RetentionRulesQueryVariables>;
export const DestructionListsDocument = new TypedDocumentString(`
    query DestructionLists($first: Int, $after: String) {
  destructionLists(first: $first, after: $after) {
    nodes {
      ...DestructionListFields
    }
    next
  }
}
    fragment DestructionListFields on DestructionList {
  id
  version
  edition
  items
  proposedAt
  signedAt
  signedBy
  signed
  may
}`, {"hash":"sha256:3e5386cdd435ebbdb9ac08c5601de441c8237af0a733582ab2a0ed618d1b461e"}) as unknown as TypedDocumentString<DestructionListsQuery, DestructionListsQueryVariables>;
export const DestructionItemsDocument = new TypedDocumentString(`
    query DestructionItems($listId: ID!, $first: Int, $after: String) {
  destructionItems(listId: $listId, first: $first, after: $after) {
    nodes {
      ...DestructionItemFields
    }
    next
  }
}
    fragment DestructionItemFields on DestructionItem {
  id
  version
  kind
  number
  part
  rule
  years
  classes
  closedOn
  messages
  notes
  files
  takenOffBy
  takenOffReason
  destroyedAt
  destroyedRows
  keptWhy
  waits
  may
}`, {"hash":"sha256:ccea97f5987cf590c38562c35dc0cee1441ce531f21ff36c074ad3d0a15ef4c2"}) as unknown as TypedDocumentString<DestructionItemsQuery, DestructionItemsQueryVariables>;
export const LegalHoldsDocument = new TypedDocumentString(`
    query LegalHolds($first: Int, $after: String) {
  legalHolds(first: $first, after: $after) {
    nodes {
      ...LegalHoldFields
    }
    next
  }
}
    fragment LegalHoldFields on LegalHold {
  id
  version
  kind
  number
  reason
  setAt
  setBy
  liftedAt
  liftedBy
  liftReason
  lifted
  may
}`, {"hash":"sha256:59ea2301829e4637f67c4ba4b4588186349b9cce07f9fae6093207c26765f055"}) as unknown as TypedDocumentString<LegalHoldsQuery, LegalHoldsQueryVariables>;
export const SignDestructionDocument = new TypedDocumentString(`
    mutation SignDestruction($key: ID!, $id: ID!, $version: Int!) {
  signDestruction(key: $key, id: $id, version: $version) {
    ...DestructionListFields
  }
}
    fragment DestructionListFields on DestructionList {
  id
  version
  edition
  items
  proposedAt
  signedAt
  signedBy
  signed
  may
}`, {"hash":"sha256:2eb607361c6e4fbf2f124ec19e00cf6167339eb1c2b915b783de22034c3e609c"}) as unknown as TypedDocumentString<SignDestructionMutation, SignDestructionMutationVariables>;
export const TakeOffDestructionDocument = new TypedDocumentString(`
    mutation TakeOffDestruction($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  takeOffDestruction(key: $key, id: $id, version: $version, reason: $reason) {
    ...DestructionItemFields
  }
}
    fragment DestructionItemFields on DestructionItem {
  id
  version
  kind
  number
  part
  rule
  years
  classes
  closedOn
  messages
  notes
  files
  takenOffBy
  takenOffReason
  destroyedAt
  destroyedRows
  keptWhy
  waits
  may
}`, {"hash":"sha256:8f6eec9585c54aa8b7d8c71293811104ac98eea331de2980d7ed146d17086fc1"}) as unknown as TypedDocumentString<TakeOffDestructionMutation, TakeOffDestructionMutationVariables>;
export const HoldDossierDocument = new TypedDocumentString(`
    mutation HoldDossier($key: ID!, $number: String!, $reason: String!) {
  holdDossier(key: $key, number: $number, reason: $reason) {
    ...LegalHoldFields
  }
}
    fragment LegalHoldFields on LegalHold {
  id
  version
  kind
  number
  reason
  setAt
  setBy
  liftedAt
  liftedBy
  liftReason
  lifted
  may
}`, {"hash":"sha256:739068d54a11a318e043cc465e627557e88017169de947182e9336e8fae70298"}) as unknown as TypedDocumentString<HoldDossierMutation, HoldDossierMutationVariables>;
export const LiftHoldDocument = new TypedDocumentString(`
    mutation LiftHold($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  liftHold(key: $key, id: $id, version: $version, reason: $reason) {
    ...LegalHoldFields
  }
}
    fragment LegalHoldFields on LegalHold {
  id
  version
  kind
  number
  reason
  setAt
  setBy
  liftedAt
  liftedBy
  liftReason
  lifted
  may
}`, {"hash":"sha256:7dbc612487485d518fb37b489d164db1681eaa623e4be44efdb563bc26edd715"}) as unknown as TypedDocumentString<LiftHoldMutation, LiftHoldMutationVariables>;
export const CooperationsDocument = new TypedDocumentString(`
    query Cooperations {
  cooperationProtocols {
    id
    partnerId
    companyId
    edition
    title
    state
    inForce
    municipalities
    validFrom
    validTo
  }
}
    `, {"hash":"sha256:61bed53c92339d5b3dab9c4f71127d8805b62c0f7d3e54a30928962fcca657cc"}) as unknown as TypedDocumentString<CooperationsQuery, CooperationsQueryVariables>;
export const CooperationDocument = new TypedDocumentString(`
    query Cooperation($id: ID!) {
  cooperationProtocol(id: $id) {
    id
    version
    partnerId
    companyId
    edition
    title
    state
    inForce
    municipalities
    validFrom
    validTo
    text
    hash
    may
    endedOn
    endedReason
    partnerSignedBy
    partnerSignedAs
    partnerSignedAt
    partnerSignedHash
    companySignedBy
    companySignedAs
    companySignedAt
    companySignedHash
  }
}
    `, {"hash":"sha256:f1c86fc97672d6a165283a8bb328b58903747d3f2cfa444793b87365d1ff1218"}) as unknown as TypedDocumentString<CooperationQuery, CooperationQueryVariables>;
export const ConformanceDocument = new TypedDocumentString(`
    query Conformance($protocolId: ID!, $year: Int!) {
  conformance(protocolId: $protocolId, year: $year) {
    year
    cells {
      part
      name
      n
    }
  }
}
    `, {"hash":"sha256:267b36d511d6a211cf2709651a973ed2c31fe959ad08d2633b1cc7580025e8ed"}) as unknown as TypedDocumentString<ConformanceQuery, ConformanceQueryVariables>;
export const DraftCooperationDocument = new TypedDocumentString(`
    mutation DraftCooperation($key: ID!, $companyId: ID!, $validFrom: Day!) {
  draftCooperationProtocol(
    key: $key
    companyId: $companyId
    validFrom: $validFrom
  ) {
    id
  }
}
    `, {"hash":"sha256:2cb5d28e7caa2952edd6c31b298e999c3528f5353da1475dac449b63dad8c2e8"}) as unknown as TypedDocumentString<DraftCooperationMutation, DraftCooperationMutationVariables>;
export const EditCooperationDocument = new TypedDocumentString(`
    mutation EditCooperation($key: ID!, $id: ID!, $version: Int!, $text: String!, $validFrom: Day!, $validTo: Day) {
  editCooperationProtocol(
    key: $key
    id: $id
    version: $version
    text: $text
    validFrom: $validFrom
    validTo: $validTo
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:8a5f77d91437916de9dfff0fc7a057cabaa32567ccd41b6cc46bcb7bb64bf73a"}) as unknown as TypedDocumentString<EditCooperationMutation, EditCooperationMutationVariables>;
export const SignCooperationDocument = new TypedDocumentString(`
    mutation SignCooperation($key: ID!, $id: ID!, $version: Int!, $hash: String!, $capacity: String!) {
  signCooperationProtocol(
    key: $key
    id: $id
    version: $version
    hash: $hash
    capacity: $capacity
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:332e1d673db64271288bf5c1588351761e47bd32c28a53e9f0ad7144fa7d94be"}) as unknown as TypedDocumentString<SignCooperationMutation, SignCooperationMutationVariables>;
export const WithdrawCooperationDocument = new TypedDocumentString(`
    mutation WithdrawCooperation($key: ID!, $id: ID!, $version: Int!) {
  withdrawCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:b242eb33d8d497125df83450edf32cbefefb7ab75a888fc969ff4c37d3fa8466"}) as unknown as TypedDocumentString<WithdrawCooperationMutation, WithdrawCooperationMutationVariables>;
export const ActivateCooperationDocument = new TypedDocumentString(`
    mutation ActivateCooperation($key: ID!, $id: ID!, $version: Int!) {
  activateCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:f229c3c0503e8458df8fb359dd9cab1020f04356ee2e4fbcdef47e290345a510"}) as unknown as TypedDocumentString<ActivateCooperationMutation, ActivateCooperationMutationVariables>;
export const ReviewCooperationDocument = new TypedDocumentString(`
    mutation ReviewCooperation($key: ID!, $id: ID!, $version: Int!) {
  reviewCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:6f8512a1e518a2c506717f3b65c55438c4b2442783e6ecf01c7ffc9d19e8cbd0"}) as unknown as TypedDocumentString<ReviewCooperationMutation, ReviewCooperationMutationVariables>;
export const ConfirmCooperationDocument = new TypedDocumentString(`
    mutation ConfirmCooperation($key: ID!, $id: ID!, $version: Int!) {
  confirmCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:52130b121834b00c43980321c3ff0a5c47b34edf01ee86d5533259e76f305d0c"}) as unknown as TypedDocumentString<ConfirmCooperationMutation, ConfirmCooperationMutationVariables>;
export const EndCooperationDocument = new TypedDocumentString(`
    mutation EndCooperation($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  endCooperationProtocol(key: $key, id: $id, version: $version, reason: $reason) {
    id
    version
  }
}
    `, {"hash":"sha256:35d0f4ff7ac72e4fe33235d1324c579a05305066e4293da45b13bfa20b97ea23"}) as unknown as TypedDocumentString<EndCooperationMutation, EndCooperationMutationVariables>;
export const MediationsDocument = new TypedDocumentString(`
    query Mediations($after: String, $first: Int) {
  mediations(after: $after, first: $first) {
    nodes {
      id
      number
      state
      topic
      urgent
      landlordId
      protocolId
      mediatorId
      mediatorName
      changedAt
      endedAt
      signals {
        id
        number
        state
        origin
        partnerId
        street
        municipality
        landlordName
        reportedAt
      }
      parties {
        side
        answer
        heardOn
      }
      sessions {
        state
        at
      }
      settlements {
        state
      }
      tasks {
        kind
        due
        doneAt
        awaits
        term {
          due
          tone
          workingDays
          length
        }
      }
    }
    next
  }
}
    `, {"hash":"sha256:25c05133f864789c06a6f1a8e5923984d3ae227cfcbf0ce9ede88e02e694b1bd"}) as unknown as TypedDocumentString<MediationsQuery, MediationsQueryVariables>;
export const AgreementsDocument = new TypedDocumentString(`
    query Agreements {
  cooperationProtocols {
    id
    edition
    title
    companyId
    partnerId
    municipalities
    state
    inForce
    text
  }
}
    `, {"hash":"sha256:4a31c5a9cf568a38121aa902d7df26b5be68b0863b71fa764851b13a84c124f5"}) as unknown as TypedDocumentString<AgreementsQuery, AgreementsQueryVariables>;
export const MediationDocument = new TypedDocumentString(`
    query Mediation($id: ID!) {
  mediation(id: $id) {
    id
    version
    number
    state
    topic
    urgent
    landlordId
    protocolId
    mediatorId
    mediatorName
    deliveredAt
    changedAt
    settledAt
    endedAt
    sealedAt
    outcome
    stoppedBy
    may
    withheld {
      dataClass
      why
    }
    signals {
      id
      number
      state
      origin
      partnerId
      street
      postcode
      municipality
      landlordName
      reportedBy
      reportedAt
      heardBy
      reportBy
      inProgressAt
      startedAt
      notStartedAt
      decidedAt
      closedAt
    }
    parties {
      ...PartyFields
    }
    sessions {
      id
      version
      state
      at
      place
      interpreter
      present
      may
    }
    settlements {
      ...SettlementFields
    }
    deviations {
      id
      kind
      step
      reason
      at
      byName
    }
    tasks {
      id
      kind
      due
      doneAt
      awaits
      openedAt
      term {
        due
        tone
        workingDays
        length
      }
    }
    notes {
      id
      version
      authorId
      room
      body
      changedAt
      may
    }
    timeline {
      event
      at
      text
    }
    recusals {
      ...RecusalFields
    }
  }
}
    fragment PartyFields on MediationParty {
  id
  version
  side
  givenName
  familyName
  phone
  email
  language
  answer
  answeredOn
  answerWay
  heardOn
  heardWay
  mayTell
  mayTellOn
  dangerToldGround
  clientId
  may
}
fragment SettlementFields on Settlement {
  id
  version
  edition
  state
  body
  hash
  draftedAt
  offeredAt
  signedAt
  may
  signatures {
    id
    partyId
    name
    capacity
    way
    at
    attachmentId
  }
}
fragment RecusalFields on Recusal {
  id
  version
  personId
  personName
  reason
  since
  setBy
  liftedAt
  may
}`, {"hash":"sha256:e47c17f4dae32bca3305051876d8eceeb376ceaae79d1629a67f69523badb229"}) as unknown as TypedDocumentString<MediationQuery, MediationQueryVariables>;
export const MediationSignalDocument = new TypedDocumentString(`
    query MediationSignal($id: ID!) {
  signal(id: $id) {
    id
    number
    state
    origin
    partnerId
    street
    postcode
    municipality
    topic
    urgent
    reportedBy
    reportedAt
    facts
    tried
    danger
    dangerNote
    landlordName
    landlordContact
    may
    requests {
      id
      version
      kind
      says
      at
      due
      askedAt
      askedBy
      answeredAt
      answeredBy
      answer
      withdrawnAt
      may
      term {
        due
        tone
        workingDays
        length
      }
    }
    messages {
      ...MessageFields
    }
  }
}
    fragment MessageFields on Message {
  id
  version
  partnerId
  authorName
  state
  urgent
  at
  readerIds
  toPartnerIds
  leavesAt
  body
  withheld {
    dataClass
    why
  }
  may
}`, {"hash":"sha256:baa7e21ba2997b36d46f196ee656f04b98099a28e2a5378cc353d8e333ca371e"}) as unknown as TypedDocumentString<MediationSignalQuery, MediationSignalQueryVariables>;
export const CaseOfSignalDocument = new TypedDocumentString(`
    query CaseOfSignal($id: ID!) {
  signal(id: $id) {
    id
    mediation {
      id
    }
  }
}
    `, {"hash":"sha256:5599d3ad296e397e4b2d6fe2eec509898dc7e4d0ade53423839e5573a5246561"}) as unknown as TypedDocumentString<CaseOfSignalQuery, CaseOfSignalQueryVariables>;
export const AssignMediationDocument = new TypedDocumentString(`
    mutation AssignMediation($key: ID!, $id: ID!, $version: Int!, $personId: ID!, $reason: String) {
  assignMediation(
    key: $key
    id: $id
    version: $version
    personId: $personId
    reason: $reason
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:3befc2ff994f77555a50463d1976b7d9f7febaadb6966d525584212190a37673"}) as unknown as TypedDocumentString<AssignMediationMutation, AssignMediationMutationVariables>;
export const ReadSignalsDocument = new TypedDocumentString(`
    mutation ReadSignals($key: ID!, $id: ID!, $version: Int!) {
  readSignals(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:895000d5619bc188dadc9189d92c0cbbfca78de4c72c709fddfbace0d5453c16"}) as unknown as TypedDocumentString<ReadSignalsMutation, ReadSignalsMutationVariables>;
export const OpenClientOfPartyDocument = new TypedDocumentString(`
    mutation OpenClientOfParty($key: ID!, $id: ID!, $version: Int!) {
  openClientOfParty(key: $key, id: $id, version: $version) {
    id
    version
    clientId
  }
}
    `, {"hash":"sha256:9f74350392fc44da1c2985d561bb570c23ccb8605f8d56c4ded85fc150755918"}) as unknown as TypedDocumentString<OpenClientOfPartyMutation, OpenClientOfPartyMutationVariables>;
export const AcceptMediationDocument = new TypedDocumentString(`
    mutation AcceptMediation($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  acceptMediation(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:23654f437677d9294d43b05666036320c8dfbb75317880c959dc316752edc426"}) as unknown as TypedDocumentString<AcceptMediationMutation, AcceptMediationMutationVariables>;
export const MediationOutOfScopeDocument = new TypedDocumentString(`
    mutation MediationOutOfScope($key: ID!, $id: ID!, $version: Int!, $reason: String!, $deviation: String) {
  mediationOutOfScope(
    key: $key
    id: $id
    version: $version
    reason: $reason
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:94306c1bcff5a70ed36e3855285faa88a94f54f4b6d6f786c204769190fb09c8"}) as unknown as TypedDocumentString<MediationOutOfScopeMutation, MediationOutOfScopeMutationVariables>;
export const ContactRenterDocument = new TypedDocumentString(`
    mutation ContactRenter($key: ID!, $id: ID!, $version: Int!, $way: String!, $deviation: String) {
  contactRenter(
    key: $key
    id: $id
    version: $version
    way: $way
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:3429bbe27c479373154e2af3bfd81a9876451151eb727a613e6f712d4fab51b1"}) as unknown as TypedDocumentString<ContactRenterMutation, ContactRenterMutationVariables>;
export const StartMediationDocument = new TypedDocumentString(`
    mutation StartMediation($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  startMediation(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:1fb0dcf8084d80e7881ba7d058fbf178072507f985662177b2a5bab6c446aef2"}) as unknown as TypedDocumentString<StartMediationMutation, StartMediationMutationVariables>;
export const MediationDeclinedDocument = new TypedDocumentString(`
    mutation MediationDeclined($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  mediationDeclined(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:cee36e65fb8b61a92dd7575ae97cdf63a1ff15b77160ce6c65bbe4cb1450f483"}) as unknown as TypedDocumentString<MediationDeclinedMutation, MediationDeclinedMutationVariables>;
export const RenterNotReachedDocument = new TypedDocumentString(`
    mutation RenterNotReached($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  renterNotReached(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:f4fe893db90466895b5f36293f8f9ea0e89c8ba9dc69ffe9f8699ee60e9d1ba2"}) as unknown as TypedDocumentString<RenterNotReachedMutation, RenterNotReachedMutationVariables>;
export const BeginSessionsDocument = new TypedDocumentString(`
    mutation BeginSessions($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  beginSessions(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:438961773073bfd76acb6f9486570cbcd002a078aa162041d11e750936c90357"}) as unknown as TypedDocumentString<BeginSessionsMutation, BeginSessionsMutationVariables>;
export const ResumeSessionsDocument = new TypedDocumentString(`
    mutation ResumeSessions($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  resumeSessions(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:9b4de5ef60ecbc84ba5831c55d2e607624fed9f0bc4037552804f555bd1914a2"}) as unknown as TypedDocumentString<ResumeSessionsMutation, ResumeSessionsMutationVariables>;
export const MediationStalledDocument = new TypedDocumentString(`
    mutation MediationStalled($key: ID!, $id: ID!, $version: Int!, $reason: String!, $deviation: String) {
  mediationStalled(
    key: $key
    id: $id
    version: $version
    reason: $reason
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:2f595b710ebe890f26383732c50fdf241558289a6f3bf72e3caed87d14332c31"}) as unknown as TypedDocumentString<MediationStalledMutation, MediationStalledMutationVariables>;
export const FollowUpSettlementDocument = new TypedDocumentString(`
    mutation FollowUpSettlement($key: ID!, $id: ID!, $version: Int!, $text: String!, $deviation: String) {
  followUpSettlement(
    key: $key
    id: $id
    version: $version
    text: $text
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:a476b0ec72c3837473b1f424f69558e43d17ef3ceb698f039de5ff05ce79418a"}) as unknown as TypedDocumentString<FollowUpSettlementMutation, FollowUpSettlementMutationVariables>;
export const SettlementBreachedDocument = new TypedDocumentString(`
    mutation SettlementBreached($key: ID!, $id: ID!, $version: Int!, $text: String!, $deviation: String) {
  settlementBreached(
    key: $key
    id: $id
    version: $version
    text: $text
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:248795b2cec418d2d7360112153fea56a91cadc4d9f01b9b7378c89a83ca6f3c"}) as unknown as TypedDocumentString<SettlementBreachedMutation, SettlementBreachedMutationVariables>;
export const MediationSucceededDocument = new TypedDocumentString(`
    mutation MediationSucceeded($key: ID!, $id: ID!, $version: Int!, $report: String!, $deviation: String) {
  mediationSucceeded(
    key: $key
    id: $id
    version: $version
    report: $report
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:2efe04fe46ce7ee216681bad219726aedee54523cd7fe2f434c92c64b5d7d2b7"}) as unknown as TypedDocumentString<MediationSucceededMutation, MediationSucceededMutationVariables>;
export const MediationPartlySucceededDocument = new TypedDocumentString(`
    mutation MediationPartlySucceeded($key: ID!, $id: ID!, $version: Int!, $report: String!, $deviation: String) {
  mediationPartlySucceeded(
    key: $key
    id: $id
    version: $version
    report: $report
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:bfa2fb3ea6e00bd5f0eaec69aeae1ba8684c4cba753e86ad94c56fbd58cd29fb"}) as unknown as TypedDocumentString<MediationPartlySucceededMutation, MediationPartlySucceededMutationVariables>;
export const CloseMediationDocument = new TypedDocumentString(`
    mutation CloseMediation($key: ID!, $id: ID!, $version: Int!, $report: String!, $deviation: String) {
  closeMediation(
    key: $key
    id: $id
    version: $version
    report: $report
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:1643698f91f971692b0d6d05045e728bcc4a82805f8f6287df408326fc8b2091"}) as unknown as TypedDocumentString<CloseMediationMutation, CloseMediationMutationVariables>;
export const StopMediationDocument = new TypedDocumentString(`
    mutation StopMediation($key: ID!, $id: ID!, $version: Int!, $side: PartySide!, $reason: String, $deviation: String) {
  stopMediation(
    key: $key
    id: $id
    version: $version
    side: $side
    reason: $reason
    deviation: $deviation
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:dd16ead8877d8bc3bb6aed581fcc5342db48b8ec3fd36d304cf8217d93edb7ae"}) as unknown as TypedDocumentString<StopMediationMutation, StopMediationMutationVariables>;
export const MediationToCourtDocument = new TypedDocumentString(`
    mutation MediationToCourt($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  mediationToCourt(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `, {"hash":"sha256:0f943f2e90223497dfe2e807651dbd529cb4ce6215900dc5d8bca7cea7b1d12b"}) as unknown as TypedDocumentString<MediationToCourtMutation, MediationToCourtMutationVariables>;
export const HandOverMediationDocument = new TypedDocumentString(`
    mutation HandOverMediation($key: ID!, $id: ID!, $version: Int!, $personId: ID!, $reason: String!) {
  handOverMediation(
    key: $key
    id: $id
    version: $version
    personId: $personId
    reason: $reason
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:746214f6989a09ad2cabe00a025a40d025f957b250683b774d33ce7564600cf9"}) as unknown as TypedDocumentString<HandOverMediationMutation, HandOverMediationMutationVariables>;
export const WriteRoomNoteDocument = new TypedDocumentString(`
    mutation WriteRoomNote($key: ID!, $dossierId: ID!, $id: ID, $version: Int!, $body: String!, $room: Room) {
  writeNote(
    key: $key
    dossierId: $dossierId
    id: $id
    version: $version
    dataClass: PRIVATE_NOTE
    body: $body
    room: $room
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:cdae4de384d1dff144902a8362ce01f42e0dd5391691fd026d322914a4281ac1"}) as unknown as TypedDocumentString<WriteRoomNoteMutation, WriteRoomNoteMutationVariables>;
export const AnswerPartyDocument = new TypedDocumentString(`
    mutation AnswerParty($key: ID!, $id: ID!, $version: Int!, $answer: PartyAnswer!, $on: Day!, $way: String) {
  answerParty(
    key: $key
    id: $id
    version: $version
    answer: $answer
    on: $on
    way: $way
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:1589d17c727b8e51c1380b8684bbaca5e285e63fe45869915ce4e18b560aeaaf"}) as unknown as TypedDocumentString<AnswerPartyMutation, AnswerPartyMutationVariables>;
export const HearPartyDocument = new TypedDocumentString(`
    mutation HearParty($key: ID!, $id: ID!, $version: Int!, $on: Day!, $way: String!) {
  hearParty(key: $key, id: $id, version: $version, on: $on, way: $way) {
    id
    version
  }
}
    `, {"hash":"sha256:d05694305827e4741071d9e09ed9a4b843c5d1e035e64a1494fe35261084181c"}) as unknown as TypedDocumentString<HearPartyMutation, HearPartyMutationVariables>;
export const ApproveWordsDocument = new TypedDocumentString(`
    mutation ApproveWords($key: ID!, $id: ID!, $version: Int!, $says: String!) {
  approveWords(key: $key, id: $id, version: $version, says: $says) {
    id
    version
  }
}
    `, {"hash":"sha256:14d224a2d8ae9b4c91b350f9efbd0209b04ec05db80d34c9650bddac02a11d49"}) as unknown as TypedDocumentString<ApproveWordsMutation, ApproveWordsMutationVariables>;
export const WarnOthersDocument = new TypedDocumentString(`
    mutation WarnOthers($key: ID!, $id: ID!, $version: Int!, $ground: String!) {
  warnOthers(key: $key, id: $id, version: $version, ground: $ground) {
    id
    version
  }
}
    `, {"hash":"sha256:333dc50d728d42927b446d26af73ffb83070d1096d07ca5745caaaae0e428138"}) as unknown as TypedDocumentString<WarnOthersMutation, WarnOthersMutationVariables>;
export const ChangePartyDocument = new TypedDocumentString(`
    mutation ChangeParty($key: ID!, $id: ID!, $version: Int!, $changes: PartyChanges!) {
  changeParty(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
  }
}
    `, {"hash":"sha256:2dcbf24a60bf3f6f1b7cdffc4b7cf8641d53183851050030b588d024fd26841b"}) as unknown as TypedDocumentString<ChangePartyMutation, ChangePartyMutationVariables>;
export const AddPartyDocument = new TypedDocumentString(`
    mutation AddParty($key: ID!, $mediationId: ID!, $renter: NewRenter!) {
  addParty(key: $key, mediationId: $mediationId, renter: $renter) {
    id
    version
  }
}
    `, {"hash":"sha256:de7fca21c18c6178954ef62b091a077edafaba44c21dda955bdb163f11c14940"}) as unknown as TypedDocumentString<AddPartyMutation, AddPartyMutationVariables>;
export const PlanSessionDocument = new TypedDocumentString(`
    mutation PlanSession($key: ID!, $mediationId: ID!, $at: Moment!, $place: String!, $interpreter: String) {
  planSession(
    key: $key
    mediationId: $mediationId
    at: $at
    place: $place
    interpreter: $interpreter
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:3fe980ce790bd5c893b14128062ced24fb87e5f2fe83f4ea90d963eb1dcfd389"}) as unknown as TypedDocumentString<PlanSessionMutation, PlanSessionMutationVariables>;
export const HoldSessionDocument = new TypedDocumentString(`
    mutation HoldSession($key: ID!, $id: ID!, $version: Int!, $present: String!) {
  holdSession(key: $key, id: $id, version: $version, present: $present) {
    id
    version
  }
}
    `, {"hash":"sha256:31231b02dea69288014c72b8be6ad4bac32dbe0e260b41bce277d408145e563b"}) as unknown as TypedDocumentString<HoldSessionMutation, HoldSessionMutationVariables>;
export const CancelSessionDocument = new TypedDocumentString(`
    mutation CancelSession($key: ID!, $id: ID!, $version: Int!) {
  cancelSession(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:74ac55b42729ab483911c48887d6627bb60b20cd14cb3df2be6421893903a763"}) as unknown as TypedDocumentString<CancelSessionMutation, CancelSessionMutationVariables>;
export const AskLandlordDocument = new TypedDocumentString(`
    mutation AskLandlord($key: ID!, $signalId: ID!, $kind: RequestKind!, $says: String!, $at: Moment, $due: Day!) {
  askLandlord(
    key: $key
    signalId: $signalId
    kind: $kind
    says: $says
    at: $at
    due: $due
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:afac91bba0932190b1df1b21cea1dff412221487ca3929c9437b0b7081559931"}) as unknown as TypedDocumentString<AskLandlordMutation, AskLandlordMutationVariables>;
export const WithdrawRequestDocument = new TypedDocumentString(`
    mutation WithdrawRequest($key: ID!, $id: ID!, $version: Int!) {
  withdrawRequest(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:9ccc4707da67440cc5b4443875db264fa1397c0a227dbf3d6e6fe554f967150b"}) as unknown as TypedDocumentString<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const DraftSettlementDocument = new TypedDocumentString(`
    mutation DraftSettlement($key: ID!, $id: ID!, $version: Int!, $body: String!) {
  draftSettlement(key: $key, id: $id, version: $version, body: $body) {
    id
    version
  }
}
    `, {"hash":"sha256:ef438ff2775733beb76ebeab161583354713e164d9edfd4e351680226d6f9d1f"}) as unknown as TypedDocumentString<DraftSettlementMutation, DraftSettlementMutationVariables>;
export const EditSettlementDocument = new TypedDocumentString(`
    mutation EditSettlement($key: ID!, $id: ID!, $version: Int!, $body: String!) {
  editSettlement(key: $key, id: $id, version: $version, body: $body) {
    id
    version
  }
}
    `, {"hash":"sha256:6fdb9fbfb60ee194f8d6f385c16e62a20ff600ee8a1838376388c0cb1ff16a30"}) as unknown as TypedDocumentString<EditSettlementMutation, EditSettlementMutationVariables>;
export const OfferSettlementDocument = new TypedDocumentString(`
    mutation OfferSettlement($key: ID!, $id: ID!, $version: Int!) {
  offerSettlement(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:b175e6cfd54ba7f5d095ad0a318a71ec81d8f1759bdccb7c718b7cf1657968d9"}) as unknown as TypedDocumentString<OfferSettlementMutation, OfferSettlementMutationVariables>;
export const RecordSignatureDocument = new TypedDocumentString(`
    mutation RecordSignature($key: ID!, $id: ID!, $version: Int!, $hash: String!, $partyId: ID!, $name: String!, $attachmentId: ID!) {
  recordSignature(
    key: $key
    id: $id
    version: $version
    hash: $hash
    partyId: $partyId
    name: $name
    attachmentId: $attachmentId
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:db361d8baf403b645de1f17f0ea900ce1f894ae3ed1f833cf3ec598a93021905"}) as unknown as TypedDocumentString<RecordSignatureMutation, RecordSignatureMutationVariables>;
export const AskTenantsUnionDocument = new TypedDocumentString(`
    mutation AskTenantsUnion($key: ID!, $id: ID!, $version: Int!, $question: String!) {
  askTenantsUnion(key: $key, id: $id, version: $version, question: $question) {
    id
    version
  }
}
    `, {"hash":"sha256:9108b1aab6016ee03ac66fd92245c8b4c3ee7896bbabb01e36c667319ca5e1ce"}) as unknown as TypedDocumentString<AskTenantsUnionMutation, AskTenantsUnionMutationVariables>;
export const MakeSigningLinkDocument = new TypedDocumentString(`
    mutation MakeSigningLink($key: ID!, $id: ID!, $version: Int!, $partyId: ID!) {
  makeSigningLink(key: $key, id: $id, version: $version, partyId: $partyId) {
    path
    link {
      id
      until
    }
  }
}
    `, {"hash":"sha256:739782925ad4176065ad475a488a22d2c675d276e32a9a4f924b7cdac59c6cbc"}) as unknown as TypedDocumentString<MakeSigningLinkMutation, MakeSigningLinkMutationVariables>;
export const MessageReadersDocument = new TypedDocumentString(`
    query MessageReaders($dossierId: ID!) {
  messageReaders(dossierId: $dossierId)
}
    `, {"hash":"sha256:4d8b5113154f0fe35973ee6ff7d5f2362f483dc4da2ac8b22fce80e1422d0a7b"}) as unknown as TypedDocumentString<MessageReadersQuery, MessageReadersQueryVariables>;
export const WriteMessageDocument = new TypedDocumentString(`
    mutation WriteMessage($key: ID!, $dossierId: ID!, $toPartnerIds: [ID!]!, $body: String!, $urgent: Boolean!) {
  writeMessage(
    key: $key
    dossierId: $dossierId
    toPartnerIds: $toPartnerIds
    body: $body
    urgent: $urgent
  ) {
    id
    leavesAt
    toPartnerIds
  }
}
    `, {"hash":"sha256:9ae5e9f0a164e422f7c359cec2388fe56a757daf7b54e163cc7cbe497d427a95"}) as unknown as TypedDocumentString<WriteMessageMutation, WriteMessageMutationVariables>;
export const TakeBackMessageDocument = new TypedDocumentString(`
    mutation TakeBackMessage($key: ID!, $id: ID!, $version: Int!) {
  takeBackMessage(key: $key, id: $id, version: $version) {
    id
    state
  }
}
    `, {"hash":"sha256:3119a354f51c218bda28909ac99aa4d4658bba3a850d3ad1c6af5e55ce7c63df"}) as unknown as TypedDocumentString<TakeBackMessageMutation, TakeBackMessageMutationVariables>;
export const NoticesDocument = new TypedDocumentString(`
    query Notices($after: String, $first: Int) {
  notices(after: $after, first: $first) {
    nodes {
      id
      version
      dossierId
      dossierKind
      kind
      urgent
      at
      readAt
    }
    next
  }
}
    `, {"hash":"sha256:b2c44f73ff2f7b25024770b01d46725a0de102f3f09560bd0c961042537dcb5e"}) as unknown as TypedDocumentString<NoticesQuery, NoticesQueryVariables>;
export const NoticeCountDocument = new TypedDocumentString(`
    query NoticeCount {
  noticeCount {
    unread
  }
}
    `, {"hash":"sha256:40f40b6aac2fde63cb64f81661ffadc0a2cd3782b652803c7c5fd6e24c6d3d9e"}) as unknown as TypedDocumentString<NoticeCountQuery, NoticeCountQueryVariables>;
export const SeeNoticeDocument = new TypedDocumentString(`
    mutation SeeNotice($key: ID!, $id: ID!, $version: Int!) {
  seeNotice(key: $key, id: $id, version: $version) {
    id
    version
    readAt
  }
}
    `, {"hash":"sha256:5a988270512e482dfcf778f6899d95a194fd2feb3da0e84e2453e6ffb95f8445"}) as unknown as TypedDocumentString<SeeNoticeMutation, SeeNoticeMutationVariables>;
export const SeeAllNoticesDocument = new TypedDocumentString(`
    mutation SeeAllNotices($key: ID!, $until: Moment!) {
  seeAllNotices(key: $key, until: $until) {
    unread
  }
}
    `, {"hash":"sha256:01e1f0f5ff14b5b3f3274476e5cc945cfb3a7be950a8fefe7eca3d5539670d24"}) as unknown as TypedDocumentString<SeeAllNoticesMutation, SeeAllNoticesMutationVariables>;
export const MailPreferenceDocument = new TypedDocumentString(`
    query MailPreference {
  mailPreference {
    id
    version
    urgent
    digest
    person {
      id
      email
      mailRefusedAt
    }
  }
}
    `, {"hash":"sha256:1f94fbbbb3f734ae856de709bd25eb7629d0ff0c5e04870e2794469ff093c6e4"}) as unknown as TypedDocumentString<MailPreferenceQuery, MailPreferenceQueryVariables>;
export const SetMailPreferenceDocument = new TypedDocumentString(`
    mutation SetMailPreference($key: ID!, $id: ID!, $version: Int!, $urgent: Boolean!, $digest: Digest!) {
  setMailPreference(
    key: $key
    id: $id
    version: $version
    urgent: $urgent
    digest: $digest
  ) {
    id
    version
    urgent
    digest
  }
}
    `, {"hash":"sha256:9b640af85209e28182b44fa38416fe0491d1aa10be0f21ae94110baf7fd93865"}) as unknown as TypedDocumentString<SetMailPreferenceMutation, SetMailPreferenceMutationVariables>;
export const OpenGlassDocument = new TypedDocumentString(`
    query OpenGlass {
  openGlass {
    ...GlassFields
  }
}
    fragment GlassFields on GlassBreak {
  id
  version
  number
  dossierId
  dossierKind
  personId
  personName
  role
  reason
  openedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:866797089d1bd89514032a29f73444a5894ed6bb65ec3505af1c22348a3067c3"}) as unknown as TypedDocumentString<OpenGlassQuery, OpenGlassQueryVariables>;
export const GlassBreaksDocument = new TypedDocumentString(`
    query GlassBreaks($first: Int, $after: String) {
  glassBreaks(first: $first, after: $after) {
    nodes {
      ...GlassFields
    }
    next
  }
}
    fragment GlassFields on GlassBreak {
  id
  version
  number
  dossierId
  dossierKind
  personId
  personName
  role
  reason
  openedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:0562144ae3c620b052831b78c12946ed91da668d3213dcb305412ffc7d16dcc7"}) as unknown as TypedDocumentString<GlassBreaksQuery, GlassBreaksQueryVariables>;
export const BreakGlassDocument = new TypedDocumentString(`
    mutation BreakGlass($key: ID!, $number: String!, $reason: String!) {
  breakGlass(key: $key, number: $number, reason: $reason) {
    ...GlassFields
  }
}
    fragment GlassFields on GlassBreak {
  id
  version
  number
  dossierId
  dossierKind
  personId
  personName
  role
  reason
  openedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:c88f33f124ba53ff2984f19da7e72f9ee956d28aed6b6d0dfb59da9992dd702f"}) as unknown as TypedDocumentString<BreakGlassMutation, BreakGlassMutationVariables>;
export const EndGlassDocument = new TypedDocumentString(`
    mutation EndGlass($key: ID!, $id: ID!, $version: Int!) {
  endGlass(key: $key, id: $id, version: $version) {
    ...GlassFields
  }
}
    fragment GlassFields on GlassBreak {
  id
  version
  number
  dossierId
  dossierKind
  personId
  personName
  role
  reason
  openedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:9c64a86638147fe81de33794bca33e1c314e5d48ea7e9f2dd8de6b518bc92a6a"}) as unknown as TypedDocumentString<EndGlassMutation, EndGlassMutationVariables>;
export const TrailDocument = new TypedDocumentString(`
    query Trail($first: Int, $after: String, $personId: ID, $number: String, $day: Day) {
  trail(
    first: $first
    after: $after
    personId: $personId
    number: $number
    day: $day
  ) {
    nodes {
      ...TrailFields
    }
    next
  }
}
    fragment TrailFields on TrailLine {
  id
  at
  personName
  role
  kind
  purpose
  record
  numbers
  dossiers
  classes
  reasons
}`, {"hash":"sha256:31c860c127d13f867e558bc2219f14e7330412f7b61e949c8602b17828c64797"}) as unknown as TypedDocumentString<TrailQuery, TrailQueryVariables>;
export const UnusualLooksDocument = new TypedDocumentString(`
    query UnusualLooks($first: Int, $after: String) {
  unusualLooks(first: $first, after: $after) {
    nodes {
      ...TrailFields
    }
    next
  }
}
    fragment TrailFields on TrailLine {
  id
  at
  personName
  role
  kind
  purpose
  record
  numbers
  dossiers
  classes
  reasons
}`, {"hash":"sha256:e55e39a445fe4970bedd317bc0553c461eb41737c0d31d2c5c6e2b6cfc401788"}) as unknown as TypedDocumentString<UnusualLooksQuery, UnusualLooksQueryVariables>;
export const OpenSupportDocument = new TypedDocumentString(`
    query OpenSupport {
  openSupport {
    ...LookFields
  }
}
    fragment LookFields on SupportLook {
  id
  version
  partnerId
  number
  reason
  state
  askedAt
  decidedAt
  dossierId
  dossierKind
  endsAt
  endedAt
  may
}`, {"hash":"sha256:5bccd74857f1064a7352cf00f88ecbeb4a92c969cccfa8f3d386cc51a0ee8348"}) as unknown as TypedDocumentString<OpenSupportQuery, OpenSupportQueryVariables>;
export const SupportLooksDocument = new TypedDocumentString(`
    query SupportLooks($first: Int, $after: String) {
  supportLooks(first: $first, after: $after) {
    nodes {
      ...LookFields
    }
    next
  }
}
    fragment LookFields on SupportLook {
  id
  version
  partnerId
  number
  reason
  state
  askedAt
  decidedAt
  dossierId
  dossierKind
  endsAt
  endedAt
  may
}`, {"hash":"sha256:3f5a9a336d09115b72428750cbe9f433c464233a5f4f0e56f4a9dafc19245eae"}) as unknown as TypedDocumentString<SupportLooksQuery, SupportLooksQueryVariables>;
export const AskSupportDocument = new TypedDocumentString(`
    mutation AskSupport($key: ID!, $partnerId: ID!, $number: String!, $reason: String!) {
  askSupport(key: $key, partnerId: $partnerId, number: $number, reason: $reason) {
    ...LookFields
  }
}
    fragment LookFields on SupportLook {
  id
  version
  partnerId
  number
  reason
  state
  askedAt
  decidedAt
  dossierId
  dossierKind
  endsAt
  endedAt
  may
}`, {"hash":"sha256:ec3d0445bcd56873fab65989ca007c00b3c71434deac8d1c0ba6d7a4660439e8"}) as unknown as TypedDocumentString<AskSupportMutation, AskSupportMutationVariables>;
export const WithdrawSupportDocument = new TypedDocumentString(`
    mutation WithdrawSupport($key: ID!, $id: ID!, $version: Int!) {
  withdrawSupport(key: $key, id: $id, version: $version) {
    ...LookFields
  }
}
    fragment LookFields on SupportLook {
  id
  version
  partnerId
  number
  reason
  state
  askedAt
  decidedAt
  dossierId
  dossierKind
  endsAt
  endedAt
  may
}`, {"hash":"sha256:b06442acc53de2482ed01b841da4e02d14e2706d1c4f8871899a1e43d284aa73"}) as unknown as TypedDocumentString<WithdrawSupportMutation, WithdrawSupportMutationVariables>;
export const LeaveSupportDocument = new TypedDocumentString(`
    mutation LeaveSupport($key: ID!, $id: ID!, $version: Int!) {
  leaveSupport(key: $key, id: $id, version: $version) {
    ...LookFields
  }
}
    fragment LookFields on SupportLook {
  id
  version
  partnerId
  number
  reason
  state
  askedAt
  decidedAt
  dossierId
  dossierKind
  endsAt
  endedAt
  may
}`, {"hash":"sha256:dbcf94db1af08b6619ed8b150eacc0f67a9290d6d94702a099be302b5981fad3"}) as unknown as TypedDocumentString<LeaveSupportMutation, LeaveSupportMutationVariables>;
export const SupportRequestsDocument = new TypedDocumentString(`
    query SupportRequests($first: Int, $after: String) {
  supportRequests(first: $first, after: $after) {
    nodes {
      ...RequestFields
    }
    next
  }
}
    fragment RequestFields on SupportRequest {
  id
  version
  personName
  number
  reason
  state
  askedAt
  decidedName
  decidedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:928ed821614b79a7c58b8e3d018aa8afa17d443636a6d8106c6d18ce447d8807"}) as unknown as TypedDocumentString<SupportRequestsQuery, SupportRequestsQueryVariables>;
export const ApproveSupportDocument = new TypedDocumentString(`
    mutation ApproveSupport($key: ID!, $id: ID!, $version: Int!) {
  approveSupport(key: $key, id: $id, version: $version) {
    ...RequestFields
  }
}
    fragment RequestFields on SupportRequest {
  id
  version
  personName
  number
  reason
  state
  askedAt
  decidedName
  decidedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:7807a8c4edbc1ed4787cb11721e047802e0a1f3e0153c68aa3559f38a35d2cf4"}) as unknown as TypedDocumentString<ApproveSupportMutation, ApproveSupportMutationVariables>;
export const DeclineSupportDocument = new TypedDocumentString(`
    mutation DeclineSupport($key: ID!, $id: ID!, $version: Int!) {
  declineSupport(key: $key, id: $id, version: $version) {
    ...RequestFields
  }
}
    fragment RequestFields on SupportRequest {
  id
  version
  personName
  number
  reason
  state
  askedAt
  decidedName
  decidedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:f622463205afdcc013069ec5d1ca4b88723aadbf8db8b95f2254c3e6ee1c7243"}) as unknown as TypedDocumentString<DeclineSupportMutation, DeclineSupportMutationVariables>;
export const EndSupportDocument = new TypedDocumentString(`
    mutation EndSupport($key: ID!, $id: ID!, $version: Int!) {
  endSupport(key: $key, id: $id, version: $version) {
    ...RequestFields
  }
}
    fragment RequestFields on SupportRequest {
  id
  version
  personName
  number
  reason
  state
  askedAt
  decidedName
  decidedAt
  endsAt
  endedAt
  may
}`, {"hash":"sha256:6f9aa495aba092f09ea7aba5695c3bc2b82be2c53128175443a3cd42f9b3f8c3"}) as unknown as TypedDocumentString<EndSupportMutation, EndSupportMutationVariables>;
export const AbsencesDocument = new TypedDocumentString(`
    query Absences($after: String, $first: Int) {
  absences(after: $after, first: $first) {
    nodes {
      id
      version
      personId
      deputyId
      since
      until
      setBy
      uncoveredSince
      uncoveredUntil
      uncoveredDays
      may
      person {
        id
        name
      }
      deputy {
        id
        name
      }
    }
    next
  }
}
    `, {"hash":"sha256:a8983ab0897a74445d6a70a7755a43323d66b613056deb0899a9d7df6d0a35d8"}) as unknown as TypedDocumentString<AbsencesQuery, AbsencesQueryVariables>;
export const StaffDocument = new TypedDocumentString(`
    query Staff {
  people {
    id
    name
    active
    may
    mandates {
      role
      since
      until
    }
  }
}
    `, {"hash":"sha256:03e39003bc99c5da2c8571022e3156a12338253b73d65a9f34b99d62dc8e57b3"}) as unknown as TypedDocumentString<StaffQuery, StaffQueryVariables>;
export const ReportAbsenceDocument = new TypedDocumentString(`
    mutation ReportAbsence($key: ID!, $personId: ID!, $since: Day!, $until: Day!, $deputyId: ID) {
  reportAbsence(
    key: $key
    personId: $personId
    since: $since
    until: $until
    deputyId: $deputyId
  ) {
    id
    version
    uncoveredDays
  }
}
    `, {"hash":"sha256:9f194d1d9fbbc4854bad229f81b226d86f245379aa9604582d8ccb6b07bc28dd"}) as unknown as TypedDocumentString<ReportAbsenceMutation, ReportAbsenceMutationVariables>;
export const ChangeAbsenceDocument = new TypedDocumentString(`
    mutation ChangeAbsence($key: ID!, $id: ID!, $version: Int!, $since: Day!, $until: Day!, $deputyId: ID) {
  changeAbsence(
    key: $key
    id: $id
    version: $version
    since: $since
    until: $until
    deputyId: $deputyId
  ) {
    id
    version
    uncoveredDays
  }
}
    `, {"hash":"sha256:1a222c88040a993e02747f954eee7acf4d272fe782d52bf037a55feeec5237f3"}) as unknown as TypedDocumentString<ChangeAbsenceMutation, ChangeAbsenceMutationVariables>;
export const CancelAbsenceDocument = new TypedDocumentString(`
    mutation CancelAbsence($key: ID!, $id: ID!, $version: Int!) {
  cancelAbsence(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:121358ced7f8d6c41e179ed3e54873069b3f4ae00bf60045f8b4fd82dd09d22c"}) as unknown as TypedDocumentString<CancelAbsenceMutation, CancelAbsenceMutationVariables>;
export const LeaversDocument = new TypedDocumentString(`
    query Leavers {
  leavers {
    person {
      id
      name
    }
    until
    files
  }
}
    `, {"hash":"sha256:eab78447c0e2d21a88765881d3a2104d05335eb42da2a6ff82f8c68638323fc0"}) as unknown as TypedDocumentString<LeaversQuery, LeaversQueryVariables>;
export const FilesOfDocument = new TypedDocumentString(`
    query FilesOf($personId: ID!) {
  filesOf(personId: $personId) {
    referrals {
      id
      number
      type
      state
      version
      givenName
      familyName
      fromPartnerId
      recipients {
        receiverId
        chosen
      }
      answers {
        version
        state
        partnerId
        deliveredAt
        contactPersonId
      }
      withheld {
        dataClass
        why
      }
    }
    answers {
      id
      version
      dossierId
      fromPartnerId
      state
    }
  }
}
    `, {"hash":"sha256:638b3a99a53c00d3af5787ad5d7be0455d771cecc342df296741a0e8763b7316"}) as unknown as TypedDocumentString<FilesOfQuery, FilesOfQueryVariables>;
export const HandOverDocument = new TypedDocumentString(`
    mutation HandOver($key: ID!, $fromId: ID!, $toId: ID!, $files: [FileToHandOver!]!) {
  handOver(key: $key, fromId: $fromId, toId: $toId, files: $files) {
    id
    files
  }
}
    `, {"hash":"sha256:b18080ba6d8326e1b55a7975c681f8e18759413a0390682e8196157e39034e84"}) as unknown as TypedDocumentString<HandOverMutation, HandOverMutationVariables>;
export const AwayTodayDocument = new TypedDocumentString(`
    query AwayToday {
  absences(first: 50) {
    nodes {
      id
      personId
      since
      until
      person {
        name
      }
      deputy {
        name
      }
    }
  }
}
    `, {"hash":"sha256:14f0dd6a479721854696e28eff7ef3c102722fd073ca20213f95748b7b4cf9cb"}) as unknown as TypedDocumentString<AwayTodayQuery, AwayTodayQueryVariables>;
export const PrivacyBookDocument = new TypedDocumentString(`
    query PrivacyBook {
  privacyBook {
    version
    laws {
      says
      source
    }
    places {
      kind
      role
      record
      seat
      classes {
        dataClass
        sign
        conditions
      }
      verbs {
        event
        conditions
      }
    }
  }
}
    `, {"hash":"sha256:6ab27f3aa1443f29d9461018ae53bcea6455498d467643deab2d95d3f980bccc"}) as unknown as TypedDocumentString<PrivacyBookQuery, PrivacyBookQueryVariables>;
export const ColleaguesDocument = new TypedDocumentString(`
    query Colleagues {
  people {
    id
    name
    active
    mandates {
      role
      since
      until
    }
  }
}
    `, {"hash":"sha256:f0885cadc80f92d0072aad394ca240079d5bff766d5f9ebdfa5766951762cada"}) as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const ReceiveAnswerDocument = new TypedDocumentString(`
    mutation ReceiveAnswer($key: ID!, $id: ID!, $version: Int!) {
  receiveAnswer(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:72640a9ee66889f7b9b06fb93a353eac7c5e0ea88d09f6e89f833dc129fe3ee0"}) as unknown as TypedDocumentString<ReceiveAnswerMutation, ReceiveAnswerMutationVariables>;
export const AskSenderDocument = new TypedDocumentString(`
    mutation AskSender($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  askSender(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:1404a6ef88e36404801265ad37df3ff8bba37c900e1c69527bb9d100dddc6101"}) as unknown as TypedDocumentString<AskSenderMutation, AskSenderMutationVariables>;
export const ReplyToReceiverDocument = new TypedDocumentString(`
    mutation ReplyToReceiver($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  replyToReceiver(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:b95d2f94c52c914a849eb714d6918c4c0a8a572bbed3ace441aac1c9d5c1f298"}) as unknown as TypedDocumentString<ReplyToReceiverMutation, ReplyToReceiverMutationVariables>;
export const AcceptReferralDocument = new TypedDocumentString(`
    mutation AcceptReferral($key: ID!, $id: ID!, $version: Int!, $contactPersonId: ID!, $clientId: ID) {
  acceptReferral(
    key: $key
    id: $id
    version: $version
    contactPersonId: $contactPersonId
    clientId: $clientId
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:38080a879e1e09b9d1a445b768f34f3e194f3b0e335f088e3905a84ce7ffec92"}) as unknown as TypedDocumentString<AcceptReferralMutation, AcceptReferralMutationVariables>;
export const RejectReferralDocument = new TypedDocumentString(`
    mutation RejectReferral($key: ID!, $id: ID!, $version: Int!, $reason: String!, $text: String, $advice: String!) {
  rejectReferral(
    key: $key
    id: $id
    version: $version
    reason: $reason
    text: $text
    advice: $advice
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:0df584924777a78a8d663bcffe6be990315d772e6e3253e091e4f1ea2b97fe23"}) as unknown as TypedDocumentString<RejectReferralMutation, RejectReferralMutationVariables>;
export const RedirectReferralDocument = new TypedDocumentString(`
    mutation RedirectReferral($key: ID!, $id: ID!, $version: Int!, $partnerId: ID!, $advice: String!) {
  redirectReferral(
    key: $key
    id: $id
    version: $version
    partnerId: $partnerId
    advice: $advice
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:2c25930f540e0e3cb7f0ea8c40578b92b0a5c063a908adfb59beab4374e66d5c"}) as unknown as TypedDocumentString<RedirectReferralMutation, RedirectReferralMutationVariables>;
export const ReopenAnswerDocument = new TypedDocumentString(`
    mutation ReopenAnswer($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  reopenAnswer(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:59dd33c2001c16e04f144099db1e23b229f1344094283420a6044c02242bf746"}) as unknown as TypedDocumentString<ReopenAnswerMutation, ReopenAnswerMutationVariables>;
export const StartGuidanceDocument = new TypedDocumentString(`
    mutation StartGuidance($key: ID!, $id: ID!, $version: Int!) {
  startGuidance(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:02f7541156a7f2648a0b8f6ea4eefda5225de1f87100cf9b9530c9000b48fc63"}) as unknown as TypedDocumentString<StartGuidanceMutation, StartGuidanceMutationVariables>;
export const GiveFeedbackDocument = new TypedDocumentString(`
    mutation GiveFeedback($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  giveFeedback(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:1bf6ba7ae0cb623390615f6d04038b6e311c46d78ffe062bd0fe841747c35cf7"}) as unknown as TypedDocumentString<GiveFeedbackMutation, GiveFeedbackMutationVariables>;
export const CloseAnswerDocument = new TypedDocumentString(`
    mutation CloseAnswer($key: ID!, $id: ID!, $version: Int!) {
  closeAnswer(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:af2b682331e61444147a6c0f137770886183796b681e685f827497c9373ec344"}) as unknown as TypedDocumentString<CloseAnswerMutation, CloseAnswerMutationVariables>;
export const ConfirmStoppedDocument = new TypedDocumentString(`
    mutation ConfirmStopped($key: ID!, $id: ID!, $version: Int!) {
  confirmStopped(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:503539fd21c6d9d68c1a955467df21bee4c71fdcc02b309c395ca53531541d54"}) as unknown as TypedDocumentString<ConfirmStoppedMutation, ConfirmStoppedMutationVariables>;
export const ConfirmKeptDocument = new TypedDocumentString(`
    mutation ConfirmKept($key: ID!, $id: ID!, $version: Int!, $ground: String!) {
  confirmKept(key: $key, id: $id, version: $version, ground: $ground) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:8fbeedb547398ddc4730158dfce85ae0c5874c58274986906d7632ff81279e5b"}) as unknown as TypedDocumentString<ConfirmKeptMutation, ConfirmKeptMutationVariables>;
export const ReceiversDocument = new TypedDocumentString(`
    query Receivers($id: ID!) {
  receivers(id: $id) {
    partner {
      id
    }
    possible
    needsProtocol
    says
    cells {
      dataClass
      always
      cap
      says
    }
  }
}
    `, {"hash":"sha256:f270e665a38eb82840db5eec78b1bb868c53ccf0e1b41d98b7888f97c247968a"}) as unknown as TypedDocumentString<ReceiversQuery, ReceiversQueryVariables>;
export const PreviewDocument = new TypedDocumentString(`
    query Preview($id: ID!, $agreements: [NewAgreement!]!) {
  preview(id: $id, agreements: $agreements) {
    partnerId
    referral {
      ...ContentFields
    }
  }
}
    fragment ContentFields on SeenReferral {
  question
  givenName
  familyName
  birthDate
  phone
  email
  language
  contactNote
  street
  postcode
  municipality
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
  withheld {
    dataClass
    why
  }
  notes {
    id
    dataClass
    body
  }
  persons {
    id
    relation
    givenName
    familyName
    birthDate
  }
}`, {"hash":"sha256:214d86542eb012e8e14375ac839777f25c857fad6536949fa454dce574a77f74"}) as unknown as TypedDocumentString<PreviewQuery, PreviewQueryVariables>;
export const SeenNowDocument = new TypedDocumentString(`
    query SeenNow($id: ID!) {
  seenNow(id: $id) {
    partnerId
    referral {
      ...ContentFields
    }
  }
}
    fragment ContentFields on SeenReferral {
  question
  givenName
  familyName
  birthDate
  phone
  email
  language
  contactNote
  street
  postcode
  municipality
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
  withheld {
    dataClass
    why
  }
  notes {
    id
    dataClass
    body
  }
  persons {
    id
    relation
    givenName
    familyName
    birthDate
  }
}`, {"hash":"sha256:3befc26e6488bedc9b809c337e83f03cfe00a62c3e92b909ee631b8da4b2f618"}) as unknown as TypedDocumentString<SeenNowQuery, SeenNowQueryVariables>;
export const ReceiptsDocument = new TypedDocumentString(`
    query Receipts($id: ID!) {
  referral(id: $id) {
    id
    number
    type
    state
    version
    urgent
    transfer
    sentAt
    deliverAt
    deliveredAt
    agreedOn
    agreedWay
    givenName
    familyName
    fromPartnerId
    senderName
    may
    withheld {
      dataClass
      why
    }
    recipients {
      receiverId
      classes
      chosen
    }
    receipts {
      id
      receiverId
      at
      contentVersion
      classes
      fields
      bookVersion
      hash
    }
    shares {
      partnerId
      ground
    }
  }
}
    `, {"hash":"sha256:cef9f9388cad0e3163213e1875d6cd0bd9ad1d3788f01960f32aa26e31a5b4c2"}) as unknown as TypedDocumentString<ReceiptsQuery, ReceiptsQueryVariables>;
export const DraftReferralDocument = new TypedDocumentString(`
    mutation DraftReferral($key: ID!, $clientId: ID!, $type: String!) {
  draftReferral(key: $key, clientId: $clientId, type: $type) {
    id
  }
}
    `, {"hash":"sha256:a60ff7172109c8165584361413c51709d21df1a229e87f56543065c6ebaca55a"}) as unknown as TypedDocumentString<DraftReferralMutation, DraftReferralMutationVariables>;
export const DraftTransferDocument = new TypedDocumentString(`
    mutation DraftTransfer($key: ID!, $clientId: ID!, $type: String!) {
  draftTransfer(key: $key, clientId: $clientId, type: $type) {
    id
  }
}
    `, {"hash":"sha256:1f79b737398f5fd4b36bfe23a08632625d05c493798a87504b3e09df04bef223"}) as unknown as TypedDocumentString<DraftTransferMutation, DraftTransferMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($key: ID!, $id: ID!, $version: Int!, $changes: ReferralChanges!) {
  saveDraft(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
    changedAt
  }
}
    `, {"hash":"sha256:2ecbec3dda391880cdafc4daefb98302089309cd6e93cf0d177f5458f5514bc1"}) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const ChooseReceiversDocument = new TypedDocumentString(`
    mutation ChooseReceivers($key: ID!, $id: ID!, $version: Int!, $receivers: [ChosenReceiver!]!) {
  chooseReceivers(key: $key, id: $id, version: $version, receivers: $receivers) {
    id
    version
    changedAt
    recipients {
      id
      receiverId
      classes
      chosen
    }
  }
}
    `, {"hash":"sha256:107ec982f281ac54e3f537c587d0ee7b2104877dbdd2226a0728e3013d5bfbd4"}) as unknown as TypedDocumentString<ChooseReceiversMutation, ChooseReceiversMutationVariables>;
export const SaveHouseholdDocument = new TypedDocumentString(`
    mutation SaveHousehold($key: ID!, $id: ID!, $version: Int!, $persons: [PersonOfHousehold!]!) {
  saveHousehold(key: $key, id: $id, version: $version, persons: $persons) {
    id
    version
    changedAt
    persons {
      id
      version
      relation
      givenName
      familyName
      birthDate
      leftOut
    }
  }
}
    `, {"hash":"sha256:b4ee99b6a2406c0a64f6de54dfad9495d80104c19d962795d8252b008959eefb"}) as unknown as TypedDocumentString<SaveHouseholdMutation, SaveHouseholdMutationVariables>;
export const DiscardDraftDocument = new TypedDocumentString(`
    mutation DiscardDraft($key: ID!, $id: ID!, $version: Int!) {
  discardDraft(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:ad395eceb6edf322fc71fc398b3b8d0a0bb9e4cf1145eebf80da6dc88d4f7385"}) as unknown as TypedDocumentString<DiscardDraftMutation, DiscardDraftMutationVariables>;
export const WriteNoteDocument = new TypedDocumentString(`
    mutation WriteNote($key: ID!, $dossierId: ID!, $id: ID, $version: Int!, $dataClass: DataClass!, $body: String!) {
  writeNote(
    key: $key
    dossierId: $dossierId
    id: $id
    version: $version
    dataClass: $dataClass
    body: $body
  ) {
    ...NoteFields
  }
}
    fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}`, {"hash":"sha256:c92a804bd3e65c13edecc9a0656101452ec6dd4cd48851f9ad357850c89a6ab8"}) as unknown as TypedDocumentString<WriteNoteMutation, WriteNoteMutationVariables>;
export const SendReferralDocument = new TypedDocumentString(`
    mutation SendReferral($key: ID!, $id: ID!, $version: Int!, $agreements: [NewAgreement!]!) {
  sendReferral(key: $key, id: $id, version: $version, agreements: $agreements) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:b9df6d21acd6438f363d4a5bd5fb004ef6ae72dbd533dc811162065f1248451e"}) as unknown as TypedDocumentString<SendReferralMutation, SendReferralMutationVariables>;
export const ReferredClientDocument = new TypedDocumentString(`
    query ReferredClient($id: ID!) {
  client(id: $id) {
    id
    givenName
    familyName
    birthDate
    may
  }
}
    `, {"hash":"sha256:88aeeef6ee572dce2f92322dc253c9868f6f14d69b936d4fdd65db7650f0bbf5"}) as unknown as TypedDocumentString<ReferredClientQuery, ReferredClientQueryVariables>;
export const ReferralsDocument = new TypedDocumentString(`
    query Referrals($state: ListState, $after: String, $first: Int) {
  referrals(state: $state, after: $after, first: $first) {
    nodes {
      id
      number
      type
      state
      urgent
      fromPartnerId
      recipients {
        receiverId
        chosen
      }
      changedAt
      givenName
      familyName
      answers {
        id
        partnerId
        state
        deliveredAt
        term {
          due
          tone
          workingDays
          length
        }
      }
      withheld {
        dataClass
        why
      }
    }
    next
  }
}
    `, {"hash":"sha256:60c2337433153fd12c46740f7b6cf54d72dd19ae367ebeb91f25b3118f8d0d64"}) as unknown as TypedDocumentString<ReferralsQuery, ReferralsQueryVariables>;
export const ReferralDocument = new TypedDocumentString(`
    query Referral($id: ID!) {
  referral(id: $id) {
    ...ReferralFields
    answers {
      ...AnswerFields
    }
    shares {
      id
      partnerId
      classes
      purpose
      ground
      since
      until
      endedAt
      endedBy
    }
    accessRequests {
      ...AccessFields
    }
    ownNumber {
      id
      version
      number
      may
    }
    recusals {
      ...RecusalFields
    }
    messages {
      ...MessageFields
    }
    client {
      id
    }
  }
}
    fragment MessageFields on Message {
  id
  version
  partnerId
  authorName
  state
  urgent
  at
  readerIds
  toPartnerIds
  leavesAt
  body
  withheld {
    dataClass
    why
  }
  may
}
fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}
fragment AnswerFields on Answer {
  id
  version
  dossierId
  partnerId
  state
  deliveredAt
  readAt
  due
  term {
    due
    tone
    workingDays
    length
  }
  contactName
  contactPersonId
  acceptedAt
  endedAt
  contentVersion
  contentAt
  fellowIds
  redirectPartnerId
  rejectReason
  rejectText
  advice
  keptGround
  withheld {
    dataClass
    why
  }
  may
}
fragment ReferralFields on Referral {
  id
  version
  number
  state
  type
  urgent
  fromPartnerId
  senderName
  question
  transfer
  agreedOn
  agreedWay
  draftedAt
  changedAt
  sentAt
  deliverAt
  deliveredAt
  closedAt
  contentVersion
  contentAt
  openReceivers
  opposingPartnerId
  redirectIds
  addressProtected
  givenName
  familyName
  birthDate
  phone
  email
  street
  postcode
  municipality
  language
  contactNote
  adults
  children
  accessibleHome
  householdNote
  incomeSource
  incomeNote
  meetsIncomeCondition
  lowestIncomeCategory
  incomeProofOn
  debtsNote
  housingSituation
  housingNote
  housingWishes
  pastTenancyNote
  heating
  homeNote
  withheld {
    dataClass
    why
  }
  may
  notes {
    ...NoteFields
  }
  recipients {
    id
    receiverId
    classes
    chosen
  }
  persons {
    id
    version
    relation
    givenName
    familyName
    birthDate
    leftOut
  }
}
fragment AccessFields on AccessRequest {
  id
  version
  partnerId
  toPartnerId
  state
  classes
  reason
  until
  askedAt
  askedBy
  decidedAt
  decidedBy
  decision
  may
}
fragment RecusalFields on Recusal {
  id
  version
  personId
  personName
  reason
  since
  setBy
  liftedAt
  may
}`, {"hash":"sha256:9467075f128eb32cfbe11e598197c113e924549e1e8421b837816aab0d3f58ef"}) as unknown as TypedDocumentString<ReferralQuery, ReferralQueryVariables>;
export const OwnAnswerDocument = new TypedDocumentString(`
    query OwnAnswer($dossierId: ID!) {
  ownAnswer(dossierId: $dossierId) {
    ...AnswerFields
    fromPartnerId
    messages {
      ...MessageFields
    }
  }
}
    fragment MessageFields on Message {
  id
  version
  partnerId
  authorName
  state
  urgent
  at
  readerIds
  toPartnerIds
  leavesAt
  body
  withheld {
    dataClass
    why
  }
  may
}
fragment AnswerFields on Answer {
  id
  version
  dossierId
  partnerId
  state
  deliveredAt
  readAt
  due
  term {
    due
    tone
    workingDays
    length
  }
  contactName
  contactPersonId
  acceptedAt
  endedAt
  contentVersion
  contentAt
  fellowIds
  redirectPartnerId
  rejectReason
  rejectText
  advice
  keptGround
  withheld {
    dataClass
    why
  }
  may
}`, {"hash":"sha256:0409d176242e833bcbd7a2f9d4ebb8acf7e84871dc19f7d85d08c919b79a1b40"}) as unknown as TypedDocumentString<OwnAnswerQuery, OwnAnswerQueryVariables>;
export const WhyShownDocument = new TypedDocumentString(`
    query WhyShown($id: ID!, $dataClass: DataClass!) {
  why(id: $id, dataClass: $dataClass) {
    dataClass
    shown
    title
    says
    rule
    chosenBy
    ask
    until
    mayAsk
  }
}
    `, {"hash":"sha256:336696bc9709eadd67dffb5c7e58dcf1a92cb8cceb9c631e4d39a383d5afae3c"}) as unknown as TypedDocumentString<WhyShownQuery, WhyShownQueryVariables>;
export const TakeBackReferralDocument = new TypedDocumentString(`
    mutation TakeBackReferral($key: ID!, $id: ID!, $version: Int!) {
  takeBackReferral(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:48377fb5b54c96fe6b25b594f5192e78129890a3e4824377dbebf411afc25eea"}) as unknown as TypedDocumentString<TakeBackReferralMutation, TakeBackReferralMutationVariables>;
export const NarrowShareDocument = new TypedDocumentString(`
    mutation NarrowShare($key: ID!, $id: ID!, $version: Int!, $partnerId: ID!, $classes: [DataClass!]!, $wish: Wish!) {
  narrowShare(
    key: $key
    id: $id
    version: $version
    partnerId: $partnerId
    classes: $classes
    wish: $wish
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:11d8487cea86f53f9a31ba55026f4bc1dffac3552adae5734560eb839075d4c2"}) as unknown as TypedDocumentString<NarrowShareMutation, NarrowShareMutationVariables>;
export const AmendReferralDocument = new TypedDocumentString(`
    mutation AmendReferral($key: ID!, $id: ID!, $version: Int!, $changes: ContentChanges!, $notes: [SecretText!]!) {
  amendReferral(
    key: $key
    id: $id
    version: $version
    changes: $changes
    notes: $notes
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:f36b4b16b80e75fa15975ed80f476e56a4dd2481517ed5167c2c5c7e1139d069"}) as unknown as TypedDocumentString<AmendReferralMutation, AmendReferralMutationVariables>;
export const WithdrawReferralDocument = new TypedDocumentString(`
    mutation WithdrawReferral($key: ID!, $id: ID!, $version: Int!, $reason: String!, $wish: Wish!, $partnerId: ID) {
  withdrawReferral(
    key: $key
    id: $id
    version: $version
    reason: $reason
    wish: $wish
    partnerId: $partnerId
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:a9b1d52baf13d223e214ff8dc8a9872020f6e3912f50d89eca9b404dc0e94661"}) as unknown as TypedDocumentString<WithdrawReferralMutation, WithdrawReferralMutationVariables>;
export const DeclareErrorDocument = new TypedDocumentString(`
    mutation DeclareError($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  declareError(key: $key, id: $id, version: $version, reason: $reason) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:a92261a95a6f6e19c63d895c0dbdff3e45860d4207f31dc4da94f4f7fccc3817"}) as unknown as TypedDocumentString<DeclareErrorMutation, DeclareErrorMutationVariables>;
export const RequestAccessDocument = new TypedDocumentString(`
    mutation RequestAccess($key: ID!, $dossierId: ID!, $classes: [DataClass!]!, $reason: String!, $until: Day!) {
  requestAccess(
    key: $key
    dossierId: $dossierId
    classes: $classes
    reason: $reason
    until: $until
  ) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:7faaa56cf2e2d8b6ad2595fe9c5023264846a42dc9e24f0fbbaa9cb7b29d5261"}) as unknown as TypedDocumentString<RequestAccessMutation, RequestAccessMutationVariables>;
export const GrantAccessDocument = new TypedDocumentString(`
    mutation GrantAccess($key: ID!, $id: ID!, $version: Int!, $agreement: NewAgreement!) {
  grantAccess(key: $key, id: $id, version: $version, agreement: $agreement) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:f59714cda0b183dd412464578ff53e44a13086db4414fbe98eaa8d7155ec6f14"}) as unknown as TypedDocumentString<GrantAccessMutation, GrantAccessMutationVariables>;
export const RefuseAccessDocument = new TypedDocumentString(`
    mutation RefuseAccess($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  refuseAccess(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:0e76d5ebecf71647f9018653d862ab3e6d3488ea4da4b61a8cd3fc4b0532fb76"}) as unknown as TypedDocumentString<RefuseAccessMutation, RefuseAccessMutationVariables>;
export const SetOwnNumberDocument = new TypedDocumentString(`
    mutation SetOwnNumber($key: ID!, $dossierId: ID!, $version: Int!, $number: String!) {
  setOwnNumber(
    key: $key
    dossierId: $dossierId
    version: $version
    number: $number
  ) {
    id
    version
    number
  }
}
    `, {"hash":"sha256:f17e79bde763104446319469fece60541794cf5e6bd997b1637d503bc5119efd"}) as unknown as TypedDocumentString<SetOwnNumberMutation, SetOwnNumberMutationVariables>;
export const FindDocument = new TypedDocumentString(`
    query Find($words: String!, $first: Int!, $clients: Boolean!, $referrals: Boolean!, $consults: Boolean!, $messages: Boolean!) {
  foundClients(words: $words, first: $first) @include(if: $clients) {
    id
    givenName
    familyName
    birthDate
    municipality
    withheld {
      dataClass
      why
    }
  }
  foundReferrals(words: $words, first: $first) @include(if: $referrals) {
    id
    number
    state
    type
    fromPartnerId
    givenName
    familyName
    withheld {
      dataClass
      why
    }
  }
  foundConsults(words: $words, first: $first) @include(if: $consults) {
    id
    number
    question
  }
  foundMessages(words: $words, first: $first) @include(if: $messages) {
    id
    body
    authorName
    at
    referral {
      id
      number
    }
    consult {
      id
      number
    }
  }
}
    `, {"hash":"sha256:d53273a6a2189ff772575673c2b220b453325e019909eff8a7a4a974c212be38"}) as unknown as TypedDocumentString<FindQuery, FindQueryVariables>;
export const ClientAttachmentsDocument = new TypedDocumentString(`
    query ClientAttachments($id: ID!) {
  client(id: $id) {
    id
    attachments {
      ...AttachmentFields
    }
  }
}
    fragment AttachmentFields on Attachment {
  id
  version
  partnerId
  authorName
  dataClass
  state
  fileName
  description
  kind
  size
  addedAt
  removedAt
  removedBy
  may
  sharedWith {
    id
    name
  }
}`, {"hash":"sha256:e62dcf78f13669a58026079c0bc21c249231bdc54808ee4e03b4d5122dde8b38"}) as unknown as TypedDocumentString<ClientAttachmentsQuery, ClientAttachmentsQueryVariables>;
export const ReferralAttachmentsDocument = new TypedDocumentString(`
    query ReferralAttachments($id: ID!) {
  referral(id: $id) {
    id
    addressProtected
    shares {
      partnerId
      classes
      endedAt
      until
    }
    attachments {
      ...AttachmentFields
    }
  }
}
    fragment AttachmentFields on Attachment {
  id
  version
  partnerId
  authorName
  dataClass
  state
  fileName
  description
  kind
  size
  addedAt
  removedAt
  removedBy
  may
  sharedWith {
    id
    name
  }
}`, {"hash":"sha256:63e6b241a3c4a0c168d346f0b5985f434ccbcbc9638bd97c305b42a47bf6e343"}) as unknown as TypedDocumentString<ReferralAttachmentsQuery, ReferralAttachmentsQueryVariables>;
export const AttachmentRulesDocument = new TypedDocumentString(`
    query AttachmentRules($dossierId: ID!) {
  attachmentRules(dossierId: $dossierId) {
    dataClasses
    partnerIds
    largest
    extensions
    scanned
  }
}
    `, {"hash":"sha256:f8860d1a9f88940c791c3587345be74a36c8ba33c793e7f0d5ea5b4049b52dfc"}) as unknown as TypedDocumentString<AttachmentRulesQuery, AttachmentRulesQueryVariables>;
export const AddressAttachmentDocument = new TypedDocumentString(`
    mutation AddressAttachment($key: ID!, $id: ID!, $version: Int!, $partnerIds: [ID!]!) {
  addressAttachment(
    key: $key
    id: $id
    version: $version
    partnerIds: $partnerIds
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:a256f109b471ccf413610a5c3c6e1ba2a2e156e2d9eb9291f138a0f819308dae"}) as unknown as TypedDocumentString<AddressAttachmentMutation, AddressAttachmentMutationVariables>;
export const RemoveAttachmentDocument = new TypedDocumentString(`
    mutation RemoveAttachment($key: ID!, $id: ID!, $version: Int!) {
  removeAttachment(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `, {"hash":"sha256:2d5679973271f9e53743a2c3f77776c2cc4e724d751f64464f3987d05b82af74"}) as unknown as TypedDocumentString<RemoveAttachmentMutation, RemoveAttachmentMutationVariables>;
export const MediationAttachmentsDocument = new TypedDocumentString(`
    query MediationAttachments($id: ID!) {
  mediation(id: $id) {
    id
    attachments {
      ...AttachmentFields
    }
  }
}
    fragment AttachmentFields on Attachment {
  id
  version
  partnerId
  authorName
  dataClass
  state
  fileName
  description
  kind
  size
  addedAt
  removedAt
  removedBy
  may
  sharedWith {
    id
    name
  }
}`, {"hash":"sha256:b0c99561eb4adcd916e72c8a7cbe130c17ed40f1ee7817bb0f931bdc52cc2aad"}) as unknown as TypedDocumentString<MediationAttachmentsQuery, MediationAttachmentsQueryVariables>;
export const SignalAttachmentsDocument = new TypedDocumentString(`
    query SignalAttachments($id: ID!) {
  signal(id: $id) {
    id
    attachments {
      ...AttachmentFields
    }
  }
}
    fragment AttachmentFields on Attachment {
  id
  version
  partnerId
  authorName
  dataClass
  state
  fileName
  description
  kind
  size
  addedAt
  removedAt
  removedBy
  may
  sharedWith {
    id
    name
  }
}`, {"hash":"sha256:4ce5a7da2f69a691094f8aa826718f0d262348980f2379d7f69cf8bde8cd4ace"}) as unknown as TypedDocumentString<SignalAttachmentsQuery, SignalAttachmentsQueryVariables>;
export const ColleaguesToKeepAwayDocument = new TypedDocumentString(`
    query ColleaguesToKeepAway {
  people {
    id
    name
    active
  }
}
    `, {"hash":"sha256:f9229e8937a0e32264bc7696f78d1a42fd552bc28c38c33d245f12e8a5388f9e"}) as unknown as TypedDocumentString<ColleaguesToKeepAwayQuery, ColleaguesToKeepAwayQueryVariables>;
export const RecusePersonDocument = new TypedDocumentString(`
    mutation RecusePerson($key: ID!, $dossierId: ID!, $personId: ID!, $reason: String!) {
  recusePerson(
    key: $key
    dossierId: $dossierId
    personId: $personId
    reason: $reason
  ) {
    id
    version
  }
}
    `, {"hash":"sha256:9097f58fe3ca356444bc365e14df98f85bb8f633e52694edc59ab966faa92a19"}) as unknown as TypedDocumentString<RecusePersonMutation, RecusePersonMutationVariables>;
export const LiftRecusalDocument = new TypedDocumentString(`
    mutation LiftRecusal($key: ID!, $id: ID!, $version: Int!) {
  liftRecusal(key: $key, id: $id, version: $version) {
    id
    version
    liftedAt
  }
}
    `, {"hash":"sha256:bc89fb2307ad78e78b73448aa266c377b15aa52920bb62c7d3af3c2ba8916dce"}) as unknown as TypedDocumentString<LiftRecusalMutation, LiftRecusalMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    personId
    name
    mandateId
    role
    regime
    doors
    partner {
      id
      name
      shortName
      kind
      regime
      host
    }
  }
}
    `, {"hash":"sha256:e7f11146d65520e68b591e4d5f4591a9f23068e20d18d0aaae26ef73eb348b72"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const PartnersDocument = new TypedDocumentString(`
    query Partners {
  partners {
    id
    name
    shortName
    kind
    regime
    municipalities {
      nis
      name
    }
    earlierNames {
      name
      until
    }
  }
}
    `, {"hash":"sha256:4a2817523111980b8464f48bb719569d2c477b3ba4e6fe9da1cecbaace030f10"}) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const MunicipalitiesDocument = new TypedDocumentString(`
    query Municipalities {
  municipalities {
    nis
    name
    postcodes
  }
}
    `, {"hash":"sha256:7966fe014c9bad38accbcbb26d46e3cf51d1f6a8d1461a7dc475fec5c961d1cb"}) as unknown as TypedDocumentString<MunicipalitiesQuery, MunicipalitiesQueryVariables>;
export const ReferralTypesDocument = new TypedDocumentString(`
    query ReferralTypes {
  referralTypes {
    code
    label
    help
    maySend
    opposes
    receivers {
      kind
      may
    }
    asks
    required
    urgentTerm
    term
    rejectReasons {
      code
      label
      needsText
    }
  }
}
    `, {"hash":"sha256:dd007cce1747dd9af7cdf8636c04edde49126ae0091514489df2616cac7dfcda"}) as unknown as TypedDocumentString<ReferralTypesQuery, ReferralTypesQueryVariables>;
export const ExchangeProtocolsDocument = new TypedDocumentString(`
    query ExchangeProtocols {
  exchangeProtocols {
    id
    fromPartnerId
    toPartnerId
    active
  }
}
    `, {"hash":"sha256:8ddab1eab01eaae64ab25501c299a31138849ea1e071e68bcd977fdd95befdeb"}) as unknown as TypedDocumentString<ExchangeProtocolsQuery, ExchangeProtocolsQueryVariables>;
export const WorklistCountsDocument = new TypedDocumentString(`
    query WorklistCounts {
  worklistCounts {
    todo
    overdue
    waiting
    upcoming
  }
}
    `, {"hash":"sha256:64fc8c65b998b7ae7e79a70f14a164def6310f2cc7d1835c5719549239f63368"}) as unknown as TypedDocumentString<WorklistCountsQuery, WorklistCountsQueryVariables>;
export const SimilarDocument = new TypedDocumentString(`
    query Similar($givenName: String!, $familyName: String!, $birthDate: Day) {
  similar(givenName: $givenName, familyName: $familyName, birthDate: $birthDate) {
    clients {
      id
      givenName
      familyName
      birthDate
      municipality
    }
    referrals {
      id
      number
      type
      givenName
      familyName
      birthDate
      fromPartnerId
    }
  }
}
    `, {"hash":"sha256:ca7d8eabc6c71fafdb573aac47cddf5e664fd38c14f6aca4039bd533407e5876"}) as unknown as TypedDocumentString<SimilarQuery, SimilarQueryVariables>;
export const SearchClientsDocument = new TypedDocumentString(`
    query SearchClients($words: String, $after: String, $first: Int) {
  clients(words: $words, after: $after, first: $first) {
    nodes {
      id
      givenName
      familyName
      birthDate
      postcode
      municipality
      openedAt
      may
      withheld {
        dataClass
        why
      }
    }
    next
  }
}
    `, {"hash":"sha256:8e6ca967f0991b1ab44862aee07245a9bfffd6fe7b00240b7b9ded877b602219"}) as unknown as TypedDocumentString<SearchClientsQuery, SearchClientsQueryVariables>;
export const OwnSignalsDocument = new TypedDocumentString(`
    query OwnSignals($after: String, $first: Int) {
  signals(after: $after, first: $first) {
    nodes {
      id
      number
      state
      topic
      urgent
      reportedAt
      heardBy
      closedAt
      notStartedAt
      street
      municipality
      withheld {
        dataClass
        why
      }
      term {
        due
        tone
        workingDays
        length
      }
    }
    next
  }
}
    `, {"hash":"sha256:1b3e4fe035d978bace6bab2c6e0b71dd419d8b1857336af69f85e4e4498bbfa6"}) as unknown as TypedDocumentString<OwnSignalsQuery, OwnSignalsQueryVariables>;
export const PartySignalDocument = new TypedDocumentString(`
    query PartySignal($id: ID!) {
  signal(id: $id) {
    id
    version
    number
    state
    origin
    partnerId
    receiverId
    protocolId
    reportedBy
    topic
    urgent
    reportedAt
    heardBy
    reportBy
    inProgressAt
    startedAt
    notStartedAt
    decidedAt
    closedAt
    street
    postcode
    municipality
    facts
    tried
    danger
    dangerNote
    landlordName
    landlordContact
    withheld {
      dataClass
      why
    }
    may
    renters {
      id
      givenName
      familyName
      phone
      email
      language
      withheld {
        dataClass
        why
      }
    }
    requests {
      ...SignalRequestFields
    }
    settlements {
      ...CopyFields
    }
    stages: timeline {
      event
      at
      text
    }
    messages {
      ...MessageFields
    }
    attachments {
      ...AttachmentFields
    }
    notes {
      ...NoteFields
    }
    recusals {
      ...RecusalFields
    }
    ownNumber {
      id
      version
      number
      may
    }
  }
}
    fragment MessageFields on Message {
  id
  version
  partnerId
  authorName
  state
  urgent
  at
  readerIds
  toPartnerIds
  leavesAt
  body
  withheld {
    dataClass
    why
  }
  may
}
fragment NoteFields on Note {
  id
  version
  authorId
  partnerId
  dataClass
  body
  changedAt
  may
}
fragment AttachmentFields on Attachment {
  id
  version
  partnerId
  authorName
  dataClass
  state
  fileName
  description
  kind
  size
  addedAt
  removedAt
  removedBy
  may
  sharedWith {
    id
    name
  }
}
fragment RecusalFields on Recusal {
  id
  version
  personId
  personName
  reason
  since
  setBy
  liftedAt
  may
}
fragment SignalRequestFields on SignalRequest {
  id
  version
  kind
  says
  at
  askedBy
  askedAt
  due
  answeredAt
  answeredBy
  answer
  withdrawnAt
  may
  term {
    due
    tone
    workingDays
    length
  }
}
fragment CopyFields on Settlement {
  id
  version
  edition
  state
  body
  hash
  offeredAt
  signedAt
  landlordSignedAt
  landlordSignedBy
  may
}`, {"hash":"sha256:724a95124aa97ebd12d304f062fc51b9cfb201e6fdc3b9c09029758f3141e005"}) as unknown as TypedDocumentString<PartySignalQuery, PartySignalQueryVariables>;
export const SignalProtocolsDocument = new TypedDocumentString(`
    query SignalProtocols {
  cooperationProtocols {
    id
    edition
    state
    title
    companyId
    partnerId
    municipalities
    inForce
    validFrom
    text
  }
}
    `, {"hash":"sha256:e967adeda31766e04691a14edebda3b4cbd14947d5c66251f71690b2f7975f4a"}) as unknown as TypedDocumentString<SignalProtocolsQuery, SignalProtocolsQueryVariables>;
export const DwellingsDocument = new TypedDocumentString(`
    query Dwellings {
  dwellings {
    id
    reference
    street
    postcode
    municipality
  }
}
    `, {"hash":"sha256:d9153efc5efb76c01b885a71973a5c639fa232342b9b255f23807652d9b485ae"}) as unknown as TypedDocumentString<DwellingsQuery, DwellingsQueryVariables>;
export const ReportTensionDocument = new TypedDocumentString(`
    mutation ReportTension($key: ID!, $input: NewSignal!, $facts: SignalFacts!) {
  reportTension(key: $key, input: $input, facts: $facts) {
    id
    number
    receiverId
    mediation {
      id
    }
  }
}
    `, {"hash":"sha256:77fc9734412c504fb2d30038162a5c7ca3ad2b18b1a2485f688b1d51a1ec73b5"}) as unknown as TypedDocumentString<ReportTensionMutation, ReportTensionMutationVariables>;
export const WithdrawSignalDocument = new TypedDocumentString(`
    mutation WithdrawSignal($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  withdrawSignal(key: $key, id: $id, version: $version, reason: $reason) {
    id
    state
  }
}
    `, {"hash":"sha256:03d80bb65905fd759ac8a4697207004e7de41786b47d612016c57b1a2cb6d028"}) as unknown as TypedDocumentString<WithdrawSignalMutation, WithdrawSignalMutationVariables>;
export const ReportBreachDocument = new TypedDocumentString(`
    mutation ReportBreach($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  reportBreach(key: $key, id: $id, version: $version, text: $text) {
    id
    state
  }
}
    `, {"hash":"sha256:206c826f3d8d7f1d2eeb5d8f1918f1dfdf1ef89bdd861df44670685d0bca0173"}) as unknown as TypedDocumentString<ReportBreachMutation, ReportBreachMutationVariables>;
export const AnswerMediatorDocument = new TypedDocumentString(`
    mutation AnswerMediator($key: ID!, $id: ID!, $version: Int!, $answer: String!) {
  answerMediator(key: $key, id: $id, version: $version, answer: $answer) {
    id
    answeredAt
  }
}
    `, {"hash":"sha256:8daad43f235a033d851f1d67ca483ad30556b1005f03f2691aff2fb50243ee44"}) as unknown as TypedDocumentString<AnswerMediatorMutation, AnswerMediatorMutationVariables>;
export const SignSettlementDocument = new TypedDocumentString(`
    mutation SignSettlement($key: ID!, $id: ID!, $version: Int!, $hash: String!, $capacity: String!) {
  signSettlement(
    key: $key
    id: $id
    version: $version
    hash: $hash
    capacity: $capacity
  ) {
    id
    state
    landlordSignedAt
  }
}
    `, {"hash":"sha256:8b2c773d28dbd142a7f62916950b5d66ca769b9eb35684ecff110780e024bb36"}) as unknown as TypedDocumentString<SignSettlementMutation, SignSettlementMutationVariables>;
export const ImportDwellingsDocument = new TypedDocumentString(`
    mutation ImportDwellings($key: ID!, $file: String!) {
  importDwellings(key: $key, file: $file) {
    id
  }
}
    `, {"hash":"sha256:119c59889e0ee47915a77114209ecaef8ab99efef5de78c0327f760cf367b1a1"}) as unknown as TypedDocumentString<ImportDwellingsMutation, ImportDwellingsMutationVariables>;
export const WorklistDocument = new TypedDocumentString(`
    query Worklist($part: WorklistPart!, $kind: TaskKind, $whose: Whose, $period: Period, $insteadOf: ID, $after: String, $first: Int) {
  worklist(
    part: $part
    kind: $kind
    whose: $whose
    period: $period
    insteadOf: $insteadOf
    after: $after
    first: $first
  ) {
    nodes {
      ...TaskFields
    }
    next
  }
}
    fragment TaskFields on Task {
  id
  version
  kind
  dossierId
  otherPartnerId
  personId
  role
  openedAt
  due
  reminded
  may
  term {
    due
    tone
    workingDays
    length
  }
  consult {
    id
    number
    state
    question
    receiverId
    askerId
  }
  mediation {
    id
    number
    topic
    landlordId
    signals {
      street
      municipality
    }
  }
  signal {
    id
    number
    topic
    receiverId
    partnerId
    street
    municipality
    mediation {
      id
    }
  }
  referral {
    id
    number
    type
    state
    givenName
    familyName
    fromPartnerId
    recipients {
      receiverId
      chosen
    }
    changedAt
    transfer
    answers {
      state
      partnerId
      deliveredAt
    }
    withheld {
      dataClass
      why
    }
  }
}`, {"hash":"sha256:22170c3131b7f2214c02111d2abd6f0aff40c22d9618b7428c08dc36359f9709"}) as unknown as TypedDocumentString<WorklistQuery, WorklistQueryVariables>;
export const SavedFiltersDocument = new TypedDocumentString(`
    query SavedFilters {
  savedFilters {
    id
    version
    name
    part
    kind
    whose
    period
  }
}
    `, {"hash":"sha256:a317f7014410cf6070aa8ec3c847585678447a685e1bf5eb50cafb5ff2cb7750"}) as unknown as TypedDocumentString<SavedFiltersQuery, SavedFiltersQueryVariables>;
export const SaveFilterDocument = new TypedDocumentString(`
    mutation SaveFilter($key: ID!, $name: String!, $part: WorklistPart, $kind: TaskKind, $whose: Whose, $period: Period) {
  saveFilter(
    key: $key
    name: $name
    part: $part
    kind: $kind
    whose: $whose
    period: $period
  ) {
    id
  }
}
    `, {"hash":"sha256:5bdb2dd31f824200aa3e6bb47ea5a0755da57e072974903c12c7ca9c9e54ab13"}) as unknown as TypedDocumentString<SaveFilterMutation, SaveFilterMutationVariables>;
export const RemoveFilterDocument = new TypedDocumentString(`
    mutation RemoveFilter($key: ID!, $id: ID!, $version: Int!) {
  removeFilter(key: $key, id: $id, version: $version) {
    id
  }
}
    `, {"hash":"sha256:904684a940c09f37aa7fcd1dd2cb45e65f8a5cd81d2c323caa64292059dd58e0"}) as unknown as TypedDocumentString<RemoveFilterMutation, RemoveFilterMutationVariables>;
export const CalendarFeedDocument = new TypedDocumentString(`
    query CalendarFeed {
  calendarFeed {
    id
    version
    madeAt
  }
}
    `, {"hash":"sha256:1c2c0db71eff5a843abcb815d8b4d10897a7bddfcb2f039bcfa4eb1b7d1bc146"}) as unknown as TypedDocumentString<CalendarFeedQuery, CalendarFeedQueryVariables>;
export const MakeCalendarFeedDocument = new TypedDocumentString(`
    mutation MakeCalendarFeed($key: ID!) {
  makeCalendarFeed(key: $key) {
    path
    feed {
      id
    }
  }
}
    `, {"hash":"sha256:fcaf79674b483ca3d2227f78d5e37e7f0430652a82d4b17b76f5f258ecc73c75"}) as unknown as TypedDocumentString<MakeCalendarFeedMutation, MakeCalendarFeedMutationVariables>;
export const RevokeCalendarFeedDocument = new TypedDocumentString(`
    mutation RevokeCalendarFeed($key: ID!, $id: ID!, $version: Int!) {
  revokeCalendarFeed(key: $key, id: $id, version: $version) {
    id
  }
}
    `, {"hash":"sha256:c3b6e6f25a185c2e5919d71c1a14d39c86882d8f431d76ef5341f3eec5747b90"}) as unknown as TypedDocumentString<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>;
export const TeamTasksDocument = new TypedDocumentString(`
    query TeamTasks($after: String, $first: Int) {
  teamTasks(after: $after, first: $first) {
    nodes {
      ...TaskFields
    }
    next
  }
}
    fragment TaskFields on Task {
  id
  version
  kind
  dossierId
  otherPartnerId
  personId
  role
  openedAt
  due
  reminded
  may
  term {
    due
    tone
    workingDays
    length
  }
  consult {
    id
    number
    state
    question
    receiverId
    askerId
  }
  mediation {
    id
    number
    topic
    landlordId
    signals {
      street
      municipality
    }
  }
  signal {
    id
    number
    topic
    receiverId
    partnerId
    street
    municipality
    mediation {
      id
    }
  }
  referral {
    id
    number
    type
    state
    givenName
    familyName
    fromPartnerId
    recipients {
      receiverId
      chosen
    }
    changedAt
    transfer
    answers {
      state
      partnerId
      deliveredAt
    }
    withheld {
      dataClass
      why
    }
  }
}`, {"hash":"sha256:5c626acdf6c32e68f6baf597180fd8771654613f9f994ada7e1af61bae32e649"}) as unknown as TypedDocumentString<TeamTasksQuery, TeamTasksQueryVariables>;
export const StandingInDocument = new TypedDocumentString(`
    query StandingIn {
  standingIn {
    absence {
      id
      personId
      until
      person {
        name
      }
    }
    counts {
      todo
      overdue
      waiting
      upcoming
    }
  }
}
    `, {"hash":"sha256:d2a284bacf4165265d547ce6aa9e1294773333eaa5d40fa6144fd72005221663"}) as unknown as TypedDocumentString<StandingInQuery, StandingInQueryVariables>;
export const TakeTaskDocument = new TypedDocumentString(`
    mutation TakeTask($key: ID!, $id: ID!, $version: Int!) {
  takeTask(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:8ee1b54683b8352e30911aca45375734d579da0ee23d68c35d82873936d994b8"}) as unknown as TypedDocumentString<TakeTaskMutation, TakeTaskMutationVariables>;
export const ReleaseTaskDocument = new TypedDocumentString(`
    mutation ReleaseTask($key: ID!, $id: ID!, $version: Int!) {
  releaseTask(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `, {"hash":"sha256:14c682177f343d7cae08fe711df4ff86a90ec062cc7c98b8498854bbdab602d7"}) as unknown as TypedDocumentString<ReleaseTaskMutation, ReleaseTaskMutationVariables>;
export const AssignTaskDocument = new TypedDocumentString(`
    mutation AssignTask($key: ID!, $id: ID!, $version: Int!, $personId: ID) {
  assignTask(key: $key, id: $id, version: $version, personId: $personId) {
    id
    version
  }
}
    `, {"hash":"sha256:55e029fde19348718633e91a20d8f344380d997bae4b5b690acbe3b85aa38b2b"}) as unknown as TypedDocumentString<AssignTaskMutation, AssignTaskMutationVariables>;