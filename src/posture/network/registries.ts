/** Container registries, and from where they can be reached. */
import { lowerCase } from '../cluster/spelling.js';
import type { Fact } from '../fact.js';
import { map } from '../fact.js';
import { booleanAt, textAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import type { Registry } from './model.js';
import type { ByType } from './resources.js';
import { isTerraform, pathIn, settingsOf, spelled } from './resources.js';

const type = 'microsoft.containerregistry/registries';
const defaultAction = spelled('network_rule_set.default_action', 'networkRuleSet.defaultAction');

export function registries(resources: ByType): Catalog<Registry> {
  return catalogOf(
    resources('azurerm_container_registry', type).map((resource) => {
      const scope = settingsOf(resource);
      const registry: Registry = {
        ...declared(resource),
        publicAccess: isTerraform(resource)
          ? booleanAt(scope, ['public_network_access_enabled'], true)
          : publicNetworkAccess(scope),
        defaultAction: lowerCase(textAt(scope, pathIn(scope, defaultAction), 'allow')),
      };
      return listed(resource, registry, type);
    }),
  );
}

function publicNetworkAccess(scope: Scope): Fact<boolean> {
  const fact = textAt(scope, ['publicNetworkAccess'], 'Enabled');
  const enabled = map(fact, (value) => value.toLowerCase() !== 'disabled');
  if (!enabled.known || !enabled.set) return enabled;
  const { set } = enabled;
  return { ...enabled, set: (value) => set(value === false ? 'Disabled' : 'Enabled') };
}
