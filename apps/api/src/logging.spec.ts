import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPortal, type TestPortal } from '../../../test/support/portal.js';
import { createLog } from './logging.js';

describe('the log', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal()));
  afterAll(() => portal.stop());

  it('has one line for a request, with its number, and nothing of what was asked', async () => {
    const token = await portal.signIn('ann.maes');
    const response = await fetch(`${portal.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: 'query Vraag($naam: String) { __typename }', variables: { naam: 'Verzonnen Cliënt' } }),
    });
    await response.text();
    await fetch(`${portal.url}/clienten/Verzonnen%20Cli%C3%ABnt?zoek=geheim`);
    await fetch(`${portal.url}/session`, { headers: { authorization: `Bearer ${token}` } });
    const lines = portal.logs.map((line) => JSON.parse(line) as Record<string, unknown>);
    const line = lines.find(({ request }) => request === response.headers.get('x-request-id'));
    expect(line).toEqual({ level: 30, time: expect.any(String), app: 'api', request: expect.any(String), method: 'POST', route: '/graphql', status: response.status, ms: expect.any(Number), msg: 'request' });
    expect(lines.map(({ route }) => route)).toEqual(expect.arrayContaining(['/realms/woonbrug/login/:uid', '/realms/woonbrug/protocol/openid-connect/token', '/*']));
    for (const secret of [token, token.split('.')[2], 'ann.maes', 'Verzonnen', 'geheim', 'Vraag', '__typename', 'code=']) expect(portal.logs.join('')).not.toContain(secret);
  });

  it('tells of an error of the database only its kind and where it happened', () => {
    const written: string[] = [];
    const log = createLog('test', { write: (line) => void written.push(line) });
    log.error({ err: Object.assign(new Error('Key (name)=(Verzonnen Cliënt) already exists'), { code: '23505', query: 'select', parameters: ['Verzonnen'] }) });
    const { err } = JSON.parse(written[0]) as { err: { at: string[] } };
    expect(err).toEqual({ type: 'Error', code: '23505', at: expect.any(Array) });
    expect(err.at[0]).toContain('logging.spec');
    expect(written[0]).not.toContain('Verzonnen');
  });
});
