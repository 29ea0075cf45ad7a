import { AgreedBy, AgreedWay, RepresentativeKind, RepresentedFor } from '#clients';
import { DataClass, nameOf } from '#kernel';
import { Heating, HousingSituation, IncomeSource } from '#referrals';
import { count, day, flag, oneOf, type Reader, someOf, text } from './cells.js';

export type Part = 'CLIENT' | 'REFERRAL' | 'AGREEMENT';
/** A column of the file: its name, what it becomes, and what a person must know of it. */
export type Column = {
  name: string;
  part: Part;
  /** The field that it fills in, by its name in the record. */
  field: string;
  read: Reader;
  /** With a referral: only in a row that has one. */
  required?: 'ALWAYS' | 'WITH_REFERRAL';
  says: string;
  /** The words that may stand in it. */
  values?: readonly string[];
  example: string;
};
/** What differs from one partner to the next: words and what they stand for, and the classes that it can share. */
export type Surroundings = { types: { readonly [label: string]: string }; partners: { readonly [name: string]: string }; classes: readonly DataClass[] };

/** What the sender knows of where it stands. Only the receiver itself can say that it accepted, so this is told and not entered. */
export enum Standing {
  WAITING = 'WAITING',
  ACCEPTED = 'ACCEPTED',
  RUNNING = 'RUNNING',
  ENDED = 'ENDED',
}
const STANDINGS = { 'wacht op antwoord': Standing.WAITING, aanvaard: Standing.ACCEPTED, bezig: Standing.RUNNING };
const OVER = { afgesloten: Standing.ENDED, geweigerd: Standing.ENDED, ingetrokken: Standing.ENDED, afgerond: Standing.ENDED };

const INCOME = { loon: IncomeSource.WAGE, zelfstandige: IncomeSource.SELF_EMPLOYED, werkloosheid: IncomeSource.UNEMPLOYMENT, 'ziekte of invaliditeit': IncomeSource.SICKNESS, leefloon: IncomeSource.LIVING_WAGE, pensioen: IncomeSource.PENSION, 'ander inkomen': IncomeSource.OTHER, 'geen inkomen': IncomeSource.NONE };
const HOUSING = {
  'huurt privé': HousingSituation.PRIVATE_RENT, 'huurt sociaal': HousingSituation.SOCIAL_RENT, eigenaar: HousingSituation.OWNER, 'bij familie of vrienden': HousingSituation.WITH_FAMILY_OR_FRIENDS,
  'in de opvang': HousingSituation.SHELTER, 'in een instelling': HousingSituation.INSTITUTION, 'zonder woning': HousingSituation.HOMELESS, anders: HousingSituation.OTHER,
};
const HEATING = { aardgas: Heating.GAS, stookolie: Heating.OIL, elektriciteit: Heating.ELECTRIC, 'hout of pellets': Heating.WOOD_OR_PELLETS, kolen: Heating.COAL, 'geen verwarming': Heating.NONE, 'niet geweten': Heating.UNKNOWN };
const REPRESENTATIVES = { bewindvoerder: RepresentativeKind.ADMINISTRATOR, voogd: RepresentativeKind.GUARDIAN, ouder: RepresentativeKind.PARENT };
const REPRESENTED = { goederen: RepresentedFor.GOODS, persoon: RepresentedFor.PERSON, 'goederen en persoon': RepresentedFor.BOTH };
const AGREED_BY = { cliënt: AgreedBy.CLIENT, ouder: AgreedBy.PARENT, vertegenwoordiger: AgreedBy.REPRESENTATIVE };
const AGREED_WAYS = { mondeling: AgreedWay.ORAL, getekend: AgreedWay.SIGNED, 'mondeling door vertegenwoordiger': AgreedWay.BY_REPRESENTATIVE_ORAL, 'getekend door vertegenwoordiger': AgreedWay.BY_REPRESENTATIVE_SIGNED };

type Rest = Partial<Pick<Column, 'required' | 'example'>>;
const column = (part: Part, field: string, name: string, read: Reader, says: string, { example = '', ...rest }: Rest = {}): Column => ({ part, field, name, read, says, example, ...rest });
const among = (part: Part, field: string, name: string, words: { readonly [word: string]: unknown }, says: string, rest: Rest = {}): Column => ({ ...column(part, field, name, oneOf(words), says, rest), values: Object.keys(words) });
const several = (part: Part, field: string, name: string, words: { readonly [word: string]: unknown }, says: string, rest: Rest = {}): Column => ({ ...column(part, field, name, someOf(words), `${says} Zet | tussen verschillende.`, rest), values: Object.keys(words) });
const WITH: Rest = { required: 'WITH_REFERRAL' };

