// @ts-check
/** What bench.md asks, and how far it is met. */

/** @typedef {import('./peers.mjs').Result} Result @typedef {import('./peers.mjs').Server} Server @typedef {{ goal: string, wanted: string, is: string, verdict: 'met' | 'gap' | 'BELOW THE FLOOR' }} Goal */

const AT = 16;
const P99_AT = 64;
const P99 = 4;
const MEMORY = 300;

/** @param {Result} result what another server does for each request that the portal does, by round */
export function ratios({ measures }, /** @type {Server['name']} */ to) {
  const of = (/** @type {Server['name']} */ name) => [...measures].find(([server]) => server.name === name)?.[1];
  const [ours, theirs] = [of('portal'), of(to)];
  return ours && theirs ? ours.map(({ perSecond }, round) => perSecond / theirs[round].perSecond) : [];
}

/** @param {Result[]} results @param {Server[]} servers @returns {Goal[]} */
export function goalsOf(results, servers) {
  const goals = results.filter(({ clients, subject }) => clients === AT && subject.goals).flatMap((result) => {
    const { name, goals: { floor, ceiling, peer } } = /** @type {Required<import('./questions.mjs').Subject>} */ (result.subject);
    const [toCeiling, toPeer] = [ratios(result, 'ceiling'), ratios(result, 'postgraphile')].map((each) => (each.length ? median(each) : undefined));
    const is = Number(toCeiling);
    /** @type {Goal[]} */
    const goals = [{ goal: `${name} ÷ ceiling`, wanted: `≥ ${ceiling} (floor ${floor})`, is: is.toFixed(2), verdict: is < floor ? 'BELOW THE FLOOR' : is < ceiling ? 'gap' : 'met' }];
    if (toPeer !== undefined) goals.push({ goal: `${name} ÷ PostGraphile`, wanted: `≥ ${peer}`, is: toPeer.toFixed(2), verdict: toPeer < peer ? 'gap' : 'met' });
    return goals;
  });
  for (const { subject, measures } of results.filter(({ clients }) => clients === P99_AT)) {
    const ours = [...measures].find(([{ name }]) => name === 'portal')?.[1] ?? [];
    const times = median(ours.map(({ p50, p99 }) => p99 / p50));
    goals.push({ goal: `${subject.name}, p99 ÷ p50 at ${P99_AT} clients`, wanted: `≤ ${P99}`, is: times.toFixed(1), verdict: times > P99 ? 'gap' : 'met' });
  }
  const memory = servers.find(({ name }) => name === 'portal')?.memory ?? 0;
  goals.push({ goal: 'memory of the api under load', wanted: `≤ ${MEMORY} MB`, is: `${memory.toFixed(0)} MB`, verdict: memory > MEMORY ? 'gap' : 'met' });
  return goals;
}

/** The medians of each server by path and number of clients. @param {Result[]} results */
export function rowsOf(results) {
  return results.flatMap((result) =>
    [...result.measures].map(([{ name }, measures]) => {
      const of = (/** @type {(measure: import('./peers.mjs').Measure) => number} */ value) => median(measures.map(value));
      const all = name === 'portal' ? [] : ratios(result, name);
      return {
        path: result.subject.name, clients: result.clients, server: name, perSecond: of(({ perSecond }) => perSecond), p50: of(({ p50 }) => p50), p99: of(({ p99 }) => p99),
        serverCpu: of(({ serverCpu }) => serverCpu), databaseCpu: of(({ databaseCpu }) => databaseCpu), ratio: all.length ? { portal: median(all), least: Math.min(...all), most: Math.max(...all) } : undefined,
      };
    }),
  );
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
