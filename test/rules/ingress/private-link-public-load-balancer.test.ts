import { azure } from '../../../src/posture/annotations.js';
import { privateLinkPublicLoadBalancer } from '../../../src/rules/ingress/private-link-public-load-balancer.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test('bad: refused on a public load balancer, whose public IP stays', () => {
  const [found] = check(privateLinkPublicLoadBalancer, balanced({ privateLinkService: 'true' }));
  expect(found?.message).toBe(
    'Service shop/web asks for a Private Link Service on a public load balancer: Azure refuses to make it there, and the public IP stays.',
  );
  expect(found?.level).toBeUndefined();
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test('bad: made beside the public IP when floating IP is off', () => {
  const subject = balanced({ privateLinkService: 'true', disableFloatingIp: 'true' });
  expect(check(privateLinkPublicLoadBalancer, subject)[0]?.message).toMatch(
    /comes beside the public IP, which stays\.$/,
  );
});

test('good: internal, or no private link', () => {
  expect(check(privateLinkPublicLoadBalancer, balanced({ privateLinkService: 'true', internal: 'true' }))).toEqual([]);
  expect(check(privateLinkPublicLoadBalancer, balanced({ privateLinkService: 'false' }))).toEqual([]);
});

test('undetermined: whether it is internal, or whether floating IP is off', () => {
  const internal = { privateLinkService: 'true', internal: waiting<string>('var.internal') };
  expect(check(privateLinkPublicLoadBalancer, balanced(internal))).toEqual([]);
  const floating = { privateLinkService: 'true', disableFloatingIp: waiting<string>('var.floating') };
  expect(check(privateLinkPublicLoadBalancer, balanced(floating))).toEqual([]);
});
