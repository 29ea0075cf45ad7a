import { randomBytes } from 'node:crypto';
import { allRecords, type RecordShape } from '#kernel';
import '#imports';
import '../../apps/api/src/doors.js';
import type { Truth } from '../cast/truth.js';

type Column = RecordShape['columns'] extends Map<string, infer Shape> ? Shape : never;

/** Codes, hashes and random numbers, and the name that somebody signs in with: they tell nothing, or nothing works without them. */
const NO_WORDS = [
  'Answer.rejectReason', 'CalendarFeed.secretHash', 'Consult.number', 'DestructionItem.kind', 'DestructionItem.number', 'DestructionItem.rule', 'LegalHold.kind', 'LegalHold.number', 'ImportedRow.content', 'Notice.dossierKind', 'Person.subject', 'Person.username', 'Receipt.hash', 'Referral.number', 'Referral.type', 'TimelineEntry.event',
  'MediationCase.number', 'Settlement.hash', 'SettlementSignature.hash', 'TensionSignal.number',
  // A protocol is obeyed: its text is no words but terms and steps, and what is worked out of it follows.
  'CooperationProtocol.companySignedHash', 'CooperationProtocol.hash', 'CooperationProtocol.partnerSignedHash', 'CooperationProtocol.text', 'CooperationProtocol.title',
];
/** What the database works out by itself. */
const WORKED_OUT = ['Settlement.hash', 'DestructionList.signed', 'DestructionItem.waits', 'LegalHold.lifted'];

const one = (): string => `kn${randomBytes(3).toString('hex')}q`;

/** A word of its own in every text of every record that is not open to everybody: a column that somebody adds is filled by itself. */
export class Canaries {
  private readonly fields = new Map<string, string>();

  constructor(private readonly truth: Truth) {}

  /** The fields of which something stands in a text, whatever became of its capitals. */
  in(text: string): string[] {
    const small = text.toLowerCase();
    return [...this.fields].filter(([canary]) => small.includes(canary)).map(([, field]) => field);
  }

  /** One more, for what somebody types. */
  typed(what: string): string {
    const canary = one();
    this.fields.set(canary, what);
    return canary;
  }

  get count(): number {
    return this.fields.size;
  }

  /** The fields whose words one record's rows would be found by, and those that are searched as words. */
  async searched({ name, table, columns }: RecordShape): Promise<{ found: string[]; searched: string[] }> {
    const [{ words }] = await this.truth.rows(`select coalesce(string_agg(words_of($1, to_jsonb(t))::text, ' '), '') as words from ${table} t`, [name]);
    const sources = await this.truth.rows<{ column: string }>(`select unnest(columns) as column from search_source where record = $1 and kind in ('NAME', 'TEXT')`, [name]);
    const fields = sources.map(({ column }) => [...columns.values()].find((each) => each.column === column)!.field).map((field) => `${name}.${field}`);
    return { found: this.in(words).filter((field) => !field.startsWith('typed')).sort(), searched: fields.filter((field) => !NO_WORDS.includes(field)).sort() };
  }

  async release(): Promise<void> {
    // A word stands where no check would let it: the roads must hold whatever stands there.
    for (const { drop } of await this.truth.rows(`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`)) await this.truth.rows(drop);
    await this.truth.rows('set session_replication_role = replica');
    for (const record of wordy()) {
      await this.needsARow(record);
      for (const column of wordsOf(record)) await this.fill(record, column);
    }
    await this.truth.rows('set session_replication_role = origin');
  }

  private async fill({ name, table }: RecordShape, { field, column }: Column): Promise<void> {
    const canary = this.typed(`${name}.${field}`);
    const value = field === 'email' && name === 'Person' ? `'${canary}.' || username || '@voorbeeld.example'` : `'${canary}'`;
    // Some words must differ from row to row.
    for (const how of [`${column} = ${value}`, `${column} = ${value} || left(id::text, 8)`]) {
      const filled = await this.truth.connection.query(`update ${table} set ${how}`).then(({ rowCount }) => rowCount, () => 0);
      if (filled) return;
    }
    throw new Error(`Nothing stands in ${name}.${field}: it was not filled.`);
  }

  /** What no story of the demo makes: a row of the right shape on a referral of somebody. */
  private async needsARow(record: RecordShape): Promise<void> {
    const { table, columns } = record;
    if ((await this.truth.rows(`select from ${table} limit 1`)).length) return;
    const [at] = await this.truth.rows(`select id as dossier, partner_id as partner, sender_id as person from referral where state = 'DELIVERED' limit 1`);
    const filled = [...columns.values()].filter(({ optional, field }) => (!optional || /removed|ended/.test(field)) && !WORKED_OUT.includes(`${record.name}.${field}`));
    const values = filled.map((column) => valueOf(column, at));
    await this.truth.rows(`insert into ${table} (${filled.map(({ column }) => column).join(', ')}) values (${filled.map((_, index) => `$${index + 1}`).join(', ')})`, values);
  }
}

export const wordy = (): RecordShape[] => allRecords().filter((record) => record.everyone !== true && wordsOf(record).length);
const wordsOf = ({ name, columns }: RecordShape): Column[] => [...columns.values()].filter(({ kind, field }) => kind === 'text' && !NO_WORDS.includes(`${name}.${field}`));
/** Where the words stand by right; what was replaced of them is kept in `earlier`, what is searched of them in `search_entry`. */
export const homesOfWords = (): string[] => [...wordy().map(({ table }) => table), 'earlier', 'attachment_content', 'search_entry'];

function valueOf({ field, kind, values, min }: Column, at: { [what: string]: string }): unknown {
  if (field === 'id') return crypto.randomUUID();
  if (field === 'version') return 1;
  if (field === 'audience') return [at.partner];
  if (kind === 'id') return /partner/i.test(field) ? at.partner : /dossier|about|client/i.test(field) ? at.dossier : at.person;
  return { text: 'x', choice: values?.[0], flag: false, count: Math.max(1, min ?? 1), day: '2026-01-05', moment: new Date(), list: [] }[kind];
}
