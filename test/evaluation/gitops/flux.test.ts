import { reviewFiles } from '../../support/review.js';
import { chart, ingressOf, internal, service } from './audit.js';

function helmRelease(spec: string): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: web\n  namespace: shop\nspec:\n${spec}`;
}

const ofGit = `  chart:
    spec:
      chart: ./charts/web
      sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
`;

function configMap(data: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-values\n  namespace: shop\ndata:\n${data}`;
}

function kustomization(name: string, path: string, more = ''): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: ${name}\n  namespace: flux-system\nspec:\n  path: ${path}\n  sourceRef: {kind: GitRepository, name: flux-system}\n${more}`;
}

describe('HelmRelease', () => {
  const at = 'web.yaml#HelmRelease/shop/web/Service/shop/web';

  test.each<[string, string, string]>([
    ['defaults of its chart', ofGit, 'isolated'],
    ['values', `${ofGit}  values:\n    service: {type: LoadBalancer}\n`, 'open'],
    [
      'values with the annotation',
      `${ofGit}  values:\n    service:\n      type: LoadBalancer\n      annotations: {${internal}: "true"}\n`,
      'private',
    ],
    ['a Secret below values', `${ofGit}  valuesFrom: [{kind: Secret, name: s}]\n`, 'unknown'],
    [
      'values over a Secret, which may still bring annotations',
      `${ofGit}  valuesFrom: [{kind: Secret, name: s}]\n  values:\n    service: {type: LoadBalancer}\n`,
      'unknown',
    ],
    ['a ConfigMap', `${ofGit}  valuesFrom: [{kind: ConfigMap, name: web-values}]\n`, 'open'],
    [
      'values over a ConfigMap',
      `${ofGit}  valuesFrom: [{kind: ConfigMap, name: web-values}]\n  values:\n    service: {type: ClusterIP}\n`,
      'isolated',
    ],
    [
      'a target path over values',
      `${ofGit}  valuesFrom: [{kind: ConfigMap, name: web-values, valuesKey: type, targetPath: service.type}]\n  values:\n    service: {type: ClusterIP}\n`,
      'private',
    ],
    [
      'post-renderers',
      `${ofGit}  values:\n    service: {type: LoadBalancer}\n  postRenderers:\n    - kustomize:\n        patches:\n          - target: {kind: Service}\n            patch: |\n              - op: add\n                path: /metadata/annotations\n                value: {${internal}: "true"}\n`,
      'private',
    ],
    [
      'post-renderers with a patch that is no text',
      `${ofGit}  values:\n    service: {type: LoadBalancer}\n  postRenderers:\n    - kustomize:\n        patchesStrategicMerge:\n          - apiVersion: v1\n            kind: Service\n            metadata:\n              name: web\n              annotations: {${internal}: "true"}\n`,
      'private',
    ],
  ])('%s', async (_, spec, level) => {
    const values = configMap('  values.yaml: |\n    service:\n      type: LoadBalancer\n  type: NodePort\n');
    const found = await ingressOf({ ...chart('charts/web'), 'web.yaml': helmRelease(spec), 'values.yaml': values });
    expect(found).toEqual([`${at}: ${level}`]);
  });

  test('without a chart it is a patch of another, and deploys nothing', async () => {
    const found = await ingressOf({ 'demo.yaml': helmRelease('  values:\n    service: {type: LoadBalancer}\n') });
    expect(found).toEqual([]);
  });

  test('a published chart through its repository', async () => {
    const spec = `  chart:\n    spec:\n      chart: ingress-nginx\n      version: 4.11.3\n      sourceRef: {kind: HelmRepository, name: nginx, namespace: flux-system}\n`;
    const found = await ingressOf({
      'web.yaml': helmRelease(spec),
      'source.yaml':
        'apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata:\n  name: nginx\n  namespace: flux-system\nspec:\n  url: https://kubernetes.github.io/ingress-nginx\n',
    });
    expect(found).toContain('web.yaml#HelmRelease/shop/web/Service/shop/web-ingress-nginx-controller: open');
  });

  test('a chart that is not here and that nobody knows', async () => {
    const spec =
      '  chart:\n    spec:\n      chart: ./charts/other\n      sourceRef: {kind: GitRepository, name: apps}\n';
    expect(await ingressOf({ 'web.yaml': helmRelease(spec) })).toEqual(['web.yaml#HelmRelease/shop/web: unknown']);
  });

  test('of Flux 1', async () => {
    const release =
      'apiVersion: helm.fluxcd.io/v1\nkind: HelmRelease\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  chart:\n    git: git@example.com:a/b\n    path: charts/web\n  values:\n    service: {type: LoadBalancer}\n';
    expect(await ingressOf({ ...chart('charts/web'), 'web.yaml': release })).toEqual([`${at}: open`]);
  });

  test('patched by an overlay', async () => {
    const found = await ingressOf({
      ...chart('charts/web'),
      'base/release.yaml': helmRelease(ofGit),
      'base/kustomization.yaml': 'resources: [release.yaml]\n',
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: patch.yaml\n',
      'prod/patch.yaml': helmRelease('  values:\n    service: {type: LoadBalancer}\n'),
    });
    expect(found).toEqual(['prod/kustomization.yaml#HelmRelease/shop/web/Service/shop/web: open']);
  });
});

describe('Kustomization', () => {
  test('deploys a folder with a kustomization, which is no root by itself then', async () => {
    const found = await ingressOf({
      'clusters/prod/apps.yaml': kustomization('apps', './apps'),
      'apps/kustomization.yaml': 'resources: [web.yaml]\n',
      'apps/web.yaml': service('web'),
    });
    expect(found).toEqual(['clusters/prod/apps.yaml#Kustomization/flux-system/apps/Service/default/web: open']);
  });

  test('deploys all manifests of a folder without one', async () => {
    const found = await ingressOf({
      'clusters/apps.yaml': kustomization('apps', './apps'),
      'apps/a/web.yaml': service('web'),
      'apps/b/api.yaml': service('api', 'ClusterIP'),
    });
    expect(found).toEqual([
      'clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/api: isolated',
      'clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/web: open',
    ]);
  });

  test('patches what it deploys', async () => {
    const patch = `  patches:\n    - target: {kind: Service}\n      patch: |\n        apiVersion: v1\n        kind: Service\n        metadata:\n          name: any\n          annotations:\n            ${internal}: "true"\n`;
    const found = await ingressOf({
      'clusters/apps.yaml': kustomization('apps', './apps', patch),
      'apps/web.yaml': service('web'),
    });
    expect(found).toEqual(['clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/web: private']);
  });

  test.each([
    ['beside what counts', '"true"', 'private'],
    ['in what counts', '"${zone}"', 'unknown'],
  ])('patches with variables that nobody knows %s', async (_, annotation, level) => {
    const patch = `  patches:\n    - target: {kind: Service}\n      patch: |\n        apiVersion: v1\n        kind: Service\n        metadata:\n          name: any\n          annotations:\n            zone: a-\${zone}\n            ${internal}: ${annotation}\n`;
    const report = await reviewFiles(null, {
      'all.yaml': kustomization(
        'all',
        './clusters',
        '  postBuild:\n    substituteFrom: [{kind: Secret, name: vars}]\n',
      ),
      'clusters/apps.yaml': kustomization('apps', './apps', patch),
      'apps/web.yaml': service('web'),
    });
    expect(report.problems).toEqual([]);
    expect(report.subjects).toMatchObject([{ name: 'web', ingress: { level } }]);
  });

  test.each<[string, string, string, string]>([
    ['a variable', '${type}', '  postBuild:\n    substitute: {type: LoadBalancer}\n', 'open'],
    ['a default', '${type:=ClusterIP}', '  postBuild:\n    substitute: {other: x}\n', 'isolated'],
    [
      'a default that is not needed',
      '${type:=ClusterIP}',
      '  postBuild:\n    substitute: {type: NodePort}\n',
      'private',
    ],
    [
      'a variable of a ConfigMap',
      '${type}',
      '  postBuild:\n    substituteFrom: [{kind: ConfigMap, name: vars}]\n',
      'open',
    ],
    [
      'a variable of a Secret',
      '${type}',
      '  postBuild:\n    substituteFrom: [{kind: Secret, name: vars}]\n',
      'unknown',
    ],
  ])('%s', async (_, type, more, level) => {
    const found = await ingressOf({
      'clusters/apps.yaml': kustomization('apps', './apps', more),
      'clusters/vars.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: vars\n  namespace: flux-system\ndata:\n  type: LoadBalancer\n',
      'apps/web.yaml': service('web', type),
    });
    expect(found).toEqual([`clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/web: ${level}`]);
  });

  test('a folder that is not here', async () => {
    const found = await ingressOf({ 'apps.yaml': kustomization('apps', './elsewhere') });
    expect(found).toEqual(['apps.yaml#Kustomization/flux-system/apps: unknown']);
  });

  test('one that deploys its own folder does so once', async () => {
    const found = await ingressOf({
      'clusters/prod/kustomization.yaml': 'resources: [sync.yaml, web.yaml]\n',
      'clusters/prod/sync.yaml': kustomization('flux-system', './clusters/prod'),
      'clusters/prod/web.yaml': service('web'),
    });
    expect(found).toEqual([
      'clusters/prod/kustomization.yaml#Kustomization/flux-system/flux-system/Service/default/web: open',
    ]);
  });

  test('two that deploy each other end', async () => {
    const found = await ingressOf({
      'a/kustomization.yaml': 'resources: [b.yaml, web.yaml]\n',
      'a/b.yaml': kustomization('b', './b'),
      'a/web.yaml': service('web'),
      'b/kustomization.yaml': 'resources: [a.yaml]\n',
      'b/a.yaml': kustomization('a', './a'),
    });
    expect(found.filter((each) => each.startsWith('a/kustomization.yaml#Service/'))).toEqual([
      'a/kustomization.yaml#Service/default/web: open',
    ]);
  });

  describe('of a source that is another repository', () => {
    const source = (kind: string, name: string, url: string): string =>
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: flux-system}\nspec: {url: "${url}"}\n`;
    const from = (kind: string, name: string, path: string): string =>
      kustomization('apps', path).replace('kind: GitRepository, name: flux-system', `kind: ${kind}, name: ${name}`);
    const web = 'Kustomization/flux-system/apps/Service/default/web: open';
    const own = source('GitRepository', 'flux-system', 'ssh://git@github.com/acme/Fleet.git');

    test.each<[string, string, string, readonly string[]]>([
      [
        'a git repository of the same name',
        from('GitRepository', 'x', './apps'),
        source('GitRepository', 'x', 'https://github.com/acme/fleet'),
        [web],
      ],
      [
        'a git repository of another name',
        from('GitRepository', 'x', './apps'),
        source('GitRepository', 'x', 'https://github.com/acme/shop'),
        ['Kustomization/flux-system/apps: unknown'],
      ],
      [
        'a registry, with a folder that is here',
        from('OCIRepository', 'x', './apps'),
        source('OCIRepository', 'x', 'oci://ghcr.io/acme/fleet'),
        [web],
      ],
      [
        'the top of a registry',
        from('OCIRepository', 'x', './'),
        source('OCIRepository', 'x', 'oci://ghcr.io/other/x'),
        ['Kustomization/flux-system/apps: unknown'],
      ],
    ])('%s', async (_, deploying, declared, expected) => {
      const found = await ingressOf({
        'clusters/prod/apps.yaml': deploying,
        'clusters/prod/sources.yaml': `${own}---\n${declared}`,
        'apps/kustomization.yaml': 'resources: [web.yaml]\n',
        'apps/web.yaml': service('web'),
      });
      const prefix = 'clusters/prod/apps.yaml#';
      expect(found.filter((each) => each.startsWith(prefix))).toEqual(expected.map((each) => `${prefix}${each}`));
    });
  });

  test.each<[string, string | undefined]>([
    ['{accessLogFile: /dev/stdout}', undefined],
    ['{outboundTrafficPolicy: {mode: REGISTRY_ONLY}}', 'restricted'],
  ])('what a mesh does with unknown hosts, of the values %s', async (mesh, level) => {
    const { subjects } = await reviewFiles(null, {
      'istiod.yaml': helmRelease(
        `  chart:\n    spec:\n      chart: istiod\n      sourceRef: {kind: HelmRepository, name: istio}\n  values:\n    meshConfig: ${mesh}\n`,
      ).replace('namespace: shop', 'namespace: istio-system'),
    });
    expect(subjects.map(({ egress }) => egress?.level)).toEqual([level]);
  });

  test('a path that leads out of the repository ends at its top', async () => {
    const found = await ingressOf({
      'clusters/apps.yaml': kustomization('apps', '../apps'),
      'apps/web.yaml': service('web'),
    });
    expect(found).toEqual(['clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/web: open']);
  });

  test('without a source it is a patch of another, and deploys nothing', async () => {
    const found = await ingressOf({
      'clusters/prod/patch.yaml': kustomization('apps', './apps').replace(/ {2}sourceRef.*\n/, '  timeout: 2m\n'),
      'apps/web.yaml': service('web'),
    });
    expect(found).toEqual(['apps/web.yaml#Service/default/web: open']);
  });

  test('a folder of an artifact', async () => {
    const generator =
      'apiVersion: source.extensions.fluxcd.io/v1beta1\nkind: ArtifactGenerator\nmetadata:\n  name: all\nspec:\n  artifacts:\n    - name: apps\n      copy:\n        - {from: "@repo/apps/production/**", to: "@artifact/production/"}\n';
    const found = await ingressOf({
      'clusters/artifacts.yaml': generator,
      'clusters/apps.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec:\n  path: ./production\n  sourceRef: {kind: ExternalArtifact, name: apps}\n',
      'apps/production/web.yaml': service('web'),
    });
    expect(found).toEqual(['clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/web: open']);
  });
});
