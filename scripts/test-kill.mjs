// @ts-check
/**
 * `npm run test:kill`: api, worker and PostgreSQL killed in turn under load, 300 times in all, and then what is there is counted; and a
 * hundred writers who each change one record a hundred times.
 * `-- --kills 30 --seed 7`: fewer, or another order. The same tests run small inside `npm test`.
 */
import { parseArgs } from 'node:util';
import { fail, say, setUp } from './setup.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '300' }, seed: { type: 'string', default: String(Date.now() % 100_000) } } });
for (const [name, value] of Object.entries(values)) if (!/^\d{1,6}$/.test(value)) fail(`--${name} must be a number, and it is "${value}".`);
await setUp(import.meta.url);

const { runJest } = await import('./jest.mjs');
say(`  ${values.kills} kills; the same again with: npm run test:kill -- --kills ${values.kills} --seed ${values.seed}`);
const env = { WITHOUT_BROWSER: 'true', WOONBRUG_KILLS: values.kills, WOONBRUG_SEED: values.seed };
await runJest(['--maxWorkers', '1', 'test/api/killed-under-load.spec.ts', 'test/api/crowd.spec.ts'], { shows: /^(PASS|FAIL|Tests:) |^ {2}\| | › /, env });
