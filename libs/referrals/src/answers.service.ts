import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Client, ClientFile } from '#clients';
import { Calendars, type ClosingDays, Mandate, Partner, Person } from '#directory';
import { entry, taskWrites, Terms } from '#dossiers';
import { type Actor, Clock, DataClass, dayOf, type Desk, endDuty, insert, openDossier, type Outcome, Refusal, restate, shapeOf, Share, step, takeDuty, type Task, TaskKind, update, Work, type Write } from '#kernel';
import { Answer } from './answer.record.js';
import { closing, reopening } from './closing.js';
import { opening } from './drafts.service.js';
import { Recipient } from './recipient.record.js';
import { Referral } from './referral.record.js';
import { ReferralTypeBook } from './referral-types.js';
import { type AnswerEvent, type AnswerFacts, answerFlow, AnswerState, ENDED } from './referral.workflow.js';
import { holders, termsOf } from './sides.js';

type Change = { key: string; id: string; version: number };
/** What one event means beside the new state. */
type Consequence = { facts?: AnswerFacts; changes?: Partial<Answer>; text?: string; outcome?: string; writes?: readonly Write[]; event: string };
/** `referral` is null for a receiver whose seat has become a former one: it sees its own answer and nothing else. */
type Scene = { desk: Desk; answer: Answer; referral: Referral | null; now: Date; closed: ClosingDays };

