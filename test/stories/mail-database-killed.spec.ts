import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program } from '../api/process.js';
import { bram, type Person } from '../cast/cast.js';
import { Store } from '../kill/store.js';
import { MailBox } from '../support/mailbox.js';

describe('the worker whose PostgreSQL is killed while it mails', () => {
  const store = new Store('mail');
  const box = new MailBox();
  let worker: Program;
  let died = false;
  beforeAll(async () => {
    await Promise.all([store.open(), box.open()]);
    worker = await new Program('worker', store.url, { SMTP_URL: box.url, MAIL_FROM: 'woonbrug@portaal.example' }).start();
    void once(worker.process, 'exit').then(() => (died = true));
  }, 90_000);
  afterAll(async () => {
    await worker?.remove();
    await Promise.all([store.remove(), box.close()]);
  });

  const mails = () => store.rows<{ state: string; maybe_twice: number; tries: number }>('select state, maybe_twice, tries from mail order by queued_at');
  async function until(sql: string): Promise<void> {
    while (!(await store.rows<{ so: boolean }>(`select (${sql}) as so`))[0].so) await sleep(50);
  }
  const note = (who: Person) =>
    store.rows(`insert into notice (id, partner_id, person_id, kind, urgent, at) select gen_random_uuid(), partner_id, id, 'ESCALATED', true, now() from person where username = $1`, [who.as]);
  /** As if it were the next minute, and what a worker had taken were free again. */
  async function look(): Promise<void> {
    await store.rows(`update mail set next_at = now() - interval '1 second', version = version + 1 where state = 'SENDING'`);
    await store.rows(`update pgboss.job set state = 'retry', start_after = now() where name = 'mail' and state in ('active', 'retry')`);
    await store.rows(`insert into pgboss.job (name, policy) select 'mail', 'exclusive' where not exists (select from pgboss.job where name = 'mail' and state < 'completed')`);
  }

  it.each<[string, 'saysOfAddress' | 'saysOfMail']>([
    ['when the server had the whole mail: it went, nobody noted it, and it goes once more under the same name, counted', 'saysOfMail'],
    ['when the server knows to whom, and the mail leaves after that', 'saysOfAddress'],
  ])('%s', async (_, moment) => {
    box.taken();
    await store.rows('delete from mail');
    await store.rows('delete from notice');
    let kills = 0;
    box[moment] = async () => {
      if ((kills += 1) === 1) await store.kill();
      return undefined;
    };
    await note(bram);
    await look();
    while (!kills || !box.mails.length) await sleep(20);
    await sleep(300);
    await store.start();
    expect(await mails()).toEqual([{ state: 'SENDING', maybe_twice: 0, tries: 1 }]);
    const [{ messageId }] = box.mails;
    // Not before the time for which it is taken has passed.
    await sleep(2500);
    expect(box.mails).toHaveLength(1);
    await look();
    await until(`exists (select from mail where state = 'SENT')`);
    expect(await mails()).toEqual([{ state: 'SENT', maybe_twice: 1, tries: 2 }]);
    expect(box.mails.map((mail) => mail.messageId)).toEqual([messageId, messageId]);
    box[moment] = () => undefined;
    expect(died).toBe(false);
  }, 90_000);

  it('and which finds it away before it took the mail sends nothing, and sends it when it is back', async () => {
    box.taken();
    await store.rows('delete from mail');
    await note(bram);
    await store.kill();
    await sleep(3000);
    expect(box.mails).toEqual([]);
    await store.start();
    await look();
    await until(`(select count(*) from mail where state = 'SENT' and maybe_twice = 0) >= 1`);
    expect(died).toBe(false);
    expect(worker.output).not.toMatch(/voorbeeld\.example/);
  }, 90_000);
});
