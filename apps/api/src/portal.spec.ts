import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPortal, type TestPortal } from '../../../test/support/portal.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the front door', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal({ web: true })));
  afterAll(() => portal.stop());

  const ask = (path: string, init: RequestInit = {}) => fetch(`${portal.url}${path}`, init);
  const post = (body: string, headers: Record<string, string> = JSON_TYPE, path = '/graphql') => ask(path, { method: 'POST', headers, body });
  const codeOf = async (response: Response) => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0].extensions.code;

  it('gives each path of the web app its one page, which is asked for anew each time', async () => {
    for (const path of ['/', '/clienten/1234']) {
      const response = await ask(path, { headers: { accept: 'text/html,*/*' } });
      expect([response.status, response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([200, 'no-cache', 'text/html; charset=utf-8']);
    }
  });

  it('lets the files of the page be kept for good', async () => {
    const page = await (await ask('/', { headers: { accept: 'text/html' } })).text();
    const [script] = /\/assets\/[\w-]+\.js/.exec(page)!;
    expect((await ask(script)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('has nothing inside the page that its policy forbids', async () => {
    const response = await ask('/', { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
    expect(await response.text()).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)/);
  });

  it.each(['/graphql/x', '/health/x', '/session/x', '/realms/woonbrug/x', '/assets/x.js', '/config.json/x'])('answers %s, which is nowhere, as a program wants it', async (path) => {
    const response = await ask(path, { headers: { accept: 'text/html,*/*' } });
    expect([response.status, await codeOf(response)]).toEqual([404, 'NOT_FOUND']);
  });

  it('tells the web app where people sign in', async () => {
    expect(await (await ask('/config.json')).json()).toEqual({ authority: `${portal.url}/realms/woonbrug`, clientId: 'portal-web', demo: true, mails: false, persisted: true });
  });

  it('lets no answer be kept or compared', async () => {
    for (const path of ['/session', '/config.json', '/health/ready']) {
      const { headers } = await ask(path);
      expect([path, headers.get('cache-control'), headers.get('etag'), headers.get('x-powered-by'), headers.get('x-content-type-options')]).toEqual([path, 'no-store', null, null, 'nosniff']);
    }
  });

  it('is no place to ask with GET', async () => {
    const response = await ask(`/graphql?query=${encodeURIComponent('{ me { name } }')}`);
    expect([response.status, response.headers.get('allow'), await codeOf(response)]).toEqual([405, 'POST', 'BAD_REQUEST']);
  });

  it('takes no token in an address', async () => {
    const response = await post('{"query":"{ __typename }"}', JSON_TYPE, '/graphql?access_token=x');
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('refuses what a page elsewhere may send unasked: %s', async (type) => {
    const response = await post('{"query":"{ __typename }"}', { 'content-type': type });
    expect([response.status, await codeOf(response)]).toEqual([415, 'BAD_REQUEST']);
  });

  it('refuses JSON that is broken', async () => {
    const response = await post('{"query":');
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('refuses more than 100 kB', async () => {
    const response = await post(JSON.stringify({ query: 'x'.repeat(101 * 1024) }));
    expect([response.status, await codeOf(response)]).toEqual([413, 'LIMIT']);
  });

  it('refuses what is packed, however small', async () => {
    const response = await post('x', { ...JSON_TYPE, 'content-encoding': 'gzip' });
    expect([response.status, await codeOf(response)]).toEqual([415, 'BAD_REQUEST']);
  });

  it('survives a caller who hangs up halfway', async () => {
    await new Promise<void>((resolve) => {
      const request = rawRequest(`${portal.url}/graphql`, { method: 'POST', headers: { ...JSON_TYPE, 'content-length': '5000' } });
      request.on('error', () => resolve());
      request.write('{"query":');
      setTimeout(() => request.destroy(new Error('gone')), 50);
    });
    expect((await ask('/health/ready')).status).toBe(200);
  });
});