/** The verbs of a receiver on its answer, and the sender's reply. */
@Injectable()
export class AnswersService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly types: ReferralTypeBook,
    private readonly terms: Terms,
  ) {}

  onModuleInit(): void {
    // Nobody answered the receiver's question in time (e1).
    this.terms.whenPassed(TaskKind.ANSWER_QUESTION, (desk, task, now) => this.expire(desk, task, now));
  }

  /** The first reading. It moves no term. */
  receive(me: Actor, change: Change): Promise<string> {
    return this.cause(me, 'receive', change, async ({ now }) => ({ event: 'RECEIVED', changes: { readAt: now } }));
  }

  /** Stops the term; the reply starts a new one. */
  ask(me: Actor, change: Change & { text: string }): Promise<string> {
    return this.cause(me, 'ask', change, async () => ({ event: 'ASKED', text: change.text }));
  }

  reply(me: Actor, change: Change & { text: string }): Promise<string> {
    return this.cause(me, 'reply', change, async () => ({ event: 'REPLIED', text: change.text }));
  }

  /** Names the fixed contact person (BR-G2) and gives the receiver a client file of its own (BR-P16). */
  accept(me: Actor, change: Change & { contactPersonId: string; clientId?: string | null }): Promise<string> {
    return this.cause(me, 'accept', change, async ({ desk, referral, now }) => {
      if (!referral) throw new Refusal('NOT_POSSIBLE');
      const contact = await this.contactOf(desk, me, change.contactPersonId, now);
      const writes = contact ? [endDuty(referral.id, me.partnerId, 'CONTACT'), takeDuty(referral.id, contact.id, me.partnerId, 'CONTACT'), ...(await this.ownFile(desk, me, referral, change.clientId ?? null, now)), ...(referral.transfer ? handedOver(referral, me, now) : [])] : [];
      return { event: 'ACCEPTED', facts: { contactFits: contact !== null }, changes: { contactPersonId: contact?.id, contactName: contact?.name, acceptedAt: now }, writes };
    });
  }

  /** Every question is answered: a reason of the list, and an advice or motivation (BR-G5). */
  reject(me: Actor, change: Change & { reason: string; text?: string | null; advice: string }): Promise<string> {
    return this.cause(me, 'reject', change, async ({ referral, now }) => {
      const reason = referral && this.types.get(referral.type).rejectReasons.find(({ code }) => code === change.reason);
      const facts = { reasonFits: Boolean(reason), textNeeded: reason?.needsText, text: change.text, advice: change.advice };
      return { event: 'REJECTED', facts, outcome: change.advice, changes: { rejectReason: change.reason, rejectText: change.text ?? null, advice: change.advice, endedAt: now } };
    });
  }

  /** To a partner to whom the client agreed too; it becomes a draft of the sender, who knows the client and may send it (domain e1). */
  redirect(me: Actor, { partnerId, ...change }: Change & { partnerId: string; advice: string }): Promise<string> {
    return this.cause(me, 'redirect', { ...change, partnerId } as Change, async ({ desk, referral, now }) => {
      if (!referral) throw new Refusal('NOT_POSSIBLE');
      const agreedTo = partnerId !== me.partnerId && referral.redirectIds.includes(partnerId);
      const [partner] = (await desk.rowsOf(Partner, 'id', partnerId)) as (Partner | undefined)[];
      const writes = agreedTo ? redraft(referral, partnerId, now) : [];
      return { event: 'REDIRECTED', facts: { agreedTo, advice: change.advice }, changes: { redirectPartnerId: partnerId, advice: change.advice, endedAt: now }, text: partner?.name, outcome: change.advice, writes };
    });
  }

  /** By either side, with a note: answered like a received one, in a new term. */
  reopen(me: Actor, change: Change & { text: string }): Promise<string> {
    return this.cause(me, 'reopen', change, async ({ desk, answer, referral, now }) => {
      if (!referral) throw new Refusal('NOT_POSSIBLE');
      const shared = (await desk.rowsOf(Share, 'dossierId', answer.dossierId)).some(({ partnerId, until }) => partnerId === answer.partnerId && until > now);
      return { event: 'REOPENED', text: change.text, facts: { stillShared: shared }, changes: { endedAt: null }, writes: reopening(referral, now) };
    });
  }

  start(me: Actor, change: Change): Promise<string> {
    return this.cause(me, 'start', change, async () => ({ event: 'STARTED' }));
  }

  feedback(me: Actor, change: Change & { text: string }): Promise<string> {
    return this.cause(me, 'feedback', change, async () => ({ event: 'FEEDBACK', outcome: change.text }));
  }

  close(me: Actor, change: Change): Promise<string> {
    return this.cause(me, 'close', change, async ({ now }) => ({ event: 'CLOSED', changes: { endedAt: now } }));
  }

  /** After a withdrawal: nothing is kept. */
  stop(me: Actor, change: Change): Promise<string> {
    return this.cause(me, 'stop', change, async ({ now }) => ({ event: 'STOPPED', changes: { endedAt: now } }));
  }

  /** After a withdrawal: what the receiver wrote itself is kept, on this ground. */
  keep(me: Actor, change: Change & { ground: string }): Promise<string> {
    return this.cause(me, 'keep', change, async ({ now }) => ({ event: 'KEPT', outcome: change.ground, changes: { keptGround: change.ground, endedAt: now } }));
  }

  private cause(me: Actor, event: AnswerEvent, { key, ...request }: Change, consequence: (scene: Scene) => Promise<Consequence>): Promise<string> {
    return this.work.do(me, { operation: `${event}Answer`, key, request }, async (desk) => {
      const closed = await this.calendars.held(desk.unit);
      const answer = await desk.lock(Answer, request.id, event, request.version);
      const referral = await this.referralOf(desk, answer);
      const scene = { desk, answer, referral, now: this.clock.now(), closed };
      return this.outcome(scene, event, me, await consequence(scene));
    });
  }

  private async outcome({ desk, answer, referral, now, closed }: Scene, event: AnswerEvent, by: { name: string; partnerId: string }, { facts = {}, changes = {}, text, outcome, writes = [], event: told }: Consequence): Promise<Outcome> {
    const arrow = step(answerFlow, answer, event, facts);
    const [receiver] = await desk.rowsOf(Partner, 'id', answer.partnerId);
    const { fromPartnerId: sender } = answer;
    const terms = referral ? termsOf(this.types.get(referral.type), referral.urgent, now, closed, { sender, receiver: receiver.id }) : undefined;
    const next: Answer = Object.assign(Object.create(Answer.prototype) as Answer, answer, changes, { state: arrow.to });
    const name = arrow.opens?.find(({ within }) => within)?.within as keyof NonNullable<typeof terms> | undefined;
    const due = name && terms?.[name].due;
    const termEnds = due ? { termFrom: now, due } : arrow.closes?.length ? { termFrom: null, due: null } : {};
    const side = { fromPartnerId: sender, senderId: referral?.senderId ?? null };
    return {
      id: answer.id,
      record: Answer,
      dossierIds: [answer.dossierId],
      writes: [
        update(Answer, answer, { ...changes, ...termEnds, state: arrow.to }),
        ...writes,
        ...taskWrites(arrow, answer.dossierId, now, holders(side, next, receiver.kind), terms),
        entry({ dossierId: answer.dossierId, partnerId: by.partnerId, personName: by.name, at: now, event: told, text, outcome, due, audience: [sender, answer.partnerId] }),
        restate(answer.dossierId, answer.partnerId, arrow.to, now),
        ...(referral && ENDED.includes(arrow.to) ? closing(referral, now) : []),
      ],
    };
  }

  private async referralOf(desk: Desk, answer: Answer): Promise<Referral | null> {
    const [referral] = await desk.rowsOf(Referral, 'id', answer.dossierId);
    return referral ?? null;
  }

  private async contactOf(desk: Desk, me: Actor, id: string, now: Date): Promise<Person | null> {
    const [person] = await desk.rowsOf(Person, 'id', id);
    const today = dayOf(now);
    const works = person?.partnerId === me.partnerId && person.active && (await desk.rowsOf(Mandate, 'personId', id)).some(({ since, until, role }) => role === me.role && since <= today && (!until || until >= today));
    return works ? person : null;
  }

  /** An own client from exactly what was shared, or the link to the one whom the receiver knew already; once accepted before, both are there. */
  private async ownFile(desk: Desk, me: Actor, referral: Referral, clientId: string | null, now: Date): Promise<Write[]> {
    const link = (id: string) => insert(ClientFile, { id: crypto.randomUUID(), dossierId: id, aboutId: referral.id, partnerId: me.partnerId });
    if ((await desk.rowsOf(ClientFile, 'aboutId', referral.id)).length) return [];
    if (clientId) {
      await desk.lock(Client, clientId, 'change');
      return [link(clientId)];
    }
    const shown = await desk.see(Referral, referral.id);
    const id = crypto.randomUUID();
    const { givenName, familyName, birthDate, phone, email, street, postcode, municipality, language, contactNote, adults, children, householdNote, addressProtected } = shown;
    const facts = { givenName, familyName, birthDate, phone, email, street, postcode, municipality, language, contactNote, adults, children, householdNote, addressProtected };
    const row = insert(Client, { ...facts, id, version: 1, partnerId: me.partnerId, openedAt: now, sourceReferralId: referral.id, sourcePartnerId: referral.fromPartnerId });
    const told = entry({ dossierId: id, partnerId: me.partnerId, personName: me.name, at: now, event: 'CLIENT_OPENED' });
    return [openDossier(id, 'Client', 'OWNER'), row, link(id), told, restate(id, me.partnerId, 'OPEN', now)];
  }

  private async expire(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const [answer] = (await desk.rowsOf(Answer, 'dossierId', task.dossierId)).filter(({ partnerId }) => partnerId === task.otherPartnerId);
    if (!answer || answer.state !== AnswerState.INFO_REQUESTED) return null;
    const referral = await this.referralOf(desk, answer);
    return this.outcome({ desk, answer, referral, now, closed: await this.calendars.held(desk.unit) }, 'expire', { name: 'Woonbrug', partnerId: task.partnerId }, { event: 'EXPIRED', changes: { endedAt: now } });
  }
}

