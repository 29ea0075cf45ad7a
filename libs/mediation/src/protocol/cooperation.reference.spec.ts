import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReferenceFaults } from '#kernel';
import { MEDIATION_ENDS, mediationFlow } from '../mediation.workflow.js';
import { faultsOf } from './cooperation-faults.js';
import { canonical } from './cooperation-text.js';
import { type Known, readCooperation, readMediationDefaults } from './cooperation.reference.js';
import { flowOf } from './flow-of.js';

const REFERENCE = 'deploy/reference';
const known: Known = {
  partners: [
    { key: 'woondienst-izegem', name: 'Woondienst Regio Izegem', kind: 'WOONDIENST', area: [] },
    { key: 'vivus', name: 'Vivus', kind: 'HOUSING_COMPANY', area: ['Harelbeke', 'Oostrozebeke', 'Wielsbeke'] },
    { key: 'thuiswest', name: 'Thuiswest', kind: 'HOUSING_COMPANY', area: ['Izegem', 'Ingelmunster', 'Ledegem'] },
  ],
  places: [['36008', 'Izegem'], ['36007', 'Ingelmunster'], ['36010', 'Ledegem'], ['37010', 'Oostrozebeke'], ['37017', 'Wielsbeke']].map(([nis, name]) => ({ nis, name })),
};
const vivus = readFileSync(path.join(REFERENCE, 'cooperation-vivus.yaml'), 'utf8');

describe('the protocols of the reference data', () => {
  it('are that of Vivus, in force in two municipalities, and that of Thuiswest, which is talked about', () => {
    const [thuiswest, ofVivus] = readCooperation(REFERENCE, known);
    expect(ofVivus).toMatchObject({ company: 'vivus', edition: 2, state: 'ACTIVE', text: { municipalities: ['37010', '37017'], terms: { confirm: { count: 2, unit: 'WORKING_DAYS' }, report: { count: 60, unit: 'CALENDAR_DAYS' }, followUp2: { count: 3, unit: 'MONTHS', from: 'SIGNING' } } } });
    expect(thuiswest).toMatchObject({ company: 'thuiswest', edition: 1, state: 'NEGOTIATION', text: { municipalities: ['36008', '36007', '36010'] } });
    expect(thuiswest.signatures).toBeUndefined();
  });

  it('have every step of the table, as have the terms without a protocol', () => {
    for (const text of [...readCooperation(REFERENCE, known).map((each) => each.text), readMediationDefaults(REFERENCE)]) expect(flowOf(text)).toEqual(mediationFlow);
    expect(readMediationDefaults(REFERENCE).municipalities).toEqual([]);
  });
});

