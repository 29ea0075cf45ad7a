import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Terms } from '#dossiers';
import { amir, ann, bram, hilde, joke, joris, katrien, type Person, sofie, tom } from '../cast/cast.js';
import { inDays } from '../cast/people.js';
import * as scenes from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { enter } from '../support/context.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { Asking, codeIn, type Raw } from './asking.js';
import { committedSchema, finding, questionAt, rootFields, selectionsOf } from './graph.js';
import { isTurnOf, patience, size, tell } from './sizes.js';
import { newThings, worldOf } from './twins.js';
import { Dice } from './world.js';

const WOONDIENST = 'Woondienst Regio Izegem';
const CAW = 'CAW Centraal-West-Vlaanderen';
const THUISWEST = 'Thuiswest';
const CONTENT = 'type urgent transfer senderName question agreedOn agreedWay addressProtected redirectIds givenName familyName birthDate phone email language contactNote street postcode municipality adults children accessibleHome householdNote incomeSource incomeNote meetsIncomeCondition lowestIncomeCategory incomeProofOn debtsNote housingSituation housingNote housingWishes pastTenancyNote heating homeNote';
const SEEN = `${CONTENT} notes { dataClass body withheld { dataClass why } } persons { relation givenName familyName birthDate leftOut withheld { dataClass why } } withheld { dataClass why }`;
const VERSIONED = '$key: ID!, $id: ID!, $version: Int!';
const HERE = 'key: $key, id: $id, version: $version';
const FACTS = { incomeNote: 'Leefloon', meetsIncomeCondition: true, accessibleHome: true, pastTenancyNote: 'Vroeger bij u', housingWishes: 'Gelijkvloers' };

