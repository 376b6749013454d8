/** Positioned values seen with other keys or scalars; places stay. */
import type { Entry, Mapping, Scalar, Value } from '../../syntax/value.js';

export interface Rules {
  readonly scalar?: (value: Scalar) => Value;
  /** The entries that stand for one. */
  readonly entry?: (entry: Entry) => readonly Entry[];
  /** After the entries of it. */
  readonly map?: (map: Mapping) => Mapping;
}

/** Objects of Kubernetes are not nested deeper; what is stays as it is. */
const deepest = 60;

/** Every part of a value by rules. Parts that are shared stay shared, so that what explodes by aliases stays small. */
export function rewritten(value: Value, rules: Rules): Value {
  const seen = new Map<Value, Value>();
  const walk = (at: Value, depth: number): Value => {
    const earlier = seen.get(at);
    if (earlier) return earlier;
    const result = depth === 0 ? at : partsOf(at, depth);
    seen.set(at, result);
    return result;
  };
  const partsOf = (at: Value, depth: number): Value => {
    switch (at.kind) {
      case 'scalar':
        return rules.scalar ? rules.scalar(at) : at;
      case 'undetermined':
        return at.candidates ? { ...at, candidates: at.candidates.map((each) => walk(each, depth - 1)) } : at;
      case 'list':
        return { ...at, items: at.items.map((item) => walk(item, depth - 1)) };
      case 'map': {
        const entries = [...at.entries.values()]
          .map((each) => ({ ...each, value: walk(each.value, depth - 1) }))
          .flatMap((each) => (rules.entry ? rules.entry(each) : [each]));
        const map = { ...at, entries: new Map(entries.map((each) => [each.key, each])) };
        return rules.map ? rules.map(map) : map;
      }
    }
  };
  return walk(value, deepest);
}
