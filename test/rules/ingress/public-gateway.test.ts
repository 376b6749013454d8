import { publicGateway } from '../../../src/rules/ingress/public-gateway.js';
import { balanced, check, fixOf, gateway, published, through, unseen } from '../../support/subjects.js';

test('bad: the controller makes a public load balancer, and the annotation mends it', () => {
  const [found] = check(publicGateway, gateway());
  expect(found?.message).toBe(
    'Gateway shop/web gets a public IP that is reachable from the whole Internet: its controller makes a load balancer, and spec.infrastructure.annotations lack service.beta.kubernetes.io/azure-load-balancer-internal: "true".',
  );
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toContain('azure-load-balancer-internal = "true"');
});

test('bad: the Service of shared gateway pods is public', () => {
  const shared = { via: 'shared-gateway', title: 'Gateway shop/edge' } as const;
  const [found] = check(publicGateway, published(through({ type: 'LoadBalancer' }), [], shared));
  expect(found?.message).toBe(
    'Gateway shop/edge is reachable from the whole Internet: through Service edge/lb: public load balancer, open to any source.',
  );
  expect(found?.fix).toBeUndefined();
});

test('good: internal, or no Gateway', () => {
  expect(check(publicGateway, gateway({ internal: 'true' }))).toEqual([]);
  expect(check(publicGateway, balanced())).toEqual([]);
});

test('undetermined: the gateway pods are not in the repository', () => {
  expect(check(publicGateway, published(unseen, [], { via: 'shared-gateway' }))).toEqual([]);
});
