import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon } from '../shared/icon.js';
import { useNoticeCount } from './use-notice-count.js';

/** More than this is many. */
const MOST = 99;

/** In the bar of every page: whether there is something new for one. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useNoticeCount();
  return (
    <NavLink className="iconbtn bell" to="/nieuw-voor-u" aria-label={unread ? t('notices.bell', { count: unread }) : t('notices.title')}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className="bell__count" aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </NavLink>
  );
}
