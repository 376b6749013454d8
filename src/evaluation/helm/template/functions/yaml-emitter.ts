/** Values as go-yaml writes them for Helm: keys in its order, two spaces, lists level with their key. */
import type { Data, Text } from '../data/data.js';
import { formatFloat, formatInteger } from '../data/format.js';
import { MANY, holeText } from '../data/holes.js';
import { computed, concat, text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import type { Call } from './function.js';
import { compareKeys } from './key-order.js';
import { styleOf } from './scalar-style.js';

const MAX_DEPTH = 300;
const NO_VALUE: Data = { kind: 'nil' };

export function emitYaml(data: Data, call: Call): Text {
  const parts: Text[] = [];
  emit(data, '', 'top', parts, call, 0);
  return concat(parts);
}

/** What stands before a value: nothing, `key:`, or `-`. */
type Place = 'top' | 'key' | 'item';

function emit(data: Data, indent: string, place: Place, out: Text[], call: Call, depth: number): void {
  if (depth > MAX_DEPTH) return fault('values nest too deep');
  call.work(3);
  const gap = place === 'top' ? '' : ' ';
  switch (data.kind) {
    case 'dict':
      emitDict(data, indent, place, out, call, depth);
      return;
    case 'list': {
      if (data.items.length === 0) {
        out.push(
          data.rest
            ? concat([text(gap), holeText({ kind: 'open', value: data.rest }, call.holes)])
            : text(`${gap}[]`, data.origin),
        );
        return;
      }
      const rest: readonly Data[] = data.rest ? [{ kind: 'open', value: data.rest }] : [];
      [...data.items, ...rest].forEach((item, index) => {
        const isFirst = index === 0;
        out.push(text(isFirst && place === 'top' ? '-' : isFirst && place === 'item' ? ' -' : `\n${indent}-`));
        if (index === data.items.length) out.push(concat([text(' '), emitHole(item, call), text(MANY)]));
        else emit(item, `${indent}  `, 'item', out, call, depth + 1);
      });
      return;
    }
    case 'string':
      out.push(text(gap), emitText(data, indent, place));
      return;
    case 'open':
      out.push(text(gap), emitHole(data, call));
      return;
    case 'nil':
      out.push(text(gap), text('null', data.origin));
      return;
    case 'bool':
      out.push(text(gap), text(String(data.value), data.origin));
      return;
    case 'int':
    case 'int64':
      out.push(text(gap), text(formatInteger(data.value), data.origin));
      return;
    case 'float64': {
      const isWhole = Number.isInteger(data.value) && Math.abs(data.value) < 1e21;
      out.push(text(gap), text(isWhole ? formatInteger(data.value) : formatFloat(data.value, 21), data.origin));
      return;
    }
    case 'object':
      out.push(text(`${gap}{}`));
  }
}

function emitDict(
  data: Data & { kind: 'dict' },
  indent: string,
  place: Place,
  out: Text[],
  call: Call,
  depth: number,
): void {
  const gap = place === 'top' ? '' : ' ';
  if (data.entries.size === 0) {
    const hole = data.rest && holeText({ kind: 'open', value: data.rest }, call.holes);
    out.push(hole ? concat([text(gap), hole]) : text(`${gap}{}`, data.origin));
    return;
  }
  // A map below a key or an item stands two spaces deeper; the first entry of an item stands on its line.
  const inner = place === 'key' ? `${indent}  ` : indent;
  let isFirst = true;
  const line = (): Text => {
    const start = isFirst && place === 'top' ? '' : isFirst && place === 'item' ? ' ' : `\n${inner}`;
    isFirst = false;
    return text(start);
  };
  for (const key of [...data.entries.keys()].sort(compareKeys)) {
    const item = data.entries.get(key);
    out.push(line(), emitKey(text(key, item?.origin)), text(':'));
    const value = item?.value ?? NO_VALUE;
    emit(value, inner, 'key', out, call, depth + 1);
  }
  if (data.rest) {
    const hole = holeText({ kind: 'open', value: data.rest }, call.holes);
    out.push(line(), concat([hole, text(`${MANY}: null`)]));
  }
}

function emitHole(data: Data, call: Call): Text {
  return data.kind === 'open' ? holeText(data, call.holes) : text('');
}

function emitKey(key: Text): Text {
  const style = styleOf(key.value);
  return style === 'literal' ? quotedWith(key, '"') : written(key, style);
}

function emitText(data: Text, indent: string, place: Place): Text {
  const style = styleOf(data.value);
  if (style !== 'literal') return written(data, style);
  const deeper = place === 'top' ? '  ' : place === 'key' ? `${indent}  ` : indent;
  const header = `|${/^[ \n]/.test(data.value) ? '2' : ''}${data.value.endsWith('\n\n') ? '+' : data.value.endsWith('\n') ? '' : '-'}`;
  const lines = data.value.split('\n');
  if (data.value.endsWith('\n')) lines.pop();
  const block = lines.map((line) => (line === '' ? '' : deeper + line)).join('\n');
  return computed(`${header}\n${block}`, [data]);
}

function written(data: Text, style: 'plain' | 'single' | 'double'): Text {
  switch (style) {
    case 'plain':
      return data;
    case 'single':
      return data.value.includes("'")
        ? computed(`'${data.value.replaceAll("'", "''")}'`, [data])
        : concat([text("'"), data, text("'")]);
    case 'double':
      return quotedWith(data, '"');
  }
}

function quotedWith(data: Text, mark: string): Text {
  const inner = JSON.stringify(data.value).slice(1, -1);
  return concat([text(mark), inner === data.value ? data : computed(inner, [data]), text(mark)]);
}
