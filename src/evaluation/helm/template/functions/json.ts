/** Values as JSON and back. */
import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { Data, Text } from '../data/data.js';
import { NIL, bool, dict, float, sequence } from '../data/data.js';
import { formatInteger, sortedKeys } from '../data/format.js';
import type { Holes } from '../data/holes.js';
import { hasHoles, holeText } from '../data/holes.js';
import { computed, concat, join, text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import { argument, stringAt } from './arguments.js';
import type { Functions } from './function.js';
import { lenient, strict } from './function.js';

const MAX_DEPTH = 300;

interface Style {
  readonly holes: Holes;
  /** Go's encoder writes `<`, `>` and `&` as escapes unless it is told not to. */
  readonly escapes: boolean;
  readonly indent: string;
  readonly work: (steps: number) => void;
}

const writing = (escapes: boolean, indent = ''): Functions[string] =>
  lenient((args, { holes, work }) => toJson(argument(args, 0), { holes, escapes, indent, work }));

export const JSON_FUNCTIONS: Functions = {
  toJson: writing(true),
  mustToJson: writing(true),
  toRawJson: writing(false),
  mustToRawJson: writing(false),
  toPrettyJson: writing(true, '  '),
  mustToPrettyJson: writing(true, '  '),
  fromJson: strict((args) => parsed(stringAt(args, 0), 'object')),
  mustFromJson: strict((args) => parsed(stringAt(args, 0), 'object')),
  fromJsonArray: strict((args) => parsed(stringAt(args, 0), 'array')),
};

export function toJson(data: Data, style: Style, depth = 0): Text {
  if (depth > MAX_DEPTH) return fault('values nest too deep');
  style.work(3);
  switch (data.kind) {
    case 'nil':
      return text('null', data.origin);
    case 'bool':
      return text(String(data.value), data.origin);
    case 'int':
    case 'int64':
      return text(formatInteger(data.value), data.origin);
    case 'float64':
      return text(
        Number.isInteger(data.value) && Math.abs(data.value) < 1e21
          ? formatInteger(data.value)
          : JSON.stringify(data.value),
        data.origin,
      );
    case 'string':
      return quoted(data, style);
    case 'object':
      return text('{}');
    case 'open':
      return holeText(data, style.holes);
    case 'list':
      return wrapped(
        '[',
        data.items.map((item) => toJson(item, style, depth + 1)),
        ']',
        style,
        depth,
      );
    case 'dict': {
      const entries = sortedKeys(data.entries).flatMap((key) => {
        const item = data.entries.get(key);
        if (!item) return [];
        const name = quoted(text(key, item.origin), style);
        return [concat([name, text(style.indent ? ': ' : ':'), toJson(item.value, style, depth + 1)])];
      });
      return wrapped('{', entries, '}', style, depth);
    }
  }
}

function wrapped(open: string, parts: readonly Text[], close: string, { indent }: Style, depth: number): Text {
  if (!indent || parts.length === 0) return concat([text(open), join(parts, text(',')), text(close)]);
  const pad = `\n${indent.repeat(depth + 1)}`;
  return concat([text(open + pad), join(parts, text(`,${pad}`)), text(`\n${indent.repeat(depth)}${close}`)]);
}

function quoted(whole: Text, { escapes }: Style): Text {
  const mark = text('"');
  const inner = JSON.stringify(whole.value).slice(1, -1);
  const safe = escapes ? inner.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`) : inner;
  return concat([mark, safe === whole.value ? whole : computed(safe, [whole]), mark]);
}

function parsed(value: string, expected: 'object' | 'array'): Data {
  if (hasHoles(value)) return fault('JSON that is not decided');
  const root = parseTree(value, undefined, { disallowComments: true, allowTrailingComma: false });
  if (root?.type === expected) return dataOf(root, 0);
  const message = text('json: cannot unmarshal');
  return expected === 'object' ? dict([['Error', message]]) : sequence([message]);
}

function dataOf(node: Node, depth: number): Data {
  if (depth > MAX_DEPTH) return fault('JSON nests too deep');
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return dict(
        children.flatMap(({ children: [key, value] = [] }) =>
          key && value ? [[String(key.value), dataOf(value, depth + 1)] as const] : [],
        ),
      );
    case 'array':
      return sequence(children.map((child) => dataOf(child, depth + 1)));
    case 'string':
      return text(String(node.value));
    case 'number':
      return float(Number(node.value));
    case 'boolean':
      return bool(node.value === true);
    case 'null':
    case 'property':
      return NIL;
  }
}
