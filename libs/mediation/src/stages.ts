import { type TaskKind, closeTasks, restate, update, type Write } from '#kernel';
import { entry } from '#dossiers';
import { TensionSignal } from './tension-signal.record.js';
import { type SignalEvent, signalFlow, SignalStage } from './tension-signal.workflow.js';

/** What each stage leaves on the signal beside its name. */
const MARK: { readonly [stage in SignalStage]?: keyof TensionSignal } = {
  IN_PROGRESS: 'inProgressAt', STARTED: 'startedAt', NOT_STARTED: 'notStartedAt', AGREEMENT: 'decidedAt', NO_AGREEMENT: 'decidedAt', CLOSED: 'closedAt',
};
/** In the order in which they come: a signal that joined late passes those that it missed. */
const ORDER: readonly SignalEvent[] = ['confirm', 'start', 'notStart', 'fail', 'settle', 'close'];

/** The steps of a signal from its stage to another, or none when it does not lead there. */
export function stepsTo(from: SignalStage, to: SignalStage): SignalStage[] {
  if (from === to) return [];
  for (const event of ORDER) {
    const next = signalFlow.states[from][event]?.to;
    const rest = next && stepsTo(next, to);
    if (next && rest && (rest.length || next === to)) return [next, ...rest];
  }
  return [];
}

/**
 * What the landlord learns of a step: the stage, its day, and nothing else (decisions 7). Written in the context of whose signal it is.
 * @param signals held, of one mediation
 * @param through the stages on the way, the last of them where it comes to stand
 */
export function tellStage(signals: readonly TensionSignal[], through: readonly SignalStage[], now: Date): Write[] {
  return signals.flatMap((signal) => {
    const passed = through.reduce<SignalStage[]>((steps, to) => [...steps, ...stepsTo(steps.at(-1) ?? signal.state, to)], []);
    if (!passed.length) return [];
    const row = Object.assign(Object.create(Object.getPrototypeOf(signal) as object), signal) as TensionSignal;
    const updates = passed.map((state) => {
      const write = update(TensionSignal, { ...row }, { state, [MARK[state]!]: now });
      row.version += 1;
      return write;
    });
    const closed = [...new Set(passed.flatMap((state) => Object.values(signalFlow.states).flatMap((arrows) => Object.values(arrows)).filter((arrow) => arrow.to === state).flatMap(({ closes = [] }) => closes)))];
    const sides = [...new Set([signal.partnerId, signal.receiverId])];
    return [
      ...updates,
      ...(closed.length ? sides.map((side) => closeTasks(signal.id, side, sides.find((other) => other !== side) ?? null, closed as TaskKind[], now)) : []),
      ...sides.map((side) => restate(signal.id, side, passed.at(-1)!, now)),
      ...passed.map((state) => entry({ dossierId: signal.id, partnerId: signal.receiverId, personName: 'Woonbrug', at: now, event: `STAGE_${state}` })),
    ];
  });
}
