import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One chain of hashes over the trail, made in links by the worker (AU-02 to AU-04, record 24). */
export class Seals20261203 implements MigrationInterface {
  name = 'Seals1796256000000';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [LINES, CHAIN, SEALING]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function trail_links, seal_trail;
      drop table trail_seal, trail_link;
      revoke insert on trail from portal;
      grant insert on trail to portal;
      alter table trail alter column at set default clock_timestamp();
      alter table trail drop column xact;
    `);
  }
}

/**
 * Which transaction wrote a line; null: one from before the chain. So no line that is there already is rewritten. Number, moment and transaction of a line are
 * given by the database alone; the moment after the transaction has its number, whatever a statement waits for in between.
 */
const LINES = `
  alter table trail add column xact xid8;
  alter table trail alter column xact set default pg_current_xact_id();
  alter table trail alter column at set default case when pg_current_xact_id() is not null then clock_timestamp() end;
  create index trail_xact on trail (xact);
  revoke insert on trail from portal;
  grant insert (person_id, partner_id, capacity, operation, purpose, record, dossier_ids, classes, outcome, changed) on trail to portal;
`;

/** The hash of a line stands apart from it, and what is of a person in that hash behind a salt: so a line can lose its content later and the chain still holds. */
const CHAIN = `
  create table trail_link (
    number bigint primary key,
    made_at timestamptz not null,
    cluster bigint not null,
    snapshot pg_snapshot not null,
    lines bigint not null check (lines > 0),
    root bytea not null,
    previous bytea not null unique,
    hash bytea not null
  );
  call guard('trail_link');

  create table trail_seal (
    trail_id bigint primary key,
    link bigint not null references trail_link,
    salt uuid not null,
    leaf bytea not null
  );
  call guard('trail_seal');
  create index trail_seal_link on trail_seal (link, trail_id);
`;

const SEALING = `
  -- The next link holds what its own statement sees and no link holds yet. Ids come out of order, so which lines the last link saw is known by its snapshot: all of older transactions.
  -- The numbers of another cluster say nothing here: after a restore each line is looked up once.
  create function seal_trail() returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare here bigint := (select system_identifier from pg_control_system()); last trail_link; since text := 'true'; begin
    select * into last from trail_link order by number desc limit 1;
    if last.cluster = here and pg_snapshot_xmin(last.snapshot) <= pg_snapshot_xmin(pg_current_snapshot()) then since := format('t.xact >= %L::xid8', pg_snapshot_xmin(last.snapshot)); end if;
    execute format($seal$
      with line as materialized (select t.*, gen_random_uuid() as salt from trail t where %s and not exists (select from trail_seal s where s.trail_id = t.id)),
      sealed as (
        insert into trail_seal (trail_id, link, salt, leaf)
        select l.id, $1, l.salt, sha256(convert_to(
          row(l.id, extract(epoch from l.at), l.partner_id, l.capacity, l.operation, l.purpose, l.record, l.classes, l.outcome, l.changed, l.xact)::text
          || encode(sha256(convert_to(row(l.salt, l.person_id, l.dossier_ids)::text, 'UTF8')), 'hex'), 'UTF8'))
        from line l returning trail_id, leaf),
      made as (
        select $1 as number, clock_timestamp() as made_at, $2 as cluster, pg_current_snapshot() as snapshot, count(*) as lines, sha256(string_agg(leaf, ''::bytea order by trail_id)) as root, $3 as previous
        from sealed having count(*) > 0)
      insert into trail_link (number, made_at, cluster, snapshot, lines, root, previous, hash)
        select m.*, sha256(convert_to(concat_ws(' ', m.number, extract(epoch from m.made_at), m.cluster, m.snapshot, m.lines, encode(m.root, 'hex'), encode(m.previous, 'hex')), 'UTF8')) from made m
    $seal$, since) using coalesce(last.number, 0) + 1, here, coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  end $$;

  -- What the heads are made of; it tells nothing of a line.
  create function trail_links(since bigint, at_most int)
    returns table (number text, "madeAt" text, cluster text, snapshot text, lines text, root text, previous text, hash text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.number::text, extract(epoch from l.made_at)::text, l.cluster::text, l.snapshot::text, l.lines::text, encode(l.root, 'hex'), encode(l.previous, 'hex'), encode(l.hash, 'hex')
    from trail_link l where l.number >= since order by l.number limit at_most $$;
  revoke all on function seal_trail, trail_links from public;
  grant execute on function seal_trail, trail_links to portal;
`;
