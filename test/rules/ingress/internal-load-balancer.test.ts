import { internalLoadBalancer } from '../../../src/rules/ingress/internal-load-balancer.js';
import { balanced, check, service, waiting } from '../../support/subjects.js';

test('bad: told as a step back only', () => {
  const [found] = check(internalLoadBalancer, balanced({ internal: 'true' }));
  expect(found?.message).toBe(
    'Service shop/web becomes reachable from the virtual network and everything connected to it, through an internal load balancer.',
  );
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBe(true);
});

test('good: inside the cluster; and a public one is told elsewhere', () => {
  expect(check(internalLoadBalancer, service())).toEqual([]);
  expect(check(internalLoadBalancer, balanced())).toEqual([]);
});

test('undetermined: a variable decides', () => {
  expect(check(internalLoadBalancer, balanced({ internal: waiting('var.internal') }))).toEqual([]);
});
