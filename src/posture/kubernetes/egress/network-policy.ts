/** `networking.k8s.io/v1/NetworkPolicy`, what it says about egress. */
import type { Destination, EgressPolicy, EgressRule, SelectedPods } from '../../egress-path.js';
import type { Fact } from '../../fact.js';
import { known, open } from '../../reading/convert.js';
import { textAt, textsAt } from '../../reading/facts.js';
import type { Scope } from '../../reading/scope.js';
import { itemsAt, occurs, valueAt } from '../../reading/scope.js';
import type { KubernetesObject } from '../object.js';
import { fullName, headingOf } from '../object.js';
import { podsByLabels } from './selected-pods.js';
import { portsOf } from './ports.js';

/** What every reader of a kind of policy yields. */
export type ReadPolicy = Omit<EgressPolicy, 'inertOn' | 'own'> & { readonly pods: SelectedPods };

/** @returns undefined for a policy that is about ingress only */
export function networkPolicy(object: KubernetesObject): ReadPolicy | undefined {
  const { scope, path, namespace } = object;
  const isolates = aboutEgress(object);
  if (isolates.known && !isolates.value) return undefined;
  const keys = {
    labels: path('matchLabels').join(),
    expressions: path('matchExpressions').join(),
  };
  return {
    title: `${object.kind} ${fullName(object)}`,
    family: 'kubernetes',
    origin: headingOf(object),
    isolates,
    rules: rulesOf(object),
    order: 1000,
    pods: podsByLabels(scope, path('spec', 'podSelector'), namespace, keys),
  };
}

/** Without `policyTypes` a policy is about egress if it has rules for it: an empty list is none. */
function aboutEgress(object: KubernetesObject): Fact<boolean> {
  const { scope, path } = object;
  const types = textsAt(scope, path('spec', 'policyTypes'));
  if (!types.known) return { ...types, candidates: [], name: 'policyTypes' };
  const stated = types.value.find((type) => type.known && type.value === 'Egress');
  if (stated) return known(true, stated.origin, 'policyTypes', false);
  const waiting = types.value.find((type) => !type.known);
  if (waiting) return { ...waiting, candidates: [] };
  if (types.value.length > 0) return known(false, types.origin, 'policyTypes', false);
  const rules = valueAt(scope, path('spec', 'egress'));
  if (rules?.kind === 'undetermined') return { ...open(rules, 'egress'), candidates: [] };
  const { scopes, open: further } = itemsAt(scope, path('spec', 'egress'));
  if (scopes.length === 0 && further) return { ...open(further, 'egress'), candidates: [] };
  return known(scopes.length > 0, rules?.origin ?? headingOf(object), 'egress', true);
}

function rulesOf({ scope, path }: KubernetesObject): readonly EgressRule[] {
  const { scopes, open: further } = itemsAt(scope, path('spec', 'egress'));
  const rules = scopes.map((rule): EgressRule => {
    if (rule.root.kind === 'undetermined') return openRule(open(rule.root, 'egress'));
    return { action: 'allow', to: destinationsOf(rule, path), ports: portsOf(rule, ['ports']) };
  });
  return further ? [...rules, openRule(open(further, 'egress'))] : rules;
}

export function openRule(fact: Fact<unknown>): EgressRule {
  return { action: 'allow', to: [{ kind: 'open', origin: fact.origin, fact }], ports: 'all' };
}

/** A rule without `to`, or with an empty one, is a rule for every destination. */
function destinationsOf(rule: Scope, path: KubernetesObject['path']): readonly Destination[] {
  const { scopes, open: further } = itemsAt(rule, ['to']);
  const found = scopes.map((peer) => peerOf(peer, path));
  if (further) return [...found, { kind: 'open', origin: further.origin, fact: open(further, 'to') }];
  return found.length > 0 ? found : [{ kind: 'world', origin: valueAt(rule, ['to'])?.origin ?? rule.root.origin }];
}

function peerOf(peer: Scope, path: KubernetesObject['path']): Destination {
  const { origin } = peer.root;
  if (peer.root.kind === 'undetermined') return { kind: 'open', origin, fact: open(peer.root, 'to') };
  if (!occurs(peer, path('ipBlock'))) return { kind: 'cluster', origin };
  return addressesAt(peer, path('ipBlock', 'cidr'), path('ipBlock', 'except'));
}

/** A block of addresses without some. */
export function addressesAt(scope: Scope, cidr: readonly string[], except: readonly string[]): Destination {
  const block = textAt(scope, cidr, '');
  const without = textsAt(scope, except);
  if (!without.known) return { kind: 'open', origin: without.origin, fact: without };
  return { kind: 'addresses', origin: block.origin, cidr: block, except: without.value };
}
