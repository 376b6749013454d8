/** Every policy of a revision that is about egress, whatever its kind. */
import type { EgressPolicy, PolicyFamily, SelectedPods, UnfilteredCluster } from '../../egress-path.js';
import { certainly } from '../../fact.js';
import type { Cluster } from '../../model.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { adminPolicy } from './admin-policy.js';
import { calicoPolicy } from './calico-policy.js';
import { ciliumPolicies } from './cilium-policy.js';
import { networkPolicy } from './network-policy.js';
import type { ReadPolicy } from './network-policy.js';

export interface DeclaredPolicy {
  readonly object: KubernetesObject;
  readonly policy: Omit<EgressPolicy, 'own'>;
  readonly pods: SelectedPods;
}

type Reader = (object: KubernetesObject) => readonly ReadPolicy[];

const one =
  (read: (object: KubernetesObject) => ReadPolicy | undefined): Reader =>
  (object) => {
    const policy = read(object);
    return policy ? [policy] : [];
  };

const kinds: readonly (readonly [group: string, kind: string, read: Reader])[] = [
  ['networking.k8s.io', 'NetworkPolicy', one(networkPolicy)],
  ['extensions', 'NetworkPolicy', one(networkPolicy)],
  ['cilium.io', 'CiliumNetworkPolicy', ciliumPolicies],
  ['cilium.io', 'CiliumClusterwideNetworkPolicy', ciliumPolicies],
  ...['projectcalico.org', 'crd.projectcalico.org'].flatMap((group) =>
    ['NetworkPolicy', 'GlobalNetworkPolicy'].map((kind) => [group, kind, one(calicoPolicy)] as const),
  ),
  ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'].map(
    (kind) => ['policy.networking.k8s.io', kind, one(adminPolicy)] as const,
  ),
];

export function isPolicy({ group, kind }: Pick<KubernetesObject, 'group' | 'kind'>): boolean {
  return kinds.some(([its, name]) => its === group && name === kind);
}

/** To be asked through `Estate.derived`. */
export function declaredPolicies(estate: Estate): readonly DeclaredPolicy[] {
  return kinds.flatMap(([group, kind, read]) =>
    estate.all(group, kind).flatMap((object) =>
      read(object).map(({ pods, ...policy }) => ({
        object,
        pods,
        policy: { ...policy, inertOn: inertOn(policy.family, estate.clusters()) },
      })),
    ),
  );
}

/**
 * The clusters of the repository, when none of them has an engine that enforces policies of a family. Which of several a policy is
 * deployed to is not known, so that one that may enforce it leaves it in force.
 */
function inertOn(family: PolicyFamily, clusters: readonly Cluster[]): readonly UnfilteredCluster[] {
  const idle = clusters.every(
    ({ egress }) => certainly(egress.networkPolicy, (engine) => !enforces(engine, family)) === true,
  );
  return idle ? clusters.map(({ name, egress }) => ({ name, engine: egress.networkPolicy })) : [];
}

/** A cluster that brings its own network plugin (`''`) may bring any engine. */
function enforces(engine: string, family: PolicyFamily): boolean {
  if (engine === '') return true;
  switch (family) {
    case 'kubernetes':
      return engine !== 'none';
    case 'cilium':
    case 'calico':
      return engine === family;
    case 'admin':
      return true;
  }
}
