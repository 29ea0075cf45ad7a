// @ts-check
import { createServer } from 'node:net';

/** @returns {Promise<number>} a port nobody listens on */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Where each process shows its metrics, when they are asked for: the worker at the next port. @param {'api' | 'worker'} name @returns {Record<string, string>} */
export function metricsOf(name) {
  const { METRICS_PORT: given = '' } = process.env;
  return /^\d+$/.test(given) && name === 'worker' ? { METRICS_PORT: String(Number(given) + 1) } : {};
}

/**
 * Why the portal cannot listen there, at either of the two addresses that browsers take for localhost.
 * @param {number} port @returns {Promise<string | undefined>}
 */
export async function portFault(port) {
  const faults = await Promise.all(['127.0.0.1', '::1'].map((host) => tryPort(port, host)));
  if (faults.includes('EADDRINUSE')) return `port ${port} is in use (perhaps by Woonbrug itself): close that program, or choose another port with PORT=${port === 65535 ? 3000 : port + 1} npm start.`;
  if (faults.includes('EACCES')) return `you may not use port ${port}: choose one from 1024 up, for instance with PORT=3000 npm start.`;
  return undefined;
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} what went wrong */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer().once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
