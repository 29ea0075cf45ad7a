import { me, type Law } from '#kernel';

/** These win from every grant, every share and every agreement. Who is excluded from a dossier (BR-P18) finds nothing there at all. */
export const laws: readonly Law[] = [
  {
    says: 'Wie niet onder het beroepsgeheim valt, leest nooit gegevens over gezondheid of gerecht.',
    source: 'BR-P2, c4 noot 13',
    why: 'LAW_SECRECY',
    binds: (regime) => regime !== 'PROFESSIONAL_SECRECY',
    hides: ['HEALTH', 'JUDICIAL'],
  },
  {
    says: 'Een eigen notitie leest alleen wie ze schreef.',
    source: 'c3, c4',
    why: 'NOT_FOR_ROLE',
    hides: ['PRIVATE_NOTE'],
    where: { authorId: { $ne: me.person } },
  },
];
