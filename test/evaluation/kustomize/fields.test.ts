import { built } from './built.js';

const app = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ClusterIP
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  defaultBackend:
    service:
      name: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: nginx:1.0
          envFrom:
            - configMapRef:
                name: settings
`;

const overlay = (fields: string, more: Readonly<Record<string, string>> = {}) =>
  built({ 'kustomization.yaml': `resources: [app.yaml]\n${fields}`, 'app.yaml': app, ...more });

test('names follow in what names them: the Service of an Ingress, the ConfigMap of a Deployment', async () => {
  const { objects, at, problems } = await overlay(
    'namePrefix: a-\nnameSuffix: -z\nconfigMapGenerator:\n  - name: settings\n    literals: [A=1]\n',
  );
  expect(problems).toEqual([]);
  expect(Object.keys(objects)).toEqual([
    'Service/a-web-z',
    'Ingress/a-web-z',
    'Deployment/a-web-z',
    'ConfigMap/a-settings-z',
  ]);
  expect(at('Ingress/a-web-z', 'spec', 'defaultBackend', 'service', 'name')).toBe('a-web-z');
  expect(at('Ingress/a-web-z', 'spec', 'ingressClassName')).toBe('nginx');
  expect(JSON.stringify(at('Deployment/a-web-z', 'spec'))).toContain('"name":"a-settings-z"');
});

test('labels and annotations go where kustomize puts them', async () => {
  const { at } = await overlay(`commonLabels: {app: web}
commonAnnotations: {note: x}
labels:
  - pairs: {tier: front}
  - pairs: {pod: yes}
    includeTemplates: true
`);
  expect(at('Service/web', 'metadata', 'labels')).toEqual({ tier: 'front', pod: 'yes', app: 'web' });
  expect(at('Service/web', 'spec', 'selector')).toEqual({ app: 'web' });
  expect(at('Deployment/web', 'spec', 'template', 'metadata')).toEqual({
    labels: { pod: 'yes', app: 'web' },
    annotations: { note: 'x' },
  });
});

test('images and replicas', async () => {
  const { at, problems } = await overlay(
    'images: [{name: nginx, newName: acr.example.com/nginx, newTag: "2"}, {name: other, newTag: "3"}]\nreplicas: [{name: web, count: 3}, {name: none, count: 1}]\n',
  );
  expect(JSON.stringify(at('Deployment/web', 'spec'))).toContain('"image":"acr.example.com/nginx:2"');
  expect(at('Deployment/web', 'spec', 'replicas')).toBe(3);
  expect(problems).toEqual([
    'kustomization.yaml:3 kustomize refuses replicas for none: no object of a kind with replicas has that name',
  ]);
});

test('replacements copy values, whole or in parts, and make what is missing when told to', async () => {
  const { at, place, problems } = await overlay(
    `replacements:
  - source: {kind: Ingress, fieldPath: spec.ingressClassName}
    targets:
      - select: {kind: Service}
        fieldPaths: ['metadata.annotations.[example.com/class]', spec.loadBalancerClass]
        options: {create: true}
  - source: {kind: Service, fieldPath: metadata.name}
    targets:
      - select: {kind: Deployment}
        fieldPaths: ['spec.template.spec.containers.[name=web].image']
        options: {delimiter: ':', index: 1}
  - path: more.yaml
`,
    { 'more.yaml': 'source: {kind: Service, name: none}\ntargets: [{select: {kind: Service}}]\n' },
  );
  expect(at('Service/web', 'metadata', 'annotations')).toEqual({ 'example.com/class': 'nginx' });
  expect(place('Service/web', 'metadata', 'annotations', 'example.com/class')).toBe('app.yaml:13');
  expect(at('Service/web', 'spec', 'loadBalancerClass')).toBe('nginx');
  expect(JSON.stringify(at('Deployment/web', 'spec'))).toContain('"image":"nginx:web"');
  expect(problems).toEqual([
    'kustomization.yaml:13 kustomize refuses a replacement: its source Service none is not there',
  ]);
});

test('generators take literals, lines and files, and merge', async () => {
  const { at, place } = await built({
    'base/kustomization.yaml': `configMapGenerator:
  - name: settings
    literals: [A=1, 'B="2"']
    envs: [some.env]
    files: [values.yaml, renamed=values.yaml]
generatorOptions: {labels: {made: here}}
`,
    'base/some.env': '# a comment\nC=3\n\nD\n',
    'base/values.yaml': 'service: {}\n',
    'kustomization.yaml': `resources: [base]
configMapGenerator:
  - name: settings
    behavior: merge
    literals: [A=9]
secretGenerator:
  - name: hidden
    literals: [password=x]
`,
  });
  expect(at('ConfigMap/settings', 'data')).toEqual({
    C: '3',
    D: '',
    A: '9',
    B: '2',
    'values.yaml': 'service: {}\n',
    renamed: 'service: {}\n',
  });
  expect(at('ConfigMap/settings', 'metadata', 'labels')).toEqual({ made: 'here' });
  expect(place('ConfigMap/settings', 'data', 'values.yaml')).toBe('base/values.yaml:1');
  expect(place('ConfigMap/settings', 'data', 'C')).toBe('base/some.env:2');
  expect(place('ConfigMap/settings', 'data', 'A')).toBe('kustomization.yaml:5');
  expect(at('Secret/hidden', 'data')).toEqual({ password: 'eA==' });
});

test('old fields, plugins that are built in, and variables', async () => {
  const { at, problems } = await overlay(
    `patchesStrategicMerge:
  - |-
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      type: NodePort
  - patch.yaml
