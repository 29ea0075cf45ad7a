import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { REFUSALS } from '#kernel';
import { EVERYDAY, OTHER } from '../../apps/api/src/watch.words.js';
import { freePort } from '../../scripts/ports.mjs';
import { ann, bram, nele, sofie } from '../cast/cast.js';
import { aReferral, must, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { Collector } from '../support/collector.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Program } from './process.js';

type Series = { name: string; labels: { [label: string]: string }; value: number };

function seriesOf(text: string): Series[] {
  return text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line)!;
    return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, said]) => [label, said])), value: Number(value) };
  });
}

/** What there is to choose from, beside the kinds of memory and of rubbish that Node tells of itself. */
const CLOSED: { [label: string]: (said: string) => boolean } = {
  operation: (said) => EVERYDAY.has(said) || said === OTHER,
  outcome: (said) => said === 'DONE' || said in REFUSALS || said === 'ABORTED' || /^[1-5]\d\d$/.test(said),
  state: (said) => ['total', 'idle', 'waiting'].includes(said),
  queue: (said) => ['terms', 'deliveries', 'seals', 'mail', 'scans'].includes(said),
  le: (said) => /^(\d+(\.\d+)?|\+Inf)$/.test(said),
};
const OF_NODE = /^(nodejs|process)_/;

