import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLArgument, type GraphQLInputField, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import { ann, bram, dirk, frank, geert, jelle, nele, type Person, sofie, tom } from '../cast/cast.js';
import { aDraft, aProtocol, aReferral, agreement, receive, type Referral } from '../cast/scenes.js';
import { Truth } from '../cast/truth.js';
import { type Answer, startPortal, type TestPortal } from '../support/portal.js';

/** Invented, and passes the checksum (BR-I2). */
const NATIONAL = ['96.04.03-001.13', '96040300113', 'Zij gaf 14.04.03-001.66 op', '96 04 03 001 13', '96\u20110403\u00ad001.13'];
type Input = GraphQLArgument | GraphQLInputField;
/** One place in a mutation where somebody may type. */
type Place = { mutation: string; path: string[]; label: string };

describe('a text that somebody types', () => {
  let portal: TestPortal;
  let truth: Truth;
  let schema: GraphQLSchema;
  let places: Place[];
  let sample: { [argument: string]: unknown };
  let delivered: Referral;
  let protocol: string;
  beforeAll(async () => {
    portal = await startPortal();
    truth = await Truth.of(portal);
    ({ schema } = portal.app.get(GraphQLSchemaHost));
    places = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) => textsOf(args).map((path) => ({ mutation: name, path, label: [name, ...path].join('.') })));
    const draft = await aDraft(portal);
    delivered = await receive(portal, await aReferral(portal));
    protocol = await aProtocol(portal, frank, await truth.partner('Vivus'));
    for (const who of [dirk, geert, jelle, nele, sofie, tom]) await portal.session(who.as); // the first sign-in writes who somebody is
    const { id: person } = await truth.person(ann);
    const [{ version }] = await truth.rows<{ version: number }>('select version from person where id = $1', [person]);
    sample = { draft: draft.id, draftVersion: draft.version, clientId: draft.clientId, personId: person, personVersion: version, contactPersonId: person };
  });
  afterAll(async () => {
    await truth.close();
    await portal.stop();
  });

  function textsOf(inputs: readonly Input[], above: string[] = []): string[][] {
    return inputs.flatMap((input) => {
      const type = getNamedType(input.type);
      const at = [...above, input.name, ...(isList(input) ? ['0'] : [])];
      if (isInputObjectType(type)) return textsOf(Object.values(type.getFields()), at);
      return type.name === 'String' ? [at] : [];
    });
  }

  const isList = ({ type }: Input): boolean => String(type).startsWith('[');
  /** Good values for all that a mutation needs; a list holds one. */
  const goodFor = (input: Input): unknown => (isList(input) ? [oneFor(input)] : oneFor(input));
  function oneFor(input: Input): unknown {
    const type = getNamedType(input.type);
    const whole: { [type: string]: unknown } = { NewAgreement: agreement, ContentChanges: {}, SecretText: { dataClass: 'HEALTH', body: 'tekst' }, FileToHandOver: { dossierId: sample.draft, version: 1, note: 'tekst' }, PersonOfHousehold: { relation: 'CHILD', givenName: 'Kind', familyName: 'Lippens' }, ChosenReceiver: { partnerId: sample.draft, classes: ['CONTACT'] }, NewConsult: { receiverId: sample.draft, anonymous: false, question: 'tekst' }, NewRenter: { givenName: 'Rosa', familyName: 'Lippens' }, PartyChanges: {}, NewSignal: { origin: 'LANDLORD', landlordName: 'tekst', street: 'Ooigemstraat 1', postcode: '8710', municipality: 'Wielsbeke', renters: [{ givenName: 'Rosa', familyName: 'Lippens' }] }, SignalFacts: { topic: 'LIVEABILITY', urgent: false, facts: 'tekst', danger: true, dangerNote: 'tekst' }, NewClient: { givenName: 'Rosa', familyName: 'Lippens' }, ClientChanges: {}, ReferralChanges: {}, ExchangeProtocolChanges: {}, ExchangeProtocolText: { purpose: 'Doel', classes: ['CORE'], legalBasis: 'Wet', frequency: 'Per vraag', security: 'Portaal', retention: 'Een jaar', validFrom: '2026-01-05' } };
    if (input.name === 'key') return randomUUID();
    if (input.name in sample) return sample[input.name];
    if (isInputObjectType(type)) return structuredClone(whole[type.name]);
    if (isEnumType(type)) return { Role: 'SOCIAL_WORKER', DataClass: isList(input) ? 'CONTACT' : 'PRIVATE_NOTE' }[type.name] ?? type.getValues()[0].name;
    return { ID: sample.draft, Int: sample.draftVersion, Day: '2026-01-05', Moment: '2026-01-05T09:00:00.000Z', Boolean: true, String: input.name === 'type' ? 'TO_WOONDIENST' : 'tekst' }[type.name];
  }

  const RECEIVER = /^(askSender|rejectReferral|giveFeedback|confirmKept|acceptReferral)$/;
  const ADMIN = /^(add|change)Person$|Mandate|ClosingDay/;
  const MEDIATOR = /Mediation$|^mediation|Settlement$|Party$|Session|^(approveWords|warnOthers|contactRenter|renterNotReached|askTenantsUnion|settlementBreached|recordSignature|askLandlord|reportTension)$/;
  const LANDLORD = /^(answerMediator|withdrawSignal|reportBreach|signSettlement|importDwellings)$/;
  const whoDoes = (mutation: string): Person => (mutation === 'askSupport' ? jelle : mutation === 'assignMediation' ? sofie : LANDLORD.test(mutation) ? tom : MEDIATOR.test(mutation) ? bram : /^advise.*Protocol$|^(breakGlass|holdDossier|liftHold|takeOffDestruction)$/.test(mutation) ? nele : /CooperationProtocol$/.test(mutation) ? dirk : /Protocol$/.test(mutation) ? frank : ADMIN.test(mutation) ? geert : RECEIVER.test(mutation) ? bram : ann);

  function tryIt({ mutation, path }: Place, text: unknown): Promise<Answer<{ [mutation: string]: object } | null>> {
    const { args } = schema.getMutationType()!.getFields()[mutation];
    const variables: { [name: string]: unknown } = Object.fromEntries(args.filter(({ type, name }) => String(type).endsWith('!') || name === path[0]).map((arg) => [arg.name, goodFor(arg)]));
    if (/^(askSender|rejectReferral|giveFeedback|confirmKept|replyToReceiver)$/.test(mutation)) Object.assign(variables, { id: delivered.answerId, version: delivered.answerVersion });
    if (/^(writeNote|setOwnNumber)$/.test(mutation)) Object.assign(variables, { dossierId: sample.draft, version: 0 });
    if (mutation === 'changeClient') Object.assign(variables, { id: sample.clientId, version: 1 });
    if (mutation === 'changePerson') Object.assign(variables, { id: sample.personId, version: sample.personVersion });
    if (/^(?!draft).*ExchangeProtocol$/.test(mutation)) Object.assign(variables, { id: protocol, version: 1 });
    let at = variables;
    for (const step of path.slice(0, -1)) at = at[step] as typeof at;
    at[path.at(-1)!] = mutation === 'importDwellings' && typeof text === 'string' ? `nummer;straat;postcode;gemeente\nV-1;${text};8710;Wielsbeke` : text;
    const named = Object.keys(variables);
    const query = `mutation (${named.map((name) => `$${name}: ${String(args.find((arg) => arg.name === name)!.type)}`).join(', ')}) { ${mutation}(${named.map((name) => `${name}: $${name}`).join(', ')}) { __typename } }`;
    return portal.graphql(query, variables, whoDoes(mutation));
  }

  const everything = async () => {
    const tables = await truth.rows<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('sign_in', 'trail', 'migrations') order by 1`);
    return Promise.all(tables.map(async ({ name }) => [name, (await truth.rows<{ sum: string }>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`))[0].sum]));
  };

  it('may be typed in many places', () => {
    expect(places.length).toBeGreaterThan(45);
    expect(places.map(({ label }) => label)).toEqual(expect.arrayContaining(['openClient.input.cirNumber', 'saveDraft.changes.debtsNote', 'sendReferral.agreements.0.agreedName', 'amendReferral.notes.0.body', 'saveHousehold.persons.0.givenName', 'requestAccess.reason', 'setOwnNumber.number', 'recusePerson.reason', 'writeNote.body', 'addPerson.username', 'giveMandate.municipality', 'rejectReferral.text']));
  });

  it('is refused with a hint, and not stored, wherever a national number stands in it', async () => {
    const before = await everything();
    for (const place of places) {
      const number = NATIONAL[places.indexOf(place) % NATIONAL.length];
      const { errors } = await tryIt(place, number);
      expect([place.label, errors?.[0].extensions]).toEqual([place.label, { code: 'INVALID', fields: [{ field: place.path.at(-1), message: expect.stringMatching(place.label.endsWith('.email') ? /e-mailadres|rijksregisternummer/ : /rijksregisternummer/) }] }]);
    }
    expect(await everything()).toEqual(before);
    expect(portal.logs.join('')).not.toMatch(/96[. ]?04[. ]?03|14\.04\.03/);
  });

  it('is refused when it is too long, wherever that is', async () => {
    for (const place of places) {
      const { errors } = await tryIt(place, 'x'.repeat(place.label === 'importDwellings.file' ? 90_001 : 40_001));
      expect([place.label, errors?.[0].extensions]).toEqual([place.label, { code: 'INVALID', fields: [{ field: place.path.at(-1), message: expect.stringMatching(place.label.endsWith('.email') ? /e-mailadres|^Hoogstens/ : place.label === 'importDwellings.file' ? /te groot/ : /^Hoogstens \d+ tekens\.$/) }] }]);
    }
  });

  it('is refused, and no fault of ours, when it holds what no database keeps', async () => {
    // Some are refused for another reason before they come that far.
    const refused = /^(INVALID|NEEDS|NOT_POSSIBLE|NOT_FOUND|FORBIDDEN)$/;
    for (const place of places) expect([place.label, (await tryIt(place, 'a\u0000b')).errors?.[0].extensions.code]).toEqual([place.label, expect.stringMatching(refused)]);
  });

  it.each([[['x']], [{ x: 1 }], [7], [true], [{ $regex: '.*' }], [{ __proto__: null, toString: 'x' }]])('is nothing but text: %j', async (value) => {
    for (const place of places.filter((_, at) => at % 5 === 0)) expect([place.label, (await tryIt(place, value)).status]).toEqual([place.label, 400]);
  });
});