patchesJson6902:
  - target: {version: v1, kind: Service, name: web}
    patch: '[{op: add, path: /spec/clusterIP, value: None}]'
transformers:
  - |-
    apiVersion: builtin
    kind: AnnotationsTransformer
    metadata: {name: notes}
    annotations: {note: $(WEB)}
    fieldSpecs: [{path: metadata/annotations, create: true}]
vars: [{name: WEB, objref: {kind: Service, name: web}}]
`,
    { 'patch.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {externalName: x}\n' },
  );
  expect(problems).toEqual([]);
  expect(at('Service/web', 'spec')).toEqual({ type: 'NodePort', externalName: 'x', clusterIP: 'None' });
  expect(at('Service/web', 'metadata', 'annotations')).toEqual({ note: '? var WEB' });
});

test('annotations become texts as kustomize writes them; words are no booleans', async () => {
  const { at } = await built({
    'kustomization.yaml': 'resources: [web.yaml]\n',
    'web.yaml':
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations: {a: true, b: True, c: yes, d: 1.0, e: }\n',
  });
  expect(at('Service/web', 'metadata', 'annotations')).toEqual({ a: 'true', b: 'True', c: 'yes', d: '1.0', e: '' });
});

test('objects for kustomize itself are not deployed', async () => {
  const local =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {config.kubernetes.io/local-config: "true"}}\n';
  expect((await built({ 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': local })).objects).toEqual({});
});

describe('what can not be read is told once, and the rest goes on', () => {
  test.each([
    ['resources: [none.yaml]', 'none.yaml does not exist, neither as a file nor as a folder with a kustomization'],
    ['resources: [../../outside]', '../../outside leads out of the repository and was not followed'],
    ['resources: ["/etc"]', '/etc leads out of the repository and was not followed'],
    ['resources: [.]', '. is a cycle: it is being built already'],
    [
      'resources: ["github.com/org/repo//base?ref=v1"]',
      'github.com/org/repo//base?ref=v1 is not in the repository and was not fetched: what it holds is not known',
    ],
    [
      'resources: ["git@example.com:org/repo"]',
      'git@example.com:org/repo is not in the repository and was not fetched: what it holds is not known',
    ],
    ['components: [none]', 'none does not exist, neither as a file nor as a folder with a kustomization'],
    ['patches: [{path: none.yaml}]', 'none.yaml does not exist'],
    ['patches: [{target: {kind: Service}}]', 'kustomize refuses a patch with neither a text nor a path'],
    ['patches: [{patch: "a: [", target: {kind: Service}}]', "the patch can't be read: YAML can't be read"],
    ['patches: [{patch: "[{op: remove, path: /spec}]"}]', 'kustomize refuses a JSON patch without a target'],
    ['patches: [{patch: "{a: b}", target: {name: "("}}]', '"(" is no regular expression'],
    ['patches: [{patch: "{a: b}", target: {labelSelector: "a b"}}]', '"a b" is no label selector'],
    ['configMapGenerator: [{name: a, files: [../../x]}]', '../../x leads out of the repository and was not followed'],
    ['configMapGenerator: [{literals: [a=b]}]', 'kustomize refuses to generate a ConfigMap without a name'],
    ['generators: ["{apiVersion: example.com/v1, kind: Gen, metadata: {name: g}}"]', 'the generator Gen g was not run'],
  ])('%s', async (fields, message) => {
    const files = { 'top/kustomization.yaml': `bases: [app.yaml]\n${fields}\n`, 'top/app.yaml': app };
    const { objects, problems } = await built(files, 'top');
    expect(problems).toEqual([expect.stringContaining(`top/kustomization.yaml:2 ${message}`)]);
    expect(Object.keys(objects)).toContain('Service/web');
  });

  test('a transformer that is a program leaves only the names of objects known', async () => {
    const { at, problems } = await overlay('transformers: [fn.yaml]\n', {
      'fn.yaml':
        'apiVersion: example.com/v1\nkind: Fn\nmetadata: {name: f, annotations: {config.kubernetes.io/function: x}}\n',
    });
    expect(problems).toEqual([expect.stringContaining('fn.yaml:1 the transformer Fn f was not run')]);
    expect(at('Service/web', 'metadata', 'name')).toBe('web');
    expect(at('Service/web', 'spec', 'type')).toBe('? what the transformer Fn f does');
  });

  test('layers that multiply end', async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 40; at++) {
      const below = at === 39 ? '[]' : `[../l${at + 1}, ../l${at + 1}/.]`;
      files[`l${at}/kustomization.yaml`] = `resources: ${below}\n`;
    }
    const { problems } = await built(files, 'l0');
    expect(problems.join('\n')).toContain('it takes too many steps to build');
  });
});
