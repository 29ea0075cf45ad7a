import { classesOf } from '../policy/ability.js';
import { type Actor, type Book, capacityOf, type Condition, type Law, me as placeholder } from '../policy/book.js';
import type { RecordShape } from '../schema/record.js';
import type { DataClass } from '../vocabulary/vocabulary.js';

/** What a search may look through at one role of a seat: classes as `Record.CLASS`. `own`: of what the reader's partner wrote alone. */
export type SearchScope = { role: string; classes: string[]; own: boolean };

/** Roles of a seat at which this reader sees a class by right, without any condition; a law that may hide it from her leaves none, but `ofOwn` rows if it spares those. */
export function seatsThatSee(book: Book, me: Actor, record: RecordShape, dataClass: keyof typeof DataClass, ofOwn = false): string[] {
  const hides = (law: Law) => (!law.of || law.of === record.name) && law.hides !== 'ROW' && law.hides.includes(dataClass) && (!law.binds || law.binds(me)) && !(ofOwn && sparesOwn(law));
  if (book.laws.some(hides)) return [];
  const grants = book.capacities[capacityOf(me)]?.[record.name] ?? [];
  return grants.filter((grant) => grant.seat && !grant.lent && !grant.event && !grant.glass && (!grant.where || (ofOwn && isOwn(grant.where))) && grant.classes!.includes(dataClass)).map(({ seat }) => seat!);
}

/** Where a search by words may look in these records, seat by seat. */
export function scopeOf(book: Book, me: Actor, records: readonly RecordShape[]): SearchScope[] {
  const seen = (ofOwn: boolean) => records.flatMap((record) => classesOf(record).flatMap((each) => seatsThatSee(book, me, record, each, ofOwn).map((role) => ({ role, name: `${record.name}.${each}` }))));
  const scopes = [false, true].flatMap((own) => {
    const all = seen(own);
    return [...new Set(all.map(({ role }) => role))].map((role): SearchScope => ({ role, own, classes: all.filter((each) => each.role === role).map(({ name }) => name) }));
  });
  return scopes.filter(({ own, role, classes }) => !own || classes.length > (scopes.find((other) => !other.own && other.role === role)?.classes.length ?? 0));
}

/** Whether a condition asks for nothing but what one's own partner wrote. */
const isOwn = (where: Condition): boolean => JSON.stringify(where) === JSON.stringify({ partnerId: placeholder.partner });
/** Whether a law hides nothing of what one's own partner wrote. */
const sparesOwn = ({ where }: Law): boolean => JSON.stringify(where?.author) === JSON.stringify({ $ne: placeholder.partner });
