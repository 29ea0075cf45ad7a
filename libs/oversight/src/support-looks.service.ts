import { Inject, Injectable } from '@nestjs/common';
import { Partner } from '#directory';
import { type Actor, Clock, type Desk, insert, NoticeKind, type Outcome, PartnerKind, Refusal, Regime, step, tell, update, Work, type Write } from '#kernel';
import { GlassBreak, tellGlass } from './glass-break.record.js';
import { alone, endOf, inAWeek, invalid, numberOf, reasonOf, targetOf, TooOften } from './glass-rules.js';
import { OVERSIGHT, type OversightReference } from './oversight.reference.js';
import { isOver, SupportLook, SupportRequest, tellSupport } from './support-look.record.js';
import { type AskedEvent, type AskerEvent, supportFlow, SupportState } from './support.workflow.js';

type Wanted = { partnerId: string; number: string; reason: string };
type Change = { key: string; id: string; version: number };

/** Lets whoever supports the platform look at one dossier, when a second person at its partner wants it (BR-P19, XT-19). */
@Injectable()
export class SupportLooks {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(OVERSIGHT) private readonly reference: OversightReference,
  ) {}

  /**
   * Writes the same for a number that is there and for one that is not.
   * @throws Refusal NOT_POSSIBLE when she asked too often in seven days
   */
  async ask(me: Actor, { key, ...wanted }: Wanted & { key: string }): Promise<string> {
    try {
      return await this.work.do(me, { operation: 'askSupport', key, request: wanted }, (desk) => this.asking(desk, me, wanted));
    } catch (error) {
      if (error instanceof TooOften) await this.alert(me);
      throw error;
    }
  }

  withdraw(me: Actor, change: Change): Promise<string> {
    return this.asAsker(me, 'withdrawSupport', change, 'withdraw', () => ({}));
  }

  /** By her who looked, before its time. */
  leave(me: Actor, change: Change): Promise<string> {
    return this.asAsker(me, 'leaveSupport', change, 'end', (now) => ({ endedAt: now }));
  }

  /**
   * Opens it from now on.
   * @throws Refusal FORBIDDEN to her who asked, in whatever capacity; NOT_POSSIBLE alike for a number that is not there, for one from which
   * either is kept away, and while she looks at another
   */
  approve(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'approveSupport', key, request: { id, version } }, async (desk) => {
      const { asked, state } = await this.stepOf(desk, { id, version }, 'approve');
      await alone(desk, asked.personId);
      const target = await targetOf(desk, me.partnerId, asked.number);
      const { rows: [{ fault }] } = await desk.unit.query<{ fault: string | null }>({ text: 'select support_fault($1, $2) as fault', values: [asked.personId, target?.id ?? null] });
      if (fault === 'SELF') throw new Refusal('FORBIDDEN', 'Wie de vraag stelde, keurt ze niet zelf goed. Vraag het aan een collega.');
      if (fault || !target) throw new Refusal('NOT_POSSIBLE', 'Voor deze vraag kunt u geen dossier openen. Kijk het nummer na, of wacht tot wie het vraagt klaar is met een ander dossier.');
      const now = this.clock.now();
      const opened = update(SupportRequest, asked, { state, decidedBy: me.personId, decidedName: me.name, decidedAt: now, dossierId: target.id, dossierKind: target.kind, endsAt: endOf(now, this.reference) });
      const told = [...new Set([me.partnerId, target.opener])].map((partnerId) => tellGlass(partnerId, target.id, 'GLASS_BROKEN', now));
      return { id, record: SupportRequest, dossierIds: [target.id], writes: [opened, ...told, decided(asked, now)], throughGlass: true };
    });
  }

  decline(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'declineSupport', key, request: { id, version } }, async (desk) => {
      const { asked, state } = await this.stepOf(desk, { id, version }, 'decline');
      const now = this.clock.now();
      return { id, record: SupportRequest, dossierIds: [], writes: [update(SupportRequest, asked, { state, decidedBy: me.personId, decidedName: me.name, decidedAt: now }), decided(asked, now)] };
    });
  }

  /** By the partner whose dossier it is, before its time. */
  end(me: Actor, { key, id, version }: Change): Promise<string> {
    return this.work.do(me, { operation: 'endSupport', key, request: { id, version } }, async (desk) => {
      const { asked, state } = await this.stepOf(desk, { id, version }, 'end');
      return { id, record: SupportRequest, dossierIds: [asked.dossierId!], writes: [update(SupportRequest, asked, { state, endedAt: this.clock.now() })], throughGlass: true };
    });
  }

  private async asking(desk: Desk, me: Actor, { partnerId, number, reason }: Wanted): Promise<Outcome> {
    const said = reasonOf(reason, this.reference);
    const now = this.clock.now();
    await alone(desk, me.personId);
    const recent = inAWeek((await desk.rowsOf(SupportLook, 'personId', me.personId)).map(({ askedAt }) => askedAt), now);
    if (recent >= this.reference.breakGlass.perWeek) throw new TooOften('NOT_POSSIBLE', `U vroeg al ${recent} keer toegang in zeven dagen. De functionaris voor gegevensbescherming is verwittigd.`);
    const [partner] = await desk.rowsOf(Partner, 'id', partnerId);
    // A municipality holds no dossier.
    if (!partner || partner.kind === PartnerKind.MUNICIPALITY) throw invalid('partnerId', 'Kies de organisatie die hulp vroeg.');
    const id = crypto.randomUUID();
    const row = { id, version: 1, hostId: me.partnerId, personId: me.personId, personName: me.name, partnerId, number: numberOf(number), reason: said, state: SupportState.ASKED, askedAt: now };
    return { id, record: SupportLook, dossierIds: [], writes: [asHost(me, insert(SupportLook, row)), tellSupport(partnerId, row.number, now)] };
  }

  private asAsker(me: Actor, operation: string, { key, id, version }: Change, event: AskerEvent, also: (now: Date) => Partial<SupportLook>): Promise<string> {
    return this.work.do(me, { operation, key, request: { id, version } }, async (desk) => {
      const look = await desk.lock(SupportLook, id, event, version);
      const now = this.clock.now();
      const { to } = step(supportFlow, look, event, undefined);
      if (isOver(look, now)) throw new Refusal('NOT_POSSIBLE');
      const dossierIds = look.dossierId ? [look.dossierId] : [];
      return { id, record: SupportLook, dossierIds, writes: [asHost(me, update(SupportLook, look, { state: to, ...also(now) }))], ...(look.dossierId && { throughGlass: true as const }) };
    });
  }

  private async stepOf(desk: Desk, { id, version }: Omit<Change, 'key'>, event: AskedEvent): Promise<{ asked: SupportRequest; state: SupportState }> {
    const asked = await desk.lock(SupportRequest, id, event, version);
    const { to } = step(supportFlow, asked, event, undefined);
    if (isOver(asked, this.clock.now())) throw new Refusal('NOT_POSSIBLE');
    return { asked, state: to };
  }

  private alert({ partnerId }: Actor): Promise<void> {
    const writes = [tellGlass(partnerId, null, 'GLASS_LIMIT', this.clock.now())];
    return this.work.tick({ partnerId, personId: null, regime: Regime.DISCRETION }, 'alertSupport', () => Promise.resolve({ id: partnerId, record: GlassBreak, dossierIds: [], writes }));
  }
}

/** In her own context, not in that of the partner that she asks. */
const asHost = ({ partnerId }: Actor, write: Write): Write => ({ ...write, as: partnerId });
const decided = ({ hostId, personId }: SupportRequest, at: Date): Write => tell(hostId, { personId }, { kind: NoticeKind.SUPPORT_DECIDED, urgent: true, at });
