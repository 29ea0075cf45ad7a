import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { DemoPerson } from '#directory';

/** Adds the invented people whom the database does not have yet: one row per partner that somebody works for. */
export async function writePeople(owner: Client, people: readonly DemoPerson[], partnerIds: ReadonlyMap<string, string>): Promise<void> {
  await owner.query('begin');
  for (const { username, name, active, mandates } of people) {
    for (const partner of new Set(mandates.map((each) => each.partner))) {
      const id = randomUUID();
      const added = await owner.query('insert into person (id, partner_id, username, name, active, email) values ($1, $2, $3, $4, $5, $6) on conflict (partner_id, username) do nothing', [id, partnerIds.get(partner), username, name, active, `${username}@voorbeeld.example`]);
      if (!added.rowCount) continue;
      for (const { role, municipality, since, until } of mandates.filter((each) => each.partner === partner))
        await owner.query('insert into mandate (id, partner_id, person_id, role, municipality, since, until) values ($1, $2, $3, $4, $5, $6, $7)', [randomUUID(), partnerIds.get(partner), id, role, municipality ?? null, since, until ?? null]);
    }
  }
  await owner.query('commit');
}
