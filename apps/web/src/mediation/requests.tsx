import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskLandlordDocument, WithdrawRequestDocument } from '../generated/graphql/graphql.js';
import { Button } from '../shared/button.js';
import { formatDay, formatFullDay, formatTime } from '../shared/format.js';
import { Panel } from '../shared/page.js';
import { usePartners } from '../shared/reference.js';
import { useMe } from '../shared/session.js';
import { Term } from '../shared/term.js';
import { Audience } from '../shared/withheld.js';
import { FormDialog } from './form-dialog.js';
import type { Signal } from './landlord-room.js';
import { Mark } from './marks.js';
import type { Mediation } from './mediation.page.js';

type Request = Signal['requests'][number];
const KINDS = ['TALK', 'DOCUMENT', 'OTHER'] as const;

/** What is asked of the landlord, and what it answered. */
export function RequestsPanel({ signal, row }: { signal: Signal; row: Mediation }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { shortNameOf } = usePartners();
  const [isAsking, setAsking] = useState(false);
  const mayAsk = signal.may.includes('ask') && row.mediatorId === personId;
  const partner = shortNameOf(signal.partnerId);
  if (!mayAsk && !signal.requests.length) return null;
  return (
    <Panel
      id="gevraagd"
      title={t('mediation.request.title', { partner })}
      count={signal.requests.length || undefined}
      aside={
        mayAsk && (
          <Button small icon="plus" onPress={() => setAsking(true)}>
            {t('mediation.request.ask', { partner })}
          </Button>
        )
      }
    >
      {signal.requests.length ? (
        <ul className="rows rows--plain rows--top">
          {signal.requests.map((request) => (
            <RequestRow key={request.id} request={request} mayWithdraw={mayAsk} />
          ))}
        </ul>
      ) : (
        <p className="panel__body soft">{t('mediation.request.none')}</p>
      )}
      {isAsking && <AskDialog signal={signal} partner={partner} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function RequestRow({ request, mayWithdraw }: { request: Request; mayWithdraw: boolean }) {
  const { t } = useTranslation();
  const [isLeaving, setLeaving] = useState(false);
  const { id, version, kind, says, at, answer, answeredAt, answeredBy, withdrawnAt, term, may } = request;
  const isOpen = !answeredAt && !withdrawnAt;
  return (
    <li>
      <div>
        <p className="rows__title">
          {t(`mediation.request.kind.${kind}`)}
          {at && `, ${t('mediation.sessions.when', { day: formatFullDay(at), time: formatTime(at) })}`}
        </p>
        <p className="rows__sub">{says}</p>
        {answer && <p className="quote pre">{answer}</p>}
        {answeredAt && <p className="small mute">{t('mediation.request.answeredBy', { person: answeredBy ?? '', day: formatDay(answeredAt) })}</p>}
        {isOpen && mayWithdraw && may.includes('withdraw') && (
          <button type="button" className="linkbtn" onClick={() => setLeaving(true)}>
            {t('mediation.request.withdraw.title')}
          </button>
        )}
      </div>
      <div className="rows__state">{isOpen ? term ? <Term term={term} /> : null : <Mark look={answeredAt ? 'ok' : 'off'}>{t(answeredAt ? 'mediation.request.answered' : 'mediation.request.withdrawn')}</Mark>}</div>
      {isLeaving && <FormDialog title={t('mediation.request.withdraw.title')} text={<p>{t('mediation.request.withdraw.text')}</p>} done={t('mediation.request.withdraw.done')} document={WithdrawRequestDocument} variables={() => ({ id, version })} onClose={() => setLeaving(false)} />}
    </li>
  );
}

function AskDialog({ signal, partner, onClose }: { signal: Signal; partner: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('mediation.request.ask', { partner })}
      fields={[
        { name: 'kind', kind: 'choice', label: t('mediation.request.what'), options: KINDS.map((value) => ({ value, label: t(`mediation.request.kind.${value}`) })) },
        { name: 'says', kind: 'long', label: t('mediation.request.says'), hint: t('mediation.request.saysHint', { partner }), max: 300 },
        { name: 'at', kind: 'at', label: t('mediation.request.at'), optional: true },
        { name: 'due', kind: 'day', label: t('mediation.request.due') },
      ]}
      done={t('mediation.request.done', { partner })}
      document={AskLandlordDocument}
      variables={(answers) => ({ signalId: signal.id, ...answers })}
      foot={<Audience>{t('mediation.request.reads', { partner })}</Audience>}
      onClose={onClose}
    />
  );
}
