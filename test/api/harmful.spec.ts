import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, geert, katrien, lies } from '../cast/cast.js';
import { aClient, aDraft, aNote, aReferral, ask, cause, codeOf, receive } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { read } from '../stories/shown.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const SQL = [`' or '1'='1`, `'; drop table client; --`, `"; select pg_sleep(5); --`, `') union select id from person --`, `\\'; delete from trail; --`, `$1`, `$$; select 1; $$`, `%`, `_`, `\\`, `0x27`, `' || (select version()) || '`, `admin'/*`, `{{7*7}}`, `\${jndi:ldap://x}`, `1; copy client to program 'x'`, `:id`, `?`];
const SCRIPTS = [`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `javascript:alert(1)`, `</textarea><svg/onload=alert(1)>`, `{{constructor.constructor('alert(1)')()}}`, `\u202Etxt.exe`, `Subject: x\r\nBcc: y@z.example`];

describe('a harmful text', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const save = (id: string, version: number, changes: object) => read(portal, ann, 'mutation ($key: ID!, $id: ID!, $version: Int!, $changes: ReferralChanges!) { saveDraft(key: $key, id: $id, version: $version, changes: $changes) { version question debtsNote phone street } }', { key: randomUUID(), id, version, changes });

  it.each([...SQL, ...SCRIPTS])('comes back as it was typed, and does nothing: %s', async (text) => {
    const draft = await aDraft(portal);
    const { saveDraft } = await save(draft.id, draft.version, { question: text, debtsNote: text, phone: text.slice(0, 30), street: text });
    expect(saveDraft).toMatchObject({ question: text, debtsNote: text, street: text });
    await aNote(portal, ann, draft.id, 'HEALTH', text);
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { notes { body } } }', { id: draft.id })).referral.notes).toEqual([{ body: text }]);
    expect(await truth.rows('select question, street from referral where id = $1', [draft.id])).toEqual([{ question: text, street: text }]);
  });

  it('is a name like any other, and found again', async () => {
    for (const text of [...SQL, ...SCRIPTS]) {
      const client = await aClient(portal, ann, { givenName: 'Anna', familyName: `${text} Xx` });
      const { clients } = await read(portal, ann, 'query ($words: String!) { clients(words: $words, first: 50) { nodes { id } } }', { words: `Anna ${text}` });
      expect([text, clients.nodes.map(({ id }: { id: string }) => id)]).toEqual([text, expect.arrayContaining([client.id])]);
    }
  });

  it('that no database keeps is refused in a search too', async () => {
    expect(codeOf(await portal.graphql('query ($words: String!) { clients(words: $words) { next } }', { words: 'a\u0000b' }, ann))).toBe('INVALID');
  });

  it('in a place for an id or a cursor finds nothing, and breaks nothing', async () => {
    for (const text of [...SQL, '', 'null', '0', '../../etc/passwd', '00000000-0000-0000-0000-000000000000; --', 'x'.repeat(5000)]) {
      expect([text, codeOf(await portal.graphql('query ($id: ID!) { referral(id: $id) { id } }', { id: text }, ann))]).toEqual([text, 'NOT_FOUND']);
      expect([text, codeOf(await portal.graphql('query ($id: ID!) { client(id: $id) { id } }', { id: text }, ann))]).toEqual([text, 'NOT_FOUND']);
      if (text) expect([text, codeOf(await portal.graphql('query ($after: String!) { clients(after: $after) { next } }', { after: text }, ann))]).toEqual([text, 'INVALID']);
      expect([text, codeOf(await cause(portal, ann, 'discardDraft', { id: text, version: 1 }))]).toEqual([text, 'INVALID']);
    }
  });

  it('is literal in every other door too', async () => {
    const referral = await receive(portal, await aReferral(portal));
    for (const text of SQL.slice(0, 4)) {
      expect(codeOf(await cause(portal, bram, 'rejectReferral', { id: referral.answerId, version: referral.answerVersion }, `reason: ${JSON.stringify(text)}, advice: "x"`))).toBe('NEEDS');
      const { addPerson } = await read(portal, geert, 'mutation ($key: ID!, $name: String!, $username: String!) { addPerson(key: $key, name: $name, username: $username) { name username } }', { key: randomUUID(), name: text, username: text });
      expect(addPerson).toEqual({ name: text.trim(), username: text.trim().toLowerCase() });
      expect((await read(portal, lies, 'query ($text: String!) { similar(givenName: $text, familyName: $text) { clients { id } referrals { id } } }', { text })).similar).toEqual({ clients: [], referrals: [] });
    }
    await ask(portal, referral);
    expect((await truth.rows<{ n: number }>(`select count(*)::int n from pg_class where relname in ('client', 'trail', 'person')`))[0].n).toBe(3);
  });

  it('never leaves a trace of a broken statement in the log', () => {
    expect(portal.logs.filter((line) => /42601|22P02|syntax/i.test(line))).toEqual([]);
  });

  it('brings no more than its own partner at any depth of a question', async () => {
    const client = await aClient(portal, lies);
    const draft = await aDraft(portal);
    const tries = [
      portal.graphql('mutation ($key: ID!, $id: ID!) { draftReferral(key: $key, clientId: $id, type: "TO_WOONDIENST") { id } }', { key: randomUUID(), id: client.id }, ann),
      portal.graphql('mutation ($key: ID!, $id: ID!) { changeClient(key: $key, id: $id, version: 1, changes: { phone: "1" }) { id } }', { key: randomUUID(), id: client.id }, ann),
      portal.graphql('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: PRIVATE_NOTE, body: "x") { id } }', { key: randomUUID(), id: draft.id }, katrien),
    ];
    for (const answer of await Promise.all(tries)) expect(codeOf(answer)).toBe('NOT_FOUND');
  });

  it('in an input that the schema does not have is refused before anything is done', async () => {
    const before = Object.keys(Object.prototype);
    for (const more of ['id', 'partnerId', 'ownerId', 'version', 'state', 'roles', 'audience', 'constructor', '__proto__', 'prototype']) {
      const input = JSON.parse(`{ "givenName": "A", "familyName": "B", "${more}": { "polluted": true } }`) as object;
      const { status, errors } = await portal.graphql('mutation ($key: ID!, $input: NewClient!) { openClient(key: $key, input: $input) { id } }', { key: randomUUID(), input }, ann);
      expect([more, status, errors?.[0].extensions.code]).toEqual([more, 400, 'BAD_REQUEST']);
    }
    expect([Object.keys(Object.prototype), ({} as { polluted?: boolean }).polluted]).toEqual([before, undefined]);
  });
});
