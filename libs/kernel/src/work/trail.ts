import { Logger } from '@nestjs/common';
import type { Actor } from '../policy/book.js';
import { Refusal } from '../vocabulary/refusal.js';
import type { Unit } from './unit.js';

/** One line of the trail (BR-P13): who, in which capacity, did or saw what, on which dossiers, of which classes; `changed`: whether it wrote. No content. */
export type Trace = { operation: string; purpose: string; record: string; dossierIds: readonly string[]; classes: readonly string[]; outcome: string; changed?: boolean };

const log = new Logger('Trail');

/** Writes it in the same transaction as what it tells, which ends well only with it: without its line nothing is shown and nothing is changed (AU-07). */
export function trace(unit: Unit, capacity: string, { operation, purpose, record, dossierIds, classes, outcome, changed = false }: Trace): void {
  const line = {
    name: 'trace',
    text: 'insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome, changed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    values: [unit.context.personId, unit.context.partnerId, capacity, operation, purpose, record, [...new Set(dossierIds)], classes, outcome, changed],
  };
  unit.owe(unit.query(line).catch(untold));
}

function untold({ code = 'no code' }: { code?: string }): never {
  log.error(`The trail cannot be written: ${code}`);
  throw new Refusal('UNAVAILABLE');
}

/** For a statement that reads and tells of it at once: what it may not write, or not so, is its line. */
export function untoldIfRefused(error: Error & { code?: string }): never {
  if (/^(23...|42501)$/.test(error.code ?? '')) untold(error);
  throw error;
}

/** Why somebody reads what her function does not show her (BR-P19). */
export const THROUGH_GLASS = 'glass';

/** Why a capacity does what it does; a person may not choose another purpose. */
export const purposeOf = (me: Pick<Actor, 'role'>): string =>
  ({ SOCIAL_WORKER: 'help', HOUSING_COUNSELLOR: 'help', TENANCY_OFFICER: 'tenancy', ENERGY_ADVISER: 'energy', COORDINATOR: 'coordination', SIGNATORY: 'signing', PARTNER_ADMIN: 'administration', DPO: 'supervision', PLATFORM_ADMIN: 'support' })[me.role];
