import { applicationGatewayForContainers } from '../../../src/rules/ingress/application-gateway-for-containers.js';
import { check, knownTo, published } from '../../support/subjects.js';

test('bad: any use is public', () => {
  const subject = published(knownTo('public'), [], {
    via: 'application-gateway-for-containers',
    title: 'Gateway shop/edge',
  });
  const [found] = check(applicationGatewayForContainers, subject);
  expect(found?.message).toBe(
    'Gateway shop/edge is reachable from the whole Internet: Application Gateway for Containers has public frontends only.',
  );
  expect(found?.level).toBe('open');
});

test('good: another gateway', () => {
  expect(check(applicationGatewayForContainers, published(knownTo('public')))).toEqual([]);
});
