/** Terms count in working days of the local government, in Brussels time; stored moments are UTC. */
import Holidays from 'date-holidays';

const ZONE = 'Europe/Brussels';
const DAY = 86_400_000;
/** 1 January of the year 1 was a Monday: this many days before 1970. */
const MONDAY = -719_162;
const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const offset = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'longOffset' });
const belgium = new Holidays('BE');
const holidaysOf = new Map<string, ReadonlySet<string>>();

/** The calendar day in Brussels, as `2026-03-10`. */
export const dayOf = (moment: Date): string => localDay.format(moment);

/** True on Monday to Friday, unless it is a public holiday (BR-N3) or a closing day of the partner. */
export function isWorkingDay(day: string, closingDays: readonly string[] = []): boolean {
  return isWeekday(day) && !holidays(day.slice(0, 4)).has(day) && !closingDays.includes(day);
}

function isWeekday(day: string): boolean {
  const weekday = new Date(midnightUtc(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The n-th working day after the day of `from`: day 1 is the working day after it (decisions 12). */
export function workingDayAfter(from: Date, workingDays: number, closingDays: readonly string[] = []): string {
  if (!Number.isSafeInteger(workingDays) || workingDays < 1) throw new RangeError(`A term is one working day or more, not ${workingDays}.`);
  let day = dayOf(from);
  for (let left = workingDays; left > 0; ) {
    day = plus(day, 1);
    if (isWorkingDay(day, closingDays)) left -= 1;
  }
  return day;
}

/** The last moment of a term: the end of its last working day, in Brussels. */
export const termEnd = (from: Date, workingDays: number, closingDays: readonly string[] = []): Date => endOf(workingDayAfter(from, workingDays, closingDays));

/** The last millisecond of a day in Brussels. */
export const endOf = (day: string): Date => at(day, DAY - 1);

/** Noon of a day in Brussels, when an urgent referral is reminded (BR-G8). */
export const noonOf = (day: string): Date => at(day, DAY / 2);

/** A time of the day in Brussels, written as `07:30`. */
export function timeOn(day: string, time: string): Date {
  const [hours, minutes] = time.split(':').map(Number);
  return at(day, (hours * 60 + minutes) * 60_000);
}

/** Working days left after today: 0 on the last day; once late, minus the working days since, at least one. */
export function workingDaysLeft(now: Date, due: Date, closingDays: readonly string[] = []): number {
  const [today, last] = [dayOf(now), dayOf(due)];
  if (now > due) return -Math.max(1, workingDaysBetween(last, today, closingDays));
  return workingDaysBetween(today, last, closingDays);
}

/** The working days after `from`, up to and with `to`. */
function workingDaysBetween(from: string, to: string, closingDays: readonly string[]): number {
  if (to <= from) return 0;
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, after) => String(Number(from.slice(0, 4)) + after));
  const free = new Set([...years.flatMap((year) => [...holidays(year)]), ...closingDays].filter((day) => day > from && day <= to && isWeekday(day)));
  return weekdaysUntil(to) - weekdaysUntil(from) - free.size;
}

/** Mondays to Fridays up to and with this day, since the first Monday. */
function weekdaysUntil(day: string): number {
  const days = midnightUtc(day) / DAY - MONDAY;
  return Math.floor(days / 7) * 5 + Math.min((days % 7) + 1, 5);
}

/** The zone's clock moves at 1.00 UTC, so noon and the end of a day always exist once, and have the offset that their UTC namesakes have. */
function at(day: string, timeOfDay: number): Date {
  const named = midnightUtc(day) + timeOfDay;
  const zone = offset.formatToParts(named).find((part) => part.type === 'timeZoneName')!.value;
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)$/.exec(zone)!;
  return new Date(named - Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000);
}

const plus = (day: string, days: number): string => new Date(midnightUtc(day) + days * DAY).toISOString().slice(0, 10);

function midnightUtc(day: string): number {
  const moment = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(moment)) throw new RangeError(`"${day}" is not a day such as 2026-03-10.`);
  return moment;
}

function holidays(year: string): ReadonlySet<string> {
  const known = holidaysOf.get(year);
  if (known) return known;
  const days = new Set(
    belgium
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  );
  holidaysOf.set(year, days);
  return days;
}
