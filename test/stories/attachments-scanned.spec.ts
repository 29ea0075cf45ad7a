import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScansService } from '#dossiers';
import { Program } from '../api/process.js';
import { ann, bram } from '../cast/cast.js';
import { added, bytesOf, fetchFile, photo, text } from '../cast/files.js';
import { aReferral, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';

/** Speaks clamd's protocol on a real socket, and knows one signature. */
class Scanner {
  readonly path = path.join(tmpdir(), `clamd-${randomUUID()}.sock`);
  readonly seen: string[] = [];
  private server: Server | undefined;
  /** How it answers; by default what it found. */
  says: ((content: Buffer) => string | null) | undefined;

  async start(): Promise<void> {
    rmSync(this.path, { force: true });
    this.server = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        received = Buffer.concat([received, part]);
        const content = contentOf(received);
        if (!content) return;
        this.seen.push(content.toString('latin1'));
        const answer = this.says ? this.says(content) : content.includes('WOONBRUG-TEST-VIRUS') ? 'stream: Woonbrug.Test FOUND\0' : 'stream: OK\0';
        if (answer !== null) socket.end(answer);
      });
    });
    await new Promise<void>((resolve) => this.server!.listen(this.path, resolve));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

/** All chunks, once the empty one is there. */
function contentOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return undefined;
  if (received.subarray(0, command.length).toString() !== command) throw new Error('not INSTREAM');
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe('with a virus scanner', () => {
  const scanner = new Scanner();
  let portal: TestPortal;
  let truth: Truth;
  let sent: Referral;
  let woondienst: string;
  beforeAll(async () => {
    await scanner.start();
    portal = await startPortal({ env: { CLAMAV: scanner.path } });
    truth = await Truth.of(portal);
    sent = await aReferral(portal, ann);
    woondienst = await truth.partner('Woondienst Regio Izegem');
  });
  afterAll(async () => {
    await scanner.stop();
    await truth.close();
    await portal.stop();
  });

  const add = (words: string) => added(portal, ann, sent.id, text(words), { dataClass: 'DEBTS', partnerIds: [woondienst] });
  const listed = async (who = bram) => (await must<{ referral: { attachments: { id: string; state: string }[] } }>(portal, who, 'query ($id: ID!) { referral(id: $id) { attachments { id state } } }', { id: sent.id })).referral.attachments;
  const stateOf = async (id: string) => (await listed(ann)).find((each) => each.id === id)?.state;

  it('a file is scanned as it is kept, and read once it is clean', async () => {
    const big = await added(portal, ann, sent.id, { name: 'a.jpg', bytes: await photo() }, { dataClass: 'DEBTS', partnerIds: [woondienst] });
    expect(big.state).toBe('CLEAN');
    expect(scanner.seen.at(-1)).toBe((await bytesOf(portal, bram, big.id)).toString('latin1'));
    await added(portal, ann, sent.id, { name: 'lang.txt', bytes: 'z'.repeat(300_000) });
    expect(scanner.seen.at(-1)).toBe('z'.repeat(300_000));
  });

  it('one with a virus is kept apart: nobody opens it, a receiver does not learn of it, and who added it is told', async () => {
    const { id, state } = await add('WOONBRUG-TEST-VIRUS');
    expect(state).toBe('REFUSED');
    const own = await fetchFile(portal, ann, id);
    expect([own.status, await own.text()]).toEqual([400, expect.stringContaining('vond de scanner een virus')]);
    expect((await fetchFile(portal, bram, id)).status).toBe(404);
    expect((await listed()).map((each) => each.id)).not.toContain(id);
    expect(await truth.rows(`select p.username, n.urgent from notice n join person p on p.id = n.person_id where n.kind = 'FILE_REFUSED'`)).toEqual([{ username: 'ann.maes', urgent: true }]);
    expect(await truth.rows(`select operation, capacity from trail where operation = 'scanAttachment' order by id desc limit 1`)).toEqual([{ operation: 'scanAttachment', capacity: 'CLOCK' }]);
    const gone: unknown = await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!) { removeAttachment(key: $key, id: $id, version: $version) { state } }', { key: randomUUID(), id, version: 2 });
    expect(gone).toEqual({ removeAttachment: { state: 'REMOVED' } });
  });

  it.each<[string, (() => string | null) | 'stopped']>([
    ['is down', 'stopped'], ['says something else', () => 'INSTREAM size limit exceeded. ERROR\0'], ['breaks off in the middle of a word', () => 'stream: OK'], ['says nothing', () => ''], ['says too much', () => `stream: ${'x'.repeat(5000)} FOUND\0`],
  ])('whose scanner %s, nobody reads a file before it is asked again', async (_, says) => {
    if (says === 'stopped') await scanner.stop();
    else scanner.says = says;
    const { id, state } = await add('Wacht');
    expect(state).toBe('PENDING');
    const own = await fetchFile(portal, ann, id);
    expect([own.status, await own.text()]).toEqual([400, expect.stringContaining('virusscan van dit bestand is nog bezig')]);
    expect((await fetchFile(portal, bram, id)).status).toBe(404);
    expect((await listed()).map((each) => each.id)).not.toContain(id);
    if (says === 'stopped') await scanner.start();
    scanner.says = undefined;
    await portal.app.get(ScansService, { strict: false }).run();
    expect(await stateOf(id)).toBe('CLEAN');
    expect(await bytesOf(portal, bram, id)).toEqual(Buffer.from('Wacht'));
  });

  it('that was away for a day is asked by the worker about all that waits, in order and once', async () => {
    await scanner.stop();
    const ids = [];
    for (const words of ['een', 'twee WOONBRUG-TEST-VIRUS', 'drie']) ids.push((await add(words)).id);
    const worker = new Program('worker', portal.settings.databaseUrl, { CLAMAV: scanner.path });
    try {
      await worker.start();
      await sleep(1500);
      expect(await Promise.all(ids.map(stateOf))).toEqual(['PENDING', 'PENDING', 'PENDING']);
      scanner.seen.length = 0;
      await scanner.start();
      await worker.end();
      await worker.start();
      for (let left = 200; left && (await stateOf(ids[2])) === 'PENDING'; left -= 1) await sleep(50);
      expect(await Promise.all(ids.map(stateOf))).toEqual(['CLEAN', 'REFUSED', 'CLEAN']);
      expect(scanner.seen).toEqual(['een', 'twee WOONBRUG-TEST-VIRUS', 'drie']);
      expect(await truth.rows(`select cron from pgboss.schedule where name = 'scans'`)).toEqual([{ cron: '* * * * *' }]);
    } finally {
      await worker.remove();
    }
  });

  it('lets nobody past it by writing what it would say', async () => {
    scanner.says = () => 'stream: x ERROR\0';
    const { id } = await add('Nog niet');
    scanner.says = undefined;
    const { default: pg } = await import('pg');
    const app = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await app.connect();
    try {
      const as = async (person: string, sql: string) => {
        await app.query('begin');
        await enter(app, { partnerId: (await truth.person(ann)).partnerId, personId: person });
        const { rows } = await app.query<object>(sql, [id]).finally(() => app.query('rollback'));
        return rows;
      };
      const annId = (await truth.person(ann)).id;
      expect(await as(annId, 'select content from attachment_content where attachment_id = $1')).toEqual([]);
      expect(await as(annId, 'select content_to_scan($1) as found')).toEqual([{ found: null }]);
      expect(await as(annId, `select * from scanned($1, 'CLEAN', now())`)).toEqual([]);
      expect(await as('', `select * from scanned($1, 'UNSCANNED', now())`)).toEqual([]);
    } finally {
      await app.end();
    }
  });
});