describe('what is shared', () => {
  let portal: TestPortal;
  let truth: Truth;
  let asking: Asking;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    asking = new Asking(portal);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  const act = (who: Person, verb: string, row: { id: string; version: number }, more: string, shows = 'id version') =>
    scenes.must<{ [verb: string]: { id: string; version: number } }>(portal, who, `mutation (${VERSIONED}) { ${verb}(${HERE}, ${more}) { ${shows} } }`, { key: crypto.randomUUID(), id: row.id, version: row.version }).then((data) => data[verb]);
  const versionOf = async (id: string) => (await truth.rows<{ version: number }>('select version from referral where id = $1', [id]))[0].version;
  const bodyOf = ({ body }: Raw) => (JSON.parse(body) as { data: { [field: string]: unknown } }).data;

  it('is, as the receiver reads it, byte for byte what the sender saw before: whatever was chosen', async () => {
    const dice = new Dice(20261124);
    const may: { [partner: string]: readonly string[] } = { [WOONDIENST]: scenes.EVERYTHING, [CAW]: scenes.EVERYTHING, [THUISWEST]: ['CONTACT', 'ADDRESS', 'HOUSEHOLD_SIZE', 'INCOME_CONDITION', 'HOUSING_WISHES'] };
    const readers: { [partner: string]: Person } = { [WOONDIENST]: katrien, [CAW]: amir, [THUISWEST]: { as: 'elke.dumortier', capacity: { role: 'TENANCY_OFFICER', partner: THUISWEST } } };
    let compared = 0;
    for (let time = 0; time < size.previews; time += 1) {
      const partners = Object.keys(may).filter(() => dice.next() < 0.7);
      if (!partners.length) partners.push(WOONDIENST);
      const to = Object.fromEntries(partners.map((name) => [name, dice.some(may[name], 0.5).filter((dataClass) => dataClass !== 'ADDRESS' || time % 4 !== 0)]));
      const client = await scenes.aClient(portal, ann, { addressProtected: time % 4 === 0, phone: dice.next() < 0.3 ? null : '0470 00 11 22' });
      const draft = await scenes.aDraft(portal, ann, { client, type: 'WONINGZOEKTOCHT', to, changes: { ...FACTS, debtsNote: dice.next() < 0.3 ? null : 'Achterstal', urgent: dice.next() < 0.5, openReceivers: dice.next() < 0.5 } });
      for (const dataClass of ['HEALTH', 'JUDICIAL'] as const) if (dice.next() < 0.6) await scenes.aNote(portal, ann, draft.id, dataClass, `tekst ${time}`);
      await scenes.aNote(portal, ann, draft.id, 'PRIVATE_NOTE', 'van ann');
      const saved = await act(ann, 'saveHousehold', draft, 'persons: [{ relation: CHILD, givenName: "Mia", familyName: "Lippens", birthDate: "2000-01-01" }, { relation: OTHER, givenName: "Jo", familyName: "Smet" }]', 'id version persons { id givenName }');
      const [mia] = (saved as unknown as { persons: { id: string; givenName: string }[] }).persons.filter(({ givenName }) => givenName === 'Mia');
      const agreements = [{ ...scenes.agreement, classes: [...scenes.EVERYTHING, 'INCOME_CONDITION'] }, ...(dice.next() < 0.5 ? [{ ...scenes.agreement, personId: mia.id, classes: [] }] : [])];
      const { preview } = bodyOf(await asking.raw(ann, `query ($id: ID!, $agreements: [NewAgreement!]!) { preview(id: $id, agreements: $agreements) { partnerId referral { ${SEEN} } } }`, { id: draft.id, agreements })) as { preview: { partnerId: string; referral: object }[] };
      expect(preview.length).toBe(partners.length);
      const { errors } = await portal.graphql(`mutation (${VERSIONED}, $agreements: [NewAgreement!]!) { sendReferral(${HERE}, agreements: $agreements) { id } }`, { key: crypto.randomUUID(), id: draft.id, version: saved.version, agreements }, ann);
      expect(errors).toBeUndefined();
      const { seenNow } = bodyOf(await asking.raw(ann, `{ seenNow(id: "${draft.id}") { partnerId referral { ${SEEN} } } }`)) as { seenNow: typeof preview };
      for (const name of partners) {
        const partnerId = await truth.partner(name);
        const { referral } = bodyOf(await asking.raw(readers[name], `{ referral(id: "${draft.id}") { ${SEEN} } }`));
        const [before, now] = [preview, seenNow].map((list) => list.find((each) => each.partnerId === partnerId)!.referral);
        expect([time, name, JSON.stringify(before)]).toEqual([time, name, JSON.stringify(referral)]);
        expect([time, name, JSON.stringify(now)]).toEqual([time, name, JSON.stringify(referral)]);
        compared += 1;
      }
    }
    tell(`${compared} previews of ${size.previews} random choices are the later answer, byte for byte`);
  }, patience);

  it('is seen through a receiver\'s eyes by nobody who may not read it herself: no coordinator, no mandate, no receiver', async () => {
    const sent = await scenes.send(portal, await (async () => {
      const draft = await scenes.aDraft(portal, ann, {});
      await scenes.aNote(portal, ann, draft.id, 'HEALTH', 'Kanarievogel');
      return draft;
    })());
    const query = `{ seenNow(id: "${sent.id}") { partnerId referral { ${SEEN} } } }`;
    const words = ['Rosa', 'Lippens', 'Kerkstraat', 'Achterstal', 'Kanarievogel', 'Leefloon', '0470'];
    expect(words.filter((word) => JSON.stringify(scenes.someone).includes(word)).length).toBeGreaterThan(2);
    const { body } = await asking.raw(ann, query);
    expect(words.filter((word) => !body.includes(word))).toEqual([]);
    const coordinators = await asking.raw(hilde, query);
    expect(words.filter((word) => coordinators.body.includes(word))).toEqual([]);
    for (const who of [bram, sofie, joke, tom]) expect([who.as, codeIn(await asking.raw(who, query))]).toEqual([who.as, 'NOT_FOUND']);
    const { id } = await truth.person(joris);
    await truth.rows('update mandate set political = true, version = version + 1 where person_id = $1', [id]);
    const politicians = await asking.raw(joris, query);
    expect(words.filter((word) => politicians.body.includes(word))).toEqual([]);
    const draft = await scenes.aDraft(portal, ann, {});
    const preview = await asking.raw(joris, `query ($agreements: [NewAgreement!]!) { preview(id: "${draft.id}", agreements: $agreements) { referral { ${SEEN} } } }`, { agreements: [scenes.agreement] });
    expect([codeIn(preview), words.filter((word) => preview.body.includes(word))]).toEqual(['ANSWERED', []]);
    // Nor by a search: a name that cannot be read cannot be looked for.
    for (const search of ['{ clients(words: "rosa") { nodes { id } } }', '{ similar(givenName: "Rosa", familyName: "Lippens") { clients { id } referrals { id } } }']) {
      expect((await asking.raw(ann, search)).body).toContain('"id"');
      expect((await asking.raw(joris, search)).body).not.toContain('"id"');
    }
    await truth.rows('update mandate set political = false, version = version + 1 where person_id = $1', [id]);
  });

  it('is not told by a refusal: to ask for more says nothing of where the client lives', async () => {
    const ask = async (municipality: string, protectedAddress: boolean) => {
      const client = await scenes.aClient(portal, ann, { addressProtected: protectedAddress });
      const { id } = await scenes.aReferral(portal, ann, { client, type: 'WONINGZOEKTOCHT', to: { [WOONDIENST]: ['CONTACT'], [THUISWEST]: ['CONTACT'] }, changes: FACTS });
      await truth.rows('update referral set municipality = $2, version = version + 1 where id = $1', [id, municipality]);
      const query = `mutation ($key: ID!, $id: ID!, $classes: [DataClass!]!) { requestAccess(key: $key, dossierId: $id, classes: $classes, reason: "nodig", until: "${inDays(60)}") { state classes } }`;
      const elke: Person = { as: 'elke.dumortier', capacity: { role: 'TENANCY_OFFICER', partner: THUISWEST } };
      const bodies: string[] = [];
      for (const [who, classes] of [[bram, ['DEBTS']], [elke, ['HOUSING_WISHES']], [elke, ['ADDRESS']], [elke, ['DEBTS']], [bram, ['ADDRESS']]] as [Person, string[]][]) bodies.push((await asking.raw(who, query, { key: crypto.randomUUID(), id, classes })).body);
      return bodies;
    };
    for (const isProtected of [true, false]) {
      const bodies = await ask('Ledegem', isProtected);
      expect(await ask('Brugge', isProtected)).toEqual(bodies);
      expect(bodies.filter((body) => !body.includes('errors')).length).toBe(isProtected ? 2 : 4);
      expect(bodies.join()).not.toMatch(/Ledegem|Brugge/);
    }
  });

  it('is never seen after it was taken back, however reading and taking back meet', async () => {
    const EACH = 10;
    let after = 0;
    let reads = 0;
    const query = (id: string) => `{ referral(id: "${id}") { debtsNote incomeNote notes { body } } }`;
    for (let done = 0; done < size.races; done += EACH) {
      const withdraws = (done / EACH) % 3 === 2;
      const client = await scenes.aClient(portal, ann);
      const draft = await scenes.aDraft(portal, ann, { client, changes: { debtsNote: 'Kanarievogel', incomeNote: 'Kanarievogel' } });
      await scenes.aNote(portal, ann, draft.id, 'HEALTH', 'Kanarievogel');
      const sent = await scenes.send(portal, draft);
      const version = await versionOf(sent.id);
      let ended = false;
      const dice = new Dice(done + 1);
      const back = async () => {
        await new Promise((resolve) => setTimeout(resolve, dice.below(12)));
        await (withdraws ? act(ann, 'withdrawReferral', { id: sent.id, version }, 'reason: "Niet meer gewenst."') : act(ann, 'narrowShare', { id: sent.id, version }, `partnerId: "${await truth.partner(WOONDIENST)}", classes: [CONTACT], wish: CLIENT`));
        ended = true;
      };
      const look = async (who: Person) => {
        for (let times = 0; times < EACH / 2; times += 1) {
          const begun = ended;
          const { body } = await asking.raw(who, query(sent.id));
          reads += 1;
          if (!begun) continue;
          after += 1;
          expect([who.as, withdraws, body.includes('Kanarievogel')]).toEqual([who.as, withdraws, false]);
        }
      };
      await Promise.all([back(), look(bram), look(katrien)]);
      const { body } = await asking.raw(bram, query(sent.id));
      expect(body).not.toContain('Kanarievogel');
    }
    tell(`${reads} reads raced with taking back, ${after} of them began after it: it was never seen again`);
    expect(after).toBeGreaterThan(size.races / 20);
  }, patience);

  it('is gone also for who began to read before it was taken back: no old right on new content', async () => {
    const sent = await scenes.aReferral(portal);
    const [woondienst, { id: person }] = [await truth.partner(WOONDIENST), await truth.person(bram)];
    const reader = new pg.Client({ connectionString: portal.settings.databaseUrl });
    await reader.connect();
    try {
      await reader.query('begin');
      await enter(reader, { partnerId: woondienst, personId: person });
      const narrowed = await act(ann, 'narrowShare', { id: sent.id, version: await versionOf(sent.id) }, `partnerId: "${woondienst}", classes: [CONTACT], wish: CLIENT`);
      await act(ann, 'amendReferral', narrowed, 'changes: { debtsNote: "Nieuwe schuld" }');
      const { statementFor, shapeOf } = await import('#kernel');
      const { Referral } = await import('#referrals');
      const { book } = await import('#privacy');
      const me = { partnerKind: 'WOONDIENST', role: 'HOUSING_COUNSELLOR', regime: 'PROFESSIONAL_SECRECY', political: false } as never;
      const { rows } = await reader.query<{ body: string }>(statementFor(book, me, shapeOf(Referral), { id: sent.id }, { debtsNote: true, phone: true }).text, [woondienst, person, sent.id]);
      expect((JSON.parse(rows[0].body) as { debtsNote: string | null }).debtsNote).toBeNull();
    } finally {
      await reader.end();
    }
  });

  it('until a moment is gone at that moment, with the worker stopped', async () => {
    const sent = await scenes.aReferral(portal);
    const look = async () => bodyOf(await asking.raw(bram, `{ referral(id: "${sent.id}") { question givenName debtsNote phone withheld { dataClass why } } }`)).referral as { [field: string]: unknown };
    expect(await look()).toMatchObject({ debtsNote: scenes.question.debtsNote, phone: '0470 00 11 22' });
    const ends = 2;
    await truth.rows(`update share set until = now() + interval '${ends} seconds' where dossier_id = $1`, [sent.id]);
    expect(await look()).toMatchObject({ debtsNote: scenes.question.debtsNote });
    await new Promise((resolve) => setTimeout(resolve, ends * 1000 + 50));
    // No job ran: the row is as it was.
    expect(await truth.rows('select ended_at from share where dossier_id = $1', [sent.id])).toEqual([{ ended_at: null }]);
    expect(await look()).toMatchObject({ question: scenes.question.question, givenName: 'Rosa', debtsNote: null, phone: null, withheld: expect.arrayContaining([{ dataClass: 'DEBTS', why: 'NOT_SHARED' }]) });
  });

  it('keeps who is kept away out of the file and of all that belongs to it, now and later', async () => {
    const client = await scenes.aClient(portal, ann);
    const [first, draft] = [await scenes.aReferral(portal, ann, { client }), await scenes.aDraft(portal, ann, { client })];
    const shut = async (who: Person, ids: string[], field = 'referral') => Promise.all(ids.map(async (id) => codeIn(await asking.raw(who, `{ ${field}(id: "${id}") { id } }`))));
    expect(await shut(joris, [first.id, draft.id])).toEqual(['ANSWERED', 'ANSWERED']);
    const away = 'mutation ($key: ID!, $id: ID!, $personId: ID!) { recusePerson(key: $key, dossierId: $id, personId: $personId, reason: "familie") { id version } }';
    const { recusePerson: recusal } = await scenes.must<{ recusePerson: { id: string; version: number } }>(portal, ann, away, { key: crypto.randomUUID(), id: first.id, personId: (await truth.person(joris)).id });
    expect([...(await shut(joris, [first.id, draft.id])), ...(await shut(joris, [client.id], 'client'))]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    const later = await scenes.aReferral(portal, ann, { client });
    expect(await shut(joris, [later.id])).toEqual(['NOT_FOUND']);
    // At the receiver it binds nobody, and nobody there learns of it.
    expect(await shut(bram, [first.id, later.id])).toEqual(['ANSWERED', 'ANSWERED']);
    const accepted = await scenes.accept(portal, await scenes.receive(portal, first));
    await scenes.must(portal, bram, away, { key: crypto.randomUUID(), id: accepted.id, personId: (await truth.person(katrien)).id });
    const [{ id: copy }] = await truth.rows<{ id: string }>('select dossier_id id from client_file where about_id = $1 and partner_id = $2', [accepted.id, await truth.partner(WOONDIENST)]);
    expect([...(await shut(katrien, [accepted.id])), ...(await shut(katrien, [copy], 'client')), ...(await shut(bram, [copy], 'client'))]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'ANSWERED']);
    await act(ann, 'liftRecusal', recusal, '');
    expect(await shut(joris, [first.id, draft.id, later.id])).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED']);
  });

  it('lets one ask for more, and gives what was granted to that receiver alone', async () => {
    const sent = await scenes.aReferral(portal, ann, { type: 'WONINGZOEKTOCHT', to: { [WOONDIENST]: ['CONTACT'], [CAW]: ['CONTACT'] }, changes: FACTS });
    const { requestAccess } = await scenes.must<{ requestAccess: { id: string; version: number } }>(portal, bram, `mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [DEBTS], reason: "nodig", until: "${inDays(30)}") { id version } }`, { key: crypto.randomUUID(), id: sent.id });
    const look = (who: Person) => asking.raw(who, `{ referral(id: "${sent.id}") { debtsNote accessRequests { id } shares { partnerId } timeline { event } answers { contentVersion version } } }`);
    const before = await look(joke);
    expect((bodyOf(await look(bram)).referral as { debtsNote: unknown }).debtsNote).toBeNull();
    await scenes.must(portal, ann, `mutation (${VERSIONED}, $agreement: NewAgreement!) { grantAccess(${HERE}, agreement: $agreement) { state } }`, { key: crypto.randomUUID(), ...requestAccess, agreement: { ...scenes.agreement, classes: ['DEBTS'] } });
    expect((bodyOf(await look(bram)).referral as { debtsNote: unknown }).debtsNote).toBe(scenes.question.debtsNote);
    expect(await look(joke)).toEqual(before);
  });
});

