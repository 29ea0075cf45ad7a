import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, geert, hilde, joris, katrien, nele, type Person, sofie, wim } from '../cast/cast.js';
import { accept, aClient, aReferral, codeOf, must, receive, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { setClock } from './clock.js';

// Thursday 22 October 2026: the term of five working days runs over the end of summer time.
const SENT = '2026-10-22T09:00:00Z';
const MAKE = 'mutation ($key: ID!) { makeCalendarFeed(key: $key) { path feed { id version mandateId madeAt revokedAt } } }';
const REVOKE = 'mutation ($key: ID!, $id: ID!, $version: Int!) { revokeCalendarFeed(key: $key, id: $id, version: $version) { id revokedAt } }';
/** Words that stand in files, and nowhere in a calendar. */
const CANARIES = ['Kanarievogel', 'Zebravink', 'Ledegem', 'Woondienst', 'OCMW', 'DV-', 'Rosa', 'Bram', 'Ann', 'Izegem'];

type Made = { path: string | null; feed: { id: string; version: number } };
type Event = { [line: string]: string };

describe('a feed of terms', () => {
  let portal: TestPortal;
  let truth: Truth;
  let referral: Referral;
  beforeAll(async () => {
    portal = await startPortal({ web: false });
    truth = await Truth.of(portal);
    setClock(portal, SENT);
    const client = await aClient(portal, ann, { familyName: CANARIES[0], householdNote: CANARIES[1] });
    referral = await aReferral(portal, ann, { client });
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const make = async (who: Person, key: string = crypto.randomUUID()): Promise<Made> => (await must<{ makeCalendarFeed: Made }>(portal, who, MAKE, { key })).makeCalendarFeed;
  const fetched = async (path: string) => {
    const response = await fetch(`${portal.url}${path}`, { headers: { accept: 'text/calendar' } });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const eventsOf = (body: string): Event[] =>
    body.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1).map((event) => Object.fromEntries(event.split('END:VEVENT')[0].trim().split('\r\n').map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.search(/[:;]/))])));
  const gone = async (path: string) => {
    const [{ status, headers, body }, nowhere] = await Promise.all([fetched(path), fetched(`/calendar/${'A'.repeat(43)}.ics`)]);
    const shown = (all: Headers) => [...all].filter(([name]) => !['date', 'x-request-id'].includes(name)).map(([name, value]) => `${name}: ${value}`);
    expect({ status, body, headers: shown(headers) }).toEqual({ status: nowhere.status, body: nowhere.body, headers: shown(nowhere.headers) });
    return status;
  };

  it('says when the terms of its owner end, and nothing of what they are about', async () => {
    const { path } = await make(bram);
    const { status, headers, body } = await fetched(path!);
    expect([status, headers.get('content-type'), headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store', 'no-referrer']);
    const [event, ...more] = eventsOf(body);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ SUMMARY: ':Woonbrug: termijn', DTSTART: ';VALUE=DATE:20261029', URL: `;VALUE=URI:${portal.url}/werklijst` });
    expect(Object.keys(event).sort()).toEqual(['DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'UID', 'URL', 'X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT']);
    expect(event.DTSTAMP).toBe(':20261029T225959Z');
    expect(CANARIES.filter((word) => body.includes(word))).toEqual([]);
    const ids = await truth.rows<{ id: string }>('select id from task union select id from dossier union select id from person union select id from partner union select id from mandate');
    expect(ids.filter(({ id }) => body.includes(id) || body.includes(id.replaceAll('-', '')))).toEqual([]);
  });

  it('names each term alike as long as the feed lasts, and otherwise in another feed', async () => {
    const { path } = await make(bram);
    const [one, again] = [eventsOf((await fetched(path!)).body), eventsOf((await fetched(path!)).body)];
    expect(again).toEqual(one);
    const other = eventsOf((await fetched((await make(katrien)).path!)).body);
    expect(other).toHaveLength(1);
    expect(other[0].UID).not.toBe(one[0].UID);
    expect(one[0].UID).toMatch(/^:[0-9a-f]{32}$/);
  });

  it('follows the term: moved by a closing day, and gone once it is done', async () => {
    const { path } = await make(bram);
    const [before] = eventsOf((await fetched(path!)).body);
    await must(portal, wim, 'mutation ($key: ID!) { addClosingDay(key: $key, day: "2026-10-26", label: "Brugdag") { id } }', { key: crypto.randomUUID() });
    const [after] = eventsOf((await fetched(path!)).body);
    expect([after.UID, after.DTSTART]).toEqual([before.UID, ';VALUE=DATE:20261030']);
    expect(Number(after.SEQUENCE.slice(1))).toBeGreaterThan(Number(before.SEQUENCE.slice(1)));
    const done = await accept(portal, await receive(portal, await aReferral(portal, ann)));
    expect(eventsOf((await fetched(path!)).body)).toHaveLength(1);
    expect(done.number).toBeTruthy();
  });

  it('tells who waits that somebody waits, in the hour of the clock of then', async () => {
    const { path } = await make(ann);
    const events = eventsOf((await fetched(path!)).body);
    expect(new Set(events.map(({ SUMMARY }) => SUMMARY))).toEqual(new Set([':Woonbrug: wachten op een partner']));
    await truth.rows(`update task set due = '2026-10-25T01:30:00Z', version = version + 1 where kind = 'AWAIT_ANSWER' and done_at is null`);
    expect(eventsOf((await fetched(path!)).body)[0].DTSTART).toBe(':20261025T013000Z');
    expect((await fetched(path!)).body).not.toContain('TZID');
  });

  it('is told once: who repeats the act gets no address, and a new one ends the one before', async () => {
    const key = crypto.randomUUID();
    const first = await make(hilde, key);
    const again = await make(hilde, key);
    expect([again.feed, again.path]).toEqual([first.feed, null]);
    expect((await fetched(first.path!)).status).toBe(200);
    const next = await make(hilde);
    expect([await gone(first.path!), (await fetched(next.path!)).status]).toEqual([404, 200]);
  });

  it('that was revoked is byte for byte as one that never was', async () => {
    const { path, feed } = await make(joris);
    expect((await fetched(path!)).status).toBe(200);
    await must(portal, joris, REVOKE, { key: crypto.randomUUID(), id: feed.id, version: feed.version });
    expect(await gone(path!)).toBe(404);
    expect(codeOf(await portal.graphql(REVOKE, { key: crypto.randomUUID(), id: feed.id, version: feed.version + 1 }, joris))).toBe('NOT_POSSIBLE');
    expect((await must<{ calendarFeed: object | null }>(portal, joris, '{ calendarFeed { id } }', {})).calendarFeed).toBeNull();
    for (const wrong of ['/calendar/x.ics', `/calendar/${'é'.repeat(43)}.ics`, `/calendar/${"'".repeat(43)}.ics`, '/calendar/', `/calendar/${path!.slice(10, 52)}A.txt`]) expect([wrong, await gone(wrong)]).toEqual([wrong, 404]);
  });

  it('ends with the rights of its owner, at the next look', async () => {
    const { path } = await make(katrien);
    const { id } = await truth.person(katrien);
    const without = async (change: string, back: string) => {
      await truth.rows(change, [id]);
      const status = await gone(path!);
      await truth.rows(back, [id]);
      return [status, (await fetched(path!)).status];
    };
    expect(await without('update person set active = false, version = version + 1 where id = $1', 'update person set active = true, version = version + 1 where id = $1')).toEqual([404, 200]);
    expect(await without(`update mandate set until = '2026-10-21', version = version + 1 where person_id = $1`, 'update mandate set until = null, version = version + 1 where person_id = $1')).toEqual([404, 200]);
  });

  it('leaves out a file from which its owner is kept away, and one at which her partner no longer sits', async () => {
    const { path } = await make(katrien);
    const { id } = await truth.person(katrien);
    const count = async () => eventsOf((await fetched(path!)).body).length;
    const before = await count();
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [id, referral.id]);
    expect(await count()).toBe(before - 1);
    await truth.rows('delete from exclusion where person_id = $1', [id]);
    await truth.rows(`update party set until = now() where dossier_id = $1 and partner_id = (select partner_id from person where id = $2)`, [referral.id, id]);
    expect(await count()).toBe(before - 1);
    await truth.rows(`update party set until = 'infinity' where dossier_id = $1`, [referral.id]);
    expect(await count()).toBe(before);
  });

  it('is of one capacity: a colleague, an admin or a supervisor has no part in it', async () => {
    const { feed } = await make(sofie);
    for (const who of [geert, wim, nele]) expect([who.as, codeOf(await portal.graphql(MAKE, { key: crypto.randomUUID() }, who))]).toEqual([who.as, 'FORBIDDEN']);
    for (const who of [bram, katrien, ann]) expect([who.as, codeOf(await portal.graphql(REVOKE, { key: crypto.randomUUID(), id: feed.id, version: feed.version }, who))]).toEqual([who.as, 'NOT_FOUND']);
  });

  it('leaves its trail at each look, and its secret nowhere', async () => {
    const { path } = await make(bram);
    const secret = path!.slice('/calendar/'.length, -'.ics'.length);
    const [{ last }] = await truth.rows<{ last: string }>('select max(id) as last from trail');
    await fetched(path!);
    await fetched(`/calendar/${secret}.ics?x=${secret}`);
    const lines = await truth.rows<{ operation: string; record: string; partner: string }>('select t.operation, t.record, t.capacity as partner from trail t where id > $1 order by id', [last]);
    expect(lines).toEqual([1, 2].flatMap(() => [{ operation: 'readCalendarFeed', record: 'CalendarFeed', partner: 'WOONDIENST/HOUSING_COUNSELLOR' }, { operation: 'list', record: 'Task', partner: 'WOONDIENST/HOUSING_COUNSELLOR' }]));
    expect(portal.logs.join('\n')).toContain('/calendar/:secret.ics');
    expect(portal.logs.filter((line) => line.includes(secret) || line.includes(secret.slice(0, 12)))).toEqual([]);
    const stored = await truth.rows<{ all: string }>(`select string_agg(t, ' ') as all from (select to_jsonb(f)::text as t from calendar_feed f union all select to_jsonb(t)::text from trail t union all select to_jsonb(i)::text from idempotency i) x`);
    expect(stored[0].all).not.toContain(secret);
  });

  it('is read so often and no more', async () => {
    const { path } = await make(ann);
    const statuses: number[] = [];
    for (let times = 0; times < 32; times += 1) statuses.push((await fetched(path!)).status);
    expect([statuses.filter((each) => each === 200).length, statuses.at(-1)]).toEqual([30, 429]);
    expect((await fetched((await make(hilde)).path!)).status).toBe(200);
  });
});
