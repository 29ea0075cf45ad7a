export { scan, ScannerAway, type Verdict } from './clamav.js';
export { Gate } from './gate.js';
export type { Inspected } from './inspect.js';
export { inspected } from './inspection.js';
export { EXTENSIONS, type Kind, KINDS } from './kinds.js';
export { FileRefused } from './refused.js';
