import { closeTasks, type Desk, TaskKind, type Write } from '#kernel';
import type { Matter } from './files.js';
import { Settlement, SettlementState } from './settlement.record.js';
import { SignalOrigin, type TensionSignal } from './tension-signal.record.js';

/** A landlord with a seat finds a copy of what it is to sign. */
export const isOfLandlord = ({ origin }: TensionSignal): boolean => origin === SignalOrigin.COMPANY;

/** What lies before the landlord. */
export async function copiesOf(desk: Desk, { signals }: Pick<Matter, 'signals'>): Promise<Settlement[]> {
  const ids = signals.filter(isOfLandlord).map(({ id }) => id);
  return ids.length ? (await desk.rowsOf(Settlement, 'dossierId', ids)).filter(({ state }) => state === SettlementState.OFFERED) : [];
}

/** Nobody signs it any more: there is another text, or the mediation went on without one. */
export async function takenBack(desk: Desk, matter: Matter, now: Date): Promise<Write[]> {
  const present = matter.settlements.filter(({ state }) => state === SettlementState.DRAFT || state === SettlementState.OFFERED);
  const copies = await copiesOf(desk, matter);
  const tasks = copies.length ? matter.signals.map((signal) => closeTasks(signal.id, signal.partnerId, signal.receiverId, [TaskKind.SIGN_SETTLEMENT], now)) : [];
  return [...[...present, ...copies].map((each) => moved(each, SettlementState.REPLACED, now)), ...tasks];
}

/** The copies of one text move together, whatever their version is by now. */
export const moved = ({ id, partnerId }: Settlement, state: SettlementState, now: Date): Write => ({
  as: partnerId,
  rows: 1,
  sql: () => ({ name: `settlement ${state}`, text: `update settlement set state = $2, signed_at = case when $2 = 'SIGNED' then $3::timestamptz end, version = version + 1 where id = $1`, values: [id, state, now] }),
});
