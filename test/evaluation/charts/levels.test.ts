import { chartByName, publishedResources } from '../../../src/evaluation/charts/published.js';
import { genericLevels, judgedOf, levelsOf, releaseOf, resourcesOf, serviceOf } from './support.js';
import type { Chart } from './support.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const nginx = (version?: string): Chart => ({
  name: 'ingress-nginx',
  repository: 'https://kubernetes.github.io/ingress-nginx',
  ...(version === undefined ? {} : { version }),
});
const traefik = (version?: string | number | null): Chart => ({
  name: 'traefik',
  repository: 'https://traefik.github.io/charts',
  ...(version === undefined ? {} : { version }),
});
const bitnami = (name: string, version: string): Chart => ({
  name,
  repository: 'oci://registry-1.docker.io/bitnamicharts',
  version,
});

describe('charts that open nothing by themselves', () => {
  const cluster = [
    'cert-manager',
    'keda',
    'external-secrets',
    'podinfo',
    'coredns',
    'kured',
    'secrets-store-csi-driver',
    'flux2',
  ];
  const others = [
    'velero',
    'cluster-autoscaler',
    'metrics-server',
    'kyverno',
    'gatekeeper',
    'reloader',
    'linkerd-crds',
  ];
  const further = [
    'csi-secrets-store-provider-azure',
    'workload-identity-webhook',
    'sealed-secrets',
    'akv2k8s',
    'crossplane',
    'karpenter',
    'dapr',
  ];
  test.each([...cluster, ...others, ...further])('%s makes no subject', (name) => {
    expect(resourcesOf({ name }, 'replicas: 2')).toEqual([]);
  });

  test.each([
    ['podinfo', 'service:\n  type: LoadBalancer', ['Service web-podinfo: open']],
    [
      'podinfo',
      `service:\n  type: LoadBalancer\n  annotations:\n    ${internal}: "true"`,
      ['Service web-podinfo: private'],
    ],
    ['podinfo', 'service:\n  enabled: false\n  type: LoadBalancer', []],
    ['cert-manager', 'webhook:\n  hostNetwork: true', ['Deployment web-cert-manager-webhook: private']],
    ['coredns', 'serviceType: LoadBalancer', ['Service web-coredns: open']],
    ['coredns', 'service:\n  type: LoadBalancer', []],
    ['goldilocks', 'dashboard:\n  service:\n    type: LoadBalancer', ['Service web-goldilocks-dashboard: open']],
    [
      'app-template',
      'service:\n  app:\n    type: LoadBalancer\n  own:\n    type: ClusterIP',
      ['Service web-app-template-app: open'],
    ],
  ])('%s with %p', (name, values, levels) => {
    expect(levelsOf({ name }, values)).toEqual(levels);
  });
});

describe('ingress-nginx', () => {
  const service = (text: string): string => `controller:\n  service:\n${text.replace(/^/gm, '    ')}`;
  const both = `internal:\n  enabled: true\n  annotations:\n    ${internal}: "true"`;
  test.each([
    ['4.12.0', '', ['Service web-ingress-nginx-controller: open']],
    ['4.12.0', service(`annotations:\n  ${internal}: "true"`), ['Service web-ingress-nginx-controller: private']],
    ['4.12.0', service(`annotations:\n  ${internal}: true`), ['Service web-ingress-nginx-controller: private']],
    ['4.12.0', service('internal:\n  enabled: true'), ['Service web-ingress-nginx-controller: open']],
    [
      '4.12.0',
      service(both),
      ['Service web-ingress-nginx-controller: open', 'Service web-ingress-nginx-controller-internal: private'],
    ],
    [
      '4.12.0',
      service(`external:\n  enabled: false\n${both}`),
      ['Service web-ingress-nginx-controller-internal: private'],
    ],
    [
      '4.0.6',
      service(`external:\n  enabled: false\n${both}`),
      ['Service web-ingress-nginx-controller: open', 'Service web-ingress-nginx-controller-internal: private'],
    ],
    ['2.4.0', service(both), ['Service web-ingress-nginx-controller: open']],
    ['4.12.0', service('type: ClusterIP'), ['Service web-ingress-nginx-controller: isolated']],
    ['4.12.0', service('enabled: false'), []],
    [
      '4.12.0',
      service('loadBalancerSourceRanges: [203.0.113.0/24]'),
      ['Service web-ingress-nginx-controller: restricted'],
    ],
    [
      '4.12.0',
      'controller:\n  hostNetwork: true\n  kind: DaemonSet\n  service:\n    enabled: false',
      ['DaemonSet web-ingress-nginx-controller: private'],
    ],
  ])('%s with %p', (version, values, levels) => {
    expect(levelsOf(nginx(version), values)).toEqual(levels);
  });

  test('an Ingress of its class is as reachable as its Service', () => {
    const values = service(`annotations:\n  ${internal}: "true"`);
    const types = resourcesOf(nginx(), values).map(({ type }) => type);
    expect(types).toEqual(['v1/Service', 'apps/v1/Deployment', 'networking.k8s.io/v1/IngressClass']);
  });

  test('the annotation on the pods is told to be in the wrong place', () => {
    const values = `controller:\n  podAnnotations:\n    ${internal}: "true"`;
    const misplaced = judgedOf(nginx(), values).flatMap(({ subject }) => ('misplaced' in subject ? [subject.id] : []));
    expect(misplaced).toEqual(['values.yaml#HelmRelease/shop/web/Deployment/shop/web-ingress-nginx-controller']);
  });
});

