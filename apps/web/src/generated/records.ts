// Stand-in until `npm run generate` writes this file from the server's records.
export type FieldKind = 'id' | 'text' | 'choice' | 'flag' | 'count' | 'day' | 'moment' | 'list';
export type FieldRule = { class: string; kind: FieldKind; max?: number; min?: number; required?: boolean; values?: readonly string[] };

const identity = {
  givenName: { class: 'IDENTITY', kind: 'text', max: 100 },
  familyName: { class: 'IDENTITY', kind: 'text', max: 100 },
  birthDate: { class: 'IDENTITY', kind: 'day' },
} as const;
const contact = {
  phone: { class: 'CONTACT', kind: 'text', max: 40 },
  email: { class: 'CONTACT', kind: 'text', max: 200 },
  street: { class: 'CONTACT', kind: 'text', max: 200 },
  postcode: { class: 'CONTACT', kind: 'text', max: 10 },
  municipality: { class: 'CONTACT', kind: 'text', max: 100 },
  language: { class: 'CONTACT', kind: 'text', max: 100 },
  contactNote: { class: 'CONTACT', kind: 'text', max: 500 },
} as const;
const household = {
  adults: { class: 'HOUSEHOLD', kind: 'count', min: 0, max: 30 },
  children: { class: 'HOUSEHOLD', kind: 'count', min: 0, max: 30 },
  householdNote: { class: 'HOUSEHOLD', kind: 'text', max: 1000 },
} as const;

export const records = {
  Client: {
    ...identity,
    cirNumber: { class: 'IDENTITY', kind: 'text', max: 40 },
    ...contact,
    ...household,
    representativeName: { class: 'CONTACT', kind: 'text', max: 200 },
    representativeKind: { class: 'CONTACT', kind: 'choice', values: ['ADMINISTRATOR', 'GUARDIAN', 'PARENT'] },
    representativeScope: { class: 'CONTACT', kind: 'text', max: 500 },
    representativeUntil: { class: 'CONTACT', kind: 'day' },
    representativePhone: { class: 'CONTACT', kind: 'text', max: 40 },
  },
  Referral: {
    type: { class: 'CORE', kind: 'text' },
    urgent: { class: 'CORE', kind: 'flag' },
    question: { class: 'CORE', kind: 'text', max: 2000 },
    ...identity,
    ...contact,
    ...household,
    incomeSource: { class: 'INCOME', kind: 'choice', values: ['WAGE', 'SELF_EMPLOYED', 'UNEMPLOYMENT', 'SICKNESS', 'LIVING_WAGE', 'PENSION', 'OTHER', 'NONE'] },
    incomeNote: { class: 'INCOME', kind: 'text', max: 1000 },
    debtsNote: { class: 'DEBTS', kind: 'text', max: 1000 },
    housingSituation: { class: 'HOUSING', kind: 'choice', values: ['PRIVATE_RENT', 'SOCIAL_RENT', 'OWNER', 'WITH_FAMILY_OR_FRIENDS', 'SHELTER', 'INSTITUTION', 'HOMELESS', 'OTHER'] },
    housingNote: { class: 'HOUSING', kind: 'text', max: 2000 },
    housingWishes: { class: 'HOUSING', kind: 'text', max: 2000 },
  },
  Answer: {
    rejectText: { class: 'OUTCOME', kind: 'text', max: 1000 },
    advice: { class: 'OUTCOME', kind: 'text', max: 1000 },
    keptGround: { class: 'OUTCOME', kind: 'text', max: 500 },
  },
} as const;
