import { Injectable } from '@nestjs/common';
import { Absence, type Mandate } from '#directory';
import { type Actor, Clock, dayOf, Reading, type Selection } from '#kernel';

/** An absence of today, with the functions of who is away. */
export type Cover = Absence & { person: { mandates: Pick<Mandate, 'role' | 'since' | 'until'>[] } };

const NEEDED = { personId: true, until: true } as const;
const FUNCTIONS = { role: true, since: true, until: true } as const;

/** For whom somebody stands in: it adds to her list, and opens nothing that she could not open already (BR-W4). */
@Injectable()
export class StandIns {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  /** Today's absences in which the actor is the deputy, of who has the function in which she asks. */
  async today(me: Actor, selection: Selection = {}): Promise<Cover[]> {
    const today = dayOf(this.clock.now());
    const person = { ...(typeof selection.person === 'object' ? selection.person : {}), mandates: { ...((selection.person as { mandates?: Selection } | undefined)?.mandates ?? {}), ...FUNCTIONS } };
    const any = [[['deputyId', '=', me.personId], ['cancelledAt', 'null'], ['since', '<', dayAfter(today)], ['until', '>=', today]]] as const;
    const { nodes } = await this.reading.page(me, Absence, { first: 50, order: 'since', any }, { ...selection, ...NEEDED, person });
    return (nodes as Cover[]).filter(({ person: { mandates } }) => mandates.some(({ role, since, until }) => role === me.role && since <= today && (!until || until >= today)));
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
