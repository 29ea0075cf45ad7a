export const privacy = {
  title: 'Privacy en afspraken',
  lead: 'Wat Woonbrug bewaart, wie wat leest, en bij wie u terechtkunt.',
  keeps: {
    title: 'Wat Woonbrug bewaart',
    items: [
      'Cliëntdossiers van uw eigen dienst: naam, contact, gezin, vertegenwoordiger. Andere partners zien die niet.',
      'Doorverwijzingen: de vraag, de gegevens die erbij horen, het antwoord en het verloop.',
      'Het akkoord van de cliënt: wie, hoe, wanneer en welke vier punten besproken zijn.',
      'Uw eigen notities. Alleen u leest die.',
    ],
    not: 'Woonbrug bewaart nooit een rijksregisternummer, en geen nationaliteit of verblijfsstatuut.',
  },
  reads: {
    title: 'Wie wat leest',
    lead: 'Een partner ziet alleen dossiers waarbij hij betrokken is. Daarbinnen hangt het af van de soort gegevens.',
    caption: 'Wie leest wat in een doorverwijzing',
    kind: 'Gegevens',
    own: 'De dienst die ze schrijft',
    other: 'De ontvanger',
    rows: {
      CORE: { own: 'Ja', other: 'Altijd, ook zonder beroepsgeheim' },
      IDENTITY: { own: 'Ja', other: 'Altijd' },
      CONTACT: { own: 'Ja', other: 'Als het bij deze soort vraag hoort' },
      HOUSEHOLD: { own: 'Ja', other: 'Als het bij deze soort vraag hoort' },
      INCOME: { own: 'Ja', other: 'Als het bij deze soort vraag hoort' },
      DEBTS: { own: 'Ja', other: 'Als het bij deze soort vraag hoort' },
      HOUSING: { own: 'Ja', other: 'Als het bij deze soort vraag hoort' },
      HEALTH: { own: 'Wie beroepsgeheim heeft', other: 'Alleen met beroepsgeheim, en als het bij deze soort vraag hoort' },
      JUDICIAL: { own: 'Wie beroepsgeheim heeft', other: 'Alleen met beroepsgeheim, en als het bij deze soort vraag hoort' },
      PRIVATE_NOTE: { own: 'Alleen wie ze schreef', other: 'Nooit' },
    },
    coordinator: 'Een coördinator ziet van de dossiers van de eigen dienst alleen de vraag, de stand en de termijnen. Een beheerder ziet geen dossiers.',
  },
  agree: {
    title: 'Het akkoord van de cliënt',
    text: 'Niets gaat naar een andere partner zonder akkoord. U vertelt de cliënt dat u gegevens uitwisselt, waarvoor, met wie en welke. Trekt de cliënt het akkoord in, trek dan de doorverwijzing in: de ontvanger ziet de gedeelde gegevens daarna niet meer en moet bevestigen wat hij ermee doet.',
  },
  protocol: { title: 'Afspraken tussen partners', text: 'Partners wisselen alleen uit als er tussen hen een actief gegevensprotocol is. Zonder protocol kunt u niet verzenden.' },
  device: {
    title: 'Wat er op uw toestel staat',
    text: 'Woonbrug zet geen dossiers, namen of teksten in de opslag van uw browser. Uw aanmelding zit alleen in het geheugen van het open tabblad. Het tabblad onthoudt tot u het sluit alleen in welke functie u werkt. Na 22 minuten zonder beweging wordt het afgesloten.',
  },
  rights: {
    title: 'Rechten van de cliënt',
    text: 'Een cliënt mag vragen wat een dienst over hem bewaart, met wie het gedeeld werd en om fouten te verbeteren. Die vraag gaat naar de dienst die het dossier houdt.',
  },
  contact: { title: 'Bij wie kunt u terecht?', text: 'Met vragen over gegevens gaat u eerst naar de functionaris gegevensbescherming van uw eigen dienst. Wie dat is, weet de beheerder van uw dienst. Denkt u dat iemand iets zag wat niet mocht? Meld het dezelfde dag.' },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Woonbrug is er voor iedereen die met cliënten werkt, ook met een schermlezer, alleen een toetsenbord, of op een klein scherm.',
    aim: { title: 'Wat we nastreven', text: 'We bouwen Woonbrug om te voldoen aan WCAG 2.2, niveau AA. Dit is onze eigen verklaring: er was nog geen onafhankelijke keuring.' },
    tested: {
      title: 'Wat we nagingen',
      items: [
        'Elke pagina met de automatische controle axe, op een breed en een smal scherm.',
        'Herschikken tot 320 pixels breed, zonder zijwaarts schuiven.',
        'Contrast van tekst, randen en tekens, berekend uit de kleuren zelf.',
        'Alles is gebouwd om met het toetsenbord alleen te doen, met een zichtbare plaats.',
      ],
    },
    untested: {
      title: 'Wat we nog niet nagingen',
      items: ['Met een schermlezer, door iemand die er elke dag mee werkt.', 'Met mensen die Woonbrug gebruiken.', 'Vergroten van alleen tekst tot meer dan 200 %.', 'De aanmeldpagina van uw eigen dienst: die is niet van ons.'],
    },
    problem: { title: 'Lukt er iets niet?', text: 'Zeg het aan de beheerder van uw dienst: welke pagina, wat u wilde doen en wat er gebeurde. Die bezorgt het aan de Woondienst.' },
  },
} as const;
