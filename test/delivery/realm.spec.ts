import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Client = {
  clientId: string; publicClient: boolean; standardFlowEnabled: boolean; implicitFlowEnabled: boolean; directAccessGrantsEnabled: boolean; serviceAccountsEnabled: boolean; fullScopeAllowed: boolean;
  redirectUris?: string[]; webOrigins?: string[]; attributes?: Record<string, string>; defaultClientScopes?: string[]; optionalClientScopes?: string[]; secret?: string;
  protocolMappers?: { protocolMapper: string; config: Record<string, string> }[];
};
type Realm = Record<string, unknown> & { clients: Client[]; roles: { realm: { name: string; composites?: object }[] }; defaultDefaultClientScopes: string[]; defaultOptionalClientScopes: string[]; clientScopes: { name: string; protocolMappers?: { protocolMapper: string; config: Record<string, string> }[] }[] };

const read = (file: string) => JSON.parse(readFileSync(`deploy/keycloak/${file}`, 'utf8')) as Realm;
const realm = read('woonbrug-realm.json');
const [web] = realm.clients.filter(({ clientId }) => clientId === 'portal-web');

/** What a realm must be, whatever else is changed in it (TK-19). */
describe('the realm', () => {
  it('gives tokens for minutes, renews each once, and brakes guessing', () => {
    expect(realm).toMatchObject({ sslRequired: 'external', defaultSignatureAlgorithm: 'RS256', revokeRefreshToken: true, refreshTokenMaxReuse: 0, bruteForceProtected: true, registrationAllowed: false, rememberMe: false, resetPasswordAllowed: false, editUsernameAllowed: false });
    expect(realm.accessTokenLifespan).toBeLessThanOrEqual(300);
    expect(realm.accessCodeLifespan).toBeLessThanOrEqual(60);
    expect(realm.ssoSessionIdleTimeout).toBeLessThanOrEqual(1800);
    expect(realm.failureFactor).toBeLessThanOrEqual(5);
    expect(realm.passwordPolicy).toMatch(/length\((1[2-9]|[2-9]\d)\)/);
  });

  it('lets only the web app sign people in, by a code with a proof key, back to one address', () => {
    expect(realm.clients.filter(({ standardFlowEnabled }) => standardFlowEnabled).map(({ clientId }) => clientId)).toEqual(['portal-web']);
    for (const { clientId, implicitFlowEnabled, directAccessGrantsEnabled, serviceAccountsEnabled, fullScopeAllowed, secret } of realm.clients) {
      expect([clientId, implicitFlowEnabled, directAccessGrantsEnabled, serviceAccountsEnabled, fullScopeAllowed, secret]).toEqual([clientId, false, false, false, false, undefined]);
    }
    expect(web.attributes?.['pkce.code.challenge.method']).toBe('S256');
    expect(web.redirectUris).toEqual(['${WOONBRUG_WEB_URL:http://localhost:3000}/auth/callback']);
    expect(web.webOrigins).toEqual(['${WOONBRUG_WEB_URL:http://localhost:3000}']);
    for (const address of [...web.redirectUris!, ...web.webOrigins!, web.attributes!['post.logout.redirect.uris']]) expect(address).not.toContain('*');
  });

  it('tells the portal of each session that ends', () => {
    expect(web.attributes).toMatchObject({ 'backchannel.logout.url': '${WOONBRUG_API_URL:http://localhost:3000}/session/ended', 'backchannel.logout.session.required': 'true' });
  });

  it('gives nobody a token for when she is away, nor a role that says what she may', () => {
    const usual = realm.roles.realm.find(({ name }) => name === 'default-roles-woonbrug');
    expect(JSON.stringify(usual?.composites)).not.toMatch(/offline_access|uma_authorization/);
    for (const scopes of [realm.defaultDefaultClientScopes, realm.defaultOptionalClientScopes, web.defaultClientScopes!, web.optionalClientScopes!]) expect(scopes).not.toContain('offline_access');
    expect(realm.roles.realm.map(({ name }) => name).sort()).toEqual(['default-roles-woonbrug', 'offline_access', 'uma_authorization']);
  });

  it('says in the token for whom it is, and when she proved who she is', () => {
    expect(web.protocolMappers?.map(({ protocolMapper, config }) => [protocolMapper, config['included.client.audience']])).toEqual([['oidc-audience-mapper', 'portal-api']]);
    const claims = realm.clientScopes.filter(({ name }) => web.defaultClientScopes!.includes(name)).flatMap(({ protocolMappers = [] }) => protocolMappers);
    expect(claims.find(({ config }) => config['claim.name'] === 'auth_time')?.config['access.token.claim']).toBe('true');
    expect(claims.some(({ protocolMapper }) => protocolMapper === 'oidc-acr-mapper')).toBe(true);
  });

  it('may be signed in to by the Flemish government, once somebody says so, which believes no address of mail and hands over no national number', () => {
    const { config, ...provider } = read('acm-idm.json') as unknown as { config: Record<string, string> };
    expect(provider).toMatchObject({ enabled: false, trustEmail: false, storeToken: false, firstBrokerLoginFlowAlias: 'first broker login' });
    expect(config).toMatchObject({ validateSignature: 'true', useJwksUrl: 'true', pkceEnabled: 'true', pkceMethod: 'S256' });
    expect(config.defaultScope.split(' ')).not.toContain('rrn');
    for (const name of ['issuer', 'authorizationUrl', 'tokenUrl', 'userInfoUrl', 'jwksUrl', 'logoutUrl']) expect(config[name]).toMatch(/^\$\{ACM_IDM_URL:https:/);
    expect([config.clientId, config.clientSecret]).toEqual(['${ACM_IDM_CLIENT_ID:vul-in}', '${ACM_IDM_CLIENT_SECRET:vul-in}']);
  });
});
