import { contradictoryPublicIp } from '../../../src/rules/ingress/contradictory-public-ip.js';
import { balanced, check, waiting } from '../../support/subjects.js';

test('bad: annotations of a public IP beside the internal one', () => {
  const [found, ...more] = check(
    contradictoryPublicIp,
    balanced({ internal: 'true', publicIpName: 'pip-web', dnsLabel: 'shop-web' }),
  );
  expect(found?.message).toBe(
    'Service shop/web is internal, but also asks for a public address: service.beta.kubernetes.io/azure-pip-name and service.beta.kubernetes.io/azure-dns-label-name have no effect on an internal load balancer.',
  );
  expect(found?.level).toBeUndefined();
  expect(more).toEqual([]);
});

test('good: no such annotation, an empty one, or a public Service', () => {
  expect(check(contradictoryPublicIp, balanced({ internal: 'true' }))).toEqual([]);
  expect(check(contradictoryPublicIp, balanced({ internal: 'true', dnsLabel: '' }))).toEqual([]);
  expect(check(contradictoryPublicIp, balanced({ publicIpName: 'pip-web' }))).toEqual([]);
});

test('undetermined: whether it is internal waits for a variable', () => {
  const subject = balanced({ internal: waiting<string>('var.internal'), publicIpName: 'pip-web' });
  expect(check(contradictoryPublicIp, subject)).toEqual([]);
});
