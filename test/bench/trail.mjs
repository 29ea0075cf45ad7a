// @ts-check
/**
 * `node test/bench/trail.mjs`: what it costs the trail to tell of each look, and how long a page of looks takes at 1,000,000 lines;
 * beside two other ways that were considered: an index over the dossiers of each line, and a narrow row for each dossier of a line.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { HOME } from '../../scripts/setup.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { table } from '../../scripts/people.mjs';

const LINES = Number(process.argv[2] ?? 1_000_000);
const DOSSIERS = 20_000;
const { migrate } = await import(new URL('../../dist/migrations/migrate.js', import.meta.url).href);
const { loadPeople, loadReference } = await import(new URL('../../dist/apps/setup/src/setup.js', import.meta.url).href);

const home = path.join(HOME, 'bench-trail');
mkdirSync(home, { recursive: true });
const postgres = await startPostgres(home, { durable: false });
// The settings of the portal's own connections (apps/api/src/database.ts).
const db = new pg.Client({ connectionString: postgres.url('trail'), options: '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan' });
try {
  const admin = new pg.Client({ connectionString: postgres.url() });
  await admin.connect();
  await admin.query('drop database if exists trail with (force)');
  await admin.end();
  await migrate(postgres.url, 'trail');
  await loadReference(postgres.url('trail'));
  await loadPeople(postgres.url('trail'));
  await db.connect();
  await fill();
  await report();
} finally {
  await db.end();
  await postgres.stop();
}

/** Partners with their people, dossiers at which two partners sit, and lines of the last 400 days: one dossier most times, a list of 25 once in ten. */
async function fill() {
  await db.query(`
    create table whose as select row_number() over () - 1 as n, p.id as person, p.partner_id as partner, o.kind || '/' || m.role as capacity from person p join mandate m on m.person_id = p.id join partner o on o.id = p.partner_id where m.role in ('SOCIAL_WORKER', 'HOUSING_COUNSELLOR');
    create table file as select n, gen_random_uuid() as id, (select partner from whose where whose.n = file.n % (select count(*) from whose)) as opener from generate_series(0, ${DOSSIERS - 1}) file (n);
    insert into dossier (id, kind, opened_by) select id, 'Referral', opener from file;
    insert into party (dossier_id, partner_id, roles, granted_by, kind, since) select id, opener, array['SENDER'], opener, 'Referral', now() - interval '2 years' from file;
    insert into party (dossier_id, partner_id, roles, granted_by, kind, since) select f.id, o.id, array['RECEIVER'], f.opener, 'Referral', now() - interval '2 years' from file f, partner o where o.kind = 'WOONDIENST' on conflict do nothing;
    create index on file (n); analyze;
    alter table trail disable trigger tell_look`);
  await db.query(`
    insert into trail (at, person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome, changed)
    select now() - interval '400 days' * (${LINES} - g) / ${LINES}, w.person, w.partner, w.capacity, case when g % 10 = 0 then 'list' else 'read' end, 'help', 'Referral',
      (select array_agg(f.id) from file f where f.n between first.n and first.n + case when g % 10 = 0 then 24 else 0 end), case g % 3 when 0 then '{CORE,IDENTITY}'::text[] when 1 then '{CORE,IDENTITY,DEBTS}' else '{CORE}' end, 'DONE', g % 20 = 1
    from generate_series(1, ${LINES}) g join whose w on w.n = g % (select count(*) from whose), lateral (select (hashint8(g)::bigint & 2147483647) % case when g % 5 = 0 then 50 else ${DOSSIERS} end as n) first`);
  await db.query('alter table trail enable trigger tell_look');
}

