const SAYS = {
  empty: 'Dit bestand is leeg.',
  kind: 'Dit soort bestand nemen we niet aan. Kies een pdf, een foto (jpg of png), een document (docx of odt), een rekenblad (xlsx of ods) of een tekst (txt).',
  differs: 'De inhoud van dit bestand past niet bij zijn naam. Bewaar het opnieuw in het juiste formaat.',
  broken: 'Dit bestand is beschadigd: we kunnen het niet openen. Bewaar het opnieuw en probeer nog eens.',
  old: 'Dit bestand is van een oud formaat of staat achter een wachtwoord. Bewaar het als docx, xlsx of pdf, zonder wachtwoord.',
  encrypted: 'Dit bestand staat achter een wachtwoord of is versleuteld. Haal dat weg: anders kan niemand nakijken wat erin zit.',
  active: 'In dit bestand zit een programma dat vanzelf kan starten (een macro of een script). Bewaar het zonder, bijvoorbeeld als pdf via afdrukken.',
  embedded: 'In dit bestand zit een ander bestand verborgen. Haal het eruit en voeg het apart toe.',
  linked: 'Dit bestand haalt iets op van een andere plaats op het internet. Haal die koppeling weg, of bewaar het als pdf via afdrukken.',
  doubled: 'Dit bestand kan op twee manieren gelezen worden. Bewaar het opnieuw, bijvoorbeeld als pdf via afdrukken.',
  pixels: 'Deze afbeelding is te groot: hoogstens 50 miljoen beeldpunten.',
  unpacked: 'Dit bestand wordt te groot wanneer het uitgepakt wordt.',
  heavy: 'Dit bestand is te zwaar om na te kijken. Maak het kleiner of splits het.',
} as const;

export type Why = keyof typeof SAYS;

/** A file that the portal does not take; its message is for the person who chose it. */
export class FileRefused extends Error {
  constructor(readonly why: Why) {
    super(SAYS[why]);
  }
}
