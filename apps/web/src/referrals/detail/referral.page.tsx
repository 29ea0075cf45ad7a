import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { LooksPanel } from '../../dossiers/looks-panel.js';
import { ReferralPast } from '../../dossiers/past-panel.js';
import { ReceiveAnswerDocument, ReferralDocument, type ReferralQuery } from '../../generated/graphql/graphql.js';
import { MessagesPanel } from '../../messages/messages-panel.js';
import { useRead } from '../../shared/api/query.js';
import { Refusal } from '../../shared/api/refusal.js';
import { useChange } from '../../shared/api/use-change.js';
import { AttachmentsPanel } from '../../shared/attachments/attachments-panel.js';
import { DownloadButton } from '../../shared/download-button.js';
import { Fault } from '../../shared/faults.js';
import { formatList } from '../../shared/format.js';
import { Skeleton } from '../../shared/loading.js';
import { nameOf } from '../../shared/name.js';
import { OwnNumberPanel } from '../../shared/own-number.js';
import { PageHead, Panel, usePageTitle } from '../../shared/page.js';
import { RecusalsPanel } from '../../shared/recusals.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { useMe } from '../../shared/session.js';
import { stateFor, Status } from '../../shared/status.js';
import { useTermText } from '../../shared/term.js';
import { whyOf, Withheld } from '../../shared/withheld.js';
import { PrivateNotes } from '../private-notes.js';
import { AccessPanel } from './access-panel.js';
import { AnswerPanel } from './answer-panel.js';
import { ContactPanel } from './contact-panel.js';
import { actionsOf, Decide } from './decide.js';
import { ReceiversPanel } from './receivers-panel.js';
import { SharedFacts } from './shared-facts.js';
import { receiversOf } from './sides.js';
import { Timeline } from './timeline.js';
import { Why } from './why.js';
import { Withdrawn } from './withdrawn.js';

export type ReferralRow = NonNullable<ReferralQuery['referral']>;
export type AnswerRow = ReferralRow['answers'][number];

/** One referral, as the partner that looks at it may see it. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(ReferralDocument, { id });
  usePageTitle(data?.referral ? t('referrals.tab', { number: data.referral.number }) : t('referrals.title'));
  if (data?.referral) return <ReferralDetail row={data.referral} />;
  if (data || (error instanceof Refusal && error.code === 'NOT_FOUND')) return <Withdrawn dossierId={id} />;
  return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Skeleton title lines={10} />;
}

function ReferralDetail({ row }: { row: ReferralRow }) {
  const { t } = useTranslation();
  const me = useMe();
  const termText = useTermText();
  const isSender = row.fromPartnerId === me.partner.id;
  const answer = isSender ? undefined : row.answers.find(({ partnerId }) => partnerId === me.partner.id);
  useReceive(answer);
  const noName = whyOf(row.withheld, 'IDENTITY');
  return (
    <>
      <Head row={row} isSender={isSender} />
      {noName && (
        <div className="noname">
          <Withheld withheld={noName} label={t('withheld.name')} explain={(dataClass) => <Why row={row} dataClass={dataClass} />} />
        </div>
      )}
      {actionsOf(row, answer).length > 0 && (
        <p className="phoneonly small todecision">
          {answer?.term && t('referrals.left', { text: termText(answer.term) })}{' '}
          <a href="#beslis">{t('referrals.toDecision')}</a>
        </p>
      )}
      <div className="cols">
        <div>
          <Panel id="vraag" title={t('referrals.question')}>
            <div className="panel__body">
              <p className="pre question">{row.question || <span className="mute">{t('fact.nothing')}</span>}</p>
            </div>
          </Panel>
          {isSender && <AccessPanel row={row} isSender />}
          {isSender && <ReceiversPanel row={row} />}
          {answer && <AnswerPanel answer={answer} row={row} />}
          <SharedFacts row={row} answer={answer} isSender={isSender} />
          {!isSender && <AccessPanel row={row} isSender={false} />}
          <AttachmentsPanel dossierId={row.id} of="referral" />
          {row.state !== 'DISCARDED' && <MessagesPanel dossierId={row.id} messages={row.messages} />}
          <PrivateNotes referral={row} />
          <Timeline dossierId={row.id} row={row} answer={answer} isSender={isSender} />
          {row.state !== 'DRAFT' && <ReferralPast id={row.id} hidden={row.withheld.map(({ dataClass }) => dataClass).filter((each) => each !== 'PROGRESS')} />}
          <LooksPanel dossierId={row.id} />
        </div>
        <aside className="stackv--l aside" aria-label={t('referrals.decide.next')}>
          <Decide row={row} answer={answer} />
          {!isSender && <ContactPanel row={row} answer={answer} />}
          <PaperPanel row={row} />
          {row.state !== 'DRAFT' && <OwnNumberPanel dossierId={row.id} ownNumber={row.ownNumber} />}
          <RecusalsPanel dossierId={row.id} recusals={row.recusals} />
        </aside>
      </div>
    </>
  );
}

function Head({ row, isSender }: { row: ReferralRow; isSender: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const partners = usePartners();
  const { labelOf } = useReferralTypes();
  const name = nameOf(row);
  const others = isSender ? receiversOf(row).map(partners.nameOf) : [partners.nameOf(row.fromPartnerId)];
  return (
    <PageHead
      title={name ?? <span className="num">{row.number}</span>}
      tabTitle={t('referrals.tab', { number: row.number })}
      crumbs={[{ label: t('referrals.title'), to: '/doorverwijzingen' }, { label: row.number }]}
      lead={row.transfer && t('sharing.transferText', { partner: partners.calledOf(row.fromPartnerId) })}
      meta={
        <>
          <Status state={stateFor(row, me.partner.id)} />
          {row.urgent && <span className="tag tag--urgent">{t('referrals.urgent')}</span>}
          {row.transfer && <span className="tag">{t('sharing.transfer')}</span>}
          <span>{labelOf(row.type)}</span>
          {others.length > 0 && (
            <span>
              {t(isSender ? 'referrals.toMeta' : 'referrals.fromMeta')} <b>{formatList(others)}</b>
            </span>
          )}
          {name && <span className="num">{row.number}</span>}
        </>
      }
    />
  );
}

/** What can be printed of it, and the receipt of sending. */
function PaperPanel({ row }: { row: ReferralRow }) {
  const { t } = useTranslation();
  if (row.state === 'DRAFT' || row.state === 'DISCARDED') return null;
  return (
    <Panel id="papier" title={t('sharing.paper.title')}>
      <div className="panel__body stackv--s">
        {row.sentAt && row.recipients.length > 0 && <Link to={`/doorverwijzingen/${row.id}/ontvangstbewijs`}>{t('sharing.receivers.receipt')}</Link>}
        <DownloadButton small path={`/paper/referral/${row.id}`}>
          {t('sharing.paper.referral')}
        </DownloadButton>
      </div>
    </Panel>
  );
}

/** The first reading counts by itself, once. */
function useReceive(answer: AnswerRow | undefined) {
  const receive = useChange(ReceiveAnswerDocument);
  const done = useRef<string>(undefined);
  const { mutate } = receive;
  const id = answer?.may.includes('receive') ? answer.id : undefined;
  const version = answer?.version;
  useEffect(() => {
    if (!id || version === undefined || done.current === id) return;
    done.current = id;
    mutate({ id, version });
  }, [id, version, mutate]);
}
