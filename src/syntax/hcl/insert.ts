/** Adds arguments and blocks to a block. */
import type { Edit, Plain } from '../edit.js';
import type { SourceFile } from '../source.js';
import type { HclAttribute, HclBlock } from './ast.js';
import { indentOf, insertBehind, lineOf, replaceRange } from './lines.js';
import { renderValue } from './render.js';

/** Adds an argument behind the last one that stands before the nested blocks. */
export function insertAttribute(file: SourceFile, block: HclBlock, name: string, value: Plain): Edit | undefined {
  if (isOneLine(file, block))
    return expand(file, block, (indent) => `${indent}${name} = ${renderValue(value, indent)}`);
  const firstBlock = block.body.blocks[0]?.start ?? Infinity;
  const last = block.body.attributes.findLast(({ start }) => start < firstBlock);
  const indent = indentInside(file, block);
  const rendered = renderValue(value, indent);
  if (!last) return insertBehind(file, block.body.start, `${indent}${name} = ${rendered}`);
  // A brace that closes on the line of the last argument leaves no line to add to.
  if (lineOf(file, last.end) === lineOf(file, block.end - 1)) return undefined;
  const width = aligned(file, last);
  const fits = width === undefined || name.length <= width;
  const line = `${indent}${fits ? name.padEnd(width ?? 0) : name} = ${rendered}`;
  // `terraform fmt` aligns neighbouring lines: a longer name starts a group of its own instead of moving the others.
  return insertBehind(file, last.end, fits ? line : `\n${line}`);
}

/** Adds a block, and those inside it that the path names, as the last of a block. */
export function insertBlock(
  file: SourceFile,
  block: HclBlock,
  path: readonly string[],
  value: Plain,
): Edit | undefined {
  if (isOneLine(file, block)) return expand(file, block, (indent) => renderBlock(path, value, indent));
  const { attributes, blocks } = block.body;
  const ends = [...attributes, ...blocks].map(({ end }) => end);
  const last = ends.reduce((a, b) => Math.max(a, b), block.body.start);
  if (lineOf(file, last) === lineOf(file, block.end - 1)) return undefined;
  const text = renderBlock(path, value, indentInside(file, block));
  return insertBehind(file, last, last === block.body.start ? text : `\n${text}`);
}

function renderBlock(path: readonly string[], value: Plain, indent: string): string {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return `${indent}${name} = ${renderValue(value, indent)}`;
  return `${indent}${name} {\n${renderBlock(rest, value, `${indent}  `)}\n${indent}}`;
}

function isOneLine(file: SourceFile, block: HclBlock): boolean {
  return lineOf(file, block.headingEnd) === lineOf(file, block.end - 1);
}

/** Writes a block that stands on one line on several, with one item more. */
function expand(file: SourceFile, block: HclBlock, render: (indent: string) => string): Edit {
  const outer = indentOf(file, block.start);
  const indent = `${outer}  `;
  const items = [...block.body.attributes, ...block.body.blocks].sort((a, b) => a.start - b.start);
  const lines = items.map(({ start, end }) => `${indent}${file.text.slice(start, end)}`);
  const inside = ['{', ...lines, render(indent), `${outer}}`].join('\n');
  return replaceRange(file, { start: block.body.start - 1, end: block.end }, inside);
}

function indentInside(file: SourceFile, block: HclBlock): string {
  const heading = lineOf(file, block.start);
  const item = [...block.body.attributes, ...block.body.blocks].find(({ start }) => lineOf(file, start) !== heading);
  return item ? indentOf(file, item.start) : `${indentOf(file, block.start)}  `;
}

/** The width that names have in front of `=` next to an attribute; `undefined` behind a value of several lines. */
function aligned(file: SourceFile, attribute: HclAttribute): number | undefined {
  if (lineOf(file, attribute.start) !== lineOf(file, attribute.end)) return undefined;
  return file.text.indexOf('=', attribute.name.end) - attribute.start - 1;
}
