import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { MeDocument } from '../../generated/graphql/graphql.js';
import { Bell } from '../../notices/bell.js';
import { GlassBanner } from '../../oversight/glass-banner.js';
import { pageOf, useOpenGlass } from '../../oversight/open-glass.js';
import { useRead } from '../../shared/api/query.js';
import { Icon, Mark } from '../../shared/icon.js';
import { Fault, NotFound } from '../../shared/faults.js';
import { Search } from '../../search/search.js';
import { MeContext, useSession } from '../../shared/session.js';
import { Starting } from '../../shared/starting.js';
import { Toasts } from '../../shared/overlay/toasts.js';
import { CapacityMenu } from './capacity-menu.js';
import { ConnectionBanner } from './connection-banner.js';
import { Footer } from './footer.js';
import { LeaveGuard } from './leave-guard.js';
import { isShut } from './menu.js';
import { SideMenu } from './side-menu.js';

/** The frame of every page: mark, capacity, menu, content. */
export function Shell() {
  const { capacity } = useSession();
  // A change of capacity leaves nothing behind, not even what stood in a field.
  return <Frame key={capacity.id} />;
}

function Frame() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const me = useRead(MeDocument, {}, { staleTime: 60_000 });
  const open = useOpenGlass(me.data?.me.doors ?? []);
  useFocusOnNavigation();
  if (me.error && !me.data) return <Fault error={me.error} onRetry={() => void me.refetch()} isAlone />;
  if (!me.data) return <Starting />;
  return (
    <MeContext value={me.data.me}>
      <a className="skip" href="#inhoud">
        {t('app.skip')}
      </a>
      <div className="shell">
        <header className="topbar">
          <button className="iconbtn topbar__menu" type="button" aria-expanded={isOpen} aria-controls="menu" aria-label={t('app.menu')} onClick={() => setOpenAt(isOpen ? undefined : pathname)}>
            <Icon name={isOpen ? 'x' : 'menu'} />
          </button>
          <Link className="brand" to="/">
            <Mark />
            <span className="brand__name">
              Woonbrug<span className="brand__sub">{t('app.region')}</span>
            </span>
          </Link>
          <Search />
          <div className="topbar__right">
            <Bell />
            <CapacityMenu />
          </div>
        </header>
        <SideMenu isOpen={isOpen} />
        <div className="content">
          <ConnectionBanner />
          {open && <GlassBanner {...open} />}
          <main className="main" id="inhoud" tabIndex={-1}>
            {isShut(pathname, me.data.me.doors) && !(open && pathname === pageOf(open.glass)) ? <NotFound /> : <Outlet />}
          </main>
          <Footer />
        </div>
      </div>
      <LeaveGuard />
      <Toasts />
      <ScrollRestoration />
    </MeContext>
  );
}

/** After going to another page the keyboard and the screen reader start at its content. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    document.getElementById('inhoud')?.focus({ preventScroll: true });
  }, [pathname]);
}
