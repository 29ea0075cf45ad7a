import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bram, tom } from '../cast/cast.js';
import { act, aSignal, broughtTo, caseFor, caseOf, report, type Signal, signalOf, step } from '../cast/mediation.js';
import { codeOf } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
type Copy = { id: string; version: number; state: string; hash: string; may: string[] };

jest.setTimeout(120_000);

describe('a mediation between two sides', () => {
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

  const copyOf = async ({ id }: { id: string }) => ((await signalOf(portal, tom, id)).settlements as Copy[])[0];
  const signs = async (copy: Copy) => codeOf(await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "verhuurder"`));
  const openTasks = (id: string, kind: string) => truth.rows('select from task where dossier_id = $1 and kind = $2 and done_at is null', [id, kind]);
  async function offered(): Promise<{ signal: Signal; caseId: string }> {
    const signal = await aSignal(portal);
    const { id, settlements } = await broughtTo(portal, truth, signal, 'SETTLEMENT_DRAFT');
    expect((await act(portal, bram, 'offerSettlement', settlements[0] as Copy)).errors).toBeUndefined();
    return { signal, caseId: id };
  }

  it.each([['resumeSessions', '', 'STARTED'], ['mediationStalled', 'reason: "Zij praten niet meer."', 'STARTED'], ['stopMediation', 'side: RENTER', 'CLOSED']])('is signed by nobody once it was taken back: %s', async (verb, args, stage) => {
    const { signal, caseId } = await offered();
    const before = await copyOf(signal);
    expect(await openTasks(signal.id, 'SIGN_SETTLEMENT')).toHaveLength(1);
    await step(portal, verb, { id: caseId }, args);
    const after = await copyOf(signal);
    expect([after.state, after.may, (await signalOf(portal, tom, signal.id)).state]).toEqual(['REPLACED', [], stage]);
    for (const copy of [before, after]) expect(await signs(copy)).toMatch(/NOT_POSSIBLE|CONFLICT/);
    expect(await openTasks(signal.id, 'SIGN_SETTLEMENT')).toEqual([]);
    const [text] = (await caseOf(portal, bram, caseId)).settlements as Copy[];
    expect([text.state, codeOf(await act(portal, bram, 'offerSettlement', text))]).toEqual(['REPLACED', 'NOT_POSSIBLE']);
  });

  it.each(['RENTER', 'OBSERVATION', 'LANDLORD'])('is joined by a company that learns nothing of it: its signal reads as one on a home of nobody (%s)', async (origin) => {
    const input = { street: `Ooigemstraat ${origin}`, origin, landlordName: origin === 'LANDLORD' ? 'Immo Zuid' : null };
    const own = (await report(portal, bram, { input })).data!.reportTension;
    await broughtTo(portal, truth, own, 'CONTACTING_RENTER');
    const fresh = await aSignal(portal);
    const signal = await aSignal(portal, { input: { street: input.street } });
    expect((await caseFor(portal, signal)).id).toBe((await caseFor(portal, own)).id);
    const shape = async ({ id, number }: Pick<Signal, 'id' | 'number'>, street: string) => JSON.stringify(await signalOf(portal, tom, id)).replaceAll(id, 'ID').replaceAll(number, 'NUMBER').replaceAll(street, 'STREET').replaceAll(TIME, 'TIME').replaceAll(UUID, 'UUID');
    expect(await shape(signal, input.street)).toBe(await shape(fresh, fresh.street));
    // The other way about the Woondienst's own joins, and the landlord finds nothing changed.
    const seen = JSON.stringify(await signalOf(portal, tom, fresh.id));
    const late = (await report(portal, bram, { input: { ...input, street: fresh.street } })).data!.reportTension;
    expect((await caseFor(portal, late)).id).toBe((await caseFor(portal, fresh)).id);
    expect(JSON.stringify(await signalOf(portal, tom, fresh.id))).toBe(seen);
  });

  it('and its landlord may act at the same moment: neither waits for the other in a circle', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const signal = await aSignal(portal);
      const mediation = await broughtTo(portal, truth, signal, 'TRIAGE');
      const codes = (await Promise.all([act(portal, bram, 'acceptMediation', mediation), act(portal, tom, 'withdrawSignal', signal, 'reason: "Opgelost."')])).map(({ errors }) => errors?.[0].extensions.code ?? 'DONE');
      // Whoever comes second finds the other's step, by its version or its state: at most one is refused.
      expect(codes.filter((code) => code === 'DONE').length).toBeGreaterThanOrEqual(1);
      expect(codes.filter((code) => !['DONE', 'CONFLICT', 'NOT_POSSIBLE'].includes(code))).toEqual([]);
    }
    const [{ deadlocks }] = await truth.rows<{ deadlocks: number }>('select deadlocks::int from pg_stat_database where datname = current_database()');
    expect(deadlocks).toBe(0);
    const [street, both] = ['Ooigemstraat dubbel', [tom, tom]];
    const made = await Promise.all(both.map((who) => report(portal, who, { input: { street } })));
    expect(made.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect((await caseFor(portal, made[0].data!.reportTension)).id).toBe((await caseFor(portal, made[1].data!.reportTension)).id);
  });
});
