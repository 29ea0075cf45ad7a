import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, dirk, geert, hilde, joris, katrien, marijke, type Person, sofie, wim } from '../cast/cast.js';
import { accept, aReferral, ask, cause, codeOf, must, receive, type Referral, reply } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { worklistOf } from './worklist.js';

type Task = { id: string; version: number; kind: string; personId: string | null; due: string | null; may: string[] };

describe('a task of the team', () => {
  let portal: TestPortal;
  let truth: Truth;
  let ids: { [who: string]: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    ids = {};
    for (const who of [ann, joris, bram, katrien, sofie, dirk, hilde]) ids[who.as] = (await truth.person(who)).id;
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const taskOf = async (referral: Referral, who: Person = bram): Promise<Task> => (await must<{ worklist: { nodes: (Task & { dossierId: string })[] } }>(portal, who, '{ worklist(part: TODO, first: 50) { nodes { id version kind dossierId personId due may } } }')).worklist.nodes.find(({ dossierId }) => dossierId === referral.id)!;
  const teamOf = async (who: Person) => (await must<{ teamTasks: { nodes: (Task & { dossierId: string })[] } }>(portal, who, '{ teamTasks(first: 50) { nodes { id version kind dossierId personId due may } } }')).teamTasks.nodes;
  const act = (who: Person, verb: string, task: { id: string; version: number }, more = '') => cause(portal, who, verb, task, more, 'id version');
  const give = (who: Person, task: Task, whom: string) => act(who, 'assignTask', task, `personId: "${whom}"`);

  it('is taken with one click: her colleagues no longer have it, and the term runs on', async () => {
    const referral = await aReferral(portal, ann);
    const task = await taskOf(referral);
    expect([task.personId, task.may.sort()]).toEqual([null, ['take']]);
    expect((await act(bram, 'takeTask', task)).errors).toBeUndefined();
    const taken = await taskOf(referral);
    expect([taken.personId, taken.due, taken.may.sort()]).toEqual([ids[bram.as], task.due, ['release', 'take']]);
    expect(await taskOf(referral, katrien)).toBeUndefined();
    expect((await worklistOf(portal, bram, referral.id)).TODO).toEqual(['DECIDE mine']);
  });

  it('goes back to the team, by who took it alone', async () => {
    const referral = await aReferral(portal, ann);
    await act(bram, 'takeTask', await taskOf(referral));
    const taken = await taskOf(referral);
    expect(codeOf(await act(katrien, 'releaseTask', taken))).toBe('FORBIDDEN');
    expect((await act(bram, 'releaseTask', taken)).errors).toBeUndefined();
    expect((await taskOf(referral, katrien)).personId).toBeNull();
  });

  it('is taken by one of two who take it at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const task = await taskOf(await aReferral(portal, ann));
      const both = await Promise.all([act(bram, 'takeTask', task), act(katrien, 'takeTask', task)]);
      expect(both.map(({ errors }) => errors?.[0].extensions.code ?? 'TAKEN').sort()).toEqual(['CONFLICT', 'TAKEN']);
    }
  });

  it('that a colleague took is not taken from her', async () => {
    const referral = await aReferral(portal, ann);
    await act(bram, 'takeTask', await taskOf(referral));
    expect(codeOf(await act(katrien, 'takeTask', await taskOf(referral)))).toBe('NOT_POSSIBLE');
  });

  it('is given to somebody by the coordinator, who sees what nobody took; she is told', async () => {
    const referral = await aReferral(portal, ann);
    const task = (await teamOf(sofie)).find(({ dossierId }) => dossierId === referral.id)!;
    expect(task.may).toEqual(['assign']);
    await truth.rows('truncate notice');
    expect((await give(sofie, task, ids[katrien.as])).errors).toBeUndefined();
    expect((await teamOf(sofie)).map(({ dossierId }) => dossierId)).not.toContain(referral.id);
    expect((await taskOf(referral, katrien)).personId).toBe(ids[katrien.as]);
    expect(await truth.rows('select person_id, kind, dossier_id from notice')).toEqual([{ person_id: ids[katrien.as], kind: 'ASSIGNED', dossier_id: referral.id }]);
    const again = { ...task, version: task.version + 1 };
    expect((await give(sofie, again, ids[bram.as])).errors).toBeUndefined();
    expect((await act(sofie, 'assignTask', { ...again, version: again.version + 1 })).errors).toBeUndefined();
    expect((await teamOf(sofie)).map(({ dossierId }) => dossierId)).toContain(referral.id);
  });

  it.each<[string, () => string]>([
    ['of another function', () => ids[dirk.as]],
    ['of another partner', () => ids[ann.as]],
    ['from nowhere', () => '00000000-0000-4000-8000-000000000000'],
  ])('is not given to somebody %s', async (_, whom) => {
    const task = (await teamOf(sofie))[0];
    expect((await give(sofie, task, whom())).errors?.[0].extensions).toMatchObject({ code: 'INVALID', fields: [{ field: 'personId', message: 'Kies een collega met deze functie.' }] });
  });

  it('is not given to who is kept away from the file, without saying why', async () => {
    const referral = await aReferral(portal, ann);
    const task = await taskOf(referral);
    await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "schoonbroer") { id } }', { key: crypto.randomUUID(), id: referral.id, personId: ids[katrien.as] });
    const { errors } = await give(sofie, task, ids[katrien.as]);
    expect(errors?.[0].extensions.fields).toEqual([{ field: 'personId', message: 'Deze collega kan dit dossier niet opvolgen. Kies iemand anders.' }]);
    expect(JSON.stringify(errors)).not.toContain('schoonbroer');
  });

  it.each<[string, Person, string, string]>([
    ['the sender takes nothing of the receiver', ann, 'takeTask', 'NOT_FOUND'],
    ["the sender's coordinator gives nobody anything there", hilde, 'assignTask', 'NOT_FOUND'],
    ['a colleague gives nothing to another', bram, 'assignTask', 'FORBIDDEN'],
    ['the coordinator takes no work on a file', sofie, 'takeTask', 'FORBIDDEN'],
    ['an admin takes nothing', wim, 'takeTask', 'FORBIDDEN'],
    ['a DPO takes nothing', marijke, 'takeTask', 'FORBIDDEN'],
    ["another partner's admin gives nothing", geert, 'assignTask', 'FORBIDDEN'],
  ])('holds that %s', async (_, who, verb, code) => {
    const task = await taskOf(await aReferral(portal, ann));
    expect(codeOf(await act(who, verb, task, verb === 'assignTask' ? `personId: "${ids[bram.as]}"` : ''))).toBe(code);
  });

  it('that is somebody’s own as fixed contact is nobody else’s to give', async () => {
    const referral = await accept(portal, await receive(portal, await aReferral(portal, ann)), bram);
    const task = await taskOf(referral);
    expect([task.kind, task.may]).toEqual(['START', []]);
    for (const [who, verb] of [[sofie, 'assignTask'], [katrien, 'takeTask'], [bram, 'releaseTask']] as const) expect([verb, codeOf(await act(who, verb, task))]).toEqual([verb, 'FORBIDDEN']);
  });

  it('comes back to who had taken it when the sender has replied', async () => {
    const referral = await receive(portal, await aReferral(portal, ann));
    await act(katrien, 'takeTask', await taskOf(referral, katrien));
    await reply(portal, await ask(portal, referral, katrien));
    expect((await worklistOf(portal, katrien, referral.id)).TODO).toEqual(['DECIDE mine']);
    expect((await worklistOf(portal, bram, referral.id)).TODO).toEqual([]);
  });

  it('that is done is nobody’s to take any more', async () => {
    const referral = await receive(portal, await aReferral(portal, ann));
    const task = await taskOf(referral);
    await accept(portal, referral, bram);
    expect(codeOf(await act(katrien, 'takeTask', { ...task, version: task.version + 1 }))).toBe('NOT_POSSIBLE');
  });
});
