// @ts-check
/**
 * `npm run test:privacy`: the proofs of the walls at their real size, with what was counted; `--full` for the longest, which takes a day and more.
 * The same tests run small inside `npm test` (test/house/sizes.ts).
 */
import { setUp } from './setup.mjs';
await setUp(import.meta.url);

const { runJest } = await import('./jest.mjs');
const PROOFS = ['matrix', 'cells', 'fields', 'agreement', 'foreign', 'one-wall', 'two-worlds', 'sharing', 'trail', 'threats'].map((name) => `test/house/${name}.spec.ts`);
const full = process.argv.includes('--full');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--full');
await runJest(wanted.length ? wanted : PROOFS, { shows: /^(PASS|FAIL|Tests:) |^ {2}\d+ | › /, env: { WITHOUT_BROWSER: 'true', WOONBRUG_PRIVACY: full ? 'full' : 'long' } });
