import { createHash } from 'node:crypto';
import { type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Agreement, Client, type ClientFacts } from '#clients';
import { Note, OwnNumber } from '#dossiers';
import { changesOf, DataClass, findsNationalNumber, inputOf, noonOf } from '#kernel';
import { type NewAgreement, Referral, type ReferralFacts } from '#referrals';
import type { Column, Part } from './columns.js';
import { Standing } from './columns.js';
import type { Raw } from './file.js';

/** What is wrong with a row, or worth a look: in which column, in Dutch. */
export type Remark = { column: string | null; says: string };
export type RunningReferral = { type: string; receivers: string[]; deliveredAt: Date; standing: Standing; contact: string | null; classes: DataClass[]; facts: ReferralFacts; notes: { dataClass: Note['dataClass']; body: string }[]; agreement: NewAgreement };
/** A row as the portal understands it. */
export type Row = { row: number; reference: string | null; name: string | null; content: string; faults: Remark[]; client: ClientFacts; since: Date | null; referral: RunningReferral | null };

type Values = { [field: string]: unknown };

class OfClient extends inputOf(Client, ['givenName', 'familyName', 'birthDate', 'cirNumber', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'adults', 'children', 'householdNote', 'representativeName', 'representativeKind', 'representativeFor', 'representativeUntil']) {}
class OfReferral extends changesOf(Referral, ['question', 'accessibleHome', 'incomeSource', 'incomeNote', 'meetsIncomeCondition', 'lowestIncomeCategory', 'incomeProofOn', 'debtsNote', 'housingSituation', 'housingNote', 'housingWishes', 'pastTenancyNote', 'heating', 'homeNote']) {}
class OfAgreement extends inputOf(Agreement, ['agreedName']) {}
class OfNote extends inputOf(Note, ['body']) {}
class OfNumber extends inputOf(OwnNumber, ['number']) {}

const EMPTY = 'Vul dit in.';
const TOLD = ['toldThat', 'toldPurpose', 'toldWhom', 'toldContent'] as const;
const NOTES = [DataClass.HEALTH, DataClass.JUDICIAL] as const;

/** Reads a row by the checks of the records themselves; all of its faults at once. */
export function readRow(raw: Raw, columns: readonly Column[]): Row {
  const faults: Remark[] = raw.tooLong ? [{ column: null, says: 'Deze rij heeft meer cellen dan er kolommen zijn. Kijk na of er ergens een scheidingsteken te veel staat.' }] : [];
  const say = (field: string, says: string) => faults.push({ column: columns.find((each) => each.field === field)?.name ?? null, says });
  const values = valuesOf(raw, columns, say);
  const refers = values.type !== undefined || raw.cells.has('type');
  const { reference, since, ...facts } = partOf(values, columns, 'CLIENT');
  check(OfClient, facts, raw, say);
  check(OfNumber, { number: reference }, raw, (_, says) => say('reference', says), () => 'reference');
  required(raw, columns, refers, say);
  const shown = (text: unknown) => (typeof text === 'string' && !findsNationalNumber(text) ? text : null);
  return {
    row: raw.row,
    reference: shown(reference),
    name: shown([facts.givenName, facts.familyName].filter(Boolean).join(' ')),
    content: contentOf(values, raw),
    client: { addressProtected: false, ...facts },
    since: typeof since === 'string' ? noonOf(since) : null,
    referral: refers ? referralOf(values, columns, raw, say) : alone(raw, columns, say),
    faults,
  };
}

/** A hash of what the filled cells say: whatever order they stand in, and whatever columns the template gains later. */
const contentOf = (values: Values, { cells }: Raw): string => createHash('sha256').update(JSON.stringify([...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, cell]) => [field, values[field] ?? cell]))).digest('hex');

type Say = (field: string, says: string) => void;

