import { nameAt, type Partner } from '#directory';
import { Wish } from '#kernel';
import { namesOf } from './names.js';
import { html, type Paper, paper } from '#dossiers';
import { dayIn, groundIn, type Language, WORDS } from './words.js';
import { AnswerState } from '../referral.workflow.js';
import { type Register, type RegisterEntry, Standing } from '../register.js';

type Facts = { register: Register; partners: ReadonlyMap<string, Pick<Partner, 'name' | 'earlierNames'>>; own: string; by: string; language: Language };

/** For the client: who got what, what for, until when; in plain words. */
export function registerPaper({ register, partners, own, by, language }: Facts): Paper {
  const words = WORDS[language].register;
  const { client, at, entries, looks } = register;
  const now = entries.filter(({ standing }) => standing === Standing.RUNNING);
  const before = entries.filter(({ standing }) => standing !== Standing.RUNNING);
  // As it was called then; and now, so that the client knows whom to ask.
  const called = ({ partnerId, since }: RegisterEntry): string => {
    const partner = partners.get(partnerId);
    const name = partner ? nameAt(partner, since) : '';
    return partner && name !== partner.name ? `${name} (${words.nowCalled} ${partner.name})` : name;
  };
  const table = (title: string, list: readonly RegisterEntry[]) => html`<section><h2>${title}</h2>
    ${list.length
      ? html`<table><thead><tr><th scope="col">${words.service}</th><th scope="col">${words.which}</th><th scope="col">${words.why}</th><th scope="col">${words.when}</th><th scope="col">${words.standing}</th></tr></thead>
          <tbody>${list.map((each, index) => html`<tr key=${index}><th scope="row">${called(each)}</th><td>${namesOf(each.classes, language)}</td>
            <td>${each.purpose}. ${groundIn(language, each.ground)}${each.agreedOn ? `, ${words.agreedOn} ${dayIn(language, each.agreedOn)}` : ''}</td>
            <td>${dayIn(language, each.since)} ${words.until} ${dayIn(language, each.takenBackAt ?? each.until)}</td><td>${standingOf(each, language)}</td></tr>`)}</tbody></table>`
      : html`<p>${words.nothing}</p>`}</section>`;
  const body = html`<div>
    <header><p className="mute">Woonbrug, ${own}</p><h1>${words.title}</h1><p><b>${words.for} ${client.givenName} ${client.familyName}</b>. ${words.madeOn} ${dayIn(language, at)}.</p><p>${words.lead}</p></header>
    <main>${table(words.now, now)}${table(words.before, before)}
      <section><h2>${words.looks}</h2><p>${words.looksLead}</p>
        <table><thead><tr><th scope="col">${words.service}</th><th scope="col">${words.days}</th></tr></thead>
          <tbody>${looks.map(({ partnerId, days }) => html`<tr key=${partnerId}><th scope="row">${partners.get(partnerId)?.name}</th><td>${days.map((day) => dayIn(language, day)).join('; ')}</td></tr>`)}</tbody></table></section>
      <section className="box"><h2>${words.rights}</h2><p>${words.right1}</p><p>${words.right2}</p><p>${words.right3} ${by}, ${own}.</p></section></main></div>`;
  return paper('register', language, words.title, body);
}

function standingOf({ standing, takenBackAt, takenBackBy, confirmed, confirmedAt, keptGround }: RegisterEntry, language: Language): string {
  const words = WORDS[language].register;
  if (standing === Standing.RUNNING) return words.running;
  if (standing === Standing.ENDED) return words.ended;
  const back = `${words.takenBack} ${dayIn(language, takenBackAt!)}, ${takenBackBy === Wish.CLIENT ? words.byYou : words.byService}.`;
  if (confirmed === AnswerState.STOPPED) return `${back} ${words.stopped} ${dayIn(language, confirmedAt!)}.`;
  if (confirmed === AnswerState.KEPT) return `${back} ${words.kept} ${keptGround}`;
  return confirmed === AnswerState.WITHDRAWN ? `${back} ${words.notYet}` : back;
}
