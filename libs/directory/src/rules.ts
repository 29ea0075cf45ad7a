import { DataClass, PartnerKind, Regime, Role } from '../../kernel/src/vocabulary/vocabulary.js';

/** The regime of a partner's people unless its region file says otherwise (BR-P8, decisions 6). */
export const REGIME_OF: Readonly<Record<PartnerKind, Regime>> = {
  // Assumed until its legal form is known: F-7.
  [PartnerKind.WOONDIENST]: Regime.PROFESSIONAL_SECRECY,
  [PartnerKind.OCMW]: Regime.PROFESSIONAL_SECRECY,
  [PartnerKind.CAW]: Regime.PROFESSIONAL_SECRECY,
  [PartnerKind.MUNICIPALITY]: Regime.OFFICIAL_SECRECY,
  [PartnerKind.HOUSING_COMPANY]: Regime.DISCRETION,
  [PartnerKind.ENERGY_HOUSE]: Regime.DISCRETION,
};

/** The roles that work on files. */
export const WORKERS: readonly Role[] = [Role.SOCIAL_WORKER, Role.HOUSING_COUNSELLOR, Role.TENANCY_OFFICER, Role.ENERGY_ADVISER];
/** Who supports the platform works at the one partner that hosts it, whatever its kind. */
const OFFICE: readonly Role[] = [Role.SIGNATORY, Role.PARTNER_ADMIN, Role.DPO, Role.PLATFORM_ADMIN];

/** The roles that a partner may give its people (c2, decisions 2). A municipality has no client content, so nobody there handles dossiers (c4). */
export const ROLES_AT: Readonly<Record<PartnerKind, readonly Role[]>> = {
  [PartnerKind.WOONDIENST]: [Role.HOUSING_COUNSELLOR, Role.COORDINATOR, ...OFFICE],
  [PartnerKind.OCMW]: [Role.SOCIAL_WORKER, Role.COORDINATOR, ...OFFICE],
  [PartnerKind.CAW]: [Role.SOCIAL_WORKER, Role.COORDINATOR, ...OFFICE],
  [PartnerKind.MUNICIPALITY]: OFFICE,
  [PartnerKind.HOUSING_COMPANY]: [Role.TENANCY_OFFICER, Role.COORDINATOR, ...OFFICE],
  [PartnerKind.ENERGY_HOUSE]: [Role.ENERGY_ADVISER, Role.COORDINATOR, ...OFFICE],
};

/** Who answers what is asked of a partner of a kind (decisions 2). */
export const ANSWERS: Readonly<Record<PartnerKind, Role>> = {
  [PartnerKind.WOONDIENST]: Role.HOUSING_COUNSELLOR,
  [PartnerKind.OCMW]: Role.SOCIAL_WORKER,
  [PartnerKind.CAW]: Role.SOCIAL_WORKER,
  [PartnerKind.HOUSING_COMPANY]: Role.TENANCY_OFFICER,
  [PartnerKind.ENERGY_HOUSE]: Role.ENERGY_ADVISER,
  [PartnerKind.MUNICIPALITY]: Role.COORDINATOR,
};

/** Whether a partner may give this role to its people: that of its kind, and support at the host alone. */
export const givesRole = ({ kind, host }: { kind: PartnerKind; host: boolean }, role: Role): boolean => ROLES_AT[kind].includes(role) && (role !== Role.PLATFORM_ADMIN || host);

/** What binds somebody in a role to silence: support works on no file, so its secrecy is not a worker's (record 19). */
export const regimeOf = (kind: PartnerKind, role: Role): Regime => (role === Role.PLATFORM_ADMIN ? Regime.DISCRETION : REGIME_OF[kind]);

/** Health and judicial facts go to who is bound by professional secrecy (BR-P2); a private note stays with its author (c3), where the sender stands with the sender, a message with whom it was written for. */
export const mayFlowTo = (regime: Regime, dataClass: DataClass): boolean =>
  dataClass !== DataClass.PRIVATE_NOTE &&
  dataClass !== DataClass.PROGRESS &&
  dataClass !== DataClass.MESSAGE &&
  (regime === Regime.PROFESSIONAL_SECRECY || (dataClass !== DataClass.HEALTH && dataClass !== DataClass.JUDICIAL));
