import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Empty } from '../shared/loading.js';
import { PageHead } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { menuOf } from './shell/menu.js';

/** Where a capacity begins: the first part that it can use. */
export function Home() {
  const { t } = useTranslation();
  const { doors } = useMe();
  const [first] = menuOf(doors);
  if (first) return <Navigate to={first.to} replace />;
  return (
    <>
      <PageHead title={t('home.title')} tabTitle={t('home.title')} />
      <div className="panel">
        <Empty title={t('home.nothing')} text={t('home.nothingText')} />
      </div>
    </>
  );
}
