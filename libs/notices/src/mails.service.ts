import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Calendars, Person } from '#directory';
import { Clock, type Context, dayOf, type Desk, insert, isWorkingDay, NOBODY, type Outcome, Refusal, Regime, timeOn, Units, update, Work, type Write } from '#kernel';
import { Mail, MailKind, MailState } from './mail.record.js';
import { type Mailing, MailServer, type Said } from './mail-server.js';

/** The token under which an app binds where mail leaves; null: nowhere. */
export const MAILING = Symbol('mailing');
/** The token of the time of the daily mail in Brussels, as `07:30`. */
export const DIGEST_AT = Symbol('digest at');

type Due = { id: string; partner_id: string; person_id: string; kind: MailKind; notice_id: string | null; dossier_id: string | null; until: Date };
type Taken = { version: number; address: string };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** How many mails one run takes, and how long it goes on; the next run takes the rest. */
const AT_MOST = 200;
const RUN = 40_000;
/** What is urgent and older than this waits for the daily mail; a mail server that is down for a day is waited for. */
const URGENT_FOR = 3 * DAY;
/** A worker that holds a mail for longer is dead. */
const LEASE = 5 * MINUTE;
/** How long a mail that is put off is tried again (RFC 5321, 4.5.4.1). */
const TRIED_FOR = 5 * DAY;
const LONGEST_WAIT = 60 * MINUTE;

/** No mail leaves now: whoever runs this tries again later. Says nothing of what the server said. */
export class NoMailServer extends Error {
  constructor() {
    super('The mail server does not answer.');
  }
}

/** As far as mail may tell her: asked with her own eyes, behind both walls, in the moment before it leaves (XT-18). */
const MAY_BE_TOLD = `
  select p.email as address, p.active and p.email is not null and p.mail_refused_at is null
    and exists (select from mandate m where m.person_id = p.id and m.since <= today() and (m.until is null or m.until >= today()))
    and exists (select from notice n join mail_preference w on w.person_id = p.id where n.person_id = p.id and n.read_at is null
      and case when $1::uuid is null then w.digest = 'DAILY' and n.at <= $2::timestamptz and n.at > coalesce($3::timestamptz, '-infinity') else w.urgent and n.id = $1 end) as may
  from person p where p.id = (select me.person())`;

