import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { startKeycloak } from '../../scripts/keycloak.mjs';
import { KEYCLOAK_PASSWORD } from '../../scripts/people.mjs';
import { freePort } from '../../scripts/ports.mjs';
import { signInContract } from '../sign-in/contract.js';
import { fillKeycloak } from '../sign-in/keycloak-page.js';

type Json = { [name: string]: unknown };

signInContract('Keycloak', async ({ url }) => {
  const log = path.join(mkdtempSync(path.join(tmpdir(), 'woonbrug-keycloak-')), 'keycloak.log');
  const keycloak = await startKeycloak({ port: await freePort(), managementPort: await freePort(), webUrl: url, log });
  const realm = `${keycloak.url}/admin/realms/woonbrug`;

  const tokenOf = async (inRealm: string, form: Record<string, string>): Promise<string> => {
    const answer = await fetch(`${keycloak.url}/realms/${inRealm}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(form) });
    expect([form.client_id, answer.status]).toEqual([form.client_id, 200]);
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  const ofAdmin = () => tokenOf('master', { grant_type: 'password', client_id: 'admin-cli', username: keycloak.admin.username, password: keycloak.admin.password });
  /** Asks Keycloak's admin; lives a minute, so it signs in for each. */
  const admin = async <Answer = Json>(method: string, at: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${realm}${at}`, { method, headers: { authorization: `Bearer ${await ofAdmin()}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
    const text = await answer.text();
    expect([method, at, answer.status, answer.ok ? '' : text]).toEqual([method, at, answer.status, '']);
    return (text ? JSON.parse(text) : {}) as Answer;
  };
  const userId = async (username: string) => (await admin<{ id: string }[]>('GET', `/users?username=${username}&exact=true`))[0].id;

  /** A program with an account of its own in the realm, which may get tokens by itself. */
  const program = async (clientId: string, more: Json): Promise<string> => {
    await admin('POST', '/clients', { clientId, protocol: 'openid-connect', publicClient: false, secret: 'geheim', serviceAccountsEnabled: true, standardFlowEnabled: false, defaultClientScopes: ['basic', 'profile', 'roles', 'acr'], ...more });
    return tokenOf('woonbrug', { grant_type: 'client_credentials', client_id: clientId, client_secret: 'geheim' });
  };
  const forUs = [{ name: 'aud portal-api', protocol: 'openid-connect', protocolMapper: 'oidc-audience-mapper', config: { 'included.client.audience': 'portal-api', 'access.token.claim': 'true' } }];

  // The template for the Flemish government, with its own usual values.
  const acm = readFileSync('deploy/keycloak/acm-idm.json', 'utf8').replace(/\$\{\w+:([^}]*)\}/g, '$1');
  await admin('POST', '/identity-provider/instances', JSON.parse(acm) as Json);

  return {
    issuer: keycloak.issuer,
    password: KEYCLOAK_PASSWORD,
    fill: fillKeycloak,
    async disable(username) {
      const id = await userId(username);
      await admin('PUT', `/users/${id}`, { ...(await admin('GET', `/users/${id}`)), enabled: false });
      // Keycloak tells nobody of the first.
      await admin('POST', `/users/${id}/logout`);
    },
    async rotate() {
      const { id: parentId } = await admin('GET', '');
      const config = { priority: ['200'], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] };
      await admin('POST', '/components', { name: 'next', providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider', parentId, config });
    },
    wrongTokens: async () => ({
      audience: await program('other-program', {}),
      client: await program('for-us', { protocolMappers: forUs }),
      issuer: await ofAdmin(),
      algorithm: await program('other-algorithm', { protocolMappers: forUs, attributes: { 'access.token.signed.response.alg': 'ES256' } }),
    }),
    stop: keycloak.stop,
  };
});
