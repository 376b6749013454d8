/** `quote`, `squote`, `printf` and the other ways to print. */
import type { Data, Text } from '../data/data.js';
import { print } from '../data/format.js';
import { hasHoles } from '../data/holes.js';
import { computed, concat, join, text } from '../data/text.js';
import { stringAt, argument } from './arguments.js';
import type { Functions } from './function.js';
import { lenient, unknown } from './function.js';
import { formatted } from './printf.js';

export const QUOTING: Functions = {
  quote: lenient((args, { holes }) => spaced(present(args).map((arg) => quoted(print(arg, holes))))),
  squote: lenient((args, { holes }) =>
    spaced(present(args).map((arg) => concat([text("'"), print(arg, holes), text("'")]))),
  ),
  print: lenient((args, { holes }) => {
    const parts: Text[] = [];
    args.forEach((arg, index) => {
      const before = args[index - 1];
      // Go puts a space between two values of which neither is a text.
      if (before && before.kind !== 'string' && arg.kind !== 'string') parts.push(text(' '));
      parts.push(print(arg, holes));
    });
    return concat(parts);
  }),
  println: lenient((args, { holes }) => concat([spaced(args.map((arg) => print(arg, holes))), text('\n')])),
  printf: lenient((args, call) => {
    const format = argument(args, 0);
    if (format.kind === 'open' || (format.kind === 'string' && hasHoles(format.value))) return unknown(call);
    return formatted(format.kind === 'string' ? format : text(stringAt(args, 0)), args.slice(1), call);
  }),
};

function present(args: readonly Data[]): readonly Data[] {
  return args.filter(({ kind }) => kind !== 'nil');
}

function spaced(parts: readonly Text[]): Text {
  return join(parts, text(' '));
}

// What Go's %q escapes: quotes, backslashes, control characters and what does not print.
const SPECIAL = /["\\\u0000-\u001f\u007f-\u009f\u00ad\u2028\u2029\ufeff]/;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** `%q`. */
export function quoted(whole: Text): Text {
  const mark = text('"');
  if (!SPECIAL.test(whole.value)) return concat([mark, whole, mark]);
  const escaped = Array.from(whole.value, (char) => (SPECIAL.test(char) ? (SHORT[char] ?? escape(char)) : char)).join(
    '',
  );
  return concat([mark, computed(escaped, [whole]), mark]);
}

function escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
