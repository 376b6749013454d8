import { withoutDeployed } from '../../src/evaluation/deployed.js';
import type { Evaluation } from '../../src/evaluation/resource.js';

function root(path: string, ...deploys: readonly string[]): Evaluation {
  return {
    root: { id: path, format: 'kubernetes', path, parameters: [] },
    resources: [],
    problems: [],
    files: new Set([path]),
    deploys: new Set(deploys),
  };
}

function kept(...evaluations: readonly Evaluation[]): readonly string[] {
  return withoutDeployed(evaluations).map((each) => each.root.id);
}

test.each<[string, readonly Evaluation[], readonly string[]]>([
  ['nothing is deployed by another', [root('a'), root('b')], ['a', 'b']],
  ['one is', [root('a', 'b'), root('b')], ['a']],
  ['one deploys itself', [root('a', 'a'), root('b')], ['a', 'b']],
  ['a chain', [root('a', 'b'), root('b', 'c'), root('c')], ['a']],
  ['a circle', [root('a', 'b'), root('b', 'a')], ['a']],
  ['a circle that another one deploys', [root('a', 'b'), root('b', 'a'), root('c', 'a')], ['c']],
  [
    'what the first of a circle does not reach',
    [root('a', 'b'), root('b', 'a'), root('c', 'd'), root('d', 'c')],
    ['a', 'c'],
  ],
])('%s', (_, evaluations, expected) => {
  expect(kept(...evaluations)).toEqual(expected);
});

test('a values file is deployed with its chart, not the chart with other values', () => {
  const values = (id: string): Evaluation => {
    const { root: found, ...rest } = root(id);
    return { ...rest, root: { ...found, format: 'helm', path: 'c/Chart.yaml', parameters: [id] } };
  };
  expect(kept(root('app', 'c/prod.yaml'), values('c/prod.yaml'), values('c/dev.yaml'))).toEqual(['app', 'c/dev.yaml']);
});
