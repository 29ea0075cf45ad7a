import type { ComponentType } from 'react';
import { useAuth } from 'react-oidc-context';
import { useLocation, type RouteObject } from 'react-router';
import { NotFound } from '../shared/faults.js';
import { MailsContext } from '../shared/session.js';
import { Starting } from '../shared/starting.js';
import type { SetUp } from './app.js';
import { Home } from './home.js';
import { PageFault } from './page-fault.js';
import { Gate } from './session/gate.js';
import { SignInPage } from './session/sign-in.page.js';
import { OpenPage } from './shell/open-page.js';
import { Shell } from './shell/shell.js';

/** A page that is fetched when somebody goes there. */
const page = (path: string, load: () => Promise<{ Page: ComponentType }>): RouteObject => ({ path, lazy: async () => ({ Component: (await load()).Page }) });

const pages: RouteObject[] = [
  { index: true, Component: Home },
  page('werklijst', () => import('../worklist/worklist.page.js')),
  page('doorverwijzingen', () => import('../referrals/list/referrals.page.js')),
  page('doorverwijzingen/nieuw', () => import('../referrals/new/new-referral.page.js')),
  page('doorverwijzingen/:id', () => import('../referrals/detail/referral.page.js')),
  page('doorverwijzingen/:id/bewerken', () => import('../referrals/draft/draft.page.js')),
  page('doorverwijzingen/:id/ontvangstbewijs', () => import('../referrals/receipt/receipt.page.js')),
  page('vragen', () => import('../consults/consults.page.js')),
  page('vragen/nieuw', () => import('../consults/new-consult.page.js')),
  page('vragen/:id', () => import('../consults/consult.page.js')),
  page('bemiddelingen', () => import('../mediation/board.page.js')),
  page('bemiddelingen/melding/:id', () => import('../mediation/signal.page.js')),
  page('bemiddelingen/:id', () => import('../mediation/mediation.page.js')),
  page('clienten', () => import('../clients/clients.page.js')),
  page('clienten/invoeren', () => import('../imports/import.page.js')),
  page('clienten/nieuw', () => import('../clients/new-client.page.js')),
  page('clienten/:id', () => import('../clients/client.page.js')),
  page('clienten/:id/gedeeld', () => import('../clients/register.page.js')),
  page('clienten/:id/wijzigen', () => import('../clients/change-client.page.js')),
  page('medewerkers', () => import('../directory/people.page.js')),
  page('nieuw-voor-u', () => import('../notices/notices.page.js')),
  page('meldingen', () => import('../signals/signals.page.js')),
  page('meldingen/nieuw', () => import('../signals/report.page.js')),
  page('meldingen/woningen', () => import('../signals/dwellings.page.js')),
  page('meldingen/:id', () => import('../signals/signal.page.js')),
  page('meldingen/:id/akkoord', () => import('../signals/settlement.page.js')),
  page('voorkeuren', () => import('../notices/preferences.page.js')),
  page('medewerkers/wissels', () => import('../directory/staff-changes.page.js')),
  page('sluitingsdagen', () => import('../directory/closing-days.page.js')),
  page('agenda', () => import('../worklist/feed.page.js')),
  page('afwezigheden', () => import('../people/absences.page.js')),
  page('overdragen', () => import('../people/hand-over.page.js')),
  page('protocollen', () => import('../directory/protocols.page.js')),
  page('protocollen/samenwerking/:id', () => import('../mediation/cooperation.page.js')),
  page('protocollen/samenwerking/:id/wijzigen', () => import('../mediation/change-cooperation.page.js')),
  page('protocollen/samenwerking/:id/vergelijken/:other', () => import('../mediation/compare-cooperation.page.js')),
  page('protocollen/nieuw', () => import('../directory/new-protocol.page.js')),
  page('protocollen/:id', () => import('../directory/protocol.page.js')),
  page('protocollen/:id/wijzigen', () => import('../directory/change-protocol.page.js')),
  page('noodtoegang', () => import('../oversight/glass.page.js')),
  page('ondersteuning', () => import('../oversight/support.page.js')),
  page('logboek', () => import('../oversight/trail.page.js')),
  page('bewaartermijnen', () => import('../dossiers/retention.page.js')),
  page('privacymatrix', () => import('../privacy/book.page.js')),
];

/** For who has no account: no session is asked for, and none is used. */
const outsidePages: RouteObject[] = [
  page('tekenen/:secret', () => import('../outside/sign.page.js')),
  page('melden', () => import('../outside/report.page.js')),
  page('melden/bevestigen/:secret', () => import('../outside/confirm.page.js')),
];

const openPages: RouteObject[] = [
  page('privacy', () => import('../privacy/privacy.page.js')),
  page('toegankelijkheid', () => import('../privacy/accessibility.page.js')),
];

/** Which page stands at which address. */
export function routes(setUp: SetUp): RouteObject[] {
  return [
    {
      HydrateFallback: Starting,
      ErrorBoundary: PageFault,
      children: [
        ...outsidePages,
        { path: 'aanmelden', element: <SignInPage {...setUp} /> },
        { element: <Frame {...setUp} />, children: [...pages, ...openPages, { path: '*', Component: NotFound }] },
      ],
    },
  ];
}

/** What everybody may read stands on its own for who is not signed in. */
function Frame({ keeper, config }: SetUp) {
  const { user } = useAuth();
  const { pathname } = useLocation();
  if (!user && !keeper.lock && openPages.some(({ path }) => pathname === `/${path}`)) return <OpenPage />;
  return (
    <Gate keeper={keeper} config={config}>
      <MailsContext value={config.mails}>
        <Shell />
      </MailsContext>
    </Gate>
  );
}
