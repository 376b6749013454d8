/** Sets values in Bicep texts. */
import type { Writer } from '../../evaluation/resource.js';
import type { Edit, Plain } from '../edit.js';
import type { SourceFile } from '../source.js';
import type { Expression, ObjectLiteral, ObjectMember, Property } from './ast.js';
import { insertProperty, layoutOf } from './insert.js';
import { lineOf, replaceRange } from './lines.js';
import { locateExpression, locateObject } from './locate.js';
import { renderValue } from './render.js';

/**
 * The writer of `.bicep` and `.bicepparam` files. Property names are compared as Azure does, ignoring case. No edit when
 * a value on the way is no object literal, or when a spread or a computed name may stand for what is to be set.
 */
export const bicepWriter: Writer = {
  set(container, path, value) {
    const found = locateObject(container);
    return found && setInObject(found.file, found.object, path, value);
  },
  replace({ file, start, end }, value) {
    const literal = locateExpression(file, start);
    if (literal?.end !== end || !isScalar(literal)) return undefined;
    if (lineOf(file, start) !== lineOf(file, end)) return undefined;
    return replaceRange(file, literal, renderValue(value, undefined));
  },
};

function setInObject(file: SourceFile, object: ObjectLiteral, path: readonly string[], value: Plain): Edit | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const at = object.members.findLastIndex((member) => isNamed(member, name));
  const behind = object.members.slice(at + 1);
  const property = object.members[at];
  if (property?.kind === 'property') {
    return behind.some(mayOverride) ? undefined : setInProperty(file, object, property, rest, value);
  }
  if (behind.some((member) => member.kind !== 'spread' && mayOverride(member))) return undefined;
  // What stands behind a spread wins over it, but would hide all else that it has under this name.
  if (rest.length > 0 && behind.some(mayOverride)) return undefined;
  return insertProperty(file, object, name, nest(rest, value));
}

function setInProperty(
  file: SourceFile,
  object: ObjectLiteral,
  property: Property,
  rest: readonly string[],
  value: Plain,
): Edit | undefined {
  const existing = unwrap(property.value);
  if (rest.length > 0 && existing.kind === 'object') return setInObject(file, existing, rest, value);
  if (rest.length > 0 && existing.kind !== 'null') return undefined;
  return replaceRange(file, property.value, renderIn(file, object, property, nest(rest, value)));
}

/** The value as it goes into the place of another, on one line where the object is on one. */
function renderIn(file: SourceFile, object: ObjectLiteral, property: Property, value: Plain): string {
  if (lineOf(file, object.start) === lineOf(file, object.end)) return renderValue(value, undefined);
  return renderValue(value, layoutOf(file, object, property));
}

function isNamed(member: ObjectMember, name: string): boolean {
  if (member.kind !== 'property' || member.key.kind === 'interpolation') return false;
  const key = member.key.kind === 'identifier' ? member.key.name : member.key.value;
  return key.toLowerCase() === name.toLowerCase();
}

function mayOverride(member: ObjectMember): boolean {
  return member.kind === 'spread' || (member.kind === 'property' && member.key.kind === 'interpolation');
}

function isScalar(expression: Expression): boolean {
  switch (expression.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return true;
    case 'unary':
      return expression.operator === '-' && expression.operand.kind === 'number';
    default:
      return false;
  }
}

function unwrap(expression: Expression): Expression {
  return expression.kind === 'parenthesized' ? unwrap(expression.expression) : expression;
}

function nest(path: readonly string[], value: Plain): Plain {
  return path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}
