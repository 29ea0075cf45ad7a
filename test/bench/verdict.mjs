// @ts-check
/** What bench.md asks, and how far it is met. */

/** @typedef {import('./peers.mjs').Result} Result @typedef {import('./peers.mjs').Server} Server @typedef {{ goal: string, wanted: string, is: string, verdict: 'met' | 'gap' | 'BELOW THE FLOOR' | 'npm run bench -- --growth' }} Goal */

const AT = 16;
const P99_AT = 64;
const P99 = 4;
const MEMORY = 300;

/**
 * What the portal does for each request that another server does, by round; `byCpu`: by what server and PostgreSQL compute for one, which others' work on the machine moves less.
 * @param {Result} result @param {Server['name']} to
 */
export function ratios({ measures }, to) {
  const of = (/** @type {Server['name']} */ name) => [...measures].find(([server]) => server.name === name)?.[1] ?? [];
  const [ours, theirs] = [of('portal'), of(to)];
  const cpu = (/** @type {import('./peers.mjs').Measure} */ { serverCpu, databaseCpu }) => serverCpu + databaseCpu;
  return { all: theirs.map(({ perSecond }, round) => ours[round].perSecond / perSecond), byCpu: theirs.map((each, round) => cpu(each) / cpu(ours[round])) };
}

/** Whether a path is below its floor, by requests and by CPU: others' work on the machine moves the one, and hardly the other. @param {Result} result */
export function isBelow(result) {
  const { all, byCpu } = ratios(result, 'ceiling');
  const { floor = 0 } = result.subject.goals ?? {};
  return median(all) < floor && median(byCpu) < floor;
}

/** @param {Result[]} results @param {Server[]} servers @returns {Goal[]} */
export function goalsOf(results, servers) {
  const goals = results.filter(({ clients, subject }) => clients === AT && subject.goals).flatMap((result) => {
    const { name, goals: { floor, ceiling, peer } } = /** @type {Required<import('./questions.mjs').Subject>} */ (result.subject);
    const { all } = ratios(result, 'postgraphile');
    const [toCeiling, toPeer] = [median(ratios(result, 'ceiling').all), all.length ? median(all) : undefined];
    /** @type {Goal[]} */
    const goals = [{ goal: `${name} ÷ ceiling`, wanted: `≥ ${ceiling} (floor ${floor})`, is: toCeiling.toFixed(2), verdict: isBelow(result) ? 'BELOW THE FLOOR' : toCeiling < ceiling ? 'gap' : 'met' }];
    if (toPeer !== undefined) goals.push({ goal: `${name} ÷ PostGraphile`, wanted: `≥ ${peer}`, is: toPeer.toFixed(2), verdict: toPeer < peer ? 'gap' : 'met' });
    return goals;
  });
  for (const { subject, measures } of results.filter(({ clients }) => clients === P99_AT)) {
    const ours = [...measures].find(([{ name }]) => name === 'portal')?.[1] ?? [];
    const times = median(ours.map(({ p50, p99 }) => p99 / p50));
    goals.push({ goal: `${subject.name}, p99 ÷ p50 at ${P99_AT} clients`, wanted: `≤ ${P99}`, is: times.toFixed(1), verdict: times > P99 ? 'gap' : 'met' });
  }
  if (results.some(({ clients }) => clients === P99_AT)) goals.push({ goal: 'growth of a page from 10,000 to 1,000,000 rows', wanted: '≤ 1.25', is: '', verdict: 'npm run bench -- --growth' });
  const memory = servers.find(({ name }) => name === 'portal')?.memory ?? 0;
  goals.push({ goal: 'memory of the api under load', wanted: `≤ ${MEMORY} MB`, is: `${memory.toFixed(0)} MB`, verdict: memory > MEMORY ? 'gap' : 'met' });
  return goals;
}

/** The medians of each server by path and number of clients. @param {Result[]} results */
export function rowsOf(results) {
  return results.flatMap((result) =>
    [...result.measures].map(([{ name }, measures]) => {
      const of = (/** @type {(measure: import('./peers.mjs').Measure) => number} */ value) => median(measures.map(value));
      const { all, byCpu } = ratios(result, name);
      return {
        path: result.subject.name, clients: result.clients, server: name, perSecond: of(({ perSecond }) => perSecond), p50: of(({ p50 }) => p50), p99: of(({ p99 }) => p99),
        serverCpu: of(({ serverCpu }) => serverCpu), databaseCpu: of(({ databaseCpu }) => databaseCpu), ratio: name === 'portal' ? undefined : { portal: median(all), least: Math.min(...all), most: Math.max(...all), byCpu: median(byCpu) },
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
