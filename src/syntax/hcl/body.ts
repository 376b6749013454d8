/** The structure of HCL: attributes and blocks. A broken one loses only itself. */
import type { HclAttribute, HclBlock, HclBody, HclName } from './ast.js';
import { found, nested, peek, report, skipLines, SyntaxFault, take, takeWord, type Cursor } from './cursor.js';
import { parseExpression } from './expressions.js';
import { recover, startsTopLevelBlock } from './recovery.js';
import { parseQuoted } from './strings.js';

/** Beyond these a file is no HCL, and more of the same tells nobody anything. */
const MAX_PROBLEMS = 100;

/** What is gathered of one body. */
interface Items {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
  readonly names: Set<string>;
  /** Items that share a line were reported once. */
  crowded: boolean;
}

/** Where the heading of an open block stands, and how many problems there were before it. */
interface Heading {
  readonly start: number;
  readonly end: number;
  readonly problems: number;
}

/** Parses the inside of a block, with its closing brace, or a whole file. */
export function parseBody(cursor: Cursor, heading?: Heading): HclBody {
  const items: Items = { attributes: [], blocks: [], names: new Set(), crowded: false };
  const start = cursor.at;
  const { depth } = cursor;
  let isBroken: true | undefined;
  while (!atEnd(cursor, heading)) {
    const itemStart = cursor.at;
    try {
      parseItem(cursor, items);
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      if (heading) isBroken = true;
      cursor.depth = depth;
      cursor.lines = true;
      report(cursor, fault.at, fault.message);
      recover(cursor, itemStart, fault.at);
    }
  }
  const { attributes, blocks } = items;
  // Where brackets are not balanced, every block around the fault may have ended too early.
  const isAround = cursor.resume !== undefined || blocks.some(({ body }) => body.isBroken);
  if (heading !== undefined && isAround) isBroken = true;
  const body = { kind: 'body' as const, file: cursor.file, attributes, blocks, start, end: cursor.at };
  return isBroken ? { ...body, isBroken } : body;
}

function atEnd(cursor: Cursor, heading: Heading | undefined): boolean {
  skipToItem(cursor);
  if (cursor.problems.length >= MAX_PROBLEMS && cursor.at < cursor.text.length) {
    report(cursor, cursor.at, 'too many errors: the rest of the file was left out');
    cursor.at = cursor.text.length;
    cursor.resume = cursor.at;
  }
  const ended = cursor.at >= cursor.text.length;
  if (!heading) {
    if (cursor.resume !== undefined && cursor.at >= cursor.resume) cursor.resume = undefined;
    if (ended || cursor.text[cursor.at] !== '}') return ended;
    report(cursor, cursor.at, 'a "}" has no beginning');
    cursor.at += 1;
    return atEnd(cursor, heading);
  }
  if (cursor.resume !== undefined && cursor.at >= cursor.resume) return true;
  if (ended || (cursor.unclosed && startsTopLevelBlock(cursor.text, cursor.at))) {
    cursor.unclosed = true;
    // After a fault inside, the missing brace is the same mistake.
    if (cursor.problems.length === heading.problems) {
      report(cursor, heading.start, `the block "${cursor.text.slice(heading.start, heading.end)}" is not closed`);
    }
    cursor.resume = cursor.at;
    return true;
  }
  return take(cursor, '}');
}

/** A comment that never ends takes the rest of the file. */
function skipToItem(cursor: Cursor): void {
  try {
    skipLines(cursor);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    cursor.lines = true;
    report(cursor, fault.at, fault.message);
    cursor.resume = cursor.at;
  }
}

function parseItem(cursor: Cursor, items: Items): void {
  const name = parseItemName(cursor);
  const next = peek(cursor);
  if (next === 0x3d && cursor.text.charCodeAt(cursor.at + 1) !== 0x3d) {
    cursor.at += 1;
    const expression = parseExpression(cursor);
    endItem(cursor, items);
    addAttribute(cursor, items, { kind: 'attribute', name, expression, start: name.start, end: expression.end });
  } else {
    const block = parseBlock(cursor, name);
    items.blocks.push(block);
    if (cursor.resume === undefined) endItem(cursor, items);
  }
}

function addAttribute(cursor: Cursor, items: Items, attribute: HclAttribute): void {
  const { text, start } = attribute.name;
  if (items.names.has(text)) report(cursor, start, `the argument "${text}" is set twice`);
  items.names.add(text);
  items.attributes.push(attribute);
}

function parseItemName(cursor: Cursor): HclName {
  const start = cursor.at;
  if (cursor.text[start] === '"') return parseQuotedName(cursor);
  const text = takeWord(cursor);
  if (text === '') throw new SyntaxFault(`expected an argument or block, found ${found(cursor)}`, start);
  return { text, start, end: cursor.at };
}

/** JSON habits: the language refuses a quoted argument name, what it means is clear. */
function parseQuotedName(cursor: Cursor): HclName {
  const { start, end, text } = parseLabel(cursor);
  report(cursor, start, `the argument name "${text}" must not be quoted`);
  return { text, start, end };
}

function parseBlock(cursor: Cursor, type: HclName): HclBlock {
  const labels: HclName[] = [];
  let headingEnd = type.end;
  while (peek(cursor) !== 0x7b) {
    const label = parseLabel(cursor);
    labels.push(label);
    headingEnd = label.end;
  }
  cursor.at += 1;
  const heading = { start: type.start, end: headingEnd, problems: cursor.problems.length };
  const body = nested(cursor, true, (inside) => parseBody(inside, heading));
  return { kind: 'block', type, labels, headingEnd, body, start: type.start, end: cursor.at };
}

function parseLabel(cursor: Cursor): HclName {
  const start = cursor.at;
  if (cursor.text[start] === '"') {
    const label = parseQuoted(cursor);
    if (label.kind !== 'literal') throw new SyntaxFault('a label must not hold a template', start);
    return { text: String(label.value), start, end: cursor.at };
  }
  const text = takeWord(cursor);
  if (text === '') throw new SyntaxFault(`expected "=", a label or "{", found ${found(cursor)}`, cursor.at);
  return { text, start, end: cursor.at };
}

/**
 * An item ends with its line. Where several share one, as in the one-line block `{ a = 1, b = 2 }`, that is reported and
 * all are kept.
 */
function endItem(cursor: Cursor, items: Items): void {
  const next = peek(cursor);
  if (Number.isNaN(next) || next === 0x0a || next === 0x7d) return;
  const separated = next === 0x2c || next === 0x3b;
  const another = /^[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*[={"]/u.test(cursor.text.slice(cursor.at, cursor.at + 200));
  if (!separated && !another) throw new SyntaxFault(`expected a new line, found ${found(cursor)}`, cursor.at);
  if (!items.crowded) report(cursor, cursor.at, 'each argument and block needs a line of its own');
  items.crowded = true;
  if (separated) cursor.at += 1;
}
