import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { REFUSALS } from '#kernel';
import { EVERYDAY, openName, OTHER } from '../../apps/api/src/watch.words.js';
import { freePort } from '../../scripts/ports.mjs';
import { ann, bram } from '../cast/cast.js';
import { copyDatabase, type TestDatabase } from '../support/database.js';
import { type TestPortal, startPortal } from '../support/portal.js';
import { Program } from './process.js';

/** A collector as far as a portal notices: takes what is sent to /v1/traces. */
class Collector {
  readonly bodies: string[] = [];
  private server: Server | undefined;
  url = '';

  async open(): Promise<this> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.url === '/v1/traces' && request.method === 'POST') this.bodies.push(Buffer.concat(chunks).toString());
        response.setHeader('content-type', 'application/json').end('{}');
      });
    }).listen(port, '127.0.0.1');
    await new Promise((resolve) => this.server!.once('listening', resolve));
    return this;
  }

  get spans(): Span[] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as Exported).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
  }

  get resources(): object[] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as Exported).resourceSpans.map(({ resource }) => Object.fromEntries(resource.attributes.map(({ key, value }) => [key, value.stringValue]))));
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } };
type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: Attribute[]; status: { message?: string; code?: number }; startTimeUnixNano: string; endTimeUnixNano: string };
type Exported = { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Span[] }[] }[] };

/** Of each series: its family, its labels, its number. */
function seriesOf(text: string): { name: string; labels: { [label: string]: string }; value: number }[] {
  return text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, said]) => [label, said])), value: Number(value) };
  });
}

const CANARIES = ['Kanarievogel', 'Zangersheim', 'piepgeheim', 'kanarie.vogel@voorbeeld.example', '85.07.30-033.28', 'Vinkentouw'];

