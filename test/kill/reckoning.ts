import type { Kind, Round } from './rounds.js';
import type { Siege } from './siege.js';
import type { Store } from './store.js';

/** In the order of the rounds. */
const FIGURES = `
  select r.state || ' ' || r.version as referral, (select a.state || ' ' || a.version from answer a where a.dossier_id = r.id) as answer,
    (select count(*)::int from client c where c.id = w.client and c.family_name = w.mark) as clients, (select count(*)::int from client c where c.source_referral_id = r.id) as "files of receiver",
    (select count(*)::int from party p where p.dossier_id = r.id) as seats, (select count(*)::int from share s where s.dossier_id = r.id) as shares, (select count(*)::int from agreement g where g.about_id = r.id) as agreements, (select count(*)::int from receipt c where c.dossier_id = r.id) as receipts,
    (select count(*)::int from message m where m.dossier_id = r.id and m.state = 'DELIVERED' and m.body = w.mark) as messages,
    (select string_agg(t.kind || case when t.done_at is not null then ' done' else '' end || case when t.reminded_at is not null then ' reminded' else '' end || case when t.escalated_at is not null then ' escalated' else '' end, ', ' order by t.kind, t.partner_id = r.partner_id) from task t where t.dossier_id = r.id) as tasks,
    (select string_agg(n || ' ' || event, ', ' order by event) from (select count(*) n, event from timeline_entry e where e.dossier_id = r.id group by event) e) as told,
    (select string_agg(n || ' ' || kind, ', ' order by kind) from (select count(*) n, kind from notice n where n.dossier_id = r.id group by kind) n) as notices,
    (select string_agg(n || ' ' || operation, ', ' order by operation) from (select count(*) n, operation from trail l where l.outcome = 'DONE' and l.changed and l.operation !~ 'Mail$' and (l.dossier_ids @> array[r.id] or l.dossier_ids @> array[w.client] or l.dossier_ids && array(select a.id from answer a where a.dossier_id = r.id)) group by operation) l) as acts
  from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as w(id, client, mark, nth) left join referral r on r.id = w.id and r.question = w.mark order by w.nth`;

export type Figures = { [what: string]: string | number | null };

/** Where it all stands, for whoever no wall binds. */
export type Rows = Pick<Store, 'rows'>;

/** What a whole round leaves when its terms have passed. */
const sent = { clients: 1, seats: 2, shares: 1, agreements: 1, receipts: 1 };
export const LEAVES: { [kind in Kind]: object } = {
  'left alone': {
    ...sent, referral: 'DELIVERED 5', answer: 'NEW 1', 'files of receiver': 0, messages: 0,
    tasks: 'AWAIT_ANSWER, DECIDE reminded escalated, DELIVER done escalated, ESCALATED, ESCALATED, FINISH_DRAFT done',
    told: '1 DELIVERED, 1 DRAFTED, 1 ESCALATED, 1 SENT',
    notices: '2 ESCALATED, 2 REMINDER, 2 TASK',
    acts: '1 chooseReceivers, 1 draftReferral, 2 escalate, 1 openClient, 1 remind, 1 saveDraft, 1 sendReferral',
  },
  answered: {
    ...sent, referral: 'DELIVERED 5', answer: 'FEEDBACK_GIVEN 5', 'files of receiver': 1, messages: 2,
    tasks: 'AWAIT_ANSWER done, DECIDE done, DELIVER done, DELIVER_MESSAGE done escalated, FINISH_DRAFT done, FOLLOW_UP, START done',
    told: '1 ACCEPTED, 1 DELIVERED, 1 DRAFTED, 1 FEEDBACK, 1 RECEIVED, 1 SENT, 1 STARTED',
    notices: '2 MESSAGE, 2 TASK',
    acts: '1 acceptAnswer, 1 chooseReceivers, 1 draftReferral, 1 escalate, 1 feedbackAnswer, 1 openClient, 1 receiveAnswer, 1 saveDraft, 1 sendReferral, 1 startAnswer, 2 writeMessage',
  },
  refused: {
    ...sent, referral: 'CLOSED 6', answer: 'REJECTED 3', 'files of receiver': 0, messages: 0,
    tasks: 'AWAIT_ANSWER done, DECIDE done, DELIVER done, FINISH_DRAFT done',
    told: '1 DELIVERED, 1 DRAFTED, 1 RECEIVED, 1 REJECTED, 1 SENT',
    notices: '2 TASK',
    acts: '1 chooseReceivers, 1 draftReferral, 1 openClient, 1 receiveAnswer, 1 rejectAnswer, 1 saveDraft, 1 sendReferral',
  },
};

/** What stands of each round, by its kind: one set of figures when nothing was lost and nothing was done twice. */
export async function figuresOf({ store, rounds }: { store: Rows; rounds: readonly Round[] }): Promise<Map<string, { figures: Figures; times: number }[]>> {
  const found = new Map<string, { figures: Figures; times: number }[]>();
  const all = await store.rows<Figures>(FIGURES, [rounds.map(({ id }) => id), rounds.map(({ clientId }) => clientId), rounds.map(({ mark }) => mark)]);
  for (const [at, { kind }] of rounds.entries()) {
    const figures = all[at];
    const known = found.get(kind) ?? [];
    const same = known.find((each) => JSON.stringify(each.figures) === JSON.stringify(figures));
    if (same) same.times += 1;
    else known.push({ figures, times: 1 });
    found.set(kind, known);
  }
  return found;
}

export type Post = { wanted: number; rows: number; sent: number; received: number; strangers: number; missing: number; twice: number; maybeTwice: number; beyond: string[] };

/** What the mail server took against what the database says of it. */
export async function postOf({ store, box }: Siege): Promise<Post> {
  const mails = await store.rows<{ id: string; state: string; maybe_twice: number }>('select id, state, maybe_twice from mail');
  const [{ wanted }] = await store.rows<{ wanted: number }>(`select count(*)::int as wanted from notice where urgent`);
  const taken = new Map<string, number>();
  for (const { messageId } of box.mails) {
    const id = /^<(.+)@portaal\.example>$/.exec(messageId ?? '')?.[1] ?? 'without';
    taken.set(id, (taken.get(id) ?? 0) + 1);
  }
  const again = (id: string) => Math.max(0, (taken.get(id) ?? 0) - 1);
  const known = new Set(mails.map(({ id }) => id));
  return {
    wanted,
    rows: mails.length,
    sent: mails.filter(({ state }) => state === 'SENT').length,
    received: box.mails.length,
    strangers: [...taken.keys()].filter((id) => !known.has(id)).length,
    missing: mails.filter(({ id }) => !taken.has(id)).length,
    twice: mails.reduce((sum, { id }) => sum + again(id), 0),
    maybeTwice: mails.reduce((sum, { maybe_twice: times }) => sum + times, 0),
    beyond: mails.filter(({ id, maybe_twice: times }) => again(id) > times).map(({ id }) => id),
  };
}

const TABLES = ['client', 'referral', 'answer', 'party', 'share', 'agreement', 'receipt', 'client_file', 'message', 'task', 'timeline_entry', 'notice', 'mail', 'duty', 'idempotency'];
/** How many rows there are of each kind. */
export async function sizesOf({ store }: { store: Rows }): Promise<{ [table: string]: number }> {
  const [sizes] = await store.rows<{ [table: string]: number }>(`select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}, (select count(*)::int from trail where changed) as acts`);
  return sizes;
}
