import { type ChildProcess, spawn } from 'node:child_process';
import { POSTGRES_15 } from '../../scripts/postgres-tools.mjs';

export const KEY = 'een sleutel die elders bewaard wordt';

export type Ended = { code: number | null; said: string };

/** `npm run backup` or `npm run restore`, and how it ended. */
export function command(name: 'backup' | 'restore', args: string[], settings: NodeJS.ProcessEnv): Promise<Ended> & { child: ChildProcess } {
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, ...args], { env: { ...process.env, NODE_OPTIONS: '', BACKUP_KEY: KEY, PG_BIN: POSTGRES_15, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (words: string) => (said += words));
  return Object.assign(new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, said }))), { child });
}
