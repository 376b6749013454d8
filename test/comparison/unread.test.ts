/** A pull request after which something can't be read: what stood there is neither mended nor gone. */
import type { Report } from '../../src/report/report.js';
import { reviewFiles } from '../support/review.js';

const service = (annotation: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
${annotation}spec:
  type: LoadBalancer
`;
const internal = '  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n';
const broken = service('   labels: [\n');

function told({ findings }: Report): readonly string[] {
  return findings.map(({ status, rule, path, startLine }) => `${status} ${rule} ${path}:${String(startLine)}`);
}

test.each([
  ['public', service(''), 'open'],
  ['internal', service(internal), 'private'],
])('of a %s Service in YAML that is broken now, nobody knows who reaches it', async (_name, before, level) => {
  const report = await reviewFiles({ 'web.yaml': before }, { 'web.yaml': broken });
  expect(report.dimensions.ingress).toMatchObject({ baseLevel: level, level: 'unknown' });
  expect(told(report)).toEqual(['introduced ingress/undetermined web.yaml:5']);
  expect(report.findings[0]).toMatchObject({ severity: 'warning', regression: false });
  expect(report.findings[0]!.message).toContain("web.yaml:5 can't be read any more");
  expect(report.findings[0]!.remedy).toMatch(/^Mend web\.yaml/);
  expect(report.verdict).toBe('pass');
});

test('where the configuration says that it must be known, it fails', async () => {
  const files = [{ 'web.yaml': service(internal) }, { 'web.yaml': broken }] as const;
  expect((await reviewFiles(...files, { unknownBlocks: true })).verdict).toBe('fail');
});

test('a cluster in Terraform that can’t be parsed any more', async () => {
  const cluster =
    'resource "azurerm_kubernetes_cluster" "aks" {\n  name = "aks"\n  private_cluster_enabled = true\n}\n';
  const report = await reviewFiles({ 'main.tf': cluster }, { 'main.tf': cluster.replace('"aks" {', '"aks" {{{') });
  expect(report.dimensions.api).toMatchObject({ baseLevel: 'isolated', level: 'unknown' });
  expect(told(report).filter((line) => line.startsWith('fixed'))).toEqual([]);
});

test('what was broken before, and what is removed, is not told', async () => {
  const removed = await reviewFiles({ 'web.yaml': service(''), 'x.yaml': 'a: 1\n' }, { 'x.yaml': 'a: [\n' });
  expect(told(removed)).toEqual(['fixed ingress/public-load-balancer web.yaml:6']);
  const still = await reviewFiles({ 'web.yaml': broken }, { 'web.yaml': `${broken}# still\n` });
  expect(told(still)).toEqual([]);
});

test('what waits for a value now is not fixed', async () => {
  const cluster = (enabled: string): string =>
    `variable "private" {}\nresource "azurerm_kubernetes_cluster" "aks" {\n  name = "aks"\n  private_cluster_enabled = ${enabled}\n}\n`;
  const report = await reviewFiles({ 'main.tf': cluster('false') }, { 'main.tf': cluster('var.private') });
  expect(told(report).filter((line) => line.startsWith('fixed api/public'))).toEqual([]);
});
