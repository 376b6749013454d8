/** Patches of overlays that fit no object, where they would change how something is reached. */
import { unmatchedPatchType } from '../../evaluation/kustomize/unmatched.js';
import type { Resource } from '../../evaluation/resource.js';
import { lookup } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { identityOf, textOf } from '../identity.js';
import type { EntryPoint } from '../model.js';

/** Keys, or pointers of JSON patches, of what decides about a way in. */
const decisive =
  /azure-(?:load-balancer|pls|deny-all|allowed|pip|additional|disable)|load-?balancer|externalIPs|ingressClassName|ingress\.class|appgw\.ingress|gatewayClassName|use-private-ip|hostNetwork|hostPort/i;
/** The same for Services only. */
const decisiveForServices = /^type$|\/spec\/type$/;

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

/** The first key of a patch, in its order, that decides about a way in. */
function decisiveKey(patch: Value, isService: boolean): string | undefined {
  const fits = (key: string): boolean => decisive.test(key) || (isService && decisiveForServices.test(key));
  const pending: Value[] = [patch];
  for (let at = pending.shift(); at; at = pending.shift()) {
    if (at.kind === 'list') pending.push(...at.items);
    if (at.kind !== 'map') continue;
    for (const { key, value } of at.entries.values()) {
      if (fits(key)) return key;
      const pointer = key === 'path' ? textOf(value) : undefined;
      if (pointer !== undefined && fits(pointer)) return lastOf(pointer);
      pending.push(value);
    }
  }
  return undefined;
}

/** `/metadata/annotations/a.b~1c` -> `a.b/c`. */
function lastOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}
