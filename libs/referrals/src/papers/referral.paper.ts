import { DataClass, nameOf, shapeOf } from '#kernel';
import { CHOICES, LABELS } from './labels.js';
import { html, type Paper, paper } from '#dossiers';
import { dayIn } from './words.js';
import { Referral } from '../referral.record.js';

type Shown = Partial<Referral> & Pick<Referral, 'number' | 'withheld'>;
type Facts = { referral: Shown; type: string; from: string; own: string; at: Date };

const CLASSES: readonly DataClass[] = Object.values(DataClass).filter((each) => ![DataClass.CORE, DataClass.OUTCOME, DataClass.PRIVATE_NOTE, DataClass.PROGRESS, DataClass.MESSAGE].includes(each));

/** What this reader may read of a referral, for the file system of her own organisation (BR-W1). */
export function referralPaper({ referral, type, from, own, at }: Facts): Paper {
  const columns = [...shapeOf(Referral).columns.values()];
  const values = referral as unknown as { [field: string]: string | number | boolean | null };
  const rows = CLASSES.flatMap((dataClass) => {
    if (referral.withheld.some((each) => each.dataClass === dataClass)) return [{ name: nameOf(dataClass), lines: ['Niet met u gedeeld. Dit zegt niet of er iets ingevuld is.'] }];
    const lines = columns.filter((column) => column.class === dataClass && column.shown).flatMap(({ field }) => line(LABELS[field] ?? field, CHOICES[field]?.[String(values[field])] ?? values[field]));
    const notes = (referral.notes ?? []).filter((note) => note.dataClass === dataClass).map(({ body }) => body);
    return lines.length + notes.length ? [{ name: nameOf(dataClass), lines: [...lines, ...notes] }] : [];
  });
  const persons = (referral.persons ?? []).map(({ givenName, familyName, birthDate }) => `${givenName ?? ''} ${familyName ?? ''}${birthDate ? `, geboren op ${dayIn('nl', birthDate)}` : ''}`);
  const body = html`<div>
    <header><p className="mute">Woonbrug, kopie voor ${own} van ${dayIn('nl', at)}</p><h1>Doorverwijzing ${referral.number}</h1>
      <p>${type}, van ${from}${referral.deliveredAt ? `, afgeleverd op ${dayIn('nl', referral.deliveredAt)}` : ''}.</p>
      ${referral.ownNumber ? html`<p><b>Nummer bij ${own}: ${referral.ownNumber.number}</b></p>` : ''}</header>
    <main><h2>De vraag</h2><p className="pre">${referral.question}</p><h2>Gegevens</h2>
      <table><tbody>${rows.map(({ name, lines }) => html`<tr key=${name}><th scope="row">${name}</th><td className="pre">${lines.join('\n')}</td></tr>`)}
        ${persons.length ? html`<tr><th scope="row">Ook in het gezin</th><td className="pre">${persons.join('\n')}</td></tr>` : ''}</tbody></table>
      <p className="mute">Gedeeld met akkoord van de cliënt. Wie dit bewaart, doet dat onder eigen verantwoordelijkheid en hoogstens zolang het nodig is.</p></main></div>`;
  return paper(`doorverwijzing-${referral.number}`, 'nl', `Doorverwijzing ${referral.number}`, body);
}

function line(label: string, value: string | number | boolean | null | undefined): string[] {
  if (value === null || value === undefined || value === '') return [];
  const text = typeof value === 'boolean' ? (value ? 'ja' : 'nee') : /^\d{4}-\d{2}-\d{2}$/.test(value as string) ? dayIn('nl', value as string) : String(value);
  return [`${label}: ${text}`];
}
