import type { Opened, Path } from '../../kernel/src/reference/load.js';
import { PartnerKind, Role } from '../../kernel/src/vocabulary/vocabulary.js';
import type { Demo, DemoClient, DemoConsult, DemoEvent, DemoMandate, DemoPerson, DemoReferral, DemoSignal, DemoStep } from './demo.shape.js';
import type { PartnerReference, Region } from './reference.js';
import { givesRole, ROLES_AT } from './rules.js';

type Say = (at: Path, reason: string) => void;

/** Who writes referrals, and who answers them (decisions 2). */
const WRITES: readonly Role[] = [Role.SOCIAL_WORKER, Role.HOUSING_COUNSELLOR];
const ANSWERS: readonly Role[] = [...WRITES, Role.ENERGY_ADVISER, Role.TENANCY_OFFICER];

/** Which side takes a step, from where it may be taken, and where it leads (e1). */
const STEPS: Readonly<Record<DemoEvent, { side: 'sender' | 'receiver'; from: readonly string[]; to: string; says?: readonly (keyof DemoStep)[] }>> = {
  send: { side: 'sender', from: ['DRAFT'], to: 'NEW' },
  receive: { side: 'receiver', from: ['NEW'], to: 'RECEIVED' },
  ask: { side: 'receiver', from: ['RECEIVED'], to: 'INFO_REQUESTED', says: ['text'] },
  reply: { side: 'sender', from: ['INFO_REQUESTED'], to: 'RECEIVED', says: ['text'] },
  accept: { side: 'receiver', from: ['RECEIVED'], to: 'ACCEPTED', says: ['contact'] },
  reject: { side: 'receiver', from: ['RECEIVED'], to: 'REJECTED', says: ['reason', 'advice'] },
  start: { side: 'receiver', from: ['ACCEPTED'], to: 'IN_PROGRESS' },
  feedback: { side: 'receiver', from: ['IN_PROGRESS', 'FEEDBACK_GIVEN'], to: 'FEEDBACK_GIVEN', says: ['text'] },
  close: { side: 'receiver', from: ['FEEDBACK_GIVEN'], to: 'CLOSED' },
  withdraw: { side: 'sender', from: ['NEW', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'FEEDBACK_GIVEN'], to: 'WITHDRAWN', says: ['text'] },
};

/** What is wrong with a demo that has its shape: names nobody knows, roles that a partner does not give, steps out of order. */
export function demoFaults(demos: readonly Opened<Demo>[], regions: readonly Region[]): string[] {
  const faults: string[] = [];
  const world: World = {
    partners: new Map(regions.flatMap((region) => region.partners).map((partner) => [partner.key, partner])),
    places: new Map(regions.flatMap((region) => region.municipalities).map(({ name, nis }) => [name, nis])),
    people: new Map(),
    clients: new Map(),
  };
  const referrals = new Map<string, DemoReferral>();
  for (const demo of demos) {
    keep(demo, 'people', demo.value.people, 'username', world.people, faults);
    keep(demo, 'clients', demo.value.clients, 'key', world.clients, faults);
    keep(demo, 'referrals', demo.value.referrals, 'key', referrals, faults);
  }
  for (const demo of demos) {
    const below = (part: string, index: number): Say => (at, reason) => faults.push(demo.fault([part, index, ...at], reason));
    demo.value.people.forEach((person, index) => checkPerson(person, world, below('people', index)));
    demo.value.clients.forEach((client, index) => checkClient(client, world, below('clients', index)));
    demo.value.referrals.forEach((referral, index) => checkReferral(referral, world, below('referrals', index)));
    demo.value.signals.forEach((signal, index) => checkSignal(signal, world, below('signals', index)));
    demo.value.consults.forEach((consult, index) => checkConsult(consult, world, below('consults', index)));
  }
  return faults;
}

interface World {
  partners: Map<string, PartnerReference>;
  places: Map<string, string>;
  people: Map<string, DemoPerson>;
  clients: Map<string, DemoClient>;
}

function keep<K extends string, T extends Record<K, string>>(demo: Opened<Demo>, part: string, list: readonly T[], field: K, known: Map<string, T>, faults: string[]) {
  list.forEach((one, index) => {
    if (known.has(one[field])) faults.push(demo.fault([part, index, field], `"${one[field]}" is used already`));
    else known.set(one[field], one);
  });
}

function checkPerson(person: DemoPerson, { partners, places }: World, say: Say) {
  person.mandates.forEach((mandate, index) => {
    const at = (field: string) => ['mandates', index, field];
    const partner = partners.get(mandate.partner);
    if (!partner) return say(at('partner'), `there is no partner "${mandate.partner}"`);
    if (!ROLES_AT[partner.kind].includes(mandate.role)) say(at('role'), `a partner of kind ${partner.kind} does not give ${mandate.role}`);
    else if (!givesRole(partner, mandate.role)) say(at('role'), `only the host of the portal gives ${mandate.role}`);
    if (mandate.municipality && !partner.municipalities.includes(places.get(mandate.municipality) ?? '')) say(at('municipality'), `"${partner.key}" does not work in "${mandate.municipality}"`);
    if (mandate.until && mandate.until < mandate.since) say(at('until'), 'lies before since');
    if (person.mandates.slice(0, index).some((other) => overlaps(mandate, other))) say(at('role'), `has this role at "${partner.key}" in this period already`);
  });
}

