import { judge } from '../../../src/scoring/judge.js';
import { edited } from '../../support/evaluated.js';
import {
  annotated,
  documents,
  entryPointsIn,
  ingress,
  internal,
  judged,
  object,
  service,
  workload,
} from './support.js';

const nic = (name: string, className: string, annotations = ''): string =>
  object(
    'approuting.kubernetes.azure.com/v1alpha1 NginxIngressController',
    name,
    `spec:\n  ingressClassName: ${className}\n${annotations}`,
  );
const loadBalancerAnnotations = (value: string): string => `  loadBalancerAnnotations:\n    ${internal}: ${value}\n`;
const isInternal = annotated(`${internal}: "true"`);
const usePrivateIp = (value: string): string => annotated(`appgw.ingress.kubernetes.io/use-private-ip: ${value}`);
const ofIngress = (texts: Readonly<Record<string, string>>): string | undefined =>
  judged(texts)
    .find((line) => line.startsWith('Ingress'))
    ?.replace('Ingress shop/web: ', '');

describe('classes that are known by name', () => {
  test.each([
    [
      'the default controller of application routing',
      ingress('webapprouting.kubernetes.azure.com'),
      'open public-ingress-class',
    ],
    ['Application Gateway by default', ingress('azure-application-gateway'), 'open public-ingress-class'],
    ['HTTP application routing', ingress('addon-http-application-routing'), 'open public-ingress-class'],
    ['Application Gateway for Containers', ingress('azure-alb-external'), 'open application-gateway-for-containers'],
    ['Cilium', ingress('cilium'), 'open public-ingress-class'],
    [
      'Cilium, whose Service takes annotations of the Ingress',
      ingress('cilium', isInternal),
      'private internal-controller',
    ],
    [
      'Cilium with one Service for all',
      ingress('cilium', annotated('ingress.cilium.io/loadbalancer-mode: shared', `${internal}: "true"`)),
      'unknown undetermined',
    ],
    ['a controller that is not in the repository', ingress('nginx'), 'unknown undetermined'],
    ['no class', object('networking.k8s.io/v1 Ingress', 'web', 'spec: {}\n'), 'unknown undetermined'],
    [
      'the annotation that came before classes',
      object(
        'networking.k8s.io/v1 Ingress',
        'web',
        'spec: {}\n',
        annotated('kubernetes.io/ingress.class: azure/application-gateway'),
      ),
      'open public-ingress-class',
    ],
  ])('%s', (_, text, expected) => {
    expect(ofIngress({ 'web.yaml': text })).toBe(expected);
  });
});

describe('the private frontend of an Application Gateway is asked for as Go reads booleans', () => {
  test.each(['"1"', '"t"', '"T"', '"TRUE"', '"true"', '"True"'])('%s: private', (value) => {
    expect(ofIngress({ 'web.yaml': ingress('azure-application-gateway', usePrivateIp(value)) })).toBe(
      'private internal-controller',
    );
  });
  test.each(['"0"', '"false"', '"yes"', '"tRUE"', '" true"', '"\\"true\\""'])('%s: public', (value) => {
    expect(ofIngress({ 'web.yaml': ingress('azure-application-gateway', usePrivateIp(value)) })).toBe(
      'open public-ingress-class',
    );
  });

  const forAll = (value: string): string => object('v1 ConfigMap', 'agic', `data:\n  USE_PRIVATE_IP: ${value}\n`);
  test.each([
    ['"true"', '', 'private internal-controller'],
    ['"true"', usePrivateIp('"false"'), 'private internal-controller'],
    ['"false"', '', 'open public-ingress-class'],
    ['"false"', usePrivateIp('"true"'), 'private internal-controller'],
  ])('the switch %s of the controller counts for all', (value, metadata, expected) => {
    const texts = { 'web.yaml': ingress('azure-application-gateway', metadata), 'agic.yaml': forAll(value) };
    expect(ofIngress(texts)).toBe(expected);
  });

  test('one edit asks for it', () => {
    const texts = { 'web.yaml': ingress('azure-application-gateway') };
    const [subject] = entryPointsIn(texts);
    const way = subject && 'ways' in subject ? subject.ways[0] : undefined;
    const edit = way?.kind === 'known' && way.reach.known ? way.reach.set?.('true') : undefined;
    expect(ofIngress(edited(texts, edit))).toBe('private internal-controller');
  });
});