describe('traefik', () => {
  test.each([
    ['39.0.9', 'service:\n  type: ClusterIP', 'isolated'],
    ['40.0.0', 'service:\n  type: ClusterIP', 'open'],
    ['40.0.0', 'service:\n  spec:\n    type: ClusterIP', 'isolated'],
    ['39.0.9', 'service:\n  loadBalancerSourceRanges: [203.0.113.0/24]', 'restricted'],
    ['40.0.0', 'service:\n  loadBalancerSourceRanges: [203.0.113.0/24]', 'open'],
    ['40.2.0', `service:\n  annotations:\n    ${internal}: "true"`, 'private'],
    ['40.2.0', `service:\n  annotationsTCP:\n    ${internal}: "true"`, 'private'],
    ['9.0.0', `service:\n  annotationsTCP:\n    ${internal}: "true"`, 'open'],
    ['99.0.0', 'service:\n  type: ClusterIP', 'open'],
    ['39.0.9', 'service:\n  spec:\n    type: ClusterIP', 'unknown'],
    [null, `service:\n  annotations:\n    ${internal}: "true"`, 'private'],
    [null, 'service:\n  type: ClusterIP', 'unknown'],
    [null, '', 'open'],
    ['~39.0', 'service:\n  type: ClusterIP', 'isolated'],
    ['>=39.0.0', 'service:\n  type: ClusterIP', 'open'],
    ['^39', 'service:\n  type: ClusterIP', 'isolated'],
    ['<40', 'service:\n  type: ClusterIP', 'isolated'],
  ])('%s with %p is %s', (version, values, level) => {
    expect(levelsOf(traefik(version), values)).toEqual([`Service web-traefik: ${level}`]);
  });

  test('what a version does not read is lost, and says what to set instead', () => {
    const values =
      'service:\n  type: ClusterIP\n  loadBalancerSourceRanges: [203.0.113.0/24]\n  loadBalancerIP: 10.0.0.1';
    const lost = resourcesOf(traefik('40.2.0'), values).flatMap(({ published }) => published?.lost ?? []);
    expect(lost.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'service.type: versions from 40.0.0 read service.spec.type instead',
      'service.loadBalancerSourceRanges: versions from 40.0.0 read service.spec.loadBalancerSourceRanges instead',
      'service.loadBalancerIP: the chart reads service.spec.loadBalancerIP',
    ]);
    expect(lost[0]?.origin.span.start).toBe(values.indexOf('ClusterIP'));
  });

  test('a value that changes nothing where it is not read is not told', () => {
    const [service] = resourcesOf(traefik('40.2.0'), 'service:\n  type: LoadBalancer');
    expect(service?.published?.lost).toEqual([]);
  });

  test('each further Service is one of its own', () => {
    const values = `service:
  additionalServices:
    inner:
      spec:
        type: LoadBalancer
      annotations:
        ${internal}: "true"
    quiet:
      type: ClusterIP
`;
    expect(levelsOf(traefik('41.0.0'), values)).toEqual([
      'Service web-traefik: open',
      'Service web-traefik-inner: private',
      'Service web-traefik-quiet: isolated',
    ]);
  });
});

test('versions that nobody means any more are left out where the version is open', () => {
  const values = 'server:\n  service:\n    type: LoadBalancer';
  const chart: Chart = { name: 'argo-cd', repository: 'https://argoproj.github.io/argo-helm', version: null };
  expect(levelsOf(chart, values)).toEqual(['Service web-argocd-server: open']);
  expect(levelsOf({ ...chart, version: '0.7.0' }, values)).toEqual(['Service web-argocd-server: isolated']);
});

