import type { Person } from '../cast/cast.js';
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
