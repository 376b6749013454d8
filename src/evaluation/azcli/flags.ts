/** Arguments of `az aks` in the vocabulary of `Microsoft.ContainerService/managedClusters` (docs of the Azure CLI, 2.90). */

export type Flag =
  /** A switch. */
  | { readonly kind: 'switch'; readonly path: readonly string[]; readonly value: boolean | string }
  | { readonly kind: 'text'; readonly path: readonly string[] }
  /** Texts with commas, or several arguments. */
  | { readonly kind: 'list'; readonly path: readonly string[] }
  | { readonly kind: 'add-ons' }
  /** A file or JSON: what it says is not read. */
  | { readonly kind: 'document'; readonly path: readonly string[] };

const profile = (name: string): readonly string[] => ['properties', 'apiServerAccessProfile', name];
const network = (name: string): readonly string[] => ['properties', 'networkProfile', name];
const pool = (...name: readonly string[]): readonly string[] => ['pool', ...name];
const routing = ['properties', 'ingressProfile', 'webAppRouting'];
const on = (path: readonly string[], value: boolean | string = true): Flag => ({ kind: 'switch', path, value });
const text = (...path: readonly string[]): Flag => ({ kind: 'text', path });

export const flags: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  ['--name', text('name')],
  ['-n', text('name')],
  ['--cluster-name', text('cluster')],
  ['--location', text('location')],
  ['-l', text('location')],
  ['--sku', text('sku', 'name')],
  ['--kubernetes-version', text('properties', 'kubernetesVersion')],
  ['-k', text('properties', 'kubernetesVersion')],
  ['--dns-name-prefix', text('properties', 'dnsPrefix')],
  ['-p', text('properties', 'dnsPrefix')],
  ['--fqdn-subdomain', text('properties', 'fqdnSubdomain')],
  ['--enable-private-cluster', on(profile('enablePrivateCluster'))],
  ['--disable-private-cluster', on(profile('enablePrivateCluster'), false)],
  ['--enable-public-fqdn', on(profile('enablePrivateClusterPublicFQDN'))],
  ['--disable-public-fqdn', on(profile('enablePrivateClusterPublicFQDN'), false)],
  ['--private-dns-zone', text(...profile('privateDNSZone'))],
  ['--api-server-authorized-ip-ranges', { kind: 'list', path: profile('authorizedIPRanges') }],
  ['--enable-apiserver-vnet-integration', on(profile('enableVnetIntegration'))],
  ['--apiserver-subnet-id', text(...profile('subnetId'))],
  ['--disable-run-command', on(profile('disableRunCommand'))],
  ['--enable-run-command', on(profile('disableRunCommand'), false)],
  ['--outbound-type', text(...network('outboundType'))],
  ['--load-balancer-sku', text(...network('loadBalancerSku'))],
  ['--network-policy', text(...network('networkPolicy'))],
  ['--network-dataplane', text(...network('networkDataplane'))],
  ['--network-plugin', text(...network('networkPlugin'))],
  ['--network-plugin-mode', text(...network('networkPluginMode'))],
  ['--http-proxy-config', { kind: 'document', path: ['properties', 'httpProxyConfig'] }],
  ['--disable-http-proxy', on(['properties', 'httpProxyConfig', 'enabled'], false)],
  ['--bootstrap-artifact-source', text('properties', 'bootstrapProfile', 'artifactSource')],
  ['--bootstrap-container-registry-resource-id', text('properties', 'bootstrapProfile', 'containerRegistryId')],
  ['--nodepool-name', text(...pool('name'))],
  ['--enable-node-public-ip', on(pool('enableNodePublicIP'))],
  ['--disable-node-public-ip', on(pool('enableNodePublicIP'), false)],
  ['--vnet-subnet-id', text(...pool('vnetSubnetID'))],
  ['--pod-subnet-id', text(...pool('podSubnetID'))],
  ['--nodepool-allowed-host-ports', { kind: 'list', path: pool('networkProfile', 'allowedHostPorts') }],
  ['--allowed-host-ports', { kind: 'list', path: pool('networkProfile', 'allowedHostPorts') }],
  ['--enable-app-routing', on([...routing, 'enabled'])],
  ['--app-routing-default-nginx-controller', text(...routing, 'nginx', 'defaultIngressControllerType')],
  ['--ardnc', text(...routing, 'nginx', 'defaultIngressControllerType')],
  ['--enable-azure-service-mesh', on(['properties', 'serviceMeshProfile', 'mode'], 'Istio')],
  ['--enable-asm', on(['properties', 'serviceMeshProfile', 'mode'], 'Istio')],
  ['--appgw-id', text('properties', 'addonProfiles', 'ingressApplicationGateway', 'config', 'applicationGatewayId')],
  ['--assign-identity', on(['identity', 'type'], 'UserAssigned')],
  ['--enable-addons', { kind: 'add-ons' }],
  ['-a', { kind: 'add-ons' }],
  ['--addons', { kind: 'add-ons' }],
]);

/** What `--enable-addons` switches on, of those that open something. */
export const addOns: ReadonlyMap<string, readonly string[]> = new Map([
  ['ingress-appgw', ['properties', 'addonProfiles', 'ingressApplicationGateway', 'enabled']],
  ['http_application_routing', ['properties', 'addonProfiles', 'httpApplicationRouting', 'enabled']],
  ['web_application_routing', [...routing, 'enabled']],
]);

/** Switches that decide nothing here, so that what follows them is no value of theirs. */
export function isSwitch(flag: string): boolean {
  const known = flags.get(flag);
  if (known) return known.kind === 'switch' && flag !== '--assign-identity';
  return /^--(enable|disable|no|generate|only|yes|debug|verbose|attach-acr-none)(-|$)|^-y$/.test(flag);
}

/** Flags that take any number of values. */
export function takesSeveral(flag: string): boolean {
  return (
    flags.get(flag)?.kind === 'list' ||
    /^--(tags|zones|nodepool-(tags|labels|taints)|labels|node-taints)$|^-z$/.test(flag)
  );
}
