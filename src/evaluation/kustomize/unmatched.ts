/** Patches that change nothing, as resources: what they would have opened or closed is told where they stand. */
import { literal, mapping } from '../../syntax/value.js';
import type { Entry, Value } from '../../syntax/value.js';
import type { Resource, Root } from '../resource.js';
import type { BuiltObject } from './build.js';
import { idOf, titleOf } from './object.js';
import { textAt } from './read.js';
import type { UnmatchedPatch } from './session.js';
import { kustomizeWriter } from './writer.js';

/** The type of a resource that stands for a patch whose target fits no object. */
export const unmatchedPatchType = 'unmatched patch';

/** Names of objects that are told as those that there are. */
const MOST_NAMES = 5;

/**
 * `body`: `target` as written, `patch` (a list of what it holds), and `present`: the objects of the wanted kind, as texts.
 */
export function unmatchedResource(patch: UnmatchedPatch, objects: readonly BuiltObject[], root: Root): Resource {
  const { entry, target } = patch;
  const kind = textAt(target, 'kind');
  const heading = target.origin.span;
  const part = (key: string, value: Value): Entry => ({ key, keySpan: heading, value });
  const present = objects
    .map(({ value }) => idOf(value))
    .filter((id) => kind === undefined || id.kind === kind)
    .slice(0, MOST_NAMES)
    .map((id): Value => ({ kind: 'scalar', value: titleOf(id), origin: literal(heading) }));
  const lists = (items: readonly Value[]): Value => ({ kind: 'list', items, origin: entry.origin });
  const words = ['group', 'version', 'kind', 'namespace', 'name', 'labelSelector', 'annotationSelector'];
  const named = words.flatMap((key) => textAt(target, key) ?? []).join('/');
  return {
    format: 'kustomize',
    root,
    type: unmatchedPatchType,
    address: `patch/${named}`,
    name: undefined,
    body: mapping(
      [part('target', target), part('patch', lists(patch.patch)), part('present', lists(present))],
      literal(entry.origin.span),
    ),
    span: entry.origin.span,
    heading,
    writer: kustomizeWriter,
  };
}
