/** The words of the house: closed lists that the database, the privacy book, GraphQL and the web share. */
import { registerEnumType } from '@nestjs/graphql';

/** A class of facts about a person: partners are granted classes, never single columns (domain c3). */
export enum DataClass {
  CORE = 'CORE',
  IDENTITY = 'IDENTITY',
  CONTACT = 'CONTACT',
  /** Where somebody lives: apart from the other ways to reach her, since an address can be protected (BR-P18). */
  ADDRESS = 'ADDRESS',
  HOUSEHOLD = 'HOUSEHOLD',
  /** How many persons, and whether the home must be accessible (c4 note 9): what is needed of HOUSEHOLD at least. */
  HOUSEHOLD_SIZE = 'HOUSEHOLD_SIZE',
  INCOME = 'INCOME',
  /** Whether the conditions of social rent are met (c4 note 10): what a housing company needs of INCOME. */
  INCOME_CONDITION = 'INCOME_CONDITION',
  /** Whether it is the lowest category, and when the proof was seen (c4 note 10): what the Energiehuis needs of INCOME. */
  INCOME_CATEGORY = 'INCOME_CATEGORY',
  DEBTS = 'DEBTS',
  HEALTH = 'HEALTH',
  JUDICIAL = 'JUDICIAL',
  HOUSING = 'HOUSING',
  /** What is wished of a home, and renting before from the receiver (c4 note 15): what a housing company needs of HOUSING. */
  HOUSING_WISHES = 'HOUSING_WISHES',
  /** Technical facts of the home (c4 note 15): what the Energiehuis needs of HOUSING. */
  HOUSING_TECHNICAL = 'HOUSING_TECHNICAL',
  OUTCOME = 'OUTCOME',
  PRIVATE_NOTE = 'PRIVATE_NOTE',
  /** Where the sender stands with all its receivers: each of them would else learn of the others. */
  PROGRESS = 'PROGRESS',
  /** What somebody writes to colleagues or to a partner on a dossier: for whom it was written, and never lent. */
  MESSAGE = 'MESSAGE',
}

/** Classes that are a part of another: who is lent the whole is lent each part of it too (c4, the m of the matrix). */
export const PART_OF: { readonly [part in DataClass]?: DataClass } = {
  HOUSEHOLD_SIZE: DataClass.HOUSEHOLD,
  INCOME_CONDITION: DataClass.INCOME,
  INCOME_CATEGORY: DataClass.INCOME,
  HOUSING_WISHES: DataClass.HOUSING,
  HOUSING_TECHNICAL: DataClass.HOUSING,
};

/** What binds somebody to silence: an attribute of the capacity, never of a diploma (BR-P8). */
export enum Regime {
  PROFESSIONAL_SECRECY = 'PROFESSIONAL_SECRECY',
  OFFICIAL_SECRECY = 'OFFICIAL_SECRECY',
  DISCRETION = 'DISCRETION',
}

export enum PartnerKind {
  WOONDIENST = 'WOONDIENST',
  OCMW = 'OCMW',
  MUNICIPALITY = 'MUNICIPALITY',
  CAW = 'CAW',
  HOUSING_COMPANY = 'HOUSING_COMPANY',
  ENERGY_HOUSE = 'ENERGY_HOUSE',
}

export enum Role {
  SOCIAL_WORKER = 'SOCIAL_WORKER',
  HOUSING_COUNSELLOR = 'HOUSING_COUNSELLOR',
  TENANCY_OFFICER = 'TENANCY_OFFICER',
  ENERGY_ADVISER = 'ENERGY_ADVISER',
  COORDINATOR = 'COORDINATOR',
  SIGNATORY = 'SIGNATORY',
  PARTNER_ADMIN = 'PARTNER_ADMIN',
  DPO = 'DPO',
  /** Keeps the portal itself running, at the partner that hosts it: sees no case content. */
  PLATFORM_ADMIN = 'PLATFORM_ADMIN',
}

/** Why a class of facts is not shown; says nothing about whether a value exists. */
export enum WhyWithheld {
  /** Somebody may share it here, and did not. */
  NOT_SHARED = 'NOT_SHARED',
  /** The reader is not bound by professional secrecy (BR-P2). */
  LAW_SECRECY = 'LAW_SECRECY',
  /** The reader holds a political mandate. */
  LAW_MANDATE = 'LAW_MANDATE',
  /** The address is protected, from everybody but who wrote it down (BR-P18). */
  PROTECTED_ADDRESS = 'PROTECTED_ADDRESS',
  /** The privacy book gives it to nobody in this role. */
  NOT_FOR_ROLE = 'NOT_FOR_ROLE',
}

/** The role of a partner at a dossier: its seat. */
export type SeatRole = 'OWNER' | 'SENDER' | 'RECEIVER' | 'FORMER_RECEIVER';

registerEnumType(DataClass, { name: 'DataClass', description: 'A class of facts about a person.' });
registerEnumType(Regime, { name: 'Regime', description: 'What binds somebody to silence.' });
registerEnumType(PartnerKind, { name: 'PartnerKind' });
registerEnumType(Role, { name: 'Role' });
registerEnumType(WhyWithheld, { name: 'WhyWithheld', description: 'Why a class of facts is not shown; says nothing about whether a value exists.' });
