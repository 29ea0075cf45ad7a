// @ts-check
/** Who asks a peer: the token is verified once, the capacity looked up in the database in each request, as the portal does. */
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { contextKeyOf, enteringOn } = await import('#kernel');
const { OIDC_ISSUER: issuer = '', DATABASE_URL = '' } = process.env;
const key = contextKeyOf(DATABASE_URL);

/** @typedef {{ mandateId: string, personId: string, name: string, partnerId: string, partnerKind: string, role: string, regime: string }} Reader */

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CAPACITY = {
  name: 'capacity',
  text: 'select person_id, person_name, partner_id, partner_kind, regime, role from capacities_of($1, $2) where id = $3 and not session_ended($4)',
};
const keys = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`));
/** @type {Map<string, { sub: string, username: string, sid: string, exp: number }>} by the whole header */
const verified = new Map();

export class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(String(status));
    this.status = status;
  }
}

/** The question that gives the capacity of a request. @param {import('node:http').IncomingHttpHeaders} headers @returns {Promise<import('./flight.mjs').Statement>} */
export async function capacityAsked({ authorization = '', 'x-capacity': mandateId }) {
  const { sub, username, sid } = await accountOf(authorization);
  if (!UUID.test(String(mandateId))) throw new Refused(401);
  return { ...CAPACITY, values: [sub, username, mandateId, sid] };
}

/** @param {string} mandateId @param {unknown[]} [row] what the database answered @returns {Reader} */
export function readerIn(mandateId, row) {
  if (!row) throw new Refused(401);
  const [personId, name, partnerId, partnerKind, regime, role] = row.map(String);
  return { mandateId, personId, name, partnerId, partnerKind, regime, role };
}

/** @param {string} header */
async function accountOf(header) {
  const known = verified.get(header);
  if (known && known.exp > Date.now() / 1000) return known;
  const { payload } = await jwtVerify(header.replace(/^Bearer /, ''), keys, { issuer, audience: 'portal-api', algorithms: ['RS256'] }).catch(() => {
    throw new Refused(401);
  });
  const account = { sub: String(payload.sub), username: String(payload.preferred_username), sid: String(payload.sid), exp: Number(payload.exp) };
  if (verified.size >= 1000) verified.clear();
  verified.set(header, account);
  return account;
}

/**
 * What the portal itself sends when it begins in this reader's context, on this connection.
 * @param {object} client @param {Reader} reader @param {boolean} durable @returns {import('./flight.mjs').Statement}
 */
export const entering = (client, reader, durable) => /** @type {any} */ (enteringOn(client, key, durable)(/** @type {any} */ (reader)));