describe('application routing', () => {
  test.each([
    ['an internal controller', nic('own', 'own', loadBalancerAnnotations('"true"')), 'private internal-controller'],
    ['a public one', nic('own', 'own'), 'open public-ingress-class'],
    ['a capital letter', nic('own', 'own', loadBalancerAnnotations('"True"')), 'open public-ingress-class'],
    [
      'source ranges',
      nic('own', 'own', '  loadBalancerSourceRanges: [203.0.113.0/24]\n'),
      'restricted restricted-controller',
    ],
    ['a controller of another class', nic('own', 'other', loadBalancerAnnotations('"true"')), 'unknown undetermined'],
  ])('%s in another file', (_, controller, expected) => {
    expect(ofIngress({ 'apps/web.yaml': ingress('own'), 'infra/controller.yaml': controller })).toBe(expected);
  });

  test('the default controller can be declared internal', () => {
    const texts = {
      'web.yaml': ingress('webapprouting.kubernetes.azure.com'),
      'default.yaml': nic('default', 'webapprouting.kubernetes.azure.com', loadBalancerAnnotations('"true"')),
    };
    expect(ofIngress(texts)).toBe('private internal-controller');
  });

  const cluster = (name: string, routing: string): string =>
    `resource "azurerm_kubernetes_cluster" "${name}" {\n  name = "${name}"\n${routing}}\n`;
  const routed = (type: string): string => `  web_app_routing {\n    dns_zone_ids = []\n    ${type}\n  }\n`;
  const asInternal = routed('default_nginx_controller = "Internal"');
  const asPublic = routed('default_nginx_controller = "External"');
  test.each([
    ['internal', { 'a.tf': cluster('a', asInternal) }, 'private internal-controller'],
    ['public', { 'a.tf': cluster('a', asPublic) }, 'open public-ingress-class'],
    ['absent', { 'a.tf': cluster('a', '') }, 'open public-ingress-class'],
    [
      'internal beside a cluster without one',
      { 'a.tf': cluster('a', asInternal) + cluster('b', '') },
      'private internal-controller',
    ],
    [
      'internal in one and public in another',
      { 'a.tf': cluster('a', asInternal) + cluster('b', asPublic) },
      'unknown undetermined',
    ],
    [
      'asked for by a parameter',
      { 'a.tf': `variable "t" {}\n${cluster('a', routed('default_nginx_controller = var.t'))}` },
      'unknown undetermined',
    ],
  ])('the default controller that is %s on the cluster', (_, clusters, expected) => {
    expect(ofIngress({ 'web.yaml': ingress('webapprouting.kubernetes.azure.com'), ...clusters })).toBe(expected);
  });

  test('the type on the cluster is written over what the object named default says', () => {
    const texts = { 'd.yaml': nic('default', 'webapprouting.kubernetes.azure.com'), 'a.tf': cluster('a', asInternal) };
    expect(judged(texts)).toContain('NginxIngressController default: private internal');
  });

  test.each([
    ['stays beside an internal one', {}, true],
    ['is internal by the cluster', { 'a.tf': cluster('a', asInternal) }, false],
    ['is switched off by the cluster', { 'a.tf': cluster('a', routed('default_nginx_controller = "None"')) }, false],
    [
      'is internal too',
      { 'd.yaml': nic('default', 'webapprouting.kubernetes.azure.com', loadBalancerAnnotations('"true"')) },
      false,
    ],
  ])('the default controller %s', (_, others, expected) => {
    const found = entryPointsIn({ 'own.yaml': nic('own', 'own', loadBalancerAnnotations('"true"')), ...others });
    const own = found.find(({ name }) => name === 'own');
    expect(own && 'besidePublicDefault' in own).toBe(expected);
  });
});

