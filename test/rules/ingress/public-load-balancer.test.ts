import { azure } from '../../../src/posture/annotations.js';
import { publicLoadBalancer } from '../../../src/rules/ingress/public-load-balancer.js';
import { balanced, check, fixOf, service, waiting } from '../../support/subjects.js';

test('bad: a load balancer without the annotation is public, and the annotation mends it', () => {
  const [found] = check(publicLoadBalancer, balanced());
  expect(found?.message).toBe(
    'Service shop/web gets a public IP that is reachable from the whole Internet: type LoadBalancer without service.beta.kubernetes.io/azure-load-balancer-internal: "true".',
  );
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test.each(['false', 'False', 'no'])('bad: the annotation says %s, and is where the finding stands', (value) => {
  const subject = balanced({ internal: value });
  const [found] = check(publicLoadBalancer, subject);
  expect(found?.message).toContain(`azure-load-balancer-internal is “${value}”.`);
  expect(found?.origin).toBe(subject.service.annotations.get(azure.internal)?.value.origin);
});

test('bad: annotations of a public address are further places to tell it', () => {
  const subject = balanced({ dnsLabel: 'shop' });
  const [found] = check(publicLoadBalancer, subject);
  expect(found?.also).toContain(subject.service.annotations.get(azure.dnsLabel)?.value.origin);
});

test('good: internal, inside the cluster, or restricted', () => {
  expect(check(publicLoadBalancer, balanced({ internal: 'true' }))).toEqual([]);
  expect(check(publicLoadBalancer, service())).toEqual([]);
  expect(check(publicLoadBalancer, balanced({}, { sourceRanges: ['203.0.113.0/24'] }))).toEqual([]);
});

test('undetermined: annotations, or the type, wait for a value', () => {
  expect(check(publicLoadBalancer, balanced({}, { otherAnnotations: waiting('var.annotations') }))).toEqual([]);
  expect(check(publicLoadBalancer, service({ type: waiting('var.type') }))).toEqual([]);
});
