// @ts-check
/**
 * `npm test`: all set-up, then every check and every test; arguments go to jest (`npm test -- policy`).
 * `npm run check` is its quick part, without a browser.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureHome, say, setUp } from './setup.mjs';
await setUp(import.meta.url);

const { build, isBuilt, run, stopRuns } = await import('./build.mjs');
const { lifetime } = await import('./lifetime.mjs');
const { stopTests } = await import('./postgres.mjs');
const home = ensureHome();
const life = lifetime();
// Jest has no chance to do it itself when it is stopped halfway.
life.onEnd(() => {
  stopRuns();
  return stopTests(home);
});

const quick = process.argv.includes('--fast');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--fast');
let passed = 0;
let failed = 0;

await Promise.all([
  checks([
    ['Types of server and tests', () => run('tsc', ['--noEmit', '-p', 'tsconfig.json'])],
    ['Types of the web app', () => run('tsc', ['--noEmit', '-p', 'apps/web'])],
    ['Dependency rules', () => run('depcruise', ['apps', 'libs', 'migrations', '--config', '.dependency-cruiser.cjs'])],
    ['Compose file', () => run('dclint', ['docker-compose.yml', '--quiet'])],
    ['Keycloak realm (when it differs: npm run realm)', () => run('scripts/realm.mjs', ['--check'])],
  ]),
  checks([['Lint', () => run('eslint', ['.', '--max-warnings=0'])]]),
]);
if (await check('Build', async () => isBuilt() || build())) {
  await check('Generated pages (when they differ: npm run generate)', () => run('scripts/generate.mjs', ['--check']));
  await jest();
}
console.log(`\n${passed} passed, ${failed} failed`);
await life.end(failed > 0 || passed === 0 ? 1 : 0);

/** @param {[string, () => unknown][]} list */
async function checks(list) {
  for (const [what, work] of list) await check(what, work);
}

/** Runs one check and counts it as one. @param {string} what @param {() => unknown} work @returns {Promise<boolean>} whether it passed */
async function check(what, work) {
  const start = performance.now();
  const fault = await Promise.resolve(work()).then(() => undefined, (error) => error);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`  ${fault ? 'FAILED ' : ''}${what} … ${seconds} s`);
  if (fault) console.log(`${fault instanceof Error ? fault.message : fault}\n`);
  if (fault) failed += 1;
  else passed += 1;
  return !fault;
}

/** Counts jest's tests; a file that cannot be loaded, a test that was left out and a jest that did not get so far are failures. */
async function jest() {
  const report = path.join(home, 'jest.json');
  rmSync(report, { force: true });
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...(quick ? { WITHOUT_BROWSER: 'true' } : {}) };
  const args = ['--json', `--outputFile=${report}`, ...(quick ? ['--testPathIgnorePatterns', '/test/stories/browser/'] : []), ...wanted];
  const onLine = (/** @type {string} */ line) => /^(PASS|FAIL) /.test(line) && say(`  ${line}`);
  const ended = await run('jest', args, { env, onLine }).catch((error) => error);
  if (!existsSync(report)) {
    failed += 1;
    console.log(`FAILED Tests: jest ended without a report.\n${ended.message ?? ended}\n`);
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  for (const file of result.testResults) {
    const faults = file.assertionResults.filter((/** @type {{ status: string }} */ { status }) => status === 'failed');
    for (const { fullName, failureMessages } of faults) console.log(`\nFAILED ${path.relative('.', file.name)}: ${fullName}\n${failureMessages.join('\n')}`);
    if (file.status === 'failed' && !faults.length) console.log(`\nFAILED ${path.relative('.', file.name)}\n${file.message}`);
  }
  const leftOut = result.numPendingTests + result.numTodoTests;
  if (leftOut && !wanted.length) {
    failed += leftOut;
    console.log(`\nFAILED ${leftOut} tests were left out (skip, only or todo).`);
  }
  // Jest also fails for reasons of its own: a test that hangs in its set-up, no test at all.
  if (ended instanceof Error && !result.numFailedTests && !result.numRuntimeErrorTestSuites) {
    failed += 1;
    console.log(`\nFAILED Tests\n${ended.message}`);
  }
}
