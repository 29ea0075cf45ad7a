import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ann, bram, hilde, jens, joke, lies, type Person, sofie } from '../cast/cast.js';
import { aClient, agreement, codeOf, type Referral, send } from '../cast/scenes.js';
import { aFullDraft, CAW, ENERGIEHUIS, narrow, now, withdrawIt, WOONDIENST } from '../cast/sharing.js';
import { Truth } from '../cast/truth.js';
import { startPortal, type TestPortal } from '../support/portal.js';
import { type Done, read } from './shown.js';

const WHY = 'query ($id: ID!, $dataClass: DataClass!) { why(id: $id, dataClass: $dataClass) { dataClass shown title says rule chosenBy ask until mayAsk } }';
const EMPTY = { phone: null, email: null, language: null, contactNote: null, debtsNote: null, incomeSource: null, incomeNote: null, housingWishes: null, homeNote: null, heating: null, householdNote: null };
const CLASSES = ['IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL'];
const agreed = { ...agreement, classes: ['CONTACT', 'HEALTH', 'HOUSING_TECHNICAL'] };
const TO = { [WOONDIENST]: ['CONTACT', 'HEALTH'], [CAW]: [], [ENERGIEHUIS]: ['CONTACT'] };

describe('why one sees something or not', () => {
  let portal: TestPortal;
  let truth: Truth;
  let full: Referral;
  let empty: Referral;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    const client = await aClient(portal);
    full = await send(portal, await aFullDraft(portal, ann, { to: TO, client }), [agreed]);
    empty = await send(portal, await aFullDraft(portal, ann, { to: TO, client, changes: EMPTY, notes: false }), [agreed]);
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });
  const why = async (who: Person, dataClass: string, { id } = full) => (await read(portal, who, WHY, { id, dataClass })).why;

  it('is the same, byte for byte, whether or not there is a value', async () => {
    for (const who of [ann, bram, joke, jens, hilde, sofie]) for (const dataClass of CLASSES) {
      const until = (text: string) => text.replace(/"until":"[^"]*"/, '"until":"…"');
      expect([who.as, dataClass, until(JSON.stringify(await why(who, dataClass, empty)))]).toEqual([who.as, dataClass, until(JSON.stringify(await why(who, dataClass)))]);
    }
  });

  it.each<[string, Person, string, object]>([
    ['a class that was not shared: who can, and whom to ask', joke, 'DEBTS', { shown: false, title: 'Schulden: niet voor u zichtbaar', says: 'OCMW Ledegem koos om schulden niet met u te delen, of nam het terug. Dat kan alleen als de cliënt ermee akkoord gaat. Dit zegt niet of er iets ingevuld is.', ask: 'Ann Maes, OCMW Ledegem', mayAsk: true, until: null }],
    ['the law', jens, 'HEALTH', { shown: false, says: 'U valt in deze functie niet onder het beroepsgeheim. Geen keuze of akkoord verandert dat. Dit zegt niet of er iets ingevuld is.', mayAsk: false, chosenBy: null, rule: 'Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht. (BR-P2, c4 noot 13)' }],
    ['a function that does not need it', jens, 'DEBTS', { shown: false, mayAsk: false, chosenBy: null, says: expect.stringContaining('Voor uw taak is dit niet nodig') }],
    ['a coordinator’s function', sofie, 'IDENTITY', { shown: false, mayAsk: false, says: expect.stringContaining('Voor uw taak is dit niet nodig') }],
    ['how the sender stands with others', joke, 'PROGRESS', { shown: false, mayAsk: false }],
    ['what was shared, and until when', bram, 'HEALTH', { shown: true, says: 'OCMW Ledegem koos om dit met u te delen, met akkoord van de cliënt. U valt onder het beroepsgeheim.', until: expect.any(String), mayAsk: false }],
    ['what was shared with who is bound by discretion', jens, 'CONTACT', { shown: true, says: 'OCMW Ledegem koos om dit met u te delen, met akkoord van de cliënt. U bent gebonden door discretieplicht.' }],
    ['what every receiver sees', jens, 'IDENTITY', { shown: true, says: 'Wie een doorverwijzing krijgt, ziet dit altijd. U bent gebonden door discretieplicht.' }],
    ['what one wrote oneself', ann, 'HEALTH', { shown: true, says: 'Uw organisatie schreef dit zelf.', ask: null }],
  ])('tells of %s', async (_, who, dataClass, expected) => {
    expect(await why(who, dataClass)).toMatchObject({ dataClass, rule: expect.stringMatching(/./), ...expected });
  });

  it('never calls shared what stands in no referral: a private note, an outcome', async () => {
    for (const dataClass of ['PRIVATE_NOTE', 'OUTCOME']) {
      for (const who of [joke, jens, ann]) expect([who.as, dataClass, codeOf(await portal.graphql<Done>(WHY, { id: full.id, dataClass }, who))]).toEqual([who.as, dataClass, 'INVALID']);
    }
  });

  it('follows what is taken back, at once', async () => {
    const taken = await narrow(portal, await now(portal, full), await truth.partner(WOONDIENST), ['CONTACT']);
    expect(taken.errors).toBeUndefined();
    expect(await why(bram, 'HEALTH')).toMatchObject({ shown: false, mayAsk: true, until: null });
  });

  it('tells of a protected address, and that no choice changes it', async () => {
    const hidden = await send(portal, await aFullDraft(portal, ann, { client: await aClient(portal, ann, { addressProtected: true }), to: { [WOONDIENST]: ['CONTACT'], [ENERGIEHUIS]: ['CONTACT'] } }), [agreed]);
    for (const who of [bram, jens]) expect(await why(who, 'ADDRESS', hidden)).toMatchObject({ shown: false, mayAsk: false, chosenBy: null, says: 'Het adres van deze cliënt is beschermd. Het gaat naar niemand, ook de gemeente niet. Dit zegt niet of er iets ingevuld is.' });
    expect(await why(ann, 'ADDRESS', hidden)).toMatchObject({ shown: true });
  });

  it('is nowhere for who may not know of the referral, in the same bytes as what does not exist', async () => {
    const draft = await aFullDraft(portal, ann, { to: { [CAW]: [] } });
    for (const [who, { id }] of [[lies, full], [joke, draft], [jens, draft]] as const) for (const dataClass of ['IDENTITY', 'HEALTH']) {
      const answer = await portal.graphql<Done>(WHY, { id, dataClass }, who);
      expect([who.as, codeOf(answer)]).toEqual([who.as, 'NOT_FOUND']);
      expect(JSON.stringify(answer.errors)).toBe(JSON.stringify((await portal.graphql<Done>(WHY, { id: randomUUID(), dataClass }, who)).errors));
    }
    await withdrawIt(portal, await now(portal, empty));
    expect(codeOf(await portal.graphql<Done>(WHY, { id: empty.id, dataClass: 'IDENTITY' }, bram))).toBe('NOT_FOUND');
  });
});
