import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, jens, joke, joris, lies, nele, type Person } from '../cast/cast.js';
import { accept, aClient, agreement, cause, type Client, codeOf, must, receive, type Referral, send } from '../cast/scenes.js';
import { act, aFullDraft, at, CAW, ENERGIEHUIS, narrow, now, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';

const REGISTER = 'query ($id: ID!) { register(clientId: $id) { at client { givenName familyName } entries { referralId number partnerId classes purpose ground agreedOn since until standing takenBackAt takenBackBy confirmed confirmedAt keptGround } } }';
const agreed = { ...agreement, classes: ['CONTACT', 'DEBTS', 'HEALTH', 'HOUSING_TECHNICAL'] };
const TO = { [WOONDIENST]: ['CONTACT', 'DEBTS'], [CAW]: ['HEALTH'], [ENERGIEHUIS]: ['HOUSING_TECHNICAL'] };
const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
type Entry = { referralId: string; partnerId: string; classes: string[]; purpose: string; ground: string; agreedOn: string; standing: string; takenBackAt: string | null; takenBackBy: string | null; confirmed: string | null; confirmedAt: string | null; keptGround: string | null; since: string; until: string };

describe('the register of who got what about a client', () => {
  let portal: TestPortal;
  let truth: Truth;
  let client: Client;
  let referral: Referral;
  let ids: { [partner: string]: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    ids = Object.fromEntries(await Promise.all([WOONDIENST, CAW, ENERGIEHUIS].map(async (name) => [name, await truth.partner(name)] as const)));
    client = await aClient(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const register = async (who: Person = ann, id = client.id): Promise<Entry[]> => (await must<{ register: { entries: Entry[] } }>(portal, who, REGISTER, { id })).register.entries;
  const of = async (partner: string, among: Referral = referral) => (await register()).filter((each) => each.partnerId === ids[partner] && each.referralId === among.id);

  it('is empty before anything was sent, and a draft or a look beforehand is not in it', async () => {
    expect(await register()).toEqual([]);
    const draft = await aFullDraft(portal, ann, { client, to: TO });
    await read(portal, ann, 'query ($id: ID!, $agreements: [NewAgreement!]!) { preview(id: $id, agreements: $agreements) { partnerId } }', { id: draft.id, agreements: [agreed] });
    expect(await register()).toEqual([]);
    referral = await send(portal, draft, [agreed]);
  });

  it('tells of each partner what it gets, why, on what ground, since and until when', async () => {
    expect(await register()).toHaveLength(3);
    const [woondienst] = await of(WOONDIENST);
    expect(woondienst).toMatchObject({ purpose: 'Aanmelding Goed Wonen', ground: 'Gedeeld beroepsgeheim', agreedOn: agreement.agreedOn, standing: 'RUNNING', takenBackAt: null, takenBackBy: null, confirmed: null });
    expect([...woondienst.classes].sort()).toEqual(['CONTACT', 'CORE', 'DEBTS', 'IDENTITY']);
    expect((await of(ENERGIEHUIS))[0]).toMatchObject({ ground: 'Akkoord van de cliënt en gegevensprotocol', standing: 'RUNNING' });
  });

  it('tells of what the client agreed to later the day on which she did', async () => {
    const { data } = await portal.graphql<Done>('mutation ($key: ID!, $id: ID!, $until: Day!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "Budget", until: $until) { id version } }', { key: randomUUID(), id: referral.id, until: day(30) }, joke);
    expect((await act(portal, ann, 'grantAccess', data.requestAccess, { agreement: 'NewAgreement!' }, { agreement: { ...agreement, classes: ['DEBTS'], agreedOn: '2026-02-02' } })).errors).toBeUndefined();
    const later = (await of(CAW)).find(({ classes }) => classes.includes('DEBTS'));
    expect(later).toMatchObject({ agreedOn: '2026-02-02', standing: 'RUNNING' });
    expect((await of(CAW)).find(({ classes }) => classes.includes('HEALTH'))).toMatchObject({ agreedOn: agreement.agreedOn });
  });

  it('tells what ended by itself apart from what was taken back', async () => {
    await truth.rows(`update share set until = now() where dossier_id = $1 and partner_id = $2`, [referral.id, ids[ENERGIEHUIS]]);
    expect((await of(ENERGIEHUIS))[0]).toMatchObject({ standing: 'ENDED', takenBackAt: null, takenBackBy: null, confirmed: null });
  });

  it('tells who took back what, and that the rest runs on', async () => {
    await narrow(portal, await now(portal, referral), ids[WOONDIENST], ['CONTACT'], 'CLIENT');
    const [running, taken] = (await of(WOONDIENST)).sort((a, b) => (a.standing < b.standing ? -1 : 1));
    expect(running).toMatchObject({ standing: 'RUNNING', takenBackAt: null });
    expect(running.classes).not.toContain('DEBTS');
    expect(taken).toMatchObject({ standing: 'TAKEN_BACK', takenBackBy: 'CLIENT', takenBackAt: expect.any(String), confirmed: null });
    expect(taken.classes).toContain('DEBTS');
  });

  it('tells after a withdrawal that a partner has not confirmed, and then what', async () => {
    await accept(portal, await receive(portal, await at(portal, joke, referral), joke), joke);
    await withdrawIt(portal, await now(portal, referral), { wish: 'CLIENT' });
    for (const entry of await of(CAW)) expect(entry).toMatchObject({ standing: 'TAKEN_BACK', takenBackBy: 'CLIENT', confirmed: 'WITHDRAWN', confirmedAt: null });
    const [kept, stopped] = [await at(portal, joke, referral), await at(portal, bram, referral)];
    await cause(portal, joke, 'confirmKept', { id: kept.answerId, version: kept.answerVersion }, 'ground: "Eigen begeleiding"');
    await cause(portal, bram, 'confirmStopped', { id: stopped.answerId, version: stopped.answerVersion });
    for (const entry of await of(CAW)) expect(entry).toMatchObject({ confirmed: 'KEPT', keptGround: 'Eigen begeleiding', confirmedAt: expect.any(String) });
    expect((await of(WOONDIENST)).some(({ confirmed }) => confirmed === 'STOPPED')).toBe(true);
    expect((await register()).some(({ standing }) => standing === 'RUNNING')).toBe(false);
  });

  it('holds each referral about her, newest first', async () => {
    const next = await send(portal, await aFullDraft(portal, ann, { client, to: { [CAW]: ['HEALTH'] } }), [agreed]);
    const entries = await register();
    expect(entries[0].referralId).toBe(next.id);
    expect(entries.map(({ since }) => since)).toEqual(entries.map(({ since }) => since).sort().reverse());
  });

  it('is for who helps her, of the one partner that she belongs to', async () => {
    expect(await register(joris)).toEqual(await register(ann));
    for (const who of [lies, bram, joke]) expect([who.as, codeOf(await portal.graphql<Done>(REGISTER, { id: client.id }, who))]).toEqual([who.as, 'NOT_FOUND']);
    for (const who of [hilde, nele, jens]) expect([who.as, codeOf(await portal.graphql<Done>(REGISTER, { id: client.id }, who))]).toEqual([who.as, expect.stringMatching(/FORBIDDEN|NOT_FOUND/)]);
  });

  it('of the receiver’s own file tells what the receiver gave, and nothing of the sender', async () => {
    const [{ id }] = await truth.rows<{ id: string }>('select id from client where source_referral_id = $1', [referral.id]);
    expect(await register(joke, id)).toEqual([]);
  });
});
