// @ts-check
/** `node test/bench/search.mjs`: what a search costs the database with 600,000 entries, by the portal's own role, for a partner that sits at all of them and for one that sits at thirty. */
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { table } from '../../scripts/people.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { HOME } from '../../scripts/setup.mjs';
import { filledDatabase, run } from './data.mjs';

/** Each has an entry, and its client two in every five. */
const REFERRALS = 430_000;
const TIMES = 11;
const GOAL = 20;
/** What is typed, and how often it stands there. */
const SEARCHES = {
  'a word of nearly every referral': 'woning',
  'two such words': 'huur opgezegd',
  'a part of such a word': 'betaalb',
  'a word of one in a thousand': 'middelwoord7',
  'a word of one in 200, none since years': 'oudwoord',
  'a word of four': 'zeldzaam77',
  'a frequent and a rare word': 'woning zeldzaam77',
  'a first name': 'fatima',
  'a full name': 'fatima claessen',
  'a part of a name': 'clae',
  'a number': 'W-4321',
  'digits that all have': '0470',
  'nothing': 'xyzzy',
};
/** Scopes as the portal makes them, of a sender and a receiver. */
const SCOPE = JSON.stringify([
  { role: 'SENDER', classes: ['CORE', 'IDENTITY', 'CONTACT', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'].map((each) => `Referral.${each}`), own: false },
  { role: 'RECEIVER', classes: ['Referral.CORE', 'Referral.IDENTITY'], own: false },
  { role: 'SENDER', classes: ['CORE', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'INCOME', 'DEBTS', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'].map((each) => `Referral.${each}`), own: true },
]);

const { contextKeyOf, enteringOn, Regime } = await import('#kernel');
const home = path.join(HOME, 'bench');
mkdirSync(home, { recursive: true });
const postgres = await startPostgres(home);
try {
  const { ownerUrl, portalUrl } = await filledDatabase(postgres, REFERRALS);
  const [{ n }] = await run(ownerUrl, 'select count(*)::int n from search_entry');
  if (!n) await fill(ownerUrl);
  const client = new pg.Client({ connectionString: portalUrl, options: '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan' });
  await client.connect();
  const entering = enteringOn(client, contextKeyOf(portalUrl));
  const rows = [];
  for (const key of ['woondienst-izegem', 'ocmw-izegem', 'ocmw-oostrozebeke']) {
    const [{ id }] = await run(ownerUrl, 'select id from partner where key = $1', [key]);
    for (const [what, words] of Object.entries(SEARCHES)) rows.push({ partner: key, search: what, ...(await timed(client, entering({ partnerId: id, personId: id, regime: Regime.PROFESSIONAL_SECRECY }), words)) });
  }
  await client.end();
  const [{ entries, size }] = await run(ownerUrl, `select count(*)::int entries, pg_size_pretty(pg_total_relation_size('search_entry')) size from search_entry`);
  console.log(table(rows.map(({ partner, search, found, median, most }) => ({ partner, search, found: String(found), 'median ms': median.toFixed(1), 'most ms': most.toFixed(1) }))));
  const slow = rows.filter(({ median }) => median > GOAL);
  console.log(`\n${entries} entries, ${size}; load ${loadavg()[0].toFixed(1)}. Slower than ${GOAL} ms: ${slow.length}`);
  process.exitCode = slow.length ? 1 : 0;
} finally {
  await postgres.stop();
}

/** @param {string} url */
async function fill(url) {
  await run(
    url,
    `drop index search_entry_words;
    insert into search_entry (row_id, record, found_id, dossier_id, partner_id, audience, at, words)
      select r.id, 'Referral', r.id, r.id, r.partner_id, r.audience, r.delivered_at,
        found_by(r.delivered_at, r.id) || words_of('Referral', to_jsonb(r) || jsonb_build_object('housing_wishes', null, 'question', r.question || ' zeldzaam' || n % 100000 || case when n % 1000 < 8 then ' middelwoord' || n % 1000 else '' end || case when n < 150000 and n % 70 = 0 then ' oudwoord' else '' end))
      from (select *, substr(number, 3)::int n from referral) r;
    insert into search_entry (row_id, record, found_id, dossier_id, partner_id, audience, at, words)
      select c.id, 'Client', c.id, c.id, c.partner_id, c.audience, c.opened_at, found_by(c.opened_at, c.id) || words_of('Client', to_jsonb(c)) from client c;
    set maintenance_work_mem = '256MB'; create index search_entry_words on search_entry using gin (words);`,
  );
  await run(url, 'vacuum (analyze) search_entry');
}

/** @param {pg.Client} client @param {{ text: string, values?: unknown[] }} enter @param {string} words */
async function timed(client, enter, words) {
  const all = [];
  let found = 0;
  for (let round = 0; round < TIMES; round += 1) {
    await client.query('begin');
    await client.query(enter);
    const start = performance.now();
    found = (await client.query('select id from find($1, $2, $3, $4) id', ['Referral', words, SCOPE, 20])).rowCount ?? 0;
    all.push(performance.now() - start);
    await client.query('rollback');
  }
  all.sort((a, b) => a - b);
  return { found, median: all[TIMES >> 1], most: all[TIMES - 1] };
}
