import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCounts } from '../../people/standing-in.js';
import { Icon } from '../../shared/icon.js';
import { useMe } from '../../shared/session.js';
import { FOR_EVERYBODY, menuOf } from './menu.js';

/** The menu of one capacity: only what it can use. */
export function SideMenu({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  const { doors } = useMe();
  const items = menuOf(doors);
  const todo = useCounts(doors.includes('Task.read'))?.todo;
  return (
    <nav className={isOpen ? 'side is-open' : 'side'} id="menu" aria-label={t('app.mainMenu')}>
      {items.length > 0 && (
        <ul>
          {items.map(({ to, label, icon }) => (
            <li key={to}>
              <NavLink to={to}>
                <Icon name={icon} />
                <span>{t(`menu.${label}`)}</span>
                {label === 'worklist' && todo ? (
                  <span className="count">
                    {todo}
                    <span className="vh"> {t('menu.toDo')}</span>
                  </span>
                ) : null}
              </NavLink>
            </li>
          ))}
        </ul>
      )}
      <ul className="side__foot">
        {FOR_EVERYBODY.map(({ to, label, icon }) => (
          <li key={to}>
            <NavLink to={to}>
              <Icon name={icon} />
              <span>{t(`menu.${label}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
