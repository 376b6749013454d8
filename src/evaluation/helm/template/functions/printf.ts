/** `printf`: the verbs of Go's fmt. */
import type { Data, Text } from '../data/data.js';
import { isNumber } from '../data/data.js';
import { formatFloat, formatInteger, print } from '../data/format.js';
import { isOpen } from '../data/holes.js';
import { EMPTY, concat, slice, text } from '../data/text.js';
import { typeName } from './arguments.js';
import type { Call } from './function.js';
import { quoted } from './quoting.js';

const VERB = /%([-+# 0]*)(\*|\d+)?(?:\.(\*|\d+)?)?(?:\[\d+\])?([a-zA-Z%])/g;
const WIDEST = 1000;

export function formatted(format: Text, args: readonly Data[], { holes }: Call): Text {
  const parts: Text[] = [];
  let at = 0;
  let next = 0;
  const take = (): Data | undefined => args[next++];
  const size = (written: string | undefined): number | undefined => {
    if (written === undefined) return undefined;
    const given = written === '*' ? take() : undefined;
    const value = given && isNumber(given) ? given.value : Number(written);
    return Number.isFinite(value) ? Math.min(value, WIDEST) : undefined;
  };
  for (const match of format.value.matchAll(VERB)) {
    const [whole, flags = '', width, precision, verb = ''] = match;
    parts.push(slice(format, at, match.index));
    at = match.index + whole.length;
    if (verb === '%') {
      parts.push(text('%'));
      continue;
    }
    const wide = size(width);
    const exact = whole.includes('.') ? (size(precision) ?? 0) : undefined;
    const arg = take();
    if (!arg) parts.push(text(`%!${verb}(MISSING)`));
    else parts.push(padded(verbOf(verb, flags, exact, arg, holes), flags, wide));
  }
  parts.push(slice(format, at));
  if (next < args.length) {
    const extra = args.slice(next).map((arg) => `${typeName(arg)}=${print(arg, holes).value}`);
    parts.push(text(`%!(EXTRA ${extra.join(', ')})`));
  }
  return concat(parts);
}

function verbOf(verb: string, flags: string, precision: number | undefined, arg: Data, holes: Call['holes']): Text {
  const printed = print(arg, holes);
  if (isOpen(arg)) return verb === 'q' ? quoted(printed) : printed;
  const wrong = (): Text => {
    const inner = arg.kind === 'nil' ? '<nil>' : `${typeName(arg)}=${printed.value}`;
    return text(`%!${verb}(${inner})`, printed.marks[0]?.origin);
  };
  const origin = 'origin' in arg ? arg.origin : undefined;
  switch (verb) {
    case 'v':
      return printed;
    case 's':
      if (arg.kind === 'string') return precision === undefined ? printed : slice(printed, 0, precision);
      return arg.kind === 'list' ? printed : wrong();
    case 'q':
      return arg.kind === 'string' ? quoted(printed) : wrong();
    case 'd':
      return arg.kind === 'int' || arg.kind === 'int64'
        ? text((flags.includes('+') && arg.value >= 0 ? '+' : '') + formatInteger(arg.value), origin)
        : wrong();
    case 'x':
    case 'X':
    case 'o':
    case 'b': {
      if (arg.kind !== 'int' && arg.kind !== 'int64') {
        return arg.kind === 'string' && verb === 'x' ? text(Buffer.from(arg.value).toString('hex')) : wrong();
      }
      const digits = arg.value.toString(verb === 'o' ? 8 : verb === 'b' ? 2 : 16);
      return text(verb === 'X' ? digits.toUpperCase() : digits, origin);
    }
    case 'f':
    case 'F':
      return arg.kind === 'float64' ? text(arg.value.toFixed(Math.min(precision ?? 6, 100)), origin) : wrong();
    case 'g':
      if (arg.kind !== 'float64') return wrong();
      return text(
        precision === undefined ? formatFloat(arg.value, 21) : String(Number(arg.value.toPrecision(precision || 1))),
        origin,
      );
    case 'e':
      if (arg.kind !== 'float64') return wrong();
      return text(arg.value.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2'), origin);
    case 't':
      return arg.kind === 'bool' ? printed : wrong();
    case 'c':
      return isNumber(arg)
        ? text(String.fromCodePoint(Math.min(Math.max(0, Math.trunc(arg.value)), 0x10ffff)))
        : wrong();
    case 'T':
      return text(typeName(arg));
    default:
      return wrong();
  }
}

function padded(piece: Text, flags: string, width: number | undefined): Text {
  const missing = (width ?? 0) - piece.value.length;
  if (missing <= 0) return piece;
  if (flags.includes('-')) return concat([piece, text(' '.repeat(missing))]);
  if (!flags.includes('0')) return concat([text(' '.repeat(missing)), piece]);
  const sign = /^[+-]/.exec(piece.value)?.[0] ?? '';
  return concat([sign ? slice(piece, 0, 1) : EMPTY, text('0'.repeat(missing)), slice(piece, sign.length)]);
}
