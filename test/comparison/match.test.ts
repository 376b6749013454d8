import { matchSubjects } from '../../src/comparison/match.js';
import type { Observation } from '../../src/comparison/observation.js';
import type { Move } from '../../src/evaluation/resource.js';
import type { Change } from '../../src/tree/change.js';

/** Only what matching looks at. */
const subject = (root: string, address: string, name: string, kind = 'cluster', format = 'bicep'): Observation =>
  ({
    judged: { kind, subject: { id: `${root}#${address}`, root: { id: root }, kind, format, name } },
    discoveries: [],
    since: () => [],
  }) as unknown as Observation;
const renamed = (previousPath: string, path: string): Change => ({ path, previousPath, status: 'renamed', hunks: [] });
const ids = (
  base: readonly Observation[],
  head: readonly Observation[],
  changes: readonly Change[] = [],
  moves: readonly Move[] = [],
): string[] =>
  [...matchSubjects(base, head, { changes, moves: new Map([['live', moves]]) })].map(
    ([now, before]) => `${before.judged.subject.id} is ${now.judged.subject.id}`,
  );

test('the same id is the same subject, wherever its lines went', () => {
  expect(ids([subject('main.bicep', 'aks', 'a')], [subject('main.bicep', 'aks', 'b')])).toEqual([
    'main.bicep#aks is main.bicep#aks',
  ]);
});

test('a renamed file takes its subjects along, whatever they are called', () => {
  const base = [subject('old.bicep', 'aks', 'a'), subject('old.bicep', 'aks2', 'a')];
  const head = [subject('infra/new.bicep', 'aks', 'a'), subject('infra/new.bicep', 'aks2', 'a')];
  expect(ids(base, head, [renamed('old.bicep', 'infra/new.bicep')])).toEqual([
    'old.bicep#aks is infra/new.bicep#aks',
    'old.bicep#aks2 is infra/new.bicep#aks2',
  ]);
});

test('a renamed folder takes its roots along', () => {
  const base = [subject('live', 'azurerm_kubernetes_cluster.a', 'x'), subject('live/prod', 'c.a', 'x')];
  const head = [subject('stacks/live', 'azurerm_kubernetes_cluster.a', 'x'), subject('stacks/live/prod', 'c.a', 'x')];
  const changes = [
    renamed('live/main.tf', 'stacks/live/main.tf'),
    renamed('live/prod/main.tf', 'stacks/live/prod/main.tf'),
  ];
  expect(ids(base, head, changes)).toEqual([
    'live#azurerm_kubernetes_cluster.a is stacks/live#azurerm_kubernetes_cluster.a',
    'live/prod#c.a is stacks/live/prod#c.a',
  ]);
});

test('a renamed symbol is found by the name that Azure sees', () => {
  expect(ids([subject('main.bicep', 'aks', 'aks-prod')], [subject('main.bicep', 'cluster', 'aks-prod')])).toEqual([
    'main.bicep#aks is main.bicep#cluster',
  ]);
});

test('an ambiguous name matches nothing', () => {
  const base = [subject('dev.bicepparam', 'aks', 'aks'), subject('prod.bicepparam', 'aks', 'aks')];
  expect(ids(base, [subject('other.bicepparam', 'aks', 'aks')])).toEqual([]);
});

test('kind and format must agree', () => {
  const base = [subject('a', 'x', 'web', 'entry-point', 'kubernetes')];
  expect(ids(base, [subject('b', 'x', 'web', 'cluster', 'kubernetes')])).toEqual([]);
  expect(ids(base, [subject('b', 'x', 'web', 'entry-point', 'helm')])).toEqual([]);
});

describe('moved resources', () => {
  const base = [subject('live', 'c.a', 'aks'), subject('live', 'c.b', 'aks')];
  const move = (from: string, to: string): Move => ({ from, to });

  test('are found by their former address, also where names say nothing', () => {
    const head = [subject('live', 'module.x.c.this', 'aks'), subject('live', 'module.y.c.this', 'aks')];
    const moves = [move('c.b', 'module.x.c.this'), move('c.a', 'module.y.c.this')];
    expect(ids(base, head, [], moves)).toEqual([
      'live#c.b is live#module.x.c.this',
      'live#c.a is live#module.y.c.this',
    ]);
  });

  test('a module takes along what is inside, through several moves', () => {
    const before = [subject('live', 'module.old.c.a[0]', 'aks'), subject('live', 'module.older.c.a', 'aks')];
    const head = [subject('live', 'module.new["x"].c.a[0]', 'aks')];
    const moves = [move('module.old', 'module.mid'), move('module.mid', 'module.new["x"]')];
    expect(ids(before, head, [], moves)).toEqual(['live#module.old.c.a[0] is live#module.new["x"].c.a[0]']);
  });

  test('what takes over an address is new', () => {
    const head = [subject('live', 'c.a', 'new'), subject('live', 'c.z', 'aks')];
    expect(ids(base, head, [], [move('c.a', 'c.z')])).toEqual(['live#c.a is live#c.z']);
  });

  test('a move that is history, or runs in circles, does nothing', () => {
    expect(ids(base, base, [], [move('c.a', 'c.b'), move('c.b', 'c.a')])).toEqual([
      'live#c.a is live#c.a',
      'live#c.b is live#c.b',
    ]);
    expect(ids(base, [subject('live', 'c.bb', 'x')], [], [move('c.a', 'c.b')])).toEqual([]);
  });
});
