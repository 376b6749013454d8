/** Commands that change how an object is reached, where its declaration does not say so. */
import { changeType } from '../../evaluation/kubectl/changes.js';
import type { Resource } from '../../evaluation/resource.js';
import { literal, lookup } from '../../syntax/value.js';
import type { Origin, Value } from '../../syntax/value.js';
import { identityOf, textOf } from '../identity.js';
import type { EntryPoint } from '../entry-point.js';
import { decisiveKey } from './decisive.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';

/** API groups of kinds that a command names without one. */
const groups: Readonly<Record<string, string>> = {
  Service: '',
  Pod: '',
  Ingress: 'networking.k8s.io',
  IngressClass: 'networking.k8s.io',
  Gateway: 'gateway.networking.k8s.io',
  NginxIngressController: 'approuting.kubernetes.azure.com',
  Deployment: 'apps',
  DaemonSet: 'apps',
  StatefulSet: 'apps',
};

/** @returns undefined for resources of other types */
export function changedByHand(resource: Resource, estate: Estate): readonly EntryPoint[] | undefined {
  if (resource.type !== changeType) return undefined;
  const text = (key: string): string | undefined => textOf(lookup(resource.body, [key]));
  const kind = text('kind') ?? 'object';
  const patches = lookup(resource.body, ['patches']);
  const key = patches && decisiveKey(patches, kind === 'Service');
  if (!patches || key === undefined) return [];
  const name = [text('namespace'), text('name')].filter((part) => part !== undefined).join('/');
  const target = text('name') === undefined ? `a ${kind}` : `${kind} ${name}`;
  const command = text('command') ?? 'kubectl';
  const declared = declaredAt(resource, estate, kind, text('namespace'), text('name'));
  return [
    {
      ...identityOf(resource, `${command} ${target}`),
      kind: 'entry-point',
      via: 'changed-by-hand',
      title: `${command} of ${target}`,
      command,
      key,
      removes: takesAway(patches, key),
      target,
      ...(declared ? { declared } : {}),
    },
  ];
}

function declaredAt(
  resource: Resource,
  estate: Estate,
  kind: string,
  namespace: string | undefined,
  name: string | undefined,
): Origin | undefined {
  const group = Object.hasOwn(groups, kind) ? groups[kind] : undefined;
  if (name === undefined || group === undefined) return undefined;
  const same = estate
    .all(group, kind)
    .filter((each) => each.name === name && (namespace ?? 'default') === (each.namespace ?? 'default'));
  const [first] = nearest(same, resource);
  return first && literal(first.resource.heading);
}

/** `key-`, `key: null`, or the `remove` of a JSON patch. */
function takesAway(patches: Value, key: string): boolean {
  const pending: Value[] = [patches];
  for (let at = pending.shift(); at; at = pending.shift()) {
    if (at.kind === 'list') pending.push(...at.items);
    if (at.kind !== 'map') continue;
    const own = at.entries.get(key)?.value;
    if (own) return own.kind === 'scalar' && own.value === null;
    const isAbout = textOf(at.entries.get('path')?.value)?.replaceAll('~1', '/').endsWith(key) ?? false;
    if (isAbout) return textOf(at.entries.get('op')?.value) === 'remove';
    for (const { value } of at.entries.values()) pending.push(value);
  }
  return false;
}