/** The sender's client went over: it keeps its own file, and knows to whom (domain e1). */
const handedOver = ({ id, fromPartnerId }: Referral, to: Actor, now: Date): Write[] => [
  {
    as: fromPartnerId,
    sql: () => ({
      name: 'hand over',
      text: 'update client c set transferred_to = $2, transferred_at = $3, version = c.version + 1 from client_file f where f.about_id = $1 and f.dossier_id = c.id and f.partner_id = $4',
      values: [id, to.partnerId, now, fromPartnerId],
    }),
  },
  {
    as: fromPartnerId,
    sql: () => ({
      name: 'tell of the hand-over',
      text: "insert into timeline_entry (id, dossier_id, partner_id, person_name, at, event) select gen_random_uuid(), f.dossier_id, f.partner_id, $2, $3, 'TRANSFERRED' from client_file f where f.about_id = $1 and f.partner_id = $4",
      values: [id, to.partnerName, now, fromPartnerId],
    }),
  },
];

/** A new draft of the sender with the same content, towards another partner; nothing is chosen for it yet. */
function redraft(referral: Referral, receiverId: string, now: Date): Write[] {
  const { fromPartnerId: sender, senderId, senderName, type, urgent, transfer, question, addressProtected, opposingPartnerId } = referral;
  const id = crypto.randomUUID();
  const facts = Object.fromEntries([...shapeOf(Referral).columns.values()].filter((column) => column.class !== DataClass.CORE && column.class !== DataClass.PROGRESS).map(({ field }) => [field, (referral as unknown as { [field: string]: unknown })[field]]));
  const copied = (text: string): Write => ({ as: sender, sql: () => ({ text, values: [referral.id, id, sender] }) });
  return [
    ...opening({ partnerId: sender, personId: senderId, name: senderName }, { id, type, urgent, transfer, facts: { ...facts, question, addressProtected, opposingPartnerId }, told: 'Woonbrug' }, now),
    insert(Recipient, { id: crypto.randomUUID(), version: 1, dossierId: id, partnerId: sender, audience: [sender], receiverId, classes: [], chosen: true }),
    copied('insert into client_file (id, dossier_id, about_id, partner_id) select gen_random_uuid(), f.dossier_id, $2, f.partner_id from client_file f where f.about_id = $1 and f.partner_id = $3'),
    copied('insert into referral_person (id, dossier_id, partner_id, audience, relation, given_name, family_name, birth_date) select gen_random_uuid(), $2, p.partner_id, array[p.partner_id], p.relation, p.given_name, p.family_name, p.birth_date from referral_person p where p.dossier_id = $1 and p.partner_id = $3 and not p.left_out'),
    copied("insert into note (id, dossier_id, partner_id, author_id, data_class, body) select gen_random_uuid(), $2, n.partner_id, n.author_id, n.data_class, n.body from note n where n.dossier_id = $1 and n.partner_id = $3 and n.data_class <> 'PRIVATE_NOTE'"),
  ];
}
