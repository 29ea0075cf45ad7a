/** The privacy matrix of the domain (c4 with its notes, decisions 1 to 6), written down by hand: nothing here is read from the book. */

export type Kind = 'WOONDIENST' | 'OCMW' | 'CAW' | 'HOUSING_COMPANY' | 'ENERGY_HOUSE' | 'MUNICIPALITY';
export type Seat = 'OWNER' | 'SENDER' | 'RECEIVER' | 'FORMER_RECEIVER';
/**
 * A row as its reader meets it. `mine`: her own partner wrote it (of a share: got it); `author`: she herself; `lent`: what its writer
 * lent her partner. `toMe`: a share that her partner gave, a request that her partner decides. `toOthers`: it has an audience, and her
 * partner is not in it. `waits`: no scanner let it pass yet; `unscanned`: there is none. `opposed`: her partner is whom the client stands against. `protectedAddress`: the address is.
 * `sealed`: a note of a mediation that went to court. `glass`: she has broken it at the dossier (BR-P19).
 * `support`: her partner let her in there as support of the platform (XT-19).
 */
export type Meeting = { record: string; seat: Seat; mine: boolean; author: boolean; dataClass?: string; lent: readonly string[]; toMe?: boolean; toOthers?: boolean; waits?: boolean; unscanned?: boolean; opposed?: boolean; protectedAddress?: boolean; political?: boolean; glass?: boolean; sealed?: boolean; support?: boolean };

/** What says something of a person, beside text that is a note. */
const OF_A_PERSON = ['IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'];
/** What a file may be of: an identity card holds a national number, and an address is typed where its protection holds. */
const OF_A_FILE = OF_A_PERSON.filter((each) => !['IDENTITY', 'CONTACT', 'ADDRESS'].includes(each));
const SECRET = ['HEALTH', 'JUDICIAL'];
/** Beside PRIVATE_NOTE, which is nobody's but its author's. */
export const CLASSES = ['CORE', ...OF_A_PERSON, 'OUTCOME', 'PROGRESS', 'MESSAGE'];

