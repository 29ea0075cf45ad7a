import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, isNonNullType, Kind, type SelectionNode } from 'graphql';
import { Finished, isPlain, wantsText } from '#kernel';

const NAMED = '_text';
const TEXT = new GraphQLScalarType({ name: 'FinishedText', serialize: (value) => value });

/** The schema with a second door beside each, whose answer is one finished text: for questions that `asText` makes, and nobody else. */
export function withTexts(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const more = (type: GraphQLObjectType | null | undefined): GraphQLObjectType | null | undefined => {
    if (!type) return type;
    const { fields, ...rest } = type.toConfig();
    const texts = Object.entries(fields).map(([name, field]) => [
      `${name}${NAMED}`,
      { ...field, type: isNonNullType(field.type) ? new GraphQLNonNull(TEXT) : TEXT, resolve: field.resolve && ((...[source, args, context, info]: Parameters<typeof field.resolve>) => field.resolve!(source, args, context, wantsText(info))) },
    ]);
    return new GraphQLObjectType({ ...rest, fields: { ...fields, ...(Object.fromEntries(texts) as typeof fields) } });
  };
  const roots: unknown[] = [config.query, config.mutation];
  return new GraphQLSchema({ ...config, types: config.types.filter((type) => !roots.includes(type)), query: more(config.query), mutation: more(config.mutation) });
}

/** A question, with each field at the top as finished text that can be had so; null when there is none. */
export function asText(schema: GraphQLSchema, document: DocumentNode, operationName?: string): DocumentNode | null {
  const fragments = Object.fromEntries(document.definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
  const asked = (node: SelectionNode, fields: ReturnType<GraphQLObjectType['getFields']>): SelectionNode => {
    if (node.kind !== Kind.FIELD || node.directives?.length || !fields[node.name.value] || !isPlain(fields[node.name.value], node, fragments)) return node;
    return { ...node, alias: node.alias ?? node.name, name: { ...node.name, value: `${node.name.value}${NAMED}` } } satisfies FieldNode;
  };
  let changed = false;
  const definitions = document.definitions.map((each) => {
    const type = each.kind === Kind.OPERATION_DEFINITION && (!operationName || each.name?.value === operationName) ? schema.getRootType(each.operation) : null;
    if (!type || each.kind !== Kind.OPERATION_DEFINITION) return each;
    const selections = each.selectionSet.selections.map((node) => asked(node, type.getFields()));
    changed ||= selections.some((node, at) => node !== each.selectionSet.selections[at]);
    return { ...each, selectionSet: { ...each.selectionSet, selections } };
  });
  return changed ? { ...document, definitions } : null;
}

/** An answer as JSON; what is finished stands in it as it is. */
export const written = (data: object | null): string =>
  data === null ? 'null' : `{${Object.entries(data as { [field: string]: unknown }).map(([field, value]) => `"${field}":${value instanceof Finished ? value.text : JSON.stringify(value)}`).join(',')}}`;
