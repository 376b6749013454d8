import type { Fact, Unknown } from '../../src/posture/fact.js';
import { coverage, isAddress } from '../../src/scoring/ranges.js';
import { ranges, waiting } from '../support/subjects.js';

const interpolated = (...parts: (string | null)[]): Unknown<string> => ({ ...waiting<string>('var.ip'), parts });

test.each<readonly [readonly (string | Fact<string>)[], string]>([
  [[], 'empty'],
  [['0.0.0.0/0'], 'everyone'],
  [['::/0'], 'everyone'],
  [['0.0.0.0/1', '128.0.0.0/1'], 'everyone'],
  [['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/1'], 'everyone'],
  [['203.0.113.0/24', '0.0.0.0/0'], 'everyone'],
  [['16.0.0.0/7'], 'everyone'],
  [['16.0.0.0/8', '17.0.0.0/8'], 'everyone'],
  [['2000::/3'], 'everyone'],
  [['203.0.113.7/0'], 'everyone'],
  [['::FFFF/3'], 'everyone'],
  [['203.0.113.0/33'], 'finite'],
  [['Internet'], 'everyone'],
  [['azurecloud.westeurope'], 'everyone'],
  [['*'], 'everyone'],
  [['16.0.0.0/8'], 'finite'],
  [['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'], 'finite'],
  [['fe80::/10'], 'finite'],
  [['2001:db8::/32'], 'finite'],
  [['203.0.113.7'], 'finite'],
  [[' 203.0.113.7/32 '], 'finite'],
  [['AzureFrontDoor.Backend'], 'finite'],
  [['300.0.0.0/0'], 'finite'],
  [['0.0.0.0/32'], 'own-address'],
  [['0.0.0.0/32', '203.0.113.7'], 'finite'],
  [[waiting('var.cidr')], 'undetermined'],
  [['203.0.113.7', waiting('var.cidr')], 'undetermined'],
  [['0.0.0.0/0', waiting('var.cidr')], 'everyone'],
  [[interpolated(null, '/32')], 'finite'],
  [[interpolated('203.0.113.', null, '/24')], 'finite'],
  [[interpolated(null, '/0')], 'undetermined'],
  [[interpolated('0.0.0.0/', null)], 'undetermined'],
])('%j admit: %s', (entries, kind) => {
  expect(coverage(ranges(entries)).kind).toBe(kind);
});

test.each<readonly [readonly (readonly string[])[], string]>([
  [[[], []], 'empty'],
  [[[], ['0.0.0.0/0']], 'everyone'],
  [[['203.0.113.7'], ['203.0.113.8']], 'finite'],
  [[[], ['203.0.113.7']], 'undetermined'],
])('a choice between the lists %j admits: %s', (lists, kind) => {
  const candidates = lists.map((list) => ranges(list).value);
  expect(coverage(waiting('var.ranges', candidates)).kind).toBe(kind);
});

test('a list that waits for something is undetermined', () => {
  expect(coverage(waiting('var.ranges')).kind).toBe('undetermined');
});

test('says why it takes ranges for everyone', () => {
  expect(coverage(ranges(['0.0.0.0/1', '128.0.0.0/1']))).toMatchObject({
    why: 'the ranges together admit every address',
  });
  expect(coverage(ranges(['16.0.0.0/7']))).toMatchObject({
    why: 'the ranges admit 16.0.0.0/7, which is no restriction',
  });
});

test.each([
  ['203.0.113.7', true],
  ['203.0.113.0/33', false],
  ['AzureDevOps', false],
  ['', false],
])('%j is an address: %s', (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});
