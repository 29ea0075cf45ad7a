import type { ClientFieldsFragment, NewClient } from '../generated/graphql/graphql.js';
import { parseDay, typedDay } from '../shared/format.js';

const DAYS = ['birthDate', 'representativeUntil'] as const;
const COUNTS = ['adults', 'children'] as const;

/** The fields that are typed or chosen; everything in the form is text but the one tick. */
export type ClientField = Exclude<keyof NewClient, 'addressProtected'>;
export type ClientValues = { [field in ClientField]: string } & { addressProtected: boolean };

/** In the order of the form. */
export const CLIENT_FIELDS: readonly ClientField[] = [
  'givenName', 'familyName', 'birthDate', 'cirNumber', 'phone', 'email', 'street', 'postcode', 'municipality', 'language', 'contactNote', 'adults', 'children', 'householdNote',
  'representativeName', 'representativeKind', 'representativeFor', 'representativeScope', 'representativePhone', 'representativeUntil',
];

/** What stands in the form for a file. */
export const clientValuesOf = (client: Partial<ClientFieldsFragment>): ClientValues =>
  ({ ...Object.fromEntries(CLIENT_FIELDS.map((field) => [field, isDayField(field) ? typedDay(client[field]) : String(client[field] ?? '')])), addressProtected: client.addressProtected ?? false }) as ClientValues;

const isDayField = (field: ClientField): field is (typeof DAYS)[number] => (DAYS as readonly string[]).includes(field);
const isCountField = (field: ClientField): boolean => (COUNTS as readonly string[]).includes(field);

/** What the server is told for the given fields, beside the tick; an empty one clears it. */
export function clientInputOf(values: ClientValues, fields: readonly ClientField[] = CLIENT_FIELDS): NewClient {
  const entries = fields.map((field) => {
    const typed = values[field].trim();
    return [field, !typed ? null : isDayField(field) ? (parseDay(typed) ?? null) : isCountField(field) ? Number(typed) : typed];
  });
  return Object.fromEntries(entries) as NewClient;
}
