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
}`) as unknown as TypedDocumentString<ClientQuery, ClientQueryVariables>;
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
    `) as unknown as TypedDocumentString<RegisterQuery, RegisterQueryVariables>;
export const OpenClientDocument = new TypedDocumentString(`
    mutation OpenClient($key: ID!, $input: NewClient!) {
  openClient(key: $key, input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<OpenClientMutation, OpenClientMutationVariables>;
export const ChangeClientDocument = new TypedDocumentString(`
    mutation ChangeClient($key: ID!, $id: ID!, $version: Int!, $changes: ClientChanges!) {
  changeClient(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ChangeClientMutation, ChangeClientMutationVariables>;
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
    `) as unknown as TypedDocumentString<ConsultsQuery, ConsultsQueryVariables>;
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
}`) as unknown as TypedDocumentString<ConsultQuery, ConsultQueryVariables>;
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
    `) as unknown as TypedDocumentString<ConsultClientQuery, ConsultClientQueryVariables>;
export const AskConsultDocument = new TypedDocumentString(`
    mutation AskConsult($key: ID!, $input: NewConsult!, $clientId: ID) {
  askConsult(key: $key, input: $input, clientId: $clientId) {
    id
  }
}
    `) as unknown as TypedDocumentString<AskConsultMutation, AskConsultMutationVariables>;
export const AnswerConsultDocument = new TypedDocumentString(`
    mutation AnswerConsult($key: ID!, $id: ID!, $version: Int!, $answer: String!) {
  answerConsult(key: $key, id: $id, version: $version, answer: $answer) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AnswerConsultMutation, AnswerConsultMutationVariables>;
export const WithdrawConsultDocument = new TypedDocumentString(`
    mutation WithdrawConsult($key: ID!, $id: ID!, $version: Int!) {
  withdrawConsult(key: $key, id: $id, version: $version) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawConsultMutation, WithdrawConsultMutationVariables>;
export const CloseConsultDocument = new TypedDocumentString(`
    mutation CloseConsult($key: ID!, $id: ID!, $version: Int!) {
  closeConsult(key: $key, id: $id, version: $version) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CloseConsultMutation, CloseConsultMutationVariables>;
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
    `) as unknown as TypedDocumentString<ClosingDaysQuery, ClosingDaysQueryVariables>;
export const AddClosingDayDocument = new TypedDocumentString(`
    mutation AddClosingDay($key: ID!, $day: Day!, $label: String!) {
  addClosingDay(key: $key, day: $day, label: $label) {
    id
    day
  }
}
    `) as unknown as TypedDocumentString<AddClosingDayMutation, AddClosingDayMutationVariables>;
export const RemoveClosingDayDocument = new TypedDocumentString(`
    mutation RemoveClosingDay($key: ID!, $id: ID!, $version: Int!) {
  removeClosingDay(key: $key, id: $id, version: $version) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveClosingDayMutation, RemoveClosingDayMutationVariables>;
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
    `) as unknown as TypedDocumentString<AccessReviewsQuery, AccessReviewsQueryVariables>;
export const ConfirmAccessDocument = new TypedDocumentString(`
    mutation ConfirmAccess($key: ID!, $reviews: [ReviewToConfirm!]!) {
  confirmAccess(key: $key, reviews: $reviews) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConfirmAccessMutation, ConfirmAccessMutationVariables>;
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
    `) as unknown as TypedDocumentString<StaffChangesQuery, StaffChangesQueryVariables>;
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
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const AddPersonDocument = new TypedDocumentString(`
    mutation AddPerson($key: ID!, $name: String!, $username: String!, $email: String) {
  addPerson(key: $key, name: $name, username: $username, email: $email) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddPersonMutation, AddPersonMutationVariables>;
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
    `) as unknown as TypedDocumentString<ChangePersonMutation, ChangePersonMutationVariables>;
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
    `) as unknown as TypedDocumentString<GiveMandateMutation, GiveMandateMutationVariables>;
export const EndMandateDocument = new TypedDocumentString(`
    mutation EndMandate($key: ID!, $id: ID!, $version: Int!, $until: Day!) {
  endMandate(key: $key, id: $id, version: $version, until: $until) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<EndMandateMutation, EndMandateMutationVariables>;
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
    `) as unknown as TypedDocumentString<ProtocolsQuery, ProtocolsQueryVariables>;
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
    `) as unknown as TypedDocumentString<ProtocolQuery, ProtocolQueryVariables>;
export const DraftProtocolDocument = new TypedDocumentString(`
    mutation DraftProtocol($key: ID!, $toPartnerId: ID!, $text: ExchangeProtocolText!) {
  draftExchangeProtocol(key: $key, toPartnerId: $toPartnerId, text: $text) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftProtocolMutation, DraftProtocolMutationVariables>;
export const EditProtocolDocument = new TypedDocumentString(`
    mutation EditProtocol($key: ID!, $id: ID!, $version: Int!, $changes: ExchangeProtocolChanges!) {
  editExchangeProtocol(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<EditProtocolMutation, EditProtocolMutationVariables>;
export const SubmitProtocolDocument = new TypedDocumentString(`
    mutation SubmitProtocol($key: ID!, $id: ID!, $version: Int!) {
  submitExchangeProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<SubmitProtocolMutation, SubmitProtocolMutationVariables>;
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
    `) as unknown as TypedDocumentString<AdviseProtocolMutation, AdviseProtocolMutationVariables>;
export const SignProtocolDocument = new TypedDocumentString(`
    mutation SignProtocol($key: ID!, $id: ID!, $version: Int!) {
  signExchangeProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<SignProtocolMutation, SignProtocolMutationVariables>;
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
    `) as unknown as TypedDocumentString<PublishProtocolMutation, PublishProtocolMutationVariables>;
export const EndProtocolDocument = new TypedDocumentString(`
    mutation EndProtocol($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  endExchangeProtocol(key: $key, id: $id, version: $version, reason: $reason) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<EndProtocolMutation, EndProtocolMutationVariables>;
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
}`) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
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
}`) as unknown as TypedDocumentString<ClientTimelineQuery, ClientTimelineQueryVariables>;
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
    `) as unknown as TypedDocumentString<LooksQuery, LooksQueryVariables>;
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
}`) as unknown as TypedDocumentString<ReferralHistoryQuery, ReferralHistoryQueryVariables>;
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
}`) as unknown as TypedDocumentString<ClientHistoryQuery, ClientHistoryQueryVariables>;
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
    `) as unknown as TypedDocumentString<RetentionRulesQuery, RetentionRulesQueryVariables>;
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
}`) as unknown as TypedDocumentString<DestructionListsQuery, DestructionListsQueryVariables>;
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
}`) as unknown as TypedDocumentString<DestructionItemsQuery, DestructionItemsQueryVariables>;
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
}`) as unknown as TypedDocumentString<LegalHoldsQuery, LegalHoldsQueryVariables>;
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
}`) as unknown as TypedDocumentString<SignDestructionMutation, SignDestructionMutationVariables>;
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
}`) as unknown as TypedDocumentString<TakeOffDestructionMutation, TakeOffDestructionMutationVariables>;
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
}`) as unknown as TypedDocumentString<HoldDossierMutation, HoldDossierMutationVariables>;
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
}`) as unknown as TypedDocumentString<LiftHoldMutation, LiftHoldMutationVariables>;
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
    `) as unknown as TypedDocumentString<CooperationsQuery, CooperationsQueryVariables>;
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
    `) as unknown as TypedDocumentString<CooperationQuery, CooperationQueryVariables>;
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
    `) as unknown as TypedDocumentString<ConformanceQuery, ConformanceQueryVariables>;
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
    `) as unknown as TypedDocumentString<DraftCooperationMutation, DraftCooperationMutationVariables>;
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
    `) as unknown as TypedDocumentString<EditCooperationMutation, EditCooperationMutationVariables>;
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
    `) as unknown as TypedDocumentString<SignCooperationMutation, SignCooperationMutationVariables>;
export const WithdrawCooperationDocument = new TypedDocumentString(`
    mutation WithdrawCooperation($key: ID!, $id: ID!, $version: Int!) {
  withdrawCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<WithdrawCooperationMutation, WithdrawCooperationMutationVariables>;
export const ActivateCooperationDocument = new TypedDocumentString(`
    mutation ActivateCooperation($key: ID!, $id: ID!, $version: Int!) {
  activateCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ActivateCooperationMutation, ActivateCooperationMutationVariables>;
export const ReviewCooperationDocument = new TypedDocumentString(`
    mutation ReviewCooperation($key: ID!, $id: ID!, $version: Int!) {
  reviewCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ReviewCooperationMutation, ReviewCooperationMutationVariables>;
export const ConfirmCooperationDocument = new TypedDocumentString(`
    mutation ConfirmCooperation($key: ID!, $id: ID!, $version: Int!) {
  confirmCooperationProtocol(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ConfirmCooperationMutation, ConfirmCooperationMutationVariables>;
export const EndCooperationDocument = new TypedDocumentString(`
    mutation EndCooperation($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  endCooperationProtocol(key: $key, id: $id, version: $version, reason: $reason) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<EndCooperationMutation, EndCooperationMutationVariables>;
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
    `) as unknown as TypedDocumentString<MediationsQuery, MediationsQueryVariables>;
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
    `) as unknown as TypedDocumentString<AgreementsQuery, AgreementsQueryVariables>;
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
}`) as unknown as TypedDocumentString<MediationQuery, MediationQueryVariables>;
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
}`) as unknown as TypedDocumentString<MediationSignalQuery, MediationSignalQueryVariables>;
export const CaseOfSignalDocument = new TypedDocumentString(`
    query CaseOfSignal($id: ID!) {
  signal(id: $id) {
    id
    mediation {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CaseOfSignalQuery, CaseOfSignalQueryVariables>;
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
    `) as unknown as TypedDocumentString<AssignMediationMutation, AssignMediationMutationVariables>;
export const ReadSignalsDocument = new TypedDocumentString(`
    mutation ReadSignals($key: ID!, $id: ID!, $version: Int!) {
  readSignals(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ReadSignalsMutation, ReadSignalsMutationVariables>;
export const OpenClientOfPartyDocument = new TypedDocumentString(`
    mutation OpenClientOfParty($key: ID!, $id: ID!, $version: Int!) {
  openClientOfParty(key: $key, id: $id, version: $version) {
    id
    version
    clientId
  }
}
    `) as unknown as TypedDocumentString<OpenClientOfPartyMutation, OpenClientOfPartyMutationVariables>;
export const AcceptMediationDocument = new TypedDocumentString(`
    mutation AcceptMediation($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  acceptMediation(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<AcceptMediationMutation, AcceptMediationMutationVariables>;
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
    `) as unknown as TypedDocumentString<MediationOutOfScopeMutation, MediationOutOfScopeMutationVariables>;
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
    `) as unknown as TypedDocumentString<ContactRenterMutation, ContactRenterMutationVariables>;
export const StartMediationDocument = new TypedDocumentString(`
    mutation StartMediation($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  startMediation(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<StartMediationMutation, StartMediationMutationVariables>;
export const MediationDeclinedDocument = new TypedDocumentString(`
    mutation MediationDeclined($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  mediationDeclined(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<MediationDeclinedMutation, MediationDeclinedMutationVariables>;
export const RenterNotReachedDocument = new TypedDocumentString(`
    mutation RenterNotReached($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  renterNotReached(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<RenterNotReachedMutation, RenterNotReachedMutationVariables>;
export const BeginSessionsDocument = new TypedDocumentString(`
    mutation BeginSessions($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  beginSessions(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<BeginSessionsMutation, BeginSessionsMutationVariables>;
export const ResumeSessionsDocument = new TypedDocumentString(`
    mutation ResumeSessions($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  resumeSessions(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ResumeSessionsMutation, ResumeSessionsMutationVariables>;
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
    `) as unknown as TypedDocumentString<MediationStalledMutation, MediationStalledMutationVariables>;
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
    `) as unknown as TypedDocumentString<FollowUpSettlementMutation, FollowUpSettlementMutationVariables>;
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
    `) as unknown as TypedDocumentString<SettlementBreachedMutation, SettlementBreachedMutationVariables>;
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
    `) as unknown as TypedDocumentString<MediationSucceededMutation, MediationSucceededMutationVariables>;
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
    `) as unknown as TypedDocumentString<MediationPartlySucceededMutation, MediationPartlySucceededMutationVariables>;
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
    `) as unknown as TypedDocumentString<CloseMediationMutation, CloseMediationMutationVariables>;
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
    `) as unknown as TypedDocumentString<StopMediationMutation, StopMediationMutationVariables>;
export const MediationToCourtDocument = new TypedDocumentString(`
    mutation MediationToCourt($key: ID!, $id: ID!, $version: Int!, $deviation: String) {
  mediationToCourt(key: $key, id: $id, version: $version, deviation: $deviation) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<MediationToCourtMutation, MediationToCourtMutationVariables>;
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
    `) as unknown as TypedDocumentString<HandOverMediationMutation, HandOverMediationMutationVariables>;
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
    `) as unknown as TypedDocumentString<WriteRoomNoteMutation, WriteRoomNoteMutationVariables>;
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
    `) as unknown as TypedDocumentString<AnswerPartyMutation, AnswerPartyMutationVariables>;
export const HearPartyDocument = new TypedDocumentString(`
    mutation HearParty($key: ID!, $id: ID!, $version: Int!, $on: Day!, $way: String!) {
  hearParty(key: $key, id: $id, version: $version, on: $on, way: $way) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<HearPartyMutation, HearPartyMutationVariables>;
export const ApproveWordsDocument = new TypedDocumentString(`
    mutation ApproveWords($key: ID!, $id: ID!, $version: Int!, $says: String!) {
  approveWords(key: $key, id: $id, version: $version, says: $says) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ApproveWordsMutation, ApproveWordsMutationVariables>;
export const WarnOthersDocument = new TypedDocumentString(`
    mutation WarnOthers($key: ID!, $id: ID!, $version: Int!, $ground: String!) {
  warnOthers(key: $key, id: $id, version: $version, ground: $ground) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<WarnOthersMutation, WarnOthersMutationVariables>;
export const ChangePartyDocument = new TypedDocumentString(`
    mutation ChangeParty($key: ID!, $id: ID!, $version: Int!, $changes: PartyChanges!) {
  changeParty(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ChangePartyMutation, ChangePartyMutationVariables>;
export const AddPartyDocument = new TypedDocumentString(`
    mutation AddParty($key: ID!, $mediationId: ID!, $renter: NewRenter!) {
  addParty(key: $key, mediationId: $mediationId, renter: $renter) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<AddPartyMutation, AddPartyMutationVariables>;
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
    `) as unknown as TypedDocumentString<PlanSessionMutation, PlanSessionMutationVariables>;
export const HoldSessionDocument = new TypedDocumentString(`
    mutation HoldSession($key: ID!, $id: ID!, $version: Int!, $present: String!) {
  holdSession(key: $key, id: $id, version: $version, present: $present) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<HoldSessionMutation, HoldSessionMutationVariables>;
export const CancelSessionDocument = new TypedDocumentString(`
    mutation CancelSession($key: ID!, $id: ID!, $version: Int!) {
  cancelSession(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<CancelSessionMutation, CancelSessionMutationVariables>;
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
    `) as unknown as TypedDocumentString<AskLandlordMutation, AskLandlordMutationVariables>;
export const WithdrawRequestDocument = new TypedDocumentString(`
    mutation WithdrawRequest($key: ID!, $id: ID!, $version: Int!) {
  withdrawRequest(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const DraftSettlementDocument = new TypedDocumentString(`
    mutation DraftSettlement($key: ID!, $id: ID!, $version: Int!, $body: String!) {
  draftSettlement(key: $key, id: $id, version: $version, body: $body) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<DraftSettlementMutation, DraftSettlementMutationVariables>;
export const EditSettlementDocument = new TypedDocumentString(`
    mutation EditSettlement($key: ID!, $id: ID!, $version: Int!, $body: String!) {
  editSettlement(key: $key, id: $id, version: $version, body: $body) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<EditSettlementMutation, EditSettlementMutationVariables>;
export const OfferSettlementDocument = new TypedDocumentString(`
    mutation OfferSettlement($key: ID!, $id: ID!, $version: Int!) {
  offerSettlement(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<OfferSettlementMutation, OfferSettlementMutationVariables>;
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
    `) as unknown as TypedDocumentString<RecordSignatureMutation, RecordSignatureMutationVariables>;
export const AskTenantsUnionDocument = new TypedDocumentString(`
    mutation AskTenantsUnion($key: ID!, $id: ID!, $version: Int!, $question: String!) {
  askTenantsUnion(key: $key, id: $id, version: $version, question: $question) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<AskTenantsUnionMutation, AskTenantsUnionMutationVariables>;
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
    `) as unknown as TypedDocumentString<MakeSigningLinkMutation, MakeSigningLinkMutationVariables>;
export const MessageReadersDocument = new TypedDocumentString(`
    query MessageReaders($dossierId: ID!) {
  messageReaders(dossierId: $dossierId)
}
    `) as unknown as TypedDocumentString<MessageReadersQuery, MessageReadersQueryVariables>;
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
    `) as unknown as TypedDocumentString<WriteMessageMutation, WriteMessageMutationVariables>;
export const TakeBackMessageDocument = new TypedDocumentString(`
    mutation TakeBackMessage($key: ID!, $id: ID!, $version: Int!) {
  takeBackMessage(key: $key, id: $id, version: $version) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<TakeBackMessageMutation, TakeBackMessageMutationVariables>;
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
    `) as unknown as TypedDocumentString<NoticesQuery, NoticesQueryVariables>;
export const NoticeCountDocument = new TypedDocumentString(`
    query NoticeCount {
  noticeCount {
    unread
  }
}
    `) as unknown as TypedDocumentString<NoticeCountQuery, NoticeCountQueryVariables>;
export const SeeNoticeDocument = new TypedDocumentString(`
    mutation SeeNotice($key: ID!, $id: ID!, $version: Int!) {
  seeNotice(key: $key, id: $id, version: $version) {
    id
    version
    readAt
  }
}
    `) as unknown as TypedDocumentString<SeeNoticeMutation, SeeNoticeMutationVariables>;
export const SeeAllNoticesDocument = new TypedDocumentString(`
    mutation SeeAllNotices($key: ID!, $until: Moment!) {
  seeAllNotices(key: $key, until: $until) {
    unread
  }
}
    `) as unknown as TypedDocumentString<SeeAllNoticesMutation, SeeAllNoticesMutationVariables>;
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
    `) as unknown as TypedDocumentString<MailPreferenceQuery, MailPreferenceQueryVariables>;
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
    `) as unknown as TypedDocumentString<SetMailPreferenceMutation, SetMailPreferenceMutationVariables>;
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
}`) as unknown as TypedDocumentString<OpenGlassQuery, OpenGlassQueryVariables>;
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
}`) as unknown as TypedDocumentString<GlassBreaksQuery, GlassBreaksQueryVariables>;
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
}`) as unknown as TypedDocumentString<BreakGlassMutation, BreakGlassMutationVariables>;
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
}`) as unknown as TypedDocumentString<EndGlassMutation, EndGlassMutationVariables>;
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
}`) as unknown as TypedDocumentString<TrailQuery, TrailQueryVariables>;
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
}`) as unknown as TypedDocumentString<UnusualLooksQuery, UnusualLooksQueryVariables>;
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
}`) as unknown as TypedDocumentString<OpenSupportQuery, OpenSupportQueryVariables>;
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
}`) as unknown as TypedDocumentString<SupportLooksQuery, SupportLooksQueryVariables>;
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
}`) as unknown as TypedDocumentString<AskSupportMutation, AskSupportMutationVariables>;
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
}`) as unknown as TypedDocumentString<WithdrawSupportMutation, WithdrawSupportMutationVariables>;
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
}`) as unknown as TypedDocumentString<LeaveSupportMutation, LeaveSupportMutationVariables>;
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
}`) as unknown as TypedDocumentString<SupportRequestsQuery, SupportRequestsQueryVariables>;
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
}`) as unknown as TypedDocumentString<ApproveSupportMutation, ApproveSupportMutationVariables>;
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
}`) as unknown as TypedDocumentString<DeclineSupportMutation, DeclineSupportMutationVariables>;
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
}`) as unknown as TypedDocumentString<EndSupportMutation, EndSupportMutationVariables>;
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
    `) as unknown as TypedDocumentString<AbsencesQuery, AbsencesQueryVariables>;
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
    `) as unknown as TypedDocumentString<StaffQuery, StaffQueryVariables>;
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
    `) as unknown as TypedDocumentString<ReportAbsenceMutation, ReportAbsenceMutationVariables>;
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
    `) as unknown as TypedDocumentString<ChangeAbsenceMutation, ChangeAbsenceMutationVariables>;
export const CancelAbsenceDocument = new TypedDocumentString(`
    mutation CancelAbsence($key: ID!, $id: ID!, $version: Int!) {
  cancelAbsence(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<CancelAbsenceMutation, CancelAbsenceMutationVariables>;
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
    `) as unknown as TypedDocumentString<LeaversQuery, LeaversQueryVariables>;
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
    `) as unknown as TypedDocumentString<FilesOfQuery, FilesOfQueryVariables>;
export const HandOverDocument = new TypedDocumentString(`
    mutation HandOver($key: ID!, $fromId: ID!, $toId: ID!, $files: [FileToHandOver!]!) {
  handOver(key: $key, fromId: $fromId, toId: $toId, files: $files) {
    id
    files
  }
}
    `) as unknown as TypedDocumentString<HandOverMutation, HandOverMutationVariables>;
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
    `) as unknown as TypedDocumentString<AwayTodayQuery, AwayTodayQueryVariables>;
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
    `) as unknown as TypedDocumentString<PrivacyBookQuery, PrivacyBookQueryVariables>;
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
    `) as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const ReceiveAnswerDocument = new TypedDocumentString(`
    mutation ReceiveAnswer($key: ID!, $id: ID!, $version: Int!) {
  receiveAnswer(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<ReceiveAnswerMutation, ReceiveAnswerMutationVariables>;
export const AskSenderDocument = new TypedDocumentString(`
    mutation AskSender($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  askSender(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<AskSenderMutation, AskSenderMutationVariables>;
export const ReplyToReceiverDocument = new TypedDocumentString(`
    mutation ReplyToReceiver($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  replyToReceiver(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<ReplyToReceiverMutation, ReplyToReceiverMutationVariables>;
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
    `) as unknown as TypedDocumentString<AcceptReferralMutation, AcceptReferralMutationVariables>;
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
    `) as unknown as TypedDocumentString<RejectReferralMutation, RejectReferralMutationVariables>;
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
    `) as unknown as TypedDocumentString<RedirectReferralMutation, RedirectReferralMutationVariables>;
export const ReopenAnswerDocument = new TypedDocumentString(`
    mutation ReopenAnswer($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  reopenAnswer(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<ReopenAnswerMutation, ReopenAnswerMutationVariables>;
export const StartGuidanceDocument = new TypedDocumentString(`
    mutation StartGuidance($key: ID!, $id: ID!, $version: Int!) {
  startGuidance(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<StartGuidanceMutation, StartGuidanceMutationVariables>;
export const GiveFeedbackDocument = new TypedDocumentString(`
    mutation GiveFeedback($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  giveFeedback(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<GiveFeedbackMutation, GiveFeedbackMutationVariables>;
export const CloseAnswerDocument = new TypedDocumentString(`
    mutation CloseAnswer($key: ID!, $id: ID!, $version: Int!) {
  closeAnswer(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<CloseAnswerMutation, CloseAnswerMutationVariables>;
export const ConfirmStoppedDocument = new TypedDocumentString(`
    mutation ConfirmStopped($key: ID!, $id: ID!, $version: Int!) {
  confirmStopped(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<ConfirmStoppedMutation, ConfirmStoppedMutationVariables>;
export const ConfirmKeptDocument = new TypedDocumentString(`
    mutation ConfirmKept($key: ID!, $id: ID!, $version: Int!, $ground: String!) {
  confirmKept(key: $key, id: $id, version: $version, ground: $ground) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<ConfirmKeptMutation, ConfirmKeptMutationVariables>;
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
    `) as unknown as TypedDocumentString<ReceiversQuery, ReceiversQueryVariables>;
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
}`) as unknown as TypedDocumentString<PreviewQuery, PreviewQueryVariables>;
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
}`) as unknown as TypedDocumentString<SeenNowQuery, SeenNowQueryVariables>;
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
    `) as unknown as TypedDocumentString<ReceiptsQuery, ReceiptsQueryVariables>;
export const DraftReferralDocument = new TypedDocumentString(`
    mutation DraftReferral($key: ID!, $clientId: ID!, $type: String!) {
  draftReferral(key: $key, clientId: $clientId, type: $type) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftReferralMutation, DraftReferralMutationVariables>;
export const DraftTransferDocument = new TypedDocumentString(`
    mutation DraftTransfer($key: ID!, $clientId: ID!, $type: String!) {
  draftTransfer(key: $key, clientId: $clientId, type: $type) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftTransferMutation, DraftTransferMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($key: ID!, $id: ID!, $version: Int!, $changes: ReferralChanges!) {
  saveDraft(key: $key, id: $id, version: $version, changes: $changes) {
    id
    version
    changedAt
  }
}
    `) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
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
    `) as unknown as TypedDocumentString<ChooseReceiversMutation, ChooseReceiversMutationVariables>;
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
    `) as unknown as TypedDocumentString<SaveHouseholdMutation, SaveHouseholdMutationVariables>;
export const DiscardDraftDocument = new TypedDocumentString(`
    mutation DiscardDraft($key: ID!, $id: ID!, $version: Int!) {
  discardDraft(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<DiscardDraftMutation, DiscardDraftMutationVariables>;
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
}`) as unknown as TypedDocumentString<WriteNoteMutation, WriteNoteMutationVariables>;
export const SendReferralDocument = new TypedDocumentString(`
    mutation SendReferral($key: ID!, $id: ID!, $version: Int!, $agreements: [NewAgreement!]!) {
  sendReferral(key: $key, id: $id, version: $version, agreements: $agreements) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<SendReferralMutation, SendReferralMutationVariables>;
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
    `) as unknown as TypedDocumentString<ReferredClientQuery, ReferredClientQueryVariables>;
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
    `) as unknown as TypedDocumentString<ReferralsQuery, ReferralsQueryVariables>;
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
}`) as unknown as TypedDocumentString<ReferralQuery, ReferralQueryVariables>;
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
}`) as unknown as TypedDocumentString<OwnAnswerQuery, OwnAnswerQueryVariables>;
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
    `) as unknown as TypedDocumentString<WhyShownQuery, WhyShownQueryVariables>;
export const TakeBackReferralDocument = new TypedDocumentString(`
    mutation TakeBackReferral($key: ID!, $id: ID!, $version: Int!) {
  takeBackReferral(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<TakeBackReferralMutation, TakeBackReferralMutationVariables>;
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
    `) as unknown as TypedDocumentString<NarrowShareMutation, NarrowShareMutationVariables>;
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
    `) as unknown as TypedDocumentString<AmendReferralMutation, AmendReferralMutationVariables>;
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
    `) as unknown as TypedDocumentString<WithdrawReferralMutation, WithdrawReferralMutationVariables>;
export const DeclareErrorDocument = new TypedDocumentString(`
    mutation DeclareError($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  declareError(key: $key, id: $id, version: $version, reason: $reason) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<DeclareErrorMutation, DeclareErrorMutationVariables>;
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
    `) as unknown as TypedDocumentString<RequestAccessMutation, RequestAccessMutationVariables>;
export const GrantAccessDocument = new TypedDocumentString(`
    mutation GrantAccess($key: ID!, $id: ID!, $version: Int!, $agreement: NewAgreement!) {
  grantAccess(key: $key, id: $id, version: $version, agreement: $agreement) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<GrantAccessMutation, GrantAccessMutationVariables>;
export const RefuseAccessDocument = new TypedDocumentString(`
    mutation RefuseAccess($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  refuseAccess(key: $key, id: $id, version: $version, text: $text) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<RefuseAccessMutation, RefuseAccessMutationVariables>;
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
    `) as unknown as TypedDocumentString<SetOwnNumberMutation, SetOwnNumberMutationVariables>;
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
    `) as unknown as TypedDocumentString<FindQuery, FindQueryVariables>;
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
}`) as unknown as TypedDocumentString<ClientAttachmentsQuery, ClientAttachmentsQueryVariables>;
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
}`) as unknown as TypedDocumentString<ReferralAttachmentsQuery, ReferralAttachmentsQueryVariables>;
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
    `) as unknown as TypedDocumentString<AttachmentRulesQuery, AttachmentRulesQueryVariables>;
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
    `) as unknown as TypedDocumentString<AddressAttachmentMutation, AddressAttachmentMutationVariables>;
export const RemoveAttachmentDocument = new TypedDocumentString(`
    mutation RemoveAttachment($key: ID!, $id: ID!, $version: Int!) {
  removeAttachment(key: $key, id: $id, version: $version) {
    id
    version
    state
  }
}
    `) as unknown as TypedDocumentString<RemoveAttachmentMutation, RemoveAttachmentMutationVariables>;
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
}`) as unknown as TypedDocumentString<MediationAttachmentsQuery, MediationAttachmentsQueryVariables>;
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
}`) as unknown as TypedDocumentString<SignalAttachmentsQuery, SignalAttachmentsQueryVariables>;
export const ColleaguesToKeepAwayDocument = new TypedDocumentString(`
    query ColleaguesToKeepAway {
  people {
    id
    name
    active
  }
}
    `) as unknown as TypedDocumentString<ColleaguesToKeepAwayQuery, ColleaguesToKeepAwayQueryVariables>;
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
    `) as unknown as TypedDocumentString<RecusePersonMutation, RecusePersonMutationVariables>;
export const LiftRecusalDocument = new TypedDocumentString(`
    mutation LiftRecusal($key: ID!, $id: ID!, $version: Int!) {
  liftRecusal(key: $key, id: $id, version: $version) {
    id
    version
    liftedAt
  }
}
    `) as unknown as TypedDocumentString<LiftRecusalMutation, LiftRecusalMutationVariables>;
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
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
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
    `) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const MunicipalitiesDocument = new TypedDocumentString(`
    query Municipalities {
  municipalities {
    nis
    name
    postcodes
  }
}
    `) as unknown as TypedDocumentString<MunicipalitiesQuery, MunicipalitiesQueryVariables>;
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
    `) as unknown as TypedDocumentString<ReferralTypesQuery, ReferralTypesQueryVariables>;
export const ExchangeProtocolsDocument = new TypedDocumentString(`
    query ExchangeProtocols {
  exchangeProtocols {
    id
    fromPartnerId
    toPartnerId
    active
  }
}
    `) as unknown as TypedDocumentString<ExchangeProtocolsQuery, ExchangeProtocolsQueryVariables>;
export const WorklistCountsDocument = new TypedDocumentString(`
    query WorklistCounts {
  worklistCounts {
    todo
    overdue
    waiting
    upcoming
  }
}
    `) as unknown as TypedDocumentString<WorklistCountsQuery, WorklistCountsQueryVariables>;
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
    `) as unknown as TypedDocumentString<SimilarQuery, SimilarQueryVariables>;
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
    `) as unknown as TypedDocumentString<SearchClientsQuery, SearchClientsQueryVariables>;
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
    `) as unknown as TypedDocumentString<OwnSignalsQuery, OwnSignalsQueryVariables>;
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
}`) as unknown as TypedDocumentString<PartySignalQuery, PartySignalQueryVariables>;
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
    `) as unknown as TypedDocumentString<SignalProtocolsQuery, SignalProtocolsQueryVariables>;
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
    `) as unknown as TypedDocumentString<DwellingsQuery, DwellingsQueryVariables>;
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
    `) as unknown as TypedDocumentString<ReportTensionMutation, ReportTensionMutationVariables>;
export const WithdrawSignalDocument = new TypedDocumentString(`
    mutation WithdrawSignal($key: ID!, $id: ID!, $version: Int!, $reason: String!) {
  withdrawSignal(key: $key, id: $id, version: $version, reason: $reason) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawSignalMutation, WithdrawSignalMutationVariables>;
export const ReportBreachDocument = new TypedDocumentString(`
    mutation ReportBreach($key: ID!, $id: ID!, $version: Int!, $text: String!) {
  reportBreach(key: $key, id: $id, version: $version, text: $text) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ReportBreachMutation, ReportBreachMutationVariables>;
export const AnswerMediatorDocument = new TypedDocumentString(`
    mutation AnswerMediator($key: ID!, $id: ID!, $version: Int!, $answer: String!) {
  answerMediator(key: $key, id: $id, version: $version, answer: $answer) {
    id
    answeredAt
  }
}
    `) as unknown as TypedDocumentString<AnswerMediatorMutation, AnswerMediatorMutationVariables>;
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
    `) as unknown as TypedDocumentString<SignSettlementMutation, SignSettlementMutationVariables>;
export const ImportDwellingsDocument = new TypedDocumentString(`
    mutation ImportDwellings($key: ID!, $file: String!) {
  importDwellings(key: $key, file: $file) {
    id
  }
}
    `) as unknown as TypedDocumentString<ImportDwellingsMutation, ImportDwellingsMutationVariables>;
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
}`) as unknown as TypedDocumentString<WorklistQuery, WorklistQueryVariables>;
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
    `) as unknown as TypedDocumentString<SavedFiltersQuery, SavedFiltersQueryVariables>;
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
    `) as unknown as TypedDocumentString<SaveFilterMutation, SaveFilterMutationVariables>;
export const RemoveFilterDocument = new TypedDocumentString(`
    mutation RemoveFilter($key: ID!, $id: ID!, $version: Int!) {
  removeFilter(key: $key, id: $id, version: $version) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveFilterMutation, RemoveFilterMutationVariables>;
export const CalendarFeedDocument = new TypedDocumentString(`
    query CalendarFeed {
  calendarFeed {
    id
    version
    madeAt
  }
}
    `) as unknown as TypedDocumentString<CalendarFeedQuery, CalendarFeedQueryVariables>;
export const MakeCalendarFeedDocument = new TypedDocumentString(`
    mutation MakeCalendarFeed($key: ID!) {
  makeCalendarFeed(key: $key) {
    path
    feed {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MakeCalendarFeedMutation, MakeCalendarFeedMutationVariables>;
export const RevokeCalendarFeedDocument = new TypedDocumentString(`
    mutation RevokeCalendarFeed($key: ID!, $id: ID!, $version: Int!) {
  revokeCalendarFeed(key: $key, id: $id, version: $version) {
    id
  }
}
    `) as unknown as TypedDocumentString<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>;
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
}`) as unknown as TypedDocumentString<TeamTasksQuery, TeamTasksQueryVariables>;
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
    `) as unknown as TypedDocumentString<StandingInQuery, StandingInQueryVariables>;
export const TakeTaskDocument = new TypedDocumentString(`
    mutation TakeTask($key: ID!, $id: ID!, $version: Int!) {
  takeTask(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<TakeTaskMutation, TakeTaskMutationVariables>;
export const ReleaseTaskDocument = new TypedDocumentString(`
    mutation ReleaseTask($key: ID!, $id: ID!, $version: Int!) {
  releaseTask(key: $key, id: $id, version: $version) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<ReleaseTaskMutation, ReleaseTaskMutationVariables>;
export const AssignTaskDocument = new TypedDocumentString(`
    mutation AssignTask($key: ID!, $id: ID!, $version: Int!, $personId: ID) {
  assignTask(key: $key, id: $id, version: $version, personId: $personId) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<AssignTaskMutation, AssignTaskMutationVariables>;