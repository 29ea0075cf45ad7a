import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, jens, joke, joris, katrien, lies, type Person } from '../cast/cast.js';
import { agreement, codeOf, type Referral, send } from '../cast/scenes.js';
import { aFullDraft, CAW, ENERGIEHUIS, now, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';

describe('one’s own number for a shared dossier', () => {
  let portal: TestPortal;
  let truth: Truth;
  let referral: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    referral = await send(portal, await aFullDraft(portal, ann, { to: { [WOONDIENST]: ['CONTACT'], [CAW]: [], [ENERGIEHUIS]: [] } }), [{ ...agreement, classes: ['CONTACT'] }]);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const set = (who: Person, number: string, version = 0, dossierId = referral.id) => portal.graphql<Done>('mutation ($key: ID!, $dossierId: ID!, $version: Int!, $number: String!) { setOwnNumber(key: $key, dossierId: $dossierId, version: $version, number: $number) { version number } }', { key: randomUUID(), dossierId, version, number }, who);
  const shown = async (who: Person) => (await read(portal, who, 'query ($id: ID!) { referral(id: $id) { ownNumber { version number } } }', { id: referral.id })).referral.ownNumber;

  it('is set by each for itself, and seen by its own people alone', async () => {
    for (const who of [ann, bram, joke, jens]) expect([who.as, await shown(who)]).toEqual([who.as, null]);
    for (const [who, number] of [[ann, 'LED-2026/14'], [bram, ' WD 77 '], [jens, 'E-9']] as const) expect((await set(who, number)).data.setOwnNumber).toEqual({ version: 1, number: number.trim() });
    for (const [who, number] of [[ann, 'LED-2026/14'], [joris, 'LED-2026/14'], [bram, 'WD 77'], [katrien, 'WD 77'], [jens, 'E-9']] as const) expect([who.as, await shown(who)]).toEqual([who.as, { version: 1, number }]);
    expect(await shown(joke)).toBeNull();
    expect(await shown(hilde)).toBeNull();
  });

  it('leaves no trace for the others: no version, no timeline, no list moves', async () => {
    const all = async () => JSON.stringify(await Promise.all([ann, joke].map((who) => read(portal, who, 'query ($id: ID!) { referral(id: $id) { version changedAt timeline { event } answers { version } ownNumber { number } } referrals(first: 50) { nodes { id } } }', { id: referral.id }))));
    const before = await all();
    expect((await set(bram, 'WD 78', 1)).data.setOwnNumber).toEqual({ version: 2, number: 'WD 78' });
    expect(await all()).toBe(before);
  });

  it('is changed only by who saw the present one', async () => {
    expect((await set(katrien, 'x', 1)).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: 2 });
    expect((await set(katrien, 'x', 0)).errors?.[0].extensions).toEqual({ code: 'CONFLICT', version: 2 });
    expect(codeOf(await set(joke, 'x', 1))).toBe('CONFLICT');
    expect(codeOf(await set(joke, 'x', -1))).toBe('INVALID');
    expect(await shown(bram)).toEqual({ version: 2, number: 'WD 78' });
  });

  it('is one, also when two set it at the same moment', async () => {
    const answers = await Promise.all([set(joke, 'CAW 1'), set(joke, 'CAW 2'), set(joke, 'CAW 3')]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    for (const { errors } of answers) if (errors) expect(errors[0].extensions.code).toBe('CONFLICT');
    expect(await truth.rows('select count(*)::int n from own_number where dossier_id = $1 and partner_id = $2', [referral.id, await truth.partner(CAW)])).toEqual([{ n: 1 }]);
  });

  it('is not blank, not long, and no national number', async () => {
    for (const number of ['', '  ', 'x'.repeat(61), '96.04.03-001.13']) expect([number, (await set(ann, number, 1)).errors?.[0].extensions]).toMatchObject([number, { code: 'INVALID', fields: [{ field: 'number' }] }]);
  });

  it('is for who sits at the dossier, and nowhere for others', async () => {
    expect(codeOf(await set(lies, 'x'))).toBe('NOT_FOUND');
    expect(codeOf(await set(bram, 'x', 0, randomUUID()))).toBe('NOT_FOUND');
    expect(codeOf(await set(hilde, 'x', 1))).toBe('FORBIDDEN');
    const draft = await aFullDraft(portal, ann, { to: { [CAW]: [] } });
    expect(codeOf(await set(joke, 'x', 0, draft.id))).toBe('NOT_FOUND');
    expect((await set(ann, 'Ook van een ontwerp', 0, draft.id)).errors).toBeUndefined();
  });

  it('stays with who wrote it after a withdrawal, and still no other reads it', async () => {
    await withdrawIt(portal, await now(portal, referral), { partnerId: await truth.partner(CAW) });
    expect(await truth.rows(`select 1 from own_number where dossier_id = $1 and partner_id = $2`, [referral.id, await truth.partner(CAW)])).toHaveLength(1);
    expect(await shown(ann)).toMatchObject({ number: 'LED-2026/14' });
    expect(JSON.stringify(await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { answers { id may } timeline { text } } }', { id: referral.id }))).not.toContain('CAW 1');
  });
});