describe('what is seen of a portal from outside', () => {
  let portal: TestPortal;
  let truth: Truth;
  let collector: Collector;
  let metricsUrl: string;
  let referral: Referral;
  beforeAll(async () => {
    collector = await new Collector().open();
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    portal = await startPortal({ env: { METRICS_PORT: String(port), OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, SLOW_STATEMENT_MS: '1', LOG_LEVEL: 'trace' } });
    truth = await Truth.of(portal);
    referral = await aReferral(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
    collector.close();
  });

  const metrics = async () => (await fetch(metricsUrl)).text();
  const numberOf = (text: string, name: string, wanted: object) => seriesOf(text).find((each) => each.name === name && Object.entries(wanted).every(([label, said]) => each.labels[label] === said))?.value ?? 0;

  it('is how long the oldest that is due has waited, in whole minutes, and how many terms are late, in fives', async () => {
    await truth.rows('update task set due = null, remind_at = null, version = version + 1 where done_at is null');
    const late = async (count: number) => truth.rows(`update task set due = now() - interval '7 minutes 40 seconds', escalate = true, version = version + 1 where id in (select id from task where done_at is null and due is null limit $1)`, [count]);
    const stands = async () => Object.fromEntries((await truth.rows<{ measure: string; value: number }>('select measure, value from how_it_stands(now())')).map(({ measure, value }) => [measure, value]));
    // Nobody seals here.
    await truth.rows('select seal_trail()');
    expect(await stands()).toEqual({ late: 0 });
    await late(1);
    expect(await stands()).toEqual({ late: 5, terms: 7 });
    await must(portal, ann, '{ referrals(first: 1) { nodes { id } } }');
    await truth.rows(`update trail set at = now() - interval '6 minutes 30 seconds' where id = (select max(id) from trail)`);
    expect(await stands()).toEqual({ late: 5, terms: 7, seals: 6 });
    const text = await metrics();
    expect(numberOf(text, 'woonbrug_late_terms', {})).toBe(5);
    expect(numberOf(text, 'woonbrug_queue_age_seconds', { queue: 'terms' })).toBe(420);
    expect(numberOf(text, 'woonbrug_queue_age_seconds', { queue: 'seals' })).toBe(360);
    expect(text).toContain('woonbrug_queue_age_seconds{queue="deliveries"} 0');
    await truth.rows('select seal_trail()');
    // Nobody sends mail or scans here.
    expect(text).not.toMatch(/queue="(mail|scans)"/);
    expect(await truth.rows(`insert into notice (id, partner_id, person_id, dossier_kind, kind, urgent, at) select gen_random_uuid(), partner_id, id, 'Referral', 'ESCALATED', true, now() - interval '3 minutes 5 seconds' from person where username = $1 returning 1`, [sofie.as])).toHaveLength(1);
    await truth.rows(`update person set email = 'iemand@voorbeeld.example', version = version + 1 where username = $1`, [sofie.as]);
    expect(await stands()).toEqual({ late: 5, terms: 7, mail: 3 });
  });

  it('is each operation, by its own name and how it ended, with its time and its statements, and the pool', async () => {
    const before = await metrics();
    await must(portal, ann, '{ referrals(first: 5) { nodes { id number } } me { name } }');
    expect((await portal.graphql('{ referral(id: "11111111-2222-4333-8444-555555555555") { id } }', {}, ann)).errors![0].extensions.code).toBe('NOT_FOUND');
    expect((await portal.graphql('{ me { name } }')).status).toBe(401);
    expect((await portal.graphql('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, version: 0, dossierId: $id, dataClass: PRIVATE_NOTE, body: "x") { id } }', { key: randomUUID(), id: referral.id }, nele)).errors![0].extensions.code).toBe('FORBIDDEN');
    const text = await metrics();
    const more = (name: string, labels: object) => numberOf(text, name, labels) - numberOf(before, name, labels);
    expect(more('woonbrug_operations_total', { operation: 'Query.referrals', outcome: 'DONE' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'Query.me', outcome: 'DONE' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'Query.referral', outcome: 'NOT_FOUND' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'Mutation.writeNote', outcome: 'FORBIDDEN' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'POST /graphql', outcome: '200' })).toBe(3);
    expect(more('woonbrug_operations_total', { operation: 'POST /graphql', outcome: '401' })).toBe(1);
    expect(more('woonbrug_operation_seconds_count', { operation: 'Query.referrals' })).toBe(1);
    // begin, whose it is, the page, its trail, commit
    expect(more('woonbrug_statements_total', { operation: 'Query.referrals' })).toBe(5);
    const inDatabase = more('woonbrug_database_seconds_total', { operation: 'Query.referrals' });
    expect(inDatabase).toBeGreaterThan(0);
    expect(inDatabase).toBeLessThanOrEqual(more('woonbrug_operation_seconds_sum', { operation: 'Query.referrals' }));
    expect(numberOf(text, 'woonbrug_pool_connections', { state: 'total' })).toBeGreaterThan(0);
    expect(text).toContain('woonbrug_pool_connections{state="waiting"} 0');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('stands at no address of the web port, and only for who reads it', async () => {
    for (const path of ['/metrics', '/graphql/metrics', '/health/metrics', '/session/metrics', '//metrics']) {
      const response = await fetch(`${portal.url}${path}`);
      expect([path, (await response.text()).includes('woonbrug_')]).toEqual([path, false]);
    }
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(404);
    const elsewhere = Object.assign(new URL(metricsUrl), { hostname: '127.0.0.2' });
    await expect(fetch(elsewhere)).rejects.toThrow();
  });

  it('names what is done every day, and what is rare in no word of its own', async () => {
    const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'));
    const doors = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect([...EVERYDAY].filter((name) => /^(Query|Mutation)\./.test(name) && !doors.includes(name))).toEqual([]);
    expect([...EVERYDAY].filter((name) => /glass|support|trail|look|mediat|settle|tension|breach|signal|recus|error|takeBack|withdraw|protocol|mandate|handOver|access/i.test(name))).toEqual([]);
    const before = await metrics();
    await portal.graphql('{ glassBreaks { nodes { id } } }', {}, nele);
    await portal.graphql('mutation ($key: ID!) { breakGlass(key: $key, number: "DV-AAAA-AA", reason: "x") { id } }', { key: randomUUID() }, nele);
    await sleep(20);
    const text = await metrics();
    expect(text).not.toMatch(/glass/i);
    expect(seriesOf(text).map(({ labels }) => labels.operation).filter(Boolean)).toContain(OTHER);
    expect(text.length).toBeLessThan(before.length + 3000);
  });

  it('does not grow by what clients choose, and each label is from a closed list', async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `Vinkentouw${at}`);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await portal.signIn(ann.as)}`, 'x-capacity': (await portal.session(ann.as)).capacities[0].id };
    const ask = async (name: string) => {
      await (await fetch(`${portal.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: `query ${name} { ${name}: me { ${name}: name } }`, operationName: name }) })).text();
      if (name.endsWith('0')) await (await fetch(`${portal.url}/${name}/health/${name}`)).text();
    };
    await ask('Eerst0');
    const before = seriesOf(await metrics());
    for (let at = 0; at < names.length; at += 20) await Promise.all(names.slice(at, at + 20).map(ask));
    const after = seriesOf(await metrics());
    const ours = (all: Series[]) => all.filter(({ name }) => !OF_NODE.test(name)).map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`);
    expect(ours(after)).toEqual(ours(before));
    const odd = after.filter(({ name }) => !OF_NODE.test(name)).flatMap(({ name, labels }) => Object.entries(labels).filter(([label, said]) => !CLOSED[label]?.(said)).map((pair) => [name, ...pair]));
    expect(odd).toEqual([]);
  }, 60_000);

  it('holds nothing that anybody typed, chose, is called or is kept under: no metric, no line of the log, no span', async () => {
    const [name, place, secret, words, email] = ['Kanarievogel', 'Zangersheim', 'piepgeheim', 'vinkentouw', 'kanarie.vogel@voorbeeld.example'];
    const key = randomUUID();
    const { [name]: client } = await must<{ [alias: string]: { id: string; version: number } }>(portal, ann, `mutation ${name}($key: ID!, $input: NewClient!) { ${name}: openClient(key: $key, input: $input) { id version ${secret}: familyName } }`, { key, input: { givenName: name, familyName: place, birthDate: '1985-07-30', email, municipality: 'Ledegem' } });
    const note = 'mutation ($key: ID!, $id: ID!, $body: String!) { writeNote(key: $key, version: 0, dossierId: $id, dataClass: PRIVATE_NOTE, body: $body) { id } }';
    const { writeNote } = await must<{ writeNote: { id: string } }>(portal, ann, note, { key: randomUUID(), id: referral.id, body: `${secret} ${email}` });
    await must(portal, ann, `query ${secret}($w: String!) { ${words}: foundClients(words: $w) { id familyName } }`, { w: `${words} ${name}` });
    // Refused, badly made, not there, another's, and broken in the database.
    const refused: [string, object, typeof ann][] = [
      [`{ ${words} }`, {}, ann], [`{ ${secret}: __typename`, {}, ann], [`{ client(id: "${secret}") { id } }`, {}, ann],
      [note, { key: randomUUID(), id: referral.id, body: `${secret} 85.07.30-033.28` }, ann], [note, { key: randomUUID(), id: referral.id, body: `${secret}\u0000` }, ann],
      ['query ($id: ID!) { client(id: $id) { id familyName } }', { id: client.id }, bram],
    ];
    for (const [query, variables, who] of refused) expect((await portal.graphql(query, variables, who)).errors).toBeDefined();
    await truth.rows(`alter table note add constraint never check (body !~ '${secret} broken') not valid`);
    expect((await portal.graphql(note, { key: randomUUID(), id: referral.id, body: `${secret} broken` }, ann)).errors![0].extensions.code).toBe('INTERNAL');
    const token = await portal.signIn(ann.as);
    const headers = { authorization: `Bearer ${token}`, 'user-agent': name, traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', tracestate: `wie=${name}`, baggage: `wie=${name}` };
    for (const path of [`/${name}/${client.id}?q=${words}`, `/health/${name}`, `/health/${words}`, `/realms/woonbrug/protocol/openid-connect/${words}`, `/attachment/${client.id}?${secret}`, `/calendar/${secret}.ics`, `/sign/${secret}`, `/signal/${secret}`, `/paper/referral/${client.id}`]) await fetch(`${portal.url}${path}`, { headers });
    const people = await truth.rows<{ id: string }>('select id from person union select id from partner union select id from mandate');

    const text = await metrics();
    while (!collector.bodies.join('').includes('Query.foundClients')) await sleep(100); // they leave every five seconds
    await sleep(5500);
    const told = { metrics: text, log: portal.logs.join(''), spans: collector.bodies.join('') };
    const typed = [name, place, secret, words, email, '85.07.30', '85073003328', '1985-07-30', ann.as, 'ann maes', 'rosa', 'lippens', 'schimmel', token, '4bf92f3577b34da6a3ce929d0e0e4736', 'wie='];
    const ids = [client.id, referral.id, referral.answerId, referral.clientId, referral.number, writeNote.id, key, ...people.map(({ id }) => id)];
    for (const [where, all] of Object.entries(told)) {
      const small = all.toLowerCase();
      expect([where, [...typed, ...ids].filter((each) => small.includes(each.toLowerCase()))]).toEqual([where, []]);
    }
    // It could not pass on emptiness.
    const slow = portal.logs.map((line) => JSON.parse(line) as { msg: string; operation?: string; text?: string; ms?: number }).filter(({ msg }) => msg === 'slow statement');
    expect(slow.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['Mutation.openClient']));
    for (const { operation, text: statement, ms } of slow) expect([CLOSED.operation(operation!), statement!.length > 3, /'[^…]/.test(statement!.replaceAll("'…'", '')), ms! >= 1]).toEqual([true, true, false, true]);
  }, 60_000);

  it('is one trace for a request: its door below it, its statements below the door', () => {
    const { spans } = collector;
    const door = spans.find((each) => each.name === 'Query.referrals')!;
    const request = spans.find(({ spanId }) => spanId === door.parentSpanId)!;
    expect([request.name, request.traceId, request.parentSpanId ?? '']).toEqual(['POST /graphql', door.traceId, '']);
    const asked = spans.filter(({ parentSpanId }) => parentSpanId === door.spanId);
    const textOf = (span: (typeof asked)[number]) => span.attributes.find(({ key }) => key === 'db.query.text')?.value.stringValue ?? '';
    expect(asked.map(textOf).filter((each) => /^with reader as/.test(each))).toHaveLength(1);
    expect(asked).toHaveLength(5);
    expect(door.attributes.map(({ key }) => key).sort()).toEqual(['woonbrug.outcome', 'woonbrug.statements']);
    expect(new Set(collector.senders.map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify({ 'service.name': 'woonbrug-api' })]));
    // Of what is rare not even the tables.
    const rare = spans.filter(({ name }) => name === OTHER).map(({ spanId }) => spanId);
    expect(rare.length).toBeGreaterThan(0);
    expect(spans.filter(({ parentSpanId }) => rare.includes(parentSpanId!)).map(textOf).join('')).toBe('');
    expect(new Set(spans.map(({ status }) => status.message ?? ''))).toEqual(new Set(['']));
  });

  it('is told as far as there is something to tell: without the database no ages, and all the rest', async () => {
    await truth.rows('alter function how_it_stands rename to gone');
    while (/^woonbrug_(queue_age|late)/m.test(await metrics())) await sleep(500); // what was looked up is good for ten seconds
    const text = await metrics();
    expect(text).toContain('woonbrug_operations_total{operation="Query.referrals"');
    expect(text).toContain('woonbrug_pool_connections{state="total"}');
    await truth.rows('alter function gone rename to how_it_stands');
    expect(await metrics()).toContain('woonbrug_late_terms 5');
  }, 30_000);
});

describe('a process', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await copyDatabase()));
  afterAll(() => database.drop());

  /** Tells of each module of OpenTelemetry that it loads. */
  const TELLS = `--import=data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { if (url.includes('@opentelemetry')) console.log('loads', url); return next(url, context); } });`)}`;
  const listens = ({ pid }: { pid?: number }): number[] => {
    const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return []; // closed meanwhile
      }
    });
    const lines = ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n').map((line) => line.trim().split(/\s+/)));
    return lines.filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.includes(inode)).map(([, local]) => Number.parseInt(local.split(':')[1], 16));
  };

  it('listens nowhere but at the web and loads no tracing, unless it is asked for', async () => {
    const port = await freePort();
    const plain = new Program('api', database.url, { NODE_OPTIONS: TELLS });
    const watched = new Program('api', database.url, { NODE_OPTIONS: TELLS, METRICS_PORT: String(port), OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
    try {
      await Promise.all([plain.start(), watched.start()]);
      expect(listens(plain.process)).toEqual([Number(new URL(plain.url).port)]);
      expect(plain.output).not.toContain('@opentelemetry');
      expect(listens(watched.process).sort()).toEqual([Number(new URL(watched.url).port), port].sort());
      expect(watched.output).toContain('@opentelemetry');
      // A collector that is not there holds nothing up.
      expect((await watched.ask(ann, '{ me { name } }')).status).toBe(200);
      expect(await watched.end('SIGTERM')).toBe(0);
    } finally {
      await Promise.all([plain.remove(), watched.remove()]);
    }
  }, 60_000);

  it('that has no door tells of the clock', async () => {
    const port = await freePort();
    const worker = new Program('worker', database.url, { METRICS_PORT: String(port) });
    try {
      await worker.start();
      const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      while (!(await metrics()).includes('woonbrug_operations_total{operation="clock terms",outcome="DONE"}')) await sleep(200);
      expect(await metrics()).toContain('woonbrug_queue_age_seconds{queue="terms"}');
      const second = new Program('worker', database.url, { METRICS_PORT: String(port) });
      await expect(second.start()).rejects.toThrow(`its metrics cannot listen on 127.0.0.1:${port} (EADDRINUSE). Set METRICS_PORT to another port, one for each process.`);
      await second.remove();
    } finally {
      await worker.remove();
    }
  }, 60_000);
});
