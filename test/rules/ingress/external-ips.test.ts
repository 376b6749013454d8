import { externalIps } from '../../../src/rules/ingress/external-ips.js';
import { balanced, check, service, waiting } from '../../support/subjects.js';

test('bad: nodes take traffic for the addresses', () => {
  const [found] = check(externalIps, service({ externalIps: ['203.0.113.7', '203.0.113.8'] }));
  expect(found?.message).toBe(
    'Service shop/web is reachable on every node for the external IPs 203.0.113.7 and 203.0.113.8, from wherever they are routed to a node.',
  );
  expect(found?.level).toBe('private');
});

test('bad: beside a load balancer it is told, and decides nothing', () => {
  const [found] = check(externalIps, balanced({ internal: 'true' }, { externalIps: ['203.0.113.7'] }));
  expect(found?.message).toMatch(/203\.0\.113\.7/);
  expect(found?.level).toBeUndefined();
});

test('good: none', () => {
  expect(check(externalIps, service())).toEqual([]);
});

test('undetermined: a list that waits for a variable', () => {
  expect(check(externalIps, service({ externalIps: waiting('var.ips') }))).toEqual([]);
});