/** The classes that each record has. */
export const HAS: { [record: string]: readonly string[] } = {
  Referral: ['CORE', ...OF_A_PERSON, 'PROGRESS'],
  Answer: ['CORE', 'OUTCOME'],
  TimelineEntry: ['CORE', 'OUTCOME'],
  Client: ['CORE', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE'],
  Agreement: ['CORE', 'IDENTITY'],
  Task: ['CORE'],
  Note: ['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE'],
  Attachment: [...OF_A_FILE, 'OUTCOME', 'MESSAGE', 'PRIVATE_NOTE'],
  Recipient: ['CORE'],
  ReferralPerson: ['CORE', 'IDENTITY'],
  Receipt: ['CORE'],
  Share: ['CORE'],
  AccessRequest: ['CORE'],
  OwnNumber: ['CORE'],
  Recusal: ['CORE'],
  Look: ['CORE'],
  Message: ['CORE', 'PROGRESS', 'MESSAGE'],
  Consult: ['CORE', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'PROGRESS'],
  TensionSignal: ['CORE', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSING'],
  SignalRenter: ['CORE', 'IDENTITY', 'CONTACT'],
  SignalRequest: ['CORE', 'MESSAGE'],
  Settlement: ['CORE', 'OUTCOME'],
  MediationCase: ['CORE', 'ADDRESS', 'OUTCOME'],
  MediationParty: ['CORE', 'IDENTITY', 'CONTACT', 'HOUSING'],
  MediationSession: ['CORE', 'HOUSING'],
  Deviation: ['CORE', 'HOUSING'],
  SettlementSignature: ['CORE', 'IDENTITY'],
};
const ALL_BUT_NAMES = OF_A_PERSON.slice(1);

/** What a receiver of each kind may at most be lent of another's referral; for a housing company and the Energiehuis the minimum of notes 9, 10 and 15. */
export const CAPS: { [kind in Kind]: readonly string[] } = {
  WOONDIENST: ALL_BUT_NAMES,
  OCMW: ALL_BUT_NAMES,
  CAW: ALL_BUT_NAMES,
  HOUSING_COMPANY: ['CONTACT', 'ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CONDITION', 'HOUSING_WISHES'],
  ENERGY_HOUSE: ['CONTACT', 'ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'],
  MUNICIPALITY: [],
};
/** Who works on files, at which kind of partner. */
export const WORKERS: { [kind in Kind]: string | null } = { WOONDIENST: 'HOUSING_COUNSELLOR', OCMW: 'SOCIAL_WORKER', CAW: 'SOCIAL_WORKER', HOUSING_COMPANY: 'TENANCY_OFFICER', ENERGY_HOUSE: 'ENERGY_ADVISER', MUNICIPALITY: null };
/** Whose workers refer and keep clients here (the Woondienst refers on too). */
export const REFERS: readonly Kind[] = ['OCMW', 'CAW', 'WOONDIENST'];

/** The classes that somebody sees of a row; none: the row is not there for her. */
export function seen(kind: Kind, role: string, meeting: Meeting): readonly string[] {
  const { record, mine, toOthers, opposed, protectedAddress, political, dataClass } = meeting;
  if (toOthers && !mine) return [];
  if (opposed && record === 'Referral') return [];
  const own = role === 'COORDINATOR' ? (kind === 'MUNICIPALITY' ? [] : seenByCoordinator(kind, meeting)) : role === WORKERS[kind] ? seenByWorker(kind, meeting) : [];
  // A DPO and a coordinator then read what a worker there reads, but no note that anybody wrote for herself.
  const broken = meeting.glass && WORKERS[kind] && ['DPO', 'COORDINATOR'].includes(role) ? seenByWorker(kind, { ...meeting, author: false }) : [];
  // But a DPO the notes of a mediation, until they are sealed (decisions 7, c5 test 5).
  if (meeting.glass && kind === 'WOONDIENST' && role === 'DPO' && record === 'Note' && meeting.seat === 'OWNER' && dataClass === 'PRIVATE_NOTE' && !meeting.sealed && (!political || meeting.author)) return ['PRIVATE_NOTE'];
  // So does support, but nothing of health or court: it is bound by discretion alone.
  const letIn = meeting.support && WORKERS[kind] && role === 'PLATFORM_ADMIN' ? seenByWorker(kind, { ...meeting, author: false }).filter((each) => !SECRET.includes(each)) : [];
  const by = [...new Set([...own, ...broken, ...letIn])];
  if (dataClass) return political && (record === 'Attachment' || dataClass !== 'PRIVATE_NOTE') ? [] : by;
  return by.filter((each) => !(political && [...OF_A_PERSON, 'MESSAGE'].includes(each)) && !(each === 'ADDRESS' && protectedAddress && !mine));
}

function seenByWorker(kind: Kind, { record, seat, mine, author, dataClass, lent, toMe, waits, sealed }: Meeting): readonly string[] {
  const sends = seat === 'SENDER' && REFERS.includes(kind);
  const receives = seat === 'RECEIVER';
  const former = seat === 'FORMER_RECEIVER';
  const whole = (yes: boolean | undefined) => (yes ? HAS[record] : []);
  // A landlord at its signal, the Woondienst at that and alone at its mediation (decisions 7).
  const reports = kind === 'HOUSING_COMPANY' && seat === 'SENDER';
  const hears = kind === 'WOONDIENST' && receives;
  const mediates = kind === 'WOONDIENST' && seat === 'OWNER';
  switch (record) {
    case 'TensionSignal':
    case 'SignalRenter':
    case 'SignalRequest':
      return whole(reports || hears);
    case 'Settlement':
      return whole(reports || hears || mediates);
    case 'MediationCase':
      return mediates ? ['CORE', 'OUTCOME'] : [];
    case 'MediationParty':
    case 'MediationSession':
    case 'Deviation':
    case 'SettlementSignature':
      return whole(mediates);
    case 'Client':
    case 'Agreement':
      return whole(seat === 'OWNER' && REFERS.includes(kind));
    case 'Referral':
      if (receives) return HAS.Referral.filter((each) => ['CORE', 'IDENTITY'].includes(each) || (CAPS[kind].includes(each) && lent.includes(each)));
      return whole(sends);
    case 'Answer':
      return whole(sends || ((receives || former) && mine));
    case 'TimelineEntry':
      if (reports) return ['CORE'];
      return whole(sends || receives || (former && mine) || (seat === 'OWNER' && REFERS.includes(kind)));
    case 'Look':
      return whole(sends || receives || (seat === 'OWNER' && REFERS.includes(kind)));
    case 'Task':
      return whole(mine);
    case 'Recipient':
    case 'Receipt':
      return whole(sends);
    case 'ReferralPerson':
      return whole(sends || receives);
    case 'Share':
    case 'AccessRequest':
      return whole((sends && toMe) || (receives && mine));
    case 'OwnNumber':
      return whole(mine && seat !== 'OWNER');
    case 'Recusal':
      return whole(mine && (seat !== 'OWNER' || REFERS.includes(kind)));
    case 'Message':
      // For whom it is and when it leaves is its own partner's; who has left keeps what it wrote.
      if (seat === 'OWNER' || (former && !mine)) return [];
      return mine ? HAS.Message : ['CORE', 'MESSAGE'];
    case 'Consult':
      // Whoever works on files asks; how large a household is, is all that a partner bound by discretion reads of it (c4 note 9).
      return seat === 'SENDER' ? HAS.Consult : receives ? ['CORE', 'HOUSEHOLD_SIZE', ...(REFERS.includes(kind) ? ['HOUSEHOLD'] : [])] : [];
    case 'Note':
      if (dataClass === 'PRIVATE_NOTE') return author && !sealed && (seat !== 'OWNER' || REFERS.includes(kind)) ? ['PRIVATE_NOTE'] : [];
      if (seat === 'SENDER') return mine && sends ? [dataClass!] : [];
      return receives && CAPS[kind].includes(dataClass!) && lent.includes(dataClass!) ? [dataClass!] : [];
    case 'Attachment': {
      const sworn = REFERS.includes(kind);
      if (dataClass === 'MESSAGE') return (reports || hears) && (mine || !waits) ? ['MESSAGE'] : [];
      if (dataClass === 'PRIVATE_NOTE') return author && (sends || receives || former || (seat === 'OWNER' && sworn)) ? ['PRIVATE_NOTE'] : [];
      if (SECRET.includes(dataClass!) && !sworn) return [];
      if (mine && (receives || former || (dataClass !== 'OUTCOME' && (sends || (seat === 'OWNER' && sworn))))) return [dataClass!];
      if (waits) return [];
      return (sends && dataClass === 'OUTCOME') || (receives && OF_A_FILE.includes(dataClass!) && CAPS[kind].includes(dataClass!) && lent.includes(dataClass!)) ? [dataClass!] : [];
    }
    default:
      return [];
  }
}

/** That it is there and where it stands, and nothing of the person (decisions 2). */
function seenByCoordinator(kind: Kind, { record, seat, mine }: Meeting): readonly string[] {
  const sits = seat === 'SENDER' || seat === 'RECEIVER';
  if (record === 'Referral') return seat === 'SENDER' ? ['CORE', 'PROGRESS'] : seat === 'RECEIVER' ? ['CORE'] : [];
  if (record === 'Consult') return sits ? ['CORE'] : [];
  if (record === 'TimelineEntry' || record === 'Message') return sits || (seat === 'FORMER_RECEIVER' && mine) ? ['CORE'] : [];
  if (record === 'Look') return sits && mine ? ['CORE'] : [];
  if (record === 'Answer') return seat === 'SENDER' || (seat !== 'OWNER' && mine) ? ['CORE'] : [];
  if (record === 'TensionSignal') return (kind === 'HOUSING_COMPANY' && seat === 'SENDER') || (kind === 'WOONDIENST' && seat === 'RECEIVER') ? ['CORE'] : [];
  if (record === 'MediationCase') return kind === 'WOONDIENST' && seat === 'OWNER' ? ['CORE'] : [];
  return record === 'Task' && mine ? ['CORE'] : [];
}

/** The fields of each class, for what a person reads on a page. */
export const FIELDS: { [record: string]: { [dataClass: string]: string } } = {
  Referral: {
    IDENTITY: 'givenName familyName birthDate',
    CONTACT: 'phone email language contactNote',
    ADDRESS: 'street postcode municipality',
    HOUSEHOLD: 'householdNote',
    HOUSEHOLD_SIZE: 'adults children accessibleHome',
    INCOME: 'incomeSource incomeNote',
    INCOME_CONDITION: 'meetsIncomeCondition',
    INCOME_CATEGORY: 'lowestIncomeCategory incomeProofOn',
    DEBTS: 'debtsNote',
    HOUSING: 'housingSituation housingNote',
    HOUSING_WISHES: 'housingWishes pastTenancyNote',
    HOUSING_TECHNICAL: 'heating homeNote',
    PROGRESS: 'version state openReceivers changedAt sentAt deliverAt closedAt contentVersion contentAt',
    CORE: 'id fromPartnerId number type urgent transfer senderName question agreedOn agreedWay opposingPartnerId redirectIds addressProtected draftedAt deliveredAt',
  },
  Client: {
    IDENTITY: 'givenName familyName birthDate cirNumber representativeName representativeKind representativeFor representativeScope representativeUntil',
    CONTACT: 'phone email language contactNote representativePhone',
    ADDRESS: 'street postcode municipality',
    HOUSEHOLD: 'householdNote',
    HOUSEHOLD_SIZE: 'adults children',
    CORE: 'id version openedAt sourceReferralId sourcePartnerId addressProtected transferredTo transferredAt',
  },
  Answer: {
    OUTCOME: 'rejectReason rejectText advice keptGround redirectPartnerId',
    CORE: 'id version dossierId partnerId fromPartnerId state deliveredAt readAt termFrom due contactPersonId contactName acceptedAt endedAt contentVersion contentAt fellowIds',
  },
  TimelineEntry: { OUTCOME: 'outcome', CORE: 'id dossierId partnerId personName at event text classes due' },
  ReferralPerson: { IDENTITY: 'givenName familyName birthDate', CORE: 'id version relation leftOut' },
  Recipient: { CORE: 'id version receiverId classes chosen' },
  Receipt: { CORE: 'id receiverId at contentVersion classes fields bookVersion hash' },
  Share: { CORE: 'id partnerId grantedBy classes purpose ground since until endedAt endedBy' },
  AccessRequest: { CORE: 'id version partnerId toPartnerId state classes reason until askedAt askedBy decidedAt decidedBy decision' },
  OwnNumber: { CORE: 'id version number' },
  Look: { CORE: 'id partnerKind personal role kind glass classes day' },
  Message: { PROGRESS: 'toPartnerIds leavesAt', MESSAGE: 'body', CORE: 'id version partnerId authorName state urgent at readerIds' },
  Consult: {
    HOUSEHOLD: 'householdNote',
    HOUSEHOLD_SIZE: 'adults children',
    PROGRESS: 'askedBy',
    CORE: 'id version number state receiverId anonymous askerId askerName question askedAt due answer answeredAt answeredBy closedAt',
  },
  Recusal: { CORE: 'id version personId personName reason since setBy liftedAt' },
  TensionSignal: {
    IDENTITY: 'landlordName',
    CONTACT: 'landlordContact',
    ADDRESS: 'street postcode municipality',
    HOUSING: 'facts tried danger dangerNote',
    CORE: 'id version partnerId number state origin receiverId protocolId reportedBy topic urgent reportedAt heardBy reportBy inProgressAt startedAt notStartedAt decidedAt closedAt',
  },
  SignalRenter: { IDENTITY: 'givenName familyName', CONTACT: 'phone email language', CORE: 'id' },
  SignalRequest: { MESSAGE: 'says answer', CORE: 'id version kind at due askedAt askedBy answeredAt answeredBy withdrawnAt' },
  Settlement: { OUTCOME: 'body', CORE: 'id version edition state hash draftedAt offeredAt signedAt landlordSignedAt landlordSignedBy' },
  MediationCase: { OUTCOME: 'outcome', CORE: 'id version number state protocolId landlordId topic urgent deliveredAt changedAt mediatorId mediatorName settledAt endedAt sealedAt stoppedBy' },
  MediationParty: { IDENTITY: 'givenName familyName', CONTACT: 'phone email language', HOUSING: 'answerWay heardWay mayTell mayTellOn dangerToldGround', CORE: 'id version side answer answeredOn heardOn clientId' },
  MediationSession: { HOUSING: 'interpreter present', CORE: 'id version state at place' },
  Deviation: { HOUSING: 'reason', CORE: 'id kind step at byName' },
  SettlementSignature: { IDENTITY: 'name capacity', CORE: 'id partyId way attachmentId hash at' },
};
