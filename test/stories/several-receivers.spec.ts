import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, els, hilde, jens, joke, katrien, type Person } from '../cast/cast.js';
import { accept, agreement, cause, close, codeOf, EVERYTHING, feedback, must, receive, type Referral, reject, send, start } from '../cast/scenes.js';
import { act, aFullDraft, amend, at, CAW, chooseIt, classesSeen, content, CONTENT, ENERGIEHUIS, HEALTH, JUSTICE, now, sendIt, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

const agreed = { ...agreement, classes: [...EVERYTHING, 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const CHOICE = { [WOONDIENST]: ['CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HEALTH'], [CAW]: ['CONTACT', 'HEALTH', 'JUDICIAL'], [ENERGIEHUIS]: ['CONTACT', 'ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const GETS: readonly [Person, string, string[]][] = [
  [bram, WOONDIENST, ['ADDRESS', 'CONTACT', 'DEBTS', 'HEALTH', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'HOUSING', 'HOUSING_TECHNICAL', 'IDENTITY', 'INCOME', 'INCOME_CATEGORY']],
  [joke, CAW, ['CONTACT', 'HEALTH', 'IDENTITY', 'JUDICIAL']],
  [jens, ENERGIEHUIS, ['ADDRESS', 'CONTACT', 'HOUSEHOLD_SIZE', 'HOUSING_TECHNICAL', 'IDENTITY', 'INCOME_CATEGORY']],
];
type Seen = { partnerId: string; referral: object };

let portal: TestPortal;
let truth: Truth;
let ids: { [partner: string]: string };
beforeAll(async () => {
  portal = await startPortal();
  truth = await Truth.of(portal);
  ids = Object.fromEntries(await Promise.all([WOONDIENST, CAW, ENERGIEHUIS].map(async (name) => [name, await truth.partner(name)] as const)));
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

const sent = async (to: { [partner: string]: readonly string[] } = CHOICE, changes: object = {}) => send(portal, await aFullDraft(portal, ann, { to, changes }), [agreed]);
const seenBy = (who: Person, id: string) => read(portal, who, `query ($id: ID!) { referral(id: $id) { ${CONTENT} } }`, { id }).then(({ referral }) => referral as object);
const preview = async (id: string, agreements: object[] = [agreed]): Promise<Seen[]> => (await must<{ preview: Seen[] }>(portal, ann, `query ($id: ID!, $agreements: [NewAgreement!]!) { preview(id: $id, agreements: $agreements) { partnerId referral { ${CONTENT} } } }`, { id, agreements })).preview;

describe('one question to three partners', () => {
  let draft: Referral;
  let referral: Referral;
  let previewed: Seen[];

  it('says of each possible receiver what it may get, and of the rest why not', async () => {
    draft = await aFullDraft(portal, ann, { to: CHOICE });
    const { receivers } = await read(portal, ann, 'query ($id: ID!) { receivers(id: $id) { partner { name } possible says cells { dataClass always cap says } } }', { id: draft.id });
    const energy = receivers.find(({ partner }) => partner.name === ENERGIEHUIS)!;
    const caps = Object.fromEntries(energy.cells.map(({ dataClass, always, cap }) => [dataClass, always ? 'always' : cap]));
    expect(caps).toEqual({ CORE: 'always', IDENTITY: 'always', CONTACT: null, ADDRESS: null, HOUSEHOLD: 'NOT_FOR_KIND', HOUSEHOLD_SIZE: null, INCOME: 'NOT_FOR_KIND', INCOME_CATEGORY: null, DEBTS: 'NOT_FOR_KIND', HOUSING: 'NOT_FOR_KIND', HOUSING_TECHNICAL: null, HEALTH: 'LAW_SECRECY', JUDICIAL: 'LAW_SECRECY' });
    for (const { cap, says } of energy.cells) expect(Boolean(cap)).toBe(Boolean(cap && says));
    expect(energy.cells.find(({ dataClass }) => dataClass === 'HEALTH')!.says).toBe('Energiehuis valt niet onder het beroepsgeheim.');
  });

  it('is looked at through the eyes of each before it leaves, and nothing is left of the look', async () => {
    const state = () => truth.rows('select (select count(*)::int from agreement) agreements, (select count(*)::int from share) shares, (select count(*)::int from receipt) receipts, (select count(*)::int from answer) answers, (select count(*)::int from party) seats, (select count(*)::int from timeline_entry) told, (select version from referral where id = $1) version', [draft.id]);
    const before = await state();
    previewed = await preview(draft.id);
    expect(await state()).toEqual(before);
    expect(previewed.map(({ partnerId }) => partnerId).sort()).toEqual(Object.values(ids).sort());
    expect(await truth.rows(`select 1 from trail where operation = 'previewReferral' and outcome = 'DONE' and dossier_ids @> array[$1::uuid]`, [draft.id])).toHaveLength(1);
  });

  it('is not previewed by a receiver, nor by who sees nothing of the person', async () => {
    const query = 'query ($id: ID!, $agreements: [NewAgreement!]!) { preview(id: $id, agreements: $agreements) { referral { phone } } }';
    for (const who of [bram, jens]) expect([who.as, codeOf(await portal.graphql(query, { id: draft.id, agreements: [agreed] }, who))]).toEqual([who.as, 'NOT_FOUND']);
    expect(codeOf(await portal.graphql(query, { id: draft.id, agreements: [agreed] }, hilde))).toBe('FORBIDDEN');
  });

  it('reaches each with exactly its own classes', async () => {
    referral = await send(portal, draft, [agreed]);
    for (const [who, , classes] of GETS) expect([who.as, classesSeen(await content(portal, who, referral.id))]).toEqual([who.as, classes]);
    const texts = async (who: Person) => JSON.stringify(await content(portal, who, referral.id));
    expect(await texts(jens)).not.toMatch(/Canari (gezin|inkomen|schuld|woning|wens|vorige huur|gezondheid|gerecht)/);
    expect(await texts(joke)).not.toMatch(/Canari(straat| gezin| inkomen| schuld| woning| techniek)/);
    expect(await texts(joke)).toContain(JUSTICE);
    expect(await texts(bram)).toContain(HEALTH);
    expect(await texts(bram)).not.toContain(JUSTICE);
  });

  it('is what was previewed, byte for byte', async () => {
    for (const [who, partner] of GETS) expect(JSON.stringify(previewed.find(({ partnerId }) => partnerId === ids[partner])!.referral)).toBe(JSON.stringify(await seenBy(who, referral.id)));
  });

  it('is seen by the sender as each receiver sees it now', async () => {
    const { seenNow } = await read(portal, ann, `query ($id: ID!) { seenNow(id: $id) { partnerId referral { ${CONTENT} } } }`, { id: referral.id });
    for (const [who, partner] of GETS) expect(JSON.stringify((seenNow as unknown as Seen[]).find(({ partnerId }) => partnerId === ids[partner])!.referral)).toBe(JSON.stringify(await seenBy(who, referral.id)));
    for (const who of [bram, joke, jens]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { seenNow(id: $id) { partnerId } }', { id: referral.id }, who))]).toEqual([who.as, 'NOT_FOUND']);
    const { data, errors } = await portal.graphql<{ seenNow: Seen[] } | null>(`query ($id: ID!) { seenNow(id: $id) { referral { ${CONTENT} } } }`, { id: referral.id }, hilde);
    expect(errors ? '' : JSON.stringify(data)).not.toMatch(/Canari (?!vraag)|Rosa|Lippens|0470 /);
  });

  it('leaves a receipt for each: the classes, the fields that held something, the book and a hash', async () => {
    const receipts = async () => (await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { receipts { receiverId contentVersion classes fields bookVersion hash } } }', { id: referral.id })).referral.receipts as unknown as { receiverId: string; contentVersion: number; classes: string[]; fields: string[]; bookVersion: number; hash: string }[];
    const first = await receipts();
    expect(first).toHaveLength(3);
    for (const [, partner, classes] of GETS) {
      const receipt = first.find(({ receiverId }) => receiverId === ids[partner])!;
      expect([...receipt.classes].sort()).toEqual([...classes, 'CORE'].sort());
      expect(receipt).toMatchObject({ contentVersion: 1, bookVersion: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(receipt.fields.includes('phone')).toBe(true);
      expect(receipt.fields.includes('debtsNote')).toBe(partner === WOONDIENST);
      expect(receipt.fields.includes('note.HEALTH')).toBe(partner !== ENERGIEHUIS);
    }
    expect(new Set(first.map(({ hash }) => hash)).size).toBe(3);
    expect(await receipts()).toEqual(first);
    for (const who of [bram, joke, jens, hilde]) expect([who.as, (await read(portal, who, 'query ($id: ID!) { referral(id: $id) { receipts { hash } recipients { receiverId } } }', { id: referral.id })).referral]).toEqual([who.as, { receipts: [], recipients: [] }]);
    await expect(truth.connection.query('set role portal').then(() => truth.rows('update receipt set hash = $1', [createHash('sha256').digest('hex')]))).rejects.toThrow('permission denied');
    await truth.connection.query('reset role');
  });

  it('that goes to one alone gives it the same bytes as one of three', async () => {
    const client = { id: referral.clientId, version: 1, owner: ann };
    const alone = await send(portal, await aFullDraft(portal, ann, { client, to: { [CAW]: CHOICE[CAW] } }), [agreed]);
    expect(JSON.stringify(await seenBy(joke, alone.id))).toBe(JSON.stringify(await seenBy(joke, referral.id)));
  });
});

/** All that a receiver can ask of one referral, without what differs in any two referrals. */
const EVERY_ROUTE = `query ($id: ID!) { referral(id: $id) { version state changedAt closedAt sentAt deliverAt openReceivers contentVersion contentAt recipients { receiverId } receipts { hash } answers { partnerId state version contentVersion contentAt fellowIds due readAt endedAt may timeline { event partnerId text } }
  shares { partnerId classes } timeline { event partnerId personName text outcome classes due } accessRequests { state classes } persons { givenName } ownNumber { number } may withheld { dataClass why } }
  ownAnswer(dossierId: $id) { state version contentVersion contentAt fellowIds may timeline { event } } worklistCounts { todo overdue waiting upcoming } referrals(first: 50) { nodes { id } } }`;

describe('a receiver of several', () => {
  let referral: Referral;
  let all: string;
  beforeAll(async () => {
    referral = await sent();
    await sent({ [WOONDIENST]: ['CONTACT'] });
    all = JSON.stringify(await read(portal, bram, EVERY_ROUTE, { id: referral.id }));
  });
  const unchanged = async () => expect(JSON.stringify(await read(portal, bram, EVERY_ROUTE, { id: referral.id }))).toBe(all);

  it('finds no other in anything that it can ask', async () => {
    for (const other of [ids[CAW], ids[ENERGIEHUIS], 'CAW', 'Joke', 'Energiehuis']) expect(all).not.toContain(other);
    const { referral: theirs } = await read(portal, bram, EVERY_ROUTE, { id: referral.id });
    expect(theirs).toMatchObject({ version: null, state: null, changedAt: null, closedAt: null, sentAt: null, deliverAt: null, openReceivers: null, contentVersion: null, contentAt: null, recipients: [], receipts: [], answers: [{ partnerId: ids[WOONDIENST], fellowIds: [] }] });
    expect((theirs as unknown as { shares: { partnerId: string }[] }).shares.every(({ partnerId }) => partnerId === ids[WOONDIENST])).toBe(true);
  });

  it('learns nothing when another reads, asks, is answered, accepts, works and ends', async () => {
    let other = await receive(portal, await at(portal, joke, referral), joke);
    await unchanged();
    const asked = await cause(portal, joke, 'askSender', { id: other.answerId, version: other.answerVersion }, 'text: "Vraag van het CAW"');
    await unchanged();
    await cause(portal, ann, 'replyToReceiver', { id: other.answerId, version: asked.data!.askSender.version }, 'text: "Antwoord aan het CAW"');
    await unchanged();
    other = await accept(portal, await at(portal, joke, referral), joke);
    await unchanged();
    await close(portal, await feedback(portal, await start(portal, other, joke), joke), joke);
    await unchanged();
  });

  it('learns nothing when another rejects, is narrowed, amended or withdrawn', async () => {
    await act(portal, ann, 'narrowShare', await now(portal, referral), { partnerId: 'ID!', classes: '[DataClass!]!', wish: 'Wish!' }, { partnerId: ids[ENERGIEHUIS], classes: ['CONTACT'], wish: 'CLIENT' });
    await unchanged();
    expect((await amend(portal, await now(portal, referral), {}, [{ dataClass: 'JUDICIAL', body: 'Canari vonnis' }])).errors).toBeUndefined();
    await unchanged();
    await reject(portal, await receive(portal, await at(portal, jens, referral), jens), jens);
    await unchanged();
    expect((await withdrawIt(portal, await now(portal, referral), { partnerId: ids[ENERGIEHUIS] })).errors).toBeUndefined();
    await unchanged();
  });

  it('finds no word of another in what is refused', async () => {
    const told: string[] = [];
    for (const [verb, more] of [['startGuidance', ''], ['closeAnswer', ''], ['redirectReferral', `partnerId: "${ids[CAW]}", advice: "x"`], ['rejectReferral', 'reason: "x", advice: "x"']]) {
      const own = await at(portal, bram, referral);
      told.push(JSON.stringify((await cause(portal, bram, verb, { id: own.answerId, version: own.answerVersion }, more)).errors));
    }
    const theirs = (await truth.rows<{ id: string }>('select id from answer where dossier_id = $1 and partner_id = $2', [referral.id, ids[CAW]]))[0].id;
    for (const verb of ['receiveAnswer', 'startGuidance']) expect([verb, codeOf(await cause(portal, bram, verb, { id: theirs, version: 1 }))]).toEqual([verb, 'NOT_FOUND']);
    for (const verb of ['withdrawReferral', 'declareError']) told.push(JSON.stringify((await cause(portal, bram, verb, referral, 'reason: "x"')).errors));
    for (const text of told) for (const word of ['CAW', ids[ENERGIEHUIS], 'Joke', 'version', 'Energiehuis']) expect(text).not.toContain(word);
    for (const query of ['seenNow(id: $id) { partnerId }', 'receivers(id: $id) { partner { id } }']) expect([query, codeOf(await portal.graphql(`query ($id: ID!) { ${query} }`, { id: referral.id }, bram))]).toEqual([query, 'NOT_FOUND']);
  });

  it('is told of an amendment that it may read, and counts its own versions', async () => {
    expect((await amend(portal, await now(portal, referral), { debtsNote: 'Canari nieuwe schuld' })).data.amendReferral).toMatchObject({ state: 'DELIVERED', contentVersion: 3 });
    const { ownAnswer, referral: theirs } = await read(portal, bram, EVERY_ROUTE, { id: referral.id });
    expect(ownAnswer).toMatchObject({ contentVersion: 2 });
    expect(theirs.timeline[0]).toMatchObject({ event: 'AMENDED', classes: ['DEBTS'] });
  });

  it('is told of the others when the sender says so, by name and no more', async () => {
    const open = await sent(CHOICE, { openReceivers: true });
    const { ownAnswer, referral: theirs } = await read(portal, bram, EVERY_ROUTE, { id: open.id });
    expect([...(ownAnswer as unknown as { fellowIds: string[] }).fellowIds].sort()).toEqual([ids[CAW], ids[ENERGIEHUIS]].sort());
    expect(theirs.answers).toHaveLength(1);
    await reject(portal, await receive(portal, await at(portal, joke, open), joke), joke);
    expect(JSON.stringify((await read(portal, bram, EVERY_ROUTE, { id: open.id })).referral)).not.toContain('REJECTED');
  });
});

describe('answers of several', () => {
  const ended = async (referral: Referral) => (await now(portal, referral)).state;
  const worked = async (who: Person, referral: Referral) => feedback(portal, await start(portal, await accept(portal, await receive(portal, await at(portal, who, referral), who), who), who), who);

  it('leave the tasks of the others when one accepts', async () => {
    const referral = await sent();
    await accept(portal, await receive(portal, await at(portal, bram, referral)));
    expect(await worklistOf(portal, joke, referral.id)).toEqual({ ...nothing, TODO: ['DECIDE SOCIAL_WORKER'], UPCOMING: ['DECIDE SOCIAL_WORKER'] });
    expect(await worklistOf(portal, jens, referral.id)).toEqual({ ...nothing, TODO: ['DECIDE ENERGY_ADVISER'], UPCOMING: ['DECIDE ENERGY_ADVISER'] });
    expect((await worklistOf(portal, ann, referral.id)).WAITING).toEqual(['AWAIT_ANSWER mine', 'AWAIT_ANSWER mine']);
    expect((await worklistOf(portal, katrien, referral.id)).TODO).toEqual([]);
    expect(await worklistOf(portal, els, referral.id)).toEqual(nothing);
  });

  it('close the referral when the last of them ended, however each did', async () => {
    const referral = await sent();
    await reject(portal, await receive(portal, await at(portal, jens, referral), jens), jens);
    expect(await ended(referral)).toBe('DELIVERED');
    await close(portal, await worked(joke, referral), joke);
    expect(await ended(referral)).toBe('DELIVERED');
    await accept(portal, await receive(portal, await at(portal, bram, referral)));
    expect(await ended(referral)).toBe('DELIVERED');
    const last = await feedback(portal, await start(portal, await at(portal, bram, referral)));
    await close(portal, last);
    expect(await ended(referral)).toBe('CLOSED');
    expect(await truth.rows('select state from party where dossier_id = $1 and partner_id = $2', [referral.id, await truth.partner('OCMW Ledegem')])).toEqual([{ state: 'CLOSED' }]);
  });

  it('close it when all others were taken back and the last ended, too', async () => {
    const referral = await sent();
    await reject(portal, await receive(portal, await at(portal, bram, referral)));
    await reject(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    expect((await withdrawIt(portal, await now(portal, referral), { partnerId: ids[ENERGIEHUIS] })).data.withdrawReferral.state).toBe('CLOSED');
  });

  it('close it once when two end at the same moment, in ten rounds', async () => {
    for (let round = 0; round < 10; round += 1) {
      const referral = await sent({ [WOONDIENST]: ['CONTACT'], [CAW]: ['CONTACT'] });
      const [one, two] = await Promise.all([receive(portal, await at(portal, bram, referral)), receive(portal, await at(portal, joke, referral), joke)]);
      await Promise.all([reject(portal, one), reject(portal, two, joke)]);
      expect([round, await ended(referral)]).toEqual([round, 'CLOSED']);
      expect(await truth.rows('select p.state from party p where p.dossier_id = $1 and p.partner_id = $2', [referral.id, await truth.partner('OCMW Ledegem')])).toEqual([{ state: 'CLOSED' }]);
    }
  });

  it('are refused their choice twice, and a partner chosen twice', async () => {
    const draft = await aFullDraft(portal, ann, { to: { [CAW]: ['CONTACT'] } });
    expect((await chooseIt(portal, draft, [{ partnerId: ids[CAW], classes: [] }, { partnerId: ids[CAW], classes: ['CONTACT'] }])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'receivers', message: 'Kies elke partner één keer.' }] });
    expect((await chooseIt(portal, draft, [])).errors).toBeUndefined();
    expect((await sendIt(portal, await now(portal, draft), [agreed])).errors?.[0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'receivers' }] });
  });
});
