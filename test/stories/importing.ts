import type { Person } from '../cast/cast.js';
import type { Truth } from '../cast/truth.js';
import type { TestPortal } from '../support/portal.js';

export type Line = { row: number; reference: string | null; name: string | null; fate: string; withReferral: boolean; remarks: { column: string | null; says: string }[]; clientId: string | null; referralId: string | null };
export type Report = { status: number; errors?: { message: string; extensions: { code: string; fields?: { field: string; message: string }[] } }[]; rows: number; hash: string; unknown: string[]; lines: Line[]; counts: { [fate: string]: number }; csv: string; text: string };
type Headers = { authorization: string; 'x-capacity': string };

/** A day so many days from today, as Excel writes it here. */
export const day = (shift: number): string => isoDay(shift).split('-').reverse().join('/');
export const isoDay = (shift: number): string => new Date(Date.now() + shift * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });

export type Cells = { [column: string]: string };
/** A client, and a referral to the Woondienst that was delivered before the weekend a fortnight ago. */
export const aClientRow = (reference: string, more: Cells = {}): Cells => ({ 'Eigen nummer': reference, Voornaam: 'Rik', Familienaam: `Proef ${reference}`, Geboortedatum: '14/05/1987', Gemeente: 'Ledegem', 'Aantal volwassenen': '1', Telefoon: '+32 470 11 22 33', ...more });
export const aRow = (reference: string, more: Cells = {}): Cells => ({
  ...aClientRow(reference), Doorverwijzing: 'Naar de Woondienst', Partners: 'Woondienst', 'Verstuurd op': day(-14), 'De vraag': 'Graag hulp bij het zoeken.', Woonsituatie: 'huurt privé', Delen: 'Contactgegevens',
  'Akkoord van': 'cliënt', 'Naam bij het akkoord': 'Rik Proef', 'Akkoord hoe': 'mondeling', 'Akkoord op': day(-15), 'Verteld dat': 'ja', 'Verteld waarvoor': 'ja', 'Verteld met wie': 'ja', 'Verteld wat': 'ja', ...more,
});

/** The rows as a spreadsheet saves them. */
export function csvOf(rows: readonly Cells[], { delimiter = ';' } = {}): string {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text = '') => (/[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [heads, ...rows.map((row) => heads.map((head) => row[head]))].map((cells) => cells.map(cell).join(delimiter)).join('\r\n');
}

export async function headersOf(portal: TestPortal, who: Person): Promise<Headers> {
  const { capacities } = await portal.session(who.as);
  return { authorization: `Bearer ${await portal.signIn(who.as)}`, 'x-capacity': capacities.find(({ role, partner }) => role === who.capacity.role && partner === who.capacity.partner)!.id };
}

export async function uploadTo(url: string, headers: object, file: string | Buffer, hash?: string): Promise<Report> {
  const form = new FormData();
  form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)], { type: 'text/csv' }), 'dossiers.csv');
  if (hash) form.set('hash', hash);
  const response = await fetch(`${url}/import`, { method: 'POST', headers: headers as Record<string, string>, body: form });
  const text = await response.text();
  if (!response.ok) return { status: response.status, ...(JSON.parse(text) as object) } as Report;
  const [head, ...told] = text.trim().split('\n').map((line) => JSON.parse(line) as object);
  return { status: response.status, text, ...head, ...told.at(-1), lines: told.filter((each) => 'fate' in each) } as Report;
}

/** Looks only; with the hash that it gives, `enter` enters. */
export const check = async (portal: TestPortal, who: Person, file: string | Buffer): Promise<Report> => uploadTo(portal.url, await headersOf(portal, who), file);
export const enter = async (portal: TestPortal, who: Person, file: string | Buffer, hash?: string): Promise<Report> => uploadTo(portal.url, await headersOf(portal, who), file, hash ?? (await check(portal, who, file)).hash);

