import type { DataClass } from '../generated/graphql/graphql.js';

type Lent = { partnerId: string; classes: readonly DataClass[]; since: string; until: string; endedAt: string | null };

/** Taking a part back ends a share and begins one with the rest in the same act. */
const SAME_ACT = 5_000;

const isNextOf = <Each extends Lent>(ended: Each, other: Each): boolean => other.partnerId === ended.partnerId && other !== ended && Math.abs(Date.parse(other.since) - Date.parse(ended.endedAt!)) < SAME_ACT;

/** What really stopped when a share was taken back: not what went on in the next one. */
export const takenOf = <Each extends Lent>(ended: Each, all: readonly Each[]): DataClass[] => {
  const goesOn = all.filter((each) => isNextOf(ended, each)).flatMap(({ classes }) => classes);
  return ended.classes.filter((each) => !goesOn.includes(each));
};

export const isRunning = ({ until }: Pick<Lent, 'until'>, now = Date.now()): boolean => Date.parse(until) > now;
