import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Calendars } from '#directory';
import { Terms } from '#dossiers';
import { Clock } from '#kernel';
import { Mails, MailServer } from '#notices';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { ann, bram, frank, geert, hilde, joris, katrien, type Person, sofie, wim } from '../cast/cast.js';
import { aClient, aDraft, aNote, aReferral, cause, must, send } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { MailBox } from '../support/mailbox.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';

const FROM = 'woonbrug@portaal.example';
const at = ({ as }: Person) => `${as}@voorbeeld.example`;
/** A Tuesday, at half past seven in Brussels. */
const DIGEST = '2026-03-10T06:30:00Z';

describe('mail', () => {
  let portal: TestPortal;
  let truth: Truth;
  let box: MailBox;
  let workers: TestingModule[];
  const logged: string[] = [];
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    box = await new MailBox().open();
    workers = [await aWorker(), await aWorker()];
  });
  afterEach(async () => {
    box.saysOfAddress = box.saysOfMail = () => undefined;
    box.taken();
    await truth.rows('update notice set read_at = now(), version = version + 1 where read_at is null');
    await truth.rows('delete from mail');
  });
  afterAll(async () => {
    await Promise.all(workers.map((each) => each.close()));
    await box.close();
    await truth.close();
    await portal.stop();
  });

  /** The worker as it is, with its own pool; the tests press its button and hold its clock. */
  async function aWorker(): Promise<TestingModule> {
    const settings = { ...portal.settings, mail: { url: box.url, from: FROM } };
    const note = (line: unknown) => void logged.push(String(line));
    const worker = await Test.createTestingModule({ imports: [WorkerModule.with(settings)] }).setLogger({ log: note, warn: note, error: note }).compile();
    await worker.get(Calendars).onModuleInit();
    return worker;
  }
  async function run(moment: string, worker = workers[0]): Promise<number> {
    worker.get(Clock).now = () => new Date(moment);
    return worker.get(Mails).run();
  }
  /** Somebody is told of something. */
  async function told(who: Person, moment: string, { urgent = true, dossierId = null as string | null } = {}): Promise<string> {
    const { id, partnerId } = await truth.person(who);
    const [{ notice }] = await truth.rows<{ notice: string }>('insert into notice (id, partner_id, person_id, dossier_id, kind, urgent, at) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) returning id as notice', [partnerId, id, dossierId, urgent ? 'ESCALATED' : 'TASK', urgent, moment]);
    return notice;
  }
  const rows = () => truth.rows<{ state: string; maybe_twice: number; tries: number }>('select state, maybe_twice, tries from mail order by queued_at, until');
  const states = async () => (await rows()).map(({ state }) => state);
  const lines = async (operation: string) => (await truth.rows<{ n: number }>('select count(*)::int as n from trail where operation = $1', [operation]))[0].n;

  it('about what is urgent leaves at once, to whom it concerns, once', async () => {
    setClock(portal, '2026-03-02T10:00:00Z');
    await aReferral(portal);
    const { partnerId } = await truth.person(sofie);
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), $1, $2, 'COORDINATOR', '2026-01-01'`, [partnerId, (await truth.person(katrien)).id]);
    setClock(portal, '2026-03-10T05:00:00Z');
    await portal.app.get(Terms).run();
    expect(await run('2026-03-10T05:01:00Z')).toBe(3);
    expect(box.taken().sort()).toEqual([at(hilde), at(katrien), at(sofie)].sort());
    expect(await run('2026-03-10T05:02:00Z')).toBe(0);
    expect(await states()).toEqual(['SENT', 'SENT', 'SENT']);
    await truth.rows(`delete from mandate where person_id = $1 and role = 'COORDINATOR'`, [(await truth.person(katrien)).id]);
  });

  describe('of a task goes to whom it is for and to nobody else', () => {
    const idOf = async (who: Person) => (await truth.person(who)).id;
    /** As the task's own trigger does, in the partner's name. */
    async function tell(whom: { person: Person } | { role: string }, moment: string): Promise<void> {
      const { partnerId } = await truth.person(bram);
      await truth.as({ partnerId }, `select tell($1, $2, $3, null, 'ESCALATED', true, $4)`, [partnerId, 'person' in whom ? await idOf(whom.person) : null, 'role' in whom ? whom.role : 'HOUSING_COUNSELLOR', moment]);
    }
    const deputise = async (since: string, until: string, extra = 'null') => truth.rows(`insert into absence (id, partner_id, person_id, deputy_id, since, until, set_by, cancelled_at) select gen_random_uuid(), partner_id, id, $1, ${since}, ${until}, 'Wim', ${extra} from person where id = $2`, [await idOf(katrien), await idOf(bram)]);
    const katriensMandate = async (set: string) => truth.rows(`update mandate set ${set}, version = version + 1 where role = 'HOUSING_COUNSELLOR' and person_id = $1`, [await idOf(katrien)]);
    const mailed = async (moment: string) => {
      await run(moment);
      return box.taken().sort();
    };
    afterEach(() => truth.rows('delete from absence'));

    it('for a team: who has its function today, at that partner', async () => {
      await tell({ role: 'HOUSING_COUNSELLOR' }, '2026-03-09T10:00:00Z');
      expect(await mailed('2026-03-09T10:01:00Z')).toEqual([at(bram), at(katrien)].sort());
      await katriensMandate('until = today() - 1');
      await tell({ role: 'HOUSING_COUNSELLOR' }, '2026-03-09T10:02:00Z');
      await katriensMandate('until = null');
      expect(await mailed('2026-03-09T10:03:00Z')).toEqual([at(bram)]);
    });

    it('for a person: she, not her team; and who stands in for her today', async () => {
      await tell({ person: bram }, '2026-03-09T10:00:00Z');
      expect(await mailed('2026-03-09T10:01:00Z')).toEqual([at(bram)]);
      for (const [since, until, cancelled] of [['today() - 9', 'today() - 2'], ['today() + 2', 'today() + 9'], ['today() - 2', 'today() + 2', 'now()']]) await deputise(since, until, cancelled);
      await tell({ person: bram }, '2026-03-09T10:02:00Z');
      expect(await mailed('2026-03-09T10:03:00Z')).toEqual([at(bram)]);
      await deputise('today() - 2', 'today() + 2');
      await tell({ person: bram }, '2026-03-09T10:04:00Z');
      expect(await mailed('2026-03-09T10:05:00Z')).toEqual([at(bram), at(katrien)].sort());
      // What is for the deputy is not for whom she stands in for.
      await tell({ person: katrien }, '2026-03-09T10:06:00Z');
      expect(await mailed('2026-03-09T10:07:00Z')).toEqual([at(katrien)]);
    });

    it.each([
      ['whose absence was called off', { person: bram }, () => truth.rows('update absence set cancelled_at = now(), version = version + 1'), () => Promise.resolve()],
      ['whose function ended while she keeps another', { role: 'HOUSING_COUNSELLOR' }, async () => {
        await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, id, 'COORDINATOR', '2026-01-01' from person where id = $1`, [await idOf(katrien)]);
        await katriensMandate('until = today() - 1');
      }, async () => {
        await katriensMandate('until = null');
        await truth.rows(`delete from mandate where role = 'COORDINATOR' and person_id = $1`, [await idOf(katrien)]);
      }],
    ] as [string, { person: Person } | { role: string }, () => Promise<unknown>, () => Promise<unknown>][])('and no longer to her, in the portal nor by mail, %s before it left', async (_, whom, spoil, mend) => {
      const unread = async () => (await truth.rows<{ n: number }>(`select count(*)::int n from notice where read_at is null and person_id = $1`, [await idOf(katrien)]))[0].n;
      const shown = async () => (await must<{ noticeCount: { unread: number } }>(portal, katrien, '{ noticeCount { unread } }')).noticeCount.unread;
      if ('person' in whom) await deputise('today() - 2', 'today() + 2');
      await tell(whom, '2026-03-09T10:00:00Z');
      expect([await unread(), await shown()]).toEqual([1, 1]);
      await spoil();
      expect(await mailed('2026-03-09T10:01:00Z')).toEqual([at(bram)]);
      expect((await states()).sort()).toEqual(['DROPPED', 'SENT']);
      if ('person' in whom) expect(await shown()).toBe(0);
      await mend();
    });
  });

  it('about the rest leaves once a working day, however much there is and however often it is looked', async () => {
    for (const minute of [1, 2, 3]) await told(bram, `2026-03-09T10:0${minute}:00Z`, { urgent: false });
    expect(await run('2026-03-09T23:00:00Z')).toBe(0);
    expect(await run('2026-03-10T06:29:00Z')).toBe(0);
    expect(await run(DIGEST)).toBe(1);
    await told(bram, '2026-03-10T06:31:00Z', { urgent: false });
    for (const moment of ['2026-03-10T06:32:00Z', '2026-03-10T12:00:00Z', '2026-03-10T22:00:00Z']) expect(await run(moment, workers[1])).toBe(0);
    expect(box.taken()).toEqual([at(bram)]);
    expect(await run('2026-03-11T06:30:00Z')).toBe(1);
    // What she was mailed about already is not news, even while she leaves it unread.
    expect(await run('2026-03-12T06:30:00Z')).toBe(0);
    expect(box.taken()).toEqual([at(bram)]);
  });

  it('waits for a day on which the partner works, and is sent late when no worker ran in the morning', async () => {
    await told(bram, '2026-03-13T16:00:00Z', { urgent: false });
    expect(await run('2026-03-14T06:30:00Z')).toBe(0);
    expect(await run('2026-03-15T12:00:00Z')).toBe(0);
    expect(await run('2026-03-16T15:00:00Z')).toBe(1);
    await told(bram, '2026-04-03T16:00:00Z', { urgent: false });
    // Easter Monday.
    expect(await run('2026-04-06T12:00:00Z')).toBe(0);
    expect(await run('2026-04-07T05:30:00Z')).toBe(1);
    await told(bram, '2026-04-07T16:00:00Z', { urgent: false });
    await truth.rows(`insert into closing_day (id, partner_id, day, label, set_by) values (gen_random_uuid(), $1, '2026-04-08', 'verhuis', 'Wim')`, [(await truth.person(bram)).partnerId]);
    expect(await run('2026-04-08T12:00:00Z')).toBe(0);
    expect(await run('2026-04-09T05:30:00Z')).toBe(1);
    await truth.rows('delete from closing_day');
  });

  it('does not tell twice of what is urgent: who was mailed at once gets no daily mail for it', async () => {
    await told(bram, '2026-03-09T10:00:00Z');
    expect(await run('2026-03-09T10:01:00Z')).toBe(1);
    expect(await run(DIGEST)).toBe(0);
  });

  it('leaves as each wishes', async () => {
    const mine = 'query { mailPreference { id version urgent digest person { email mailRefusedAt } } }';
    const { mailPreference: before } = await must<{ mailPreference: { id: string; version: number; person: object } }>(portal, joris, mine);
    expect(before).toMatchObject({ urgent: true, digest: 'DAILY', person: { email: at(joris), mailRefusedAt: null } });
    const wish = (urgent: boolean, digest: string, row: { id: string; version: number }) => cause(portal, joris, 'setMailPreference', row, `urgent: ${urgent}, digest: ${digest}`, 'id version');
    const { data } = await wish(false, 'DAILY', before);
    await told(joris, '2026-03-09T10:00:00Z');
    expect(await run('2026-03-09T10:01:00Z')).toBe(0);
    // Then it is part of the daily mail.
    expect(await run(DIGEST)).toBe(1);
    const { data: second } = await wish(true, 'NEVER', data!.setMailPreference);
    await told(joris, '2026-03-10T10:00:00Z', { urgent: false });
    expect(await run('2026-03-11T06:30:00Z')).toBe(0);
    await told(joris, '2026-03-11T10:00:00Z');
    expect(await run('2026-03-11T10:01:00Z')).toBe(1);
    expect((await wish(true, 'DAILY', before)).errors?.[0].extensions.code).toBe('CONFLICT');
    await wish(true, 'DAILY', second!.setMailPreference);
  });

  it('says that there is something and where to look, and nothing else: no name, no topic, no number, no partner, no id', async () => {
    const canaries = ['Kanarievogel', 'Zebravink', 'Goudhaantje', 'Putter', 'Sijsje', 'Appelvink'];
    const client = await aClient(portal, ann, { givenName: 'Wendelina', familyName: canaries[0], householdNote: canaries[1] });
    const draft = await aDraft(portal, ann, { client, changes: { question: `Vraag ${canaries[2]}`, debtsNote: canaries[3] } });
    await aNote(portal, ann, draft.id, 'HEALTH', canaries[4]);
    setClock(portal, '2026-03-02T10:00:00Z');
    const sent = await send(portal, draft);
    await aNote(portal, bram, sent.id, 'PRIVATE_NOTE', canaries[5]);
    setClock(portal, '2026-03-10T05:00:00Z');
    await portal.app.get(Terms).run();
    const ids = (await truth.rows<{ id: string }>('select id from notice union select dossier_id from notice where dossier_id is not null union select person_id from notice union select partner_id from notice')).map(({ id }) => id);
    const names = (await truth.rows<{ name: string }>('select name from person union select name from partner union select short_name from partner')).map(({ name }) => name);
    expect(await run('2026-03-10T05:01:00Z')).toBe(2);
    expect(await run(DIGEST)).toBe(2);
    const secrets = [...canaries, 'Wendelina', sent.number, 'Doorverwijzing', 'doorverwijzing', 'termijn', 'huur', ...names, ...ids];
    const written = [...box.sources, ...logged, ...portal.logs, JSON.stringify(await truth.rows('select * from pgboss.job')), JSON.stringify(await truth.rows('select id, kind, state, until from mail'))];
    // Of the log only what mail wrote: the sign-in of a test names who signs in.
    const found = box.sources.flatMap((text) => secrets.filter((secret) => text.includes(secret)));
    expect([found, written.join('\n').match(new RegExp([...canaries, 'Wendelina'].join('|'), 'g'))]).toEqual([[], null]);
    expect(logged.join('\n')).not.toMatch(/@|example/);
    expect([...new Set(box.mails.map(({ subject, text }) => `${subject}\n${text}`))]).toEqual([
      `Nieuw in Woonbrug\nGoedendag\n\nEr is iets nieuws voor u in Woonbrug. Meld u aan om het te lezen:\n${portal.url}/nieuw-voor-u\n\nIn deze mail staat met opzet geen naam en geen onderwerp. Welke mails u krijgt, kiest u in Woonbrug bij Mijn voorkeuren.\nAntwoorden op deze mail heeft geen zin: niemand leest mee.\n`,
    ]);
    for (const { headers, messageId } of box.mails) {
      expect([...headers.keys()].sort()).toEqual(['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']);
      expect(messageId).toMatch(/^<[0-9a-f-]{36}@portaal\.example>$/);
    }
  });

  describe('is asked for once more when it leaves', () => {
    const spoiled: [string, (dossierId: string) => Promise<unknown>, (dossierId: string) => Promise<unknown>][] = [
      ['was read meanwhile', () => truth.rows('update notice set read_at = now(), version = version + 1'), () => Promise.resolve()],
      ['is for somebody without access', () => set(bram, 'active = false'), () => set(bram, 'active = true')],
      ['is for somebody whose functions ended', () => mandates('today() - 1'), () => mandates('null')],
      ['is about a file from which she is kept away', (id) => exclude(id), () => truth.rows('delete from exclusion')],
      ['is about a file at which her partner no longer sits', (id) => truth.rows(`update party set until = now() where dossier_id = $1 and granted_by <> partner_id`, [id]), (id) => truth.rows(`update party set until = 'infinity' where dossier_id = $1`, [id])],
      ['is no longer wished', () => truth.rows('update mail_preference set urgent = false, version = version + 1'), () => truth.rows('update mail_preference set urgent = true, version = version + 1')],
    ];
    const set = async (who: Person, sql: string) => truth.rows(`update person set ${sql}, version = version + 1 where id = $1`, [(await truth.person(who)).id]);
    const mandates = async (until: string) => truth.rows(`update mandate set until = ${until}, version = version + 1 where person_id = $1`, [(await truth.person(bram)).id]);
    const exclude = async (id: string) => truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(bram)).id, id]);
    let dossierId: string;
    beforeAll(async () => {
      setClock(portal, '2026-03-09T10:00:00Z');
      dossierId = (await aReferral(portal)).id;
    });

    it.each(spoiled)('and not sent when it %s: that is told in the trail', async (_, spoil, mend) => {
      await told(bram, '2026-03-09T11:00:00Z', { dossierId });
      box.saysOfAddress = () => '450 4.2.1 not now';
      expect(await run('2026-03-09T11:01:00Z')).toBe(0);
      expect(await states()).toEqual(['QUEUED']);
      const before = await lines('dropMail');
      box.saysOfAddress = () => undefined;
      await spoil(dossierId);
      expect(await run('2026-03-09T12:30:00Z')).toBe(0);
      await mend(dossierId);
      expect([box.taken(), await states(), (await lines('dropMail')) - before]).toEqual([[], ['DROPPED'], 1]);
      expect((await truth.rows(`select dossier_ids, capacity from trail where operation = 'dropMail' order by id desc limit 1`))[0]).toEqual({ dossier_ids: [dossierId], capacity: 'CLOCK' });
      // Nor later.
      expect(await run('2026-03-09T13:30:00Z')).toBe(0);
    });

    it('and sent when nothing changed: the tests above could not pass on emptiness', async () => {
      await told(bram, '2026-03-09T11:00:00Z', { dossierId });
      box.saysOfAddress = () => '450 4.2.1 not now';
      await run('2026-03-09T11:01:00Z');
      box.saysOfAddress = () => undefined;
      expect(await run('2026-03-09T11:02:00Z')).toBe(0);
      expect(await run('2026-03-09T12:30:00Z')).toBe(1);
      expect(box.taken()).toEqual([at(bram)]);
    });
  });

  it('waits for a server that is down, for a day if need be, and then leaves in order, each once', async () => {
    const people = [bram, katrien, sofie, wim, ann, joris, hilde, geert, frank];
    for (const [minute, who] of people.entries()) await told(who, `2026-03-09T10:0${minute}:00Z`);
    await box.close();
    for (const moment of ['2026-03-09T10:10:00Z', '2026-03-09T18:00:00Z', '2026-03-10T06:30:00Z', '2026-03-10T10:00:00Z']) await expect(run(moment)).rejects.toThrow('The mail server does not answer.');
    await box.open();
    expect(await run('2026-03-10T10:15:00Z')).toBe(9);
    expect(box.taken()).toEqual(people.map(at));
    expect(await run('2026-03-10T10:16:00Z')).toBe(0);
    expect((await rows()).map(({ maybe_twice }) => maybe_twice)).toEqual(people.map(() => 0));
  });

  it('leaves once when two workers look at the same moment', async () => {
    for (let minute = 10; minute < 50; minute += 1) await told(minute % 2 ? bram : ann, `2026-03-09T10:${minute}:00Z`);
    const sent = await Promise.all([run('2026-03-09T11:00:00Z'), run('2026-03-09T11:00:00Z', workers[1])]);
    expect(sent[0] + sent[1]).toBe(40);
    expect(new Set(box.mails.map(({ messageId }) => messageId)).size).toBe(40);
    expect(box.taken()).toHaveLength(40);
    expect(await rows()).toEqual(Array(40).fill({ state: 'SENT', maybe_twice: 0, tries: 1 }));
  });

  it('leaves once when four workers look at the same moment, again and again, and each of them may be the first', async () => {
    const four = [...workers, await aWorker(), await aWorker()];
    try {
      for (let minute = 10; minute < 50; minute += 1) await told(minute % 2 ? bram : ann, `2026-03-09T10:${minute}:00Z`);
      const rounds = [0, 1, 2].map(() => Promise.all(four.map((each) => run('2026-03-09T11:00:00Z', each))));
      const sent = (await Promise.all(rounds)).flat();
      expect(sent.reduce((sum, each) => sum + each, 0)).toBe(40);
      expect(new Set(box.mails.map(({ messageId }) => messageId)).size).toBe(40);
      expect(box.taken()).toHaveLength(40);
      expect(await rows()).toEqual(Array(40).fill({ state: 'SENT', maybe_twice: 0, tries: 1 }));
    } finally {
      await Promise.all(four.slice(2).map((each) => each.close()));
    }
  }, 60_000);

  it('that nobody knows to have left is sent anew under the same name, and counted', async () => {
    await told(bram, '2026-03-09T10:00:00Z');
    // The server takes the mail and is gone before it says so.
    box.saysOfMail = () => {
      box.saysOfMail = () => undefined;
      box.hangUp();
    };
    await expect(run('2026-03-09T10:01:00Z')).rejects.toThrow('The mail server does not answer.');
    expect(await rows()).toEqual([{ state: 'SENDING', maybe_twice: 0, tries: 1 }]);
    expect(await run('2026-03-09T10:03:00Z')).toBe(0);
    expect(await run('2026-03-09T10:07:00Z')).toBe(1);
    expect(await rows()).toEqual([{ state: 'SENT', maybe_twice: 1, tries: 2 }]);
  }, 60_000);

  it('to an address that the server does not know stops, and the admin of the partner sees whose it is, until it is another', async () => {
    await told(bram, '2026-03-09T10:00:00Z');
    await told(katrien, '2026-03-09T10:01:00Z');
    box.saysOfAddress = (address) => (address === at(bram) ? '550 5.1.1 no such mailbox' : undefined);
    expect(await run('2026-03-09T10:02:00Z')).toBe(1);
    expect([box.taken(), await states()]).toEqual([[at(katrien)], ['REFUSED', 'SENT']]);
    const people = 'query { people { id version name email mailRefusedAt } }';
    type Row = { id: string; version: number; name: string; email: string | null; mailRefusedAt: string | null };
    const seen = async (who: Person) => (await must<{ people: Row[] }>(portal, who, people)).people;
    const refused = (await seen(wim)).filter(({ mailRefusedAt }) => mailRefusedAt);
    expect(refused).toMatchObject([{ name: 'Bram Vandeputte', email: at(bram), mailRefusedAt: '2026-03-09T10:02:00.000Z' }]);
    // She herself sees it, a colleague does not, and no other address.
    expect((await seen(bram)).filter(({ email }) => email)).toMatchObject([{ email: at(bram), mailRefusedAt: '2026-03-09T10:02:00.000Z' }]);
    expect((await seen(katrien)).filter(({ email, mailRefusedAt }) => email || mailRefusedAt)).toMatchObject([{ email: at(katrien), mailRefusedAt: null }]);
    await told(bram, '2026-03-09T11:00:00Z');
    expect(await run('2026-03-09T11:01:00Z')).toBe(0);
    box.saysOfAddress = () => undefined;
    const { data } = await cause(portal, wim, 'changePerson', refused[0], 'email: "bram@elders.example"', 'id version mailRefusedAt email');
    expect(data!.changePerson).toMatchObject({ mailRefusedAt: null, email: 'bram@elders.example' });
    await told(bram, '2026-03-09T12:00:00Z');
    await run('2026-03-09T12:01:00Z');
    expect(box.taken()).toEqual(['bram@elders.example', 'bram@elders.example']);
    await cause(portal, wim, 'changePerson', data!.changePerson, `email: "${at(bram)}"`, 'id version');
  });

  it('that the server refuses for what it is, tells nothing of the address: it is given up, and the next one leaves', async () => {
    await told(bram, '2026-03-09T10:00:00Z');
    await told(katrien, '2026-03-09T10:01:00Z');
    box.saysOfMail = (address) => (address === at(bram) ? '554 5.7.1 we do not like it' : undefined);
    expect(await run('2026-03-09T10:02:00Z')).toBe(1);
    expect(await states()).toEqual(['FAILED', 'SENT']);
    expect(await truth.rows('select from person where mail_refused_at is not null')).toEqual([]);
  });

  it.each(['bram@x.example\r\nBcc: alles@elders.example', 'bram@x.example\nSubject: anders', 'Bram <bram@x.example>', 'bram@x.example, alles@elders.example', '"bram\r\n"@x.example', 'bram'])('takes no address that is more than an address: %j', async (email) => {
    const person = (await must<{ people: { id: string; version: number; name: string }[] }>(portal, wim, 'query { people { id version name } }')).people.find(({ name }) => name === 'Katrien Lagae')!;
    const { errors } = await portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $email: String) { changePerson(key: $key, id: $id, version: $version, email: $email) { id } }', { key: crypto.randomUUID(), id: person.id, version: person.version, email }, wim);
    expect(errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'email' }] });
    await expect(truth.rows('update person set email = $1, version = version + 1 where id = $2', [email, person.id])).rejects.toMatchObject({ code: '23514' });
    // And if it had come so far: it is one address in the head of the mail, or none at all.
    const server = new MailServer({ url: box.url, from: FROM, publicUrl: portal.url });
    await server.send(crypto.randomUUID(), email).finally(() => server.close());
    expect(box.mails.filter(({ to, bcc, cc, subject }) => to.value.length !== 1 || bcc || cc || subject !== 'Nieuw in Woonbrug')).toEqual([]);
    expect(box.addresses.filter((addresses) => addresses.length !== 1 || addresses[0] === 'alles@elders.example')).toEqual([]);
  });
});
