/** `format` and `formatlist`, with the verbs of Go that Terraform supports. */
import { list, scalar, type Value } from '../../../syntax/value.js';
import { Fault } from '../fault.js';
import { lift, type Decided } from '../lift.js';
import { plainOf } from '../plain.js';
import { numberText, toBool, toNumber, toText } from '../primitives.js';
import { boundLength, boundText, spend } from '../session.js';
import { computed, isDecided, open } from '../values.js';
import { textIn, type Call } from './definition.js';
import { encodeJson } from './json.js';

const verb = /%(?:%|([-+ 0#]*)(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g;
const MAX_WIDTH = 10_000;

export function format(call: Call): Value {
  const [pattern, ...args] = call.args;
  if (pattern?.kind === 'scalar' && !args.every(isDecided)) {
    const simple = partsOf(textIn(pattern), args);
    if (simple) return open(call.source, call.span, call.args, undefined, simple);
  }
  return lift(call.args, call.source, call.span, ([first, ...rest]) => {
    if (!rest.every(isDecided)) return open(call.source, call.span, call.args);
    return scalar(boundText(formatText(textIn(first), rest)), computed(call.span, call.args));
  });
}

/** What is known of a text in which only `%s` and `%v` are open. */
function partsOf(pattern: string, args: readonly Value[]): (string | null)[] | undefined {
  const pieces = pattern.split(/%[sv]/);
  if (pieces.some((piece) => piece.includes('%')) || pieces.length !== args.length + 1) return undefined;
  return pieces.flatMap((piece, index) => {
    const value = args[index];
    if (!value) return [piece];
    if (value.kind === 'undetermined') return [piece, ...(value.parts ?? [null])];
    return [piece, isDecided(value) && value.kind === 'scalar' ? toText(value.value) : null];
  });
}

/** A list of results, one for each element of the lists among the arguments. */
export function formatList(call: Call): Value {
  return lift(call.args, call.source, call.span, ([first, ...rest]) => {
    const origin = computed(call.span, call.args);
    const lists = rest.filter((value) => value.kind === 'list');
    const length = lists[0]?.items.length ?? 1;
    if (lists.some((value) => value.rest)) return open(call.source, call.span, call.args);
    if (lists.some((value) => value.items.length !== length)) throw new Fault('the lists have different lengths');
    spend(call.scope.session, call.span, length);
    const items = Array.from({ length }, (_, index) => {
      const row = rest.map((value): Value => (value.kind === 'list' ? (value.items[index] ?? value) : value));
      return lift(row, call.source, call.span, (decided) =>
        decided.every(isDecided)
          ? scalar(formatText(textIn(first), decided), origin)
          : open(call.source, call.span, row),
      );
    });
    return list(items, origin);
  });
}

function formatText(pattern: string, args: readonly Decided[]): string {
  let next = 0;
  let used = 0;
  let length = pattern.length;
  const text = pattern.replace(
    verb,
    (
      all,
      flags: string | undefined,
      width: string | undefined,
      precision: string | undefined,
      position: string | undefined,
      letter: string | undefined,
    ) => {
      if (letter === undefined) return '%';
      if (position !== undefined) next = Number(position) - 1;
      const value = args[next];
      next += 1;
      used = Math.max(used, next);
      if (!value) throw new Fault(`format has no argument for "${all}"`);
      if (Number(width ?? 0) > MAX_WIDTH || Number(precision ?? 0) > MAX_WIDTH)
        throw new Fault('the width is too large');
      const made = pad(formatValue(letter, flags ?? '', precision, value), flags ?? '', Number(width ?? 0));
      length += made.length;
      boundLength(length);
      return made;
    },
  );
  if (used < args.length) throw new Fault('format has too many arguments');
  return text;
}

function formatValue(letter: string, flags: string, precision: string | undefined, value: Decided): string {
  switch (letter) {
    case 's':
      return cut(textOf(value), precision);
    case 'v':
      return flags.includes('#') ? encodeJson(plainOf(value)) : textOf(value);
    case 'q':
      return JSON.stringify(textOf(value));
    case 't':
      return String(toBool(scalarIn(value)));
    case 'd':
      return signed(numberText(Math.trunc(toNumber(scalarIn(value)))), flags);
    case 'b':
    case 'o':
    case 'x':
    case 'X': {
      const digits = Math.trunc(toNumber(scalarIn(value))).toString(letter === 'b' ? 2 : letter === 'o' ? 8 : 16);
      return letter === 'X' ? digits.toUpperCase() : digits;
    }
    case 'f':
    case 'F':
      return signed(toNumber(scalarIn(value)).toFixed(Math.min(100, Number(precision ?? 6))), flags);
    case 'e':
      return toNumber(scalarIn(value))
        .toExponential(Math.min(100, Number(precision ?? 6)))
        .replace(/e([+-])(\d)$/, 'e$10$2');
    case 'g':
      return numberText(toNumber(scalarIn(value)));
    default:
      throw new Fault(`"%${letter}" is not supported`);
  }
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function signed(text: string, flags: string): string {
  if (text.startsWith('-')) return text;
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;
}

function cut(text: string, precision: string | undefined): string {
  return precision === undefined ? text : Array.from(text).slice(0, Number(precision)).join('');
}

/** Lists and objects come as JSON. */
function textOf(value: Decided): string {
  if (value.kind !== 'scalar') return encodeJson(plainOf(value));
  return value.value === null ? 'null' : toText(value.value);
}

function scalarIn(value: Decided): string | number | boolean | null {
  if (value.kind !== 'scalar') throw new Fault('a string, number or bool is required');
  return value.value;
}
