import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createPortal } from '../../apps/api/src/portal.js';
import { readSettings, type Settings } from '../../apps/api/src/settings.js';
import { freePort } from '../../scripts/ports.mjs';
import { copyDatabase } from './database.js';
import { SignInBrowser } from './sign-in.js';

export type Session = { name: string; capacities: { id: string; partnerId: string; partner: string; role: string; until: string | null }[] };
/** Which capacity of a person: its id, or what it must be to be the only one. */
export type Capacity = string | { role?: string; partner?: string };
export type Answer<Data> = { status: number; headers: Headers; data: Data; errors?: { message: string; path?: string[]; extensions: { code: string; fields?: { field: string; message: string }[]; version?: number } }[] };

/** A real portal on a real port, with a database and a sign-in of its own, and the people of the demo. */
export type TestPortal = {
  url: string;
  settings: Settings;
  app: NestExpressApplication;
  /** Address of the database for a superuser, whom no wall binds. */
  ownerUrl: string;
  /** What was logged so far. */
  logs: string[];
  /** Signs in as a browser would, and gives the access token; once for each person. */
  signIn(username: string): Promise<string>;
  session(username: string): Promise<Session>;
  /** `as`: username; without it nobody asks. `capacity` may be left out by who has only one. */
  graphql<Data = any>(query: string, variables?: object, who?: { as?: string; capacity?: Capacity }): Promise<Answer<Data>>; // eslint-disable-line @typescript-eslint/no-explicit-any
  stop(): Promise<void>;
};

/** Starts a sign-in beside a portal that is about to start, and gives its issuer. */
export type StartsSignIn = (portal: { url: string; databaseUrl: string; ownerUrl: string; home: string }) => Promise<string>;

/**
 * `embargo`: minutes in which what was sent can be taken back; 0 delivers at once, which most stories want; `env`: other settings;
 * `signIn`: one of its own beside the portal, where only people of that sign-in come in.
 */
export async function startPortal({ web = false, embargo = 0, env = {}, signIn: startSignIn }: { web?: boolean; embargo?: number; env?: { [setting: string]: string }; signIn?: StartsSignIn } = {}): Promise<TestPortal> {
  const home = mkdtempSync(path.join(tmpdir(), 'woonbrug-portal-'));
  const database = await copyDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = readSettings({ PORT: String(port), PUBLIC_URL: url, DATABASE_URL: database.url, POOL_SIZE: '5', REQUESTS_AT_ONCE: '100', REQUESTS_WAITING: '1000', ...(startSignIn ? { OIDC_ISSUER: await startSignIn({ url, databaseUrl: database.url, ownerUrl: database.ownerUrl, home }) } : { EMBEDDED_SIGN_IN: 'true' }), WOONBRUG_HOME: home, WEB_FOLDER: web ? 'dist/web' : '', EMBARGO_MINUTES: String(embargo), CHROMIUM: process.env.CHROMIUM, ...env });
  const logs: string[] = [];
  const app = await createPortal(settings, { write: (line) => void logs.push(line) });
  await app.listen(port, settings.host);

  /** A token lasts five minutes; some proofs last longer. */
  const tokens = new Map<string, Promise<string>>();
  const renewal = setInterval(() => tokens.clear(), 120_000).unref();
  const signIn = (username: string): Promise<string> => {
    const known = tokens.get(username) ?? new SignInBrowser(url).signIn(username, 'demo').then((given) => given.access_token);
    tokens.set(username, known);
    return known;
  };
  const session = async (username: string, tries = 5): Promise<Session> => {
    const response = await fetch(`${url}/session`, { headers: { authorization: `Bearer ${await signIn(username)}` } });
    if (response.status === 503 && tries > 1) {
      await setTimeout(1000); // who is told to come back does so
      return session(username, tries - 1);
    }
    if (!response.ok) throw new Error(`No session for ${username}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Session;
  };

  return {
    url,
    settings,
    app,
    ownerUrl: database.ownerUrl,
    logs,
    signIn,
    session,
    async graphql(query, variables = {}, { as, capacity } = {}) {
      const who = as ? { authorization: `Bearer ${await signIn(as)}`, 'x-capacity': chosen(await session(as), capacity) } : {};
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(who as Record<string, string>) }, body: JSON.stringify({ query, variables }) });
      return { status: response.status, headers: response.headers, ...((await response.json()) as { data: never }) };
    },
    async stop() {
      clearInterval(renewal);
      await app.close();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function chosen({ name, capacities }: Session, capacity: Capacity = {}): string {
  const fits = capacities.filter((one) => (typeof capacity === 'string' ? one.id === capacity : (!capacity.role || one.role === capacity.role) && (!capacity.partner || one.partner === capacity.partner)));
  if (fits.length !== 1) throw new Error(`${name} has ${fits.length} capacities that fit: name one of ${capacities.map(({ role, partner }) => `${role} at ${partner}`).join(', ')}`);
  return fits[0].id;
}
