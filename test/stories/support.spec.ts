import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ann, bram, frank, geert, hilde, joris, marijke, nele, type Person, sofie, jelle } from '../cast/cast.js';
import { asked, askSupport, HELP, letIn, openSupport, supportLooks, supportRequests, supportStep } from '../cast/support.js';
import { accept, aDraft, aNote, aReferral, codeOf, must, receive, type Referral, send } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Shown = { givenName: string | null; debtsNote: string | null; notes: { dataClass: string; body: string }[]; withheld: { dataClass: string }[]; may: string[] };
type Notice = { kind: string; urgent: boolean; dossierId: string | null };

describe('support of the platform', () => {
  let portal: TestPortal;
  let truth: Truth;
  let sent: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    const draft = await aDraft(portal);
    await aNote(portal, ann, draft.id, 'HEALTH', 'Slaapt slecht');
    await aNote(portal, ann, draft.id, 'PRIVATE_NOTE', 'Voor mij alleen');
    sent = await accept(portal, await receive(portal, await send(portal, draft)));
  });
  beforeEach(() => truth.rows('delete from support_look'));
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const open = (id = sent.id, who: Person = jelle) => portal.graphql<{ referral: Shown }>(`query ($id: ID!) { referral(id: $id) { givenName debtsNote notes { dataClass body } withheld { dataClass } may } }`, { id }, who);
  const told = async (who: Person, kind: string): Promise<Notice[]> => (await must<{ notices: { nodes: Notice[] } }>(portal, who, '{ notices { nodes { kind urgent dossierId } } }')).notices.nodes.filter((each) => each.kind === kind);
  const counts = (people: readonly Person[], kind: string) => Promise.all(people.map(async (who) => (await told(who, kind)).length));
  const pass = () => truth.rows(`set session_replication_role = replica; update support_look set decided_at = decided_at - interval '2 hours', ends_at = ends_at - interval '2 hours'; set session_replication_role = origin`);

  it('sees nothing of a dossier, has no list, and no door but its own', async () => {
    expect(codeOf(await open())).toBe('NOT_FOUND');
    const { me, referrals, clients, consults, find, worklist } = await must<{ me: { doors: string[] } } & { [list: string]: { nodes: object[] } & object[] }>(portal, jelle, '{ me { doors } referrals { nodes { id } } clients { nodes { id } } consults { nodes { id } } find: foundReferrals(words: "rosa") { id } worklist(part: TODO) { nodes { id } } }');
    expect([referrals.nodes, clients.nodes, consults.nodes, find, worklist.nodes]).toEqual([[], [], [], [], []]);
    expect(me.doors.filter((door) => !/^(Notice|MailPreference|Person\.read|SupportLook|Partner|ExchangeProtocol|CooperationProtocol|Municipality)/.test(door))).toEqual([]);
  });

  it('asks with a reason, and learns nothing by it', async () => {
    const look = await asked(portal, sent.number.toLowerCase());
    expect(look).toMatchObject({ number: sent.number, reason: HELP, state: 'ASKED', dossierId: null, dossierKind: null, endsAt: null, may: ['withdraw'] });
    expect(codeOf(await open())).toBe('NOT_FOUND');
    expect(await openSupport(portal)).toBeNull();
    expect((await askSupport(portal, sent.number, { reason: 'help eens' })).errors![0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'reason' }] });
  });

  it('is let in by the DPO: reads that one dossier as a worker there, and changes nothing', async () => {
    const other = await aReferral(portal);
    const request = await letIn(portal, nele, sent.number);
    expect(request).toMatchObject({ state: 'OPEN', personName: 'Jelle Maertens', decidedName: 'Nele Bossuyt', dossierId: sent.id, dossierKind: 'Referral', may: ['end'] });
    expect(Date.parse(request.endsAt!) - Date.parse(request.decidedAt!)).toBe(3_600_000);
    expect(await openSupport(portal)).toMatchObject({ dossierId: sent.id, number: sent.number, may: ['end'] });
    const { data } = await open();
    expect(data.referral).toMatchObject({ givenName: 'Rosa', debtsNote: 'Achterstal van twee maanden huur', notes: [], may: [] });
    expect(data.referral.withheld.map(({ dataClass }) => dataClass)).toEqual(['HEALTH', 'JUDICIAL']);
    const { timeline, why, looks } = await must<{ timeline: { nodes: object[] }; looks: { nodes: object[] }; why: { title: string } }>(portal, jelle, `{ timeline(dossierId: "${sent.id}") { nodes { event } } looks(dossierId: "${sent.id}") { nodes { day } } why(id: "${sent.id}", dataClass: DEBTS) { title } }`);
    expect([timeline.nodes.length > 0, looks.nodes.length > 0, why.title]).toEqual([true, true, 'Schulden: met noodtoegang']);
    expect(codeOf(await open(other.id))).toBe('NOT_FOUND');
    const { referrals, worklist } = await must<{ referrals: { nodes: object[] }; worklist: { nodes: object[] } }>(portal, jelle, '{ referrals { nodes { id } } worklist(part: TODO) { nodes { id } } }');
    expect([referrals.nodes, worklist.nodes]).toEqual([[], []]);
    const { errors } = await portal.graphql(`mutation { withdrawReferral(key: "${crypto.randomUUID()}", id: "${sent.id}", version: ${sent.version}, reason: "x") { id } }`, {}, jelle);
    expect(errors![0].extensions.code).toBe('FORBIDDEN');
  });

  it('is let in by the coordinator of a receiver, and then reads what was lent to it and no more', async () => {
    const lent = await aReferral(portal, ann, { to: { 'Woondienst Regio Izegem': ['CONTACT'] } });
    await letIn(portal, sofie, lent.number);
    expect((await open(lent.id)).data.referral).toMatchObject({ givenName: 'Rosa', debtsNote: null, notes: [] });
  });

  it('is told at once, when it asks and when it is let in, to who decides and who answers for the dossier', async () => {
    const people = [ann, nele, hilde, joris, geert, marijke, bram];
    const [asks, breaks] = [await counts(people, 'SUPPORT_ASKED'), await counts(people, 'GLASS_BROKEN')];
    const look = await asked(portal, sent.number);
    expect((await counts(people, 'SUPPORT_ASKED')).map((count, at) => count - asks[at])).toEqual([1, 1, 1, 0, 0, 0, 0]);
    expect((await told(ann, 'SUPPORT_ASKED'))[0]).toEqual({ kind: 'SUPPORT_ASKED', urgent: true, dossierId: sent.id });
    expect((await told(nele, 'SUPPORT_ASKED'))[0]).toEqual({ kind: 'SUPPORT_ASKED', urgent: true, dossierId: null });
    expect((await supportStep(portal, hilde, 'approveSupport', look)).errors).toBeUndefined();
    expect((await counts(people, 'GLASS_BROKEN')).map((count, at) => count - breaks[at])).toEqual([1, 1, 0, 0, 0, 0, 0]);
    expect((await told(jelle, 'SUPPORT_DECIDED'))[0]).toEqual({ kind: 'SUPPORT_DECIDED', urgent: true, dossierId: null });
  });

  it('leaves its looks in the trail of the host, as glass, and who looked names it at the partner that let it', async () => {
    await letIn(portal, nele, sent.number);
    await truth.rows('delete from trail; delete from look');
    await open();
    const lines = await truth.rows<{ partner: string; capacity: string; purpose: string; operation: string; record: string; classes: string[] }>(`select o.name as partner, t.capacity, t.purpose, t.operation, t.record, t.classes from trail t join partner o on o.id = t.partner_id where t.person_id = $1 and t.dossier_ids @> array[$2::uuid]`, [(await truth.person(jelle)).id, sent.id]);
    expect(lines).toEqual([{ partner: 'Woondienst Regio Izegem', capacity: 'WOONDIENST/PLATFORM_ADMIN', purpose: 'glass', operation: 'read', record: 'Referral', classes: expect.arrayContaining(['DEBTS', 'IDENTITY']) }]);
    const looks = async (who: Person) => (await must<{ looks: { nodes: { glass: boolean; kind: string; role: string; personal: boolean; person: object | null; partner: { name: string } }[] } }>(portal, who, `{ looks(dossierId: "${sent.id}") { nodes { glass kind role personal person { name } partner { name } } } }`)).looks.nodes.filter(({ role }) => role === 'PLATFORM_ADMIN');
    expect(await looks(ann)).toEqual([{ glass: true, kind: 'LOOKED', role: 'PLATFORM_ADMIN', personal: false, person: null, partner: { name: 'Woondienst Regio Izegem' } }]);
    expect(await looks(bram)).toEqual([]);
  });

  it('ends by itself at the minute, with no worker, and a look after it is one that failed', async () => {
    await letIn(portal, nele, sent.number);
    expect((await open()).data.referral.givenName).toBe('Rosa');
    await pass();
    expect(codeOf(await open())).toBe('NOT_FOUND');
    expect(await openSupport(portal)).toBeNull();
    const [line] = await truth.rows<{ purpose: string; outcome: string }>('select purpose, outcome from trail where person_id = $1 and operation = \'read\' and outcome = \'NOT_FOUND\' order by id desc limit 1', [(await truth.person(jelle)).id]);
    expect(line).toEqual({ purpose: 'support', outcome: 'NOT_FOUND' });
  });

  it.each<['who looks' | 'the partner', Person, 'leaveSupport' | 'endSupport']>([['who looks', jelle, 'leaveSupport'], ['the partner', hilde, 'endSupport']])('is ended before its time by %s, and never again open', async (_, who, verb) => {
    const request = await letIn(portal, nele, sent.number);
    const { data } = await supportStep(portal, who, verb, request);
    expect(data[verb]).toMatchObject({ state: 'ENDED', endedAt: expect.any(String), may: [] });
    expect(codeOf(await open())).toBe('NOT_FOUND');
    expect(codeOf(await supportStep(portal, who, verb, { ...request, version: 3 }))).toBe('NOT_POSSIBLE');
    expect(codeOf(await supportStep(portal, nele, 'approveSupport', { ...request, version: 3 }))).toBe('NOT_POSSIBLE');
  });

  it('stands in two lists: her own, and that of the partner for who decides there', async () => {
    const look = await asked(portal, sent.number);
    expect((await supportLooks(portal)).map(({ id }) => id)).toEqual([look.id]);
    expect(await supportRequests(portal, nele)).toMatchObject([{ id: look.id, personName: 'Jelle Maertens', number: sent.number, may: ['approve', 'decline'] }]);
    expect(await supportRequests(portal, hilde)).toHaveLength(1);
    for (const who of [ann, frank, geert, marijke, sofie, jelle]) expect([who.as, await supportRequests(portal, who)]).toEqual([who.as, []]);
    for (const who of [nele, marijke, bram]) expect([who.as, await supportLooks(portal, who)]).toEqual([who.as, []]);
  });
});
