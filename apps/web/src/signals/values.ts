import type { NewSignal, SignalFacts, SignalOrigin, TensionTopic } from '../generated/graphql/graphql.js';

export type RenterValues = { givenName: string; familyName: string; phone: string; email: string; language: string };
export type Values = {
  home: 'LIST' | 'TYPED';
  dwellingId: string;
  street: string;
  postcode: string;
  municipality: string;
  origin: SignalOrigin | '';
  landlordName: string;
  landlordContact: string;
  renters: RenterValues[];
  topic: TensionTopic | '';
  facts: string;
  tried: string;
  urgent: boolean;
  danger: boolean;
  dangerNote: string;
};

export const NO_RENTER: RenterValues = { givenName: '', familyName: '', phone: '', email: '', language: '' };
export const EMPTY: Values = { home: 'TYPED', dwellingId: '', street: '', postcode: '', municipality: '', origin: '', landlordName: '', landlordContact: '', renters: [NO_RENTER], topic: '', facts: '', tried: '', urgent: false, danger: false, dangerNote: '' };
export const MOST_RENTERS = 10;

export const TOPICS: readonly TensionTopic[] = ['PAYMENT', 'LIVEABILITY', 'MAINTENANCE', 'DAMAGE', 'RENT_PRICE', 'INDEXATION', 'DEPOSIT', 'NOTICE_PERIOD', 'LANGUAGE'];
/** What the Woondienst reports; a company's own comes from a company. */
export const ORIGINS: readonly SignalOrigin[] = ['LANDLORD', 'RENTER', 'OBSERVATION'];

const orNull = (text: string): string | null => text.trim() || null;

/** What is sent, from what was typed. */
export function toSignal(values: Values): { input: NewSignal; facts: SignalFacts } {
  const { home, dwellingId, street, postcode, municipality, origin, landlordName, landlordContact, renters, topic, facts, tried, urgent, danger, dangerNote } = values;
  const where = home === 'LIST' ? { dwellingId } : { street: street.trim(), postcode: postcode.trim(), municipality: municipality.trim() };
  const from = origin ? { origin, landlordName: orNull(landlordName), landlordContact: orNull(landlordContact) } : {};
  return {
    input: { ...where, ...from, renters: renters.map((renter) => ({ givenName: renter.givenName.trim(), familyName: renter.familyName.trim(), phone: orNull(renter.phone), email: orNull(renter.email), language: orNull(renter.language) })) },
    facts: { topic: topic as TensionTopic, facts: facts.trim(), tried: orNull(tried), urgent, danger, dangerNote: danger ? orNull(dangerNote) : null },
  };
}

export type Field = string;
/** In the order of the page. */
export const orderOf = (renters: number): Field[] => [
  'origin', 'landlordName', 'landlordContact', 'dwellingId', 'street', 'postcode', 'municipality',
  ...Array.from({ length: renters }, (_, n) => Object.keys(NO_RENTER).map((field) => `renters.${n}.${field}`)).flat(),
  'topic', 'facts', 'tried', 'dangerNote',
];

/** The field on the page that the server means: of a renter it names no row, so the first that could be it. */
export function fieldOf(field: string, message: string, { renters }: Values): Field {
  const name = field.replace(/^(input|facts)\./, '');
  if (!(name in NO_RENTER)) return name;
  const texts = renters.map((renter) => renter[name as keyof RenterValues]);
  const isNumber = message.includes('rijksregisternummer');
  const at = texts.findIndex((text) => (isNumber ? text.replace(/\D/g, '').length >= 11 : !text.trim()));
  return `renters.${Math.max(at, 0)}.${name}`;
}
