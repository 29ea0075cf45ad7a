import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LooksPanel } from '../dossiers/looks-panel.js';
import { MediationDocument, type MediationQuery } from '../generated/graphql/graphql.js';
import { useRead } from '../shared/api/query.js';
import { AttachmentsPanel } from '../shared/attachments/attachments-panel.js';
import { Fault, NotFound } from '../shared/faults.js';
import { formatDay } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { Skeleton } from '../shared/loading.js';
import { PageHead, usePageTitle } from '../shared/page.js';
import { RecusalsPanel } from '../shared/recusals.js';
import { usePartners } from '../shared/reference.js';
import { useAgreements } from './agreements.js';
import { homeOf } from './card-facts.js';
import { DeviationsPanel, OutcomePanel } from './log-panels.js';
import { MediationStatus } from './marks.js';
import { MediationTimeline } from './mediation-timeline.js';
import { Phases } from './phases.js';
import { Rooms } from './rooms.js';
import { SessionsPanel } from './sessions.js';
import { SettlementPanel } from './settlement-panel.js';
import { Steps } from './next-steps.js';

export type Mediation = NonNullable<MediationQuery['mediation']>;
export type Party = Mediation['parties'][number];

/** One mediation, as who mediates has it. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(MediationDocument, { id });
  usePageTitle(data?.mediation ? t('mediation.tab', { number: data.mediation.number }) : t('mediation.title'));
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton title lines={10} />;
  return data.mediation ? <MediationDetail row={data.mediation} /> : <NotFound />;
}

function MediationDetail({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  // Who coordinates knows that there is a mediation, and of nobody whose home.
  const isNameless = !row.parties.length;
  return (
    <>
      <Head row={row} />
      <Phases row={row} />
      {isNameless ? <p className="note note--plain">{<Icon name="info" />}<span>{t('mediation.nameless')}</span></p> : <Rooms row={row} />}
      {!isNameless && (
        <div className="cols mediation__more">
          <div>
            <OutcomePanel row={row} />
            <SessionsPanel row={row} />
            <SettlementPanel row={row} />
            <AttachmentsPanel dossierId={row.id} of="mediation" />
            <MediationTimeline row={row} />
            <LooksPanel dossierId={row.id} />
          </div>
          <aside className="stackv--l aside" aria-label={t('mediation.aside')}>
            <DeviationsPanel row={row} />
            <RecusalsPanel dossierId={row.id} recusals={row.recusals} />
          </aside>
        </div>
      )}
    </>
  );
}

function Head({ row }: { row: Mediation }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const agreement = useAgreements().of(row.protocolId);
  const home = homeOf(row);
  return (
    <PageHead
      title={home}
      tabTitle={t('mediation.tab', { number: row.number })}
      crumbs={[{ label: t('mediation.title'), to: '/bemiddelingen' }, { label: home }]}
      meta={
        <>
          <MediationStatus state={row.state} />
          {row.urgent && <span className="tag tag--urgent">{t('mediation.urgent')}</span>}
          <span>{t(`mediation.topic.${row.topic}`)}</span>
          {home !== row.number && <span className="num">{row.number}</span>}
          <span>{agreement ? t('mediation.byProtocol', { partner: shortNameOf(agreement.companyId), edition: agreement.edition }) : t('mediation.byDefault')}</span>
          <span>{row.mediatorName ? t('mediation.by', { name: row.mediatorName }) : t('mediation.byNobody')}</span>
          {row.sealedAt && <span className="tag">{t('mediation.sealed', { day: formatDay(row.sealedAt) })}</span>}
        </>
      }
      actions={<Steps row={row} />}
    />
  );
}
