import { edited } from '../../support/evaluated.js';
import {
  annotated,
  documents,
  entryPointsIn,
  gateway,
  internal,
  judged,
  object,
  service,
  workload,
} from './support.js';

const infrastructure = (...lines: readonly string[]): string =>
  `  infrastructure:\n    annotations:\n${lines.map((line) => `      ${line}\n`).join('')}`;
const on = `${internal}: "true"`;
const subnet = 'service.beta.kubernetes.io/azure-load-balancer-internal-subnet: snet';
const ofGateway = (texts: Readonly<Record<string, string>>): string | undefined =>
  judged(texts)
    .find((line) => line.startsWith('Gateway'))
    ?.replace('Gateway shop/edge: ', '');

describe('classes by name', () => {
  test.each(['approuting-istio', 'istio', 'eg', 'nginx', 'cilium'])('%s makes a public Service', (name) => {
    expect(ofGateway({ 'g.yaml': gateway(name) })).toBe('open public-gateway');
    expect(ofGateway({ 'g.yaml': gateway(name, infrastructure(on)) })).toBe('private internal');
  });

  test.each([
    ['azure-alb-external', 'open application-gateway-for-containers'],
    ['traefik', 'unknown undetermined'],
    ['somebody', 'unknown undetermined'],
  ])('%s: %s', (name, expected) => {
    expect(ofGateway({ 'g.yaml': gateway(name) })).toBe(expected);
  });

  test.each([
    ['istio.io/gateway-controller', 'open public-gateway'],
    ['alb.networking.azure.io/alb-controller', 'open application-gateway-for-containers'],
    ['example.com/controller', 'unknown undetermined'],
  ])('a GatewayClass of %s decides, whatever its name', (controller, expected) => {
    const declared = object(
      'gateway.networking.k8s.io/v1 GatewayClass',
      'eg',
      `spec:\n  controllerName: ${controller}\n`,
    );
    expect(ofGateway({ 'g.yaml': gateway('eg'), 'class.yaml': declared })).toBe(expected);
  });
});

describe('annotations', () => {
  test.each([
    [
      'of the metadata are copied where the control plane is set to',
      'istio',
      '',
      annotated(on),
      'unknown gateway-metadata-annotations',
    ],
    [
      'of infrastructure replace those of the metadata',
      'approuting-istio',
      infrastructure(subnet),
      annotated(on),
      'open gateway-metadata-annotations-hidden',
    ],
    ['of infrastructure decide', 'istio', infrastructure(on), annotated(`${internal}: "false"`), 'private internal'],
    ['of the metadata are not read by others', 'eg', '', annotated(on), 'open gateway-metadata-annotations-hidden'],
    ['in another spelling', 'istio', infrastructure(`${internal}: "True"`), '', 'open internal-annotation-not-exact'],
    ['of the metadata that ask for nothing', 'istio', '', annotated(`${internal}: "false"`), 'open public-gateway'],
    [
      'of the type of the Service',
      'istio',
      '',
      annotated('networking.istio.io/service-type: ClusterIP'),
      'isolated cluster-only',
    ],
    [
      'of the type, which application routing may not read',
      'approuting-istio',
      '',
      annotated('networking.istio.io/service-type: ClusterIP'),
      'unknown undetermined',
    ],
    ['outside the metadata', 'istio', `  annotations:\n    ${on}\n`, '', 'open annotations-outside-metadata'],
  ])('%s', (_, name, spec, metadata, expected) => {
    expect(ofGateway({ 'g.yaml': gateway(name, spec, metadata) })).toBe(expected);
  });

  test('one edit adds them to infrastructure', () => {
    const texts = { 'g.yaml': gateway('istio', infrastructure(subnet), annotated(on)) };
    const [subject] = entryPointsIn(texts);
    const edit = subject && 'service' in subject ? subject.service.setAnnotation(internal, 'true') : undefined;
    expect(ofGateway(edited(texts, edit))).toBe('private internal');
  });
});

