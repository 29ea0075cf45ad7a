import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createPortal } from '../../apps/api/src/portal.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { freePort } from '../../scripts/ports.mjs';
import { SignInBrowser } from '../support/sign-in.js';
import type { Person } from '../cast/cast.js';
import type { Raw } from './asking.js';
import { type Dice } from './world.js';

async function asOwner(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A portal on a copy of a database that a story filled; `differs`: what is otherwise in this world. Nobody may be connected to the story's. */
export async function worldOf(story: string, differs: readonly string[] = []) {
  const name = `w_${randomBytes(6).toString('hex')}`;
  const at = (address: string, database: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
  const admin = process.env.TEST_OWNER_URL!;
  await asOwner(admin, [`create database ${name} template ${new URL(story).pathname.slice(1)}`]);
  await asOwner(at(admin, name), ['set session_replication_role = replica', ...differs]);
  const home = mkdtempSync(path.join(tmpdir(), 'woonbrug-world-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = readSettings({ PORT: String(port), PUBLIC_URL: url, DATABASE_URL: at(process.env.TEST_DATABASE_URL!, name), POOL_SIZE: '2', EMBEDDED_SIGN_IN: 'true', WOONBRUG_HOME: home, WEB_FOLDER: '', EMBARGO_MINUTES: '0' });
  const app = await createPortal(settings, { write: () => undefined });
  await app.listen(port, settings.host);
  const known = new Map<Person, Promise<Record<string, string>>>();
  // A token lasts five minutes.
  const renewal = setInterval(() => known.clear(), 120_000).unref();
  const headersOf = async ({ as, capacity }: Person) => {
    const authorization = `Bearer ${(await new SignInBrowser(url).signIn(as, 'demo')).access_token}`;
    const session = (await (await fetch(`${url}/session`, { headers: { authorization } })).json()) as { capacities: { id: string; role: string; partner: string }[] };
    return { 'content-type': 'application/json', authorization, 'x-capacity': session.capacities.find(({ role, partner }) => role === capacity.role && partner === capacity.partner)!.id };
  };
  return {
    app,
    async ask(who: Person, question: { query: string; variables: object }): Promise<Raw> {
      const headers = known.get(who) ?? headersOf(who);
      known.set(who, headers);
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: await headers, body: JSON.stringify(question) });
      const kept = [...response.headers].filter(([header]) => !['date', 'x-request-id'].includes(header)).map(([header, value]) => `${header}: ${value.replaceAll(url, '')}`);
      return { status: response.status, headers: kept.sort().join('\n'), body: await response.text() };
    },
    async stop() {
      clearInterval(renewal);
      await app.close();
      await asOwner(admin, [`drop database ${name} with (force)`]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What a new row brings of itself: its id, its number, its secret and the moment at which it was made; the same words in the same places. */
export function newThings(known: ReadonlySet<string>, since: string): (raw: Raw) => Raw {
  const names = new Map<string, string>();
  const named = (id: string) => names.get(id) ?? names.set(id, `new-${names.size}`).get(id)!;
  return (raw) => ({
    ...raw,
    body: raw.body
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : named(id)))
      .replaceAll(/\/calendar\/[\w-]{43}\.ics/g, '/calendar/secret.ics')
      .replaceAll(/(?:DV|VR|BM)-\w{4}-\w{2}/g, (number) => (known.has(number) ? number : named(number)))
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (moment) => (moment > since ? 'later' : moment)),
  });
}

export const shuffled = <T>(dice: Dice, list: readonly T[]): T[] => list.map((each) => [dice.next(), each] as const).sort(([a], [b]) => a - b).map(([, each]) => each);
