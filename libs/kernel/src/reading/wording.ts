import { type FieldNode, getNamedType, type GraphQLOutputType, type GraphQLResolveInfo, isListType, isNonNullType, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import { Extensions } from '@nestjs/graphql';
import { allRecords, type RecordShape, shapeOf } from '../schema/record.js';
import { isAtSameSeat } from './dressed.js';
import { type Selection, selectionOf } from './selection.js';

const HANDS_ON = 'handsOn';

/** A door that hands on what the reading door gives it, and does not look at it: it may be had as finished text. */
export const HandsOn = (): MethodDecorator => Extensions({ [HANDS_ON]: true });

/** The finished text of an answer, JSON. */
export class Finished {
  constructor(readonly text: string) {}
}

/** What is asked for as finished text: `around`: the fields of the page in which the rows stand, none for rows by themselves. */
export class Wording {
  /** The same for what is asked in the same order. */
  readonly key: string;

  constructor(
    readonly selection: Selection,
    readonly around: readonly string[],
  ) {
    this.key = JSON.stringify(selection);
  }
}

/** How a door that hands on asks: rows, or their finished text where that was wanted (`wantsText`). */
export type Answer = Selection | Wording;

const TEXT = Symbol('finished text');
type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'> & { [TEXT]?: true };
const wordings = new WeakMap<FieldNode, Wording>();

/** Tells a door that hands on that its answer is wanted as finished text. */
export const wantsText = (info: GraphQLResolveInfo): GraphQLResolveInfo => ({ ...info, [TEXT]: true }) as GraphQLResolveInfo;

/** What is asked of a record by who hands the answer on. @param path as of `selectionOf` */
export function answerOf(info: Info, ...path: string[]): Answer {
  if (!info[TEXT]) return selectionOf(info, ...path);
  const [node] = info.fieldNodes;
  const known = wordings.get(node) ?? new Wording(selectionOf(info, ...path), path.length ? Object.keys(selectionOf(info)) : []);
  wordings.set(node, known);
  return known;
}

/**
 * Whether the answer of a root field can be had as finished text: a door that hands on, asked for nothing but what stands in the rows of one
 * dossier each, by the names that it has there.
 */
export function isPlain(field: { type: GraphQLOutputType; extensions: object }, node: FieldNode, fragments: GraphQLResolveInfo['fragments']): boolean {
  const type = getNamedType(field.type);
  if (!(HANDS_ON in field.extensions) || !isObjectType(type) || !node.selectionSet || !isBare(node.selectionSet, fragments)) return false;
  const selection = selectionOf({ fieldNodes: [node], fragments });
  const record = allRecords().find(({ name }) => name === type.name);
  if (record) return isOfRow(record, selection);
  const { nodes, ...rest } = selection;
  const rows = type.getFields().nodes && recordOf(type.getFields().nodes.type);
  return Boolean(rows && typeof nodes === 'object' && isOfRow(rows, nodes) && Object.keys(rest).every((each) => each === 'next'));
}

const recordOf = (type: GraphQLOutputType): RecordShape | undefined => {
  const list = isNonNullType(type) ? type.ofType : type;
  return isListType(list) ? allRecords().find(({ name }) => name === getNamedType(list).name) : undefined;
};

/** No field is called otherwise, has arguments of its own, or stands under a condition. */
function isBare({ selections }: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): boolean {
  return selections.every((each) => {
    if (each.directives?.length) return false;
    if (each.kind === Kind.FRAGMENT_SPREAD) return isBare(fragments[each.name.value].selectionSet, fragments);
    if (each.kind === Kind.INLINE_FRAGMENT) return isBare(each.selectionSet, fragments);
    return !each.alias && !each.arguments?.length && (!each.selectionSet || isBare(each.selectionSet, fragments));
  });
}

/** Whether a row of one record, with what hangs below it at the same dossier, tells all of a selection by itself. */
export function isOfRow(record: RecordShape, selection: Selection): boolean {
  return Object.entries(selection).every(([field, below]) => {
    if (field === 'may') return true;
    if (field === 'withheld') return typeof below === 'object' && Object.keys(below).join() === 'dataClass,why';
    const relation = record.relations.get(field);
    if (!relation) return record.columns.get(field)?.shown === true;
    const of = shapeOf(relation.of());
    return typeof below === 'object' && isOfRow(of, below) && (isAtSameSeat(record, relation) || !(of.seat ?? of.about));
  });
}
