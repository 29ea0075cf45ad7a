import { REALM } from './settings.js';

export type SignInFault = { field?: 'username' | 'password'; message: string };

const ASSETS = `${REALM}/assets`;

export function signInPage(faults: SignInFault[] = [], username = ''): string {
  return page(
    'Aanmelden',
    `${summary(faults)}
    <p class="lead">Dit is een proefopstelling met verzonnen mensen.</p>
    <form method="post" novalidate>
      ${field('username', 'Gebruikersnaam', faults, `autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" value="${escape(username)}"`)}
      ${field('password', 'Wachtwoord', faults, 'type="password" autocomplete="current-password" maxlength="100"')}
      <button class="btn">Aanmelden</button>
    </form>
    <p class="small">Geen account? Vraag het aan de beheerder van uw dienst.</p>`,
    faults.length > 0,
  );
}

/** @param sure the request comes from our own app: the page goes on by itself */
export function signOutPage(form: string, sure: boolean): string {
  return page(
    'Afmelden',
    `<p class="lead">Wilt u afmelden?</p>${form}
    <p><button class="btn" form="op.logoutForm" name="logout" value="yes">Ja, afmelden</button></p><p><a href="/">Nee, terug naar Woonbrug</a></p>
    ${sure ? `<script src="${ASSETS}/sign-out.js" defer></script>` : ''}`,
  );
}

export const signedOutPage = (): string => page('U bent afgemeld', '<p class="lead"><a href="/">Opnieuw aanmelden</a></p>');

export const signInLostPage = (): string =>
  page('Aanmelden lukt niet', '<p class="lead">Er ging iets mis bij het aanmelden, of het duurde te lang.</p><p><a href="/">Begin opnieuw</a></p>');

export const SIGN_OUT_SCRIPT = `document.forms['op.logoutForm'].requestSubmit(document.querySelector('button[name=logout]'));`;

function field(name: 'username' | 'password', label: string, faults: SignInFault[], attributes: string): string {
  const fault = faults.find((it) => it.field === name);
  return `<div class="field${fault ? ' field--bad' : ''}"><label for="${name}">${label}</label>
      ${fault ? `<p class="error" id="${name}-error">${escape(fault.message)}</p>` : ''}
      <input class="input" id="${name}" name="${name}" ${attributes}${fault ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''}></div>`;
}

/** What is wrong stands on top, has the focus, and leads to the field. */
function summary(faults: SignInFault[]): string {
  if (!faults.length) return '';
  const lines = faults.map(({ field: name, message }) => `<li>${name ? `<a href="#${name}">${escape(message)}</a>` : escape(message)}</li>`);
  return `<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="fout"><h2 id="fout">Aanmelden is niet gelukt</h2><ul>${lines.join('')}</ul></div>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const page = (title: string, content: string, wrong = false): string => `<!doctype html>
<html lang="nl-BE">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${wrong ? 'Fout: ' : ''}${title} – Woonbrug</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${ASSETS}/sign-in.css"></head>
<body><div class="signin">
  <main class="signin__form"><div class="signin__box">
    <div class="brand">${MARK}<span>Woonbrug<span class="brand__sub">Woondienst Regio Izegem en partners</span></span></div>
    <h1>${title}</h1>
    ${content}
  </div></main>
  <aside class="signin__side" aria-label="Over Woonbrug"><div>
    <h2>Samen werken aan wonen, met zorg voor het beroepsgeheim.</h2>
    <ul><li>Elke partner ziet alleen wat hij nodig heeft.</li><li>U ziet vooraf precies wat u deelt.</li><li>De cliënt kan altijd vragen wie keek.</li></ul>
    ${BRIDGE}
  </div></aside>
</div></body></html>`;

const MARK =
  '<svg class="mark" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><rect width="36" height="36" rx="7" fill="#0055cc"/><path d="M6 24.500h24" stroke="#ffe615" stroke-width="2.600" stroke-linecap="round"/><path d="M7.500 24c0-7 4.500-12 10.500-12s10.500 5 10.500 12M12.800 23.500v-8.300M18 23.500V12.300M23.200 23.500v-8.300" fill="none" stroke="#fff" stroke-width="2.200" stroke-linecap="round"/></svg>';

const BRIDGE =
  '<svg class="signin__art" viewBox="0 0 440 150" aria-hidden="true" focusable="false" fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="M20 112h400" stroke="#ffe615" stroke-width="4"/><path d="M70 110c0-46 66-82 150-82s150 36 150 82" stroke="#fff" stroke-width="3.500"/><path d="M110 110V71M147 110V48M184 110V33M220 110V28M256 110V33M293 110V48M330 110V71" stroke="#fff" stroke-width="2.500" opacity=".75"/><path d="M18 110V86l16-14 16 14v24M390 110V86l16-14 16 14v24M30 110V96h8v14M402 110V96h8v14" stroke="#fff" stroke-width="2.500"/><path d="M20 134c14-8 26-8 40 0s26 8 40 0 26-8 40 0 26 8 40 0 26-8 40 0 26 8 40 0 26-8 40 0 26 8 40 0 26-8 40 0 26 8 40 0" stroke="#7fa8e6" stroke-width="2.500"/></svg>';
