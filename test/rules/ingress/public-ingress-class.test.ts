import { publicIngressClass } from '../../../src/rules/ingress/public-ingress-class.js';
import { check, fixOf, knownTo, published, through, unseen } from '../../support/subjects.js';

test('bad: a public frontend, with the edit that asks for the private one', () => {
  const [found] = check(publicIngressClass, published(knownTo('public')));
  expect(found?.message).toBe(
    'Ingress shop/web is reachable from the whole Internet: the Application Gateway publishes it to the Internet.',
  );
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe('reach = "true"');
});

test('bad: the Service of the controller is public, which is mended there', () => {
  const [found] = check(publicIngressClass, published(through({ type: 'LoadBalancer' })));
  expect(found?.message).toContain('through Service edge/lb: public load balancer');
  expect(found?.fix).toBeUndefined();
});

test('good: an internal controller, one that admits sources, one on nodes', () => {
  expect(check(publicIngressClass, published(knownTo('internal')))).toEqual([]);
  expect(check(publicIngressClass, published(knownTo('nodes')))).toEqual([]);
  const restricted = through({ type: 'LoadBalancer', sourceRanges: ['203.0.113.0/24'] });
  expect(check(publicIngressClass, published(restricted))).toEqual([]);
});

test('undetermined: the controller is not in the repository', () => {
  expect(check(publicIngressClass, published(unseen))).toEqual([]);
});