describe('what was sent and did not leave yet', () => {
  it('is absent for its receiver on every route, and there once it left', async () => {
    const portal = await startPortal({ embargo: 10 });
    const truth = await Truth.of(portal);
    try {
      const asking = new Asking(portal);
      const schema = committedSchema();
      const questions = (id: string) => rootFields(schema).filter(({ kind, field }) => kind === 'query' && field.name !== 'me').flatMap((root) => {
        const takes = root.field.args.find(({ name }) => ['id', 'dossierId', 'clientId'].includes(name));
        const values = takes ? { [takes.name]: id } : root.field.name === 'worklist' ? { part: 'TODO' } : root.field.name === 'similar' ? { givenName: 'Rosa', familyName: 'Lippens' } : (finding('rosa')[root.field.name]?.[0] ?? {});
        return selectionsOf(root.field.type, 2).map((shows) => questionAt(root, { ...values, ...(root.field.name === 'preview' && { agreements: [scenes.agreement] }) }, shows));
      });
      const of = async (who: Person, id: string) => {
        const bodies: Raw[] = [];
        for (const { query, variables } of questions(id).filter((_, at) => isTurnOf(who === bram ? 0 : 1, at))) bodies.push(await asking.raw(who, query, variables));
        return bodies;
      };
      // The first sign-in ties an account, which moves a row of the people.
      for (const who of [ann, bram, sofie]) await asking.raw(who, '{ me { name } }');
      const nothing = new Map<Person, Raw[]>();
      for (const who of [bram, sofie]) nothing.set(who, await of(who, crypto.randomUUID()));
      const sent = await scenes.aReferral(portal);
      expect((await truth.rows('select state from referral where id = $1', [sent.id]))).toEqual([{ state: 'SENT' }]);
      for (const who of [bram, sofie]) expect(await of(who, sent.id)).toEqual(nothing.get(who));
      await truth.rows(`update task set due = now() - interval '1 second', version = version + 1 where dossier_id = $1 and kind = 'DELIVER'`, [sent.id]);
      await portal.app.get(Terms, { strict: false }).run();
      expect(codeIn(await asking.raw(bram, `{ referral(id: "${sent.id}") { id } }`))).toBe('ANSWERED');
    } finally {
      await truth.close();
      await portal.stop();
    }
  }, patience);
});