async function report() {
  const rows = [];
  const [{ id: busy }] = (await db.query('select id from file where n = 7')).rows;
  await db.query('alter table trail disable trigger tell_look');
  rows.push({ way: 'before: no way', ...(await inserts()), 'page of 20, ms': '', MB: '' });

  await db.query('create index trail_gin on trail using gin (dossier_ids); analyze trail');
  const byDay = (/** @type {string} */ from) => `select (t.at at time zone 'Europe/Brussels')::date as day, t.partner_id, t.person_id, array_agg(distinct c) from ${from}, unnest(t.classes) c group by 1, 2, 3 order by 1 desc limit 20`;
  rows.push({ way: 'GIN over the dossiers', ...(await inserts()), 'page of 20, ms': await pages(byDay('trail t'), `where t.dossier_ids @> array['${busy}'::uuid]`), MB: await size('trail_gin') });
  await db.query('drop index trail_gin');

  await db.query(`create table trail_dossier (dossier_id uuid, at timestamptz, trail_id bigint, primary key (dossier_id, at, trail_id)); insert into trail_dossier select unnest(dossier_ids), at, id from trail on conflict do nothing; analyze trail_dossier;
    create function narrow() returns trigger language plpgsql as $$ begin insert into trail_dossier select distinct d, new.at, new.id from unnest(new.dossier_ids) d; return null; end $$; create trigger narrow after insert on trail for each row execute function narrow()`);
  rows.push({ way: 'a narrow row per dossier', ...(await inserts()), 'page of 20, ms': await pages(byDay('trail_dossier d join trail t on t.id = d.trail_id'), `where d.dossier_id = '${busy}'`), MB: await size('trail_dossier') });
  await db.query('drop trigger narrow on trail; drop table trail_dossier');

  const begun = performance.now();
  await db.query(`create table kept as select * from trail; truncate trail; alter table trail enable trigger tell_look`);
  await db.query('insert into trail overriding system value select * from kept order by id');
  const each = ((performance.now() - begun) / LINES).toFixed(3);
  await db.query('analyze look');
  rows.push({ way: 'chosen: what is new in a day', ...(await inserts()), 'page of 20, ms': await pages('select l.* from look l', `where l.dossier_id = '${busy}' order by l.at desc, l.id desc limit 20`), MB: await size('look') });
  const [{ looks, lines }] = (await db.query(`select (select count(*) from look) as looks, (select count(*) from look where dossier_id = '${busy}') as lines`)).rows;
  console.log(`${LINES} lines of ${DOSSIERS} dossiers; medians in ms of one client\n\n${table(rows)}\n\n${looks} looks; ${lines} of the busiest dossier; filling took ${each} ms a line`);
}

/** Milliseconds of one line, in a transaction of its own: of one dossier, and of a list of 25. */
async function inserts() {
  const text = `insert into trail (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome) select w.person, w.partner, w.capacity, $1, 'help', 'Referral', $2::uuid[], '{CORE,IDENTITY}', 'DONE' from whose w where w.n = $3`;
  const files = (await db.query('select id from file order by n')).rows.map(({ id }) => id);
  const timed = async (/** @type {string} */ operation, /** @type {number} */ many, /** @type {number} */ step) => {
    const taken = [];
    for (let at = 0; at < 1500; at += 1) {
      const some = files.slice((at * step) % (DOSSIERS - 25), ((at * step) % (DOSSIERS - 25)) + many);
      const start = performance.now();
      await db.query({ name: 'line', text, values: [operation, some, at % 7] });
      taken.push(performance.now() - start);
    }
    return median(taken.slice(100));
  };
  return { 'a line of 1, ms': await timed('read', 1, 13), 'again': await timed('read', 1, 0), 'of 25, ms': await timed('list', 25, 13), 'again, 25': await timed('list', 25, 0) };
}

async function pages(/** @type {string} */ select, /** @type {string} */ where) {
  const [before, ...after] = select.split(/(?= group by)/);
  const text = where.includes('order by') ? `${select} ${where}` : `${before} ${where}${after.join('')}`;
  const taken = [];
  for (let left = 40; left > 0; left -= 1) {
    const start = performance.now();
    await db.query(text);
    taken.push(performance.now() - start);
  }
  return median(taken);
}

async function size(/** @type {string} */ of) {
  return ((await db.query(`select pg_total_relation_size('${of}') / 1e6 as mb`)).rows[0].mb * 1).toFixed(0);
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(2);
}
