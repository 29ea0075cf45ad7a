import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { BEFORE_ALL, hashOf, type Link, readHead, sha256 } from '#kernel';

/** The first thing that is wrong: at which link, of which line where that can be told, and what. */
export type Broken = { link: number; line?: string; what: string };
/** `until`: when the newest link was made; `waiting`: lines that no link holds yet, the oldest of them since `oldest`. Moments in seconds since 1970. */
export type Found = { broken?: Broken; links: number; lines: number; until?: number; waiting: number; oldest?: number };

type Sealed = { link: string; line: string; leaf: string; gone: boolean; kept: string; personal: string; at: number; xact: string | null };

/** How long a link may be without its head: between the database and the file a worker may die. */
const UNSIGNED = 300;
/** By how much the clocks of two machines may differ. */
const SKEW = 300;
const AT_ONCE = 2000;

/**
 * Works out anew, from the tables and nothing that the database computes of its own, what the chain must be. In one transaction of one
 * snapshot (repeatable read), and with heads that were read before it began.
 */
export async function verifyTrail(db: ClientBase, heads: readonly string[], key: KeyObject, now = Date.now() / 1000): Promise<Found> {
  const found: Found = { links: 0, lines: 0, waiting: 0 };
  const links = rowsOf<Link>(db, 'links', LINKS);
  const seals = rowsOf<Sealed>(db, 'seals', SEALS);
  try {
    found.broken = (await followed()) ?? (await unsealed());
  } finally {
    await links.return(undefined);
    await seals.return(undefined);
  }
  return found;

  /** Link after link, beside its lines and its head. */
  async function followed(): Promise<Broken | undefined> {
    let before: Link | undefined;
    let seal = (await seals.next()).value;
    for (let number = 1; ; number += 1) {
      const link = (await links.next()).value;
      const line = heads[number - 1];
      const broken = (what: string, of?: string): Broken => ({ link: number, line: of, what });
      if (!link) return line === undefined ? seal && broken('is gone, and a line says that it stands in it', seal.line) : broken('was signed, and is gone');
      if (Number(link.number) !== number) return broken('is gone');
      const leaves: string[] = [];
      for (; seal && seal.link === link.number; seal = (await seals.next()).value) {
        const wrong = faultOf(seal, link, before);
        if (wrong) return broken(wrong, seal.line);
        leaves.push(seal.leaf);
      }
      if (String(leaves.length) !== link.lines || sha256(Buffer.from(leaves.join(''), 'hex')) !== link.root) return broken('does not hold the lines that it was made of');
      if (link.previous !== (before?.hash ?? BEFORE_ALL)) return broken('does not follow the link before it');
      if (hashOf(link) !== link.hash) return broken('was changed');
      const head = line === undefined ? undefined : readHead(line, key);
      if (head === null) return broken('has a head that this key did not sign');
      if (!head && now - Number(link.madeAt) > UNSIGNED) return broken('has no head');
      if (head && Number(head.number) !== number) return broken('has no head: that of another link stands in its place');
      if (head && (head.hash !== link.hash || head.madeAt !== link.madeAt)) return broken('is not the one that was signed: it was made anew');
      Object.assign(found, { links: number, lines: found.lines + leaves.length, until: Number(link.madeAt) });
      before = link;
    }
  }

  /** What a link should have held, and what waits for the next one. */
  async function unsealed(): Promise<Broken | undefined> {
    const { rows } = await db.query<{ line: string; at: number; passed: boolean; fresh: boolean }>(UNSEALED);
    const passed = rows.find((row) => row.passed || (row.fresh && found.until && row.at < found.until - SKEW));
    if (passed) return { link: found.links, line: passed.line, what: 'is the newest, and a line that is older stands in none' };
    Object.assign(found, { waiting: rows.length, oldest: rows.length ? Math.min(...rows.map(({ at }) => at)) : undefined });
    return undefined;
  }
}

/** What is wrong with one line of a link. */
function faultOf({ leaf, gone, kept, personal, at, xact }: Sealed, link: Link, before: Link | undefined): string | undefined {
  if (gone) return 'holds a line that is gone';
  if (sha256(kept + sha256(personal)) !== leaf) return 'holds a line that was changed';
  // A line of a transaction that began after the link before this one cannot tell of a moment before that.
  const since = before && before.cluster === link.cluster && xact !== null && BigInt(xact) >= BigInt(before.snapshot.split(':')[1]) ? Number(before.madeAt) : -Infinity;
  if (at > Number(link.madeAt) + SKEW || at < since - SKEW) return 'holds a line that tells another moment than when it was written';
  return undefined;
}

/** As migrations/20261203-seals.ts seals them, word for word, in functions of PostgreSQL itself; independent of what a session is set to. */
const KEPT = 'row(t.id, extract(epoch from t.at), t.partner_id, t.capacity, t.operation, t.purpose, t.record, t.classes, t.outcome, t.changed, t.xact)::text';
const PERSONAL = 'row(s.salt, t.person_id, t.dossier_ids)::text';

/** Of another cluster, before a restore, the numbers of transactions cannot be compared with those of this one. */
const HERE = '(select system_identifier from pg_control_system())';

const LINKS = `
  select l.number::text, extract(epoch from l.made_at)::text as "madeAt", l.cluster::text, l.snapshot::text, l.lines::text, encode(l.root, 'hex') as root, encode(l.previous, 'hex') as previous, encode(l.hash, 'hex') as hash
  from trail_link l order by l.number`;

const SEALS = `
  select s.link::text, s.trail_id::text as line, encode(s.leaf, 'hex') as leaf, t.id is null as gone, ${KEPT} as kept, ${PERSONAL} as personal, extract(epoch from t.at)::float8 as at, t.xact::text
  from trail_seal s left join trail t on t.id = s.trail_id order by s.link, s.trail_id`;

const UNSEALED = `
  select t.id::text as line, extract(epoch from t.at)::float8 as at, coalesce(l.number is not null and (t.xact is null or l.cluster = ${HERE} and pg_visible_in_snapshot(t.xact, l.snapshot)), false) as passed,
    coalesce(l.cluster = ${HERE} and t.xact >= pg_snapshot_xmax(l.snapshot), false) as fresh
  from trail t left join (select * from trail_link order by number desc limit 1) l on true
  where not exists (select from trail_seal s where s.trail_id = t.id) order by t.id`;

async function* rowsOf<Row extends object>(db: ClientBase, name: string, sql: string): AsyncGenerator<Row, undefined> {
  await db.query(`declare ${name} no scroll cursor for ${sql}`);
  try {
    for (;;) {
      const { rows } = await db.query<Row>(`fetch ${AT_ONCE} from ${name}`);
      yield* rows;
      if (rows.length < AT_ONCE) return undefined;
    }
  } finally {
    await db.query(`close ${name}`);
  }
}
