/**
 * The Verified Module for Bicep, read from the tags of Azure/bicep-registry-modules (avm/res/container-service/managed-cluster).
 * Version 0.12.0 replaced flat parameters by objects that it passes on as they are.
 */
import type { PublishedModule, Setting } from '../definition.js';

const access = 'properties.apiServerAccessProfile';
const network = 'properties.networkProfile';
const pools = 'properties.agentPoolProfiles';
const istio = 'properties.serviceMeshProfile.istio.components.ingressGateways';

const api: readonly Setting[] = [
  { versions: '<0.12.0', from: 'enablePrivateCluster', to: `${access}.enablePrivateCluster`, default: false },
  {
    versions: '<0.12.0',
    from: 'enablePrivateClusterPublicFQDN',
    to: `${access}.enablePrivateClusterPublicFQDN`,
    default: false,
  },
  { versions: '<0.12.0', from: 'privateDNSZone', to: `${access}.privateDNSZone` },
  { versions: '<0.12.0', from: 'authorizedIPRanges', to: `${access}.authorizedIPRanges` },
  { versions: '<0.12.0', from: 'disableRunCommand', to: `${access}.disableRunCommand`, default: false },
  { versions: '>=0.12.0', from: 'apiServerAccessProfile', to: access },
  { versions: '>=0.1.3', from: 'publicNetworkAccess', to: 'properties.publicNetworkAccess', default: 'Disabled' },
  { versions: '>=0.12.0', from: 'fqdnSubdomain', to: 'properties.fqdnSubdomain' },
];

const egress: readonly Setting[] = [
  { from: 'outboundType', to: `${network}.outboundType`, default: 'loadBalancer' },
  { versions: '>=0.12.0', from: 'natGatewayProfile', to: `${network}.natGatewayProfile` },
  { from: 'httpProxyConfig', to: 'properties.httpProxyConfig' },
  { from: 'networkDataplane', to: `${network}.networkDataplane` },
  { from: 'networkPolicy', to: `${network}.networkPolicy` },
  {
    versions: '>=0.5.1',
    to: `${network}.networkPolicy`,
    value: 'cilium',
    when: [{ from: 'networkDataplane', is: ['cilium'] }],
  },
  { versions: '>=0.12.0', from: 'bootstrapProfile', to: 'properties.bootstrapProfile' },
  {
    versions: '>=0.12.0',
    from: 'staticEgressGatewayProfile',
    to: `${network}.staticEgressGatewayProfile`,
  },
  { versions: '>=0.12.0', from: 'advancedNetworking', to: `${network}.advancedNetworking` },
];

const namedByResource: readonly Setting[] = [
  { from: 'name', to: 'name' },
  { from: 'mode', to: 'mode' },
  { from: 'enableNodePublicIP', to: 'enableNodePublicIP', default: false },
  { from: 'nodePublicIpPrefixResourceId', to: 'nodePublicIPPrefixID' },
  { from: 'vnetSubnetResourceId', to: 'vnetSubnetID' },
  { from: 'podSubnetResourceId', to: 'podSubnetID' },
];

const nodePools: readonly Setting[] = [
  { versions: '<0.4.1', from: 'primaryAgentPoolProfile', to: pools },
  { versions: '>=0.4.1', from: 'primaryAgentPoolProfiles', to: pools, items: namedByResource },
  {
    versions: '<0.4.1',
    from: 'agentPools',
    to: pools,
    items: [
      { from: 'name', to: 'name' },
      { from: 'mode', to: 'mode' },
      { from: 'enableNodePublicIP', to: 'enableNodePublicIP', default: false },
      { from: 'nodePublicIpPrefixId', to: 'nodePublicIPPrefixID' },
      { from: 'vnetSubnetId', to: 'vnetSubnetID' },
      { from: 'podSubnetId', to: 'podSubnetID' },
    ],
  },
  { versions: '>=0.4.1', from: 'agentPools', to: pools, items: namedByResource },
];

const withMesh = [{ from: 'istioServiceMeshEnabled', is: [true] }];
const withGateway = [{ from: 'appGatewayResourceId', isNot: [null, ''] }];

const ingress: readonly Setting[] = [
  {
    from: 'webApplicationRoutingEnabled',
    to: 'properties.ingressProfile.webAppRouting.enabled',
    default: false,
  },
  {
    versions: '>=0.7.0',
    from: 'defaultIngressControllerType',
    to: 'properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType',
  },
  {
    from: 'httpApplicationRoutingEnabled',
    to: 'properties.addonProfiles.httpApplicationRouting.enabled',
    default: false,
  },
  // Without a gateway's id the module leaves the add-on off.
  {
    from: 'ingressApplicationGatewayEnabled',
    to: 'properties.addonProfiles.ingressApplicationGateway.enabled',
    default: false,
    when: withGateway,
  },
  {
    from: 'appGatewayResourceId',
    to: 'properties.addonProfiles.ingressApplicationGateway.config.applicationGatewayId',
  },
  { versions: '>=0.5.0 <0.12.0', from: 'istioServiceMeshEnabled' },
  { versions: '>=0.5.0 <0.12.0', to: 'properties.serviceMeshProfile.mode', value: 'Istio', when: withMesh },
  { versions: '>=0.5.0 <0.12.0', to: `${istio}.0.mode`, value: 'Internal', when: withMesh },
  {
    versions: '>=0.5.0 <0.12.0',
    from: 'istioServiceMeshInternalIngressGatewayEnabled',
    to: `${istio}.0.enabled`,
    default: false,
    when: withMesh,
  },
  { versions: '>=0.5.0 <0.12.0', to: `${istio}.1.mode`, value: 'External', when: withMesh },
  {
    versions: '>=0.5.0 <0.12.0',
    from: 'istioServiceMeshExternalIngressGatewayEnabled',
    to: `${istio}.1.enabled`,
    default: false,
    when: withMesh,
  },
  { versions: '>=0.12.0', from: 'serviceMeshProfile', to: 'properties.serviceMeshProfile' },
];

export const avmManagedCluster: PublishedModule = {
  language: 'bicep',
  source: 'br/public:avm/res/container-service/managed-cluster',
  versions: '>=0.1.0',
  newest: '0.14.0',
  deployments: [
    {
      type: 'Microsoft.ContainerService/managedClusters',
      settings: [
        { from: 'name', to: 'name' },
        { versions: '<0.5.0', to: 'sku.name', value: 'Base' },
        { versions: '>=0.5.0', from: 'skuName', to: 'sku.name', default: 'Base' },
        { from: 'kubernetesVersion', to: 'properties.kubernetesVersion' },
        ...api,
        ...egress,
        ...nodePools,
        ...ingress,
      ],
    },
  ],
};

/** Published apart since version 0.13.1 of the cluster's module, with versions of its own. */
export const avmAgentPool: PublishedModule = {
  language: 'bicep',
  source: 'br/public:avm/res/container-service/managed-cluster/agent-pool',
  versions: '>=0.1.0',
  newest: '0.1.0',
  deployments: [
    {
      type: 'Microsoft.ContainerService/managedClusters/agentPools',
      settings: [
        { from: 'name', to: 'name' },
        ...namedByResource.slice(1).map((setting) => ({ ...setting, to: `properties.${setting.to ?? ''}` })),
      ],
    },
  ],
};
