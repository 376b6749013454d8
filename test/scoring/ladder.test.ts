import { compareLevels, ladder, score, weakest } from '../../src/scoring/ladder.js';
import type { Level } from '../../src/scoring/ladder.js';

test('unknown counts as lower than everything but open', () => {
  const levels: readonly Level[] = ['private', 'unknown', 'isolated', 'open', 'restricted'];
  expect([...levels].sort(compareLevels)).toEqual(['open', 'unknown', 'restricted', 'private', 'isolated']);
});

test.each<readonly [readonly Level[], Level | undefined]>([
  [[], undefined],
  [['isolated', 'private'], 'private'],
  [['restricted', 'unknown'], 'unknown'],
  [['unknown', 'open'], 'open'],
])('the weakest of %j is %s', (levels, expected) => {
  expect(weakest(levels, (level) => level)).toBe(expected);
});

test('unknown has no score, and a modifier only raises one', () => {
  expect(score('unknown', ['natGateway'])).toBeNull();
  for (const level of ladder) expect(score(level, ['runCommandOff'])).toBe(Math.min(100, (score(level) ?? 0) + 2));
});
