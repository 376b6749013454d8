import { proxyWithoutRouting } from '../../../src/rules/egress/proxy-without-routing.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const proxy = known('http://proxy.contoso.example:3128');

test('bad: a proxy over a load balancer', () => {
  const egress = { outboundType: known('loadBalancer'), httpProxy: proxy };
  const [found] = check(proxyWithoutRouting, cluster({ egress }));
  expect(found?.message).toBe(
    'Nodes and pods of aks are told to use the proxy “http://proxy.contoso.example:3128”, but nothing makes them: outbound type loadBalancer stays open underneath.',
  );
  expect(found?.level).toBe('restricted');
  expect(found?.origin).toBe(proxy.origin);
});

test('bad: decides nothing when nodes have public addresses', () => {
  const pools = [{ name: 'edge', nodePublicIp: known(true) }];
  const egress = { outboundType: known('loadBalancer'), httpProxy: proxy, pools };
  expect(check(proxyWithoutRouting, cluster({ egress }))[0]?.level).toBeUndefined();
});

test('good: routed underneath, or no proxy at all', () => {
  const egress = { outboundType: known('userDefinedRouting'), httpProxy: proxy };
  expect(check(proxyWithoutRouting, cluster({ egress }))).toEqual([]);
  expect(check(proxyWithoutRouting, cluster({ egress: { outboundType: known('loadBalancer') } }))).toEqual([]);
});

test('undetermined: whether there is a proxy', () => {
  const egress = { outboundType: known('loadBalancer'), httpProxy: waiting<string>('param proxy') };
  expect(check(proxyWithoutRouting, cluster({ egress }))).toEqual([]);
});
