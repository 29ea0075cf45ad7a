import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, elke, evaInWielsbeke, filip, katrien, linda, marijke, type Person, sofie, tom, wim } from '../cast/cast.js';
import { act, aSignal, assigned, broughtTo, caseFor, caseOf, eachParty, type Mediation, renter, report, signalOf, step, today } from '../cast/mediation.js';
import { added, text } from '../cast/files.js';
import { accept, aClient, aNote, aReferral, codeOf, must, receive } from '../cast/scenes.js';
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

const runAt = (moment: string) => (setClock(portal, moment), portal.app.get(Terms).run());
/** What the landlord finds on its signal, without what differs between any two. */
const publicOf = async (id: string) => JSON.stringify(without(await signalOf(portal, tom, id), ['id', 'number', 'street', 'version', 'reportedAt']));
const without = (row: object, fields: readonly string[]): { [field: string]: unknown } => Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
/** How many rows each table has. */
const counts = async (): Promise<{ [table: string]: number }> => {
  const tables = await truth.rows<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'sign_in' order by 1`);
  return Object.fromEntries(await Promise.all(tables.map(async ({ name }): Promise<[string, number]> => [name, (await truth.rows<{ n: number }>(`select count(*)::int n from ${name}`))[0].n])));
};
const listed = async (who: Person, what: 'signals' | 'mediations') => (await must<{ [what in 'signals' | 'mediations']: { nodes: { id: string }[] } }>(portal, who, `{ ${what}(first: 50) { nodes { id } } }`))[what].nodes.map(({ id }) => id);

describe('a signal of tension', () => {
  it('reaches the Woondienst, which mediates in a case of its own; the landlord finds its report and a stage', async () => {
    const signal = await aSignal(portal);
    expect(signal).toMatchObject({ state: 'SIGNALLED', origin: 'COMPANY', reportedBy: 'Tom Claes', mediation: null, renters: [{ givenName: 'Marc', familyName: 'Dewaele' }], may: ['withdraw'] });
    expect(signal.number).toMatch(/^BM-/);
    const mediation = await caseFor(portal, signal);
    expect(mediation).toMatchObject({ state: 'SIGNALLED', mediatorId: null, parties: expect.arrayContaining([expect.objectContaining({ side: 'LANDLORD', answer: 'AGREED' }), expect.objectContaining({ side: 'RENTER', familyName: 'Dewaele', answer: 'OPEN' })]) });
    for (const who of [tom, linda, elke, ann, evaInWielsbeke]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { mediation(id: $id) { id } }', { id: mediation.id }, who))]).toEqual([who.as, expect.stringMatching(/NOT_FOUND|FORBIDDEN/)]);
    for (const who of [elke, filip, ann, evaInWielsbeke]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { signal(id: $id) { id } }', { id: signal.id }, who))]).toEqual([who.as, expect.stringMatching(/NOT_FOUND|FORBIDDEN/)]);
    expect(await listed(tom, 'signals')).toContain(signal.id);
    expect(await listed(elke, 'signals')).toEqual([]);
    expect(await listed(bram, 'mediations')).toContain(mediation.id);
  });

  it('is of a home within the area of the protocol in force, or is refused with the way that remains, and nothing is kept (c5 test 3)', async () => {
    const before = await counts();
    for (const [who, input] of [[tom, { postcode: '8870', municipality: 'Izegem' }], [tom, { postcode: '8530', municipality: 'Harelbeke' }], [elke, { postcode: '8870', municipality: 'Izegem' }]] as const) {
      const { errors } = await report(portal, who, { input });
      expect([who.as, errors![0].extensions.code, errors![0].message]).toEqual([who.as, 'NO_PROTOCOL', expect.stringMatching(/samenwerkingsprotocol.*Er is niets bewaard.*korte vraag/)]);
    }
    expect(without(await counts(), ['trail'])).toEqual(without(before, ['trail']));
  });

  it('joins the mediation that runs on the same home; its terms go on (BR-M10)', async () => {
    const first = await aSignal(portal);
    await broughtTo(portal, truth, first, 'CONTACTING_RENTER');
    const again = (await report(portal, tom, { input: { street: first.street.toUpperCase(), renters: [{ givenName: 'Els', familyName: 'Dewaele' }] } })).data!.reportTension;
    expect(again).toMatchObject({ state: 'IN_PROGRESS', heardBy: first.heardBy, reportBy: first.reportBy });
    const mediation = await caseFor(portal, first);
    expect(mediation.signals.map(({ id }) => id)).toEqual([first.id, again.id]);
    expect(mediation.parties.filter(renter).map(({ givenName }) => givenName).sort()).toEqual(['Els', 'Marc']);
  });

  it('tells who reports after somebody else nothing of what runs already', async () => {
    setClock(portal, '2026-12-01T09:00:00Z');
    const street = 'Beukenlaan 12';
    const own = (await report(portal, bram, { input: { street, postcode: '8710', municipality: 'Wielsbeke', origin: 'RENTER' } })).data!.reportTension;
    const { id } = await broughtTo(portal, truth, own, 'CONTACTING_RENTER');
    setClock(portal, '2026-12-08T09:00:00Z');
    const [later, alone] = [(await report(portal, tom, { input: { street } })).data!.reportTension, await aSignal(portal)];
    expect((await caseFor(portal, later)).id).toBe(id);
    expect(later).toMatchObject({ state: 'SIGNALLED', heardBy: alone.heardBy, reportBy: alone.reportBy });
    expect(await publicOf(later.id)).toBe(await publicOf(alone.id));
    expect((await caseOf(portal, bram, id)).tasks).toContainEqual(expect.objectContaining({ kind: 'READ_SIGNAL', doneAt: null }));
    await step(portal, 'readSignals', { id });
    expect(await signalOf(portal, tom, later.id)).toMatchObject({ state: 'IN_PROGRESS' });
    await step(portal, 'renterNotReached', { id });
    await runAt(new Date(new Date(own.heardBy).getTime() + 1000).toISOString());
    expect(await signalOf(portal, tom, later.id)).toMatchObject({ state: 'IN_PROGRESS' });
    await runAt(new Date(new Date(later.heardBy).getTime() + 1000).toISOString());
    expect(await signalOf(portal, tom, later.id)).toMatchObject({ state: 'NOT_STARTED' });
    freeClock(portal);
  });

  it('comes from the Woondienst itself too, with the default terms and no seat for anybody else (BR-M9)', async () => {
    const own = (await report(portal, bram, { input: { street: 'Gentstraat 90', postcode: '8770', municipality: 'Ingelmunster', origin: 'LANDLORD', landlordName: 'Immo Zuid', landlordContact: 'info@immozuid.example' } })).data!.reportTension;
    expect(own).toMatchObject({ origin: 'LANDLORD', protocolId: null, landlordName: 'Immo Zuid' });
    expect((await caseFor(portal, own)).parties.find(({ side }) => side === 'LANDLORD')).toMatchObject({ familyName: 'Immo Zuid', answer: 'OPEN' });
    expect(codeOf(await report(portal, bram, { input: { origin: 'COMPANY' } }))).toBe('INVALID');
  });
});

describe('a mediation', () => {
  it('goes from the signal to the follow-up after three months', async () => {
    const signal = await aSignal(portal);
    expect((await broughtTo(portal, truth, signal, 'TRIAGE')).mediatorName).toBe('Bram Vandeputte');
    let mediation = await broughtTo2(signal, 'SETTLEMENT_DRAFT');
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'STARTED', settlements: [] });
    const [draft] = mediation.settlements;
    expect(draft).toMatchObject({ state: 'DRAFT', may: expect.arrayContaining(['edit', 'offer']) });
    expect((await act(portal, bram, 'offerSettlement', draft)).errors).toBeUndefined();
    const [copy] = (await signalOf(portal, tom, signal.id)).settlements;
    expect(copy).toMatchObject({ state: 'OFFERED', body: draft.body, hash: draft.hash, may: ['sign'] });
    expect(codeOf(await act(portal, tom, 'signSettlement', copy, `hash: "${'0'.repeat(64)}", capacity: "verhuurder"`))).toBe('CONFLICT');
    expect((await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "medewerker huurders"`)).errors).toBeUndefined();
    mediation = await caseOf(portal, bram, mediation.id);
    expect(mediation).toMatchObject({ state: 'SETTLEMENT_DRAFT', settlements: [{ signatures: [{ way: 'PORTAL', name: 'Tom Claes', hash: draft.hash }] }] });
    await signedOnPaper(mediation);
    mediation = await caseOf(portal, bram, mediation.id);
    expect(mediation).toMatchObject({ state: 'SETTLEMENT_SIGNED', settledAt: expect.any(String) });
    expect(mediation.tasks.filter(({ kind, doneAt }) => kind === 'FOLLOW_UP_SETTLEMENT' && !doneAt)).toHaveLength(2);
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'AGREEMENT', settlements: [{ state: 'SIGNED', landlordSignedBy: 'Tom Claes, medewerker huurders' }] });
    mediation = await step(portal, 'followUpSettlement', mediation, 'text: "Het is rustig."');
    mediation = await step(portal, 'followUpSettlement', mediation, 'text: "Nog altijd rustig."');
    expect(mediation.tasks.filter(({ kind, doneAt }) => kind === 'FOLLOW_UP_SETTLEMENT' && !doneAt)).toHaveLength(0);
    mediation = await step(portal, 'mediationSucceeded', mediation, 'report: "De afspraken houden stand."');
    expect(mediation).toMatchObject({ state: 'CLOSED_SUCCESS', outcome: 'De afspraken houden stand.', endedAt: expect.any(String) });
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'CLOSED', may: [] });
  });

  it('goes on with one of two renters only for a reason that lands in the log', async () => {
    const signal = await aSignal(portal, { input: { renters: [{ givenName: 'Marc', familyName: 'Dewaele' }, { givenName: 'Els', familyName: 'Maes' }] } });
    const mediation = await broughtTo(portal, truth, signal, 'CONTACTING_RENTER');
    await eachParty(portal, mediation, 'answerParty', `answer: AGREED, on: "${today()}"`, ({ givenName }) => givenName === 'Marc');
    await eachParty(portal, mediation, 'answerParty', `answer: DECLINED, on: "${today()}"`, ({ givenName }) => givenName === 'Els');
    expect((await act(portal, bram, 'startMediation', await caseOf(portal, bram, mediation.id))).errors![0]).toMatchObject({ extensions: { code: 'NEEDS', fields: [{ field: 'deviation' }] } });
    const started = await step(portal, 'startMediation', mediation, 'deviation: "Els woont er niet meer."');
    expect(started).toMatchObject({ state: 'BOTH_AGREED', deviations: [{ kind: 'LEFT_OUT', reason: 'Els woont er niet meer.' }] });
  });

  it('lets nobody else be asked to help a renter before she agreed, unless for serious danger with its ground', async () => {
    const mediation = await broughtTo(portal, truth, await aSignal(portal), 'CONTACTING_RENTER');
    const [party] = mediation.parties.filter(renter);
    expect((await act(portal, bram, 'openClientOfParty', party)).errors![0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'answer' }] });
    expect((await act(portal, bram, 'warnOthers', party, 'ground: "Dreigt zichzelf iets aan te doen."')).errors).toBeUndefined();
    const { data } = await act(portal, bram, 'openClientOfParty', { ...party, version: party.version + 1 }, '', 'id version clientId');
    const { clientId } = data!.openClientOfParty as unknown as { clientId: string };
    expect(await must(portal, bram, 'query ($id: ID!) { client(id: $id) { familyName municipality } }', { id: clientId })).toEqual({ client: { familyName: 'Dewaele', municipality: 'Wielsbeke' } });
    expect(codeOf(await act(portal, bram, 'openClientOfParty', { ...party, version: party.version + 2 }))).toBe('NOT_POSSIBLE');
    for (const who of [tom, evaInWielsbeke]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { client(id: $id) { id } }', { id: clientId }, who))]).toEqual([who.as, expect.stringMatching(/NOT_FOUND|FORBIDDEN/)]);
  });

  it('needs both sides heard before they meet, and nobody takes a step that its table does not have', async () => {
    const mediation = await broughtTo(portal, truth, await aSignal(portal), 'BOTH_AGREED');
    expect(codeOf(await act(portal, bram, 'beginSessions', mediation))).toBe('NEEDS');
    expect(codeOf(await act(portal, bram, 'mediationSucceeded', mediation, 'report: "x"'))).toBe('NOT_POSSIBLE');
    expect(codeOf(await act(portal, katrien, 'beginSessions', mediation))).toBe('FORBIDDEN');
    for (const who of [sofie, wim, marijke]) expect([who.as, codeOf(await act(portal, who, 'beginSessions', mediation))]).toEqual([who.as, expect.stringMatching(/FORBIDDEN|NOT_FOUND/)]);
  });

  it('asks why when a term has passed', async () => {
    setClock(portal, '2026-12-01T09:00:00Z');
    const signal = await aSignal(portal);
    const mediation = await assigned(portal, truth, await caseFor(portal, signal));
    setClock(portal, '2026-12-07T09:00:00Z');
    expect((await act(portal, bram, 'acceptMediation', mediation)).errors![0].extensions).toMatchObject({ code: 'NEEDS', fields: [{ field: 'deviation' }] });
    expect(await step(portal, 'acceptMediation', mediation, 'deviation: "Ziekte."')).toMatchObject({ state: 'ACCEPTED', deviations: [{ kind: 'LATE', step: 'accept', reason: 'Ziekte.' }] });
    freeClock(portal);
  });

  it('is told to the coordinators once when nobody confirmed it in time', async () => {
    setClock(portal, '2026-12-01T09:00:00Z');
    const { id } = await caseFor(portal, await aSignal(portal));
    const escalated = async () => (await truth.rows<{ n: number }>(`select count(*)::int n from task where dossier_id = $1 and kind = 'ESCALATED'`, [id]))[0].n;
    await runAt('2026-12-03T22:59:59Z');
    expect(await escalated()).toBe(0);
    await runAt('2026-12-03T23:00:01Z');
    await runAt('2026-12-03T23:05:00Z');
    expect(await escalated()).toBe(1);
    freeClock(portal);
  });

  it('stops when either side leaves; after it started the landlord reads that there is no agreement', async () => {
    const signal = await aSignal(portal);
    const mediation = await broughtTo(portal, truth, signal, 'SESSIONS');
    await step(portal, 'stopMediation', mediation, 'side: RENTER');
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'CLOSED', startedAt: expect.any(String), decidedAt: expect.any(String) });
    const other = await aSignal(portal);
    await broughtTo(portal, truth, other, 'SESSIONS');
    expect((await act(portal, tom, 'withdrawSignal', await signalOf(portal, tom, other.id), 'reason: "Opgelost."')).errors).toBeUndefined();
    expect(await caseFor(portal, other)).toMatchObject({ state: 'STOPPED_BY_PARTY', stoppedBy: 'LANDLORD' });
  });

  it('keeps its agreement for the landlord after a breach, and its mediator hears both', async () => {
    const signal = await aSignal(portal);
    const mediation = await settled(signal);
    expect((await act(portal, tom, 'reportBreach', await signalOf(portal, tom, signal.id), 'text: "Weer lawaai."')).errors).toBeUndefined();
    const breached = await caseOf(portal, bram, mediation.id);
    expect([breached.state, breached.parties.map(({ heardOn }) => heardOn)]).toEqual(['BREACH_REPORTED', [null, null]]);
    for (const [verb, args] of [['resumeSessions', ''], ['followUpSettlement', 'text: "Gesust."']]) expect([verb, codeOf(await act(portal, bram, verb, await caseOf(portal, bram, mediation.id), args))]).toEqual([verb, 'NEEDS']);
    await eachParty(portal, mediation, 'hearParty', `on: "${today()}", way: "telefoon"`);
    await step(portal, 'resumeSessions', mediation);
    await step(portal, 'draftSettlement', mediation, 'body: "Tussen 23 en 7 uur is het stil."');
    expect((await signalOf(portal, tom, signal.id)).state).toBe('AGREEMENT');
    await step(portal, 'mediationStalled', mediation, 'reason: "Zij praten niet meer."');
    await step(portal, 'closeMediation', mediation, 'report: "Niet hersteld."');
    expect(await signalOf(portal, tom, signal.id)).toMatchObject({ state: 'CLOSED' });
    expect((await truth.rows<{ event: string }>(`select event from timeline_entry where dossier_id = $1 order by at`, [signal.id])).map(({ event }) => event)).not.toContain('STAGE_NO_AGREEMENT');
  });

  it('is mediated by nobody who helps a party against an eviction, and by who follows another file of it only for a reason that lands in the log (c2)', async () => {
    const mediator = (await truth.person(bram)).id;
    const tenancy = (familyName: string) => aSignal(portal, { input: { renters: [{ givenName: 'Greta', familyName }] } });
    const follows = async (familyName: string, type: string) => accept(portal, await receive(portal, await aReferral(portal, ann, { type, client: await aClient(portal, ann, { givenName: 'Greta', familyName }) })));
    const assign = (mediation: Mediation, who: Person, personId: string, more = '') => act(portal, who, 'assignMediation', mediation, `personId: "${personId}"${more}`);

    await follows('Vandaele', 'EVICTION_HELP');
    const evicted = await caseFor(portal, await tenancy('VANDAELE'));
    for (const who of [sofie, bram]) for (const more of ['', ', reason: "Het kan wel."']) {
      const { errors } = await assign(evicted, who, mediator, more);
      expect(errors?.[0].extensions).toEqual({ code: 'INVALID', fields: [{ field: 'personId', message: expect.stringContaining('bij een uithuiszetting') }] });
    }
    expect(await caseOf(portal, bram, evicted.id)).toMatchObject({ mediatorId: null, state: 'SIGNALLED' });
    const { id: colleague } = await truth.person(katrien);
    expect((await assign(evicted, sofie, colleague)).errors).toBeUndefined();
    expect(codeOf(await act(portal, katrien, 'handOverMediation', await caseOf(portal, katrien, evicted.id), `personId: "${mediator}", reason: "Verlof"`))).toBe('INVALID');

    await follows('Deceuninck', 'TO_WOONDIENST');
    const known = await caseFor(portal, await tenancy('Deceuninck'));
    expect(codeOf(await assign(known, sofie, mediator))).toBe('NEEDS');
    expect((await assign(known, sofie, mediator, ', reason: "Alleen een vraag over premies."')).errors).toBeUndefined();
    expect((await caseOf(portal, bram, known.id)).deviations).toMatchObject([{ kind: 'CONFLICT', step: 'assign', reason: 'Alleen een vraag over premies.' }]);
  });

  it('asks the tenants’ union a question of nobody: what tells of whom it is, is refused and nothing is kept', async () => {
    const mediation = await broughtTo(portal, truth, await aSignal(portal), 'CONTACTING_RENTER');
    const ask = (who: Person, question: string) => must<{ mediation: { version: number } }>(portal, bram, 'query ($id: ID!) { mediation(id: $id) { version } }', { id: mediation.id }).then(({ mediation: { version } }) => portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $question: String!) { askTenantsUnion(key: $key, id: $id, version: $version, question: $question) { id } }', { key: crypto.randomUUID(), id: mediation.id, version, question }, who));
    const asked = () => truth.rows<{ text: string; audience: string[] }>(`select text, audience from timeline_entry where dossier_id = $1 and event = 'TENANTS_UNION_ASKED'`, [mediation.id]);
    const { errors } = await ask(bram, 'Mag Marc Dewaele geweigerd worden?');
    expect(errors?.[0].extensions).toEqual({ code: 'INVALID', fields: [{ field: 'question', message: expect.stringContaining('“Marc”, “Dewaele”') }] });
    for (const who of [katrien, sofie, tom]) expect([who.as, codeOf(await ask(who, 'Mag dat?'))]).toEqual([who.as, expect.stringMatching(/FORBIDDEN|NOT_FOUND/)]);
    expect(await asked()).toEqual([]);
    expect((await ask(bram, 'Mag een verhuurder zonder reden een inspectie vragen?')).errors).toBeUndefined();
    expect(await asked()).toMatchObject([{ text: 'Mag een verhuurder zonder reden een inspectie vragen?' }]);
    await step(portal, 'stopMediation', mediation, 'side: RENTER');
    expect(codeOf(await ask(bram, 'En dit?'))).toBe('NOT_POSSIBLE');
  });

  it('is sealed when it goes to court: nobody reads the notes any more', async () => {
    const mediation = await broughtTo(portal, truth, await aSignal(portal), 'SESSIONS');
    await aNote(portal, bram, mediation.id, 'PRIVATE_NOTE', 'Beide zoeken rust.');
    expect((await caseOf(portal, bram, mediation.id)).notes).toHaveLength(1);
    for (const who of [katrien]) expect((await caseOf(portal, who, mediation.id)).notes).toEqual([]);
    expect(await step(portal, 'mediationToCourt', mediation)).toMatchObject({ state: 'ESCALATED_TO_COURT', notes: [], sealedAt: expect.any(String) });
  });

  it('goes to a colleague by the coordinator without the notes', async () => {
    const mediation = await broughtTo(portal, truth, await aSignal(portal), 'SESSIONS');
    await aNote(portal, bram, mediation.id, 'PRIVATE_NOTE', 'Alleen voor mij.');
    const { id: personId } = await truth.person(katrien);
    expect((await act(portal, sofie, 'handOverMediation', mediation, `personId: "${personId}", reason: "Ziekte"`)).errors).toBeUndefined();
    expect(await caseOf(portal, katrien, mediation.id)).toMatchObject({ mediatorName: 'Katrien Lagae', notes: [] });
    expect((await caseOf(portal, bram, mediation.id)).notes).toMatchObject([{ body: 'Alleen voor mij.' }]);
    expect(codeOf(await act(portal, bram, 'draftSettlement', await caseOf(portal, bram, mediation.id), 'body: "x"'))).toBe('FORBIDDEN');
  });

  it('goes to a colleague with the notes, told to both sides', async () => {
    const signal = await aSignal(portal);
    const mediation = await broughtTo(portal, truth, signal, 'SESSIONS');
    await aNote(portal, bram, mediation.id, 'PRIVATE_NOTE', 'Let op de uren.');
    const { id: personId } = await truth.person(katrien);
    expect((await act(portal, bram, 'handOverMediation', mediation, `personId: "${personId}", reason: "Verlof"`)).errors).toBeUndefined();
    expect((await caseOf(portal, katrien, mediation.id)).notes).toMatchObject([{ body: 'Let op de uren.' }]);
    expect((await caseOf(portal, bram, mediation.id)).notes).toEqual([]);
    // Why is for the own service alone.
    const told = (id: string) => truth.rows<object>(`select text, outcome from timeline_entry where dossier_id = $1 and event = 'NEW_MEDIATOR'`, [id]);
    expect([await told(mediation.id), await told(signal.id)]).toEqual([[{ text: 'Katrien Lagae', outcome: 'Verlof' }], [{ text: 'Katrien Lagae', outcome: null }]]);
  });
});

