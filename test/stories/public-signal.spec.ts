import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Calendars } from '#directory';
import { hashOfSecret, Terms } from '#dossiers';
import { Clock } from '#kernel';
import { PublicSignalsService, SignalMails } from '#mediation';
import { SignalController } from '../../apps/api/src/signal.controller.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { bram, tom } from '../cast/cast.js';
import { aSignal, caseFor, signalOf } from '../cast/mediation.js';
import { aReport, faultsOf, outside } from '../cast/public.js';
import { Truth } from '../cast/truth.js';
import { MailBox } from '../support/mailbox.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const FROM = 'woonbrug@portaal.example';
/** What somebody typed, and what of it may stand in no mail and no log. */
const CANARIES = ['Kanarie', 'Zebravink', 'Pimpelmees', 'Winterkoning', '0470 11 22 33', 'Izegem', '8870'];
/** Which of the words a text says; digits say nothing within a number, an id or a time. */
const said = (words: readonly string[], text: string) => words.filter((word) => (/^\d+$/.test(word) ? new RegExp(`(?<![\\w.:-])${word}(?!\\w)`).test(text) : text.includes(word)));
const MINUTE = 60_000;

describe('the form for private landlords', () => {
  let portal: TestPortal;
  let truth: Truth;
  let box: MailBox;
  let worker: TestingModule;
  const logged: string[] = [];
  beforeAll(async () => {
    box = await new MailBox().open();
    portal = await startPortal({ env: { SMTP_URL: box.url, MAIL_FROM: FROM } });
    truth = await Truth.of(portal);
    const note = (line: unknown) => void logged.push(String(line));
    worker = await Test.createTestingModule({ imports: [WorkerModule.with(portal.settings)] }).setLogger({ log: note, warn: note, error: note }).compile();
    await worker.get(Calendars).onModuleInit();
    worker.get(PublicSignalsService).onModuleInit();
  });
  afterEach(async () => {
    box.saysOfAddress = box.saysOfMail = () => undefined;
    box.taken();
    await truth.rows('delete from pending_signal');
    forget();
  });
  afterAll(async () => {
    await worker.close();
    await box.close();
    await truth.close();
    await portal.stop();
  });

  /** As if ten minutes had passed at the door. */
  const forget = () => {
    const controller: unknown = portal.app.get(SignalController);
    const door = controller as { [rate in 'reports' | 'all' | 'misses']: { counted: Map<string, unknown> } };
    for (const { counted } of [door.reports, door.all, door.misses]) counted.clear();
  };
  const report = (told: object) => outside(portal, 'POST', '/signal', told);
  const confirm = (secret: string) => outside(portal, 'POST', `/signal/${secret}`);
  const mailed = async (later = 0) => {
    worker.get(Clock).now = () => new Date(Date.now() + later);
    return worker.get(SignalMails).run({ ...portal.settings.mail!, publicUrl: portal.url });
  };
  const secretIn = (text: string | undefined) => /\/melden\/bevestigen\/([\w-]{43})/.exec(text ?? '')![1];
  const pending = async () => (await truth.rows<{ n: number }>('select count(*)::int n from pending_signal'))[0].n;
  const signals = async () => (await truth.rows<{ n: number }>('select count(*)::int n from tension_signal'))[0].n;
  /** Reported, mailed, and the secret out of the mail. */
  const asked = async (told = aReport()) => {
    expect((await report(told)).status).toBe(202);
    expect(await mailed()).toBe(1);
    return secretIn(box.mails.at(-1)!.text);
  };
  const of = ({ status, text: bytes, headers }: Awaited<ReturnType<typeof report>>) => ({ status, bytes, headers });

  it('becomes a signal of the Woondienst once its mail is confirmed, by the default terms', async () => {
    const told = aReport({ danger: true, dangerNote: 'Een kapotte gasleiding.' });
    const before = await signals();
    const secret = await asked(told);
    expect([await signals(), box.addresses]).toEqual([before, [[told.email]]]);
    expect(await confirm(secret)).toMatchObject({ status: 200, body: { confirmed: true } });
    const [{ id }] = await truth.rows<{ id: string }>('select id from tension_signal where street = $1', [told.street]);
    const signal = await signalOf(portal, bram, id);
    expect(signal).toMatchObject({ origin: 'LANDLORD', state: 'SIGNALLED', protocolId: null, reportedBy: 'Openbaar meldformulier', landlordName: 'Roelandt Kanarie', landlordContact: `${told.email} · 0470 11 22 33`, urgent: true, danger: true, municipality: 'Izegem', renters: [{ givenName: 'Pimpelmees', familyName: 'Winterkoning' }] });
    expect(await caseFor(portal, signal)).toMatchObject({ state: 'SIGNALLED', landlordId: null, parties: expect.arrayContaining([expect.objectContaining({ side: 'LANDLORD', familyName: 'Roelandt Kanarie', answer: 'OPEN' })]), tasks: expect.arrayContaining([expect.objectContaining({ kind: 'CONFIRM_SIGNAL', doneAt: null })]) });
    expect(await truth.rows(`select capacity, purpose, changed from trail where operation = 'confirmSignal' and dossier_ids @> array[$1::uuid]`, [id])).toEqual([{ capacity: 'PUBLIC_FORM', purpose: 'signal', changed: true }]);
    expect(await truth.rows('select email, content from pending_signal')).toEqual([{ email: null, content: null }]);
  });

  it('is confirmed once, and answers the same for the first, the second, and one that joins', async () => {
    const told = aReport();
    const secret = await asked(told);
    const first = await confirm(secret);
    const second = await confirm(secret);
    const joining = await asked(aReport({ street: told.street.toUpperCase(), renters: [{ givenName: 'Els', familyName: 'Merel' }] }));
    const answers = [first, second, await confirm(joining)].map(of);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    const rows = await truth.rows<{ id: string }>('select id from tension_signal where lower(street) = lower($1) order by reported_at', [told.street]);
    expect(rows).toHaveLength(2);
    const [one, other] = await Promise.all(rows.map(async ({ id }) => (await caseFor(portal, { id })).id));
    expect(other).toBe(one);
  });

  it('is confirmed once, also for who asks at the same moment', async () => {
    const told = aReport();
    const secret = await asked(told);
    expect((await Promise.all([1, 2, 3].map(() => confirm(secret)))).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await truth.rows('select id from tension_signal where street = $1', [told.street])).toHaveLength(1);
  });

  it('joins a mediation that a company began on the same home, and the company learns nothing of it', async () => {
    const company = await aSignal(portal);
    const before = JSON.stringify(await signalOf(portal, tom, company.id));
    await confirm(await asked(aReport({ street: company.street, postcode: '8710', municipality: 'Wielsbeke' })));
    expect((await caseFor(portal, company)).signals).toHaveLength(2);
    expect(JSON.stringify(await signalOf(portal, tom, company.id))).toBe(before);
  });

  it('answers alike whatever is known of the home, the landlord or the renter, and whether it is kept or not', async () => {
    const known = await aSignal(portal);
    const told = aReport();
    const answers = [
      await report(told), // new
      await report(told), // again, with the same key
      await report(aReport({ street: known.street, postcode: '8710', municipality: 'Wielsbeke', renters: [{ givenName: 'Marc', familyName: 'Dewaele' }] })), // a home and a renter that are known
      await report(aReport({ email: 'bram.vandeputte@voorbeeld.example' })), // an address of somebody in the portal
      await report(aReport({ website: 'http://spam.example' })), // a machine
    ].map(of);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 202, bytes: '{"mailed":true}' });
    expect(await pending()).toBe(3);
  });

  it('says in its mail where to confirm, and nothing else: no name, no address, no topic, under one name however often it is sent', async () => {
    const told = aReport();
    await asked(told);
    const [{ subject, text: body, messageId, headers }] = box.mails;
    expect([subject, messageId, headers.get('auto-submitted')]).toEqual(['Bevestig uw melding', `<${told.key}@portaal.example>`, 'auto-generated']);
    expect(said([...CANARIES, 'PAYMENT', 'huur', told.street, told.email], `${subject} ${body}`)).toEqual([]);
    expect(await mailed(60 * MINUTE)).toBe(0);
  });

  it('waits for a mail server that says later, for a few tries, and each mail that may have left confirms', async () => {
    const told = aReport();
    await report(told);
    box.saysOfMail = () => '450 later';
    const secrets: string[] = [];
    for (let times = 0; times < 7; times += 1) await mailed(times * 11 * MINUTE);
    expect((await truth.rows<{ tries: number; n: number }>('select tries, cardinality(secret_hashes) n from pending_signal'))).toEqual([{ tries: 5, n: 5 }]);
    await truth.rows('update pending_signal set tries = 1');
    box.saysOfMail = () => undefined;
    for (const times of [8, 10]) {
      expect(await mailed(times * 11 * MINUTE)).toBe(1);
      secrets.push(secretIn(box.mails.at(-1)!.text));
      await truth.rows('update pending_signal set mailed_at = null');
    }
    expect(new Set(box.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect([(await confirm(secrets[0])).status, (await confirm(secrets[1])).status]).toEqual([200, 200]);
  });

  it('loses nothing when the mail server is down: it is not tried until it answers', async () => {
    await report(aReport());
    await box.close();
    await expect(mailed()).rejects.toThrow('The mail server does not answer.');
    expect(await truth.rows('select tries from pending_signal')).toEqual([{ tries: 0 }]);
    await box.open();
    expect(await mailed()).toBe(1);
  });

  it('gives up an address that its mail server does not know', async () => {
    await report(aReport());
    box.saysOfAddress = () => '550 5.1.1 unknown';
    expect(await mailed()).toBe(0);
    box.saysOfAddress = () => undefined;
    expect(await mailed(24 * 60 * MINUTE)).toBe(0);
  });

  it.each(['a', 'a@', 'a@b@c.example', 'a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', '"x" <a@b.example>', 'a@b.example\n', `${'a'.repeat(120)}@b.example`])('takes no address that is more than an address: %j', async (email) => {
    expect(faultsOf(await report(aReport({ email })))).toEqual([400, 'INVALID', ['email']]);
    expect([await pending(), await mailed(), box.mails.length]).toEqual([0, 0, 0]);
  });

  it('says what is missing or wrong at its field, and keeps nothing', async () => {
    expect(faultsOf(await report({}))).toEqual([400, 'INVALID', expect.arrayContaining(['key', 'name', 'email', 'street', 'postcode', 'municipality', 'topic', 'facts', 'danger', 'renters'])]);
    expect(faultsOf(await report(aReport({ renters: [] })))).toEqual([400, 'INVALID', ['renters']]);
    expect(faultsOf(await report(aReport({ renters: [{ givenName: 'Els', familyName: 'Merel' }, { givenName: ' ', familyName: 'Merel' }] })))).toEqual([400, 'INVALID', ['renters.1.givenName']]);
    expect(faultsOf(await report(aReport({ renters: 'Els' })))).toEqual([400, 'INVALID', ['renters']]);
    expect(faultsOf(await report(aReport({ danger: true })))).toEqual([400, 'INVALID', ['dangerNote']]);
    expect(faultsOf(await report(aReport({ postcode: '9000', municipality: 'Gent' })))).toEqual([400, 'INVALID', ['municipality']]);
    expect(faultsOf(await report(aReport({ postcode: '8870', municipality: 'Wielsbeke' })))).toEqual([400, 'INVALID', ['municipality']]);
    expect(faultsOf(await report(aReport({ topic: '__proto__' })))).toEqual([400, 'INVALID', ['topic']]);
    for (const field of ['name', 'facts', 'tried', 'street']) expect(faultsOf(await report(aReport({ [field]: 'Zij is 85.07.30-033.28' })))).toEqual([400, 'INVALID', [field]]);
    expect(faultsOf(await report(aReport({ renters: [{ givenName: '85073003328', familyName: 'x' }] })))).toEqual([400, 'INVALID', ['renters.0.givenName']]);
    expect(await pending()).toBe(0);
  });

  it('tells which municipalities there are, and nothing more', async () => {
    const { status, body } = await outside(portal, 'GET', '/signal');
    expect([status, body.open, Object.keys(body)]).toEqual([200, true, ['open', 'municipalities']]);
    expect(body.municipalities).toContainEqual({ name: 'Wielsbeke', postcodes: ['8710'] });
  });

  it('is wiped after 48 hours when nobody confirmed it, and its link is then as one that never was', async () => {
    const secret = await asked();
    const aDay = await asked();
    const run = (hours: number) => {
      worker.get(Clock).now = () => new Date(Date.now() + hours * 60 * MINUTE);
      return worker.get(Terms).run();
    };
    await run(47);
    expect(await pending()).toBe(2);
    await truth.rows(`update pending_signal set made_at = made_at - interval '48 hours' where $1 = any (secret_hashes)`, [hashOfSecret(secret)]);
    expect((await confirm(secret)).status).toBe(404);
    await run(0);
    expect(await pending()).toBe(1);
    expect(of(await confirm(secret))).toEqual(of(await confirm('A'.repeat(43))));
    expect((await confirm(aDay)).status).toBe(200);
  });

  it('takes so much from one place and no more, and so much for one address without telling', async () => {
    const statuses: number[] = [];
    const email = 'veel@voorbeeld.example';
    for (let times = 0; times < 12; times += 1) statuses.push((await report(aReport({ email }))).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429, 429]);
    expect([await pending(), await mailed()]).toEqual([3, 3]);
  });

  it('takes no more than so much together, whatever process it comes through', async () => {
    await truth.rows(`insert into pending_signal (id, partner_id, email, content, made_at, next_at, mailed_at) select gen_random_uuid(), (select id from partner where kind = 'WOONDIENST'), 'x' || n || '@voorbeeld.example', '{}', now(), now(), now() from generate_series(1, 1000) n`);
    expect((await report(aReport())).status).toBe(202);
    expect(await pending()).toBe(1000);
  });

  it('lets nobody guess a link: so often and no more', async () => {
    const secret = await asked();
    const statuses: number[] = [];
    for (let times = 0; times < 105; times += 1) statuses.push((await confirm(`${times}${'B'.repeat(43)}`.slice(0, 43))).status);
    expect([statuses[0], statuses.at(-1), (await confirm(secret)).status]).toEqual([404, 429, 429]);
  });

  it('leaves nothing that was typed, and no secret, in a log', async () => {
    const secret = await asked();
    await confirm(secret);
    const lines = [...portal.logs, ...logged];
    expect(lines.join('\n')).toContain('/signal/:secret');
    expect(said([...CANARIES, 'voorbeeld.example', secret.slice(0, 12)], lines.join('\n'))).toEqual([]);
    expect(said(CANARIES, `${lines.join('\n')}"postcode":"8870","ms":8870.5,"pid":8870`)).toEqual(['8870']);
    const stored = await truth.rows<{ all: string }>(`select string_agg(t, ' ') as all from (select to_jsonb(p)::text as t from pending_signal p union all select to_jsonb(t)::text from trail t) x`);
    expect(stored[0].all).not.toContain(secret);
  });

  it('is shut where no mail leaves', async () => {
    const shut = await startPortal();
    expect((await outside(shut, 'GET', '/signal')).body.open).toBe(false);
    expect((await outside(shut, 'POST', '/signal', aReport())).status).toBe(503);
    await shut.stop();
  });

  it('is read by no role of the database, before it is confirmed', async () => {
    await report(aReport());
    const [{ reads }] = await truth.rows<{ reads: boolean }>(`select has_table_privilege('portal', 'pending_signal', 'select') as reads`);
    expect(reads).toBe(false);
  });
});
