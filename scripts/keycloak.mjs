// @ts-check
/**
 * A real Keycloak on loopback, for `npm start -- --keycloak` and `npm run test:keycloak`: fetched from the Maven registry by its pinned
 * checksum, built once, its realm from deploy/keycloak. Needs Java 17 or newer, and Maven for the first time.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { KEYCLOAK_PASSWORD } from './people.mjs';
import { portFault } from './ports.mjs';
import { ROOT } from './setup.mjs';

const VERSION = '26.7.3';
/** Of the zip; Maven itself offers SHA-1 only. */
const SHA256 = '27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f';
/** A machine of two cores that does much else beside it needed five minutes. */
const PATIENCE = 600_000;
const exec = promisify(execFile);

/** That it could not be fetched, which says nothing of what was fetched. */
export class NotFetched extends Error {}

/** Why there can be no Keycloak on this machine; undefined when there can. @returns {Promise<string | undefined>} */
export async function keycloakFault() {
  const java = await exec('java', ['-version']).then(({ stderr }) => stderr, () => '');
  const version = /version "(?:1\.)?(\d+)/.exec(java)?.[1];
  if (!version) return 'Keycloak needs Java 17 or newer, and there is none here.';
  if (Number(version) < 17) return `Keycloak needs Java 17 or newer, and here is Java ${version}.`;
  if (existsSync(builtIn())) return undefined;
  const has = (/** @type {string} */ command) => exec(command, ['--version']).then(() => true, ({ code }) => code !== 'ENOENT');
  if (!(await has('mvn'))) return 'Keycloak is fetched with Maven, and there is none here.';
  if (!(await has('jar')) && !(await has('unzip'))) return 'Keycloak is unpacked with jar (of a JDK) or unzip, and there is neither here.';
  return undefined;
}

/**
 * Starts it with the realm of the demo, which is fresh at every start.
 * @param {{ port: number, managementPort: number, webUrl: string, log: string, admin?: { username: string, password: string } }} wanted
 *   `webUrl`: where the portal is, the only place to which a sign-in returns
 */
export async function startKeycloak({ port, managementPort, webUrl, log, admin = { username: 'admin', password: KEYCLOAK_PASSWORD } }) {
  // Another one would answer the question whether this one is ready.
  for (const each of [port, managementPort]) {
    const fault = await portFault(each);
    if (fault) throw new Error(fault);
  }
  const env = { ...surroundings(), KC_BOOTSTRAP_ADMIN_USERNAME: admin.username, KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password, WOONBRUG_WEB_URL: webUrl, WOONBRUG_API_URL: webUrl };
  const home = await built(env);
  mkdirSync(path.join(home, 'data/import'), { recursive: true });
  cpSync(path.join(ROOT, 'deploy/keycloak/woonbrug-realm.json'), path.join(home, 'data/import/woonbrug-realm.json'));
  const url = `http://localhost:${port}`;
  const args = [
    path.join(home, 'bin/kc.sh'), 'start', '--optimized', '--import-realm', '--cache=local', '--http-enabled=true', '--http-host=127.0.0.1', `--http-port=${port}`,
    '--http-management-host=127.0.0.1', `--http-management-port=${managementPort}`, `--hostname=${url}`, `--spi-theme--folder--dir=${path.join(ROOT, 'deploy/keycloak/theme')}`,
  ];
  const output = openSync(log, 'w');
  const child = spawn('sh', args, { env, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  let ended = false;
  const gone = new Promise((resolve) => child.once('exit', resolve)).then(() => (ended = true));
  const kill = () => {
    if (!ended) process.kill(-Number(child.pid), 'SIGKILL');
  };
  process.once('exit', kill);
  const stop = async () => {
    if (!ended) child.kill('SIGTERM');
    // While it starts it answers SIGTERM only after the whole start.
    const late = setTimeout(kill, 10_000);
    await gone;
    clearTimeout(late);
    process.off('exit', kill);
  };
  // Its port is open long before its realm is there.
  for (const start = Date.now(); !(await isReady(managementPort)); await sleep(250)) {
    if (!ended && Date.now() - start < PATIENCE) continue;
    kill();
    throw new Error(`Keycloak did not start.\n${readFileSync(log, 'utf8').slice(-3000)}`);
  }
  return { url, issuer: `${url}/realms/woonbrug`, admin, pid: Number(child.pid), stop };
}

const isReady = (/** @type {number} */ port) => fetch(`http://127.0.0.1:${port}/health/ready`).then(({ ok }) => ok, () => false);
const folder = () => path.join(ROOT, '.woonbrug/keycloak');
const builtIn = () => path.join(folder(), `keycloak-${VERSION}`);

/** Fetches and builds it, which takes minutes, so that a start does not have to. */
export const prepareKeycloak = () => built(surroundings());

/** kc.sh opens a debugger's port for DEBUG. @returns {NodeJS.ProcessEnv} */
function surroundings() {
  const { DEBUG: _, ...env } = process.env;
  return env;
}

/** Unpacked, and built for a database in memory: what is fixed then is not asked at the start. @param {NodeJS.ProcessEnv} env */
async function built(env) {
  const home = builtIn();
  if (existsSync(path.join(home, '.built'))) return home;
  const zip = await fetched();
  const part = mkdtempSync(path.join(folder(), 'part-'));
  await exec('jar', ['xf', zip], { cwd: part }).catch(() => exec('unzip', ['-q', zip, '-d', part]));
  const fresh = path.join(part, `keycloak-${VERSION}`);
  await exec('sh', [path.join(fresh, 'bin/kc.sh'), 'build', '--db=dev-mem', '--health-enabled=true', '--metrics-enabled=false'], { env });
  writeFileSync(path.join(fresh, '.built'), '');
  rmSync(home, { recursive: true, force: true });
  renameSync(fresh, home);
  rmSync(part, { recursive: true });
  return home;
}

/** The zip from the registry that Maven is set to, checked. */
async function fetched() {
  mkdirSync(folder(), { recursive: true });
  const zip = path.join(folder(), `keycloak-quarkus-dist-${VERSION}.zip`);
  if (!existsSync(zip)) {
    const part = mkdtempSync(path.join(folder(), 'part-'));
    try {
      await exec('mvn', ['-q', '-B', '-ntp', '-C', 'dependency:copy', `-Dartifact=org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`, `-DoutputDirectory=${part}`], { cwd: part });
      renameSync(path.join(part, path.basename(zip)), zip);
    } catch (error) {
      const { stdout, message } = /** @type {{ stdout?: string, message: string }} */ (error);
      const says = `Maven could not fetch it: ${/\[ERROR\] (.*)/.exec(stdout ?? '')?.[1] ?? message.split('\n')[0]}`;
      // It did reach something, and that is not what the registry vouches for.
      throw /checksum/i.test(says) ? new Error(says) : new NotFetched(says);
    } finally {
      rmSync(part, { recursive: true });
    }
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(zip)) hash.update(chunk);
  const sum = hash.digest('hex');
  if (sum === SHA256) return zip;
  rmSync(zip);
  throw new Error(`Keycloak's zip has another checksum than it should: ${sum}`);
}
