import { gatewayMetadataAnnotationsHidden } from '../../../src/rules/ingress/gateway-metadata-annotations-hidden.js';
import { check, elsewhere, fixOf, gateway } from '../../support/subjects.js';

test('bad: what stands in metadata is not handed on', () => {
  const [found] = check(gatewayMetadataAnnotationsHidden, gateway({}, { elsewhere: elsewhere('hidden') }));
  expect(found?.message).toContain('stands in its metadata, from where it does not reach the Service');
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toContain('azure-load-balancer-internal = "true"');
});

test('good: it stands where it is handed on too, or asks for nothing', () => {
  expect(
    check(gatewayMetadataAnnotationsHidden, gateway({ internal: 'true' }, { elsewhere: elsewhere('hidden') })),
  ).toEqual([]);
  expect(check(gatewayMetadataAnnotationsHidden, gateway({}, { elsewhere: elsewhere('hidden', 'false') }))).toEqual([]);
});

test('undetermined: a control plane may copy it', () => {
  expect(check(gatewayMetadataAnnotationsHidden, gateway({}, { elsewhere: elsewhere('metadata') }))).toEqual([]);
});
