// @ts-check
/** What stands in a database, and how its walls are built, so that two of them can be compared. */

/** Not in a backup: sessions of the embedded sign-in, that nobody should find herself in again. */
export const LEFT_OUT = 'sign_in';
/** Here each is compared by its own checksum. */
const FILES = 'attachment_content';

/** @typedef {import('pg').Client} Client */

/**
 * Rows of each table with a sum of their contents, and the checksum of each attachment, as the present transaction sees them.
 * @param {Client} client of somebody whom no wall binds
 * @returns {Promise<Pick<import('./backup-file.mjs').Manifest, 'tables' | 'files'>>}
 */
export async function contentsOf(client) {
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set extra_float_digits = 1`);
  const { rows: names } = await client.query(`select relname as name from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace and relname <> $1 order by 1`, [LEFT_OUT]);
  /** @type {Record<string, { rows: number, sum: string }>} */
  const tables = {};
  for (const { name } of names) {
    const row = name === FILES ? 't.attachment_id::text' : 't::text';
    const { rows } = await client.query(`select count(*)::int as rows, coalesce(sum(('x' || left(md5(${row}), 15))::bit(60)::bigint::numeric), 0)::text as sum from "${name}" t`);
    tables[name] = rows[0];
  }
  const { rows: files } = await client.query({ text: `select attachment_id::text, encode(sha256(content), 'hex') from ${FILES} order by 1`, rowMode: 'array' });
  return { tables, files: /** @type {[string, string][]} */ (files) };
}

/** @param {Awaited<ReturnType<typeof contentsOf>>} wanted @param {Awaited<ReturnType<typeof contentsOf>>} found @returns {string[]} what differs */
export function contentFaults(wanted, found) {
  const tables = [...new Set([...Object.keys(wanted.tables), ...Object.keys(found.tables)])].flatMap((name) => {
    const [was, is] = [wanted.tables[name], found.tables[name]];
    if (!was || !is) return [`the table ${name} is ${was ? 'missing' : 'not in the manifest'}`];
    if (was.rows !== is.rows) return [`${name} has ${is.rows} rows, and had ${was.rows}`];
    return was.sum === is.sum ? [] : [`rows of ${name} are not what they were`];
  });
  const sums = new Map(found.files);
  const files = wanted.files.filter(([id, sum]) => sums.get(id) !== sum).map(([id]) => `the attachment ${id} does not open with its checksum`);
  return [...tables, ...files];
}

/**
 * Row-level security, policies, grants, owners, functions, triggers, rules, constraints, indexes, views and columns, a line each, in every schema,
 * PostgreSQL's own too; and the name of whatever else somebody made. Without the brackets that say nothing, for what was dumped and read again has others.
 * @param {Client} client @returns {Promise<string[]>}
 */
export async function wallsOf(client) {
  const { rows } = await client.query(WALLS);
  return rows.map(({ line }) => line);
}

/** @param {readonly string[]} wanted @param {readonly string[]} found @returns {string[]} what differs */
export function wallFaults(wanted, found) {
  const [was, is] = [new Set(wanted), new Set(found)];
  return [...wanted.filter((line) => !is.has(line)).map((line) => `missing: ${line}`), ...found.filter((line) => !was.has(line)).map((line) => `not of the migrations: ${line}`)];
}

const SEEN = `n.nspname !~ '^pg_(toast|temp)'`;
/** What has lines of its own, or comes and goes with what has. */
const TOLD = ['column', 'default value', 'function', 'index', 'materialized view', 'policy', 'schema', 'sequence', 'table', 'table column', 'table constraint', 'toast table', 'trigger', 'view'].map((type) => `'${type}'`).join(', ');
/** Of extensions nothing: they come with the server. @param {string} of @param {string} catalog */
const own = (of, catalog) => `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${of} and e.deptype = 'e')`;
/** @param {string} acl @param {string} kind @param {string} owner @param {string} of */
const grants = (acl, kind, owner, of) => `lateral (select coalesce(string_agg(case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || '=' || a.privilege_type || case when a.is_grantable then '*' else '' end, ' ' order by a.grantee::regrole::text, a.privilege_type), '') as says from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a) ${of}`;

const WALLS = `
  select 'schema ' || n.nspname || ' of ' || n.nspowner::regrole || ': ' || g.says as line from pg_namespace n, ${grants('n.nspacl', 'n', 'n.nspowner', 'g')} where ${SEEN}
  union all
  select 'table ' || c.oid::regclass || ' (' || c.relkind::text || ') of ' || c.relowner::regrole || case when c.relrowsecurity then ' walled' else '' end || case when c.relforcerowsecurity then ' forced' else '' end || coalesce(' ' || c.reloptions::text, '') || ': ' || g.says
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, ${grants('c.relacl', 'r', 'c.relowner', 'g')} where ${SEEN} and c.relkind in ('r', 'p', 'v', 'm') and ${own('c.oid', 'pg_class')}
  union all
  select 'sequence ' || c.oid::regclass || ' of ' || c.relowner::regrole || ': ' || g.says from pg_class c join pg_namespace n on n.oid = c.relnamespace, ${grants('c.relacl', 's', 'c.relowner', 'g')} where ${SEEN} and c.relkind = 'S'
  union all
  select 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end || a.attidentity::text || coalesce(' = ' || pg_get_expr(d.adbin, d.adrelid, true), '') || case when a.attacl is null then '' else ': ' || g.says end
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum, ${grants('a.attacl', 'c', 'c.relowner', 'g')}
    where ${SEEN} and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped and ${own('c.oid', 'pg_class')}
  union all
  select 'policy ' || p.polname || ' on ' || p.polrelid::regclass || ' ' || p.polcmd::text || case when p.polpermissive then '' else ' restrictive' end || ' to ' || (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ' ' order by 1) from unnest(p.polroles) r)
      || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid, true), '') || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid, true), '') from pg_policy p
  union all
  select 'function ' || p.oid::regprocedure || ' of ' || p.proowner::regrole || ' ' || md5(case when p.prokind = 'a' then '' else pg_get_functiondef(p.oid) end) || ': ' || g.says
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, ${grants('p.proacl', 'f', 'p.proowner', 'g')} where ${SEEN} and ${own('p.oid', 'pg_proc')}
  union all
  select 'trigger ' || pg_get_triggerdef(t.oid, true) || ' ' || t.tgenabled::text from pg_trigger t where not t.tgisinternal and t.tgrelid in (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${SEEN})
  union all
  select 'constraint ' || k.conname || ' on ' || k.conrelid::regclass || ' ' || pg_get_constraintdef(k.oid, true) || case when k.convalidated then '' else ' not valid' end from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${SEEN} and k.conrelid <> 0 and k.contype <> 'n'
  union all
  select 'index ' || pg_get_indexdef(i.indexrelid, 0, true) || case when i.indisvalid then '' else ' invalid' end from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${SEEN}
  union all
  select 'rule ' || r.rulename || ' on ' || c.oid::regclass || ' ' || md5(pg_get_ruledef(r.oid, true)) || ' ' || r.ev_enabled::text from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace where ${SEEN} and c.relkind not in ('v', 'm') and ${own('c.oid', 'pg_class')}
  union all
  select 'event trigger ' || evtname || ' of ' || evtowner::regrole || ' on ' || evtevent || coalesce(evttags::text, '') || ' ' || evtfoid::regprocedure || ' ' || evtenabled::text from pg_event_trigger
  union all
  select 'publication ' || pubname || case when puballtables then ' of all' else '' end from pg_publication
  union all
  select 'default rights of ' || defaclrole::regrole || ' in ' || defaclnamespace::regnamespace || ' ' || defaclobjtype::text || ': ' || defaclacl::text from pg_default_acl
  union all
  select 'subscription ' || subname from pg_subscription join pg_database d on d.oid = subdbid where d.datname = current_database()
  union all
  select 'also ' || i.type || ' ' || i.identity
    from (select classid, objid from pg_depend union select classid, objid from pg_shdepend d join pg_database on oid = d.dbid where datname = current_database()) o, pg_identify_object(o.classid, o.objid, 0) i
    where i.type not in (${TOLD}) and i.schema is distinct from 'pg_toast'
  union all
  select 'view ' || c.oid::regclass || ' ' || md5(pg_get_viewdef(c.oid, true)) from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${SEEN} and c.relkind in ('v', 'm') and ${own('c.oid', 'pg_class')}
  order by 1`;
