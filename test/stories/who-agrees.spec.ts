import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, jens, joke, type Person } from '../cast/cast.js';
import { accept, aClient, agreement, EVERYTHING, receive, type Referral, send } from '../cast/scenes.js';
import { act, aFullDraft, at, CAW, ENERGIEHUIS, now, sendIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { read } from './shown.js';

const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
/** Somebody who turns so old in so many days. */
const turning = (years: number, inDays = 0) => `${Number(day(inDays).slice(0, 4)) - years}${day(inDays).slice(4)}`;
const own = { ...agreement, classes: [...EVERYTHING, 'INCOME_CATEGORY', 'HOUSING_TECHNICAL'] };

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

const draftOf = async (client: object, to: { [partner: string]: readonly string[] } = { [WOONDIENST]: ['CONTACT'] }, notes = false) => aFullDraft(portal, ann, { client: await aClient(portal, ann, client), to, notes });
const said = async (draft: Referral, ...agreements: object[]) => {
  const { data, errors } = await sendIt(portal, draft, agreements);
  return errors ? errors[0].extensions.fields?.[0] : data.sendReferral.state;
};
const until = async (draft: Referral) => (await truth.rows<{ until: string }>('select until::text from agreement where about_id = $1 and about_person_id is null', [draft.id]))[0].until;
const shareEnds = async (draft: Referral) => (await truth.rows<{ until: string }>(`select ((until - interval '1 second') at time zone 'Europe/Brussels')::date::text as until from share where dossier_id = $1`, [draft.id]))[0].until;

describe('who is younger than sixteen', () => {
  it('does not agree herself, up to the day before her birthday', async () => {
    for (const birthDate of [turning(16, 1), turning(3)]) {
      const draft = await draftOf({ birthDate });
      expect(await said(draft, own)).toEqual({ field: 'agreedBy', message: 'Jonger dan 16 jaar: een ouder of vertegenwoordiger gaat akkoord.' });
      expect(await said(draft, { ...own, minorAsked: true })).toMatchObject({ field: 'agreedBy' });
      expect(await said(draft, { ...own, agreedBy: 'PARENT', agreedName: 'Mia Lippens' })).toBe('DELIVERED');
    }
  });

  it('is agreed for until her eighteenth birthday at most', async () => {
    const draft = await draftOf({ birthDate: turning(16, 1) });
    await said(draft, { ...own, agreedBy: 'PARENT', agreedName: 'Mia Lippens' });
    expect(await until(draft)).toBe(await shareEnds(draft));
    expect(Date.parse(await until(draft)) - Date.now()).toBeLessThanOrEqual(366 * 86_400_000);
  });
});

describe('who is sixteen or seventeen', () => {
  it('agrees herself', async () => {
    for (const birthDate of [turning(16), turning(18, 1)]) expect(await said(await draftOf({ birthDate }), own)).toBe('DELIVERED');
  });

  it('is asked too when a parent or representative agrees', async () => {
    for (const agreedBy of ['PARENT', 'REPRESENTATIVE']) {
      const draft = await draftOf({ birthDate: turning(17), representativeName: 'Mia Lippens', representativeKind: 'GUARDIAN', representativeFor: 'BOTH' });
      expect(await said(draft, { ...own, agreedBy, agreedName: 'Mia Lippens' })).toEqual({ field: 'minorAsked', message: 'Vanaf 16 jaar vraagt u het ook aan de jongere zelf.' });
      expect(await said(draft, { ...own, agreedBy, agreedName: 'Mia Lippens', minorAsked: true })).toBe('DELIVERED');
    }
  });

  it('is agreed for until the day before she is eighteen, and what is shared ends with it', async () => {
    const draft = await draftOf({ birthDate: turning(18, 40) });
    expect(await said(draft, { ...own, agreedBy: 'PARENT', agreedName: 'Mia Lippens', minorAsked: true })).toBe('DELIVERED');
    expect([await until(draft), await shareEnds(draft)]).toEqual([day(39), day(39)]);
  });
});

describe('who is eighteen', () => {
  it('is not agreed for by a parent any more, on that very day', async () => {
    const draft = await draftOf({ birthDate: turning(18) });
    expect(await said(draft, { ...own, agreedBy: 'PARENT', agreedName: 'Mia Lippens', minorAsked: true })).toEqual({ field: 'agreedBy', message: 'Vanaf 18 jaar gaat iemand zelf akkoord, of een vertegenwoordiger.' });
    expect(await said(draft, own)).toBe('DELIVERED');
  });
});

describe('a representative', () => {
  const by = { ...own, agreedBy: 'REPRESENTATIVE', agreedName: 'Mr. De Wilde', way: 'BY_REPRESENTATIVE_SIGNED' };
  const mandate = { representativeName: 'Mr. De Wilde', representativeKind: 'ADMINISTRATOR' };

  it('agrees when there is one on file, and nobody else in her name', async () => {
    const draft = await draftOf({});
    expect(await said(draft, by)).toEqual({ field: 'agreedBy', message: 'In het dossier van de cliënt staat geen vertegenwoordiger. Vul die eerst in.' });
  });

  it('no longer agrees once the mandate ended, and still does on its last day', async () => {
    expect(await said(await draftOf({ ...mandate, representativeFor: 'BOTH', representativeUntil: day(-1) }), by)).toEqual({ field: 'agreedBy', message: 'Het mandaat van de vertegenwoordiger is afgelopen.' });
    const last = await draftOf({ ...mandate, representativeFor: 'BOTH', representativeUntil: day(0) });
    expect(await said(last, by)).toBe('DELIVERED');
    expect([await until(last), await shareEnds(last)]).toEqual([day(0), day(0)]);
  });

  it('agrees no longer than the mandate lasts', async () => {
    const draft = await draftOf({ ...mandate, representativeFor: 'BOTH', representativeUntil: day(60) });
    await said(draft, by);
    expect([await until(draft), await shareEnds(draft)]).toEqual([day(60), day(60)]);
  });

  it('for the goods agrees to income and debts, and to nothing of health, justice or household', async () => {
    for (const dataClass of ['HEALTH', 'JUDICIAL', 'HOUSEHOLD'])
      expect([dataClass, await said(await draftOf({ ...mandate, representativeFor: 'GOODS' }, { [WOONDIENST]: [dataClass] }, true), { ...by, classes: [dataClass] })]).toEqual([dataClass, { field: 'classes', message: 'Een vertegenwoordiger voor de goederen gaat niet akkoord over gezondheid, gerecht of gezin: dat doet de cliënt zelf.' }]);
    expect(await said(await draftOf({ ...mandate, representativeFor: 'GOODS' }, { [WOONDIENST]: ['INCOME', 'DEBTS'] }), { ...by, classes: ['INCOME', 'DEBTS'] })).toBe('DELIVERED');
    for (const representativeFor of ['PERSON', 'BOTH']) expect([representativeFor, await said(await draftOf({ ...mandate, representativeFor }, { [WOONDIENST]: ['HEALTH'] }, true), { ...by, classes: ['HEALTH'] })]).toEqual([representativeFor, 'DELIVERED']);
  });
});

describe('a household', () => {
  const TO = { [WOONDIENST]: ['CONTACT', 'HOUSEHOLD'], [CAW]: ['CONTACT'], [ENERGIEHUIS]: ['CONTACT', 'HOUSEHOLD_SIZE'] };
  const ALL: readonly Person[] = [bram, joke, jens];
  const persons = [
    { relation: 'PARTNER', givenName: 'Akkoordina', familyName: 'Wel', birthDate: turning(40) },
    { relation: 'OTHER', givenName: 'Weigertje', familyName: 'Niet', birthDate: turning(50) },
    { relation: 'CHILD', givenName: 'Kleintje', familyName: 'Lippens', birthDate: turning(9) },
  ];
  let draft: Referral;
  let ids: { [name: string]: string };
  const household = (what: Referral, people: readonly object[]) => act(portal, ann, 'saveHousehold', what, { persons: '[PersonOfHousehold!]!' }, { persons: people }, 'version persons { id givenName leftOut }');
  const agreeing = (name: string, more: object = {}) => ({ ...agreement, personId: ids[name], classes: [], agreedName: name, ...more });
  const whole = (who: Person, id: string) => read(portal, who, `query ($id: ID!) { referral(id: $id) { question householdNote adults children persons { relation givenName familyName birthDate leftOut } notes { body } timeline { personName text outcome } shares { purpose } withheld { dataClass } answers { timeline { text personName } } } ownAnswer(dossierId: $id) { timeline { text } }
    similar(givenName: "Weigertje", familyName: "Niet", birthDate: "${turning(50)}") { clients { givenName } referrals { id givenName familyName persons { givenName } } } worklist(part: TODO, first: 50) { nodes { kind referral { persons { givenName familyName } } } } referrals(first: 50) { nodes { persons { givenName familyName } } } }`, { id });

  beforeAll(async () => {
    draft = await aFullDraft(portal, ann, { to: TO, notes: false });
    const { data, errors } = await household(draft, persons);
    if (errors) throw new Error(JSON.stringify(errors));
    ids = Object.fromEntries(data.saveHousehold.persons.map(({ id, givenName }) => [String(givenName), id] as const));
    draft = { ...draft, version: data.saveHousehold.version };
  });

  it('is asked one by one: each by the rules of her own age', async () => {
    expect(await said(draft, own, agreeing('Kleintje'))).toEqual({ field: 'agreedBy', message: 'Jonger dan 16 jaar: een ouder of vertegenwoordiger gaat akkoord.' });
    expect(await said(draft, own, agreeing('Akkoordina', { agreedBy: 'PARENT' }))).toMatchObject({ field: 'agreedBy' });
    expect(await said(draft, own, agreeing('Akkoordina', { toldWhom: false }))).toMatchObject({ field: 'agreement' });
    expect(await said(draft, own, agreeing('Akkoordina', { agreedName: ' ' }))).toMatchObject({ field: 'agreedName' });
    expect(await said(draft, own, agreeing('Akkoordina', { agreedOn: day(1) }))).toMatchObject({ field: 'agreedOn' });
    expect(await said(draft, own, agreeing('Akkoordina'), agreeing('Akkoordina'))).toEqual({ field: 'personId', message: 'Van dezelfde persoon staan er twee akkoorden.' });
    expect(await said(draft, own, agreeing('Akkoordina', { personId: randomUUID() }))).toEqual({ field: 'personId', message: 'Deze persoon hoort niet bij de doorverwijzing.' });
    expect(await said(draft, agreeing('Akkoordina'))).toMatchObject({ field: 'agreement' });
    expect(await truth.rows('select 1 from agreement where about_id = $1', [draft.id])).toEqual([]);
  });

  it('shows each receiver in the look beforehand who agreed, and nobody else', async () => {
    const { preview } = await read(portal, ann, 'query ($id: ID!, $agreements: [NewAgreement!]!) { preview(id: $id, agreements: $agreements) { referral { persons { givenName } } } }', { id: draft.id, agreements: [own, agreeing('Akkoordina')] });
    for (const { referral } of preview) expect(referral.persons).toEqual([{ givenName: 'Akkoordina' }]);
    expect(preview).toHaveLength(3);
    expect(await truth.rows(`select given_name from referral_person where dossier_id = $1 and audience = '{}'`, [draft.id])).toEqual([]);
  });

  it('leaves out who did not agree, for every receiver on every route; who agreed is seen', async () => {
    draft = await send(portal, draft, [own, agreeing('Akkoordina'), agreeing('Kleintje', { agreedBy: 'PARENT', agreedName: 'Rosa Lippens' })]);
    for (const who of ALL) {
      const seen = await whole(who, draft.id);
      expect([who.as, seen.referral.persons.map(({ givenName }) => givenName).sort()]).toEqual([who.as, ['Akkoordina', 'Kleintje']]);
      expect([who.as, JSON.stringify(seen).match(/Weigertje|"Niet"/)]).toEqual([who.as, null]);
    }
    expect((await read(portal, ann, 'query ($id: ID!) { referral(id: $id) { persons { givenName } } }', { id: draft.id })).referral.persons).toHaveLength(3);
  });

  it('leaves her out after acceptance too: the receiver’s file is of the client alone', async () => {
    const accepted = await accept(portal, await receive(portal, await at(portal, bram, draft)));
    const rows = await truth.rows<{ row: string }>('select to_jsonb(c)::text as row from client c where c.source_referral_id = $1', [accepted.id]);
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toMatch(/Weigertje|Akkoordina|Kleintje/);
    expect(JSON.stringify(await whole(bram, draft.id))).not.toContain('Weigertje');
  });

  it('agrees each for herself: a row for each person and receiver, about nothing but her name', async () => {
    expect(await truth.rows('select p.given_name, g.classes, count(*)::int n from agreement g join referral_person p on p.id = g.about_person_id where g.about_id = $1 group by 1, 2 order by 1', [draft.id])).toEqual([
      { given_name: 'Akkoordina', classes: ['CORE', 'IDENTITY'], n: 3 },
      { given_name: 'Kleintje', classes: ['CORE', 'IDENTITY'], n: 3 },
    ]);
  });

  it('cannot be written by a receiver, nor after sending', async () => {
    expect((await household(await now(portal, draft), persons)).errors?.[0].extensions.code).toBe('NOT_POSSIBLE');
    expect((await act(portal, bram, 'saveHousehold', draft, { persons: '[PersonOfHousehold!]!' }, { persons: [] })).errors?.[0].extensions.code).toBe('FORBIDDEN');
  });

  it('of which somebody was dropped before sending is not asked for her, and shows her to nobody', async () => {
    const other = await aFullDraft(portal, ann, { to: TO, notes: false });
    const first = (await household(other, persons)).data.saveHousehold;
    const kept = first.persons.find(({ givenName }) => givenName === 'Akkoordina')!;
    const second = (await household({ ...other, version: first.version }, [{ ...persons[0], id: kept.id }])).data.saveHousehold;
    const dropped = first.persons.find(({ givenName }) => givenName === 'Weigertje')!;
    const last = { ...other, version: second.version };
    expect(await said(last, own, { ...agreement, personId: dropped.id, classes: [], agreedName: 'Weigertje Niet' })).toMatchObject({ field: 'personId' });
    expect(await said(last, own, { ...agreement, personId: kept.id, classes: [], agreedName: 'Akkoordina Wel' })).toBe('DELIVERED');
    expect((await whole(joke, other.id)).referral.persons).toHaveLength(1);
  });
});
