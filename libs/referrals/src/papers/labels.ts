/** What the fields of a referral are called on paper. */
export const LABELS: { readonly [field: string]: string } = {
  givenName: 'Voornaam', familyName: 'Familienaam', birthDate: 'Geboortedatum', phone: 'Telefoon', email: 'E-mail', language: 'Taal', contactNote: 'Over het contact', street: 'Straat en nummer', postcode: 'Postcode', municipality: 'Gemeente',
  adults: 'Volwassenen', children: 'Kinderen', accessibleHome: 'Toegankelijke woning nodig', householdNote: 'Over het gezin', incomeSource: 'Bron van inkomen', incomeNote: 'Over het inkomen',
  meetsIncomeCondition: 'Voldoet aan de inkomensvoorwaarden', lowestIncomeCategory: 'Laagste inkomenscategorie', incomeProofOn: 'Bewijs gezien op', debtsNote: 'Over de schulden', housingSituation: 'Woont nu',
  housingNote: 'Over de woning en wat voorafging', housingWishes: 'Woonwensen', pastTenancyNote: 'Huurde vroeger bij deze woonmaatschappij', heating: 'Verwarming', homeNote: 'Technische gegevens',
};

/** What the closed words in those fields are called on paper. */
export const CHOICES: { readonly [field: string]: { readonly [value: string]: string } } = {
  incomeSource: { WAGE: 'loon', SELF_EMPLOYED: 'zelfstandige', UNEMPLOYMENT: 'werkloosheid', SICKNESS: 'ziekte of invaliditeit', LIVING_WAGE: 'leefloon', PENSION: 'pensioen', OTHER: 'ander inkomen', NONE: 'geen inkomen' },
  housingSituation: { PRIVATE_RENT: 'huurt privé', SOCIAL_RENT: 'huurt sociaal', OWNER: 'eigenaar', WITH_FAMILY_OR_FRIENDS: 'bij familie of vrienden', SHELTER: 'in de opvang', INSTITUTION: 'in een instelling', HOMELESS: 'zonder woning', OTHER: 'anders' },
  heating: { GAS: 'aardgas', OIL: 'stookolie', ELECTRIC: 'elektriciteit', WOOD_OR_PELLETS: 'hout of pellets', COAL: 'kolen', NONE: 'geen verwarming', UNKNOWN: 'niet geweten' },
};
