import { azure } from '../../../src/posture/annotations.js';
import { sourceRangesWithoutEffect } from '../../../src/rules/ingress/source-ranges-without-effect.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

const listed = { sourceRanges: ['10.20.0.0/24'] };

test('bad: the virtual network gets through beside the ranges', () => {
  const [found] = check(sourceRangesWithoutEffect, balanced({ internal: 'true' }, listed));
  expect(found?.message).toBe(
    'Service shop/web lists the sources 10.20.0.0/24, but on an internal load balancer the whole virtual network gets through beside them.',
  );
  expect(found?.level).toBeUndefined();
  expect(fixOf(found)).toBe(`${azure.denyAllExceptSourceRanges} = "true"`);
});

test('bad: a value that Azure does not read as true', () => {
  const annotations = { internal: 'true', allowedIpRanges: '10.20.0.0/24', denyAllExceptSourceRanges: ' true' };
  expect(check(sourceRangesWithoutEffect, balanced(annotations))).toHaveLength(1);
});

test('good: all others denied, no ranges, or a public Service', () => {
  const denied = { internal: 'true', denyAllExceptSourceRanges: 'True' };
  expect(check(sourceRangesWithoutEffect, balanced(denied, listed))).toEqual([]);
  expect(check(sourceRangesWithoutEffect, balanced({ internal: 'true' }))).toEqual([]);
  expect(check(sourceRangesWithoutEffect, balanced({}, listed))).toEqual([]);
});

test('undetermined: whether all others are denied', () => {
  const open = { internal: 'true', denyAllExceptSourceRanges: waiting<string>('var.deny') };
  expect(check(sourceRangesWithoutEffect, balanced(open, listed))).toEqual([]);
  const others = { ...listed, otherAnnotations: waiting<string>('var.annotations') };
  expect(check(sourceRangesWithoutEffect, balanced({ internal: 'true' }, others))).toEqual([]);
});
