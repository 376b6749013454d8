import { chart, ingressOf, internal, service } from './audit.js';

function application(spec: string, name = 'web'): string {
  return `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: ${name}\n  namespace: argocd\nspec:\n  destination: {namespace: shop}\n${spec}`;
}

const repository = 'repoURL: https://example.com/a/b';

function source(more: string): string {
  return `  source:\n    ${repository}\n${more}`;
}

describe('Application', () => {
  const web = 'app.yaml#Application/argocd/web/Service/shop/web';

  test('a folder of manifests, without subfolders unless it says so', async () => {
    const files = { 'k8s/web.yaml': service('web'), 'k8s/more/api.yaml': service('api') };
    expect(await ingressOf({ ...files, 'app.yaml': application(source('    path: k8s\n')) })).toEqual([
      `${web}: open`,
      'k8s/more/api.yaml#Service/default/api: open',
    ]);
    const recursive = application(source('    path: k8s\n    directory: {recurse: true}\n'));
    expect(await ingressOf({ ...files, 'app.yaml': recursive })).toEqual([
      'app.yaml#Application/argocd/web/Service/shop/api: open',
      `${web}: open`,
    ]);
    const some = application(source('    path: k8s\n    directory: {recurse: true, exclude: "more/*"}\n'));
    expect(await ingressOf({ ...files, 'app.yaml': some })).toContain('k8s/more/api.yaml#Service/default/api: open');
  });

  test('a kustomization with patches of its own', async () => {
    const patches = `    path: k8s\n    kustomize:\n      commonAnnotations: {${internal}: "true"}\n`;
    const found = await ingressOf({
      'app.yaml': application(source(patches)),
      'k8s/kustomization.yaml': 'resources: [web.yaml]\n',
      'k8s/web.yaml': service('web'),
    });
    expect(found).toEqual([`${web}: private`]);
  });

  test.each<[string, string, string]>([
    ['defaults', '', 'isolated'],
    ['value files', '    helm: {valueFiles: [prod.yaml]}\n', 'open'],
    ['later value files over earlier ones', '    helm: {valueFiles: [prod.yaml, values.yaml]}\n', 'isolated'],
    [
      'values over value files',
      '    helm: {valueFiles: [prod.yaml], values: "service: {type: ClusterIP}"}\n',
      'isolated',
    ],
    [
      'valuesObject in the place of values',
      '    helm: {values: "service: {type: LoadBalancer}", valuesObject: {service: {type: NodePort}}}\n',
      'private',
    ],
    [
      'parameters over all',
      '    helm: {valuesObject: {service: {type: NodePort}}, parameters: [{name: service.type, value: LoadBalancer}]}\n',
      'open',
    ],
    [
      'dots that are escaped in parameters',
      `    helm: {parameters: [{name: service.type, value: LoadBalancer}, {name: 'service.annotations.${internal.replaceAll('.', '\\.')}', value: "true"}]}\n`,
      'private',
    ],
    ['a value file that is missing', '    helm: {valueFiles: [gone.yaml]}\n', 'unknown'],
    [
      'a value file that may be missing',
      '    helm: {ignoreMissingValueFiles: true, valueFiles: [gone.yaml]}\n',
      'isolated',
    ],
  ])('a chart of the repository with %s', async (_, helm, level) => {
    const found = await ingressOf({
      ...chart('charts/web'),
      'charts/web/prod.yaml': 'service:\n  type: LoadBalancer\n',
      'app.yaml': application(source(`    path: charts/web\n${helm}`)),
    });
    expect(found.filter((each) => each.startsWith('app.yaml'))).toEqual([`${web}: ${level}`]);
  });

  test.each<[string, string, string]>([
    [
      'whose repository is this one: the chart is of it',
      '    - {repoURL: "https://github.com/acme/gitops", path: charts/web, HELM}\n',
      'isolated',
    ],
    [
      'whose repository is not known',
      '    - {repoURL: "https://github.com/acme/charts", path: charts/web, HELM}\n',
      'unknown',
    ],
  ])('a file that may be missing, of a source %s', async (_, web, level) => {
    const helm = 'helm: {ignoreMissingValueFiles: true, valueFiles: [$values/env/dev.yaml]}';
    const sources = `  sources:\n${web.replace('HELM', helm)}    - {repoURL: "https://github.com/acme/gitops", ref: values}\n`;
    const found = await ingressOf({ ...chart('charts/web'), 'app.yaml': application(sources) });
    expect(found).toContain(`app.yaml#Application/argocd/web/Service/shop/web: ${level}`);
  });

  test('values of another source', async () => {
    const sources = `  sources:\n    - {${repository}, ref: values}\n    - repoURL: https://kubernetes.github.io/ingress-nginx\n      chart: ingress-nginx\n      targetRevision: 4.11.3\n      helm: {valueFiles: [$values/env/nginx.yaml]}\n`;
    const files = {
      'app.yaml': application(sources),
      'env/nginx.yaml': `controller:\n  service:\n    annotations: {${internal}: "true"}\n`,
    };
    const found = await ingressOf(files);
    expect(found).toContain('app.yaml#Application/argocd/web/Service/shop/web-ingress-nginx-controller: private');
  });

  test.each<[string, string, string]>([
    ['a folder that is not here', source('    path: elsewhere\n'), 'app.yaml#Application/argocd/web: unknown'],
    ['the top of a repository', source('    path: .\n'), 'app.yaml#Application/argocd/web: unknown'],
    ['a plugin', source('    path: k8s\n    plugin: {name: x}\n'), 'app.yaml#Application/argocd/web: unknown'],
    ['a chart that nobody knows', source('    chart: unheard-of\n'), 'app.yaml#Application/argocd/web: unknown'],
  ])('%s', async (_, spec, expected) => {
    const found = await ingressOf({ 'app.yaml': application(spec), 'k8s/readme.yaml': 'a: b\n' });
    expect(found).toEqual([expected]);
  });

  test('of Applications, which may deploy themselves', async () => {
    const found = await ingressOf({
      'apps/all.yaml': application(source('    path: apps\n'), 'all'),
      'apps/web.yaml': application(source('    path: k8s\n')),
      'k8s/web.yaml': service('web'),
    });
    expect(found).toEqual(['apps/all.yaml#Application/argocd/all/Application/argocd/web/Service/shop/web: open']);
  });
});

