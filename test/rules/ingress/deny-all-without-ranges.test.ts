import { denyAllWithoutRanges } from '../../../src/rules/ingress/deny-all-without-ranges.js';
import { balanced, check, service, waiting } from '../../support/subjects.js';

const deny = { denyAllExceptSourceRanges: 'true' };

test('bad: nothing to except, so nothing is denied', () => {
  const [found] = check(denyAllWithoutRanges, balanced({ internal: 'true', ...deny }));
  expect(found?.message).toBe(
    'service.beta.kubernetes.io/azure-deny-all-except-load-balancer-source-ranges has no effect on Service shop/web: it lists no source ranges, so nothing is denied.',
  );
  expect(found?.level).toBeUndefined();
});

test('bad: service tags do not count as ranges', () => {
  expect(check(denyAllWithoutRanges, balanced({ ...deny, allowedServiceTags: 'AzureMonitor' }))).toHaveLength(1);
});

test('good: with ranges, switched off, or without a load balancer', () => {
  expect(check(denyAllWithoutRanges, balanced(deny, { sourceRanges: ['10.20.0.0/24'] }))).toEqual([]);
  expect(check(denyAllWithoutRanges, balanced({ ...deny, allowedIpRanges: '10.20.0.0/24' }))).toEqual([]);
  expect(check(denyAllWithoutRanges, balanced({ denyAllExceptSourceRanges: 'false' }))).toEqual([]);
  expect(check(denyAllWithoutRanges, service({ annotations: deny }))).toEqual([]);
});

test('undetermined: ranges that wait for a variable may be there', () => {
  expect(check(denyAllWithoutRanges, balanced(deny, { sourceRanges: waiting('var.ranges') }))).toEqual([]);
});
