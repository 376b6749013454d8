/** Subnets as they are declared, before they are joined to anything: inside a virtual network or apart from it. */
import type { Resource } from '../../evaluation/resource.js';
import type { Origin } from '../../syntax/value.js';
import type { Fact } from '../fact.js';
import { textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import type { Catalog, Listed } from './catalog.js';
import { catalogOf, idIn, idOf, parentId } from './catalog.js';
import { both, single } from './lists.js';
import type { ByType } from './resources.js';
import { headingOf, isTerraform, nameFact, partName, partsAt, pathIn, settingsOf, spelled } from './resources.js';

export interface SubnetRange {
  readonly name: string;
  readonly resource: Resource;
  /** The line that names it. */
  readonly heading: Origin;
  /** Where its settings are read. */
  readonly scope: Scope;
  /** Inside the resource of its network, whose other settings are not its own. */
  readonly inline: boolean;
  readonly prefixes: Fact<readonly Fact<string>[]>;
  /** How it names its network: an id, or a name and group of Terraform. */
  readonly network: { readonly id: string } | { readonly name: Fact<string>; readonly group: Fact<string> };
}

const networkType = 'microsoft.network/virtualnetworks';
const type = `${networkType}/subnets`;
const inlineSubnets = spelled('subnet', 'subnets');
const prefix = spelled('address_prefix', 'addressPrefix');
const prefixes = spelled('address_prefixes', 'addressPrefixes');

/** A subnet that is declared inside its network and apart is what the declaration apart makes it: that comes last. */
export function subnetRanges(resources: ByType): Catalog<SubnetRange> {
  const own = resources('azurerm_subnet', type).map(apart);
  const ids = new Set(own.map(({ id }) => id));
  const inNetworks = resources('azurerm_virtual_network', networkType).flatMap(inside);
  return catalogOf([...own, ...inNetworks.filter(({ id }) => !ids.has(id))]);
}

function apart(resource: Resource): Listed<SubnetRange> {
  const scope = settingsOf(resource);
  const name = nameFact(resource);
  const heading = headingOf(resource);
  const range = { name: shortName(name), resource, heading, scope, inline: false, prefixes: prefixesOf(scope) };
  if (!isTerraform(resource)) {
    const id = idOf(resource);
    return { thing: { ...range, network: { id: parentId(id) } }, resource, id, name };
  }
  const network = textAt(scope, ['virtual_network_name'], '');
  const group = textAt(scope, ['resource_group_name'], '');
  const id = idIn(group, type, [network, name]);
  return { thing: { ...range, network: { name: network, group } }, resource, id, name, group };
}

function inside(network: Resource): readonly Listed<SubnetRange>[] {
  const settings = settingsOf(network);
  const networkName = nameFact(network);
  return partsAt(settings, inlineSubnets).scopes.map((scope, index) => {
    const name = textAt({ ...scope, base: [] }, ['name'], '');
    const group = textAt(settings, ['resource_group_name'], '');
    const base = isTerraform(network) ? idIn(group, networkType, [networkName]) : idOf(network);
    const own = name.known ? name.value : '{}';
    return {
      thing: {
        name: partName(scope, `subnet ${String(index + 1)}`),
        resource: network,
        heading: name.known && !name.byDefault ? { ...headingOf(network), span: name.origin.span } : headingOf(network),
        scope,
        inline: true,
        prefixes: prefixesOf(scope),
        network: { id: base },
      },
      resource: network,
      id: `${base}/subnets/${own}`.toLowerCase(),
      path: inNetwork(index, own),
      name,
      group,
    };
  });
}

/** `subnet[0].id`, `properties.subnets[0].id`, `id/subnets/nodes`. */
function inNetwork(index: number, name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(?:(?:properties\\.)?subnets?\\[${String(index)}\\]\\.id|id/subnets/${escaped})$`, 'i');
}

function prefixesOf(scope: Scope): SubnetRange['prefixes'] {
  return both(textsAt(scope, pathIn(scope, prefixes)), single(textAt(scope, pathIn(scope, prefix), '')));
}

/** `nodes` of `spoke/nodes`. */
function shortName(name: Fact<string>): string {
  const text = name.known ? name.value : name.expression;
  return text.slice(text.lastIndexOf('/') + 1);
}
