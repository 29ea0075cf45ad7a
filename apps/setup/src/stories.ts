import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Client as Connection } from 'pg';
import { ClientsModule, ClientsService } from '#clients';
import { ConsultsModule, ConsultsService } from '#consults';
import type { Demo, DemoClient, DemoConsult, DemoReferral, DemoStep } from '#directory';
import { AttachmentsModule, MessagesService } from '#dossiers';
import { type Actor, Clock, DataClass, dayOf, isWorkingDay, KernelModule, type PartnerKind, Role, Wish } from '#kernel';
import { MediationModule } from '#mediation';
import { book } from '#privacy';
import { AnswersService, DraftsService, ReferralsModule, ReferralTypeBook, SendingService, WithdrawalService } from '#referrals';
import { databaseOf } from '../../api/src/database.js';
import { Mediations } from './mediations.js';

/** No story adds a file. */
const NO_FILES = { largest: 0, together: 0, clamav: undefined };

@Module({})
class StoriesModule {
  static with(databaseUrl: string, folder: string): DynamicModule {
    return { module: StoriesModule, imports: [databaseOf({ databaseUrl, poolSize: 2 }), AttachmentsModule.with(NO_FILES), KernelModule.with({ book, signIn: null, embargo: 0 }), ClientsModule, ReferralsModule.with(folder), ConsultsModule, MediationModule.with(folder)] };
  }
}

/** A clock that a story sets. */
class StoryClock extends Clock {
  at = new Date();

  override now(): Date {
    return this.at;
  }
}

/** Plays the invented stories through the portal's own services, as their people would have, on the days they tell. */
export async function playStories(databaseUrl: string, referenceFolder: string, demo: Demo, owner: Connection): Promise<void> {
  const app = await NestFactory.createApplicationContext(StoriesModule.with(databaseUrl, referenceFolder), { logger: ['error'], abortOnError: false });
  try {
    const answerIdOf = async (dossierId: string, partnerId: string) => (await owner.query<{ id: string }>('select id from answer where dossier_id = $1 and partner_id = $2', [dossierId, partnerId])).rows[0].id;
    const clock = Object.setPrototypeOf(app.get(Clock), StoryClock.prototype) as StoryClock;
    const { rows } = await owner.query<{ key: string; id: string; kind: PartnerKind }>('select key, id, kind from partner');
    const partnerIds = new Map(rows.map(({ key, id }) => [key, id]));
    const kinds = new Map(rows.map(({ key, kind }) => [key, kind]));
    const actor = await actorsOf(owner);
    const told = { at: (days: number, hour: number) => void (clock.at = workingDay(days, hour)) };
    await new Player(app.get(ClientsService), app.get(DraftsService), app.get(SendingService), app.get(WithdrawalService), app.get(AnswersService), app.get(MessagesService), app.get(ConsultsService), clock, actor, answerIdOf, app.get(ReferralTypeBook), partnerIds, kinds).play(demo);
    await Mediations.of(app, owner, actor, told.at).play(demo.signals);
  } finally {
    await app.close();
  }
}

const SENSITIVE: readonly DataClass[] = [DataClass.DEBTS, DataClass.HEALTH, DataClass.JUDICIAL];

export type Actors = (username: string, partnerKey: string) => Actor;

class Player {
  private readonly clients = new Map<string, string>();

  constructor(
    private readonly clientsService: ClientsService,
    private readonly drafts: DraftsService,
    private readonly sending: SendingService,
    private readonly withdrawal: WithdrawalService,
    private readonly answers: AnswersService,
    private readonly messages: MessagesService,
    private readonly consults: ConsultsService,
    private readonly clock: StoryClock,
    private readonly actor: Actors,
    private readonly answerIdOf: (dossierId: string, partnerId: string) => Promise<string>,
    private readonly types: ReferralTypeBook,
    private readonly partnerIds: ReadonlyMap<string, string>,
    private readonly kinds: ReadonlyMap<string, PartnerKind>,
  ) {}

  async play({ clients, referrals, consults }: Demo): Promise<void> {
    const first = Math.min(0, ...referrals.map(({ drafted }) => drafted));
    this.clock.at = workingDay(first - 1, 9);
    for (const client of clients) this.clients.set(client.key, await this.open(client));
    for (const consult of consults) await this.ask(consult);
    for (const referral of referrals) await this.tell(referral, clients.find(({ key }) => key === referral.client)!);
  }

  private open(client: DemoClient): Promise<string> {
    const { owner, by } = client;
    const input = Object.fromEntries(Object.entries(client).filter(([field]) => !['key', 'owner', 'by'].includes(field)));
    return this.clientsService.open(this.actor(by, owner), { key: crypto.randomUUID(), input });
  }

