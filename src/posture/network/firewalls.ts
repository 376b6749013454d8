/** Azure Firewalls with their rules, whether of a policy or of the classic kind, and the addresses that they answer to. */
import { containsCidr } from 'cidr-tools';
import type { Resource } from '../../evaluation/resource.js';
import type { Fact } from '../fact.js';
import { textAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import type { Policy } from './firewall-policies.js';
import type { Rules } from './firewall-rules.js';
import { actionOf, rulesOf, together } from './firewall-rules.js';
import { idAt } from './id-at.js';
import type { Link } from './link.js';
import { elsewhere, here, none, targetsOf } from './link.js';
import type { Firewall, FirewallRule, IpGroup, PublicAddress } from './model.js';
import type { ByType } from './resources.js';
import { conditionOf, isTerraform, partsAt, pathIn, settingsOf, spelled } from './resources.js';
import type { SubnetRange } from './subnet-ranges.js';

export interface FirewallParts {
  readonly policies: Catalog<Policy>;
  readonly addresses: Catalog<PublicAddress>;
  readonly ipGroups: Catalog<IpGroup>;
  readonly subnets: Catalog<SubnetRange>;
}

const type = 'microsoft.network/azurefirewalls';
const policyId = spelled('firewall_policy_id', 'firewallPolicy.id');
const configurations = spelled('ip_configuration', 'ipConfigurations');
const publicAddress = spelled('public_ip_address_id', 'publicIPAddress.id');
const subnetId = spelled('subnet_id', 'subnet.id');
const privateAddress = spelled('private_ip_address', 'privateIPAddress');

export interface Firewalls {
  readonly catalog: Catalog<Firewall>;
  /** Which firewall of this root the address of a hop belongs to. */
  behind(address: Fact<string>): Link<Firewall>;
}

export function firewallsOf(resources: ByType, parts: FirewallParts): Firewalls {
  const all = resources('azurerm_firewall', type);
  const bare = catalogOf(all.map((resource) => listed(resource, resource, type)));
  const catalog = catalogOf(
    all.map((resource) => listed(resource, firewallOf(resource, resources, bare, parts), type)),
  );
  const ranges = catalog.all.flatMap(({ thing, resource }) =>
    configurationsOf(resource).map((scope) => ({ thing, addresses: addressesOf(scope, parts) })),
  );
  const answering = (address: string): Firewall | undefined =>
    ranges.find(({ addresses }) => addresses.some((range) => contains(range, address)))?.thing;
  const behind = (address: Fact<string>): Link<Firewall> => {
    if (!address.known) return catalog.find(address);
    if (address.value === '') return none(address.origin);
    const firewall = answering(address.value);
    return firewall ? here(firewall, address.origin) : elsewhere(address.value, address.origin);
  };
  return {
    catalog,
    behind(address) {
      if (address.known || !address.candidates) return behind(address);
      return { kind: 'open', fact: address, choices: address.candidates.map(behind) };
    },
  };
}

function firewallOf(
  resource: Resource,
  resources: ByType,
  bare: Catalog<Resource>,
  { policies, addresses, ipGroups }: FirewallParts,
): Firewall {
  const scope = settingsOf(resource);
  const policy = policies.find(idAt(scope, pathIn(scope, policyId)));
  const apart = classicRules(resource, resources, bare, ipGroups);
  const rules = together([...targetsOf(policy), apart.rules, inlineRules(scope, ipGroups)]);
  const public_ = configurationsOf(resource)
    .map((each) => addresses.find(idAt(each, pathIn(each, publicAddress))))
    .filter(({ kind }) => kind !== 'none');
  return {
    ...declared(resource, [
      ...apart.resources,
      ...targetsOf(policy).flatMap(({ parts }) => parts),
      ...rules.groups.flatMap(({ parts }) => parts),
      ...public_.flatMap(targetsOf).flatMap(({ parts }) => parts),
    ]),
    rules: rules.rules,
    further: rules.further,
    hasRulesElsewhere:
      (policy.kind !== 'none' && policy.kind !== 'here') || targetsOf(policy).some((one) => one.hasRulesElsewhere),
    addresses: public_,
  };
}

/** Terraform's classic collections are resources of their own, and name their firewall. */
const classic: readonly (readonly [FirewallRule['kind'], string])[] = [
  ['application', 'azurerm_firewall_application_rule_collection'],
  ['network', 'azurerm_firewall_network_rule_collection'],
  ['nat', 'azurerm_firewall_nat_rule_collection'],
];

function classicRules(
  firewall: Resource,
  resources: ByType,
  bare: Catalog<Resource>,
  ipGroups: Catalog<IpGroup>,
): { readonly rules: Rules; readonly resources: readonly Resource[] } {
  const own = classic.flatMap(([kind, name]) =>
    resources(name).flatMap((resource) => {
      const scope = settingsOf(resource);
      const link = bare.named(textAt(scope, ['azure_firewall_name'], ''), textAt(scope, ['resource_group_name'], ''));
      return targetsOf(link).includes(firewall) ? [{ kind, resource, scope }] : [];
    }),
  );
  const rules = own.map(({ kind, resource, scope }) =>
    rulesOf(
      {
        scope,
        action: actionOf(scope),
        rules: spelled('rule', 'rules'),
        kindOf: () => kind,
        condition: conditionOf(resource, firewall),
      },
      ipGroups,
    ),
  );
  return { rules: together(rules), resources: own.map(({ resource }) => resource) };
}

const inline: readonly (readonly [FirewallRule['kind'], string])[] = [
  ['application', 'applicationRuleCollections'],
  ['network', 'networkRuleCollections'],
  ['nat', 'natRuleCollections'],
];

/** Azure's classic collections stand on the firewall. */
function inlineRules(scope: Scope, ipGroups: Catalog<IpGroup>): Rules {
  if (isTerraform(scope.resource)) return together([]);
  return together(
    inline.map(([kind, list]) => {
      const { scopes, further } = partsAt(scope, spelled(list, list));
      const read = scopes.map((collection) =>
        rulesOf(
          {
            scope: collection,
            action: actionOf(collection),
            rules: spelled('rules', 'rules'),
            kindOf: () => kind,
            condition: undefined,
          },
          ipGroups,
        ),
      );
      return together([{ rules: [], further, groups: [] }, ...read]);
    }),
  );
}

function configurationsOf(resource: Resource): readonly Scope[] {
  return partsAt(settingsOf(resource), configurations).scopes;
}

/** Nothing but the firewall has an address in its subnet, so that the subnet's range tells as much as the address itself. */
function addressesOf(scope: Scope, { subnets }: FirewallParts): readonly string[] {
  const own = textAt(scope, pathIn(scope, privateAddress), '');
  const subnet = subnets.find(idAt(scope, pathIn(scope, subnetId)));
  const ranges = subnet.kind === 'here' && subnet.target.prefixes.known ? subnet.target.prefixes.value : [];
  return [own, ...ranges].flatMap((fact) => (fact.known && fact.value !== '' ? [fact.value] : []));
}

function contains(range: string, address: string): boolean {
  try {
    return containsCidr(range, address);
  } catch {
    return false;
  }
}
