import { Injectable } from '@nestjs/common';
import type { Desk } from '#kernel';
import type { Matter } from './files.js';
import { PartySide } from './mediation-case.record.js';

/** Whether who would mediate follows another dossier of a party (c2 MEDIATOR). */
export type Conflict = 'HARD' | 'SOFT' | null;

/** Looks among the own organisation's files only, by the names and the home of this tenancy. */
@Injectable()
export class ConflictCheck {
  /** @returns HARD for help against an eviction of this tenancy; SOFT for any other file of a party */
  async of(desk: Desk, personId: string, { parties, signals }: Matter): Promise<Conflict> {
    const names = parties.filter(({ side, givenName }) => side === PartySide.RENTER && givenName).map(({ givenName, familyName }) => `${givenName} ${familyName}`);
    const [{ street, postcode }] = signals;
    const { rows } = await desk.unit.query<{ eviction: boolean }>({
      name: 'files of a party',
      text: `select r.type = 'EVICTION_HELP' as eviction from referral r left join answer a on a.dossier_id = r.id
        where (a.contact_person_id = $1 or r.sender_id = $1) and r.state not in ('DRAFT', 'MADE_IN_ERROR')
          and (fold(r.given_name || ' ' || r.family_name) = any (select fold(n) from unnest($2::text[]) n) or (fold(r.street) = fold($3) and r.postcode = $4))`,
      values: [personId, names, street, postcode],
    });
    return rows.some(({ eviction }) => eviction) ? 'HARD' : rows.length ? 'SOFT' : null;
  }
}
