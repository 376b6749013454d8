/** Ids of what scripts make: the subscription is whichever is signed in to. */
import type { Origin, Undetermined, Value } from '../../../syntax/value.js';
import { undetermined } from '../../../syntax/value.js';
import { textOf } from './words.js';

/**
 * @param type below `Microsoft.Network/`: `virtualNetworks/subnets`
 * @param names one for each part of the type; what is not known stands as its expression in braces
 */
export function idOf(
  type: string,
  group: Value | undefined,
  names: readonly (Value | undefined)[],
  origin: Origin,
): Undetermined {
  const path = type.split('/').map((part, index) => `/${part}/${named(names[index])}`);
  const scope = `/subscriptions/{the subscription}/resourceGroups/${named(group)}`;
  return undetermined(
    `${scope}/providers/Microsoft.Network${path.join('')}`,
    ['the subscription of the script'],
    origin,
  );
}

function named(value: Value | undefined): string {
  if (value?.kind === 'undetermined') return `{${value.expression}}`;
  return textOf(value) ?? '{}';
}

/** An argument that is an id, or a name in the same group. */
export function asId(type: string, value: Value, group: Value | undefined): Value {
  const text = value.kind === 'undetermined' ? value.expression : (textOf(value) ?? '');
  return text === '' || text.startsWith('/') || text === 'null' ? value : idOf(type, group, [value], value.origin);
}

/** The names in an id of some type; undefined where one of them is open. */
export function namesIn(value: Value, type: string): readonly string[] | undefined {
  const open =
    value.kind === 'undetermined' ? (value.parts?.map((part) => part ?? '{}').join('') ?? value.expression) : '';
  const parts = (textOf(value) ?? open).split('/');
  const names = type
    .split('/')
    .map((segment) => parts[parts.findIndex((part) => part.toLowerCase() === segment.toLowerCase()) + 1]);
  return names.every((name) => name !== undefined && name !== '' && !/[{}$]/.test(name))
    ? (names as string[])
    : undefined;
}
