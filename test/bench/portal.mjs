// @ts-check
/** Asks a running portal as one browser would, one question after the other. */
import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { infoOf } from './paths.mjs';

/**
 * @typedef {import('./data.mjs').Database & { url: string, home: string }} Portal `home`: folder of its sign-in's key
 * @typedef {{ portal: Portal, reader: import('./paths.mjs').Reader, variables: Record<string, any> }} Asker
 */

/**
 * Milliseconds until the whole answer is there. @throws when it is not the expected one
 * @param {Asker} asker @param {string} token @param {import('./paths.mjs').Measured} asked
 */
export async function ask({ portal, reader, variables }, token, asked) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-capacity': reader.mandateId };
  const body = JSON.stringify({ query: asked.query, variables });
  const start = performance.now();
  const response = await fetch(`${portal.url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  const taken = performance.now() - start;
  check(asked, response.status, text);
  return taken;
}

/** The token that the embedded sign-in would give her, signed with its key: a run lasts longer than such a token. @param {Asker} asker */
export function tokenFor({ portal: { home, url }, reader: { subject, username } }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: `${url}/realms/woonbrug`, sub: subject, aud: 'portal-api', azp: 'portal-web', typ: 'Bearer', preferred_username: username, sid: 'bench', iat: now, exp: now + 600 };
  const body = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${body}.${sign('sha256', Buffer.from(body), readFileSync(path.join(home, 'sign-in.key.pem'))).toString('base64url')}`;
}

/** @param {import('./paths.mjs').Measured} asked @param {number} status @param {string} text */
function check(asked, status, text) {
  const { data, errors } = JSON.parse(text);
  const [{ name }] = infoOf(asked).fieldNodes;
  const found = data?.[name.value];
  const rows = Array.isArray(found?.nodes) ? found.nodes.length : found ? 1 : 0;
  if (status !== 200 || errors || (asked.finds ?? rows) !== rows) throw new Error(`"${asked.name}" gave ${rows} rows and not ${asked.finds}: ${status} ${text.slice(0, 300)}`);
}
