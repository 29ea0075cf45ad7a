import { type Capacity, type Grant, classesOf, DataClass, type PartnerKind, shapeOf, allRecords } from '#kernel';
import { REGIME_OF } from '#directory';
import { book as privacyBook } from '#privacy';

const book = privacyBook;
const NAMES: { readonly [kind in PartnerKind]: string } = { WOONDIENST: 'Woondienst', OCMW: 'OCMW', MUNICIPALITY: 'Gemeente', CAW: 'CAW', HOUSING_COMPANY: 'Woonmaatschappij', ENERGY_HOUSE: 'Energiehuis' };
const REGIMES: { readonly [regime: string]: string } = { PROFESSIONAL_SECRECY: 'beroepsgeheim', OFFICIAL_SECRECY: 'ambtsgeheim', DISCRETION: 'discretieplicht' };

/** The privacy matrix as a page for the DPOs: made from the privacy book, never written by hand. */
export function matrixPage(): string {
  const capacities = Object.keys(book.capacities).sort() as Capacity[];
  return [
    '# Privacymatrix',
    '',
    `Gemaakt uit het privacyboek, versie ${book.version}, met \`npm run generate\`. Niet met de hand wijzigen.`,
    '',
    'R = ziet het van rechtswege · S = ziet het als de afzender het deelt · – = nooit. Wat hier niet staat, ziet niemand.',
    '',
    '## Wetten: ze winnen van elke regel, elk delen en elk akkoord',
    '',
    ...book.laws.map(({ says, source }) => `- ${says} (${source})`),
    '- Wie van een dossier uitgesloten is, vindt het nergens (BR-P18).',
    '',
    ...capacities.flatMap(capacityPart),
  ].join('\n');
}

function capacityPart(capacity: Capacity): string[] {
  const [kind, role] = capacity.split('/') as [PartnerKind, string];
  const records = Object.entries(book.capacities[capacity] ?? {}).filter(([, grants]) => grants?.length);
  return [`## ${NAMES[kind]}, ${role}`, '', `Regime: ${REGIMES[REGIME_OF[kind]]}.`, '', ...records.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, grants]) => recordPart(name, grants as Grant[])), ''];
}

function recordPart(name: string, grants: readonly Grant[]): string[] {
  const record = shapeOf(allRecords().find((each) => each.name === name)!.type);
  const classes = record.classed ? [DataClass.HEALTH, DataClass.JUDICIAL, DataClass.PRIVATE_NOTE] : classesOf(record);
  const seats = [...new Set(grants.map(({ seat }) => seat ?? 'eigen organisatie'))];
  const ofSeat = (seat: string) => grants.filter((grant) => (grant.seat ?? 'eigen organisatie') === seat);
  return [
    `### ${name}`,
    '',
    `| plaats | ${classes.join(' | ')} | mag |`,
    `|---|${classes.map(() => '---').join('|')}|---|`,
    ...seats.map((seat) => `| ${seat} | ${classes.map((each) => sign(ofSeat(seat), each)).join(' | ')} | ${ofSeat(seat).flatMap(({ event, where }) => (event ? [`${event}${limit(where)}`] : [])).join(', ') || '–'} |`),
    '',
  ];
}

function sign(grants: readonly Grant[], dataClass: DataClass): string {
  const found = grants.filter(({ event, classes }) => !event && classes!.includes(dataClass));
  const right = found.find((grant) => !grant.lent);
  if (right) return `R${limit(right.where)}`;
  return found.length ? 'S' : '–';
}

const limit = (where: Grant['where']): string =>
  where ? ` (${Object.keys(where).map((field) => ({ partnerId: 'eigen organisatie', authorId: 'zelf geschreven', id: 'niet voor zichzelf' })[field] ?? field).join(', ')})` : '';
