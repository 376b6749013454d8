/** The pods that an object runs: where their template stands, whatever the kind of workload. */
import type { Scope } from '../reading/scope.js';
import { itemsAt, valueAt } from '../reading/scope.js';
import { textOf } from '../identity.js';
import type { Value } from '../../syntax/value.js';
import type { Estate } from './estate.js';
import type { KubernetesObject } from './object.js';

/** By API group; of kinds that make pods through others only those that people write. */
const workloads: readonly (readonly [group: string, ...kinds: string[]])[] = [
  ['', 'Pod', 'ReplicationController'],
  ['apps', 'Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'],
  ['extensions', 'Deployment', 'DaemonSet'],
  ['batch', 'Job', 'CronJob'],
];

export function isWorkload({ group, kind }: Pick<KubernetesObject, 'group' | 'kind'>): boolean {
  return workloads.some(([its, ...kinds]) => its === group && kinds.includes(kind));
}

export function workloadsOf(estate: Estate): readonly KubernetesObject[] {
  return workloads.flatMap(([group, ...kinds]) => estate.all(group, ...kinds));
}

/** Where the pod is described: the path of its metadata and its spec. */
export function podPath({ kind, path }: KubernetesObject): readonly string[] {
  if (kind === 'Pod') return [];
  return kind === 'CronJob' ? path('spec', 'jobTemplate', 'spec', 'template') : ['spec', 'template'];
}

/** The labels that are certain. */
export function podLabels(object: KubernetesObject): ReadonlyMap<string, string> {
  return textsOf(valueAt(object.scope, [...podPath(object), 'metadata', 'labels']));
}

/** The containers of the pod, init containers left out: they are gone when it serves. */
export function containersOf(object: KubernetesObject): readonly Scope[] {
  const { scope } = object;
  const name = scope.dialect.textOfScalars ? 'container' : 'containers';
  return itemsAt(scope, [...podPath(object), 'spec', name]).scopes;
}

/** Texts of a mapping by key. */
export function textsOf(value: Value | undefined): ReadonlyMap<string, string> {
  if (value?.kind !== 'map') return new Map();
  const texts = [...value.entries.values()].flatMap(({ key, value: each }) => {
    const text = textOf(each);
    return text === undefined ? [] : [[key, text] as const];
  });
  return new Map(texts);
}

/** Services whose selector matches labels, in the same namespace. A Service without a selector matches nothing. */
export function servicesSelecting(
  labels: ReadonlyMap<string, string>,
  namespace: string | undefined,
  estate: Estate,
): readonly KubernetesObject[] {
  const matching = estate
    .derived(selectorsIn)
    .filter(
      ({ service, selector }) =>
        service.namespace === namespace &&
        selector.length > 0 &&
        selector.every(([key, value]) => labels.get(key) === value),
    );
  return matching.map(({ service }) => service);
}

/** Every Service with the labels that it selects. */
function selectorsIn(
  estate: Estate,
): readonly { readonly service: KubernetesObject; readonly selector: readonly (readonly [string, string])[] }[] {
  return estate
    .all('', 'Service')
    .map((service) => ({ service, selector: [...textsOf(valueAt(service.scope, ['spec', 'selector']))] }));
}
