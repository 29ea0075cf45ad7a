import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PartySignalDocument, type PartySignalQuery } from '../generated/graphql/graphql.js';
import { MessagesPanel } from '../messages/messages-panel.js';
import { useRead } from '../shared/api/query.js';
import { Button } from '../shared/button.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatDayWithYear, formatTime, formatWholeDay } from '../shared/format.js';
import { Icon, type IconName } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { OwnNumberPanel } from '../shared/own-number.js';
import { PageHead, usePageTitle } from '../shared/page.js';
import { PrivateNotesPanel } from '../shared/private-notes.js';
import { RecusalsPanel } from '../shared/recusals.js';
import { useDoor } from '../shared/session.js';
import { AnswerDialog } from './answer-dialog.js';
import { HoldsPanel } from './holds-panel.js';
import { LeavePanel } from './leave-panel.js';
import { ReportedPanel } from './reported-panel.js';
import { isOpen, type RequestRow, RequestsPanel } from './requests-panel.js';
import { currentOf, SettlementPanel } from './settlement-panel.js';
import { SignDialog } from './sign-dialog.js';
import { isOver, StageStatus, StageSteps } from './stages.js';

export type SignalRow = NonNullable<PartySignalQuery['signal']>;

/** A mediation for the landlord: what it reported, how far it is, what is asked of it. Nothing of the other side. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(PartySignalDocument, { id });
  usePageTitle(data?.signal ? t('signals.tab', { number: data.signal.number }) : t('signals.title'));
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={8} />;
  return data.signal ? <Party row={data.signal} /> : <NotFound />;
}

function Party({ row }: { row: SignalRow }) {
  const { t } = useTranslation();
  const mayNote = useDoor('Note.write');
  const [answering, setAnswering] = useState<RequestRow>();
  const [isSigning, setSigning] = useState(false);
  const home = row.street ? `${row.street}, ${row.municipality}` : row.number;
  const settlement = currentOf(row);
  return (
    <>
      <PageHead
        title={home}
        tabTitle={t('signals.tab', { number: row.number })}
        crumbs={[{ label: t('signals.title'), to: '/meldingen' }, { label: home }]}
        meta={
          <>
            <StageStatus stage={row.state} />
            <span>{t('signals.of', { day: formatWholeDay(row.reportedAt) })}</span>
            <span className="num">{row.number}</span>
          </>
        }
        actions={<FirstThing row={row} onSign={() => setSigning(true)} onAnswer={setAnswering} />}
      />
      <StageSteps row={row} />
      <div className="cols">
        <div>
          <RequestsPanel requests={row.requests} isOver={isOver(row)} onAnswer={setAnswering} />
          <ReportedPanel row={row} />
          <MessagesPanel dossierId={row.id} messages={row.messages} words={{ title: t('signals.messages.title'), label: t('signals.messages.label'), reads: t('signals.messages.reads'), send: t('signals.messages.send') }} begin={<Received row={row} />} />
          <PrivateNotesPanel dossierId={row.id} notes={row.notes} mayWrite={mayNote} />
        </div>
        <aside className="stackv--l" aria-label={t('signals.aside')}>
          <SettlementPanel row={row} onSign={() => setSigning(true)} />
          <section className="note" aria-labelledby="neutraal">
            <Icon name="shieldcheck" />
            <div>
              <h2 id="neutraal">{t('signals.neutral.title')}</h2>
              <p>{t('signals.neutral.text')}</p>
            </div>
          </section>
          <HoldsPanel row={row} />
          <LeavePanel row={row} />
          <OwnNumberPanel dossierId={row.id} ownNumber={row.ownNumber} />
          <RecusalsPanel dossierId={row.id} recusals={row.recusals} />
        </aside>
      </div>
      {answering && <AnswerDialog request={answering} signal={row} onClose={() => setAnswering(undefined)} />}
      {isSigning && settlement && <SignDialog settlement={settlement} onClose={() => setSigning(false)} />}
    </>
  );
}

/** The one thing that is asked of the landlord first. */
function FirstThing({ row, onSign, onAnswer }: { row: SignalRow; onSign: () => void; onAnswer: (request: RequestRow) => void }) {
  const { t } = useTranslation();
  if (currentOf(row)?.may.includes('sign') && !currentOf(row)?.landlordSignedAt) {
    return (
      <Button variant="main" icon="pen" onPress={onSign}>
        {t('signals.settlement.sign')}
      </Button>
    );
  }
  const [first] = row.requests.filter((each) => isOpen(each) && each.may.includes('answer')).sort((one, other) => one.due.localeCompare(other.due));
  if (!first) return null;
  return (
    <Button variant="main" icon={first.kind === 'DOCUMENT' ? 'file' : first.kind === 'TALK' ? 'check' : 'talk'} onPress={() => onAnswer(first)}>
      {t(`signals.first.${first.kind}`)}
    </Button>
  );
}

/** What comes before the messages: that it was received, and who mediates since it changed hands. */
function Received({ row: { reportedAt, stages } }: { row: SignalRow }) {
  const { t } = useTranslation();
  const handed = stages.filter(({ event }) => event === 'NEW_MEDIATOR').reverse();
  return (
    <ol className="timeline">
      <Came icon="flag" at={reportedAt} what={t('signals.messages.received')} />
      {handed.map(({ at, text }) => (
        <Came key={at} icon="swap" at={at} what={t('signals.messages.newMediator', { name: text ?? '' })} />
      ))}
    </ol>
  );
}

function Came({ icon, at, what }: { icon: IconName; at: string; what: string }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="timeline__dot" aria-hidden="true">
        <Icon name={icon} />
      </span>
      <p className="timeline__what">
        <b>{what}</b>
      </p>
      <p className="timeline__meta">{t('messages.when', { day: formatDayWithYear(at), time: formatTime(at) })}</p>
    </li>
  );
}
