import { list } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import { fromText, isSymbolic, opaque, plainText, splitText, textOf } from '../partial.js';
import type { Part } from '../partial.js';
import { renderCall, waiting } from '../inspect.js';
import { formatText } from './format.js';
import { partial, pure } from './function.js';
import type { Call, Family } from './function.js';
import { guidOf, uniqueStringOf } from './hash.js';
import { integerOf, result, stringOf } from './operand.js';
import { jsonText } from './json-text.js';

/** Functions of texts. */
export const stringFunctions: Family = {
  format: partial(1, 10_000, ([pattern, ...values], call) => formatText(stringOf(pattern), values, call)),
  string: pure(1, 1, ([value], call) => {
    if (value?.kind === 'scalar') return result(plainText(value), call);
    return value && result(jsonText(value, call), call);
  }),
  tolower: pure(1, 1, ([value], call) => result(stringOf(value)?.toLowerCase(), call)),
  toupper: pure(1, 1, ([value], call) => result(stringOf(value)?.toUpperCase(), call)),
  trim: pure(1, 1, ([value], call) => result(stringOf(value)?.trim(), call)),
  split: partial(2, 2, split),
  join: partial(1, 2, join),
  replace: pure(3, 3, replace),
  substring: pure(1, 3, substring, { characters: true }),
  padleft: pure(2, 3, padLeft, { characters: true }),
  startswith: partial(2, 2, (operands, call) => edge(operands, call, false)),
  endswith: partial(2, 2, (operands, call) => edge(operands, call, true)),
  like: pure(2, 2, like, { characters: true }),
  guid: partial(1, 10_000, (operands, call) => hash(operands, call, guidOf)),
  uniquestring: partial(1, 10_000, (operands, call) => hash(operands, call, uniqueStringOf)),
};

/** `concat` of texts, numbers and booleans, and string interpolation: open parts stay open where they stand. */
export function concatTexts(operands: readonly Value[], call: Call): Value | undefined {
  const parts: Part[] = [];
  let length = 0;
  for (const operand of operands) {
    const text = textOf(operand) ?? (operand.kind === 'undetermined' ? undefined : [jsonText(operand, call) ?? '']);
    if (!text) return undefined;
    parts.push(...text);
    length += text.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  }
  if (length > call.session.limits.text) return result(' '.repeat(length), call);
  if (!call.session.spend(length >> 6, call.span)) return undefined;
  return fromText(parts, call.origin);
}

function split([text, delimiter]: readonly Value[], call: Call): Value | undefined {
  const single = stringOf(delimiter);
  const several = delimiter?.kind === 'list' ? delimiter.items.map((item) => stringOf(item)) : [single];
  const parts = text?.kind === 'undetermined' || stringOf(text) !== undefined ? text && textOf(text) : undefined;
  if (!parts || several.some((each) => each === undefined)) return undefined;
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && typeof first !== 'string') return undefined;
  const cut = splitText(
    parts,
    several.filter((each) => each !== undefined),
  );
  if (!call.session.spend(cut.length, call.span)) return undefined;
  // An open part may itself hold delimiters, which would move the pieces after it; a segment of an id does not.
  const isId = typeof first === 'string' && first.startsWith('/') && single === '/';
  const open = cut.some((piece) => piece.some((part) => typeof part !== 'string'));
  return !open || isId
    ? list(
        cut.map((piece) => fromText(piece, call.origin)),
        call.origin,
      )
    : undefined;
}

function join([items, delimiter]: readonly Value[], call: Call): Value | undefined {
  const between = delimiter ? stringOf(delimiter) : '';
  if (items?.kind !== 'list' || items.rest || between === undefined) return undefined;
  const operands = items.items.map((item) => textOf(item));
  if (operands.some((text) => text === undefined)) return undefined;
  if (!call.session.spend(operands.length, call.span)) return undefined;
  const parts = operands.flatMap((text, index) => [...(index > 0 ? [between] : []), ...(text ?? [])]);
  return fromText(parts, call.origin);
}

