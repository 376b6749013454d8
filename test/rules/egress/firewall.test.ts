/** The three rules about rules of firewalls. */
import { firewallAllowsAzureCloud } from '../../../src/rules/egress/firewall-allows-azure-cloud.js';
import { firewallAllowsEverything } from '../../../src/rules/egress/firewall-allows-everything.js';
import { firewallWideWildcard } from '../../../src/rules/egress/firewall-wide-wildcard.js';
import type { Discovery, Rule } from '../../../src/rules/rule.js';
import { around, firewall, route, rule, subnet } from '../../support/network.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

type Rules = Parameters<typeof firewall>[0];
const aks = rule('aks', { kind: 'application', to: [], tags: ['AzureKubernetesService'] });

function found(of: Rule, rules: Rules, outboundType = 'userDefinedRouting'): readonly Discovery[] {
  const network = around(subnet({ routes: [route('default', { firewall: firewall([aks, ...rules]) })] }));
  return check(of, cluster({ egress: { outboundType: known(outboundType) }, network }));
}

describe('everything', () => {
  test('bad: told at the destination, rule by rule', () => {
    const rules = [rule('any', { to: ['*'] }), rule('web', { kind: 'application', to: ['example.com', '*', '*.net'] })];
    const [any, web] = found(firewallAllowsEverything, rules);
    expect(any?.message).toBe(
      'Rule any of firewall fw lets the nodes and pods of aks reach the whole Internet: it admits “*”.',
    );
    expect(web?.message).toMatch(/it admits “\*” and “\*\.net”\.$/);
    expect([any?.key, web?.key]).toEqual(['fw/any', 'fw/web']);
    expect([any?.level, web?.level]).toEqual(['open', 'open']);
    expect(any?.origin.name).toBe('*');
  });

  test('bad: decides whatever the outbound type translates, since the route takes everything to the firewall', () => {
    const [any] = found(firewallAllowsEverything, [rule('any', { to: ['*'] })], 'loadBalancer');
    expect(any?.message).toMatch(/^Rule any/);
    expect(any?.level).toBe('open');
  });

  test('good: named destinations', () => {
    expect(found(firewallAllowsEverything, [rule('api', { kind: 'application', to: ['api.example.com'] })])).toEqual(
      [],
    );
  });

  test('undetermined: a parameter decides', () => {
    expect(found(firewallAllowsEverything, [rule('any', { to: [waiting('var.to')] })])).toEqual([]);
    expect(found(firewallAllowsEverything, [rule('any', { to: ['*'], condition: 'var.debug' })])).toEqual([]);
  });
});

describe('every customer of Azure', () => {
  test('bad: on other ports than those of the tunnel', () => {
    const [cloud] = found(firewallAllowsAzureCloud, [rule('cloud', { to: ['AzureCloud.WestEurope'], ports: ['443'] })]);
    expect(cloud?.message).toBe(
      'Rule cloud of firewall fw lets the nodes and pods of aks reach everything that any customer runs in Azure: it admits “AzureCloud.WestEurope” on other ports than 1194 and 9000.',
    );
    expect(cloud?.level).toBe('open');
  });

  test('bad: decides nothing where another rule admits everything', () => {
    const rules = [rule('cloud', { to: ['AzureCloud'] }), rule('any', { to: ['*'] })];
    expect(found(firewallAllowsAzureCloud, rules)[0]?.level).toBeUndefined();
    expect(found(firewallAllowsEverything, rules)[0]?.level).toBe('open');
  });

  test('good: on the ports of the tunnel', () => {
    expect(found(firewallAllowsAzureCloud, [rule('t', { to: ['AzureCloud'], ports: ['1194', '9000'] })])).toEqual([]);
  });

  test('undetermined: a parameter decides', () => {
    expect(found(firewallAllowsAzureCloud, [rule('t', { to: ['AzureCloud'], ports: [waiting('var.p')] })])).toEqual([]);
  });
});

describe('what strangers share', () => {
  test.each([
    ['a domain', rule('r', { kind: 'application', to: ['*.blob.core.windows.net'] })],
    ['a parent of one', rule('r', { kind: 'application', to: ['*.windows.net'] })],
    ['a region of one', rule('r', { kind: 'application', to: ['*.westeurope.cloudapp.azure.com'] })],
    ['a service tag', rule('r', { to: ['Storage.WestEurope'] })],
  ])('bad: %s', (_, wide) => {
    const [one] = found(firewallWideWildcard, [wide]);
    expect(one?.message).toMatch(
      /^Rule r of firewall fw lets the nodes and pods of aks reach names that anyone can have/,
    );
    expect(one?.level).toBeUndefined();
  });

  test.each([
    ['one account', rule('r', { kind: 'application', to: ['stprod.blob.core.windows.net'] })],
    [
      'names of one owner',
      rule('r', { kind: 'application', to: ['*.data.mcr.microsoft.com', '*.hcp.westeurope.azmk8s.io'] }),
    ],
    ['everything, which is told elsewhere', rule('r', { to: ['*'] })],
    ['a service of Azure alone', rule('r', { to: ['AzureMonitor'] })],
  ])('good: %s', (_, fine) => {
    expect(found(firewallWideWildcard, [fine])).toEqual([]);
  });

  test('undetermined: a parameter decides', () => {
    expect(found(firewallWideWildcard, [rule('r', { kind: 'application', to: [waiting('var.fqdn')] })])).toEqual([]);
  });
});
