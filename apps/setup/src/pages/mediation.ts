import { mediationFlow, PLACEHOLDERS, STATE_NAMES, STEP_NAMES, TERM_RUNS } from '#mediation';

/** What the web must know of the steps that a protocol may have. There is no second truth. */
export function mediationFile(): string {
  const steps = Object.fromEntries(Object.entries(mediationFlow.states).map(([state, arrows]) => [state, Object.fromEntries(Object.entries(arrows).map(([event, { to }]) => [event, to]))]));
  const parts = { STEPS: steps, STATE_NAMES, STEP_NAMES, TERM_RUNS, PLACEHOLDERS };
  return `// Made from the workflow of the server by npm run generate; not to be changed by hand.\n${Object.entries(parts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`).join('')}`;
}
