/** Ingress gateways that an IstioOperator installs. */
import { reviewFiles } from '../../support/review.js';

const operator = (spec: string): string => `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
${spec}`;
const listed = (more: string): string =>
  operator(`  profile: default
  components:
    ingressGateways:
      - name: istio-ingressgateway
        enabled: true
${more}`);
const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers: []
`;

async function levels(
  files: Readonly<Record<string, string>>,
): Promise<readonly (readonly [string, string | undefined])[]> {
  const { subjects } = await reviewFiles(null, files);
  return subjects.flatMap(({ kind, name, ingress }) =>
    kind === 'entry-point' ? [[name, ingress?.level] as const] : [],
  );
}

test.each([
  ['a profile alone', operator('  profile: default\n'), 'open'],
  ['no profile', operator('  meshConfig: {}\n'), 'open'],
  ['a gateway as it comes', listed(''), 'open'],
  [
    'an internal gateway',
    listed(
      '        k8s:\n          serviceAnnotations:\n            service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n',
    ),
    'private',
  ],
  ['a gateway inside', listed('        k8s:\n          service:\n            type: ClusterIP\n'), 'isolated'],
])('%s', async (_name, text, level) => {
  expect(await levels({ 'mesh.yaml': text })).toEqual([['istio-ingressgateway', level]]);
});

test('is mended where the operator reads annotations', async () => {
  const { findings } = await reviewFiles(null, { 'mesh.yaml': operator('  profile: default\n') });
  const [found] = findings.filter(({ rule }) => rule === 'ingress/public-gateway');
  expect(found?.message).toContain(
    'it comes with a load balancer, and k8s.serviceAnnotations of the gateway in spec.components.ingressGateways lack ',
  );
  expect(found?.remedy).toMatch(/^Add .*: "true" under k8s\.serviceAnnotations of the gateway in spec\.components/);
});

test.each([
  ['the minimal profile', operator('  profile: minimal\n')],
  ['a gateway that is off', listed('').replace('enabled: true', 'enabled: false')],
])('%s brings none', async (_name, text) => {
  expect(await levels({ 'mesh.yaml': text })).toEqual([]);
});

test('a Gateway is as reachable as the installed gateway that its selector means', async () => {
  const [, shop] = await levels({ 'mesh.yaml': operator('  profile: default\n'), 'shop.yaml': gateway });
  expect(shop).toEqual(['shop/shop', 'open']);
});

const ingress = (className: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
spec:
  ingressClassName: ${className}
  rules: []
`;

test('an Ingress of the class of Istio is published at its usual gateway', async () => {
  const [, web] = await levels({ 'mesh.yaml': operator('  profile: default\n'), 'web.yaml': ingress('istio') });
  expect(web).toEqual(['shop/web', 'open']);
});

test('without the gateway in the repository nobody knows', async () => {
  expect(await levels({ 'web.yaml': ingress('istio') })).toEqual([['shop/web', 'unknown']]);
});

test('Ingresses that share the Service of Cilium are as reachable as that', async () => {
  const service = `apiVersion: v1
kind: Service
metadata:
  name: cilium-ingress
  namespace: kube-system
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "true"
spec:
  type: LoadBalancer
`;
  const shared = ingress('cilium').replace(
    '  namespace: shop\n',
    '  namespace: shop\n  annotations:\n    ingress.cilium.io/loadbalancer-mode: shared\n',
  );
  const found = await levels({ 'cilium.yaml': service, 'web.yaml': shared });
  expect(found).toContainEqual(['shop/web', 'private']);
});
