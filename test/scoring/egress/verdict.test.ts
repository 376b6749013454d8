/** The verdict table of AKS egress when all pieces are declared together, row by row. */
import type { Surroundings } from '../../../src/posture/network/model.js';
import { elsewhere, here } from '../../../src/posture/network/link.js';
import { judgeEgress } from '../../../src/scoring/egress.js';
import { score } from '../../../src/scoring/ladder.js';
import { around, at, firewall, gateway, route, rule, security, subnet } from '../../support/network.js';
import { cluster, known, waiting } from '../../support/subjects.js';

type Row = readonly [string, Partial<Surroundings>, string, string, number | null];

const aks = rule('aks', { kind: 'application', to: [], tags: ['AzureKubernetesService'] });
const finite = firewall([
  aks,
  rule('apps', { kind: 'application', to: ['api.example.com', '*.data.mcr.microsoft.com'] }),
]);
const to = (...rules: Parameters<typeof firewall>[0]): Partial<Surroundings> =>
  around(subnet({ routes: [route('default', { firewall: firewall(rules) })] }));

function verdicts(outboundType: string, rows: readonly Row[]): void {
  test.each(rows)(`${outboundType}: %s`, (_, network, level, cause, points) => {
    const judgement = judgeEgress(cluster({ egress: { outboundType: known(outboundType) }, network }));
    expect({ level: judgement.level, cause: judgement.cause }).toEqual({ level, cause });
    expect(score(judgement.level, judgement.modifiers)).toBe(points);
    expect(judgement.evidence.length).toBeGreaterThan(0);
    expect(judgement.because).not.toBe('');
  });
}

const hop = (type: string): Partial<Surroundings> => around(subnet({ routes: [route('default', { hop: type })] }));
const beside = (prefix: string | Parameters<typeof route>[1]): Partial<Surroundings> =>
  around(
    subnet({
      routes: [
        route('default'),
        route('around', { hop: 'internet', ...(typeof prefix === 'string' ? { prefix } : prefix) }),
      ],
    }),
  );

verdicts('userDefinedRouting', [
  ['nothing is declared here', {}, 'private', 'routed', 80],
  ['the subnet is not', around(elsewhere('var.subnet_id', at('x'))), 'private', 'routed', 80],
  ['the route table is not', around(subnet({ routes: 'elsewhere' })), 'private', 'routed', 80],
  ['the firewall is not', hop('virtualappliance'), 'private', 'routed', 80],
  ['a gateway', hop('virtualnetworkgateway'), 'private', 'routed', 80],
  ['everything is dropped', hop('none'), 'private', 'routed', 80],
  [
    'both halves go to an appliance',
    around(subnet({ routes: ['0.0.0.0/1', '128.0.0.0/1'].map((prefix) => route(prefix, { prefix })) })),
    'private',
    'routed',
    80,
  ],
  [
    'a firewall with finite rules',
    around(subnet({ routes: [route('default', { firewall: finite })] })),
    'private',
    'routed',
    82,
  ],
  [
    'one with rules elsewhere too',
    around(subnet({ routes: [route('default', { firewall: { ...finite, hasRulesElsewhere: true } })] })),
    'private',
    'routed',
    80,
  ],
  ['one without any rule yet', to(), 'private', 'routed', 80],
  ['no route table', around(subnet()), 'open', 'route-missing', 0],
  ['a table without routes', around(subnet({ routes: [] })), 'open', 'route-missing', 0],
  [
    'a table without one for everything',
    around(subnet({ routes: [route('half', { prefix: '0.0.0.0/1' })] })),
    'open',
    'route-missing',
    0,
  ],
  ['everything to the Internet', hop('internet'), 'open', 'route-to-internet', 0],
  ['half of it', beside('0.0.0.0/1'), 'open', 'route-to-internet', 0],
  ['a wide block', beside('20.0.0.0/8'), 'open', 'route-to-internet', 0],
  ['a service tag', beside('Storage.WestEurope'), 'open', 'route-to-internet', 0],
  ['all of IPv6', beside('::/0'), 'open', 'route-to-internet', 0],
  ['the address of the firewall', beside('20.1.2.3/32'), 'private', 'routed', 80],
  [
    'its address, not known yet',
    beside({ prefix: { ...waiting<string>('ip'), parts: [null, '/32'] } }),
    'private',
    'routed',
    80,
  ],
  ['a block of one partner', beside('203.0.113.0/24'), 'private', 'routed', 80],
  ['private addresses', beside('10.0.0.0/8'), 'private', 'routed', 80],
  ['an open prefix', beside({ prefix: waiting('var.prefix') }), 'unknown', 'undetermined', null],
  [
    'an open hop',
    around(subnet({ routes: [route('default', { hop: waiting('var.hop') })] })),
    'unknown',
    'undetermined',
    null,
  ],
  [
    'an open hop among filters',
    around(subnet({ routes: [route('default', { hop: waiting('var.hop', ['none', 'virtualappliance']) })] })),
    'private',
    'routed',
    80,
  ],
  [
    'a route that may not be there',
    around(subnet({ routes: [route('default', { condition: 'var.routed' })] })),
    'unknown',
    'undetermined',
    null,
  ],
  [
    'a hole that may not be there',
    beside({ prefix: '0.0.0.0/1', condition: 'var.bypass' }),
    'unknown',
    'undetermined',
    null,
  ],
  [
    'routes that are not decided',
    around(subnet({ routes: [route('default')], further: 'var.routes' })),
    'unknown',
    'undetermined',
    null,
  ],
  ['a table that may not be there', around(subnet({ routes: 'open' })), 'unknown', 'undetermined', null],
  [
    'the weakest of two subnets',
    around(subnet({ routes: [route('default')] }), subnet({ name: 'b' })),
    'open',
    'route-missing',
    0,
  ],
  [
    'a NAT gateway, which the route comes before',
    around(subnet({ routes: [route('default')], nat: true })),
    'private',
    'routed',
    80,
  ],
]);

