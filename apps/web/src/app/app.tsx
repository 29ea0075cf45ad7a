import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { AuthProvider } from 'react-oidc-context';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { queryClient } from '../shared/api/query.js';
import { NoServer } from './no-server.js';
import { routes } from './routes.js';
import type { PortalConfig } from './session/config.js';
import type { SessionKeeper } from './session/keeper.js';
import type { SignInState } from './session/manager.js';
import { markEnded } from './session/marks.js';

export type SetUp = { config: PortalConfig; keeper: SessionKeeper };

/** The whole web app; without `setUp` the server did not answer. */
export function App({ setUp }: { setUp: SetUp | undefined }) {
  return <I18nProvider locale="nl-BE">{setUp ? <Portal {...setUp} /> : <NoServer />}</I18nProvider>;
}

function Portal({ config, keeper }: SetUp) {
  const [router] = useState(() => createBrowserRouter(routes({ config, keeper })));
  return (
    <AuthProvider
      userManager={keeper.manager}
      onSigninCallback={async (user) => {
        markEnded(undefined);
        await router.navigate((user?.state as SignInState | undefined)?.to ?? '/', { replace: true });
      }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AuthProvider>
  );
}
