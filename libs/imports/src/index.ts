export { LIMIT } from './file.js';
export { ImportedRow } from './imported-row.record.js';
export { ImportsModule } from './imports.module.js';
export { ImportsService } from './imports.service.js';
export { type Counts, Fate, type Line, type Told } from './report.js';
export { templateOf } from './template.js';