describe('words', () => {
  test.each([
    [traefik('40.2.0'), 'chart traefik 40.2.0'],
    [traefik(), 'chart traefik (without a version, judged as 41.3.0, the newest known)'],
    [traefik('99.0.0'), 'chart traefik 99.0.0 (judged as 41.3.0, the newest known)'],
    [
      { name: 'traefik', repository: 'oci://acme.azurecr.io/helm', version: '40.2.0' },
      'chart traefik 40.2.0 (assumed to be that of Traefik Labs)',
    ],
  ])('%p', (chart, words) => {
    const facts = serviceOf(judgedOf(chart)[0]);
    expect([facts?.type.origin.published?.by, facts?.type.known && facts.type.byDefault]).toEqual([words, true]);
  });

  test('another default of a version that a range admits as well', () => {
    const chart: Chart = { name: 'keycloak', repository: 'https://charts.bitnami.com/bitnami', version: '>=14.0.0' };
    expect(serviceOf(judgedOf(chart)[0])?.type.origin.published?.other).toEqual(
      expect.stringContaining('"LoadBalancer" in 14.'),
    );
    expect(levelsOf(chart)).toEqual(['Service web-keycloak: isolated']);
  });
});

describe('quoting', () => {
  const values = (path: string): string =>
    `${path
      .split('.')
      .map((key, index) => `${'  '.repeat(index)}${key}:`)
      .join('\n')}\n${'  '.repeat(path.split('.').length)}${internal}: true`;
  test.each([
    [nginx('3.7.1'), 'controller.service.annotations', true],
    [nginx('3.8.0'), 'controller.service.annotations', false],
    [traefik('41.0.0'), 'service.annotations', true],
    [{ name: 'kong', repository: 'https://charts.konghq.com' }, 'proxy.annotations', false],
    [{ name: 'nginx-ingress', repository: 'https://helm.nginx.com/stable' }, 'controller.service.annotations', true],
    [bitnami('nginx', '18.0.0'), 'service.annotations', true],
  ])('%p refuses a boolean in %s: %p', (chart: Chart, path, refused) => {
    const [service] = judgedOf(chart, values(path));
    expect(serviceOf(service)?.annotations.get(internal)?.refused).toBe(refused ? 'boolean' : undefined);
  });
});

describe('which chart a name means', () => {
  test.each<[Chart, readonly string[]]>([
    [{ name: 'jenkins', repository: 'https://charts.jenkins.io' }, ['Service web-jenkins: isolated']],
    [{ name: 'jenkins', repository: 'https://charts.bitnami.com/bitnami/' }, ['Service web-jenkins: open']],
    [{ name: 'bitnami/jenkins' }, ['Service web-jenkins: open']],
    [{ name: 'jenkins' }, ['Service web-jenkins: unknown']],
    [
      { name: 'stable/kong', version: '0.30.0' },
      ['Service web-kong-proxy: private', 'Service web-kong-admin: private'],
    ],
    [{ name: 'oci://registry-1.docker.io/bitnamicharts/wordpress' }, ['Service web-wordpress: open']],
    [{ name: 'wordpress', repository: 'oci://docker.io/bitnamicharts' }, ['Service web-wordpress: open']],
    [{ name: 'traefik', repository: 'oci://ghcr.io/traefik/helm/traefik' }, ['Service web-traefik: open']],
    [{ name: 'traefik', version: '1.87.7' }, ['Service web-traefik: open']],
    [{ name: 'gateway', repository: 'https://charts.acme.example' }, []],
    [{ name: 'gateway', repository: 'https://istio-release.storage.googleapis.com/charts' }, ['Service web: open']],
  ])('%p', (chart, levels) => {
    expect(levelsOf(chart)).toEqual(levels);
  });

  test('a chart that nobody knows is no chart of ours', () => {
    expect(publishedResources(releaseOf({ name: 'acme' }, ''))).toBeUndefined();
    expect(chartByName('acme')).toBeUndefined();
    expect(chartByName('argo-cd')?.publisher).toBe('Argo');
    expect(chartByName('jenkins', 'https://charts.helm.sh/stable')?.publisher).toBe('the old stable repository');
  });
});

