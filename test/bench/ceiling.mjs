// @ts-check
/**
 * The ceiling: what the portal is measured by. A bare server of node:http and pg with the same duties: the token, the
 * capacity looked up in the same request, one transaction in that context, row-level security, one line of the trail.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { draft, one, page, search } from './ceiling.statements.mjs';
import { Flight } from './flight.mjs';
import { capacityAsked, entering, readerIn, Refused, UUID } from './identity.mjs';
import { OPTIONS } from './plans.mjs';

/** @typedef {import('./identity.mjs').Reader} Reader @typedef {import('./flight.mjs').Statement} Statement @typedef {Record<string, any>} Variables */

/** Who may send what. @type {Record<string, string[]>} */
const SENDERS = { TO_WOONDIENST: ['OCMW', 'CAW'] };
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: OPTIONS });

/** @type {Record<string, (client: pg.PoolClient, reader: Reader, variables: Variables) => Promise<string>>} */
const DOORS = {
  async BenchPage(client, reader) {
    const [[[body, more, last]]] = await fly(client, reader, false, page(reader));
    return `{"referrals":{"nodes":${body},"next":${more === 't' ? `"${Buffer.from(String(last)).toString('base64url')}"` : null}}}`;
  },
  async BenchReferral(client, reader, { id }) {
    if (!UUID.test(id)) throw new Refused(400);
    const [[row]] = await fly(client, reader, false, one(reader, id));
    if (!row) throw new Refused(404);
    return `{"referral":${row[0]}}`;
  },
  async BenchSearch(client, reader, { words }) {
    if (typeof words !== 'string' || !words.trim() || words.length > 100) throw new Refused(400);
    const [[[body]]] = await fly(client, reader, false, search(reader, words.trim()));
    return `{"clients":{"nodes":${body},"next":null}}`;
  },
  async BenchDraft(client, reader, { key, clientId, type }) {
    if (!UUID.test(key) || !UUID.test(clientId) || !SENDERS[type]) throw new Refused(400);
    if (!SENDERS[type].includes(reader.partnerKind) || reader.role !== 'SOCIAL_WORKER') throw new Refused(403);
    const asked = createHash('sha256').update(JSON.stringify({ clientId, type })).digest();
    const [, , [[body]]] = await fly(client, reader, true, ...draft(reader, { key, clientId, type, asked }));
    return `{"draftReferral":${body}}`;
  },
};

createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    answer(request, Buffer.concat(chunks)).then(
      (body) => send(response, 200, `{"data":${body}}`),
      (error) => {
        if (!(error instanceof Refused)) console.error(error);
        send(response, error.status ?? 500, '{"errors":[{"message":"refused"}]}');
      },
    );
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} body */
function send(response, status, body) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }).end(bytes);
}

/** @param {import('node:http').IncomingMessage} request @param {Buffer} body */
async function answer({ headers }, body) {
  const { operationName, variables } = /** @type {{ operationName: string, variables: Variables }} */ (JSON.parse(body.toString()));
  const door = DOORS[operationName];
  if (!door) throw new Refused(400);
  const capacity = new Flight([await capacityAsked(headers)]);
  const client = await pool.connect();
  try {
    client.query(capacity);
    const [[row]] = await capacity.landed;
    return await door(client, readerIn(String(headers['x-capacity']), row), variables);
  } finally {
    client.release();
  }
}

/** The rows of each statement, in one round trip. @param {pg.PoolClient} client @param {Reader} reader @param {boolean} durable @param {Statement[]} statements */
async function fly(client, reader, durable, ...statements) {
  const flight = new Flight([entering(client, reader, durable), ...statements]);
  client.query(flight);
  return (await flight.landed).slice(1);
}
