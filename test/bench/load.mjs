// @ts-check
/** So many clients at once, each with one connection that it keeps, each asking as soon as it has its answer. */
import { Pool } from 'undici';

/**
 * @typedef {{ headers: Record<string, string>, body: string }} Request
 * @typedef {{ perSecond: number, requests: number, p50: number, p99: number }} Load milliseconds
 * @param {string} origin @param {number} clients @param {number} seconds @param {() => Request} next
 * @returns {Promise<Load>} @throws on the first answer that is none
 */
export async function load(origin, clients, seconds, next) {
  const pool = new Pool(origin, { connections: clients, pipelining: 1 });
  /** @type {number[]} */
  const taken = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      const { statusCode, body } = await pool.request({ path: '/graphql', method: 'POST', ...next() });
      const answer = Buffer.from(await body.arrayBuffer());
      taken.push(performance.now() - asked);
      if (statusCode !== 200 || !answer.subarray(0, 9).equals(DATA)) throw new Error(`${origin} answered ${statusCode}: ${answer.toString().slice(0, 300)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    await pool.close();
  }
  const lasted = (performance.now() - start) / 1000;
  taken.sort((a, b) => a - b);
  return { perSecond: taken.length / lasted, requests: taken.length, p50: at(taken, 0.5), p99: at(taken, 0.99) };
}

const DATA = Buffer.from('{"data":{');
const at = (/** @type {number[]} */ sorted, /** @type {number} */ part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
