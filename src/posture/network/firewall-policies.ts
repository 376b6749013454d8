/** Firewall policies with the groups of rule collections that belong to them, parents included. */
import type { Resource } from '../../evaluation/resource.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import type { Rules } from './firewall-rules.js';
import { actionOf, kindWritten, rulesOf, together } from './firewall-rules.js';
import { idAt } from './id-at.js';
import { targetsOf } from './link.js';
import type { Declared, FirewallRule, IpGroup } from './model.js';
import { parentFact } from './parents.js';
import type { ByType } from './resources.js';
import { conditionOf, isTerraform, partsAt, pathIn, settingsOf, spelled } from './resources.js';

export interface Policy extends Declared, Rules {
  readonly hasRulesElsewhere: boolean;
}

const type = 'microsoft.network/firewallpolicies';
const parent = spelled('base_policy_id', 'basePolicy.id');

/** Parents of parents are followed this far; Azure itself allows one. */
const deepest = 4;

export function firewallPolicies(resources: ByType, ipGroups: Catalog<IpGroup>): Catalog<Policy> {
  const policies = resources('azurerm_firewall_policy', type);
  const bare = catalogOf(policies.map((resource) => listed(resource, resource, type)));
  const groups = resources(
    'azurerm_firewall_policy_rule_collection_group',
    `${type}/rulecollectiongroups`,
    `${type}/rulegroups`,
  ).flatMap((group) => targetsOf(policyOf(group, bare)).map((policy) => ({ group, policy })));

  const read = (resource: Resource, depth: number): Policy => {
    const own = groups.filter(({ policy }) => policy === resource).map(({ group }) => group);
    const scope = settingsOf(resource);
    const base = bare.find(idAt(scope, pathIn(scope, parent)));
    const above = depth > 0 ? targetsOf(base).map((target) => read(target, depth - 1)) : [];
    return {
      ...declared(resource, [...own, ...above.flatMap(({ parts }) => parts)]),
      ...together([...above, ...own.map((group) => groupRules(group, resource, ipGroups))]),
      hasRulesElsewhere: (base.kind !== 'none' && base.kind !== 'here') || above.some((one) => one.hasRulesElsewhere),
    };
  };
  return catalogOf(policies.map((resource) => listed(resource, read(resource, deepest), type)));
}

function policyOf(group: Resource, policies: Catalog<Resource>): ReturnType<Catalog<Resource>['find']> {
  if (isTerraform(group)) return policies.find(idAt(settingsOf(group), ['firewall_policy_id']));
  return policies.find(parentFact(group));
}

/** Terraform has a block for each kind of collection; Azure one list. */
const collections: readonly (readonly [FirewallRule['kind'], string])[] = [
  ['application', 'application_rule_collection'],
  ['network', 'network_rule_collection'],
  ['nat', 'nat_rule_collection'],
];

function groupRules(group: Resource, policy: Resource, ipGroups: Catalog<IpGroup>): Rules {
  const scope = settingsOf(group);
  const kinds = isTerraform(group) ? collections : ([['application', 'ruleCollections']] as const);
  const rules = spelled('rule', 'rules');
  return together(
    kinds.map(([kind, block]) => {
      const { scopes, further } = partsAt(scope, spelled(block, block), []);
      const read = scopes.map((collection) =>
        rulesOf(
          {
            scope: collection,
            action: actionOf(collection),
            rules,
            kindOf: isTerraform(group) ? () => kind : kindWritten,
            condition: conditionOf(group, policy),
          },
          ipGroups,
        ),
      );
      return together([{ rules: [], further, groups: [] }, ...read]);
    }),
  );
}
