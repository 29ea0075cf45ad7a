import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram } from '../cast/cast.js';
import { aDraft, aNote, codeOf, must, send } from '../cast/scenes.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const WRITE = 'mutation ($key: ID!, $dossierId: ID!, $id: ID, $version: Int!, $dataClass: DataClass!, $body: String!) { writeNote(key: $key, dossierId: $dossierId, id: $id, version: $version, dataClass: $dataClass, body: $body) { id body } }';

describe('a note on health in a draft', () => {
  let portal: TestPortal;
  beforeAll(async () => (portal = await startPortal()));
  afterAll(() => portal.stop());

  it('can be wiped again, and what was wiped is not sent', async () => {
    const draft = await aDraft(portal);
    const id = await aNote(portal, ann, draft.id, 'HEALTH', 'Herstelt van een operatie.');
    await must(portal, ann, WRITE, { key: randomUUID(), dossierId: draft.id, id, version: 1, dataClass: 'HEALTH', body: '' });
    await send(portal, draft);
    const { referral } = await must<{ referral: { notes: { body: string }[] } }>(portal, bram, 'query ($id: ID!) { referral(id: $id) { notes { body } } }', { id: draft.id });
    expect(JSON.stringify(referral)).not.toContain('operatie');
    expect(referral.notes.map(({ body }) => body).join('')).toBe('');
  });

  it('cannot begin empty', async () => {
    const draft = await aDraft(portal);
    expect(codeOf(await portal.graphql(WRITE, { key: randomUUID(), dossierId: draft.id, version: 0, dataClass: 'HEALTH', body: '  ' }, ann))).toBe('INVALID');
  });

  it('is not changed once the referral was sent', async () => {
    const draft = await aDraft(portal);
    const id = await aNote(portal, ann, draft.id, 'HEALTH', 'Herstelt van een operatie.');
    await send(portal, draft);
    expect(codeOf(await portal.graphql(WRITE, { key: randomUUID(), dossierId: draft.id, id, version: 1, dataClass: 'HEALTH', body: 'Iets anders.' }, ann))).toBe('NOT_POSSIBLE');
  });
});
