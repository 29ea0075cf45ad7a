import type { INestApplicationContext } from '@nestjs/common';
import type { Client as Connection } from 'pg';
import type { DemoSignal } from '#directory';
import { dayOf, Clock, DataClass } from '#kernel';
import { MediationsService, PartyAnswer, RequestKind, RequestsService, SettlementsService, type SignalOrigin, SignalsService, type TensionTopic } from '#mediation';
import { DraftsService } from '#referrals';
import type { Actors } from './stories.js';

type Party = { id: string; version: number; side: string; answer: string; heard_on: string | null };
type Row = { id: string; version: number; signal: string };

/** Plays what was reported, and what a mediator did with it, through the portal's own services. */
export class Mediations {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly owner: Connection,
    private readonly actor: Actors,
    private readonly goTo: (days: number, hour: number) => void,
  ) {}

  static of(app: INestApplicationContext, owner: Connection, actor: Actors, goTo: (days: number, hour: number) => void): Mediations {
    return new Mediations(app, owner, actor, goTo);
  }

  async play(signals: readonly DemoSignal[]): Promise<void> {
    for (const signal of signals) await this.tell(signal);
  }

  private async tell({ by, partner, at, mediator, steps, topic, origin, ...facts }: DemoSignal): Promise<void> {
    this.goTo(at, 9);
    const id = await this.app.get(SignalsService).report(this.actor(by, partner), { key: key(), urgent: false, danger: false, topic: topic as TensionTopic, origin: (origin ?? null) as SignalOrigin | null, ...facts });
    if (!mediator) return;
    const me = this.actor(mediator, 'woondienst-izegem');
    this.goTo(Math.min(0, at + 1), 9);
    await this.app.get(MediationsService).assign(me, { key: key(), ...(await this.rowOf(id)), personId: me.personId });
    for (const [index, { at: day, event, text = '' }] of steps.entries()) {
      this.goTo(day, 10 + Math.min(index, 6));
      await this.step(mediator, id, event, text);
    }
  }

  private async step(mediator: string, signalId: string, event: DemoSignal['steps'][number]['event'], text: string): Promise<void> {
    const me = this.actor(mediator, 'woondienst-izegem');
    const service = this.app.get(MediationsService);
    const row = await this.rowOf(signalId);
    const today = dayOf(this.app.get(Clock).now());
    if (event === 'agree') for (const party of (await this.parties(row.id)).filter(({ answer }) => answer === 'OPEN')) await service.party(me, 'answer', { key: key(), ...ref(party), answer: PartyAnswer.AGREED, answeredOn: today, answerWay: 'mondeling' });
    if (event === 'decline') for (const party of (await this.parties(row.id)).filter(({ side }) => side === 'RENTER')) await service.party(me, 'answer', { key: key(), ...ref(party), answer: PartyAnswer.DECLINED, answeredOn: today, answerWay: 'mondeling' });
    if (event === 'meet') for (const party of (await this.parties(row.id)).filter(({ heard_on }) => !heard_on)) await service.party(me, 'hear', { key: key(), ...ref(party), heardOn: today, heardWay: party.side === 'RENTER' ? 'huisbezoek' : 'telefoon' });
    const change = { key: key(), ...(await this.rowOf(signalId)), deviation: 'Verteld in de demo' };
    if (event === 'contact') await service.contact(me, { ...change, way: text });
    else if (event === 'outOfScope') await service.outOfScope(me, { ...change, reason: text });
    else if (event === 'draftSettlement') await this.app.get(SettlementsService).draft(me, { ...change, body: text });
    else if (event === 'note') await this.app.get(DraftsService).note(me, { key: key(), dossierId: row.id, version: 0, dataClass: DataClass.PRIVATE_NOTE, body: text });
    else if (event === 'ask') await this.app.get(RequestsService).ask(me, { key: key(), signalId, kind: RequestKind.OTHER, says: text, due: dayOf(new Date(this.app.get(Clock).now().getTime() + 7 * 86_400_000)) });
    else await service[event](me, change);
  }

  private async rowOf(signalId: string): Promise<{ id: string; version: number }> {
    const { rows: [{ id, version }] } = await this.owner.query<Row>('select c.id, c.version from mediation_case c join case_signal s on s.dossier_id = c.id where s.about_id = $1', [signalId]);
    return { id, version };
  }

  private async parties(id: string): Promise<Party[]> {
    return (await this.owner.query<Party>('select id, version, side, answer, heard_on::text from mediation_party where dossier_id = $1 order by id', [id])).rows;
  }
}

const key = (): string => crypto.randomUUID();
const ref = ({ id, version }: Party) => ({ id, version });
