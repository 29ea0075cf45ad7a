import { allRecords, type RecordShape } from '../schema/record.js';
import { DataClass, type PartnerKind, type Regime } from '../vocabulary/vocabulary.js';
import { classesOf } from './ability.js';
import type { Book, Grant } from './book.js';

/**
 * Reads the whole book once before the portal opens.
 * @param regimes the regime that a partner of each kind has
 * @returns what is wrong, as sentences that say what to do; empty when the book is sound
 */
export function faultsOf(book: Book, regimes: { readonly [kind in keyof typeof PartnerKind]: Regime }): string[] {
  const records = new Map(allRecords().map((record) => [record.name, record]));
  const glass = Object.entries(book.glass ?? {}).filter(([, eyes]) => !book.capacities[eyes]).map(([capacity, eyes]) => `The privacy book lets ${capacity} read through a broken glass as ${eyes}, which is no capacity: correct the name.`);
  const past = allRecords().flatMap((record) => pastFaults(record, book));
  return [...glass, ...past, ...Object.entries(book.capacities).flatMap(([capacity, grants]) =>
    Object.entries(grants).flatMap(([name, lines]) => {
      const record = records.get(name);
      if (!record) return [`The privacy book speaks of ${name} for ${capacity}, which is no record: correct the name.`];
      const regime = regimes[capacity.split('/')[0] as PartnerKind];
      return (lines ?? []).flatMap((grant) => faults(record, grant, book, regime)).map((fault) => `The privacy book, ${capacity}, ${name}: ${fault}`);
    }),
  )];
}

/** History is read by the rights of today: a field by which a rule decides may have no past. */
function pastFaults(record: RecordShape, book: Book): string[] {
  const decide = new Set([...book.laws.flatMap(({ where }) => Object.keys(where ?? {})), ...Object.values(book.capacities).flatMap((page) => (page[record.name] ?? []).flatMap(({ where }) => Object.keys(where ?? {})))]);
  const fixed = [...record.columns.values()].filter(({ field, shown }) => decide.has(field) || field === record.seat || field === record.classed || !shown).map(({ field }) => field);
  const wrong = (record.historic ?? []).filter((field) => !record.columns.has(field) || fixed.includes(field));
  return wrong.map((field) => `The record ${record.name} would show its past by the field ${field}, which a rule looks at or which is none that is shown: take it off \`historic\`.`);
}

function faults(record: RecordShape, grant: Grant, book: Book, regime: Regime): string[] {
  const found: string[] = [];
  if (grant.seat && !record.seat) found.push(`nobody sits at it, yet a rule is for the seat ${grant.seat}: use own(…).`);
  if (!grant.seat && !record.partner && !record.everyone) found.push('its rows belong to no single partner: name a seat.');
  if (!grant.event && !grant.classes?.length) found.push('a rule grants no class: remove it or name one.');
  if (grant.where && !Object.keys(grant.where).length) found.push('a rule has an empty condition, which would match every row: remove it.');
  for (const [field, value] of Object.entries(grant.where ?? {})) {
    const column = record.columns.get(field);
    if (column?.class !== DataClass.CORE) found.push(`a condition names ${field}, which is ${column ? column.class : 'no column'}: conditions may name CORE columns only.`);
    if (value === undefined || value === null) found.push(`the condition on ${field} lost its value.`);
  }
  if (record.everyone && !grant.event) found.push('everybody sees it: a rule may only give an event.');
  if (record.everyone && !grant.where) found.push('its rows belong to nobody: an event needs a condition.');
  if (grant.event && !(grant.event in (record.verbs ?? {}))) found.push(`the event ${grant.event} does not exist.`);
  const present: string[] = record.classed ? Object.values(DataClass) : classesOf(record);
  for (const each of grant.classes ?? []) {
    if (!present.includes(each)) found.push(`it has nothing of class ${each}: remove the word.`);
    const law = book.laws.find(({ hides, of, where, binds }) => !where && (!of || of === record.name) && hides.includes(each) && (!binds || binds({ regime, political: false })));
    if (law) found.push(`${each} is granted, yet a law always hides it ("${law.says}"): remove the grant.`);
  }
  return found;
}
