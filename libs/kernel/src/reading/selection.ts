import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What a reader asks of a record: names of columns, and of relations with what is asked of them. */
export type Selection = { readonly [field: string]: Selection | true };

/**
 * The selection under a root field, fragments unfolded.
 * @param path names of the fields between the root field and the record (`nodes` of a page)
 */
export function selectionOf(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, ...path: string[]): Selection {
  const [node, ...more] = info.fieldNodes;
  if (more.length) return below(merged(info.fieldNodes, info), path);
  // A node stands in one document, which is parsed once.
  const known = selections.get(node) ?? new Map<string, Selection>();
  selections.set(node, known);
  const name = path.join('.');
  const selection = known.get(name) ?? below(merged(info.fieldNodes, info), path);
  known.set(name, selection);
  return selection;
}

const selections = new WeakMap<FieldNode, Map<string, Selection>>();

function below(root: Selection, path: readonly string[]): Selection {
  let selection: Selection | true = root;
  for (const name of path) selection = (selection === true ? undefined : selection[name]) ?? {};
  return selection === true ? {} : selection;
}

function merged(nodes: readonly FieldNode[], info: Pick<GraphQLResolveInfo, 'fragments'>): Selection {
  const found: { [field: string]: Selection | true } = {};
  for (const node of nodes) if (node.selectionSet) collect(node.selectionSet, info, found);
  return found;
}

function collect(set: SelectionSetNode, info: Pick<GraphQLResolveInfo, 'fragments'>, found: { [field: string]: Selection | true }): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FRAGMENT_SPREAD) collect(info.fragments[node.name.value].selectionSet, info, found);
    else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, info, found);
    else if (!node.selectionSet) found[node.name.value] ??= true;
    else {
      const deeper: { [field: string]: Selection | true } = { ...(typeof found[node.name.value] === 'object' ? (found[node.name.value] as Selection) : {}) };
      collect(node.selectionSet, info, deeper);
      found[node.name.value] = deeper;
    }
  }
}

/** The same text for the same selection, whatever its order. */
export function keyOf(selection: Selection): string {
  const known = keys.get(selection);
  if (known !== undefined) return known;
  const key = Object.entries(selection)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, below]) => (below === true ? field : `${field}{${keyOf(below)}}`))
    .join(' ');
  keys.set(selection, key);
  return key;
}

const keys = new WeakMap<Selection, string>();
