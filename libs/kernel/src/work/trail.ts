import type { Actor } from '../policy/book.js';
import type { Unit } from './unit.js';

/** One line of the trail (BR-P13): who, in which capacity, did or saw what, on which dossiers, of which classes. No content. */
export type Trace = { operation: string; purpose: string; record: string; dossierIds: readonly string[]; classes: readonly string[]; outcome: string };

/** Writes it in the same transaction as what it tells. */
export async function trace(unit: Unit, capacity: string, { operation, purpose, record, dossierIds, classes, outcome }: Trace): Promise<void> {
  await unit.query({
    name: 'trace',
    text: 'insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [unit.context.personId, unit.context.partnerId, capacity, operation, purpose, record, [...new Set(dossierIds)], classes, outcome],
  });
}

/** Why a capacity does what it does; a person may not choose another purpose. */
export const purposeOf = (me: Pick<Actor, 'role'>): string =>
  ({ SOCIAL_WORKER: 'help', HOUSING_COUNSELLOR: 'help', TENANCY_OFFICER: 'tenancy', ENERGY_ADVISER: 'energy', COORDINATOR: 'coordination', SIGNATORY: 'signing', PARTNER_ADMIN: 'administration', DPO: 'supervision' })[me.role];
