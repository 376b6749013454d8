import { parseConstraint } from '../../../src/evaluation/charts/constraint.js';
import { contains, parseVersion } from '../../../src/evaluation/modules/versions.js';

test.each<[string, readonly string[], readonly string[]]>([
  ['1.2.3', ['1.2.3'], ['1.2.2', '1.2.4']],
  ['v1.2.3', ['1.2.3'], ['1.2.4']],
  ['=1.2.3', ['1.2.3'], ['1.2.4']],
  ['1.2', ['1.2.0', '1.2.9'], ['1.3.0']],
  ['1', ['1.0.0', '1.9.9'], ['2.0.0']],
  ['4.12.x', ['4.12.0', '4.12.9'], ['4.13.0']],
  ['4.*', ['4.0.0', '4.99.0'], ['5.0.0', '3.9.9']],
  ['*', ['0.0.1', '99.0.0'], []],
  ['', ['0.0.1', '99.0.0'], []],
  ['~4.12', ['4.12.0', '4.12.9'], ['4.13.0']],
  ['~4.12.3', ['4.12.3', '4.12.9'], ['4.12.2', '4.13.0']],
  ['~4', ['4.0.0', '4.9.0'], ['5.0.0']],
  ['^4.1', ['4.1.0', '4.99.0'], ['4.0.9', '5.0.0']],
  ['^0.2.3', ['0.2.3', '0.2.9'], ['0.3.0']],
  ['^0.0.3', ['0.0.3'], ['0.0.4']],
  ['^0.0', ['0.0.9'], ['0.1.0']],
  ['^0', ['0.9.0'], ['1.0.0']],
  ['>=4.0.0 <5.0.0', ['4.0.0', '4.9.9'], ['3.9.9', '5.0.0']],
  ['>= 4.0.0, < 5.0.0', ['4.0.0'], ['5.0.0']],
  ['>4', ['5.0.0'], ['4.9.9']],
  ['>4.1', ['4.2.0'], ['4.1.9']],
  ['<=4.1', ['4.1.9'], ['4.2.0']],
  ['1.2 - 1.4', ['1.2.0', '1.4.9'], ['1.5.0']],
  ['<1.0.0 || >=2.0.0', ['0.9.0', '2.1.0'], ['1.5.0']],
  ['>=1.0.0-0', ['1.0.0'], ['0.9.0']],
])('%p admits %p and not %p', (text, inside, outside) => {
  const admitted = (version: string): boolean =>
    parseConstraint(text)?.some((each) => contains(each, parseVersion(version) ?? [0, 0, 0])) ?? false;
  expect(inside.filter((version) => !admitted(version))).toEqual([]);
  expect(outside.filter(admitted)).toEqual([]);
});

test.each(['HEAD', 'main', '{{ version }}', '1.2.3.4', '>=', '1.2 || x.y', '9'.repeat(40)])('%p is none', (text) => {
  expect(parseConstraint(text)).toBeUndefined();
});

test('a long text is read in time that its length bounds', () => {
  expect(parseConstraint('1 - '.repeat(100_000))).toBeUndefined();
});
