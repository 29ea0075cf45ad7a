import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientFile, ClientsService } from '#clients';
import { Calendars, Mandate, Person } from '#directory';
import { entry, escalation, Recusal, Terms } from '#dossiers';
import { type Actor, Clock, closeTasks, DataClass, dayOf, type Desk, endDuty, insert, type Outcome, Refusal, Role, takeDuty, type Task, TaskKind, update, Work, type Write } from '#kernel';
import { tellsWho } from './anonymous.js';
import { ConflictCheck } from './conflict-check.js';
import { factsOf, handTasks, type Matter, matterOf } from './files.js';
import { DeviationKind, MediationCase, MediationParty, MediationSession, PartyAnswer, PartySide, SessionState } from './mediation-case.record.js';
import { MEDIATION_ENDS, type MediationEvent, MediationState, TERM_RUNS } from './mediation.workflow.js';
import { MediationSteps, type Taken } from './mediation-steps.js';
import { flowOf } from './protocol/flow-of.js';
import { tellStage } from './stages.js';
import { SignalStage } from './tension-signal.workflow.js';

export type Change = { key: string; id: string; version: number };
type Step = Change & { deviation?: string | null };
export type PartyFacts = { givenName?: string | null; familyName?: string; phone?: string | null; email?: string | null; language?: string | null };

/** Which task tells that a term of the protocol runs. */
const TERM_OF: { readonly [kind in TaskKind]?: string } = { CONFIRM_SIGNAL: 'confirm', CONTACT_RENTER: 'contact', HEAR_BOTH: 'heard', CLOSING_REPORT: 'report', FOLLOW_UP_SETTLEMENT: 'followUp1' };

