// @ts-check
/** Processes of this machine as /proc knows them, and how they die as on a machine that is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** In which Linux counts what a process computed. */
const TICKS = 100;

/** Kills it with all its children at the same moment; resolves when none of them runs. @param {number} pid */
export async function killWithChildren(pid) {
  const all = [pid, ...childrenOf(pid)];
  for (const each of all) kill(each);
  while (all.some(runs)) await sleep(5);
}

/** @param {number} pid */
export const runs = (pid) => ![undefined, 'Z', 'X'].includes(statOf(pid)?.state);

/** @param {number} pid */
export function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it was just gone
  }
}

/** Bytes of memory that it holds; 0 when it is gone. @param {number} pid */
export function memoryOf(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Seconds that it has computed; 0 when it is gone. @param {number} pid */
export const cpuOf = (pid) => statOf(pid)?.own ?? 0;

/** Of it and of those that it started, also the ended ones. @param {number} pid */
export const cpuBelow = (pid) => childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), cpuOf(pid) + (statOf(pid)?.ended ?? 0));

/** @param {number} pid */
function childrenOf(pid) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((each) => statOf(each)?.parent === pid);
}

/** Null when it is gone. After the name, which may hold spaces and brackets: state, parent, and what was computed. @param {number} pid */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = (/** @type {number} */ at) => (Number(fields[at]) + Number(fields[at + 1])) / TICKS;
    return { state: fields[0], parent: Number(fields[1]), own: ticks(11), ended: ticks(13) };
  } catch {
    return null;
  }
}
