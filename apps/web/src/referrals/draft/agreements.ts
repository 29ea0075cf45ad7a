import type { AgreedBy, AgreedWay, DataClass, NewAgreement } from '../../generated/graphql/graphql.js';
import { nameOf } from '../../shared/name.js';
import { agreedDay, type DraftValues } from './fields.js';
import type { DraftRow } from './use-draft.js';

/** About these one agrees apart. */
export const SENSITIVE: readonly DataClass[] = ['DEBTS', 'HEALTH', 'JUDICIAL'];

/** What stands in the form about who agreed to what, as the server is told. */
export function agreementsOf(values: DraftValues, row: DraftRow): NewAgreement[] {
  const { toldThat, toldPurpose, toldWhom, toldContent, minorAsked, agreedBy, agreedName, way } = values;
  const told = { toldThat, toldPurpose, toldWhom, toldContent, agreedOn: agreedDay(values.agreedOn)!, minorAsked };
  const chosen = [...new Set(values.receivers.flatMap(({ classes }) => classes))];
  const classes = chosen.filter((each) => !SENSITIVE.includes(each) || values.sensitive.includes(each));
  const client: NewAgreement = { ...told, classes, agreedBy: agreedBy as AgreedBy, agreedName: agreedName.trim(), way: way as AgreedWay };
  const others = row.persons.filter(({ id, leftOut }) => !leftOut && values.household[id]);
  return [client, ...others.map((person): NewAgreement => ({ ...told, minorAsked: true, personId: person.id, classes: [], agreedBy: values.household[person.id] as AgreedBy, agreedName: (values.household[person.id] === 'CLIENT' ? nameOf(person) : agreedName.trim()) ?? '', way: way as AgreedWay }))];
}
