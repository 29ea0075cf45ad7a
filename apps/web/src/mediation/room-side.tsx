import { useTranslation } from 'react-i18next';
import { ReadSignalsDocument } from '../generated/graphql/graphql.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { formatDay } from '../shared/format.js';
import { Icon, Shape } from '../shared/icon.js';
import { nameOf } from '../shared/name.js';
import { usePartners } from '../shared/reference.js';
import { StageStatus } from './marks.js';
import type { Mediation } from './mediation.page.js';
import { ReferRenters } from './refer-renters.js';
import { TenantsUnion } from './tenants-union.js';

type Todo = { what: string; when?: string; tone: 'plan' | 'soon' | 'late' | 'ok' };

/** Beside the renter's room: what the landlord sees, what is left to do, and where else a renter may be sent. */
export function RoomSide({ row }: { row: Mediation }) {
  return (
    <aside className="stackv">
      <WhatLandlordSees row={row} />
      <TodoList row={row} />
      <ReferRenters row={row} />
      <TenantsUnion row={row} />
    </aside>
  );
}

function WhatLandlordSees({ row: { signals, landlordId, settledAt } }: { row: Mediation }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const signal = signals.filter(({ origin }) => origin === 'COMPANY').at(-1);
  if (!signal || !landlordId) return null;
  const marks = (['reportedAt', 'inProgressAt', 'startedAt', 'notStartedAt', 'decidedAt', 'closedAt'] as const).flatMap((mark) => {
    const at = signal[mark];
    return at ? [t(`mediation.seen.${mark === 'decidedAt' && settledAt ? 'agreedAt' : mark}`, { day: formatDay(at) })] : [];
  });
  return (
    <section className="note note--plain" aria-labelledby="wat-ziet">
      <Icon name="eye" />
      <div>
        <h3 id="wat-ziet">{t('mediation.seen.title', { partner: shortNameOf(landlordId) })}</h3>
        <p className="seen__stage">
          <StageStatus stage={signal.state} />
        </p>
        <p>{t('mediation.seen.text', { marks: marks.join(', ') })}</p>
      </div>
    </section>
  );
}

/** What is left, of the terms and of what nobody planned yet. */
function useTodos(row: Mediation): Todo[] {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const open = row.tasks.filter(({ doneAt, awaits, kind }) => !doneAt && !awaits && kind !== 'ESCALATED').sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const unheard = row.parties.filter(({ side, answer, heardOn }) => !heardOn && (side === 'LANDLORD' || answer === 'AGREED'));
  const toneOf = (term: (typeof open)[number]['term']): Todo['tone'] => (term?.tone.toLowerCase() as Todo['tone'] | undefined) ?? 'plan';
  const ofTasks = open.flatMap(({ kind, due, term }): Todo[] => {
    const when = due ? formatDay(due) : undefined;
    if (kind !== 'HEAR_BOTH' || row.state !== 'BOTH_AGREED') return [{ what: t(`mediation.todo.${kind as 'CONFIRM_SIGNAL'}`), when, tone: toneOf(term) }];
    return unheard.map((party) => ({ what: t('mediation.todo.hear', { name: party.side === 'LANDLORD' && row.landlordId ? shortNameOf(row.landlordId) : (nameOf(party) ?? '') }), when, tone: toneOf(term) }));
  });
  const planned = row.sessions.filter(({ state }) => state === 'PLANNED').map(({ at }): Todo => ({ what: t('mediation.todo.session'), when: formatDay(at), tone: 'plan' }));
  const isUnplanned = !planned.length && (row.state === 'BOTH_AGREED' || row.state === 'SESSIONS');
  return [...ofTasks, ...planned, ...(isUnplanned ? [{ what: t('mediation.todo.session'), when: t('mediation.todo.unplanned'), tone: 'plan' as const }] : [])];
}

function TodoList({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const todos = useTodos(row);
  const read = useChange(ReadSignalsDocument, {});
  const isUnread = row.may.includes('readSignals') && row.tasks.some(({ kind, doneAt }) => kind === 'READ_SIGNAL' && !doneAt);
  return (
    <section aria-labelledby="nog-te-doen">
      <h3 id="nog-te-doen" className="side__title">
        {t('mediation.todo.title')}
      </h3>
      {todos.length ? (
        <ul className="stackv--s small">
          {todos.map(({ what, when, tone }) => (
            <li key={`${what} ${when}`}>
              <span className={`term term--${tone}`}>
                <Shape name={tone} />
                <span>
                  <b>{what}</b> {when && <span className="term__date">{when}</span>}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="small soft">{t('mediation.todo.none')}</p>
      )}
      {isUnread && (
        <p className="side__act">
          <Button small isPending={read.isPending} onPress={() => read.mutate({ id: row.id, version: row.version })}>
            {t('mediation.todo.read')}
          </Button>
        </p>
      )}
    </section>
  );
}