const open = (name: string, shape: Parameters<typeof rule>[1], cause = 'firewall-allows-everything'): Row => [
  name,
  to(aks, rule('r', shape)),
  'open',
  cause,
  0,
];
const filtered = (name: string, shape: Parameters<typeof rule>[1], points = 82): Row => [
  name,
  to(aks, rule('r', shape)),
  'private',
  'routed',
  points,
];
const unknown = (name: string, shape: Parameters<typeof rule>[1]): Row => [
  name,
  to(aks, rule('r', shape)),
  'unknown',
  'undetermined',
  null,
];

describe('rules of the firewall', () => {
  verdicts('userDefinedRouting', [
    open('any FQDN', { kind: 'application', to: ['*'] }),
    open('all of a top-level domain', { kind: 'application', to: ['*.com'] }),
    open('any URL', { kind: 'application', to: ['https://*'] }),
    open('any address', { to: ['*'] }),
    open('0.0.0.0/0', { to: ['0.0.0.0/0'] }),
    open('both halves', { to: ['0.0.0.0/1', '128.0.0.0/1'] }),
    open('the Internet', { to: ['Internet'] }),
    open('any address on the port of a tunnel', { to: ['*'], ports: ['1194'] }),
    open('AzureCloud', { to: ['AzureCloud'] }, 'firewall-allows-azure-cloud'),
    open('AzureCloud on all ports', { to: ['AzureCloud.WestEurope'], ports: ['*'] }, 'firewall-allows-azure-cloud'),
    open(
      'AzureCloud of an open region',
      { to: [{ ...waiting<string>('l'), parts: ['AzureCloud.', null] }] },
      'firewall-allows-azure-cloud',
    ),
    open(
      'AzureCloud on more than the tunnel',
      { to: ['AzureCloud'], ports: ['9000', '443'] },
      'firewall-allows-azure-cloud',
    ),
    filtered('AzureCloud on the ports of the tunnel', { to: ['AzureCloud.WestEurope'], ports: ['1194', '9000'] }),
    filtered('one tag of Azure', { to: ['AzureMonitor'] }),
    filtered('blocks of addresses', { to: ['203.0.113.0/24'] }),
    filtered('the time from anywhere', { to: ['*'], ports: ['123'] }, 80),
    filtered('a domain that strangers share', { kind: 'application', to: ['*.blob.core.windows.net'] }, 80),
    filtered('groups that are not declared here', { to: [], elsewhere: true }, 80),
    filtered('a name with an open part', {
      kind: 'application',
      to: [{ ...waiting<string>('l'), parts: ['*.hcp.', null, '.azmk8s.io'] }],
    }),
    filtered('everything is denied', { action: 'deny', to: ['*'] }),
    filtered('everything for others', { sources: ['10.9.0.0/24'], to: ['*'] }),
    filtered('an address of the firewall is translated', { kind: 'nat', action: 'dnat', to: ['*'] }),
    unknown('an open destination', { kind: 'application', to: [waiting('var.fqdn')] }),
    unknown('open destinations', { to: waiting('var.addresses') }),
    unknown('an open action', { action: waiting('var.action'), to: ['*'] }),
    unknown('everything, perhaps', { to: ['*'], condition: 'var.debug' }),
    unknown('AzureCloud on an open port', { to: ['AzureCloud'], ports: [waiting('var.port')] }),
  ]);
});

const filter = [route('default')];
const denyAll = [security('deny', { to: ['Internet'] })];

