import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { BEFORE_ALL, hashOf, type Head, type Link, readHead, sha256 } from '#kernel';

/** One thing that is wrong: at which link, of which line where that can be told, and what. */
export type Broken = { link: number; line?: string; what: string };
/**
 * `refused`: why nothing was looked at. `broken`: in the order of the chain, NAMED at most; `more`: how many beside them. `links`, and their `lines`, that hold; `until`: when the newest was made.
 * `stood`: from when to when lines waited too long. `waiting`: lines that no link holds yet; `since`: since when what is not signed waits; `late`: that it is too long. Moments in seconds since 1970.
 */
export type Found = { refused?: string; broken: Broken[]; more: number; links: number; lines: number; until?: number; stood: { from: number; to: number }[]; waiting: number; since?: number; late: boolean };

/** `forgotten`: the hash that stands in the place of the salt; `empty`: it names nobody and no dossier. */
type Sealed = { link: string; line: string; leaf: string; gone: boolean; kept: string; personal: string; forgotten: string | null; empty: boolean; at: number; xact: string | null };

/** Seconds within which a line is sealed and its head is outside: a run each minute, and its repetitions. */
const LATE = 300;
/** By how much the clocks of two machines may differ. */
const SKEW = 300;
const NAMED = 20;
const AT_ONCE = 2000;

/**
 * Works out anew, from the tables and nothing that the database computes of its own, what the chain must be. In one transaction of one
 * snapshot (repeatable read), and with heads that were read before it began. What is broken hides nothing that comes after it.
 * @param forgotten lines that the worker emptied when their term had passed, as its signed register tells (record 26)
 */
export async function verifyTrail(db: ClientBase, heads: readonly string[], key: KeyObject, now = Date.now() / 1000, forgotten: ReadonlySet<string> = new Set()): Promise<Found> {
  const found: Found = { broken: [], more: 0, links: 0, lines: 0, stood: [], waiting: 0, late: false };
  await db.query(AS_OWNER);
  const odd = (await db.query<{ what: string | null }>(ODD)).rows.find(({ what }) => what);
  if (odd) return { ...found, refused: odd.what! };

  const signed = heads.map((line) => readHead(line, key));
  const places = new Map<number, number>();
  for (const [place, head] of signed.entries()) if (head && !places.has(Number(head.number))) places.set(Number(head.number), place);
  const headOf = (number: number): Head | undefined => signed[places.get(number) ?? -1] ?? undefined;
  const lastSigned = [...places.keys()].reduce((last, number) => Math.max(last, number), 0);
  let newest: Link | undefined;
  /** Since when the oldest line waits that nobody signed. */
  let oldest = Infinity;

  const links = rowsOf<Link>(db, 'links', LINKS);
  const seals = rowsOf<Sealed>(db, 'seals', SEALS);
  try {
    await followed();
  } finally {
    await links.return(undefined);
    await seals.return(undefined);
  }
  await unsealed();
  // Only what was signed says until when the trail was sealed: a link can be made by whoever owns the database.
  if (oldest < Infinity) found.since = Math.max(oldest, Number(headOf(lastSigned)?.madeAt ?? 0));
  found.late = found.since !== undefined && found.since < now - LATE;
  return found;

  function broken(link: number, what: string, line?: string): void {
    if (found.broken.length < NAMED) found.broken.push({ link, line, what });
    else found.more += 1;
  }

  /** Link after link, beside its lines and its head. */
  async function followed(): Promise<void> {
    /** The last one that holds: what is compared with another is compared with this. */
    let good: Link | undefined;
    let absent = 0;
    let displaced = false;
    let seal = (await seals.next()).value;
    for await (const link of links) {
      const number = Number(link.number);
      const gone = number - Number(newest?.number ?? 0) - 1;
      if (gone > 0) broken(number - gone, `is gone${andMore(gone - 1)}`);
      if (gone < 0) broken(number, 'has no place in the chain');
      for (; seal && Number(seal.link) < number; seal = (await seals.next()).value) if (Number(seal.link) < number - gone) broken(Number(seal.link), NO_LINK, seal.line);

      const head = headOf(number);
      const madeAt = Number(head?.madeAt ?? link.madeAt);
      const leaves: string[] = [];
      let holds = true;
      let since = Infinity;
      for (; seal && seal.link === link.number; seal = (await seals.next()).value) {
        const wrong = faultOf(seal, link.cluster, madeAt, good, forgotten);
        if (wrong) broken(number, wrong, seal.line);
        holds &&= !wrong;
        leaves.push(seal.leaf);
        if (!seal.gone) since = Math.min(since, seal.at);
      }
      const wrong = linkFault(link, leaves, head);
      if (wrong) broken(number, wrong);
      if (holds && !wrong) Object.assign(found, { links: found.links + 1, lines: found.lines + leaves.length });
      const from = Math.max(since, Number(good?.madeAt ?? Infinity));
      if (madeAt - from > LATE) found.stood.push({ from, to: madeAt });
      if (!head) oldest = Math.min(oldest, since);
      if (!wrong) good = link;
      newest = link;
      found.until = madeAt;
    }
    for (; seal; seal = (await seals.next()).value) broken(Number(seal.link), NO_LINK, seal.line);
    const last = Number(newest?.number ?? 0);
    if (lastSigned > last) broken(last + 1, `was signed, and is gone${andMore(lastSigned - last - 1)}`);

    function linkFault(link: Link, leaves: readonly string[], head: Head | undefined): string | undefined {
      const number = Number(link.number);
      if (String(leaves.length) !== link.lines || sha256(Buffer.from(leaves.join(''), 'hex')) !== link.root) return 'does not hold the lines that it was made of';
      const before = number === 1 ? BEFORE_ALL : (headOf(number - 1)?.hash ?? (Number(newest?.number) === number - 1 ? newest?.hash : undefined));
      if (before && link.previous !== before) return 'does not follow the link before it';
      if (hashOf(link) !== link.hash) return 'was changed';
      if (Number(link.madeAt) > now + SKEW) return 'tells of a moment that is to come';
      const place = number - 1 - absent;
      if (!head) {
        if (signed[place] === null) return 'has a head that this key did not sign';
        absent += 1;
        return number < lastSigned || now - Number(link.madeAt) > LATE ? 'has no head' : undefined;
      }
      if (head.hash !== link.hash || head.madeAt !== link.madeAt) return 'is not the one that was signed: it was made anew';
      if (places.get(number) === place || displaced) return undefined;
      displaced = true;
      return 'has its head in the place of another';
    }
  }

  /** What a link should have held, and what waits for the next one. */
  async function unsealed(): Promise<void> {
    const { rows } = await db.query<{ line: string; at: number; passed: boolean; fresh: boolean }>(UNSEALED);
    for (const { line, at, passed, fresh } of rows) {
      if (passed || (fresh && found.until && at < found.until - SKEW)) broken(Number(newest?.number ?? 0), 'is the newest, and a line that is older stands in none', line);
      else {
        found.waiting += 1;
        oldest = Math.min(oldest, at);
      }
    }
  }
}

