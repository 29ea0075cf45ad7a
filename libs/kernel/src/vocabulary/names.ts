import { DataClass } from './vocabulary.js';

const NAMES: { readonly [each in DataClass]: string } = {
  CORE: 'De vraag', IDENTITY: 'Naam en geboortedatum', CONTACT: 'Contactgegevens', ADDRESS: 'Adres', HOUSEHOLD: 'Gezin', HOUSEHOLD_SIZE: 'Gezinsgrootte',
  INCOME: 'Inkomen', INCOME_CONDITION: 'Voldoet aan de inkomensvoorwaarden', INCOME_CATEGORY: 'Laagste inkomenscategorie', DEBTS: 'Schulden',
  HEALTH: 'Gezondheid en psychosociaal', JUDICIAL: 'Gerechtelijke gegevens', HOUSING: 'Woonsituatie', HOUSING_WISHES: 'Woonwensen',
  HOUSING_TECHNICAL: 'Technische gegevens van de woning', OUTCOME: 'Beslissing en resultaat', PRIVATE_NOTE: 'Eigen notitie', PROGRESS: 'Voortgang bij de afzender', MESSAGE: 'Bericht',
};

/** What a class of facts is called in sentences and on paper. */
export const nameOf = (dataClass: DataClass): string => NAMES[dataClass];
/** Several of them in one sentence, in lower case. */
export const namesOf = (classes: readonly DataClass[]): string => classes.map((each) => NAMES[each].toLowerCase()).join(', ');
