import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amir, ann, evaInOostrozebeke, evaInWielsbeke, geert, joris, lies, nancy, stefanie, stefanieCoordinates } from '../cast/cast.js';
import { aReferral, codeOf } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { read } from '../stories/shown.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { SignInBrowser } from '../support/sign-in.js';

describe('a capacity', () => {
  let portal: TestPortal;
  let truth: Truth;
  let annsOwn: string;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    annsOwn = (await portal.session(ann.as)).capacities[0].id;
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  /** Headers as they are, in their order and number. */
  async function ask(as: string, ...capacities: string[]): Promise<number> {
    const authorization = `Bearer ${await portal.signIn(as)}`;
    return new Promise((resolve, reject) => {
      const headers = ['content-type', 'application/json', 'host', new URL(portal.url).host, 'authorization', authorization, ...capacities.flatMap((each) => ['x-capacity', each])];
      const sent = request(`${portal.url}/graphql`, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode!));
      sent.on('error', reject).end('{"query":"{ me { name } }"}');
    });
  }

  it('is named by exactly one header', async () => {
    expect(await ask(ann.as, annsOwn)).toBe(200);
    expect(await ask(ann.as, annsOwn.toUpperCase())).toBe(200);
    expect(await ask(ann.as)).toBe(401);
    expect(await ask(ann.as, annsOwn, annsOwn)).toBe(401);
    expect(await ask(ann.as, annsOwn, randomUUID())).toBe(401);
  });

  it.each(['', 'x', '1', 'null', '*', '%', "' or true --", '00000000-0000-0000-0000-000000000000'])('is no %j', async (capacity) => expect(await ask(ann.as, capacity)).toBe(401));

  it('is no list', async () => {
    for (const list of [`${annsOwn},${annsOwn}`, `${annsOwn}, `, `[${annsOwn}]`, `${annsOwn} ${annsOwn}`, ` ${annsOwn}x`]) expect([list, await ask(ann.as, list)]).toEqual([list, 401]);
  });

  it('is one’s own, never that of a colleague or somebody elsewhere', async () => {
    for (const other of [joris, lies]) expect(await ask(ann.as, (await portal.session(other.as)).capacities[0].id)).toBe(401);
    expect(await ask(ann.as, (await truth.person(ann)).id)).toBe(401);
    expect(await ask(ann.as, await truth.partner('OCMW Ledegem'))).toBe(401);
  });

  it('is asked for before the question is read', async () => {
    const before = await truth.rows('select count(*)::int n from trail');
    const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await portal.signIn(ann.as)}` }, body: JSON.stringify({ query: '{ nonsense( ' }) });
    expect([response.status, await response.json()]).toEqual([401, { errors: [{ message: 'Meld u opnieuw aan.', extensions: { code: 'UNAUTHENTICATED' } }] }]);
    expect(await truth.rows('select count(*)::int n from trail')).toEqual(before);
  });

  it('of somebody who has two gives the rights of that one alone', async () => {
    const referral = await aReferral(portal, stefanie);
    const query = 'query ($id: ID!) { referral(id: $id) { familyName may } me { role partner { name } doors } }';
    expect(await read(portal, stefanie, query, { id: referral.id })).toMatchObject({ referral: { familyName: 'Lippens', may: expect.arrayContaining(['withdraw']) }, me: { role: 'SOCIAL_WORKER' } });
    expect(await read(portal, stefanieCoordinates, query, { id: referral.id })).toMatchObject({ referral: { familyName: null, may: [] }, me: { role: 'COORDINATOR' } });
    const there = await aReferral(portal, evaInOostrozebeke);
    expect(codeOf(await portal.graphql(query, { id: there.id }, evaInWielsbeke))).toBe('NOT_FOUND');
    expect((await read(portal, evaInWielsbeke, '{ me { partner { name } } clients { nodes { id } } }'))).toEqual({ me: { partner: { name: 'OCMW Wielsbeke' } }, clients: { nodes: [] } });
  });

  it('whose mandate ended is gone at the next request; the others of the same person stay', async () => {
    const [wielsbeke, oostrozebeke] = ['OCMW Wielsbeke', 'OCMW Oostrozebeke'].map((name) => async () => (await portal.session(evaInWielsbeke.as)).capacities.find(({ partner }) => partner === name)?.id);
    const [gone, stays] = [(await wielsbeke())!, (await oostrozebeke())!];
    expect(await ask(evaInWielsbeke.as, gone)).toBe(200);
    await truth.rows('update mandate set until = today() - 1, version = version + 1 where id = $1', [gone]);
    expect([await ask(evaInWielsbeke.as, gone), await ask(evaInWielsbeke.as, stays), await wielsbeke()]).toEqual([401, 200, undefined]);
    await truth.rows('update mandate set until = null, since = today() + 1, version = version + 1 where id = $1', [gone]);
    expect(await ask(evaInWielsbeke.as, gone)).toBe(401);
  });

  it('lasts to the end of its last day', async () => {
    await truth.rows('update mandate set until = today(), version = version + 1 where id = $1', [annsOwn]);
    expect(await ask(ann.as, annsOwn)).toBe(200);
    expect((await portal.session(ann.as)).capacities[0].until).toMatch(/^\d{4}-\d\d-\d\d$/);
    await truth.rows('update mandate set until = null, version = version + 1 where id = $1', [annsOwn]);
  });

  it('of who was set inactive is gone at the next request, and the sign-in knows her no more', async () => {
    const [{ id }] = (await portal.session(amir.as)).capacities;
    const { people } = await read(portal, nancy, '{ people { id username version } }');
    const person = people.find(({ username }: { username: string }) => username === amir.as)!;
    expect(await ask(amir.as, id)).toBe(200);
    await read(portal, nancy, 'mutation ($key: ID!, $id: ID!, $version: Int!) { changePerson(key: $key, id: $id, version: $version, active: false) { active } }', { key: randomUUID(), id: person.id, version: person.version });
    expect(await ask(amir.as, id)).toBe(401);
    await expect(portal.session(amir.as)).rejects.toThrow('401');
    await expect(new SignInBrowser(portal.url).signIn(amir.as, 'demo')).rejects.toThrow('401');
  });

  it('is not there for who was inactive from the beginning', async () => {
    await expect(new SignInBrowser(portal.url).signIn('peter.wallaert', 'demo')).rejects.toThrow('401');
  });

  describe('of somebody whom an admin adds', () => {
    const add = async (who: typeof geert, name: string, username: string, role = 'SOCIAL_WORKER') => {
      const { addPerson } = await read(portal, who, 'mutation ($key: ID!, $name: String!, $username: String!) { addPerson(key: $key, name: $name, username: $username) { id } }', { key: randomUUID(), name, username });
      await read(portal, who, `mutation ($key: ID!, $id: ID!) { giveMandate(key: $key, personId: $id, role: ${role}, since: "2026-01-01") { id } }`, { key: randomUUID(), id: addPerson.id });
      return addPerson.id;
    };

    it('is there at her first sign-in', async () => {
      const id = await add(geert, 'Mieke Sabbe', 'mieke.sabbe');
      expect(await truth.rows('select subject from person where id = $1', [id])).toEqual([{ subject: null }]);
      expect(await portal.session('mieke.sabbe')).toMatchObject({ name: 'Mieke Sabbe', capacities: [{ partner: 'OCMW Ledegem', role: 'SOCIAL_WORKER' }] });
      expect(await truth.rows('select subject from person where id = $1', [id])).toEqual([{ subject: 'mieke.sabbe' }]);
    });

    it('is hers alone ever after: another account with her name is nobody', async () => {
      await truth.rows(`update person set subject = 'een-ander-account', version = version + 1 where username = 'mieke.sabbe'`);
      await expect(portal.session('mieke.sabbe')).rejects.toThrow('401');
      expect(await truth.rows(`select subject from person where username = 'mieke.sabbe'`)).toEqual([{ subject: 'een-ander-account' }]);
    });

    it('is there beside those she had at another partner', async () => {
      expect((await portal.session(lies.as)).capacities).toHaveLength(1);
      await add(geert, 'Lies Verhelst', 'lies.verhelst');
      expect((await portal.session(lies.as)).capacities.map(({ partner }) => partner)).toEqual(['OCMW Izegem', 'OCMW Ledegem']);
    });
  });
});
