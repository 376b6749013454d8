import { place } from '../../src/comparison/place.js';
import { SourceFile } from '../../src/syntax/source.js';
import type { Origin } from '../../src/syntax/value.js';

const files = new Map<string, SourceFile>();
const at = (path: string, line: number, name: string, from: readonly Origin[] = []): Origin => {
  const file = files.get(path) ?? new SourceFile(path, 'some text\n'.repeat(50));
  files.set(path, file);
  return { span: { file, start: (line - 1) * 10 + 2, end: (line - 1) * 10 + 6 }, name, from };
};
const exposure = at('live/terraform.tfvars', 1, 'exposure');
const compared = at('live/main.tf', 3, '');
const local = at('live/main.tf', 3, 'local.private', [exposure, compared]);
const effect = at('modules/aks/main.tf', 5, 'private_cluster_enabled', [local]);
const heading = at('modules/aks/main.tf', 2, '');
const lines =
  (...changed: readonly string[]) =>
  (path: string, line: number): boolean =>
    changed.includes(`${path}:${String(line)}`);
const told = (candidates: readonly Origin[], ...changed: readonly string[]): string => {
  const { location, way } = place(candidates, lines(...changed));
  return `${location.path}:${String(location.startLine)} ${way.map((step) => step.name).join(' > ')}`.trim();
};

test.each([
  [
    'nothing changed: where the value is set',
    [],
    'live/terraform.tfvars:1 exposure > local.private > private_cluster_enabled',
  ],
  [
    'the value changed',
    ['live/terraform.tfvars:1'],
    'live/terraform.tfvars:1 exposure > local.private > private_cluster_enabled',
  ],
  ['the local changed', ['live/main.tf:3'], 'live/main.tf:3 local.private > private_cluster_enabled'],
  ['the place of effect changed', ['modules/aks/main.tf:5'], 'modules/aks/main.tf:5'],
  [
    'the value and the place of effect changed',
    ['live/terraform.tfvars:1', 'modules/aks/main.tf:5'],
    'live/terraform.tfvars:1 exposure > local.private > private_cluster_enabled',
  ],
])('%s', (_, changed, expected) => {
  expect(told([effect], ...changed)).toBe(expected);
});

test('of several places the first changed one is taken, else the first', () => {
  expect(told([heading, effect], 'modules/aks/main.tf:5')).toBe('modules/aks/main.tf:5');
  expect(told([heading, effect])).toBe('modules/aks/main.tf:2');
});

test('columns are 1-based and the end is inclusive', () => {
  expect(place([heading], lines()).location).toMatchObject({ startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 });
});
