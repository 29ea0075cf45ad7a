import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, elke, hilde, joris, lies, type Person, sofie } from '../cast/cast.js';
import { aClient, aDraft, codeOf, send, withdraw } from '../cast/scenes.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';

const people: [string, string, string | null][] = [['José', 'Müller', '1980-01-02'], ['Zoë', "D'Haene", null], ['Ömer', 'Çelik', '1999-09-09'], ['An', 'De Smet', '2001-03-04'], ['Anne-Marie', 'Van den Berghe', '1955-05-05'], ['Łukasz', 'Groß', null], ['100%', 'Under_score', null], ['Back\\slash', 'Sterretje*', null]];

describe('a search', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
    for (const [givenName, familyName, birthDate] of people) await aClient(portal, ann, { givenName, familyName, birthDate });
    await aClient(portal, lies, { givenName: 'José', familyName: 'Müller', birthDate: '1980-01-02' });
  });
  afterAll(() => portal.stop());

  const search = async (words: string, who: Person = ann) => (await read(portal, who, 'query ($words: String!) { clients(words: $words) { next nodes { givenName familyName } } }', { words })).clients.nodes.map(({ familyName }) => familyName);
  const similar = (givenName: string, familyName: string, birthDate: string | null = null, who: Person = ann) => read(portal, who, 'query ($givenName: String!, $familyName: String!, $birthDate: Day) { similar(givenName: $givenName, familyName: $familyName, birthDate: $birthDate) { clients { familyName } referrals { familyName number } } }', { givenName, familyName, birthDate }).then((data) => data.similar as unknown as { clients: object[]; referrals: object[] });

  it.each([
    ['jose', ['Müller']],
    ['MULLER', ['Müller']],
    ['müller josé', ['Müller']],
    ['zoe', ["D'Haene"]],
    ['haen', ["D'Haene"]],
    ['celik', ['Çelik']],
    ['gross', ['Groß']],
    ['lukasz', ['Groß']],
    ['berg marie', ['Van den Berghe']],
    ['   an    smet  ', ['De Smet']],
    ['niemand', []],
    ['jose celik', []],
  ])('for "%s" heeds no accents, capitals or order, and takes part of a name', async (words, found) => expect(await search(words)).toEqual(found));

  it.each([
    ['%', ['Under_score']],
    ['_', ['Under_score']],
    ['100%', ['Under_score']],
    ['r_s', ['Under_score']],
    ['1_0', []],
    ['\\', ['Sterretje*']],
    ['k\\s', ['Sterretje*']],
    ['*', ['Sterretje*']],
    ['.*', []],
    ['[a-z]+', []],
    ["'", ["D'Haene"]],
  ])('takes %s as it is written', async (words, found) => expect(await search(words)).toEqual(found));

  it('with nothing in it gives the list, newest first', async () => {
    for (const words of ['', '   ']) expect((await search(words)).at(0)).toBe('Sterretje*');
    expect(await search('')).toHaveLength(people.length);
  });

  it('is refused beyond a hundred letters', async () => {
    expect(codeOf(await portal.graphql('query ($words: String!) { clients(words: $words) { next } }', { words: 'x'.repeat(101) }, ann))).toBe('INVALID');
  });

  it('finds clients of one’s own organisation alone, whoever of it asks', async () => {
    expect(await search('müller', joris)).toEqual(['Müller']);
    expect(await search('celik', lies)).toEqual([]);
    expect(await search('müller', bram)).toEqual([]);
    for (const who of [hilde, sofie, elke]) expect([who.as, await search('müller', who)]).toEqual([who.as, []]);
  });

  it('is quick, whatever is typed', async () => {
    for (const words of ['%'.repeat(100), 'a%'.repeat(50), '_'.repeat(100), `${'(a+)+'.repeat(19)}$`, '\\'.repeat(100), 'a '.repeat(50), "' ".repeat(50)]) {
      const start = performance.now();
      await search(words);
      expect([words, performance.now() - start]).toEqual([words, expect.any(Number)]);
      expect(performance.now() - start).toBeLessThan(1500);
    }
  });

  it('hints at own clients that resemble what is typed', async () => {
    expect((await similar('Jose', 'Muller')).clients).toEqual([{ familyName: 'Müller' }]);
    expect((await similar('Josse', 'Muler', '1980-01-02')).clients).toEqual([{ familyName: 'Müller' }]);
    expect((await similar('Heel', 'Anders', '1980-01-02')).clients).toEqual([]);
    expect((await similar('Annemarie', 'Vandenberghe')).clients).toEqual([{ familyName: 'Van den Berghe' }]);
    for (const who of [bram, elke, hilde]) expect([who.as, await similar('José', 'Müller', '1980-01-02', who)]).toEqual([who.as, { clients: [], referrals: [] }]);
  });

  it('hints at dossiers at which one’s own organisation sits, and at no other', async () => {
    const client = await aClient(portal, ann, { givenName: 'Odette', familyName: 'Vermaele', birthDate: '1948-02-29' });
    const draft = await aDraft(portal, ann, { client });
    expect((await similar('Odette', 'Vermaele')).referrals).toEqual([{ familyName: 'Vermaele', number: draft.number }]);
    expect((await similar('Odette', 'Vermaele', null, bram)).referrals).toEqual([]);
    const sent = await send(portal, draft);
    expect(await similar('Odete', 'Vermaelen', '1948-02-29', bram)).toEqual({ clients: [], referrals: [{ familyName: 'Vermaele', number: draft.number }] });
    for (const who of [lies, elke, sofie, hilde]) expect([who.as, await similar('Odette', 'Vermaele', '1948-02-29', who)]).toEqual([who.as, { clients: [], referrals: [] }]);
    await withdraw(portal, sent);
    expect((await similar('Odette', 'Vermaele', '1948-02-29', bram)).referrals).toEqual([]);
  });

  it('wants both names, and a day that exists', async () => {
    expect((await portal.graphql('{ similar(givenName: "", familyName: "X") { clients { id } } }', {}, ann)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'givenName' }] });
    expect((await portal.graphql('{ similar(givenName: "A", familyName: "X", birthDate: "1990-02-31") { clients { id } } }', {}, ann)).status).toBe(400);
  });
});

