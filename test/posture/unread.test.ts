import { reviewFiles } from '../support/review.js';

const release = (chart: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec:\n  source: {repoURL: https://example.com/charts, chart: ${chart}}\n`;

test('what a deployment opens that can not be read is told where it is named', async () => {
  const { subjects, findings } = await reviewFiles(null, { 'app.yaml': release('unheard-of') });
  expect(subjects.map(({ id, kind, name, format }) => ({ id, kind, name, format }))).toEqual([
    { id: 'app.yaml#Application/argocd/web', kind: 'entry-point', name: 'Application argocd/web', format: 'argocd' },
  ]);
  expect(
    findings.map(({ rule, severity, path, startLine, message }) => [rule, severity, path, startLine, message]),
  ).toEqual([
    [
      'ingress/undetermined',
      'notice',
      'app.yaml',
      5,
      expect.stringContaining(
        'what Application argocd/web opens depends on the chart unheard-of of https://example.com/charts',
      ),
    ],
  ]);
});

test('a chart named after clusters makes one', async () => {
  const { subjects } = await reviewFiles(null, { 'app.yaml': release('azure-managed-cluster') });
  expect(subjects.map(({ kind, api }) => [kind, api?.level])).toEqual([['cluster', 'unknown']]);
});
