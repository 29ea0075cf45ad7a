import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ReferralDocument } from '../../generated/graphql/graphql.js';
import { useRead } from '../../shared/api/query.js';
import { ButtonLink } from '../../shared/button.js';
import { Fault, NotFound } from '../../shared/faults.js';
import { Skeleton } from '../../shared/loading.js';
import { usePageTitle } from '../../shared/page.js';
import { usePartners, useReferralTypes } from '../../shared/reference.js';
import { DraftEditor } from './draft-editor.js';

/** Writing a referral: it saves itself, and nothing leaves before one has looked at it. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  usePageTitle(t('draft.title'));
  const { data, error, refetch, isFetchedAfterMount } = useRead(ReferralDocument, { id }, { staleTime: 0 });
  const types = useReferralTypes();
  const partners = usePartners();
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  // What is typed starts from what the server has now, never from what was read before.
  if (!data || !isFetchedAfterMount || !types.isReady || !partners.isReady) return <Skeleton title lines={10} />;
  if (!data.referral) return <NotFound />;
  if (!data.referral.may.includes('edit')) return <NoDraft id={id} />;
  return <DraftEditor key={id} first={data.referral} />;
}

function NoDraft({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <div className="panel">
      <div className="empty">
        <h1 className="empty__title">{t('draft.notDraft.title')}</h1>
        <p>{t('draft.notDraft.text')}</p>
        <ButtonLink to={`/doorverwijzingen/${id}`}>{t('draft.notDraft.open')}</ButtonLink>
      </div>
    </div>
  );
}
