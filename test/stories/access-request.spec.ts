import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, jens, joke, joris, type Person, sofie } from '../cast/cast.js';
import { aClient, agreement, codeOf, receive, type Referral, send } from '../cast/scenes.js';
import { act, aFullDraft, amend, at, CAW, classesSeen, content, ENERGIEHUIS, now, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';
import { nothing, worklistOf } from './worklist.js';

const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
const agreed = { ...agreement, classes: ['CONTACT', 'HOUSING_TECHNICAL'] };
const TO = { [WOONDIENST]: ['CONTACT'], [CAW]: ['CONTACT'], [ENERGIEHUIS]: ['CONTACT'] };
type Request = { id: string; version: number };

let portal: TestPortal;
let truth: Truth;
let referral: Referral;
beforeAll(async () => {
  portal = await startPortal();
  truth = await Truth.of(portal);
});
afterAll(async () => {
  await truth.close();
  await portal.stop();
});

const sent = async (more: object = {}) => send(portal, await aFullDraft(portal, ann, { to: TO, ...more }), [agreed]);
const request = (who: Person, classes: string[], { reason = 'Voor de huurachterstal', until = day(60), id = referral.id } = {}) =>
  portal.graphql<Done>('mutation ($key: ID!, $dossierId: ID!, $classes: [DataClass!]!, $reason: String!, $until: Day!) { requestAccess(key: $key, dossierId: $dossierId, classes: $classes, reason: $reason, until: $until) { id version state classes } }', { key: randomUUID(), dossierId: id, classes, reason, until }, who);
const requested = async (who: Person, classes: string[], more: object = {}): Promise<Request> => {
  const { data, errors } = await request(who, classes, more);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.requestAccess;
};
const grant = (row: Request, more: object = {}, who: Person = ann) => act(portal, who, 'grantAccess', row, { agreement: 'NewAgreement!' }, { agreement: { ...agreement, classes: ['DEBTS'], ...more } }, 'id version state decidedBy');
const refuse = (row: Request, text = 'De cliënt wil dit niet.', who: Person = ann) => act(portal, who, 'refuseAccess', row, { text: 'String!' }, { text }, 'id version state decidedBy decision');
const requestsOf = async (who: Person, id = referral.id) => (await read(portal, who, 'query ($id: ID!) { referral(id: $id) { accessRequests { id partnerId state classes reason until askedBy decision } } }', { id })).referral.accessRequests;

describe('a request to see more', () => {
  let row: Request;
  beforeAll(async () => void (referral = await sent()));

  it('is made by a receiver, and is a task of who sent it', async () => {
    row = await requested(bram, ['DEBTS']);
    expect(await worklistOf(portal, ann, referral.id)).toMatchObject({ TODO: ['DECIDE_ACCESS mine'] });
    expect(await requestsOf(ann)).toMatchObject([{ partnerId: await truth.partner(WOONDIENST), state: 'ASKED', classes: ['DEBTS'], reason: 'Voor de huurachterstal', until: day(60), askedBy: 'Bram Vandeputte' }]);
    expect(await requestsOf(bram)).toHaveLength(1);
  });

  it('is known to nobody but the two, nor are its words', async () => {
    for (const who of [joke, jens]) expect([who.as, await requestsOf(who)]).toEqual([who.as, []]);
    for (const who of [hilde, sofie]) expect([who.as, JSON.stringify(await requestsOf(who))]).toEqual([who.as, '[]']);
    for (const [who, code] of [[joke, 'NOT_FOUND'], [jens, 'FORBIDDEN']] as const) {
      expect([who.as, codeOf(await grant(row, {}, who))]).toEqual([who.as, code]);
      expect([who.as, codeOf(await refuse(row, 'x', who))]).toEqual([who.as, code]);
    }
    expect(codeOf(await grant({ id: randomUUID(), version: 1 }, {}, jens))).toBe('FORBIDDEN');
    for (const who of [joke, jens]) expect(JSON.stringify((await read(portal, who, 'query ($id: ID!) { referral(id: $id) { timeline { event text } } }', { id: referral.id })).referral)).not.toContain('huurachterstal');
  });

  it('is not granted or refused by who asks', async () => {
    for (const answer of [await grant(row, {}, bram), await refuse(row, 'x', bram)]) expect(codeOf(answer)).toBe('FORBIDDEN');
  });

  it('is granted with an agreement only: the four points, a name, no later date, all that was asked', async () => {
    const faults: [object, string][] = [[{ toldThat: false }, 'agreement'], [{ toldPurpose: false }, 'agreement'], [{ toldWhom: false }, 'agreement'], [{ toldContent: false }, 'agreement'], [{ agreedOn: day(1) }, 'agreedOn'], [{ classes: ['HOUSING'] }, 'classes'], [{ classes: [] }, 'classes'], [{ agreedBy: 'PARENT' }, 'agreedBy'], [{ agreedName: '  ' }, 'agreedName']];
    for (const [more, field] of faults) expect([more, (await grant(row, more)).errors?.[0].extensions]).toMatchObject([more, { code: expect.stringMatching(/NEEDS|INVALID/), fields: [{ field }] }]);
    expect(await truth.rows('select state from access_request where id = $1', [row.id])).toEqual([{ state: 'ASKED' }]);
    expect(await truth.rows('select 1 from share where dossier_id = $1', [referral.id])).toHaveLength(3);
    expect(classesSeen(await content(portal, bram, referral.id))).toEqual(['CONTACT', 'IDENTITY']);
  });

  it('when granted shows that receiver those classes, until the day that was asked', async () => {
    expect((await grant(row)).data.grantAccess).toMatchObject({ state: 'GRANTED', decidedBy: 'Ann Maes' });
    expect(classesSeen(await content(portal, bram, referral.id))).toEqual(['CONTACT', 'DEBTS', 'IDENTITY']);
    for (const who of [joke, jens]) expect([who.as, classesSeen(await content(portal, who, referral.id))]).toEqual([who.as, ['CONTACT', 'IDENTITY']]);
    const shares = await truth.rows(`select classes, ((until - interval '1 second') at time zone 'Europe/Brussels')::date::text as until from share where dossier_id = $1 and classes = '{DEBTS}'`, [referral.id]);
    expect(shares).toEqual([{ classes: ['DEBTS'], until: day(60) }]);
    expect(await truth.rows('select classes from receipt where dossier_id = $1 and receiver_id = $2 order by at', [referral.id, await truth.partner(WOONDIENST)])).toHaveLength(2);
    expect((await worklistOf(portal, ann, referral.id)).TODO).toEqual([]);
    expect(codeOf(await grant({ ...row, version: row.version + 1 }))).toBe('NOT_POSSIBLE');
  });

  it('when granted reaches who asked with each newer version too', async () => {
    await amend(portal, await now(portal, referral), { debtsNote: 'Canari afbetaling' });
    expect((await content(portal, bram, referral.id)).debtsNote).toBe('Canari afbetaling');
  });

  it('is refused with a reason, and the same may be asked anew', async () => {
    const other = await requested(bram, ['HOUSING']);
    expect((await refuse(other, ' ')).errors?.[0].extensions.code).toBe('INVALID');
    expect((await refuse(other, 'Niet nodig.', joris)).data.refuseAccess).toMatchObject({ state: 'REFUSED', decision: 'Niet nodig.', decidedBy: 'Joris Callewaert' });
    expect((await requestsOf(bram)).map(({ decision }) => decision)).toContain('Niet nodig.');
    expect(classesSeen(await content(portal, bram, referral.id))).not.toContain('HOUSING');
    expect((await request(bram, ['HOUSING'])).errors).toBeUndefined();
  });

  it('never lasts longer than the agreement', async () => {
    const minor = await aClient(portal, ann, { birthDate: `${Number(day(20).slice(0, 4)) - 18}${day(20).slice(4)}` });
    const theirs = await sent({ client: minor });
    const asked = await requested(joke, ['DEBTS'], { id: theirs.id, until: day(300) });
    expect((await grant(asked, { agreedBy: 'PARENT', agreedName: 'Mia Lippens', minorAsked: true })).errors).toBeUndefined();
    expect(await truth.rows(`select ((until - interval '1 second') at time zone 'Europe/Brussels')::date::text as until from share where dossier_id = $1 and classes = '{DEBTS}'`, [theirs.id])).toEqual([{ until: day(19) }]);
  });

  it.each([
    ['health to who is bound by discretion', jens, ['HEALTH']],
    ['what the book gives to nobody of its kind', jens, ['DEBTS']],
    ['what this type of question does not ask', joke, ['INCOME_CONDITION']],
    ['how the sender stands with the others', joke, ['PROGRESS']],
    ['a private note', joke, ['PRIVATE_NOTE']],
    ['what is there together with what can never be', jens, ['HOUSING_TECHNICAL', 'JUDICIAL']],
  ])('is refused at once for %s', async (_, who, classes) => {
    const before = await truth.rows('select count(*)::int n from access_request');
    expect((await request(who, classes)).errors?.[0].extensions).toMatchObject({ code: 'INVALID' });
    expect(await truth.rows('select count(*)::int n from access_request')).toEqual(before);
  });

  it('says the same of a class in which nothing stands', async () => {
    const empty = await sent({ changes: { debtsNote: null }, notes: false });
    for (const dataClass of ['DEBTS', 'HEALTH']) expect([dataClass, (await request(joke, [dataClass], { id: empty.id })).data.requestAccess.state]).toEqual([dataClass, 'ASKED']);
    for (const dataClass of ['HEALTH']) expect(JSON.stringify((await request(jens, [dataClass], { id: empty.id })).errors)).toBe(JSON.stringify((await request(jens, [dataClass])).errors));
  });

  it('is refused without a class, a reason or a day to come, for what one sees already, by a sender and by a stranger', async () => {
    expect((await request(joke, [])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'classes' }] });
    expect((await request(joke, ['DEBTS'], { reason: ' ' })).errors?.[0].extensions.code).toBe('INVALID');
    for (const until of [day(0), day(-1)]) expect((await request(joke, ['DEBTS'], { until })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'until' }] });
    expect((await request(joke, ['CONTACT'])).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'classes', message: 'U ziet dit al.' }] });
    expect(codeOf(await request(ann, ['DEBTS']))).toBe('FORBIDDEN');
    for (const id of [randomUUID(), (await aFullDraft(portal, ann)).id]) expect(codeOf(await request(joke, ['DEBTS'], { id }))).toBe('NOT_FOUND');
  });

  it('lapses with a withdrawal, from one or from all, and is granted no more', async () => {
    const [one, two] = [await requested(joke, ['DEBTS']), await requested(jens, ['ADDRESS'])];
    await withdrawIt(portal, await now(portal, referral), { partnerId: await truth.partner(CAW) });
    expect(await truth.rows('select state from access_request where id = any ($1) order by array_position($1, id)', [[one.id, two.id]])).toEqual([{ state: 'LAPSED' }, { state: 'ASKED' }]);
    expect(codeOf(await grant({ ...one, version: one.version + 1 }))).toBe('NOT_POSSIBLE');
    await withdrawIt(portal, await now(portal, referral));
    expect(await truth.rows(`select 1 from access_request where dossier_id = $1 and state = 'ASKED'`, [referral.id])).toEqual([]);
    expect(await worklistOf(portal, ann, referral.id)).toEqual(nothing);
    expect(await truth.rows('select 1 from share where dossier_id = $1 and until > now()', [referral.id])).toEqual([]);
    for (const who of [bram, joke, jens]) expect([who.as, codeOf(await request(who, ['HOUSING_TECHNICAL']))]).toEqual([who.as, expect.stringMatching(/FORBIDDEN|NOT_FOUND/)]);
  });

  it('and a withdrawal at the same moment leave nothing shared, in ten rounds', async () => {
    for (let round = 0; round < 10; round += 1) {
      const other = await receive(portal, await at(portal, joke, await sent()), joke);
      const asked = await requested(joke, ['DEBTS'], { id: other.id });
      const version = await now(portal, other);
      const [granted, withdrawn] = await Promise.all([grant(asked), withdrawIt(portal, version)]);
      expect([round, withdrawn.errors?.[0].extensions.code]).toEqual([round, undefined]);
      expect([round, granted.errors?.[0].extensions.code]).toEqual([round, granted.errors ? expect.stringMatching(/CONFLICT|NOT_POSSIBLE|NOT_FOUND/) : undefined]);
      expect([round, await truth.rows('select 1 from share where dossier_id = $1 and until > now()', [other.id])]).toEqual([round, []]);
    }
  });

  it('granted while a withdrawal that began before waits, is taken back by it', async () => {
    const other = await receive(portal, await at(portal, joke, await sent()), joke);
    const asked = await requested(joke, ['DEBTS'], { id: other.id });
    const version = await now(portal, other);
    await truth.rows("select pg_advisory_lock(hashtextextended('calendar', 0))");
    const withdrawal = withdrawIt(portal, version);
    while (!(await truth.rows("select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database() where l.locktype = 'advisory' and not l.granted")).length) await sleep(20);
    expect((await grant(asked)).errors).toBeUndefined();
    await truth.rows("select pg_advisory_unlock(hashtextextended('calendar', 0))");
    expect((await withdrawal).errors).toBeUndefined();
    expect(await truth.rows('select count(*) filter (where until > now())::int as "left", count(*)::int > 1 as some from share where dossier_id = $1', [other.id])).toEqual([{ left: 0, some: true }]);
  });
});
