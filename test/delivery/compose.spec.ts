import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSettings } from '../../apps/api/src/settings.js';

type Service = { image?: string; build?: string; command?: string[]; environment?: Record<string, string>; volumes?: string[]; ports?: string[]; depends_on?: Record<string, { condition: string }>; healthcheck?: object };

const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
/** As compose fills it in when nothing was set. */
const filled = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
const environment = (name: string): Record<string, string> => Object.fromEntries(Object.entries(services[name].environment ?? {}).map(([key, value]) => [key, filled(String(value))]));
const realm = JSON.parse(readFileSync('deploy/keycloak/woonbrug-realm.json', 'utf8')) as { realm: string; loginTheme: string; clients: { clientId: string; redirectUris?: string[] }[]; users: { credentials: { value: string }[] }[] };

describe('the compose file', () => {
  it('asks nothing of who starts it', () => {
    expect(readFileSync('docker-compose.yml', 'utf8')).not.toMatch(/\$\{\w+(:\?|\?|\})/);
  });

  it.each(['api', 'worker'])('gives the %s settings with which it starts', (name) => {
    expect(readSettings(environment(name))).toMatchObject({ publicUrl: 'http://localhost:3000', demo: true, embeddedSignIn: undefined });
  });

  it('runs programs that there are, all from one image', () => {
    for (const name of ['api', 'worker', 'migrate', 'trail-key']) {
      const [program, ...args] = services[name].command!;
      expect([program, services[name].build, existsSync(args.at(-1)!.replace(/^dist\//, '').replace(/\.js$/, '.ts'))]).toEqual(['node', '.', true]);
    }
  });

  it('names the same database, role and password on both sides', () => {
    const portal = new URL(environment('api').DATABASE_URL);
    const owner = new URL(environment('migrate').OWNER_URL);
    const postgres = environment('postgres');
    expect([portal.hostname, portal.pathname, portal.username, portal.password]).toEqual(['postgres', '/woonbrug', 'portal', environment('migrate').PORTAL_PASSWORD]);
    expect([owner.hostname, owner.pathname, owner.username, owner.password]).toEqual(['postgres', '/woonbrug', postgres.POSTGRES_USER, postgres.POSTGRES_PASSWORD]);
    // Where the database is made from.
    expect(postgres.POSTGRES_DB).toBe('postgres');
  });

  it('starts what is waited for, and waits for it the right way', () => {
    for (const { depends_on = {} } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(services)).toContain(name);
        if (condition === 'service_healthy') expect(services[name].healthcheck).toBeDefined();
      }
    }
    expect(services.api.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
  });

  it('keeps the heads of the trail, and their key, where its worker writes, and nobody who owns the database', () => {
    expect(environment('worker')).toMatchObject({ TRAIL_HEADS: '/trail', TRAIL_KEY: environment('trail-key').TRAIL_KEY });
    const mounted = Object.keys(services).filter((name) => services[name].volumes?.some((mount) => mount.startsWith('trail:')));
    expect(mounted.sort()).toEqual(['trail-key', 'worker']);
    const owns = new URL(environment('migrate').OWNER_URL).password;
    expect(owns).not.toBe('');
    for (const name of mounted) expect([name, JSON.stringify(services[name])]).toEqual([name, expect.not.stringMatching(new RegExp(`OWNER_URL|POSTGRES_PASSWORD|${owns}`))]);
    expect(Object.keys(environment('trail-key')).sort()).toEqual(['DEMO', 'TRAIL_KEY']);
    expect(services.worker.depends_on).toMatchObject({ 'trail-key': { condition: 'service_completed_successfully' } });
  });

  it.each([['true', true], ['false', false]])('makes the key of the trail for the demo only, and once (DEMO=%s)', (DEMO, made) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'woonbrug-key-'));
    const file = path.join(folder, 'key.pem');
    const [program, ...arguments_] = services['trail-key'].command!;
    const run = () => spawnSync(program, arguments_, { env: { PATH: process.env.PATH, DEMO, TRAIL_KEY: file } }).status;
    expect([run(), existsSync(file)]).toEqual([0, made]);
    if (made) {
      const key = readFileSync(file);
      expect([run(), readFileSync(file)]).toEqual([0, key]);
    }
    rmSync(folder, { recursive: true });
  });

  it('mounts only what there is', () => {
    for (const mount of Object.values(services).flatMap((service) => service.volumes ?? [])) {
      const [source] = mount.split(':');
      expect([mount, source.startsWith('.') ? existsSync(source) : source in volumes]).toEqual([mount, true]);
    }
  });

  it('opens ports on this machine only', () => {
    for (const port of Object.values(services).flatMap((service) => service.ports ?? [])) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('pins every image', () => {
    for (const { image, build } of Object.values(services)) if (!build) expect(image).toMatch(/:[v\d.]+$/);
  });

  it('lets Keycloak know the portal, in a realm whose passwords obey its own policy', () => {
    const issuer = new URL(environment('api').OIDC_ISSUER);
    expect([issuer.origin, issuer.pathname]).toEqual([environment('keycloak').KC_HOSTNAME, `/realms/${realm.realm}`]);
    expect(realm.clients.find(({ clientId }) => clientId === 'portal-web')?.redirectUris?.map((uri) => uri.replace(/\$\{\w+:(.*?)\}/, environment('keycloak').WOONBRUG_WEB_URL))).toEqual([`${environment('api').PUBLIC_URL}/auth/callback`]);
    expect(existsSync(`deploy/keycloak/theme/${realm.loginTheme}/login/theme.properties`)).toBe(true);
    for (const { credentials } of realm.users) expect(credentials[0].value.length).toBeGreaterThanOrEqual(12);
  });
});
