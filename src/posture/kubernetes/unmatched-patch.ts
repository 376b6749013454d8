/** Patches of overlays that fit no object, where they would change how something is reached. */
import { unmatchedPatchType } from '../../evaluation/kustomize/unmatched.js';
import type { Resource } from '../../evaluation/resource.js';
import { lookup } from '../../syntax/value.js';
import { identityOf, textOf } from '../identity.js';
import type { EntryPoint } from '../entry-point.js';
import { decisiveKey } from './decisive.js';

/** Targets that say no more than a kind are meant for whatever there is. */
const naming = ['name', 'namespace', 'labelSelector', 'annotationSelector'];

/** @returns undefined for resources of other types */
export function unmatchedPatches(resource: Resource): readonly EntryPoint[] | undefined {
  if (resource.type !== unmatchedPatchType) return undefined;
  const target = lookup(resource.body, ['target']);
  const patch = lookup(resource.body, ['patch']);
  const text = (key: string): string | undefined => textOf(lookup(target, [key]));
  const sets = patch && decisiveKey(patch, text('kind') === 'Service');
  if (!target || sets === undefined || !naming.some((key) => text(key) !== undefined)) return [];
  const name = [text('namespace'), text('name')].filter((part) => part !== undefined).join('/');
  const wanted = [text('kind') ?? 'object', name || (text('labelSelector') ?? text('annotationSelector'))];
  const present = lookup(resource.body, ['present']);
  const title = `patch for ${wanted.filter((part) => part !== undefined).join(' ')}`;
  return [
    {
      ...identityOf(resource, title),
      kind: 'entry-point',
      via: 'unmatched-patch',
      title,
      sets,
      present: present?.kind === 'list' ? present.items.flatMap((item) => textOf(item) ?? []) : [],
      target: (lookup(target, ['name']) ?? target).origin,
    },
  ];
}
