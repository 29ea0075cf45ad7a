// @ts-check
/** A sign-in of which nothing is there but its key: what a portal in production asks of it while nobody signs in. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';

/** @typedef {{ url: string, tokenFor(reader: { subject: string, username: string }): string, stop(): void }} Issuer @returns {Promise<Issuer>} */
export async function startIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'RS256' }] });
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/realms/woonbrug`;
  return {
    url,
    tokenFor({ subject, username }) {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: url, sub: subject, aud: 'portal-api', azp: 'portal-web', typ: 'Bearer', preferred_username: username, sid: 'bench', iat: now, exp: now + 600 };
      const body = [{ alg: 'RS256', typ: 'JWT', kid: 'bench' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`;
    },
    stop: () => server.close().closeAllConnections(),
  };
}
