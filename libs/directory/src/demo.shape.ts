import { IsEmail, Matches } from 'class-validator';
import { Absent, ACode, ADay, AKey, ANumber, AText, NotEmpty, OneOf, Part, Parts, SomeOf, YesOrNo } from '../../kernel/src/reference/shape.js';
import { DataClass, Role } from '../../kernel/src/vocabulary/vocabulary.js';

export const DEMO_EVENTS = ['send', 'receive', 'ask', 'reply', 'accept', 'reject', 'start', 'feedback', 'close', 'withdraw'] as const;
export type DemoEvent = (typeof DEMO_EVENTS)[number];
export const NOTE_CLASSES = ['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE'] as const;

const AUsername = () => Matches(/^[a-z]+(\.[a-z]+)+$/, { message: 'must be a username such as ann.maes' });
/** Working days before the day of loading, so that the demo is never old. */
const DaysAgo = () => ANumber(-250, 0);
const Phone = () => Matches(/^0470 00 \d\d \d\d$/, { message: 'must be an invented number: 0470 00 and four digits' });

export class DemoMandate {
  @AKey() partner: string;
  @OneOf(Object.values(Role)) role: Role;
  @Absent() @AText() municipality?: string;
  @ADay() since: string;
  @Absent() @ADay() until?: string;
}

export class DemoPerson {
  @AUsername() username: string;
  @AText() name: string;
  @Absent() @YesOrNo() active: boolean = true;
  @NotEmpty() @Parts(() => DemoMandate) mandates: DemoMandate[];
}

/** What a file knows of how a client lives and is reached. */
class Contact {
  @Absent() @Phone() phone?: string;
  @Absent() @IsEmail({}, { message: 'must be an e-mail address' }) email?: string;
  @Absent() @AText() street?: string;
  @Absent() @Matches(/^\d{4}$/, { message: 'must be a postcode: four digits between quotes' }) postcode?: string;
  @Absent() @AText() municipality?: string;
  @Absent() @AText() language?: string;
  @Absent() @AText() contactNote?: string;
  @Absent() @ANumber(0, 20) adults?: number;
  @Absent() @ANumber(0, 20) children?: number;
  @Absent() @AText() householdNote?: string;
}

/** A client of one partner: the fields of `NewClient`, and who opens the file. */
export class DemoClient extends Contact {
  @AKey() key: string;
  @AKey() owner: string;
  @AUsername() by: string;
  @AText() givenName: string;
  @AText() familyName: string;
  @Absent() @ADay() birthDate?: string;
  @Absent() @AText() cirNumber?: string;
  @Absent() @AText() representativeName?: string;
  @Absent() @ACode() representativeKind?: string;
  @Absent() @AText() representativeScope?: string;
  @Absent() @ADay() representativeUntil?: string;
  @Absent() @Phone() representativePhone?: string;
}

/** What the sender writes in the draft, over what the client's file knows: the fields of `ReferralChanges`. */
export class DemoFacts extends Contact {
  @Absent() @AText() question?: string;
  @Absent() @ACode() incomeSource?: string;
  @Absent() @AText() incomeNote?: string;
  @Absent() @AText() debtsNote?: string;
  @Absent() @ACode() housingSituation?: string;
  @Absent() @AText() housingNote?: string;
  @Absent() @AText() housingWishes?: string;
  @Absent() @YesOrNo() lowestIncomeCategory?: boolean;
  @Absent() @ADay() incomeProofOn?: string;
  @Absent() @ACode() heating?: string;
  @Absent() @AText() homeNote?: string;
}

export class DemoNote {
  @OneOf(NOTE_CLASSES) class: (typeof NOTE_CLASSES)[number];
  @AText() body: string;
}

/** The client's agreement; the four points of BR-P3 were told. */
export class DemoAgreement {
  @ACode() agreedBy: string;
  @AText() agreedName: string;
  @ACode() way: string;
  @DaysAgo() agreedOn: number;
}

