import type { RegisterQuery } from '../generated/graphql/graphql.js';
import { begunAt, takenOf } from '../shared/shares.js';

export type RegisterEntry = RegisterQuery['register']['entries'][number];

/** As people would tell it: what went on after a part was taken back is one sharing, and only the part has ended. */
export function rowsOf(entries: readonly RegisterEntry[]): { now: RegisterEntry[]; before: RegisterEntry[] } {
  const lent = entries.map((entry) => ({ entry, partnerId: entry.partnerId, classes: entry.classes, since: entry.since, until: entry.until, endedAt: entry.takenBackAt, of: entry.referralId }));
  const told = lent.map((each) => {
    const same = lent.filter(({ of }) => of === each.of);
    return { ...each.entry, since: begunAt(each, same), classes: each.endedAt ? takenOf(each, same) : each.classes };
  });
  return { now: told.filter(({ standing }) => standing === 'RUNNING'), before: told.filter(({ standing, classes }) => standing !== 'RUNNING' && classes.length) };
}