describe('what did not start looks the same for the landlord, whatever the reason', () => {
  const ways: { readonly [way: string]: (mediation: Mediation, signal: { id: string }) => Promise<unknown> } = {
    'out of scope': async (mediation) => step(portal, 'mediationOutOfScope', await assigned(portal, truth, mediation), 'reason: "Een technisch geschil."'),
    declined: async (mediation, signal) => {
      const contacting = await broughtTo(portal, truth, signal, 'CONTACTING_RENTER');
      await eachParty(portal, contacting, 'answerParty', 'answer: DECLINED, on: "2026-12-02"', renter);
      return step(portal, 'mediationDeclined', mediation);
    },
    'not reached': async (mediation, signal) => (await broughtTo(portal, truth, signal, 'CONTACTING_RENTER'), step(portal, 'renterNotReached', mediation)),
    stopped: async (mediation, signal) => (await broughtTo(portal, truth, signal, 'ACCEPTED'), step(portal, 'stopMediation', mediation, 'side: RENTER')),
    'to court': async (mediation, signal) => (await broughtTo(portal, truth, signal, 'CONTACTING_RENTER'), step(portal, 'mediationToCourt', mediation)),
    'closed early': async (mediation, signal) => (await broughtTo(portal, truth, signal, 'CONTACTING_RENTER'), await step(portal, 'renterNotReached', mediation), step(portal, 'closeMediation', mediation, 'report: "Niet bereikt."')),
  };

  it('until the day on which it would have started at the latest, and after it', async () => {
    setClock(portal, '2026-12-01T09:00:00Z');
    const made = await Promise.all(Object.keys(ways).map(async (way) => ({ way, signal: await aSignal(portal) })));
    for (const { way, signal } of made) await ways[way](await caseFor(portal, signal), signal);
    const moments = ['2026-12-10T09:00:00Z', made[0].signal.heardBy, new Date(new Date(made[0].signal.heardBy).getTime() + 1000).toISOString()];
    const seen: string[][] = [];
    for (const moment of moments) {
      await runAt(moment);
      seen.push(await Promise.all(made.map(({ signal }) => publicOf(signal.id))));
    }
    freeClock(portal);
    for (const each of seen) expect(new Set(each).size).toBe(1);
    expect(seen[0][0]).toContain('"state":"IN_PROGRESS"');
    expect(seen[2][0]).toContain('"state":"NOT_STARTED"');
    expect((await truth.rows<{ n: number }>('select count(*)::int n from mediation_case c join case_signal s on s.dossier_id = c.id where s.about_id = any ($1) and c.ended_at is null and c.state in ($2, $3, $4)', [made.map(({ signal }) => signal.id), 'STOPPED_BY_PARTY', 'ESCALATED_TO_COURT', 'CLOSED_NO_MEDIATION']))[0].n).toBe(0);
  });
});

