import { gatewayMetadataAnnotations } from '../../../src/rules/ingress/gateway-metadata-annotations.js';
import { check, elsewhere, fixOf, gateway } from '../../support/subjects.js';

test('bad: the control plane decides', () => {
  const [found] = check(gatewayMetadataAnnotations, gateway({}, { elsewhere: elsewhere('metadata') }));
  expect(found?.message).toContain('Whether Gateway shop/web is internal depends on its control plane');
  expect(found?.level).toBe('unknown');
  expect(fixOf(found)).toContain('azure-load-balancer-internal = "true"');
});

test('good: it stands under infrastructure', () => {
  expect(check(gatewayMetadataAnnotations, gateway({ internal: 'true' }))).toEqual([]);
});
