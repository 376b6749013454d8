/** The body of a resource while settings are put into it, property by property. */
import type { Span } from '../../syntax/source.js';
import { isNull, list, literal, mapping } from '../../syntax/value.js';
import type { Entry, List, Mapping, Undetermined, Value } from '../../syntax/value.js';

/** An object under construction: what is put below it later is merged into it. */
export interface Draft {
  readonly kind: 'draft';
  readonly nodes: Map<string, Node>;
}

/** A block that further blocks of its kind were put behind. */
interface Blocks {
  readonly kind: 'blocks';
  readonly first: Draft;
  readonly others: List;
}

type Node = Draft | Blocks | Value;

export function draft(): Draft {
  return { kind: 'draft', nodes: new Map() };
}

/**
 * Puts a value at a path. Objects are merged, a list or object and another list are joined, anything else is replaced; null
 * takes the property away again.
 */
export function put(into: Draft, path: readonly string[], value: Value): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const existing = into.nodes.get(key);
  if (rest.length === 0) {
    into.nodes.set(key, existing ? combined(existing, value) : value);
    return;
  }
  // Below something that is not an object, or open as a whole, nothing can be set apart.
  const inside = existing ? opened(existing) : draft();
  if (!inside) return;
  if (existing?.kind !== 'blocks') into.nodes.set(key, inside);
  put(inside, rest, value);
}

/** What stands at a path so far. */
export function drafted(from: Draft, path: readonly string[], frozen: Freeze): Value | undefined {
  let at: Node | undefined = from;
  for (const [index, key] of path.entries()) {
    at = at && opened(at)?.nodes.get(key);
    if (at && index === path.length - 1) return frozen(at, path.slice(0, index + 1));
  }
  return undefined;
}

export type Freeze = (node: Node, path: readonly string[]) => Value;

function combined(existing: Node, value: Value): Node {
  if (isAbsent(existing) || isNull(value)) return value;
  if (value.kind === 'map') {
    const into = opened(existing);
    if (!into) return value;
    for (const { key, value: inner } of value.entries.values()) put(into, [key], inner);
    return into;
  }
  if (value.kind !== 'list') return value;
  switch (existing.kind) {
    case 'draft':
      return { kind: 'blocks', first: existing, others: value };
    case 'blocks':
      return { ...existing, others: list([...existing.others.items, ...value.items], value.origin, value.rest) };
    default:
      return joined(existing, value);
  }
}

function joined(existing: Value, more: List): Value {
  if (existing.kind === 'scalar') return more;
  if (existing.kind === 'undetermined') return list(more.items, more.origin, existing);
  if (existing.kind === 'map') return list([existing, ...more.items], existing.origin, more.rest);
  return list([...existing.items, ...more.items], existing.origin, existing.rest ?? more.rest);
}

function isAbsent(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function opened(node: Node): Draft | undefined {
  if (node.kind === 'draft') return node;
  if (node.kind === 'blocks') return node.first;
  if (node.kind !== 'map' || node.rest) return undefined;
  return { kind: 'draft', nodes: new Map([...node.entries.values()].map(({ key, value }) => [key, value])) };
}

/**
 * The finished value. Objects whose keys are all numbers are lists.
 * @param rest what else may be set in every object, where that is open
 * @param built told of every object with its path, so that a fix finds the way back
 */
export function freezing(
  span: Span,
  rest: Undetermined | undefined,
  built: (object: Mapping, path: readonly string[]) => void,
): Freeze {
  const freeze: Freeze = (node, path) => {
    if (node.kind === 'blocks') {
      const { items, rest: further } = node.others;
      return list([freeze(node.first, path), ...items], literal(span), further);
    }
    if (node.kind !== 'draft') return node;
    const entries = [...node.nodes].map(([key, value]): Entry => ({
      key,
      keySpan: span,
      value: freeze(value, [...path, key]),
    }));
    if (entries.length > 0 && entries.every(({ key }) => /^\d+$/.test(key))) {
      return list(
        entries.map(({ value }) => value),
        literal(span),
      );
    }
    const object = mapping(entries, literal(span), rest);
    built(object, path);
    return object;
  };
  return freeze;
}
