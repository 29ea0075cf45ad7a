/** The privacy matrix of the domain (c4, decisions 1 to 6), written down by hand: nothing here is read from the book. */

export type Kind = 'WOONDIENST' | 'OCMW' | 'CAW' | 'HOUSING_COMPANY' | 'ENERGY_HOUSE' | 'MUNICIPALITY';
export type Seat = 'OWNER' | 'SENDER' | 'RECEIVER' | 'FORMER_RECEIVER';
/** A row as its reader meets it. `mine`: her own partner wrote it; `author`: she herself; `lent`: what its writer lent her partner. */
export type Meeting = { record: string; seat: Seat; mine: boolean; author: boolean; dataClass?: string; lent: readonly string[] };

/** Beside PRIVATE_NOTE, which is nobody's but its author's. */
export const CLASSES = ['CORE', 'IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'OUTCOME'] as const;

/** The classes that each record has. */
export const HAS: { [record: string]: readonly string[] } = {
  Referral: ['CORE', 'IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING'],
  Answer: ['CORE', 'OUTCOME'],
  TimelineEntry: ['CORE', 'OUTCOME'],
  Client: ['CORE', 'IDENTITY', 'CONTACT', 'HOUSEHOLD'],
  Task: ['CORE'],
  Note: ['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE'],
};

/** What a receiver of each kind may at most be lent of another's referral. An m of c4 names columns of its own, which are not there yet. */
const CAPS: { [kind in Kind]: readonly string[] } = {
  WOONDIENST: ['CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING'],
  OCMW: ['CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING'],
  CAW: ['CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING'],
  HOUSING_COMPANY: ['CONTACT'],
  ENERGY_HOUSE: ['CONTACT'],
  MUNICIPALITY: [],
};
/** Who works on files, at which kind of partner. */
export const WORKERS: { [kind in Kind]: string | null } = { WOONDIENST: 'HOUSING_COUNSELLOR', OCMW: 'SOCIAL_WORKER', CAW: 'SOCIAL_WORKER', HOUSING_COMPANY: 'TENANCY_OFFICER', ENERGY_HOUSE: 'ENERGY_ADVISER', MUNICIPALITY: null };
/** Whose workers refer, and whose keep clients here. */
const REFERS: readonly Kind[] = ['OCMW', 'CAW'];
const KEEPS_CLIENTS: readonly Kind[] = ['OCMW', 'CAW', 'WOONDIENST'];

/** The classes that somebody sees of a row; none: the row is not there for her. */
export function seen(kind: Kind, role: string, { record, seat, mine, author, dataClass, lent }: Meeting): readonly string[] {
  if (role === 'COORDINATOR') return kind === 'MUNICIPALITY' ? [] : seenByCoordinator(record, seat, mine);
  if (role !== WORKERS[kind]) return [];
  const receives = seat === 'RECEIVER';
  const former = seat === 'FORMER_RECEIVER';
  switch (record) {
    case 'Client':
      return seat === 'OWNER' && KEEPS_CLIENTS.includes(kind) ? HAS.Client : [];
    case 'Referral':
      if (seat === 'SENDER') return REFERS.includes(kind) ? HAS.Referral : [];
      return receives ? HAS.Referral.filter((each) => ['CORE', 'IDENTITY'].includes(each) || (CAPS[kind].includes(each) && lent.includes(each))) : [];
    case 'Answer':
      if (seat === 'SENDER') return REFERS.includes(kind) ? HAS.Answer : [];
      return (receives || former) && mine ? HAS.Answer : [];
    case 'TimelineEntry':
      if (seat === 'SENDER') return REFERS.includes(kind) ? HAS.TimelineEntry : [];
      return receives || (former && mine) ? HAS.TimelineEntry : [];
    case 'Task':
      return seat !== 'OWNER' && mine ? HAS.Task : [];
    case 'Note':
      if (dataClass === 'PRIVATE_NOTE') return author && seat !== 'OWNER' && (seat !== 'SENDER' || REFERS.includes(kind)) ? ['PRIVATE_NOTE'] : [];
      if (seat === 'SENDER') return mine && REFERS.includes(kind) ? [dataClass!] : [];
      return receives && CAPS[kind].includes(dataClass!) && lent.includes(dataClass!) ? [dataClass!] : [];
    default:
      return [];
  }
}

/** That it is there and where it stands, and nothing of the person (decisions 2). */
function seenByCoordinator(record: string, seat: Seat, mine: boolean): readonly string[] {
  const sits = seat === 'SENDER' || seat === 'RECEIVER';
  if (record === 'Referral') return sits ? ['CORE'] : [];
  if (record === 'TimelineEntry') return sits || (seat === 'FORMER_RECEIVER' && mine) ? ['CORE'] : [];
  if (record === 'Answer') return seat === 'SENDER' || (seat !== 'OWNER' && mine) ? ['CORE'] : [];
  return record === 'Task' && seat !== 'OWNER' && mine ? ['CORE'] : [];
}

/** What somebody may ever do. */
export function verbs(kind: Kind, role: string): string[] {
  if (role === 'PARTNER_ADMIN') return ['Mandate.end', 'Person.add', 'Person.change', 'Person.mandate'];
  const protocol = (...events: string[]) => events.map((event) => `ExchangeProtocol.${event}`);
  if (role === 'DPO') return protocol('advise', 'draft', 'edit', 'submit');
  if (role === 'SIGNATORY') return protocol('draft', 'edit', 'end', 'publish', 'sign', 'submit');
  if (role !== WORKERS[kind]) return [];
  const answers = ['accept', 'ask', 'close', 'feedback', 'keep', 'receive', 'reject', 'start', 'stop'].map((event) => `Answer.${event}`);
  const files = KEEPS_CLIENTS.includes(kind) ? ['Client.change', 'Client.open'] : [];
  const refers = REFERS.includes(kind) ? ['Answer.reply', 'Client.refer', ...['discard', 'draft', 'edit', 'send', 'withdraw'].map((event) => `Referral.${event}`)] : [];
  return [...answers, ...files, ...refers, 'Note.write', 'Referral.note'].sort();
}

/** The fields of each class, for what a person reads on a page. Not named here: CORE, which whoever finds the row sees. */
export const FIELDS: { [record: string]: { [dataClass: string]: string } } = {
  Referral: {
    IDENTITY: 'givenName familyName birthDate',
    CONTACT: 'phone email street postcode municipality language contactNote',
    HOUSEHOLD: 'adults children householdNote',
    INCOME: 'incomeSource incomeNote',
    DEBTS: 'debtsNote',
    HOUSING: 'housingSituation housingNote housingWishes',
    CORE: 'id version fromPartnerId number state type urgent senderName receiverId question agreedOn agreedWay draftedAt changedAt deliveredAt closedAt',
  },
  Client: {
    IDENTITY: 'givenName familyName birthDate cirNumber representativeName representativeKind representativeScope representativeUntil',
    CONTACT: 'phone email street postcode municipality language contactNote representativePhone',
    HOUSEHOLD: 'adults children householdNote',
    CORE: 'id version openedAt sourceReferralId sourcePartnerId',
  },
  Answer: {
    OUTCOME: 'rejectReason rejectText advice keptGround',
    CORE: 'id version dossierId partnerId fromPartnerId state deliveredAt readAt termFrom due contactPersonId contactName acceptedAt endedAt',
  },
};
