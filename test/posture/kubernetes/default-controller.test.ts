/** The default controller of application routing, whose type the nearest clusters give. */
import { reviewFiles } from '../../support/review.js';

const cluster = (type: string): string => `resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks"
  private_cluster_enabled = true
  web_app_routing {
    dns_zone_ids             = []
    default_nginx_controller = ${type}
  }
}
`;
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: webapprouting.kubernetes.azure.com
  rules: []
`;
const controller = (annotation = ''): string => `apiVersion: approuting.kubernetes.azure.com/v1alpha1
kind: NginxIngressController
metadata:
  name: default
spec:
  ingressClassName: webapprouting.kubernetes.azure.com
${annotation}`;
const internal = '  loadBalancerAnnotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n';

async function levelOf(files: Readonly<Record<string, string>>, kind: string): Promise<string | undefined> {
  const { subjects } = await reviewFiles(null, files);
  return subjects.find(({ id }) => id.includes(`#${kind}/`))?.ingress?.level;
}

test.each([
  ['"Internal"', 'private'],
  ['"External"', 'open'],
  ['"AnnotationControlled"', 'open'],
  ['var.type', 'unknown'],
])('an Ingress of its class beside a cluster of type %s', async (type, level) => {
  expect(
    await levelOf({ 'aks/main.tf': `variable "type" {}\n${cluster(type)}`, 'aks/web.yaml': ingress }, 'Ingress'),
  ).toBe(level);
});

test('the nearest cluster counts, and no other', async () => {
  const files = {
    'shop/main.tf': cluster('"AnnotationControlled"'),
    'bank/main.tf': `variable "type" {}\n${cluster('var.type')}`,
    'shop/k8s/web.yaml': ingress,
  };
  expect(await levelOf(files, 'Ingress')).toBe('open');
});

test.each([
  ['"AnnotationControlled"', internal, 'private'],
  ['"External"', internal, 'open'],
  ['"Internal"', '', 'private'],
  ['"External"', '', 'open'],
])('its own object beside a cluster of type %s', async (type, annotation, level) => {
  const files = { 'aks/main.tf': cluster(type), 'aks/controller.yaml': controller(annotation) };
  expect(await levelOf(files, 'NginxIngressController')).toBe(level);
});
