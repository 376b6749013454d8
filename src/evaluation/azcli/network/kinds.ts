/** What commands of `az network` make, in the vocabulary of `Microsoft.Network` (docs of the Azure CLI, 2.90). */

export type Shape =
  /** One text. */
  | 'text'
  /** Texts, separated by spaces. */
  | 'texts'
  | 'boolean'
  /** The id of another resource, or its name. */
  | { readonly id: string; readonly several?: boolean };

export interface Kind {
  /** Below `Microsoft.Network/`. */
  readonly type: string;
  /** The flags that name it, outermost first; each by all its spellings. */
  readonly names: readonly (readonly string[])[];
  /** Where each flag stands below `properties`, and how it is read. */
  readonly settings: Readonly<Record<string, readonly [path: string, shape: Shape]>>;
}

const name = ['--name', '-n'];
const routeTables = 'routeTables';
const natGateways = 'natGateways';
const groups = 'networkSecurityGroups';
const networks = 'virtualNetworks';
const policies = 'firewallPolicies';

const prefixes = ['addressPrefixes', 'texts'] as const;

/** By the words between `az network` and the verb. */
export const kinds: Readonly<Record<string, Kind>> = {
  vnet: {
    type: networks,
    names: [name],
    settings: { '--address-prefixes': ['addressSpace.addressPrefixes', 'texts'] },
  },
  'vnet subnet': {
    type: `${networks}/subnets`,
    names: [['--vnet-name'], name],
    settings: {
      '--address-prefixes': prefixes,
      '--address-prefix': prefixes,
      '--route-table': ['routeTable.id', { id: routeTables }],
      '--nat-gateway': ['natGateway.id', { id: natGateways }],
      '--network-security-group': ['networkSecurityGroup.id', { id: groups }],
      '--nsg': ['networkSecurityGroup.id', { id: groups }],
      '--default-outbound': ['defaultOutboundAccess', 'boolean'],
      '--default-outbound-access': ['defaultOutboundAccess', 'boolean'],
    },
  },
  'route-table': { type: routeTables, names: [name], settings: {} },
  'route-table route': {
    type: `${routeTables}/routes`,
    names: [['--route-table-name'], name],
    settings: {
      '--address-prefix': ['addressPrefix', 'text'],
      '--next-hop-type': ['nextHopType', 'text'],
      '--next-hop-ip-address': ['nextHopIpAddress', 'text'],
    },
  },
  'nat gateway': {
    type: natGateways,
    names: [name],
    settings: {
      '--public-ip-addresses': ['publicIpAddresses', { id: 'publicIPAddresses', several: true }],
      '--public-ip-prefixes': ['publicIpPrefixes', { id: 'publicIPPrefixes', several: true }],
    },
  },
  nsg: { type: groups, names: [name], settings: {} },
  'nsg rule': {
    type: `${groups}/securityRules`,
    names: [['--nsg-name'], name],
    settings: {
      '--priority': ['priority', 'text'],
      '--direction': ['direction', 'text'],
      '--access': ['access', 'text'],
      '--protocol': ['protocol', 'text'],
      '--source-address-prefixes': ['sourceAddressPrefixes', 'texts'],
      '--source-address-prefix': ['sourceAddressPrefixes', 'texts'],
      '--destination-address-prefixes': ['destinationAddressPrefixes', 'texts'],
      '--destination-address-prefix': ['destinationAddressPrefixes', 'texts'],
      '--destination-port-ranges': ['destinationPortRanges', 'texts'],
      '--destination-port-range': ['destinationPortRanges', 'texts'],
    },
  },
  firewall: {
    type: 'azureFirewalls',
    names: [name],
    settings: { '--firewall-policy': ['firewallPolicy.id', { id: policies }] },
  },
  'firewall policy': {
    type: policies,
    names: [name],
    settings: { '--base-policy': ['basePolicy.id', { id: policies }] },
  },
  'firewall policy rule-collection-group': {
    type: `${policies}/ruleCollectionGroups`,
    names: [['--policy-name'], name],
    settings: {},
  },
  'private-dns zone': { type: 'privateDnsZones', names: [name], settings: {} },
  'private-dns link vnet': {
    type: 'privateDnsZones/virtualNetworkLinks',
    names: [['--zone-name', '-z'], name],
    settings: {
      '--virtual-network': ['virtualNetwork.id', { id: networks }],
      '-v': ['virtualNetwork.id', { id: networks }],
    },
  },
  'public-ip': { type: 'publicIPAddresses', names: [name], settings: {} },
  'public-ip prefix': { type: 'publicIPPrefixes', names: [name], settings: {} },
};

/** What Azure's rules say where a command leaves it out (docs of `az network nsg rule create`). */
export const ruleDefaults: Readonly<Record<string, string>> = {
  direction: 'Inbound',
  access: 'Allow',
  protocol: '*',
  sourceAddressPrefix: '*',
  destinationAddressPrefix: '*',
  destinationPortRange: '80',
};
