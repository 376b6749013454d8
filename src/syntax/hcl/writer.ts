/** Sets values in HCL texts. */
import type { Writer } from '../../evaluation/resource.js';
import type { Edit, Plain } from '../edit.js';
import type { SourceFile } from '../source.js';
import type { HclBlock, HclExpression, HclObject } from './ast.js';
import { insertAttribute, insertBlock } from './insert.js';
import { insertItem } from './insert-item.js';
import { indentOf, replaceRange } from './lines.js';
import { locateContainer } from './locate.js';
import { renderValue } from './render.js';

/**
 * The writer of Terraform files. A path leads through blocks (as lists of one mapping) and objects; a block that is
 * missing is made. No edit when a block on the way is there several times, or an argument on it is no object literal.
 */
export const hclWriter: Writer = {
  set(container, path, value) {
    const found = locateContainer(container);
    if (!found) return undefined;
    if ('kind' in found) return setInBlock(found.body.file, found, path, value);
    return setInObject(found.body.file, found.object, path, value);
  },
  replace({ file, start, end }, value) {
    if (!scalarLiteral.test(file.text.slice(start, end))) return undefined;
    return replaceRange(file, { start, end }, renderValue(value, undefined));
  },
};

/** A scalar on one line in which nothing is a template. */
const scalarLiteral = /^(true|false|null|-?\d[\d.eE+-]*|"(?:[^"\\$%\n]|\\[^\n])*")$/;

function setInBlock(file: SourceFile, block: HclBlock, path: readonly string[], value: Plain): Edit | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const attribute = block.body.attributes.findLast((candidate) => candidate.name.text === name);
  if (attribute) return setInExpression(file, attribute.expression, rest, value);
  const blocks = block.body.blocks.flatMap((candidate) => blocksNamed(candidate, name));
  const [only, second] = blocks;
  if (second) return undefined;
  if (only) return setInBlock(file, only, rest, value);
  return rest.length === 0
    ? insertAttribute(file, block, name, value)
    : insertBlock(file, block, [name, ...rest], value);
}

/** A block of this type, or the content of a dynamic one. */
function blocksNamed(block: HclBlock, name: string): HclBlock[] {
  if (block.type.text === name) return [block];
  if (block.type.text !== 'dynamic' || block.labels[0]?.text !== name) return [];
  return block.body.blocks.filter(({ type }) => type.text === 'content');
}

function setInExpression(
  file: SourceFile,
  expression: HclExpression,
  path: readonly string[],
  value: Plain,
): Edit | undefined {
  if (path.length === 0) {
    return replaceRange(file, expression, renderValue(value, indentOf(file, expression.start)));
  }
  if (expression.kind === 'object') return setInObject(file, expression, path, value);
  const [argument, another] = expression.kind === 'call' ? expression.arguments : [];
  if (expression.kind !== 'call' || expression.name.text !== 'jsonencode' || !argument || another) return undefined;
  return setInExpression(file, argument, path, value);
}

function setInObject(file: SourceFile, object: HclObject, path: readonly string[], value: Plain): Edit | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const item = object.items.findLast(({ key }) => key.kind === 'literal' && String(key.value) === name);
  if (item) return setInExpression(file, item.value, rest, value);
  // A computed key may be the one that is to be set.
  if (object.items.some(({ key }) => key.kind !== 'literal')) return undefined;
  return insertItem(file, object, name, nest(rest, value));
}

function nest(path: readonly string[], value: Plain): Plain {
  return path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}
