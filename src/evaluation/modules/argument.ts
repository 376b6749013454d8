/** What a call gives a parameter, as the module sees it: with its own default where nothing is given. */
import type { Plain } from '../../syntax/edit.js';
import { isNull, list, mapping, member, scalar, undetermined } from '../../syntax/value.js';
import type { Origin, Undetermined, Value } from '../../syntax/value.js';
import type { Condition, Setting } from './definition.js';

/** How the arguments of one call are read. */
export interface Reading {
  readonly language: 'bicep' | 'terraform';
  /** The place and the words for what the module decides by itself. */
  readonly assumed: (fixed: boolean, setting: Setting) => Origin;
  /** Present when nothing is known of what the module does by itself: the version is open, or the call would be refused. */
  readonly open: Undetermined | undefined;
}

/** The argument at a path of keys; `undefined` when it is certainly absent. An open choice stays one. */
export function argumentAt(container: Value, path: string): Value | undefined {
  let at: Value | undefined = container;
  for (const key of path.split('.')) at = at && within(at, key);
  return at;
}

function within(container: Value, key: string): Value | undefined {
  if (container.kind !== 'undetermined' || !container.candidates) return member(container, key);
  const { expression, waitsFor, origin, candidates } = container;
  const inside = candidates.map((candidate) => within(candidate, key) ?? scalar(null, candidate.origin));
  return undetermined(`${expression}.${key}`, waitsFor, origin, inside);
}

/**
 * The value that the module works with; `undefined` when it passes nothing on.
 * @param isNested whether the parameter is a key of an object: Terraform gives such a key its default for null, too
 */
export function effective(
  given: Value | undefined,
  setting: Setting,
  reading: Reading,
  isNested: boolean,
): Value | undefined {
  const keepsNull = reading.language === 'terraform' && !isNested && setting.notNull !== true;
  const settle = (value: Value): Value | undefined => {
    if (isNull(value)) return keepsNull ? undefined : assumedValue(setting, reading);
    if (value.kind !== 'undetermined' || !value.candidates) return value;
    const { expression, waitsFor, origin, candidates, parts } = value;
    const settled = candidates.map((candidate) => settle(candidate) ?? scalar(null, candidate.origin));
    return undetermined(expression, waitsFor, origin, settled, parts);
  };
  return given ? settle(given) : assumedValue(setting, reading);
}

function assumedValue(setting: Setting, reading: Reading): Value | undefined {
  if (setting.default === undefined) return undefined;
  return reading.open ?? plainValue(setting.default, reading.assumed(false, setting));
}

export function plainValue(plain: Plain, origin: Origin): Value {
  if (plain === null || typeof plain !== 'object') return scalar(plain, origin);
  if (isList(plain)) {
    return list(
      plain.map((item) => plainValue(item, origin)),
      origin,
    );
  }
  const entries = Object.entries(plain);
  return mapping(
    entries.map(([key, value]) => ({ key, keySpan: origin.span, value: plainValue(value, origin) })),
    origin,
  );
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

export type Truth = { readonly holds: boolean } | { readonly holds: undefined; readonly because: Undetermined };

/** Whether all conditions of a setting hold. */
export function holds(conditions: readonly Condition[] | undefined, args: Value): Truth {
  let open: Undetermined | undefined;
  for (const condition of conditions ?? []) {
    const given = argumentAt(args, condition.from);
    const answer = satisfies(given, condition);
    if (answer === false) return { holds: false };
    if (answer === undefined && given?.kind === 'undetermined') open ??= given;
  }
  return open ? { holds: undefined, because: open } : { holds: true };
}

function satisfies(given: Value | undefined, condition: Condition): boolean | undefined {
  if (!given || isNull(given)) return admits(condition, condition.default ?? null);
  switch (given.kind) {
    case 'scalar':
      return admits(condition, given.value);
    case 'list':
    case 'map':
      return condition.is === undefined;
    case 'undetermined': {
      const answers = new Set(given.candidates?.map((candidate) => satisfies(candidate, condition)));
      const [answer] = answers;
      return answers.size === 1 ? answer : undefined;
    }
  }
}

function admits({ is, isNot }: Condition, value: string | number | boolean | null): boolean {
  const same = (one: string | boolean | null): boolean => one === value;
  return (is === undefined || is.some(same)) && isNot?.some(same) !== true;
}
