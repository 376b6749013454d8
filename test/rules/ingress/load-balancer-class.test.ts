import { loadBalancerClass } from '../../../src/rules/ingress/load-balancer-class.js';
import { balanced, check, service, waiting } from '../../support/subjects.js';

test('bad: the controller of the class decides, whatever the annotations say', () => {
  const [found] = check(loadBalancerClass, balanced({ internal: 'true' }, { loadBalancerClass: 'example.com/edge' }));
  expect(found?.message).toBe(
    'Who reaches Service shop/web is decided by the controller of the load balancer class “example.com/edge”, not by Azure.',
  );
  expect(found?.level).toBe('unknown');
});

test('good: no class', () => {
  expect(check(loadBalancerClass, balanced())).toEqual([]);
});

test('undetermined: the type waits for a variable', () => {
  expect(check(loadBalancerClass, service({ type: waiting('var.type'), loadBalancerClass: 'x/y' }))).toEqual([]);
});
