import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo } from '../../apps/setup/src/setup.js';
import { Program } from '../api/process.js';
import { ann, bram, lies, type Person, sofie, tom } from '../cast/cast.js';
import { added, fetchFile, formOf, text } from '../cast/files.js';
import { aReferral, receive, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { freePort } from '../../scripts/ports.mjs';
import { Collector } from '../support/collector.js';
import { MailBox } from '../support/mailbox.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Canaries, homesOfWords, wordy } from './canaries.js';
import { committedSchema, edgesOf, nameOf, questionAt } from './graph.js';

describe('what people write down leaves by no side road', () => {
  let portal: TestPortal;
  let truth: Truth;
  let canaries: Canaries;
  let box: MailBox;
  let collector: Collector;
  let ports: string[];
  let api: Program;
  let worker: Program;
  let sent: Referral;
  let fileId: string;
  beforeAll(async () => {
    portal = await startPortal();
    await loadDemo(portal.ownerUrl, portal.settings.databaseUrl);
    truth = await Truth.of(portal);
    canaries = new Canaries(truth);
    sent = await receive(portal, await aReferral(portal));
    fileId = (await added(portal, ann, sent.id, text())).id;
    await canaries.release();
    box = await new MailBox().open();
    collector = await new Collector().open();
    ports = [String(await freePort()), String(await freePort())];
    const settings = { LOG_LEVEL: 'trace', SMTP_URL: box.url, MAIL_FROM: 'woonbrug@portaal.example', EMBARGO_MINUTES: '0', SLOW_STATEMENT_MS: '1', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    [api, worker] = (['api', 'worker'] as const).map((app, at) => new Program(app, portal.settings.databaseUrl, { ...settings, METRICS_PORT: ports[at] }));
    await api.start();
  }, 120_000);
  afterAll(async () => {
    await Promise.all([api?.remove(), worker?.remove(), box?.close()]);
    collector?.close();
    await truth.close();
    await portal.stop();
  });

  const logs = () => [...portal.logs, api.output, worker.output].join('\n');
  async function until(sql: string): Promise<void> {
    while (!(await truth.rows<{ so: boolean }>(`select (${sql}) as so`))[0].so) await sleep(50);
  }
  /** By the real process; what it answers to whoever typed it is hers. */
  const post = async (path: string, body: string | FormData, who: Person = ann, headers: { [name: string]: string | undefined } = {}) =>
    fetch(`${api.url}${path}`, { method: 'POST', body, headers: { ...(typeof body === 'string' && { 'content-type': 'application/json' }), ...(await api.headers(who)), ...headers } as Record<string, string> });
  const write = (body: string, dossierId = sent.id) => api.ask(ann, 'mutation ($key: ID!, $id: ID!, $body: String!) { writeMessage(key: $key, dossierId: $id, toPartnerIds: [], body: $body, urgent: false) { id version } }', { key: randomUUID(), id: dossierId, body });

  it('and every text of every record holds a word of its own', async () => {
    expect(canaries.count).toBeGreaterThan(90);
    const { data } = await portal.graphql<object>('query ($id: ID!) { referral(id: $id) { familyName debtsNote notes { body } } }', { id: sent.id }, ann);
    // The walk below could not pass on emptiness.
    expect(canaries.in(JSON.stringify(data))).toEqual(expect.arrayContaining(['Referral.familyName', 'Referral.debtsNote']));
  });

  it('neither when somebody types it where it does not fit', async () => {
    const word = canaries.typed('typed in a bad request');
    const long = `${word} `.repeat(900);
    for (const body of [`{"query":"{ ${word} }"}`, `{"query":"{ referral(id: \\"${word}\\") { id } }"}`, `{"query": "${word}`, JSON.stringify({ query: `query ($id: ID!) { referral(id: $id) { ${word} } }`, variables: { id: sent.id } }), JSON.stringify({ query: 'query ($id: ID!) { referral(id: $id) { id } }', variables: { id: word, [word]: word }, operationName: word })]) expect((await post('/graphql', body)).status).toBeGreaterThanOrEqual(200);
    for (const body of [long, `${word}\u0000`, `${word} 85.07.30-033.28`, `${word} 85073003328`]) expect((await write(body)).errors?.[0].extensions.code).toBe('INVALID');
    expect((await write(word, randomUUID())).errors?.[0].extensions.code).toBe('NOT_FOUND');
    for (const path of [`/graphql/${word}`, `/${word}?q=${word}`, `/attachment/${word}`, `/paper/register/${word}`, `/calendar/${word}.ics`, `/realms/woonbrug/protocol/openid-connect/auth?client_id=${word}`, `/realms/woonbrug/login/${word}`]) await fetch(`${api.url}${path}`, { headers: await api.headers(ann) });
    for (const headers of [{ 'x-capacity': word }, { authorization: `Bearer ${word}` }, { 'content-type': `text/${word}` }, { cookie: word, 'user-agent': word, referer: `http://localhost/${word}` }]) await post('/graphql', '{"query":"{ me { name } }"}', ann, headers);
    await post('/attachment', formOf(sent.id, { name: `${word}.exe`, bytes: `MZ${word}` }, { description: word, more: { [word]: word } }));
    await post('/attachment', formOf(sent.id, { name: `${word}.pdf`, bytes: `%PDF-1.7 ${word}` }, { description: long }));
    const csv = new FormData();
    csv.append('file', new Blob([`Eigen nummer;Voornaam;${word}\n${word};${word};${word}\n`]), `${word}.csv`);
    await post('/import', csv);
  }, 60_000);

  it('neither when the database refuses, breaks off or is not what it was', async () => {
    const word = canaries.typed('typed while the database fails');
    await truth.rows(`alter table message add constraint never check (body !~ '${word}') not valid`);
    expect((await write(word)).errors?.[0].extensions.code).toBe('INTERNAL');
    await truth.rows('alter table message drop constraint never');
    await truth.rows('alter table message rename column body to text');
    expect((await write(word)).errors?.[0].extensions.code).toBe('INTERNAL');
    await truth.rows('alter table message rename column text to body');
    await truth.rows('begin; lock table message in exclusive mode');
    const writing = write(word);
    await until(`exists (select from pg_stat_activity where usename = 'portal' and wait_event_type = 'Lock' and datname = current_database())`);
    await truth.rows(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal' and datname = current_database()`);
    await truth.rows('rollback');
    expect((await writing).errors?.[0].extensions.code).toBe('UNAVAILABLE');
    expect((await write(word)).data).toBeDefined();
  }, 60_000);

  it('in no refusal, whoever asks for whatever', async () => {
    const [{ clientId }] = await truth.rows('select dossier_id as "clientId" from client_file where about_id = $1 and partner_id = (select partner_id from referral where id = $1)', [sent.id]);
    const ids = [sent.id, clientId, sent.answerId, fileId];
    const refused: string[] = [];
    let asked = 0;
    for (const [at, edge] of edgesOf(committedSchema()).entries())
      for (const [shift, who] of [ann, bram, sofie, lies, tom].entries()) {
        const { query, variables } = questionAt(edge, { [edge.path.join('.')]: ids[(at + shift) % ids.length] });
        const { errors } = await api.ask(who, query, variables);
        asked += errors ? 1 : 0;
        const found = canaries.in(JSON.stringify(errors ?? ''));
        if (found.length) refused.push(`${nameOf(edge)} tells ${who.as} of ${found.join(', ')}`);
      }
    expect(refused).toEqual([]);
    expect(asked).toBeGreaterThan(200);
    for (const who of [lies, tom]) {
      for (const path of [`attachment/${fileId}`, `paper/referral/${sent.id}`, `paper/register/${clientId}`, `paper/agreement/${sent.id}`]) {
        const response = await fetch(`${api.url}/${path}`, { headers: await api.headers(who) });
        expect([path, response.status, canaries.in((await response.text()) + JSON.stringify([...response.headers]))]).toEqual([path, 404, []]);
      }
      const refusal = await post('/attachment', formOf(sent.id, text()), who);
      expect([refusal.status, canaries.in(await refusal.text())]).toEqual([404, []]);
    }
  }, 180_000);

  it('in the head of a download no more than the name of the file', async () => {
    const response = await fetchFile(portal, ann, fileId);
    expect([response.status, canaries.in(JSON.stringify([...response.headers]))]).toEqual([200, ['Attachment.fileName']]);
  });

  it('in no calendar', async () => {
    const { data } = await api.ask(bram, 'mutation ($key: ID!) { makeCalendarFeed(key: $key) { path } }', { key: randomUUID() });
    const { path } = data!.makeCalendarFeed as unknown as { path: string };
    const response = await fetch(`${api.url}${path}`);
    const calendar = await response.text();
    expect(calendar).toContain('BEGIN:VEVENT');
    expect(canaries.in(calendar.replaceAll('\r\n ', '') + JSON.stringify([...response.headers]))).toEqual([]);
  });

  it('in no mail but the address, whatever the mail server says', async () => {
    const word = canaries.typed('said by the mail server');
    await truth.rows(`update notice set read_at = now(), version = version + 1 where read_at is null`);
    for (const who of [ann, bram, sofie]) {
      const { id, partnerId } = await truth.person(who);
      await truth.rows(`insert into notice (id, partner_id, person_id, dossier_id, dossier_kind, kind, urgent, at) values (gen_random_uuid(), $1, $2, $3, 'Referral', 'ESCALATED', true, now())`, [partnerId, id, who === sofie ? null : sent.id]);
    }
    box.saysOfAddress = (address) => (address.includes(sofie.as) ? `550 5.1.1 ${word}` : undefined);
    // A term that passes, so that the clock writes too, and one that cannot.
    await truth.rows(`update task set due = now() - interval '1 hour', version = version + 1 where done_at is null and escalate and due is not null`);
    await truth.rows(`alter table timeline_entry add constraint never check (dossier_id <> '${sent.id}') not valid`);
    await worker.start();
    await until(`(select count(*) from mail where state in ('SENT', 'REFUSED')) >= 3`);
    await until(`exists (select from task where escalated_at is not null) and exists (select from pgboss.job where name = 'terms' and state = 'completed')`);
    await truth.rows('alter table timeline_entry drop constraint never');
    expect(box.mails.length).toBeGreaterThanOrEqual(2);
    const written = box.mails.map(({ text: words = '', subject = '', headers }) => `${subject}\n${words}\n${JSON.stringify([...headers].filter(([name]) => name !== 'to'))}`);
    expect(canaries.in([...written, ...box.sources.map((source) => source.replace(/^To: .*$/im, ''))].join('\n'))).toEqual([]);
    expect(worker.output).toContain('escalate of task');
  }, 90_000);

  it('in no line that a process wrote', async () => {
    expect(canaries.in(logs())).toEqual([]);
    expect(logs()).toMatch(/23514|INTERNAL/);
    expect(logs().length).toBeGreaterThan(20_000);
    expect(api.output).toContain('slow statement');
  });

  it('in no metric and no span of what went on', async () => {
    await until(`pg_sleep(6) is not null`); // spans leave every five seconds
    const metrics = await Promise.all(ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()));
    expect([canaries.in(metrics.join('\n')), canaries.in(collector.bodies.join('\n'))]).toEqual([[], []]);
    expect(metrics.map((text) => /woonbrug_operations_total\{operation="(Query.referral|clock mail)"/.exec(text)?.[1])).toEqual(['Query.referral', 'clock mail']);
    expect(new Set(collector.senders.map((sender) => JSON.stringify(sender))).size).toBe(2);
  }, 30_000);

  it('in the words of the search by none but what is searched', async () => {
    const searches: string[] = [];
    for (const record of wordy()) {
      const { found, searched } = await canaries.searched(record);
      expect([record.name, found]).toEqual([record.name, searched]);
      searches.push(...searched);
    }
    expect(searches).toEqual(expect.arrayContaining(['Client.familyName', 'Referral.debtsNote', 'Message.body']));
    expect(searches.join()).not.toMatch(/health|judicial|Note\.|Attachment|nationalNumber/i);
  });

  it('in no table but those of its own: not in the trail, the keys, the looks, the mails or the jobs', async () => {
    const tables = (await truth.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`)).map(({ name }) => name);
    const others = tables.filter((name) => !homesOfWords().includes(name.replace('public.', '')));
    expect(others).toEqual(expect.arrayContaining(['public.trail', 'public.idempotency', 'public.look', 'public.mail', 'pgboss.job']));
    for (const table of others) {
      const rows = await truth.rows<{ row: string }>(`select t::text as row from ${table} t`);
      expect([table, canaries.in(rows.map(({ row }) => row).join('\n'))]).toEqual([table, []]);
    }
  });
});
