// @ts-check
/** The portal beside its peers: the same questions on the same database, in turn, each a process of its own. */
import { deepStrictEqual } from 'node:assert';
import { loadavg } from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/ports.mjs';
import { cpuBelow, cpuOf, memoryOf } from '../../scripts/processes.mjs';
import { step } from '../../scripts/setup.mjs';
import { run } from './data.mjs';
import { startIssuer } from './issuer.mjs';
import { load } from './load.mjs';
import { readerOf, RECEIVER, SENDER } from './paths.mjs';
import { startPortal } from './portal.mjs';
import { questionsOf, SUBJECTS, variablesOfPeer } from './questions.mjs';
import { isBelow } from './verdict.mjs';

/**
 * @typedef {ReturnType<typeof import('../../scripts/lifetime.mjs').lifetime>} Life @typedef {import('./data.mjs').Database} Database
 * @typedef {{ name: 'ceiling' | 'portal' | 'postgraphile', url: string, pid: number, memory: number }} Server `memory`: the most MB that it had after a load
 * @typedef {import('./load.mjs').Load & { serverCpu: number, databaseCpu: number }} Measure CPU milliseconds per request
 * @typedef {{ subject: import('./questions.mjs').Subject, clients: number, measures: Map<Server, Measure[]> }} Result
 */

/** Questions of each path whose answers are compared before anything is measured. */
const ASKED_FIRST = 12;

/**
 * @param {{ life: Life, home: string, database: Database, postgresPid: number, peerFolder?: string, clients: number[], rounds: number, seconds: number, longest?: number }} wanted `longest`: so many times the rounds where a path is below its floor; `peerFolder`: where PostGraphile is installed; absent: without it
 */
export async function compare({ life, home, database, postgresPid, peerFolder, clients, rounds, seconds, longest = 1 }) {
  const issuer = await life.hold(startIssuer(), (it) => it.stop());
  const start = async (/** @type {'ceiling' | 'postgraphile'} */ name) => {
    const port = await freePort();
    const env = { NODE_ENV: 'production', DATABASE_URL: database.portalUrl, PORT: String(port), OIDC_ISSUER: issuer.url, ...(peerFolder ? { WOONBRUG_PEER: peerFolder } : {}) };
    const pid = await life.run(name, [`test/bench/${name}.mjs`], { env, log: path.join(home, `${name}.log`) });
    return { name, url: `http://127.0.0.1:${port}`, pid, memory: 0 };
  };
  const portal = async () => ({ name: /** @type {const} */ ('portal'), memory: 0, ...(await startPortal({ life, home, database, issuer })) });
  /** @type {Server[]} */
  const servers = await step('Starting the portal and its peers', () => Promise.all([start('ceiling'), portal(), ...(peerFolder ? [start('postgraphile')] : [])]));
  const readers = await Promise.all([SENDER, RECEIVER].map((who) => readerOf(database, { who })));
  /** @type {Result[]} */
  const results = [];
  const began = loadavg()[0];
  for (const subject of SUBJECTS) {
    const next = await questionsOf(database, subject, readers);
    const mine = servers.filter(({ name }) => name !== 'postgraphile' || subject.peer);
    const tokens = new Map(readers.map((reader) => [reader, issuer.tokenFor(reader)]));
    const request = (/** @type {Server} */ { name }) => requestOf(subject, name, next(), tokens);
    await step(`Comparing the answers: ${subject.name}`, () => same({ subject, servers: mine, next, tokens, database }));
    for (const many of clients) {
      /** @type {Result} */
      const result = { subject, clients: many, measures: new Map(mine.map((server) => [server, []])) };
      results.push(result);
      await step(`${subject.name}, ${many} ${many === 1 ? 'client' : 'clients'}`, async () => {
        for (const server of mine) await load(server.url, many, seconds / 2, () => request(server));
        for (let round = 0; round < rounds || (round < rounds * longest && isBelow(result)); round += 1) {
          for (const server of round % 2 ? mine.toReversed() : mine) result.measures.get(server)?.push(await measured(server, postgresPid, () => load(server.url, many, seconds, () => request(server))));
        }
      });
    }
  }
  return { servers, results, load: [began, loadavg()[0]] };
}

