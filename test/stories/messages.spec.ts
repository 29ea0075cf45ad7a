import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { amir, ann, bram, els, geert, hilde, joke, joris, katrien, lies, mohamed, nele, type Person, sofie, tom } from '../cast/cast.js';
import { bodies, conversation, type Message, readers, takeBack, toTwo, write, written } from '../cast/messages.js';
import { accept, aNote, aReferral, close, codeOf, feedback, must, receive, type Referral, start, withdraw } from '../cast/scenes.js';
import { CAW, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';
import { worklistOf } from './worklist.js';

const LEDEGEM = 'OCMW Ledegem';
let portal: TestPortal;
let truth: Truth;
let ids: { [partner: string]: string };
beforeAll(async () => {
  portal = await startPortal();
  truth = await Truth.of(portal);
  ids = Object.fromEntries(await Promise.all([LEDEGEM, WOONDIENST, CAW, 'OCMW Izegem'].map(async (name) => [name, await truth.partner(name)] as const)));
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

/** Who was told of a message at a dossier, by first names. */
const told = async (dossierId: string, by = truth) =>
  (await by.rows<{ name: string; urgent: boolean }>(`select split_part(p.name, ' ', 1) as name, n.urgent from notice n join person p on p.id = n.person_id where n.dossier_id = $1 and n.kind = 'MESSAGE'`, [dossierId])).map(({ name, urgent }) => `${name}${urgent ? ' !' : ''}`).sort();

describe('who reads a message', () => {
  it('is whom its author chose, and each who sits there knows of no other', async () => {
    const { id } = await toTwo(portal);
    await written(portal, ann, id, [], 'voor collega\'s');
    await written(portal, ann, id, [WOONDIENST], 'voor de Woondienst');
    await written(portal, ann, id, [WOONDIENST, CAW], 'voor allebei');
    await written(portal, bram, id, [LEDEGEM], 'antwoord van Bram');
    await written(portal, bram, id, [], 'onder ons');
    expect(await bodies(portal, joris, id)).toEqual(["voor collega's", 'voor de Woondienst', 'voor allebei', 'antwoord van Bram']);
    expect(await bodies(portal, katrien, id)).toEqual(['voor de Woondienst', 'voor allebei', 'antwoord van Bram', 'onder ons']);
    expect(await bodies(portal, joke, id)).toEqual(['voor allebei']);
    const [both] = await conversation(portal, joke, id);
    expect(both).toMatchObject({ partnerId: ids[LEDEGEM], authorName: 'Ann Maes', readerIds: [], toPartnerIds: null, leavesAt: null, may: [], withheld: [{ dataClass: 'PROGRESS' }] });
    expect(JSON.stringify(both)).not.toContain(ids[WOONDIENST]);
    const [, one] = await conversation(portal, ann, id);
    expect(one).toMatchObject({ toPartnerIds: [ids[WOONDIENST]], withheld: [] });
    expect([...one.readerIds].sort()).toEqual([ids[LEDEGEM], ids[WOONDIENST]].sort());
  });

  it('is offered as a list: a sender of all it asked, a receiver of the sender alone, or also of whom it was told', async () => {
    const [shut, open] = [await toTwo(portal), await toTwo(portal, true)];
    const offered = async (who: Person, { id }: Referral) => [...(await readers(portal, who, id)).data.messageReaders].sort();
    expect(await offered(ann, shut)).toEqual([ids[WOONDIENST], ids[CAW]].sort());
    expect(await offered(bram, shut)).toEqual([ids[LEDEGEM]]);
    expect(await offered(bram, open)).toEqual([ids[LEDEGEM], ids[CAW]].sort());
    for (const who of [lies, tom]) expect([who.as, codeOf(await readers(portal, who, shut.id))]).toEqual([who.as, 'NOT_FOUND']);
    for (const who of [hilde, nele, geert]) expect([who.as, codeOf(await readers(portal, who, shut.id))]).toEqual([who.as, 'FORBIDDEN']);
  });

  it('may be a fellow receiver only when the sender told of it, and then all are named', async () => {
    const { id } = await toTwo(portal, true);
    const message = await written(portal, bram, id, [CAW, LEDEGEM], 'aan beide');
    expect([...message.readerIds].sort()).toEqual([ids[CAW], ids[LEDEGEM], ids[WOONDIENST]].sort());
    expect((await conversation(portal, joke, id))[0]).toMatchObject({ body: 'aan beide', readerIds: message.readerIds });
    await written(portal, ann, id, [WOONDIENST, CAW], 'aan u beiden');
    expect((await conversation(portal, joke, id))[1].readerIds).toHaveLength(3);
  });

  it('cannot be a partner that is not there, or of which one may not know: each is refused as nobody', async () => {
    const { id } = await toTwo(portal);
    const refused = async (who: Person, to: string) => (await write(portal, who, id, [to], 'geheim')).errors;
    const nobody = await refused(bram, randomUUID());
    expect(nobody![0].extensions).toEqual({ code: 'INVALID', fields: [{ field: 'toPartnerIds', message: 'Kies wie meeleest uit de lijst.' }] });
    for (const to of [CAW, 'OCMW Izegem', WOONDIENST]) expect([to, await refused(bram, to)]).toEqual([to, nobody]);
    for (const to of ['OCMW Izegem', LEDEGEM]) expect([to, await refused(ann, to)]).toEqual([to, nobody]);
  });

  it('is nobody by a way around: the database lets no message reach a partner to whom its writer may not write', async () => {
    const { id } = await toTwo(portal);
    const { partnerId, id: author } = await truth.person(bram);
    const insert = (audience: string[], state: string) => truth.as({ partnerId }, `insert into message (id, dossier_id, partner_id, audience, author_id, author_name, state, at, body) values (gen_random_uuid(), $2, $1, $3, $4, 'Bram', $5, now(), 'x')`, [partnerId, id, audience, author, state]);
    await expect(insert([partnerId, ids[CAW]], 'DELIVERED')).rejects.toMatchObject({ code: expect.stringMatching(/P0001|P0002/) });
    await expect(insert([], 'WAITING')).rejects.toMatchObject({ code: '23514' });
    await expect(insert([partnerId, ids[LEDEGEM]], 'WAITING')).rejects.toMatchObject({ code: '23514' });
  });

  it('a coordinator sees that it is there and not what it says; an admin, a DPO, a stranger and who was excluded see nothing', async () => {
    const { id } = await toTwo(portal);
    await written(portal, ann, id, [WOONDIENST], 'niet voor de coördinator');
    for (const who of [hilde, sofie]) {
      const [message] = await conversation(portal, who, id);
      expect([who.as, message.body, message.toPartnerIds, message.withheld.map(({ dataClass }) => dataClass).sort()]).toEqual([who.as, null, null, ['MESSAGE', 'PROGRESS']]);
      expect(codeOf(await write(portal, who, id, [], 'x'))).toBe('FORBIDDEN');
    }
    expect(await conversation(portal, els, id)).toEqual([]);
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(katrien)).id, id]);
    for (const who of [geert, nele, lies, katrien]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { messages { body } } }', { id }, who))]).toEqual([who.as, 'NOT_FOUND']);
    expect(codeOf(await write(portal, katrien, id, [], 'x'))).toBe('NOT_FOUND');
  });

  it('is nobody with a political mandate', async () => {
    const { id } = await toTwo(portal);
    await written(portal, ann, id, [CAW], 'over een mens');
    await truth.rows('update mandate set political = true, version = version + 1 where person_id = $1', [(await truth.person(amir)).id]);
    expect((await conversation(portal, amir, id)).map(({ body, withheld }) => [body, withheld.map(({ dataClass }) => dataClass).sort()])).toEqual([[null, ['MESSAGE', 'PROGRESS']]]);
    await truth.rows('update mandate set political = false, version = version + 1 where person_id = $1', [(await truth.person(amir)).id]);
  });

  it('is no former receiver: it gets nothing more, and keeps what it wrote', async () => {
    const sent = await aReferral(portal);
    await written(portal, ann, sent.id, [WOONDIENST], 'van de afzender');
    await written(portal, bram, sent.id, [LEDEGEM], 'van Bram');
    await withdraw(portal, sent);
    const { ownAnswer } = await must<{ ownAnswer: { messages: { body: string }[] } }>(portal, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { messages { body } } }', { id: sent.id });
    expect(ownAnswer.messages.map(({ body }) => body)).toEqual(['van Bram']);
    expect(codeOf(await write(portal, bram, sent.id, [LEDEGEM], 'nog iets'))).toBe('FORBIDDEN');
    expect(codeOf(await write(portal, ann, sent.id, [WOONDIENST], 'nog iets'))).toBe('INVALID');
    expect((await readers(portal, ann, sent.id)).data.messageReaders).toEqual([]);
  });

  it('still gets one at a referral that is closed', async () => {
    const sent = await close(portal, await feedback(portal, await start(portal, await accept(portal, await receive(portal, await aReferral(portal))))));
    await written(portal, ann, sent.id, [WOONDIENST], 'bedankt');
    expect(await bodies(portal, bram, sent.id)).toEqual(['bedankt']);
  });

  it('never reads a national number, nor an empty page', async () => {
    const { id } = await toTwo(portal);
    for (const body of ['Haar nummer is 96.04.03-001.13', '   ']) expect(codeOf(await write(portal, ann, id, [WOONDIENST], body))).toBe('INVALID');
  });
});

