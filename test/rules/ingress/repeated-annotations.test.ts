import { repeatedAnnotations } from '../../../src/rules/ingress/repeated-annotations.js';
import { reviewFiles } from '../../support/review.js';
import { balanced, check } from '../../support/subjects.js';

const manifest = (annotations: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n${annotations}spec:\n  type: LoadBalancer\n`;
const internal = '    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n';

async function found(annotations: string): Promise<readonly (readonly [number, string])[]> {
  const { findings } = await reviewFiles(null, { 'web.yaml': manifest(annotations) });
  return findings
    .filter(({ rule }) => rule === repeatedAnnotations.id)
    .map(({ startLine, message }) => [startLine, message] as const);
}

test('bad: annotations stand twice, and the last have it not', async () => {
  expect(await found(`  annotations:\n${internal}  annotations:\n    team: shop\n`)).toEqual([
    [6, expect.stringContaining('Kubernetes keeps the last')],
  ]);
});

test('bad: the annotation itself stands twice', async () => {
  expect(await found(`  annotations:\n${internal}${internal.replace('true', 'false')}`)).toHaveLength(1);
});

test('good: the last have it, or nothing stands twice', async () => {
  expect(await found(`  annotations:\n    team: shop\n  annotations:\n${internal}`)).toEqual([]);
  expect(check(repeatedAnnotations, balanced({ internal: 'true' }))).toEqual([]);
});
