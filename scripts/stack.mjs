// @ts-check
/**
 * More than one machine, on loopback: nginx before two apis, two workers, PostgreSQL as primary and standby under Patroni with etcd, haproxy
 * before them, and Keycloak. api, worker, migrate and trail-key are the containers of docker-compose.yml: their commands and settings are read
 * from there, only the addresses are others. Configuration: deploy/stack.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { userInfo } from 'node:os';
import pg from 'pg';
import { parse } from 'yaml';
import { keycloakFault, startKeycloak } from './keycloak.mjs';
import { freePort } from './ports.mjs';
import { POSTGRES_15 } from './postgres-tools.mjs';
import { postgresUser } from './postgres-user.mjs';
import { kill, killWithChildren, runs } from './processes.mjs';
import { ROOT } from './setup.mjs';

const TEMPLATES = path.join(ROOT, 'deploy/stack');
const HERE = '127.0.0.1';
const NETWORK = `${HERE}/32`;
/** Of etcd, haproxy and PostgreSQL each is there in seconds; Keycloak waits for itself. */
const PATIENCE = 60_000;
/** Milliseconds from the order to stop until it is killed. */
const STOPPING = 15_000;
/** Names of the parts as people know them; each may be killed and started again. */
export const PARTS = /** @type {const} */ (['api 1', 'api 2', 'worker 1', 'worker 2', 'PostgreSQL 1', 'PostgreSQL 2']);

/** @typedef {(typeof PARTS)[number]} PartName */
/** @typedef {Awaited<ReturnType<typeof startStack>>} Stack */

const PROGRAMS = { nginx: 'nginx', haproxy: 'haproxy', patroni: 'patroni', etcd: 'etcd-server' };

/** Where Debian puts them is not on everybody's way. */
const FOLDERS = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

/** What this machine lacks, and how to get it; undefined when the stack can run here. */
export async function stackFault(folders = FOLDERS, postgres = POSTGRES_15) {
  const missing = Object.entries(PROGRAMS).filter(([program]) => !programOf(program, folders)).map(([, name]) => name);
  if (!existsSync(path.join(postgres, 'postgres'))) missing.push('postgresql-15');
  if (missing.length) return `it needs ${missing.join(', ')}, and on this machine there is none (Debian 12: apt-get install -y --no-install-recommends ${missing.join(' ')}).`;
  return keycloakFault();
}

/** @param {string} name */
function programOf(name, folders = FOLDERS) {
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/**
 * A service of docker-compose.yml, as compose would run it when nothing was set.
 * @param {string} name @returns {{ args: string[], env: Record<string, string> }}
 */
export function container(name) {
  const { services } = parse(readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true });
  const { command: [program, ...args] = ['node'], environment } = services[name];
  if (program !== 'node') throw new Error(`docker-compose.yml runs ${name} with ${program}, not with node.`);
  const filled = (/** @type {unknown} */ value) => String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1');
  return { args, env: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(value)])) };
}

/** A template of deploy/stack with all its ${NAMES} filled in. @param {string} file @param {Record<string, string | number>} values */
export function filledIn(file, values) {
  return readFileSync(path.join(TEMPLATES, file), 'utf8').replace(/\$\{([A-Z_0-9]+)\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`deploy/stack/${file} wants ${name}, which nobody gives.`);
    return String(values[name]);
  });
}

/**
 * @param {string} home a folder of ours, emptied first
 * @param {{ port?: number, settings?: Record<string, string>, says?: (what: string) => void, onEnd?: (name: string) => void }} [options]
 *   `port`: of nginx; `settings`: of apis and workers, beside those of compose; `says`: hears what is being started; `onEnd`: a part ended that nobody stopped
 */