export class DemoStep {
  @DaysAgo() at: number;
  @AUsername() by: string;
  @OneOf(DEMO_EVENTS) event: DemoEvent;
  /** The question, reply, feedback, reason to withdraw, or words beside a reason to reject. */
  @Absent() @AText() text?: string;
  @Absent() @ACode() reason?: string;
  @Absent() @AText() advice?: string;
  /** The fixed contact person on acceptance. */
  @Absent() @AUsername() contact?: string;
}

/** A message from one side of a story to the other. */
export class DemoMessage {
  @DaysAgo() at: number;
  @AUsername() by: string;
  @OneOf(['sender', 'receiver'] as const) side: 'sender' | 'receiver';
  @AText() body: string;
}

/** Somebody else to whom the same referral goes, and what it gets. */
export class DemoReceiver {
  @AKey() to: string;
  @NotEmpty() @SomeOf(Object.values(DataClass)) classes: DataClass[];
}

/** One story: a draft, and what happened to it since. The steps are those of `to`. */
export class DemoReferral {
  @AKey() key: string;
  @AKey() client: string;
  /** The person who writes it, at the client's partner. */
  @AUsername() from: string;
  @AKey() to: string;
  @Absent() @Parts(() => DemoReceiver) others: DemoReceiver[] = [];
  @ACode() type: string;
  @Absent() @YesOrNo() urgent: boolean = false;
  @DaysAgo() drafted: number;
  @Part(() => DemoFacts) facts: DemoFacts;
  @Absent() @Parts(() => DemoNote) notes: DemoNote[] = [];
  @Absent() @Part(() => DemoAgreement) agreement?: DemoAgreement;
  @Absent() @Parts(() => DemoStep) steps: DemoStep[] = [];
  @Absent() @Parts(() => DemoMessage) messages: DemoMessage[] = [];
}

/** A short question to another partner, and perhaps its answer. */
export class DemoConsult {
  @AUsername() by: string;
  @AKey() partner: string;
  @AKey() to: string;
  @DaysAgo() at: number;
  @AText() question: string;
  @Absent() @YesOrNo() anonymous: boolean = false;
  @Absent() @AUsername() answeredBy?: string;
  @Absent() @AText() answer?: string;
}

export class DemoRenter {
  @AText() givenName: string;
  @AText() familyName: string;
  @Absent() @AText() phone?: string;
  @Absent() @AText() language?: string;
}

/** What a mediator did: `agree` with the answers of all parties, `meet` after she heard each of them. */
export const MEDIATION_EVENTS = ['accept', 'contact', 'agree', 'decline', 'outOfScope', 'meet', 'draftSettlement', 'ask', 'note'] as const;

export class DemoMediationStep {
  @DaysAgo() at: number;
  @OneOf(MEDIATION_EVENTS) event: (typeof MEDIATION_EVENTS)[number];
  @Absent() @AText() text?: string;
}

/** Tension that somebody reported, and what a mediator did with it since. */
export class DemoSignal {
  @AUsername() by: string;
  @AKey() partner: string;
  @DaysAgo() at: number;
  @AText() street: string;
  @AText() postcode: string;
  @AText() municipality: string;
  @ACode() topic: string;
  @AText() facts: string;
  @Absent() @AText() tried?: string;
  @Absent() @ACode() origin?: string;
  @Absent() @AText() landlordName?: string;
  @NotEmpty() @Parts(() => DemoRenter) renters: DemoRenter[];
  @Absent() @AUsername() mediator?: string;
  @Absent() @Parts(() => DemoMediationStep) steps: DemoMediationStep[] = [];
}

/** Invented people, clients and stories, to try the portal out. */
export class Demo {
  @Absent() @Parts(() => DemoPerson) people: DemoPerson[] = [];
  @Absent() @Parts(() => DemoClient) clients: DemoClient[] = [];
  @Absent() @Parts(() => DemoReferral) referrals: DemoReferral[] = [];
  @Absent() @Parts(() => DemoConsult) consults: DemoConsult[] = [];
  @Absent() @Parts(() => DemoSignal) signals: DemoSignal[] = [];
}
