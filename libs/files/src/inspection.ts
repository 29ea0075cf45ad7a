import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Gate } from './gate.js';
import type { Inspected } from './inspect.js';
import { LIMITS } from './limits.js';
import { FileRefused, type Why } from './refused.js';

const beside = new URL('./inspector.js', import.meta.url);
/** A thread runs what was built, also where the rest runs from its sources (tests). */
const INSPECTOR = existsSync(beside) ? beside : new URL('../../../dist/libs/files/src/inspector.js', import.meta.url);

/** What a strange file does to memory and time, it does to a thread that can be ended; two of them at most. */
const gate = new Gate(2);

/**
 * Looks at a file away from everything else (inspect.ts).
 * @throws FileRefused
 */
export const inspected = (bytes: Uint8Array, name: string): Promise<Inspected> => gate.through(() => alone(bytes, name));

function alone(bytes: Uint8Array, name: string): Promise<Inspected> {
  const thread = new Worker(INSPECTOR, { workerData: { bytes, name }, resourceLimits: { maxOldGenerationSizeMb: LIMITS.memory, stackSizeMb: 4 }, execArgv: [], env: {} });
  return new Promise<Inspected>((resolve, reject) => {
    const heavy = () => reject(new FileRefused('heavy'));
    const timer = setTimeout(heavy, LIMITS.seconds * 1000);
    thread.once('message', (answer: Inspected | { why: Why }) => ('why' in answer ? reject(new FileRefused(answer.why)) : resolve(answer)));
    // Out of memory, or ended before it had an answer.
    thread.once('error', heavy);
    thread.once('exit', heavy);
    void thread.once('exit', () => clearTimeout(timer));
  }).finally(() => thread.terminate());
}
