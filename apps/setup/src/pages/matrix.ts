import { regimeOf } from '#directory';
import { type CapacityPage, DataClass, matrixOf, type PartnerKind, type Place, Role, type Seen } from '#kernel';
import { book } from '#privacy';

const NAMES: { readonly [kind in PartnerKind]: string } = { WOONDIENST: 'Woondienst', OCMW: 'OCMW', MUNICIPALITY: 'Gemeente', CAW: 'CAW', HOUSING_COMPANY: 'Woonmaatschappij', ENERGY_HOUSE: 'Energiehuis' };
const REGIMES: { readonly [regime: string]: string } = { PROFESSIONAL_SECRECY: 'beroepsgeheim', OFFICIAL_SECRECY: 'ambtsgeheim', DISCRETION: 'discretieplicht' };

/** The privacy matrix as a page for the DPOs: made from the privacy book, never written by hand. */
export function matrixPage(): string {
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
    ...matrixOf(book).flatMap(capacityPart),
  ].join('\n');
}

function capacityPart({ capacity, glass, places }: CapacityPage): string[] {
  const [kind, role] = capacity.split('/') as [PartnerKind, Role];
  const records = [...new Set(places.map(({ record }) => record))];
  return [`## ${NAMES[kind]}, ${role}`, '', `Regime: ${REGIMES[regimeOf(kind, role)]}.`, '', ...(glass ? [`${role === Role.PLATFORM_ADMIN ? 'Ondersteuning van het platform, enkel bij wie het portaal draait. Wordt zij of hij hier binnengelaten, dan leest zij of hij' : 'Leest met noodtoegang (BR-P19)'} van één dossier wat ${glass.split('/')[1]} er leest, zonder eigen notities van anderen; wijzigt er niets.`, ''] : []), ...records.flatMap((record) => recordPart(record, places.filter((place) => place.record === record))), ''];
}

function recordPart(record: string, places: readonly Place[]): string[] {
  const classes: DataClass[] = places[0].classes.map(({ dataClass }) => dataClass);
  return [
    `### ${record}`,
    '',
    `| plaats | ${classes.join(' | ')} | mag |`,
    `|---|${classes.map(() => '---').join('|')}|---|`,
    ...places.map(({ seat, classes: seen, verbs }) => `| ${seat === 'EVERYONE' ? 'wie aangemeld is' : (seat ?? 'eigen organisatie')} | ${seen.map(signOf).join(' | ')} | ${verbs.map(({ event, conditions }) => `${event}${limit(conditions)}`).join(', ') || '–'} |`),
    '',
  ];
}

const signOf = ({ sign, conditions }: Seen): string => `${sign}${limit(conditions)}`;
const limit = (conditions: readonly string[]): string => (conditions.length ? ` (${conditions.join('; of ')})` : '');
