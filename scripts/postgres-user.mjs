// @ts-check
/** PostgreSQL refuses to run as root: these are the ways to run it as somebody else. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

const NOBODY = 65534;

/**
 * How to start a program of PostgreSQL, and whose files it must find (`uid`: undefined when they are just ours).
 * @typedef {{ uid?: number, wrap(command: string, args: string[]): { command: string, args: string[], ids?: { uid: number, gid: number } } }} As
 * @param {string} home @param {string} program @returns {As}
 */
export function postgresUser(home, program) {
  const data = path.join(home, 'postgres');
  const owner = existsSync(data) ? statSync(data).uid : undefined;
  const me = process.getuid?.();
  if (me !== 0) {
    if (owner !== undefined && me !== undefined && owner !== me) throw new Error(`${data} belongs to another user: start as that user, or remove .woonbrug and start again.`);
    return hasName() ? { wrap: (command, args) => ({ command, args }) } : namespace();
  }
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const uid = owner || NOBODY;
  const ways = owner === 0 ? [namespace] : [() => capability(uid), () => plain(uid), ...(owner ? [] : [namespace])];
  for (const way of ways) {
    const as = way();
    const { command, args, ids } = as.wrap('test', ['-x', program, '-a', '-x', home]);
    if (spawnSync(command, args, { ...ids, cwd: '/' }).status === 0) return as;
  }
  throw new Error(`PostgreSQL refuses to run as root, and no other user may enter ${home}: put the folder elsewhere (for instance in /srv), or start as an ordinary user.`);
}

/** PostgreSQL does not run for a user whom the machine has no name for, as containers often have one. */
function hasName() {
  try {
    return Boolean(userInfo().username);
  } catch {
    return false;
  }
}

/** Another user who may still pass through folders that are closed to others, as a clone below /root is. @param {number} uid @returns {As} */
function capability(uid) {
  const become = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return { uid, wrap: (command, args) => ({ command: 'setpriv', args: [...become, command, ...args] }) };
}

/** The same without that right, where `setpriv` or the capability is missing. @param {number} uid @returns {As} */
function plain(uid) {
  return { uid, wrap: (command, args) => ({ command, args, ids: { uid, gid: uid } }) };
}

/** Ourselves, in a user namespace in which we are called nobody. @returns {As} */
function namespace() {
  return { wrap: (command, args) => ({ command: 'unshare', args: ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, command, ...args] }) };
}
