export { GlassBreak } from './glass-break.record.js';
export { GlassBreaksResolver } from './glass-breaks.resolver.js';
export { OversightDoors } from './oversight.module.js';
export { OVERSIGHT, type OversightReference, readOversight } from './oversight.reference.js';
export { TrailsResolver } from './trails.resolver.js';
