/** `eq`, `ne`, `lt` …, `not`, `len`, `index`: Go's own functions. */
import type { Data } from '../data/data.js';
import { NIL, bool, int, isNumber, open } from '../data/data.js';
import { equal, order } from '../data/compare.js';
import { truth } from '../data/truth.js';
import { isOpen } from '../data/holes.js';
import { text } from '../data/text.js';
import { undetermined } from '../../../../syntax/value.js';
import { fault } from '../execute/fault.js';
import { memberOf } from '../execute/member.js';
import { argument, stringAt, typeName } from './arguments.js';
import type { Functions } from './function.js';
import { lenient, strict, unknown } from './function.js';

export const COMPARISON: Functions = {
  eq: strict((args) => {
    const [first, ...others] = args;
    if (!first || others.length === 0) return fault('missing argument for comparison');
    return bool(others.some((other) => decided(equal(first, other))));
  }),
  ne: strict((args) => bool(!decided(equal(argument(args, 0), argument(args, 1))))),
  lt: strict((args) => bool(ordered(args) < 0)),
  le: strict((args) => bool(ordered(args) <= 0)),
  gt: strict((args) => bool(ordered(args) > 0)),
  ge: strict((args) => bool(ordered(args) >= 0)),
  not: lenient((args, call) => {
    const known = truth(argument(args, 0));
    return known === undefined ? unknown(call, waiting(args)) : bool(!known);
  }),
  len: strict((args, call) => {
    const data = argument(args, 0);
    if (data.kind === 'string') return int(Buffer.byteLength(data.value));
    if (data.kind === 'list') return data.rest ? unknown(call, data.rest.waitsFor) : int(data.items.length);
    if (data.kind === 'dict') return data.rest ? unknown(call, data.rest.waitsFor) : int(data.entries.size);
    return fault(data.kind === 'nil' ? 'len of nil pointer' : `len of type ${typeName(data)}`);
  }),
  index: lenient((args) => args.slice(1).reduce((whole, at) => elementOf(whole, at), argument(args, 0))),
  call: strict((_, call) => unknown(call)),
  html: strict((args) => text(escapeHtml(stringAt(args, 0)))),
  urlquery: strict((args) => text(encodeURIComponent(stringAt(args, 0)).replaceAll('%20', '+'))),
};

function decided(result: boolean | string): boolean {
  return typeof result === 'string' ? fault(`error calling eq: ${result}`) : result;
}

function ordered(args: readonly Data[]): number {
  const result = order(argument(args, 0), argument(args, 1));
  return typeof result === 'string' ? fault(`error calling lt: ${result}`) : result;
}

function waiting(args: readonly Data[]): readonly string[] {
  return args.flatMap((arg) => (arg.kind === 'open' ? arg.value.waitsFor : []));
}

function elementOf(whole: Data, at: Data): Data {
  if (whole.kind === 'nil') return fault('index of untyped nil');
  if (isOpen(at) || whole.kind === 'open') {
    const source = whole.kind === 'open' ? whole : at;
    if (source.kind !== 'open') return fault('index of a text that is not decided');
    const { expression, waitsFor, origin } = source.value;
    const key = at.kind === 'string' || isNumber(at) ? String(at.value) : '…';
    return open(undetermined(`index ${expression} ${key}`, waitsFor, origin));
  }
  if (whole.kind === 'dict') {
    if (at.kind !== 'string') return fault(`value has type ${typeName(at)}; should be string`);
    const member = memberOf(whole, at.value);
    return member.kind === 'value' ? member.value : NIL;
  }
  if (whole.kind === 'list' && (at.kind === 'int' || at.kind === 'int64')) {
    return whole.items[at.value] ?? (whole.rest ? open(whole.rest) : fault(`index out of range: ${at.value}`));
  }
  if (whole.kind === 'string' && (at.kind === 'int' || at.kind === 'int64')) {
    return int(Buffer.from(whole.value)[at.value] ?? fault(`index out of range: ${at.value}`));
  }
  return fault(`can't index item of type ${typeName(whole)}`);
}

function escapeHtml(value: string): string {
  const names: Readonly<Record<string, string>> = {
    '<': '&lt;',
    '>': '&gt;',
    '&': '&amp;',
    '"': '&#34;',
    "'": '&#39;',
  };
  return value.replace(/[<>&"']/g, (char) => names[char] ?? char);
}
