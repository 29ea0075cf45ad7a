import KeycloakConnect from 'keycloak-connect';
import { type Account, TokenVerifier } from './token-verifier.js';

/** Clocks of two machines may differ by this much, in seconds. */
const SKEW = 30;

/** A token that lives longer than this, in seconds, is not one of ours (TK-02). */
const LONGEST = 15 * 60;

type Claims = { sub?: unknown; aud?: unknown; azp?: unknown; exp?: unknown; iat?: unknown; nbf?: unknown; typ?: unknown; preferred_username?: unknown };

/** Checks Keycloak's tokens: signature and issuer by keycloak-connect, and after it what that lets through. */
export class KeycloakTokens extends TokenVerifier {
  private readonly keycloak: KeycloakConnect.Keycloak;

  constructor(private readonly realm: { issuer: string; internalUrl: string; audience: string; clients: string[] }) {
    super();
    const [, server, name] = /^(.+)\/realms\/([^/]+)$/.exec(realm.issuer) ?? [];
    if (!server || !name) throw new Error(`Not the address of a Keycloak realm: ${realm.issuer}`);
    const config = { realm: name, 'auth-server-url': server, resource: realm.audience, 'bearer-only': true, 'ssl-required': 'external', 'confidential-port': 0, 'verify-token-audience': true };
    this.keycloak = new KeycloakConnect({}, config);
    // Its key store is no part of its types. The keys may live at another address than the issuer (containers).
    (this.keycloak.grantManager as unknown as { rotation: { realmUrl: string } }).rotation.realmUrl = realm.internalUrl;
  }

  async accountOf(token: string): Promise<Account> {
    const grant = await this.keycloak.grantManager.createGrant({ access_token: token as unknown as KeycloakConnect.Token });
    const claims = (grant.access_token as unknown as { content: Claims }).content;
    const now = Date.now() / 1000;
    const { sub, azp, exp, iat, nbf, typ, preferred_username: username } = claims;
    const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
    const valid =
      typeof sub === 'string' && sub !== '' &&
      audiences.includes(this.realm.audience) &&
      typeof azp === 'string' && this.realm.clients.includes(azp) &&
      typ === 'Bearer' &&
      typeof exp === 'number' && exp > now && exp <= now + LONGEST &&
      (iat === undefined || (typeof iat === 'number' && iat <= now + SKEW)) &&
      (nbf === undefined || (typeof nbf === 'number' && nbf <= now + SKEW));
    if (!valid) throw new Error('The token is not meant for us, or not now');
    return { subject: sub, username: typeof username === 'string' ? username : '' };
  }
}
