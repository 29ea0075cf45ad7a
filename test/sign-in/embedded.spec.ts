import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import express from 'express';
import { DataSource } from 'typeorm';
import { embeddedSignIn } from '../../apps/api/src/embedded-sign-in.js';
import { REALM, readSettings } from '../../apps/api/src/settings.js';
import { freePort } from '../../scripts/ports.mjs';
import { fillSignIn } from '../support/browser.js';
import { signInContract } from './contract.js';

type Json = { [name: string]: unknown };
const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (token: string, at: 0 | 1): Json => JSON.parse(Buffer.from(token.split('.')[at], 'base64url').toString()) as Json;

// On a port of its own, as a Keycloak would be.
signInContract('the embedded provider', async ({ url, databaseUrl, ownerUrl, home }) => {
  const port = await freePort();
  const issuer = `http://localhost:${port}${REALM}`;
  const keyFile = path.join(home, 'sign-in.key.pem');
  const settings = { ...readSettings({ PUBLIC_URL: url, DATABASE_URL: databaseUrl, EMBEDDED_SIGN_IN: 'true', WOONBRUG_HOME: home }), issuer };
  const database = await new DataSource({ type: 'postgres', url: databaseUrl, poolSize: 2 }).initialize();
  let server: Server | undefined;
  const start = async () => {
    const app = express().use(REALM, await embeddedSignIn(settings, database));
    server = createServer(app);
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  };
  const close = async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  };
  await start();
  return {
    issuer,
    password: 'demo',
    fill: (page, username, password = 'demo') => fillSignIn(page, username, password),
    // Its accounts are the people of the portal.
    async disable(username) {
      const owner = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
      await owner.query('update person set active = false, version = version + 1 where username = $1', [username]);
      await owner.destroy();
    },
    async rotate() {
      await close();
      rmSync(keyFile);
      await start();
    },
    async wrongTokens(good) {
      const key = createPrivateKey(readFileSync(keyFile));
      const header = read(good, 0);
      const seal = (claims: Json, by = key, head: Json = header) => {
        const body = `${part(head)}.${part({ ...read(good, 1), ...claims })}`;
        return `${body}.${sign('sha256', Buffer.from(body), by).toString('base64url')}`;
      };
      const unsigned = `${part({ ...header, alg: 'HS256' })}.${part(read(good, 1))}`;
      return {
        audience: seal({ aud: 'account' }),
        client: seal({ azp: 'admin-cli' }),
        issuer: seal({ iss: `${issuer}-2` }),
        type: seal({ typ: 'ID' }),
        algorithm: `${unsigned}.${createHmac('sha256', key.export({ type: 'pkcs8', format: 'pem' })).update(unsigned).digest('base64url')}`,
        key: seal({}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      };
    },
    async stop() {
      await close();
      if (database.isInitialized) await database.destroy();
    },
  };
});