function applicationSet(generators: string, path: string, more = ''): string {
  return `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata:\n  name: all\n  namespace: argocd\nspec:\n${more}  generators:\n${generators}  template:\n    metadata: {name: '${more.includes('goTemplate') ? '{{.name}}' : '{{name}}'}', namespace: argocd}\n    spec:\n      destination: {namespace: shop}\n      source:\n        ${repository}\n        path: '${path}'\n`;
}

describe('ApplicationSet', () => {
  const files = { 'k8s/dev/web.yaml': service('web', 'ClusterIP'), 'k8s/prod/web.yaml': service('web') };
  const at = (name: string, level: string): string =>
    `set.yaml#ApplicationSet/argocd/all/Application/argocd/${name}/Service/shop/web: ${level}`;

  test.each<[string, string, string, string, readonly string[]]>([
    [
      'a list',
      '    - list: {elements: [{name: a, env: dev}, {name: b, env: prod}]}\n',
      'k8s/{{env}}',
      '',
      [at('a', 'isolated'), at('b', 'open')],
    ],
    [
      'a list for Go templates',
      '    - list: {elements: [{name: a, env: dev}]}\n',
      'k8s/{{ .env | lower }}',
      '  goTemplate: true\n',
      [at('a', 'isolated')],
    ],
    [
      'a matrix',
      '    - matrix:\n        generators:\n          - list: {elements: [{env: dev}, {env: prod}]}\n          - list: {elements: [{name: "x-{{env}}"}]}\n',
      'k8s/{{env}}',
      '',
      [at('x-dev', 'isolated'), at('x-prod', 'open')],
    ],
    [
      'a merge',
      '    - merge:\n        mergeKeys: [name]\n        generators:\n          - list: {elements: [{name: a, env: dev}]}\n          - list: {elements: [{name: a, env: prod}]}\n',
      'k8s/{{env}}',
      '',
      [at('a', 'open')],
    ],
    [
      'a selector',
      '    - list: {elements: [{name: a, env: dev}, {name: b, env: prod}]}\n      selector: {matchLabels: {env: dev}}\n',
      'k8s/{{env}}',
      '',
      [at('a', 'isolated')],
    ],
  ])('%s', async (_, generators, path, more, expected) => {
    const found = await ingressOf({ ...files, 'set.yaml': applicationSet(generators, path, more) });
    expect(found.filter((each) => each.startsWith('set.yaml'))).toEqual(expected);
  });

  test('folders of the repository', async () => {
    const set = applicationSet(
      '    - git: {repoURL: x, directories: [{path: k8s/*}, {path: k8s/dev, exclude: true}]}\n',
      '{{path}}',
    );
    const found = await ingressOf({ ...files, 'set.yaml': set.replace("'{{name}}'", "'{{path.basename}}'") });
    expect(found).toEqual(['k8s/dev/web.yaml#Service/default/web: isolated', at('prod', 'open')]);
  });

  test('clusters, which only Argo CD knows', async () => {
    const found = await ingressOf({ ...files, 'set.yaml': applicationSet('    - clusters: {}\n', 'k8s/{{env}}') });
    expect(found).toContain('set.yaml#ApplicationSet/argocd/all/Application/argocd/{{name}}: unknown');
  });

  test('a chart that makes a cluster', async () => {
    const set = applicationSet('    - clusters: {}\n', 'x').replace("path: 'x'", 'chart: azure-managed-cluster');
    const found = await ingressOf({ 'set.yaml': set });
    expect(found).toEqual(['set.yaml#ApplicationSet/argocd/all/Application/argocd/{{name}}/cluster: unknown']);
  });
});
