/** Reports of whole reviews, as every renderer gets them. */
import { htmlReport } from '../../src/report/html.js';
import { inlineBody, summaryMarkdown } from '../../src/report/markdown.js';
import { sarifReport } from '../../src/report/sarif.js';
import { plain } from '../../src/report/text/paint.js';
import { textReport } from '../../src/report/text.js';
import { reviewFiles } from '../support/review.js';
import { sarifErrorsOf } from './sarif-schema.js';
import { errorsOf } from './schema.js';

const service = (annotations: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
${annotations}spec:
  type: LoadBalancer
  ports: [{ port: 80 }]
`;
const internal = '  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n';
const base = { 'k8s/web.yaml': service(internal) };
const head = { 'k8s/web.yaml': service(''), 'k8s/broken.yaml': 'apiVersion: v1\nkind: Service\nmetadata: [\n' };

test('reports of real reviews fit the schema', async () => {
  const compared = await reviewFiles(base, head);
  expect(compared.findings).not.toEqual([]);
  expect(compared.problems).not.toEqual([]);
  expect(errorsOf(compared)).toEqual([]);
  expect(errorsOf(await reviewFiles(head, base))).toEqual([]);
  expect(errorsOf(await reviewFiles(null, head))).toEqual([]);
  expect(errorsOf(await reviewFiles({}, {}))).toEqual([]);
  expect(sarifErrorsOf(JSON.parse(sarifReport(compared)))).toEqual([]);
});

test('all outlets agree about what happened', async () => {
  const report = await reviewFiles(base, head);
  const [finding] = report.findings;
  const lines = (path: string, line: number): string | undefined =>
    path === 'k8s/web.yaml' ? head['k8s/web.yaml'].split('\n')[line - 1] : undefined;
  const text = textReport(report, { lines, paint: plain, width: 100, all: false });
  expect(text).toContain('Ingress  private     80 → open         0 ▼');
  expect(text).toContain('1 introduced, 0 fixed');
  expect(text).toContain('failed: 1 regression');
  expect(summaryMarkdown(report)).toContain('### AKS privacy: this pull request opens one way in\n');
  expect(summaryMarkdown(report)).toContain('1 introduced · 0 fixed');
  expect(inlineBody(finding!, { subject: report.subjects[0]!, suggestion: true })).toMatch(
    /^\*\*Ingress: `private` → `open`\*\* · .*`shop\/web`/,
  );
  expect(htmlReport(report, { lines })).toContain('<h2>Introduced (1)</h2>');
  expect(sarifReport(report)).toContain(finding!.fingerprint);
});
