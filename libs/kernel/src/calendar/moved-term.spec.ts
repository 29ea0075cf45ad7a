import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { movedTerm, type RunningTerm } from './moved-term.js';
import { dayOf, isWorkingDay, noonOf, termEnd, workingDayAfter } from './working-days.js';

const moments = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true });
const lengths = fc.integer({ min: 1, max: 15 });
/** Days in the weeks around the term, so that many of them matter. */
const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 6 });
const daysAfter = (from: Date, offset: readonly number[]) => offset.map((each) => dayOf(new Date(from.getTime() + each * 86_400_000)));
const begun = (termFrom: Date, termDays: number, closed: readonly string[]): RunningTerm => ({ termFrom, termDays, remindDays: Math.max(1, termDays - 2), due: termEnd(termFrom, termDays, closed) });
/** A term after changes to its calendar, one behind the other. */
const through = (term: RunningTerm, change: 'added' | 'removed', closed: readonly string[], days: readonly string[], now: Date): { term: RunningTerm; closed: string[] } =>
  days.reduce(
    ({ term: present, closed: before }, day) => {
      const after = change === 'added' ? [...before, day] : before.filter((each) => each !== day);
      return { term: { ...present, ...pick(movedTerm(present, change, { before, after }, now)) }, closed: after };
    },
    { term, closed: [...closed] },
  );
const pick = (moved: { due: Date } | null) => (moved ? { due: moved.due } : {});

describe('a term whose calendar changes', () => {
  it('moves over a day that is added within it, with its reminder', () => {
    const term = begun(new Date('2026-12-24T15:00:00+01:00'), 5, []);
    expect(movedTerm({ ...term, remindDays: 3 }, 'added', { before: [], after: ['2026-12-29'] }, term.termFrom)).toEqual({ due: new Date('2027-01-05T23:59:59.999+01:00'), remindAt: new Date('2026-12-31T12:00:00+01:00') });
    expect(movedTerm(term, 'added', { before: [], after: ['2027-01-05'] }, term.termFrom)).toBeNull();
    expect(movedTerm({ ...term, remindDays: null }, 'added', { before: [], after: ['2026-12-29'] }, term.termFrom)!.remindAt).toBeNull();
  });

  it('comes forward over a day that is taken out, unless less than one working day more would be left', () => {
    const [from, closed] = [new Date('2026-12-24T15:00:00+01:00'), ['2026-12-29']];
    const term = begun(from, 5, closed);
    const at = (now: string) => movedTerm(term, 'removed', { before: closed, after: [] }, new Date(now))?.due ?? null;
    expect(at('2026-12-28T10:00:00+01:00')).toEqual(new Date('2027-01-04T23:59:59.999+01:00'));
    expect(at('2026-12-30T10:00:00+01:00')).toEqual(new Date('2027-01-04T23:59:59.999+01:00'));
    expect(at('2026-12-31T10:00:00+01:00')).toBeNull();
    expect(at('2027-01-04T10:00:00+01:00')).toBeNull();
  });

  it('knows its length by the calendar until now when nobody wrote it down', () => {
    const [from, closed] = [new Date('2026-12-24T15:00:00+01:00'), ['2026-12-29']];
    const term = { ...begun(from, 5, closed), termDays: null };
    expect(movedTerm(term, 'added', { before: closed, after: [...closed, '2026-12-30'] }, from)!.due).toEqual(new Date('2027-01-06T23:59:59.999+01:00'));
    expect(movedTerm({ ...term, due: from }, 'added', { before: [], after: ['2026-12-24'] }, from)).toBeNull();
  });

  it('ends at local midnight on both sides of a change of clock', () => {
    const spring = begun(new Date('2027-03-25T09:00:00Z'), 1, []);
    expect(spring.due).toEqual(new Date('2027-03-26T22:59:59.999Z'));
    expect(movedTerm(spring, 'added', { before: [], after: ['2027-03-26'] }, spring.termFrom)!.due).toEqual(new Date('2027-03-30T21:59:59.999Z'));
    const autumn = begun(new Date('2026-10-22T09:00:00Z'), 1, []);
    expect(movedTerm(autumn, 'added', { before: [], after: ['2026-10-23'] }, autumn.termFrom)!.due).toEqual(new Date('2026-10-26T22:59:59.999Z'));
  });

  it('is never earlier than its beginning and its length in working days, whatever is added and taken out', () => {
    fc.assert(
      fc.property(moments, lengths, offsets, offsets, fc.integer({ min: 0, max: 20 }), (from, length, one, other, hours) => {
        const now = new Date(from.getTime() + hours * 3_600_000 * 5);
        const [start, more] = [daysAfter(from, one), daysAfter(from, other)];
        const added = through(begun(from, length, start), 'added', start, more.filter((day) => !start.includes(day)), now);
        expect(added.term.due).toEqual(termEnd(from, length, added.closed));
        const removed = through(added.term, 'removed', added.closed, added.closed, now);
        for (const { term, closed } of [added, removed]) expect(term.due.getTime()).toBeGreaterThanOrEqual(termEnd(from, length, closed).getTime());
        expect(removed.term.due.getTime()).toBeLessThanOrEqual(added.term.due.getTime());
        if (removed.term.due < added.term.due) expect(removed.term.due.getTime()).toBeGreaterThan(termEnd(now, 1, removed.closed).getTime());
        expect(isWorkingDay(dayOf(removed.term.due))).toBe(true);
      }),
    );
  });

  it('comes out the same when days are added one by one, in any order, or all at once', () => {
    fc.assert(
      fc.property(moments, lengths, offsets, (from, length, offset) => {
        const days = daysAfter(from, offset);
        const term = begun(from, length, []);
        const atOnce = movedTerm(term, 'added', { before: [], after: days }, from)?.due ?? term.due;
        expect(through(term, 'added', [], days, from).term.due).toEqual(atOnce);
        expect(through(term, 'added', [], [...days].reverse(), from).term.due).toEqual(atOnce);
      }),
    );
  });

  it('moves once: asked again with the same calendar it stays', () => {
    fc.assert(
      fc.property(moments, lengths, offsets, fc.constantFrom('added' as const, 'removed' as const), (from, length, offset, change) => {
        const days = daysAfter(from, offset);
        const [before, after] = change === 'added' ? [[], days] : [days, []];
        const term = begun(from, length, before);
        const moved = movedTerm(term, change, { before, after }, from);
        if (moved) {
          expect(movedTerm({ ...term, due: moved.due }, change, { before, after }, from)).toBeNull();
          expect(moved.remindAt).toEqual(noonOf(workingDayAfter(from, term.remindDays!, after)));
          expect(moved.remindAt!.getTime()).toBeLessThan(moved.due.getTime());
        }
      }),
    );
  });
});
