import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ann, frank, geert, hilde, joris, marijke, nele, type Person, sofie } from '../cast/cast.js';
import { broken, endGlass, openGlass, REASON } from '../cast/glass.js';
import { accept, aDraft, aNote, aReferral, codeOf, must, receive, type Referral, send } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Shown = { givenName: string | null; debtsNote: string | null; notes: { dataClass: string; body: string }[]; may: string[] };
type Line = { purpose: string; record: string; classes: string[]; outcome: string; changed: boolean };

describe('a broken glass', () => {
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
  beforeEach(() => truth.rows('delete from glass_break'));
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const open = (who: Person, id = sent.id) => portal.graphql<{ referral: Shown }>(`query ($id: ID!) { referral(id: $id) { givenName debtsNote notes { dataClass body } may } }`, { id }, who);
  const lines = async (who: Person): Promise<Line[]> => truth.rows<Line>('select purpose, record, classes, outcome, changed from trail where person_id = $1 and dossier_ids @> array[$2::uuid] order by id', [(await truth.person(who)).id, sent.id]);
  const told = (who: Person) => must<{ notices: { nodes: { kind: string; urgent: boolean; dossierId: string | null }[] } }>(portal, who, '{ notices { nodes { kind urgent dossierId } } }').then(({ notices }) => notices.nodes.filter(({ kind }) => kind === 'GLASS_BROKEN'));
  const pass = () => truth.rows(`update glass_break set opened_at = opened_at - interval '2 hours', ends_at = ends_at - interval '2 hours', version = version + 1`);

  it('shows a DPO one dossier as who works on it sees it, to read only, and without what somebody wrote for herself', async () => {
    expect(codeOf(await open(nele))).toBe('NOT_FOUND');
    const glass = await broken(portal, nele, sent.number.toLowerCase());
    expect(glass).toMatchObject({ dossierId: sent.id, dossierKind: 'Referral', number: sent.number, personName: 'Nele Bossuyt', reason: REASON, may: ['end'] });
    const { data } = await open(nele);
    expect(data.referral).toEqual({ givenName: 'Rosa', debtsNote: 'Achterstal van twee maanden huur', notes: [{ dataClass: 'HEALTH', body: 'Slaapt slecht' }], may: [] });
    const { why } = await must<{ why: { shown: boolean; title: string } }>(portal, nele, `{ why(id: "${sent.id}", dataClass: DEBTS) { shown title } }`);
    expect(why).toEqual({ shown: true, title: 'Schulden: met noodtoegang' });
    const { timeline } = await must<{ timeline: { nodes: object[] } }>(portal, nele, `{ timeline(dossierId: "${sent.id}") { nodes { event } } }`);
    expect(timeline.nodes.length).toBeGreaterThan(0);
  });

  it('shows a coordinator beside the core what her organisation holds; another dossier stays as it was, and no list grows', async () => {
    const other = await aReferral(portal);
    expect((await open(hilde)).data.referral.givenName).toBeNull();
    await broken(portal, hilde, sent.number);
    expect((await open(hilde)).data.referral).toMatchObject({ givenName: 'Rosa', debtsNote: 'Achterstal van twee maanden huur' });
    expect((await open(hilde, other.id)).data.referral).toMatchObject({ givenName: null, debtsNote: null });
    const { referrals } = await must<{ referrals: { nodes: { id: string; givenName: string | null }[] } }>(portal, hilde, '{ referrals { nodes { id givenName } } }');
    expect(referrals.nodes.filter(({ givenName }) => givenName)).toEqual([]);
    expect((await must<{ referrals: { nodes: object[] } }>(portal, nele, '{ referrals { nodes { id } } }')).referrals.nodes).toEqual([]);
  });

  it('shows a receiver what was lent to it and no more', async () => {
    await broken(portal, marijke, sent.number);
    expect((await open(marijke)).data.referral).toMatchObject({ givenName: 'Rosa', debtsNote: 'Achterstal van twee maanden huur' });
    const lent = await aReferral(portal, ann, { to: { 'Woondienst Regio Izegem': ['CONTACT'] } });
    await truth.rows('delete from glass_break');
    await broken(portal, marijke, lent.number);
    expect((await open(marijke, lent.id)).data.referral).toMatchObject({ givenName: 'Rosa', debtsNote: null, notes: [] });
  });

  it('is told at once to the DPOs and to who answers for the dossier, of her partner and of the one that opened it', async () => {
    const before = await Promise.all([ann, nele, joris, marijke, frank, geert].map(async (who) => (await told(who)).length));
    await broken(portal, sofie, sent.number);
    const after = await Promise.all([ann, nele, joris, marijke, frank, geert].map(async (who) => (await told(who)).length));
    expect(after.map((count, at) => count - before[at])).toEqual([1, 1, 0, 1, 0, 0]);
    expect((await told(ann))[0]).toEqual({ kind: 'GLASS_BROKEN', urgent: true, dossierId: sent.id });
  });

  it('leaves its own lines: that it was broken, and each look through it with the classes that were shown', async () => {
    await truth.rows('delete from trail');
    await broken(portal, nele, sent.number);
    await open(nele);
    expect((await lines(nele)).map(({ purpose, record, outcome, changed }) => [purpose, record, outcome, changed])).toEqual([['glass', 'GlassBreak', 'DONE', false], ['glass', 'GlassBreak', 'DONE', false], ['glass', 'Referral', 'DONE', false]]);
    expect((await lines(nele)).at(-1)!.classes.sort()).toEqual(['CORE', 'DEBTS', 'HEALTH', 'IDENTITY']);
    const { looks } = await must<{ looks: { nodes: { glass: boolean; kind: string; person: { name: string } | null }[] } }>(portal, ann, `{ looks(dossierId: "${sent.id}") { nodes { glass kind person { name } } } }`);
    expect(looks.nodes.filter(({ glass, kind }) => glass && kind === 'LOOKED').map(({ person }) => person?.name)).toContain('Nele Bossuyt');
    expect(looks.nodes.filter(({ glass, kind }) => glass && kind === 'CHANGED')).toEqual([]);
  });

  it('tells who opened the dossier that another organisation broke it, and nobody of who', async () => {
    await truth.rows('delete from look');
    await broken(portal, marijke, sent.number);
    await open(marijke);
    const { looks } = await must<{ looks: { nodes: { glass: boolean; person: object | null; partner: { name: string } }[] } }>(portal, ann, `{ looks(dossierId: "${sent.id}") { nodes { glass person { name } partner { name } } } }`);
    expect(looks.nodes.filter(({ glass }) => glass).map(({ person, partner }) => [person, partner.name])[0]).toEqual([null, 'Woondienst Regio Izegem']);
  });

  it('ends by itself', async () => {
    await broken(portal, nele, sent.number);
    expect(await openGlass(portal, nele)).toMatchObject({ number: sent.number });
    await pass();
    expect(await openGlass(portal, nele)).toBeNull();
    expect(codeOf(await open(nele))).toBe('NOT_FOUND');
    expect((await lines(nele)).at(-1)).toMatchObject({ purpose: 'supervision', outcome: 'NOT_FOUND' });
  });

  it('is ended before its time by who broke it, or by the DPO, and never twice', async () => {
    const glass = await broken(portal, hilde, sent.number);
    const { data } = await endGlass(portal, nele, glass);
    expect(data.endGlass.endedAt).not.toBeNull();
    expect((await open(hilde)).data.referral.givenName).toBeNull();
    expect(codeOf(await endGlass(portal, hilde, { ...glass, version: 2 }))).toBe('NOT_POSSIBLE');
    const again = await broken(portal, hilde, sent.number);
    expect((await endGlass(portal, hilde, again)).errors).toBeUndefined();
  });

  it('stands in the list of the DPO, who sees each; of a coordinator only her own', async () => {
    await broken(portal, hilde, sent.number);
    const list = (who: Person) => must<{ glassBreaks: { nodes: { personName: string }[] } }>(portal, who, '{ glassBreaks { nodes { personName } } }').then(({ glassBreaks }) => glassBreaks.nodes.map(({ personName }) => personName));
    await broken(portal, nele, sent.number);
    expect(await list(nele)).toEqual(['Nele Bossuyt', 'Hilde Debaere']);
    expect(await list(hilde)).toEqual(['Hilde Debaere']);
    for (const who of [ann, geert, frank, marijke]) expect([who.as, await list(who)]).toEqual([who.as, []]);
  });
});
