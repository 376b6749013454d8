/** Whether an edit of a document does what it is meant to do. */
import { isDeepStrictEqual } from 'node:util';
import type { Edit, Plain } from '../edit.js';
import { SourceFile } from '../source.js';
import type { Value } from '../value.js';
import { parseYaml } from './parser.js';

type Tree = string | number | boolean | null | Tree[] | Map<string, Tree>;

/** True when the edited text reads as the document with the value at the path set, and nothing else changed. */
export function hasEffect(
  file: SourceFile,
  root: Value,
  edit: Edit,
  path: readonly (string | number)[],
  value: Plain,
): boolean {
  const lines = file.text.split('\n');
  const touched = lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.text.split('\n'));
  if (touched.some((line) => line.includes('{{'))) return false;
  const { result, problems } = parseYaml(new SourceFile(file.path, lines.join('\n')));
  const [edited, another] = result;
  if (!edited || another || problems.length > 0) return false;
  return isDeepStrictEqual(treeOf(edited), withSet(treeOf(root), path, treeOfPlain(value)));
}

function withSet(tree: Tree, path: readonly (string | number)[], value: Tree): Tree {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    return Array.isArray(tree) ? tree.map((item, at) => (at === key ? withSet(item, rest, value) : item)) : tree;
  }
  const map = tree instanceof Map ? tree : new Map<string, Tree>();
  return new Map(map).set(key, withSet(map.get(key) ?? null, rest, value));
}

/** Bounded: the parser bounds how deep values nest and how much aliases expand to. */
function treeOf(value: Value): Tree {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(treeOf);
    case 'map':
      return new Map([...value.entries].map(([key, entry]) => [key, treeOf(entry.value)]));
    case 'undetermined':
      return value.expression;
  }
}

function treeOfPlain(value: Plain): Tree {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(treeOfPlain);
  return new Map(Object.entries(value).map(([key, part]) => [key, treeOfPlain(part)]));
}
