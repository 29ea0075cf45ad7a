/** Who somebody is, by the word of the sign-in; what she may is never in a token. */
export type Account = { subject: string; username: string };

/** The one port to the sign-in: Keycloak stands behind it, and could be replaced. */
export abstract class TokenVerifier {
  /** @throws when the token is not valid for this portal, now */
  abstract accountOf(token: string): Promise<Account>;
}