function replace([text, old, by]: readonly Value[], call: Call): Value | undefined {
  const [where, what, instead] = [stringOf(text), stringOf(old), stringOf(by)];
  if (where === undefined || what === undefined || instead === undefined || what === '') return undefined;
  if (isSymbolic(where) && /[{}]/.test(what)) return undefined;
  const pieces = where.split(what);
  const length = where.length + (pieces.length - 1) * (instead.length - what.length);
  if (!call.session.spend(pieces.length + (length >> 6), call.span)) return undefined;
  return result(
    length > call.session.limits.text ? ' '.repeat(call.session.limits.text + 1) : pieces.join(instead),
    call,
  );
}

function substring([text, start, length]: readonly Value[], call: Call): Value | undefined {
  const where = stringOf(text);
  const from = start ? integerOf(start) : 0;
  const count = length
    ? integerOf(length)
    : where === undefined || from === undefined
      ? undefined
      : where.length - from;
  if (where === undefined || from === undefined || count === undefined) return undefined;
  if (from < 0 || count < 0 || from + count > where.length) return undefined;
  return result(where.slice(from, from + count), call);
}

function padLeft([value, length, filler]: readonly Value[], call: Call): Value | undefined {
  const total = integerOf(length);
  const fill = filler ? stringOf(filler) : ' ';
  if (value?.kind !== 'scalar' || total === undefined || fill?.length !== 1) return undefined;
  if (total > call.session.limits.text) return undefined;
  return result(plainText(value).padStart(total, fill), call);
}

/** Without regard to case ("Template functions - string: startsWith"); a fixed start or end may decide for an open text. */
function edge([text, wanted]: readonly Value[], call: Call, atEnd: boolean): Value | undefined {
  const what = stringOf(wanted)?.toLowerCase();
  const parts = text && textOf(text);
  const part = parts?.at(atEnd ? -1 : 0) ?? (parts ? '' : undefined);
  if (what === undefined || typeof part !== 'string') return undefined;
  const fixed = part.toLowerCase();
  const whole = parts?.length === 1 || parts?.length === 0;
  if (atEnd ? fixed.endsWith(what) : fixed.startsWith(what)) return result(true, call);
  if (whole && !isSymbolic(fixed)) return result(false, call);
  const common = Math.min(fixed.length, what.length);
  const [ours, theirs] = atEnd
    ? [fixed.slice(-common), what.slice(-common)]
    : [fixed.slice(0, common), what.slice(0, common)];
  return common > 0 && ours !== theirs && !isSymbolic(fixed) ? result(false, call) : undefined;
}

function like([text, pattern]: readonly Value[], call: Call): Value | undefined {
  const [input, wanted] = [stringOf(text)?.toLowerCase(), stringOf(pattern)?.toLowerCase()];
  if (input === undefined || wanted === undefined) return undefined;
  const pieces = wanted.split('*');
  const [head = '', ...others] = pieces;
  const tail = others.pop();
  if (tail === undefined) return result(input === wanted, call);
  if (!input.startsWith(head) || !input.endsWith(tail) || input.length < head.length + tail.length)
    return result(false, call);
  const end = input.length - tail.length;
  let at = head.length;
  for (const piece of others) {
    const found = input.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return result(false, call);
    at = found + piece.length;
  }
  return result(true, call);
}

function hash(
  operands: readonly Value[],
  call: Call,
  compute: (parts: readonly string[]) => string,
): Value | undefined {
  const texts = operands.map((operand) => stringOf(operand));
  const known = texts.filter((text) => text !== undefined && !isSymbolic(text)).filter((text) => text !== undefined);
  if (known.length === texts.length) return result(compute(known), call);
  const expression = renderCall(call.name, operands);
  const waits = waiting(operands);
  return opaque(expression, waits.length > 0 ? waits : [expression], call.origin);
}
