import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, dirk, geert, hilde, joris, katrien, lies, nele, type Person, sofie, tom, wim } from '../cast/cast.js';
import { handOver, received, sent } from '../cast/people.js';
import { accept, aClient, aDraft, aReferral, cause, codeOf, must, receive, type Referral, start, withdraw } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { worklistOf } from './worklist.js';

type Files = { referrals: { id: string; number: string; givenName: string | null; senderName: string; answers: { version: number; partnerId: string; contactName: string | null }[] }[]; answers: { dossierId: string }[] };

describe('handing over', () => {
  let portal: TestPortal;
  let truth: Truth;
  let ids: { [who: string]: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    ids = {};
    for (const who of [ann, joris, hilde, bram, katrien, sofie, dirk, lies]) ids[who.as] = (await truth.person(who)).id;
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const accepted = async (by: Person = bram): Promise<Referral> => accept(portal, await receive(portal, await aReferral(portal, ann)), by);
  const filesOf = async (who: Person, personId: string): Promise<Files> => (await must<{ filesOf: Files }>(portal, who, 'query ($id: ID!) { filesOf(personId: $id) { referrals { id number givenName senderName answers { version partnerId contactName } } answers { dossierId } } }', { id: personId })).filesOf;
  const shown = async (who: Person, { id }: Referral) => (await must<{ referral: { senderName: string; answers: { contactName: string | null; contactPersonId: string | null }[]; timeline: { event: string; text: string | null; personName: string }[] } }>(portal, who, 'query ($id: ID!) { referral(id: $id) { senderName answers { contactName contactPersonId } timeline { event text personName } } }', { id })).referral;
  const duties = ({ id }: Referral) => truth.rows<{ person_id: string; until: string }>(`select person_id, until::text from duty where dossier_id = $1 and role = 'CONTACT' order by since`, [id]);
  const standing = (referrals: readonly Referral[]) => truth.rows(`select a.dossier_id, a.version, a.contact_person_id, r.sender_id, r.version as referral, (select count(*) from timeline_entry t where t.dossier_id = r.id) as told, (select string_agg(d.person_id::text, ',') from duty d where d.dossier_id = r.id and d.until = 'infinity') as contact, (select string_agg(t.person_id::text || t.version, ',' order by t.id) from task t where t.dossier_id = r.id) as tasks from referral r join answer a on a.dossier_id = r.id where r.id = any($1) order by 1`, [referrals.map(({ id }) => id)]);

  it('makes the colleague the fixed contact, with the duty and the open tasks; the note is for her own partner alone', async () => {
    const file = await accepted();
    expect((await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(file, 'Spreekt liefst Frans.')])).data?.handOver).toMatchObject({ files: 1, fromId: ids[bram.as], toId: ids[katrien.as] });
    const ours = await shown(katrien, file);
    expect(ours.answers).toEqual([{ contactName: 'Katrien Lagae', contactPersonId: ids[katrien.as] }]);
    expect(ours.timeline.find(({ event }) => event === 'HANDED_OVER')).toEqual({ event: 'HANDED_OVER', text: 'Spreekt liefst Frans.', personName: 'Bram Vandeputte' });
    const theirs = await shown(ann, file);
    expect(theirs.answers[0].contactName).toBe('Katrien Lagae');
    expect(theirs.timeline.filter(({ event }) => event === 'HANDED_OVER' || event === 'CONTACT_CHANGED')).toEqual([{ event: 'CONTACT_CHANGED', text: 'Katrien Lagae', personName: 'Bram Vandeputte' }]);
    for (const who of [ann, joris, hilde]) expect([who.as, JSON.stringify(await shown(who, file))]).toEqual([who.as, expect.not.stringContaining('Frans')]);
    expect((await duties(file)).map(({ person_id: id, until }) => [id, until === 'infinity'])).toEqual([[ids[bram.as], false], [ids[katrien.as], true]]);
    expect((await worklistOf(portal, katrien, file.id)).TODO).toEqual(['START mine']);
    expect((await worklistOf(portal, bram, file.id)).TODO).toEqual([]);
    const next = { ...file, answerVersion: file.answerVersion + 1 };
    await start(portal, next, katrien);
  });

  it('of what was sent makes the colleague its sender, whom each receiver sees from then on', async () => {
    const file = await aReferral(portal, ann);
    expect((await handOver(portal, ann, ids[ann.as], ids[joris.as], [sent(file)])).errors).toBeUndefined();
    expect((await shown(joris, file)).senderName).toBe('Joris Callewaert');
    const theirs = await shown(bram, file);
    expect(theirs.senderName).toBe('Joris Callewaert');
    expect(theirs.timeline.filter(({ event }) => ['HANDED_OVER', 'CONTACT_CHANGED'].includes(event))).toEqual([{ event: 'CONTACT_CHANGED', text: 'Joris Callewaert', personName: 'Ann Maes' }]);
    expect((await worklistOf(portal, joris, file.id)).WAITING).toEqual(['AWAIT_ANSWER mine']);
    const asked = await receive(portal, file);
    expect((await cause(portal, bram, 'askSender', { id: asked.answerId, version: asked.answerVersion }, 'text: "Sinds wanneer?"')).errors).toBeUndefined();
    expect((await worklistOf(portal, joris, file.id)).TODO).toEqual(['ANSWER_QUESTION mine']);
  });

  it('of a draft tells nobody else', async () => {
    const draft = await aDraft(portal, ann);
    expect((await handOver(portal, ann, ids[ann.as], ids[joris.as], [sent(draft)])).errors).toBeUndefined();
    expect((await worklistOf(portal, joris, draft.id)).TODO).toEqual(['FINISH_DRAFT mine']);
    expect(await truth.rows(`select event, audience = array[partner_id] as own from timeline_entry where dossier_id = $1 order by at`, [draft.id])).toEqual([{ event: 'DRAFTED', own: true }, { event: 'HANDED_OVER', own: true }]);
  });

  it('of a withdrawn one takes along what is left to say of it', async () => {
    const file = await withdraw(portal, await accepted());
    const { referrals, answers } = await filesOf(sofie, ids[bram.as]);
    expect([referrals.some(({ id }) => id === file.id), answers.map(({ dossierId }) => dossierId)]).toEqual([false, [file.id]]);
    const { ownAnswer } = await must<{ ownAnswer: { version: number } }>(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { version } }', { id: file.id });
    expect((await handOver(portal, bram, ids[bram.as], ids[katrien.as], [{ dossierId: file.id, version: ownAnswer.version, note: 'Nog te bevestigen.' }])).errors).toBeUndefined();
    expect((await worklistOf(portal, katrien, file.id)).TODO).toEqual(['CONFIRM_STOP mine']);
  });

  it('is done by the coordinator for another, who sees of the files that they are there and where they stand', async () => {
    const file = await accepted();
    const { referrals } = await filesOf(sofie, ids[bram.as]);
    expect(referrals.find(({ id }) => id === file.id)).toMatchObject({ number: file.number, givenName: null });
    await truth.rows('truncate notice');
    expect((await handOver(portal, sofie, ids[bram.as], ids[katrien.as], [received(file)])).errors).toBeUndefined();
    expect((await shown(ann, file)).timeline.find(({ event }) => event === 'CONTACT_CHANGED')).toMatchObject({ personName: 'Sofie Lambrecht' });
    expect(await truth.rows('select person_id, kind, dossier_id from notice')).toEqual([{ person_id: ids[katrien.as], kind: 'HANDED_OVER', dossier_id: null }]);
  });

  it('lists what hangs on somebody and nothing else', async () => {
    const mine = await accepted();
    const hers = await accepted(katrien);
    const listed = (await filesOf(bram, ids[bram.as])).referrals.map(({ id }) => id);
    expect([listed.includes(mine.id), listed.includes(hers.id)]).toEqual([true, false]);
    const waiting = await aReferral(portal, ann);
    expect((await filesOf(ann, ids[ann.as])).referrals.map(({ id }) => id)).toContain(waiting.id);
    expect((await filesOf(hilde, ids[ann.as])).referrals.map(({ id }) => id)).toContain(waiting.id);
  });

  it.each<[string, Person, () => string, string]>([
    ['a colleague, of another', katrien, () => ids[bram.as], 'FORBIDDEN'],
    ['an admin', wim, () => ids[bram.as], 'FORBIDDEN'],
    ['a DPO of the other side', nele, () => ids[ann.as], 'FORBIDDEN'],
    ["another partner's coordinator", hilde, () => ids[bram.as], 'NOT_FOUND'],
    ['another partner', lies, () => ids[ann.as], 'NOT_FOUND'],
  ])('is refused to %s', async (_, who, from, code) => {
    const file = await accepted();
    expect(codeOf(await handOver(portal, who, from(), ids[joris.as], [received(file)]))).toBe(code);
    expect(codeOf(await portal.graphql('query ($id: ID!) { filesOf(personId: $id) { referrals { id } } }', { id: from() }, who))).toBe(code);
  });

  it.each<[string, () => string]>([['of another function', () => ids[dirk.as]], ['of another partner', () => ids[ann.as]], ['herself', () => ids[bram.as]]])('goes to nobody who is %s', async (_, to) => {
    expect((await handOver(portal, bram, ids[bram.as], to(), [received(await accepted())])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'toId' }] });
  });

  it('of a file of another partner finds nothing, and does nothing with the others', async () => {
    const [mine, foreign] = [await accepted(), await aDraft(portal, lies, { client: await aClient(portal, lies, { municipality: 'Izegem' }) })];
    const before = await standing([mine]);
    expect(codeOf(await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(mine), sent(foreign)]))).toBe('NOT_FOUND');
    expect(codeOf(await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(mine), { ...sent(foreign), dossierId: randomUUID() }]))).toBe('NOT_FOUND');
    expect(await standing([mine])).toEqual(before);
  });

  it('goes to nobody who is kept away from one of the files: it says from which', async () => {
    const [open, kept] = [await accepted(), await accepted()];
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "schoonbroer") { id } }', { key: randomUUID(), id: kept.id, personId: ids[katrien.as] });
    const { errors } = await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(open), received(kept)]);
    expect(errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: `files.${kept.id}`, message: `${kept.number}: kies hiervoor een andere collega.` }] });
  });

  it('wants a note for each file', async () => {
    expect(codeOf(await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(await accepted()), received(await accepted(), '  ')]))).toBe('INVALID');
  });

  it('of files of which one changed meanwhile says which, and does nothing', async () => {
    const files = [await accepted(), await accepted(), await accepted()];
    await start(portal, files[1]);
    const before = await standing(files);
    const { errors } = await handOver(portal, bram, ids[bram.as], ids[katrien.as], files.map((file) => received(file)));
    expect(errors?.[0].message).toContain(files[1].number);
    expect(errors?.[0].extensions).toMatchObject({ code: 'CONFLICT', fields: [{ field: `files.${files[1].id}` }] });
    for (const other of [files[0], files[2]]) expect(errors?.[0].message).not.toContain(other.number);
    expect(await standing(files)).toEqual(before);
  });

  it('of files that went to another already says which, and does nothing', async () => {
    const [first, second] = [await accepted(), await accepted()];
    await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(first)]);
    const { errors } = await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received({ ...first, answerVersion: first.answerVersion + 1 }), received(second)]);
    expect([errors?.[0].extensions.code, errors?.[0].message.includes(first.number), errors?.[0].message.includes(second.number)]).toEqual(['CONFLICT', true, false]);
  });

  it('that is asked again with its key is done once, and shows the same', async () => {
    const file = await accepted();
    const key = randomUUID();
    const once = await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(file)], key);
    const again = await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(file)], key);
    expect(again.data).toEqual(once.data);
    expect(await truth.rows(`select from timeline_entry where dossier_id = $1 and event = 'HANDED_OVER'`, [file.id])).toHaveLength(1);
    expect(codeOf(await handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(file, 'Anders.')], key))).toBe('KEY_REUSED');
  });

  it('and accepting at once end in one of two ways, never half', async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = await receive(portal, await aReferral(portal, ann));
      await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $version: Int!) { takeTask(key: $key, id: $id, version: $version) { id } }', { key: randomUUID(), ...(await truth.rows<{ id: string; version: number }>(`select id, version from task where dossier_id = $1 and kind = 'DECIDE' and done_at is null`, [file.id]))[0] });
      const [handed, taken] = await Promise.all([
        handOver(portal, bram, ids[bram.as], ids[katrien.as], [received(file)]),
        cause(portal, bram, 'acceptReferral', { id: file.answerId, version: file.answerVersion }, `contactPersonId: "${ids[bram.as]}"`),
      ]);
      const [{ state, contact }] = await truth.rows<{ state: string; contact: string | null }>('select state, contact_person_id as contact from answer where id = $1', [file.answerId]);
      // A task that goes over changes no answer: accepting may follow. Once accepted, the version that was read is an old one.
      expect([state, contact, taken.errors]).toEqual(['ACCEPTED', ids[bram.as], undefined]);
      expect(['DONE', 'CONFLICT']).toContain(handed.errors?.[0].extensions.code ?? 'DONE');
      expect((await duties(file)).filter(({ until }) => until === 'infinity').map(({ person_id: id }) => id)).toEqual([ids[bram.as]]);
      expect(await truth.rows(`select person_id from task where dossier_id = $1 and kind = 'START'`, [file.id])).toEqual([{ person_id: ids[bram.as] }]);
    }
  });

  it('of the same files to two colleagues at once is done for one of them', async () => {
    const files = await Promise.all(Array.from({ length: 4 }, () => accepted()));
    const both = await Promise.all([handOver(portal, bram, ids[bram.as], ids[katrien.as], files.map((file) => received(file))), handOver(portal, sofie, ids[bram.as], ids[katrien.as], [...files].reverse().map((file) => received(file)))]);
    expect(both.map(({ errors }) => errors?.[0].extensions.code ?? 'DONE').sort()).toEqual(['CONFLICT', 'DONE']);
  });

  it('takes a hundred files in one act, with the longest notes, and not one more', async () => {
    const file = await accepted();
    // Copies of one that was made by the front door.
    const copies = await truth.rows<{ id: string; number: string }>(`select gen_random_uuid() as id, 'DV-' || n as number from generate_series(1, 101) n`);
    const copied = [copies.map(({ id }) => id), copies.map(({ number }) => number), file.id];
    await truth.rows('set session_replication_role = replica');
    for (const sql of [
      `insert into dossier (id, kind, opened_by) select m, 'Referral', x.opened_by from unnest($1::uuid[], $2::text[]) made (m, n), dossier x where x.id = $3`,
      `insert into party (dossier_id, partner_id, roles, granted_by, kind, state) select m, x.partner_id, x.roles, x.granted_by, x.kind, x.state from unnest($1::uuid[], $2::text[]) made (m, n), party x where x.dossier_id = $3`,
      `insert into referral select (jsonb_populate_record(x, jsonb_build_object('id', m, 'number', n))).* from unnest($1::uuid[], $2::text[]) made (m, n), referral x where x.id = $3`,
      `insert into answer select (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), 'dossier_id', m))).* from unnest($1::uuid[], $2::text[]) made (m, n), answer x where x.dossier_id = $3`,
    ]) await truth.rows(sql, copied);
    await truth.rows('set session_replication_role = origin');
    const long = 'é'.repeat(400);
    const files = copies.map(({ id }) => ({ dossierId: id, version: file.answerVersion, note: long }));
    expect((await handOver(portal, bram, ids[bram.as], ids[katrien.as], files)).errors?.[0].extensions.code).toBe('INVALID');
    const began = Date.now();
    expect((await handOver(portal, bram, ids[bram.as], ids[katrien.as], files.slice(0, 100))).data?.handOver.files).toBe(100);
    expect(Date.now() - began).toBeLessThan(5000);
    expect(await truth.rows('select count(*)::int as n from answer where contact_person_id = $1 and dossier_id = any($2)', [ids[katrien.as], files.map(({ dossierId }) => dossierId)])).toEqual([{ n: 100 }]);
  });

  it('is no secret to the colleagues, and one to every other partner', async () => {
    const count = async (who: Person) => (await truth.rows<{ n: number }>('select count(*)::int as n from hand_over where partner_id = (select partner_id from person where id = $1)', [(await truth.person(who)).id]))[0].n;
    expect(await count(bram)).toBeGreaterThan(0);
    expect(await count(tom)).toBe(0);
    expect(codeOf(await handOver(portal, geert, ids[ann.as], ids[joris.as], [sent(await aReferral(portal, ann))]))).toBe('FORBIDDEN');
  });
});