export async function startStack(home, { port: given, settings = {}, says = () => {}, onEnd = () => {} } = {}) {
  await stopLeftover(home);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(path.join(home, 'logs'), { recursive: true, mode: 0o755 });
  const [etcdPort, peerPort, database, keycloakPort, management, ...free] = await freePorts(5 + 4 + 3);
  const nodes = [0, 1].map((at) => ({ number: at + 1, postgres: free[2 * at], patroni: free[2 * at + 1], folder: path.join(home, `postgres-${at + 1}`) }));
  const apiPorts = free.slice(4, 6);
  const port = given ?? free[6];
  const url = `http://localhost:${port}`;
  const secret = () => randomBytes(18).toString('hex');
  const passwords = { OWNER_PASSWORD: secret(), REPLICATION_PASSWORD: secret(), REWIND_PASSWORD: secret() };
  const portalPassword = secret();
  const ownerUrl = `postgres://woonbrug:${passwords.OWNER_PASSWORD}@${HERE}:${database}/woonbrug`;

  /** @type {(() => unknown)[]} */
  const stops = [];
  /** Whatever ends us: a process that is killed outright leaves what stopLeftover finds. */
  const killAll = () => {
    for (const each of all) each.killNow();
  };
  /** @type {ReturnType<typeof part>[]} */
  const all = [];
  process.once('exit', killAll);
  const stop = async () => {
    for (const each of stops.reverse().splice(0)) await Promise.resolve().then(each).catch(() => {});
    process.off('exit', killAll);
  };

  /** @param {Parameters<typeof part>[1]} how @param {string} name */
  const add = (name, how) => {
    const it = part(name, { ...how, log: path.join(home, 'logs', `${name.replace(' ', '-')}.log`), onEnd });
    all.push(it);
    stops.push(() => it.stop());
    return it;
  };

  try {
    const etcd = add('etcd', {
      command: programOf('etcd') ?? 'etcd',
      args: ['--name', 'one', '--data-dir', path.join(home, 'etcd'), ...['client', 'peer'].flatMap((kind) => [`--listen-${kind}-urls`, at(kind === 'peer' ? peerPort : etcdPort)]), '--advertise-client-urls', at(etcdPort), '--initial-advertise-peer-urls', at(peerPort), '--initial-cluster', `one=${at(peerPort)}`, '--logger', 'zap', '--log-level', 'warn'],
      ready: () => answers(`${at(etcdPort)}/health`),
    });
    const as = postgresUser(home, path.join(POSTGRES_15, 'postgres'));
    const postgres = nodes.map(({ number, postgres: own, patroni, folder }) => {
      mkdirSync(folder, { mode: 0o700 });
      const file = path.join(folder, 'patroni.yml');
      writeFileSync(file, filledIn('patroni.yml', { ...passwords, NAME: `postgres-${number}`, PATRONI: `${HERE}:${patroni}`, POSTGRES: `${HERE}:${own}`, ETCD: `${HERE}:${etcdPort}`, FOLDER: folder, PG_BIN: POSTGRES_15, NETWORK }), { mode: 0o600 });
      if (as.uid !== undefined) for (const each of [folder, file]) chownSync(each, as.uid, as.uid);
      const { command, args, ids } = as.wrap(programOf('patroni') ?? 'patroni', [file]);
      return add(`PostgreSQL ${number}`, {
        command, args, ids, cwd: '/', ready: () => answers(`${at(patroni)}/health`),
        // The machine is lost: Patroni and PostgreSQL die without a word.
        alsoKilled: () => lockFile(folder),
      });
    });
    const haproxy = add('haproxy', { command: programOf('haproxy') ?? 'haproxy', args: ['-db', '-f', path.join(home, 'haproxy.cfg')], ready: () => answersSql(`${ownerUrl.replace(/woonbrug$/, 'postgres')}`) });
    writeFileSync(path.join(home, 'haproxy.cfg'), filledIn('haproxy.cfg', { DATABASE: `${HERE}:${database}`, ...Object.fromEntries(nodes.flatMap(({ number, postgres: own, patroni }) => [[`POSTGRES_${number}`, `${HERE}:${own}`], [`HOST_${number}`, HERE], [`PATRONI_PORT_${number}`, patroni]])) }));

    says('PostgreSQL under Patroni, and Keycloak');
    const keycloakStarts = startKeycloak({ port: keycloakPort, managementPort: management, webUrl: url, log: path.join(home, 'logs', 'keycloak.log') });
    stops.push(() => keycloakStarts.then((it) => it.stop(), () => {}));
    keycloakStarts.catch(() => {}); // awaited below
    await etcd.start();
    await postgres[0].start();
    await until('a primary', () => answers(`${at(nodes[0].patroni)}/primary`));
    await postgres[1].start();
    await until('a synchronous standby', () => answers(`${at(nodes[1].patroni)}/synchronous`));
    await haproxy.start();

    says('Database, reference and demo');
    const trail = { TRAIL_HEADS: path.join(home, 'trail'), TRAIL_KEY: path.join(home, 'trail/key.pem') };
    mkdirSync(trail.TRAIL_HEADS);
    once_('migrate', { OWNER_URL: ownerUrl, PORTAL_PASSWORD: portalPassword });
    once_('trail-key', { TRAIL_KEY: trail.TRAIL_KEY });
    const keycloak = await keycloakStarts;

    says('Two apis, two workers, nginx');
    const own = {
      HOST: HERE, PUBLIC_URL: url, DATABASE_URL: `postgres://portal:${portalPassword}@${HERE}:${database}/woonbrug`, OIDC_ISSUER: keycloak.issuer, OIDC_INTERNAL_URL: keycloak.issuer,
      // There is no mail catcher here.
      SMTP_URL: '', TRUST_PROXY: HERE, DRAIN_NOTICE: '2', CHROMIUM: process.env.CHROMIUM ?? '', ...settings,
    };
    const apis = apiPorts.map((each, index) => {
      const { args, env } = container('api');
      return add(`api ${index + 1}`, { command: process.execPath, args, env: { ...env, ...own, PORT: String(each) }, tells: true, ready: () => answers(`${at(each)}/health/ready`) });
    });
    const workers = [1, 2].map((number) => {
      const { args, env } = container('worker');
      return add(`worker ${number}`, { command: process.execPath, args, env: { ...env, ...own, ...trail }, tells: true, ready: async () => true });
    });
    await Promise.all([...apis, ...workers].map((each) => each.start()));
    const nginx = add('nginx', { command: programOf('nginx') ?? 'nginx', args: ['-p', home, '-c', path.join(home, 'nginx.conf')], ready: () => answers(`${url}/health/ready`) });
    writeFileSync(path.join(home, 'portal.conf'), filledIn('portal.conf', { LISTEN: `${HERE}:${port}`, AT_MOST: container('nginx').env.AT_MOST, API_SERVERS: apiPorts.map((each) => `server ${HERE}:${each} max_fails=1 fail_timeout=2s;`).join(' ') }));
    writeFileSync(path.join(home, 'nginx.conf'), filledIn('nginx.conf', { FOLDER: home, USER: userInfo().username }));
    await nginx.start();

    const parts = /** @type {Record<PartName, ReturnType<typeof part>>} */ (Object.fromEntries([...apis, ...workers, ...postgres].map((each) => [each.name, each])));
    return {
      url,
      ownerUrl,
      issuer: keycloak.issuer,
      trail,
      parts,
      stop,
      /** Of each api by itself, without nginx. */
      apiUrls: apiPorts.map(at),
      /** The PostgreSQL that is the primary now. @returns {Promise<'PostgreSQL 1' | 'PostgreSQL 2' | undefined>} */
      async primary() {
        for (const { number, patroni } of nodes) if (await answers(`${at(patroni)}/primary`)) return number === 1 ? 'PostgreSQL 1' : 'PostgreSQL 2';
        return undefined;
      },
      /** Whether each write stands on both. */
      isTwofold: async () => (await Promise.all(nodes.map(({ patroni }) => answers(`${at(patroni)}/synchronous`)))).includes(true),
      /** PostgreSQL dies, and Patroni beside it sees it. @param {'PostgreSQL 1' | 'PostgreSQL 2'} name */
      crash: async (name) => killWithChildren(lockFile(nodes[name === 'PostgreSQL 1' ? 0 : 1].folder) ?? never()),
    };
  } catch (error) {
    await stop();
    throw error;
  }

  /** One of the containers that end by themselves. @param {string} name @param {Record<string, string>} own */
  function once_(name, own) {
    const { args, env } = container(name);
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...env, ...own }, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  }
}

