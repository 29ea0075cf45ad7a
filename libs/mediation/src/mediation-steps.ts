import { Injectable } from '@nestjs/common';
import type { ClosingDays } from '#directory';
import { entry, taskWrites } from '#dossiers';
import { type Desk, insert, Refusal, restate, step, TaskKind, update, type Write } from '#kernel';
import { asWoondienst, factsOf, holders, type Matter, type Terms } from './files.js';
import { Deviation, DeviationKind, MediationCase, MediationParty } from './mediation-case.record.js';
import { type MediationEvent, MediationState } from './mediation.workflow.js';
import { CooperationProtocols } from './protocol/cooperation-protocols.js';
import type { CooperationText } from './protocol/cooperation-text.js';
import { flowOf } from './protocol/flow-of.js';
import { termsOf } from './protocol/terms-of.js';
import { takenBack } from './offers.js';
import { tellStage } from './stages.js';
import { SignalStage } from './tension-signal.workflow.js';

export type Taken = { event: MediationEvent; changes: Partial<MediationCase>; told?: string; outcome?: string; deviation?: string | null };
export type Circumstances = { desk: Desk; closed: ClosingDays; now: Date; by: { partnerId: string; name: string } };

const { IN_PROGRESS, STARTED, AGREEMENT, NO_AGREEMENT, CLOSED, NOT_STARTED } = SignalStage;
/** Before both sides take part: that it did not start is told by the clock alone (decisions 7). */
const BEFORE: readonly MediationState[] = [MediationState.SIGNALLED, MediationState.TRIAGE, MediationState.ACCEPTED, MediationState.CONTACTING_RENTER];
const over = ({ settledAt }: MediationCase): SignalStage[] => [settledAt ? AGREEMENT : NO_AGREEMENT, CLOSED];
const left = (row: MediationCase): SignalStage[] => (BEFORE.includes(row.state) ? [IN_PROGRESS] : over(row));

/** Through which stages a step leads what the landlord sees; absent: nothing. */
const TELLS: { readonly [event in MediationEvent]?: (row: MediationCase, to: MediationState) => SignalStage[] } = {
  accept: () => [IN_PROGRESS],
  outOfScope: () => [IN_PROGRESS],
  agree: () => [STARTED],
  conclude: () => [AGREEMENT],
  succeed: over,
  partly: over,
  close: (row, to) => (to === MediationState.CLOSED_NO_AGREEMENT ? over(row) : []),
  stop: left,
  goToCourt: left,
};

/** One step of a mediation by the protocol of its case: what is written, whoever caused it. */
@Injectable()
export class MediationSteps {
  constructor(private readonly protocols: CooperationProtocols) {}

  /**
   * @throws Refusal NOT_POSSIBLE when the protocol has no such step here, NEEDS when something does not hold yet, or a term has passed and nobody says why
   */
  async taken(matter: Matter, { event, changes, told, outcome, deviation }: Taken, { desk, closed, now, by }: Circumstances): Promise<Write[]> {
    const { row, parties, signals, tasks } = matter;
    const { id, partnerId } = row;
    const text = await this.textOf(desk, row);
    const arrow = step(flowOf(text), row, event, factsOf(matter));
    const ends = !Object.keys(flowOf(text).states[arrow.to]).length;
    const terms = this.terms(text, matter, closed);
    // The day on which it is told lies behind: then it is told with the step.
    const isTooLate = Boolean(arrow.opens?.some(({ task }) => task === 'TELL_NOT_STARTED') && terms.told.due < now);
    const stages = [...(TELLS[event]?.(row, arrow.to) ?? []), ...(isTooLate ? [NOT_STARTED] : [])];
    // What the landlord does not know yet is not over: a second signal still joins it.
    const isTold = stages.includes(CLOSED) || signals.every(({ state }) => state === NOT_STARTED);
    const settledAt = event === 'conclude' ? now : row.settledAt;
    const values = { ...changes, state: arrow.to, changedAt: now, settledAt, ...((isTooLate || (ends && isTold)) && { endedAt: row.endedAt ?? now }) };
    const isLate = tasks.some(({ kind, due, awaits }) => arrow.closes?.includes(kind) && kind !== TaskKind.ESCALATED && !awaits && due && due < now) && event !== 'stop' && event !== 'goToCourt';
    if (isLate && !deviation?.trim()) throw new Refusal('NEEDS', 'De termijn uit het protocol is voorbij. Schrijf op waarom.', { fields: [{ field: 'deviation', message: 'De termijn uit het protocol is voorbij. Schrijf op waarom.' }] });
    return [
      update(MediationCase, row, values),
      ...taskWrites(isTooLate ? { ...arrow, opens: [] } : arrow, id, now, holders({ ...row, ...changes }), { ...terms, ...(settledAt && this.afterSigning(text, row, settledAt, closed)) }),
      restate(id, partnerId, arrow.to, now),
      entry({ dossierId: id, partnerId, personName: by.name, at: now, event: `MEDIATION_${event.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`, text: told, outcome }),
      ...(isLate ? [this.deviates(row, DeviationKind.LATE, event, deviation!, now, by.name)] : []),
      ...(event === 'goToCourt' ? [sealNotes(row)] : []),
      // Whether it was kept to, both tell anew.
      ...(event === 'breach' ? parties.filter(({ heardOn }) => heardOn).map((party) => update(MediationParty, party, { heardOn: null, heardWay: null })) : []),
      ...(row.state === MediationState.SETTLEMENT_DRAFT && event !== 'conclude' ? await takenBack(desk, matter, now) : []),
      ...tellStage(signals, stages, now),
    ];
  }

  /** Whether the protocol of its case has such a step where it stands. */
  async has(desk: Desk, row: MediationCase, event: MediationEvent): Promise<boolean> {
    return Object.hasOwn(flowOf(await this.textOf(desk, row)).states[row.state], event);
  }

  deviates({ id: dossierId, partnerId }: MediationCase, kind: DeviationKind, stepTaken: string, reason: string, at: Date, byName: string): Write {
    return insert(Deviation, { id: crypto.randomUUID(), dossierId, partnerId, kind, step: stepTaken, reason: reason.trim(), at, byName });
  }

  /** A case keeps the edition under which it began. */
  async textOf(desk: Desk, { protocolId }: Pick<MediationCase, 'protocolId'>): Promise<CooperationText> {
    return protocolId ? (await this.protocols.of(desk, protocolId)).text : this.protocols.defaults();
  }

  /** Counted from the delivery of the signal, in the calendar of who mediates as it is today. */
  private terms(text: CooperationText, { row: { partnerId, deliveredAt }, signals }: Matter, closed: ClosingDays): Terms {
    const terms = termsOf(text, { from: 'DELIVERY', at: deliveredAt, closed, calendarId: partnerId });
    // Who reported last is told nothing before the day that stands on her own signal.
    const last = Math.max(terms.heard!.due.getTime(), ...signals.map(({ heardBy }) => heardBy.getTime()));
    return { ...terms, told: { ...terms.heard!, due: new Date(last) } };
  }

  private afterSigning(text: CooperationText, { partnerId }: MediationCase, at: Date, closed: ClosingDays): Terms {
    return termsOf(text, { from: 'SIGNING', at, closed, calendarId: partnerId });
  }
}

const sealNotes = ({ id, partnerId }: MediationCase): Write => ({ as: asWoondienst(partnerId).partnerId, sql: () => ({ name: 'seal notes', text: 'select seal_notes($1)', values: [id] }) });
