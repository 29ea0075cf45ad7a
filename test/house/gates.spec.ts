import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { arrange, GATES, toldBy } from './gates.js';

describe('what runs as the owner', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await copyDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c timezone=UTC' });
    await owner.connect();
    await arrange(owner);
    await owner.query('begin');
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it.each([...new Set(GATES.map(({ of }) => of))])('tells each no more than is hers: %s', async (name) => {
    for (const gate of GATES.filter(({ of }) => of === name)) expect([gate.as, gate.ask, await toldBy(owner, gate)]).toEqual([gate.as, gate.ask, gate.told]);
  });
});
