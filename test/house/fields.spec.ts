import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLObjectType, isLeafType } from 'graphql';
import { amir, ann, bram, chris, dirk, elke, frank, geert, hilde, jens, joke, joris, katrien, lies, linda, marijke, mohamed, nele, type Person, sarah, sofie, stefanieCoordinates, tom, wim } from '../cast/cast.js';
import { consulted } from '../cast/messages.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, each as eachOf } from './asking.js';
import { Cells } from './cells.js';
import { servedSchema } from './graph.js';
import { FIELDS, HAS, type Kind, type Meeting, seen } from './matrix.js';

type Node = { [field: string]: unknown } & { withheld: { dataClass: string; why: string }[] };
type Places = { [partner: string]: { seat: Meeting['seat']; lent: readonly string[] } };

const KINDS: { [partner: string]: Kind } = { 'OCMW Ledegem': 'OCMW', 'OCMW Izegem': 'OCMW', 'OCMW Ingelmunster': 'OCMW', 'Woondienst Regio Izegem': 'WOONDIENST', 'CAW Centraal-West-Vlaanderen': 'CAW', Vivus: 'HOUSING_COMPANY', Thuiswest: 'HOUSING_COMPANY', 'Energiehuis Woondienst Regio Izegem': 'ENERGY_HOUSE', 'Gemeente Ledegem': 'MUNICIPALITY' };
const everybody = [ann, joris, hilde, frank, geert, nele, bram, katrien, sofie, dirk, wim, marijke, lies, mohamed, stefanieCoordinates, sarah, joke, amir, tom, linda, elke, jens, chris];
const LENT_BY_SENDER = ['CONTACT', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'DEBTS', 'HOUSING', 'HOUSING_WISHES', 'HEALTH'];
const EVERY = HAS.Referral;

const sender: Places = { 'OCMW Ledegem': { seat: 'SENDER', lent: [] } };
/** Who sits at the one that is sent: the Woondienst as sending seats it, the others because this test puts them there. */
const aroundSent: Places = {
  ...sender,
  'Woondienst Regio Izegem': { seat: 'RECEIVER', lent: LENT_BY_SENDER },
  'OCMW Izegem': { seat: 'RECEIVER', lent: EVERY },
  'CAW Centraal-West-Vlaanderen': { seat: 'RECEIVER', lent: [] },
  Vivus: { seat: 'RECEIVER', lent: EVERY },
  'Energiehuis Woondienst Regio Izegem': { seat: 'RECEIVER', lent: EVERY },
};
const aroundWithdrawn: Places = { ...sender, 'Woondienst Regio Izegem': { seat: 'FORMER_RECEIVER', lent: [] } };

