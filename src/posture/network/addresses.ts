/** Public addresses and IP groups: what firewalls and ranges are written from. */
import type { Resource } from '../../evaluation/resource.js';
import { nameOf } from '../identity.js';
import { textAt, textsAt } from '../reading/facts.js';
import type { Listed } from './catalog.js';
import { catalogOf, idIn, idOf } from './catalog.js';
import type { Catalog } from './catalog.js';
import type { Declared, IpGroup, PublicAddress } from './model.js';
import type { ByType } from './resources.js';
import { headingOf, isTerraform, nameFact, settingsOf } from './resources.js';

/** What every declared thing has. */
export function declared(resource: Resource, parts: readonly Resource[] = []): Declared {
  return { name: nameOf(resource), heading: headingOf(resource), parts: [resource, ...parts] };
}

/**
 * A resource in its catalog.
 * @param type of Azure
 */
export function listed<T>(resource: Resource, thing: T, type: string): Listed<T> {
  const name = nameFact(resource);
  if (!isTerraform(resource)) return { thing, resource, id: idOf(resource), name };
  const group = textAt(settingsOf(resource), ['resource_group_name'], '');
  return { thing, resource, id: idIn(group, type, [name]), name, group };
}

export function publicAddresses(resources: ByType): Catalog<PublicAddress> {
  const type = 'microsoft.network/publicipaddresses';
  return catalogOf(resources('azurerm_public_ip', type).map((resource) => listed(resource, declared(resource), type)));
}

export function ipGroups(resources: ByType): Catalog<IpGroup> {
  const type = 'microsoft.network/ipgroups';
  return catalogOf(
    resources('azurerm_ip_group', type).map((resource) => {
      const path = isTerraform(resource) ? ['cidrs'] : ['ipAddresses'];
      return listed(resource, { ...declared(resource), cidrs: textsAt(settingsOf(resource), path) }, type);
    }),
  );
}
