import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoticesDocument, SeeAllNoticesDocument, SeeNoticeDocument, type NoticeKind, type NoticesQuery, type NoticesQueryVariables } from '../generated/graphql/graphql.js';
import { useReadPages } from '../shared/api/query.js';
import { useChange } from '../shared/api/use-change.js';
import { Button } from '../shared/button.js';
import { Fault, FaultNote } from '../shared/faults.js';
import { formatFullDay, formatTime } from '../shared/format.js';
import { Icon, type IconName } from '../shared/icon.js';
import { Empty, Skeleton } from '../shared/loading.js';
import { More } from '../shared/more.js';
import { PageHead } from '../shared/page.js';
import { useMe } from '../shared/session.js';
import { useNoticeCount } from './use-notice-count.js';

type Row = NoticesQuery['notices']['nodes'][number];

const ICONS: Record<NoticeKind, IconName> = {
  TASK: 'inbox', REMINDER: 'clock', ESCALATED: 'alert', MESSAGE: 'talk', ASSIGNED: 'inbox', HANDED_OVER: 'swap', IMPORTED: 'file',
  DEPUTY: 'people', UNCOVERED: 'alert', LEAVING: 'person', LEFT: 'alert', REVIEW: 'shieldcheck', ACCESS_ENDED: 'lock', FILE_REFUSED: 'alert', GLASS_BROKEN: 'alert', GLASS_LIMIT: 'alert',
  SUPPORT_ASKED: 'alert', SUPPORT_DECIDED: 'eye', DESTRUCTION: 'clock',
};
/** Where one goes for what is about no single dossier. */
const PAGES: { [kind in NoticeKind]?: string } = { HANDED_OVER: '/doorverwijzingen', IMPORTED: '/doorverwijzingen', DEPUTY: '/afwezigheden', UNCOVERED: '/afwezigheden', LEAVING: '/medewerkers', LEFT: '/medewerkers', REVIEW: '/medewerkers', ACCESS_ENDED: '/medewerkers', GLASS_BROKEN: '/noodtoegang', GLASS_LIMIT: '/noodtoegang', SUPPORT_ASKED: '/noodtoegang', SUPPORT_DECIDED: '/ondersteuning', DESTRUCTION: '/bewaartermijnen' };

/** Where a dossier has its page, and who may open it. */
const PLACES: { [dossierKind: string]: { path: string; door: string } | undefined } = {
  Referral: { path: '/doorverwijzingen', door: 'Referral.read' },
  Consult: { path: '/vragen', door: 'Consult.read' },
  Client: { path: '/clienten', door: 'Client.read' },
  TensionSignal: { path: '/meldingen', door: 'TensionSignal.read' },
  MediationCase: { path: '/bemiddelingen', door: 'MediationCase.read' },
};

/** What one was told: that there is something, and where. */
export function Page() {
  const { t } = useTranslation();
  const { partner } = useMe();
  const notices = useReadPages<NoticesQuery, NoticesQueryVariables, Row>(NoticesDocument, { first: 25 }, ({ notices: page }) => page);
  const unread = useNoticeCount();
  const seeAll = useChange(SeeAllNoticesDocument);
  const rows = notices.nodes;
  return (
    <>
      <PageHead
        title={t('notices.title')}
        tabTitle={t('notices.title')}
        lead={t('notices.lead', { partner: partner.name })}
        actions={
          unread > 0 && rows?.length ? (
            <Button icon="check" isPending={seeAll.isPending} onPress={() => seeAll.mutate({ until: rows[0].at })}>
              {t('notices.seeAll')}
            </Button>
          ) : null
        }
      />
      <FaultNote error={seeAll.error} />
      {notices.error && !rows ? <Fault error={notices.error} onRetry={() => void notices.refetch()} /> : !rows ? <Skeleton lines={6} /> : null}
      {rows && (
        <div className="panel">
          {rows.length ? (
            <ul className="rows" aria-label={t('notices.title')}>
              {rows.map((row) => (
                <NoticeRow key={row.id} row={row} />
              ))}
            </ul>
          ) : (
            <Empty title={t('notices.empty.title')} text={t('notices.empty.text')} />
          )}
          <More of={notices} />
        </div>
      )}
      <p className="small soft notices__foot">
        {t('notices.byMail')} <Link to="/voorkeuren">{t('preferences.title')}</Link>
      </p>
    </>
  );
}

function NoticeRow({ row: { id, version, kind, dossierId, dossierKind, at, readAt } }: { row: Row }) {
  const { t } = useTranslation();
  const { doors } = useMe();
  // Who mediates finds a signal in her case.
  const place = dossierKind === 'TensionSignal' && doors.includes('MediationCase.read') ? { path: '/bemiddelingen/melding', door: 'MediationCase.read' } : PLACES[dossierKind ?? ''];
  const way = place && doors.includes(place.door) ? `${place.path}/${dossierId}` : PAGES[kind];
  const see = useChange(SeeNoticeDocument);
  const isNew = readAt === null;
  const seen = () => isNew && see.mutate({ id, version });
  const text = t(`notices.kind.${kind}`);
  return (
    <li className={isNew ? 'notice notice--new' : 'notice'}>
      <Icon name={ICONS[kind]} />
      <div>
        <p className="rows__title">
          {way ? (
            <Link to={way} onClick={seen}>
              {text}
            </Link>
          ) : (
            text
          )}
        </p>
        <p className="rows__sub">{t('notices.at', { day: formatFullDay(at), time: formatTime(at) })}</p>
      </div>
      <div className="rows__end">
        {isNew && <span className="tag tag--new">{t('notices.new')}</span>}
        {isNew && !way && (
          <button type="button" className="linkbtn" onClick={seen}>
            {t('notices.see')}
          </button>
        )}
      </div>
    </li>
  );
}
