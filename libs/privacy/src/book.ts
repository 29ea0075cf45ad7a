import type { Capacity, PartnerKind } from '#kernel';
import { cawSocialWorker } from './caw.social-worker.js';
import { conditions } from './conditions.js';
import { conversations } from './conversing.js';
import { energyHouseEnergyAdviser } from './energy-house.energy-adviser.js';
import { colleaguesLooks } from './history.js';
import { housingCompanyTenancyOfficer } from './housing-company.tenancy-officer.js';
import { laws } from './laws.js';
import { leadsMediation, leadsReports } from './mediation.js';
import { told } from './notices.js';
import { ocmwSocialWorker } from './ocmw.social-worker.js';
import { audits, breaks, keeps, letsIn, oversees, overseesMediation, supports, throughGlass } from './oversight.js';
import { administration, colleagues, coordination, page } from './parts.js';
import { away, awayForOthers, leading } from './people.js';
import { advising, cooperating, signing } from './protocols.js';
import { woondienstHousingCounsellor } from './woondienst.housing-counsellor.js';
import type { Page, PrivacyBook } from './words.js';

const KINDS: readonly (keyof typeof PartnerKind)[] = ['WOONDIENST', 'OCMW', 'MUNICIPALITY', 'CAW', 'HOUSING_COMPANY', 'ENERGY_HOUSE'];

/** The functions that a partner of every kind has: none of them reads what is in a file. */
const offices = Object.fromEntries(
  KINDS.flatMap((kind): [Capacity, Page][] => [
    [`${kind}/PARTNER_ADMIN`, page(administration, awayForOthers)],
    [`${kind}/DPO`, page(colleagues, away, advising, ...(kind === 'MUNICIPALITY' ? [audits] : [oversees, letsIn, keeps]), kind === 'WOONDIENST' ? overseesMediation : {})],
    [`${kind}/SIGNATORY`, page(colleagues, away, signing, cooperating(kind, 'SIGNATORY'))],
    [`${kind}/PLATFORM_ADMIN`, supports],
  ]),
);
/** What a coordinator leads beside that, where it exists. */
const LEADS: { readonly [kind in keyof typeof PartnerKind]?: Page } = { WOONDIENST: leadsMediation, HOUSING_COMPANY: leadsReports };
const coordinators = Object.fromEntries(KINDS.filter((kind) => kind !== 'MUNICIPALITY').map((kind): [Capacity, Page] => [`${kind}/COORDINATOR`, page(coordination, awayForOthers, leading, conversations, colleaguesLooks, breaks, letsIn, cooperating(kind, 'COORDINATOR'), LEADS[kind] ?? {})]));

/** Adds to every capacity what whoever is signed in sees and does. */
const everybody = (part: Page, capacities: { [capacity in Capacity]?: Page }): PrivacyBook['capacities'] => Object.fromEntries(Object.entries(capacities).map(([capacity, given]) => [capacity, page(given, part)]));

/** Who sees and does what: rules, masks, buttons, doors, the matrix page and the tests come from here alone. */
export const book: PrivacyBook = {
  version: 3,
  laws,
  conditions,
  glass: throughGlass,
  capacities: everybody(told, {
    'OCMW/SOCIAL_WORKER': ocmwSocialWorker,
    'CAW/SOCIAL_WORKER': cawSocialWorker,
    'WOONDIENST/HOUSING_COUNSELLOR': woondienstHousingCounsellor,
    'HOUSING_COMPANY/TENANCY_OFFICER': housingCompanyTenancyOfficer,
    'ENERGY_HOUSE/ENERGY_ADVISER': energyHouseEnergyAdviser,
    ...coordinators,
    ...offices,
  }),
};
