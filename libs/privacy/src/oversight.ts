import { behindGlass, mayOwn, me, own, type Capacity } from '#kernel';
import type { Page } from './words.js';

const mine = { personId: me.person };

/** Who opens, in need and for a while, what her function does not show her; and ends it (BR-P19). */
export const breaks = { GlassBreak: [own(mine), mayOwn('break', mine), mayOwn('end', mine)] } satisfies Page;

/** The second person: lets support look at a dossier of her own organisation, or not, and ends it (XT-19). */
export const letsIn = { SupportRequest: [own(), mayOwn('approve', { personId: { $ne: me.person } }), mayOwn('decline'), mayOwn('end')] } satisfies Page;

/** Support sees nothing but what she asked herself. */
export const supports = { SupportLook: [own(mine), mayOwn('ask', mine), mayOwn('withdraw', mine), mayOwn('end', mine)] } satisfies Page;

/** A DPO sees what her organisation's people looked at. */
export const audits = { Person: [mayOwn('audit')] } satisfies Page;
/** Where there are dossiers: she also sees each glass that one of them broke, and may end it. */
export const oversees = { ...audits, GlassBreak: [own(), mayOwn('break', mine), mayOwn('end')] } satisfies Page;

/** She signs what her organisation is to destroy, keeps what is needed longer, and reads no dossier for it (BR-P14). */
export const keeps = {
  DestructionList: [own(), mayOwn('sign', { signed: false })],
  DestructionItem: [own(), mayOwn('takeOff', { waits: true })],
  LegalHold: [own(), mayOwn('hold'), mayOwn('lift', { lifted: false })],
} satisfies Page;

/** What a DPO alone reads through it: the notes of a mediation (decisions 7). No other row of that class has an owner's seat and a number. */
export const overseesMediation = { Note: [behindGlass('OWNER', 'PRIVATE_NOTE')] } satisfies Page;

/** Where a glass is broken, or support let in, one reads what who works there on files reads; nobody's private notes, and nothing is changed. */
const THROUGH: { readonly [kind: string]: Capacity } = {
  WOONDIENST: 'WOONDIENST/HOUSING_COUNSELLOR',
  OCMW: 'OCMW/SOCIAL_WORKER',
  CAW: 'CAW/SOCIAL_WORKER',
  HOUSING_COMPANY: 'HOUSING_COMPANY/TENANCY_OFFICER',
  ENERGY_HOUSE: 'ENERGY_HOUSE/ENERGY_ADVISER',
};
export const throughGlass: { readonly [capacity in Capacity]?: Capacity } = Object.fromEntries(Object.entries(THROUGH).flatMap(([kind, eyes]) => [[`${kind}/DPO`, eyes], [`${kind}/COORDINATOR`, eyes], [`${kind}/PLATFORM_ADMIN`, eyes]]));
