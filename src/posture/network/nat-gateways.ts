/** NAT gateways, and whether they have an address to translate to. */
import type { Resource } from '../../evaluation/resource.js';
import { idAt } from './id-at.js';
import { headingOf } from './resources.js';
import type { Fact } from '../fact.js';
import { known } from '../reading/convert.js';
import { valueAt } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import { targetsOf } from './link.js';
import type { NatGateway } from './model.js';
import type { ByType } from './resources.js';
import { conditionOf, isTerraform, settingsOf } from './resources.js';

const type = 'microsoft.network/natgateways';
const associations = ['azurerm_nat_gateway_public_ip_association', 'azurerm_nat_gateway_public_ip_prefix_association'];
const ownAddresses = ['publicIpAddresses', 'publicIpPrefixes', 'publicIpAddressesV6', 'publicIpPrefixesV6'];

export function natGateways(resources: ByType): Catalog<NatGateway> {
  const all = resources('azurerm_nat_gateway', type);
  const bare = catalogOf(all.map((resource) => listed(resource, resource, type)));
  const attached = resources(...associations).map((resource) => ({
    resource,
    gateways: targetsOf(bare.find(idAt(settingsOf(resource), ['nat_gateway_id']))),
  }));
  return catalogOf(
    all.map((resource) => {
      const own = attached.filter(({ gateways }) => gateways.includes(resource)).map((one) => one.resource);
      const hasAddress = isTerraform(resource) ? byAssociation(resource, own) : bySetting(resource);
      return listed(resource, { ...declared(resource, own), hasAddress }, type);
    }),
  );
}

/** In Terraform addresses are always associated apart, which another root may do as well: what is missing is not certain. */
function byAssociation(gateway: Resource, own: readonly Resource[]): Fact<boolean> {
  const [first] = own;
  if (!first) {
    const expression = `the public addresses of NAT gateway ${declared(gateway).name}`;
    return { known: false, expression, dependsOn: [expression], origin: headingOf(gateway), name: 'public_ip' };
  }
  return conditionOf(first) === undefined || own.some((one) => conditionOf(one) === undefined)
    ? known(true, headingOf(first), 'public_ip', false)
    : { known: false, expression: 'condition', dependsOn: [], origin: headingOf(first), name: 'public_ip' };
}

function bySetting(resource: Resource): Fact<boolean> {
  const scope = settingsOf(resource);
  const values = ownAddresses.flatMap((name) => valueAt(scope, [name]) ?? []);
  const some = values.find((value) => value.kind === 'list' && value.items.length > 0);
  if (some) return known(true, some.origin, 'publicIpAddresses', false);
  const open = values.find((value) => value.kind === 'undetermined' || (value.kind === 'list' && value.rest));
  if (!open) return known(false, headingOf(resource), 'publicIpAddresses', true);
  const expression = open.kind === 'undetermined' ? open.expression : 'publicIpAddresses';
  return { known: false, expression, dependsOn: [expression], origin: open.origin, name: 'publicIpAddresses' };
}
