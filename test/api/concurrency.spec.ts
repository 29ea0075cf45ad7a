import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, geert, joris, katrien, lies, type Person } from '../cast/cast.js';
import { accept, aClient, aDraft, agreement, aReferral, cause, codeOf, receive, type Referral, start } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { read } from '../stories/shown.js';
import { startPortal, type TestPortal } from '../support/portal.js';

describe('two people at the same moment', () => {
  let portal: TestPortal;
  let truth: Truth;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    for (const who of [ann, joris, bram, katrien, lies]) await read(portal, who, '{ me { name } }');
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const acceptIt = (referral: Referral, who: Person, contact: string) => cause(portal, who, 'acceptReferral', { id: referral.answerId, version: referral.answerVersion }, `contactPersonId: "${contact}"`);
  const save = (draft: Referral, who: Person, question: string) => portal.graphql<{ saveDraft: object } | null>('mutation ($key: ID!, $id: ID!, $version: Int!, $question: String!) { saveDraft(key: $key, id: $id, version: $version, changes: { question: $question }) { version question } }', { key: randomUUID(), id: draft.id, version: draft.version, question }, who);

  it('accept once, in twenty rounds', async () => {
    const [one, two] = [(await truth.person(bram)).id, (await truth.person(katrien)).id];
    for (let round = 0; round < 20; round += 1) {
      const referral = await receive(portal, await aReferral(portal));
      const answers = await Promise.all([acceptIt(referral, bram, one), acceptIt(referral, katrien, two)]);
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
      expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors![0].extensions)).toEqual([{ code: 'CONFLICT', version: referral.answerVersion + 1 }]);
      const there = await truth.rows('select (select count(*)::int from duty where dossier_id = $1) duties, (select count(*)::int from client where source_referral_id = $1) files, (select count(*)::int from client_file where about_id = $1) links, (select string_agg(kind, $2) from task where dossier_id = $1 and done_at is null) tasks', [referral.id, ' ']);
      expect(there).toEqual([{ duties: 1, files: 1, links: 2, tasks: 'START' }]);
    }
  });

  it('accept and withdraw with one outcome', async () => {
    const contact = (await truth.person(bram)).id;
    for (let round = 0; round < 10; round += 1) {
      const referral = await receive(portal, await aReferral(portal));
      const withdraw = cause(portal, ann, 'withdrawReferral', referral, 'reason: "x"');
      const [accepted, withdrawn] = await Promise.all([acceptIt(referral, bram, contact), withdraw]);
      for (const answer of [accepted, withdrawn]) expect(['CONFLICT', 'NOT_POSSIBLE', 'NOT_FOUND', 'FORBIDDEN', undefined]).toContain(answer.errors?.[0].extensions.code);
      expect([accepted, withdrawn].some(({ errors }) => !errors)).toBe(true);
      const [there] = await truth.rows('select r.state referral, a.state answer, p.roles seat, p.state listed, (select count(*)::int from client where source_referral_id = r.id) files, (select string_agg(kind, $2 order by kind) from task where dossier_id = r.id and done_at is null) tasks, (select count(*)::int from share where dossier_id = r.id and until > now()) shares from referral r join answer a on a.dossier_id = r.id join party p on p.dossier_id = r.id and p.partner_id = a.partner_id where r.id = $1', [referral.id, ' ']);
      if (withdrawn.errors) expect(there).toEqual({ referral: 'DELIVERED', answer: 'ACCEPTED', seat: ['RECEIVER'], listed: 'ACCEPTED', files: 1, tasks: 'START', shares: 1 });
      else expect(there).toEqual({ referral: 'WITHDRAWN', answer: 'WITHDRAWN', seat: ['FORMER_RECEIVER'], listed: 'WITHDRAWN', files: accepted.errors ? 0 : 1, tasks: 'CONFIRM_STOP', shares: 0 });
    }
  });

  it('close and withdraw with one outcome, and nobody waits for ever', async () => {
    for (let round = 0; round < 5; round += 1) {
      const started = await start(portal, await accept(portal, await receive(portal, await aReferral(portal))));
      const { data } = await cause(portal, bram, 'giveFeedback', { id: started.answerId, version: started.answerVersion }, 'text: "x"');
      const [closed, withdrawn] = await Promise.all([cause(portal, bram, 'closeAnswer', data!.giveFeedback), cause(portal, ann, 'withdrawReferral', started, 'reason: "x"')]);
      expect([closed, withdrawn].filter(({ errors }) => !errors)).toHaveLength(1);
      // Without a version it would be the database that had to part them; who comes when it is withdrawn already has no seat any more to close from.
      const [lost] = [closed, withdrawn].flatMap(({ errors }) => errors?.[0].extensions ?? []);
      expect(lost).toEqual(closed.errors && lost.code === 'FORBIDDEN' ? { code: 'FORBIDDEN' } : { code: 'CONFLICT', version: expect.any(Number) });
      const [there] = await truth.rows('select r.state referral, a.state answer from referral r join answer a on a.dossier_id = r.id where r.id = $1', [started.id]);
      expect(there).toEqual(closed.errors ? { referral: 'WITHDRAWN', answer: 'WITHDRAWN' } : { referral: 'CLOSED', answer: 'CLOSED' });
    }
  });

  it('save one draft: one wins, the other is told, and no typing is mixed', async () => {
    let draft = await aDraft(portal);
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all([save(draft, ann, `Ann ${round}`), save(draft, joris, `Joris ${round}`)]);
      const won = answers.find(({ errors }) => !errors)!;
      expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors![0].extensions)).toEqual([{ code: 'CONFLICT', version: draft.version + 1 }]);
      draft = { ...draft, version: draft.version + 1 };
      expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { version question } }', { id: draft.id })).referral).toEqual(won.data!.saveDraft);
    }
  });

  it('save and send one draft: what was sent is what one of them read', async () => {
    for (let round = 0; round < 5; round += 1) {
      const draft = await aDraft(portal);
      const send = portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!, $agreements: [NewAgreement!]!) { sendReferral(key: $key, id: $id, version: $version, agreements: $agreements) { state question } }', { key: randomUUID(), id: draft.id, version: draft.version, agreements: [agreement] }, ann);
      const answers = await Promise.all([save(draft, joris, 'Nog iets'), send]);
      expect(answers.map(({ errors }) => errors?.[0].extensions.code).filter(Boolean)).toEqual([expect.stringMatching(/CONFLICT|NOT_POSSIBLE/)]);
    }
  });

  it('write the one text on health: one wins', async () => {
    const write = (id: string, who: Person) => portal.graphql('mutation ($key: ID!, $id: ID!) { writeNote(key: $key, dossierId: $id, version: 0, dataClass: HEALTH, body: "x") { id } }', { key: randomUUID(), id }, who);
    const draft = await aDraft(portal);
    const answers = await Promise.all([write(draft.id, ann), write(draft.id, joris)]);
    expect(answers.map((answer) => (answer.errors ? codeOf(answer) : 'DONE')).sort()).toEqual(['CONFLICT', 'DONE']);
  });

  it('of two partners never see a thing of one another, in a hundred requests', async () => {
    const [mine, theirs] = await Promise.all([aClient(portal, ann, { familyName: 'Ledegemse' }), aClient(portal, lies, { familyName: 'Izegemse' })]);
    const drafts = await Promise.all([aDraft(portal, ann, { client: mine }), aDraft(portal, lies, { client: theirs })]);
    const shows = '{ me { name partner { name } } clients(first: 50) { nodes { familyName } } referrals(first: 50) { nodes { id fromPartnerId familyName } } worklist(part: TODO, first: 50) { nodes { partnerId } } people { name partnerId } }';
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => portal.graphql<{ me: object }>(shows, {}, at % 2 ? lies : ann)));
    const partners = await Promise.all(['OCMW Ledegem', 'OCMW Izegem'].map((name) => truth.partner(name)));
    answers.forEach(({ data, errors }, at) => {
      expect(errors).toBeUndefined();
      const side = at % 2;
      const other = JSON.stringify(data);
      expect(data.me).toEqual([{ name: 'Ann Maes', partner: { name: 'OCMW Ledegem' } }, { name: 'Lies Verhelst', partner: { name: 'OCMW Izegem' } }][side]);
      for (const foreign of [partners[1 - side], drafts[1 - side].id, ['Izegemse', 'Ledegemse'][side]]) expect(other).not.toContain(foreign);
    });
  });

  it('ask for what is the other’s, and find nothing, in a hundred requests', async () => {
    const [mine, theirs] = await Promise.all([aDraft(portal, ann), aDraft(portal, lies)]);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => portal.graphql<{ referral: { id: string } }>('query ($id: ID!) { referral(id: $id) { id question } }', { id: (at % 4 < 2 ? mine : theirs).id }, at % 2 ? lies : ann)));
    answers.forEach((answer, at) => expect([at, answer.errors ? codeOf(answer) : answer.data.referral.id]).toEqual([at, [mine.id, 'NOT_FOUND', 'NOT_FOUND', theirs.id][at % 4]]));
  });

  it('one takes a mandate away while the other works: she is out at the next request', async () => {
    const { people } = await read(portal, geert, '{ people { username name mandates { id version } } }');
    const [mandate] = people.find(({ username }: { username: string }) => username === joris.as)!.mandates;
    const ask = async () => (await fetch(`${portal.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await portal.signIn(joris.as)}`, 'x-capacity': mandate.id }, body: '{"query":"{ me { name } }"}' })).status;
    const end = portal.graphql('mutation ($key: ID!, $id: ID!, $version: Int!) { endMandate(key: $key, id: $id, version: $version, until: "2026-01-01") { until } }', { key: randomUUID(), ...mandate }, geert);
    const meanwhile = await Promise.all(Array.from({ length: 10 }, ask));
    expect((await end).errors).toBeUndefined();
    for (const status of meanwhile) expect([200, 401]).toContain(status);
    expect(await ask()).toBe(401);
  });
});
