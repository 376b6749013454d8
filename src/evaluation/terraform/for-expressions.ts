/** `[for …]` and `{for …}` */
import type { HclFor } from '../../syntax/hcl/ast.js';
import { list, mapping, type Entry, type Undetermined, type Value } from '../../syntax/value.js';
import { elementsOf, type Element } from './elements.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { scalarOf, truth } from './operators.js';
import { toText } from './primitives.js';
import { withName, type Scope } from './scope.js';
import { computed, open, sourceOf, spanOf } from './values.js';

/** What may be among the results besides those that are certain. */
type Rest = Undetermined | undefined;

export function evaluateFor(expression: HclFor, scope: Scope): Value {
  const collection = evaluate(expression.collection, scope);
  const span = spanOf(scope.file, expression);
  const source = sourceOf(scope.file, expression);
  if (collection.kind === 'undetermined') return open(source, span, [collection]);
  const { elements, rest } = elementsOf(collection);
  const restHere = rest && open(source, span, [rest]);
  const origin = computed(span, [collection]);
  if (!expression.resultKey) {
    const found = listResults(expression, elements, scope, restHere);
    return list(found.items, origin, found.rest);
  }
  const found = objectResults(expression, expression.resultKey, elements, scope, restHere);
  return mapping(found.entries, origin, found.rest);
}

function listResults(
  expression: HclFor,
  elements: readonly Element[],
  scope: Scope,
  known: Rest,
): { items: Value[]; rest: Rest } {
  const items: Value[] = [];
  let rest = known;
  for (const element of elements) {
    const inner = scopeOf(expression, element, scope);
    const wanted = isWanted(expression, inner);
    if (wanted === true) items.push(evaluate(expression.result, inner));
    else if (wanted !== false) rest = wanted;
  }
  return { items, rest };
}

function objectResults(
  expression: HclFor,
  resultKey: NonNullable<HclFor['resultKey']>,
  elements: readonly Element[],
  scope: Scope,
  known: Rest,
): { entries: Iterable<Entry>; rest: Rest } {
  const entries = new Map<string, Entry>();
  const groups = new Map<string, Value[]>();
  let rest = known;
  for (const element of elements) {
    const inner = scopeOf(expression, element, scope);
    const wanted = isWanted(expression, inner);
    if (wanted === false) continue;
    const key = wanted === true ? evaluate(resultKey, inner) : wanted;
    if (key.kind === 'undetermined') {
      rest = key;
      continue;
    }
    const name = toText(scalarOf(key));
    const value = evaluate(expression.result, inner);
    const group = groups.get(name);
    if (expression.group && group) {
      group.push(value);
      continue;
    }
    if (group) throw new Fault(`two elements have the key "${name}"`);
    const first = [value];
    groups.set(name, first);
    entries.set(name, {
      key: name,
      keySpan: key.origin.span,
      value: expression.group ? list(first, value.origin) : value,
    });
  }
  return { entries: entries.values(), rest };
}

function scopeOf(expression: HclFor, { key, value }: Element, scope: Scope): Scope {
  const named = withName(scope, expression.value, value);
  return expression.key === undefined ? named : withName(named, expression.key, key);
}

/** Whether an element passes the `if`; the open condition when that can't be told. */
function isWanted(expression: HclFor, scope: Scope): boolean | Undetermined {
  if (!expression.condition) return true;
  const condition = evaluate(expression.condition, scope);
  const decided = truth(condition);
  if (decided !== undefined) return decided;
  return open(sourceOf(scope.file, expression.condition), spanOf(scope.file, expression.condition), [condition]);
}
