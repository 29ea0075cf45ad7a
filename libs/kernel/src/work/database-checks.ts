import type { DataSource } from 'typeorm';
import { allRecords } from '../schema/record.js';
import { DataClass } from '../vocabulary/vocabulary.js';

/** Tables of the house itself, which are no records: their columns hold no fact about a client beyond these. */
export const HOUSE_TABLES: { readonly [table: string]: readonly string[] } = {
  dossier: ['id', 'kind', 'opened_by', 'opened_at', 'closed_at', 'legal_hold'],
  party: ['dossier_id', 'partner_id', 'roles', 'former', 'since', 'until', 'granted_by', 'kind', 'state', 'at'],
  earlier: ['record', 'row_id', 'version', 'dossier_id', 'at', 'row', 'partner_id', 'person_name'],
  duty: ['dossier_id', 'person_id', 'partner_id', 'role', 'since', 'until'],
  exclusion: ['person_id', 'dossier_id', 'reason'],
  trail: ['id', 'at', 'person_id', 'partner_id', 'capacity', 'operation', 'purpose', 'record', 'dossier_ids', 'classes', 'outcome', 'changed', 'xact'],
  trail_link: ['number', 'made_at', 'cluster', 'snapshot', 'lines', 'root', 'previous', 'hash'],
  trail_seal: ['trail_id', 'link', 'salt', 'leaf', 'personal'],
  retention_erasure: ['number', 'at', 'dossier_id', 'partner_id', 'part', 'classes'],
  attachment_content: ['attachment_id', 'content'],
  pending_signal: ['id', 'partner_id', 'email', 'content', 'secret_hashes', 'made_at', 'next_at', 'tries', 'mailed_at', 'confirmed_at'],
  search_entry: ['row_id', 'record', 'found_id', 'dossier_id', 'partner_id', 'audience', 'words', 'at'],
  ended_session: ['id', 'at'],
  idempotency: ['partner_id', 'person_id', 'key', 'request', 'record_id', 'at'],
};
/** Tables without a fact about any person; the embedded sign-in keeps its own sessions and is refused in production. */
export const OPEN_TABLES: readonly string[] = ['arrow', 'seating', 'search_class', 'search_source', 'sign_in', 'migrations'];

type Source = { record: string; class: string; columns: string[] };
type Table = { name: string; columns: string[]; forced: boolean; policies: { name: string; qual: string | null; check: string | null; permissive: boolean }[] };

/**
 * Looks at the database with the portal's own eyes before it opens.
 * @returns what is wrong, as sentences that say what to do
 */
export async function databaseFaults(database: DataSource): Promise<string[]> {
  const [role] = await database.query<{ name: string; super: boolean; bypass: boolean; owned: string | null }[]>(`
    select current_user::text as name, r.rolsuper as super, r.rolbypassrls as bypass,
      (select string_agg(c.relname, ', ') from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, c.relowner, 'member')) as owned
    from pg_roles r where r.rolname = current_user`);
  const faults: string[] = [];
  if (role.super || role.bypass) faults.push(`The database role ${role.name} may pass row-level security: connect as the role that migrate() made (DATABASE_URL).`);
  if (!role.super && role.owned) faults.push(`The database role ${role.name} owns ${role.owned}: connect as a role that owns nothing (DATABASE_URL).`);
  // Whoever is everybody's member sees policies that are not the portal's.
  if (role.super) return faults;
  const tables = await database.query<Table[]>(TABLES);
  const sources = await database.query<Source[]>('select record, class, columns from search_source');
  return [...faults, ...tables.flatMap(faultsOf), ...sources.flatMap(misfiled)];
}

/** What search would find under another class than the record gives it. */
function misfiled({ record, class: filed, columns }: Source): string[] {
  const declared = [...(allRecords().find(({ name }) => name === record)?.columns.values() ?? [])];
  const wrong = columns.filter((column) => declared.find((each) => each.column === column)?.class.toString() !== filed);
  return wrong.map((column) => `Search files ${record}.${column} under ${filed}, the record does not: mend search_source in a migration.`);
}

function faultsOf(table: Table): string[] {
  if (OPEN_TABLES.includes(table.name)) return [];
  const record = allRecords().find((each) => each.table === table.name);
  const classes = new Map(record ? [...record.columns.values()].map((column) => [column.column, column.class]) : HOUSE_TABLES[table.name]?.map((column) => [column, DataClass.CORE]));
  const faults = table.columns.filter((column) => !classes.has(column)).map((column) => `The column ${table.name}.${column} has no class: declare it in a record with the class of what it says about a person.`);
  const personal = record?.everyone !== true || [...classes.values()].some((each) => each !== DataClass.CORE);
  if (!personal) return faults;
  // Forced and without a policy is shut: nothing passes.
  if (!table.forced) faults.push(`The table ${table.name} holds personal data and has no wall: call wall() or guard() for it in a migration.`);
  const asks = (says: string | null) => says === null || /\bme\.(partner|person)\(\)/.test(says);
  const open = table.policies.filter(({ qual, check, permissive: isPermissive }) => isPermissive && (!asks(qual) || !asks(check) || (qual === null && check === null)));
  const narrow = (word: string) => table.policies.some(({ qual, permissive: isPermissive }) => !isPermissive && qual?.includes(word));
  if (record?.seat && !narrow('exclusion')) faults.push(`The table ${table.name} does not keep out who is excluded from a dossier: call wall() for it in a migration.`);
  if (record?.classed && !(narrow('me.regime()') && narrow('author_id'))) faults.push(`The table ${table.name} does not hold the laws on its classes: give it the policies of regime and author in a migration.`);
  return [...faults, ...open.map(({ name }) => `The policy ${name} on ${table.name} does not ask who reads or writes: give it a condition.`)];
}

const TABLES = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
    (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive, 'qual', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
      from pg_policy p where p.polrelid = c.oid and exists (select from unnest(p.polroles) r where case when r = 0 then true else pg_has_role(current_user, r, 'member') end)) as policies
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`;
