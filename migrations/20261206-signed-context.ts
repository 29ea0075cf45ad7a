import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts is what the portal sealed, no longer what the transaction says (decisions 30). The key comes with the password: `migrate` puts it there. */
export class SignedContext20261206 implements MigrationInterface {
  name = 'SignedContext1796515200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KEPT);
    await db.query(ENTER);
    for (const [name, type] of WHO) await db.query(READ(name, type));
    await db.query(RIGHTS);
    await db.query(REWRITTEN(String.raw`\mme\.(partner|person)\(\)`, String.raw`(select me.\1())`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(REWRITTEN(String.raw`\(select me\.(partner|person)\(\)\)`, String.raw`me.\1()`));
    for (const [name, type] of WHO) {
      await db.query(`create or replace function me.${name}() returns ${type} language sql stable parallel safe security invoker cost 100 return nullif(current_setting('app.${name}', true), '')${type === 'text' ? '' : `::${type}`}`);
      await db.query(`alter function me.${name} reset all; grant execute on function me.${name} to public`);
    }
    await db.query('drop function me.enter; drop sequence me.entered; drop table me.secret');
  }
}

const WHO = [['partner', 'uuid'], ['person', 'uuid'], ['regime', 'text'], ['role', 'text']] as const;

/**
 * `secret`: both halves of the HMAC's key. `entered`: the fingerprint of who entered last in this session, which is what \`currval\` gives. Of no other session it
 * tells anything, nobody but its owner can set it, and it asks for no number of the transaction. Unlogged: it need not outlive a crash.
 */
const KEPT = `
  create table me.secret (one boolean primary key default true check (one), inside bytea not null, outside bytea not null);
  create unlogged sequence me.entered minvalue -9223372036854775808 maxvalue 9223372036854775807;
`;

/** Holds for one transaction: the next one of the session begins at another moment. */
const FINGERPRINT = `substring(sha256(timestamptz_send(now()) || convert_to(said, 'UTF8')), 1, 8)`;

/** The words hold each divider, also beside what is empty: no other five give the same. The database's own log tells of it, whoever catches the error. */
const REFUSE = `raise log 'Woonbrug: a forged context was refused'; raise exception 'bad context' using errcode = '28000'`;

const ENTER = `
  create function me.enter(partner uuid, person uuid, regime text, role text, durable text, seal bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare said text := concat(partner, '|', person, '|', regime, '|', role); inner_half bytea; outer_half bytea;
  begin
    select s.inside, s.outside into inner_half, outer_half from me.secret s;
    if (seal = sha256(outer_half || sha256(inner_half || convert_to(concat(pg_backend_pid(), '|', said, '|', durable), 'UTF8')))) is not true then ${REFUSE}; end if;
    perform set_config('app.partner', partner::text, true), set_config('app.person', coalesce(person::text, ''), true), set_config('app.regime', coalesce(regime, ''), true),
      set_config('app.role', coalesce(role, ''), true), set_config('synchronous_commit', durable, true), setval('me.entered', ('x' || encode(${FINGERPRINT}, 'hex'))::bit(64)::bigint);
  end $$;
`;

/** Stable, though \`currval\` is not: it changes with \`me.enter\` alone, and so indexes serve. What nobody entered is nobody; but for that all four must be as they were entered. */
const READ = (name: string, type: string) => `
  create or replace function me.${name}() returns ${type} language plpgsql stable parallel restricted security definer set search_path = public, pg_temp cost 1 as $$
  declare said text := concat(current_setting('app.partner', true), '|', current_setting('app.person', true), '|', current_setting('app.regime', true), '|', current_setting('app.role', true));
  begin
    if said = '|||' then return null; end if;
    if int8send(currval('me.entered')) = ${FINGERPRINT} then return nullif(current_setting('app.${name}'), '')${type === 'text' ? '' : `::${type}`}; end if;
    ${REFUSE};
  end $$;
`;

/** What searches among all rows asks once who acts, and not for each row. */
const REWRITTEN = (said: string, anew: string) => `
  do $do$ declare definition text;
  begin
    for definition in select pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in ('find_clients', 'resembling') loop
      execute regexp_replace(definition, '${said}', '${anew}', 'g');
    end loop;
  end $do$;
`;

const RIGHTS = `
  revoke all on function me.enter, me.partner, me.person, me.regime, me.role from public;
  grant execute on function me.enter, me.partner, me.person, me.regime, me.role to portal;
  grant execute on function me.partner, me.person, me.regime, me.role to woonbrug_retention;
`;
