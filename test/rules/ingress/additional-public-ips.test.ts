import { additionalPublicIps } from '../../../src/rules/ingress/additional-public-ips.js';
import { balanced, check, waiting } from '../../support/subjects.js';

test('bad: an internal load balancer that admits public addresses', () => {
  const [found] = check(additionalPublicIps, balanced({ internal: 'true', additionalPublicIps: '203.0.113.7' }));
  expect(found?.message).toBe(
    'Service shop/web has an internal load balancer, but is opened to traffic for the public addresses “203.0.113.7” by service.beta.kubernetes.io/azure-additional-public-ips.',
  );
  expect(found?.level).toBe('open');
});

test('bad: addresses that wait for a variable are addresses', () => {
  const subject = balanced({ internal: 'true', additionalPublicIps: waiting<string>('var.global_ip') });
  expect(check(additionalPublicIps, subject)[0]?.message).toContain('“var.global_ip”');
});

test('good: none, an empty list, or a public Service, which is told elsewhere', () => {
  expect(check(additionalPublicIps, balanced({ internal: 'true' }))).toEqual([]);
  expect(check(additionalPublicIps, balanced({ internal: 'true', additionalPublicIps: ' ' }))).toEqual([]);
  expect(check(additionalPublicIps, balanced({ additionalPublicIps: '203.0.113.7' }))).toEqual([]);
});

test('undetermined: whether it is internal waits for a variable', () => {
  const subject = balanced({ internal: waiting<string>('var.internal'), additionalPublicIps: '203.0.113.7' });
  expect(check(additionalPublicIps, subject)).toEqual([]);
});
