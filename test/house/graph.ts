import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, getIntrospectionQuery, getNamedType, getNullableType, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, type IntrospectionQuery, isEnumType, isInputObjectType, isListType, isObjectType, isRequiredArgument, isRequiredInputField } from 'graphql';
import type { Person } from '../cast/cast.js';
import type { TestPortal } from '../support/portal.js';

/** One place where somebody may name a row: a root field and the path of an argument of type ID. */
export type Edge = { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown>; path: string[] };
export type Values = { [argument: string]: unknown };

export const committedSchema = (): GraphQLSchema => buildSchema(readFileSync('docs/schema.graphql', 'utf8'));

/** The schema that a portal really serves. */
export async function servedSchema(portal: TestPortal, who: Person): Promise<GraphQLSchema> {
  const { data } = await portal.graphql<IntrospectionQuery>(getIntrospectionQuery(), {}, who);
  return buildClientSchema(data);
}

const fieldsOf = (type: GraphQLObjectType | null | undefined): GraphQLField<unknown, unknown>[] => Object.values(type?.getFields() ?? {});

export function rootFields(schema: GraphQLSchema): { kind: Edge['kind']; field: GraphQLField<unknown, unknown> }[] {
  return [...fieldsOf(schema.getQueryType()).map((field) => ({ kind: 'query' as const, field })), ...fieldsOf(schema.getMutationType()).map((field) => ({ kind: 'mutation' as const, field }))];
}

/** Every way to name a row; the key of an act names none. */
export function edgesOf(schema: GraphQLSchema): Edge[] {
  const under = (type: GraphQLInputType, path: string[]): string[][] => {
    const named = getNamedType(type);
    if (named.name === 'ID') return [path];
    return isInputObjectType(named) ? Object.values(named.getFields()).flatMap((field) => under(field.type, [...path, field.name])) : [];
  };
  return rootFields(schema).flatMap(({ kind, field }) => field.args.filter(({ name }) => name !== 'key').flatMap((argument) => under(argument.type, [argument.name]).map((path) => ({ kind, field, path }))));
}

export const nameOf = ({ field, path }: Pick<Edge, 'field' | 'path'>): string => [field.name, ...path].join('.');

/** A value that every check of the form lets through; for what need not be there, none. */
function valueOf(input: GraphQLArgument | GraphQLInputField): unknown {
  const type = getNullableType(input.type);
  if (isListType(type)) return [];
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter(isRequiredInputField).map((field) => [field.name, valueOf(field)]));
  if (isEnumType(type)) return type.getValues()[0].name;
  const words: Values = { ID: crypto.randomUUID(), String: 'Een zin.', Int: 1, Boolean: true, Day: '2026-01-05' };
  return words[getNamedType(type).name];
}

/** A question at a root field: required arguments filled in, `values` over them by path; of a list, in its one element. */
export function questionAt({ kind, field }: Pick<Edge, 'kind' | 'field'>, values: Values, shows?: string): { query: string; variables: Values } {
  const variables = Object.fromEntries(field.args.filter(isRequiredArgument).map((argument) => [argument.name, valueOf(argument)]));
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    put(variables, field.args, names, value);
  }
  const used = field.args.filter(({ name }) => name in variables);
  const declared = used.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const given = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return { query: `${kind} ${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${shows ?? selectionOf(field.type, 1)} }`, variables };
}

function put(at: Values, inputs: readonly (GraphQLArgument | GraphQLInputField)[], [name, ...deeper]: string[], value: unknown): void {
  const input = inputs.find((each) => each.name === name);
  if (!input) throw new Error(`There is no ${name}`);
  const type = getNullableType(input.type);
  if (!deeper.length) return void (at[name] = isListType(type) && !Array.isArray(value) ? [value] : value);
  const named = getNamedType(type);
  if (!isInputObjectType(named)) throw new Error(`${name} has no ${deeper.join('.')}`);
  const fields = Object.values(named.getFields());
  const fresh = () => Object.fromEntries(fields.filter(isRequiredInputField).map((field) => [field.name, valueOf(field)]));
  const present = isListType(type) ? (at[name] as Values[] | undefined)?.[0] : (at[name] as Values | undefined);
  const inner = { ...(present ?? fresh()) };
  put(inner, fields, deeper, value);
  at[name] = isListType(type) ? [inner] : inner;
}

/** What the portal lets one ask of lists in one another. */
const NESTED_LISTS = 2;

/** Everything that can be asked of a type so many relations deep, in as many questions as the limits of the portal make of it. */
export function selectionsOf(type: GraphQLOutputType, depth: number, lists = 0): string[] {
  const named = getNamedType(type);
  if (!isObjectType(named)) return [''];
  const within = lists + (isListType(getNullableType(type)) ? 1 : 0);
  if (within > NESTED_LISTS) return [];
  const fields = Object.values(named.getFields());
  const small = (field: GraphQLField<unknown, unknown>) => ['Withheld', 'Term'].includes(getNamedType(field.type).name);
  const leaves = fields.map((field) => (small(field) ? `${field.name} ${selectionOf(field.type, 0)}` : isObjectType(getNamedType(field.type)) ? '' : field.name)).filter(Boolean);
  const deeper = fields.filter((field) => isObjectType(getNamedType(field.type)) && !small(field)).flatMap((field) => (depth > 0 ? selectionsOf(field.type, depth - 1, within).map((below) => `{ ${field.name} ${below} }`) : []));
  return [...(leaves.length ? [`{ ${leaves.join(' ')} }`] : []), ...deeper];
}

/** Everything that can be asked of a type, so many relations deep. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const parts = Object.values(named.getFields()).map((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return field.name;
    const deeper = ['Withheld', 'Term'].includes(below.name) ? depth : depth - 1;
    return deeper < 0 ? '' : `${field.name} ${selectionOf(below, deeper)}`;
  });
  return `{ ${parts.filter(Boolean).join(' ')} }`;
}

/** These words in each search by words. */
export const finding = (...words: string[]): { [field: string]: Values[] } => Object.fromEntries(['foundClients', 'foundReferrals', 'foundConsults', 'foundMessages'].map((field) => [field, words.map((each) => ({ words: each }))]));