/** The mediation itself, step by step, by who mediates (domain e5). */
@Injectable()
export class MediationsService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly terms: Terms,
    private readonly steps: MediationSteps,
    private readonly conflicts: ConflictCheck,
    private readonly clients: ClientsService,
  ) {}

  onModuleInit(): void {
    for (const kind of Object.keys(TERM_OF)) this.terms.whenPassed(kind as TaskKind, (desk, task, now) => this.passed(desk, task, now));
    this.terms.whenPassed(TaskKind.TELL_NOT_STARTED, (desk, task, now) => this.tellNotStarted(desk, task, now));
  }

  /** What joined while it ran is read: who reported it learns that it is taken up. */
  readSignals(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'readSignals', key, request: { id, version } }, async (desk): Promise<Outcome> => {
      const row = await desk.lock(MediationCase, id, 'readSignals', version);
      const { signals } = await matterOf(desk, row);
      const now = this.clock.now();
      const isTaken = row.state !== MediationState.SIGNALLED && row.state !== MediationState.TRIAGE;
      const unread = isTaken ? signals.filter(({ state }) => state === SignalStage.SIGNALLED) : [];
      return { id, record: MediationCase, dossierIds: [id, ...unread.map((each) => each.id)], writes: [update(MediationCase, row, { changedAt: now }), closeTasks(id, row.partnerId, null, [TaskKind.READ_SIGNAL], now), ...tellStage(unread, [SignalStage.IN_PROGRESS], now)] };
    });
  }

  /** By a coordinator, or by a counsellor who takes it herself. Who helps a party against eviction never mediates; who follows another dossier of a party says why she can. */
  assign(me: Actor, { personId, reason, ...change }: Step & { personId: string; reason?: string | null }): Promise<string> {
    return this.cause(me, 'assign', change, { personId, reason }, async (desk, matter) => {
      const person = await this.mediatorFor(desk, me, matter.row, personId);
      const conflict = await this.conflicts.of(desk, personId, matter);
      if (conflict === 'HARD') throw invalid('personId', 'Deze collega begeleidt een partij bij een uithuiszetting en kan hier niet bemiddelen. Kies iemand anders.');
      if (conflict === 'SOFT' && !reason?.trim()) throw new Refusal('NEEDS', 'Deze collega volgt een ander dossier van een partij. Schrijf op waarom zij of hij toch neutraal kan bemiddelen.', { fields: [{ field: 'reason', message: 'Schrijf op waarom dit kan.' }] });
      const { id, partnerId, mediatorId } = matter.row;
      const now = this.clock.now();
      return {
        changes: { mediatorId: personId, mediatorName: person.name },
        besides: [
          ...(mediatorId ? [endDuty(id, partnerId, 'MEDIATOR')] : []),
          takeDuty(id, personId, partnerId, 'MEDIATOR'),
          ...matter.signals.flatMap((signal) => [...(mediatorId ? [endDuty(signal.id, partnerId, 'CONTACT', partnerId)] : []), takeDuty(signal.id, personId, partnerId, 'CONTACT', partnerId)]),
          ...handTasks(matter.tasks, personId),
          ...(conflict === 'SOFT' ? [this.steps.deviates(matter.row, DeviationKind.CONFLICT, 'assign', reason!, now, me.name)] : []),
        ],
      };
    });
  }

  accept(me: Actor, change: Step): Promise<string> {
    return this.cause(me, 'accept', change, {}, () => ({}));
  }

  /** With the way that remains. */
  outOfScope(me: Actor, { reason, ...change }: Step & { reason: string }): Promise<string> {
    return this.cause(me, 'outOfScope', change, { reason }, () => ({ outcome: reason.trim() }));
  }

  /** A try to reach a renter, whether it succeeded or not. */
  contact(me: Actor, { way, ...change }: Step & { way: string }): Promise<string> {
    return this.cause(me, 'contact', change, { way }, () => ({ told: way.trim() }));
  }

  /** Both sides take part; a renter who does not is left out, for a reason that is told. */
  agree(me: Actor, change: Step): Promise<string> {
    return this.cause(me, 'agree', change, {}, (_, { row, parties }) => {
      const isWithout = parties.some(({ side, answer }) => side === PartySide.RENTER && (answer === PartyAnswer.DECLINED || answer === PartyAnswer.NOT_REACHED));
      if (isWithout && !change.deviation?.trim()) throw new Refusal('NEEDS', 'Niet elke huurder doet mee. Schrijf op waarom de bemiddeling toch kan.', { fields: [{ field: 'deviation', message: 'Schrijf op waarom dit kan.' }] });
      return isWithout ? { besides: [this.steps.deviates(row, DeviationKind.LEFT_OUT, 'agree', change.deviation!, this.clock.now(), me.name)] } : {};
    });
  }

  decline = (me: Actor, change: Step): Promise<string> => this.plain(me, 'decline', change);
  notReached = (me: Actor, change: Step): Promise<string> => this.plain(me, 'notReached', change);
  meet = (me: Actor, change: Step): Promise<string> => this.plain(me, 'meet', change);
  resume = (me: Actor, change: Step): Promise<string> => this.plain(me, 'resume', change);

  stall(me: Actor, { reason, ...change }: Step & { reason: string }): Promise<string> {
    return this.cause(me, 'stall', change, { reason }, () => ({ told: reason.trim() }));
  }

  /** What was agreed is kept, or not: told after a month, and after three. */
  followUp(me: Actor, { text, ...change }: Step & { text: string }): Promise<string> {
    return this.cause(me, 'followUp', change, { text }, (_, { tasks }) => {
      const [first] = tasks.filter(({ kind }) => kind === TaskKind.FOLLOW_UP_SETTLEMENT).sort((a, b) => a.due!.getTime() - b.due!.getTime());
      return { told: text.trim(), besides: first ? [done(first, this.clock.now())] : [] };
    });
  }

  breach(me: Actor, { text, ...change }: Step & { text: string }): Promise<string> {
    return this.cause(me, 'breach', change, { text }, () => ({ told: text.trim() }));
  }

  /** The closing report, in words that carry nobody's story. */
  close(me: Actor, { report, result, ...change }: Step & { report: string; result: 'succeed' | 'partly' | 'close' }): Promise<string> {
    return this.cause(me, result, change, { report }, () => ({ changes: { outcome: report.trim() } }));
  }

  /** Either side may leave at any time (BR-M7). */
  stop(me: Actor, { side, reason, ...change }: Step & { side: PartySide; reason?: string | null }): Promise<string> {
    return this.cause(me, 'stop', change, { side, reason }, () => ({ changes: { stoppedBy: side }, told: reason?.trim() || undefined }));
  }

  /** It ends, and nobody reads the notes any more (BR-M8). */
  goToCourt(me: Actor, change: Step): Promise<string> {
    return this.cause(me, 'goToCourt', change, {}, () => ({ changes: { sealedAt: this.clock.now() } }));
  }

  /** What one of the parties answered, when she was heard, and what the other side may know: each told of herself alone. */
  party(me: Actor, event: 'change' | 'answer' | 'hear' | 'mayTell' | 'warn', { key, id, version, ...facts }: Change & Partial<MediationParty>): Promise<string> {
    return this.work.do(me, { operation: `${event}Party`, key, request: { id, version, ...facts } }, async (desk) => {
      const party = await desk.lock(MediationParty, id, event, version);
      const row = await this.running(desk, party.dossierId);
      const told = event === 'change' ? [] : [this.entryOf(row, me, `PARTY_${event === 'mayTell' ? 'MAY_TELL' : event.toUpperCase()}`)];
      return { id, record: MediationParty, dossierIds: [row.id], classes: [DataClass.CORE, DataClass.IDENTITY, DataClass.CONTACT, DataClass.HOUSING], writes: [update(MediationParty, party, facts as Partial<MediationParty>), ...told] };
    });
  }

  /** Somebody on the lease whom the signal did not name. */
  addParty(me: Actor, { key, mediationId, ...facts }: { key: string; mediationId: string; familyName: string } & PartyFacts): Promise<string> {
    return this.work.do(me, { operation: 'addParty', key, request: { mediationId, ...facts } }, async (desk) => {
      const row = await this.running(desk, mediationId);
      const id = crypto.randomUUID();
      return { id, record: MediationParty, dossierIds: [row.id], classes: [DataClass.IDENTITY], writes: [insert(MediationParty, { id, version: 1, dossierId: row.id, partnerId: row.partnerId, side: PartySide.RENTER, answer: PartyAnswer.OPEN, ...facts })] };
    });
  }

  /**
   * Opens one's own file of a renter, from which others are asked to help her: only once she agreed, or for serious danger with its ground (c4 note 16, BR-P5).
   * @throws Refusal NEEDS before that
   */
  openClient(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'openClientOfParty', key, request: { id, version } }, async (desk): Promise<Outcome> => {
      const party = await desk.lock(MediationParty, id, 'refer', version);
      const row = await this.running(desk, party.dossierId);
      if (party.side !== PartySide.RENTER || party.clientId) throw new Refusal('NOT_POSSIBLE');
      if (party.answer !== PartyAnswer.AGREED && !party.dangerToldGround) throw new Refusal('NEEDS', 'Doorverwijzen kan pas als de huurder akkoord gaat. Bij ernstig gevaar schrijft u eerst de grond op.', { fields: [{ field: 'answer', message: 'De huurder ging nog niet akkoord.' }] });
      const [signal] = (await matterOf(desk, row)).signals;
      const { givenName, familyName, phone, email, language } = party;
      const { street, postcode, municipality } = signal;
      const opened = await this.clients.opening(me, { givenName: givenName ?? '', familyName, phone, email, language, street, postcode, municipality, addressProtected: false });
      const link = insert(ClientFile, { id: crypto.randomUUID(), dossierId: opened.id, aboutId: row.id, partnerId: row.partnerId });
      return { ...opened, record: MediationParty, id, dossierIds: [row.id, opened.id], writes: [...opened.writes, link, update(MediationParty, party, { clientId: opened.id }), this.entryOf(row, me, 'PARTY_CLIENT_OPENED')] };
    });
  }

  planSession(me: Actor, { key, mediationId, at, place, interpreter = null }: { key: string; mediationId: string; at: Date; place: string; interpreter?: string | null }): Promise<string> {
    return this.work.do(me, { operation: 'planSession', key, request: { mediationId, at, place, interpreter } }, async (desk) => {
      const row = await this.running(desk, mediationId);
      if (at <= this.clock.now()) throw invalid('at', 'Kies een moment dat nog komt.');
      const id = crypto.randomUUID();
      const session = { id, version: 1, dossierId: row.id, partnerId: row.partnerId, state: SessionState.PLANNED, at, place: place.trim(), interpreter: interpreter?.trim() || null, present: null };
      return { id, record: MediationSession, dossierIds: [row.id], writes: [insert(MediationSession, session), this.entryOf(row, me, 'SESSION_PLANNED')] };
    });
  }

  session(me: Actor, event: 'hold' | 'cancel', { key, id, version, present = null }: Change & { present?: string | null }): Promise<string> {
    return this.work.do(me, { operation: `${event}Session`, key, request: { id, version, present } }, async (desk) => {
      const session = await desk.lock(MediationSession, id, event, version);
      if (session.state !== SessionState.PLANNED) throw new Refusal('NOT_POSSIBLE');
      const row = await this.running(desk, session.dossierId);
      if (event === 'hold' && !present?.trim()) throw invalid('present', 'Wie was erbij?');
      const values = event === 'hold' ? { state: SessionState.HELD, present: present!.trim() } : { state: SessionState.CANCELLED };
      return { id, record: MediationSession, dossierIds: [row.id], classes: [DataClass.HOUSING], writes: [update(MediationSession, session, values), this.entryOf(row, me, event === 'hold' ? 'SESSION_HELD' : 'SESSION_CANCELLED')] };
    });
  }

  /** The mediation goes to a colleague, told to both sides; by its mediator with the notes, by a coordinator without them (decisions 7). */
  handOver(me: Actor, { key, id, version, personId, reason }: Change & { personId: string; reason: string }): Promise<string> {
    return this.work.do(me, { operation: 'handOverMediation', key, request: { id, version, personId, reason } }, async (desk) => {
      const row = await desk.lock(MediationCase, id, 'handOver', version);
      if ((row.endedAt && MEDIATION_ENDS.includes(row.state)) || !row.mediatorId) throw new Refusal('NOT_POSSIBLE');
      if (personId === row.mediatorId) throw invalid('personId', 'Kies een collega.');
      const person = await this.mediatorFor(desk, { ...me, role: Role.COORDINATOR }, row, personId);
      const matter = await matterOf(desk, row);
      if ((await this.conflicts.of(desk, personId, matter)) === 'HARD') throw invalid('personId', 'Deze collega begeleidt een partij bij een uithuiszetting en kan hier niet bemiddelen. Kies iemand anders.');
      const now = this.clock.now();
      const { partnerId } = row;
      const isMine = row.mediatorId === me.personId;
      const notes: Write = { as: partnerId, sql: () => ({ name: 'hand over notes', text: 'select hand_over_notes($1, $2)', values: [id, personId] }) };
      const told = matter.signals.flatMap((signal) => [endDuty(signal.id, partnerId, 'CONTACT', partnerId), takeDuty(signal.id, personId, partnerId, 'CONTACT', partnerId), entry({ dossierId: signal.id, partnerId, personName: me.name, at: now, event: 'NEW_MEDIATOR', text: person.name })]);
      return {
        id, record: MediationCase, dossierIds: [id, ...matter.signals.map((signal) => signal.id)], classes: isMine ? [DataClass.PRIVATE_NOTE] : [],
        writes: [...(isMine ? [notes] : []), update(MediationCase, row, { mediatorId: personId, mediatorName: person.name, changedAt: now }), endDuty(id, partnerId, 'MEDIATOR'), takeDuty(id, personId, partnerId, 'MEDIATOR'), ...handTasks(matter.tasks, personId), this.entryOf(row, me, 'NEW_MEDIATOR', person.name, reason.trim()), ...told],
      };
    });
  }

  /** A question to the tenants' union, which takes no part in the portal: facts alone, of nobody (c4 note 6). @throws Refusal INVALID for a text that tells of whom it is */
  askTenantsUnion(me: Actor, { key, id, version, question }: Change & { question: string }): Promise<string> {
    return this.work.do(me, { operation: 'askTenantsUnion', key, request: { id, version, question } }, async (desk): Promise<Outcome> => {
      const row = await desk.lock(MediationCase, id, 'askUnion', version);
      if (MEDIATION_ENDS.includes(row.state)) throw new Refusal('NOT_POSSIBLE');
      const told = tellsWho(question, await matterOf(desk, row));
      if (told.length) throw invalid('question', `Hierin staat ${told.map((each) => `“${each}”`).join(', ')}. De Huurdersbond krijgt alleen feiten: laat namen, adres en nummers weg.`);
      return { id, record: MediationCase, dossierIds: [id], writes: [update(MediationCase, row, { changedAt: this.clock.now() }), this.entryOf(row, me, 'TENANTS_UNION_ASKED', question.trim())] };
    });
  }

  today(): string {
    return dayOf(this.clock.now());
  }

  private plain(me: Actor, event: MediationEvent, change: Step): Promise<string> {
    return this.cause(me, event, change, {}, () => ({}));
  }

  private cause(me: Actor, event: MediationEvent, { key, id, version, deviation }: Step, request: object, verb: (desk: Desk, matter: Matter) => Partial<Taken> & { besides?: readonly Write[] } | Promise<Partial<Taken> & { besides?: readonly Write[] }>): Promise<string> {
    return this.work.do(me, { operation: `${event}Mediation`, key, request: { id, version, deviation, ...request } }, async (desk): Promise<Outcome> => {
      const closed = await this.calendars.held(desk.unit);
      const row = await desk.lock(MediationCase, id, event, version);
      const matter = await matterOf(desk, row);
      const { besides = [], ...taken } = await verb(desk, matter);
      const writes = await this.steps.taken(matter, { changes: {}, deviation, ...taken, event }, { desk, closed, now: this.clock.now(), by: { partnerId: me.partnerId, name: me.name } });
      return { id, record: MediationCase, dossierIds: [id], classes: [DataClass.CORE, DataClass.OUTCOME], writes: [...writes, ...besides] };
    });
  }

  /** Of a mediation that runs, as far as the actor is its mediator. */
  private async running(desk: Desk, id: string): Promise<MediationCase> {
    const row = await desk.lock(MediationCase, id, 'contact');
    if (MEDIATION_ENDS.includes(row.state)) throw new Refusal('NOT_POSSIBLE');
    return row;
  }

  private entryOf({ id: dossierId, partnerId }: MediationCase, me: Actor, event: string, text?: string, outcome?: string): Write {
    return entry({ dossierId, partnerId, personName: me.name, at: this.clock.now(), event, text, outcome });
  }

  private async mediatorFor(desk: Desk, me: Actor, row: MediationCase, personId: string): Promise<Person> {
    if (me.role !== Role.COORDINATOR && personId !== me.personId) throw invalid('personId', 'U kunt dit zelf opnemen. Iemand anders aanduiden doet de coördinator.');
    const today = this.today();
    const [person] = await desk.rowsOf(Person, 'id', personId);
    const works = person?.partnerId === row.partnerId && person.active && (await desk.rowsOf(Mandate, 'personId', personId)).some(({ role, since, until }) => role === Role.HOUSING_COUNSELLOR && since <= today && (!until || until >= today));
    if (!works) throw invalid('personId', 'Kies een woonbegeleider.');
    if ((await desk.rowsOf(Recusal, 'dossierId', row.id)).some((each) => each.personId === personId && !each.liftedAt)) throw invalid('personId', 'Deze collega kan dit dossier niet opvolgen. Kies iemand anders.');
    return person;
  }

  /** Silence past a term: what the protocol says, once. Where its step cannot be taken, it reaches the coordinators. */
  private async passed(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const row = await desk.lock(MediationCase, task.dossierId, 'escalate');
    const matter = await matterOf(desk, row);
    const text = await this.steps.textOf(desk, row);
    const name = TERM_OF[task.kind]!;
    const { then } = text.terms[name as keyof typeof text.terms];
    const arrow = then === 'ESCALATE' ? undefined : flowOf(text).states[row.state][then as MediationEvent];
    const isPossible = arrow && TERM_RUNS[name].includes(row.state) && (arrow.needs ?? []).every((need) => need.holds(row, factsOf(matter)));
    if (!isPossible) return escalation(task, now);
    const closed = await this.calendars.held(desk.unit);
    const others = { ...matter, tasks: matter.tasks.filter(({ id }) => id !== task.id) };
    const writes = await this.steps.taken(others, { event: then as MediationEvent, changes: {}, deviation: 'Termijn verstreken' }, { desk, closed, now, by: { partnerId: row.partnerId, name: 'Woonbrug' } });
    return { id: row.id, record: MediationCase, dossierIds: [row.id], writes };
  }

  /** The day on which it would have started at the latest: whatever the reason, it did not (decisions 7). */
  private async tellNotStarted(desk: Desk, task: Task, now: Date): Promise<Outcome | null> {
    const row = await desk.lock(MediationCase, task.dossierId, 'escalate');
    const { signals } = await matterOf(desk, row);
    // A term that moved meanwhile, or a signal that joined later, has its own day.
    const later = signals.filter(({ state, heardBy }) => state !== SignalStage.NOT_STARTED && heardBy > now);
    const told = tellStage(signals.filter((each) => !later.includes(each)), [SignalStage.NOT_STARTED], now);
    if (later.length) return { id: row.id, record: MediationCase, dossierIds: [row.id], writes: [...told, putOff(task, new Date(Math.max(...later.map(({ heardBy }) => heardBy.getTime()))))] };
    // Also when it is not closed yet: whether the next signal joins must not tell which it was.
    const writes = [...told, done(task, now), ...(row.endedAt ? [] : [update(MediationCase, row, { endedAt: now, changedAt: now })])];
    return { id: row.id, record: MediationCase, dossierIds: [row.id], writes };
  }
}

/** Whatever the version of the task is by now: that its end passed may have been told already. */
const done = (task: Task, now: Date): Write => ({ as: task.partnerId, rows: 1, sql: () => ({ name: 'task done', text: 'update task set done_at = $2, version = version + 1 where id = $1 and done_at is null', values: [task.id, now] }) });
const putOff = (task: Task, due: Date): Write => ({ as: task.partnerId, rows: 1, sql: () => ({ name: 'task put off', text: 'update task set due = $2, escalated_at = null, version = version + 1 where id = $1 and done_at is null', values: [task.id, due] }) });
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
