import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, joris } from '../cast/cast.js';
import { aDraft, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { Asking, codeIn } from '../house/asking.js';
import { startPortal, type TestPortal } from '../support/portal.js';

const WRITERS = 100;
/** `npm run test:kill` lets each of them write a hundred times. */
const EDITS = process.env.WOONBRUG_KILLS ? 100 : 5;
const SAVE = 'mutation ($key: ID!, $id: ID!, $version: Int!, $question: String!) { saveDraft(key: $key, id: $id, version: $version, changes: { question: $question }) { version question } }';

type Answer = { data?: { saveDraft: { version: number; question: string } } | null; errors?: { extensions: { code: string; version?: number } }[] };

describe(`a hundred writers who each change one draft ${EDITS} times`, () => {
  let portal: TestPortal;
  let truth: Truth;
  let draft: Referral;
  let asking: Asking;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    asking = new Asking(portal);
    draft = await aDraft(portal);
    for (const who of [ann, joris]) await asking.raw(who, '{ me { name } }');
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const applied = new Map<number, string>();
  let refused = 0;
  let busy = 0;

  /** Once, however often it must be asked: what was refused for the moment is asked again with its key. */
  async function edit(writer: number, nth: number, version: number): Promise<number> {
    const question = `Schrijver ${writer}, keer ${nth}`;
    const variables = { key: randomUUID(), id: draft.id, version, question };
    for (;;) {
      const { data, errors } = JSON.parse((await asking.raw(writer % 2 ? ann : joris, SAVE, variables)).body) as Answer;
      if (data?.saveDraft) {
        expect(applied.get(version + 1)).toBeUndefined();
        applied.set(version + 1, question);
        return version + 1;
      }
      const [{ extensions: { code, version: present } }] = errors!;
      if (code !== 'UNAVAILABLE') {
        expect(code).toBe('CONFLICT');
        refused += 1;
        return present!;
      }
      busy += 1;
    }
  }

  it('are each applied or told that somebody was first; nothing is lost and nothing is mixed', async () => {
    await Promise.all(Array.from({ length: WRITERS }, async (_, writer) => {
      let version = draft.version;
      for (let nth = 0; nth < EDITS; nth += 1) version = await edit(writer, nth, version);
    }));
    if (process.env.WOONBRUG_KILLS) process.stderr.write(`  | ${WRITERS} writers x ${EDITS} edits: applied ${applied.size}, told that somebody was first ${refused}, asked again ${busy} |\n`);
    expect(applied.size + refused).toBe(WRITERS * EDITS);
    const [there] = await truth.rows<{ version: number; question: string }>('select version, question from referral where id = $1', [draft.id]);
    expect(there.version).toBe(draft.version + applied.size);
    expect([...applied.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: applied.size }, (_, at) => draft.version + 1 + at));
    expect(there.question).toBe(applied.get(there.version));
    const [{ acts }] = await truth.rows<{ acts: number }>(`select count(*)::int as acts from trail where operation = 'saveDraft' and outcome = 'DONE' and changed and dossier_ids @> array[$1::uuid]`, [draft.id]);
    expect(acts).toBe(applied.size + 1);
  }, 60_000 + WRITERS * EDITS * 200);

  it('are asked to come back while every connection is taken, and are served as soon as one is free', async () => {
    await truth.rows('begin');
    await truth.rows('lock table trail in exclusive mode');
    const crowd = Array.from({ length: portal.settings.poolSize * 3 }, () => asking.raw(ann, '{ me { name } referrals { nodes { id } } }'));
    const first = await Promise.race(crowd);
    expect([first.status, codeIn(first)]).toEqual([503, 'UNAVAILABLE']);
    await truth.rows('rollback');
    for (const answer of await Promise.all(crowd)) expect(['ANSWERED', 'UNAVAILABLE']).toContain(codeIn(answer));
    expect(codeIn(await asking.raw(ann, '{ me { name } referrals { nodes { id } } }'))).toBe('ANSWERED');
  });
});
