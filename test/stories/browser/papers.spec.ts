import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, type Person } from '../../cast/cast.js';
import { aClient, aReferral, type Client, type Referral } from '../../cast/scenes.js';
import { aSignal, broughtTo, renter } from '../../cast/mediation.js';
import { Truth } from '../../cast/truth.js';
import { startPortal, type TestPortal } from '../../support/portal.js';

describe('a printed paper', () => {
  let portal: TestPortal;
  let client: Client;
  let sent: Referral;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    client = await aClient(portal, ann, { language: 'Frans' });
    sent = await aReferral(portal, ann, { client });
    truth = await Truth.of(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const fetched = async (who: Person, path: string) => {
    const { capacities } = await portal.session(who.as);
    const { id } = capacities.find(({ role, partner }) => role === who.capacity.role && partner === who.capacity.partner)!;
    return fetch(`${portal.url}/paper/${path}`, { headers: { authorization: `Bearer ${await portal.signIn(who.as)}`, 'x-capacity': id } });
  };
  it('is a tagged PDF with its language and a title that names nobody, to save and not to show', async () => {
    const mediation = await broughtTo(portal, truth, await aSignal(portal, { input: { renters: [{ givenName: 'Rosa', familyName: 'Lippens' }] } }), 'SETTLEMENT_DRAFT');
    const letters = [[bram, `invitation/${mediation.id}/${mediation.parties.find(renter)!.id}`, 'nl'], [bram, `settlement/${mediation.settlements[0].id}`, 'nl']] as const;
    for (const [who, path, language] of [...letters, [ann, `register/${client.id}`, 'fr'], [ann, `agreement/${sent.id}?language=nl`, 'nl'], [bram, `referral/${sent.id}`, 'nl']] as const) {
      const response = await fetched(who, path);
      expect([path, response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([path, 200, 'application/pdf', 'no-store']);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z]+(-DV-[0-9A-Z]{4}-[0-9A-Z]{2})?\.pdf"$/);
      const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect(pdf.startsWith('%PDF-')).toBe(true);
      expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
      expect(pdf).toContain('/StructTreeRoot');
      expect(pdf).toContain(`/Lang (${language})`);
      expect(pdf).not.toMatch(/Rosa|Lippens/);
    }
  });
});
