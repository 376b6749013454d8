/** Pods that are reached on the addresses of their nodes: `hostNetwork` and `hostPort`. */
import { certainly } from '../fact.js';
import type { Fact } from '../fact.js';
import { identityOf } from '../identity.js';
import type { EntryPoint } from '../entry-point.js';
import { known } from '../reading/convert.js';
import { booleanAt } from '../reading/facts.js';
import { itemsAt, valueAt } from '../reading/scope.js';
import { misplacedOn } from './misplaced.js';
import type { KubernetesObject } from './object.js';
import { fullName } from './object.js';
import { containersOf, podPath } from './pods.js';

export interface HostFacts {
  readonly hostNetwork: Fact<boolean>;
  readonly hostPorts: readonly Fact<string>[];
}

export function hostFacts(object: KubernetesObject): HostFacts {
  const { scope, path } = object;
  return {
    hostNetwork: booleanAt(scope, [...podPath(object), 'spec', ...path('hostNetwork')], false),
    hostPorts: containersOf(object).flatMap((container) =>
      itemsAt(container, [scope.dialect.textOfScalars ? 'port' : 'ports']).scopes.flatMap((port) => {
        const value = valueAt(port, path('hostPort'));
        const number = value?.kind === 'scalar' ? Number(value.value) : 0;
        return value && number > 0 ? [known(String(number), value.origin, 'hostPort', false)] : [];
      }),
    ),
  };
}

/** None for pods that only their own addresses lead to. */
export function hostEntryPoints(object: KubernetesObject): readonly EntryPoint[] {
  const facts = hostFacts(object);
  if (facts.hostPorts.length === 0 && certainly(facts.hostNetwork, (on) => !on) === true) return [];
  const name = fullName(object);
  const misplaced = misplacedOn(object);
  return [
    {
      ...identityOf(object.resource, name),
      kind: 'entry-point',
      via: 'host',
      title: `${object.kind} ${name}`,
      ...facts,
      ...(misplaced ? { misplaced } : {}),
    },
  ];
}
