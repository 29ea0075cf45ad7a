import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Caller, Clock, type Context, dayOf, type Erasure, type Erasures, ERASURES, type Forgotten, insert, NOBODY, NoticeKind, Refusal, Regime, Role, tell, Units, Work } from '#kernel';
import { DestructionItem, DestructionList, type DestroyedPart, RetentionRule } from './destruction.record.js';

/** How much one run does; the next one takes the rest. */
const AT_MOST = 500;
const LINES = 500;
const KEEPER: Caller = { capacity: 'CLOCK', purpose: 'retention' };

type Due = Pick<DestructionItem, 'kind' | 'number' | 'rule' | 'years' | 'classes' | 'messages' | 'notes' | 'files'> & { dossier_id: string; part: DestroyedPart; closed_on: string };

/** Proposes what has become due, destroys what a person signed, and tells the registers outside (BR-P14, record 26). Run by the worker. */
@Injectable()
export class Retention {
  private readonly log = new Logger('Retention');
  /** What is due changes by the day. */
  private lookedOn = '';

  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(ERASURES) private readonly registers: { erasures: Erasures; forgotten: Forgotten } | null,
  ) {}

  async run(): Promise<void> {
    await this.destroy();
    const today = dayOf(this.clock.now());
    if (this.lookedOn === today) return;
    await this.propose();
    await this.forget();
    this.lookedOn = today;
  }

  /** One list at a time for each partner: what becomes due while it waits comes on the next. */
  async propose(): Promise<void> {
    for (const { partner_id } of await this.ask<{ partner_id: string }>('select partner_id from retention.partners_due()')) await this.proposeTo(partner_id);
  }

  /** Each in a transaction of its own, which is done or was not begun; a crash in between changes nothing. */
  async destroy(): Promise<void> {
    await this.register();
    const items = await this.ask<{ id: string; partner_id: string }>('select id, partner_id from retention.signed_items($1)', [AT_MOST]);
    for (const { id, partner_id } of items) {
      await this.work.tick(clockOf(partner_id), 'destroy', async (desk) => {
        const { rows } = await desk.unit.query<{ dossier_id: string }>({ text: 'select dossier_id from retention.destroy($1)', values: [id] });
        return { id, record: DestructionItem, dossierIds: rows.map(({ dossier_id }) => dossier_id), writes: [] };
      }, KEEPER);
    }
    if (items.length) await this.register();
  }

  /** Lines of the trail about nothing that is there any more, when their own term has passed. The register names them before they are emptied: else a line would be empty that it does not name. */
  async forget(): Promise<void> {
    for (;;) {
      const lines = (await this.ask<{ line: string }>('select line from forgettable_lines($1)', [LINES])).map(({ line }) => line);
      if (!lines.length) return;
      const { registers } = this;
      if (registers) this.onDisk(() => registers.forgotten.append(lines));
      await this.ask('select forget_lines($1)', [lines]);
    }
  }

  private async proposeTo(partnerId: string): Promise<void> {
    await this.work.tick(clockOf(partnerId), 'propose', async (desk) => {
      const lists = await desk.rowsOf(DestructionList, 'partnerId', partnerId);
      if (lists.some(({ signed }) => !signed)) return null;
      const { rows } = await desk.unit.query<Due>({ text: 'select dossier_id, kind, number, part, rule, years, classes, closed_on::text, messages, notes, files from retention.due()' });
      if (!rows.length) return null;
      const [{ edition }] = await desk.rowsOf(RetentionRule, 'key', rows[0].rule);
      const now = this.clock.now();
      const list = { id: crypto.randomUUID(), version: 1, partnerId, edition, items: rows.length, proposedAt: now };
      const items = rows.map(({ dossier_id: dossierId, closed_on: closedOn, ...due }) => insert(DestructionItem, { ...due, id: crypto.randomUUID(), version: 1, listId: list.id, partnerId, dossierId, closedOn }));
      const told = tell(partnerId, { role: Role.DPO }, { kind: NoticeKind.DESTRUCTION, at: now });
      return { id: list.id, record: DestructionList, dossierIds: rows.map(({ dossier_id }) => dossier_id), writes: [insert(DestructionList, list), ...items, told] };
    }, KEEPER);
  }

  /** Whatever an earlier run left unwritten is written too. What stands in the file and not in the database was lost by a restore: nothing is destroyed before that is. */
  private async register(): Promise<void> {
    const erasures = this.registers?.erasures;
    if (!erasures) return;
    const from = async (number: number): Promise<Erasure[]> => (await this.ask<Erasure>(`select number, at, dossier_id as "dossierId", partner_id as "partnerId", part, classes from retention.erasures($1, $2)`, [number, AT_MOST]));
    if (!erasures.isThere) {
      if ((await from(1)).length) this.fault(`there is no file ${erasures.file}, and something was destroyed: put it back`);
      this.onDisk(() => erasures.begin());
    }
    for (;;) {
      const { line } = this.onDisk(() => erasures.last());
      const last = Number(line.split(' ')[0]);
      const rows = await from(last || 1);
      if (line && (!rows.length || erasures.signs(rows[0]) !== line)) this.fault(`erasure ${last} is not in the database: it was restored from before, and what was destroyed since must be destroyed anew (npm run restore -- FILE --erasures)`);
      const fresh = line ? rows.slice(1) : rows;
      if (fresh.length) this.onDisk(() => erasures.append(fresh));
      if (rows.length < AT_MOST) return;
    }
  }

  private async ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.units.run(NOBODY, (unit) => unit.query<Row>({ text, values }))).rows;
  }

  private onDisk<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      return this.fault((error as NodeJS.ErrnoException).code ?? (error as Error).message);
    }
  }

  private fault(what: string): never {
    this.log.error(`The registers of what was destroyed are not kept: ${what}.`);
    throw new Refusal('UNAVAILABLE');
  }
}

const clockOf = (partnerId: string): Context => ({ partnerId, personId: null, regime: Regime.DISCRETION });