describe('a receiver', () => {
  let story: TestPortal;
  beforeAll(async () => (story = await startPortal()));
  afterAll(() => story.stop());

  it('cannot tell that there is another one, by status, count, order, size or version number, whatever the other does', async () => {
    const drafts: scenes.Referral[] = [];
    for (let at = 0; at < 3; at += 1) {
      const draft = await scenes.aDraft(story, ann, { client: await scenes.aClient(story, ann, { familyName: `Lippens ${at}` }), type: 'WONINGZOEKTOCHT', to: { [WOONDIENST]: ['CONTACT'] }, changes: FACTS });
      await scenes.aNote(story, ann, draft.id, 'HEALTH', 'gezondheid');
      drafts.push(draft);
    }
    const [woondienst, caw] = [await scenes.idOf(story, WOONDIENST), await scenes.idOf(story, CAW)];
    const truth = await Truth.of(story);
    const known = new Set((await truth.rows<{ id: string }>('select id::text from dossier union select id::text from person union select id::text from partner union select id::text from mandate union select number from referral')).map(({ id }) => id));
    const [{ id: contact }, { id: jokeId }] = [await truth.person(bram), await truth.person(joke)];
    await truth.close();
    await story.app.close();
    const since = new Date().toISOString();
    const schema = committedSchema();
    const worlds = await Promise.all([worldOf(story.ownerUrl), worldOf(story.ownerUrl)]);
    type Asked = { [door: string]: { id: string; version: number; answers: { id: string; partnerId: string; version: number }[] } };
    /** The whole story at one world; `crowded`: the CAW got it too, and does what a receiver can do; the sender changes what only the CAW reads. */
    const play = async (world: (typeof worlds)[number], crowded: boolean) => {
      const must = async (who: Person, query: string, variables: object): Promise<Asked> => {
        const { data, errors } = JSON.parse((await world.ask(who, { query, variables: { key: crypto.randomUUID(), ...variables } })).body) as { data: Asked; errors?: unknown };
        if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
        return data;
      };
      const ANSWERS = 'id version answers { id partnerId version }';
      for (const [at, { id, version }] of drafts.entries()) {
        const receivers = [{ partnerId: woondienst, classes: ['CONTACT', 'INCOME'] }, ...(crowded ? [{ partnerId: caw, classes: ['DEBTS', 'HEALTH', 'CONTACT'] }] : [])];
        const { chooseReceivers } = await must(ann, `mutation (${VERSIONED}, $receivers: [ChosenReceiver!]!) { chooseReceivers(${HERE}, receivers: $receivers) { id version } }`, { id, version, receivers });
        const { sendReferral } = await must(ann, `mutation (${VERSIONED}, $agreements: [NewAgreement!]!) { sendReferral(${HERE}, agreements: $agreements) { ${ANSWERS} } }`, { id, version: chooseReceivers.version, agreements: [scenes.agreement] });
        const mine = sendReferral.answers.find(({ partnerId }) => partnerId === woondienst)!;
        const { receiveAnswer } = await must(bram, `mutation (${VERSIONED}) { receiveAnswer(${HERE}) { id version } }`, { id: mine.id, version: mine.version });
        if (crowded) {
          const theirs = sendReferral.answers.find(({ partnerId }) => partnerId === caw)!;
          let { receiveAnswer: row } = await must(joke, `mutation (${VERSIONED}) { receiveAnswer(${HERE}) { id version } }`, { id: theirs.id, version: theirs.version });
          if (at === 0) ({ rejectReferral: row } = await must(joke, `mutation (${VERSIONED}) { rejectReferral(${HERE}, reason: "NOT_COMPETENT", advice: "Elders.") { id version } }`, row));
          if (at === 1) {
            ({ askSender: row } = await must(joke, `mutation (${VERSIONED}) { askSender(${HERE}, text: "Sinds wanneer?") { id version } }`, row));
            ({ replyToReceiver: row } = await must(ann, `mutation (${VERSIONED}) { replyToReceiver(${HERE}, text: "Sinds maart.") { id version } }`, row));
            ({ acceptReferral: row } = await must(joke, `mutation (${VERSIONED}) { acceptReferral(${HERE}, contactPersonId: "${jokeId}") { id version } }`, row));
            await must(joke, `mutation ($key: ID!, $id: ID!) { requestAccess(key: $key, dossierId: $id, classes: [HOUSING], reason: "nodig", until: "${inDays(30)}") { id version } }`, { id });
            await must(joke, 'mutation ($key: ID!, $id: ID!) { setOwnNumber(key: $key, dossierId: $id, version: 0, number: "CAW-1") { id version } }', { id });
            const { amendReferral } = await must(ann, `mutation (${VERSIONED}) { amendReferral(${HERE}, changes: { debtsNote: "Nog meer" }, notes: [{ dataClass: HEALTH, body: "anders" }]) { id version } }`, { id, version: sendReferral.version });
            await must(ann, `mutation (${VERSIONED}) { narrowShare(${HERE}, partnerId: "${caw}", classes: [DEBTS], wish: CLIENT) { id version } }`, amendReferral);
          }
          if (at === 2) await must(ann, `mutation (${VERSIONED}) { withdrawReferral(${HERE}, partnerId: "${caw}", reason: "Niet meer.") { id version } }`, { id, version: sendReferral.version });
        }
        if (at === 0) await must(bram, `mutation (${VERSIONED}) { rejectReferral(${HERE}, reason: "NOT_COMPETENT", advice: "Elders.") { id version } }`, receiveAnswer);
        if (at === 1) await must(bram, `mutation (${VERSIONED}) { acceptReferral(${HERE}, contactPersonId: "${contact}") { id version } }`, receiveAnswer);
      }
    };
    try {
      await play(worlds[0], false);
      await play(worlds[1], true);
      const plain = worlds.map(() => newThings(known, since));
      const questions = rootFields(schema).filter(({ kind }) => kind === 'query').flatMap((root) => {
        const takes = root.field.args.find(({ name }) => ['id', 'dossierId', 'clientId'].includes(name));
        const parts = root.field.name === 'worklist' ? ['TODO', 'OVERDUE', 'WAITING', 'UPCOMING'].map((part) => ({ part })) : root.field.name === 'similar' ? [{ givenName: 'Rosa', familyName: 'Lippens 1' }] : (finding('rosa', 'woning')[root.field.name] ?? [{}]);
        const values = takes ? drafts.map(({ id }) => ({ [takes.name]: id, ...(root.field.name === 'preview' && { agreements: [scenes.agreement] }) })) : [...parts, ...(root.field.name === 'referrals' ? [{ state: 'ACCEPTED' }, { state: 'REJECTED' }, { first: 1 }] : [])];
        return values.flatMap((given) => selectionsOf(root.field.type, takes ? 2 : 3).map((shows) => questionAt(root, given, shows.replaceAll(/\bnext\b/g, '__typename'))));
      });
      let compared = 0;
      for (const [reader, who] of [bram, katrien, sofie].entries()) for (const asked of questions.filter((_, at) => isTurnOf(reader, at))) {
        const [found, foundToo] = [await worlds[0].ask(who, asked), await worlds[1].ask(who, asked)];
        expect({ who: who.as, ...asked, ...plain[1](foundToo) }).toEqual({ who: who.as, ...asked, ...plain[0](found) });
        compared += 1;
      }
      // It would see a difference where there is one: the sender's.
      const all = { query: '{ referrals { nodes { state version answers { state } } } }', variables: {} };
      expect(plain[1](await worlds[1].ask(ann, all)).body).not.toBe(plain[0](await worlds[0].ask(ann, all)).body);
      tell(`${compared} answers to a receiver with and without another one: 0 differing bytes`);
      expect(compared).toBeGreaterThan(300);
    } finally {
      await Promise.all(worlds.map((world) => world.stop()));
    }
  }, patience);
});
