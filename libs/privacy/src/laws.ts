import { type Law, me, Role } from '#kernel';

/** These win from every grant, every share and every agreement. Who is excluded from a dossier (BR-P18) finds nothing there at all. */
export const laws: readonly Law[] = [
  {
    says: 'Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht.',
    source: 'BR-P2, c4 noot 13',
    why: 'LAW_SECRECY',
    binds: ({ regime }) => regime !== 'PROFESSIONAL_SECRECY',
    hides: ['HEALTH', 'JUDICIAL'],
  },
  {
    says: 'Een eigen notitie leest alleen wie ze schreef; die van een bemiddeling ook de functionaris voor gegevensbescherming met noodtoegang, en wie bemiddelt weet dat meteen.',
    source: 'c3, c4, c5 test 5',
    why: 'NOT_FOR_ROLE',
    hides: ['PRIVATE_NOTE'],
    where: { authorId: { $ne: me.person } },
    unless: { of: 'Note', role: Role.DPO },
  },
  {
    says: 'Notities van een bemiddeling die naar de rechter ging, leest niemand nog.',
    source: 'e5, BR-M8',
    why: 'NOT_FOR_ROLE',
    of: 'Note',
    hides: ['PRIVATE_NOTE'],
    where: { sealed: true },
  },
  {
    says: 'Wie een politiek mandaat heeft, ziet geen dossier waarin een persoon te herkennen is.',
    source: 'c2, c5 test 12',
    why: 'LAW_MANDATE',
    binds: ({ political }) => political,
    hides: ['IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSEHOLD', 'HOUSEHOLD_SIZE', 'INCOME', 'INCOME_CONDITION', 'INCOME_CATEGORY', 'DEBTS', 'HEALTH', 'JUDICIAL', 'HOUSING', 'HOUSING_WISHES', 'HOUSING_TECHNICAL', 'MESSAGE'],
  },
  {
    says: 'In elk bestand kan een persoon te herkennen zijn: wie een politiek mandaat heeft, opent er geen.',
    source: 'c2, c5 test 12',
    why: 'LAW_MANDATE',
    binds: ({ political }) => political,
    of: 'Attachment',
    hides: 'ROW',
  },
  {
    says: 'Een beschermd adres ziet alleen wie het zelf opschreef, ook de gemeente niet.',
    source: 'BR-P18',
    why: 'PROTECTED_ADDRESS',
    hides: ['ADDRESS'],
    where: { addressProtected: true, author: { $ne: me.partner } },
  },
  {
    says: 'Wie in dit dossier de tegenpartij is, vindt het niet.',
    source: 'c4 noot 18, c5 test 6',
    why: 'NOT_FOR_ROLE',
    hides: 'ROW',
    where: { opposingPartnerId: me.partner },
  },
];