function valuesOf(raw: Raw, columns: readonly Column[], say: Say): Values {
  const values: Values = {};
  for (const { field, read } of columns) {
    const cell = raw.cells.get(field);
    const found = cell === undefined ? undefined : read(cell);
    if (found && 'says' in found) say(field, found.says);
    else if (found) values[field] = found.value;
  }
  return values;
}

const partOf = (values: Values, columns: readonly Column[], part: Part): Values => Object.fromEntries(columns.filter((each) => each.part === part && values[each.field] !== undefined).map(({ field }) => [field, values[field]]));

/** By the checks of a record; a cell that could not be read, or is empty, is told of already. */
function check(input: Type<object>, values: Values, raw: Raw, say: Say, cellOf = (field: string) => field): void {
  for (const { property, constraints } of validateSync(plainToInstance(input, values), { forbidUnknownValues: false })) {
    if (values[property] === undefined) continue;
    say(cellOf(property), constraints?.noNationalNumber ?? Object.values(constraints ?? {})[0]);
  }
}

function required(raw: Raw, columns: readonly Column[], refers: boolean, say: Say): void {
  for (const { field, required: is } of columns) if ((is === 'ALWAYS' || (is && refers)) && !raw.cells.has(field)) say(field, EMPTY);
}

/** What belongs to a referral in a row that names none would be lost without a word. */
function alone(raw: Raw, columns: readonly Column[], say: Say): null {
  const left = columns.filter(({ part, field }) => part !== 'CLIENT' && raw.cells.has(field)).map(({ name }) => name);
  if (left.length) say('type', `Noem de soort doorverwijzing, of maak deze cellen leeg: ${left.join(', ')}.`);
  return null;
}

function referralOf(values: Values, columns: readonly Column[], raw: Raw, say: Say): RunningReferral {
  const { type, receivers = [], deliveredOn, standing = Standing.WAITING, contact = null, ...facts } = partOf(values, columns.filter(({ field }) => !(NOTES as readonly string[]).includes(field)), 'REFERRAL') as Values & { receivers?: string[]; deliveredOn?: string; standing?: Standing; contact?: string };
  const { classes = [], ...agreement } = partOf(values, columns, 'AGREEMENT') as Values & { classes?: DataClass[] };
  check(OfReferral, facts, raw, say);
  check(OfAgreement, agreement, raw, say);
  const notes = NOTES.flatMap((dataClass) => (values[dataClass] === undefined ? [] : [{ dataClass, body: values[dataClass] as string }]));
  for (const { dataClass, body } of notes) check(OfNote, { body }, raw, say, () => dataClass);
  if (contact && findsNationalNumber(contact)) say('contact', 'Hier staat een rijksregisternummer. Dat bewaren we nooit: haal het weg.');
  if (contact && contact.length > 120) say('contact', 'Hoogstens 120 tekens.');
  if (contact && receivers.length > 1) say('contact', 'Dit kan alleen als u één partner noemt.');
  if (standing !== Standing.WAITING && receivers.length > 1) say('standing', 'Dit kan alleen als u één partner noemt. Laat het leeg bij meer partners.');
  if (standing === Standing.ENDED) say('standing', 'Wat afgesloten is, voert u niet in. Maak de cellen van de doorverwijzing leeg: dan komt alleen de cliënt erin.');
  if (typeof agreement.agreedOn === 'string' && deliveredOn && agreement.agreedOn > deliveredOn) say('agreedOn', 'Dit akkoord kwam na het versturen. Een akkoord gaat vooraf: zo kan de doorverwijzing er niet in.');
  for (const point of TOLD) if (values[point] === false) say(point, 'Zonder dat dit punt besproken is, kan de doorverwijzing er niet in.');
  return {
    type: String(type), receivers, standing, contact, classes, notes,
    deliveredAt: noonOf(deliveredOn ?? '1900-01-01'),
    facts: { urgent: false, ...facts },
    agreement: { personId: null, minorAsked: false, agreedName: '', ...agreement, classes } as NewAgreement,
  };
}
