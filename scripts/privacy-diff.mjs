// @ts-check
/** `npm run privacy:diff -- REV`: who gains or loses what since that revision; with `-- --baseline` the gains that no decision record tells of. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, setUp } from './setup.mjs';
await setUp(import.meta.url);

const { run } = await import('./build.mjs');
const FILE = 'docs/privacy-book.json';
const [revision, ...more] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-book-'));
try {
  if (!revision || more.length) throw new Error('Name one revision: npm run privacy:diff -- REV, or npm run privacy:diff -- --baseline.');
  const given = revision === '--baseline' ? ['--baseline'] : [bookAt(revision), revision];
  await run('nest', ['build']);
  process.stdout.write(await run('dist/apps/setup/src/pages/difference.js', given));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The book of a revision, as a file. @param {string} at */
function bookAt(at) {
  const git = (/** @type {string[]} */ ...words) => spawnSync('git', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (at.startsWith('-') || git('rev-parse', '--verify', '--quiet', `${at}^{commit}`).status !== 0) throw new Error(`There is no revision "${at}".`);
  const { status, stdout } = git('show', `${at}:${FILE}`);
  if (status !== 0) throw new Error(`The revision ${at} has no ${FILE} yet, so there is nothing to compare with. The agreed baseline: npm run privacy:diff -- --baseline.`);
  const file = path.join(folder, 'book.json');
  writeFileSync(file, stdout);
  return file;
}
