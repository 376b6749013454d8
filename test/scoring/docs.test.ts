/** docs/scoring.md tells the numbers that the ladder has. */
import { readFileSync } from 'node:fs';
import { ladder, modifiers, score } from '../../src/scoring/ladder.js';

const page = readFileSync('docs/scoring.md', 'utf8');

/** The rows of the table whose head starts with a word, cells trimmed. */
function table(head: string): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} `));
  expect(start).toBeGreaterThan(0);
  const rows = lines.slice(start + 2);
  return rows.slice(0, rows.indexOf('')).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('the table of levels is the ladder, from the weakest to the strongest', () => {
  const rows = table('level').map(([level = '', points = '']) => [level, points]);
  expect(rows).toEqual([...ladder.map((level) => [`\`${level}\``, String(score(level))]), ['`unknown`', '–']]);
});

test('the table of modifiers names each with what it adds', () => {
  const rows = table('modifier').map(([name = '', adds = '']) => [name, adds]);
  expect(rows).toEqual(Object.entries(modifiers).map(([name, adds]) => [`\`${name}\``, String(adds)]));
});

test('no modifier carries a score into another level, as the page promises', () => {
  const all = Object.keys(modifiers) as (keyof typeof modifiers)[];
  const most = ladder.map((level) => score(level, [...all, ...all, ...all, ...all]) ?? 0);
  ladder.forEach((level, index) => {
    const next = ladder[index + 1];
    expect(most[index]).toBeLessThanOrEqual(next === undefined ? 100 : (score(next) ?? 0) - 1);
    expect(most[index]).toBeGreaterThanOrEqual(score(level) ?? 0);
  });
});
