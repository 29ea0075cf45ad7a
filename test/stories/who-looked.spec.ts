import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, els, hilde, joke, joris, katrien, lies, mohamed, nele, type Person, sofie } from '../cast/cast.js';
import { added, text } from '../cast/files.js';
import { aClient, agreement, aNote, aReferral, codeOf, EVERYTHING, must, type Referral, send, withdraw } from '../cast/scenes.js';
import { aFullDraft, CAW, now, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';

type Look = { day: string; personal: boolean; role: string; kind: string; glass: boolean; classes: string[]; partnerKind: string; person: { name: string } | null; partner: { name: string } | null };
const agreed = { ...agreement, classes: [...EVERYTHING, 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };
const SHOWN = '{ day personal role kind glass classes partnerKind person { name } partner { name } }';

describe('who looked', () => {
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

  const ask = (who: Person, id: string, more = '') => portal.graphql<{ looks: { nodes: Look[]; next: string | null } }>(`query ($id: ID!) { looks(dossierId: $id${more}) { nodes ${SHOWN} next } }`, { id }, who);
  const looks = async (who: Person, id: string): Promise<Look[]> => {
    const { data, errors } = await ask(who, id);
    expect(errors).toBeUndefined();
    return data.looks.nodes;
  };
  const open = (who: Person, id: string, shows = 'givenName') => portal.graphql(`query ($id: ID!) { referral(id: $id) { ${shows} } }`, { id }, who);
  const sent = async (to: { [partner: string]: readonly string[] } = { [WOONDIENST]: ['CONTACT', 'DEBTS'], [CAW]: ['CONTACT'] }) => send(portal, await aFullDraft(portal, ann, { to }), [agreed]);
  const names = (all: readonly Look[]) => [...new Set(all.map(({ person, partner }) => person?.name ?? partner?.name ?? null))].sort();

  it('tells a sender of its own people by name, and of each receiver that it did, what it saw and in which function', async () => {
    const { id } = await sent();
    await open(bram, id, 'givenName debtsNote');
    await open(katrien, id, 'givenName debtsNote');
    await open(joris, id, 'phone notes { body }');
    const told = await looks(ann, id);
    expect(names(told)).toEqual(['Ann Maes', 'Joris Callewaert', WOONDIENST]);
    const [woondienst, ...more] = told.filter(({ partner, personal }) => !personal && partner!.name === WOONDIENST);
    expect(more).toEqual([]);
    expect(woondienst).toMatchObject({ kind: 'LOOKED', role: 'HOUSING_COUNSELLOR', classes: ['DEBTS', 'IDENTITY'], glass: false, person: null, day: new Date().toLocaleDateString('sv', { timeZone: 'Europe/Brussels' }) });
    expect(told.filter(({ person }) => person?.name === 'Joris Callewaert').map(({ kind, classes }) => [kind, classes])).toEqual([['LOOKED', ['CONTACT', 'CORE', 'HEALTH', 'JUDICIAL']]]);
    expect(told.filter(({ person }) => person?.name === 'Ann Maes').map(({ kind }) => kind)).toContain('CHANGED');
  });

  it('tells a receiver of its own people and of the sender as an organisation; of another receiver, of what the sender did and of what it wrote for itself, nothing', async () => {
    const { id } = await sent();
    await open(joke, id);
    await open(els, id, 'number');
    await aNote(portal, joke, id, 'PRIVATE_NOTE', 'voor mij');
    await open(bram, id);
    await open(ann, id, 'givenName notes { body }');
    const told = await looks(bram, id);
    expect(names(told)).toEqual(['Bram Vandeputte', 'OCMW Ledegem']);
    expect(told.filter(({ personal }) => !personal).map(({ kind, classes, person }) => [kind, classes, person])).toEqual([['LOOKED', [], null]]);
    const toSender = await looks(ann, id);
    expect(toSender.filter(({ partner, personal }) => !personal && partner!.name === CAW).map(({ role, kind, classes }) => [role, kind, classes]).sort()).toEqual([['COORDINATOR', 'LOOKED', ['CORE']], ['SOCIAL_WORKER', 'LOOKED', ['IDENTITY']]]);
    expect(JSON.stringify(toSender)).not.toMatch(/PRIVATE_NOTE/);
  });

  it('tells of what was met in a list, with the classes that each dossier really showed there', async () => {
    const lent = await sent({ [WOONDIENST]: ['CONTACT', 'DEBTS'] });
    const not = await sent({ [WOONDIENST]: ['CONTACT'] });
    await must(portal, bram, '{ referrals(first: 50) { nodes { number debtsNote } } }');
    const inLists = async ({ id }: Referral) => (await looks(ann, id)).filter(({ personal, kind }) => !personal && kind === 'LISTED').map(({ classes }) => classes);
    expect(await inLists(lent)).toEqual([['CORE', 'DEBTS']]);
    expect(await inLists(not)).toEqual([['CORE']]);
  });

  it('tells a sender of no class that a receiver has in its own files alone', async () => {
    const { id } = await sent({ [WOONDIENST]: ['CONTACT'] });
    await added(portal, bram, id, text('loonfiche', 'loonfiche.txt'), { dataClass: 'INCOME', partnerIds: [] });
    await open(katrien, id, 'givenName attachments { fileName dataClass }');
    const classes = async (who: Person) => (await looks(who, id)).filter(({ personal }) => personal === (who === bram)).flatMap((look) => look.classes);
    expect(await classes(bram)).toContain('INCOME');
    expect(await classes(ann)).toContain('IDENTITY');
    expect(await classes(ann)).not.toContain('INCOME');
  });

  it('tells of an attempt that was refused to the own partner alone', async () => {
    const { id } = await sent();
    await truth.rows(`insert into exclusion (person_id, dossier_id, reason) values ($1, $2, 'familie')`, [(await truth.person(katrien)).id, id]);
    for (const who of [katrien, lies, nele]) expect(codeOf(await open(who, id))).toBe('NOT_FOUND');
    const denied = (all: readonly Look[]) => all.filter(({ kind }) => kind === 'DENIED').map(({ person }) => person!.name);
    expect(denied(await looks(bram, id))).toEqual(['Katrien Lagae']);
    expect(denied(await looks(ann, id))).toEqual(['Nele Bossuyt']);
    expect(denied(await looks(joke, id))).toEqual([]);
    expect(codeOf(await ask(katrien, id))).toBe('NOT_FOUND');
  });

  it('is for who works on the file; a coordinator sees her own people, and nobody else does', async () => {
    const { id, clientId } = await sent();
    await open(bram, id);
    expect(names(await looks(sofie, id))).toEqual(['Bram Vandeputte']);
    expect(names(await looks(hilde, id))).toEqual(['Ann Maes']);
    for (const who of [lies, nele, mohamed]) for (const each of [id, clientId]) expect([who.as, codeOf(await ask(who, each))]).toEqual([who.as, 'NOT_FOUND']);
    expect(codeOf(await ask(bram, clientId))).toBe('NOT_FOUND');
    expect(names(await looks(joris, clientId))).toEqual(['Ann Maes', 'Nele Bossuyt']);
    const withdrawn = await withdraw(portal, await now(portal, await aReferral(portal, ann)));
    expect(codeOf(await ask(bram, withdrawn.id))).toBe('NOT_FOUND');
  });

  it('never tells by the name of a partner in which municipality a protected client lives', async () => {
    const client = await aClient(portal, ann, { addressProtected: true });
    const { id } = await aReferral(portal, ann, { client, to: { [WOONDIENST]: ['CONTACT'] } });
    await open(ann, id);
    await open(bram, id);
    const toReceiver = (await looks(bram, id)).filter(({ personal }) => !personal);
    expect(toReceiver.map(({ partner, partnerKind }) => [partner, partnerKind])).toEqual([[null, 'OCMW']]);
    expect(names(await looks(ann, id))).toContain(WOONDIENST);
    const open_ = await aReferral(portal, ann);
    await open(ann, open_.id);
    expect(names(await looks(bram, open_.id))).toContain('OCMW Ledegem');
  });

  it('gives the client on which days each organisation saw her file, its own one too, and names nobody', async () => {
    const register = async (who: Person, id: string) => (await must<{ register: { looks: { partnerId: string; days: string[] }[] } }>(portal, who, 'query ($id: ID!) { register(clientId: $id) { looks { partnerId days } } }', { id })).register.looks;
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Brussels' });
    const { id, clientId } = await sent();
    const [ledegem, woondienst] = [await truth.partner('OCMW Ledegem'), await truth.partner(WOONDIENST)];
    expect(await register(ann, clientId)).toEqual([{ partnerId: ledegem, days: [today] }]);
    await open(bram, id);
    await open(katrien, id);
    for (const who of [lies, mohamed]) await open(who, id);
    await truth.rows(`insert into look (dossier_id, partner_id, audience, partner_kind, personal, role, kind, glass, classes, day, at) select $1::uuid, $2::uuid, array[$3::uuid], 'WOONDIENST', false, 'HOUSING_COUNSELLOR', 'LOOKED', false, c, '2026-01-05', '2026-01-05' from (values ('{CORE}'::text[]), ('{DEBTS}')) v (c)`, [id, woondienst, ledegem]);
    await truth.rows(`update party set since = '2026-01-01' where dossier_id = $1 and partner_id = $2`, [id, ledegem]);
    const wanted = [{ partnerId: ledegem, days: [today] }, { partnerId: woondienst, days: [today, '2026-01-05'] }];
    expect((await register(joris, clientId)).sort((a, b) => a.days.length - b.days.length)).toEqual(wanted);
    const other = await send(portal, await aFullDraft(portal, bram, { to: { [CAW]: ['CONTACT'] } }), [agreed]);
    expect((await register(bram, other.clientId)).map(({ partnerId }) => partnerId)).toEqual([woondienst]);
  });

  it('is itself a look', async () => {
    const { id } = await sent();
    await looks(joris, id);
    expect(names(await looks(ann, id))).toContain('Joris Callewaert');
    expect(await truth.rows(`select operation, record from trail where person_id = $1 and dossier_ids @> array[$2::uuid]`, [(await truth.person(joris)).id, id])).toEqual([{ operation: 'read', record: 'Look' }]);
  });

  it('marks who broke the glass, to who opened the dossier too', async () => {
    const { id } = await sent();
    const { id: personId, partnerId } = await truth.person(lies);
    await truth.rows(`insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) values ($1, $2, 'OCMW/SOCIAL_WORKER', 'read', 'glass', 'Referral', array[$3::uuid], '{CORE,DEBTS}', 'DONE')`, [personId, partnerId, id]);
    expect((await looks(ann, id)).filter(({ glass }) => glass).map(({ partner, personal, classes }) => [partner!.name, personal, classes])).toEqual([['OCMW Izegem', false, ['CORE', 'DEBTS']]]);
    expect((await looks(bram, id)).filter(({ glass }) => glass)).toEqual([]);
  });

  it('comes in pages, newest day first, and a receiver gets no day before it sat there', async () => {
    const { id } = await sent();
    await open(bram, id);
    const { partnerId: ledegem, id: annId } = await truth.person(ann);
    for (const day of ['2026-01-05', '2026-01-06', '2026-01-07'])
      await truth.rows(`insert into look (dossier_id, partner_id, audience, partner_kind, personal, person_id, role, kind, glass, classes, day, at) select $1::uuid, $2::uuid, a, 'OCMW', p is not null, p, 'SOCIAL_WORKER', 'LOOKED', false, '{}', $4::date, $4::date from (values (array[$2::uuid], $3::uuid), ('{}', null)) v (a, p)`, [id, ledegem, annId, day]);
    await truth.rows(`update party set since = '2026-01-01' where dossier_id = $1 and partner_id = $2`, [id, ledegem]);
    const days: string[] = [];
    let after = '';
    do {
      const { data } = await ask(ann, id, `, first: 2${after && `, after: "${after}"`}`);
      expect(data.looks.nodes.length).toBeLessThanOrEqual(2);
      days.push(...data.looks.nodes.map(({ day }) => day));
      after = data.looks.next ?? '';
    } while (after);
    expect(days).toEqual([...days].sort().reverse());
    expect(days.filter((day) => day.startsWith('2026-01'))).toEqual(['2026-01-07', '2026-01-06', '2026-01-05']);
    expect((await looks(bram, id)).filter(({ day }) => day.startsWith('2026-01'))).toEqual([]);
  });
});
