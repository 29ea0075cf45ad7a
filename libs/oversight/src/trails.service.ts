import { Inject, Injectable } from '@nestjs/common';
import { Person } from '#directory';
import { type Actor, Clock, isDay, type Page, pageSize, Refusal, Work } from '#kernel';
import { OVERSIGHT, type OversightReference } from './oversight.reference.js';

export type TrailWanted = { first: number; after?: string | null; personId?: string | null; number?: string | null; day?: string | null; unusual: boolean };
export type Told = { id: string; at: string; personName: string | null; capacity: string; operation: string; purpose: string; record: string; numbers: string[]; dossiers: number; classes: string[]; outcome: string; changed: boolean; reasons: string[] };

const DAY = 86_400_000;
const NEWEST = ['infinity', '0'] as const;

/** What the own people looked at: read by a function of the database that asks for a DPO itself, and told in the trail each time (AU-15). */
@Injectable()
export class Trails {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(OVERSIGHT) private readonly reference: OversightReference,
  ) {}

  page(me: Actor, { first, after, personId, number, day, unusual }: TrailWanted): Promise<Page<Told>> {
    pageSize(first);
    const [at, id] = after ? cursorOf(after) : NEWEST;
    const { nightFrom, nightUntil, days } = this.reference.unusual;
    const since = unusual ? new Date(this.clock.now().getTime() - days * DAY) : null;
    return this.work.consult(me, unusual ? 'unusualLooks' : 'trail', async (desk) => {
      const { rows } = await desk.unit.query<Told>({
        text: 'select id, at, person_name as "personName", capacity, operation, purpose, record, numbers, dossiers, classes, outcome, changed, reasons from trail_of($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values: [at, id, first + 1, personId || null, number?.trim().toUpperCase() || null, day || null, since, nightFrom, nightUntil],
      });
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      return { seen: { nodes, next: rows.length > first ? Buffer.from(`${last!.at}|${last!.id}`).toString('base64url') : null }, record: Person, dossierIds: [] };
    });
  }
}

const PLACE = /^([12]\d{3}-\d\d-\d\d) (?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?\+00\|\d{1,18}$/;

function cursorOf(text: string): readonly [string, string] {
  const place = Buffer.from(text, 'base64url').toString();
  if (!isDay(PLACE.exec(place)?.[1])) throw new Refusal('INVALID', 'Deze plaats in de lijst bestaat niet.', { fields: [{ field: 'after', message: 'Begin de lijst opnieuw.' }] });
  return place.split('|') as [string, string];
}
