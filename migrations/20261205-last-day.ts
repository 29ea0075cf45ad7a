import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A protocol in force ends sooner, never later: taking its last day away is later too. */
export class LastDay20261205 implements MigrationInterface {
  name = 'LastDay1796428800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KEEP_AGREED("coalesce(new.valid_to, 'infinity')"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(KEEP_AGREED('new.valid_to'));
  }
}

/** As in 20261201-cooperation, but for the last day. */
const KEEP_AGREED = (sooner: string) => `
  create or replace function keep_agreed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare signing boolean := false; signer record; other text;
  begin
    -- What somebody signed is what stands there: a change takes the signatures away.
    if new.text is distinct from old.text and (new.state <> 'NEGOTIATION' or old.state <> 'NEGOTIATION' or num_nonnulls(new.partner_signed_at, new.company_signed_at) > 0) then raise exception 'the text stands fixed' using errcode = 'P0001'; end if;
    if (new.valid_from, coalesce(new.valid_to, 'infinity')) is distinct from (old.valid_from, coalesce(old.valid_to, 'infinity')) and not (case
      when old.state = 'NEGOTIATION' and new.state = 'NEGOTIATION' then num_nonnulls(new.partner_signed_at, new.company_signed_at) = 0
      when old.state = 'SIGNED' and new.state = 'ACTIVE' then new.valid_from >= old.valid_from and new.valid_to is not distinct from old.valid_to
      else old.state in ('ACTIVE', 'UNDER_REVIEW') and new.valid_from = old.valid_from and ${sooner} < coalesce(old.valid_to, 'infinity') end)
    then raise exception 'the days stand fixed' using errcode = 'P0001'; end if;

    -- A signature is one's own, for one's own side, of now and of this text; it is taken back, never replaced.
    if (new.partner_signed_at, new.partner_signer_id, new.partner_signed_by, new.partner_signed_as, new.partner_signed_hash) is distinct from (old.partner_signed_at, old.partner_signer_id, old.partner_signed_by, old.partner_signed_as, old.partner_signed_hash) and new.partner_signed_at is not null then
      if old.partner_signed_at is not null or new.drafter_id <> me.partner() or new.partner_signer_id is distinct from me.person() or new.partner_signed_hash <> hash_of(new.text) or new.partner_signed_at < now() - interval '5 minutes' then raise exception 'no such signature' using errcode = 'P0001'; end if;
      signing := true;
    end if;
    if (new.company_signed_at, new.company_signer_id, new.company_signed_by, new.company_signed_as, new.company_signed_hash) is distinct from (old.company_signed_at, old.company_signer_id, old.company_signed_by, old.company_signed_as, old.company_signed_hash) and new.company_signed_at is not null then
      if old.company_signed_at is not null or new.company_id <> me.partner() or new.company_signer_id is distinct from me.person() or new.company_signed_hash <> hash_of(new.text) or new.company_signed_at < now() - interval '5 minutes' then raise exception 'no such signature' using errcode = 'P0001'; end if;
      signing := true;
    end if;
    if signing then
      if old.state <> 'NEGOTIATION' then raise exception 'no longer to be signed' using errcode = 'P0001'; end if;
      select * into signer from signer_of(me.person(), me.partner());
      if signer.name is null or signer.name is distinct from (case me.partner() when new.drafter_id then new.partner_signed_by else new.company_signed_by end) then raise exception 'nobody who signs' using errcode = 'P0001'; end if;
      select coalesce(p.subject, p.username) into other from person p where p.id = case me.partner() when new.drafter_id then new.company_signer_id else new.partner_signer_id end;
      if other = signer.human then raise exception 'one human for both sides' using errcode = 'P0006'; end if;
    end if;
    -- A signature is never taken back from what is in force, or was.
    if old.state not in ('NEGOTIATION', 'SIGNED') and (new.partner_signed_at is null or new.company_signed_at is null) and (old.partner_signed_at, old.company_signed_at) is distinct from (new.partner_signed_at, new.company_signed_at) then raise exception 'signed for good' using errcode = 'P0001'; end if;

    if new.state = 'ACTIVE' and old.state = 'SIGNED' and new.valid_from < greatest(today(), (greatest(new.partner_signed_at, new.company_signed_at) at time zone 'Europe/Brussels')::date) then raise exception 'never for what is past' using errcode = 'P0001'; end if;
    return new; end $$;
`;
