import type { Actor } from '../policy/book.js';

/** Who somebody is, by the word of the sign-in; what she may is never in a token. */
export type Account = {
  subject: string;
  username: string;
  /** The session at the sign-in, which may end before the token does. */
  session: string;
  proved: Actor['proved'];
};

/** The one port to the sign-in: Keycloak stands behind it, and could be replaced. */
export abstract class TokenVerifier {
  /** @throws when the token is not valid for this portal, now; Refusal UNAVAILABLE when nobody can be asked for the keys */
  abstract accountOf(token: string): Promise<Account>;

  /**
   * The session of which the sign-in says that it ended (OpenID Connect Back-Channel Logout 1.0).
   * @throws when the sign-in did not say so; Refusal UNAVAILABLE when nobody can be asked for the keys
   */
  abstract endedSession(logoutToken: string): Promise<string>;
}
