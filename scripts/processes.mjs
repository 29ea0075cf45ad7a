// @ts-check
/** Processes of this machine as /proc knows them, and how they die as on a machine that is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

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

/** @param {number} pid */
function childrenOf(pid) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((each) => statOf(each)?.parent === pid);
}

/** Null when it is gone. After the name, which may hold spaces and brackets: state, parent. @param {number} pid */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}
