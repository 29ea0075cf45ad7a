import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

/** Says everything that is wrong with reference data at once, each with its file and line. */
export class ReferenceFaults extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Reference data cannot be used, ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}:\n${faults.join('\n')}`);
  }
}

/** A file that has its shape, and knows on which line each part of it stands. */
export interface Opened<T> {
  readonly file: string;
  readonly value: T;
  /** Words a fault that only shows beside other parts or other files. */
  fault(path: Path, reason: string): string;
}

/** Reads one YAML file as an instance of `Shape`, or throws `ReferenceFaults`. */
export const loadYaml = <T extends object>(file: string, Shape: new () => T): T => openYaml(file, Shape).value;

/** Like `loadYaml`, for who checks on: the answer still knows the lines. */
export function openYaml<T extends object>(file: string, Shape: new () => T): Opened<T> {
  const lines = new LineCounter();
  // Keys that stand twice are found below: there each one has its path.
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const said = (offset: number, path: Path, reason: string) => ({ offset, text: `${file}:${lines.linePos(offset).line}: ${written(path)}: ${reason}` });
  const fault = (path: Path, reason: string) => said(offsetOf(document, path), path, reason);
  const refuse = (faults: ReturnType<typeof said>[]) => {
    if (faults.length > 0) throw new ReferenceFaults(faults.sort((one, other) => one.offset - other.offset).map(({ text }) => text));
  };

  refuse([...document.errors, ...document.warnings].map((error) => said(error.pos[0], [], error.message)));
  refuse([...keysTwice(document.contents, [])].map(({ offset, path }) => said(offset, path, 'stands here twice')));
  // A key without a value says nothing, so it counts as absent.
  const plain: unknown = document.toJS({ reviver: (_, value: unknown) => value ?? undefined });
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) throw new ReferenceFaults([said(0, [], 'must hold keys with values').text]);
  const value = plainToInstance(Shape, plain);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  refuse(errors.flatMap((error) => reasons(error, [])).map(({ path, reason }) => fault(path, reason)));
  return { file, value, fault: (path, reason) => fault(path, reason).text };
}

const written = (path: Path): string => path.reduce<string>((text, step) => text + (/^\d+$/.test(String(step)) ? `[${step}]` : `${text && '.'}${step}`), '') || 'the file';

function reasons(error: ValidationError, above: Path): { path: Path; reason: string }[] {
  const path = [...above, error.property];
  const below = (error.children ?? []).flatMap((child) => reasons(child, path));
  const constraints = Object.entries(error.constraints ?? {});
  if (constraints.length === 0) return below;
  if (error.value === undefined) return [{ path, reason: 'is missing' }, ...below];
  return [...constraints.map(([name, message]) => ({ path, reason: inPlainWords(name, message, error) })), ...below];
}

function inPlainWords(name: string, message: string, { property, value }: ValidationError): string {
  if (name === 'whitelistValidation') return 'is not a known key';
  if (name === 'nestedValidation') return 'must hold keys with values';
  if (name === 'isString') return [value].flat().some((one) => typeof one === 'number') ? 'must be text: write the number between quotes' : 'must be text';
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}

function* keysTwice(node: Node | null, path: Path): Generator<{ offset: number; path: Path }> {
  if (isSeq<Node>(node)) for (const [index, item] of node.items.entries()) yield* keysTwice(item, [...path, index]);
  if (!isMap<Node, Node | null>(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = nameOf(key);
    if (seen.has(name)) yield { offset: start(key), path: [...path, name] };
    seen.add(name);
    yield* keysTwice(value, [...path, name]);
  }
}

/** Where a path stands; when it is missing, where the part stands that lacks it. */
function offsetOf(document: Document, path: Path): number {
  let node = document.contents;
  let offset = start(node);
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(({ key }) => nameOf(key) === String(step));
      if (!pair) return offset;
      offset = start(pair.key);
      node = pair.value;
    } else if (isSeq<Node>(node)) {
      node = node.items[Number(step)] ?? null;
      offset = node ? start(node) : offset;
    } else return offset;
  }
  return offset;
}

const nameOf = (key: Node): string => (isScalar(key) ? String(key.value) : key.toString());
const start = (node: Node | null): number => node?.range?.[0] ?? 0;
