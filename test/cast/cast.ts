/** The invented people of the demo, by their first names: who they are and in which one capacity they ask. */
export type Person = { as: string; capacity: { role: string; partner: string } };

const at = (partner: string) => (role: string, as: string): Person => ({ as, capacity: { role, partner } });

const ledegem = at('OCMW Ledegem');
export const ann = ledegem('SOCIAL_WORKER', 'ann.maes');
export const joris = ledegem('SOCIAL_WORKER', 'joris.callewaert');
export const hilde = ledegem('COORDINATOR', 'hilde.debaere');
export const frank = ledegem('SIGNATORY', 'frank.lefever');
export const geert = ledegem('PARTNER_ADMIN', 'geert.vanhoutte');
export const nele = ledegem('DPO', 'nele.bossuyt');

const woondienst = at('Woondienst Regio Izegem');
export const bram = woondienst('HOUSING_COUNSELLOR', 'bram.vandeputte');
export const katrien = woondienst('HOUSING_COUNSELLOR', 'katrien.lagae');
export const sofie = woondienst('COORDINATOR', 'sofie.lambrecht');
export const dirk = woondienst('SIGNATORY', 'dirk.vansteenkiste');
export const wim = woondienst('PARTNER_ADMIN', 'wim.deceuninck');
export const marijke = woondienst('DPO', 'marijke.pattyn');
/** Supports the platform, which the Woondienst hosts. */
export const jelle = woondienst('PLATFORM_ADMIN', 'jelle.maertens');

const izegem = at('OCMW Izegem');
export const lies = izegem('SOCIAL_WORKER', 'lies.verhelst');
export const mohamed = izegem('SOCIAL_WORKER', 'mohamed.aitlahcen');
/** Stefanie has two capacities at one partner. */
export const stefanie = izegem('SOCIAL_WORKER', 'stefanie.naert');
export const stefanieCoordinates = izegem('COORDINATOR', 'stefanie.naert');
export const pieter = izegem('PARTNER_ADMIN', 'pieter.soenens');

export const sarah = at('OCMW Ingelmunster')('SOCIAL_WORKER', 'sarah.vandorpe');
/** Eva works for two partners, in one capacity at a time. */
export const evaInOostrozebeke = at('OCMW Oostrozebeke')('SOCIAL_WORKER', 'eva.declercq');
export const evaInWielsbeke = at('OCMW Wielsbeke')('SOCIAL_WORKER', 'eva.declercq');

const caw = at('CAW Centraal-West-Vlaanderen');
export const joke = caw('SOCIAL_WORKER', 'joke.termote');
export const amir = caw('SOCIAL_WORKER', 'amir.hosseini');
export const els = caw('COORDINATOR', 'els.boone');
export const nancy = caw('PARTNER_ADMIN', 'nancy.ketels');
export const jan = caw('DPO', 'jan.huyghe');

/** Landlords: Vivus and Thuiswest. */
export const tom = at('Vivus')('TENANCY_OFFICER', 'tom.claes');
export const linda = at('Vivus')('COORDINATOR', 'linda.verstraete');
export const johan = at('Vivus')('PARTNER_ADMIN', 'johan.decock');
export const lode = at('Vivus')('SIGNATORY', 'lode.vercruysse');
export const sien = at('Vivus')('DPO', 'sien.baert');
export const elke = at('Thuiswest')('TENANCY_OFFICER', 'elke.dumortier');
export const filip = at('Thuiswest')('COORDINATOR', 'filip.carlier');
export const greta = at('Thuiswest')('SIGNATORY', 'greta.moens');

export const jens = at('Energiehuis Woondienst Regio Izegem')('ENERGY_ADVISER', 'jens.vermandere');
export const ingrid = at('Energiehuis Woondienst Regio Izegem')('PARTNER_ADMIN', 'ingrid.maselis');
export const chris = at('Gemeente Ledegem')('PARTNER_ADMIN', 'chris.devriendt');
