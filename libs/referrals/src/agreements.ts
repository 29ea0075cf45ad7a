import { ageOn, AgreedBy, type AgreedWay, type Client, RepresentedFor } from '#clients';
import { DataClass } from '#kernel';

/** What somebody agreed to, as it is typed: `personId` null is the client, else somebody of the household. */
export type NewAgreement = {
  personId: string | null;
  toldThat: boolean;
  toldPurpose: boolean;
  toldWhom: boolean;
  toldContent: boolean;
  classes: DataClass[];
  agreedBy: AgreedBy;
  agreedName: string;
  minorAsked: boolean;
  way: AgreedWay;
  agreedOn: string;
  /** When it was to end before its usual time. */
  until?: string;
};

export type Agreeing = Pick<Client, 'birthDate' | 'representativeName' | 'representativeFor' | 'representativeUntil'>;

/** A representative for goods does not agree about the person (BR-P17). */
const OF_THE_PERSON: readonly DataClass[] = [DataClass.HEALTH, DataClass.JUDICIAL, DataClass.HOUSEHOLD];

/**
 * Who may agree for whom (BR-P17): under 16 a parent or representative; from 16 the minor is asked too; from 18 herself, or a
 * representative within scope and dates.
 * @returns what is wrong, in Dutch, and the field that a form points at; null when it holds
 */
export function faultOf({ agreedBy, agreedOn, minorAsked, classes }: NewAgreement, who: Agreeing, today: string): { field: string; says: string } | null {
  const age = ageOn(today, who.birthDate);
  if (agreedOn > today) return { field: 'agreedOn', says: 'De datum van het akkoord ligt in de toekomst.' };
  if (agreedBy === AgreedBy.CLIENT && age !== null && age < 16) return { field: 'agreedBy', says: 'Jonger dan 16 jaar: een ouder of vertegenwoordiger gaat akkoord.' };
  if (agreedBy === AgreedBy.PARENT && age !== null && age >= 18) return { field: 'agreedBy', says: 'Vanaf 18 jaar gaat iemand zelf akkoord, of een vertegenwoordiger.' };
  if (agreedBy !== AgreedBy.CLIENT && age !== null && age >= 16 && age < 18 && !minorAsked) return { field: 'minorAsked', says: 'Vanaf 16 jaar vraagt u het ook aan de jongere zelf.' };
  if (agreedBy !== AgreedBy.REPRESENTATIVE) return null;
  if (!who.representativeName?.trim()) return { field: 'agreedBy', says: 'In het dossier van de cliënt staat geen vertegenwoordiger. Vul die eerst in.' };
  if (who.representativeUntil && who.representativeUntil < today) return { field: 'agreedBy', says: 'Het mandaat van de vertegenwoordiger is afgelopen.' };
  if (who.representativeFor === RepresentedFor.GOODS && classes.some((each) => OF_THE_PERSON.includes(each))) return { field: 'classes', says: 'Een vertegenwoordiger voor de goederen gaat niet akkoord over gezondheid, gerecht of gezin: dat doet de cliënt zelf.' };
  return null;
}

/**
 * Until when it holds: so many months, never past the mandate of a representative nor past the 18th birthday of who was agreed for.
 * @returns the last day
 */
export function lastDay({ agreedBy, until }: NewAgreement, who: Agreeing, today: string, months: number): string {
  const ends = [monthsAfter(today, months), ...(until ? [until] : [])];
  if (agreedBy === AgreedBy.REPRESENTATIVE && who.representativeUntil) ends.push(who.representativeUntil);
  if (agreedBy !== AgreedBy.CLIENT && who.birthDate && (ageOn(today, who.birthDate) ?? 18) < 18) ends.push(dayBefore(yearsAfter(who.birthDate, 18)));
  return ends.sort()[0];
}

/** The same day so many months later, or the last of that month. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

const yearsAfter = (day: string, years: number): string => monthsAfter(day, 12 * years);
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
