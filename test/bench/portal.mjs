// @ts-check
/** Starts the portal as in production, and asks it as one browser would, one question after the other. */
import path from 'node:path';
import { freePort } from '../../scripts/ports.mjs';
import { infoOf } from './paths.mjs';

/**
 * @typedef {import('./data.mjs').Database & { url: string }} Portal
 * @typedef {{ portal: Portal, reader: import('./paths.mjs').Reader, variables: Record<string, any> }} Asker
 * @param {{ life: import('./peers.mjs').Life, home: string, database: import('./data.mjs').Database, issuer: import('./issuer.mjs').Issuer }} wanted
 */
export async function startPortal({ life, home, database: { rows, portalUrl }, issuer }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { NODE_ENV: 'production', DATABASE_URL: portalUrl, PORT: String(port), PUBLIC_URL: url, OIDC_ISSUER: issuer.url, EMBEDDED_SIGN_IN: '', DEMO: '', WEB_FOLDER: '', PERSISTED_ONLY: 'false' };
  const pid = await life.run('portal', ['--max-semi-space-size=16', 'dist/apps/api/src/main.js'], { env, log: path.join(home, `api-${rows}.log`) });
  return { url, pid };
}

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

/** @param {import('./paths.mjs').Measured} asked @param {number} status @param {string} text */
function check(asked, status, text) {
  const { data, errors } = JSON.parse(text);
  const [{ name }] = infoOf(asked).fieldNodes;
  const found = data?.[name.value];
  const rows = Array.isArray(found?.nodes) ? found.nodes.length : found ? 1 : 0;
  if (status !== 200 || errors || (asked.finds ?? rows) !== rows) throw new Error(`"${asked.name}" gave ${rows} rows and not ${asked.finds}: ${status} ${text.slice(0, 300)}`);
}
