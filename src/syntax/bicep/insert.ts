/** Adds a property to an object. */
import type { Edit, Plain } from '../edit.js';
import type { SourceFile } from '../source.js';
import type { Node, ObjectLiteral } from './ast.js';
import { indentOf, insertBehind, lineOf, replaceRange, restOfLine } from './lines.js';
import { type Layout, renderProperty } from './render.js';

const STEP = '  ';

/**
 * Adds it behind the last property, in front of child resources, with the object's own indentation; an object of one
 * line stays one, unless it is empty. `undefined` when a comment leaves no line to add behind.
 */
export function insertProperty(file: SourceFile, object: ObjectLiteral, key: string, value: Plain): Edit | undefined {
  // A spread is as good as a property: what stands behind it wins over it.
  const last = object.members.findLast((member) => member.kind !== 'resource');
  const closing = lineOf(file, object.end - 1);
  if (last && lineOf(file, last.end) === closing) {
    return replaceRange(file, { start: last.end, end: last.end }, `, ${renderProperty(key, value, undefined)}`);
  }
  if (lineOf(file, object.start) === closing) return openEmpty(file, object, key, value);

  const anchor = last?.end ?? object.start + 1;
  if (!endsPlainly(restOfLine(file, anchor))) return undefined;
  const layout = layoutOf(file, object, last);
  return insertBehind(file, anchor, layout.indent + renderProperty(key, value, layout));
}

/** How an object's properties are laid out. */
export function layoutOf(file: SourceFile, object: Node, member: Node | undefined): Layout {
  const outer = indentOf(file, object.start);
  const step = outer.startsWith('\t') ? '\t' : STEP;
  const indent = member ? indentOf(file, member.start) : outer + step;
  const own = indent.startsWith(outer) ? indent.slice(outer.length) : '';
  return { indent, step: own === '' ? step : own };
}

function openEmpty(file: SourceFile, object: ObjectLiteral, key: string, value: Plain): Edit | undefined {
  // A comment, or child resources on the same line.
  if (file.text.slice(object.start + 1, object.end - 1).trim() !== '') return undefined;
  if (!endsPlainly(restOfLine(file, object.end))) {
    return replaceRange(file, object, `{ ${renderProperty(key, value, undefined)} }`);
  }
  const layout = layoutOf(file, object, undefined);
  const property = layout.indent + renderProperty(key, value, layout);
  return replaceRange(file, object, `{\n${property}\n${indentOf(file, object.start)}}`);
}

/** Nothing but a comment that ends with the line. */
function endsPlainly(rest: string): boolean {
  return rest === '' || rest.startsWith('//');
}
