import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { NOBODY } from '#kernel';
import { reportOf } from '../../apps/setup/src/trail/report.js';
import { Program } from '../api/process.js';
import { Store } from '../kill/store.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { Sealed } from './sealed.js';

describe('the chain over the trail', () => {
  let database: TestDatabase;
  let sealed: Sealed;
  const others: (() => unknown)[] = [];
  beforeEach(async () => {
    database = await copyDatabase();
    sealed = await Sealed.of(database);
  });
  afterEach(async () => {
    for (const end of others.splice(0).reverse()) await end();
    await sealed.close();
    await database.drop();
  });

  it('holds each line in one link, whatever its words and whatever a session is set to, and makes none of nothing', async () => {
    await sealed.seal();
    expect(await sealed.found()).toMatchObject({ broken: [], links: 0, lines: 0, waiting: 0 });
    for (const many of [3, 1, 4]) {
      await sealed.lines(many);
      await sealed.seal();
      await sealed.seal();
    }
    await sealed.lines(2);
    expect(await sealed.found()).toMatchObject({ broken: [], links: 3, lines: 8, waiting: 2 });
    expect((await sealed.rows<{ lines: string }>('select lines from trail_link order by number')).map(({ lines }) => lines)).toEqual(['3', '1', '4']);
    expect(sealed.heads).toHaveLength(3);
  });

  it('takes a line that was written earlier and committed later into a later link, and neither jumps over it nor waits for it', async () => {
    let commit!: () => void;
    let begun!: () => void;
    const written = new Promise<void>((resolve) => (begun = resolve));
    const late = sealed.units.run(NOBODY, async (unit) => {
      sealed.line(unit, 'late');
      begun();
      await new Promise<void>((resolve) => (commit = resolve));
    });
    await written;
    for (let link = 1; link <= 3; link += 1) {
      await sealed.lines(2);
      await sealed.seal();
      expect(await sealed.found()).toMatchObject({ broken: [], links: link, lines: 2 * link, waiting: 0 });
    }
    commit();
    await late;
    expect(await sealed.found()).toMatchObject({ broken: [], links: 3, waiting: 1 });
    await sealed.seal();
    expect(await sealed.found()).toMatchObject({ broken: [], links: 4, lines: 7, waiting: 0 });
    expect((await sealed.rows('select link from trail_seal order by trail_id')).map(({ link }) => link)).toEqual(['4', '1', '1', '2', '2', '3', '3']);
  });

  it('takes in what was there before the chain was', async () => {
    await sealed.lines(3);
    await sealed.rows('update trail set xact = null');
    await sealed.seal();
    expect(await sealed.found()).toMatchObject({ broken: [], links: 1, lines: 3, waiting: 0 });
  });

  it('is one, however many workers make it at the same moment, each head written once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await sealed.lines(2);
      await Promise.all([1, 2, 3, 4].map(() => sealed.worker().run()));
    }
    await sealed.seal();
    expect(sealed.heads.map((line) => Number(line.split(' ')[0]))).toEqual(sealed.heads.map((_, at) => at + 1));
    expect(await sealed.found()).toMatchObject({ broken: [], lines: 20, waiting: 0, links: sealed.heads.length });
  });

  it('heals at the next run when a worker died between its link and its head, or in the middle of a head', async () => {
    await sealed.lines(1);
    await sealed.seal();
    const [first] = sealed.heads;
    await sealed.lines(1);
    await sealed.rows('select seal_trail()');
    expect(await sealed.found()).toMatchObject({ broken: [], links: 2 });
    expect(await sealed.found(Date.now() / 1000 + 600)).toMatchObject({ broken: [{ link: 2, what: 'has no head' }] });
    await sealed.seal();
    expect(sealed.heads).toHaveLength(2);
    const whole = readFileSync(sealed.file, 'latin1');
    for (const left of [1, 20, 150]) {
      writeFileSync(sealed.file, whole.slice(0, first.length + 1 + left));
      expect(await sealed.found()).toMatchObject({ broken: [], links: 2 });
      await sealed.seal();
      expect(readFileSync(sealed.file, 'latin1')).toBe(whole);
    }
    // Also of the very first.
    writeFileSync(sealed.file, first.slice(0, 50));
    await sealed.seal();
    expect(readFileSync(sealed.file, 'latin1')).toBe(whole);
  });

  it('goes on while its heads cannot be written, and catches up afterwards', async () => {
    await sealed.lines(1);
    await sealed.seal();
    const away = `${sealed.file}-away`;
    renameSync(sealed.file, away);
    mkdirSync(sealed.file);
    for (let link = 2; link <= 4; link += 1) {
      await sealed.lines(1);
      await expect(sealed.seal()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    }
    rmSync(sealed.file, { recursive: true });
    renameSync(away, sealed.file);
    expect(sealed.heads).toHaveLength(1);
    await sealed.seal();
    expect(sealed.heads).toHaveLength(4);
    expect(await sealed.found(Date.now() / 1000 + 600)).toMatchObject({ broken: [], links: 4, lines: 4 });
  });

  it('signs nothing anew by itself: not when its heads are gone, nor behind a head that is not of its links or of its key', async () => {
    await sealed.lines(1);
    await sealed.seal();
    const kept = readFileSync(sealed.file);
    await sealed.lines(1);
    rmSync(sealed.file);
    await expect(sealed.seal()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(existsSync(sealed.file)).toBe(false);
    writeFileSync(sealed.file, kept);
    await expect(sealed.worker(generateKeyPairSync('ed25519').privateKey).run()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(readFileSync(sealed.file)).toEqual(kept);
    await sealed.rows(`update trail_link set hash = sha256(hash) where number = 1`);
    await expect(sealed.seal()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await sealed.rows('truncate trail_link, trail_seal');
    await expect(sealed.seal()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(readFileSync(sealed.file)).toEqual(kept);
    // What an operator does who knows why: an empty file.
    writeFileSync(sealed.file, '');
    await sealed.seal();
    expect(await sealed.found()).toMatchObject({ broken: [], links: 1, lines: 2 });
  });

  it.each([['of long ago', '-1 day'], ['of a day that is to come', '1 day']])('shows a line that somebody made up %s, also once it is sealed and signed', async (_, when) => {
    await sealed.lines(2);
    await sealed.seal();
    await sealed.rows('set session_replication_role = replica');
    const [{ id }] = await sealed.rows(`insert into trail (at, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) select now() + $1::interval, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome from trail limit 1 returning id`, [when]);
    await sealed.lines(1);
    await sealed.seal();
    expect(await sealed.found()).toMatchObject({ links: 1, broken: [{ link: 2, line: id, what: 'holds a line that tells another moment than when it was written' }] });
  });

  it('is not whole while lines wait that nobody seals', async () => {
    await sealed.lines(2);
    await sealed.seal();
    await sealed.lines(1);
    const now = Date.now() / 1000;
    const report = (at: number) => reportOf({ owner: database.ownerUrl, heads: sealed.folder, key: path.join(sealed.folder, 'key.pub') }, at);
    expect(await report(now + 240)).toEqual({ whole: true, says: expect.stringContaining('; 1 lines wait for the next link, since 20') });
    expect(await report(now + 310)).toEqual({ whole: false, says: expect.stringMatching(/^The trail is NOT SEALED: nothing is broken, but lines wait since 20[^ ]+Z; the worker does not seal, and until it does, they can be changed unseen\. What holds: 2 lines in 1 links, sealed until 20[^ ]+Z\.$/) });
    await sealed.seal();
    expect(await report(now + 310)).toEqual({ whole: true, says: expect.stringContaining('no line waits') });
    // What a transaction wrote long before it ended was not there to be sealed.
    await sealed.lines(1);
    await sealed.rows(`update trail set at = at - interval '4 minutes' where id = (select max(id) from trail)`);
    expect(await report(now + 240)).toMatchObject({ whole: true });
  });

  it('tells afterwards that lines waited too long', async () => {
    await sealed.seal();
    await sealed.lines(1);
    await sealed.rows(`update trail set at = at - interval '20 minutes'`);
    await sealed.rows('select seal_trail()');
    await sealed.rows(`update trail_link set made_at = made_at - interval '15 minutes'`);
    await sealed.rows(`update trail_link m set hash = sha256(convert_to(concat_ws(' ', m.number, extract(epoch from m.made_at), m.cluster, m.snapshot, m.lines, encode(m.root, 'hex'), encode(m.previous, 'hex')), 'UTF8'))`);
    await sealed.lines(1);
    await sealed.rows(`update trail set at = at - interval '10 minutes' where id = (select max(id) from trail)`);
    await sealed.seal();
    const found = await sealed.found();
    expect(found).toMatchObject({ broken: [], links: 2, late: false, stood: [{}] });
    expect(Math.round((found.stood[0].to - found.stood[0].from) / 10)).toBe(60);
    const { whole, says } = await reportOf({ owner: database.ownerUrl, heads: sealed.folder, key: path.join(sealed.folder, 'key.pub') });
    expect([whole, says]).toEqual([true, expect.stringMatching(/; no line waits\. Lines waited too long, and could be changed meanwhile: 1 times, the last from 20[^ ]+Z to 20[^ ]+Z\.$/)]);
  });

  it('waits for another worker, and says when somebody does not let it seal', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    others.push(() => said.mockRestore());
    await sealed.lines(1);
    await sealed.rows('select pg_advisory_lock(20261203)');
    await expect(sealed.worker().run(200)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(said.mock.calls).toEqual([['The trail is not sealed: somebody else has held its lock for 0.2 seconds.']]);
    const run = sealed.worker().run();
    await sleep(300);
    expect(await sealed.found()).toMatchObject({ links: 0, waiting: 1 });
    await sealed.rows('select pg_advisory_unlock(20261203)');
    await run;
    expect(await sealed.found()).toMatchObject({ broken: [], links: 1, waiting: 0 });
    expect(said.mock.calls).toHaveLength(1);
  });

  it('goes on in another cluster, in which the numbers of transactions begin anew', async () => {
    await sealed.rows(`do $$ begin for i in 1..20000 loop perform pg_current_xact_id(); commit; end loop; end $$`);
    await sealed.lines(3);
    await sealed.seal();
    await sealed.lines(2);
    const store = await new Store('seals').open();
    others.push(() => store.remove());
    const restored = await Sealed.of({ url: store.url, ownerUrl: store.ownerUrl }, sealed);
    others.push(() => restored.close());
    await restored.rows('set session_replication_role = replica');
    for (const table of ['trail', 'trail_link', 'trail_seal']) {
      const [{ all }] = await sealed.rows<{ all: string }>(`select json_agg(t)::text as all from ${table} t`);
      await restored.rows(`insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`, [all]);
    }
    await restored.rows(`select setval(pg_get_serial_sequence('trail', 'id'), (select max(id) from trail))`);
    const [{ lower }] = await restored.rows<{ lower: boolean }>('select pg_snapshot_xmax(pg_current_snapshot()) < (select min(xact) from trail) as lower');
    expect(lower).toBe(true);
    await restored.lines(2);
    expect(await restored.found()).toMatchObject({ broken: [], links: 1, lines: 3, waiting: 4 });
    for (let link = 2; link <= 4; link += 1) {
      await restored.seal();
      expect(await restored.found()).toMatchObject({ broken: [], links: link, lines: 3 + 2 * link, waiting: 0 });
      await restored.lines(2);
    }
    // An older copy has lost what was signed since, and says so.
    await restored.rows(`delete from trail_seal where link = 4; delete from trail_link where number = 4`);
    expect(await restored.found()).toMatchObject({ broken: [{ link: 4, what: 'was signed, and is gone' }] });
  });

  it('is made each minute by the worker, and the command says that it is whole, or names where it broke', async () => {
    await sealed.lines(3);
    const worker = new Program('worker', database.url, { TRAIL_HEADS: sealed.folder, TRAIL_KEY: path.join(sealed.folder, 'key') });
    others.push(() => worker.remove());
    await worker.start();
    while (!existsSync(sealed.file) || !sealed.heads.length) await sleep(50);
    expect(await sealed.rows(`select cron from pgboss.schedule where name = 'seals'`)).toEqual([{ cron: '* * * * *' }]);
    await worker.end();
    const command = () => {
      const { status, stdout } = spawnSync(process.execPath, ['dist/apps/setup/src/trail/main.js'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', OWNER_URL: database.ownerUrl, TRAIL_HEADS: sealed.folder, TRAIL_PUBLIC_KEY: path.join(sealed.folder, 'key.pub') } });
      return [status, stdout.trim()];
    };
    expect(command()).toEqual([0, expect.stringMatching(/^The trail is whole: \d+ lines in \d links, sealed until 20[^ ]+Z; (no line waits|\d+ lines wait for the next link, since 20[^ ]+Z)\.$/)]);
    const [{ id }] = await sealed.rows(`select id from trail order by id offset 1 limit 1`);
    await sealed.rows(`update trail set operation = 'list' where id = $1`, [id]);
    expect(command()).toEqual([1, `The trail is BROKEN at link 1, line ${id}: this link holds a line that was changed.`]);
    // Whom it is given by: not the one who administers the database.
    const name = new URL(database.ownerUrl).pathname.slice(1);
    await sealed.rows(`create schema shadow; create table shadow.trail as table trail; update shadow.trail set operation = 'read' where id = ${id}; create table shadow.trail_link as table trail_link; create table shadow.trail_seal as table trail_seal;
      grant usage on schema shadow to public; grant select on all tables in schema shadow to public; alter database ${name} set search_path = shadow, public`);
    expect(command()).toEqual([1, `The trail is BROKEN at link 1, line ${id}: this link holds a line that was changed.`]);
    await sealed.rows('alter table trail rename to kept; create view trail as select * from shadow.trail');
    expect(command()).toEqual([1, 'The trail cannot be verified: public.trail is no ordinary table.']);
    rmSync(sealed.file);
    expect(command()).toEqual([1, expect.stringContaining('there is no file')]);
  });
});

describe('the worker', () => {
  it.each([
    ['TRAIL_KEY names no file', { TRAIL_HEADS: '/x', TRAIL_KEY: '/x/none' }, 'TRAIL_KEY must name a file with a private key of Ed25519'],
    ['its key is missing', { TRAIL_HEADS: '/x' }, 'the setting TRAIL_KEY is missing'],
    ['it is production and the heads have no place', { NODE_ENV: 'production', EMBEDDED_SIGN_IN: '', OIDC_ISSUER: 'https://sso.example/realms/woonbrug' }, 'set TRAIL_HEADS and TRAIL_KEY'],
  ])('does not start when %s', async (_, env, sentence) => {
    const worker = new Program('worker', 'postgres://x@127.0.0.1:1/x', env);
    await expect(worker.start()).rejects.toThrow(sentence);
    await worker.remove();
  });
});
