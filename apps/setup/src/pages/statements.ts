import type { Type } from '@nestjs/common';
import { Client } from '#clients';
import { REGIME_OF } from '#directory';
import { type Ask, PartnerKind, Role, type Selection, shapeOf, statementFor, Task } from '#kernel';
import { book } from '#privacy';
import { Referral } from '#referrals';

const on = (...fields: string[]): Selection => Object.fromEntries(fields.map((field) => [field, true]));
const row = on('number', 'state', 'type', 'urgent', 'givenName', 'familyName', 'changedAt');
const READS: { what: string; record: Type; ask: Ask; selection: Selection }[] = [
  { what: 'page of referrals', record: Referral, ask: { first: 25 }, selection: row },
  { what: 'page of referrals in one state, after a cursor', record: Referral, ask: { first: 25, state: '', after: '' }, selection: row },
  { what: 'one referral with its answers, notes and timeline', record: Referral, ask: { id: '' }, selection: { ...row, ...on('question', 'phone', 'incomeNote', 'debtsNote', 'may'), answers: on('state', 'due', 'may'), notes: on('dataClass', 'body'), timeline: on('at', 'event', 'text', 'outcome'), client: on('givenName') } },
  { what: 'page of clients', record: Client, ask: { first: 25 }, selection: on('givenName', 'familyName', 'birthDate') },
  { what: 'worklist: to do', record: Task, ask: { first: 25, order: 'due', any: [[['doneAt', 'null'], ['personId', '=', ''], ['awaits', '=', false]], [['doneAt', 'null'], ['personId', 'null'], ['role', '=', ''], ['awaits', '=', false]]] }, selection: { ...on('kind', 'due'), referral: on('number', 'givenName', 'familyName') } },
];
const READERS = [
  { partnerKind: PartnerKind.OCMW, role: Role.SOCIAL_WORKER },
  { partnerKind: PartnerKind.WOONDIENST, role: Role.HOUSING_COUNSELLOR },
  { partnerKind: PartnerKind.HOUSING_COMPANY, role: Role.TENANCY_OFFICER },
];

/** The SQL that runs behind each page, so that a change of book or door shows in a review. */
export const statementsPage = (): string =>
  ['-- The statements of the reading door. Made by npm run generate; not to be changed by hand.', '-- $1: the reader\'s partner, $2: the reader; then what was asked.', '', ...READERS.flatMap(statementsOf)].join('\n');

function statementsOf(reader: (typeof READERS)[number]): string[] {
  const me = { ...reader, regime: REGIME_OF[reader.partnerKind], political: false };
  return READS.flatMap(({ what, record, ask, selection }) => [`-- ${reader.partnerKind} ${reader.role}: ${what}`, `${laidOut(statementFor(book, me, shapeOf(record), ask, selection).text)};`, '']);
}

/** One clause per line: enough to compare two versions. */
const laidOut = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/ (cross join lateral|left join lateral|join lateral|from|where|order by|limit) /g, '\n  $1 ').replace(/, 'withheld'/g, ",\n  'withheld'").replace(/, 'may'/g, ",\n  'may'");
