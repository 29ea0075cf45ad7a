// @ts-check
/** The statement behind a page, run as the portal runs it, and what its plan does. */
import pg from 'pg';
import { infoOf } from './paths.mjs';

/** The settings of the portal's own connections (apps/api/src/database.ts). */
const OPTIONS = '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan -c enable_memoize=off';

/** @typedef {{ 'Node Type': string, 'Index Name'?: string, Plans?: Node[] }} Node */

/**
 * Milliseconds that the database spends on the statement of a path, and what is wrong with its plan.
 * @param {import('./portal.mjs').Asker} asker @param {import('./paths.mjs').Measured} asked @param {number} times
 */
export async function explain({ portal, reader, variables }, asked, times) {
  const { text, values } = await statementOf(asked, reader, variables);
  const client = new pg.Client({ connectionString: portal.portalUrl, options: OPTIONS });
  await client.connect();
  try {
    await client.query('begin');
    const { contextKeyOf, enteringOn } = await import('#kernel');
    await client.query(enteringOn(client, contextKeyOf(portal.portalUrl))(reader));
    await client.query(`prepare asked as ${text}`);
    const run = `explain (analyze, buffers, timing off, format json) execute asked(${values.map((value) => client.escapeLiteral(String(value))).join(', ')})`;
    const taken = [];
    let plan;
    for (let left = times; left > 0; left -= 1) {
      [plan] = (await client.query(run)).rows[0]['QUERY PLAN'];
      taken.push(plan['Execution Time']);
    }
    return { taken, buffers: plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks'], faults: asked.index ? faultsOf(plan.Plan, asked.index) : [] };
  } finally {
    await client.end();
  }
}

/** @param {import('./paths.mjs').Measured} asked @param {import('./paths.mjs').Reader} reader @param {Record<string, any>} variables */
async function statementOf(asked, reader, variables) {
  const { selectionOf, shapeOf, statementFor } = await import('#kernel');
  const { book } = await import('#privacy');
  const { Referral } = await import('#referrals');
  const page = asked.operation === 'Referrals';
  const ask = page ? /** @type {{ first: number, state?: string, after?: string }} */ (variables) : { id: variables.id };
  const { text } = statementFor(book, reader, shapeOf(Referral), ask, selectionOf(infoOf(asked), ...(page ? ['nodes'] : [])));
  const cursor = variables.after ? Buffer.from(variables.after, 'base64url').toString().split('|') : [];
  return { text, values: [reader.partnerId, reader.personId, ...[variables.id ?? variables.state ?? []].flat(), ...cursor] };
}

/**
 * A page is read in the order of its index: no other way to its rows, and nothing sorted on the way up or below it.
 * @param {Node} plan @param {string} index @returns {string[]}
 */
export function faultsOf(plan, index) {
  const way = wayTo(plan, index);
  if (!way) return [`does not go by ${index}`];
  const scan = /** @type {Node} */ (way.at(-1));
  const faults = scan['Node Type'].startsWith('Index') ? [] : [`goes by ${index} as ${scan['Node Type']}`];
  return [...faults, ...way.concat(scan.Plans ?? []).filter((node) => node['Node Type'].includes('Sort')).map((node) => `has a ${node['Node Type']} on the way to ${index}`)];
}

/** The nodes from the top to the one that scans the index. @param {Node} node @param {string} index @returns {Node[] | undefined} */
function wayTo(node, index) {
  if (node['Index Name'] === index) return [node];
  for (const below of node.Plans ?? []) {
    const way = wayTo(below, index);
    if (way) return [node, ...way];
  }
  return undefined;
}

export { OPTIONS };
