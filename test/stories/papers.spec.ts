import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Papers } from '#referrals';
import { Identity } from '#kernel';
import { ann, bram, jens, lies, type Person, sofie } from '../cast/cast.js';
import { aClient, aReferral, cause, type Client, must, type Referral } from '../cast/scenes.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const TO = { 'Woondienst Regio Izegem': ['CONTACT', 'DEBTS', 'HOUSEHOLD'], 'Energiehuis Woondienst Regio Izegem': ['CONTACT', 'INCOME_CATEGORY'] };

describe('a paper', () => {
  let portal: TestPortal;
  let client: Client;
  let sent: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    client = await aClient(portal, ann, { language: 'Frans' });
    sent = await aReferral(portal, ann, { client, type: 'GOED_WONEN', to: TO, changes: { lowestIncomeCategory: true, incomeProofOn: '2026-01-04' } });
  });
  afterAll(() => portal.stop());

  const fetched = async (who: Person, path: string) => {
    const { capacities } = await portal.session(who.as);
    const { id } = capacities.find(({ role, partner }) => role === who.capacity.role && partner === who.capacity.partner)!;
    return fetch(`${portal.url}/paper/${path}`, { headers: { authorization: `Bearer ${await portal.signIn(who.as)}`, 'x-capacity': id } });
  };
  /** The marked-up text of which the PDF is made. */
  const written = async (who: Person, what: 'register' | 'agreement' | 'referral', id: string) => {
    const request = { headers: { authorization: `Bearer ${await portal.signIn(who.as)}` }, rawHeaders: [] as string[] };
    const actors = await portal.app.get(Identity, { strict: false }).capacitiesOf(request);
    const me = actors.find(({ role, partnerName }) => String(role) === who.capacity.role && partnerName === who.capacity.partner)!;
    return portal.app.get(Papers, { strict: false })[what](me, id);
  };

  it('tells the client who got what, in her own language when there is a catalogue for it', async () => {
    const { html } = await written(ann, 'register', client.id);
    expect(html).toContain('Qui a reçu vos données ?');
    for (const told of ['Rosa', 'Woondienst Regio Izegem', 'Energiehuis Woondienst Regio Izegem', 'dettes', 'votre famille', 'la catégorie de revenus la plus basse']) expect(html).toContain(told);
    expect(html).not.toContain('combien vous êtes');
  });

  it('tells the client whose people looked, and on which days', async () => {
    await must(portal, bram, 'query ($id: ID!) { referral(id: $id) { givenName } }', { id: sent.id });
    const { html } = await written(ann, 'register', client.id);
    const looked = html.slice(html.indexOf('Qui a regardé ?'), html.indexOf('Vos droits'));
    const today = new Date().toLocaleDateString('fr-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' });
    for (const told of ['OCMW Ledegem', 'Woondienst Regio Izegem', today]) expect(looked).toContain(told);
    for (const not of ['Ann Maes', 'Bram', 'Energiehuis']) expect([not, looked.includes(not)]).toEqual([not, false]);
  });

  it('gives the client what she signs: the four points, each partner and what it gets, the sensitive ones apart', async () => {
    const { html } = await written(ann, 'agreement', sent.id);
    expect(html).toContain('Accord pour partager des données');
    expect(html).toMatch(/<li>.*<li>.*<li>.*<li>/);
    expect(html).toContain('dettes *');
  });

  it('gives each reader what she may read of a referral, and what she may not as withheld', async () => {
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: "W-2026-77") { id } }', { key: crypto.randomUUID(), id: sent.id });
    const theirs = (await written(bram, 'referral', sent.id)).html;
    expect(theirs).toContain('W-2026-77');
    expect(theirs).toContain('Achterstal van twee maanden huur');
    const energy = (await written(jens, 'referral', sent.id)).html;
    for (const secret of ['Achterstal', 'W-2026-77', 'Co-ouderschap', 'Kerkstraat']) expect([secret, energy.includes(secret)]).toEqual([secret, false]);
    expect(energy).toContain('Laagste inkomenscategorie: ja');
    expect(energy).toContain('Niet met u gedeeld.');
  });

  it('is not there for another partner, another function, or after a withdrawal', async () => {
    const statuses = async () => Promise.all([[lies, `register/${client.id}`], [bram, `register/${client.id}`], [bram, `agreement/${sent.id}`], [lies, `referral/${sent.id}`], [sofie, `register/${client.id}`]].map(async ([who, path]) => (await fetched(who as Person, path as string)).status));
    expect(await statuses()).toEqual([404, 404, 404, 404, 404]);
    expect((await fetch(`${portal.url}/paper/referral/${sent.id}`)).status).toBe(401);
    const { version } = (await must<{ referral: { version: number } }>(portal, ann, 'query ($id: ID!) { referral(id: $id) { version } }', { id: sent.id })).referral;
    await cause(portal, ann, 'withdrawReferral', { id: sent.id, version }, 'reason: "De cliënt wil het niet meer.", wish: CLIENT');
    expect((await fetched(bram, `referral/${sent.id}`)).status).toBe(404);
    expect((await written(ann, 'register', client.id)).html).toContain('à votre demande');
  });

  it('shows what somebody typed as text, whatever she typed', async () => {
    const marked = await aReferral(portal, ann, { changes: { question: '<img src=x onerror=alert(1)> & "wat"' } });
    const { html } = await written(bram, 'referral', marked.id);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;wat&quot;');
  });
});
