export { DossiersDoors, DossiersModule } from './dossiers.module.js';
export { Note } from './note.record.js';
export { type Holder, taskWrites, type Within } from './tasks.js';
export { Terms, type WhenPassed } from './terms.js';
export { entry, TimelineEntry } from './timeline-entry.record.js';
export { TaskResolver, WorklistResolver } from './worklist.resolver.js';
