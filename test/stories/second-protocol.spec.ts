import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { dayOf } from '#kernel';
import { mediationFlow, type MediationState } from '#mediation';
import { bram, dirk, elke, greta, type Person, tom } from '../cast/cast.js';
import { act, aSignal, assigned, caseFor, caseOf, report, signalOf, step } from '../cast/mediation.js';
import { codeOf, must } from '../cast/scenes.js';
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

type Protocol = { id: string; version: number; text: string; hash: string; state: string; companyId: string; edition: number };
const FIELDS = 'id version text hash state companyId edition';
const protocolOf = async (who: Person, company: string): Promise<Protocol> => {
  const { cooperationProtocols } = await must<{ cooperationProtocols: Protocol[] }>(portal, who, `{ cooperationProtocols { ${FIELDS} } }`);
  const companyId = await truth.partner(company);
  return cooperationProtocols.filter((each) => each.companyId === companyId).sort((a, b) => b.edition - a.edition)[0];
};
const change = async (who: Person, verb: string, { id, version }: Protocol, given: { [name: string]: [type: string, value: unknown] } = {}) => {
  const declared = Object.entries(given).map(([name, [type]]) => `, $${name}: ${type}`).join('');
  const passed = Object.keys(given).map((name) => `, ${name}: $${name}`).join('');
  return portal.graphql(`mutation ($key: ID!, $id: ID!, $version: Int!${declared}) { ${verb}(key: $key, id: $id, version: $version${passed}) { ${FIELDS} } }`, { key: randomUUID(), id, version, ...Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value])) }, who);
};
const sign = (who: Person, row: Protocol) => change(who, 'signCooperationProtocol', row, { hash: ['String!', row.hash], capacity: ['String!', 'directeur'] });
const IN_IZEGEM = { street: 'Marktstraat 3', postcode: '8870', municipality: 'Izegem' };

/** Terms that nobody wrote into the code, a step less than in any other, and silence that leads to a step. */
const OWN_TERMS = {
  confirm: { count: 1, unit: 'WORKING_DAYS', from: 'DELIVERY', then: 'ESCALATE' },
  contact: { count: 3, unit: 'WORKING_DAYS', from: 'DELIVERY', then: 'notReached' },
  heard: { count: 8, unit: 'WORKING_DAYS', from: 'DELIVERY', then: 'ESCALATE' },
  report: { count: 1, unit: 'MONTHS', from: 'DELIVERY', then: 'ESCALATE' },
  followUp1: { count: 2, unit: 'MONTHS', from: 'SIGNING', then: 'ESCALATE' },
  followUp2: { count: 4, unit: 'MONTHS', from: 'SIGNING', then: 'ESCALATE' },
};

describe('a second protocol', () => {
  it('is data: signed by both it holds with its own terms, and what runs under another does not change', async () => {
    expect(codeOf(await report(portal, elke, { input: IN_IZEGEM }))).toBe('NO_PROTOCOL');
    setClock(portal, '2026-12-01T09:00:00Z');
    const running = await aSignal(portal);
    const before = JSON.stringify(await caseFor(portal, running));
    freeClock(portal);

    let row = await protocolOf(dirk, 'Thuiswest');
    const text = JSON.parse(row.text) as { terms: object; steps: { [state: string]: { [event: string]: string } } };
    delete text.steps.BOTH_AGREED.stall;
    const today = dayOf(new Date());
    expect((await change(dirk, 'editCooperationProtocol', row, { text: ['String', JSON.stringify({ ...text, terms: OWN_TERMS })], validFrom: ['Day', today] })).errors).toBeUndefined();
    for (const who of [dirk, greta]) {
      expect(codeOf(await report(portal, elke, { input: IN_IZEGEM }))).toBe('NO_PROTOCOL');
      row = await protocolOf(who, 'Thuiswest');
      expect((await sign(who, row)).errors).toBeUndefined();
    }
    expect(codeOf(await report(portal, elke, { input: IN_IZEGEM }))).toBe('NO_PROTOCOL');
    expect((await change(dirk, 'activateCooperationProtocol', await protocolOf(dirk, 'Thuiswest'))).errors).toBeUndefined();

    setClock(portal, '2026-12-01T09:00:00Z');
    const signal = (await report(portal, elke, { input: IN_IZEGEM })).data!.reportTension;
    expect(signal).toMatchObject({ heardBy: '2026-12-11T22:59:59.999Z', reportBy: '2027-01-01T22:59:59.999Z' });
    expect(running).toMatchObject({ heardBy: '2026-12-22T22:59:59.999Z', reportBy: '2027-01-30T22:59:59.999Z' });
    expect(JSON.stringify(await caseFor(portal, running))).toBe(before);
    // Vivus and Thuiswest each report in their own area alone.
    expect(codeOf(await report(portal, tom, { input: IN_IZEGEM }))).toBe('NO_PROTOCOL');
    expect(codeOf(await report(portal, elke))).toBe('NO_PROTOCOL');

    let mediation = await step(portal, 'acceptMediation', await assigned(portal, truth, await caseFor(portal, signal)));
    // Silence past the term: what this protocol says, once; the landlord learns of it when it would have started at the latest.
    setClock(portal, '2026-12-04T23:30:00Z');
    await portal.app.get(Terms).run();
    await portal.app.get(Terms).run();
    mediation = await caseOf(portal, bram, mediation.id);
    expect(mediation).toMatchObject({ state: 'NOT_REACHED' });
    expect(await signalOf(portal, elke, signal.id)).toMatchObject({ state: 'IN_PROGRESS' });
    expect((await truth.rows<{ n: number }>(`select count(*)::int n from timeline_entry where dossier_id = $1 and event = 'MEDIATION_NOT_REACHED'`, [mediation.id]))[0].n).toBe(1);
    setClock(portal, '2026-12-12T00:00:00Z');
    await portal.app.get(Terms).run();
    expect(await signalOf(portal, elke, signal.id)).toMatchObject({ state: 'NOT_STARTED' });
    freeClock(portal);
  });

  it('has no step that its text leaves out, whatever the table of the house has', async () => {
    const signal = (await report(portal, elke, { input: { ...IN_IZEGEM, street: 'Marktstraat 5' } })).data!.reportTension;
    const mediation = await caseFor(portal, signal);
    await assigned(portal, truth, mediation);
    await step(portal, 'acceptMediation', mediation);
    await step(portal, 'contactRenter', mediation, 'way: "Telefoon"');
    for (const party of (await caseOf(portal, bram, mediation.id)).parties.filter(({ answer }) => answer === 'OPEN')) await act(portal, bram, 'answerParty', party, 'answer: AGREED, on: "2026-11-30"');
    await step(portal, 'startMediation', mediation);
    expect(mediationFlow.states['BOTH_AGREED' as MediationState].stall).toBeDefined();
    await expect(truth.rows(`update mediation_case set state = 'STALLED', version = version + 1 where id = $1`, [mediation.id])).rejects.toThrow('no such step');
    expect(codeOf(await act(portal, bram, 'mediationStalled', await caseOf(portal, bram, mediation.id), 'reason: "x"'))).toBe('NOT_POSSIBLE');
  });
});
