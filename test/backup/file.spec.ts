import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openBackup, writeBackup } from '../../scripts/backup-file.mjs';
import { KEY } from './commands.js';

const MB = 2 ** 20;

describe('the file of a backup', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-backup-file-'));
  const manifest = { made: '2026-12-03', server: 15, dumped: 15, migrations: [], tables: {}, files: Array.from({ length: 5000 }, (_, at): [string, string] => [String(at), 'f'.repeat(64)]) };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was put in, with a manifest longer than what is read at once', async () => {
    const file = path.join(folder, 'klein');
    const dump = randomBytes(3 * MB);
    await writeBackup(file, manifest, (async function* () { yield dump; })(), { key: KEY, ended: Promise.resolve() });
    const opened = await openBackup(file, KEY);
    expect(opened.manifest).toEqual(manifest);
    const chunks: Buffer[] = [];
    for await (const chunk of opened.dump()) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(dump)).toBe(true);
  });

  it('tells of a wrong key within seconds, however large it is, and keeps nothing of the noise', async () => {
    const file = path.join(folder, 'groot');
    const noise = randomBytes(MB);
    await writeBackup(file, manifest, (async function* () { for (let mb = 0; mb < 256; mb += 1) yield noise; })(), { key: KEY, ended: Promise.resolve() });
    const script = `
      import { openBackup } from './scripts/backup-file.mjs';
      const said = await openBackup(${JSON.stringify(file)}, 'een andere sleutel van iemand').catch(({ message }) => message);
      console.log(JSON.stringify({ said, kilobytes: process.resourceUsage().maxRSS }));`;
    const start = performance.now();
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    const { said, kilobytes } = JSON.parse(stdout) as { said: string; kilobytes: number };
    expect(said).toContain('BACKUP_KEY is not the key that');
    expect(kilobytes).toBeLessThan(200_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 240_000);
});
