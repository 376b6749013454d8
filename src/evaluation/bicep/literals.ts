/** Objects, arrays and strings with holes. */
import type { ArrayLiteral, Interpolation, ObjectLiteral, Property } from '../../syntax/bicep/ast.js';
import { list, literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Entry, Mapping, Undetermined, Value } from '../../syntax/value.js';
import { concatLists } from '../arm/functions/array.js';
import type { Call } from '../arm/functions/function.js';
import { mergeAll } from '../arm/functions/merge.js';
import { concatTexts } from '../arm/functions/string.js';
import { computed, waiting } from '../arm/inspect.js';
import { excerpt } from '../arm/session.js';
import { plainText } from '../arm/partial.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import type { Span } from '../../syntax/source.js';

/** The text of a string with holes; open holes stay open where they stand. */
export function evaluateInterpolation(expression: Interpolation, env: Environment): Value {
  const span = spanOf(expression, env);
  const origin = literal(span);
  const operands: Value[] = [];
  const holes = expression.expressions.map((hole) => evaluate(hole, env));
  expression.texts.forEach((text, index) => {
    if (text !== '') operands.push(scalar(text, origin));
    const hole = holes[index];
    if (hole) operands.push(hole);
  });
  const value = concatTexts(operands, callAt('concat', span, holes, env));
  return value ?? undetermined(excerpt(span), waiting(holes), computed(span, holes));
}

/** An object without the child resources that may stand in it, and without some properties. */
export function evaluateObject(expression: ObjectLiteral, env: Environment, without: readonly string[] = []): Mapping {
  const span = spanOf(expression, env);
  const parts: Value[] = [];
  let entries: Entry[] = [];
  let open: Undetermined | undefined;
  for (const member of expression.members) {
    if (member.kind === 'spread') {
      parts.push(mapping(entries, literal(span)), evaluate(member.expression, env));
      entries = [];
    } else if (member.kind === 'property') {
      const key = keyOf(member, env);
      if (typeof key !== 'string') open = key;
      else if (!without.includes(key)) entries.push(entryOf(member, key, env));
    }
  }
  parts.push(mapping(entries, literal(span), open));
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'map') return only;
  const merged = mergeAll(parts, callAt('{…}', span, parts, env), false);
  return {
    ...(merged ?? mapping(entries, literal(span), undetermined('…', waiting(parts), literal(span)))),
    origin: literal(span),
  };
}

export function evaluateArray(expression: ArrayLiteral, env: Environment): Value {
  const span = spanOf(expression, env);
  const spreads = expression.items.some((item) => item.kind === 'spread');
  if (!spreads) {
    const items = expression.items.flatMap((item) => (item.kind === 'spread' ? [] : [evaluate(item, env)]));
    return list(items, literal(span));
  }
  const parts = expression.items.map((item) => {
    if (item.kind === 'spread') return evaluate(item.expression, env);
    return list([evaluate(item, env)], literal(span));
  });
  return (
    concatLists(parts, callAt('[…]', span, parts, env)) ?? undetermined(excerpt(span), waiting(parts), literal(span))
  );
}

/** A call that Bicep makes for its own syntax. */
export function callAt(name: string, span: Span, operands: readonly Value[], env: Environment): Call {
  return { name, span, origin: computed(span, operands), session: env.session, scope: env.scope };
}

function entryOf(member: Property, key: string, env: Environment): Entry {
  return { key, keySpan: spanOf(member.key, env), value: evaluate(member.value, env) };
}

function keyOf(member: Property, env: Environment): string | Undetermined {
  if (member.key.kind === 'identifier') return member.key.name;
  if (member.key.kind === 'string') return member.key.value;
  const value = evaluateInterpolation(member.key, env);
  if (value.kind === 'scalar') return plainText(value);
  return undetermined(excerpt(spanOf(member, env)), waiting([value]), value.origin);
}