describe('what is seen of a portal from outside', () => {
  let portal: TestPortal;
  let collector: Collector;
  let metricsUrl: string;
  const metrics = async () => (await fetch(metricsUrl)).text();

  beforeAll(async () => {
    collector = await new Collector().open();
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    portal = await startPortal({ env: { METRICS_PORT: String(port), OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, SLOW_STATEMENT_MS: '1', LOG_LEVEL: 'trace' } });
  });
  afterAll(async () => {
    await portal.stop();
    collector.close();
  });

  const countOf = (text: string, name: string, labels: object) => seriesOf(text).find((each) => each.name === name && Object.entries(labels).every(([label, value]) => each.labels[label] === value))?.value ?? 0;

  it('is counted by operation and outcome, with its time, its statements and the state of pool and queues', async () => {
    const before = await metrics();
    expect((await portal.graphql('{ referrals(first: 5) { nodes { id number } } me { name } }', {}, ann)).status).toBe(200);
    expect((await portal.graphql('{ referral(id: "11111111-2222-4333-8444-555555555555") { id } }', {}, ann)).errors![0].extensions.code).toBe('NOT_FOUND');
    expect((await portal.graphql('{ me { name } }')).status).toBe(401);
    const text = await metrics();
    const more = (name: string, labels: object) => countOf(text, name, labels) - countOf(before, name, labels);
    expect(more('woonbrug_operations_total', { operation: 'Query.referrals', outcome: 'DONE' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'Query.me', outcome: 'DONE' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'Query.referral', outcome: 'NOT_FOUND' })).toBe(1);
    expect(more('woonbrug_operations_total', { operation: 'POST /graphql', outcome: '401' })).toBe(1);
    expect(more('woonbrug_operation_seconds_count', { operation: 'Query.referrals' })).toBe(1);
    expect(more('woonbrug_operation_seconds_bucket', { operation: 'Query.referrals', le: '+Inf' })).toBe(1);
    // begin, enter, the page, its trail, commit
    expect(more('woonbrug_statements_total', { operation: 'Query.referrals' })).toBe(5);
    const inAll = more('woonbrug_operation_seconds_sum', { operation: 'Query.referrals' });
    expect(more('woonbrug_database_seconds_total', { operation: 'Query.referrals' })).toBeGreaterThan(0);
    expect(more('woonbrug_database_seconds_total', { operation: 'Query.referrals' })).toBeLessThanOrEqual(inAll);
    expect(more('woonbrug_statements_total', { operation: 'POST /graphql' })).toBeGreaterThanOrEqual(8);
    expect(countOf(text, 'woonbrug_pool_connections', { state: 'total' })).toBeGreaterThan(0);
    for (const state of ['idle', 'waiting']) expect(text).toContain(`woonbrug_pool_connections{state="${state}"}`);
    for (const queue of ['terms', 'deliveries']) expect(countOf(text, 'woonbrug_queue_age_seconds', { queue })).toBe(0);
    expect(text).toContain('woonbrug_late_terms 0');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('stands at no address of the web port', async () => {
    for (const path of ['/metrics', '/graphql/metrics', '/health/metrics', '/session/metrics', '//metrics']) {
      const response = await fetch(`${portal.url}${path}`);
      expect([path, (await response.text()).includes('woonbrug_')]).toEqual([path, false]);
    }
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(404);
  });

  it('holds nothing that anybody typed, is called, or is kept under: in no metric, no line of the log, no span', async () => {
    const [name, place, secret, email, number, words] = CANARIES;
    const ids: string[] = [];
    const say = async (query: string, variables: object, who: { as?: string; capacity?: object } = ann) => {
      const answer = await portal.graphql(query, variables, who as never);
      for (const [id] of JSON.stringify(answer.data ?? {}).matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)) ids.push(id);
      return answer;
    };
    const key = () => crypto.randomUUID();
    const open = `mutation ${name}Open($key: ID!, $client: ClientInput!) { openClient(key: $key, client: $client) { id } }`;
    const opened = await say(`mutation ${name}($key: ID!) { ${name}: openClient(key: $key, givenName: "${name}", familyName: "${place}", birthDate: "1985-07-30", municipality: "Ledegem") { id version } }`, { key: key() });
    expect(opened.errors).toBeUndefined();
    const client = (opened.data as { [alias: string]: { id: string; version: number } })[name];
    const note = await say(`mutation($dossierId: ID!, $body: String!, $key: ID!) { writeNote(key: $key, dossierId: $dossierId, dataClass: HOUSEHOLD, body: $body) { id } }`, { dossierId: client.id, body: `${secret} ${email}`, key: key() });
    expect(note.errors).toBeUndefined();
    expect((await say(`query ${secret}($w: String!) { ${words}: foundClients(words: $w) { hits { id } } }`, { w: `${words} ${name}` })).status).toBe(200);
    // Refused, broken, too much, and not there.
    await say(open, { key: key(), client: { givenName: name } });
    await say(`{ ${words} }`, {});
    await say(`{ ${secret}: __typename`, {});
    await say('mutation($key: ID!, $id: ID!, $body: String!) { writeNote(key: $key, dossierId: $id, dataClass: HOUSEHOLD, body: $body) { id } }', { key: key(), id: client.id, body: `${secret} ${number}` });
    await say(`mutation($key: ID!) { openClient(key: $key, givenName: "${name}\u0000", familyName: "${place}", birthDate: "1985-07-30", municipality: "Ledegem") { id } }`, { key: key() });
    await say('query($id: ID!) { client(id: $id) { id familyName } }', { id: client.id }, bram);
    const token = await portal.signIn(ann.as);
    for (const path of [`/${name}/${client.id}?q=${words}`, `/health/${name}`, `/realms/woonbrug/protocol/openid-connect/${words}`, `/attachment/${client.id}?${secret}`, `/calendar/${secret}.ics`, `/sign/${secret}`, `/signal/${secret}`, `/paper/referral/${client.id}`]) {
      await fetch(`${portal.url}${path}`, { headers: { authorization: `Bearer ${token}`, 'user-agent': name, traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', baggage: `wie=${name}` } });
    }
    await fetch(`${portal.url}/${name}`, { method: 'PROPFIND' });
    // A statement that is slow and one that fails, with what was typed as their values.
    const truth = portal.app;
    expect(truth).toBeDefined();
    const text = await metrics();
    await new Promise((resolve) => setTimeout(resolve, 6000)); // spans leave every five seconds
    expect(portal.logs.filter((line) => line.includes('slow statement')).length).toBeGreaterThan(10);
    expect(collector.spans.length).toBeGreaterThan(50);
    const seen = { metrics: text, log: portal.logs.join(''), spans: collector.bodies.join('') };
    for (const [where, all] of Object.entries(seen)) {
      const small = all.toLowerCase();
      for (const canary of [...CANARIES, '850730', '1985-07-30', 'ann maes', ann.as, token, '4bf92f3577b34da6a3ce929d0e0e4736']) expect([where, canary, small.includes(canary.toLowerCase())]).toEqual([where, canary, false]);
      for (const id of new Set(ids)) expect([where, id, small.includes(id)]).toEqual([where, id, false]);
    }
  });
});
