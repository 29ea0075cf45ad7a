import type { AgreedBy, AgreedWay, DataClass, NewAgreement } from '../../generated/graphql/graphql.js';
import { nameOf } from '../../shared/name.js';
import { agreedDay, type DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';

/** About these one agrees apart. */
export const SENSITIVE: readonly DataClass[] = ['DEBTS', 'HEALTH', 'JUDICIAL'];

/** How somebody agreed, herself or through somebody else: in one conversation all agree in the same way. */
export const wayOf = (way: string, isHerself: boolean): AgreedWay => {
  const isSigned = way.endsWith('SIGNED');
  if (isHerself) return isSigned ? 'SIGNED' : 'ORAL';
  return isSigned ? 'BY_REPRESENTATIVE_SIGNED' : 'BY_REPRESENTATIVE_ORAL';
};

/** What stands in the form about who agreed to what, as the server is told. */
export function agreementsOf(values: DraftValues, row: DraftRow): NewAgreement[] {
  const { toldThat, toldPurpose, toldWhom, toldContent, minorAsked, agreedBy, agreedName, way } = values;
  const told = { toldThat, toldPurpose, toldWhom, toldContent, agreedOn: agreedDay(values.agreedOn)! };
  const chosen = [...new Set(values.receivers.flatMap(({ classes }) => classes))];
  const classes = chosen.filter((each) => !SENSITIVE.includes(each) || values.sensitive.includes(each));
  const client: NewAgreement = { ...told, classes, minorAsked, agreedBy: agreedBy as AgreedBy, agreedName: agreedName.trim(), way: way as AgreedWay };
  const others = row.persons.flatMap((person): NewAgreement[] => {
    const agreement = values.household[person.id];
    if (person.leftOut || !agreement?.by) return [];
    const isHerself = agreement.by === 'CLIENT';
    return [{ ...told, personId: person.id, classes: [], minorAsked: agreement.minorAsked, agreedBy: agreement.by as AgreedBy, agreedName: isHerself ? (nameOf(person) ?? '') : agreement.name.trim(), way: wayOf(way, isHerself) }];
  });
  return [client, ...others];
}