describe('a list', () => {
  let portal: TestPortal;
  let ids: string[];
  beforeAll(async () => {
    portal = await startPortal();
    ids = [];
    for (let turn = 0; turn < 7; turn += 1) ids.unshift((await aClient(portal, ann, { familyName: `Blad ${turn}` })).id);
    await aClient(portal, lies);
  });
  afterAll(() => portal.stop());

  const page = (first: number, after: string | null = null, who = ann) => portal.graphql<{ clients: { next: string | null; nodes: { id: string }[] } } | null>('query ($first: Int!, $after: String) { clients(first: $first, after: $after) { next nodes { id } } }', { first, after }, who);

  it('comes in pages that miss nobody and repeat nobody', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await page(3, after);
      seen.push(...data!.clients.nodes.map(({ id }) => id));
      after = data!.clients.next;
    } while (after);
    expect(seen).toEqual(ids);
    expect((await page(7)).data!.clients.next).toBeNull();
  });

  it.each([0, 51, -1, 1_000_000, -2_147_483_648])('gives no page of %i', async (first) => {
    const start = performance.now();
    const { status, errors } = await page(first);
    expect([status, errors?.[0].extensions]).toEqual([400, { code: 'LIMIT' }]);
    expect(performance.now() - start).toBeLessThan(1000);
    for (const list of ['referrals', 'worklist']) expect([list, (await portal.graphql(`{ ${list}(first: ${first}${list === 'worklist' ? ', part: TODO' : ''}) { next } }`, {}, ann)).status]).toEqual([list, 400]);
  });

  it('takes no size that is no number', async () => {
    for (const first of ['3', 1.5, null, [3], 2_147_483_648]) expect([first, (await portal.graphql('query ($first: Int!) { clients(first: $first) { next } }', { first }, ann)).status]).toEqual([first, 400]);
  });

  it('takes no place but one that it gave', async () => {
    const { data } = await page(3);
    const [at, id] = Buffer.from(data!.clients.next!, 'base64url').toString().split('|');
    const places = [`${at}|${id}|x`, `${at}`, `${at}|`, `|${id}`, `${at}|x`, `${at}|${'-'.repeat(36)}`, `2026-99-99 99:99:99|${id}`, `2026-02-30 10:00:00+00|${id}`, `now|${id}`, `${at}' or true --|${id}`, `2026-01-01 .....:::::|${id}`, `0001-01-01 00:00:00+99:99|${id}`];
    for (const place of places) expect([place, codeOf(await page(3, Buffer.from(place).toString('base64url')))]).toEqual([place, 'INVALID']);
    for (const place of ['x', '!!', '', '0', data!.clients.next!.slice(0, -8)]) if (place) expect([place, codeOf(await page(3, place))]).toEqual([place, 'INVALID']);
    for (const place of places.slice(1)) expect([place, codeOf(await portal.graphql('query ($after: String) { worklist(part: TODO, after: $after) { next } }', { after: Buffer.from(place).toString('base64url') }, ann))]).toEqual([place, 'INVALID']);
    expect(portal.logs.filter((line) => /"level":50/.test(line))).toEqual([]);
  });

  it('from a place of somebody else’s gives one’s own rows only', async () => {
    const { data } = await page(3);
    expect((await page(3, data!.clients.next, joris)).data!.clients.nodes.map(({ id }) => id)).toEqual(ids.slice(3, 6));
    expect((await page(50, data!.clients.next, bram)).data!.clients.nodes).toEqual([]);
    expect((await page(50, Buffer.from(`infinity|${ids[0]}`).toString('base64url'), lies)).data!.clients.nodes).toHaveLength(1);
  });
});
