/** The page of what is covered names only what there is, and every rule about ways in and out. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync('docs/coverage.md', 'utf8');
const pages = [...text.matchAll(/\]\(([^)#:]+)\)/g)].flatMap((match) => match[1] ?? []);
const modules = [...text.matchAll(/`((?:posture|scoring|evaluation|comparison|syntax|egress)\/[\w./-]+)`/g)].flatMap(
  (match) => match[1] ?? [],
);

test('there is much to name', () => {
  expect(pages.length).toBeGreaterThan(60);
  expect(modules.length).toBeGreaterThan(60);
});

test('every page that is linked exists', () => {
  expect(pages.filter((page) => !existsSync(join('docs', page)))).toEqual([]);
});

test('every module that is named exists', () => {
  const places = ['src', 'src/posture/kubernetes'];
  expect(modules.filter((name) => !places.some((place) => existsSync(join(place, name))))).toEqual([]);
});

test.each(['ingress', 'egress'])('every rule about %s is named', (dimension) => {
  const rules = readdirSync(join('docs/rules', dimension)).map((file) => `rules/${dimension}/${file}`);
  expect(rules.filter((rule) => !pages.includes(rule))).toEqual([]);
});

test('every row says what covers it', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const empty = rows.filter((row) =>
    row
      .split('|')
      .slice(1, -1)
      .some((cell) => cell.trim() === ''),
  );
  expect(empty).toEqual([]);
});
