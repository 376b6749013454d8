import { listed, quoted, short, told } from '../../src/rules/words.js';
import { known, waiting } from '../support/subjects.js';

test('lists are told in full when short, and counted when long', () => {
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});

test('long texts are cut, never within a character', () => {
  expect(short('x'.repeat(80))).toHaveLength(80);
  expect(short('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  expect(short('😀'.repeat(50), 10)).toBe(`${'😀'.repeat(4)}…`);
  expect(quoted('x'.repeat(1000))).toHaveLength(82);
});

test('a fact is told by its value or by what decides it', () => {
  expect(told(known(' a '))).toBe('a');
  expect(told(waiting('var.proxy'))).toBe('var.proxy');
  expect(told(waiting('"http://${var.proxy}:3128"'))).toBe('http://${var.proxy}:3128');
});