test.each<[Chart, string, readonly string[]]>([
  [
    { name: 'argo-cd' },
    `server:\n  service:\n    type: LoadBalancer\n    annotations:\n      ${internal}: false`,
    ['Service web-argocd-server: open'],
  ],
  [bitnami('keycloak', '14.5.0'), '', ['Service web-keycloak: open']],
  [bitnami('keycloak', '15.0.0'), '', ['Service web-keycloak: isolated']],
  [bitnami('contour', '16.0.0'), '', ['Service web-contour-envoy: open', 'DaemonSet web-contour-envoy: private']],
  [bitnami('contour', '17.0.0'), '', ['Service web-contour-envoy: open']],
  [
    bitnami('kafka', '30.0.0'),
    'externalAccess:\n  enabled: true',
    ['Service web-kafka: isolated', 'Service web-kafka-controller-0-external: open'],
  ],
  [
    { name: 'harbor', repository: 'https://helm.goharbor.io' },
    'expose:\n  type: loadBalancer',
    ['Service harbor: open'],
  ],
  [
    { name: 'cilium', repository: 'https://helm.cilium.io' },
    'ingressController:\n  enabled: true',
    ['Service cilium-ingress: open'],
  ],
  [{ name: 'cilium', repository: 'https://helm.cilium.io' }, '', []],
  [
    { name: 'kubernetes-ingress', repository: 'https://haproxytech.github.io/helm-charts' },
    '',
    ['Service web-kubernetes-ingress: private'],
  ],
  [
    { name: 'nginx-gateway-fabric', version: '1.6.2' },
    `service:\n  annotations:\n    ${internal}: "true"`,
    ['Service web-nginx-gateway-fabric: private'],
  ],
  [{ name: 'nginx-gateway-fabric', version: '2.0.0' }, `service:\n  annotations:\n    ${internal}: "true"`, []],
  [
    { name: 'istio-ingress' },
    `gateways:\n  istio-ingressgateway:\n    serviceAnnotations:\n      ${internal}: "true"`,
    ['Service istio-ingressgateway: private'],
  ],
  [
    { name: 'kube-prometheus-stack' },
    'prometheus:\n  thanosServiceExternal:\n    enabled: true',
    [
      'Service web-kube-prometheus-stack-prometheus: isolated',
      'Service web-kube-prometheus-stack-thanos-external: open',
    ],
  ],
  [
    { name: 'kube-prometheus-stack' },
    'grafana:\n  service:\n    type: LoadBalancer',
    ['Service web-kube-prometheus-stack-prometheus: isolated', 'Service web-grafana: open'],
  ],
])('%p with %p', (chart, values, levels) => {
  expect(levelsOf(chart, values)).toEqual(levels);
});

describe('values that can not all be read', () => {
  test('leave the Service open, and do not make what is off by default', () => {
    expect(levelsOf({ ...nginx('4.12.0'), open: true }, '')).toEqual([
      'Service web-ingress-nginx-controller: unknown if deployed',
    ]);
  });

  test('decide what they give', () => {
    const values = `controller:\n  service:\n    enabled: true\n    external:\n      enabled: true\n    type: ClusterIP`;
    expect(levelsOf({ ...nginx('4.12.0'), open: true }, values)).toEqual([
      'Service web-ingress-nginx-controller: isolated',
    ]);
  });
});

test('a value with which rendering fails is a problem, and leaves open what is deployed', () => {
  const chart: Chart = {
    name: 'keycloakx',
    repository: 'https://codecentric.github.io/helm-charts',
    version: '7.1.11',
  };
  const release = releaseOf(chart, `service:\n  type: LoadBalancer\n  annotations:\n    ${internal}: true`);
  expect(publishedResources(release)?.problems).toEqual([
    {
      path: 'values.yaml',
      line: 4,
      message: `chart keycloakx 7.1.11 can't be rendered with service.annotations.${internal}: annotations must be strings here`,
    },
  ]);
});

test('a fix writes the value that the property comes from', () => {
  const values = 'controller:\n  replicaCount: 2\n';
  const [service] = judgedOf(nginx('4.12.0'), values);
  expect(serviceOf(service)?.setAnnotation(internal, 'true')).toEqual({
    path: 'values.yaml',
    startLine: 2,
    endLine: 2,
    text: `  service:\n    annotations:\n      ${internal}: "true"\n  replicaCount: 2`,
  });
});

describe('charts that nobody knows', () => {
  test.each([
    ['service:\n  type: ClusterIP', []],
    ['replicas: 2', []],
    ['service:\n  type: LoadBalancer', ['Service web: unknown']],
    [`service:\n  type: LoadBalancer\n  annotations:\n    ${internal}: "true"`, ['Service web: private']],
    [`service:\n  type: LoadBalancer\n  annotations:\n    ${internal}: "false"`, ['Service web: unknown']],
    ['service:\n  type: NodePort', ['Service web: private']],
    [
      `serviceVpn:\n  enabled: true\n  annotations:\n    "${internal}": "true"\n  type: LoadBalancer`,
      ['Service web-serviceVpn: private'],
    ],
    [`serviceVpn:\n  enabled: false\n  type: LoadBalancer`, []],
    ['ingress:\n  enabled: true\n  className: corp', ['Ingress web: unknown']],
    ['ingress:\n  enabled: false\n  className: corp', []],
    ['hostNetwork: true', ['Deployment web: private']],
    ['frontend:\n  serviceType: LoadBalancer', ['Service web-frontend: unknown']],
  ])('%p', (values, levels) => {
    expect(genericLevels(values)).toEqual(levels);
  });
});
