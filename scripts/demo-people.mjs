// @ts-check
/** `npm run -s demo:people`: who may sign in to the demo, as a table, or with `-- --json` for a program. */
import { options, progressToStderr, setUp } from './setup.mjs';

const { '--json': json } = options(['--json']);
progressToStderr();
await setUp(import.meta.url);
const { demoLogins, table } = await import('./people.mjs');
console.log(json ? JSON.stringify(demoLogins(), null, 2) : table(demoLogins()));