const NO_LINK = 'is gone, and a line says that it stands in it';
const andMore = (many: number): string => (many ? `, and the ${many} after it` : '');

/** What is wrong with one line of a link. */
function faultOf({ line, leaf, gone, kept, personal, forgotten, empty, at, xact }: Sealed, cluster: string, madeAt: number, before: Link | undefined, mayBeEmpty: ReadonlySet<string>): string | undefined {
  if (gone) return 'holds a line that is gone';
  if (forgotten !== null && !(empty && mayBeEmpty.has(line))) return 'holds a line that was emptied, and not by the worker when its term had passed';
  if (sha256(kept + (forgotten ?? sha256(personal))) !== leaf) return 'holds a line that was changed';
  // A line of a transaction that began after the link before this one cannot tell of a moment before that.
  const since = before && before.cluster === cluster && xact !== null && BigInt(xact) >= BigInt(before.snapshot.split(':')[1]) ? Number(before.madeAt) : -Infinity;
  if (at > madeAt + SKEW || at < since - SKEW) return 'holds a line that tells another moment than when it was written';
  return undefined;
}

/** Within the transaction: what the database, the role or its sign-in had set before does not count. */
const AS_OWNER = 'set local role woonbrug_owner; set local search_path = pg_catalog, pg_temp';

/** Why one of the tables may show something else than what stands in it, or not all of it. */
const ODD = `
  select 'public.' || n.name || case
    when c.relkind is distinct from 'r' then ' is no ordinary table'
    when exists (select from pg_rewrite r where r.ev_class = c.oid) then ' has rules'
    when exists (select from pg_inherits i where c.oid in (i.inhparent, i.inhrelid)) then ' is made of several tables'
    when exists (select from pg_attribute a join pg_type y on y.oid = a.atttypid where a.attrelid = c.oid and not a.attisdropped and (a.attgenerated <> '' or y.typnamespace <> 'pg_catalog'::regnamespace)) then ' has a column that is worked out, or of a type that PostgreSQL does not know'
    when c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*') and pg_get_expr(p.polqual, c.oid) is distinct from '(CURRENT_USER = ''woonbrug_owner''::name)'
      and exists (select from unnest(p.polroles) r where r = 0 or pg_has_role(current_user, r, 'usage'))) then ' hides rows from who verifies' end as what
  from (values ('trail'), ('trail_link'), ('trail_seal')) n (name) left join pg_class c on c.relname = n.name and c.relnamespace = 'public'::regnamespace`;

/** As migrations/20261203-seals.ts seals them, word for word, in functions of PostgreSQL itself; independent of what a session is set to. */
const KEPT = 'row(t.id, extract(epoch from t.at), t.partner_id, t.capacity, t.operation, t.purpose, t.record, t.classes, t.outcome, t.changed, t.xact)::text';
const PERSONAL = 'row(s.salt, t.person_id, t.dossier_ids)::text';

/** Of another cluster, before a restore, the numbers of transactions cannot be compared with those of this one. */
const HERE = '(select system_identifier from pg_control_system())';

const LINKS = `
  select l.number::text, extract(epoch from l.made_at)::text as "madeAt", l.cluster::text, l.snapshot::text, l.lines::text, encode(l.root, 'hex') as root, encode(l.previous, 'hex') as previous, encode(l.hash, 'hex') as hash
  from public.trail_link l order by l.number`;

const SEALS = `
  select s.link::text, s.trail_id::text as line, encode(s.leaf, 'hex') as leaf, t.id is null as gone, ${KEPT} as kept, ${PERSONAL} as personal, encode(s.personal, 'hex') as forgotten, t.person_id is null and t.dossier_ids = '{}' as empty, extract(epoch from t.at)::float8 as at, t.xact::text
  from public.trail_seal s left join public.trail t on t.id = s.trail_id order by s.link, s.trail_id`;

const UNSEALED = `
  select t.id::text as line, extract(epoch from t.at)::float8 as at, coalesce(l.number is not null and (t.xact is null or l.cluster = ${HERE} and pg_visible_in_snapshot(t.xact, l.snapshot)), false) as passed,
    coalesce(l.cluster = ${HERE} and t.xact >= pg_snapshot_xmax(l.snapshot), false) as fresh
  from public.trail t left join (select * from public.trail_link order by number desc limit 1) l on true
  where not exists (select from public.trail_seal s where s.trail_id = t.id) order by t.id`;

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
