import { outboundTypeMigration } from '../../../src/rules/egress/outbound-type-migration.js';
import { changes, cluster, known, waiting } from '../../support/subjects.js';

const subnets = {
  managed: known(''),
  own: known('/subnets/nodes'),
  referred: waiting<string>('azurerm_subnet.nodes.id'),
  open: waiting<string>('param subnet'),
};
type Network = keyof typeof subnets;

const made = (outboundType: string, network: Network) =>
  cluster({
    egress: {
      outboundType: known(outboundType),
      pools: [{ name: 'system', nodePublicIp: known(false), subnet: subnets[network] }],
    },
  });

const told = (was: string, now: string, network: Network) => {
  const [found] = changes(outboundTypeMigration, made(was, network), made(now, network));
  if (!found) return 'nothing';
  if (found.message.includes('contradicts itself')) return 'disputed';
  return found.severity === 'notice' ? 'allowed' : 'refused';
};

test('bad: a migration that Azure refuses', () => {
  const [found] = changes(outboundTypeMigration, made('loadBalancer', 'own'), made('managedNATGateway', 'own'));
  expect(found?.message).toBe(
    'The outbound type of aks changes from loadBalancer to managedNATGateway, which Azure refuses on an existing cluster in a network of your own: the deployment will fail.',
  );
});

test.each<[string, string, Network, string]>([
  ['loadBalancer', 'managedNATGateway', 'managed', 'allowed'],
  ['loadBalancer', 'userDefinedRouting', 'managed', 'refused'],
  ['loadBalancer', 'userDefinedRouting', 'own', 'allowed'],
  ['loadBalancer', 'userDefinedRouting', 'referred', 'allowed'],
  ['loadBalancer', 'userDefinedRouting', 'open', 'nothing'],
  ['loadBalancer', 'none', 'open', 'allowed'],
  ['userDefinedRouting', 'loadBalancer', 'own', 'allowed'],
  ['userDefinedRouting', 'loadBalancer', 'open', 'allowed'],
  ['userDefinedRouting', 'block', 'own', 'refused'],
  ['managedNATGateway', 'loadBalancer', 'managed', 'disputed'],
  ['managedNATGatewayV2', 'managedNATGateway', 'managed', 'refused'],
  ['managedNATGatewayV2', 'none', 'managed', 'disputed'],
  ['block', 'none', 'managed', 'allowed'],
  ['none', 'userAssignedNATGateway', 'own', 'allowed'],
  ['none', 'none', 'own', 'nothing'],
  ['sideways', 'none', 'own', 'nothing'],
])('%s to %s in a network that is %s: %s', (was, now, network, expected) => {
  expect(told(was, now, network)).toBe(expected);
});

test('undetermined: a parameter', () => {
  const open = cluster({ egress: { outboundType: waiting('param type') } });
  expect(changes(outboundTypeMigration, made('loadBalancer', 'own'), open)).toEqual([]);
});

test('where the nodes lose their egress before they know the cache, that is told instead', () => {
  const cut = (artifactSource: string, outboundType: string) =>
    cluster({ egress: { artifactSource: known(artifactSource), outboundType: known(outboundType) } });
  expect(changes(outboundTypeMigration, cut('direct', 'loadBalancer'), cut('cache', 'none'))).toEqual([]);
});
