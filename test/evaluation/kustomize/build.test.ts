import { jsonPatched } from './patched.js';
import { built } from './built.js';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer
  ports:
    - port: 80
      name: http
    - port: 443
      name: https
`;
const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const annotations = ['metadata', 'annotations'] as const;

test('resources, bases and components are built in their order, each value where it is written', async () => {
  const { objects, at, place, problems, build } = await built(
    {
      'base/kustomization.yml': 'resources: [web.yaml]\n',
      'base/web.yaml': service,
      'old/Kustomization': 'bases: [../base]\nnamePrefix: old-\n',
      'parts/internal/kustomization.yaml': `kind: Component
apiVersion: kustomize.config.k8s.io/v1alpha1
patches:
  - target: {kind: Service}
    path: patch.yaml
`,
      'parts/internal/patch.yaml': `- op: add
  path: /metadata/annotations/service.beta.kubernetes.io~1azure-load-balancer-internal
  value: 'true'
`,
      'prod/kustomization.yaml': `resources:
  - ../old
components: [../parts/internal]
namespace: shop
commonAnnotations:
  team: web
`,
    },
    'prod',
  );
  expect(problems).toEqual([]);
  expect(Object.keys(objects)).toEqual(['Service/old-web']);
  expect(at('Service/old-web', 'metadata')).toEqual({
    name: 'old-web',
    annotations: { [internal]: 'true', team: 'web' },
    namespace: 'shop',
  });
  expect(place('Service/old-web', ...annotations, internal)).toBe('parts/internal/patch.yaml:3');
  expect(place('Service/old-web', ...annotations, 'team')).toBe('prod/kustomization.yaml:6');
  expect(place('Service/old-web', 'metadata', 'namespace')).toBe('prod/kustomization.yaml:4');
  expect(place('Service/old-web', 'spec', 'type')).toBe('base/web.yaml:6');
  expect(build.objects[0]?.file).toBe('base/web.yaml');
  expect([...build.files].filter((path) => path.endsWith('.yaml')).sort()).toEqual([
    'base/kustomization.yaml',
    'base/web.yaml',
    'old/kustomization.yaml',
    'parts/internal/kustomization.yaml',
    'parts/internal/patch.yaml',
    'prod/kustomization.yaml',
  ]);
});

describe('strategic merge', () => {
  const patched = (patch: string, resource = service) =>
    built({
      'web.yaml': resource,
      'kustomization.yaml': `resources: [web.yaml]\npatches:\n  - patch: |-\n${patch.replace(/^/gm, '      ')}`,
    });
  const head = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';

  test('an inline patch sets a value in its own line', async () => {
    const { at, place } = await patched(`${head}  annotations:\n    ${internal}: "true"`);
    expect(at('Service/web', ...annotations)).toEqual({ [internal]: 'true' });
    expect(place('Service/web', ...annotations, internal)).toBe('kustomization.yaml:9');
  });

  test('items of ports are merged by their port, patched ones first', async () => {
    const { at } = await patched(`${head}spec:\n  ports:\n    - port: 443\n      targetPort: 8443`);
    expect(at('Service/web', 'spec', 'ports')).toEqual([
      { port: 443, name: 'https', targetPort: 8443 },
      { port: 80, name: 'http' },
    ]);
  });

  test.each([
    ['null removes', 'spec:\n  type: null', undefined, 2],
    ['$patch: delete removes an item', 'spec:\n  ports:\n    - port: 80\n      $patch: delete', 'LoadBalancer', 1],
    ['$patch: replace of a map', 'spec:\n  $patch: replace\n  type: ClusterIP', 'ClusterIP', undefined],
    ['$patch: replace of a list', 'spec:\n  ports:\n    - $patch: replace\n    - port: 1', 'LoadBalancer', 1],
    ['$patch: merge', 'spec:\n  $patch: merge\n  type: NodePort', 'NodePort', 2],
  ])('%s', async (_, patch, type, ports) => {
    const { at, problems } = await patched(head + patch);
    expect(problems).toEqual([]);
    expect(at('Service/web', 'spec', 'type')).toBe(type);
    expect((at('Service/web', 'spec', 'ports') as unknown[] | undefined)?.length).toBe(ports);
  });

  test('$patch: delete deletes the object', async () => {
    expect((await patched(`$patch: delete\n${head}`)).objects).toEqual({});
  });

  test('containers are merged by name; lists of custom resources are replaced', async () => {
    const pod = (kind: string, containers: string): string =>
      `apiVersion: ${kind === 'Deployment' ? 'apps/v1' : 'example.com/v1'}\nkind: ${kind}\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers: ${containers}\n`;
    const [before, after] = ['[{name: a, image: x}, {name: b}]', '[{name: a, env: [{name: E, value: v}]}]'];
    const path = ['spec', 'template', 'spec', 'containers'] as const;
    const deployment = await patched(pod('Deployment', after), pod('Deployment', before));
    expect(deployment.at('Deployment/web', ...path)).toEqual([
      { name: 'a', image: 'x', env: [{ name: 'E', value: 'v' }] },
      { name: 'b' },
    ]);
    const custom = await patched(pod('Web', after), pod('Web', before));
    expect(custom.at('Web/web', ...path)).toEqual([{ name: 'a', env: [{ name: 'E', value: 'v' }] }]);
  });

  test('of another make is refused, and the rest goes on', async () => {
    const { at, problems } = await patched(`${head}spec: none`);
    expect(problems).toEqual([
      'kustomization.yaml:8 the patch has a single value at spec, where the object has a mapping',
    ]);
    expect(at('Service/web', 'spec', 'type')).toBe('LoadBalancer');
  });

  test('for an object that is not there is refused, as kustomize does', async () => {
    const { problems, build } = await patched(head.replace('name: web', 'name: wbe'));
    expect(problems).toEqual([
      'kustomization.yaml:7 kustomize refuses the patch for Service wbe: there is no such object in what it patches',
    ]);
    expect(build.unmatched).toEqual([]);
  });

  test('with a target it may rename, or change the kind, when it is allowed to', async () => {
    const renamed = (options: string) =>
      built({
        'web.yaml': service,
        'kustomization.yaml': `resources: [web.yaml]\npatches:\n  - target: {name: web}\n${options}    patch: |-\n      kind: Other\n      metadata:\n        name: other\n`,
      });
    expect(Object.keys((await renamed('')).objects)).toEqual(['Service/web']);
    const options = '    options: {allowNameChange: true, allowKindChange: true}\n';
    expect(Object.keys((await renamed(options)).objects)).toEqual(['Other/other']);
  });
});

describe('JSON patches', () => {
  test.each([
    [
      'add into annotations that are not there',
      '[{op: add, path: /metadata/annotations/a.b~1c, value: "true"}]',
      { 'a.b/c': 'true' },
    ],
    ['add a number: kustomize makes it a text', '[{op: add, path: /metadata/annotations/n, value: 1}]', { n: '1' }],
    ['replace may add', '[{op: replace, path: /metadata/annotations/x, value: y}]', { x: 'y' }],
    ['copy', '[{op: copy, from: /metadata/name, path: /metadata/annotations/x}]', { x: 'web' }],
    [
      'test, then add',
      '[{op: test, path: /spec/type, value: LoadBalancer}, {op: add, path: /metadata/annotations/x, value: y}]',
      { x: 'y' },
    ],
  ])('%s', async (_, patch, expected) => {
    const { at, problems } = await jsonPatched(service, patch);
    expect(problems).toEqual([]);
    expect(at('Service/web', ...annotations)).toEqual(expected);
  });

  test.each([
    ['[{op: add, path: /spec/ports/0, value: {port: 1}}]', [1, 80, 443]],
    ['[{op: add, path: /spec/ports/-, value: {port: 1}}]', [80, 443, 1]],
    ['[{op: remove, path: /spec/ports/-1}]', [80]],
    ['[{op: replace, path: /spec/ports/1/port, value: 8443}]', [80, 8443]],
    ['[{op: move, from: /spec/ports/1, path: /spec/ports/0}]', [443, 80]],
  ])('%s', async (patch, expected) => {
    const { at } = await jsonPatched(service, patch);
    const ports = at('Service/web', 'spec', 'ports') as { port: number }[];
    expect(ports.map(({ port }) => port)).toEqual(expected);
  });

  test.each([
    ['[{op: remove, path: /spec/none}]', 'does not apply: none is not there'],
    ['[{op: add, path: /spec/none/deeper, value: 1}]', 'does not apply: none is not there'],
    ['[{op: replace, path: /spec/ports/7, value: 1}]', 'does not apply: there is no item 7'],
    ['[{op: test, path: /spec/type, value: ClusterIP}]', 'tests for what is not so'],
    ['[{op: add, path: spec/type, value: x}]', 'without a path that begins with /'],
    ['[{op: become, path: /spec}]', 'says "become" is no operation'],
  ])('refused: %s', async (patch, why) => {
    const { at, problems } = await jsonPatched(service, patch);
    expect(problems).toEqual([expect.stringContaining(why)]);
    expect(at('Service/web', 'spec', 'type')).toBe('LoadBalancer');
  });
});

test.each([
  ['name: web', true],
  ['name: we', false],
  ['name: w.*', true],
  ['{kind: Service, version: v1, namespace: default}', true],
  ['kind: Ingress', false],
  ['group: apps', false],
  ['labelSelector: "tier in (front, edge),!old"', true],
  ['labelSelector: tier!=front', false],
  ['annotationSelector: team=web', true],
])('the target %s', async (target, fits) => {
  const labelled = service.replace('name: web', 'name: web\n  labels: {tier: front}\n  annotations: {team: web}');
  const { at, build } = await jsonPatched(labelled, '[{op: add, path: /spec/type, value: ClusterIP}]', target);
  expect(at('Service/web', 'spec', 'type')).toBe(fits ? 'ClusterIP' : 'LoadBalancer');
  expect(build.unmatched.length).toBe(fits ? 0 : 1);
});
