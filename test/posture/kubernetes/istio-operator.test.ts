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
