export { GlassBreak } from './glass-break.record.js';
export { GlassBreaksResolver } from './glass-breaks.resolver.js';
export { OversightDoors } from './oversight.module.js';
export { OVERSIGHT, type OversightReference, readOversight } from './oversight.reference.js';
export { SupportLook, SupportRequest } from './support-look.record.js';
export { SupportLooksResolver } from './support-looks.resolver.js';
export { type AskedEvent, type AskerEvent, oversightFlows } from './support.workflow.js';
export { TrailsResolver } from './trails.resolver.js';
