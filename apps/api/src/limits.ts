import { ApolloArmor } from '@escape.tech/graphql-armor';
import { getNamedType, getNullableType, GraphQLError, type GraphQLObjectType, isListType, isObjectType, Kind, OperationTypeNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

/** What one question may cost; each of these answers 400. */
export const LIMITS = { depth: 8, aliases: 15, rootFields: 10, nestedLists: 2, directives: 20, cost: 5000, tokens: 1500 } as const;

const armor = new ApolloArmor({
  maxDepth: { n: LIMITS.depth },
  maxAliases: { n: LIMITS.aliases },
  maxDirectives: { n: LIMITS.directives },
  costLimit: { maxCost: LIMITS.cost, depthCostFactor: 1.3 },
  blockFieldSuggestion: { enabled: false },
  // Its limit on tokens answers 500 (stack 21); the parser has one of its own.
  maxTokens: { enabled: false },
}).protect();

/** Each field at the top is a transaction of its own, whatever fragment it stands in; and there is nothing to subscribe to. */
const rootFields: ValidationRule = (context) => {
  const roots: unknown[] = [context.getSchema().getQueryType(), context.getSchema().getMutationType()];
  let count = 0;
  return {
    OperationDefinition({ operation }) {
      if (operation === OperationTypeNode.SUBSCRIPTION) context.reportError(new GraphQLError('There are no subscriptions.'));
    },
    Field() {
      if (roots.includes(context.getParentType()) && (count += 1) === LIMITS.rootFields + 1) context.reportError(new GraphQLError(`Root fields limit of ${LIMITS.rootFields} exceeded`));
    },
  };
};

/** Lists in lists multiply: the cost of a field says nothing of how many rows it stands in. */
const fewNestedLists: ValidationRule = (context) => ({
  OperationDefinition({ operation, selectionSet }) {
    const root = context.getSchema().getRootType(operation);
    if (root && nestedLists(context, selectionSet, root, new Map()) > LIMITS.nestedLists) context.reportError(new GraphQLError(`Nested lists limit of ${LIMITS.nestedLists} exceeded`));
  },
});

/** The most lists of records that stand in one another below a selection; each fragment is counted once. */
function nestedLists(context: ValidationContext, { selections }: SelectionSetNode, type: GraphQLObjectType, fragments: Map<string, number>): number {
  const counts = selections.map((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return nestedLists(context, node.selectionSet, type, fragments);
    if (node.kind === Kind.FIELD) {
      const field = type.getFields()[node.name.value];
      const below = field && getNamedType(field.type);
      if (!node.selectionSet || !isObjectType(below)) return 0;
      const multiplies = isListType(getNullableType(field.type)) && below.name !== 'Withheld';
      return (multiplies ? 1 : 0) + nestedLists(context, node.selectionSet, below, fragments);
    }
    const { value: name } = node.name;
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, 0); // in a circle, which another rule refuses
    const fragment = context.getFragment(name);
    const count = fragment ? nestedLists(context, fragment.selectionSet, type, fragments) : 0;
    fragments.set(name, count);
    return count;
  });
  return Math.max(0, ...counts);
}

export const limits: ValidationRule[] = [...armor.validationRules, rootFields, fewNestedLists];
export const limitPlugins = armor.plugins;
