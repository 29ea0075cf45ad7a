import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../shared/page.js';
import { Steps } from '../steps.js';
import { ChooseClient } from './choose-client.js';
import { ChooseType } from './choose-type.js';

/** First for whom, then what for; only then a draft is made. */
export function Page() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const clientId = search.get('client');
  return (
    <>
      <PageHead title={t('referrals.choose.title')} tabTitle={t('referrals.choose.title')} crumbs={[{ label: t('referrals.title'), to: '/doorverwijzingen' }, { label: t('referrals.choose.title') }]} />
      <div className="guide">
        <Steps current={clientId ? 'type' : 'client'} />
        <div>{clientId ? <ChooseType clientId={clientId} /> : <ChooseClient />}</div>
      </div>
    </>
  );
}
