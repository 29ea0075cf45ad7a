import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../api/process.js';
import type { Person } from '../cast/cast.js';

/** A write that was answered with data: asked again with the same key it must give the same row, and write nothing. */
export type Act = { who: Person; verb: string; query: string; variables: { key: string }; id: string };
export type Row = { id: string; version: number; answers: { id: string; version: number }[] };
type Answer = Awaited<ReturnType<Program['ask']>>;

/** People who write, and who ask again with the same key for as long as nobody answers. */
export class Writers {
  readonly acts: Act[] = [];
  /** Answers that never came. */
  lost = 0;
  /** Refusals by code: while something is away only that it is away. */
  readonly refused = new Map<string, number>();
  /** A repetition that gave something else than the first answer. */
  readonly changed: string[] = [];

  constructor(
    private readonly api: Pick<Program, 'ask'>,
    private readonly chance: () => number,
  ) {}

  /** `kinds`: the types of the arguments in GraphQL. */
  async act(who: Person, verb: string, kinds: { [name: string]: string }, values: { [name: string]: unknown }, shows = 'id version'): Promise<Row> {
    const variables = { key: randomUUID(), ...values };
    const all = Object.entries({ key: 'ID!', ...kinds });
    const query = `mutation (${all.map(([name, kind]) => `$${name}: ${kind}`).join(', ')}) { ${verb}(${all.map(([name]) => `${name}: $${name}`).join(', ')}) { ${shows} } }`;
    const row = await this.answered(who, query, variables);
    const act = { who, verb, query, variables, id: row.id };
    this.acts.push(act);
    // Somebody who clicks twice.
    if (this.chance() < 0.1) await this.repeat(act);
    return row;
  }

  async repeat({ who, verb, query, variables, id }: Act): Promise<void> {
    const again = await this.answered(who, query, variables);
    if (again.id !== id) this.changed.push(`${verb} gave ${id} and then ${again.id}`);
  }

  /** @throws what the portal keeps refusing for another reason than that something is away: then something that it acknowledged is gone */
  private async answered(who: Person, query: string, variables: object): Promise<Row> {
    for (let faults = 0; ; ) {
      const answer = await this.api.ask(who, query, variables).catch((): Answer | null => null);
      if (answer?.data && !answer.errors) return Object.values(answer.data)[0] as unknown as Row;
      if (!answer) this.lost += 1;
      else if (this.note(answer) !== 'UNAVAILABLE' && (faults += 1) === 3) throw new Error(`${who.as} is refused ${JSON.stringify(answer.errors)}: ${query}`);
      await sleep(100 + this.chance() * 400);
    }
  }

  private note({ errors, status }: Answer): string {
    const code = errors?.[0].extensions.code ?? `status ${status}`;
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    return code;
  }
}
