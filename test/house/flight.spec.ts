import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Flight, type Named } from '../../libs/kernel/src/work/flight.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';

/** A statement under its own words, or under another name. */
const say = (text: string, values: unknown[] = [], name = text): Named => ({ name, text, values });
const ADD = (number: unknown) => say('insert into number (n) values ($1)', [number]);

describe('a flight', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await copyDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl, pipeline: true });
    await client.connect();
    await client.query('create temp table number (n int primary key)');
  });
  beforeEach(() => client.query('truncate number'));
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const fly = async (...statements: Named[]) => {
    const flight = new Flight(statements);
    await client.query(flight).landed;
    return Promise.all(flight.answers);
  };
  const numbers = async () => (await client.query<{ n: number }>('select n from number order by n')).rows.map(({ n }) => n);

  it('gives the rows of each statement, as text, and how many each wrote', async () => {
    const [first, second, found, changed] = await fly(ADD(1), ADD(2), say('select n, null, $1::text from number order by n', ['é']), say('update number set n = n + $1', [10]));
    expect([first.count, second.count, found.rows, changed.count]).toEqual([1, 1, [['1', null, 'é'], ['2', null, 'é']], 2]);
    expect(await numbers()).toEqual([11, 12]);
  });

  it('is one transaction: the first that fails undoes all, and is what each behind it tells', async () => {
    const flight = new Flight([ADD(1), ADD(1), ADD(2)]);
    const told = Promise.allSettled(flight.answers);
    await expect(client.query(flight).landed).rejects.toMatchObject({ code: '23505' });
    expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await numbers()).toEqual([]);
  });

  it('stands in a transaction that others began, and breaks that', async () => {
    await client.query('begin');
    await fly(ADD(1));
    await expect(fly(ADD(1))).rejects.toMatchObject({ code: '23505' });
    await expect(fly(ADD(2))).rejects.toMatchObject({ code: '25P02' });
    await client.query('rollback');
    expect(await numbers()).toEqual([]);
  });

  it('forgets what PostgreSQL did not look at, so that it can be asked again', async () => {
    const after = say('select 42 as behind');
    await expect(fly(say('select 1 / $1::int', [0]), after)).rejects.toMatchObject({ code: '22012' });
    expect((await fly(after))[0].rows).toEqual([['42']]);
    expect((await fly(say('select 1 / $1::int', [1]), after))[1].rows).toEqual([['42']]);
  });

  it('prepares what has no name each time', async () => {
    expect((await fly(say('select 1', [], ''), say('select 2', [], ''))).map(({ rows }) => rows)).toEqual([[['1']], [['2']]]);
    expect((await fly(say('select 3', [], '')))[0].rows).toEqual([['3']]);
  });

  it('does not leave with another statement under a known name, nor with half of it', async () => {
    await fly(say('select 1', [], 'mine'));
    await expect(fly(ADD(1), say('select 2', [], 'mine'))).rejects.toThrow('Another statement is called mine');
    const round: { self?: object } = {};
    round.self = round;
    expect(() => new Flight([ADD(2), ADD(round)])).toThrow(TypeError);
    expect(await numbers()).toEqual([]);
    expect((await fly(say('select 1', [], 'mine')))[0].rows).toEqual([['1']]);
  });

  it('lets several wait on one connection, each with its own answers', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => fly(ADD(n), say('select count(*) from number'))));
    expect(all.map(([, { rows }]) => rows[0][0])).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 1)));
  });

  it('ends with the connection', async () => {
    const other = new pg.Client({ connectionString: database.ownerUrl, pipeline: true });
    other.on('error', () => undefined);
    await other.connect();
    const flight = new Flight([say('select pg_terminate_backend(pg_backend_pid())')]);
    await expect(other.query(flight).landed).rejects.toThrow();
    await expect(other.query(new Flight([say('select 1')])).landed).rejects.toThrow();
  });
});
