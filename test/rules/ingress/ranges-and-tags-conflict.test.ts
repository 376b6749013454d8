import { azure } from '../../../src/posture/annotations.js';
import { rangesAndTagsConflict } from '../../../src/rules/ingress/ranges-and-tags-conflict.js';
import { balanced, check, waiting } from '../../support/subjects.js';

const field = { sourceRanges: ['203.0.113.0/24'] };

test('bad: each annotation that does not go with the field', () => {
  const found = check(
    rangesAndTagsConflict,
    balanced({ allowedIpRanges: '198.51.100.0/24', allowedServiceTags: 'AzureMonitor' }, field),
  );
  expect(found.map(({ key }) => key)).toEqual([azure.allowedIpRanges, azure.allowedServiceTags]);
  expect(found[0]?.message).toBe(
    'Service shop/web has spec.loadBalancerSourceRanges and service.beta.kubernetes.io/azure-allowed-ip-ranges: Azure refuses the combination and leaves the load balancer as it was.',
  );
  expect(found[1]?.message).toMatch(/traffic of the service tags is let through to the nodes and dropped there\.$/);
});

test('good: either of them alone', () => {
  expect(check(rangesAndTagsConflict, balanced({}, field))).toEqual([]);
  const annotations = { allowedIpRanges: '198.51.100.0/24', allowedServiceTags: 'AzureMonitor' };
  expect(check(rangesAndTagsConflict, balanced(annotations))).toEqual([]);
});

test('undetermined: whether there are any', () => {
  const tags = { allowedServiceTags: 'AzureMonitor' };
  expect(check(rangesAndTagsConflict, balanced(tags, { sourceRanges: waiting('var.ranges') }))).toEqual([]);
  expect(check(rangesAndTagsConflict, balanced({ allowedServiceTags: waiting<string>('var.tags') }, field))).toEqual(
    [],
  );
});
