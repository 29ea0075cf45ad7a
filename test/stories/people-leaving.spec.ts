import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, geert, hilde, joris, katrien, lies, nele, type Person, sofie, stefanie, stefanieCoordinates, tom, wim } from '../cast/cast.js';
import { handOver, inDays, received } from '../cast/people.js';
import { accept, aReferral, cause, codeOf, must, receive, reject, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';

/** A counsellor whom the demo does not have, so that what hangs on her is what this story hung there. */
const mia: Person = { as: 'mia.test', capacity: { role: 'HOUSING_COUNSELLOR', partner: 'Woondienst Regio Izegem' } };
type Mandate = { id: string; version: number };

describe('who leaves', () => {
  let portal: TestPortal;
  let truth: Truth;
  let ids: { [who: string]: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  beforeEach(async () => {
    await truth.rows('set session_replication_role = replica');
    await truth.rows(`delete from mandate where person_id in (select id from person where username like 'mia.%')`);
    await truth.rows(`update person set username = 'mia.' || replace(id::text, '-', ''), subject = id::text where username = 'mia.test'`);
    await truth.rows(`update answer set contact_person_id = null where contact_person_id in (select id from person where username like 'mia.%')`);
    await truth.rows(`update task set done_at = now() where person_id in (select id from person where username like 'mia.%')`);
    await truth.rows(`insert into person (id, partner_id, username, name) select $1, partner_id, 'mia.test', 'Mia Test' from person where username = 'bram.vandeputte'`, [randomUUID()]);
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, id, 'HOUSING_COUNSELLOR', '2026-01-01' from person where username = 'mia.test'`);
    await truth.rows('set session_replication_role = origin');
    await truth.rows('truncate notice');
    ids = {};
    for (const who of [ann, bram, katrien, mia]) ids[who.as] = (await truth.person(who)).id;
  });
  afterEach(() => freeClock(portal));
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** Accepted by a colleague, with her as the fixed contact. */
  const named = async (): Promise<Referral> => accept(portal, await receive(portal, await aReferral(portal, ann)), bram, ids[mia.as]);
  const mandate = async (): Promise<Mandate> => (await truth.rows<{ id: string; version: number }>('select id, version from mandate where person_id = $1', [ids[mia.as]]))[0];
  const end = (row: Mandate, until: string, who: Person = wim) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $until: Day!) { endMandate(key: $key, id: $id, version: $version, until: $until) { until } }', { key: randomUUID(), id: row.id, version: row.version, until }, who);
  const stop = async () => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!) { changePerson(key: $key, id: $id, version: $version, active: false) { active } }', { key: randomUUID(), ...(await truth.rows<{ id: string; version: number }>('select id, version from person where id = $1', [ids[mia.as]]))[0] }, wim);
  const told = async (...kinds: string[]) => (await truth.rows<{ username: string; kind: string; urgent: boolean }>('select p.username, n.kind, n.urgent from notice n join person p on p.id = n.person_id where n.kind = any($1) order by 2, 1', [kinds])).map((each) => `${each.kind} ${each.username}${each.urgent ? ' urgent' : ''}`);
  const leaversOf = async (who: Person) => (await must<{ leavers: { person: { name: string }; until: string; files: number }[] }>(portal, who, '{ leavers { person { name } until files } }')).leavers;
  const hers = async (who: Person = sofie) => (await leaversOf(who)).filter(({ person: { name } }) => name === 'Mia Test');

  it.each([['today', () => inDays(0)], ['yesterday', () => inDays(-1)]])('does not, with a function that ends %s, while files hang on her: it says how many, and what to do', async (_, until) => {
    await named();
    expect((await end(await mandate(), until())).errors?.[0]).toMatchObject({ message: 'Draag eerst 1 dossier over aan een collega.', extensions: { code: 'NEEDS' } });
    await named();
    await named();
    expect((await end(await mandate(), until())).errors?.[0].message).toBe('Draag eerst 3 dossiers over aan een collega.');
    expect((await stop()).errors?.[0]).toMatchObject({ message: 'Draag eerst 3 dossiers over aan een collega.', extensions: { code: 'NEEDS' } });
    expect(await truth.rows('select p.active, m.until from person p join mandate m on m.person_id = p.id where p.id = $1', [ids[mia.as]])).toEqual([{ active: true, until: null }]);
  });

  it('goes once a coordinator handed over what hung on her', async () => {
    const files = [await named(), await named()];
    expect((await handOver(portal, sofie, ids[mia.as], ids[katrien.as], files.map((file) => received(file)))).errors).toBeUndefined();
    expect((await end(await mandate(), inDays(0))).errors).toBeUndefined();
    expect((await stop()).errors).toBeUndefined();
  });

  it('goes at once when nothing hangs on her, or only what has ended', async () => {
    const refused = await reject(portal, await receive(portal, await aReferral(portal, ann)));
    await truth.rows('set session_replication_role = replica');
    await truth.rows('update answer set contact_person_id = $1 where id = $2', [ids[mia.as], refused.answerId]);
    await truth.rows('set session_replication_role = origin');
    expect((await end(await mandate(), inDays(0))).errors).toBeUndefined();
  });

  it('keeps the function that she has beside it', async () => {
    await named();
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, person_id, role, '2026-06-01' from mandate where person_id = $1`, [ids[mia.as]]);
    expect((await end(await mandate(), inDays(0))).errors).toBeUndefined();
  });

  it('gives back to the team what she had taken', async () => {
    const file = await aReferral(portal, ann);
    const [task] = await truth.rows<{ id: string; version: number }>(`select id, version from task where dossier_id = $1 and kind = 'DECIDE'`, [file.id]);
    expect((await cause(portal, mia, 'takeTask', task, '', 'id version')).errors).toBeUndefined();
    expect((await end(await mandate(), inDays(0))).errors).toBeUndefined();
    expect(await truth.rows('select person_id, role from task where id = $1', [task.id])).toEqual([{ person_id: null, role: 'HOUSING_COUNSELLOR' }]);
  });

  it('at a day to come is told of: to her and to her coordinators, who see her with what hangs on her', async () => {
    await named();
    expect((await end(await mandate(), inDays(10))).errors).toBeUndefined();
    expect(await told('LEAVING')).toEqual(['LEAVING mia.test', 'LEAVING sofie.lambrecht']);
    expect(await hers()).toEqual([{ person: { name: 'Mia Test' }, until: inDays(10), files: 1 }]);
    expect(await hers(wim)).toEqual([{ person: { name: 'Mia Test' }, until: inDays(10), files: 1 }]);
    for (const who of [ann, hilde, geert, nele, lies, tom]) expect([who.as, await hers(who)]).toEqual([who.as, []]);
  });

  it('whose day came while files hang on her has no access any more, and is for the coordinators at once, once', async () => {
    const file = await named();
    await end(await mandate(), inDays(1));
    await truth.rows('truncate notice');
    const runOn = async (shift: number) => {
      setClock(portal, `${inDays(shift)}T09:00:00Z`);
      await portal.app.get(Terms).run();
    };
    await runOn(1);
    expect(await told('LEFT')).toEqual([]);
    await Promise.all([runOn(2), runOn(2)]);
    await runOn(3);
    expect(await told('LEFT')).toEqual(['LEFT sofie.lambrecht urgent']);
    expect(await hers()).toEqual([{ person: { name: 'Mia Test' }, until: inDays(1), files: 1 }]);
    expect((await handOver(portal, sofie, ids[mia.as], ids[katrien.as], [received(file)])).errors).toBeUndefined();
    expect(await hers()).toEqual([]);
  });

  it('and is named at once: one of the two is refused, whichever comes later', async () => {
    const ended = { first: 0, second: 0 };
    for (let round = 0; round < 8; round += 1) {
      const file = await receive(portal, await aReferral(portal, ann));
      const row = await mandate();
      const [accepting, ending] = await Promise.all([cause(portal, bram, 'acceptReferral', { id: file.answerId, version: file.answerVersion }, `contactPersonId: "${ids[mia.as]}"`), end(row, inDays(-1))]);
      expect([accepting, ending].filter(({ errors }) => errors).map(codeOf)).toEqual(['NEEDS']);
      ended[accepting.errors ? 'second' : 'first'] += 1;
      const [{ contact, until }] = await truth.rows<{ contact: string | null; until: string | null }>('select a.contact_person_id as contact, m.until::text as until from answer a, mandate m where a.id = $1 and m.id = $2', [file.answerId, row.id]);
      expect([contact === ids[mia.as], until !== null]).toEqual(accepting.errors ? [false, true] : [true, false]);
      await truth.rows('set session_replication_role = replica');
      await truth.rows('update mandate set until = null where id = $1', [row.id]);
      await truth.rows('update answer set contact_person_id = null where contact_person_id = $1', [ids[mia.as]]);
      await truth.rows('update task set done_at = now() where person_id = $1', [ids[mia.as]]);
      await truth.rows('set session_replication_role = origin');
    }
    expect(ended.first + ended.second).toBe(8);
  });

  it('and is handed files at once: she gets none that she could not keep', async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = await accept(portal, await receive(portal, await aReferral(portal, ann)), bram);
      const row = await mandate();
      const [handing, ending] = await Promise.all([handOver(portal, bram, ids[bram.as], ids[mia.as], [received(file)]), end(row, inDays(-1))]);
      const refused = [handing, ending].filter(({ errors }) => errors).map(codeOf);
      expect([['NEEDS'], ['INVALID']]).toContainEqual(refused);
      const [{ left }] = await truth.rows<{ left: boolean }>('select m.until is not null and exists (select from answer a where a.contact_person_id = m.person_id) as left from mandate m where m.id = $1', [row.id]);
      expect(left).toBe(false);
      await truth.rows('set session_replication_role = replica');
      await truth.rows('update mandate set until = null where id = $1', [row.id]);
      await truth.rows('update answer set contact_person_id = null where contact_person_id = $1', [ids[mia.as]]);
      await truth.rows('update task set done_at = now() where person_id = $1', [ids[mia.as]]);
      await truth.rows('set session_replication_role = origin');
    }
  });

  it('with two functions is counted in the one that works on files', async () => {
    const [{ id }] = await truth.rows<{ id: string }>(`select m.id from mandate m join person p on p.id = m.person_id where p.username = 'stefanie.naert' and m.role = 'COORDINATOR'`);
    expect([stefanie.capacity.role, stefanieCoordinates.capacity.role, joris.capacity.role]).toEqual(['SOCIAL_WORKER', 'COORDINATOR', 'SOCIAL_WORKER']);
    await truth.rows('update mandate set until = $2, version = version + 1 where id = $1', [id, inDays(5)]);
    expect((await leaversOf(stefanieCoordinates)).map(({ person: { name } }) => name)).toEqual([]);
  });
});
