// @ts-check
/** Builds server (tsc through the Nest CLI) and web (Vite) side by side, and only when a source changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup.mjs';

const SOURCES = ['apps/**/*', 'libs/**/*', 'migrations/**/*', 'package-lock.json', 'package.json', 'tsconfig*.json', 'nest-cli.json'];
const STAMP = path.join(ROOT, 'dist/.built');

export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

export async function build() {
  const print = fingerprint();
  // Files of sources that are gone would still be run.
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
  await Promise.all([run('nest', ['build']), run('vite', ['build', 'apps/web', '--logLevel', 'warn'])]);
  writeFileSync(STAMP, print);
}

/** Contents, not times: a fresh checkout of the same sources needs no new build. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) {
    const full = path.join(ROOT, file);
    if (statSync(full).isFile()) hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex');
}

/** @type {Set<() => void>} */
const running = new Set();
process.once('exit', stopRuns);

/** Ends all that is being run now, and what that started. */
export function stopRuns() {
  running.forEach((kill) => kill());
}

/**
 * Runs a program on this Node, one of node_modules/.bin or one of our own files, and resolves with its output; rejects with
 * it when the program fails. Whatever it started ends with us.
 * @param {string} program @param {string[]} args @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 */
export function run(program, args, { env = process.env, onLine = () => {} } = {}) {
  const bin = path.join(ROOT, 'node_modules/.bin');
  const script = program.includes('/') ? program : path.join(bin, program);
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env: { ...env, NO_COLOR: '1', PATH: `${bin}${path.delimiter}${env.PATH}` }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => {
    try {
      process.kill(-Number(child.pid), 'SIGKILL');
    } catch {
      // it has ended
    }
  };
  running.add(kill);
  let output = '';
  let line = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      const lines = (line + chunk).split('\n');
      line = lines.pop() ?? '';
      lines.forEach(onLine);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(kill);
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args.join(' ')}\n${output.trim()}`));
    });
  });
}
