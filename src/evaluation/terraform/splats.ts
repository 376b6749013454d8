/** `source[*].name` and `source.*.name` */
import type { HclSplat } from '../../syntax/hcl/ast.js';
import { isNull, list, type Value } from '../../syntax/value.js';
import { evaluate } from './expressions.js';
import { attemptAll, choice } from './lift.js';
import { extend } from './references.js';
import { withName, type Scope } from './scope.js';
import { carry, computed, open, sourceOf, spanOf } from './values.js';

/** No name of the language: what stands for the element inside a splat. */
export const splatItem = '[*]';

/** Every element of a list; a value that is no list counts as a list of one, null as an empty one. */
export function evaluateSplat(expression: HclSplat, scope: Scope): Value {
  return splat(expression, evaluate(expression.source, scope), scope);
}

function splat(expression: HclSplat, source: Value, scope: Scope): Value {
  const span = spanOf(scope.file, expression);
  const origin = computed(span, [source]);
  const each = (item: Value): Value => evaluate(expression.each, withName(scope, splatItem, item));
  switch (source.kind) {
    case 'undetermined': {
      if (source.candidates) {
        const results = attemptAll(source.candidates, (candidate) => splat(expression, candidate, scope));
        return choice(results, sourceOf(scope.file, expression), span, [source]);
      }
      const path = scope.file.text.slice(expression.source.end, expression.end).replace(/\s+/g, '');
      return extend(source, path.replace(/^\.\*/, '[*]'), origin);
    }
    case 'list': {
      const items = source.items.map((item) => each(carry(item, source.origin)));
      return list(items, origin, source.rest && open(sourceOf(scope.file, expression), span, [source.rest]));
    }
    case 'scalar':
    case 'map':
      return list(isNull(source) ? [] : [each(source)], origin);
  }
}