/** How many rows each table has; the trail grows with every look. */
export async function sizes(truth: Truth): Promise<{ [table: string]: number }> {
  const tables = await truth.rows<{ name: string }>(`select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('trail', 'look', 'sign_in')`);
  const [all] = await truth.rows<{ [table: string]: number }>(`select ${tables.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`).join(', ')}`);
  return all;
}

/** Ways in which a row can be wrong: what is changed of a sound one, and which column is then named with which words. */
export const FAULTS: readonly (readonly [what: string, change: Cells, column: string | null, says: RegExp])[] = [
  ['no given name', { Voornaam: '' }, 'Voornaam', /^Vul dit in\.$/],
  ['no number of its own', { 'Eigen nummer': '' }, 'Eigen nummer', /^Vul dit in\.$/],
  ['a day that no calendar has', { Geboortedatum: '31/02/1987' }, 'Geboortedatum', /^Deze datum bestaat niet\.$/],
  ['a day in words', { Geboortedatum: '14 mei 1987' }, 'Geboortedatum', /^Schrijf een datum als 31\/12\/2026\.$/],
  ['a birth that is still to come', { Geboortedatum: day(40) }, 'Geboortedatum', /^Deze datum ligt in de toekomst\.$/],
  ['a national number in a text', { 'De vraag': 'Gaat over 96.04.03-001.13.' }, 'De vraag', /rijksregisternummer/],
  ['a national number for its own number', { 'Eigen nummer': '96.04.03-001.13' }, 'Eigen nummer', /rijksregisternummer/],
  ['a text that is too long', { Voornaam: 'x'.repeat(81) }, 'Voornaam', /^Hoogstens 80 tekens\.$/],
  ['too many of a household', { 'Aantal volwassenen': '21' }, 'Aantal volwassenen', /^Hoogstens 20\.$/],
  ['a type that does not exist', { Doorverwijzing: 'Naar de maan' }, 'Doorverwijzing', /^Kies uit: .*Woningzoektocht/],
  ['a type that another kind of partner sends', { Doorverwijzing: 'Financiële hulp' }, 'Doorverwijzing', /^Kies uit: /],
  ['a partner that does not exist', { Partners: 'Woondienst | Onbestaand' }, 'Partners', /^Kies uit: .*Zet \| tussen verschillende\.$/],
  ['a partner that this type does not ask', { Partners: 'CAW' }, 'Partners', /^Kies een partner die deze vraag kan opnemen\.$/],
  ['a partner that does not work there', { Gemeente: 'Brugge' }, 'Partners', /^Woondienst werkt in .*, niet in Brugge\.$/],
  ['a class that the law keeps from the receiver', { Doorverwijzing: 'Energievraag', Partners: 'Energiehuis', Delen: 'Gezondheid en psychosociaal' }, 'Partners', /^Gezondheid en psychosociaal/],
  ['a protected address that is to be shared', { 'Beschermd adres': 'ja', Delen: 'Adres' }, 'Partners', /^Adres voor Woondienst: Het adres is beschermd/],
  ['no question', { 'De vraag': '' }, 'De vraag', /^Vul dit in\.$/],
  ['no name of who agreed', { 'Naam bij het akkoord': '' }, 'Naam bij het akkoord', /^Vul dit in\.$/],
  ['a point that was not told', { 'Verteld met wie': 'nee' }, 'Verteld met wie', /^Zonder dat dit punt besproken is/],
  ['an agreement after the day of sending', { 'Akkoord op': day(-3) }, 'Akkoord op', /^Dit akkoord kwam na het versturen\./],
  ['an agreement that ran out', { 'Verstuurd op': day(-400), 'Akkoord op': day(-400) }, 'Akkoord op', /^Dit akkoord liep tot \d\d\/\d\d\/\d{4}\./],
  ['a referral that leaves today', { 'Verstuurd op': day(0), 'Akkoord op': day(0) }, 'Verstuurd op', /^Dit is niet voorbij/],
  ['one that is over', { Stand: 'afgesloten' }, 'Stand', /^Wat afgesloten is, voert u niet in\./],
  ['what the type needs', { Woonsituatie: '' }, 'Woonsituatie', /^Vul dit nog in/],
  ['a child that agrees alone', { Geboortedatum: day(-365 * 10) }, 'Akkoord van', /^Jonger dan 16 jaar/],
  ['a representative whom nobody knows', { 'Akkoord van': 'vertegenwoordiger' }, 'Akkoord van', /staat geen vertegenwoordiger/],
  ['a receiver that is the opposing party', { 'Verhuurder is partner': 'Woondienst' }, 'Partners', /is in deze zaak de tegenpartij/],
  ['a referral of which only a part is there', { Doorverwijzing: '' }, 'Doorverwijzing', /^Noem de soort doorverwijzing, of maak deze cellen leeg: /],
  ['a text on health that this type does not ask', { Doorverwijzing: 'Woonclub', Gezondheid: 'iets' }, 'Gezondheid', /vraagt dit niet/],
  ['a contact person at several partners', { Doorverwijzing: 'Woningzoektocht', Partners: 'Woondienst|CAW', 'Contactpersoon bij de partner': 'X' }, 'Contactpersoon bij de partner', /^Dit kan alleen als u één partner noemt\.$/],
  ['neither yes nor no', { Dringend: 'misschien' }, 'Dringend', /^Schrijf ja of nee\.$/],
  ['a file that will be opened', { 'Dossier sinds': day(9) }, 'Dossier sinds', /^Deze datum ligt in de toekomst\.$/],
];
