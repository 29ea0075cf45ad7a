import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, type Desk, insert, NoticeKind, type Outcome, Refusal, tell, update, Work } from '#kernel';
import { Absence } from './absence.record.js';
import { Mandate, Person } from './person.record.js';

type Act = { key: string };
type Change = Act & { id: string; version: number };
type Period = { since: string; until: string; deputyId?: string | null };
/** An absence as somebody wants it: `id` is that of the one that changes. */
type Wanted = Period & { id?: string; personId: string };

/** The longest absence, in days: what is longer is asked again. */
const LONGEST = 366;

/** Who is away and who stands in (BR-W4). What nobody covers is counted by the database, whatever it comes by. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** By herself, or by a coordinator or admin of her partner (the privacy book, on the person). */
  report(me: Actor, { key, ...request }: Act & { personId: string } & Period): Promise<string> {
    return this.work.do(me, { operation: 'reportAbsence', key, request }, async (desk) => {
      await this.hold(desk, me);
      const person = await desk.lock(Person, request.personId, 'absent');
      await this.check(desk, person, request);
      const { since, until, deputyId = null } = request;
      const row = { id: crypto.randomUUID(), version: 1, partnerId: me.partnerId, personId: person.id, deputyId, since, until, setBy: me.name, uncoveredDays: 0 };
      return this.told({ id: row.id, record: Absence, dossierIds: [], writes: [insert(Absence, row)] }, me, null, deputyId);
    });
  }

  change(me: Actor, { key, ...request }: Change & Period): Promise<string> {
    return this.work.do(me, { operation: 'changeAbsence', key, request }, async (desk) => {
      await this.hold(desk, me);
      const absence = await desk.lock(Absence, request.id, 'change', request.version);
      this.refuseOver(absence);
      const [person] = await desk.rowsOf(Person, 'id', absence.personId);
      const { since, until, deputyId = null } = request;
      await this.check(desk, person, { id: absence.id, personId: person.id, since, until, deputyId });
      return this.told({ id: absence.id, record: Absence, dossierIds: [], writes: [update(Absence, absence, { since, until, deputyId })] }, me, absence.deputyId, deputyId);
    });
  }

  cancel(me: Actor, { key, ...request }: Change): Promise<string> {
    return this.work.do(me, { operation: 'cancelAbsence', key, request }, async (desk) => {
      await this.hold(desk, me);
      const absence = await desk.lock(Absence, request.id, 'cancel', request.version);
      this.refuseOver(absence);
      return { id: absence.id, record: Absence, dossierIds: [], writes: [update(Absence, absence, { cancelledAt: this.clock.now() })] };
    });
  }

  /** One at a time per partner: of two absences that would make a chain together the later one sees the earlier. */
  private async hold(desk: Desk, { partnerId }: Actor): Promise<void> {
    await desk.unit.query({ text: "select pg_advisory_xact_lock(hashtextextended('absences ' || $1, 0))", values: [partnerId] });
  }

  private refuseOver({ cancelledAt, until }: Absence): void {
    if (cancelledAt || until < dayOf(this.clock.now())) throw new Refusal('NOT_POSSIBLE', 'Deze afwezigheid is al voorbij of geannuleerd.');
  }

  private async check(desk: Desk, person: Person, wanted: Wanted): Promise<void> {
    const { since, until, deputyId } = wanted;
    if (until < since) throw invalid('until', 'De laatste dag ligt voor de eerste.');
    if (until < dayOf(this.clock.now())) throw invalid('until', 'Deze dagen zijn al voorbij.');
    if (Date.parse(until) - Date.parse(since) >= LONGEST * 86_400_000) throw invalid('until', 'Meld hoogstens een jaar tegelijk.');
    const colleagues = await desk.rowsOf(Absence, 'partnerId', person.partnerId);
    const then = colleagues.filter((each) => each.id !== wanted.id && !each.cancelledAt && each.since <= until && each.until >= since);
    const own = then.find(({ personId }) => personId === person.id);
    if (own) throw invalid('since', `${person.name} is al afwezig van ${typed(own.since)} tot en met ${typed(own.until)}. Wijzig die afwezigheid.`);
    if (deputyId) await this.checkDeputy(desk, person, { ...wanted, deputyId }, then);
  }

  /** Never herself, of the same function for all of it, and no deputy of a deputy. */
  private async checkDeputy(desk: Desk, person: Person, { since, until, deputyId }: Wanted & { deputyId: string }, then: readonly Absence[]): Promise<void> {
    if (deputyId === person.id) throw invalid('deputyId', 'Niemand vervangt zichzelf.');
    const [deputy] = await desk.rowsOf(Person, 'id', deputyId);
    if (deputy?.partnerId !== person.partnerId || !deputy.active) throw invalid('deputyId', 'Kies een collega uit uw eigen organisatie.');
    const mandates = (await desk.rowsOf(Mandate, 'personId', [person.id, deputyId])).filter((each) => !each.until || each.until >= since);
    const roles = mandates.filter(({ personId }) => personId === person.id).map(({ role }) => role);
    const covers = mandates.some((each) => each.personId === deputyId && roles.includes(each.role) && each.since <= since && (!each.until || each.until >= until));
    if (!covers) throw invalid('deputyId', `${deputy.name} heeft niet heel die tijd dezelfde functie. Kies iemand anders.`);
    const replaced = then.find((each) => each.personId === deputyId && each.deputyId);
    if (replaced) throw invalid('deputyId', `${deputy.name} is zelf afwezig van ${typed(replaced.since)} tot en met ${typed(replaced.until)} en heeft dan een vervanger. Kies iemand anders.`);
    const replaces = then.find((each) => each.deputyId === person.id);
    if (!replaces) return;
    const [absent] = await desk.rowsOf(Person, 'id', replaces.personId);
    throw invalid('deputyId', `${person.name} vervangt zelf ${absent.name} van ${typed(replaces.since)} tot en met ${typed(replaces.until)}. Kies daar eerst een andere vervanger.`);
  }

  private told(outcome: Outcome, { partnerId }: Actor, before: string | null, deputyId: string | null): Outcome {
    if (!deputyId || deputyId === before) return outcome;
    return { ...outcome, writes: [...outcome.writes, tell(partnerId, { personId: deputyId }, { kind: NoticeKind.DEPUTY, at: this.clock.now() })] };
  }
}

const typed = (day: string): string => day.split('-').reverse().join('/');
const invalid = (field: string, message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field, message }] });