/**
 * One process of the stack, which may die and come back at the same address.
 * @param {string} name
 * @param {{ command: string, args: string[], ready: () => Promise<boolean>, env?: Record<string, string>, ids?: { uid: number, gid: number }, cwd?: string, tells?: boolean, alsoKilled?: () => number | null, log?: string, onEnd?: (name: string) => void }} how
 *   `tells`: it says over a channel that it is ready, and ends when that closes
 */
function part(name, { command, args, ready, env = {}, ids, cwd = ROOT, tells = false, alsoKilled = () => null, log = '/dev/null', onEnd = () => {} }) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let wanted = false;
  const isUp = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const signal = (/** @type {NodeJS.Signals} */ which) => {
    try {
      // Its whole group.
      if (isUp()) process.kill(-Number(child?.pid), which);
    } catch {
      // just gone
    }
  };
  const killNow = () => {
    wanted = false;
    const other = alsoKilled();
    signal('SIGKILL');
    if (other !== null) kill(other);
  };
  return {
    name,
    isUp,
    killNow,
    get pid() {
      return Number(child?.pid);
    },
    async start() {
      const output = openSync(log, 'a');
      const started = (child = spawn(command, args, { ...ids, cwd, detached: true, env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', output, output, ...(tells ? [/** @type {const} */ ('ipc')] : [])] }));
      closeSync(output);
      wanted = true;
      let ended = false;
      started.once('error', () => (ended = true));
      started.once('exit', () => {
        ended = true;
        if (wanted && child === started) onEnd(name);
      });
      if (tells) await Promise.race([once(started, 'message'), once(started, 'exit')]);
      await until(name, ready, () => {
        if (ended) throw new Error(`${name} ended: ${readFileSync(log, 'utf8').slice(-1500)}`);
      });
    },
    /** As a machine that is lost; resolves when nothing of it runs. */
    async kill() {
      wanted = false;
      const other = alsoKilled();
      const gone = isUp() ? once(/** @type {import('node:child_process').ChildProcess} */ (child), 'exit') : undefined;
      signal('SIGKILL');
      if (other !== null) await killWithChildren(other);
      await gone;
    },
    /** Asks it to end; resolves when it has. */
    async stop() {
      wanted = false;
      if (!isUp()) return;
      const gone = once(/** @type {import('node:child_process').ChildProcess} */ (child), 'exit');
      process.kill(Number(child?.pid), 'SIGTERM');
      const late = setTimeout(killNow, STOPPING);
      await gone;
      clearTimeout(late);
    },
  };
}

/** Kills what a stack that was killed itself left in this folder: what runs with a file of it. @param {string} home */
async function stopLeftover(home) {
  if (!existsSync(home)) return;
  const mine = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => pid !== process.pid && commandOf(pid).some((word) => word.startsWith(`${home}/`)));
  for (const pid of mine) kill(pid);
  while (mine.some(runs)) await sleep(20);
}

/** @param {number} pid */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** @param {number} port */
const at = (port) => `http://${HERE}:${port}`;

/** @param {string} url */
const answers = (url) => fetch(url, { signal: AbortSignal.timeout(3000) }).then(({ ok }) => ok, () => false);

/** @param {string} url */
async function answersSql(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  return client.connect().then(() => true, () => false).finally(() => client.end().catch(() => {}));
}

/** The number of the PostgreSQL that runs on a node's folder. @param {string} folder */
function lockFile(folder) {
  const file = path.join(folder, 'data/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** @param {number} count all different: each is held until the last is known */
async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) ports.add(await freePort());
  return /** @type {number[]} */ ([...ports]);
}

/** @param {string} what @param {() => Promise<boolean>} isSo @param {() => void} check throws when there is no hope */
async function until(what, isSo, check = () => {}) {
  for (const start = Date.now(); !(await isSo()); await sleep(100)) {
    check();
    if (Date.now() - start > PATIENCE) throw new Error(`${what} is not there after ${PATIENCE / 1000} s.`);
  }
}

/** @returns {never} */
function never() {
  throw new Error('There is no such PostgreSQL now.');
}
