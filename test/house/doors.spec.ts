import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { DirectoryResolver, REGIME_OF } from '#directory';
import { type Book, type Capacity, databaseFaults, faultsOf, type Grant, lent, mayOwn, own, ruleOf, see, unguarded } from '#kernel';
import { book } from '#privacy';
import { createPortal } from '../../apps/api/src/portal.js';
import { ann } from '../cast/cast.js';
import { Truth } from '../cast/truth.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { rootFields, servedSchema } from './graph.js';

class Bare {
  open(): string {
    return 'x';
  }
}
Query(() => String)(Bare.prototype, 'open', Object.getOwnPropertyDescriptor(Bare.prototype, 'open')!);
Resolver()(Bare);

describe('the doors', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal()));
  afterAll(() => portal.stop());

  it('each say for whom they are: every root field has a rule', async () => {
    const fields = rootFields(await servedSchema(portal, ann)).map(({ field }) => field.name);
    const handlers = portal.app.get(DiscoveryService, { strict: false }).getProviders().flatMap(({ instance }: { instance?: object }) => {
      const prototype = instance && typeof instance === 'object' ? (Object.getPrototypeOf(instance) as { [method: string]: object } | null) : null;
      if (!prototype || !/Resolver$/.test(prototype.constructor.name)) return [];
      return Object.getOwnPropertyNames(prototype).filter((method) => ['Query', 'Mutation'].includes(Reflect.getMetadata('graphql:resolver_type', prototype[method]) as string)).map((method) => prototype[method]);
    });
    expect(handlers.length).toBe(fields.length);
    expect(handlers.filter((handler) => !ruleOf(handler))).toEqual([]);
    expect(unguarded(portal.app.get(DiscoveryService, { strict: false }))).toEqual([]);
  });

  it('are found when one of them says nothing', () => {
    expect(unguarded({ getProviders: () => [{ instance: new Bare() }] } as unknown as DiscoveryService)).toEqual(['Bare.open']);
  });

  it('give nothing to who is nobody, in one capacity, with a token', async () => {
    for (const { kind, field } of rootFields(await servedSchema(portal, ann))) {
      const { status, data, errors } = await portal.graphql<unknown>(`${kind} { ${field.name} }`);
      expect([field.name, status, data, errors![0].extensions.code]).toEqual([field.name, 401, undefined, 'UNAUTHENTICATED']);
    }
  });
});

describe('the portal refuses to start, and says what to do', () => {
  let database: TestDatabase;
  let truth: Truth;
  beforeEach(async () => {
    database = await copyDatabase();
    truth = await Truth.of(database);
  });
  afterEach(async () => {
    await truth.close();
    await database.drop();
  });

  async function faults(url = database.url): Promise<string[]> {
    const source = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
    return databaseFaults(source).finally(() => source.destroy());
  }

  async function start(): Promise<string> {
    const { settings } = portalSettings;
    const app = await createPortal({ ...settings, databaseUrl: database.url }, { write: () => undefined });
    const said = await app.init().then(
      () => 'it started',
      (error: Error) => error.message,
    );
    await app.close().catch(() => undefined);
    return said;
  }
  let portalSettings: TestPortal;
  beforeAll(async () => (portalSettings = await startPortal()));
  afterAll(() => portalSettings.stop());

  it('unless nothing is wrong', async () => {
    expect(await faults()).toEqual([]);
    expect(await start()).toBe('it started');
  });

  it.each([
    ['a wall is switched off', 'alter table note disable row level security', 'The table note holds personal data and has no wall: call wall() or guard() for it in a migration.'],
    ['a wall does not bind the owner', 'alter table client no force row level security', 'The table client holds personal data and has no wall: call wall() or guard() for it in a migration.'],
    ['the trail has no wall', 'alter table trail disable row level security', 'The table trail holds personal data and has no wall: call wall() or guard() for it in a migration.'],
    ['a policy lets everything through', 'create policy open on referral for select to portal using (true)', 'The policy open on referral does not ask who reads or writes: give it a condition.'],
    ['a policy for everybody lets everything through', 'create policy open on answer using (true)', 'The policy open on answer does not ask who reads or writes: give it a condition.'],
    ['a policy for two roles lets everything through', 'create policy open on note to woonbrug_owner, portal using (true)', 'The policy open on note does not ask who reads or writes: give it a condition.'],
    ['a policy has a condition that always holds', 'create policy open on client for select to portal using (id is not null)', 'The policy open on client does not ask who reads or writes: give it a condition.'],
    ['a policy lets everything be written', 'create policy open on party for insert to portal with check (true)', 'The policy open on party does not ask who reads or writes: give it a condition.'],
    ['a table lets in who is excluded', 'drop policy excluded on task', 'The table task does not keep out who is excluded from a dossier: call wall() for it in a migration.'],
    ['the law on health stands in one wall only', 'drop policy secrecy on note', 'The table note does not hold the laws on its classes: give it the policies of regime and author in a migration.'],
    ['private notes stand behind one wall only', 'drop policy author on note', 'The table note does not hold the laws on its classes: give it the policies of regime and author in a migration.'],
    ['drafts of protocols are for everybody', 'alter table exchange_protocol disable row level security', 'The table exchange_protocol holds personal data and has no wall: call wall() or guard() for it in a migration.'],
    ['a column has no class', 'alter table client add column nickname text', 'The column client.nickname has no class: declare it in a record with the class of what it says about a person.'],
    ['a column of the house is not known', 'alter table trail add column content text', 'The column trail.content has no class: declare it in a record with the class of what it says about a person.'],
    ['a table is no record', 'create table diary (body text)', 'The column diary.body has no class: declare it in a record with the class of what it says about a person.'],
    ['its role owns a table', 'alter table client owner to portal', 'The database role portal owns client: connect as a role that owns nothing (DATABASE_URL).'],
  ])('when %s', async (_, sabotage, sentence) => {
    await truth.rows(sabotage);
    expect(await faults()).toContain(sentence);
  });

  it('when its role may pass the wall', async () => {
    expect(await faults(database.ownerUrl)).toEqual([expect.stringMatching(/^The database role \w+ may pass row-level security: connect as the role that migrate\(\) made \(DATABASE_URL\)\.$/)]);
    const role = `passes_${Date.now()}`;
    await truth.rows(`create role ${role} login bypassrls password 'x' in role portal`);
    try {
      expect(await faults(Object.assign(new URL(database.url), { username: role, password: 'x' }).href)).toContain(`The database role ${role} may pass row-level security: connect as the role that migrate() made (DATABASE_URL).`);
    } finally {
      await truth.rows(`drop role ${role}`);
    }
  });

  it('when the workflow tables of the database are others than those of the code', async () => {
    await truth.rows(`update arrow set to_state = 'ACCEPTED' where flow = 'Answer' and from_state = 'NEW' and to_state = 'RECEIVED'`);
    expect(await start()).toBe('Woonbrug does not start:\n- The workflow tables in the database are not those of the code: load the reference data again (npm start does it).');
    await truth.rows(`delete from arrow where flow = 'Answer'`);
    expect(await start()).toContain('The workflow tables');
  });

  it('when a door lost its guard', async () => {
    const handler = (DirectoryResolver.prototype as unknown as { people: object }).people;
    const rule = ruleOf(handler);
    Reflect.deleteMetadata('door', handler);
    try {
      expect(await start()).toBe('Woonbrug does not start:\n- The door DirectoryResolver.people has no guard: add @LooksAt(…) or @Causes(…).');
    } finally {
      Reflect.defineMetadata('door', rule, handler);
    }
  });

  it('when a wall and a rule are wrong at once, naming both', async () => {
    const grants = book.capacities['OCMW/DPO'] as { [record: string]: readonly Grant[] };
    grants.Client = [see('OWNER', { givenName: 'Rosa' })];
    await truth.rows('alter table note disable row level security');
    try {
      const said = await start();
      expect(said).toContain('- The privacy book, OCMW/DPO, Client: a condition names givenName, which is IDENTITY: conditions may name CORE columns only.');
      expect(said).toContain('- The table note holds personal data and has no wall');
    } finally {
      delete grants.Client;
    }
  });
});

