/** Names of what the privacy book speaks of; a word that is new there shows as it is until it stands here. */
export const RECORDS: { readonly [record: string]: string } = {
  Referral: 'Doorverwijzing', Answer: 'Antwoord', Client: 'Cliëntdossier', Note: 'Notities', TimelineEntry: 'Verloop', Task: 'Taken', Person: 'Medewerkers', Mandate: 'Functies', ExchangeProtocol: 'Gegevensprotocol',
  ReferralPerson: 'Andere personen in een doorverwijzing', Recipient: 'Ontvangers van een doorverwijzing', Share: 'Wat gedeeld is', Agreement: 'Akkoord van de cliënt', Receipt: 'Ontvangstbewijs', AccessRequest: 'Vraag om meer gegevens', OwnNumber: 'Eigen nummer', Recusal: 'Uitsluiting van een medewerker', Absence: 'Afwezigheden', HandOver: 'Overdrachten tussen collega’s', ClientFile: 'Band met het cliëntdossier',
  GlassBreak: 'Noodtoegang', SupportLook: 'Meelezen als ondersteuning', SupportRequest: 'Vraag van ondersteuning', Look: 'Wie keek', Message: 'Berichten', Consult: 'Korte vragen', Attachment: 'Bestanden',
};
export const SEATS: { readonly [seat: string]: string } = { OWNER: 'van de eigen organisatie', SENDER: 'als afzender', RECEIVER: 'als ontvanger', FORMER_RECEIVER: 'na een intrekking', EVERYONE: 'voor wie aangemeld is', own: 'van de eigen organisatie' };
export const EVENTS: { readonly [event: string]: string } = {
  'Client.open': 'openen', 'Client.change': 'wijzigen', 'Client.refer': 'doorverwijzen', 'Client.register': 'register opvragen', 'Client.transfer': 'overdragen',
  'Referral.draft': 'opstellen', 'Referral.edit': 'wijzigen', 'Referral.note': 'notities lezen en schrijven', 'Referral.send': 'verzenden', 'Referral.discard': 'weggooien', 'Referral.withdraw': 'intrekken', 'Referral.takeBack': 'terugnemen', 'Referral.amend': 'aanvullen', 'Referral.narrow': 'minder delen', 'Referral.declareError': 'als vergissing melden',
  'Answer.receive': 'openen', 'Answer.ask': 'info vragen', 'Answer.reply': 'info geven', 'Answer.accept': 'aanvaarden', 'Answer.reject': 'weigeren', 'Answer.start': 'opstarten', 'Answer.feedback': 'terugkoppelen', 'Answer.close': 'afsluiten', 'Answer.stop': 'stoppen bevestigen', 'Answer.keep': 'met reden bewaren', 'Answer.redirect': 'doorgeven', 'Answer.reopen': 'heropenen',
  'Note.write': 'schrijven', 'AccessRequest.request': 'vragen', 'AccessRequest.grant': 'toestaan', 'AccessRequest.refuse': 'weigeren', 'OwnNumber.write': 'schrijven', 'Recusal.recuse': 'uitsluiten', 'Recusal.lift': 'opheffen',
  'Person.add': 'toevoegen', 'Person.change': 'wijzigen', 'Person.mandate': 'een functie geven', 'Mandate.end': 'beëindigen', 'Person.absent': 'afwezigheid melden', 'Person.handOver': 'dossiers overdragen', 'Absence.change': 'wijzigen', 'Absence.cancel': 'annuleren',
  'Person.audit': 'nagaan waarnaar ze keken', 'GlassBreak.break': 'nemen', 'GlassBreak.end': 'beëindigen',
  'SupportLook.ask': 'vragen', 'SupportLook.withdraw': 'terugnemen', 'SupportLook.end': 'beëindigen', 'SupportRequest.approve': 'toestaan', 'SupportRequest.decline': 'weigeren', 'SupportRequest.end': 'beëindigen',
  'Task.take': 'opnemen', 'Task.release': 'teruggeven aan het team', 'Task.assign': 'toewijzen',
  'ExchangeProtocol.draft': 'opstellen', 'ExchangeProtocol.edit': 'wijzigen', 'ExchangeProtocol.submit': 'voorleggen aan de DPO’s', 'ExchangeProtocol.advise': 'advies geven', 'ExchangeProtocol.sign': 'tekenen', 'ExchangeProtocol.publish': 'publiceren', 'ExchangeProtocol.end': 'beëindigen',
};

export const book = {
  title: 'Wie mag wat zien',
  lead: 'Deze tabel is gemaakt uit het privacyboek dat het portaal zelf volgt. Wat hier niet mag, kan ook niet. Alleen met noodtoegang leest een coördinator of een functionaris voor gegevensbescherming één dossier een korte tijd zoals wie eraan werkt. Ondersteuning van het platform leest zo mee, zonder gezondheid en gerecht, als een van hen dat toestaat.',
  version: 'Versie {{version}}, geldig',
  print: 'Afdrukken',
  laws: { title: 'Deze wetten gaan altijd voor', excluded: 'Wie van een dossier uitgesloten is, vindt het nergens.', source: 'Bron: {{source}}' },
  legend: 'Wat de tekens betekenen',
  sign: { R: 'ziet het', S: 'ziet het als de afzender het deelt', none: 'nooit', may: 'mag het', mayNot: 'mag het niet' },
  table: 'Wie wat ziet',
  verbs: 'Wie wat mag doen',
  caption: 'Soorten gegevens, en wie ze ziet',
  verbsCaption: 'Handelingen, en wie ze mag doen',
  core: 'Kern: stand, data en betrokkenen',
  // With soft hyphens: the heads of the columns are narrow.
  role: {
    SOCIAL_WORKER: 'maatschap\u00adpelijk werker', HOUSING_COUNSELLOR: 'woon\u00adbegeleider', TENANCY_OFFICER: 'huur\u00adbegeleider', ENERGY_ADVISER: 'energie\u00adadviseur',
    COORDINATOR: 'coördinator', SIGNATORY: 'onder\u00adtekenaar', PARTNER_ADMIN: 'beheerder', DPO: 'functionaris gegevens\u00adbescherming', PLATFORM_ADMIN: 'onder\u00adsteuning van het platform',
  },
  kind: { WOONDIENST: 'Woondienst', OCMW: 'OCMW', MUNICIPALITY: 'Gemeente', CAW: 'CAW', HOUSING_COMPANY: 'Woon\u00admaatschappij', ENERGY_HOUSE: 'Energiehuis' },
  data: 'Soort gegevens',
  deed: 'Handeling',
  pick: 'Toon voor',
  every: 'elke partner',
  notes: 'Noten',
  note: '(noot {{number}})',
  anyOf: '{{first}}, of {{rest}}',
} as const;
