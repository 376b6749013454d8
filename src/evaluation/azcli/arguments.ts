/** The arguments of one command as settings of a cluster. */
import type { Origin, Undetermined, Value } from '../../syntax/value.js';
import { list, scalar, undetermined } from '../../syntax/value.js';
import type { Flag } from './flags.js';
import { addOns, flags, isSwitch, takesSeveral } from './flags.js';
import type { Argument } from './variables.js';

export interface Setting {
  /** `pool` starts the path of what belongs to the first node pool. */
  readonly path: readonly string[];
  readonly value: Value;
  readonly conditional: boolean;
  /** Whether the items of a list come after those of an earlier command, instead of in their place. */
  readonly appends?: boolean;
}

export interface Settings {
  readonly settings: readonly Setting[];
  /** Arguments that may say anything. */
  readonly rest?: Undetermined;
}

interface Use {
  readonly flag: string;
  readonly argument: Argument;
  readonly values: Argument[];
}

export function settingsOf(args: readonly Argument[]): Settings {
  const uses: Use[] = [];
  let rest: Undetermined | undefined;
  for (const argument of args) {
    const text = textOf(argument.value);
    const [, flag, inline] = /^(-{1,2}[A-Za-z][\w-]*)(?:=(.*))?$/s.exec(text ?? '') ?? [];
    const last = uses.at(-1);
    if (flag !== undefined) {
      const value = inline === undefined ? [] : [{ ...argument, value: scalar(inline, argument.value.origin) }];
      uses.push({ flag, argument, values: value });
    } else if (last && !isSwitch(last.flag) && (last.values.length === 0 || takesSeveral(last.flag))) {
      last.values.push(argument);
    } else if (argument.value.kind === 'undetermined' && argument.several) rest ??= argument.value;
  }
  return { settings: uses.flatMap(settingsIn), ...(rest ? { rest } : {}) };
}

function settingsIn({ flag, argument, values }: Use): readonly Setting[] {
  const known = flags.get(flag);
  if (!known) return [];
  const conditional = argument.conditional || values.some((value) => value.conditional);
  return pathsOf(known, argument, values).map(([path, value]) => ({ path, value, conditional }));
}

function pathsOf(flag: Flag, { value: written }: Argument, values: readonly Argument[]): [readonly string[], Value][] {
  const { origin } = written;
  const first = values[0]?.value;
  switch (flag.kind) {
    case 'switch':
      return [[flag.path, scalar(flag.value, origin)]];
    case 'text':
      return first ? [[flag.path, first]] : [];
    case 'list':
      return [[flag.path, listOf(values, origin)]];
    case 'document': {
      const told = textOf(first) ?? 'the HTTP proxy settings';
      return [[flag.path, undetermined(told, [told], first?.origin ?? origin)]];
    }
    case 'add-ons':
      return addOnsIn(first, origin);
  }
}

/** A comma separates; the empty text is the empty list. */
function listOf(values: readonly Argument[], origin: Origin): Value {
  const items = values.flatMap(({ value }): readonly Value[] => {
    const text = textOf(value);
    if (text === undefined) return [value];
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => scalar(item, value.origin));
  });
  const [only, another] = items;
  const told = values.length === 1 && only?.kind === 'undetermined' ? addressesIn(only) : undefined;
  if (told) return list(told, only?.origin ?? origin);
  if (only?.kind === 'undetermined' && !another) return undetermined(only.expression, only.waitsFor, only.origin);
  return list(items, values[0]?.value.origin ?? origin);
}

/** `"$MINE/32,1.2.3.4/32"`: the addresses in a text of which none is wholly open. */
function addressesIn({ parts, expression, waitsFor, origin }: Undetermined): readonly Value[] | undefined {
  const items: (string | null)[][] = [[]];
  for (const part of parts ?? []) {
    if (part === null) items.at(-1)?.push(null);
    else {
      for (const [index, text] of part.split(',').entries()) {
        if (index > 0) items.push([]);
        if (text.trim() !== '') items.at(-1)?.push(text.trim());
      }
    }
  }
  const found = items.filter((item) => item.length > 0);
  if (found.length === 0 || found.some((item) => item.every((part) => part === null))) return undefined;
  return found.map((item) =>
    item.includes(null) ? undetermined(expression, waitsFor, origin, undefined, item) : scalar(item.join(''), origin),
  );
}

function addOnsIn(value: Value | undefined, origin: Origin): [readonly string[], Value][] {
  if (value?.kind === 'undetermined') {
    return [...addOns.values()].map((path) => [path, undetermined(value.expression, value.waitsFor, value.origin)]);
  }
  const names = (textOf(value) ?? '').split(',').map((name) => name.trim());
  return names.flatMap((name): [readonly string[], Value][] => {
    const path = addOns.get(name);
    return path ? [[path, scalar(true, value?.origin ?? origin)]] : [];
  });
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}
