import { Logger } from '@nestjs/common';
import { Refusal, type RefusalCode } from '../vocabulary/refusal.js';

const log = new Logger('Database');

/** What PostgreSQL's code means to a person; anything else is our own fault. */
const MEANS: { [sqlstate: string]: RefusalCode } = {
  '40001': 'CONFLICT', // also raised by keep_version
  '40P01': 'CONFLICT',
  '23505': 'CONFLICT',
  P0001: 'NOT_POSSIBLE', // follow_arrow
  P0002: 'NOT_FOUND', // the gate functions
  '42501': 'NOT_FOUND', // a wall refused the row
  '22021': 'INVALID', // a sign that no text holds (NUL)
  '25006': 'UNAVAILABLE', // a standby, which takes no writes: the primary has moved
  '57014': 'UNAVAILABLE',
  '57P01': 'UNAVAILABLE',
  '57P02': 'UNAVAILABLE',
  '57P03': 'UNAVAILABLE',
  '53300': 'UNAVAILABLE',
};

/** The way to the database is broken, in PostgreSQL's words (class 08) or in those of the machine. */
const AWAY = /^(08...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver says without a code: it lost the connection, or every one was taken for too long. */
const NO_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (has encountered|was closed)|Cannot use a pool after)|connection timeout/i;

const LAST_ADMIN = 'P0003';
const HOLDS_FILES = 'P0004';
const NO_LONGER_HERE = 'P0005';
const ONE_HUMAN = 'P0006';

/** Who acts was said without the portal's seal (decisions 30); on a connection where nobody ever entered, in PostgreSQL's own words. */
export function isForged(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return (code === '28000' && message === 'bad context') || (code === '55000' && message.includes('"entered"'));
}

/** Turns whatever was thrown into a refusal; the database's words stay in the log, without values. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  if (code === LAST_ADMIN) return new Refusal('NEEDS', 'Dit is de laatste beheerder van deze partner. Geef eerst iemand anders deze functie.');
  // The words are a number, counted by keep_files.
  if (code === HOLDS_FILES) return new Refusal('NEEDS', Number(message) === 1 ? 'Draag eerst 1 dossier over aan een collega.' : `Draag eerst ${Number(message)} dossiers over aan een collega.`);
  if (code === NO_LONGER_HERE) return new Refusal('NEEDS', 'Deze persoon werkt hier niet meer. Kies iemand anders.');
  if (code === ONE_HUMAN) return new Refusal('NEEDS', 'U tekende al voor de andere partij. Voor elke partij moet iemand anders tekenen.');
  if (NO_CONNECTION.test(message)) return new Refusal('UNAVAILABLE');
  const known = AWAY.test(code) ? 'UNAVAILABLE' : MEANS[code];
  // A message may quote a value (22P02), so only the code is written down, or where it happened.
  const where = (error as Error).stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).join('\n') ?? '';
  if (!known || known === 'UNAVAILABLE') log.error(`${code || 'no code'} ${(error as Error).name ?? ''}\n${where}`);
  return new Refusal(known ?? 'INTERNAL');
}
