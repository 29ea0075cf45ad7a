import type { Person } from '../cast/cast.js';
import type { TestPortal } from '../support/portal.js';

/** An answer as it went over the wire, but for what differs from one request to the next. */
export type Raw = { status: number; headers: string; body: string };

/** Asks and keeps every byte; knows each person's token and capacity after the first time. */
export class Asking {
  private readonly known = new Map<Person, Promise<Record<string, string>>>();
  private since = Date.now();

  constructor(private readonly portal: TestPortal) {}

  async raw(who: Person, query: string, variables: object = {}): Promise<Raw> {
    // A token lasts five minutes.
    if (Date.now() - this.since > 120_000) {
      this.known.clear();
      this.since = Date.now();
    }
    const headers = this.known.get(who) ?? this.headersOf(who);
    this.known.set(who, headers);
    const response = await fetch(`${this.portal.url}/graphql`, { method: 'POST', headers: await headers, body: JSON.stringify({ query, variables }) });
    const kept = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)).map(([name, value]) => `${name}: ${value}`);
    return { status: response.status, headers: kept.sort().join('\n'), body: await response.text() };
  }

  async headersOf({ as, capacity: { role, partner } }: Person): Promise<Record<string, string>> {
    const { capacities } = await this.portal.session(as);
    const { id } = capacities.find((each) => each.role === role && each.partner === partner)!;
    return { 'content-type': 'application/json', authorization: `Bearer ${await this.portal.signIn(as)}`, 'x-capacity': id };
  }
}

export const codeIn = ({ body }: Raw): string => (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.[0].extensions.code ?? 'ANSWERED';

/** A few at a time: as many as the pool has connections. */
export async function each<T>(list: readonly T[], work: (one: T) => Promise<unknown>, atOnce = 5): Promise<void> {
  const left = [...list];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  }));
}
