import { Injectable } from '@nestjs/common';
import { Calendars, ClosingDay } from '#directory';
import { type Actor, Clock, dayOf, type Desk, insert, isWorkingDay, movedTerm, type Outcome, Refusal, update, Work, type Write } from '#kernel';

type Running = { id: string; dossier_id: string; term_from: Date; term_days: number | null; remind_days: number | null; due: Date };
type Moved = { dossierIds: string[]; writes: Write[] };

/** How many years ahead a closing day may lie. */
const AHEAD = 3;

/** A partner's admin keeps on which days it is closed; the terms that run in its calendar follow in the same transaction. */
@Injectable()
export class ClosingDaysService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  add(me: Actor, { key, ...request }: { key: string; day: string; label: string }): Promise<string> {
    return this.work.do(me, { operation: 'addClosingDay', key, request }, async (desk) => {
      const before = (await this.calendars.alone(desk.unit))(me.partnerId);
      const { day } = request;
      const now = this.clock.now();
      if (day <= dayOf(now)) throw invalid('Kies een dag in de toekomst.');
      if (Number(day.slice(0, 4)) > Number(dayOf(now).slice(0, 4)) + AHEAD) throw invalid(`Kies een dag in de komende ${AHEAD} jaar.`);
      if (before.includes(day)) throw invalid('Deze dag staat er al.');
      if (!isWorkingDay(day)) throw invalid('Dit is al geen werkdag: een weekend of een feestdag.');
      const id = crypto.randomUUID();
      const row = insert(ClosingDay, { id, version: 1, partnerId: me.partnerId, day, label: request.label.trim(), setBy: me.name });
      const { dossierIds, writes } = await this.moves(desk, me, 'added', { before, after: [...before, day] }, `${me.partnerName} is gesloten op ${written(day)}.`);
      return { id, record: ClosingDay, dossierIds, writes: [row, ...writes] };
    });
  }

  /** Open after all. What is past is past. */
  remove(me: Actor, { key, id, version }: { key: string; id: string; version: number }): Promise<string> {
    return this.work.do(me, { operation: 'removeClosingDay', key, request: { id, version } }, async (desk): Promise<Outcome> => {
      const before = (await this.calendars.alone(desk.unit))(me.partnerId);
      const closing = await desk.lock(ClosingDay, id, 'remove', version);
      const now = this.clock.now();
      if (closing.removedAt || closing.day <= dayOf(now)) throw new Refusal('NOT_POSSIBLE', 'Deze dag is al voorbij, of al weggehaald.');
      const after = before.filter((each) => each !== closing.day);
      const { dossierIds, writes } = await this.moves(desk, me, 'removed', { before, after }, `${me.partnerName} is toch open op ${written(closing.day)}.`);
      return { id, record: ClosingDay, dossierIds, writes: [update(ClosingDay, closing, { removedAt: now, removedBy: me.name }), ...writes] };
    });
  }

  /** Her partner's whole calendar is in hand: no term is begun meanwhile. */
  private async moves(desk: Desk, me: Actor, change: 'added' | 'removed', days: { before: readonly string[]; after: readonly string[] }, told: string): Promise<Moved> {
    const now = this.clock.now();
    const { rows } = await desk.unit.query<Running>({ text: 'select id, dossier_id, term_from, term_days, remind_days, due from running_terms()' });
    const moved = rows.flatMap((row) => {
      const next = movedTerm({ termFrom: row.term_from, termDays: row.term_days, remindDays: row.remind_days, due: row.due }, change, days, now);
      return next ? [{ ...next, id: row.id, dossierId: row.dossier_id }] : [];
    });
    const values = [moved.map(({ id }) => id), moved.map(({ due }) => due), moved.map(({ remindAt }) => remindAt), told, now];
    const write: Write = { as: me.partnerId, sql: () => ({ name: 'move terms', text: 'select move_terms($1, $2, $3, $4, $5)', values }) };
    return { dossierIds: moved.map(({ dossierId }) => dossierId), writes: moved.length ? [write] : [] };
  }
}

/** As it stands in a sentence: 4 januari 2027. */
const written = (day: string): string => new Date(`${day}T12:00:00Z`).toLocaleDateString('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const invalid = (message: string): Refusal => new Refusal('INVALID', message, { fields: [{ field: 'day', message }] });
