/** Network security groups with their rules, inside of them or declared apart. */
import type { Resource } from '../../evaluation/resource.js';
import { lowerCase } from '../cluster/spelling.js';
import type { Fact } from '../fact.js';
import { factAt } from '../reading/convert.js';
import type { Reading } from '../reading/convert.js';
import { textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import { both, single } from './lists.js';
import type { SecurityGroup, SecurityRule } from './model.js';
import { partsOf } from './parents.js';
import type { ByType, Spelling } from './resources.js';
import { partName, partsAt, pathIn, settingsOf, spelled } from './resources.js';

const type = 'microsoft.network/networksecuritygroups';
const inlineRules = spelled('security_rule', 'securityRules');
const words = {
  priority: spelled('priority', 'priority'),
  direction: spelled('direction', 'direction'),
  access: spelled('access', 'access'),
  protocol: spelled('protocol', 'protocol'),
  source: spelled('source_address_prefix', 'sourceAddressPrefix'),
  sources: spelled('source_address_prefixes', 'sourceAddressPrefixes'),
  destination: spelled('destination_address_prefix', 'destinationAddressPrefix'),
  destinations: spelled('destination_address_prefixes', 'destinationAddressPrefixes'),
  port: spelled('destination_port_range', 'destinationPortRange'),
  ports: spelled('destination_port_ranges', 'destinationPortRanges'),
};

export function securityGroups(resources: ByType): Catalog<SecurityGroup> {
  const all = resources('azurerm_network_security_group', type);
  const bare = catalogOf(all.map((resource) => listed(resource, resource, type)));
  const rules = resources('azurerm_network_security_rule', `${type}/securityrules`);
  const apart = partsOf(bare, rules, 'network_security_group_name');
  return catalogOf(all.map((resource) => listed(resource, groupOf(resource, apart(resource)), type)));
}

function groupOf(resource: Resource, apart: ReturnType<ReturnType<typeof partsOf>>): SecurityGroup {
  const { scopes, further } = partsAt(settingsOf(resource), inlineRules);
  return {
    ...declared(
      resource,
      apart.map((part) => part.resource),
    ),
    rules: [
      ...scopes.map((scope, index) => ruleOf(scope, partName(scope, `rule ${String(index + 1)}`))),
      ...apart.map((part) => ({
        ...ruleOf(settingsOf(part.resource), part.name),
        ...(part.condition ? { condition: part.condition } : {}),
      })),
    ],
    further,
  };
}

function ruleOf(scope: Scope, name: string): SecurityRule {
  const text = (word: Spelling): Fact<string> => textAt(scope, pathIn(scope, word), '');
  const either = (one: Spelling, several: Spelling): Fact<readonly Fact<string>[]> =>
    both(single(text(one)), textsAt(scope, pathIn(scope, several)));
  return {
    name,
    priority: factAt(scope, pathIn(scope, words.priority), asNumber, { value: Number.MAX_SAFE_INTEGER }),
    direction: lowerCase(text(words.direction)),
    access: lowerCase(text(words.access)),
    protocol: lowerCase(text(words.protocol)),
    sources: either(words.source, words.sources),
    destinations: either(words.destination, words.destinations),
    ports: either(words.port, words.ports),
  };
}

const asNumber: Reading<number> = {
  wanted: 'a number',
  read(value) {
    if (value.kind !== 'scalar' || value.value === null || value.value === '') return undefined;
    const number = Number(value.value);
    return Number.isFinite(number) && typeof value.value !== 'boolean' ? number : undefined;
  },
};
