import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, type Desk, insert, type Outcome, Refusal, Regime, update, Work } from '#kernel';
import { GlassBreak, isOpen, tellGlass } from './glass-break.record.js';
import { OVERSIGHT, type OversightReference } from './oversight.reference.js';

type Wanted = { number: string; reason: string };
type Target = { id: string; kind: string; opener: string };

const WEEK = 7 * 86_400_000;
const MINUTE = 60_000;

/** More often than she may: the DPO hears of it. */
class TooOften extends Refusal {}

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
    const { minutes, perWeek, reason: least } = this.reference.breakGlass;
    if (reason.trim().length < least) throw invalid('reason', `Schrijf in minstens ${least} tekens waarom het nodig is.`);
    const now = this.clock.now();
    await this.allow(desk, me, perWeek, now);
    const target = await targetOf(desk, me.partnerId, number.trim().toUpperCase());
    if (!target) throw new Refusal('NOT_FOUND');
    const id = crypto.randomUUID();
    const row = { id, version: 1, partnerId: me.partnerId, personId: me.personId, personName: me.name, role: me.role, dossierId: target.id, dossierKind: target.kind, number: number.trim().toUpperCase(), reason: reason.trim(), openedAt: now, endsAt: new Date(now.getTime() + minutes * MINUTE), endedAt: null };
    const told = [...new Set([me.partnerId, target.opener])].map((partnerId) => tellGlass(partnerId, target.id, 'GLASS_BROKEN', now));
    return { id, record: GlassBreak, dossierIds: [target.id], writes: [insert(GlassBreak, row), ...told], throughGlass: true };
  }

  /** One at a time, and so many in seven days: counted behind a lock on the person. */
  private async allow(desk: Desk, me: Actor, perWeek: number, now: Date): Promise<void> {
    await desk.unit.query({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [`glass ${me.personId}`] });
    const mine = await desk.rowsOf(GlassBreak, 'personId', me.personId);
    if (mine.some((each) => isOpen(each, now))) throw new Refusal('NOT_POSSIBLE', 'Uw vorige noodtoegang is nog open. Beëindig die eerst.');
    const recent = mine.filter(({ openedAt }) => openedAt.getTime() > now.getTime() - WEEK);
    if (recent.length >= perWeek) throw new TooOften('NOT_POSSIBLE', `U gebruikte de noodtoegang al ${recent.length} keer in zeven dagen. Vraag het aan een collega. De functionaris voor gegevensbescherming is verwittigd.`);
  }

  private alert({ partnerId }: Actor): Promise<void> {
    const writes = [tellGlass(partnerId, null, 'GLASS_LIMIT', this.clock.now())];
    return this.work.tick({ partnerId, personId: null, regime: Regime.DISCRETION }, 'alertGlass', () => Promise.resolve({ id: partnerId, record: GlassBreak, dossierIds: [], writes }));
  }
}

/** Behind the wall: a number of another, and of what she is kept away from, is there no more than one that is nobody's. */
async function targetOf(desk: Desk, partnerId: string, number: string): Promise<Target | undefined> {
  const { rows } = await desk.unit.query<Target>({
    text: `select p.dossier_id as id, p.kind, p.granted_by as opener from (select id from referral where number = $1 union all select id from consult where number = $1) n
      join party p on p.dossier_id = n.id and p.partner_id = $2 and p.until > now() order by p.at desc limit 1`,
    values: [number, partnerId],
  });
  return rows[0];
}

const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
