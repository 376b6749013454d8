/** `NetworkPolicy` and `GlobalNetworkPolicy` of Calico, what they say about egress. */
import type { Destination, EgressRule } from '../../egress-path.js';
import type { Fact } from '../../fact.js';
import { known, open } from '../../reading/convert.js';
import { textAt, textsAt } from '../../reading/facts.js';
import type { Scope } from '../../reading/scope.js';
import { itemsAt, occurs, valueAt } from '../../reading/scope.js';
import type { KubernetesObject } from '../object.js';
import { fullName, headingOf } from '../object.js';
import { textIn } from '../text.js';
import type { ReadPolicy } from './network-policy.js';
import { openRule } from './network-policy.js';
import { podsByExpression } from './selected-pods.js';

/** @returns undefined for a policy that is about ingress only */
export function calicoPolicy(object: KubernetesObject): ReadPolicy | undefined {
  const isolates = aboutEgress(object);
  if (isolates.known && !isolates.value) return undefined;
  const order = valueAt(object.scope, ['spec', 'order']);
  const isGlobal = object.kind.startsWith('Global');
  const beside = ['namespaceSelector', 'serviceAccountSelector'].flatMap((key) => {
    const text = textIn(object, ['spec', key]);
    return text === undefined ? [] : [`${key}: ${text}`];
  });
  return {
    title: `Calico ${object.kind} ${fullName(object)}`,
    family: 'calico',
    origin: headingOf(object),
    isolates,
    rules: rulesOf(object),
    // A policy without an order comes after all that have one.
    order: order?.kind === 'scalar' && typeof order.value === 'number' ? order.value : Number.MAX_SAFE_INTEGER,
    pods: podsByExpression(textIn(object, ['spec', 'selector']), isGlobal ? '*' : object.namespace, beside.join(', ')),
  };
}

/** Without `types`, a policy is about the directions that it has rules for; without any rules about ingress. */
function aboutEgress(object: KubernetesObject): Fact<boolean> {
  const types = textsAt(object.scope, ['spec', 'types']);
  if (!types.known) return { ...types, candidates: [] };
  const stated = types.value.find((type) => type.known && type.value === 'Egress');
  if (stated) return known(true, stated.origin, 'types', false);
  const waiting = types.value.find((type) => !type.known);
  if (waiting) return { ...waiting, candidates: [] };
  if (types.value.length > 0) return known(false, types.origin, 'types', false);
  const rules = valueAt(object.scope, ['spec', 'egress']);
  if (rules?.kind === 'undetermined') return { ...open(rules, 'egress'), candidates: [] };
  return known(rules?.kind === 'list' && rules.items.length > 0, rules?.origin ?? headingOf(object), 'egress', true);
}

function rulesOf({ scope }: KubernetesObject): readonly EgressRule[] {
  const { scopes, open: further } = itemsAt(scope, ['spec', 'egress']);
  const rules = scopes.flatMap((rule) => ruleOf(rule) ?? []);
  return further ? [...rules, openRule(open(further, 'egress'))] : rules;
}

/** Rules that only write to a log, or hand on to the next tier, let nothing out themselves. */
function ruleOf(rule: Scope): EgressRule | undefined {
  if (rule.root.kind === 'undetermined') return openRule(open(rule.root, 'egress'));
  const action = textAt(rule, ['action'], '');
  if (!action.known) return openRule(action);
  const to = destinationsOf(rule);
  if (to.length === 0) return undefined;
  switch (action.value.toLowerCase()) {
    case 'allow':
      return { action: 'allow', to, ports: portsOf(rule) };
    case 'deny':
      // What is denied on some ports only is not denied.
      return whole(rule) ? { action: 'deny', to, ports: 'all' } : undefined;
    default:
      return undefined;
  }
}

const narrowing = ['protocol', 'notProtocol', 'icmp', 'source', 'http'] as const;

function whole(rule: Scope): boolean {
  return (
    narrowing.every((key) => !occurs(rule, [key])) &&
    ['ports', 'notPorts', 'notNets', 'notSelector'].every((key) => !occurs(rule, ['destination', key]))
  );
}

function destinationsOf(rule: Scope): readonly Destination[] {
  const at = (key: string): readonly string[] => ['destination', key];
  const named = listAt(rule, at('domains'), (name) => ({ kind: 'name', origin: name.origin, name }));
  const blocks = textsAt(rule, at('nets'));
  const without = textsAt(rule, at('notNets'));
  if (!without.known) return [{ kind: 'open', origin: without.origin, fact: without }];
  if (!blocks.known) return [{ kind: 'open', origin: blocks.origin, fact: blocks }];
  const addresses = blocks.value.map((cidr): Destination => ({
    kind: 'addresses',
    origin: cidr.origin,
    cidr,
    except: without.value,
  }));
  if (named.length + addresses.length > 0) return [...named, ...addresses];
  const inside = ['selector', 'namespaceSelector', 'services', 'serviceAccounts'].find((key) => occurs(rule, at(key)));
  const origin = valueAt(rule, ['destination'])?.origin ?? rule.root.origin;
  if (inside !== undefined) return [{ kind: 'cluster', origin }];
  if (without.value.length === 0) return [{ kind: 'world', origin }];
  const everything = known('0.0.0.0/0', without.origin, 'notNets', false);
  return [{ kind: 'addresses', origin: without.origin, cidr: everything, except: without.value }];
}

function listAt(
  rule: Scope,
  path: readonly string[],
  read: (fact: Fact<string>) => Destination,
): readonly Destination[] {
  const texts = textsAt(rule, path);
  return texts.known ? texts.value.map(read) : [{ kind: 'open', origin: texts.origin, fact: texts }];
}

function portsOf(rule: Scope): EgressRule['ports'] {
  const value = valueAt(rule, ['destination', 'ports']);
  if (value?.kind !== 'list' || value.items.length === 0) {
    return occurs(rule, ['protocol']) || occurs(rule, ['icmp']) ? 'some' : 'all';
  }
  return value.items.every((port) => port.kind === 'scalar' && String(port.value) === '53') ? 'dns' : 'some';
}