describe('every field', () => {
  let portal: TestPortal;
  let truth: Truth;
  let draft: scenes.Referral;
  let sent: scenes.Referral;
  let withdrawn: scenes.Referral;
  let clientId: string;
  let cells: Cells;
  let notes: { id: string; body: string }[];
  const selections: { [record: string]: string } = {};
  const counts = { shown: 0, hidden: 0, absent: 0 };

  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    const schema = await servedSchema(portal, ann);
    cells = new Cells(new Asking(portal), truth, schema);
    for (const record of Object.keys(FIELDS)) selections[record] = leaves(schema.getType(record) as GraphQLObjectType);
    const client = await scenes.aClient(portal, ann, { cirNumber: 'CIR-1', representativeName: 'Jo Smet', representativeKind: 'ADMINISTRATOR', representativeScope: 'Geld', representativeUntil: '2027-01-01', representativePhone: '0470 00 99 88' });
    clientId = client.id;
    draft = await scenes.aDraft(portal, ann, { client });
    await scenes.aNote(portal, ann, draft.id, 'HEALTH', 'gezondheid van het ontwerp');
    const begun = await scenes.aDraft(portal, ann, { client, to: { 'Woondienst Regio Izegem': LENT_BY_SENDER } });
    await scenes.aNote(portal, ann, begun.id, 'HEALTH', 'gezondheid');
    sent = await scenes.reject(portal, await scenes.receive(portal, await scenes.send(portal, begun)));
    await scenes.aNote(portal, ann, sent.id, 'PRIVATE_NOTE', 'van ann');
    await scenes.aNote(portal, joris, sent.id, 'PRIVATE_NOTE', 'van joris');
    await scenes.aNote(portal, bram, sent.id, 'PRIVATE_NOTE', 'van bram');
    withdrawn = await scenes.keep(portal, await scenes.withdraw(portal, await scenes.aReferral(portal, ann, { client })));
    await arrange();
    notes = await truth.rows<{ id: string; body: string }>('select id, body from note where dossier_id = $1', [sent.id]);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const leaves = (type: GraphQLObjectType) => Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name).join(' ');

  /** Seats, shares and a text on justice that no type of referral makes yet. */
  async function arrange(): Promise<void> {
    await truth.rows('set session_replication_role = replica');
    for (const [name, { seat, lent }] of Object.entries(aroundSent).filter(([partner]) => !['OCMW Ledegem', 'Woondienst Regio Izegem'].includes(partner))) {
      const partner = await truth.partner(name);
      await truth.rows(`insert into party (dossier_id, partner_id, roles, granted_by, kind, state) select $1, $2, $3, partner_id, 'Referral', 'NEW' from referral where id = $1`, [sent.id, partner, [seat]]);
      await truth.rows(`insert into answer (id, dossier_id, partner_id, from_partner_id, audience, state, delivered_at, advice) select gen_random_uuid(), id, $2, partner_id, array[partner_id, $2], 'REJECTED', now(), 'raad' from referral where id = $1`, [sent.id, partner]);
      if (lent.length) await truth.rows(`insert into share (id, dossier_id, partner_id, classes, purpose, ground, until, granted_by, audience) select gen_random_uuid(), id, $2, $3, 'proef', 'proef', '2199-01-01', partner_id, array[partner_id, $2] from referral where id = $1`, [sent.id, partner, lent]);
    }
    await truth.rows(`insert into note (id, dossier_id, partner_id, author_id, data_class, body) select gen_random_uuid(), id, partner_id, sender_id, 'JUDICIAL', 'gerecht' from referral where id = $1`, [sent.id]);
    await truth.rows('set session_replication_role = origin');
  }

  const meet = (who: Person, record: string, places: Places, more: Partial<Meeting>): readonly string[] => {
    const { partner, role } = who.capacity;
    const place = places[partner];
    return place ? seen(KINDS[partner], role, { record, ...place, mine: partner === 'OCMW Ledegem', author: false, ...more }) : [];
  };

  const marker = 'withheld { dataClass why }';
  async function read(who: Person, query: string): Promise<{ code: string; data: { [field: string]: Node } }> {
    const { data, errors } = await portal.graphql<{ [field: string]: Node }>(query, {}, who);
    return { code: errors?.[0].extensions.code ?? '', data };
  }

  /** Each field of the node is as the matrix says: its value, or null with a marker that is the same whether there is a value or not. */
  function expectNode(who: Person, record: string, node: Node, classes: readonly string[], stored: { [column: string]: unknown }): void {
    for (const [dataClass, fields] of Object.entries(FIELDS[record]))
      for (const field of fields.split(' ')) {
        const there = classes.includes(dataClass);
        counts[there ? 'shown' : 'hidden'] += 1;
        const value = stored[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(record === 'Referral' ? 'from_partner_id' : '', record === 'Referral' ? 'partner_id' : '')] ?? null;
        const shown = (each: unknown) => (typeof each === 'string' && /^\d{4}-\d\d-\d\dT/.test(each) ? new Date(each).toISOString() : each);
        expect([who.as, record, field, shown(node[field])]).toEqual([who.as, record, field, there ? shown(value) : null]);
      }
    const hidden = HAS[record].filter((each) => !classes.includes(each));
    expect([who.as, record, node.withheld.map(({ dataClass }) => dataClass).sort()]).toEqual([who.as, record, [...hidden].sort()]);
  }

  const stored = async (table: string, id: string) => (await truth.rows<{ row: { [column: string]: unknown } }>(`select to_jsonb(t) as row from ${table} t where id = $1`, [id]))[0].row;

  it('of the schema is named in the matrix', () => {
    for (const [record, of] of Object.entries(FIELDS)) expect([record, selections[record].split(' ').sort()]).toEqual([record, [...Object.values(of).join(' ').split(' '), 'may'].sort()]);
    expect(Object.keys(HAS).filter((record) => !FIELDS[record]).sort()).toEqual(['Agreement', 'Attachment', 'Note', 'Task']);
  });

  it.each([
    ['a draft', () => draft, sender],
    ['what was sent', () => sent, aroundSent],
    ['what was withdrawn', () => withdrawn, aroundWithdrawn],
  ] as [string, () => scenes.Referral, Places][])('of a referral is shown or withheld by the matrix: %s', async (_, which, places) => {
    const { id } = which();
    const row = await stored('referral', id);
    for (const who of everybody) {
      const classes = meet(who, 'Referral', places, {});
      const { code, data } = await read(who, `{ referral(id: "${id}") { ${selections.Referral} ${marker} } }`);
      expect([who.as, code]).toEqual([who.as, classes.length ? '' : 'NOT_FOUND']);
      if (classes.length) expectNode(who, 'Referral', data.referral, classes, row);
      else counts.absent += 1;
    }
  });

  it('of what hangs on a referral too: to whom it goes, what each got, what was asked, who agreed', async () => {
    for (const { id } of [draft, sent, withdrawn]) await eachOf(everybody, (who) => cells.read(who, id));
    expect(cells.deviations.slice(0, 4)).toEqual([]);
    expect(cells.counts.rows).toBeGreaterThan(60);
    expect(cells.counts.shown).toBeGreaterThan(1000);
  }, 60_000);

  it('of a client is shown to who works for its one partner', async () => {
    const row = await stored('client', clientId);
    for (const who of everybody) {
      const classes = meet(who, 'Client', { 'OCMW Ledegem': { seat: 'OWNER', lent: [] } }, {});
      const { code, data } = await read(who, `{ client(id: "${clientId}") { ${selections.Client} ${marker} } }`);
      expect([who.as, code]).toEqual([who.as, classes.length ? '' : 'NOT_FOUND']);
      if (classes.length) expectNode(who, 'Client', data.client, classes, row);
    }
  });

  it('of a short question is shown to who asks and to who is asked, of the household no more than each may read', async () => {
    for (const [to, receiver] of [['Woondienst Regio Izegem', 'Woondienst Regio Izegem'], ['Vivus', 'Vivus']]) {
      const { id } = await consulted(portal, ann, { to });
      const row = await stored('consult', id);
      for (const who of everybody) {
        const classes = meet(who, 'Consult', { ...sender, [receiver]: { seat: 'RECEIVER', lent: [] } }, {});
        const { code, data } = await read(who, `{ consult(id: "${id}") { ${selections.Consult} ${marker} } }`);
        expect([who.as, to, code]).toEqual([who.as, to, classes.length ? '' : 'NOT_FOUND']);
        if (classes.length) expectNode(who, 'Consult', data.consult, classes, row);
      }
    }
  });

  it.each([
    ['that was given', () => sent, aroundSent],
    ['after a withdrawal', () => withdrawn, aroundWithdrawn],
  ] as [string, () => scenes.Referral, Places][])('of an answer is shown to its partner and to the sender: %s', async (_, which, places) => {
    const { id } = which();
    const answers = await truth.rows<{ id: string; name: string }>('select a.id, p.name from answer a join partner p on p.id = a.partner_id where dossier_id = $1', [id]);
    for (const who of everybody) {
      const { partner } = who.capacity;
      const own = meet(who, 'Answer', places, { mine: true });
      const has = answers.some(({ name }) => name === partner) && own.length > 0;
      const { code, data } = await read(who, `{ ownAnswer(dossierId: "${id}") { ${selections.Answer} ${marker} } }`);
      expect([who.as, code]).toEqual([who.as, has ? '' : 'NOT_FOUND']);
      if (has) expectNode(who, 'Answer', data.ownAnswer, own, await stored('answer', answers.find(({ name }) => name === partner)!.id));
      const { data: whole } = await read(who, `{ referral(id: "${id}") { withheld { why } answers { ${selections.Answer} ${marker} } } }`);
      const shown = (whole?.referral?.answers ?? []) as Node[];
      const visible = meet(who, 'Referral', places, {}).length ? answers.filter(({ name }) => meet(who, 'Answer', places, { mine: name === partner }).length) : [];
      expect([who.as, shown.map((each) => each.id).sort()]).toEqual([who.as, visible.map((each) => each.id).sort()]);
      for (const node of shown) expectNode(who, 'Answer', node, meet(who, 'Answer', places, { mine: node.partnerId === (await truth.partner(partner)) }), await stored('answer', node.id as string));
    }
  });

  it('of a note is shown to its author, and on health or justice to the sender and to who is bound and was lent it', async () => {
    const authors: { [body: string]: Person } = { 'van ann': ann, 'van joris': joris, 'van bram': bram };
    for (const who of everybody) {
      const { data } = await read(who, `{ referral(id: "${sent.id}") { withheld { why } notes { id body dataClass } } }`);
      const shown = (data?.referral?.notes ?? []) as unknown as { id: string; body: string }[];
      const wanted = notes.filter(({ body }) => {
        const dataClass = { gezondheid: 'HEALTH', gerecht: 'JUDICIAL' }[body] ?? 'PRIVATE_NOTE';
        return meet(who, 'Note', aroundSent, { dataClass, author: authors[body] === who, mine: (authors[body] ?? ann).capacity.partner === who.capacity.partner }).length;
      });
      expect([who.as, shown.map(({ body }) => body).sort()]).toEqual([who.as, wanted.map(({ body }) => body).sort()]);
    }
  });

  it('is masked alike under another name, in a fragment, and where it is included', async () => {
    const query = `query ($yes: Boolean!) { a: referral(id: "${sent.id}") { other: debtsNote ...more ... on Referral { income: incomeNote } again: incomeNote @include(if: $yes) withheld { dataClass } answers { mine: advice ... on Answer { advice } } } }
      fragment more on Referral { debtsNote phone timeline { result: outcome } }`;
    const ask = async (who: Person) => (await portal.graphql<{ a: Node & { answers: Node[]; timeline: Node[] } }>(query, { yes: true }, who)).data.a;
    expect(await ask(tom)).toMatchObject({ other: null, income: null, again: null, debtsNote: null, phone: '0470 00 11 22' });
    expect(await ask(bram)).toMatchObject({ other: scenes.question.debtsNote, income: scenes.question.incomeNote, again: scenes.question.incomeNote });
    const coordinator = await ask(sofie);
    expect([coordinator, ...coordinator.answers, ...coordinator.timeline].flatMap(({ other, income, again, phone, mine, advice, result }) => [other, income, again, phone, mine, advice, result]).filter((value) => value !== null && value !== undefined)).toEqual([]);
    expect(coordinator.timeline.length).toBeGreaterThan(0);
  });

  it('was looked at often enough', () => {
    expect(counts).toEqual({ shown: expect.any(Number), hidden: expect.any(Number), absent: expect.any(Number) });
    expect(counts.shown).toBeGreaterThan(400);
    expect(counts.hidden).toBeGreaterThan(120);
    expect(counts.absent).toBeGreaterThan(30);
  });

  it('that is withheld says why by the book alone: the same with a value as without one', async () => {
    const client = await scenes.aClient(portal, ann, { phone: null, email: null, language: null, contactNote: null, householdNote: null });
    const empty = await scenes.aReferral(portal, ann, { client, changes: { debtsNote: null, incomeNote: null, incomeSource: null, housingNote: null } });
    // Without a municipality nothing can be sent: it is taken away afterwards.
    await truth.rows('update referral set street = null, postcode = null, municipality = null, version = version + 1 where id = $1', [empty.id]);
    await truth.rows('delete from share where dossier_id = any($1)', [[empty.id, sent.id]]);
    const of = async (id: string) => (await read(bram, `{ referral(id: "${id}") { phone email street municipality debtsNote incomeNote incomeSource housingNote adults withheld { dataClass why } } }`)).data.referral;
    expect(await of(empty.id)).toEqual(await of(sent.id));
    expect((await of(sent.id)).withheld).toContainEqual({ dataClass: 'HEALTH', why: 'NOT_SHARED' });
    const { data } = await read(tom, `{ referral(id: "${sent.id}") { withheld { dataClass why } } }`);
    expect(data.referral.withheld).toEqual(expect.arrayContaining([{ dataClass: 'HEALTH', why: 'LAW_SECRECY' }, { dataClass: 'INCOME', why: 'NOT_FOR_ROLE' }, { dataClass: 'CONTACT', why: 'NOT_SHARED' }]));
  });
});
