import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, geert, type Person } from '../cast/cast.js';
import { aReferral, must } from '../cast/scenes.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';

const GIVE = 'mutation ($key: ID!, $personId: ID!, $political: Boolean) { giveMandate(key: $key, personId: $personId, role: SOCIAL_WORKER, since: "2026-01-01", political: $political) { political } }';

describe('somebody with a political mandate', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal()));
  afterAll(() => portal.stop());

  const colleague = async (username: string, political?: boolean): Promise<Person> => {
    const { addPerson } = await must<{ addPerson: { id: string } }>(portal, geert, 'mutation ($key: ID!, $username: String!) { addPerson(key: $key, name: "Karel De Raad", username: $username) { id } }', { key: randomUUID(), username });
    const { giveMandate } = await must<{ giveMandate: { political: boolean } }>(portal, geert, GIVE, { key: randomUUID(), personId: addPerson.id, political });
    expect(giveMandate.political).toBe(political ?? false);
    return { as: username, capacity: { role: 'SOCIAL_WORKER', partner: 'OCMW Ledegem' } };
  };

  it('opens a referral and reads of nobody who it is, and why not', async () => {
    const [karel, other] = [await colleague('karel.deraad', true), await colleague('els.collega')];
    const { id, clientId } = await aReferral(portal, ann);
    const question = 'query ($id: ID!) { referral(id: $id) { state question givenName familyName birthDate phone debtsNote withheld { dataClass why } } }';
    const { referral } = await read(portal, karel, question, { id });
    expect(referral).toMatchObject({ question: expect.any(String), givenName: null, familyName: null, birthDate: null, phone: null, debtsNote: null });
    for (const dataClass of ['IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING']) expect(referral.withheld).toContainEqual({ dataClass, why: 'LAW_MANDATE' });
    expect((await read(portal, karel, 'query ($id: ID!) { client(id: $id) { familyName withheld { dataClass why } } }', { id: clientId })).client).toMatchObject({ familyName: null, withheld: expect.arrayContaining([{ dataClass: 'IDENTITY', why: 'LAW_MANDATE' }]) });
    expect((await read(portal, karel, '{ similar(givenName: "Rosa", familyName: "Lippens") { clients { familyName } referrals { familyName } } }')).similar).toMatchObject({ referrals: expect.not.arrayContaining([{ familyName: 'Lippens' }]) });
    expect((await read(portal, other, question, { id })).referral).toMatchObject({ familyName: 'Lippens', withheld: [] });
  });

  it('is shown as such to the admin who keeps the staff', async () => {
    const { people } = await read(portal, geert, '{ people { username mandates { political } } }');
    expect(people.find(({ username }) => username === 'karel.deraad')).toMatchObject({ mandates: [{ political: true }] });
    expect(people.find(({ username }) => username === 'ann.maes')).toMatchObject({ mandates: [{ political: false }] });
  });
});
