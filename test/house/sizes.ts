/**
 * How much of it one run does: WOONBRUG_PRIVACY is absent in `npm test`, `long` in `npm run test:privacy`, `full` with `--full`.
 * One set of tests, three sizes.
 */
const SIZES = {
  short: { pairs: 60, previews: 12, races: 300, scenes: 4, turns: 8 },
  long: { pairs: 2000, previews: 200, races: 10_000, scenes: Infinity, turns: 1 },
  full: { pairs: 100_000, previews: 2000, races: 10_000, scenes: Infinity, turns: 1 },
};

export const size = SIZES[(process.env.WOONBRUG_PRIVACY as keyof typeof SIZES | undefined) ?? 'short'];
/** What a number of readers are asked alike, they take in turns: whether it is the turn of this one. */
export const isTurnOf = (reader: number, question: number): boolean => (reader + question) % size.turns === 0;
/** As long as a run of this size may take, in milliseconds. */
export const patience = { short: 180_000, long: 3_600_000, full: 72 * 3_600_000 }[(process.env.WOONBRUG_PRIVACY as keyof typeof SIZES | undefined) ?? 'short'];
/** For who started it by hand: how much was looked at. */
export const tell = (sentence: string): void => void (process.env.WOONBRUG_PRIVACY && process.stderr.write(`  ${sentence}\n`));
