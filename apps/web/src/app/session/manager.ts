import { InMemoryWebStorage, OidcClient, UserManager, WebStorageStateStore, type UserManagerSettings } from 'oidc-client-ts';
import type { PortalConfig } from './config.js';

export const CALLBACK = '/auth/callback';

/** What travels along with a sign-in: where somebody wanted to be. */
export type SignInState = { to: string };

const settingsOf = ({ authority, clientId }: PortalConfig) =>
  ({
    authority,
    client_id: clientId,
    redirect_uri: `${location.origin}${CALLBACK}`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid profile',
  }) satisfies UserManagerSettings;

/** Signs in with the browser's own redirect; tokens live in memory only. */
export const createManager = (config: PortalConfig): UserManager =>
  new UserManager({
    ...settingsOf(config),
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    // Renewed in one place, by the keeper.
    automaticSilentRenew: false,
  });

/** For signing in again in a second window: its state never leaves the memory of this tab. */
export const createSecondWindowClient = (config: PortalConfig): OidcClient =>
  new OidcClient({ ...settingsOf(config), stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }) });

/** Whether this tab began the sign-in whose answer stands in its address. */
export const beganHere = (state: string | null): boolean => Boolean(state && sessionStorage.getItem(`oidc.${state}`));
