import { privateAddressInPublicZone } from '../../../src/rules/ingress/private-address-in-public-zone.js';
import { reviewFiles } from '../../support/review.js';

const service = (internal: string): string => `apiVersion: v1
kind: Service
metadata:
  name: intranet
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "${internal}"
    external-dns.alpha.kubernetes.io/hostname: intranet.example.com
spec:
  type: LoadBalancer
`;
const dns = (name: string, provider: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: dns
spec:
  template:
    spec:
      containers:
        - name: external-dns
          image: registry.k8s.io/external-dns/external-dns:v0.15.0
          args: ["--source=service", "--provider=${provider}"]
`;

async function told(...texts: readonly string[]): Promise<readonly string[]> {
  const { findings } = await reviewFiles(null, { 'all.yaml': texts.join('---\n') });
  return findings.flatMap(({ rule, message, startLine }) =>
    rule === privateAddressInPublicZone.id ? [`${String(startLine)} ${message}`] : [],
  );
}

test('bad: an internal Service whose name goes to a public zone', async () => {
  expect(await told(service('true'), dns('external-dns', 'azure'))).toEqual([
    '7 Service intranet is internal, but Deployment dns/external-dns writes its private address into a public DNS zone, under intranet.example.com.',
  ]);
});

test('good: a private zone, a public Service, and no ExternalDNS', async () => {
  expect(await told(service('true'), dns('external-dns', 'azure-private-dns'))).toEqual([]);
  expect(await told(service('false'), dns('external-dns', 'azure'))).toEqual([]);
  expect(await told(service('true'))).toEqual([]);
});

test('undetermined: both kinds of zones are written, and filters decide', async () => {
  expect(await told(service('true'), dns('public', 'azure'), dns('private', 'azure-private-dns'))).toEqual([]);
});
