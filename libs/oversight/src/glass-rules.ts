import { type Desk, Refusal } from '#kernel';
import type { OversightReference } from './oversight.reference.js';

const WEEK = 7 * 86_400_000;
const MINUTE = 60_000;

/** A dossier that somebody opens by its number; `opener`: the partner that gave the partner its seat there. */
export type Target = { id: string; kind: string; opener: string };

/** Behind the wall: a number of another, and of what she is kept away from, is there no more than one that is nobody's. Where a mediation and the signal that led to it bear one number, it is the mediation's. */
export async function targetOf(desk: Desk, partnerId: string, number: string): Promise<Target | undefined> {
  const { rows } = await desk.unit.query<Target>({
    text: `select p.dossier_id as id, p.kind, p.granted_by as opener from (select id from numbered where number = $1) n
      join party p on p.dossier_id = n.id and p.partner_id = $2 and p.until > now() order by (p.kind = 'MediationCase') desc, p.at desc limit 1`,
    values: [number, partnerId],
  });
  return rows[0];
}

export const numberOf = (typed: string): string => typed.trim().toUpperCase();
export const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });

/** @throws Refusal INVALID for a reason that says too little */
export function reasonOf(typed: string, { breakGlass: { reason: least } }: OversightReference): string {
  const reason = typed.trim();
  if (reason.length < least) throw invalid('reason', `Schrijf in minstens ${least} tekens waarom het nodig is.`);
  return reason;
}

export const endOf = (now: Date, { breakGlass: { minutes } }: OversightReference): Date => new Date(now.getTime() + minutes * MINUTE);

/** More often than she may: the DPO hears of it. */
export class TooOften extends Refusal {}

/** One at a time of what a person does: so that counting what she did holds. */
export const alone = (desk: Desk, personId: string): Promise<unknown> => desk.unit.query({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [`glass ${personId}`] });
/** How many of these moments lie in the last seven days. */
export const inAWeek = (moments: readonly Date[], now: Date): number => moments.filter((each) => each.getTime() > now.getTime() - WEEK).length;
