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
 * Milliseconds of each of `times` answers.
 * @param {Asker} asker @param {import('./paths.mjs').Measured} asked @param {number} times @throws when an answer is not the expected one
 */
export async function ask({ portal, reader, variables }, asked, times) {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenFor(portal, reader)}`, 'x-capacity': reader.mandateId },
    body: JSON.stringify({ query: asked.query, variables }),
  };
  const taken = [];
  for (let left = times; left > 0; left -= 1) {
    const start = performance.now();
    const response = await fetch(`${portal.url}/graphql`, request);
    const text = await response.text();
    taken.push(performance.now() - start);
    check(asked, response.status, text);
  }
  return taken;
}

/** The token that the embedded sign-in would give her, signed with its key: a run lasts longer than such a token. @param {Portal} portal @param {import('./paths.mjs').Reader} reader */
function tokenFor({ home, url }, { subject, username }) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: `${url}/realms/woonbrug`, sub: subject, aud: 'portal-api', azp: 'portal-web', typ: 'Bearer', preferred_username: username, sid: 'bench', iat: now, exp: now + 600 };
  const body = [{ alg: 'RS256', typ: 'JWT', kid: 'embedded' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
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
