/**
 * Network policies as ways out. Policies that select the same pods add up, so that the subject is the pods: one for each selector
 * that some policy of a deployment has in a namespace.
 */
import type { Resource, Root } from '../../../evaluation/resource.js';
import type { PoliciesEgressPath, SelectedPods } from '../../egress-path.js';
import { digestOf } from '../../digest.js';
import { identityOf } from '../../identity.js';
import type { Estate } from '../estate.js';
import type { DeclaredPolicy } from './policies.js';
import { declaredPolicies } from './policies.js';
import { covers } from './selected-pods.js';

/** Those that begin in the resources of one root: the first policy of a selector stands for all. */
export function policyPathsOf(resources: readonly Resource[], estate: Estate): readonly PoliciesEgressPath[] {
  const all = estate.derived(paths);
  return resources.flatMap((resource) => all.get(resource) ?? []);
}

/** By the first resource that declares a policy for the pods. */
function paths(estate: Estate): ReadonlyMap<Resource, readonly PoliciesEgressPath[]> {
  const units = new Map<string, DeclaredPolicy[]>();
  for (const declared of estate.derived(declaredPolicies)) {
    const unit = unitOf(declared.object.resource);
    const key = `${unit.format} ${unit.id}`;
    const same = units.get(key);
    if (same) same.push(declared);
    else units.set(key, [declared]);
  }
  const found = new Map<Resource, PoliciesEgressPath[]>();
  for (const policies of units.values()) {
    for (const { first, path } of pathsOfUnit(policies)) {
      const { resource } = first.object;
      const same = found.get(resource);
      if (same) same.push(path);
      else found.set(resource, [path]);
    }
  }
  return found;
}

/**
 * What is deployed together: a root, and of plain manifests, each of which is a root, the folder that they stand in.
 */
export function unitOf({ root }: Resource): Root {
  if (root.format !== 'kubernetes') return root;
  const folder = root.path.split('/').slice(0, -1).join('/') || '.';
  return { id: folder, format: root.format, path: folder, parameters: [] };
}

interface Begun {
  readonly first: DeclaredPolicy;
  readonly path: PoliciesEgressPath;
}

function pathsOfUnit(policies: readonly DeclaredPolicy[]): readonly Begun[] {
  const bySelector = new Map<string, DeclaredPolicy>();
  for (const declared of policies.toSorted(byPlace)) {
    const key = addressOf(declared.pods);
    if (!bySelector.has(key)) bySelector.set(key, declared);
  }
  return [...bySelector.values()].map((first) => ({
    first,
    path: pathOf(
      first,
      policies.filter(({ pods }) => covers(pods, first.pods)),
    ),
  }));
}

function byPlace(a: DeclaredPolicy, b: DeclaredPolicy): number {
  const [one, other] = [a.object.resource.root.path, b.object.resource.root.path];
  return one < other ? -1 : one > other ? 1 : 0;
}

export function addressOf({ namespace, text }: SelectedPods): string {
  return `Egress/${namespace ?? 'default'}/${text === '' ? '*' : text}`;
}

function pathOf({ object, pods }: DeclaredPolicy, policies: readonly DeclaredPolicy[]): PoliciesEgressPath {
  const root = unitOf(object.resource);
  const place = pods.namespace === undefined ? '' : `${pods.namespace}/`;
  return {
    ...identityOf(object.resource, `${place}${pods.text === '' ? '*' : pods.text}`),
    id: `${root.id}#${addressOf(pods)}`,
    root,
    digest: digestWithEngines(policies),
    kind: 'egress-path',
    via: 'policies',
    title: titleOf(pods),
    pods,
    policies: policies.map((each) => ({ ...each.policy, own: addressOf(each.pods) === addressOf(pods) })),
  };
}

/** A cluster that loses or gets an engine touches what the policies do. */
function digestWithEngines(policies: readonly DeclaredPolicy[]): () => string {
  const declared = digestOf(policies.map(({ object }) => object.resource));
  const inForce = policies.map(({ policy }) => (policy.inertOn.length === 0 ? 'in force' : 'inert')).join();
  return () => `${declared()} ${inForce}`;
}

function titleOf({ namespace, text, labels }: SelectedPods): string {
  const which = labels?.size === 0 ? 'all pods' : `the pods ${text.slice(0, 80)}`;
  if (namespace === '*') return labels?.size === 0 ? 'all pods of the cluster' : `${which} of all namespaces`;
  return namespace === undefined ? which : `${which} of namespace ${namespace}`;
}
