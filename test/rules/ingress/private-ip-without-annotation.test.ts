import { azure } from '../../../src/posture/annotations.js';
import { privateIpWithoutAnnotation } from '../../../src/rules/ingress/private-ip-without-annotation.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test('bad: a private address on a public load balancer is an intent without the annotation', () => {
  const [found] = check(privateIpWithoutAnnotation, balanced({}, { loadBalancerIp: '10.240.0.25' }));
  expect(found?.message).toBe(
    'Service shop/web asks for the private address 10.240.0.25 on a public load balancer, where Azure does not find it: the Service stays pending, and without the address it becomes public.',
  );
  expect(found?.level).toBeUndefined();
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test.each([
  ['ipv4', '172.31.255.254'],
  ['ipv4', '192.168.1.1'],
  ['ipv6', 'fd00::1'],
])('bad: by annotation %s %s', (name, address) => {
  expect(check(privateIpWithoutAnnotation, balanced({ [name]: address }))).toHaveLength(1);
});

test.each(['203.0.113.7', '172.32.0.1', '10.0.0.0/24', 'no address', ''])('good: %j is no private address', (ip) => {
  expect(check(privateIpWithoutAnnotation, balanced({}, { loadBalancerIp: ip }))).toEqual([]);
});

test('good: internal', () => {
  expect(check(privateIpWithoutAnnotation, balanced({ internal: 'true', ipv4: '10.240.0.25' }))).toEqual([]);
});

test('undetermined: the annotation, or the address, waits for a variable', () => {
  const internal = balanced({ internal: waiting<string>('var.internal'), ipv4: '10.240.0.25' });
  expect(check(privateIpWithoutAnnotation, internal)).toEqual([]);
  expect(check(privateIpWithoutAnnotation, balanced({ ipv4: waiting<string>('var.ip') }))).toEqual([]);
});
