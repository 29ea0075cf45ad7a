import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { PATIENCE } from '../../apps/api/src/database.js';
import { isApi } from '../../apps/api/src/portal.doors.js';
import { readSettings } from '../../apps/api/src/settings.js';
import { container, filledIn, stackFault } from '../../scripts/stack.mjs';

type Service = { command?: string[]; environment: Record<string, string>; ports?: string[]; volumes?: string[]; profiles?: string[] };
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service> };
const file = (name: string): string => readFileSync(`deploy/stack/${name}`, 'utf8');
const wanted = (text: string): string[] => [...new Set([...text.matchAll(/\$\{([A-Z_0-9]+)\}/g)].map(([, name]) => name))].sort();
const nginx = file('portal.conf').replace(/#.*$/gm, '');
const said = (directive: string): string[] => [...nginx.matchAll(new RegExp(`\\b${directive} ([^;]+);`, 'g'))].map(([, value]) => value);
const { poolSize: pool } = readSettings({ PUBLIC_URL: 'http://localhost', DATABASE_URL: 'postgres://x', OIDC_ISSUER: 'http://localhost/realms/woonbrug' });

describe('the stack of more than one machine', () => {
  it('runs what the containers run', () => {
    for (const name of ['api', 'worker', 'migrate', 'trail-key']) expect(container(name).args).toEqual(services[name].command!.slice(1));
    expect([services['api-2'].command, services['api-2'].environment]).toEqual([services.api.command, services.api.environment]);
  });

  it('has one configuration of nginx, which compose mounts and fills in with addresses that there are', () => {
    const { environment, volumes, profiles } = services.nginx;
    expect(wanted(file('portal.conf'))).toEqual(Object.keys(environment).sort());
    expect([volumes![0].split(':')[0], profiles, services['api-2'].profiles]).toEqual(['./deploy/stack/portal.conf', ['scale'], ['scale']]);
    for (const [, name, port] of environment.API_SERVERS.matchAll(/server ([\w-]+):(\d+)/g)) expect([name, services[name]?.environment.PORT]).toEqual([name, port]);
    expect(services.nginx.ports![0]).toMatch(new RegExp(`:${environment.LISTEN}$`));
  });

  it('lets somewhat more questions through than the apis take, and not many times as many', () => {
    const { atOnce, waiting } = readSettings(container('api').env);
    const taken = 2 * (atOnce + waiting);
    expect(Number(services.nginx.environment.AT_MOST)).toBeGreaterThan(taken);
    expect(Number(services.nginx.environment.AT_MOST)).toBeLessThan(2 * taken);
  });

  it('refuses to fill in a template of which something is not known', () => {
    expect(() => filledIn('portal.conf', { LISTEN: '80', AT_MOST: 64 })).toThrow('deploy/stack/portal.conf wants API_SERVERS, which nobody gives.');
  });

  it('waits in nginx for longer than the portal takes, and keeps a connection for less long than Node does', () => {
    const seconds = (directive: string) => said(directive).map((value) => Number(/^(\d+)s$/.exec(value)![1]));
    expect(Math.min(...seconds('proxy_read_timeout'))).toBeGreaterThan((PATIENCE.connection + PATIENCE.statement) / 1000);
    expect(Math.max(...seconds('keepalive_timeout')) * 1000).toBeLessThan(createServer().keepAliveTimeout);
    // What timed out is not asked of another api.
    expect(Math.max(...seconds('proxy_next_upstream_timeout'))).toBeLessThan(Math.min(...seconds('proxy_read_timeout')));
  });

  it('asks once more only where a key makes that harmless', () => {
    const locations = [...nginx.matchAll(/location ([^{]+) \{\n([\s\S]*?)\n {2}\}/g)].filter(([, , body]) => body.includes('non_idempotent'));
    expect(locations.map(([, where]) => where)).toEqual(['= /graphql']);
  });

  it('takes as much as the portal takes, keeps none of it on a disk, and writes no address down', () => {
    const sizes = said('client_max_body_size').map((size) => Number.parseInt(size, 10) * (size.endsWith('m') ? 1024 * 1024 : 1024));
    expect(Math.min(...sizes)).toBeGreaterThan(100 * 1024);
    expect(Math.max(...sizes)).toBeGreaterThan(readSettings({ ...container('api').env, ATTACHMENT_MB: '25' }).attachment);
    expect([said('proxy_max_temp_file_size'), said('access_log'), said('proxy_request_buffering'), said('client_body_buffer_size')]).toEqual([['0'], ['off'], ['off'], said('client_max_body_size').slice(0, 1)]);
    expect(file('nginx.conf')).toMatch(/error_log stderr alert;/);
  });

  it('tells the api who asks, in place of what she said of it, and names only doors of the api', () => {
    expect(said('proxy_set_header X-Forwarded-For')).toEqual(['$remote_addr']);
    const doors = [...nginx.matchAll(/location ~ \^\/\(([\w|]+)\)/g)].flatMap(([, names]) => names.split('|'));
    expect(doors.filter((door) => !isApi(`/${door}`))).toEqual([]);
    expect(doors).toEqual(expect.arrayContaining(['sign', 'signal', 'calendar', 'attachment', 'import']));
  });

  it('answers a write when both PostgreSQLs have it, and has a connection for each who may want one', () => {
    const { bootstrap: { dcs } } = parse(file('patroni.yml').replace(/\$\{\w+\}/g, 'x')) as { bootstrap: { dcs: { synchronous_mode: boolean; ttl: number; loop_wait: number; retry_timeout: number; postgresql: { parameters: { max_connections: number } } } } };
    expect(dcs.synchronous_mode).toBe(true);
    expect(dcs.ttl).toBeGreaterThanOrEqual(Math.max(20, dcs.loop_wait + 2 * dcs.retry_timeout));
    const queues = 4;
    expect(dcs.postgresql.parameters.max_connections).toBeGreaterThan(2 * pool + 2 * (pool + queues) + 10);
  });

  it('leads to the primary alone, and takes the connections of who is none any more', () => {
    expect(file('haproxy.cfg')).toMatch(/option httpchk OPTIONS \/primary\n/);
    expect(file('haproxy.cfg')).toMatch(/on-marked-down shutdown-sessions/);
    expect([...file('haproxy.cfg').matchAll(/^ {2}bind /gm)]).toHaveLength(1);
  });

  it('says what a machine lacks, and how to install it', async () => {
    expect(await stackFault([], '/nowhere')).toBe('it needs nginx, haproxy, patroni, etcd-server, postgresql-15, and on this machine there is none (Debian 12: apt-get install -y --no-install-recommends nginx haproxy patroni etcd-server postgresql-15).');
  });
});
