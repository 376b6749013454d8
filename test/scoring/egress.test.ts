import type { NodePool } from '../../src/posture/model.js';
import { judgeEgress } from '../../src/scoring/egress.js';
import { score } from '../../src/scoring/ladder.js';
import { byDefault, cluster, known, waiting } from '../support/subjects.js';
import type { EgressFacts } from '../support/subjects.js';

const type = (outboundType: string, rest: EgressFacts = {}): EgressFacts => ({
  outboundType: known(outboundType),
  ...rest,
});
const pool = (nodePublicIp: NodePool['nodePublicIp']): EgressFacts => ({
  pools: [
    { name: 'system', nodePublicIp: known(false) },
    { name: 'edge', nodePublicIp },
  ],
});
const proxy = { httpProxy: known('http://proxy:3128') };
const direct = { artifactSource: byDefault('direct') };

test.each<readonly [string, EgressFacts, string, string, number | null]>([
  ['a load balancer', type('loadBalancer'), 'open', 'unrestricted', 0],
  ['a managed NAT gateway', type('managedNATGateway'), 'open', 'unrestricted', 2],
  ['its second version', type('managedNATGatewayV2'), 'open', 'unrestricted', 2],
  ['a NAT gateway of one’s own', type('userAssignedNATGateway'), 'open', 'unrestricted', 2],
  ['user-defined routing', type('userDefinedRouting'), 'private', 'routed', 80],
  ['none with a cache', type('none'), 'isolated', 'isolated', 100],
  ['block with a cache', type('block'), 'isolated', 'isolated', 100],
  ['none without a cache', type('none', direct), 'private', 'none-without-cache', 80],
  ['block without a cache', type('block', direct), 'private', 'none-without-cache', 80],
  ['none with an open source', type('none', { artifactSource: waiting('param s') }), 'unknown', 'undetermined', null],
  ['a proxy over a load balancer', type('loadBalancer', proxy), 'restricted', 'proxy-without-routing', 40],
  ['a proxy over a NAT gateway', type('managedNATGateway', proxy), 'restricted', 'proxy-without-routing', 42],
  ['a proxy with routing', type('userDefinedRouting', proxy), 'private', 'routed', 80],
  ['an open proxy', type('loadBalancer', { httpProxy: waiting('param p') }), 'unknown', 'undetermined', null],
  ['a public address under none', type('none', pool(known(true))), 'open', 'node-public-ip', 0],
  ['a public address under routing', type('userDefinedRouting', pool(known(true))), 'open', 'node-public-ip', 0],
  ['an open public address', type('userDefinedRouting', pool(waiting('param ip'))), 'unknown', 'undetermined', null],
  [
    'one under a proxy',
    type('loadBalancer', { ...proxy, ...pool(waiting('param ip')) }),
    'unknown',
    'undetermined',
    null,
  ],
  ['one beside an open type', type('loadBalancer', pool(waiting('param ip'))), 'open', 'unrestricted', 0],
  ['one that is none either way', type('none', pool(waiting('param ip', [false, false]))), 'isolated', 'isolated', 100],
  ['an open type', { outboundType: waiting('param type') }, 'unknown', 'undetermined', null],
  [
    'a choice of open types',
    { outboundType: waiting('param type', ['loadBalancer', 'managedNATGateway']) },
    'open',
    'unrestricted',
    0,
  ],
  [
    'a choice between open and filtered',
    { outboundType: waiting('param type', ['loadBalancer', 'userDefinedRouting']) },
    'unknown',
    'undetermined',
    null,
  ],
  ['a type that AKS does not know', type('firewall'), 'unknown', 'undetermined', null],
])('%s', (_, egress, level, cause, points) => {
  const judgement = judgeEgress(cluster({ egress }));
  expect(judgement).toMatchObject({ level, cause });
  expect(score(judgement.level, judgement.modifiers)).toBe(points);
  expect(judgement.evidence.length).toBeGreaterThan(0);
});

test('a default says that it is one', () => {
  const { because } = judgeEgress(cluster({ egress: { outboundType: byDefault('loadBalancer') } }));
  expect(because).toBe('outbound type loadBalancer by default reaches the whole Internet');
});