const CLIENT: readonly Column[] = [
  column('CLIENT', 'reference', 'Eigen nummer', text, 'Het nummer in uw eigen systeem. Daaraan herkennen we de rij als u het bestand nog eens invoert.', { required: 'ALWAYS', example: '2026/014' }),
  column('CLIENT', 'givenName', 'Voornaam', text, 'Hoogstens 80 tekens.', { required: 'ALWAYS', example: 'Ria' }),
  column('CLIENT', 'familyName', 'Familienaam', text, 'Hoogstens 80 tekens.', { required: 'ALWAYS', example: 'Voorbeeld' }),
  column('CLIENT', 'birthDate', 'Geboortedatum', day, 'Datum.', { example: '14/05/1987' }),
  column('CLIENT', 'cirNumber', 'CIR-nummer', text, 'Nummer in het Centraal Inschrijvingsregister. Nooit een rijksregisternummer.'),
  column('CLIENT', 'phone', 'Telefoon', text, 'Hoogstens 30 tekens.', { example: '0470 11 22 33' }),
  column('CLIENT', 'email', 'E-mailadres', text, 'Hoogstens 120 tekens.'),
  column('CLIENT', 'street', 'Straat en nummer', text, 'Hoogstens 120 tekens.', { example: 'Marktstraat 1' }),
  column('CLIENT', 'postcode', 'Postcode', text, 'Vier cijfers.', { example: '8880' }),
  column('CLIENT', 'municipality', 'Gemeente', text, 'Nodig als u doorverwijst: daaraan zien we welke partner bevoegd is.', { example: 'Ledegem' }),
  column('CLIENT', 'addressProtected', 'Beschermd adres', flag, 'ja: het adres gaat naar niemand.', { example: 'nee' }),
  column('CLIENT', 'language', 'Taal', text, 'Hoogstens 60 tekens.'),
  column('CLIENT', 'contactNote', 'Over het contact', text, 'Hoogstens 300 tekens.'),
  column('CLIENT', 'adults', 'Aantal volwassenen', count, 'Geheel getal.', { example: '1' }),
  column('CLIENT', 'children', 'Aantal kinderen', count, 'Geheel getal.', { example: '2' }),
  column('CLIENT', 'householdNote', 'Over het gezin', text, 'Hoogstens 1000 tekens.'),
  column('CLIENT', 'since', 'Dossier sinds', day, 'Wanneer uw dienst het dossier opende. Leeg: vandaag.', { example: '03/02/2026' }),
  column('CLIENT', 'representativeName', 'Vertegenwoordiger', text, 'Naam van de bewindvoerder, voogd of ouder.'),
  among('CLIENT', 'representativeKind', 'Soort vertegenwoordiger', REPRESENTATIVES, 'Wie dat is.'),
  among('CLIENT', 'representativeFor', 'Vertegenwoordigt voor', REPRESENTED, 'Waarover het mandaat gaat.'),
  column('CLIENT', 'representativeUntil', 'Vertegenwoordiger tot', day, 'Laatste dag van het mandaat.'),
];

