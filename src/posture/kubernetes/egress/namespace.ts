/** Namespaces without a default of denying egress, in a repository that has one for others. */
import type { NamespaceEgressPath } from '../../egress-path.js';
import { is } from '../../fact.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { workloadsOf } from '../pods.js';
import { pathOfObject } from './path-of.js';
import type { DeclaredPolicy } from './policies.js';
import { declaredPolicies } from './policies.js';

/** Namespaces that AKS, its add-ons or those who run the cluster manage, where cutting egress breaks more than it guards. */
const managed =
  /^(default|kube-|aks-|azure-|app-routing-system$|gatekeeper-system$|istio-|flux-system$|calico-|cilium)/;

/** Told only where a deployment close by denies egress by default for another namespace: most repositories never do. */
export function namespacePaths(object: KubernetesObject, estate: Estate): readonly NamespaceEgressPath[] {
  const { name, resource } = object;
  if (managed.test(name)) return [];
  const denying = estate.derived(defaultDenying);
  const near = denying.filter((each) => isBeside(each.object.resource.root.path, resource.root.path));
  const unlike = near.find(({ pods }) => pods.namespace !== name)?.pods.namespace;
  const denied = denying.some(({ pods }) => pods.namespace === name || pods.namespace === '*');
  if (unlike === undefined || denied) return [];
  const runs = workloadsOf(estate).some(({ namespace }) => namespace === name);
  return runs ? [{ ...pathOfObject(object), via: 'namespace', unlike }] : [];
}

/** In one folder, or in folders of the same one. */
function isBeside(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => path.split('/').slice(0, -1)) as [string[], string[]];
  if (a.join('/') === b.join('/')) return true;
  return a.length > 1 && a.slice(0, -1).join('/') === b.slice(0, -1).join('/');
}

/** Policies that cut off all pods of a namespace but for what is inside of the cluster. */
function defaultDenying(estate: Estate): readonly DeclaredPolicy[] {
  return estate
    .derived(declaredPolicies)
    .filter(
      ({ pods, policy }) =>
        pods.labels?.size === 0 &&
        is(policy.isolates, true) &&
        policy.rules.every(({ to, ports }) => ports === 'dns' || to.every(({ kind }) => kind === 'cluster')),
    );
}