describe('settings that stand elsewhere', () => {
  const refers = (kind: string, group = '""'): string =>
    `  infrastructure:\n    parametersRef: { group: ${group}, kind: ${kind}, name: settings }\n`;
  const configMap = (text: string, metadata = ''): string =>
    object('v1 ConfigMap', 'settings', `data:\n  service: |\n${text.replace(/^/gm, '    ')}\n`, metadata);
  const nested = `metadata:\n  annotations:\n    ${on}`;

  test.each([
    ['a ConfigMap makes it internal', configMap(nested), 'private internal'],
    ['a ConfigMap keeps it in the cluster', configMap('spec:\n  type: ClusterIP'), 'isolated cluster-only'],
    [
      'a ConfigMap lists sources',
      configMap('spec:\n  loadBalancerSourceRanges: [203.0.113.0/24]'),
      'restricted source-ranges',
    ],
    ['a ConfigMap without a Service', object('v1 ConfigMap', 'settings', 'data: {}\n'), 'open public-gateway'],
    ['a ConfigMap with a text that is no mapping', configMap('- 1'), 'unknown undetermined'],
    ['a ConfigMap that is not there', object('v1 ConfigMap', 'other', 'data: {}\n'), 'unknown undetermined'],
  ])('%s', (_, settings, expected) => {
    expect(ofGateway({ 'g.yaml': gateway('istio', refers('ConfigMap')), 'settings.yaml': settings })).toBe(expected);
  });

  test('the place of a nested annotation is its line in the file', () => {
    const texts = {
      'g.yaml': gateway('istio', refers('ConfigMap')),
      'settings.yaml': configMap(nested.replace('"true"', '"True"')),
    };
    const [subject] = entryPointsIn(texts);
    const origin =
      subject && 'service' in subject ? subject.service.annotations.get(internal)?.value.origin : undefined;
    const line = origin?.span.file.position(origin.span.start).line;
    expect(origin?.span.file.path).toBe('settings.yaml');
    expect(texts['settings.yaml'].split('\n')[(line ?? 0) - 1]).toContain(internal);
  });

  test('a ConfigMap holds for all Gateways of a class', () => {
    const labels = '  labels:\n    gateway.istio.io/defaults-for-class: istio\n';
    const texts = { 'defaults.yaml': configMap(nested, labels) };
    expect(ofGateway({ 'g.yaml': gateway('istio'), ...texts })).toBe('private internal');
    expect(ofGateway({ 'g.yaml': gateway('approuting-istio'), ...texts })).toBe('open public-gateway');
    expect(ofGateway({ 'g.yaml': gateway('istio', infrastructure(`${internal}: "false"`)), ...texts })).toBe(
      'private internal',
    );
  });

  test('an EnvoyProxy sets the Service', () => {
    const proxy = object(
      'gateway.envoyproxy.io/v1alpha1 EnvoyProxy',
      'settings',
      `spec:\n  provider:\n    kubernetes:\n      envoyService:\n        annotations:\n          ${on}\n`,
    );
    expect(ofGateway({ 'g.yaml': gateway('eg', refers('EnvoyProxy', 'gateway.envoyproxy.io')), 'p.yaml': proxy })).toBe(
      'private internal',
    );
  });

  test('what is not there does not undo what is', () => {
    expect(ofGateway({ 'g.yaml': gateway('istio', `${refers('ConfigMap')}    annotations:\n      ${on}\n`) })).toBe(
      'private internal',
    );
  });
});

test('a Gateway that is deployed by hand is as public as the Service that it names', () => {
  const address = '  addresses:\n    - type: Hostname\n      value: edge-lb.shop.svc.cluster.local\n';
  const texts = (metadata: string): Record<string, string> => ({
    'g.yaml': gateway('istio', address),
    's.yaml': service('edge-lb', 'edge', metadata),
  });
  expect(ofGateway(texts(''))).toBe('open public-shared-gateway');
  expect(ofGateway(texts(annotated(on)))).toBe('private internal-controller');
  expect(ofGateway({ 'g.yaml': gateway('istio', address) })).toBe('unknown undetermined');
});

describe('Gateways of Istio', () => {
  const classic = (selector: string): string =>
    object('networking.istio.io/v1 Gateway', 'edge', `spec:\n  selector: { ${selector} }\n`);

  test.each([
    ['the external gateway of the add-on', 'istio: aks-istio-ingressgateway-external', 'open public-shared-gateway'],
    ['the internal gateway of the add-on', 'istio: aks-istio-ingressgateway-internal', 'private internal-controller'],
    ['a gateway that is not in the repository', 'istio: ingressgateway', 'unknown undetermined'],
    ['a gateway on the way out', 'istio: egressgateway', undefined],
  ])('%s', (_, selector, expected) => {
    expect(ofGateway({ 'g.yaml': classic(selector) })).toBe(expected);
  });

  test('a gateway of one’s own is as public as its Service', () => {
    const pods = documents(workload('edge', 'docker.io/istio/proxyv2:1.24'), service('lb', 'edge', annotated(on)));
    expect(ofGateway({ 'g.yaml': classic('app: edge'), 'pods.yaml': pods })).toBe('private internal-controller');
    expect(ofGateway({ 'g.yaml': classic('app: edge'), 's.yaml': service('lb', 'edge') })).toBe(
      'open public-shared-gateway',
    );
  });
});

test('routes are no entry points of their own', () => {
  const route = object('gateway.networking.k8s.io/v1 HTTPRoute', 'web', 'spec:\n  parentRefs: [{ name: edge }]\n');
  const virtual = object('networking.istio.io/v1 VirtualService', 'web', 'spec:\n  gateways: [mesh]\n');
  expect(judged({ 'r.yaml': documents(route, virtual) })).toEqual([]);
});
