import type { DataClass, PartnerKind, PrivacyBookQuery, Role } from '../generated/graphql/graphql.js';

type Place = PrivacyBookQuery['privacyBook']['places'][number];

/** Capacities that see and do the same: one column of the table. */
export type Column = { kinds: readonly PartnerKind[]; role: Role; places: readonly Place[] };
/** A record at a seat, with everything that some column sees or does there. */
export type Group = { record: string; seat: string | null; classes: readonly DataClass[]; events: readonly string[] };

/** Who works on files first, then who oversees, then the offices. */
const ORDER: readonly Role[] = ['SOCIAL_WORKER', 'HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER', 'COORDINATOR', 'SIGNATORY', 'DPO', 'PARTNER_ADMIN', 'PLATFORM_ADMIN'];
const RECORDS: readonly string[] = ['Referral', 'Note', 'Answer', 'TimelineEntry', 'Task', 'Client'];

export function columnsOf(all: readonly Place[]): Column[] {
  const columns = new Map<string, { kinds: PartnerKind[]; role: Role; places: Place[] }>();
  const capacities = new Map<string, Place[]>();
  for (const place of all) capacities.set(`${place.kind} ${place.role}`, [...(capacities.get(`${place.kind} ${place.role}`) ?? []), place]);
  for (const places of capacities.values()) {
    const [{ kind, role }] = places;
    const key = JSON.stringify(places.map((place) => ({ ...place, kind: undefined })));
    const column = columns.get(key) ?? { kinds: [], role, places };
    column.kinds.push(kind);
    columns.set(key, column);
  }
  return [...columns.values()].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

export function groupsOf(columns: readonly Column[]): Group[] {
  const groups = new Map<string, { record: string; seat: string | null; classes: DataClass[]; events: string[] }>();
  for (const { places } of columns)
    for (const { record, seat, classes, verbs } of places) {
      const key = `${record} ${seat}`;
      const group = groups.get(key) ?? { record, seat, classes: [], events: [] };
      for (const { dataClass } of classes) if (!group.classes.includes(dataClass)) group.classes.push(dataClass);
      for (const { event } of verbs) if (!group.events.includes(event)) group.events.push(event);
      groups.set(key, group);
    }
  const rank = ({ record }: Group) => (RECORDS.includes(record) ? RECORDS.indexOf(record) : RECORDS.length);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || a.record.localeCompare(b.record));
}

/** Every condition once, in the order of the tables: its number is that of its note. */
export function notesOf(columns: readonly Column[]): string[][] {
  const all = columns.flatMap(({ places }) => places.flatMap(({ classes, verbs }) => [...classes, ...verbs].map(({ conditions }) => conditions).filter(({ length }) => length)));
  return [...new Map(all.map((conditions) => [conditions.join('|'), conditions])).values()];
}

export const placeOf = ({ places }: Column, { record, seat }: Group): Place | undefined => places.find((place) => place.record === record && place.seat === seat);
