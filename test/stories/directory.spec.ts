import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, chris, geert, hilde, ingrid, joris, nele, type Person, wim } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import { aClient, aReferral, codeOf } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read, type Shown } from './shown.js';

const day = inDays;
const ADD = 'mutation ($key: ID!, $name: String!, $username: String!) { addPerson(key: $key, name: $name, username: $username) { id version name username active may } }';
const GIVE = 'mutation ($key: ID!, $personId: ID!, $role: Role!, $since: Day!, $until: Day) { giveMandate(key: $key, personId: $personId, role: $role, since: $since, until: $until) { id version role may } }';
const END = 'mutation ($key: ID!, $id: ID!, $version: Int!, $until: Day!) { endMandate(key: $key, id: $id, version: $version, until: $until) { until } }';
const CHANGE = 'mutation ($key: ID!, $id: ID!, $version: Int!, $active: Boolean, $name: String) { changePerson(key: $key, id: $id, version: $version, active: $active, name: $name) { active name version } }';

describe('an admin', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    for (const who of [ann, joris, geert]) await portal.session(who.as);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const staff = async (who: Person = geert) => (await read(portal, who, '{ people { id version name username active may mandates { id version role may } } }')).people;
  const person = async (username: string, who: Person = geert) => (await staff(who)).find((each) => each.username === username)!;
  const add = (username: string, who: Person = geert) => portal.graphql<{ addPerson: Shown }>(ADD, { key: randomUUID(), name: 'Nieuw Iemand', username }, who);
  const give = (personId: string, more: object = {}, who: Person = geert) => portal.graphql<{ giveMandate: Shown } | null>(GIVE, { key: randomUUID(), personId, role: 'SOCIAL_WORKER', since: '2026-01-01', ...more }, who);
  const end = (mandate: { id: string; version: number }, until: string, who: Person = geert) => portal.graphql(END, { key: randomUUID(), id: mandate.id, version: mandate.version, until }, who);
  const change = (whom: { id: string; version: number }, changes: object, who: Person = geert) => portal.graphql(CHANGE, { key: randomUUID(), id: whom.id, version: whom.version, ...changes }, who);

  it('adds a person and gives her a function', async () => {
    const { data } = await add(' Nieuwe.Collega ');
    expect(data.addPerson).toMatchObject({ name: 'Nieuw Iemand', username: 'nieuwe.collega', active: true, may: ['change', 'mandate', 'absent'] });
    expect((await give(data.addPerson.id)).data?.giveMandate).toMatchObject({ role: 'SOCIAL_WORKER', may: ['end'] });
    expect((await person('nieuwe.collega')).mandates.map(({ role }) => role)).toEqual(['SOCIAL_WORKER']);
    expect((await add('nieuwe.collega')).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'username' }] });
  });

  it.each(['HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER'])('gives only functions of an organisation of her kind, not %s', async (role) => {
    expect((await give((await person(joris.as)).id, { role })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'role' }] });
  });

  it.each(['SOCIAL_WORKER', 'COORDINATOR'])('of a municipality gives nobody the function of %s', async (role) => {
    const { addPerson } = await read(portal, chris, ADD, { key: randomUUID(), name: 'X Y', username: `x.${role.toLowerCase()}` });
    expect((await give(addPerson.id, { role }, chris)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'role' }] });
  });

  it('gives nothing to herself, in no way', async () => {
    const me = await person(geert.as);
    for (const role of ['SOCIAL_WORKER', 'DPO', 'PARTNER_ADMIN', 'COORDINATOR']) expect([role, codeOf(await give(me.id, { role }))]).toEqual([role, 'FORBIDDEN']);
    expect(codeOf(await change(me, { active: false }))).toBe('FORBIDDEN');
  });

  it('does not give back a function that ended, by another end, least of all to herself', async () => {
    const { id: mine } = await truth.person(geert);
    const [ended] = await truth.rows<{ id: string; version: number }>(`insert into mandate (id, partner_id, person_id, role, since, until) select gen_random_uuid(), partner_id, id, 'SOCIAL_WORKER', '2025-01-01', '2025-12-31' from person where id = $1 returning id, version`, [mine]);
    expect(codeOf(await end(ended, day(365)))).toMatch(/INVALID|FORBIDDEN/);
    expect((await portal.session(geert.as)).capacities.map(({ role }) => role)).toEqual(['PARTNER_ADMIN']);
    await truth.rows('delete from mandate where id = $1', [ended.id]);
  });

  it('does not prolong a function by its end', async () => {
    const { data } = await give((await person(joris.as)).id, { role: 'DPO', until: day(10) });
    const mandate = data!.giveMandate;
    expect(codeOf(await end(mandate, day(20)))).toBe('INVALID');
    expect((await end(mandate, day(5))).data).toEqual({ endMandate: { until: day(5) } });
  });

  it('gives no function twice in one period', async () => {
    const { id } = await person('nieuwe.collega');
    for (const more of [{}, { since: '2024-01-01' }, { since: '2024-01-01', until: '2026-01-01' }, { since: '2030-01-01' }]) expect([more, (await give(id, more)).errors?.[0].extensions]).toMatchObject([more, { code: 'INVALID', fields: [{ field: 'role' }] }]);
    expect((await give(id, { since: '2024-01-01', until: '2025-12-31' })).errors).toBeUndefined();
    expect((await give(id, { since: '2026-02-01', until: '2026-01-01', role: 'DPO' })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'until' }] });
  });

  it('gives no function twice at the same moment', async () => {
    const { data } = await add('snelle.collega');
    const answers = await Promise.all(Array.from({ length: 5 }, () => give(data.addPerson.id)));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect((await person('snelle.collega')).mandates).toHaveLength(1);
  });

  it('leaves no organisation without an admin: not by an end, now or later', async () => {
    const [mandate] = (await person(geert.as)).mandates;
    for (const until of [day(-1), day(0), day(1), day(400)]) {
      const { errors } = await end(mandate, until);
      expect([until, errors?.[0]]).toMatchObject([until, { message: 'Dit is de laatste beheerder van deze partner. Geef eerst iemand anders deze functie.', extensions: { code: 'NEEDS' } }]);
    }
  });

  it('may go once there is another, and not both at the same moment', async () => {
    const other = await person(joris.as);
    expect((await give(other.id, { role: 'PARTNER_ADMIN' })).errors).toBeUndefined();
    const jorisAdmin: Person = { ...joris, capacity: { role: 'PARTNER_ADMIN', partner: 'OCMW Ledegem' } };
    const mandates = (await staff()).flatMap((each) => each.mandates).filter(({ role }) => role === 'PARTNER_ADMIN');
    expect(mandates).toHaveLength(2);
    const answers = await Promise.all([end(mandates[0], day(-1)), end(mandates[1], day(-1), jorisAdmin)]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await truth.rows(`select 1 from mandate where partner_id = $1 and role = 'PARTNER_ADMIN' and until is null`, [await truth.partner('OCMW Ledegem')])).toHaveLength(1);
    await truth.rows(`update mandate set until = null, version = version + 1 where role = 'PARTNER_ADMIN' and until is not null`);
  });

  it('sets another inactive, and not each other at the same moment', async () => {
    const jorisAdmin: Person = { ...joris, capacity: { role: 'PARTNER_ADMIN', partner: 'OCMW Ledegem' } };
    const [first, second] = [await person(geert.as), await person(joris.as)];
    const answers = await Promise.all([change(second, { active: false }), change(first, { active: false }, jorisAdmin)]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    await truth.rows('update person set active = true, version = version + 1 where not active and partner_id = $1', [await truth.partner('OCMW Ledegem')]);
  });

  it('names nobody with blanks', async () => {
    expect((await portal.graphql(ADD, { key: randomUUID(), name: '   ', username: 'blank' }, geert)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'name' }] });
    expect((await portal.graphql(ADD, { key: randomUUID(), name: 'X', username: ' ' }, geert)).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'username' }] });
    expect((await change(await person('snelle.collega'), { name: '  ' })).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'name' }] });
  });

  it('of another organisation does not know them', async () => {
    const [whom, mine] = [await person('nieuwe.collega'), await person(wim.as, wim)];
    for (const who of [wim, ingrid, chris]) {
      expect((await staff(who)).some(({ id }) => id === whom.id)).toBe(false);
      for (const answer of [await change(whom, { name: 'Gekaapt' }, who), await give(whom.id, { role: 'DPO' }, who), await end(whom.mandates[0], day(-1), who)]) expect(codeOf(answer)).toBe('NOT_FOUND');
      if (who !== wim) expect(codeOf(await give(mine.id, { role: 'DPO' }, who))).toBe('NOT_FOUND');
    }
    expect((await person('nieuwe.collega')).name).toBe('Nieuw Iemand');
  });

  it('sees nothing of what is in a file', async () => {
    const referral = await aReferral(portal);
    const client = await aClient(portal);
    const note = portal.graphql('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: PRIVATE_NOTE, body: "x") { id } }', { key: randomUUID(), id: referral.id }, geert);
    for (const who of [geert, nele]) {
      expect(codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: referral.id }, who))).toBe('NOT_FOUND');
      expect(codeOf(await portal.graphql('query ($id: ID!) { client(id: $id) { id } }', { id: client.id }, who))).toBe('NOT_FOUND');
      expect(codeOf(await portal.graphql('query ($id: ID!) { ownAnswer(dossierId: $id) { id } }', { id: referral.id }, who))).toBe('NOT_FOUND');
      expect(await read(portal, who, '{ clients { nodes { id } } named: clients(words: "Rosa") { nodes { id } } referrals { nodes { id } } similar(givenName: "Rosa", familyName: "Lippens") { clients { id } referrals { id } } worklist(part: TODO) { nodes { id } } worklistCounts { todo waiting upcoming overdue } }')).toEqual({ clients: { nodes: [] }, named: { nodes: [] }, referrals: { nodes: [] }, similar: { clients: [], referrals: [] }, worklist: { nodes: [] }, worklistCounts: { todo: 0, waiting: 0, upcoming: 0, overdue: 0 } });
    }
    expect(codeOf(await note)).toBe('FORBIDDEN');
    expect(codeOf(await portal.graphql('mutation ($key: ID!) { openClient(key: $key, input: { givenName: "A", familyName: "B" }) { id } }', { key: randomUUID() }, geert))).toBe('FORBIDDEN');
  });

  it('alone keeps people: nobody else adds, changes, gives or ends', async () => {
    const whom = await person('nieuwe.collega');
    for (const who of [ann, hilde, nele]) {
      for (const answer of [await add(`door.${who.as}`, who), await change(whom, { name: 'X' }, who), await give(whom.id, { role: 'DPO' }, who), await end(whom.mandates[0], day(-1), who)]) expect([who.as, codeOf(answer)]).toEqual([who.as, 'FORBIDDEN']);
    }
    const { people } = await read(portal, ann, '{ people { name username may withheld { dataClass } mandates { role may } } }');
    expect(people.find(({ name }) => name === 'Geert Vanhoutte')).toMatchObject({ username: null, may: [], withheld: [{ dataClass: 'CONTACT' }] });
  });
});
