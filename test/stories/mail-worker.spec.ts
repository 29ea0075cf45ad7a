import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Program } from '../api/process.js';
import { ann, bram, katrien, type Person } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { MailBox } from '../support/mailbox.js';
import { startPortal, type TestPortal } from '../support/portal.js';

// Processes start and die here.
jest.setTimeout(120_000);

describe('the worker that mails', () => {
  let portal: TestPortal;
  let truth: Truth;
  let box: MailBox;
  const programs: Program[] = [];
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    box = await new MailBox().open();
  });
  afterAll(async () => {
    await Promise.all(programs.map((each) => each.remove()));
    await box.close();
    await truth.close();
    await portal.stop();
  });

  function aWorker(settings: NodeJS.ProcessEnv = { SMTP_URL: box.url, MAIL_FROM: 'woonbrug@portaal.example' }): Program {
    const worker = new Program('worker', portal.settings.databaseUrl, settings);
    programs.push(worker);
    return worker;
  }
  async function until(sql: string): Promise<void> {
    while (!(await truth.rows<{ so: boolean }>(`select (${sql}) as so`))[0].so) await sleep(50);
  }
  async function told(who: Person): Promise<void> {
    const { id, partnerId } = await truth.person(who);
    await truth.rows(`insert into notice (id, partner_id, person_id, kind, urgent, at) values (gen_random_uuid(), $1, $2, 'ESCALATED', true, now())`, [partnerId, id]);
  }
  const mails = () => truth.rows<{ state: string; maybe_twice: number }>('select state, maybe_twice from mail order by until');
  /** As if so much time had passed: for what was left by a worker that died, and for what is to be tried again. */
  const wait = () => truth.rows(`update mail set next_at = now() - interval '1 second', version = version + 1 where state = 'SENDING'`).then(() => truth.rows(`update pgboss.job set started_on = started_on - interval '10 minutes', start_after = now() where name = 'mail' and state in ('active', 'retry')`));

  it('sends nothing and says so once when there is no mail server; the notice waits in the portal', async () => {
    await told(bram);
    const worker = await aWorker({}).start();
    await until(`exists (select from pgboss.job where name = 'terms' and state = 'completed')`);
    await worker.end();
    expect(worker.output.match(/no mail is sent/g)).toHaveLength(1);
    expect(await truth.rows(`select from pgboss.job where name = 'mail' union all select from mail`)).toEqual([]);
  });

  it('mails as soon as it starts, and two of them mail once', async () => {
    await told(katrien);
    await Promise.all([aWorker().start(), aWorker().start()]);
    await until(`(select count(*) from mail where state = 'SENT') = 2`);
    await until(`not exists (select from pgboss.job where name = 'mail' and state < 'completed')`);
    expect(box.taken().sort()).toEqual(['bram.vandeputte@voorbeeld.example', 'katrien.lagae@voorbeeld.example']);
    expect(await truth.rows(`select cron from pgboss.schedule where name = 'mail'`)).toEqual([{ cron: '* * * * *' }]);
    await Promise.all(programs.map((each) => each.end()));
  });

  it('mails nothing again when it is killed and started, however often', async () => {
    for (let time = 0; time < 3; time += 1) {
      const worker = await aWorker().start();
      await sleep(300);
      await worker.end('SIGKILL');
    }
    expect([box.taken(), await mails()]).toEqual([[], [{ state: 'SENT', maybe_twice: 0 }, { state: 'SENT', maybe_twice: 0 }]]);
    await wait();
  });

  it('tries again by itself when the mail server is down, and tells of it without an address', async () => {
    await box.close();
    await told(ann);
    const worker = await aWorker().start();
    await until(`exists (select from pgboss.job where name = 'mail' and state = 'retry')`);
    expect(box.taken()).toEqual([]);
    await box.open();
    // The wait between two tries grows with each; none of them is asked for again.
    await until(`exists (select from pgboss.job where name = 'mail' and state = 'retry' and start_after <= now() + interval '5 minutes')`);
    await wait();
    await until(`(select count(*) from mail where state = 'SENT') = 3`);
    expect(box.taken()).toEqual(['ann.maes@voorbeeld.example']);
    await worker.end();
    expect(worker.output + JSON.stringify(await truth.rows('select output from pgboss.job'))).not.toMatch(/voorbeeld\.example|127\.0\.0\.1:\d+|Maes/);
  }, 60_000);

  it('that is killed between the answer of the server and its own note mails once more, under the same name, and that is counted', async () => {
    await told(bram);
    const holder = await Truth.of(portal);
    const known = box.mails.length;
    // The row is held, so that the answer comes and the note cannot be made.
    box.saysOfMail = async () => {
      await holder.rows('begin');
      await holder.rows(`select from mail where state = 'SENDING' for update`);
      return undefined;
    };
    const worker = await aWorker().start();
    while (box.mails.length === known) await sleep(20);
    await until(`exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%from mail%')`);
    await worker.end('SIGKILL');
    box.saysOfMail = () => undefined;
    await holder.rows('rollback');
    await holder.close();
    expect((await mails()).at(-1)).toEqual({ state: 'SENDING', maybe_twice: 0 });
    const first = box.mails[0].messageId;
    await wait();
    const next = await aWorker().start();
    await until(`not exists (select from mail where state <> 'SENT')`);
    expect((await mails()).at(-1)).toEqual({ state: 'SENT', maybe_twice: 1 });
    expect(box.mails.map(({ messageId }) => messageId)).toEqual([first, first]);
    await next.end();
    expect(next.output).toMatch(/may have left before/);
  }, 150_000);
});
