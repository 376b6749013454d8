/** The two rules about ways out of a cluster with outbound type none. */
import { elsewhere } from '../../../src/posture/network/link.js';
import { defaultOutboundAccess } from '../../../src/rules/egress/default-outbound-access.js';
import { natGatewayBesideNone } from '../../../src/rules/egress/nat-gateway-beside-none.js';
import { around, at, route, subnet } from '../../support/network.js';
import { check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

describe('default outbound access', () => {
  test('bad: by default, mended on the subnet', () => {
    const [one] = check(defaultOutboundAccess, cluster({ network: around(subnet()) }));
    expect(one?.message).toBe(
      'The outbound type of aks is none, but subnet nodes lets Azure give its nodes outbound access by default.',
    );
    expect(one?.level).toBe('restricted');
    expect(one?.key).toBe('nodes');
    expect(fixOf(one)).toBe('defaultOutboundAccess = false');
  });

  test('bad: each subnet is told', () => {
    const network = around(subnet(), subnet({ name: 'b', defaultOutboundAccess: true }));
    expect(check(defaultOutboundAccess, cluster({ network })).map(({ key }) => key)).toEqual(['nodes', 'b']);
  });

  test('good: a private subnet, a route, another outbound type', () => {
    for (const fine of [subnet({ defaultOutboundAccess: false }), subnet({ routes: [route('default')] })]) {
      expect(check(defaultOutboundAccess, cluster({ network: around(fine) }))).toEqual([]);
    }
    const block = cluster({ egress: { outboundType: known('block') }, network: around(subnet()) });
    expect(check(defaultOutboundAccess, block)).toEqual([]);
  });

  test('undetermined: a parameter decides, or another root', () => {
    const open = subnet({ defaultOutboundAccess: waiting('var.outbound') });
    expect(check(defaultOutboundAccess, cluster({ network: around(open) }))).toEqual([]);
    expect(check(defaultOutboundAccess, cluster({ network: around(elsewhere('var.id', at('id'))) }))).toEqual([]);
  });
});

describe('a NAT gateway', () => {
  test('bad: told at what attaches it', () => {
    const [one] = check(natGatewayBesideNone, cluster({ network: around(subnet({ nat: true })) }));
    expect(one?.message).toBe(
      'The nodes of aks reach the whole Internet through the NAT gateway of subnet nodes, although the outbound type is none.',
    );
    expect(one?.level).toBe('open');
    expect(one?.origin.name).toBe('nat');
  });

  test('bad: told beside nodes with public addresses, which decide', () => {
    const egress = { pools: [{ name: 'p', nodePublicIp: known(true) }] };
    const [one] = check(natGatewayBesideNone, cluster({ egress, network: around(subnet({ nat: true })) }));
    expect(one?.level).toBeUndefined();
  });

  test('good: none, or another outbound type', () => {
    expect(check(natGatewayBesideNone, cluster({ network: around(subnet({ defaultOutboundAccess: false })) }))).toEqual(
      [],
    );
    const translated = cluster({
      egress: { outboundType: known('userAssignedNATGateway') },
      network: around(subnet({ nat: true })),
    });
    expect(check(natGatewayBesideNone, translated)).toEqual([]);
  });

  test('undetermined: a parameter decides', () => {
    const open = subnet({ nat: { kind: 'open', fact: waiting('var.nat') } });
    expect(check(natGatewayBesideNone, cluster({ network: around(open) }))).toEqual([]);
  });
});
