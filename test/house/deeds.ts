/** Who does what on which row, and what of her own organisation somebody reads (domain c2, c4, e1, decisions 2), written down by hand: nothing here is read from the book. */
import { CLASSES, type Kind, REFERS, type Seat, WORKERS } from './matrix.js';

const WHO = {
  everybody: (kind: Kind, role: string) => ['PARTNER_ADMIN', 'DPO', 'SIGNATORY', 'PLATFORM_ADMIN', WORKERS[kind]].includes(role) || WHO.leads(kind, role),
  /** Support sees no case content, and no colleague either. */
  staff: (kind: Kind, role: string) => WHO.everybody(kind, role) && !WHO.supports(kind, role),
  works: (kind: Kind, role: string) => role === WORKERS[kind],
  refers: (kind: Kind, role: string) => WHO.works(kind, role) && REFERS.includes(kind),
  discreet: (kind: Kind, role: string) => WHO.works(kind, role) && !REFERS.includes(kind),
  reports: (kind: Kind, role: string) => kind === 'HOUSING_COMPANY' && WHO.works(kind, role),
  mediates: (kind: Kind, role: string) => kind === 'WOONDIENST' && WHO.works(kind, role),
  leads: (kind: Kind, role: string) => role === 'COORDINATOR' && kind !== 'MUNICIPALITY',
  leadsMediation: (kind: Kind, role: string) => kind === 'WOONDIENST' && WHO.leads(kind, role),
  administers: (_: Kind, role: string) => role === 'PARTNER_ADMIN',
  protects: (_: Kind, role: string) => role === 'DPO',
  /** Where there are dossiers. */
  oversees: (kind: Kind, role: string) => role === 'DPO' && kind !== 'MUNICIPALITY',
  signs: (_: Kind, role: string) => role === 'SIGNATORY',
  signsAsWoondienst: (kind: Kind, role: string) => kind === 'WOONDIENST' && role === 'SIGNATORY',
  signsAsCompany: (kind: Kind, role: string) => kind === 'HOUSING_COMPANY' && role === 'SIGNATORY',
  supports: (_: Kind, role: string) => role === 'PLATFORM_ADMIN',
};

