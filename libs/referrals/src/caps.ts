import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ANSWERS, ExchangeProtocol, isActive, Municipality, Partner } from '#directory';
import { type Book, DataClass, PART_OF, PartnerKind, Regime } from '#kernel';
import { Competence, type ReceiverReference, type ReferralTypeShape } from './referral-type.reference.js';

/** What keeps a class from a receiver, the hardest first. */
export enum Cap {
  LAW_SECRECY = 'LAW_SECRECY',
  PROTECTED_ADDRESS = 'PROTECTED_ADDRESS',
  NOT_FOR_KIND = 'NOT_FOR_KIND',
  NOT_FOR_TYPE = 'NOT_FOR_TYPE',
  NO_PROTOCOL = 'NO_PROTOCOL',
}
registerEnumType(Cap, { name: 'Cap', description: 'What keeps a class of facts from a receiver.' });

@ObjectType({ description: 'Whether a class of facts may go to a receiver, and if not why.' })
export class SharingCell {
  @Field(() => DataClass) dataClass: DataClass;
  @Field({ description: 'Every receiver sees it by right.' }) always: boolean;
  @Field(() => Cap, { nullable: true, description: 'Absent: it may go.' }) cap: Cap | null;
  @Field(() => String, { nullable: true, description: 'Why it may not, or what the receiver gets of it; in Dutch.' }) says: string | null;
}

@ObjectType({ description: 'A partner that might be asked: whether it is competent, and what it may get.' })
export class PossibleReceiver {
  @Field(() => Partner) partner: Partner;
  @Field({ description: 'It may be chosen.' }) possible: boolean;
  @Field(() => String, { nullable: true, description: 'Why it may not be chosen, and what can be done about it; in Dutch.' }) says: string | null;
  @Field({ description: 'Only an active exchange protocol is missing.' }) needsProtocol: boolean;
  @Field(() => [SharingCell]) cells: SharingCell[];
}

/** Whom it is about, and where: what competence and caps look at of a referral. */
export type Matter = { fromPartnerId: string; municipality: string | null; opposingPartnerId: string | null; addressProtected: boolean };
/** The facts about organisations that caps look at. */
export type Surroundings = { partners: readonly Partner[]; municipalities: readonly Municipality[]; protocols: readonly ExchangeProtocol[]; book: Book; today: string; /** Who can sign for the sender, as far as one may know. */ signatories: readonly string[] };

const SECRET: readonly DataClass[] = [DataClass.HEALTH, DataClass.JUDICIAL];
const BY_RIGHT: readonly DataClass[] = [DataClass.CORE, DataClass.IDENTITY];

/** Every partner of a kind that the type asks, with what it may get. */
export function possibleReceivers(type: ReferralTypeShape, matter: Matter, around: Surroundings): PossibleReceiver[] {
  return around.partners
    .filter(({ id, kind }) => id !== matter.fromPartnerId && type.receivers.some((each) => each.kind === kind))
    .map((partner) => possible(type, type.receivers.find(({ kind }) => kind === partner.kind)!, partner, matter, around));
}

function possible(type: ReferralTypeShape, asked: ReceiverReference, partner: Partner, matter: Matter, around: Surroundings): PossibleReceiver {
  const covered = coverage(partner, matter, around);
  const cells = type.asks.map((dataClass) => cell(dataClass, asked, partner, matter, around.book, covered));
  const unfit = notCompetent(asked, partner, matter, around);
  const needsProtocol = unfit === null && !covered.has(DataClass.IDENTITY);
  const says = needsProtocol ? noProtocol(partner, matter, around) : unfit;
  return { partner, possible: says === null, needsProtocol, says, cells };
}

/** The classes that the active protocols between the two cover. */
function coverage(partner: Partner, { fromPartnerId }: Matter, { protocols, today }: Surroundings): ReadonlySet<DataClass> {
  const active = protocols.filter((each) => each.fromPartnerId === fromPartnerId && each.toPartnerId === partner.id && isActive({ state: each.state, validFrom: each.validFrom, validTo: each.validTo ?? undefined }, today));
  return new Set(active.flatMap(({ classes }) => classes));
}

