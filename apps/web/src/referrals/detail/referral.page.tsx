import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ReceiveAnswerDocument, ReferralDocument, type ReferralQuery } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { Refusal } from '../../shared/api/refusal.js';
import { useChange } from '../../shared/api/use-change.js';
import { Fault } from '../../shared/faults.js';
import { Skeleton } from '../../shared/loading.js';
import { nameOf } from '../../shared/name.js';
import { PageHead, Panel, usePageTitle } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { useMe } from '../../shared/session.js';
import { stateFor, Status } from '../../shared/status.js';
import { useTermText } from '../../shared/term.js';
import { whyOf, Withheld } from '../../shared/withheld.js';
import { PrivateNotes } from '../private-notes.js';
import { AnswerPanel } from './answer-panel.js';
import { ContactPanel } from './contact-panel.js';
import { actionsOf, Decide } from './decide.js';
import { SentNote } from './sent-note.js';
import { SharedFacts } from './shared-facts.js';
import { Timeline } from './timeline.js';
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
  const partners = usePartners();
  const { labelOf } = useReferralTypes();
  const termText = useTermText();
  const isSender = row.fromPartnerId === me.partner.id;
  const answer = row.answers.find(({ partnerId }) => isSender || partnerId === me.partner.id);
  useReceive(answer);
  const name = nameOf(row);
  const noName = whyOf(row.withheld, 'IDENTITY');
  const other = isSender ? row.receiverId : row.fromPartnerId;
  const asked = { person: row.senderName, partner: partners.nameOf(row.fromPartnerId) };
  const decides = actionsOf(row, answer).length > 0;
  return (
    <>
      <PageHead
        title={name ?? <span className="num">{row.number}</span>}
        tabTitle={t('referrals.tab', { number: row.number })}
        crumbs={[{ label: t('referrals.title'), to: '/doorverwijzingen' }, { label: row.number }]}
        meta={
          <>
            <Status state={stateFor(row, me.partner.id)} />
            {row.urgent && <span className="tag tag--urgent">{t('referrals.urgent')}</span>}
            <span>{labelOf(row.type)}</span>
            {other && (
              <span>
                {t(isSender ? 'referrals.toMeta' : 'referrals.fromMeta')} <b>{partners.nameOf(other)}</b>
              </span>
            )}
            {name && <span className="num">{row.number}</span>}
          </>
        }
      />
      {noName && (
        <div className="noname">
          <Withheld withheld={noName} label={t('withheld.name')} />
        </div>
      )}
      {decides && (
        <p className="phoneonly small todecision">
          {answer?.term && t('referrals.left', { text: termText(answer.term) })}{' '}
          <a href="#beslis">{t('referrals.toDecision')}</a>
        </p>
      )}
      <SentNote row={row} />
      <div className="cols">
        <div>
          <Panel id="vraag" title={t('referrals.question')}>
            <div className="panel__body">
              <p className="pre question">{row.question || <span className="mute">{t('fact.nothing')}</span>}</p>
            </div>
          </Panel>
          {answer && <AnswerPanel answer={answer} row={row} isSender={isSender} />}
          <SharedFacts row={row} isSender={isSender} asked={isSender ? undefined : asked} />
          <PrivateNotes referral={row} />
          <Timeline row={row} answer={answer} isSender={isSender} />
        </div>
        <aside className="stackv--l aside" aria-label={t('referrals.decide.next')}>
          <Decide row={row} answer={answer} isSender={isSender} />
          <ContactPanel row={row} answer={answer} isSender={isSender} />
        </aside>
      </div>
    </>
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
