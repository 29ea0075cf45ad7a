import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, type Desk, insert, type Outcome, Refusal, Regime, update, Work } from '#kernel';
import { alone, endOf, inAWeek, numberOf, reasonOf, targetOf, TooOften } from './glass-rules.js';
import { GlassBreak, isOpen, tellGlass } from './glass-break.record.js';
import { OVERSIGHT, type OversightReference } from './oversight.reference.js';

type Wanted = { number: string; reason: string };

/** Opens one dossier to somebody for a while, with a reason, and lets everybody know who must (BR-P19). */
@Injectable()
export class GlassBreaks {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(OVERSIGHT) private readonly reference: OversightReference,
  ) {}

  /**
   * @throws Refusal NOT_FOUND alike for a number that is nobody's, another's, or of what she is kept away from;
   * NOT_POSSIBLE while another one is open, and when it was too often in seven days
   */
  async break(me: Actor, { key, ...wanted }: Wanted & { key: string }): Promise<string> {
    try {
      return await this.work.do(me, { operation: 'breakGlass', key, request: wanted }, (desk) => this.breaking(desk, me, wanted));
    } catch (error) {
      if (error instanceof TooOften) await this.alert(me);
      throw error;
    }
  }

  /** Before its time; what has ended by itself is ended already. */
  end(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'endGlass', key, request: { id, version } }, async (desk) => {
      const broken = await desk.lock(GlassBreak, id, 'end', version);
      const now = this.clock.now();
      if (!isOpen(broken, now)) throw new Refusal('NOT_POSSIBLE');
      return { id, record: GlassBreak, dossierIds: [broken.dossierId], writes: [update(GlassBreak, broken, { endedAt: now })], throughGlass: true };
    });
  }

  private async breaking(desk: Desk, me: Actor, { number, reason }: Wanted): Promise<Outcome> {
    const said = reasonOf(reason, this.reference);
    const now = this.clock.now();
    await this.allow(desk, me, now);
    const target = await targetOf(desk, me.partnerId, numberOf(number));
    if (!target) throw new Refusal('NOT_FOUND');
    const id = crypto.randomUUID();
    const row = { id, version: 1, partnerId: me.partnerId, personId: me.personId, personName: me.name, role: me.role, dossierId: target.id, dossierKind: target.kind, number: numberOf(number), reason: said, openedAt: now, endsAt: endOf(now, this.reference), endedAt: null };
    const told = [...new Set([me.partnerId, target.opener])].map((partnerId) => tellGlass(partnerId, target.id, 'GLASS_BROKEN', now));
    return { id, record: GlassBreak, dossierIds: [target.id], writes: [insert(GlassBreak, row), ...told], throughGlass: true };
  }

  /** One at a time, and so many in seven days: counted behind a lock on the person. */
  private async allow(desk: Desk, me: Actor, now: Date): Promise<void> {
    await alone(desk, me.personId);
    const mine = await desk.rowsOf(GlassBreak, 'personId', me.personId);
    if (mine.some((each) => isOpen(each, now))) throw new Refusal('NOT_POSSIBLE', 'Uw vorige noodtoegang is nog open. Beëindig die eerst.');
    const recent = inAWeek(mine.map(({ openedAt }) => openedAt), now);
    if (recent >= this.reference.breakGlass.perWeek) throw new TooOften('NOT_POSSIBLE', `U gebruikte de noodtoegang al ${recent} keer in zeven dagen. Vraag het aan een collega. De functionaris voor gegevensbescherming is verwittigd.`);
  }

  private alert({ partnerId }: Actor): Promise<void> {
    const writes = [tellGlass(partnerId, null, 'GLASS_LIMIT', this.clock.now())];
    return this.work.tick({ partnerId, personId: null, regime: Regime.DISCRETION }, 'alertGlass', () => Promise.resolve({ id: partnerId, record: GlassBreak, dossierIds: [], writes }));
  }
}
