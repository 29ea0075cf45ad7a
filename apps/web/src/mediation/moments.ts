/** "14.30", "14:30", "9u" as 14:30; nothing when it is no time. */
export function parseTime(typed: string | undefined): string | undefined {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})(?:\s*[.:u]\s*(\d{2})?)?\s*$/.exec(typed ?? '') ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** What the clock in Belgium shows at a moment, read as if it were UTC. */
function shownAt(at: number): number {
  const of = Object.fromEntries(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(of.year, of.month - 1, of.day, of.hour, of.minute);
}

/** The moment at which the clock in Belgium shows this day and time. */
export function momentOf(day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - (shownAt(wanted) - wanted);
  return new Date(first - (shownAt(first) - wanted)).toISOString();
}
