import { mediationFlow } from '../mediation.workflow.js';
import type { CooperationText } from './cooperation-text.js';

/** The table of all steps, narrowed to those of a protocol: needs and tasks of each stay as they are. */
export function flowOf({ steps }: Pick<CooperationText, 'steps'>): typeof mediationFlow {
  const has = (state: string, event: string) => Object.hasOwn(steps, state) && Object.hasOwn(steps[state], event);
  const states = Object.entries(mediationFlow.states).map(([state, arrows]) => [state, Object.fromEntries(Object.entries(arrows).filter(([event]) => has(state, event)))]);
  return { ...mediationFlow, states: Object.fromEntries(states) as (typeof mediationFlow)['states'] };
}