describe('controllers that are declared as workloads', () => {
  test.each([
    ['apisix', 'apache/apisix:3.9.0-debian'],
    ['ambassador', 'docker.io/emissaryingress/emissary:3.9.1'],
  ])('%s is watched by %s', (className, image) => {
    const edge = documents(workload('edge', image), service('lb', 'edge'));
    expect(ofIngress({ 'a.yaml': ingress(className), 'b.yaml': edge })).toBe('open public-ingress-class');
  });

  const nginx = 'registry.k8s.io/ingress-nginx/controller:v1.13.2';
  const ingressClass = (controller: string, metadata = ''): string =>
    object('networking.k8s.io/v1 IngressClass', 'own', `spec:\n  controller: ${controller}\n`, metadata);

  test.each([
    ['public', service('lb', 'edge'), 'open public-ingress-class'],
    ['internal', service('lb', 'edge', isInternal), 'private internal-controller'],
    ['on node ports', service('lb', 'edge', '', 'NodePort'), 'private internal-controller'],
    ['inside the cluster only', service('lb', 'edge', '', 'ClusterIP'), 'unknown undetermined'],
    [
      'both, so that the weakest decides',
      documents(service('a', 'edge', isInternal), service('b', 'edge')),
      'open both-internal-and-public-controller',
    ],
    ['of other pods', service('lb', 'other'), 'unknown undetermined'],
  ])('the Service is %s', (_, services, expected) => {
    const texts = {
      'apps/web.yaml': ingress('own'),
      'infra/controller.yaml': documents(workload('edge', nginx, ['--ingress-class=own']), services),
    };
    expect(ofIngress(texts)).toBe(expected);
  });

  test.each([
    ['by its class', ['--controller-class=example.com/own'], 'example.com/own', 'private internal-controller'],
    ['by the controller that it is by default', [], 'k8s.io/ingress-nginx', 'private internal-controller'],
    [
      'not when it watches another',
      ['--controller-class=example.com/other'],
      'example.com/own',
      'unknown undetermined',
    ],
  ])('found through an IngressClass, %s', (_, args, controller, expected) => {
    const texts = {
      'web.yaml': ingress('own'),
      'class.yaml': ingressClass(controller),
      'controller.yaml': documents(workload('edge', nginx, args), service('lb', 'edge', isInternal)),
    };
    expect(ofIngress(texts)).toBe(expected);
  });

  test('an Ingress without a class takes the default one', () => {
    const texts = {
      'web.yaml': object('networking.k8s.io/v1 Ingress', 'web', 'spec: {}\n'),
      'class.yaml': ingressClass(
        'azure/application-gateway',
        annotated('ingressclass.kubernetes.io/is-default-class: "true"'),
      ),
    };
    expect(ofIngress(texts)).toBe('open public-ingress-class');
  });

  test('the class stands in a ConfigMap that the controller mounts', () => {
    const volumes = '      volumes:\n        - name: config\n          configMap: { name: settings }\n';
    const settings = object('v1 ConfigMap', 'settings', 'data:\n  traefik.toml: |\n    ingressClass = "own"\n');
    const texts = {
      'web.yaml': ingress('own'),
      'controller.yaml': documents(
        workload('edge', 'docker.io/library/traefik:v3.1', [], volumes),
        settings,
        service('lb', 'edge', isInternal),
      ),
    };
    expect(ofIngress(texts)).toBe('private internal-controller');
  });

  test('of several deployments the closest counts', () => {
    const controller = (metadata: string): string =>
      documents(workload('edge', nginx, ['--ingress-class=own']), service('lb', 'edge', metadata));
    const texts = {
      'clusters/dev/controller.yaml': controller(''),
      'clusters/prod/apps/web.yaml': ingress('own'),
      'clusters/prod/infra/controller.yaml': controller(isInternal),
    };
    expect(ofIngress(texts)).toBe('private internal-controller');
  });

  test('a change of the controller touches the Ingress', () => {
    const digestWith = (metadata: string): string | undefined =>
      entryPointsIn({
        'web.yaml': ingress('own'),
        'c.yaml': documents(workload('edge', nginx, ['--ingress-class=own']), service('lb', 'edge', metadata)),
      })
        .find(({ title }) => title.startsWith('Ingress'))
        ?.digest();
    expect(digestWith('')).not.toBe(digestWith(isInternal));
    expect(digestWith('')).toBe(digestWith(''));
  });
});

