const ZONE = 'Europe/Brussels';
const maker = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('nl-BE', { timeZone: ZONE, ...options });

const shortDay = maker({ weekday: 'short', day: 'numeric', month: 'long' });
const shortDayWithYear = maker({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const wholeDay = maker({ day: 'numeric', month: 'long', year: 'numeric' });
const fullDay = maker({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const clock = maker({ hour: '2-digit', minute: '2-digit', hour12: false });
const parts = maker({ year: 'numeric', month: '2-digit', day: '2-digit' });
const weekday = maker({ weekday: 'short' });
const month = maker({ month: 'short' });

/** A calendar day (2026-03-12) as a moment in the middle of it, so that no zone moves it. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const date = (value: string | Date): Date => (value instanceof Date ? value : value.length === 10 ? noon(value) : new Date(value));

/** "do 12 maart"; with the year when it is another one. */
export const formatDay = (value: string | Date): string => {
  const at = date(value);
  return (isoDay(at).slice(0, 4) === today().slice(0, 4) ? shortDay : shortDayWithYear).format(at);
};
/** "do 12 maart 2026" */
export const formatDayWithYear = (value: string | Date): string => shortDayWithYear.format(date(value));
/** "14 mei 1987" */
export const formatWholeDay = (value: string): string => wholeDay.format(date(value));
/** "dinsdag 10 maart 2026" */
export const formatFullDay = (value: string | Date): string => fullDay.format(date(value));
/** "14.03" */
export const formatTime = (value: string | Date): string => clock.format(date(value)).replace(':', '.');
/** Day of the month, weekday and month for a small calendar leaf. */
export const leafOf = (value: string): { day: string; rest: string } => {
  const at = date(value);
  return { day: String(Number(isoDay(at).slice(8))), rest: `${weekday.format(at)} ${month.format(at).replace('.', '')}` };
};

/** The calendar day in Belgium of a moment: 2026-03-12. */
export const isoDay = (at: Date): string => {
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${of.year}-${of.month}-${of.day}`;
};
export const today = (): string => isoDay(new Date());

/** "10/03/2026" as people type it. */
export const typedDay = (day: string | null | undefined): string => (day ? day.split('-').reverse().join('/') : '');

/** What somebody typed as a day ("10/3/2026", "10-03-2026"), or undefined when it is none. */
export function parseDay(typed: string): string | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(typed) ?? [];
  if (!year) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isoDayOrNothing(iso);
}

function isoDayOrNothing(iso: string): string | undefined {
  const at = noon(iso);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

/** Age in whole years on a day. */
export function ageOn(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}

/** "Ann", "Ann en Bert", "Ann, Bert en Carl" */
export const formatList = (items: readonly string[]): string => new Intl.ListFormat('nl-BE', { type: 'conjunction' }).format(items);

export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words[words.length - 1] : ''].map((word) => word.charAt(0).toUpperCase()).join('');
};
