import { restate, type Write } from '#kernel';
import { Referral } from './referral.record.js';
import { ENDED, referralFlow, ReferralState } from './referral.workflow.js';

type Followed = Pick<Referral, 'id' | 'fromPartnerId'>;

/**
 * The referral follows its answers: closed when the last of them ended. Nobody but the sender sees them all, so it is asked and
 * done in the sender's context; the lock comes first, so that of two answers that end at once the later one closes.
 */
export function closing({ id, fromPartnerId: sender }: Followed, now: Date): Write[] {
  const { to } = referralFlow.states.DELIVERED.close!;
  return [
    { as: sender, sql: () => ({ name: 'lock referral', text: 'select from referral where id = $1 for update', values: [id] }) },
    {
      as: sender,
      sql: () => ({
        name: 'close referral',
        text: 'update referral set state = $2, closed_at = $3, changed_at = $3, version = version + 1 where id = $1 and state = $4 and not exists (select from answer a where a.dossier_id = $1 and a.state <> all ($5))',
        values: [id, to, now, ReferralState.DELIVERED, ENDED],
      }),
    },
    restated(id, sender, to, now),
    {
      as: sender,
      sql: () => ({
        name: 'tell of the closing',
        // Of several answers, that was the last; of one alone its own entry says so.
        text: `insert into timeline_entry (id, dossier_id, partner_id, audience, person_name, at, event)
          select gen_random_uuid(), r.id, r.partner_id, array[r.partner_id], 'Woonbrug', $4, 'ALL_CLOSED' from referral r where r.id = $1 and r.partner_id = $2 and r.state = $3 and r.closed_at = $4 and (select count(*) from answer a where a.dossier_id = r.id) > 1`,
        values: [id, sender, to, now],
      }),
    },
  ];
}

/** An answer was reopened, so the referral is too. */
export function reopening({ id, fromPartnerId: sender }: Followed, now: Date): Write[] {
  const { to } = referralFlow.states.CLOSED.reopen!;
  return [
    { as: sender, sql: () => ({ name: 'reopen referral', text: 'update referral set state = $2, closed_at = null, changed_at = $3, version = version + 1 where id = $1 and state = $4', values: [id, to, now, ReferralState.CLOSED] }) },
    restated(id, sender, to, now),
  ];
}

/** The copy for the sender's list, when the referral came into this state just now. */
const restated = (id: string, sender: string, to: ReferralState, now: Date): Write => ({
  as: sender,
  sql: (database) => {
    const { text, values } = restate(id, sender, to, now).sql(database);
    return { name: 'restate when so', text: `${text} from referral where id = $1 and state = $3 and changed_at = $4`, values };
  },
});
