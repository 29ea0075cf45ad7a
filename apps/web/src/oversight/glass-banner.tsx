import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EndGlassDocument, LeaveSupportDocument } from '../generated/graphql/graphql.js';
import { queryClient } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { FaultNote } from '../shared/faults.js';
import { Icon } from '../shared/icon.js';
import { toast } from '../shared/overlay/toasts.js';
import { type Glass, pageOf } from './open-glass.js';

const PAGES = { glass: '/noodtoegang', support: '/ondersteuning' } as const;

/** Across every page for as long as a glass is open: to what, how long still, and the way to end it. */
export function GlassBanner({ glass, minutes }: { glass: Glass; minutes: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const left = {
    onSuccess: async () => {
      toast(t(`${glass.by}.banner.ended`));
      await navigate(PAGES[glass.by]);
      await queryClient.resetQueries();
    },
    leaves: true,
  };
  const ways = { glass: useChange(EndGlassDocument, left), support: useChange(LeaveSupportDocument, left) };
  const end = ways[glass.by];
  return (
    <section className="banner-box" aria-label={t(`${glass.by}.banner.label`)}>
      <div className="banner banner--glass">
        <Icon name="alert" />
        <b>{t(`${glass.by}.banner.open`, { number: glass.number })}</b>
        <span>{t('glass.banner.left', { count: minutes })}</span>
        <Link to={pageOf(glass)}>{t('glass.banner.go')}</Link>
        <button type="button" className="linkbtn" disabled={end.isPending} onClick={() => end.mutate({ id: glass.id, version: glass.version })}>
          {t('glass.banner.end')}
        </button>
      </div>
      <FaultNote error={end.error} />
    </section>
  );
}
