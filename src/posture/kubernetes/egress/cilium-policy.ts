/** `CiliumNetworkPolicy` and `CiliumClusterwideNetworkPolicy`, what they say about egress. */
import type { Destination, EgressRule, SelectedPods } from '../../egress-path.js';
import type { Fact } from '../../fact.js';
import { known, open } from '../../reading/convert.js';
import { booleanAt, textAt, textsAt } from '../../reading/facts.js';
import type { Scope } from '../../reading/scope.js';
import { itemsAt, occurs, valueAt } from '../../reading/scope.js';
import type { KubernetesObject } from '../object.js';
import { fullName, headingOf } from '../object.js';
import type { ReadPolicy } from './network-policy.js';
import { addressesAt, openRule } from './network-policy.js';
import { isDns } from './ports.js';
import { podsByLabels } from './selected-pods.js';

/** One policy for each of its `specs`; none for those that are about ingress only. */
export function ciliumPolicies(object: KubernetesObject): readonly ReadPolicy[] {
  const { scope } = object;
  const specs = [
    ...(occurs(scope, ['spec']) ? [{ ...scope, base: [...scope.base, 'spec'] }] : []),
    ...itemsAt(scope, ['specs']).scopes,
  ];
  return specs.flatMap((spec) => policyOf(object, spec) ?? []);
}

function policyOf(object: KubernetesObject, spec: Scope): ReadPolicy | undefined {
  if (!occurs(spec, ['egress']) && !occurs(spec, ['egressDeny'])) return undefined;
  const wide = object.kind === 'CiliumClusterwideNetworkPolicy';
  return {
    title: `${object.kind} ${fullName(object)}`,
    family: 'cilium',
    origin: headingOf(object),
    isolates: isolation(spec),
    // What is denied is denied whatever else allows it.
    rules: [...rulesAt(spec, 'egressDeny', 'deny'), ...rulesAt(spec, 'egress', 'allow')],
    order: 1000,
    pods: podsOf(spec, wide ? '*' : object.namespace),
  };
}

/** A section for egress cuts its pods off from everything else, unless the policy says not to. */
function isolation(spec: Scope): Fact<boolean> {
  const stated = booleanAt(spec, ['enableDefaultDeny', 'egress'], true);
  if (!stated.known || !stated.byDefault) return stated;
  const sections = ['egress', 'egressDeny'].map((name) => valueAt(spec, [name]));
  const waiting = sections.find((section) => section?.kind === 'undetermined');
  const given = sections.some((section) => section && section.kind !== 'undetermined');
  return waiting?.kind === 'undetermined' && !given ? open(waiting, 'egress') : stated;
}

function podsOf(spec: Scope, namespace: string | undefined): SelectedPods {
  if (!occurs(spec, ['nodeSelector'])) return podsByLabels(spec, ['endpointSelector'], namespace);
  const nodes = podsByLabels(spec, ['nodeSelector'], namespace);
  return { namespace, text: `nodes ${nodes.text}`.trim(), labels: undefined };
}

function rulesAt(spec: Scope, section: 'egress' | 'egressDeny', action: EgressRule['action']): readonly EgressRule[] {
  const { scopes, open: further } = itemsAt(spec, [section]);
  const rules = scopes.flatMap((rule): readonly EgressRule[] => {
    if (rule.root.kind === 'undetermined') return [{ ...openRule(open(rule.root, section)), action }];
    const to = destinationsOf(rule);
    return to.length > 0 ? [{ action, to, ports: portsOf(rule) }] : [];
  });
  return further ? [...rules, { ...openRule(open(further, section)), action }] : rules;
}

/** Destinations that are pods, Services or nodes. Of others a cloud's own groups are left out: AKS has none. */
const inside = ['toEndpoints', 'toServices', 'toNodes', 'toRequires'] as const;
const worldly = /^(world(-ipv[46])?|all)$/;

/** Of a rule with ports alone all destinations; an empty rule matches none. */
function destinationsOf(rule: Scope): readonly Destination[] {
  const found = [...addressesOf(rule), ...namesOf(rule), ...entitiesOf(rule), ...insideOf(rule)];
  if (found.length > 0) return found;
  const ports = valueAt(rule, ['toPorts']);
  const named = ['toEntities', 'toCIDR', 'toCIDRSet', 'toFQDNs', ...inside].some((name) => occurs(rule, [name]));
  return ports && !named && occurs(rule, ['toPorts']) ? [{ kind: 'world', origin: ports.origin }] : [];
}

function insideOf(rule: Scope): readonly Destination[] {
  return inside.flatMap((name): readonly Destination[] => {
    const value = valueAt(rule, [name]);
    if (!value || !occurs(rule, [name])) return [];
    const none = value.kind === 'list' && value.items.length === 0 && !value.rest;
    return none ? [] : [{ kind: 'cluster', origin: value.origin }];
  });
}

function entitiesOf(rule: Scope): readonly Destination[] {
  return textListOf(rule, 'toEntities', (fact) => {
    if (!fact.known) return { kind: 'open', origin: fact.origin, fact };
    return { kind: worldly.test(fact.value) ? 'world' : 'cluster', origin: fact.origin };
  });
}

function addressesOf(rule: Scope): readonly Destination[] {
  const plain = textListOf(rule, 'toCIDR', (cidr) => ({ kind: 'addresses', origin: cidr.origin, cidr, except: [] }));
  const { scopes, open: further } = itemsAt(rule, ['toCIDRSet']);
  const sets = scopes.map((set): Destination => {
    const { origin } = set.root;
    if (occurs(set, ['cidr'])) return addressesAt(set, ['cidr'], ['except']);
    const group = known(`the group ${nameOfGroup(set)}`, origin, 'cidrGroupRef', false);
    const expression = group.value.slice(0, 120);
    return {
      kind: 'open',
      origin,
      fact: { known: false, expression, dependsOn: [expression], origin, name: 'toCIDRSet' },
    };
  });
  const rest: readonly Destination[] = further
    ? [{ kind: 'open', origin: further.origin, fact: open(further, 'toCIDRSet') }]
    : [];
  return [...plain, ...sets, ...rest];
}

function nameOfGroup(set: Scope): string {
  const name = textAt(set, ['cidrGroupRef'], 'of addresses');
  return name.known ? name.value : name.expression;
}

function namesOf(rule: Scope): readonly Destination[] {
  const { scopes, open: further } = itemsAt(rule, ['toFQDNs']);
  const names = scopes.map((each): Destination => {
    const key = occurs(each, ['matchPattern']) ? 'matchPattern' : 'matchName';
    const name = textAt(each, [key], '');
    return { kind: 'name', origin: name.origin, name };
  });
  return further ? [...names, { kind: 'open', origin: further.origin, fact: open(further, 'toFQDNs') }] : names;
}

function textListOf(rule: Scope, name: string, read: (fact: Fact<string>) => Destination): readonly Destination[] {
  const texts = textsAt(rule, [name]);
  return texts.known ? texts.value.map(read) : [{ kind: 'open', origin: texts.origin, fact: texts }];
}

function portsOf(rule: Scope): EgressRule['ports'] {
  const { scopes, open: further } = itemsAt(rule, ['toPorts']);
  if (further) return 'some';
  if (scopes.length === 0) return 'all';
  const ports = scopes.flatMap((group) => itemsAt(group, ['ports']).scopes);
  if (ports.length === 0) return 'all';
  return ports.every((port) => isDns(valueAt(port, ['port']), occurs(port, ['endPort']))) ? 'dns' : 'some';
}
