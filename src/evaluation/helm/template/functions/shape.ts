/** Texts that are cut, joined and indented: their pieces keep their origins, and holes stay whole. */
import type { Data, Text } from '../data/data.js';
import { dict, sequence } from '../data/data.js';
import { print } from '../data/format.js';
import type { Holes } from '../data/holes.js';
import { hasHoles, isOpen } from '../data/holes.js';
import { EMPTY, concat, join, replaceAll, slice, split, text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import { argument, intAt, stringAt, textAt } from './arguments.js';
import type { Call, Functions } from './function.js';
import { lenient, strict, unknown } from './function.js';

export const SHAPE: Functions = {
  indent: lenient((args, call) => (isOpen(argument(args, 0)) ? unknown(call) : indented(args, call))),
  nindent: lenient((args, call) =>
    isOpen(argument(args, 0)) ? unknown(call) : concat([text('\n'), indented(args, call)]),
  ),
  trim: lenient((args, call) => trimmed(flexible(args, 0, call), ' \t\n\v\f\r\u0085\u00a0')),
  trimAll: strict((args) => trimmed(textAt(args, 1), stringAt(args, 0))),
  trimall: strict((args) => trimmed(textAt(args, 1), stringAt(args, 0))),
  trimSuffix: lenient((args, call) => {
    const whole = flexible(args, 1, call);
    const suffix = stringAt(args, 0);
    return suffix !== '' && whole.value.endsWith(suffix) ? slice(whole, 0, whole.value.length - suffix.length) : whole;
  }),
  trimPrefix: lenient((args, call) => {
    const whole = flexible(args, 1, call);
    const prefix = stringAt(args, 0);
    return whole.value.startsWith(prefix) ? slice(whole, prefix.length) : whole;
  }),
  trunc: lenient((args, call) => truncated(intAt(args, 0), flexible(args, 1, call), call)),
  substr: strict((args) => {
    const [start, end, whole] = [intAt(args, 0), intAt(args, 1), textAt(args, 2)];
    if (start < 0) return slice(whole, 0, end);
    return end < 0 || end > whole.value.length ? slice(whole, start) : slice(whole, start, end);
  }),
  replace: lenient((args, call) => {
    if (isOpen(argument(args, 0))) return unknown(call);
    return replaceAll(flexible(args, 2, call), stringAt(args, 0), flexible(args, 1, call));
  }),
  cat: lenient((args, { holes }) =>
    join(
      args.filter(({ kind }) => kind !== 'nil').map((arg) => print(arg, holes)),
      text(' '),
    ),
  ),
  join: lenient((args, call) => {
    const data = argument(args, 1);
    if (data.kind === 'open') return unknown(call, data.value.waitsFor);
    return join(textsOf(data, call.holes), flexible(args, 0, call));
  }),
  toString: lenient((args, { holes }) => print(argument(args, 0), holes)),
  toStrings: strict((args, { holes }) => sequence(textsOf(argument(args, 0), holes))),
  splitList: strict((args) => sequence(pieces(textAt(args, 1), stringAt(args, 0)))),
  split: strict((args) => numbered(pieces(textAt(args, 1), stringAt(args, 0)))),
  splitn: strict((args) => numbered(split(textAt(args, 2), stringAt(args, 0), Math.max(1, intAt(args, 1))))),
  repeat: strict((args, { work }) => {
    const [count, whole] = [intAt(args, 0), textAt(args, 1)];
    if (count < 0) return fault('strings: negative Repeat count');
    work(count + (count * whole.value.length) / 10);
    return concat(Array.from({ length: count }, () => whole));
  }),
  abbrev: strict((args) => {
    const [width, whole] = [intAt(args, 0), textAt(args, 1)];
    return width < 4 || whole.value.length <= width ? whole : concat([slice(whole, 0, width - 3), text('...')]);
  }),
  plural: strict((args) => argument(args, intAt(args, 2) === 1 ? 0 : 1)),
};

/** A text, or the hole of one that is not decided. */
function flexible(args: readonly Data[], index: number, { holes }: Call): Text {
  const data = argument(args, index);
  return data.kind === 'open' ? print(data, holes) : textAt(args, index);
}

function indented(args: readonly Data[], call: Call): Text {
  const pad = text(' '.repeat(Math.min(Math.max(0, intAt(args, 0)), 1000)));
  const whole = flexible(args, 1, call);
  call.work(whole.value.length / 100);
  return concat([pad, replaceAll(whole, '\n', concat([text('\n'), pad]))]);
}

function trimmed(whole: Text, cutset: string): Text {
  let start = 0;
  let end = whole.value.length;
  while (start < end && cutset.includes(whole.value[start] ?? '')) start++;
  while (end > start && cutset.includes(whole.value[end - 1] ?? '')) end--;
  return slice(whole, start, end);
}

/** Go counts bytes; a text with holes is cut only where the cut certainly lies before the first one. */
function truncated(length: number, whole: Text, call: Call): Data {
  if (hasHoles(whole.value)) return length === 0 ? EMPTY : unknownIfShort(length, whole, call);
  const bytes = Buffer.from(whole.value);
  if (bytes.length !== whole.value.length) {
    const cut = length < 0 ? bytes.subarray(Math.max(0, bytes.length + length)) : bytes.subarray(0, length);
    return cut.length === bytes.length ? whole : text(cut.toString('utf8'), whole.marks[0]?.origin);
  }
  if (length < 0 && whole.value.length + length > 0) return slice(whole, whole.value.length + length);
  return length >= 0 && whole.value.length > length ? slice(whole, 0, length) : whole;
}

/** Names are cut to 63 characters everywhere: a hole in them stays one, its end is not decided. */
function unknownIfShort(length: number, whole: Text, call: Call): Data {
  return length >= 20 ? whole : unknown(call);
}

function textsOf(data: Data, holes: Holes): readonly Text[] {
  if (data.kind === 'nil') return [];
  if (data.kind !== 'list') return [print(data, holes)];
  const items = data.items.filter(({ kind }) => kind !== 'nil').map((item) => print(item, holes));
  return data.rest ? [...items, print({ kind: 'open', value: data.rest }, holes)] : items;
}

function pieces(whole: Text, separator: string): readonly Text[] {
  return whole.value === '' && separator === '' ? [] : split(whole, separator);
}

function numbered(parts: readonly Text[]): Data {
  return dict(parts.map((part, index) => [`_${index}`, part] as const));
}
