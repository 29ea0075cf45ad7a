import { registerEnumType } from '@nestjs/graphql';
import { Person } from '#directory';
import { Choice, Choices, DataClass, Day, Flag, Key, Moment, One, PartnerKind, Record, Ref, Role, Shown } from '#kernel';

/** What somebody did with a dossier on a day. */
export enum LookKind {
  LOOKED = 'LOOKED',
  /** Met it in a list or a search. */
  LISTED = 'LISTED',
  CHANGED = 'CHANGED',
  /** Asked for it, and was refused: told to the own partner alone. */
  DENIED = 'DENIED',
}
registerEnumType(LookKind, { name: 'LookKind' });

/** Of a dossier, one look for each day and organisation. */
export const LOOK_DAYS = "select distinct on (k.day, k.partner_id, k.personal) k.id from look k where k.dossier_id = {t}.id and k.kind <> 'DENIED' order by k.day, k.partner_id, k.personal, k.at desc";

/** Who looked at a dossier on a day (BR-P13): of the own partner each person, of another that it did. Drawn from the trail, written by nobody. */
@Record('look', { seat: 'dossierId', description: 'Who looked at a dossier on a day: of the own partner each person, of another that it did.' })
export class Look extends Shown {
  @Key() id: string;
  @Ref('CORE', { shown: false }) dossierId: string;
  @Ref('CORE', { shown: false }) partnerId: string;
  @Choice('CORE', PartnerKind) partnerKind: PartnerKind;
  @Flag('CORE', { description: 'Of the own partner, by name.' }) personal: boolean;
  @Ref('CORE', { shown: false, optional: true }) personId: string | null;
  @Choice('CORE', Role) role: Role;
  @Choice('CORE', LookKind) kind: LookKind;
  @Flag('CORE', { description: 'Without a seat or a right of its own: the glass was broken, for a reason that was given (BR-P19).' }) glass: boolean;
  @Choices('CORE', DataClass, { description: 'Classes of facts that were shown, or written.' }) classes: DataClass[];
  @Day('CORE') day: string;
  @Moment('CORE', { shown: false }) at: Date;
  @One(() => Person, '{t}.person_id', { description: 'Of the own partner.' }) person: Person | null;
}