function cell(dataClass: DataClass, asked: ReceiverReference, partner: Partner, { addressProtected }: Matter, book: Book, covered: ReadonlySet<DataClass>): SharingCell {
  if (BY_RIGHT.includes(dataClass)) return { dataClass, always: true, cap: null, says: null };
  const no = (cap: Cap, says: string): SharingCell => ({ dataClass, always: false, cap, says });
  if (SECRET.includes(dataClass) && partner.regime !== Regime.PROFESSIONAL_SECRECY) return no(Cap.LAW_SECRECY, `${partner.shortName} valt niet onder het beroepsgeheim.`);
  if (dataClass === DataClass.ADDRESS && addressProtected) return no(Cap.PROTECTED_ADDRESS, 'Het adres is beschermd: het gaat naar niemand.');
  if (!lendable(book, partner).has(dataClass)) return no(Cap.NOT_FOR_KIND, `Het privacyboek geeft dit nooit aan ${KINDS[partner.kind]}.`);
  if (!asked.may.includes(dataClass)) return no(Cap.NOT_FOR_TYPE, 'Voor deze vraag is dit niet nodig.');
  const whole = PART_OF[dataClass];
  if (!covered.has(dataClass) && !(whole && covered.has(whole))) return no(Cap.NO_PROTOCOL, 'Het gegevensprotocol tussen beide partners dekt dit niet.');
  return { dataClass, always: false, cap: null, says: null };
}

const KINDS: { readonly [kind in PartnerKind]: string } = { WOONDIENST: 'de Woondienst', OCMW: 'een OCMW', MUNICIPALITY: 'een gemeente', CAW: 'het CAW', HOUSING_COMPANY: 'een woonmaatschappij', ENERGY_HOUSE: 'het Energiehuis' };

/** What the book lets the people who answer at this partner see once it is lent. */
function lendable(book: Book, { kind }: Partner): ReadonlySet<string> {
  const grants = book.capacities[`${kind}/${ANSWERS[kind]}`] ?? {};
  return new Set([...(grants.Referral ?? []), ...(grants.Note ?? [])].flatMap((grant) => (grant.lent && grant.seat === 'RECEIVER' ? grant.classes! : [])));
}

function notCompetent(asked: ReceiverReference, partner: Partner, { municipality, opposingPartnerId }: Matter, { municipalities }: Surroundings): string | null {
  if (partner.id === opposingPartnerId) return `${partner.shortName} is in deze zaak de tegenpartij en krijgt er niets van te zien.`;
  if (asked.regime && asked.regime !== partner.regime) return `${partner.shortName} valt niet onder het beroepsgeheim; voor deze vraag is dat nodig.`;
  if (asked.area === Competence.ANYWHERE) return null;
  const place = municipality?.trim().toLowerCase();
  if (!place) return 'Vul eerst de gemeente in: dan weten we of deze partner daar werkt.';
  const names = partner.municipalityCodes.flatMap((code) => municipalities.filter(({ nis }) => nis === code).map(({ name }) => name));
  const area = asked.area === Competence.COMPANY_AREA ? partner.companyArea : names;
  return area.some((name) => name.toLowerCase() === place) ? null : `${partner.shortName} werkt in ${listed(area)}, niet in ${municipality!.trim()}.`;
}

/** With the way on: who can make a protocol active (BR-P11). */
function noProtocol(partner: Partner, { fromPartnerId }: Matter, { partners, signatories }: Surroundings): string {
  const from = partners.find(({ id }) => id === fromPartnerId)?.shortName ?? 'uw organisatie';
  return `Er is geen actief gegevensprotocol van ${from} naar ${partner.shortName}. ${signatories.length ? `${signatories.join(' of ')} kan het voor ${from} tekenen` : `De tekenbevoegde van ${from} kan het tekenen`}, samen met ${partner.shortName} en na advies van beide DPO's: zie Gegevensprotocollen.`;
}

const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? 'geen enkele gemeente') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`);

/** With each whole class its parts, as far as they may go; in the order of the vocabulary. */
export function withParts(classes: readonly DataClass[], { cells }: Pick<PossibleReceiver, 'cells'>): DataClass[] {
  const may = new Set(cells.filter(({ cap, always }) => !cap && !always).map(({ dataClass }) => dataClass));
  return Object.values(DataClass).filter((each) => may.has(each) && (classes.includes(each) || classes.includes(PART_OF[each]!)));
}
