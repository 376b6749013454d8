/** What becomes of pods whose policies are gone: other policies hold for them, or none. */
import type { EgressPath, PoliciesEgressPath, SelectedPods } from '../../egress-path.js';
import { certainly } from '../../fact.js';
import { digestOf } from '../../digest.js';
import type { Subject } from '../../model.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { podLabels, workloadsOf } from '../pods.js';
import type { DeclaredPolicy } from './policies.js';
import { declaredPolicies } from './policies.js';
import { unitOf } from './policy-paths.js';
import { covers } from './selected-pods.js';

/**
 * The same pods in another revision, in which no policy has their very selector.
 * @returns undefined where the pods are seen to be gone themselves, and for other subjects
 */
export function continuedIn(subject: Subject, own: Estate, other: Estate): EgressPath | undefined {
  if (!isOfPods(subject)) return undefined;
  const covered = coveredIn(subject, other);
  if (covered) return covered;
  const gone = runs(subject.pods, own) && !runs(subject.pods, other);
  const former = subject.policies.map(({ title }) => title);
  return gone ? undefined : { ...subject, policies: [], former, digest: () => 'no policy' };
}

/** The same pods in another revision, where policies with another selector hold for them. */
export function coveredIn(subject: Subject, other: Estate): EgressPath | undefined {
  if (!isOfPods(subject)) return undefined;
  const covering = other.derived(declaredPolicies).filter((declared) => holdsFor(declared, subject));
  if (covering.length === 0) return undefined;
  const resources = covering.map(({ object }) => object.resource);
  return {
    ...subject,
    policies: covering.map(({ policy }) => ({ ...policy, own: false })),
    digest: digestOf(resources),
  };
}

function isOfPods(subject: Subject): subject is PoliciesEgressPath {
  if (subject.kind !== 'egress-path' || subject.via !== 'policies') return false;
  return subject.policies.some(({ family }) => family !== 'admin');
}

function holdsFor({ object, pods, policy }: DeclaredPolicy, { pods: selected, root }: PoliciesEgressPath): boolean {
  if (policy.family === 'admin' || certainly(policy.isolates, (on) => on) === false) return false;
  // Manifests that leave the namespace open are for the same one only where they stand together.
  return covers(pods, selected) && (selected.namespace !== undefined || unitOf(object.resource).id === root.id);
}

/** Whether a revision shows pods that are selected, or the namespace that they are in. */
function runs({ namespace, labels }: SelectedPods, estate: Estate): boolean {
  const here = ({ namespace: its }: KubernetesObject): boolean => namespace === '*' || its === namespace;
  if (estate.all('', 'Namespace').some(({ name }) => name === namespace)) return true;
  return workloadsOf(estate)
    .filter(here)
    .some((workload) => {
      const its = podLabels(workload);
      return labels === undefined || [...labels].every(([key, value]) => its.get(key) === value);
    });
}
