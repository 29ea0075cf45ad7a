import { describe, expect, it } from '@jest/globals';
import type { CooperationTerm, CooperationText, TermStart } from './cooperation-text.js';
import { termsOf } from './terms-of.js';

const WOONDIENST = 'f3a9c7de-1111-4222-8333-444455556666';
const term = (count: number, unit: CooperationTerm['unit'], more: Partial<CooperationTerm> = {}): CooperationTerm => ({ count, unit, from: 'DELIVERY', then: 'ESCALATE', ...more });
const terms = (more: Partial<CooperationText['terms']> = {}): Pick<CooperationText, 'terms'> => ({
  terms: {
    confirm: term(2, 'WORKING_DAYS', { remindAt: 1 }), contact: term(5, 'WORKING_DAYS'), heard: term(15, 'WORKING_DAYS', { remindAt: 12 }), report: term(60, 'CALENDAR_DAYS'),
    followUp1: term(1, 'MONTHS', { from: 'SIGNING' }), followUp2: term(3, 'MONTHS', { from: 'SIGNING' }), ...more,
  },
});
const started = (at: string, from: TermStart = 'DELIVERY', of = terms(), closed: readonly string[] = []) =>
  termsOf(of, { from, at: new Date(at), calendarId: WOONDIENST, closed: (partnerId) => (partnerId === WOONDIENST ? closed : []) });
const report = (at: string, count: number, unit: CooperationTerm['unit']) => started(at, 'DELIVERY', terms({ report: term(count, unit) })).report?.due;

describe('the terms of a protocol', () => {
  it('are those that start at the delivery, or those that start at the signing', () => {
    expect(Object.keys(started('2026-03-02T10:00:00+01:00'))).toEqual(['confirm', 'contact', 'heard', 'report']);
    expect(Object.keys(started('2026-03-02T10:00:00+01:00', 'SIGNING'))).toEqual(['followUp1', 'followUp2']);
  });

  it('in working days know in whose calendar they count, and of how many days; others do not move by a closing day', () => {
    const from = new Date('2026-03-02T10:00:00+01:00');
    const { confirm, contact, report: closing } = started(from.toISOString());
    expect(confirm).toEqual({ due: new Date('2026-03-04T23:59:59.999+01:00'), from, remindAt: new Date('2026-03-03T12:00:00+01:00'), calendarId: WOONDIENST, termDays: 2, remindDays: 1 });
    expect(contact).toEqual({ due: new Date('2026-03-09T23:59:59.999+01:00'), from, calendarId: WOONDIENST, termDays: 5 });
    expect(closing).toEqual({ due: new Date('2026-05-01T23:59:59.999+02:00') });
    expect(started('2026-03-02T10:00:00+01:00', 'DELIVERY', terms(), ['2026-03-03']).confirm?.due).toEqual(new Date('2026-03-05T23:59:59.999+01:00'));
  });

  it('step over Ascension and Whit Monday', () => {
    // Thursday 14 and Monday 25 May 2026.
    expect(started('2026-05-12T16:00:00+02:00').confirm?.due).toEqual(new Date('2026-05-15T23:59:59.999+02:00'));
    expect(started('2026-05-22T16:00:00+02:00').confirm?.due).toEqual(new Date('2026-05-27T23:59:59.999+02:00'));
    expect(started('2026-05-11T09:00:00+02:00').heard).toMatchObject({ due: new Date('2026-06-03T23:59:59.999+02:00'), remindAt: new Date('2026-05-29T12:00:00+02:00') });
  });

  it('count calendar days on whatever they fall, by the day in Brussels', () => {
    expect(report('2026-10-26T10:00:00+01:00', 60, 'CALENDAR_DAYS')).toEqual(new Date('2026-12-25T23:59:59.999+01:00'));
    expect(report('2026-07-13T22:30:00Z', 1, 'CALENDAR_DAYS')).toEqual(new Date('2026-07-15T23:59:59.999+02:00'));
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2028-02-29', 1, '2028-03-29'], ['2028-02-29', 12, '2029-02-28'], ['2027-11-30', 3, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'], ['2026-08-31', 6, '2027-02-28'], ['2026-12-15', 1, '2027-01-15'], ['2026-10-31', 3, '2027-01-31'],
  ])('of months end on the same day, or on the last of a shorter month: %s and %i months is %s', (day, count, last) => {
    const end = new Date(`${last}T23:59:59.999${last > '2026-03-29' && last < '2026-10-25' ? '+02:00' : last === '2028-03-29' ? '+02:00' : '+01:00'}`);
    expect(report(`${day}T12:00:00Z`, count, 'MONTHS')).toEqual(end);
  });

  it('end at midnight where the renter lives, on both sides of a change of clock', () => {
    // Summer time begins on 29 March and ends on 25 October 2026.
    expect(report('2026-02-28T12:00:00Z', 29, 'CALENDAR_DAYS')).toEqual(new Date('2026-03-29T21:59:59.999Z'));
    expect(report('2026-02-28T12:00:00Z', 28, 'CALENDAR_DAYS')).toEqual(new Date('2026-03-28T22:59:59.999Z'));
    expect(report('2026-09-25T12:00:00Z', 1, 'MONTHS')).toEqual(new Date('2026-10-25T22:59:59.999Z'));
    expect(started('2026-03-27T12:00:00Z').confirm?.due).toEqual(new Date('2026-03-31T21:59:59.999Z'));
  });
});
