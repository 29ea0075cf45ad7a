import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { MediationPapers } from '#mediation';
import { Identity } from '#kernel';
import { bram, elke, evaInWielsbeke, katrien, type Person, sofie, tom } from '../cast/cast.js';
import { act, aSignal, broughtTo, caseFor, caseOf, eachParty, renter, signalOf, step } from '../cast/mediation.js';
import { must } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';

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

const headers = async (who: Person) => {
  const { capacities } = await portal.session(who.as);
  const { id } = capacities.find(({ role, partner }) => role === who.capacity.role && partner === who.capacity.partner)!;
  return { authorization: `Bearer ${await portal.signIn(who.as)}`, 'x-capacity': id };
};
const fetched = async (who: Person, path: string) => fetch(`${portal.url}/paper/${path}`, { headers: await headers(who) });
/** The marked-up text of which the PDF is made. */
const written = async (who: Person, what: 'invitation' | 'settlement' | 'closing', ...ids: string[]) => {
  const request = { headers: await headers(who), rawHeaders: [] as string[] };
  const me = (await portal.app.get(Identity, { strict: false }).capacitiesOf(request)).find(({ role, partnerName }) => String(role) === who.capacity.role && partnerName === who.capacity.partner)!;
  const papers = portal.app.get(MediationPapers, { strict: false });
  return (await (papers[what] as (...all: unknown[]) => Promise<{ html: string }>).call(papers, me, ...ids)).html;
};
const dutch = (moment: string) => new Date(moment).toLocaleDateString('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' });

describe('a letter of a mediation', () => {
  it('invites a renter in the words of the protocol, with the dates that the landlord reads too', async () => {
    const signal = await aSignal(portal);
    const mediation = await broughtTo(portal, truth, signal, 'ACCEPTED');
    const [party] = mediation.parties.filter(renter);
    const html = await written(bram, 'invitation', mediation.id, party.id);
    for (const told of ['Marc Dewaele', 'Vivus', signal.street, dutch(signal.reportedAt), dutch(signal.heardBy), 'Bram Vandeputte']) expect(html).toContain(told);
    expect(html).not.toMatch(/\{[a-z_]+\}/);
    for (const who of [tom, elke, evaInWielsbeke, sofie]) expect([who.as, (await fetched(who, `invitation/${mediation.id}/${party.id}`)).status]).toEqual([who.as, 404]);
  });

  it('is what the landlord signs, on its own copy alone', async () => {
    const signal = await aSignal(portal);
    const mediation = await broughtTo(portal, truth, signal, 'SETTLEMENT_DRAFT');
    await act(portal, bram, 'offerSettlement', mediation.settlements[0]);
    const [copy] = (await signalOf(portal, tom, signal.id)).settlements;
    expect(await written(tom, 'settlement', copy.id)).toContain('Tussen 22 en 7 uur is het stil.');
    expect((await fetched(tom, `settlement/${mediation.settlements[0].id}`)).status).toBe(404);
    expect((await fetched(elke, `settlement/${copy.id}`)).status).toBe(404);
    expect(await written(katrien, 'settlement', mediation.settlements[0].id)).toContain(copy.hash);
  });

  it('closes in the same words for each reason', async () => {
    const signals = await Promise.all([1, 2].map(() => aSignal(portal)));
    const [declined, unreached] = signals;
    await eachParty(portal, await broughtTo(portal, truth, declined, 'CONTACTING_RENTER'), 'answerParty', 'answer: DECLINED, on: "2026-11-30"', renter);
    await step(portal, 'mediationDeclined', await caseFor(portal, declined));
    await broughtTo(portal, truth, unreached, 'CONTACTING_RENTER');
    await step(portal, 'renterNotReached', await caseFor(portal, unreached));
    for (const { id } of signals) expect((await fetched(tom, `closing/${id}`)).status).toBe(400);
    setClock(portal, new Date(Math.max(...signals.map(({ heardBy }) => new Date(heardBy).getTime())) + 1000).toISOString());
    await portal.app.get(Terms).run();
    freeClock(portal);
    const letters = await Promise.all(signals.map(async ({ id, street }) => (await written(tom, 'closing', id)).replaceAll(street, '')));
    expect(letters[0]).toBe(letters[1]);
    expect(letters[0]).toContain('afgesloten');
  });
});

const LAST_YEAR = new Date().getFullYear() - 1;

describe('the yearly report on a protocol', () => {
  const figures = async (who: Person, protocolId: string, year = LAST_YEAR) => portal.graphql<{ conformance: { cells: { part: string; name: string; n: number | null }[] } | null }>('query ($protocolId: ID!, $year: Int!) { conformance(protocolId: $protocolId, year: $year) { cells { part name n } } }', { protocolId, year }, who);

  it('gives both parties the same numbers, none that is small or that another would give away', async () => {
    const made = [];
    for (let n = 0; n < 6; n += 1) made.push(await aSignal(portal, { facts: { topic: 'DAMAGE' } }));
    for (const signal of made.slice(0, 5)) await broughtTo(portal, truth, signal, 'BOTH_AGREED');
    const [{ id }] = await truth.rows<{ id: string }>(`select id from cooperation_protocol where state = 'ACTIVE'`);
    expect((await figures(tom, id, LAST_YEAR + 1)).errors?.[0]).toMatchObject({ message: `Het verslag over ${LAST_YEAR + 1} komt er op 1 januari ${LAST_YEAR + 2}.`, extensions: { code: 'NOT_POSSIBLE' } });
    expect(await truth.rows(`select from conformance($1, $2)`, [id, LAST_YEAR + 1])).toEqual([]);
    await truth.rows(`update mediation_case set delivered_at = delivered_at - interval '1 year', version = version + 1`);
    const [theirs, ours] = [await figures(tom, id), await figures(bram, id)];
    expect(theirs.data.conformance).toEqual(ours.data.conformance);
    const cells = theirs.data.conformance!.cells;
    expect(cells.length).toBeGreaterThan(2);
    for (const { n } of cells) expect(n === null || n >= 5).toBe(true);
    expect(cells.find(({ part, name }) => part === 'term CONFIRM_SIGNAL' && name === 'KEPT')!.n).toBeGreaterThanOrEqual(5);
    for (const part of new Set(cells.map((cell) => cell.part))) {
      const hidden = cells.filter((cell) => cell.part === part && cell.n === null).length;
      expect([part, hidden === 1 && cells.filter((cell) => cell.part === part).length > 1]).toEqual([part, false]);
    }
    for (const who of [elke, evaInWielsbeke]) expect([who.as, (await figures(who, id)).data.conformance]).toEqual([who.as, null]);
    expect(await must<{ mediations: { nodes: unknown[] } }>(portal, bram, '{ mediations(first: 1) { nodes { id } } }')).toBeTruthy();
    expect((await caseOf(portal, bram, (await caseFor(portal, made[0])).id)).state).toBe('BOTH_AGREED');
  });
});
