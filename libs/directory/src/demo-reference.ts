import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Opened, openYaml, ReferenceFaults } from '../../kernel/src/reference/load.js';
import { Demo } from './demo.shape.js';
import { demoFaults } from './demo-checks.js';
import type { Region } from './reference.js';

export * from './demo.shape.js';

/** Reads every `region-*.yaml` of a demo folder as one demo, checked against the regions, or throws one error with all faults. */
export function readDemo(folder: string, regions: readonly Region[]): Demo {
  const faults: string[] = [];
  const opened: Opened<Demo>[] = [];
  for (const name of readdirSync(folder).filter((one) => /^region-.+\.ya?ml$/.test(one)).sort()) {
    try {
      opened.push(openYaml(path.join(folder, name), Demo));
    } catch (error) {
      if (!(error instanceof ReferenceFaults)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length === 0) faults.push(...demoFaults(opened, regions));
  if (faults.length > 0) throw new ReferenceFaults(faults);
  const all = <K extends keyof Demo>(part: K) => opened.flatMap(({ value }) => value[part] as Demo[K][number][]) as Demo[K];
  return { people: all('people'), clients: all('clients'), referrals: all('referrals'), consults: all('consults'), signals: all('signals') };
}
