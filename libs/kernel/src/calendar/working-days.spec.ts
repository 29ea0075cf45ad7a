import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, endOf, isWorkingDay, noonOf, termEnd, workingDayAfter, workingDaysLeft } from './working-days.js';

const moments = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true });
const lengths = fc.integer({ min: 1, max: 30 });
const closings = fc.array(
  moments.map((moment) => moment.toISOString().slice(0, 10)),
  { maxLength: 5 },
);

describe('a working day', () => {
  it.each([
    ['New Year', '2026-01-01', '2027-01-01'],
    ['Easter Monday', '2026-04-06', '2027-03-29'],
    ['Labour Day', '2026-05-01', '2027-05-01'],
    ['Ascension', '2026-05-14', '2027-05-06'],
    ['Whit Monday', '2026-05-25', '2027-05-17'],
    ['the national holiday', '2026-07-21', '2027-07-21'],
    ['Assumption', '2026-08-15', '2027-08-15'],
    ["All Saints' Day", '2026-11-01', '2027-11-01'],
    ['Armistice', '2026-11-11', '2027-11-11'],
    ['Christmas', '2026-12-25', '2027-12-25'],
  ])('is not %s', (_, ...days) => {
    for (const day of days) expect(isWorkingDay(day)).toBe(false);
  });

  it('is each other weekday of 2026 and 2027, whatever else the calendar celebrates', () => {
    const working = (year: number) =>
      Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter((day) => isWorkingDay(day));
    // 261 weekdays each; of the ten holidays 8 (2026: not 15-8, 1-11) and 7 (2027: not 1-5, 15-8, 25-12) fall on one.
    expect(working(2026)).toHaveLength(261 - 8);
    expect(working(2027)).toHaveLength(261 - 7);
    expect(working(2026)).toEqual(expect.arrayContaining(['2026-01-06', '2026-11-02', '2026-12-24', '2026-12-28']));
  });

  it('is not a closing day of the partner', () => {
    expect(isWorkingDay('2026-11-02')).toBe(true);
    expect(isWorkingDay('2026-11-02', ['2026-11-02'])).toBe(false);
  });

  it('is asked of a real day', () => {
    expect(() => isWorkingDay('2026-13-01')).toThrow('"2026-13-01" is not a day');
    expect(() => isWorkingDay('morgen')).toThrow('"morgen" is not a day');
  });
});