const referral = ({ types, partners }: Surroundings): readonly Column[] => [
  among('REFERRAL', 'type', 'Doorverwijzing', types, 'De soort. Leeg: alleen de cliënt komt erin.', { example: Object.keys(types)[0] }),
  several('REFERRAL', 'receivers', 'Partners', partners, 'Aan wie u de vraag stelde.', { ...WITH, example: Object.keys(partners)[0] }),
  column('REFERRAL', 'deliveredOn', 'Verstuurd op', day, 'De dag waarop de partner de vraag kreeg, voor vandaag. Vanaf die dag loopt de termijn.', { ...WITH, example: '02/03/2026' }),
  { ...among('REFERRAL', 'standing', 'Stand', { ...STANDINGS, ...OVER }, 'Hoe het er volgens u voor staat. De partner bevestigt het zelf. Wat afgesloten is, voert u niet in als doorverwijzing.', { example: 'aanvaard' }), values: Object.keys(STANDINGS) },
  column('REFERRAL', 'contact', 'Contactpersoon bij de partner', text, 'Naam, als u die kent. Alleen bij één partner.', { example: 'B. Voorbeeld' }),
  column('REFERRAL', 'urgent', 'Dringend', flag, 'ja of nee.', { example: 'nee' }),
  column('REFERRAL', 'question', 'De vraag', text, 'Elke partner die u noemt, leest dit. Hoogstens 2000 tekens.', { ...WITH, example: 'Graag hulp bij het zoeken naar een woning.' }),
  among('REFERRAL', 'opposingPartnerId', 'Verhuurder is partner', partners, 'De tegenpartij, als dat een partner is: die vindt er niets van.'),
  column('REFERRAL', 'accessibleHome', 'Toegankelijke woning nodig', flag, 'ja of nee.'),
  among('REFERRAL', 'incomeSource', 'Inkomen', INCOME, 'Waaruit het inkomen komt.'),
  column('REFERRAL', 'incomeNote', 'Over het inkomen', text, 'Hoogstens 500 tekens.'),
  column('REFERRAL', 'meetsIncomeCondition', 'Voldoet aan de inkomensvoorwaarden', flag, 'Voor sociale huur: ja of nee.'),
  column('REFERRAL', 'lowestIncomeCategory', 'Laagste inkomenscategorie', flag, 'ja of nee.'),
  column('REFERRAL', 'incomeProofOn', 'Bewijs gezien op', day, 'Wanneer u het bewijs van het inkomen zag.'),
  column('REFERRAL', 'debtsNote', 'Schulden', text, 'Hoogstens 1000 tekens.'),
  among('REFERRAL', 'housingSituation', 'Woonsituatie', HOUSING, 'Hoe de cliënt nu woont.', { example: 'huurt privé' }),
  column('REFERRAL', 'housingNote', 'Over de woning', text, 'Hoogstens 1000 tekens.'),
  column('REFERRAL', 'housingWishes', 'Woonwensen', text, 'Hoogstens 1000 tekens.'),
  column('REFERRAL', 'pastTenancyNote', 'Vroeger gehuurd', text, 'Bij de woonmaatschappij die u de vraag stelt. Hoogstens 500 tekens.'),
  among('REFERRAL', 'heating', 'Verwarming', HEATING, 'Waarmee de cliënt verwarmt.'),
  column('REFERRAL', 'homeNote', 'Technische gegevens', text, 'Van de woning. Hoogstens 1000 tekens.'),
  column('REFERRAL', 'HEALTH', 'Gezondheid', text, 'Alleen voor partners met beroepsgeheim. Hoogstens 4000 tekens.'),
  column('REFERRAL', 'JUDICIAL', 'Gerechtelijke gegevens', text, 'Alleen voor partners met beroepsgeheim. Hoogstens 4000 tekens.'),
];

const agreement = ({ classes }: Surroundings): readonly Column[] => [
  several('AGREEMENT', 'classes', 'Delen', Object.fromEntries(classes.map((each) => [nameOf(each), each])), 'Wat er naast naam en vraag meegaat. Leeg: niets anders.', { example: `${nameOf(DataClass.CONTACT)} | ${nameOf(DataClass.HOUSING)}` }),
  among('AGREEMENT', 'agreedBy', 'Akkoord van', AGREED_BY, 'Wie akkoord ging.', { ...WITH, example: 'cliënt' }),
  column('AGREEMENT', 'agreedName', 'Naam bij het akkoord', text, 'De naam van wie akkoord ging.', { ...WITH, example: 'Ria Voorbeeld' }),
  among('AGREEMENT', 'way', 'Akkoord hoe', AGREED_WAYS, 'Hoe het akkoord gegeven werd.', { ...WITH, example: 'mondeling' }),
  column('AGREEMENT', 'agreedOn', 'Akkoord op', day, 'Ten laatste op de dag dat u verstuurde.', { ...WITH, example: '02/03/2026' }),
  column('AGREEMENT', 'until', 'Akkoord tot', day, 'Als er een vroegere einddatum afgesproken is. Leeg: de gewone duur.'),
  column('AGREEMENT', 'toldThat', 'Verteld dat', flag, 'Besproken dat u gegevens uitwisselt: ja.', { ...WITH, example: 'ja' }),
  column('AGREEMENT', 'toldPurpose', 'Verteld waarvoor', flag, 'Besproken waarvoor: ja.', { ...WITH, example: 'ja' }),
  column('AGREEMENT', 'toldWhom', 'Verteld met wie', flag, 'Besproken met wie: ja.', { ...WITH, example: 'ja' }),
  column('AGREEMENT', 'toldContent', 'Verteld wat', flag, 'Besproken welke gegevens: ja.', { ...WITH, example: 'ja' }),
  column('AGREEMENT', 'minorAsked', 'Jongere zelf gevraagd', flag, 'Bij 16 of 17 jaar: ja.'),
];

/** Every column that a partner's file may have, in the order of the template. */
export const columnsOf = (around: Surroundings): readonly Column[] => [...CLIENT, ...referral(around), ...agreement(around)];
