import { announcement, daysLeft, isDay, isOver } from '../../src/comparison/expiry.js';

const until = '2027-01-31';

test.each([
  ['2027-01-16', undefined, false],
  ['2027-01-17', 'ends on 2027-01-31, in 14 days', false],
  ['2027-01-30', 'ends on 2027-01-31, tomorrow', false],
  ['2027-01-31', 'ends on 2027-01-31, today', false],
  ['2027-02-01', undefined, true],
])('on %s', (today, said, over) => {
  expect([announcement(until, today), isOver(until, today)]).toEqual([said, over]);
});

test('what has no end is never over', () => {
  expect([daysLeft(null, until), announcement(null, until), isOver(null, until)]).toEqual([null, undefined, false]);
});

test('the days of two years are counted', () => {
  expect(daysLeft('2028-03-01', '2027-03-01')).toBe(366);
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-13-01', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
