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

test('the only cluster of a root that is left on both sides got another name', () => {
  const script = (...names: string[]): Observation[] =>
    names.map((name) => subject('create.sh', name, name, 'cluster', 'azcli'));
  expect(ids(script('$3'), script('$1'))).toEqual(['create.sh#$3 is create.sh#$1']);
  expect(ids(script('hub', '$3'), script('hub', '$1'))).toEqual([
    'create.sh#hub is create.sh#hub',
    'create.sh#$3 is create.sh#$1',
  ]);
  expect(ids(script('$3'), script('$1', '$2'))).toEqual([]);
  expect(ids([subject('a.yaml', 'a', 'a', 'entry-point')], [subject('a.yaml', 'b', 'b', 'entry-point')])).toEqual([]);
});

test('the kind must agree', () => {
  expect(ids([subject('a', 'x', 'web')], [subject('b', 'y', 'web', 'entry-point')])).toEqual([]);
});

test('what is written in another format keeps its name', () => {
  const base = [subject('prod.json', 'managedClusters/aks', 'aks', 'cluster', 'arm')];
  expect(ids(base, [subject('main.bicepparam', 'aks', 'aks')])).toEqual([
    'prod.json#managedClusters/aks is main.bicepparam#aks',
  ]);
});

test('another format of the same root goes first where the name is not enough', () => {
  const base = ['dev.json', 'prod.json'].map((root) => subject(root, 'managedClusters/aks', 'aks', 'cluster', 'arm'));
  const head = ['dev.json', 'prod.json'].map((root) => subject(root, 'aks', 'aks'));
  expect(ids(base, head)).toEqual([
    'dev.json#managedClusters/aks is dev.json#aks',
    'prod.json#managedClusters/aks is prod.json#aks',
  ]);
});