const SEATS: readonly Seat[] = ['OWNER', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER'];
export const me = { partnerId: '11111111-1111-4111-8111-111111111111', personId: '22222222-2222-4222-8222-222222222222' };
const another = '33333333-3333-4333-8333-333333333333';
type Row = { readonly [field: string]: unknown };
type Facts = { [word: string]: (row: Row, role: string) => boolean };

const OF_A_FILE = ['INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'];
const isMe = (field: string) => (row: Row) => row[field] === me.personId;
const isMine = (field: string) => (row: Row) => row[field] === me.partnerId;
const is = (field: string, ...values: unknown[]) => (row: Row) => values.includes(row[field]);
/** What a place says of a row, beside the seat of the reader's partner. */
const FACTS: Facts = {
  mine: isMine('partnerId'),
  hosted: isMine('hostId'),
  toMe: isMine('toPartnerId'),
  fromMe: isMine('fromPartnerId'),
  company: isMine('companyId'),
  author: isMe('authorId'),
  herself: isMe('id'),
  another: (row) => row.id !== me.personId,
  hers: isMe('personId'),
  anothers: (row) => row.personId !== me.personId,
  mediator: isMe('mediatorId'),
  team: (row, role) => row.role === role,
  anyTeam: is('role', 'SOCIAL_WORKER', 'HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER', 'COORDINATOR'),
  open: is('dataClass', ...OF_A_FILE, 'PRIVATE_NOTE'),
  secret: is('dataClass', 'HEALTH', 'JUDICIAL'),
  outcome: is('dataClass', 'OUTCOME'),
  message: is('dataClass', 'MESSAGE'),
  fromUnadvised: is('fromAdvised', false),
  toUnadvised: is('toAdvised', false),
  fromUnsigned: is('fromSigned', false),
  toUnsigned: is('toSigned', false),
  unsigned: is('signed', false),
  waiting: is('waits', true),
  holding: is('lifted', false),
  partnerUnsigned: is('partnerSigned', false),
  partnerSigned: is('partnerSigned', true),
  companyUnsigned: is('companySigned', false),
  companySigned: is('companySigned', true),
};

type Line = readonly [who: keyof typeof WHO, record: string, place: string, what: string];

/** Each place at which somebody does something: every word of it must hold. */
const DEEDS: readonly Line[] = [
  ['everybody', 'Notice', 'mine hers', 'see'],
  ['everybody', 'MailPreference', 'mine hers', 'change'],
  // Of her own absence each tells, of another's who leads or administers (BR-W4).
  ['staff', 'Absence', 'mine hers', 'change cancel'],
  ['staff', 'Person', 'mine herself', 'absent'],
  ['leads', 'Absence', 'mine', 'change cancel'],
  ['leads', 'Person', 'mine', 'absent handOver'],
  ['administers', 'Absence', 'mine', 'change cancel'],
  ['administers', 'Person', 'mine', 'absent add change'],
  // Nobody gives herself a role (WR-07).
  ['administers', 'Person', 'mine another', 'mandate'],
  ['administers', 'Mandate', 'mine', 'end'],
  ['administers', 'ClosingDay', 'mine', 'add remove'],
  ['administers', 'AccessReview', 'mine', 'confirm'],
  ['protects', 'Person', 'mine', 'audit'],
  ['protects', 'ExchangeProtocol', 'fromMe', 'draft edit submit'],
  ['protects', 'ExchangeProtocol', 'fromMe fromUnadvised', 'advise'],
  ['protects', 'ExchangeProtocol', 'toMe toUnadvised', 'advise'],
  ['signs', 'ExchangeProtocol', 'fromMe', 'draft edit submit publish end'],
  ['signs', 'ExchangeProtocol', 'toMe', 'end'],
  ['signs', 'ExchangeProtocol', 'fromMe fromUnsigned', 'sign'],
  ['signs', 'ExchangeProtocol', 'toMe toUnsigned', 'sign'],
  ['leadsMediation', 'CooperationProtocol', 'mine', 'draft edit'],
  ['signsAsWoondienst', 'CooperationProtocol', 'mine', 'draft edit activate review confirm end'],
  ['signsAsWoondienst', 'CooperationProtocol', 'mine partnerUnsigned', 'sign'],
  ['signsAsWoondienst', 'CooperationProtocol', 'mine partnerSigned', 'withdraw'],
  ['signsAsCompany', 'CooperationProtocol', 'company', 'review confirm end'],
  ['signsAsCompany', 'CooperationProtocol', 'company companyUnsigned', 'sign'],
  ['signsAsCompany', 'CooperationProtocol', 'company companySigned', 'withdraw'],
  ['oversees', 'GlassBreak', 'mine hers', 'break'],
  ['oversees', 'GlassBreak', 'mine', 'end'],
  ['leads', 'GlassBreak', 'mine hers', 'break end'],
  ['oversees', 'DestructionList', 'mine unsigned', 'sign'],
  ['oversees', 'DestructionItem', 'mine waiting', 'takeOff'],
  ['oversees', 'LegalHold', 'mine', 'hold'],
  ['oversees', 'LegalHold', 'mine holding', 'lift'],
  // The second person is never the first (XT-19).
  ...(['oversees', 'leads'] as const).flatMap((who): Line[] => [[who, 'SupportRequest', 'mine anothers', 'approve'], [who, 'SupportRequest', 'mine', 'decline end']]),
  ['supports', 'SupportLook', 'hosted hers', 'ask withdraw end'],
  ...(['works', 'leads'] as const).flatMap((who): Line[] => [
    [who, 'SavedFilter', 'mine', 'save'],
    [who, 'SavedFilter', 'mine hers', 'remove'],
    [who, 'CalendarFeed', 'mine', 'make'],
    [who, 'CalendarFeed', 'mine hers', 'revoke'],
    ...SEATS.flatMap((seat): Line[] => [[who, 'Task', `${seat} mine team`, 'take'], [who, 'Task', `${seat} mine team hers`, 'release']]),
  ]),
  ...SEATS.map((seat): Line => ['leads', 'Task', `${seat} mine anyTeam`, 'assign']),
  ['works', 'Person', 'mine herself', 'handOver'],

  ['refers', 'Client', 'OWNER', 'open change import refer register transfer'],
  ['refers', 'Referral', 'SENDER', 'draft edit note send takeBack discard amend narrow withdraw declareError'],
  ['works', 'Referral', 'RECEIVER', 'note'],
  ['refers', 'Answer', 'SENDER', 'reply reopen'],
  ['works', 'Answer', 'RECEIVER mine', 'receive ask accept reject redirect start feedback close reopen'],
  ['works', 'Answer', 'FORMER_RECEIVER mine', 'stop keep'],
  ['works', 'AccessRequest', 'RECEIVER mine', 'request'],
  ['refers', 'AccessRequest', 'SENDER toMe', 'grant refuse'],
  ['refers', 'Note', 'OWNER author', 'write'],
  ['works', 'Note', 'SENDER author', 'write'],
  ['works', 'Note', 'RECEIVER author', 'write'],
  ...['SENDER', 'RECEIVER', 'FORMER_RECEIVER'].flatMap((seat): Line[] => [['works', 'OwnNumber', `${seat} mine`, 'write'], ['works', 'Recusal', `${seat} mine`, 'recuse lift']]),
  ['refers', 'Recusal', 'OWNER mine', 'recuse lift'],
  ['works', 'Message', 'SENDER mine', 'write takeBack'],
  ['works', 'Message', 'RECEIVER mine', 'write takeBack'],
  ['works', 'Consult', 'SENDER', 'ask withdraw close'],
  ['works', 'Consult', 'RECEIVER', 'answer'],
  ...['OWNER', 'SENDER'].flatMap((seat): Line[] => [['refers', 'Attachment', `${seat} open`, 'attach'], ['refers', 'Attachment', `${seat} secret`, 'attach'], ['refers', 'Attachment', `${seat} mine`, 'address remove']]),
  ['works', 'Attachment', 'RECEIVER open', 'attach'],
  ['works', 'Attachment', 'RECEIVER outcome', 'attach'],
  ['refers', 'Attachment', 'RECEIVER secret', 'attach'],
  ['works', 'Attachment', 'RECEIVER mine', 'address remove'],
  ['works', 'Attachment', 'FORMER_RECEIVER mine', 'remove'],

  ['reports', 'TensionSignal', 'SENDER', 'report'],
  ['reports', 'TensionSignal', 'SENDER mine', 'reportBreach withdraw'],
  ['reports', 'SignalRequest', 'SENDER', 'answer'],
  ['reports', 'Settlement', 'SENDER', 'sign'],
  ['reports', 'Dwelling', 'mine', 'import'],
  ['reports', 'Attachment', 'SENDER message', 'attach'],
  ['reports', 'Attachment', 'SENDER mine', 'address remove'],
  ['mediates', 'TensionSignal', 'RECEIVER', 'report ask'],
  ['mediates', 'SignalRequest', 'RECEIVER mine', 'ask withdraw'],
  ['mediates', 'Attachment', 'RECEIVER message', 'attach'],
  ['mediates', 'Settlement', 'OWNER', 'edit offer record'],
  ['mediates', 'SigningLink', 'OWNER', 'make'],
  ['mediates', 'MediationSession', 'OWNER', 'plan hold cancel'],
  ['mediates', 'MediationParty', 'OWNER', 'add change answer hear mayTell warn refer'],
  // Its steps are the mediator's alone; who leads says who that is.
  ['mediates', 'MediationCase', 'OWNER', 'assign'],
  ['mediates', 'MediationCase', 'OWNER mediator', 'accept agree breach close contact decline draftSettlement followUp goToCourt handOver meet notReached outOfScope partly resume stall stop succeed readSignals askUnion'],
  ['leadsMediation', 'MediationCase', 'OWNER', 'assign handOver'],
];

/** What somebody reads of records that the matrix of files does not speak of: each of one class but `Person`. */
const READS: readonly Line[] = [
  ['everybody', 'Notice', 'mine hers', 'CORE'],
  ['everybody', 'MailPreference', 'mine hers', 'CORE'],
  ['everybody', 'Person', 'mine herself', 'CORE CONTACT'],
  ['staff', 'Person', 'mine', 'CORE'],
  ['administers', 'Person', 'mine', 'CORE CONTACT'],
  ['staff', 'Mandate', 'mine', 'CORE'],
  ['staff', 'ClosingDay', 'mine', 'CORE'],
  ['staff', 'Absence', 'mine', 'CORE'],
  ['administers', 'AccessReview', 'mine', 'CORE'],
  ['oversees', 'GlassBreak', 'mine', 'CORE'],
  ['leads', 'GlassBreak', 'mine hers', 'CORE'],
  ...['DestructionList', 'DestructionItem', 'LegalHold', 'SupportRequest'].map((record): Line => ['oversees', record, 'mine', 'CORE']),
  ['leads', 'SupportRequest', 'mine', 'CORE'],
  ['supports', 'SupportLook', 'hosted hers', 'CORE'],
  ...(['works', 'leads'] as const).flatMap((who): Line[] => [[who, 'HandOver', 'mine', 'CORE'], [who, 'SavedFilter', 'mine hers', 'CORE'], [who, 'CalendarFeed', 'mine hers', 'CORE']]),
  ['reports', 'Dwelling', 'mine', 'CORE'],
  ['mediates', 'SigningLink', 'OWNER', 'CORE'],
];
export const READ = [...new Set(READS.map(([, record]) => record))];

const linesOf = (lines: readonly Line[], kind: Kind, role: string): readonly Line[] => lines.filter(([who]) => WHO[who](kind, role));
/** What somebody may ever do, as `Record.event`. */
export const verbs = (kind: Kind, role: string): string[] => [...new Set(linesOf(DEEDS, kind, role).flatMap(([, record, , events]) => events.split(' ').map((event) => `${record}.${event}`)))].sort();

/** How somebody meets a row whose verbs are asked for. */
export type Encounter = { row: Row; seat: Seat | null; political: boolean; addressed: boolean; excluded: boolean; glass: boolean; support: boolean };

/** What a fact may be, by the field that says it. */
const VALUES: { readonly [field: string]: readonly unknown[] } = {
  ...Object.fromEntries(['partnerId', 'hostId', 'toPartnerId', 'fromPartnerId', 'companyId', 'opposingPartnerId'].map((field) => [field, [me.partnerId, another]])),
  ...Object.fromEntries(['id', 'authorId', 'personId', 'mediatorId'].map((field) => [field, [me.personId, another]])),
  ...Object.fromEntries(['fromAdvised', 'toAdvised', 'fromSigned', 'toSigned', 'partnerSigned', 'companySigned', 'signed', 'waits', 'lifted'].map((field) => [field, [true, false]])),
  role: ['SOCIAL_WORKER', 'HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER', 'COORDINATOR', 'SIGNATORY', 'PARTNER_ADMIN', 'DPO', 'PLATFORM_ADMIN'],
  dataClass: [...CLASSES, 'PRIVATE_NOTE'],
};
/** The fields at which the places of a record look. */
function fieldsAsked(record: string): string[] {
  const asked = new Set<string>(record === 'Referral' ? ['opposingPartnerId'] : []);
  const seeing = new Proxy({}, { get: (_, field: string) => void asked.add(field) }) as Row;
  for (const [, of, place] of [...DEEDS, ...READS]) if (of === record) for (const word of place.split(' ')) FACTS[word]?.(seeing, '');
  return [...asked].sort();
}
const PLAIN = { political: false, addressed: true, excluded: false, glass: false, support: false };
const WAYS: readonly Partial<Encounter>[] = [{}, { political: true }, { addressed: false }, { excluded: true }, { glass: true }, { support: true }];
const SEATED = new Set([...DEEDS, ...READS].flatMap(([, record, place]) => (SEATS.some((seat) => place.split(' ').includes(seat)) ? [record] : [])));
const encountersOf = (record: string): Encounter[] => {
  const rows = fieldsAsked(record).reduce<Row[]>((all, field) => all.flatMap((row) => VALUES[field].map((value) => ({ ...row, [field]: value }))), [{}]);
  const seats = SEATED.has(record) ? SEATS : [null];
  return rows.flatMap((row) => seats.flatMap((seat) => (seat ? WAYS : WAYS.slice(0, 2)).map((way) => ({ row, seat, ...PLAIN, ...way }))));
};
/** Every way in which somebody may meet a row of each record whose verbs, or whose reading, stand here. */
export const encounters = new Map([...new Set([...DEEDS, ...READS].map(([, record]) => record))].sort().map((record) => [record, encountersOf(record)]));

const holds = (place: string, { row, seat }: Encounter, role: string): boolean => place.split(' ').every((word) => (FACTS[word] ? FACTS[word](row, role) : word === seat));
const shut = (record: string, { row, addressed, excluded, political }: Encounter): boolean => !addressed || excluded || (record === 'Referral' && row.opposingPartnerId === me.partnerId) || (record === 'Attachment' && political);
const found = (lines: readonly Line[], kind: Kind, role: string, record: string, met: Encounter): Set<string> =>
  new Set(shut(record, met) ? [] : linesOf(lines, kind, role).flatMap(([, of, place, what]) => (of === record && holds(place, met, role) ? what.split(' ') : [])));

/** What somebody may do with a row that she meets so. A glass, or support let in, opens nothing but reading. */
export const done = (kind: Kind, role: string, record: string, met: Encounter): Set<string> => found(DEEDS, kind, role, record, met);
/** What she reads of it: the law on mandates hides how to reach anybody. At a dossier whose glass she broke, or into which she was let, what who works there reads. */
export function read(kind: Kind, role: string, record: string, met: Encounter): Set<string> {
  const through = (met.glass && ['DPO', 'COORDINATOR'].includes(role)) || (met.support && role === 'PLATFORM_ADMIN') ? WORKERS[kind] : null;
  const classes = new Set([role, ...(through ? [through] : [])].flatMap((eyes) => [...found(READS, kind, eyes, record, met)]));
  if (met.political) classes.delete('CONTACT');
  return classes;
}

/** Who may cause an event, by the seat of her partner: a sender on its own referral, a receiver on its own answer (domain e1). */
export const CAUSES: { [act: string]: { seats: readonly Seat[]; states: readonly string[] } } = {
  'Referral.edit': { seats: ['SENDER'], states: ['DRAFT'] },
  'Referral.note': { seats: ['SENDER', 'RECEIVER'], states: ['DRAFT', 'SENT', 'DELIVERED', 'CLOSED', 'WITHDRAWN', 'MADE_IN_ERROR'] },
  'Referral.send': { seats: ['SENDER'], states: ['DRAFT'] },
  'Referral.discard': { seats: ['SENDER'], states: ['DRAFT'] },
  'Referral.takeBack': { seats: ['SENDER'], states: ['SENT'] },
  'Referral.amend': { seats: ['SENDER'], states: ['DELIVERED'] },
  'Referral.narrow': { seats: ['SENDER'], states: ['DELIVERED', 'CLOSED'] },
  'Referral.withdraw': { seats: ['SENDER'], states: ['DELIVERED', 'CLOSED'] },
  'Referral.declareError': { seats: ['SENDER'], states: ['DELIVERED', 'CLOSED'] },
  'Answer.receive': { seats: ['RECEIVER'], states: ['NEW'] },
  'Answer.ask': { seats: ['RECEIVER'], states: ['RECEIVED', 'REOPENED'] },
  'Answer.accept': { seats: ['RECEIVER'], states: ['RECEIVED', 'REOPENED'] },
  'Answer.reject': { seats: ['RECEIVER'], states: ['RECEIVED', 'REOPENED'] },
  'Answer.redirect': { seats: ['RECEIVER'], states: ['RECEIVED', 'REOPENED'] },
  'Answer.reply': { seats: ['SENDER'], states: ['INFO_REQUESTED'] },
  'Answer.start': { seats: ['RECEIVER'], states: ['ACCEPTED'] },
  'Answer.feedback': { seats: ['RECEIVER'], states: ['IN_PROGRESS', 'FEEDBACK_GIVEN'] },
  'Answer.close': { seats: ['RECEIVER'], states: ['FEEDBACK_GIVEN'] },
  'Answer.reopen': { seats: ['SENDER', 'RECEIVER'], states: ['CLOSED', 'REJECTED', 'EXPIRED'] },
  'Answer.stop': { seats: ['FORMER_RECEIVER'], states: ['WITHDRAWN'] },
  'Answer.keep': { seats: ['FORMER_RECEIVER'], states: ['WITHDRAWN'] },
  'Message.takeBack': { seats: ['SENDER', 'RECEIVER'], states: ['WAITING'] },
};
/** Whether somebody may cause it from such a seat, whatever the state. */
export const mayCause = (kind: Kind, role: string, seat: Seat, act: string): boolean => CAUSES[act].seats.includes(seat) && verbs(kind, role).includes(act) && (seat !== 'SENDER' || REFERS.includes(kind));

