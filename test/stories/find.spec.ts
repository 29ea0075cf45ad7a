import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, elke, hilde, jens, joke, joris, lies, nele, type Person, sofie, tom } from '../cast/cast.js';
import { consulted, written } from '../cast/messages.js';
import { aClient, aDraft, aNote, aReferral, codeOf, must, type Referral, send, withdraw } from '../cast/scenes.js';
import { aFullDraft, CAW, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

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

type Found = { foundClients: { id: string }[] | null; foundReferrals: { id: string }[] | null; foundConsults: { id: string }[] | null; foundMessages: { id: string }[] | null };
const FIND = 'query ($words: String!) { foundClients(words: $words, first: 50) { id } foundReferrals(words: $words, first: 50) { id } foundConsults(words: $words, first: 50) { id } foundMessages(words: $words, first: 50) { id } }';
/** Everything that one person finds, tab by tab: a tab that is not hers has nothing. */
async function find(words: string, who: Person = ann): Promise<string[]> {
  const { data } = await portal.graphql<Found>(FIND, { words }, who);
  return Object.values(data).flatMap((rows) => rows ?? []).map(({ id }) => id);
}

describe('search by words', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await aClient(portal, ann, { givenName: 'José', familyName: 'Vandermeersch', birthDate: '1980-01-02', phone: '0470 98 76 54', email: 'jose.vdm@voorbeeld.be', street: 'Stationsstraat 12', municipality: 'Ledegem', householdNote: 'Zoekt een woning met tuin na een echtscheiding', contactNote: null }));
  });

  it.each([
    'Vandermeersch', 'vandermeersch jose', 'JOSÉ', 'vanderm', 'meersch', '0470 98 76 54', '0470987654', '+32 470 98 76 54', '98 76 54', '0470/98.76', 'Vandermeersch 0470 98', '2/1/1980', '02-01-1980', '1980-01-02',
    'stationsstr', 'jose.vdm@voorbeeld.be', 'stationsstraat 12 Ledegem', 'woningen', 'echtscheidingen', 'de vandermeersch', 'tuinen vandermeersch', 'Vandermeersch & !tuin',
  ])('finds a client by "%s"', async (words) => expect(await find(words)).toContain(id));

  it.each(['vandermeersch lies', '98 76 55', '3/1/1980', 'stationsstraat 13', 'de', '%', '_', '*', 'a', "' or true --", 'jose | niemand'])('does not find her by "%s"', async (words) => expect(await find(words)).not.toContain(id));

  it.each([['achterstal', true], ['huurachterstal', true], ['achterstallen', true], ['huur', true], ['huurachterstalle', true], ['achter', true], ['stal', true], ['uurachter', false]])('for "%s" heeds stems and parts of compounds (%s)', async (words, found) => {
    const { id: draft } = await aDraft(portal, ann, { changes: { debtsNote: `Veel huurachterstallen ${randomUUID()}` } });
    expect((await find(words)).includes(draft)).toBe(found);
  });

  it('gives whole words before parts, and the newest first', async () => {
    const ids: string[] = [];
    for (const familyName of ['Quint', 'Quintens', 'Quint', 'Dequint']) ids.push((await aClient(portal, ann, { familyName })).id);
    expect(await find('quint')).toEqual([ids[2], ids[0], ids[3], ids[1]]);
    expect((await must<Found>(portal, ann, '{ foundClients(words: "quint", first: 2) { id } }')).foundClients).toEqual([{ id: ids[2] }, { id: ids[0] }]);
  });

  it('follows what changes', async () => {
    const client = await aClient(portal, ann, { familyName: 'Eersteling' });
    await must(portal, ann, 'mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { familyName: "Tweedeling" }) { id } }', { key: randomUUID(), id: client.id });
    expect([await find('eersteling'), await find('tweedeling')]).toEqual([[], [client.id]]);
  });

  it('finds the number of a referral, and one’s own number for it', async () => {
    const referral = await aReferral(portal);
    expect(await find(referral.number)).toContain(referral.id);
    expect(await find(referral.number.slice(3).replace('-', ' ').toLowerCase(), bram)).toContain(referral.id);
    await must(portal, bram, 'mutation ($key: ID!, $dossierId: ID!) { setOwnNumber(key: $key, dossierId: $dossierId, version: 0, number: "WD-55512") { number } }', { key: randomUUID(), dossierId: referral.id });
    expect([await find('wd 55512', bram), await find('55512', ann), await find('55512', sofie)]).toEqual([[referral.id], [], []]);
  });

  it('wants something to look for, of a hundred characters at most, and a page that exists', async () => {
    for (const words of ['', '  ', 'x'.repeat(101)]) expect([words, codeOf(await portal.graphql('query ($words: String!) { foundClients(words: $words) { id } }', { words }, ann))]).toEqual([words, 'INVALID']);
    for (const first of [0, 51, -1]) expect([first, codeOf(await portal.graphql('query ($first: Int!) { foundClients(words: "jose", first: $first) { id } }', { first }, ann))]).toEqual([first, 'LIMIT']);
  });

  it('is quick, whatever is typed', async () => {
    for (const words of ['%'.repeat(100), 'a '.repeat(50), '1 '.repeat(50), 'ab1'.repeat(33), `${'(a+)+'.repeat(19)}$`, "' & | ! <-> :* ".repeat(6), 'é'.repeat(100), 'de '.repeat(33)]) {
      const start = performance.now();
      expect([words, codeOf(await portal.graphql('query ($words: String!) { foundReferrals(words: $words) { id } }', { words }, ann))]).toEqual([words, expect.stringContaining('no refusal')]);
      expect(performance.now() - start).toBeLessThan(1000);
    }
    expect(portal.logs.filter((line) => /"level":50/.test(line))).toEqual([]);
  });
});

