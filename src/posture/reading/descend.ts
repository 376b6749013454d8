/** Ways down into a value: by keys, through blocks (lists of one mapping, as Terraform has them) and open choices. */
import { isNull, list, member, scalar, undetermined } from '../../syntax/value.js';
import type { Mapping, Undetermined, Value } from '../../syntax/value.js';

/** Choices below choices multiply: those on one path are followed this deep. */
const mostChoices = 3;

/**
 * The value at a path of keys. A list on the way stands for its first item: that is how a block that comes at most once
 * arrives. An open choice on the way stays one: its candidates are followed, and one that lacks the path becomes null there.
 * @returns undefined when it is certainly absent; a null that stands there is returned, since its place can be edited
 */
export function descend(
  value: Value | undefined,
  path: readonly string[],
  ignoreCase: boolean,
  choices = mostChoices,
): Value | undefined {
  let at = value;
  for (const [index, key] of path.entries()) {
    const container = inBlock(at);
    if (container?.kind === 'undetermined') return openAt(container, path.slice(index), ignoreCase, choices);
    if (!container || isNull(container)) return container;
    at = member(container, key, ignoreCase);
  }
  return at;
}

/** The mapping in a block, the value itself when it is none. */
function inBlock(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'list') return value;
  return value.items[0] ?? (value.rest && further(value.rest));
}

/**
 * What may follow in a list, as an open choice between lists. Evaluators say what is possible either as such lists or as the
 * mappings that may come, none or several of each.
 */
export function further(rest: Undetermined): Undetermined {
  const { expression, waitsFor, origin, candidates = [] } = rest;
  if (candidates.every((each) => each.kind === 'list' || isNull(each))) return rest;
  const blocks = candidates.every((each) => each.kind === 'map')
    ? [scalar(null, origin), ...candidates.map((each) => list([each], each.origin))]
    : [];
  return undetermined(expression, waitsFor, origin, blocks);
}

function openAt(container: Undetermined, path: readonly string[], ignoreCase: boolean, choices: number): Undetermined {
  const { expression, waitsFor, origin } = container;
  const followed = choices > 0 ? container.candidates : undefined;
  const candidates = followed?.map(
    (candidate) => descend(candidate, path, ignoreCase, choices - 1) ?? scalar(null, candidate.origin),
  );
  return undetermined([expression, ...path].join('.'), waitsFor, origin, candidates);
}

/** The deepest mapping on a path, and what is missing below it. */
export interface Holder {
  readonly mapping: Mapping;
  readonly missing: readonly string[];
}

/**
 * Where a value at a path would be written: into the deepest mapping that is there.
 * @returns undefined when something other than a mapping stands in the way
 */
export function holderOf(value: Value | undefined, path: readonly string[], ignoreCase: boolean): Holder | undefined {
  let at = inBlock(value);
  for (let index = 0; index < path.length; index++) {
    if (at?.kind !== 'map') return undefined;
    const missing = path.slice(index);
    const next = index === path.length - 1 ? undefined : member(at, missing[0] ?? '', ignoreCase);
    const inside = inBlock(next);
    if (!inside || isNull(inside)) return at.rest ? undefined : { mapping: at, missing };
    at = inside;
  }
  return undefined;
}
