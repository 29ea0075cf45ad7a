import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ConsultDocument, type ConsultQuery } from '../generated/graphql/graphql.js';
import { MessagesPanel } from '../messages/messages-panel.js';
import { useRead } from '../shared/api/query.js';
import { Fact, Facts } from '../shared/facts.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatDay, formatTime } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PersonName } from '../shared/name.js';
import { OwnNumberPanel } from '../shared/own-number.js';
import { PageHead, Panel, usePageTitle } from '../shared/page.js';
import { PrivateNotesPanel } from '../shared/private-notes.js';
import { RecusalsPanel } from '../shared/recusals.js';
import { usePartners } from '../shared/reference.js';
import { useDoor, useMe } from '../shared/session.js';
import { Status } from '../shared/status.js';
import { Audience, whyOf, Withheld } from '../shared/withheld.js';
import { ConsultSteps } from './consult-steps.js';
import { useWith } from './with.js';

export type ConsultRow = NonNullable<ConsultQuery['consult']>;

/** One short question, as the partner that looks at it may see it. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(ConsultDocument, { id });
  usePageTitle(data?.consult ? t('consults.tab', { number: data.consult.number }) : t('consults.title'));
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={8} />;
  return data.consult ? <ConsultDetail row={data.consult} /> : <NotFound />;
}

function ConsultDetail({ row }: { row: ConsultRow }) {
  const { t } = useTranslation();
  const { partner } = useMe();
  const { calledOf } = usePartners();
  const withWhom = useWith();
  const mayNote = useDoor('Note.write');
  const isAsker = row.receiverId !== partner.id;
  const asker = row.askedBy ?? row.askerName;
  return (
    <>
      <PageHead
        title={t('consults.tab', { number: row.number })}
        tabTitle={t('consults.tab', { number: row.number })}
        crumbs={[{ label: t('consults.title'), to: '/vragen' }, { label: row.number }]}
        meta={
          <>
            <Status state={row.state} />
            <span>{withWhom(row)}</span>
            {row.anonymous && isAsker && <span className="tag">{t('consults.anonymous')}</span>}
            <span>{t('consults.askedOn', { day: formatDay(row.askedAt) })}</span>
            {asker && <span>{t('consults.askedBy', { person: asker })}</span>}
          </>
        }
      />
      <div className="cols">
        <div>
          <Panel id="vraag" title={t('consults.question')}>
            <div className="panel__body stackv--s">
              <p className="pre question">{row.question}</p>
              {row.anonymous && (
                <p className="small soft consult__anonymous">
                  <Icon name="eyeoff" size="s" />
                  <span>{isAsker ? t('consults.anonymousOwn', { partner: calledOf(row.receiverId) }) : t('consults.anonymousNote')}</span>
                </p>
              )}
            </div>
          </Panel>
          <Household row={row} />
          <AnswerPanel row={row} />
          <MessagesPanel dossierId={row.id} messages={row.messages} note={row.anonymous ? t('messages.onlyHere') : undefined} />
          <PrivateNotesPanel dossierId={row.id} notes={row.notes} mayWrite={mayNote} />
        </div>
        <aside className="stackv--l aside" aria-label={t('consults.next')}>
          <ConsultSteps row={row} />
          {row.client && (
            <Panel id="client" title={t('consults.client')}>
              <div className="panel__body stackv--s">
                <Link to={`/clienten/${row.client.id}`}>
                  <PersonName of={row.client} />
                </Link>
                <Audience alone>{t('consults.clientAudience')}</Audience>
              </div>
            </Panel>
          )}
          <OwnNumberPanel dossierId={row.id} ownNumber={row.ownNumber} />
          <RecusalsPanel dossierId={row.id} recusals={row.recusals} />
        </aside>
      </div>
    </>
  );
}

function Household({ row: { adults, children, householdNote, withheld } }: { row: ConsultRow }) {
  const { t } = useTranslation();
  const [noSize, noNote] = [whyOf(withheld, 'HOUSEHOLD_SIZE'), whyOf(withheld, 'HOUSEHOLD')];
  const size = [adults !== null && t('consults.adults', { count: adults }), children !== null && t('consults.children', { count: children })].filter(Boolean).join(', ');
  return (
    <Panel id="gezin" title={t('consults.household')}>
      <div className="panel__body">
        <Facts>
          <Fact label={t('consults.size')}>{noSize ? <Withheld withheld={noSize} /> : size}</Fact>
          <Fact label={t('consults.note')}>{noNote ? <Withheld withheld={noNote} /> : householdNote}</Fact>
        </Facts>
      </div>
    </Panel>
  );
}

function AnswerPanel({ row: { answer, answeredAt, answeredBy, receiverId, state } }: { row: ConsultRow }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  if (state === 'WITHDRAWN') return null;
  return (
    <Panel id="antwoord" title={t('consults.answer')}>
      <div className="panel__body stackv--s">
        {answer ? <p className="pre">{answer}</p> : <p className="soft">{t('consults.noAnswer')}</p>}
        {answeredAt && answeredBy && <p className="small mute">{t('consults.answeredBy', { person: answeredBy, partner: shortNameOf(receiverId), day: formatDay(answeredAt), time: formatTime(answeredAt) })}</p>}
      </div>
    </Panel>
  );
}
