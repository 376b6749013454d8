import { contains, overlap, parseRange, parseVersion, spelled } from '../../../src/evaluation/modules/versions.js';

test.each([
  ['1.2.3', '1.2.3'],
  ['v1.2.3', '1.2.3'],
  ['1.2', '1.2.0'],
  ['0.4.0-pre1', '0.4.0'],
  ['1.2.3+build.5', '1.2.3'],
])('the version %s is %s', (text, version) => {
  expect(spelled(parseVersion(text)!)).toBe(version);
});

test.each(['', 'latest', 'x.x.x', '1.2.3.4', '${var.version}', 'main', '9'.repeat(40)])('%p is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test.each([
  ['1.2.3', ['1.2.3'], ['1.2.4', '1.2.2']],
  ['= 1.2.3', ['1.2.3'], ['1.2.4']],
  ['==1.2.3', ['1.2.3'], ['1.2.4']],
  ['~> 9.4', ['9.4.0', '9.99.1'], ['9.3.9', '10.0.0']],
  ['~> 9.4.1', ['9.4.1', '9.4.9'], ['9.4.0', '9.5.0']],
  ['~> 9', ['9.0.0', '12.0.0'], ['8.9.9']],
  ['>= 0.7, < 1.0', ['0.7.0', '0.99.0'], ['0.6.9', '1.0.0']],
  ['>=0.1.0 <0.12.0', ['0.1.0', '0.11.1'], ['0.12.0']],
  ['> 1.0.0, <= 2.0.0', ['1.0.1', '2.0.0'], ['1.0.0', '2.0.1']],
  ['!= 1.5.0', ['1.4.0'], []],
  ['', ['0.0.1', '99.0.0'], []],
])('the range %p admits %p and not %p', (text, inside, outside) => {
  const range = parseRange(text)!;
  for (const version of inside) expect([version, contains(range, parseVersion(version)!)]).toEqual([version, true]);
  for (const version of outside) expect([version, contains(range, parseVersion(version)!)]).toEqual([version, false]);
});

test.each(['latest', '~ 1', '=> 1.0', '>= 1.0 || < 0.5', '>= ${var.x}'])('%p is no range', (text) => {
  expect(parseRange(text)).toBeUndefined();
});

test('ranges that only touch have no version in common', () => {
  expect(overlap(parseRange('<1.0.0')!, parseRange('>=1.0.0')!)).toBe(false);
  expect(overlap(parseRange('<=1.0.0')!, parseRange('>=1.0.0')!)).toBe(true);
  expect(overlap(parseRange('>2.0.0')!, parseRange('<1.0.0')!)).toBe(false);
});
