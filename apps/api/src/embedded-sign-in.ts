import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { type Account, errors, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { DataSource } from 'typeorm';
import { Brake } from './embedded-sign-in.brake.js';
import { SIGN_OUT_SCRIPT, type SignInFault, signedOutPage, signInLostPage, signInPage, signOutPage } from './embedded-sign-in.pages.js';
import { removeExpired, signInStore } from './embedded-sign-in.store.js';
import { SIGN_IN_STYLE } from './embedded-sign-in.style.js';
import { REALM, type Settings } from './settings.js';

const OPENID = '/protocol/openid-connect';
const API = 'urn:portal-api';
/** Everybody's: this sign-in is for trying out only, and refuses to start in production (settings). */
const PASSWORD = 'demo';
const HOURS = 3600;

type KnownAccount = Account & { subject: string };

/** An OpenID provider with Keycloak's paths and claims, for trying out and for tests: mounted at `/realms/woonbrug`. */
export async function embeddedSignIn(settings: Settings, database: DataSource): Promise<RequestHandler> {
  await removeExpired(database);
  const findAccount = async (username: string): Promise<KnownAccount | undefined> => {
    const [account] = await database.query<{ subject: string; name: string }[]>('select subject, name from account_of($1)', [username]);
    return account && { accountId: username, subject: account.subject, claims: async () => ({ sub: account.subject, name: account.name, preferred_username: username }) };
  };
  const provider = createProvider(settings, database, findAccount);
  const router = Router();
  router.use('/assets', assets());
  router.get('/login/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    response.send(signInPage());
  });
  router.post('/login/:uid', express.urlencoded({ extended: false, limit: '10kb' }), signIn(provider, findAccount));
  router.use(((error, _, response, next) => (isLost(error) ? void response.status(400).send(signInLostPage()) : next(error))) as ErrorRequestHandler);
  const openid = provider.callback();
  router.use((request, response, next) => (/^\/(protocol\/openid-connect|\.well-known)\//.test(request.path) ? void openid(request, response) : next()));
  return router;
}

function createProvider(settings: Settings, database: DataSource, findAccount: (username: string) => Promise<KnownAccount | undefined>): Provider {
  const key = signingKey(settings.embeddedSignIn!);
  return new Provider(settings.issuer, {
    adapter: signInStore(database),
    jwks: { keys: [key] },
    clients: [
      {
        client_id: 'portal-web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${settings.publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${settings.publicUrl}/`],
        backchannel_logout_uri: `${settings.publicUrl}/session/ended`,
        backchannel_logout_session_required: true,
      },
    ],
    routes: { authorization: `${OPENID}/auth`, token: `${OPENID}/token`, jwks: `${OPENID}/certs`, userinfo: `${OPENID}/userinfo`, revocation: `${OPENID}/revoke`, end_session: `${OPENID}/logout` },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    cookies: { keys: [key.d!] },
    pkce: { required: () => true },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, RefreshToken: 8 * HOURS, Session: 8 * HOURS, Interaction: 600, Grant: 8 * HOURS },
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    findAccount: (_, username) => findAccount(username),
    // All that it asks is the portal, which may well be on this machine: that is what the dispatcher would forbid.
    fetch: (address, request) => fetch(address, { ...request, dispatcher: undefined } as RequestInit),
    // Our own web app needs no consent page. All tabs of a session share one grant: another one would end the first.
    loadExistingGrant: async (ctx) => {
      const shared = ctx.oidc.session!.grantIdFor(ctx.oidc.client!.clientId);
      const known = shared ? await ctx.oidc.provider.Grant.find(shared) : undefined;
      if (known?.accountId === ctx.oidc.session!.accountId) return known;
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(API, '');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(form, Boolean(ctx.oidc.entities.IdTokenHint))),
        postLogoutSuccessSource: (ctx) => void (ctx.body = signedOutPage()),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: '', audience: 'portal-api', accessTokenFormat: 'jwt', accessTokenTTL: 300, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
    formats: {
      customizers: {
        jwt: (ctx, token, jwt) => {
          if (!('accountId' in token)) return;
          const { subject } = ctx.oidc.account as KnownAccount;
          Object.assign(jwt.payload, { typ: 'Bearer', azp: token.clientId, sub: subject, preferred_username: token.accountId, sid: token.sid, auth_time: authTimeOf(ctx) });
        },
      },
    },
    // The provider's own pages are in English and load a font from elsewhere.
    renderError: (ctx) => void (ctx.body = signInLostPage()),
    // It asks this even for its own address: browsers name the origin of every POST.
    clientBasedCORS: (_, origin) => origin === settings.publicUrl,
    interactions: { url: (_, interaction) => `${REALM}/login/${interaction.uid}` },
  });
}

/** When the one whose code or refresh token is traded in last typed her password. */
const authTimeOf = ({ oidc: { entities } }: KoaContextWithOIDC): number | undefined => (entities.RefreshToken ?? entities.AuthorizationCode)?.authTime;

function signIn(provider: Provider, findAccount: (username: string) => Promise<KnownAccount | undefined>): RequestHandler {
  const brake = new Brake();
  return async (request: Request, response: Response) => {
    await provider.interactionDetails(request, response);
    const typed = request.body as Record<string, unknown>;
    const username = typeof typed.username === 'string' ? typed.username.trim().toLowerCase() : '';
    const refuse = (status: number, ...faults: SignInFault[]) => void response.status(status).send(signInPage(faults, username));
    const missing: SignInFault[] = [];
    if (!username) missing.push({ field: 'username', message: 'Vul uw gebruikersnaam in.' });
    if (!typed.password) missing.push({ field: 'password', message: 'Vul uw wachtwoord in.' });
    if (missing.length) return refuse(400, ...missing);
    const seconds = brake.wait(username);
    if (seconds) return refuse(429, { message: `Te veel foute pogingen. Wacht ${seconds} seconden en probeer het opnieuw.` });
    const account = typed.password === PASSWORD ? await findAccount(username) : undefined;
    if (!account) {
      brake.failed(username);
      return refuse(401, { message: 'Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar.' });
    }
    brake.succeeded(username);
    await provider.interactionFinished(request, response, { login: { accountId: username, amr: ['pwd'] } }, { mergeWithLastSubmission: false });
  };
}

/** Looks, letters and the one script of the pages: files, because the policy of the pages allows nothing inside them. */
function assets(): RequestHandler {
  const letters = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'));
  const router = Router();
  router.get('/sign-in.css', (_, response) => void response.type('css').send(SIGN_IN_STYLE));
  router.get('/sign-out.js', (_, response) => void response.type('js').send(SIGN_OUT_SCRIPT));
  router.use(express.static(letters, { index: false, etag: false, setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=86400') }));
  return router;
}

/** The person came too late, or from another browser. */
const isLost = (error: unknown): boolean => error instanceof errors.SessionNotFound || error instanceof errors.InvalidRequest;

/** Made once and kept, so that people stay signed in over a restart. */
function signingKey(home: string): JWK {
  const file = path.join(home, 'sign-in.key.pem');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(file, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return { ...(createPrivateKey(readFileSync(file)).export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256' };
}
