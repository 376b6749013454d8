import { invalidSourceRange } from '../../../src/rules/ingress/invalid-source-range.js';
import { balanced, check, service, waiting } from '../../support/subjects.js';

test.each([
  ['203.0.113.7', 'which has no prefix length (one address is 203.0.113.7/32)'],
  ['2001:db8::7', 'which has no prefix length (one address is 2001:db8::7/128)'],
  ['203.0.113.7/24', 'which is not the start of a block (the block is 203.0.113.0/24)'],
  ['2001:db8::7/32', 'which is not the start of a block (the block is 2001:db8::/32)'],
  ['203.0.113.0/33', 'whose prefix length does not exist'],
  ['203.0.113.0/', 'whose prefix length does not exist'],
  ['203.0.113.0/24/8', 'which is no address range'],
  ['999.0.0.0/8', 'which is no address range'],
  ['AzureCloud', 'which is no address range'],
])('bad: %s', (range, why) => {
  const [found] = check(invalidSourceRange, balanced({}, { sourceRanges: [range] }));
  expect(found?.message).toBe(
    `Service shop/web lists the source range “${range}”, ${why}: Azure denies all traffic that no valid range admits.`,
  );
  expect(found?.key).toBe(range);
  expect(found?.level).toBeUndefined();
});

test('bad: in the annotations, an empty entry included', () => {
  const found = check(invalidSourceRange, balanced({ allowedIpRanges: '203.0.113.0/24,', sourceRanges: 'office' }));
  expect(found.map(({ message }) => /“(.*)”, (which is [a-z ]+):/.exec(message)?.slice(1))).toEqual([
    ['', 'which is empty'],
    ['office', 'which is no address range'],
  ]);
});

test.each(['0.0.0.0/0', '203.0.113.7/32', ' 10.0.0.0/8 ', '2001:DB8::/32', '::/0'])('good: %s', (range) => {
  expect(check(invalidSourceRange, balanced({}, { sourceRanges: [range] }))).toEqual([]);
});

test('good: without a load balancer the ranges are not read', () => {
  expect(check(invalidSourceRange, service({ sourceRanges: ['office'] }))).toEqual([]);
});

test('undetermined: a range that waits for a variable', () => {
  expect(check(invalidSourceRange, balanced({}, { sourceRanges: [waiting('var.office')] }))).toEqual([]);
});
