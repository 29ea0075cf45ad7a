import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CancelSessionDocument, HoldSessionDocument, PlanSessionDocument } from '../generated/graphql/graphql.js';
import { formatFullDay, formatTime } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { Audience } from '../shared/withheld.js';
import { FormDialog } from './form-dialog.js';
import { Mark } from './marks.js';
import type { Mediation } from './mediation.page.js';
import { isOver } from './stages.js';

type Session = Mediation['sessions'][number];
const LOOKS = { PLANNED: 'plan', HELD: 'ok', CANCELLED: 'off' } as const;

/** The talks with both sides, in their order. */
export function SessionsPanel({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  if (!row.sessions.length) return null;
  const sessions = [...row.sessions].sort((a, b) => a.at.localeCompare(b.at));
  const kept = sessions.filter(({ state }) => state !== 'CANCELLED');
  return (
    <Panel id="gesprekken" title={t('mediation.sessions.title')} count={kept.length}>
      <ul className="rows rows--plain">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} number={kept.indexOf(session) + 1} row={row} />
        ))}
      </ul>
    </Panel>
  );
}

function SessionRow({ session, number, row }: { session: Session; number: number; row: Mediation }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const [open, setOpen] = useState<'hold' | 'cancel'>();
  const { at, place, interpreter, present, state } = session;
  const when = t('mediation.sessions.when', { day: formatFullDay(at), time: formatTime(at) });
  const mayChange = row.mediatorId === personId && !isOver(row.state) && state === 'PLANNED';
  const onClose = () => setOpen(undefined);
  return (
    <li>
      <div>
        <p className="rows__title">{number ? t('mediation.sessions.nth', { number, when }) : when}</p>
        <p className="rows__sub">{[place, interpreter && t('mediation.sessions.interpreterOf', { name: interpreter }), present && t('mediation.sessions.presentOf', { names: present })].filter(Boolean).join(' · ')}</p>
        {mayChange && (
          <p className="rowactions">
            <button type="button" className="linkbtn" aria-label={t('mediation.sessions.holdOf', { when })} onClick={() => setOpen('hold')}>
              {t('mediation.sessions.hold.title')}
            </button>
            <button type="button" className="linkbtn" aria-label={t('mediation.sessions.cancelOf', { when })} onClick={() => setOpen('cancel')}>
              {t('mediation.sessions.cancel.title')}
            </button>
          </p>
        )}
      </div>
      <div className="rows__state">
        <Mark look={LOOKS[state]}>{t(`mediation.sessions.state.${state}`)}</Mark>
      </div>
      {open && (
        <FormDialog
          title={t(`mediation.sessions.${open}.title`)}
          text={<p>{t(`mediation.sessions.${open}.text`, { when })}</p>}
          fields={open === 'hold' ? [{ name: 'present', kind: 'line', label: t('mediation.sessions.present'), hint: t('mediation.sessions.presentHint'), max: 500 }] : []}
          bad={open === 'cancel'}
          done={t(`mediation.sessions.${open}.done`)}
          document={open === 'hold' ? HoldSessionDocument : CancelSessionDocument}
          variables={(answers) => ({ id: session.id, version: session.version, ...answers })}
          onClose={onClose}
        />
      )}
    </li>
  );
}

/** Writes down when and where both sides sit together. */
export function PlanSession({ row, onClose }: { row: Mediation; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('mediation.step.planSession.title')}
      text={<p>{t('mediation.step.planSession.text')}</p>}
      fields={[
        { name: 'at', kind: 'at', label: t('mediation.sessions.day') },
        { name: 'place', kind: 'line', label: t('mediation.sessions.place'), hint: t('mediation.sessions.placeHint'), max: 200 },
        { name: 'interpreter', kind: 'line', label: t('mediation.sessions.interpreter'), hint: t('mediation.sessions.interpreterHint'), optional: true, max: 200 },
      ]}
      done={t('mediation.step.planSession.done')}
      document={PlanSessionDocument}
      variables={(answers) => ({ mediationId: row.id, ...answers })}
      foot={<Audience alone>{t('mediation.sessions.reads')}</Audience>}
      onClose={onClose}
    />
  );
}