describe('a protocol file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cooperation-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The file of Vivus with some of it replaced: what is said of it, and of which line. */
  const faults = (...changes: [from: string | RegExp, to: string][]): { line: string; says: string }[] => {
    const text = changes.reduce((text, [from, to]) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${from} stands nowhere`);
      return changed;
    }, vivus);
    const file = path.join(folder, 'cooperation-test.yaml');
    writeFileSync(file, text);
    const lineOf = (fault: string) => Number(/:(\d+):/.exec(fault)![1]);
    try {
      readCooperation(folder, known);
    } catch (error) {
      if (!(error instanceof ReferenceFaults)) throw error;
      for (const fault of error.faults) expect([fault, fault.startsWith(`${file}:`), lineOf(fault) > 1]).toEqual([fault, true, true]);
      return error.faults.map((fault) => ({ line: text.split('\n')[lineOf(fault) - 1].trim(), says: fault.replace(/^.*?:\d+: /, '') }));
    }
    return [];
  };

  it('that is sound has no faults', () => expect(faults([/^#/, '##'])).toEqual([]));

  it.each<[what: string, from: string | RegExp, to: string, line: string, says: string]>([
    ['an unknown state', 'RENTER_DECLINED: { close', 'ASLEEP: { close', 'ASLEEP: { close: CLOSED_', 'text.steps.ASLEEP: there is no state "ASLEEP"'],
    ['a step to an unknown state', 'accept: ACCEPTED', 'accept: WELCOMED', 'TRIAGE: { assign: TRIAGE,', 'text.steps.TRIAGE.accept: there is no state "WELCOMED"'],
    ['an unknown step', 'outOfScope: OUT_OF_SCOPE', 'wave: OUT_OF_SCOPE', 'TRIAGE: { assign: TRIAGE,', 'text.steps.TRIAGE.wave: there is no step "wave"'],
    ['a step that the table does not have', 'SIGNALLED: { assign', 'SIGNALLED: { meet: SESSIONS, assign', 'SIGNALLED: { meet: SESSIO', 'text.steps.SIGNALLED.meet: no mediation goes from SIGNALLED by "meet" to SESSIONS: a protocol may leave out steps, never add one'],
    ['a step that leads elsewhere', 'draftSettlement: SETTLEMENT_DRAFT, stall: STALLED, stop: STOPPED_BY_PARTY, goToCourt: ESCALATED_TO_COURT }\n    STALLED', 'draftSettlement: SETTLEMENT_DRAFT, stall: CLOSED_NO_AGREEMENT }\n    STALLED', 'SESSIONS: { draftSettleme', 'text.steps.SESSIONS.stall: no mediation goes from SESSIONS by "stall" to CLOSED_NO_AGREEMENT: a protocol may leave out steps, never add one'],
    ['a state that no step leads to', ', outOfScope: OUT_OF_SCOPE', '', 'OUT_OF_SCOPE: { close: CL', 'text.steps.OUT_OF_SCOPE: no step leads from SIGNALLED to OUT_OF_SCOPE'],
    ['a state without an end', 'NOT_REACHED: { close: CLOSED_NO_MEDIATION }', 'NOT_REACHED: {}', 'NOT_REACHED: {}', 'text.steps.NOT_REACHED: from NOT_REACHED no end can be reached'],
    ['a term that is missing', /\n {4}contact: .*(?=\n {4}heard)/, '', 'terms:', 'text.terms.contact: is missing'],
    ['an unknown term', '    confirm: {', '    hurry: { count: 1, unit: MONTHS, from: DELIVERY, then: ESCALATE }\n    confirm: {', 'hurry: { count: 1, unit: ', 'text.terms.hurry: is not a known key'],
    ['a term without a unit', 'count: 5, unit: WORKING_DAYS', 'count: 5', 'contact: { count: 5, from', 'text.terms.contact.unit: is missing'],
    ['an unknown unit', 'count: 5, unit: WORKING_DAYS', 'count: 5, unit: WEEKS', 'contact: { count: 5, unit', 'text.terms.contact.unit: must be one of: WORKING_DAYS, CALENDAR_DAYS, MONTHS'],
    ['no days', 'count: 60', 'count: 0', 'report: { count: 0, unit:', 'text.terms.report.count: must be 1 or more'],
    ['a term without a consequence', 'remindAt: 4, then: ESCALATE', 'remindAt: 4', 'contact: { count: 5, unit:', 'text.terms.contact.then: is missing'],
    ['a consequence that is no step', 'remindAt: 4, then: ESCALATE', 'remindAt: 4, then: SHOUT', 'contact: { count: 5, unit', 'text.terms.contact.then: there is no step "SHOUT"'],
    ['a consequence that cannot be there', 'remindAt: 4, then: ESCALATE', 'remindAt: 4, then: meet', 'contact: { count: 5, unit', 'text.terms.contact.then: "meet" is no step of this protocol in ACCEPTED'],
    ['a consequence that can be in one of its states only', 'remindAt: 12, then: ESCALATE', 'remindAt: 12, then: notReached', 'heard: { count: 15, unit:', 'text.terms.heard.then: "notReached" is no step of this protocol in BOTH_AGREED'],
    ['a term from another start', 'count: 1, unit: MONTHS, from: SIGNING', 'count: 1, unit: MONTHS, from: DELIVERY', 'followUp1: { count: 1, un', 'text.terms.followUp1.from: runs from SIGNING'],
    ['a reminder at its end', 'remindAt: 12', 'remindAt: 15', 'heard: { count: 15, unit:', 'text.terms.heard.remindAt: must lie before the end of the term'],
    ['an unknown municipality', '[Oostrozebeke, Wielsbeke]', '[Oostrozebeke, Wielsbeek]', 'municipalities: [Oostroze', 'text.municipalities[1]: there is no municipality "Wielsbeek"'],
    ['a municipality where the company lets nothing', '[Oostrozebeke, Wielsbeke]', '[Izegem, Wielsbeke]', 'municipalities: [Izegem, ', 'text.municipalities[0]: "Izegem" lies outside the area of Vivus'],
    ['no municipality', '[Oostrozebeke, Wielsbeke]', '[]', 'municipalities: []', 'text.municipalities: names no municipality'],
    ['an unknown place in a letter', '{tijdstip}', '{uur}', 'invitation: |', 'text.letters.invitation: there is no placeholder {uur}; there are: {huurder}, {adres}, {verhuurder}, {woondienst}, {bemiddelaar}, {gemeld}, {gehoord_tegen}, {verslag_tegen}, {plaats}, {tijdstip}, {afspraken}, {datum}'],
    ['an unknown party', 'party: COMPANY', 'party: LANDLORD', '- { party: LANDLORD, role', 'text.roles[2].party: must be one of: WOONDIENST, COMPANY'],
    ['an unknown partner', 'company: vivus', 'company: vifus', 'company: vifus', 'company: there is no partner "vifus"'],
    ['a partner of another kind', 'company: vivus', 'company: woondienst-izegem', 'company: woondienst-izege', 'company: "woondienst-izegem" is a partner of kind WOONDIENST, and must be HOUSING_COMPANY'],
    ['one name for both sides', 'Koenraad Bedacht', 'Annelies Verzonnen', 'company: { name: Annelies', 'signatures.company.name: nobody signs for both sides'],
    ['a signature after its first day', '2025-12-12', '2026-02-01', 'company: { name: Koenraad', 'signatures.company.on: lies after validFrom: a protocol is never backdated'],
    ['a signature that is not invented', 'invented: true', 'invented: false', 'invented: false', 'invented: a file brings only invented signatures: what is really agreed is signed in the portal'],
    ['no signatures', /signatures:\n.*\n.*\n/, '', 'woondienst: woondienst-izegem', 'signatures: what is ACTIVE says who signed it for both sides'],
  ])('is refused for %s, at its place', (_, from, to, line, says) => {
    expect(faults([from, to]).map((fault) => ({ ...fault, line: fault.line.slice(0, line.length) }))).toContainEqual({ line, says });
  });

  it('says what is wrong in one go', () => {
    const all = faults(['accept: ACCEPTED', 'accept: WELCOMED'], ['count: 5, unit: WORKING_DAYS', 'count: 5'], ['Wielsbeke]', 'Wielsbeek]'], ['{tijdstip}', '{uur}'], ['count: 60', 'count: 400']);
    for (const part of ['text.steps.TRIAGE.accept', 'text.terms.contact.unit', 'text.municipalities[1]', 'text.letters.invitation', 'text.terms.report.count']) expect([part, all.some(({ says }) => says.startsWith(part))]).toEqual([part, true]);
  });

  it('is refused when no mediation would ever end', () => {
    const text = readMediationDefaults(REFERENCE);
    const endless = { ...text, steps: { SIGNALLED: { assign: 'TRIAGE' }, TRIAGE: { assign: 'TRIAGE' } } };
    expect(faultsOf(endless, null).map(({ path: at, reason }) => `${at.join('.')}: ${reason}`)).toEqual(['steps: no mediation would ever end']);
  });

  it('is read whatever it holds', () => {
    for (const text of [null, 'x', [], {}, { steps: { SIGNALLED: [] }, terms: [], letters: 1, municipalities: {} }, { steps: { SIGNALLED: { constructor: 'TRIAGE' } }, terms: { confirm: { then: 'toString' } } }]) expect(faultsOf(text, { places: known.places, company: { name: 'Vivus', area: [] } }).length).toBeGreaterThan(0);
  });

  it('says each fault in Dutch too', () => {
    const text = { ...readMediationDefaults(REFERENCE), municipalities: ['36008', '1'] };
    const said = faultsOf(text, { places: known.places, company: { name: 'Vivus', area: ['Wielsbeke'] } });
    expect(said.map(({ says }) => says)).toEqual(['Izegem ligt buiten het werkingsgebied van Vivus.', 'Deze gemeente kennen we niet: 1.']);
  });
});

describe('a flow of a protocol', () => {
  it('has the steps of its text with their needs and tasks, and none else', () => {
    const text = readMediationDefaults(REFERENCE);
    const { SIGNALLED, TRIAGE, OUT_OF_SCOPE } = text.steps;
    const flow = flowOf({ steps: { SIGNALLED, TRIAGE: { accept: TRIAGE.accept, outOfScope: TRIAGE.outOfScope }, OUT_OF_SCOPE } });
    expect(flow.states.TRIAGE.accept).toBe(mediationFlow.states.TRIAGE.accept);
    expect(Object.keys(flow.states.TRIAGE)).toEqual(['accept', 'outOfScope']);
    expect(flow.states.SESSIONS).toEqual({});
    expect(Object.keys(flow.states)).toEqual(Object.keys(mediationFlow.states));
    expect([flow.name, flow.starts, MEDIATION_ENDS.every((state) => !Object.keys(flow.states[state]).length)]).toEqual(['MediationCase', 'SIGNALLED', true]);
  });
});

describe('a text', () => {
  it('is written in one way, whatever the order of its keys', () => {
    expect(canonical({ b: [{ d: 1, c: undefined }], a: 'é' })).toBe('{"a":"é","b":[{"d":1}]}');
    expect(canonical({ a: 1, b: { x: 1, y: 2 } })).toBe(canonical({ b: { y: 2, x: 1 }, a: 1 }));
  });
});
