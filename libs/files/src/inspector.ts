/** Runs in a thread of its own, for one file. */
import { parentPort, workerData } from 'node:worker_threads';
import { inspect } from './inspect.js';
import { FileRefused } from './refused.js';

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };
const answer = await inspect(bytes, name).catch((error: unknown) => ({ why: error instanceof FileRefused ? error.why : ('broken' as const) }));
parentPort!.postMessage(answer);
