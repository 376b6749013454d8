/** Texts of scripts: put together, and falling apart at their spaces. */
import type { Span } from '../../syntax/source.js';
import type { Origin, Value } from '../../syntax/value.js';
import { scalar, undetermined } from '../../syntax/value.js';

/** One argument of a command. */
export interface Argument {
  readonly value: Value;
  /** Whether it is there only under a condition. */
  readonly conditional: boolean;
  /** It may stand for any number of arguments: an array or a list of words that the text does not decide. */
  readonly several: boolean;
}

export function plain(value: Value): Argument {
  return { value, conditional: false, several: false };
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}

/** A text without quotes falls apart at its spaces. */
export function splitted(value: Value, span: Span): readonly Argument[] {
  if (value.kind === 'undetermined') return [{ value, conditional: false, several: true }];
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return [plain(value)];
  const words = value.value.split(/\s+/).filter((word) => word !== '');
  if (words.length === 1 && words[0] === value.value) return [plain(value)];
  return words.map((word) => plain(scalar(word, { span, from: [value.origin] })));
}

export function joined(values: readonly Value[], origin: Origin): Value {
  const from = values.map((value) => value.origin);
  const way = { span: origin.span, from: from.filter((each) => each.from.length > 0 || each.span !== origin.span) };
  if (values.every((value) => value.kind === 'scalar')) {
    return scalar(values.map(({ value }) => (value === null ? '' : String(value))).join(''), way);
  }
  const waits = values.flatMap((value) => (value.kind === 'undetermined' ? value.waitsFor : []));
  const parts = values.map((value) => (value.kind === 'scalar' ? String(value.value ?? '') : null));
  const expression = origin.span.file.text.slice(origin.span.start, Math.min(origin.span.end, origin.span.start + 200));
  return undetermined(expression, [...new Set(waits)], way, undefined, parts);
}

/** The words of an array or a list as one text; undefined where a condition decides on one of them. */
export function sentence(items: readonly Argument[], origin: Origin): Value | undefined {
  if (items.some(({ conditional }) => conditional)) return undefined;
  return joined(
    items.flatMap(({ value }, index) => (index === 0 ? [value] : [scalar(' ', origin), value])),
    origin,
  );
}

/**
 * What a place becomes that one of several lists of words takes: words that all of them begin with are there, the others only
 * under a condition.
 */
export function either(lists: readonly (readonly Argument[])[], isComplete: boolean): readonly Argument[] {
  const [first = []] = lists;
  let shared = 0;
  const isShared = (at: number): boolean =>
    lists.every((list) => {
      const [one, other] = [textOf(list[at]?.value), textOf(first[at]?.value)];
      return one !== undefined && one === other && !list[at]?.conditional;
    });
  if (isComplete) while (shared < first.length && isShared(shared)) shared++;
  if (shared > 0 && lists.some((list) => list[shared] && !isFlag(list[shared])) && isFlag(first[shared - 1])) shared--;
  return [
    ...first.slice(0, shared),
    ...lists.flatMap((list) => list.slice(shared).map((each) => ({ ...each, conditional: true }))),
  ];
}

export function isFlag(argument: Argument | undefined): boolean {
  return textOf(argument?.value)?.startsWith('-') ?? false;
}
