import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { canonical, type CooperationReference, type Known, readCooperation } from '#mediation';

/**
 * Adds the cooperation protocols that the portal never had, from the `cooperation-*.yaml` of a folder: from then on the portal is the truth of those.
 * @param invented whether protocols that nobody signed may be loaded: for trying out only
 */
export async function writeCooperation(owner: Client, folder: string, invented: boolean): Promise<void> {
  const known = await knownTo(owner);
  for (const each of readCooperation(folder, known)) if (invented || !each.invented) await writeProtocol(owner, each);
}

/** What such a file may name: the partners and municipalities that are there. */
async function knownTo(owner: Client): Promise<Known> {
  const partners = await owner.query<Known['partners'][number]>('select key, name, kind, company_area as area from partner');
  const places = await owner.query<Known['places'][number]>('select nis, name from municipality');
  return { partners: partners.rows, places: places.rows };
}

async function writeProtocol(owner: Client, { woondienst, company, edition, state, validFrom, validTo, text, signatures }: CooperationReference): Promise<void> {
  const sides = signatures ? [signatures.woondienst, signatures.company] : [undefined, undefined];
  await owner.query(
    `insert into cooperation_protocol (id, drafter_id, company_id, edition, state, valid_from, valid_to, text, partner_signed_by, partner_signed_as, partner_signed_at, partner_signed_hash,
       company_signed_by, company_signed_as, company_signed_at, company_signed_hash)
     select $1, d.id, c.id, $4, $5, $6, $7, $8, $9, $10, $11::date::timestamp at time zone 'Europe/Brussels', case when $9::text is not null then hash_of($8) end,
       $12, $13, $14::date::timestamp at time zone 'Europe/Brussels', case when $12::text is not null then hash_of($8) end
     from partner d, partner c where d.key = $2 and c.key = $3
     on conflict (drafter_id, company_id, edition) do nothing`,
    [randomUUID(), woondienst, company, edition, state, validFrom, validTo ?? null, canonical(text), ...sides.flatMap((side) => [side?.name ?? null, side?.capacity ?? null, side?.on ?? null])],
  );
}