/** Sends what the notices ask for: found in their own table, so that nothing is lost when anything dies; one row per mail, so that nothing is done twice. */
@Injectable()
export class Mails implements BeforeApplicationShutdown {
  private readonly log = new Logger('Mail');
  private isStopping = false;

  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    @Inject(MAILING) private readonly mailing: Mailing | null,
    @Inject(DIGEST_AT) private readonly digestAt: string,
  ) {}

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  /**
   * @returns how many mails left
   * @throws NoMailServer when the server answers no more; what was not sent stays where it was
   */
  async run(): Promise<number> {
    if (!this.mailing) return 0;
    const began = Date.now();
    const due = await this.due(this.clock.now());
    if (!due.length) return 0;
    const server = new MailServer(this.mailing);
    let sent = 0;
    try {
      if (!(await server.answers())) throw new NoMailServer();
      for (const mail of due) {
        if (this.isStopping || Date.now() - began > RUN) break;
        if (await this.send(server, mail)) sent += 1;
      }
    } finally {
      server.close();
    }
    return sent;
  }

  private due(now: Date): Promise<Due[]> {
    const today = dayOf(now);
    return this.units.run(NOBODY, async (unit) => {
      const partners = await unit.query<{ id: string }>({ text: 'select id from partner' });
      const closed = await this.calendars.held(unit);
      const working = partners.rows.filter(({ id }) => isWorkingDay(today, closed(id))).map(({ id }) => id);
      const { rows } = await unit.query<Due>({
        text: 'select id, partner_id, person_id, kind, notice_id, dossier_id, until from due_mails($1, $2, $3, $4, $5)',
        values: [now, new Date(now.getTime() - URGENT_FOR), timeOn(today, this.digestAt), working, AT_MOST],
      });
      return rows;
    });
  }

  private async send(server: MailServer, mail: Due): Promise<boolean> {
    const taken = await this.take(mail);
    if (!taken) {
      await this.drop(mail);
      return false;
    }
    const said = await server.send(mail.id, taken.address);
    // Nobody knows whether it left: its row stays with us until the lease ends, and then counts as perhaps sent twice.
    if (said !== 'UNKNOWN') await this.settle(mail, taken, said);
    if (said === 'DOWN' || said === 'UNKNOWN') throw new NoMailServer();
    return said === 'SENT';
  }

  /** Makes it ours, if it may be sent; null when it may not, or when somebody else has it. */
  private async take(mail: Due): Promise<Taken | null> {
    const now = this.clock.now();
    let taken: Taken | null = null;
    const isOurs = await this.tick(mail, 'sendMail', async (desk) => {
      const [row] = await desk.rowsOf(Mail, 'id', mail.id, { held: true });
      const { address, may } = await this.look(desk, mail);
      if (!may || (row && !isOpen(row, now))) return null;
      const doubt = row?.state === MailState.SENDING ? 1 : 0;
      if (doubt) this.log.warn(`Mail ${mail.id} is sent anew, and may have left before.`);
      const held = { state: MailState.SENDING, takenAt: now, nextAt: new Date(now.getTime() + LEASE), tries: (row?.tries ?? 0) + 1, maybeTwice: (row?.maybeTwice ?? 0) + doubt };
      taken = { version: (row?.version ?? 0) + 1, address };
      return [row ? update(Mail, row, held) : insert(Mail, { ...rowOf(mail, now), ...held })];
    });
    return isOurs ? taken : null;
  }

  /** Ends what is no longer for her: told in the trail, and never looked at again. */
  private async drop(mail: Due): Promise<void> {
    const now = this.clock.now();
    await this.tick(mail, 'dropMail', async (desk) => {
      const [row] = await desk.rowsOf(Mail, 'id', mail.id, { held: true });
      if ((row && !isOpen(row, now)) || (await this.look(desk, mail)).may) return null;
      const ended = { state: MailState.DROPPED, endedAt: now };
      return [row ? update(Mail, row, ended) : insert(Mail, { ...rowOf(mail, now), ...ended })];
    });
  }

  private async settle(mail: Due, { version, address }: Taken, said: Exclude<Said, 'UNKNOWN'>): Promise<void> {
    const now = this.clock.now();
    if (said !== 'SENT') this.log.warn(`Mail ${mail.id}: ${said}`);
    await this.tick(mail, SETTLES[said], async (desk) => {
      const [row] = await desk.rowsOf(Mail, 'id', mail.id, { held: true });
      if (row?.version !== version) return null;
      const writes: Write[] = [update(Mail, row, after(row, said, now))];
      if (said !== 'ADDRESS') return writes;
      const [person] = await desk.rowsOf(Person, 'id', mail.person_id, { held: true });
      return person.email === address ? [...writes, update(Person, person, { mailRefusedAt: now })] : writes;
    });
  }

  /** With the eyes of the person it is for: what she would find in the portal now. */
  private async look(desk: Desk, { id, partner_id: partnerId, person_id: personId, notice_id: noticeId, until }: Due): Promise<{ address: string; may: boolean }> {
    const told = (await desk.rowsOf(Mail, 'personId', personId)).filter((each) => each.kind === MailKind.DIGEST && each.id !== id && ![MailState.REFUSED, MailState.FAILED].includes(each.state));
    const before = told.map((each) => each.until).sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
    const { rows } = await desk.unit.as({ partnerId, personId, regime: Regime.DISCRETION }, () => desk.unit.query<{ address: string; may: boolean | null }>({ text: MAY_BE_TOLD, values: [noticeId, until, before] }));
    return { address: rows[0]?.address ?? '', may: rows[0]?.may === true };
  }

  /**
   * An act of the clock on one mail, in its partner's context.
   * @returns false when another worker was first, which is no fault
   */
  private async tick(mail: Due, operation: string, verb: (desk: Desk) => Promise<readonly Write[] | null>): Promise<boolean> {
    const context: Context = { partnerId: mail.partner_id, personId: null, regime: Regime.DISCRETION };
    const act = async (desk: Desk): Promise<Outcome | null> => {
      const writes = await verb(desk);
      return writes && { id: mail.id, record: Mail, dossierIds: mail.dossier_id ? [mail.dossier_id] : [], writes };
    };
    return this.work.tick(context, operation, act).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'CONFLICT') return false;
        throw error;
      },
    );
  }
}

const SETTLES = { SENT: 'sentMail', ADDRESS: 'refuseMail', LATER: 'delayMail', DOWN: 'delayMail', NEVER: 'failMail' } as const;

const isOpen = ({ state, nextAt }: Mail, now: Date): boolean => [MailState.QUEUED, MailState.SENDING].includes(state) && nextAt <= now;

const rowOf = ({ id, partner_id: partnerId, person_id: personId, kind, notice_id: noticeId, until }: Due, now: Date) => ({ id, version: 1, partnerId, personId, kind, noticeId, until, queuedAt: now, nextAt: now, tries: 0, maybeTwice: 0 });

/** Where a mail stands after what the server said of it. */
function after({ tries, queuedAt }: Mail, said: Exclude<Said, 'UNKNOWN'>, now: Date): Partial<Mail> {
  const waits = said === 'DOWN' ? 0 : Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(tries, 10));
  const isLate = now.getTime() - queuedAt.getTime() > TRIED_FOR;
  if ((said === 'LATER' || said === 'DOWN') && !isLate) return { state: MailState.QUEUED, nextAt: new Date(now.getTime() + waits) };
  return { state: said === 'SENT' ? MailState.SENT : said === 'ADDRESS' ? MailState.REFUSED : MailState.FAILED, endedAt: now };
}
