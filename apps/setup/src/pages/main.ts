/** Writes the generated pages, or with `--check` says which of them no longer tell what the code does. */
import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { privacyBookFile } from './book.js';
import { matrixPage } from './matrix.js';
import { mediationFile } from './mediation.js';
import { recordsFile } from './records.js';
import { schemaFile } from './schema.js';
import { statementsPage } from './statements.js';
import { workflowsPage } from './workflows.js';

const pages: { [file: string]: string } = {
  'docs/privacy-matrix.md': matrixPage(),
  'docs/privacy-book.json': privacyBookFile(),
  'docs/workflows.md': workflowsPage(),
  'docs/statements.sql': statementsPage(),
  'docs/schema.graphql': await schemaFile(),
  'apps/web/src/generated/records.ts': recordsFile(),
  'apps/web/src/generated/mediation.ts': mediationFile(),
};
const stale = Object.entries(pages).filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
if (process.argv.includes('--check')) {
  if (stale.length) {
    console.error(`Not up to date: ${stale.map(([file]) => file).join(', ')}. Run: npm run generate`);
    process.exit(1);
  }
} else {
  for (const [file, text] of stale) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`written: ${file}`);
  }
}
