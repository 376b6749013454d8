import { managedService } from '../../../src/rules/ingress/managed-service.js';
import { reviewFiles } from '../../support/review.js';

async function found(namespace: string, name: string): Promise<readonly string[]> {
  const text = `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\nspec:\n  type: LoadBalancer\n`;
  const { findings } = await reviewFiles(null, { 'web.yaml': text });
  return findings.filter(({ rule }) => rule === managedService.id).map(({ message }) => message);
}

test.each([
  ['app-routing-system', 'nginx'],
  ['aks-istio-ingress', 'aks-istio-ingressgateway-external'],
  ['kube-system', 'addon-http-application-routing-nginx-ingress'],
])('bad: %s/%s', async (namespace, name) => {
  expect(await found(namespace, name)).toEqual([expect.stringContaining('takes changes to it back')]);
});

test('good: a Service of the team', async () => {
  expect(await found('shop', 'nginx')).toEqual([]);
});
