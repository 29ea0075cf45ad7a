import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Actor, Clock, dayOf, type Desk, insert, NOBODY, NoticeKind, type Outcome, Refusal, Regime, Role, tell, Units, update, Work, type Write } from '#kernel';
import { AccessReview } from './access-review.record.js';
import { Mandate, Person } from './person.record.js';

/** The token under which an app binds after how many months a role is looked at again. */
export const REVIEW_MONTHS = Symbol('months until a role is looked at again');
/** Days between the reminder and the end of a role that nobody confirmed (BR-W10). */
const DAYS_TO_CONFIRM = 30;
/** How many one run looks at of each kind; the next run takes the rest. */
const AT_MOST = 200;
const DAY = 86_400_000;

type Due = { id: string; partner_id: string; person_id: string; stage: 'ask' | 'end' };

/** Who may still work for a partner, asked once a year; what nobody confirms ends, and never the last admin (BR-W9, BR-W10). */
@Injectable()
export class AccessReviews {
  private readonly log = new Logger('AccessReviews');

  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(REVIEW_MONTHS) private readonly months: number,
  ) {}

  /** Several at once, or none. One's own roles are confirmed by another admin, when there is one. */
  confirm(me: Actor, { key, reviews }: { key: string; reviews: readonly { id: string; version: number }[] }): Promise<string> {
    return this.work.do(me, { operation: 'confirmAccess', key, request: { reviews } }, async (desk) => {
      if (!reviews.length) throw invalid('Vink minstens één functie aan.');
      const now = this.clock.now();
      const writes: Write[] = [];
      for (const { id, version } of reviews) {
        const review = await desk.lock(AccessReview, id, 'confirm', version);
        if (review.confirmedAt || review.endedAt) throw new Refusal('NOT_POSSIBLE');
        if (review.personId === me.personId && (await this.otherAdmins(desk, me.partnerId, me.personId, dayOf(now)))) throw invalid('Uw eigen functies bevestigt een andere beheerder.');
        writes.push(update(AccessReview, review, { confirmedAt: now, confirmedBy: me.name }));
      }
      return { id: reviews[0].id, record: AccessReview, dossierIds: [], writes };
    });
  }

  /** How many files each of these people still has in hand; a number, for who keeps the people of her partner. */
  openFiles(me: Actor, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.work.consult(me, 'openFiles', async (desk) => ({ seen: await this.files(desk, personIds), record: Person, dossierIds: [] }));
  }

  /** Run by the worker. @returns how many roles were asked about or ended; one that fails is told and tried again by the next run */
  async run(): Promise<number> {
    const now = this.clock.now();
    const { rows } = await this.units.run(NOBODY, (unit) => unit.query<Due>({ text: 'select id, partner_id, person_id, stage from reviews_due($1, $2, $3)', values: [dayOf(now), this.months, AT_MOST] }));
    const toAsk = rows.filter(({ stage }) => stage === 'ask');
    let done = 0;
    const tick = (partnerId: string, stage: string, verb: (desk: Desk) => Promise<Outcome | null>, count: number) =>
      this.work.tick({ partnerId, personId: null, regime: Regime.DISCRETION }, stage, verb).then(
        () => (done += count),
        (error: Error) => this.log.error(`${stage} at partner ${partnerId}: ${error.message}`),
      );
    for (const partnerId of new Set(toAsk.map(({ partner_id }) => partner_id))) {
      const due = toAsk.filter(({ partner_id }) => partner_id === partnerId);
      await tick(partnerId, 'askAccess', async () => this.ask(partnerId, due, now), due.length);
    }
    for (const { id, partner_id: partnerId } of rows.filter(({ stage }) => stage === 'end')) await tick(partnerId, 'endAccess', (desk) => this.end(desk, id, partnerId, now), 1);
    return done;
  }

  /** One notice for all that falls due at a partner. */
  private ask(partnerId: string, due: readonly Due[], now: Date): Outcome {
    const endsOn = dayOf(new Date(now.getTime() + DAYS_TO_CONFIRM * DAY));
    const reviews = due.map(({ id: mandateId, person_id: personId }) => insert(AccessReview, { id: crypto.randomUUID(), version: 1, partnerId, personId, mandateId, askedAt: now, endsOn }));
    return { id: partnerId, record: AccessReview, dossierIds: [], writes: [...reviews, tell(partnerId, { role: Role.PARTNER_ADMIN }, { kind: NoticeKind.REVIEW, at: now })] };
  }

  /** The role holds until the end of this day. Coordinators hear of it when files are left behind. */
  private async end(desk: Desk, id: string, partnerId: string, now: Date): Promise<Outcome | null> {
    const review = await desk.lock(AccessReview, id, 'end');
    if (review.confirmedAt || review.endedAt) return null;
    const mandate = await desk.lock(Mandate, review.mandateId, 'end');
    const today = dayOf(now);
    if (mandate.role === Role.PARTNER_ADMIN && !(await this.otherAdmins(desk, partnerId, review.personId, today))) return null;
    const left = (await this.files(desk, [review.personId])).get(review.personId) ?? 0;
    const told = [Role.PARTNER_ADMIN, ...(left ? [Role.COORDINATOR] : [])].map((role) => tell(partnerId, { role }, { kind: NoticeKind.ACCESS_ENDED, urgent: left > 0, at: now }));
    return { id, record: AccessReview, dossierIds: [], writes: [update(AccessReview, review, { endedAt: now }), update(Mandate, mandate, { until: today }), ...told] };
  }

  private async otherAdmins(desk: Desk, partnerId: string, personId: string, today: string): Promise<boolean> {
    const admins = (await desk.rowsOf(Mandate, 'partnerId', partnerId)).filter((each) => each.role === Role.PARTNER_ADMIN && each.personId !== personId && each.since <= today && !each.until);
    return (await desk.rowsOf(Person, 'id', admins.map((each) => each.personId))).some(({ active }) => active);
  }

  private async files(desk: Desk, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await desk.unit.query<{ person_id: string; files: number }>({ text: 'select person_id, files from open_files($1)', values: [personIds] });
    return new Map(rows.map(({ person_id, files }) => [person_id, files]));
  }
}

const invalid = (message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field: 'reviews', message }] });