describe('Terraform', () => {
  const resource = (type: string, body: string): string => `resource "${type}" "web" {\n${body}}\n`;
  const metadata = (annotations = ''): string =>
    `  metadata {\n    name = "web"\n    namespace = "shop"\n${annotations === '' ? '' : `    annotations = { ${annotations} }\n`}  }\n`;

  test.each([
    [
      'kubernetes_service_v1',
      `${metadata()}  spec {\n    type = "LoadBalancer"\n  }\n`,
      'Service shop/web: open public-load-balancer',
    ],
    [
      'kubernetes_service',
      `${metadata(`"${internal}" = true`)}  spec {\n    type = "LoadBalancer"\n  }\n`,
      'Service shop/web: private internal',
    ],
    [
      'kubernetes_service',
      `${metadata()}  spec {\n    type = "LoadBalancer"\n    load_balancer_source_ranges = ["203.0.113.0/24"]\n  }\n`,
      'Service shop/web: restricted source-ranges',
    ],
    [
      'kubernetes_service',
      `${metadata()}  spec {\n    external_ips = ["203.0.113.9"]\n  }\n`,
      'Service shop/web: private external-ips',
    ],
    [
      'kubernetes_ingress_v1',
      `${metadata()}  spec {\n    ingress_class_name = "azure-application-gateway"\n  }\n`,
      'Ingress shop/web: open public-ingress-class',
    ],
    [
      'kubernetes_ingress_v1',
      `${metadata()}  spec {\n    ingress_class_name = var.class\n  }\n`,
      'Ingress shop/web: unknown undetermined',
    ],
    [
      'kubernetes_manifest',
      `  manifest = {\n    apiVersion = "v1"\n    kind = "Service"\n    metadata = { name = "web", namespace = "shop" }\n    spec = { type = "LoadBalancer" }\n  }\n`,
      'Service shop/web: open public-load-balancer',
    ],
    [
      'kubernetes_daemonset',
      `${metadata()}  spec {\n    template {\n      spec {\n        host_network = true\n      }\n    }\n  }\n`,
      'DaemonSet shop/web: private host-network',
    ],
    [
      'kubernetes_pod',
      `${metadata()}  spec {\n    container {\n      port {\n        host_port = 80\n      }\n    }\n  }\n`,
      'Pod shop/web: private host-network',
    ],
  ])('%s', (type, body, expected) => {
    const variable = body.includes('var.class') ? 'variable "class" {}\n' : '';
    expect(judged({ 'main.tf': variable + resource(type, body) })).toEqual([expected]);
  });

  test.each(['', '"example.com/team" = "web"'])(
    'the annotation is written where the provider takes it (%s)',
    (others) => {
      const spec = '  spec {\n    type = "LoadBalancer"\n  }\n';
      const texts = { 'main.tf': resource('kubernetes_service_v1', `${metadata(others)}${spec}`) };
      const [subject] = entryPointsIn(texts);
      const edit = subject && 'service' in subject ? subject.service.setAnnotation(internal, 'true') : undefined;
      expect(judged(edited(texts, edit))).toEqual(['Service shop/web: private internal']);
    },
  );
});

test('hostile names and many candidates stay bounded', () => {
  const many = documents(...Array.from({ length: 500 }, (_, n) => nic(`c${String(n)}`, 'own')));
  const [subject] = entryPointsIn({ 'web.yaml': ingress('own'), 'many.yaml': many }).filter(
    ({ via }) => via === 'ingress',
  );
  expect(subject && judge(subject).ingress?.level).toBe('open');
  const long = entryPointsIn({ 'web.yaml': ingress('x'.repeat(5000)) });
  expect(long[0] && (judge(long[0]).ingress?.because.length ?? 0)).toBeLessThan(400);
});
