import { may, mayOwn, me, own, type Role, type SeatRole } from '#kernel';
import type { Page } from './words.js';

/** Who is away is known to colleagues and to nobody else; each tells of her own absence (BR-W4). */
export const away = {
  Absence: [own(), mayOwn('change', { personId: me.person }), mayOwn('cancel', { personId: me.person })],
  Person: [mayOwn('absent', { id: me.person })],
} satisfies Page;

/** For others too: coordinators and admins. */
export const awayForOthers = { Absence: [own(), mayOwn('change'), mayOwn('cancel')], Person: [mayOwn('absent')] } satisfies Page;

const SEATS: readonly SeatRole[] = ['OWNER', 'SENDER', 'RECEIVER', 'FORMER_RECEIVER'];
const ofTeam = (role: keyof typeof Role) => ({ partnerId: me.partner, role });

/** Takes a task of everybody with her role and gives it back; hands over her own files (BR-W5, BR-W7). */
export const teamwork = (role: keyof typeof Role): Page => ({
  Task: SEATS.flatMap((seat) => [may('take', seat, ofTeam(role)), may('release', seat, { ...ofTeam(role), personId: me.person })]),
  Person: [mayOwn('handOver', { id: me.person })],
  HandOver: [own()],
});

/** Says who does what of the team, and hands over for who is away or gone (decisions 2). */
export const leading: Page = {
  Task: SEATS.flatMap((seat) => [
    may('take', seat, ofTeam('COORDINATOR')),
    may('release', seat, { ...ofTeam('COORDINATOR'), personId: me.person }),
    may('assign', seat, { partnerId: me.partner, role: { $in: ['SOCIAL_WORKER', 'HOUSING_COUNSELLOR', 'TENANCY_OFFICER', 'ENERGY_ADVISER', 'COORDINATOR'] } }),
  ]),
  Person: [mayOwn('handOver')],
  HandOver: [own()],
};