describe('a term', () => {
  const christmasEve = new Date('2026-12-24T15:00:00+01:00');

  it('steps over Christmas, New Year and weekends', () => {
    expect(termEnd(christmasEve, 3)).toEqual(new Date('2026-12-30T23:59:59.999+01:00'));
    expect(termEnd(christmasEve, 5)).toEqual(new Date('2027-01-04T23:59:59.999+01:00'));
  });

  it('steps over the closing days of the partner', () => {
    expect(termEnd(christmasEve, 3, ['2026-12-28', '2026-12-29'])).toEqual(new Date('2027-01-04T23:59:59.999+01:00'));
  });

  it('starts on the next working day, also when sent in a weekend', () => {
    expect(dayOf(termEnd(new Date('2026-03-07T10:00:00+01:00'), 1))).toBe('2026-03-09');
    expect(dayOf(termEnd(new Date('2026-03-09T08:00:00+01:00'), 1))).toBe('2026-03-10');
  });

  it('starts from the day in Brussels, also when UTC has another one', () => {
    expect(workingDayAfter(new Date('2026-07-13T21:59:59Z'), 1)).toBe('2026-07-14');
    expect(workingDayAfter(new Date('2026-07-13T22:00:00Z'), 1)).toBe('2026-07-15');
  });

  it('ends at local midnight on both sides of a change of clock', () => {
    // Summer time starts on Sunday 29 March 2026 and ends on Sunday 25 October 2026.
    expect(termEnd(new Date('2026-03-26T12:00:00Z'), 1)).toEqual(new Date('2026-03-27T22:59:59.999Z'));
    expect(termEnd(new Date('2026-03-27T12:00:00Z'), 1)).toEqual(new Date('2026-03-30T21:59:59.999Z'));
    expect(termEnd(new Date('2026-10-22T12:00:00Z'), 1)).toEqual(new Date('2026-10-23T21:59:59.999Z'));
    expect(termEnd(new Date('2026-10-23T12:00:00Z'), 1)).toEqual(new Date('2026-10-26T22:59:59.999Z'));
  });

  it('knows noon and midnight of the very days on which the clock changes', () => {
    expect(noonOf('2026-03-29')).toEqual(new Date('2026-03-29T10:00:00Z'));
    expect(endOf('2026-03-28')).toEqual(new Date('2026-03-28T22:59:59.999Z'));
    expect(endOf('2026-03-29')).toEqual(new Date('2026-03-29T21:59:59.999Z'));
    expect(noonOf('2026-10-25')).toEqual(new Date('2026-10-25T11:00:00Z'));
    expect(endOf('2026-10-24')).toEqual(new Date('2026-10-24T21:59:59.999Z'));
    expect(endOf('2026-10-25')).toEqual(new Date('2026-10-25T22:59:59.999Z'));
    expect(dayOf(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25');
  });

  it('lasts one working day or more', () => {
    for (const length of [0, -1, 1.5, NaN]) expect(() => termEnd(christmasEve, length)).toThrow('one working day or more');
  });

  it('always ends in the last millisecond of a working day after its start', () => {
    fc.assert(
      fc.property(moments, lengths, closings, (from, length, closed) => {
        const end = termEnd(from, length, closed);
        expect(end.getTime()).toBeGreaterThan(from.getTime());
        expect(isWorkingDay(dayOf(end), closed)).toBe(true);
        expect(dayOf(new Date(end.getTime() + 1)) > dayOf(end)).toBe(true);
      }),
    );
  });

  it('never ends earlier when it starts later, lasts longer or meets more closing days', () => {
    fc.assert(
      fc.property(moments, moments, lengths, closings, (one, other, length, closed) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(termEnd(early, length, closed).getTime()).toBeLessThanOrEqual(termEnd(late, length, closed).getTime());
        expect(termEnd(early, length, closed).getTime()).toBeLessThan(termEnd(early, length + 1, closed).getTime());
        expect(termEnd(early, length).getTime()).toBeLessThanOrEqual(termEnd(early, length, closed).getTime());
      }),
    );
  });
});

describe('what is left of a term', () => {
  const due = termEnd(new Date('2026-12-24T15:00:00+01:00'), 3);
  it.each([
    ['just sent, with two holidays ahead', '2026-12-24T15:00:00+01:00', 3],
    ['on Christmas', '2026-12-25T12:00:00+01:00', 3],
    ['in the weekend', '2026-12-27T12:00:00+01:00', 3],
    ['on day 1', '2026-12-28T09:00:00+01:00', 2],
    ['on day 2', '2026-12-29T23:59:59+01:00', 1],
    ['on the last day', '2026-12-30T00:00:00+01:00', 0],
    ['in its last millisecond', '2026-12-30T23:59:59.999+01:00', 0],
    ['a millisecond later', '2026-12-31T00:00:00+01:00', -1],
    ['on the holiday after the first day late', '2027-01-01T12:00:00+01:00', -1],
    ['on the second working day late', '2027-01-04T12:00:00+01:00', -2],
  ])('is right %s', (_, now, left) => {
    expect(workingDaysLeft(new Date(now), due)).toBe(left);
  });

  it('is late in the weekend after its last Friday', () => {
    const friday = endOf('2026-03-13');
    expect(workingDaysLeft(new Date('2026-03-14T10:00:00+01:00'), friday)).toBe(-1);
    expect(workingDaysLeft(new Date('2026-03-16T10:00:00+01:00'), friday)).toBe(-1);
    expect(workingDaysLeft(new Date('2026-03-17T10:00:00+01:00'), friday)).toBe(-2);
  });

  it('is what one counts on a calendar, day after day', () => {
    const days = fc.date({ min: new Date('1998-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), fc.array(fc.integer({ min: -10, max: 810 }), { maxLength: 8 }), (from, length, closed) => {
        const closing = closed.map((each) => after(from, each));
        const counted = Array.from({ length }, (_, each) => after(from, each + 1)).filter((day) => isWorkingDay(day, closing)).length;
        expect(workingDaysLeft(new Date(`${from}T10:00:00Z`), new Date(`${after(from, length)}T12:00:00Z`), closing)).toBe(counted);
      }),
    );
  });

  it('is the whole term at its start, and never grows', () => {
    fc.assert(
      fc.property(moments, lengths, closings, fc.integer({ min: 0, max: 40 * 24 }), fc.integer({ min: 0, max: 40 * 24 }), (from, length, closed, one, other) => {
        const end = termEnd(from, length, closed);
        const after = (hours: number) => workingDaysLeft(new Date(from.getTime() + hours * 3_600_000), end, closed);
        expect(workingDaysLeft(from, end, closed)).toBe(length);
        expect(after(Math.max(one, other))).toBeLessThanOrEqual(after(Math.min(one, other)));
      }),
    );
  });
});
