import { createLocalJWKSet, createRemoteJWKSet, type CryptoKey, errors, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import { Refusal } from '../vocabulary/refusal.js';

/** Of jose: nobody answered, or not with keys; all its other errors are faults of the token. */
const UNREACHED = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/**
 * The keys with which a realm signs. Those that are known are used at once, also while nobody can be asked, and looked up again every ten
 * minutes; for an unknown one the realm is asked at most every ten seconds, and once at a time.
 */
export class RealmKeys {
  private readonly remote: ReturnType<typeof createRemoteJWKSet>;
  private known: { set: JSONWebKeySet; keyOf: ReturnType<typeof createLocalJWKSet> } | undefined;

  constructor(address: string) {
    this.remote = createRemoteJWKSet(new URL(address), { cooldownDuration: 10_000, timeoutDuration: 5000, cacheMaxAge: 600_000 });
  }

  /** @throws Refusal UNAVAILABLE when it is not known and nobody can be asked; an error of jose when there is no such key */
  readonly keyOf = async (header: JWTHeaderParameters): Promise<CryptoKey> => {
    const key = await this.knownKeyOf(header);
    if (key) {
      if (!this.remote.fresh) void this.remote.reload().catch(() => undefined);
      return key;
    }
    return this.remote(header).catch((error: unknown) => {
      throw !(error instanceof errors.JOSEError) || UNREACHED.includes(error.code) ? new Refusal('UNAVAILABLE') : error;
    });
  };

  private async knownKeyOf(header: JWTHeaderParameters): Promise<CryptoKey | undefined> {
    const set = this.remote.jwks();
    if (!set) return undefined;
    if (this.known?.set !== set) this.known = { set, keyOf: createLocalJWKSet(set) };
    return this.known.keyOf(header).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined;
      throw error;
    });
  }
}