  private async tell(story: DemoReferral, client: DemoClient): Promise<void> {
    const sender = this.actor(story.from, client.owner);
    const key = () => crypto.randomUUID();
    this.clock.at = workingDay(story.drafted, 9);
    const id = await this.drafts.draft(sender, { key: key(), clientId: this.clients.get(client.key)!, type: story.type });
    await this.drafts.save(sender, { key: key(), id, version: 1, changes: { ...(story.facts as object), urgent: story.urgent } });
    const classes = this.classesOf(story);
    await this.drafts.choose(sender, { key: key(), id, version: 2, receivers: [{ to: story.to, classes }, ...story.others].map((each) => ({ partnerId: this.partnerIds.get(each.to)!, classes: each.classes })) });
    for (const note of story.notes) await this.drafts.note(sender, { key: key(), dossierId: id, version: 0, dataClass: note.class as never, body: note.body });
    let version = { referral: 3, answer: 1 };
    let answerId = '';
    for (const [index, step] of story.steps.entries()) {
      this.clock.at = workingDay(step.at, 9 + Math.min(index + 1, 8));
      const actor = this.actor(step.by, ['send', 'reply', 'withdraw'].includes(step.event) ? client.owner : story.to);
      if (step.event === 'send') {
        const agreement = { ...story.agreement!, agreedOn: dayOf(workingDay(story.agreement!.agreedOn, 9)), toldThat: true, toldPurpose: true, toldWhom: true, toldContent: true, personId: null, classes, minorAsked: true };
        await this.sending.send(actor, { key: key(), id, version: version.referral, agreements: [agreement as never] });
        answerId = await this.answerIdOf(id, this.partnerIds.get(story.to)!);
        version = { referral: 5, answer: 1 };
      } else if (step.event === 'withdraw') await this.withdrawal.withdraw(actor, { key: key(), id, version: version.referral, reason: step.text!, wish: Wish.CLIENT });
      else {
        await this.cause(actor, step, { key: key(), id: answerId, version: version.answer }, story.to);
        version = { ...version, answer: version.answer + 1 };
      }
    }
    for (const { at, by, side, body } of story.messages) {
      const [from, to] = side === 'sender' ? [client.owner, story.to] : [story.to, client.owner];
      this.clock.at = workingDay(at, 15);
      await this.messages.write(this.actor(by, from), { key: key(), dossierId: id, toPartnerIds: [this.partnerIds.get(to)!], body, urgent: false });
    }
  }

  private async ask({ by, partner, to, at, question, anonymous, answer, answeredBy }: DemoConsult): Promise<void> {
    this.clock.at = workingDay(at, 10);
    const id = await this.consults.ask(this.actor(by, partner), { key: crypto.randomUUID(), receiverId: this.partnerIds.get(to)!, anonymous, question });
    this.clock.at = workingDay(at, 14);
    if (answer && answeredBy) await this.consults.answer(this.actor(answeredBy, to), { key: crypto.randomUUID(), id, version: 1, answer });
  }

  /** What this kind of partner may get of this type; of what is sensitive only what the story tells of. */
  private classesOf({ type, to, notes, facts }: DemoReferral): DataClass[] {
    const told = (each: DataClass) => (each === DataClass.DEBTS ? Boolean(facts.debtsNote) : !SENSITIVE.includes(each) || notes.some((note) => note.class === (each as string)));
    return this.types.get(type).receivers.find(({ kind }) => kind === this.kinds.get(to))!.may.filter(told);
  }

  private cause(me: Actor, { event, text = '', reason = '', advice = '', contact = '' }: DemoStep, change: { key: string; id: string; version: number }, partner: string): Promise<string> {
    switch (event) {
      case 'accept':
        return this.answers.accept(me, { ...change, contactPersonId: this.actor(contact, partner).personId });
      case 'reject':
        return this.answers.reject(me, { ...change, reason, text: text || null, advice });
      case 'ask':
      case 'reply':
      case 'feedback':
        return this.answers[event](me, { ...change, text });
      case 'receive':
      case 'start':
      case 'close':
        return this.answers[event](me, change);
      default:
        throw new Error(`The demo tells of ${event}, which is no step of an answer`);
    }
  }
}

/** A moment so many working days before today, in Brussels; 0 is today, or the last working day. */
function workingDay(offset: number, hour: number): Date {
  const day = new Date();
  while (!isWorkingDay(dayOf(day))) day.setUTCDate(day.getUTCDate() - 1);
  for (let left = -offset; left > 0; ) {
    day.setUTCDate(day.getUTCDate() - 1);
    if (isWorkingDay(dayOf(day))) left -= 1;
  }
  const moment = new Date(`${dayOf(day)}T${String(hour - 1).padStart(2, '0')}:12:00Z`);
  return moment > new Date() ? new Date() : moment;
}

async function actorsOf(owner: Connection): Promise<Actors> {
  type Row = { username: string; key: string; actor: Actor };
  const { rows } = await owner.query<Row>(`
    select p.username, o.key, json_build_object('personId', p.id, 'name', p.name, 'mandateId', m.id, 'partnerId', o.id, 'partnerName', o.name, 'partnerKind', o.kind, 'regime', o.regime, 'role', m.role, 'municipality', m.municipality, 'political', m.political) as actor
    from person p join mandate m on m.person_id = p.id join partner o on o.id = p.partner_id`);
  const works: readonly string[] = [Role.SOCIAL_WORKER, Role.HOUSING_COUNSELLOR, Role.TENANCY_OFFICER, Role.ENERGY_ADVISER];
  return (username, partnerKey) => {
    const found = rows.find((row) => row.key === partnerKey && row.username === username && works.includes(row.actor.role));
    if (!found) throw new Error(`The demo speaks of ${username} at ${partnerKey}, who does not work there`);
    return found.actor;
  };
}