verdicts('none', [
  ['AKS makes the network', {}, 'isolated', 'isolated', 100],
  ['the subnet is not declared here', around(elsewhere('var.subnet_id', at('x'))), 'isolated', 'isolated', 100],
  ['a private subnet', around(subnet({ defaultOutboundAccess: false })), 'isolated', 'isolated', 100],
  ['default outbound access', around(subnet()), 'restricted', 'default-outbound-access', 40],
  ['it is asked for', around(subnet({ defaultOutboundAccess: true })), 'restricted', 'default-outbound-access', 40],
  [
    'it is not decided',
    around(subnet({ defaultOutboundAccess: waiting('var.outbound') })),
    'unknown',
    'undetermined',
    null,
  ],
  ['everything is routed', around(subnet({ routes: filter })), 'isolated', 'isolated', 100],
  ['a route table that is not declared here', around(subnet({ routes: 'elsewhere' })), 'isolated', 'isolated', 100],
  ['a route table without a route', around(subnet({ routes: [] })), 'restricted', 'default-outbound-access', 40],
  [
    'routed to a firewall that admits everything',
    to(rule('any', { to: ['*'] })),
    'open',
    'firewall-allows-everything',
    0,
  ],
  ['the Internet is denied', around(subnet({ security: denyAll })), 'isolated', 'isolated', 100],
  [
    'denied, for TCP',
    around(subnet({ security: [security('deny', { protocol: 'tcp' })] })),
    'restricted',
    'default-outbound-access',
    40,
  ],
  [
    'denied, after it is allowed',
    around(subnet({ security: [...denyAll, security('allow', { access: 'allow', priority: 90 })] })),
    'restricted',
    'default-outbound-access',
    40,
  ],
  [
    'denied, perhaps',
    around(subnet({ security: [security('deny', { condition: 'var.deny' })] })),
    'unknown',
    'undetermined',
    null,
  ],
  ['a NAT gateway', around(subnet({ nat: true, defaultOutboundAccess: false })), 'open', 'nat-gateway-beside-none', 2],
  [
    'one that is not declared here',
    around(subnet({ nat: elsewhere('var.nat_id', at('var.nat_id')) })),
    'open',
    'nat-gateway-beside-none',
    2,
  ],
  [
    'one without an address',
    around(subnet({ nat: here(gateway(known(false)), at('nat')), defaultOutboundAccess: false })),
    'isolated',
    'isolated',
    100,
  ],
  [
    'one that may not be there',
    around(subnet({ nat: { kind: 'open', fact: waiting('var.nat') }, defaultOutboundAccess: false })),
    'unknown',
    'undetermined',
    null,
  ],
  ['one behind a route', around(subnet({ nat: true, routes: filter })), 'isolated', 'isolated', 100],
  ['one behind a denial', around(subnet({ nat: true, security: denyAll })), 'isolated', 'isolated', 100],
]);

verdicts('block', [['default outbound access has no effect', around(subnet()), 'isolated', 'isolated', 100]]);

verdicts('loadBalancer', [
  ['without a route', around(subnet()), 'open', 'unrestricted', 0],
  ['a route to an appliance', around(subnet({ routes: filter })), 'private', 'public-address-beside-route', 80],
  [
    'to a firewall with finite rules',
    around(subnet({ routes: [route('default', { firewall: finite })] })),
    'private',
    'public-address-beside-route',
    82,
  ],
  ['to one that admits everything', to(rule('any', { to: ['*'] })), 'open', 'firewall-allows-everything', 0],
  ['a route table that is not declared here', around(subnet({ routes: 'elsewhere' })), 'open', 'unrestricted', 0],
  [
    'a route in one of two subnets',
    around(subnet({ routes: filter }), subnet({ name: 'b' })),
    'open',
    'unrestricted',
    0,
  ],
  ['routes that are not decided', around(subnet({ routes: 'open' })), 'unknown', 'undetermined', null],
]);

verdicts('userAssignedNATGateway', [
  [
    'a route to an appliance',
    around(subnet({ routes: filter, nat: true })),
    'private',
    'public-address-beside-route',
    80,
  ],
  ['without one', around(subnet({ nat: true })), 'open', 'unrestricted', 2],
]);

test('the deciding place comes first', () => {
  const hole = judgeEgress(
    cluster({ egress: { outboundType: known('userDefinedRouting') }, network: to(rule('any', { to: ['*'] })) }),
  );
  expect(hole.evidence.map(({ name }) => name)).toEqual(['*', 'virtualappliance', '0.0.0.0/0', undefined]);
  const around_ = judgeEgress(
    cluster({ egress: { outboundType: known('userDefinedRouting') }, network: beside('0.0.0.0/1') }),
  );
  expect(around_.evidence.map(({ name }) => name)).toEqual(['internet', '0.0.0.0/1', undefined]);
});

test('public addresses of nodes come before all of it', () => {
  const egress = { outboundType: known('userDefinedRouting'), pools: [{ name: 'p', nodePublicIp: known(true) }] };
  expect(judgeEgress(cluster({ egress, network: around(subnet()) })).cause).toBe('node-public-ip');
  const open = { ...egress, pools: [{ name: 'p', nodePublicIp: waiting<boolean>('var.ip') }] };
  expect(judgeEgress(cluster({ egress: open, network: around(subnet()) })).cause).toBe('route-missing');
  expect(judgeEgress(cluster({ egress: open, network: hop('virtualappliance') })).cause).toBe('undetermined');
});
