import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import ical from 'ical-generator';
import { type Actor, Clock, dayOf, endOf, NOBODY, type PartnerKind, Reading, Refusal, type Regime, type Role, Task, TaskKind, Units, Work } from '#kernel';
import { CalendarFeed } from './calendar-feed.record.js';
import { hashOfSecret } from './own-desk.service.js';
import { mine } from './worklist.js';

type Row = { feed_id: string; mandate_id: string; person_id: string; person_name: string; partner_id: string; partner_name: string; partner_kind: PartnerKind; regime: Regime; role: Role; municipality: string | null; political: boolean };

const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** So many pages of 50 terms at most. */
const PAGES = 10;
const SELECTION = { id: true, version: true, kind: true, due: true, awaits: true } as const;
/** The same for everybody: a calendar is read by machines of others, and over shoulders. */
const [TERM, WAITING] = ['Woonbrug: termijn', 'Woonbrug: wachten op een partner'];

/** What a calendar program reads: when one's own terms end, and nothing of what they are about. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly units: Units,
    private readonly reading: Reading,
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /**
   * The feed behind a secret, under the rights of this moment.
   * @param portal address of the portal, to which each term leads
   * @throws Refusal NOT_FOUND, the same whether it never was, was revoked, or belongs to who may no longer work in that capacity
   */
  async read(secret: string, portal: string): Promise<string> {
    const who = SECRET.test(secret) ? await this.ownerOf(secret) : null;
    if (!who) throw new Refusal('NOT_FOUND');
    const { actor, feedId } = who;
    await this.work.consult(actor, 'readCalendarFeed', async () => ({ seen: feedId, record: CalendarFeed, dossierIds: [] }));
    const tasks = (await this.tasksOf(actor)).filter(({ kind }) => kind !== TaskKind.DELIVER);
    const calendar = ical({ prodId: { company: 'Woonbrug', product: 'Termijnen', language: 'NL' }, name: 'Woonbrug', ttl: 3600 });
    for (const { id, version, due, awaits } of tasks) {
      const end = new Date(due!);
      const isWholeDay = endOf(dayOf(end)).getTime() === end.getTime();
      calendar.createEvent({
        // Stable for this feed, and of no use to who would compare it with another or with a file.
        id: createHmac('sha256', secret).update(id).digest('hex').slice(0, 32),
        // Without a time zone all is written in UTC: with one, hours came out wrong.
        ...(isWholeDay ? { start: new Date(`${dayOf(end)}T00:00:00Z`), allDay: true } : { start: end }),
        summary: awaits ? WAITING : TERM, sequence: version, stamp: end, url: `${portal}/werklijst`,
      });
    }
    return calendar.toString();
  }

  private async ownerOf(secret: string): Promise<{ actor: Actor; feedId: string } | null> {
    const { rows } = await this.units.run(NOBODY, (unit) =>
      unit.query<Row>({ name: 'feed', text: 'select feed_id, mandate_id, person_id, person_name, partner_id, partner_name, partner_kind, regime, role, municipality, political from feed_capacity($1, $2)', values: [hashOfSecret(secret), dayOf(this.clock.now())] }), { durable: false });
    if (!rows.length) return null;
    const [row] = rows;
    const actor = { personId: row.person_id, name: row.person_name, mandateId: row.mandate_id, partnerId: row.partner_id, partnerName: row.partner_name, partnerKind: row.partner_kind, regime: row.regime, role: row.role, municipality: row.municipality, political: row.political };
    return { actor, feedId: row.feed_id };
  }

  private async tasksOf(me: Actor): Promise<Task[]> {
    const tasks: Task[] = [];
    let after: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { nodes, next } = await this.reading.page(me, Task, { first: 50, after, order: 'due', any: mine(me, null, ['due', 'not null']) }, SELECTION);
      tasks.push(...nodes);
      if (!next) break;
      after = next;
    }
    return tasks;
  }
}
