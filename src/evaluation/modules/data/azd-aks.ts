/** Pattern modules for Bicep around the Verified Module, read from the tags of Azure/bicep-registry-modules. */
import type { PublishedModule, Setting } from '../definition.js';

const type = 'Microsoft.ContainerService/managedClusters';
const pools = 'properties.agentPoolProfiles';

const pool: readonly Setting[] = [
  { from: 'name', to: 'name' },
  { from: 'enableNodePublicIP', to: 'enableNodePublicIP', default: false },
];

/** Neither takes a parameter for any of these, and the module inside them decides. */
const unreachable: readonly Setting[] = [
  { to: 'properties.apiServerAccessProfile.enablePrivateCluster', value: false },
  { to: 'properties.apiServerAccessProfile.enablePrivateClusterPublicFQDN', value: false },
  { to: 'properties.apiServerAccessProfile.disableRunCommand', value: false },
];

export const azdAks: PublishedModule = {
  language: 'bicep',
  source: 'br/public:avm/ptn/azd/aks',
  versions: '>=0.1.0',
  newest: '0.3.0',
  deployments: [
    {
      type,
      settings: [
        { from: 'name', to: 'name' },
        { to: 'sku.name', value: 'Base' },
        ...unreachable,
        { versions: '==0.1.0', to: 'properties.publicNetworkAccess', value: 'Disabled' },
        {
          versions: '==0.1.0',
          from: 'publicNetworkAccess',
          about: 'api',
          harmless: ['Enabled'],
          note: 'it reaches the container registry only, and versions >=0.1.1 pass it to the cluster',
        },
        {
          versions: '>=0.1.1',
          from: 'publicNetworkAccess',
          to: 'properties.publicNetworkAccess',
          default: 'Enabled',
        },
        { to: 'properties.networkProfile.outboundType', value: 'loadBalancer' },
        { from: 'networkPolicy', to: 'properties.networkProfile.networkPolicy', default: 'azure' },
        {
          versions: '==0.1.0',
          from: 'webApplicationRoutingEnabled',
          to: 'properties.ingressProfile.webAppRouting.enabled',
          default: false,
        },
        {
          versions: '>=0.1.1',
          from: 'webApplicationRoutingEnabled',
          to: 'properties.ingressProfile.webAppRouting.enabled',
          default: true,
        },
        {
          to: 'properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType',
          value: 'AnnotationControlled',
        },
        { versions: '==0.1.0', from: 'agentPools', to: pools, items: pool },
        { versions: '>=0.1.1', from: 'systemPoolConfig', to: pools, items: pool },
        { versions: '>=0.1.1', from: 'agentPoolConfig', to: pools, items: pool },
      ],
    },
  ],
};

export const azdAksAutomatic: PublishedModule = {
  language: 'bicep',
  source: 'br/public:avm/ptn/azd/aks-automatic-cluster',
  versions: '>=0.1.0',
  newest: '0.3.0',
  deployments: [
    {
      type,
      settings: [
        { from: 'name', to: 'name' },
        { to: 'sku.name', value: 'Automatic' },
        ...unreachable,
        { to: 'properties.publicNetworkAccess', value: 'Enabled' },
        { to: 'properties.networkProfile.outboundType', value: 'managedNATGateway' },
        { to: 'properties.ingressProfile.webAppRouting.enabled', value: true },
        {
          to: 'properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType',
          value: 'AnnotationControlled',
        },
      ],
    },
  ],
};

/** Its switch for private networking does not reach the cluster. */
export const documentKnowledgeMining: PublishedModule = {
  language: 'bicep',
  source: 'br/public:avm/ptn/sa/document-knowledge-mining',
  versions: '>=0.1.0',
  newest: '0.4.0',
  deployments: [
    {
      type,
      settings: [
        { to: 'sku.name', value: 'Base' },
        ...unreachable,
        { to: 'properties.publicNetworkAccess', value: 'Enabled' },
        { to: 'properties.networkProfile.outboundType', value: 'loadBalancer' },
        {
          from: 'enablePrivateNetworking',
          about: 'api',
          harmless: [false],
          note: 'it does not reach the cluster, whose API server stays public',
        },
      ],
    },
  ],
};
