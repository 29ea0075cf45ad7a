import type { PartnerKind, DataClass, Regime, Role, SeatRole, WhyWithheld } from '../vocabulary/vocabulary.js';

/** Somebody in exactly one capacity: one role at one partner. Every read and write names its actor. */
export type Actor = {
  personId: string;
  name: string;
  mandateId: string;
  partnerId: string;
  partnerName: string;
  partnerKind: PartnerKind;
  regime: Regime;
  role: Role;
  municipality: string | null;
  /** Holds a political mandate: sees no identified case (c2). */
  political: boolean;
  /** When she last proved who she is, in seconds since 1970, and how (`acr`); absent when the sign-in does not tell. */
  proved?: { at: number; acr: string | undefined };
};

export type Capacity = `${keyof typeof PartnerKind}/${keyof typeof Role}`;
export const capacityOf = (me: Pick<Actor, 'partnerKind' | 'role'>): Capacity => `${me.partnerKind}/${me.role}`;

/** Stands for the actor in a condition; filled in when the rule is used. */
export const me = { partner: '\u0001partner', person: '\u0001person' } as const;

type Class = keyof typeof DataClass;
/** On `CORE` columns of the row only; checked at start. */
export type Condition = { readonly [field: string]: string | boolean | { readonly $ne: string } | { readonly $in: readonly string[] } };

/** What opens one dossier to somebody for a while: her own breaking, or a second person who let her in. */
export type Glass = 'glass' | 'support';

/** One line of the privacy book. `seat` null: the row belongs to the actor's own organisation, or is open to everybody. */
export type Grant<Event extends string = string> = {
  seat: SeatRole | null;
  classes?: readonly Class[];
  lent?: true;
  event?: Event;
  where?: Condition;
  /** Holds only while the reader has broken the glass of the dossier, or was let in as support: as the book says of a whole page, or of this line. */
  glass?: Glass;
};

/** Sees `CORE` and these classes by right, on rows at whose dossier one's partner sits in this role. */
export const see = (seat: SeatRole, ...classes: (Class | Condition)[]): Grant<never> => ({ seat, ...split(['CORE', ...classes]) });
/** May see these classes once somebody has lent them here. */
export const lent = (seat: SeatRole, ...classes: (Class | Condition)[]): Grant<never> => ({ seat, lent: true, ...split(classes) });
/** Sees these classes too while she has broken the glass of the dossier. */
export const behindGlass = (seat: SeatRole, ...classes: Class[]): Grant<never> => ({ seat, classes, glass: 'glass' });
/** May cause this event. */
export const may = <Event extends string>(event: Event, seat: SeatRole, where?: Condition): Grant<Event> => ({ seat, event, where });
/** Sees `CORE` and these classes of the rows of one's own organisation. */
export const own = (...classes: (Class | Condition)[]): Grant<never> => ({ seat: null, ...split(['CORE', ...classes]) });
export const mayOwn = <Event extends string>(event: Event, where?: Condition): Grant<Event> => ({ seat: null, event, where });

function split(words: readonly (Class | Condition)[]): { classes: Class[]; where?: Condition } {
  const where = words.find((word): word is Condition => typeof word === 'object');
  return { classes: words.filter((word): word is Class => typeof word === 'string'), where };
}

/** What wins from every grant, every share and every agreement. */
export type Law = {
  /** In Dutch, fit to show. */
  says: string;
  source: string;
  why: Exclude<keyof typeof WhyWithheld, 'NOT_SHARED'>;
  /** Absent: binds everybody. */
  binds?: (reader: Bound) => boolean;
  /** Absent: of whatever record. */
  of?: string;
  /** `ROW`: the row itself is not there, nor any verb on it. */
  hides: readonly Class[] | 'ROW';
  /** Holds only where this does, on records that have these columns; `author` is the partner that wrote the row. */
  where?: Condition;
  /** Of this record it leaves whoever has this role, and no political mandate, what is behind a glass that she broke. */
  unless?: { of: string; role: Role };
};
/** What a law looks at of the reader. */
export type Bound = { regime: keyof typeof Regime; political: boolean };

export type BookOf<Records extends { [record: string]: string }> = {
  version: number;
  laws: readonly Law[];
  /** How a condition reads on the page of the book, by its field; by `Record.field`, or by `field =` for equality, where that reads otherwise. */
  conditions?: { readonly [field: string]: string };
  /** What a capacity reads of a dossier whose glass it has broken: what another one reads there. Nothing more is done with it. */
  glass?: { readonly [capacity in Capacity]?: Capacity };
  capacities: { readonly [capacity in Capacity]?: { readonly [record in keyof Records]?: readonly Grant<Records[record]>[] } };
};
export type Book = BookOf<{ [record: string]: string }>;

/** The lines of a capacity on a record; with those that hold through a broken glass, if the book has any, which give no verb; nobody's own notes but by a line that says so. */
export function grantsOf(book: Book, capacity: Capacity, record: string): readonly Grant[] {
  const eyes = book.glass?.[capacity];
  const own = (book.capacities[capacity]?.[record] ?? []).filter((grant) => !grant.glass || book.glass);
  const glass: Glass = capacity.endsWith('/PLATFORM_ADMIN') ? 'support' : 'glass';
  const through = eyes ? (book.capacities[eyes]?.[record] ?? []).filter(({ seat, event }) => seat && !event) : [];
  return [...own, ...through.map((grant): Grant => ({ ...grant, glass, classes: grant.classes!.filter((each) => each !== 'PRIVATE_NOTE') }))];
}

/** The token under which an app binds the privacy book. */
export const BOOK = Symbol('privacy book');