describe('what is found by whom', () => {
  /** To the Woondienst with her contact; to the CAW with nothing. */
  let referral: Referral;
  beforeAll(async () => {
    const client = await aClient(portal, ann, { familyName: 'Zonderling', phone: '0499 12 34 56', street: 'Zilverpad 7', householdNote: 'zevenling' });
    const draft = await aDraft(portal, ann, { client, type: 'GOED_WONEN', to: { [WOONDIENST]: ['CONTACT'], [CAW]: [] }, changes: { question: 'Over de zandloper', debtsNote: 'zilvervloot', housingNote: 'zwamkelder' } });
    await aNote(portal, ann, draft.id, 'HEALTH', 'ziekenzaal');
    referral = await send(portal, draft);
    await aNote(portal, ann, referral.id, 'PRIVATE_NOTE', 'zelfgesprek');
  });
  const finds = async (who: Person, words: string) => (await find(words, who)).includes(referral.id);

  it('is what each sees by right: nothing that is lent, though she may read it', async () => {
    for (const words of ['zandloper', 'zonderling']) for (const who of [ann, joris, bram, joke]) expect([who.as, words, await finds(who, words)]).toEqual([who.as, words, true]);
    for (const words of ['0499 12 34 56', 'zilverpad', 'zevenling', 'zilvervloot', 'zwamkelder']) {
      for (const who of [ann, joris]) expect([who.as, words, await finds(who, words)]).toEqual([who.as, words, true]);
      for (const who of [bram, joke]) expect([who.as, words, await finds(who, words)]).toEqual([who.as, words, false]);
    }
    // Together with a word by which she finds it, too.
    for (const words of ['zandloper 0499', 'zonderling zilvervloot']) expect([words, await finds(bram, words)]).toEqual([words, false]);
  });

  it('is never a note, nor anything of another organisation', async () => {
    for (const words of ['ziekenzaal', 'zelfgesprek']) for (const who of [ann, bram]) expect(await find(words, who)).toEqual([]);
    for (const who of [lies, elke, jens, tom]) for (const words of ['zandloper', 'zonderling', referral.number, 'zilvervloot']) expect([who.as, words, await find(words, who)]).toEqual([who.as, words, []]);
  });

  it('is for a coordinator what the partner asks, and nobody’s name', async () => {
    for (const who of [hilde, sofie]) expect([who.as, await finds(who, 'zandloper'), await finds(who, 'zonderling'), await finds(who, 'zilvervloot')]).toEqual([who.as, true, false, false]);
    for (const words of ['zandloper', 'zonderling']) expect(await find(words, nele)).toEqual([]);
  });

  it('is nothing for who was kept away', async () => {
    const client = await aClient(portal, ann, { familyName: 'Wegvanjoris' });
    expect(await find('wegvanjoris', joris)).toEqual([client.id]);
    await must(portal, ann, 'mutation ($key: ID!, $dossierId: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $dossierId, personId: $personId, reason: "Familie") { id } }', { key: randomUUID(), dossierId: client.id, personId: (await truth.person(joris)).id });
    expect([await find('wegvanjoris', joris), await find('wegvanjoris', ann)]).toEqual([[], [client.id]]);
  });

  it('is nothing once the sender took it back', async () => {
    const { id, ...sent } = await aReferral(portal, ann, { changes: { question: 'Een ingetrokken kwestie' } });
    expect(await find('ingetrokken kwestie', bram)).toEqual([id]);
    await withdraw(portal, { id, ...sent });
    expect([await find('ingetrokken kwestie', bram), await find('ingetrokken kwestie', ann)]).toEqual([[], [id]]);
  });

  it('is a draft for the own organisation alone', async () => {
    const { id } = await aDraft(portal, ann, { changes: { question: 'Een ongeboren vraag' } });
    expect([await find('ongeboren', joris), await find('ongeboren', bram)]).toEqual([[id], []]);
  });

  it('is one’s own protected address, and of another organisation never', async () => {
    const client = await aClient(portal, ann, { familyName: 'Schuiloord', street: 'Geheimpad 1', addressProtected: true });
    expect(await find('geheimpad')).toEqual([client.id]);
    await aFullDraft(portal, ann, { client, to: { [WOONDIENST]: ['CONTACT'] } });
    expect(await find('geheimpad')).toEqual([client.id]);
    expect(await find('geheimpad', bram)).toEqual([]);
  });

  it('is a message for whom it was written, with the dossier that it stands on', async () => {
    await written(portal, ann, referral.id, [WOONDIENST], 'Over de pannenkoek');
    await written(portal, ann, referral.id, [], 'Onder ons de wafelbak');
    const messages = async (who: Person, words: string) => (await portal.graphql<{ foundMessages: { body: string; referral: { id: string } }[] | null }>('query ($words: String!) { foundMessages(words: $words) { body referral { id } consult { id } } }', { words }, who)).data.foundMessages;
    expect(await messages(bram, 'pannenkoek')).toEqual([{ body: 'Over de pannenkoek', referral: { id: referral.id }, consult: null }]);
    for (const who of [joke, hilde, sofie, lies]) expect([who.as, await messages(who, 'pannenkoek')]).toEqual([who.as, []]);
    for (const [who, found] of [[joris, 1], [bram, 0], [joke, 0], [hilde, 0]] as const) expect([who.as, (await messages(who, 'wafel'))?.length]).toEqual([who.as, found]);
  });

  it('is a short question by either side, and of an anonymous one not who asked', async () => {
    const { id, number } = await consulted(portal, ann, { anonymous: true, question: 'Mag een verhuurder de meterkast sluiten?' });
    for (const words of ['meterkast', 'verhuurders', number]) expect([words, await find(words, ann), await find(words, bram)]).toEqual([words, [id], [id]]);
    for (const words of ['ledegem meterkast', 'ann maes meterkast']) expect([words, await find(words, bram)]).toEqual([words, []]);
    expect(await find('meterkast', joke)).toEqual([]);
  });

  it('is written in the trail, without the words', async () => {
    await find('zonderling', bram);
    const rows = await truth.rows<{ row: string; dossiers: string[] }>(`select t::text as row, dossier_ids as dossiers from trail t where operation = 'search' and record = 'Referral' and person_id = $1 order by id desc limit 2`, [(await truth.person(bram)).id]);
    expect(rows.map(({ dossiers }) => dossiers)).toContainEqual([referral.id]);
    expect(JSON.stringify(rows)).not.toMatch(/zonderling/i);
  });
});
