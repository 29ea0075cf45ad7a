import { DataClass } from '#kernel';

/** The languages in which a client is handed a paper. */
export const LANGUAGES = ['nl', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a client's file calls her language → the paper's; Dutch when there is no catalogue for it. */
export function languageOf(typed: string | null | undefined): Language {
  const word = (typed ?? '').trim().toLowerCase();
  if (/^(frans|français|francais|fr)\b/.test(word)) return 'fr';
  return /^(engels|english|en)\b/.test(word) ? 'en' : 'nl';
}

type Words = {
  locale: string;
  classes: { readonly [each in DataClass]?: string };
  register: { [word in 'title' | 'for' | 'madeOn' | 'lead' | 'now' | 'before' | 'nothing' | 'nowCalled' | 'service' | 'which' | 'why' | 'when' | 'standing' | 'agreedOn' | 'until' | 'running' | 'ended' | 'takenBack' | 'byYou' | 'byService' | 'notYet' | 'stopped' | 'kept' | 'looks' | 'looksLead' | 'days' | 'rights' | 'right1' | 'right2' | 'right3']: string };
  agreement: { [word in 'title' | 'intro' | 'points' | 'that' | 'purpose' | 'whom' | 'content' | 'service' | 'which' | 'always' | 'period' | 'back' | 'apart' | 'agree' | 'name' | 'represents' | 'day' | 'signature' | 'minor']: string };
};

const nl: Words = {
  locale: 'nl-BE',
  classes: {
    CORE: 'de vraag', IDENTITY: 'naam en geboortedatum', CONTACT: 'telefoon en e-mail', ADDRESS: 'adres', HOUSEHOLD: 'uw gezin', HOUSEHOLD_SIZE: 'met hoeveel u bent', INCOME: 'uw inkomen',
    INCOME_CONDITION: 'of uw inkomen aan de voorwaarden voldoet (alleen ja of nee)', INCOME_CATEGORY: 'of u de laagste inkomenscategorie hebt (alleen ja of nee)', DEBTS: 'schulden', HEALTH: 'gezondheid',
    JUDICIAL: 'gerecht', HOUSING: 'hoe u woont', HOUSING_WISHES: 'wat u zoekt', HOUSING_TECHNICAL: 'technische gegevens van uw woning',
  },
  register: {
    title: 'Wie kreeg uw gegevens?', for: 'Voor', madeOn: 'Gemaakt op', lead: 'Dit papier is voor u. Het zegt welke diensten gegevens kregen via Woonbrug, waarvoor, en tot wanneer.', now: 'Nu gedeeld', before: 'Vroeger gedeeld', nothing: 'Niets.', nowCalled: 'nu',
    service: 'Dienst', which: 'Welke gegevens', why: 'Waarvoor', when: 'Van, tot', standing: 'Stand', agreedOn: 'met uw akkoord van', until: 'tot', running: 'Loopt', ended: 'Afgelopen', takenBack: 'Teruggenomen op', byYou: 'omdat u dat vroeg', byService: 'door de dienst die het deelde',
    notYet: 'De dienst bevestigde nog niet dat ze stopte.', stopped: 'De dienst bevestigde: gestopt, op', kept: 'De dienst bewaart wat ze zelf schreef. Reden:',
    looks: 'Wie keek?', looksLead: 'Op deze dagen zag iemand van de dienst gegevens van u in Woonbrug.', days: 'Dagen',
    rights: 'Uw rechten', right1: 'U kunt uw akkoord altijd intrekken. De dienst krijgt dan niets meer te zien.', right2: 'U kunt vragen om een fout te verbeteren of om een kopie te krijgen.', right3: 'Vraag het aan',
  },
  agreement: {
    title: 'Akkoord om gegevens te delen', intro: 'Dit wil uw hulpverlener delen om u te helpen. Lees het samen.', points: 'Dit is met u besproken', that: 'dat er gegevens worden uitgewisseld', purpose: 'waarvoor', whom: 'met wie', content: 'welke gegevens elke dienst krijgt',
    service: 'Dienst', which: 'Krijgt', always: 'de vraag, naam en geboortedatum', period: 'Het akkoord geldt hoogstens tot', back: 'U kunt uw akkoord altijd intrekken. Dat kost niets en verandert niets aan uw rechten.', apart: 'Deze gegevens liggen gevoelig. Zet apart een kruisje als u akkoord gaat:',
    agree: 'Ik ga akkoord.', name: 'Naam', represents: 'Ik vertegenwoordig de cliënt als (bewindvoerder, voogd, ouder)', day: 'Datum', signature: 'Handtekening', minor: 'Van 16 of 17 jaar: de jongere zelf',
  },
};

const fr: Words = {
  locale: 'fr-BE',
  classes: {
    CORE: 'la question', IDENTITY: 'nom et date de naissance', CONTACT: 'téléphone et e-mail', ADDRESS: 'adresse', HOUSEHOLD: 'votre famille', HOUSEHOLD_SIZE: 'combien vous êtes', INCOME: 'vos revenus',
    INCOME_CONDITION: 'si vos revenus remplissent les conditions (oui ou non seulement)', INCOME_CATEGORY: 'si vous êtes dans la catégorie de revenus la plus basse (oui ou non seulement)', DEBTS: 'dettes', HEALTH: 'santé',
    JUDICIAL: 'justice', HOUSING: 'comment vous habitez', HOUSING_WISHES: 'ce que vous cherchez', HOUSING_TECHNICAL: 'données techniques de votre logement',
  },
  register: {
    title: 'Qui a reçu vos données ?', for: 'Pour', madeOn: 'Fait le', lead: 'Ce papier est pour vous. Il dit quels services ont reçu des données par Woonbrug, pourquoi et jusqu’à quand.', now: 'Partagé maintenant', before: 'Partagé avant', nothing: 'Rien.', nowCalled: 'aujourd’hui',
    service: 'Service', which: 'Quelles données', why: 'Pourquoi', when: 'De, à', standing: 'État', agreedOn: 'avec votre accord du', until: 'à', running: 'En cours', ended: 'Terminé', takenBack: 'Retiré le', byYou: 'à votre demande', byService: 'par le service qui partageait',
    notYet: 'Le service n’a pas encore confirmé qu’il a arrêté.', stopped: 'Le service a confirmé : arrêté, le', kept: 'Le service garde ce qu’il a écrit lui-même. Raison :',
    looks: 'Qui a regardé ?', looksLead: 'Ces jours-là, quelqu’un du service a vu vos données dans Woonbrug.', days: 'Jours',
    rights: 'Vos droits', right1: 'Vous pouvez toujours retirer votre accord. Le service ne voit alors plus rien.', right2: 'Vous pouvez demander de corriger une erreur ou de recevoir une copie.', right3: 'Demandez à',
  },
  agreement: {
    title: 'Accord pour partager des données', intro: 'Voici ce que votre assistant veut partager pour vous aider. Lisez-le ensemble.', points: 'Ceci a été discuté avec vous', that: 'que des données sont échangées', purpose: 'pourquoi', whom: 'avec qui', content: 'quelles données chaque service reçoit',
    service: 'Service', which: 'Reçoit', always: 'la question, le nom et la date de naissance', period: 'L’accord vaut au plus tard jusqu’au', back: 'Vous pouvez toujours retirer votre accord. Cela ne coûte rien et ne change rien à vos droits.', apart: 'Ces données sont sensibles. Cochez à part si vous êtes d’accord :',
    agree: 'Je suis d’accord.', name: 'Nom', represents: 'Je représente le client comme (administrateur, tuteur, parent)', day: 'Date', signature: 'Signature', minor: 'De 16 ou 17 ans : le jeune lui-même',
  },
};

const en: Words = {
  locale: 'en-GB',
  classes: {
    CORE: 'the question', IDENTITY: 'name and date of birth', CONTACT: 'telephone and e-mail', ADDRESS: 'address', HOUSEHOLD: 'your family', HOUSEHOLD_SIZE: 'how many you are', INCOME: 'your income',
    INCOME_CONDITION: 'whether your income meets the conditions (yes or no only)', INCOME_CATEGORY: 'whether you are in the lowest income category (yes or no only)', DEBTS: 'debts', HEALTH: 'health',
    JUDICIAL: 'justice', HOUSING: 'how you live', HOUSING_WISHES: 'what you are looking for', HOUSING_TECHNICAL: 'technical facts of your home',
  },
  register: {
    title: 'Who got your data?', for: 'For', madeOn: 'Made on', lead: 'This paper is for you. It says which services got data through Woonbrug, what for, and until when.', now: 'Shared now', before: 'Shared before', nothing: 'Nothing.', nowCalled: 'now',
    service: 'Service', which: 'Which data', why: 'What for', when: 'From, until', standing: 'Status', agreedOn: 'with your agreement of', until: 'to', running: 'Running', ended: 'Ended', takenBack: 'Taken back on', byYou: 'because you asked', byService: 'by the service that shared it',
    notYet: 'The service has not confirmed yet that it stopped.', stopped: 'The service confirmed: stopped, on', kept: 'The service keeps what it wrote itself. Reason:',
    looks: 'Who looked?', looksLead: 'On these days somebody of the service saw your data in Woonbrug.', days: 'Days',
    rights: 'Your rights', right1: 'You can always take your agreement back. The service then sees nothing any more.', right2: 'You can ask to correct a mistake or to get a copy.', right3: 'Ask',
  },
  agreement: {
    title: 'Agreement to share data', intro: 'This is what your social worker wants to share to help you. Read it together.', points: 'This was discussed with you', that: 'that data are exchanged', purpose: 'what for', whom: 'with whom', content: 'which data each service gets',
    service: 'Service', which: 'Gets', always: 'the question, name and date of birth', period: 'The agreement holds until at most', back: 'You can always take your agreement back. It costs nothing and changes nothing about your rights.', apart: 'These data are sensitive. Tick separately if you agree:',
    agree: 'I agree.', name: 'Name', represents: 'I represent the client as (administrator, guardian, parent)', day: 'Date', signature: 'Signature', minor: 'Aged 16 or 17: the young person',
  },
};

export const WORDS: { readonly [language in Language]: Words } = { nl, fr, en };

const GROUNDS: { readonly [ground: string]: { readonly [language in Exclude<Language, 'nl'>]: string } } = {
  'Gedeeld beroepsgeheim': { fr: 'Secret professionnel partagé', en: 'Shared professional secrecy' },
  'Akkoord van de cliënt en gegevensprotocol': { fr: 'Accord du client et protocole de données', en: 'Agreement of the client and data protocol' },
};
/** The ground of a share in a language; as it was written when there are no words for it. */
export const groundIn = (language: Language, ground: string): string => (language === 'nl' ? ground : (GROUNDS[ground]?.[language] ?? ground));

/** A day, or a moment in Brussels, written out. */
export const dayIn = (language: Language, moment: Date | string): string =>
  new Date(moment).toLocaleDateString(WORDS[language].locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' });