describe('the privacy book is refused', () => {
  const with_ = (capacity: Capacity, record: string, grant: Grant): Book => ({ ...book, capacities: { ...book.capacities, [capacity]: { [record]: [grant] } } });
  const WORKER = 'OCMW/SOCIAL_WORKER';
  const LANDLORD = 'HOUSING_COMPANY/TENANCY_OFFICER';

  it('for nothing, as it is', () => {
    expect(faultsOf(book, REGIME_OF)).toEqual([]);
  });

  it.each<[string, Capacity, string, Grant, string]>([
    ['for a condition on what is not CORE', WORKER, 'Referral', see('RECEIVER', { debtsNote: 'x' }), 'a condition names debtsNote, which is DEBTS: conditions may name CORE columns only.'],
    ['for a condition on no column at all', WORKER, 'Referral', see('RECEIVER', { partnre: 'x' }), 'a condition names partnre, which is no column: conditions may name CORE columns only.'],
    ['for an empty condition', WORKER, 'Answer', see('RECEIVER', {}), 'a rule has an empty condition, which would match every row: remove it.'],
    ['for a condition that lost its value', WORKER, 'Answer', see('RECEIVER', { partnerId: undefined as never }), 'the condition on partnerId lost its value.'],
    ['for a grant that a law always takes away', LANDLORD, 'Referral', see('RECEIVER', 'HEALTH'), 'HEALTH is granted, yet a law always hides it ("Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht."): remove the grant.'],
    ['for lending what a law always takes away', 'ENERGY_HOUSE/ENERGY_ADVISER', 'Note', lent('RECEIVER', 'JUDICIAL'), 'JUDICIAL is granted, yet a law always hides it ("Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht."): remove the grant.'],
    ['for a class that the record has not', WORKER, 'Answer', see('RECEIVER', 'INCOME'), 'it has nothing of class INCOME: remove the word.'],
    ['for a rule without a class', WORKER, 'Referral', lent('RECEIVER'), 'a rule grants no class: remove it or name one.'],
    ['for an event that does not exist', WORKER, 'Referral', { seat: 'SENDER', event: 'fly' }, 'the event fly does not exist.'],
    ['for a seat where nobody sits', WORKER, 'Person', see('SENDER'), 'nobody sits at it, yet a rule is for the seat SENDER: use own(…).'],
    ['for a class of what everybody sees', WORKER, 'Partner', own(), 'everybody sees it: a rule may only give an event.'],
    ['for an event on every row of what belongs to nobody', 'OCMW/DPO', 'ExchangeProtocol', mayOwn('edit'), 'its rows belong to nobody: an event needs a condition.'],
    ['for rows that are no one partner\'s', WORKER, 'Referral', own(), 'its rows belong to no single partner: name a seat.'],
  ])('%s', (_, capacity, record, grant, sentence) => {
    expect(faultsOf(with_(capacity, record, grant), REGIME_OF)).toContain(`The privacy book, ${capacity}, ${record}: ${sentence}`);
  });

  it('for a record that does not exist', () => {
    expect(faultsOf(with_(WORKER, 'Referal', see('SENDER')), REGIME_OF)).toContain(`The privacy book speaks of Referal for ${WORKER}, which is no record: correct the name.`);
  });
});
