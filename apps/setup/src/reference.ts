import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type ProtocolReference, type Region, readRegions } from '#directory';
import { readRetention } from '#dossiers';
import { arrowsOf } from '#kernel';
import { flows } from '../../api/src/flows.js';
import { writeCooperation } from './cooperation.js';

/**
 * Brings regions, partners and workflow tables in line with the reference files, and adds the protocols that the portal never had:
 * from then on the portal is the truth of those. What a file no longer names stays: papers may refer to it.
 * @param invented whether protocols that nobody signed may be loaded: for trying out only
 */
export async function writeReference(owner: Client, folder: string, invented: boolean): Promise<Region[]> {
  const regions = readRegions(folder);
  await owner.query('begin');
  for (const region of regions) await writeRegion(owner, region);
  await hostAt(owner, regions.flatMap(({ partners }) => partners).find(({ host }) => host)?.key);
  const ids = await partnerIds(owner);
  for (const { partners } of regions) for (const { key, parent } of partners) await owner.query('update partner set parent_id = $2 where key = $1', [key, parent ? ids.get(parent) : null]);
  for (const { exchangeProtocols } of regions) for (const each of exchangeProtocols) if (invented || !each.invented) await writeProtocol(owner, ids, each);
  await writeCooperation(owner, folder, invented);
  await writeRetention(owner, folder);
  await owner.query('delete from arrow');
  for (const flow of flows) for (const { from, to } of arrowsOf(flow)) await owner.query('insert into arrow (flow, from_state, to_state) values ($1, $2, $3)', [flow.name, from, to]);
  await owner.query('commit');
  return regions;
}

/** The terms of today: what was proposed by others keeps those on its list. */
async function writeRetention(owner: Client, folder: string): Promise<void> {
  const { edition, terms } = readRetention(folder);
  await owner.query('delete from retention_rule');
  for (const { key, kind, outcome, classes, years, motivation, destination, assumed } of terms)
    await owner.query('insert into retention_rule (key, edition, kind, outcome, classes, years, motivation, destination, assumed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [key, edition, kind, outcome ?? null, classes ?? [], years, motivation, destination, assumed]);
}

/** One partner at a time hosts the portal. */
async function hostAt(owner: Client, key: string | undefined): Promise<void> {
  await owner.query('update partner set host = false where host and key is distinct from $1', [key]);
  await owner.query('update partner set host = true where key = $1 and not host', [key]);
}

/** Ids of partners by the key of their reference file. */
export async function partnerIds(owner: Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ key: string; id: string }>('select key, id from partner');
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function writeRegion(owner: Client, { region, municipalities, partners }: Region): Promise<void> {
  for (const { nis, name, postcodes } of municipalities)
    await owner.query('insert into municipality (nis, name, postcodes, region) values ($1, $2, $3, $4) on conflict (nis) do update set name = excluded.name, postcodes = excluded.postcodes, region = excluded.region', [nis, name, postcodes, region.key]);
  for (const each of partners) {
    const { rows } = await owner.query<{ id: string; added: boolean }>(
      `insert into partner (id, key, region, name, short_name, kind, regime, municipalities, protocol_area, company_area) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (key) do update set region = excluded.region, name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, regime = excluded.regime, municipalities = excluded.municipalities,
         protocol_area = excluded.protocol_area, company_area = excluded.company_area
       returning id, xmax = 0 as added`,
      [randomUUID(), each.key, region.key, each.name, each.shortName, each.kind, each.regime, each.municipalities, each.protocolArea ?? [], each.companyArea ?? []],
    );
    // Where a partner begins; from then on it keeps its closing days in the portal, which moves the terms that run.
    for (const { day, label } of rows[0].added ? each.closingDays : [])
      await owner.query("insert into closing_day (id, partner_id, day, label, set_by) values ($1, $2, $3, $4, 'Woonbrug')", [randomUUID(), rows[0].id, day, label]);
  }
}

/** A protocol that somebody ended or changed in the portal stays as it is there. */
async function writeProtocol(owner: Client, ids: Map<string, string>, each: ProtocolReference): Promise<void> {
  const advised = (side: string) => each.dpoAdvice.find(({ partner }) => partner === side)?.on ?? null;
  const positive = (side: string) => (advised(side) ? true : null);
  await owner.query(
    `insert into exchange_protocol (id, from_partner_id, to_partner_id, purpose, classes, legal_basis, frequency, security, retention, state, valid_from, valid_to, publication_url,
       from_advice_on, from_advice_positive, to_advice_on, to_advice_positive, reference) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (reference) do update set frequency = excluded.frequency, security = excluded.security, retention = excluded.retention, from_advice_on = excluded.from_advice_on, from_advice_positive = excluded.from_advice_positive,
       to_advice_on = excluded.to_advice_on, to_advice_positive = excluded.to_advice_positive where exchange_protocol.security = ''`,
    [
      randomUUID(), ids.get(each.from), ids.get(each.to), each.purpose, each.classes, each.legalBasis, each.frequency, each.security, each.retention, each.state, each.validFrom, each.validTo ?? null, each.publicationUrl ?? null,
      advised(each.from), positive(each.from), advised(each.to), positive(each.to), `${each.from} ${each.to} ${each.validFrom} ${each.purpose}`,
    ],
  );
}
