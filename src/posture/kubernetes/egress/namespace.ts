/** Namespaces without a default of denying egress, in a repository that has one for others. */
import type { NamespaceEgressPath } from '../../egress-path.js';
import { is } from '../../fact.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { workloadsOf } from '../pods.js';
import { pathOfObject } from './path-of.js';
import { declaredPolicies } from './policies.js';

/** Namespaces that AKS, its add-ons or those who run the cluster manage, where cutting egress breaks more than it guards. */
const managed =
  /^(default|kube-|aks-|azure-|app-routing-system$|gatekeeper-system$|istio-|flux-system$|calico-|cilium)/;

/** A repository that never denies egress by default is not told about each of its namespaces. */
export function namespacePaths(object: KubernetesObject, estate: Estate): readonly NamespaceEgressPath[] {
  const { name } = object;
  if (managed.test(name)) return [];
  const denying = estate.derived(defaultDenying);
  const [unlike] = denying;
  if (unlike === undefined || denying.has(name) || denying.has('*')) return [];
  const runs = workloadsOf(estate).some(({ namespace }) => namespace === name);
  return runs ? [{ ...pathOfObject(object), via: 'namespace', unlike }] : [];
}

/** The namespaces in which all pods are cut off but for what policies allow. */
function defaultDenying(estate: Estate): ReadonlySet<string> {
  return new Set(
    estate
      .derived(declaredPolicies)
      .flatMap(({ pods, policy }) =>
        pods.labels?.size === 0 && pods.namespace !== undefined && is(policy.isolates, true) ? [pods.namespace] : [],
      ),
  );
}
