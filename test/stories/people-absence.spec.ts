import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Terms } from '#dossiers';
import { ann, bram, frank, geert, hilde, jens, joke, joris, katrien, lies, nele, type Person, sofie, stefanie, stefanieCoordinates, tom } from '../cast/cast.js';
import { type Absence, absencesOf, away, cancel, change, inDays, report } from '../cast/people.js';
import { accept, aReferral, codeOf, feedback, must, receive, start } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { freeClock, setClock } from './clock.js';

describe('an absence', () => {
  let portal: TestPortal;
  let truth: Truth;
  let ids: { [who: string]: string };
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    ids = {};
    for (const who of [ann, joris, hilde, frank, geert, bram, katrien, lies, stefanie]) ids[who.as] = (await truth.person(who)).id;
    await truth.rows(`insert into person (id, partner_id, username, name) select '00000000-0000-4000-8000-0000000000aa', partner_id, 'mia.test', 'Mia Test' from person where username = 'ann.maes'`);
    await truth.rows(`insert into mandate (id, partner_id, person_id, role, since) select gen_random_uuid(), partner_id, id, 'SOCIAL_WORKER', '2026-01-01' from person where username = 'mia.test'`);
    ids.mia = '00000000-0000-4000-8000-0000000000aa';
  });
  afterEach(async () => {
    freeClock(portal);
    await truth.rows('truncate absence, notice');
    await truth.rows(`update mandate set until = null, version = version + 1 where person_id = any($1) and until is not null`, [[ids[joris.as], ids.mia]]);
    await truth.rows(`update person set active = true, version = version + 1 where not active and id = any($1)`, [[ids[joris.as], ids.mia]]);
    await truth.rows('truncate notice');
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const fortnight = (deputy?: string) => ({ since: inDays(0), until: inDays(13), deputyId: deputy ?? null });
  const told = async (kind?: string) => (await truth.rows<{ username: string; kind: string }>('select p.username, n.kind from notice n join person p on p.id = n.person_id where $1::text is null or n.kind = $1 order by 2, 1', [kind ?? null])).map((each) => `${each.kind} ${each.username}`);
  const standsInFor = async (who: Person) => (await must<{ standingIn: { absence: Absence; counts: object }[] }>(portal, who, '{ standingIn { absence { personId until person { name } } counts { todo overdue waiting upcoming } } }')).standingIn;
  const faultOf = ({ errors }: { errors?: { message: string; extensions: { fields?: { field: string }[] } }[] }) => [errors?.[0].extensions.fields?.[0].field, errors?.[0].message];

  describe('is told of', () => {
    it('by herself, with a deputy of the same function', async () => {
      const absence = await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      expect(absence).toMatchObject({ personId: ids[ann.as], deputyId: ids[joris.as], uncoveredDays: 0, uncoveredSince: null, may: ['change', 'cancel'] });
      expect(await told()).toEqual(['DEPUTY joris.callewaert']);
    });

    it.each([['a coordinator', hilde], ['an admin', geert]])('by %s for her', async (_, who) => {
      expect(await away(portal, who, ids[ann.as], fortnight(ids[joris.as]))).toMatchObject({ personId: ids[ann.as], setBy: (await truth.person(who)).name });
    });

    it.each([['a colleague', joris, 'FORBIDDEN'], ['the office', nele, 'FORBIDDEN'], ['another partner', bram, 'NOT_FOUND'], ["another partner's coordinator", sofie, 'NOT_FOUND'], ["another partner's admin", geert, 'NOT_FOUND']])('by %s for her not', async (_, who, code) => {
      const whom = who === geert ? ids[bram.as] : ids[ann.as];
      expect(codeOf(await report(portal, who, whom, fortnight()))).toBe(code);
    });

    it('by who is concerned alone, also when it changes or does not go on', async () => {
      const absence = await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      for (const [who, code] of [[joris, 'FORBIDDEN'], [frank, 'FORBIDDEN'], [sofie, 'NOT_FOUND']] as const) {
        expect([who.as, codeOf(await change(portal, who, absence, fortnight()))]).toEqual([who.as, code]);
        expect([who.as, codeOf(await cancel(portal, who, absence))]).toEqual([who.as, code]);
      }
      const changed = await change(portal, hilde, absence, { ...fortnight(ids.mia), until: inDays(20) });
      expect(changed.data?.changeAbsence).toMatchObject({ deputyId: ids.mia, until: inDays(20), uncoveredDays: 0 });
      expect(codeOf(await cancel(portal, ann, absence))).toBe('CONFLICT');
      expect((await cancel(portal, ann, changed.data!.changeAbsence)).errors).toBeUndefined();
      expect(await absencesOf(portal, ann)).toEqual([]);
      const again = changed.data!.changeAbsence;
      expect(codeOf(await cancel(portal, ann, { ...again, version: again.version + 1 }))).toBe('NOT_POSSIBLE');
    });
  });

  describe('has no deputy', () => {
    it.each<[string, () => { who: Person; period: { since: string; until: string; deputyId?: string | null } }, RegExp]>([
      ['who is she herself', () => ({ who: ann, period: fortnight(ids[ann.as]) }), /vervangt zichzelf/],
      ['of another function', () => ({ who: ann, period: fortnight(ids[hilde.as]) }), /niet heel die tijd dezelfde functie/],
      ['of another partner', () => ({ who: ann, period: fortnight(ids[lies.as]) }), /uit uw eigen organisatie/],
      ['from nowhere', () => ({ who: ann, period: fortnight('00000000-0000-4000-8000-000000000000') }), /uit uw eigen organisatie/],
    ])('%s', async (_, given, sentence) => {
      const { who, period } = given();
      expect(faultOf(await report(portal, who, ids[who.as], period))).toEqual(['deputyId', expect.stringMatching(sentence)]);
    });

    it('whose function ends before the end of it', async () => {
      await truth.rows('update mandate set until = $2, version = version + 1 where person_id = $1', [ids[joris.as], inDays(10)]);
      expect(faultOf(await report(portal, ann, ids[ann.as], fortnight(ids[joris.as])))).toEqual(['deputyId', expect.stringMatching(/niet heel die tijd/)]);
      expect((await report(portal, ann, ids[ann.as], { ...fortnight(ids[joris.as]), until: inDays(10) })).errors).toBeUndefined();
    });

    it('who has a deputy of her own on one of those days', async () => {
      await away(portal, joris, ids[joris.as], { since: inDays(13), until: inDays(20), deputyId: ids.mia });
      expect(faultOf(await report(portal, ann, ids[ann.as], fortnight(ids[joris.as])))).toEqual(['deputyId', expect.stringMatching(/^Joris Callewaert is zelf afwezig van .* en heeft dan een vervanger/)]);
      expect((await report(portal, ann, ids[ann.as], { ...fortnight(ids[joris.as]), until: inDays(12) })).errors).toBeUndefined();
    });

    it('when she is one herself on one of those days', async () => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      expect(faultOf(await report(portal, joris, ids[joris.as], { since: inDays(13), until: inDays(15), deputyId: ids.mia }))).toEqual(['deputyId', expect.stringMatching(/^Joris Callewaert vervangt zelf Ann Maes/)]);
      const later = await away(portal, joris, ids[joris.as], { since: inDays(14), until: inDays(20), deputyId: ids.mia });
      expect(codeOf(await change(portal, joris, later, { since: inDays(13), until: inDays(20), deputyId: ids.mia }))).toBe('INVALID');
    });

    it('of a deputy, however fast the two are told of', async () => {
      for (let round = 0; round < 6; round += 1) {
        const both = await Promise.all([report(portal, ann, ids[ann.as], fortnight(ids[joris.as])), report(portal, hilde, ids[joris.as], fortnight(ids.mia))]);
        expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
        expect(both.filter(({ errors }) => errors).map(codeOf)).toEqual(['INVALID']);
        await truth.rows('truncate absence');
      }
    });
  });

  it.each<[string, () => object, string]>([
    ['that ends before it begins', () => ({ since: inDays(3), until: inDays(2) }), 'until'],
    ['that is over', () => ({ since: inDays(-9), until: inDays(-1) }), 'until'],
    ['of more than a year', () => ({ since: inDays(0), until: inDays(366) }), 'until'],
    ['of which one of the days was told of before', () => ({ since: inDays(20), until: inDays(25) }), 'since'],
  ])('%s is refused', async (_, period, field) => {
    await away(portal, ann, ids[ann.as], { since: inDays(25), until: inDays(30), deputyId: ids[joris.as] });
    expect(faultOf(await report(portal, ann, ids[ann.as], period() as never))[0]).toBe(field);
  });

  describe('that nobody covers', () => {
    it('is told to her coordinators, and to her when another told of it', async () => {
      const absence = await away(portal, ann, ids[ann.as], fortnight());
      expect(absence).toMatchObject({ deputyId: null, uncoveredDays: 10 });
      expect(await told()).toEqual(['UNCOVERED hilde.debaere']);
      await truth.rows('truncate absence, notice');
      await away(portal, geert, ids[ann.as], fortnight());
      expect(await told()).toEqual(['UNCOVERED ann.maes', 'UNCOVERED hilde.debaere']);
    });

    it.each<[string, () => Promise<unknown>, number]>([
      ['when her deputy will be away too', () => away(portal, joris, ids[joris.as], { since: inDays(7), until: inDays(13) }), 5],
      ["when her deputy's function ends", () => truth.rows('update mandate set until = $2, version = version + 1 where person_id = $1', [ids[joris.as], inDays(6)]), 5],
      ['when her deputy leaves', () => truth.rows('update person set active = false, version = version + 1 where id = $1', [ids[joris.as]]), 10],
    ])('is known at once %s', async (_, happens, days) => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      await happens();
      expect((await absencesOf(portal, ann)).find(({ personId }) => personId === ids[ann.as])).toMatchObject({ uncoveredDays: days });
      expect((await absencesOf(portal, hilde)).find(({ personId }) => personId === ids[ann.as])).toMatchObject({ uncoveredDays: days });
    });

    it('is told of in the same act by which an admin ends the function of her deputy, who reads what she is told while she is away', async () => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      await truth.rows('truncate notice');
      const { people } = await must<{ people: { id: string; mandates: { id: string; version: number }[] }[] }>(portal, geert, '{ people { id mandates { id version } } }');
      const [mandate] = people.find(({ id }) => id === ids[joris.as])!.mandates;
      await must(portal, geert, 'mutation ($key: ID!, $id: ID!, $version: Int!, $until: Day!) { endMandate(key: $key, id: $id, version: $version, until: $until) { id } }', { key: crypto.randomUUID(), ...mandate, until: inDays(6) });
      expect(await told('UNCOVERED')).toEqual(['UNCOVERED ann.maes', 'UNCOVERED hilde.debaere', 'UNCOVERED joris.callewaert']);
    });

    it('is covered again by another deputy, and then nobody is told any more', async () => {
      const absence = await away(portal, ann, ids[ann.as], { ...fortnight(), since: inDays(30), until: inDays(43) });
      const { data } = await change(portal, ann, absence, { since: absence.since, until: absence.until, deputyId: ids.mia });
      expect(data?.changeAbsence).toMatchObject({ uncoveredDays: 0, uncoveredSince: null, uncoveredUntil: null });
      await truth.rows('truncate notice');
      setClock(portal, `${inDays(29)}T09:00:00Z`);
      await portal.app.get(Terms).run();
      expect(await told('UNCOVERED')).toEqual([]);
    });

    it('is told of again five working days before, once', async () => {
      // Wednesday 6 January 2027 is day 5 after Wednesday 30 December: 1 January and a weekend do not count.
      await away(portal, ann, ids[ann.as], { since: '2027-01-07', until: '2027-01-08' });
      await truth.rows('truncate notice');
      const runAt = async (moment: string) => {
        setClock(portal, moment);
        return portal.app.get(Terms).run();
      };
      await runAt('2026-12-29T22:00:00Z');
      expect(await told()).toEqual([]);
      await Promise.all([runAt('2026-12-30T08:00:00Z'), runAt('2026-12-30T08:00:00Z')]);
      await runAt('2026-12-31T08:00:00Z');
      expect(await told()).toEqual(['UNCOVERED ann.maes', 'UNCOVERED hilde.debaere']);
    });
  });

  describe('is known', () => {
    it('to the colleagues, whatever they do', async () => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      for (const who of [ann, joris, hilde, frank, geert, nele]) expect([who.as, (await absencesOf(portal, who)).map(({ personId }) => personId)]).toEqual([who.as, [ids[ann.as]]]);
    });

    it('to no other partner, not even to one with which she shares a file', async () => {
      await aReferral(portal, ann);
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      for (const who of [bram, sofie, lies, stefanieCoordinates, joke, tom, jens]) {
        expect([who.as, await absencesOf(portal, who)]).toEqual([who.as, []]);
        expect([who.as, await standsInFor(who)]).toEqual([who.as, []]);
      }
    });

    it('by day, the earliest first, page by page', async () => {
      for (const shift of [40, 20, 60]) await away(portal, ann, ids[ann.as], { since: inDays(shift), until: inDays(shift + 1), deputyId: ids[joris.as] });
      const page = (after?: string) => must<{ absences: { nodes: Absence[]; next: string | null } }>(portal, joris, 'query ($after: String) { absences(first: 2, after: $after) { nodes { since } next } }', { after });
      const { absences: first } = await page();
      const { absences: second } = await page(first.next!);
      expect([...first.nodes, ...second.nodes].map(({ since }) => since)).toEqual([inDays(20), inDays(40), inDays(60)]);
      expect(second.next).toBeNull();
    });
  });

  describe('brings her deputy', () => {
    it('her tasks, in a group of their own, counted, as long as it lasts', async () => {
      const waiting = await aReferral(portal, ann);
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      const [group] = await standsInFor(joris);
      expect(group).toMatchObject({ absence: { personId: ids[ann.as], until: inDays(13), person: { name: 'Ann Maes' } } });
      const list = async (part: string, insteadOf = ids[ann.as]) => (await must<{ worklist: { nodes: { dossierId: string; personId: string }[] } }>(portal, joris, 'query ($part: WorklistPart!, $insteadOf: ID) { worklist(part: $part, insteadOf: $insteadOf, first: 50) { nodes { dossierId personId } } }', { part, insteadOf })).worklist.nodes;
      const counts = group.counts as { [part: string]: number };
      for (const part of ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING']) expect([part, (await list(part)).length]).toEqual([part, counts[part.toLowerCase()]]);
      const waits = await list('WAITING');
      expect(waits.map(({ dossierId }) => dossierId)).toContain(waiting.id);
      expect(new Set(waits.map(({ personId }) => personId))).toEqual(new Set([ids[ann.as]]));
      setClock(portal, `${inDays(14)}T09:00:00Z`);
      expect(await standsInFor(joris)).toEqual([]);
      expect(codeOf(await portal.graphql('query ($id: ID!) { worklist(part: TODO, insteadOf: $id) { nodes { id } } }', { id: ids[ann.as] }, joris))).toBe('NOT_FOUND');
    });

    it('nothing for who is not her deputy, nor in another function', async () => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      for (const who of [ann, hilde, bram]) expect([who.as, codeOf(await portal.graphql('query ($id: ID!) { worklist(part: TODO, insteadOf: $id) { nodes { id } } }', { id: ids[ann.as] }, who))]).toEqual([who.as, 'NOT_FOUND']);
      await away(portal, lies, ids[lies.as], fortnight(ids[stefanie.as]));
      expect((await standsInFor(stefanie)).map(({ absence }) => absence.personId)).toEqual([ids[lies.as]]);
      expect(await standsInFor(stefanieCoordinates)).toEqual([]);
    });

    it('no file that she is kept away from', async () => {
      const kept = await aReferral(portal, ann);
      await must(portal, ann, 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "buur") { id } }', { key: crypto.randomUUID(), id: kept.id, personId: ids[joris.as] });
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      const { worklist } = await must<{ worklist: { nodes: { dossierId: string }[] } }>(portal, joris, 'query ($id: ID!) { worklist(part: WAITING, insteadOf: $id, first: 50) { nodes { dossierId } } }', { id: ids[ann.as] });
      expect(worklist.nodes.map(({ dossierId }) => dossierId)).not.toContain(kept.id);
    });

    it('work that she does in her own name, while the fixed contact stays who she is', async () => {
      const file = await accept(portal, await receive(portal, await aReferral(portal, ann)), bram);
      await away(portal, bram, ids[bram.as], fortnight(ids[katrien.as]));
      await feedback(portal, await start(portal, file, katrien), katrien);
      const { referral } = await must<{ referral: { answers: { contactName: string }[]; timeline: { event: string; personName: string }[] } }>(portal, ann, 'query ($id: ID!) { referral(id: $id) { answers { contactName } timeline { event personName } } }', { id: file.id });
      expect(referral.answers).toEqual([{ contactName: 'Bram Vandeputte' }]);
      const by = (event: string) => referral.timeline.find((each) => each.event === event)?.personName;
      expect([by('ACCEPTED'), by('STARTED'), by('FEEDBACK')]).toEqual(['Bram Vandeputte', 'Katrien Lagae', 'Katrien Lagae']);
      const lines = await truth.rows<{ operation: string; person_id: string }>(`select operation, person_id from trail where $1 = any(dossier_ids) and operation in ('startAnswer', 'feedbackAnswer') order by id`, [file.id]);
      expect(lines).toEqual([{ operation: 'startAnswer', person_id: ids[katrien.as] }, { operation: 'feedbackAnswer', person_id: ids[katrien.as] }]);
    });

    it('the news of her new tasks and of reminders', async () => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      const asked = await receive(portal, await aReferral(portal, ann));
      await truth.rows('truncate notice');
      await must(portal, bram, 'mutation ($key: ID!, $id: ID!, $version: Int!) { askSender(key: $key, id: $id, version: $version, text: "Sinds wanneer?") { id } }', { key: crypto.randomUUID(), id: asked.answerId, version: asked.answerVersion });
      expect(await told()).toEqual(['TASK ann.maes', 'TASK joris.callewaert']);
      await truth.rows('truncate notice');
      setClock(portal, new Date(Date.now() + 13 * 86_400_000).toISOString());
      await portal.app.get(Terms).run();
      expect((await truth.rows<{ username: string }>(`select p.username from notice n join person p on p.id = n.person_id where n.kind = 'REMINDER' and n.dossier_id = $1 order by 1`, [asked.id])).map(({ username }) => username)).toEqual(['ann.maes', 'joris.callewaert']);
    });

    it('an escalation, with the coordinators of both sides and nobody else', async () => {
      await away(portal, ann, ids[ann.as], fortnight(ids[joris.as]));
      const file = await aReferral(portal, ann);
      await truth.rows('truncate notice');
      setClock(portal, new Date(Date.now() + 13 * 86_400_000).toISOString());
      await portal.app.get(Terms).run();
      const reached = await truth.rows<{ username: string; urgent: boolean }>(`select p.username, n.urgent from notice n join person p on p.id = n.person_id where n.kind = 'ESCALATED' and n.dossier_id = $1 order by 1`, [file.id]);
      expect(reached).toEqual([hilde, joris, sofie].map(({ as: username }) => ({ username, urgent: true })));
    });
  });
});
