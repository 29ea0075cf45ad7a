import type { Holder, Within } from '#dossiers';
import { type Desk, Regime, Role, Task, TaskKind, update, type Write } from '#kernel';
import { CaseSignal, MediationCase, MediationParty, PartySide } from './mediation-case.record.js';
import { type MediationFacts, type Side } from './mediation.workflow.js';
import { Settlement } from './settlement.record.js';
import { TensionSignal } from './tension-signal.record.js';

/** A mediation as its steps look at it: its row, its parties, what is to be signed, and the signals that follow it. */
export type Matter = { row: MediationCase; parties: MediationParty[]; settlements: Settlement[]; signals: TensionSignal[]; tasks: Task[]; isSigned?: boolean };

/** What is done in the context of the Woondienst, by whoever's act it follows from. */
export const asWoondienst = (partnerId: string) => ({ partnerId, personId: null, regime: Regime.PROFESSIONAL_SECRECY });

/** All of it, held until the transaction ends; in the context of the partner that has the case. */
export async function matterOf(desk: Desk, row: MediationCase): Promise<Matter> {
  const parties = await desk.rowsOf(MediationParty, 'dossierId', row.id, { held: true });
  const settlements = await desk.rowsOf(Settlement, 'dossierId', row.id, { held: true });
  const joined = (await desk.rowsOf(CaseSignal, 'dossierId', row.id)).map(({ aboutId }) => aboutId).sort();
  const signals = joined.length ? await desk.rowsOf(TensionSignal, 'id', joined) : [];
  const tasks = (await desk.rowsOf(Task, 'dossierId', row.id)).filter(({ doneAt }) => !doneAt);
  return { row, parties, settlements, signals, tasks };
}

/** The mediation about a signal, held; in the context of the partner that has it. */
export async function caseAbout(desk: Desk, signalId: string): Promise<MediationCase | undefined> {
  const [link] = await desk.rowsOf(CaseSignal, 'aboutId', signalId);
  const [row] = link ? await desk.rowsOf(MediationCase, 'id', link.dossierId, { held: true }) : [];
  return row;
}

const sideOf = ({ answer, heardOn }: MediationParty): Side => ({ answer, heard: Boolean(heardOn) });

/** @param matter `isSigned`: with the signature that is being written */
export function factsOf({ parties, isSigned = false }: Pick<Matter, 'parties' | 'isSigned'>): MediationFacts {
  const landlord = parties.find(({ side }) => side === PartySide.LANDLORD);
  return {
    renters: parties.filter(({ side }) => side === PartySide.RENTER).map(sideOf),
    landlord: landlord ? sideOf(landlord) : { answer: 'OPEN', heard: false },
    settlement: { signed: isSigned },
  };
}

/** Whose worklist a step touches: who mediates, else everybody who could; the clock's own is nobody's. */
export const holders = ({ partnerId, mediatorId }: Pick<MediationCase, 'partnerId' | 'mediatorId'>): { [side: string]: Holder } => ({
  MEDIATOR: { partnerId, otherPartnerId: null, personId: mediatorId, role: Role.HOUSING_COUNSELLOR },
  CLOCK: { partnerId, otherPartnerId: null, personId: null, role: null },
});

export type Terms = { [name: string]: Within };

/** Tasks of the mediator go over to another. */
export const handTasks = (tasks: readonly Task[], personId: string): Write[] => tasks.filter(({ awaits, kind }) => !awaits && kind !== TaskKind.ESCALATED).map((task) => update(Task, task, { personId }));

/** Letters and digits alone, without accents, with one blank between words: the same words, however they were typed. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** One home. */
export const addressKey = ({ street, postcode }: { street: string; postcode: string }): string => folded(`${street} ${postcode}`);