/** From where it is already. */
async function broughtTo2(signal: { id: string }, stop: 'SETTLEMENT_DRAFT'): Promise<Mediation> {
  const mediation = await caseFor(portal, signal);
  await step(portal, 'acceptMediation', mediation);
  await step(portal, 'contactRenter', mediation, 'way: "Brief"');
  await eachParty(portal, mediation, 'answerParty', `answer: AGREED, on: "${today()}"`, ({ answer }) => answer === 'OPEN');
  await step(portal, 'startMediation', mediation);
  await eachParty(portal, mediation, 'hearParty', `on: "${today()}", way: "telefoon"`);
  await step(portal, 'beginSessions', mediation);
  return stop === 'SETTLEMENT_DRAFT' ? step(portal, 'draftSettlement', mediation, 'body: "Tussen 22 en 7 uur is het stil."') : mediation;
}

/** The scan of a signed page, and the signature of each renter on it. */
async function signedOnPaper(mediation: Mediation): Promise<void> {
  const attachmentId = await scanned(mediation.id);
  for (const party of mediation.parties.filter(renter)) {
    const [settlement] = (await caseOf(portal, bram, mediation.id)).settlements;
    const { errors } = await act(portal, bram, 'recordSignature', settlement, `hash: "${settlement.hash}", partyId: "${party.id}", name: "Marc Dewaele", attachmentId: "${attachmentId}"`);
    if (errors) throw new Error(JSON.stringify(errors));
  }
}

async function scanned(dossierId: string): Promise<string> {
  return (await added(portal, bram, dossierId, text('Getekend.', 'getekend.txt'))).id;
}

async function settled(signal: { id: string }): Promise<Mediation> {
  const mediation = await broughtTo(portal, truth, signal, 'SETTLEMENT_DRAFT');
  await act(portal, bram, 'offerSettlement', mediation.settlements[0]);
  const [copy] = (await signalOf(portal, tom, signal.id)).settlements;
  await act(portal, tom, 'signSettlement', copy, `hash: "${copy.hash}", capacity: "medewerker huurders"`);
  await signedOnPaper(await caseOf(portal, bram, mediation.id));
  return caseOf(portal, bram, mediation.id);
}
