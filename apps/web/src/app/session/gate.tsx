import { ErrorResponse } from 'oidc-client-ts';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useAuth } from 'react-oidc-context';
import { Navigate, useLocation } from 'react-router';
import { Starting } from '../../shared/starting.js';
import type { PortalConfig } from './config.js';
import type { SessionKeeper } from './keeper.js';
import { CALLBACK, type SignInState } from './manager.js';
import { endedBy } from './marks.js';
import { SessionEnd } from './session-end.js';
import { SessionProvider } from './session-provider.js';
import { SignInFails } from './sign-in-fails.js';

/** The provider knows nobody here without asking: no error, only a reason to ask. */
const ASKS = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'];

const signInPath = (to: string): string => (to === '/' ? '/aanmelden' : `/aanmelden?naar=${encodeURIComponent(to)}`);

/** Lets only people in who are signed in; a tab without a token signs in by itself when the provider knows her. */
export function Gate({ keeper, config, children }: { keeper: SessionKeeper; config: PortalConfig; children: ReactNode }) {
  const auth = useAuth();
  const lock = useSyncExternalStore(keeper.subscribe, () => keeper.lock);
  const { pathname, search } = useLocation();
  const isCallback = pathname === CALLBACK;
  const here = pathname + search;
  const tries = !isCallback && !auth.isLoading && !auth.error && !auth.user && !lock && !endedBy();

  useEffect(() => {
    if (tries) void keeper.manager.signinRedirect({ prompt: 'none', state: { to: here } satisfies SignInState }).catch(() => location.assign('/aanmelden'));
  }, [tries, keeper, here]);

  if (auth.user || lock) {
    return (
      <SessionProvider keeper={keeper}>
        {children}
        <SessionEnd keeper={keeper} config={config} />
      </SessionProvider>
    );
  }
  if (auth.isLoading) return <Starting />;
  const cause = auth.error?.innerError;
  if (cause instanceof ErrorResponse && ASKS.includes(cause.error ?? '')) {
    return <Navigate to={signInPath(isCallback ? ((cause.state as SignInState | undefined)?.to ?? '/') : here)} replace />;
  }
  if (auth.error) return <SignInFails why="failed" onRetry={() => location.assign('/')} />;
  if (endedBy()) return <Navigate to={signInPath(isCallback ? '/' : here)} replace />;
  return <Starting />;
}
