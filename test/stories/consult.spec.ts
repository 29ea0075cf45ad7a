import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, chris, geert, hilde, jens, joke, joris, katrien, lies, nele, type Person, sofie, tom } from '../cast/cast.js';
import { consult, consulted, readers, write } from '../cast/messages.js';
import { aClient, aNote, cause, codeOf, must } from '../cast/scenes.js';
import { WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { committedSchema, finding, questionAt, rootFields, selectionsOf, type Values } from '../house/graph.js';
import { newThings, worldOf } from '../house/twins.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';
import { nothing, worklistOf } from './worklist.js';

type Consult = { [field: string]: unknown } & { id: string; version: number; state: string; may: string[]; withheld: { dataClass: string }[]; messages: { body: string }[] };
const FIELDS = 'id version number state receiverId anonymous askerId askerName askedBy question askedAt due answer answeredAt answeredBy closedAt adults children householdNote may withheld { dataClass } messages { body } client { id }';
let portal: TestPortal;
let truth: Truth;
beforeAll(async () => {
  portal = await startPortal();
  truth = await Truth.of(portal);
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

const seen = (who: Person, id: string) => portal.graphql<{ consult: Consult }>(`query ($id: ID!) { consult(id: $id) { ${FIELDS} } }`, { id }, who);
const as = async (who: Person, id: string) => (await seen(who, id)).data.consult;
const listed = async (who: Person, state?: string) => (await must<{ consults: { nodes: { id: string }[] } }>(portal, who, 'query ($state: ConsultState) { consults(state: $state, first: 50) { nodes { id } } }', { state })).consults.nodes.map(({ id }) => id);
const answer = (who: Person, row: { id: string; version: number }) => cause(portal, who, 'answerConsult', row, 'answer: "Ongeveer twee jaar."');

describe('a short question', () => {
  it('goes to one partner, is answered once, read and closed; each side finds its task', async () => {
    const { id, version, number } = await consulted(portal, ann);
    expect(number).toMatch(/^VR-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
    expect(await worklistOf(portal, bram, id)).toEqual({ ...nothing, TODO: ['ANSWER_CONSULT HOUSING_COUNSELLOR'], UPCOMING: ['ANSWER_CONSULT HOUSING_COUNSELLOR'] });
    expect(await worklistOf(portal, ann, id)).toEqual({ ...nothing, WAITING: ['AWAIT_CONSULT mine'], UPCOMING: ['AWAIT_CONSULT mine'] });
    expect(await as(bram, id)).toMatchObject({ state: 'ASKED', askerName: 'Ann Maes', askerId: await truth.partner('OCMW Ledegem'), askedBy: null, adults: 2, children: 3, householdNote: 'Co-ouderschap', may: ['answer'], answer: null });
    expect((await as(ann, id)).may.sort()).toEqual(['withdraw']);
    const answered = (await answer(bram, { id, version })).data!.answerConsult;
    expect(answered.state).toBe('ANSWERED');
    expect(await as(joris, id)).toMatchObject({ answer: 'Ongeveer twee jaar.', answeredBy: 'Bram Vandeputte', askedBy: 'Ann Maes', due: null, may: ['close'] });
    expect(await worklistOf(portal, bram, id)).toEqual(nothing);
    expect(await worklistOf(portal, ann, id)).toEqual({ ...nothing, TODO: ['READ_CONSULT mine'] });
    expect(codeOf(await answer(katrien, answered))).toBe('NOT_POSSIBLE');
    expect((await cause(portal, ann, 'closeConsult', answered)).data!.closeConsult.state).toBe('CLOSED');
    expect(await worklistOf(portal, ann, id)).toEqual(nothing);
    for (const who of [ann, joris, hilde, bram, sofie]) expect([who.as, (await listed(who)).includes(id), (await listed(who, 'CLOSED')).includes(id), (await listed(who, 'ASKED')).includes(id)]).toEqual([who.as, true, true, false]);
  });

  it('is nobody\'s but of these two partners, and of their offices the coordinator\'s', async () => {
    const { id, version } = await consulted(portal, ann);
    for (const who of [lies, joke, tom, geert, nele]) expect([who.as, codeOf(await seen(who, id))]).toEqual([who.as, 'NOT_FOUND']);
    for (const who of [lies, joke, tom]) {
      expect([who.as, codeOf(await answer(who, { id, version }))]).toEqual([who.as, 'NOT_FOUND']);
      expect([who.as, await listed(who)]).toEqual([who.as, []]);
    }
    for (const who of [hilde, sofie]) expect(await as(who, id)).toMatchObject({ question: expect.any(String), householdNote: null, adults: null, may: [] });
    expect(codeOf(await answer(ann, { id, version }))).toBe('FORBIDDEN');
    expect(codeOf(await cause(portal, bram, 'withdrawConsult', { id, version }))).toBe('FORBIDDEN');
    expect(codeOf(await cause(portal, ann, 'closeConsult', { id, version }))).toBe('NOT_POSSIBLE');
  });

  it('is asked by whoever works on files, of any partner where somebody answers, with no protocol', async () => {
    for (const [who, to] of [[tom, WOONDIENST], [jens, 'OCMW Ledegem'], [bram, 'Vivus'], [joke, 'Energiehuis Woondienst Regio Izegem']] as [Person, string][]) expect([who.as, (await consult(portal, who, { to })).errors]).toEqual([who.as, undefined]);
    const refused = async (to: string) => JSON.stringify((await consult(portal, ann, { to })).errors);
    const nobody = await refused(randomUUID());
    for (const to of ['Gemeente Ledegem', 'OCMW Ledegem']) expect([to, await refused(to)]).toEqual([to, nobody]);
    for (const who of [hilde, geert, chris]) expect([who.as, codeOf(await consult(portal, who))]).toEqual([who.as, 'FORBIDDEN']);
  });

  it('tells a partner bound by discretion how large the household is, and no more', async () => {
    const { id } = await consulted(portal, ann, { to: 'Vivus' });
    expect(await as(tom, id)).toMatchObject({ adults: 2, children: 3, householdNote: null, withheld: expect.arrayContaining([{ dataClass: 'HOUSEHOLD' }]) });
  });

  it('holds no national number and no more than a thousand signs, nor does its answer', async () => {
    const long = 'x'.repeat(1001);
    for (const input of [{ question: long }, { question: 'Voor 96.04.03-001.13' }, { householdNote: long }, { householdNote: '96.04.03-001.13' }, { question: ' ' }]) expect([input, codeOf(await consult(portal, ann, input))]).toEqual([input, 'INVALID']);
    const row = await consulted(portal, ann);
    for (const text of [long, '96.04.03-001.13']) expect(codeOf(await cause(portal, bram, 'answerConsult', row, `answer: "${text}"`))).toBe('INVALID');
  });

  it('is linked to a client on the asker\'s side alone', async () => {
    const client = await aClient(portal, ann);
    const { id } = await consulted(portal, ann, { clientId: client.id });
    expect((await as(joris, id)).client).toEqual({ id: client.id });
    expect((await as(bram, id)).client).toBeNull();
    const consults = async (who: Person) => (await portal.graphql<{ client: { consults: { id: string }[] } }>('query ($id: ID!) { client(id: $id) { consults { id } } }', { id: client.id }, who)).data?.client?.consults;
    expect(await consults(ann)).toEqual([{ id }]);
    expect(codeOf(await consult(portal, bram, { to: 'OCMW Ledegem', clientId: client.id }))).toBe('NOT_FOUND');
    // Who is kept away from the client finds no question about her.
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id } }', { key: randomUUID(), id: client.id, personId: (await truth.person(joris)).id });
    expect(codeOf(await seen(joris, id))).toBe('NOT_FOUND');
    expect(await listed(joris)).not.toContain(id);
  });

  it('is withdrawn before it is answered: then the receiver finds it no longer', async () => {
    const { id, version } = await consulted(portal, ann);
    expect((await cause(portal, joris, 'withdrawConsult', { id, version })).data!.withdrawConsult.state).toBe('WITHDRAWN');
    for (const who of [bram, sofie]) {
      expect(codeOf(await seen(who, id))).toBe('NOT_FOUND');
      expect(await listed(who)).not.toContain(id);
      expect(await worklistOf(portal, who, id)).toEqual(nothing);
    }
    expect(await worklistOf(portal, ann, id)).toEqual(nothing);
    expect(codeOf(await answer(bram, { id, version: version + 1 }))).toBe('NOT_FOUND');
  });

  it('has a term as a referral has: reminded, then told to the coordinators of both sides', async () => {
    setClock(portal, '2026-12-01T09:00:00Z');
    const { id } = await consulted(portal, ann);
    expect(await as(bram, id)).toMatchObject({ due: '2026-12-08T22:59:59.999Z' });
    const runAt = (moment: string) => (setClock(portal, moment), portal.app.get(Terms).run());
    await runAt('2026-12-04T12:00:00Z');
    await runAt('2026-12-09T08:00:00Z');
    const others = await truth.rows<{ name: string; other: string | null }>(`select p.name, o.name as other from task t join partner p on p.id = t.partner_id left join partner o on o.id = t.other_partner_id where t.dossier_id = $1 and t.kind = 'ESCALATED' order by 1`, [id]);
    expect(others).toEqual([{ name: 'OCMW Ledegem', other: WOONDIENST }, { name: WOONDIENST, other: 'OCMW Ledegem' }]);
    for (const who of [hilde, sofie]) expect([who.as, (await worklistOf(portal, who, id)).TODO]).toEqual([who.as, ['ESCALATED COORDINATOR']]);
    expect(await runAt('2026-12-09T08:01:00Z')).toBe(0);
    freeClock(portal);
  });

  it('takes messages and private notes of both, who know each other', async () => {
    const { id } = await consulted(portal, ann);
    const { data } = await write(portal, bram, id, ['OCMW Ledegem'], 'Voor welke gemeente?');
    expect(data.writeMessage.state).toBe('DELIVERED');
    expect((await as(ann, id)).messages).toEqual([{ body: 'Voor welke gemeente?' }]);
    for (const who of [ann, bram]) await aNote(portal, who, id, 'PRIVATE_NOTE', `van ${who.as}`);
    const notes = async (who: Person) => (await must<{ consult: { notes: { body: string }[] } }>(portal, who, 'query ($id: ID!) { consult(id: $id) { notes { body } } }', { id })).consult.notes.map(({ body }) => body);
    expect([await notes(ann), await notes(bram), await notes(katrien)]).toEqual([['van ann.maes'], ['van bram.vandeputte'], []]);
  });
});

describe('an anonymous question', () => {
  it('says nothing of who asks, and is answered all the same', async () => {
    const { id, version } = await consulted(portal, ann, { anonymous: true });
    expect(await as(bram, id)).toMatchObject({ anonymous: true, askerId: null, askerName: null, askedBy: null });
    expect(await as(ann, id)).toMatchObject({ askedBy: 'Ann Maes', receiverId: await truth.partner(WOONDIENST) });
    for (const who of [ann, bram]) {
      expect((await readers(portal, who, id)).data.messageReaders).toEqual([]);
      expect(codeOf(await write(portal, who, id, [who === ann ? WOONDIENST : 'OCMW Ledegem'], 'Ik ben het'))).toBe('INVALID');
    }
    await answer(bram, { id, version });
    expect(await as(ann, id)).toMatchObject({ answer: 'Ongeveer twee jaar.', answeredBy: 'Bram Vandeputte' });
    expect((await worklistOf(portal, ann, id)).TODO).toEqual(['READ_CONSULT mine']);
  });

  it('holds in the database no name beside its own partner\'s', async () => {
    const { id } = await consulted(portal, ann, { anonymous: true });
    await expect(truth.rows('update consult set asker_id = partner_id, version = version + 1 where id = $1', [id])).rejects.toMatchObject({ code: '23514' });
    const [{ partnerId }] = await truth.rows<{ partnerId: string }>('select partner_id as "partnerId" from consult where id = $1', [id]);
    await expect(truth.as({ partnerId }, `insert into message (id, dossier_id, partner_id, audience, author_id, author_name, state, at, body) select gen_random_uuid(), id, partner_id, array[partner_id, receiver_id], person_id, 'Ann', 'DELIVERED', now(), 'x' from consult where id = $1`, [id])).rejects.toMatchObject({ code: expect.stringMatching(/P000[12]/) });
  });

  it('reads the same to the last byte whoever asked it, on every route, before and after its term passed and it was answered', async () => {
    const story = await startPortal();
    const ground = await Truth.of(story);
    setClock(story, '2026-10-01T09:00:00Z');
    const client = await aClient(story, ann);
    const { id } = await consulted(story, ann, { anonymous: true, clientId: client.id });
    const quiet = await consulted(story, ann, { anonymous: true, question: 'Nog een vraag' });
    setClock(story, '2026-10-20T09:00:00Z');
    await story.app.get(Terms).run();
    const [caw, lede] = [await ground.partner('CAW Centraal-West-Vlaanderen'), await ground.partner('OCMW Ledegem')];
    const person = (await ground.person(joke)).id;
    const known = new Set((await ground.rows<{ id: string }>('select id::text from dossier union select id::text from task union select id::text from consult union select id::text from partner union select id::text from person union select id::text from notice union select number from consult')).map((each) => each.id));
    await ground.close();
    await story.app.close();
    // The same questions, asked by the CAW.
    const asker = [
      `update consult set partner_id = '${caw}', person_id = '${person}', asked_by = 'Joke Termote'`,
      `update party set granted_by = '${caw}' where granted_by = '${lede}' and kind = 'Consult'`,
      `update party set partner_id = '${caw}' where partner_id = '${lede}' and kind = 'Consult'`,
      `update task set partner_id = '${caw}', audience = '{${caw}}', person_id = case when person_id is null then null else '${person}'::uuid end where partner_id = '${lede}'`,
      `update dossier set opened_by = '${caw}' where kind = 'Consult'`,
      'delete from client_file', `delete from notice where partner_id = '${lede}'`,
    ];
    const [one, other] = [await worldOf(story.ownerUrl), await worldOf(story.ownerUrl, asker)];
    const schema = committedSchema();
    const lists: { [field: string]: Values[] } = { consults: [{}, { state: 'ASKED' }], worklist: ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING'].map((part) => ({ part })), similar: [{ givenName: 'Rosa', familyName: 'Lippens' }], ...finding('Ledegem', 'Maes', 'huur') };
    // As deep as anything of a question hangs.
    const deep: { [field: string]: number } = { consult: 2, consults: 3, worklist: 3 };
    const questions = rootFields(schema).filter(({ kind }) => kind === 'query').flatMap((root) => {
      const takes = root.field.args.find(({ name }) => ['id', 'dossierId', 'clientId'].includes(name));
      const values = takes ? [id, quiet.id].map((each): Values => ({ [takes.name]: each })) : (lists[root.field.name] ?? [{}]);
      // A cursor tells when the reader herself looked.
      return values.flatMap((given) => selectionsOf(root.field.type, deep[root.field.name] ?? 1).map((shows) => questionAt(root, given, shows.replaceAll(/\bnext\b/g, '__typename'))));
    });
    const acts = [
      { query: 'mutation ($key: ID!, $id: ID!) { writeMessage(key: $key, dossierId: $id, toPartnerIds: [], body: "onder ons", urgent: false) { id body } }', variables: { key: randomUUID(), id } },
      ...[lede, caw].map((to) => ({ query: 'mutation ($key: ID!, $id: ID!, $to: [ID!]!) { writeMessage(key: $key, dossierId: $id, toPartnerIds: $to, body: "raad eens", urgent: false) { id } }', variables: { key: randomUUID(), id, to: [to] } })),
      { query: 'mutation ($key: ID!, $id: ID!) { answerConsult(key: $key, id: $id, version: 1, answer: "Twee jaar") { id state askerId may } }', variables: { key: randomUUID(), id } },
    ];
    let compared = 0;
    const since = new Date().toISOString();
    const [plain, plainToo] = [newThings(known, since), newThings(known, since)];
    try {
      for (const who of [bram, katrien, sofie]) {
        for (const question of [...questions, ...(who === bram ? [...acts, ...questions] : [])]) {
          const [found, foundToo] = [await one.ask(who, question), await other.ask(who, question)];
          expect({ who: who.as, query: question.query, ...plainToo(foundToo) }).toEqual({ who: who.as, query: question.query, ...plain(found) });
          compared += found.body.includes(quiet.id) || found.body.includes(id) ? 1 : 0;
        }
      }
      // The proof sees a difference where there is one.
      const whole = { query: `{ consult(id: "${id}") { askedBy } }`, variables: {} };
      expect(await other.ask(ann, whole)).not.toEqual(await one.ask(ann, whole));
    } finally {
      await Promise.all([one.stop(), other.stop()]);
      await story.stop();
    }
    expect(compared).toBeGreaterThan(25);
  }, 240_000);
});
