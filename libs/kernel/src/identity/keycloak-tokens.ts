import { hash, KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import KeycloakConnect from 'keycloak-connect';
import { Refusal } from '../vocabulary/refusal.js';
import { RealmKeys } from './realm-keys.js';
import { type Account, TokenVerifier } from './token-verifier.js';

/** Clocks of two machines may differ by this much, in seconds. */
const SKEW = 30;

/** A token that lives longer than this, in seconds, is not one of ours (TK-02). */
const LONGEST = 15 * 60;

/** For so long, in seconds, a token that was good is not checked again: as long as a realm's keys may be known without asking. */
const GOOD = 60;
const REMEMBERED = 10_000;

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

/** Our word, which keycloak-connect hands on in one of its own errors. */
const UNREACHED = 'nobody can be asked for the key';

type Claims = { sub?: unknown; aud?: unknown; azp?: unknown; exp?: unknown; iat?: unknown; nbf?: unknown; typ?: unknown; sid?: unknown; auth_time?: unknown; acr?: unknown; preferred_username?: unknown };
type Realm = { issuer: string; internalUrl: string; audience: string; clients: string[] };

/** Checks Keycloak's tokens: signature and issuer by keycloak-connect, and after it what that lets through. */
export class KeycloakTokens extends TokenVerifier {
  private readonly keycloak: KeycloakConnect.Keycloak;
  private readonly keys: RealmKeys;
  /** By the hash of the token. */
  private readonly good = new Map<string, { account: Account; since: number; until: number }>();

  /** @param realm `internalUrl`: where its keys are, when not at the issuer's own address (containers) */
  constructor(private readonly realm: Realm) {
    super();
    const [, server, name] = /^(.+)\/realms\/([^/]+)$/.exec(realm.issuer) ?? [];
    if (!server || !name) throw new Error(`Not the address of a Keycloak realm: ${realm.issuer}`);
    const config = { realm: name, 'auth-server-url': server, resource: realm.audience, 'bearer-only': true, 'ssl-required': 'external', 'confidential-port': 0, 'verify-token-audience': true };
    this.keycloak = new KeycloakConnect({}, config);
    this.keys = new RealmKeys(`${realm.internalUrl}/protocol/openid-connect/certs`);
    // Its own store of keys, which is no part of its types, asks once for each token that comes, without end and at the same moment.
    const { rotation } = this.keycloak.grantManager as unknown as { rotation: { getJWK: (kid: string) => Promise<KeyObject> } };
    rotation.getJWK = async (kid) =>
      KeyObject.from(
        await this.keys.keyOf({ alg: 'RS256', kid }).catch((error: unknown) => {
          throw error instanceof Refusal ? new Error(UNREACHED) : error;
        }),
      );
  }

  async accountOf(token: string): Promise<Account> {
    const name = hash('sha256', token);
    const known = this.good.get(name);
    const now = Date.now() / 1000;
    if (known && known.since <= now && now < known.until) return known.account;
    const { account, until } = await this.checked(token);
    // Anybody's tokens come here: the oldest make room.
    if (this.good.size >= REMEMBERED) this.good.delete(this.good.keys().next().value!);
    this.good.set(name, { account, since: now, until: Math.min(until, now + GOOD) });
    return account;
  }

  private async checked(token: string): Promise<{ account: Account; until: number }> {
    const grant = await this.keycloak.grantManager.createGrant({ access_token: token as unknown as KeycloakConnect.Token }).catch((error: Error) => {
      throw error.message.includes(UNREACHED) ? new Refusal('UNAVAILABLE') : error;
    });
    const claims = (grant.access_token as unknown as { content: Claims }).content;
    const now = Date.now() / 1000;
    const { sub, azp, exp, iat, nbf, typ, sid, auth_time: at, acr, preferred_username: username } = claims;
    const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
    const valid =
      typeof sub === 'string' && sub !== '' &&
      audiences.includes(this.realm.audience) &&
      typeof azp === 'string' && this.realm.clients.includes(azp) &&
      typ === 'Bearer' &&
      typeof sid === 'string' && sid !== '' &&
      typeof exp === 'number' && exp > now && exp <= now + LONGEST &&
      (iat === undefined || (typeof iat === 'number' && iat <= now + SKEW)) &&
      (nbf === undefined || (typeof nbf === 'number' && nbf <= now + SKEW));
    if (!valid) throw new Error('The token is not meant for us, or not now');
    const proved = typeof at === 'number' && at <= now + SKEW ? { at, acr: typeof acr === 'string' ? acr : undefined } : undefined;
    return { account: { subject: sub, username: typeof username === 'string' ? username : '', session: sid, proved }, until: exp };
  }

  async endedSession(logoutToken: string): Promise<string> {
    const { issuer, clients: audience } = this.realm;
    const { payload } = await jwtVerify<{ events?: { [LOGOUT]?: object }; sid?: unknown }>(logoutToken, this.keys.keyOf, { issuer, audience, algorithms: ['RS256'], typ: 'logout+jwt', maxTokenAge: LONGEST, clockTolerance: SKEW });
    const { events, sid, nonce } = payload;
    if (typeof events?.[LOGOUT] !== 'object' || nonce !== undefined || typeof sid !== 'string' || !sid) throw new Error('Not a token that ends a session');
    return sid;
  }
}
