import { type DataClass } from '#kernel';
import { namesOf } from './names.js';
import { html, type Paper, paper } from '#dossiers';
import { dayIn, type Language, WORDS } from './words.js';

type Facts = { name: string; receivers: readonly { name: string; classes: readonly DataClass[] }[]; purpose: string; until: string; own: string; by: string; language: Language };

/** About these one agrees apart. */
const APART: readonly DataClass[] = ['DEBTS', 'HEALTH', 'JUDICIAL'] as DataClass[];

/** The form to sign at the desk: the four points (BR-P3), and what each partner gets. */
export function agreementPaper({ name, receivers, purpose, until, own, by, language }: Facts): Paper {
  const words = WORDS[language].agreement;
  const apart = APART.filter((each) => receivers.some(({ classes }) => classes.includes(each)));
  const body = html`<div>
    <header><p className="mute">Woonbrug, ${own}</p><h1>${words.title}</h1><p><b>${name}</b></p><p>${words.intro}</p></header>
    <main>
      <h2>${words.points}</h2>
      <ol><li>${words.that}</li><li>${words.purpose}: ${purpose}</li><li>${words.whom}: ${receivers.map((each) => each.name).join(', ')}</li><li>${words.content}:</li></ol>
      <table><thead><tr><th scope="col">${words.service}</th><th scope="col">${words.which}</th></tr></thead>
        <tbody>${receivers.map((each) => html`<tr key=${each.name}><th scope="row">${each.name}</th><td>${[words.always, namesOf(each.classes.filter((one) => !APART.includes(one)), language), ...apart.filter((one) => each.classes.includes(one)).map((one) => `${WORDS[language].classes[one]} *`)].filter(Boolean).join(', ')}</td></tr>`)}</tbody></table>
      ${apart.length ? html`<section><p>* ${words.apart}</p>${apart.map((each) => html`<p key=${each}><span className="square"></span>${WORDS[language].classes[each]}</p>`)}</section>` : ''}
      <p>${words.period} ${dayIn(language, until)}.</p><p>${words.back}</p>
      <section className="box"><p><span className="square"></span>${words.agree}</p><p><span className="square"></span>${words.represents}: ______________________</p>
        <div className="sign"><div>${words.name}</div><div>${words.day}</div><div>${words.signature}</div></div>
        <div className="sign"><div>${words.minor}</div><div>${words.day}</div><div>${words.signature}</div></div></section>
      <p className="mute">${by}, ${own}</p>
    </main></div>`;
  return paper('akkoord', language, words.title, body);
}
