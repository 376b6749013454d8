import { reviewFiles } from '../../support/review.js';
import { chart, service } from './audit.js';

const application = (spec: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec:\n${spec}`;
const set = (generators: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all, namespace: argocd}\nspec:\n  generators:\n${generators}  template:\n    metadata: {name: '{{a}}{{b}}{{c}}{{d}}'}\n    spec: {source: {repoURL: x, path: k8s}}\n`;
const flux = (spec: string): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: ${spec}\n`;
const numbers = (key: string): string =>
  `[${Array.from({ length: 60 }, (_, index) => `{${key}: "${String(index)}"}`).join(', ')}]`;

// What does not look like what it should be is left out, and nothing throws, hangs or leaves the tree.
test.each<[string, string]>([
  ['an Application without a specification', application('')],
  ['a specification of another type', application('  - a\n').replace('spec:\n', 'spec:\n')],
  ['a path out of the tree', application('  source: {repoURL: x, path: ../../etc}\n')],
  [
    'value files out of the tree',
    application(
      '  source: {repoURL: x, path: charts/web, helm: {valueFiles: [../../../etc/passwd, /etc/passwd, "$x/../y"]}}\n',
    ),
  ],
  ['values that are no YAML', application('  source: {repoURL: x, path: charts/web, helm: {values: "a: [b"}}\n')],
  [
    'parameters that are no settings',
    application(
      '  source: {repoURL: x, path: charts/web, helm: {parameters: [{name: "a[999999999]", value: b}, {name: "", value: c}, {value: d}, 7]}}\n',
    ),
  ],
  [
    'patterns that take long',
    application(`  source: {repoURL: x, path: k8s, directory: {recurse: true, include: "${'*a'.repeat(200)}"}}\n`),
  ],
  ['a generator of the wrong type', set('    - list: 7\n    - 8\n    - git: {directories: {a: b}}\n')],
  [
    'generators that multiply',
    set(
      `    - matrix:\n        generators:\n          - matrix:\n              generators:\n                - list: {elements: ${numbers('a')}}\n                - list: {elements: ${numbers('b')}}\n          - matrix:\n              generators:\n                - list: {elements: ${numbers('c')}}\n                - list: {elements: ${numbers('d')}}\n`,
    ),
  ],
  ['a Kustomization without a specification', flux('')],
  ['a Kustomization of a path out of the tree', flux('{path: ../..}')],
  ['substitutions of the wrong types', flux('{path: k8s, postBuild: {substitute: [a], substituteFrom: {b: c}}}')],
  ['patches of the wrong types', flux('{path: k8s, patches: [7, {patch: "a: [b"}, {target: 8}]}')],
])('%s', async (_, text) => {
  const files = { ...chart('charts/web'), 'k8s/web.yaml': service('web'), 'apps/app.yaml': text };
  const { subjects } = await reviewFiles(null, files);
  expect(subjects.length).toBeGreaterThan(0);
  expect(subjects.every(({ path }) => path in files)).toBe(true);
  expect(subjects.length).toBeLessThan(2_000);
});