/** @param {import('./questions.mjs').Subject} subject @param {Server['name']} name @param {ReturnType<Awaited<ReturnType<typeof questionsOf>>>} asked @param {Map<object, string>} tokens @returns {import('./load.mjs').Request} */
function requestOf({ operation: operationName, query, peer }, name, asked, tokens) {
  const question = name === 'postgraphile' ? { query: peer, variables: variablesOfPeer(asked) } : { query, variables: asked.variables };
  return { headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(asked.reader)}`, 'x-capacity': asked.reader.mandateId }, body: JSON.stringify({ operationName, ...question }) };
}

/**
 * That all give the same answers; and portal and ceiling the same lines in the trail, where the portal may tell more.
 * @param {{ subject: import('./questions.mjs').Subject, servers: Server[], next: Awaited<ReturnType<typeof questionsOf>>, tokens: Map<object, string>, database: Database }} asked
 */
async function same({ subject, servers, next, tokens, database }) {
  for (let left = ASKED_FIRST; left > 0; left -= 1) {
    const asked = next();
    /** @type {Record<string, { data: any, lines: any[] }>} */
    const given = {};
    for (const { name, url } of servers) {
      const [{ last }] = await run(database.ownerUrl, 'select coalesce(max(id), 0) as last from trail');
      // A key makes a repetition harmless: each has its own.
      const own = { ...asked, variables: { ...asked.variables, ...(asked.variables.key ? { key: crypto.randomUUID() } : {}) } };
      const response = await fetch(`${url}/graphql`, { method: 'POST', ...requestOf(subject, name, own, tokens) });
      const { data, errors } = await response.json();
      if (response.status !== 200 || errors) throw new Error(`${name} cannot answer "${subject.name}": ${response.status} ${JSON.stringify(errors).slice(0, 500)}`);
      given[name] = { data, lines: await run(database.ownerUrl, 'select person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome, changed from trail where id > $1', [last]) };
    }
    const { ceiling, portal, postgraphile } = given;
    differ(subject, 'ceiling', () => deepStrictEqual(plain(ceiling.data), plain(portal.data)));
    differ(subject, "ceiling's trail", () => deepStrictEqual(ceiling.lines.map(line), portal.lines.map(line).filter((each) => ceiling.lines.map(line).includes(each))));
    if (!ceiling.lines.length) throw new Error(`"${subject.name}" left no line in the trail.`);
    if (!postgraphile) continue;
    const ours = shown(plain(portal.data));
    differ(subject, 'PostGraphile', () => deepStrictEqual(asFar(plain(subject.found?.(postgraphile.data)), ours), ours));
  }
}

/** @param {import('./questions.mjs').Subject} subject @param {string} whose @param {() => void} check */
function differ({ name }, whose, check) {
  try {
    check();
  } catch (error) {
    throw new Error(`"${name}": the answer of the ${whose} is not the portal's. ${/** @type {Error} */ (error).message}`);
  }
}

/** What is new in each answer has another id, number and moment. @param {any} answer */
function plain(answer) {
  const draft = answer.draftReferral;
  return draft ? { draftReferral: { ...draft, id: '', number: '', timeline: draft.timeline.map((/** @type {any} */ each) => ({ ...each, id: '', at: '' })) } } : answer;
}

/** Ids of what was made are new each time. @param {any} told */
const line = ({ changed, classes, dossier_ids: ids, ...told }) => JSON.stringify({ ...told, changed, classes: classes.toSorted(), ids: changed ? ids.length : ids });

/** What the portal shows of an answer; moments as numbers, since PostGraphile writes them otherwise. @param {any} ours @returns {any} */
function shown(ours) {
  if (Array.isArray(ours)) return ours.map(shown);
  if (ours !== null && typeof ours === 'object') return Object.fromEntries(Object.entries(ours).filter(([field, value]) => value !== null && !['withheld', 'next'].includes(field)).map(([field, value]) => [field, shown(value)]));
  return typeof ours === 'string' && /^\d{4}-\d\d-\d\dT/.test(ours) ? Date.parse(ours) : ours;
}

/** As much of PostGraphile's answer as the portal shows: it masks nothing, and lets through whole lists that the book keeps back. @param {any} theirs @param {any} ours @returns {any} */
function asFar(theirs, ours) {
  if (Array.isArray(ours)) return ours.length ? (theirs?.nodes ?? theirs)?.map((/** @type {any} */ each, /** @type {number} */ at) => asFar(each, ours[at])) : [];
  if (ours !== null && typeof ours === 'object') return Object.fromEntries(Object.entries(ours).map(([field, value]) => [field, asFar(theirs?.[field], value)]));
  return typeof ours === 'number' && typeof theirs === 'string' ? Date.parse(theirs) : theirs;
}

/** @param {Server} server @param {number} postgresPid @param {() => Promise<import('./load.mjs').Load>} work @returns {Promise<Measure>} */
async function measured(server, postgresPid, work) {
  const before = [cpuOf(server.pid), cpuBelow(postgresPid)];
  const loaded = await work();
  const [serverCpu, databaseCpu] = [cpuOf(server.pid), cpuBelow(postgresPid)].map((cpu, at) => ((cpu - before[at]) * 1000) / loaded.requests);
  server.memory = Math.max(server.memory, memoryOf(server.pid) / 1024 / 1024);
  return { ...loaded, serverCpu, databaseCpu };
}