const overlaps = (one: DemoMandate, other: DemoMandate): boolean =>
  one.partner === other.partner && one.role === other.role && one.since <= (other.until ?? '9999') && other.since <= (one.until ?? '9999');

function checkClient(client: DemoClient, world: World, say: Say) {
  if (!world.partners.has(client.owner)) return say(['owner'], `there is no partner "${client.owner}"`);
  checkWorker(client.by, client.owner, WRITES, world, (reason) => say(['by'], reason));
  if (!client.representativeName !== !client.representativeKind) say(['representativeName'], 'a representative has a name and a kind');
}

/** A person who does something in the demo may still do it: active, and with a mandate that runs. */
function checkWorker(username: string, partner: string, roles: readonly Role[], { people }: World, say: (reason: string) => void) {
  const person = people.get(username);
  if (!person) return say(`there is no person "${username}"`);
  if (!person.active) return say(`"${username}" is not active`);
  if (!person.mandates.some((one) => one.partner === partner && roles.includes(one.role) && !one.until)) say(`"${username}" has no running mandate for this at "${partner}"`);
}

function checkReferral(referral: DemoReferral, world: World, say: Say) {
  const client = world.clients.get(referral.client);
  if (!client) return say(['client'], `there is no client "${referral.client}"`);
  if (!world.partners.has(referral.to)) return say(['to'], `there is no partner "${referral.to}"`);
  referral.others.forEach(({ to }, index) => {
    if (!world.partners.has(to)) say(['others', index, 'to'], `there is no partner "${to}"`);
    if (to === client.owner || to === referral.to) say(['others', index, 'to'], 'is the sender, or stands there already');
  });
  if (referral.to === client.owner) say(['to'], 'a partner does not refer to itself');
  checkWorker(referral.from, client.owner, WRITES, world, (reason) => say(['from'], reason));
  referral.notes.forEach((note, index) => {
    if (note.class !== 'PRIVATE_NOTE' && referral.notes.findIndex((other) => other.class === note.class) < index) say(['notes', index, 'class'], `a referral has one note of class ${note.class}`);
  });
  let state = 'DRAFT';
  let day = referral.drafted;
  referral.steps.forEach((step, index) => {
    const rule = STEPS[step.event];
    const tell: Say = (at, reason) => say(['steps', index, ...at], reason);
    if (!rule.from.includes(state)) tell(['event'], `"${step.event}" is not possible in ${state}`);
    if (step.at < day) tell(['at'], 'lies before what came before it');
    const [partner, roles] = rule.side === 'sender' ? [client.owner, WRITES] : [referral.to, ANSWERS];
    checkWorker(step.by, partner, roles, world, (reason) => tell(['by'], reason));
    for (const field of rule.says ?? []) if (step[field] === undefined) tell([field], 'is missing');
    if (step.contact) checkWorker(step.contact, partner, roles, world, (reason) => tell(['contact'], reason));
    if (step.event === 'send') checkAgreement(referral, step, say);
    [state, day] = [rule.to, step.at];
  });
  referral.messages.forEach(({ by, side }, index) => {
    checkWorker(by, side === 'sender' ? client.owner : referral.to, side === 'sender' ? WRITES : ANSWERS, world, (reason) => say(['messages', index, 'by'], reason));
  });
}

/** A short question goes to another partner, and who answers works there. */
function checkConsult({ by, partner, to, answeredBy, answer }: DemoConsult, world: World, say: Say) {
  if (to === partner || !world.partners.has(to)) return say(['to'], `there is no other partner "${to}"`);
  checkWorker(by, partner, ANSWERS, world, (reason) => say(['by'], reason));
  if (!answeredBy !== !answer) return say(['answer'], 'has words and somebody who wrote them');
  if (answeredBy) checkWorker(answeredBy, to, ANSWERS, world, (reason) => say(['answeredBy'], reason));
}

/** A landlord or the Woondienst reports; who mediates works at the Woondienst, and her steps come one after the other. */
function checkSignal({ by, partner, at, mediator, steps }: DemoSignal, world: World, say: Say) {
  const kind = world.partners.get(partner)?.kind;
  if (kind !== PartnerKind.HOUSING_COMPANY && kind !== PartnerKind.WOONDIENST) return say(['partner'], `"${partner}" does not report tension`);
  checkWorker(by, partner, ANSWERS, world, (reason) => say(['by'], reason));
  if (!mediator && steps.length) return say(['mediator'], 'is missing');
  const woondienst = [...world.partners.values()].find((each) => each.kind === PartnerKind.WOONDIENST);
  if (mediator && woondienst) checkWorker(mediator, woondienst.key, WRITES, world, (reason) => say(['mediator'], reason));
  steps.forEach((step, index) => {
    if (step.at < (steps[index - 1]?.at ?? at)) say(['steps', index, 'at'], 'lies before what came before it');
  });
}

/** Nothing is sent without the client's agreement, given before (BR-P2). */
function checkAgreement({ agreement }: DemoReferral, sent: DemoStep, say: Say) {
  if (!agreement) say(['agreement'], 'is missing');
  else if (agreement.agreedOn > sent.at) say(['agreement', 'agreedOn'], 'lies after the sending');
}