describe('who is told of a message', () => {
  it('is the fixed contact person of each partner that reads it, and before there is one everybody who answers', async () => {
    const sent = await receive(portal, await aReferral(portal));
    await written(portal, joris, sent.id, [WOONDIENST], 'voor wie antwoordt');
    expect(await told(sent.id)).toEqual(['Bram', 'Katrien']);
    const accepted = await accept(portal, sent, katrien);
    await written(portal, joris, accepted.id, [WOONDIENST], 'voor Katrien', true);
    expect(await told(sent.id)).toEqual(['Bram', 'Katrien', 'Katrien !']);
    await written(portal, katrien, accepted.id, [LEDEGEM], 'voor Ann, die doorverwees');
    expect(await told(sent.id)).toEqual(['Ann', 'Bram', 'Katrien', 'Katrien !']);
  });

  it('is at a partner of whom no other learns', async () => {
    const { id } = await toTwo(portal);
    await written(portal, ann, id, [CAW], 'voor het CAW');
    expect(await told(id)).toEqual(['Amir', 'Joke']);
  });
});

describe('as long as it can be taken back', () => {
  let held: TestPortal;
  let ground: Truth;
  const SENT = '2026-12-24T14:00:00Z';
  const LEAVES = '2026-12-24T14:10:00.000Z';
  beforeAll(async () => {
    held = await startPortal({ embargo: 10 });
    ground = await Truth.of(held);
  });
  afterAll(async () => {
    await ground.close();
    await held.stop();
  });
  const runAt = (moment: string) => {
    setClock(held, moment);
    return held.app.get(Terms).run();
  };
  /** A referral that was delivered before, with the clock at the moment of writing. */
  async function delivered(): Promise<Referral> {
    setClock(held, '2026-12-24T12:00:00Z');
    const sent = await toTwo(held);
    await runAt('2026-12-24T13:00:00Z');
    setClock(held, SENT);
    return sent;
  }
  const everything = `{ referrals(first: 50) { nodes { id number messages { id body at } answers { version timeline { event } messages { id } } timeline { event at } } } worklistCounts { todo overdue waiting upcoming } worklist(part: TODO, first: 50) { nodes { id kind } } }`;
  const seenBy = async (who: Person) => JSON.stringify((await held.graphql(everything, {}, who)).data);

  it('it is nowhere for whom it is for: in no list, no count, no timeline, no notice', async () => {
    const { id } = await delivered();
    const before = await Promise.all([bram, sofie, joke].map(seenBy));
    const message = await written(held, ann, id, [WOONDIENST, CAW], 'nog even niet');
    expect(message).toMatchObject({ state: 'WAITING', leavesAt: LEAVES, at: '2026-12-24T14:00:00.000Z', may: ['takeBack'], body: 'nog even niet' });
    expect(await Promise.all([bram, sofie, joke].map(seenBy))).toEqual(before);
    expect(await told(id, ground)).toEqual([]);
    for (const who of [bram, joke]) {
      const [theirs, nowhere] = [await takeBack(held, who, message), await takeBack(held, who, { ...message, id: randomUUID() })];
      expect([who.as, theirs.errors]).toEqual([who.as, nowhere.errors]);
    }
    expect(await bodies(held, joris, id)).toEqual(['nog even niet']);
    expect((await conversation(held, hilde, id)).map(({ body, leavesAt }) => [body, leavesAt])).toEqual([[null, null]]);
    expect(await worklistOf(held, ann, id)).toMatchObject({ TODO: [], WAITING: expect.arrayContaining(['DELIVER_MESSAGE mine']) });
    expect(await runAt('2026-12-24T14:09:59Z')).toBe(0);
  });

  it('a colleague takes it back: its text is gone, and it never arrives', async () => {
    const { id } = await delivered();
    const before = await seenBy(bram);
    const message = await written(held, ann, id, [WOONDIENST], 'vergist');
    expect(codeOf(await takeBack(held, hilde, message))).toBe('FORBIDDEN');
    expect(codeOf(await takeBack(held, ann, { ...message, version: 9 }))).toBe('CONFLICT');
    const { data } = await takeBack(held, joris, message);
    expect(data.takeBackMessage).toMatchObject({ state: 'TAKEN_BACK', body: null, may: [] });
    await runAt('2026-12-24T15:00:00Z');
    expect(await seenBy(bram)).toBe(before);
    expect(await told(id, ground)).toEqual([]);
    expect(JSON.stringify(await ground.rows('select to_jsonb(m) from message m where id = $1', [message.id]))).not.toContain('vergist');
    expect((await worklistOf(held, ann, id)).WAITING).not.toContain('DELIVER_MESSAGE mine');
    expect(codeOf(await takeBack(held, joris, data.takeBackMessage))).toBe('NOT_POSSIBLE');
  });

  it('several wait at once, and each leaves on its own time; who reads it learns when it came, not when it was written', async () => {
    const { id } = await delivered();
    await written(held, ann, id, [WOONDIENST], 'eerste');
    setClock(held, '2026-12-24T14:05:00Z');
    const second = await written(held, joris, id, [WOONDIENST], 'tweede');
    await written(held, joris, id, [CAW], 'derde');
    expect(await runAt(LEAVES)).toBe(1);
    expect(await bodies(held, bram, id)).toEqual(['eerste']);
    await takeBack(held, joris, second);
    expect(await runAt('2026-12-24T14:15:30Z')).toBe(1);
    expect(await bodies(held, bram, id)).toEqual(['eerste']);
    expect(await conversation(held, joke, id)).toEqual([expect.objectContaining({ body: 'derde', at: '2026-12-24T14:15:30.000Z', leavesAt: null })]);
    expect(await told(id, ground)).toEqual(['Amir', 'Bram', 'Joke', 'Katrien']);
  });

  it('it is delivered once, however many look, also when no worker ran for days', async () => {
    const { id } = await delivered();
    const message = await written(held, ann, id, [WOONDIENST], 'te laat maar toch');
    setClock(held, '2026-12-28T09:00:00Z');
    await Promise.all([held.app.get(Terms).run(), held.app.get(Terms).run(), held.app.get(Terms).run()]);
    expect(await runAt('2026-12-28T09:01:00Z')).toBe(0);
    expect((await conversation(held, bram, id)).map(({ body, at }) => [body, at])).toEqual([['te laat maar toch', '2026-12-28T09:00:00.000Z']]);
    expect(await told(id, ground)).toEqual(['Bram', 'Katrien']);
    expect(codeOf(await takeBack(held, ann, (await conversation(held, ann, id))[0]))).toBe('NOT_POSSIBLE');
    for (const change of [`body = 'anders'`, `audience = audience || '{${randomUUID()}}'`, `state = 'WAITING'`, 'at = now()']) await expect(ground.rows(`update message set ${change}, version = version + 1 where id = $1`, [message.id])).rejects.toMatchObject({ code: 'P0001' });
  });

  it('it is delivered or taken back, and never both', async () => {
    const { id } = await delivered();
    for (let round = 0; round < 6; round += 1) {
      setClock(held, SENT);
      const message = await written(held, ann, id, [WOONDIENST], `ronde ${round}`);
      setClock(held, LEAVES);
      const [back] = await Promise.all([takeBack(held, ann, message), held.app.get(Terms).run()]);
      const [{ state }] = await ground.rows<{ state: string }>('select state from message where id = $1', [message.id]);
      expect([round, (await bodies(held, bram, id)).includes(`ronde ${round}`), state]).toEqual([round, Boolean(back.errors), back.errors ? 'DELIVERED' : 'TAKEN_BACK']);
    }
  });

  it('whose seat ends in the meantime gets nothing', async () => {
    const sent = await delivered();
    await written(held, ann, sent.id, [WOONDIENST, CAW], 'niet meer voor wie wegging');
    const { referral } = await must<{ referral: { version: number } }>(held, ann, 'query ($id: ID!) { referral(id: $id) { version } }', { id: sent.id });
    await must(held, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!, $partnerId: ID) { withdrawReferral(key: $key, id: $id, version: $version, reason: "x", wish: SENDER, partnerId: $partnerId) { id } }', { key: randomUUID(), id: sent.id, version: referral.version, partnerId: await ground.partner(WOONDIENST) });
    await runAt(LEAVES);
    expect(await bodies(held, joke, sent.id)).toEqual(['niet meer voor wie wegging']);
    expect(await told(sent.id, ground)).toEqual(['Amir', 'Joke']);
    const { ownAnswer } = await must<{ ownAnswer: { messages: Message[] } }>(held, bram, 'query ($id: ID!) { ownAnswer(dossierId: $id) { messages { id } } }', { id: sent.id });
    expect(ownAnswer.messages).toEqual([]);
  });

  it('what is urgent, or for colleagues alone, is there at once', async () => {
    const { id } = await delivered();
    expect(await written(held, ann, id, [WOONDIENST], 'dringend', true)).toMatchObject({ state: 'DELIVERED', urgent: true, may: [] });
    expect(await written(held, ann, id, [], 'onder ons')).toMatchObject({ state: 'DELIVERED' });
    expect(await bodies(held, bram, id)).toEqual(['dringend']);
    expect(await told(id, ground)).toEqual(['Bram !', 'Katrien !']);
    freeClock(held);
  });
});

describe('a note for oneself', () => {
  it('goes on a client of one\'s own organisation too, and nobody else finds it', async () => {
    const { clientId } = await aReferral(portal);
    await aNote(portal, ann, clientId, 'PRIVATE_NOTE', 'alleen voor mij');
    const notes = async (who: Person) => (await portal.graphql<{ client: { notes: { body: string }[] } }>('query ($id: ID!) { client(id: $id) { notes { body } } }', { id: clientId }, who)).data?.client?.notes;
    expect(await notes(ann)).toEqual([{ body: 'alleen voor mij' }]);
    expect(await notes(joris)).toEqual([]);
    const write = (who: Person, dataClass = 'PRIVATE_NOTE') => portal.graphql(`mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: ${dataClass}, body: "x") { id } }`, { key: randomUUID(), id: clientId }, who);
    for (const who of [bram, mohamed]) expect([who.as, codeOf(await write(who))]).toEqual([who.as, 'NOT_FOUND']);
    expect(codeOf(await write(ann, 'HEALTH'))).toBe('NOT_FOUND');
  });
});
