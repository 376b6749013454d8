import { kubernetesEvaluator } from '../../../src/evaluation/kubernetes/evaluator.js';
import { locate } from '../../../src/syntax/source.js';
import { lookup } from '../../../src/syntax/value.js';
import { evaluate, resourcesOf } from './manifests.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

function service(name: string, more = ''): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${more}spec:\n  type: LoadBalancer\n`;
}

function addresses(text: string | Uint8Array, path?: string): string[] {
  return resourcesOf(text, path).map(({ type, address }) => `${type} ${address}`);
}

describe('which files are roots', () => {
  test.each<[string, string, string]>([
    ['a manifest', 'k8s/web.yaml', service('web')],
    ['another ending', 'k8s/web.yml', service('web')],
    ['JSON', 'web.json', '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}}'],
    ['flow style', 'web.yaml', '{apiVersion: v1, kind: Service, metadata: {name: web}}'],
    ['quoted keys', 'web.yaml', '"apiVersion": v1\n\'kind\': Service\n'],
    [
      'an object of any kind',
      'kustomization.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
    ],
    ['a folder that is called templates', 'templates/web.yaml', service('web')],
  ])('%s', (_, path, text) => {
    const { roots, problems } = evaluate({ [path]: text });
    expect(roots).toEqual([{ id: path, format: 'kubernetes', path, parameters: [] }]);
    expect(problems).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    [
      'a workflow',
      { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    steps: [{run: "kubectl get -o kind: apiVersion:"}]\n' },
    ],
    ['values of a chart', { 'chart/values.yaml': 'extraObjects:\n  - apiVersion: v1\n    kind: Service\n' }],
    ['a chart', { 'chart/Chart.yaml': 'apiVersion: v2\nname: x\n# kind: application\n' }],
    ['a compose file', { 'docker-compose.yml': 'services:\n  web: {image: x}\n' }],
    ['an ARM template', { 'main.json': '{"resources": [{"apiVersion": "2023-01-01", "kind": "StorageV2"}]}' }],
    ['numbers where texts should be', { 'a.yaml': 'apiVersion: 1\nkind: 2\n' }],
    ['templates of a chart', { 'c/Chart.yaml': 'name: c', 'c/templates/a/web.yaml': service('{{ .Values.name }}') }],
    [
      'templates of a subchart',
      { 'c/Chart.yaml': '', 'c/charts/d/Chart.yaml': '', 'c/charts/d/templates/x.yaml': service('x') },
    ],
    ['another kind of file', { 'README.md': service('web') }],
    ['broken YAML without objects', { 'a.yaml': 'a: [\n' }],
  ])('not %s, and no problem', (_, files) => {
    const { roots, problems } = evaluate(files);
    expect(roots).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('with changed paths only those that exist', () => {
    const { roots } = evaluate(
      { 'a.yaml': service('a'), 'b.yaml': service('b'), 'c.yaml': service('c') },
      { changed: new Set(['c.yaml', 'a.yaml', 'deleted.yaml', 'main.tf']) },
    );
    expect(roots.map(({ id }) => id)).toEqual(['a.yaml', 'c.yaml']);
  });

  test('what can not matter is not parsed', () => {
    const files = {
      'a.yaml': service('a'),
      'b.yaml': 'apiVersion: v1\nkind: ConfigMap\n',
      'c.yaml': 'kind: x\n',
      'd.yaml': 'apiVersion is a word, and of some kind\n',
    };
    expect(evaluate(files).parsed).toEqual(new Set(['a.yaml', 'b.yaml']));
    const { parsed, roots } = evaluate(files, { kinds: new Set(['Service', 'Ingress']) });
    expect(parsed).toEqual(new Set(['a.yaml']));
    expect(roots).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['a list of one kind', 'apiVersion: v1\nkind: ServiceList\nitems: [{metadata: {name: web}}]\n'],
    ['an item of a list', 'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Service}]\n'],
    ['escapes in the keys', '"api\\x56ersion": v1\n"\\u006bind": Service\n'],
    ['escapes in the kind', 'apiVersion: v1\nkind: "Serv\\x69ce"\n'],
    ['a kind with a tag', 'apiVersion: v1\nkind: !!str Service\n'],
    ['a kind by an alias', 'x: &x Service\napiVersion: v1\nkind: *x\n'],
    ['a kind on lines of its own', 'apiVersion: v1\nkind:\n  >-\n  Service\n'],
    ['keys by an alias', 'x: [&x kind]\napiVersion: v1\n*x : Service\n'],
    ['explicit keys', '? apiVersion\n: v1\n? kind\n: Service\n'],
  ])('but never one that has such an object: %s', (_, text) => {
    const { evaluations } = evaluate({ 'a.yaml': text }, { kinds: new Set(['Service']) });
    expect(evaluations[0]?.resources[0]?.type).toBe('v1/Service');
  });

  test('a file that is not there is no root and has no resources', () => {
    expect(evaluate({}).roots).toEqual([]);
    expect(kubernetesEvaluator.formats).toEqual(['kubernetes']);
  });
});

describe('objects', () => {
  test.each<[string, string, string[]]>([
    ['one without a namespace', service('web'), ['v1/Service Service/default/web']],
    ['one with a namespace', service('web', '  namespace: shop\n'), ['v1/Service Service/shop/web']],
    [
      'a group in the version',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}',
      ['networking.k8s.io/v1/Ingress Ingress/default/web'],
    ],
    [
      'several documents',
      `---\n${service('a')}---\n# nothing\n---\n${service('b')}---\n`,
      ['v1/Service Service/default/a', 'v1/Service Service/default/b'],
    ],
    [
      'the same address twice',
      `${service('a')}---\n${service('a')}---\n${service('a')}`,
      ['v1/Service Service/default/a', 'v1/Service Service/default/a#2', 'v1/Service Service/default/a#3'],
    ],
    [
      'a list',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a}\n- {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}\n- null\n',
      ['v1/Service Service/default/a', 'apps/v1/Deployment Deployment/default/b'],
    ],
    [
      'a list in a list',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items: [{apiVersion: v1, kind: Service, metadata: {name: a}}]\n',
      ['v1/Service Service/default/a'],
    ],
    [
      'a list of one kind, whose items need not name it',
      'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: a}\n- {apiVersion: v1, kind: Service, metadata: {name: b}}\n',
      ['v1/Service Service/default/a', 'v1/Service Service/default/b'],
    ],
    ['an empty list', 'apiVersion: v1\nkind: List\nitems: []\n', []],
    [
      'a kind that ends with List',
      'apiVersion: x/v1\nkind: AllowList\nmetadata: {name: a}\n',
      ['x/v1/AllowList AllowList/default/a'],
    ],
    [
      'a generated name',
      'apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: a-}',
      ['batch/v1/Job Job/default/a-'],
    ],
    ['no name', 'apiVersion: v1\nkind: Service', ['v1/Service Service/default/']],
    [
      'a name that reads as a number',
      'apiVersion: v1\nkind: Service\nmetadata: {name: 007}',
      ['v1/Service Service/default/7'],
    ],
    [
      'merged metadata',
      'x: &x {name: web, namespace: shop}\napiVersion: v1\nkind: Service\nmetadata:\n  <<: *x\n',
      ['v1/Service Service/shop/web'],
    ],
    ['Windows line ends', service('web').replaceAll('\n', '\r\n'), ['v1/Service Service/default/web']],
    [
      'hostile names',
      service('"::error file=a::x\\n<img src=x>|`@all`\\u202e"'),
      ['v1/Service Service/default/::error file=a::x\n<img src=x>|`@all`\u202e'],
    ],
  ])('%s', (_, text, expected) => expect(addresses(text)).toEqual(expected));

  test('UTF-16 as PowerShell writes it', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(service('web').replaceAll('\n', '\r\n'), 'utf16le'),
    ]);
    expect(addresses(bytes)).toEqual(['v1/Service Service/default/web']);
  });

  test('JSON, and a list in it', () => {
    const text =
      '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}}]}';
    expect(addresses(text, 'a.json')).toEqual(['v1/Service Service/default/a']);
  });
});

describe('the annotation that Azure compares byte for byte', () => {
  test.each<[string, unknown]>([
    ['"true"', 'true'],
    ["'true'", 'true'],
    ['true', true],
    ['True', true],
    ['yes', true],
    ['on', true],
    ['"True"', 'True'],
    ['" true"', ' true'],
    ['\'"true"\'', '"true"'],
    ['|-\n      true', 'true'],
    ['|\n      true', 'true\n'],
    ['!!str true', 'true'],
    ['', undefined],
  ])('%s', (written, value) => {
    const [resource] = resourcesOf(service('web', `  annotations:\n    ${internal}: ${written}\n`));
    const annotation = lookup(resource?.body, ['metadata', 'annotations', internal]);
    expect(annotation?.kind === 'scalar' ? annotation.value : annotation).toBe(value);
    if (annotation?.kind === 'scalar' && !written.startsWith('!') && !written.startsWith('|'))
      expect(annotation.raw).toBe(written);
  });
});

describe('places', () => {
  const text = `# shop\n---\n${service('web', '  labels: {a: b}\n')}---\napiVersion: v1\nkind: Service\nmetadata:\n  generateName: x-\n---\napiVersion: v1\nkind: Service\n`;
  const lines = resourcesOf(text).map(({ span, heading }) =>
    [locate(span), locate(heading)].map(({ startLine, endLine }) => `${startLine}-${endLine}`),
  );

  test('an object is its document, and is headed by its name, else by its kind', () => {
    expect(lines).toEqual([
      ['3-9', '6-6'],
      ['11-14', '14-14'],
      ['16-17', '17-17'],
    ]);
  });

  test('a heading is the key and the value', () => {
    const [resource] = resourcesOf(text);
    expect(locate(resource!.heading)).toMatchObject({ startLine: 6, startColumn: 3, endColumn: 11 });
  });

  test('an item of a list is its own', () => {
    const [resource] = resourcesOf(
      'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata:\n    name: a\n- metadata:\n    name: b\n',
    ).slice(1);
    expect(locate(resource!.span)).toMatchObject({ startLine: 6, endLine: 7 });
  });
});

describe('problems', () => {
  test('a repeated key, where it is given again', () => {
    const text = service('web', `  annotations:\n    ${internal}: "true"\n  annotations:\n    a: b\n`);
    const { problems, evaluations } = evaluate({ 'a.yaml': text });
    expect(problems).toEqual([
      {
        path: 'a.yaml',
        line: 7,
        message: 'key "annotations" is given twice; Kubernetes keeps the last, not the one in line 5',
      },
    ]);
    expect(lookup(evaluations[0]?.resources[0]?.body, ['metadata', 'annotations', internal])).toBeUndefined();
  });

  test('a key that is given three times, in JSON as well', () => {
    const text = '{"apiVersion": "v1", "kind": "Service",\n"spec": 1,\n"spec": 2,\n"spec": {}}';
    expect(evaluate({ 'a.json': text }).problems.map(({ line, message }) => [line, message])).toEqual([
      [3, 'key "spec" is given twice; Kubernetes keeps the last, not the one in line 2'],
      [4, 'key "spec" is given twice; Kubernetes keeps the last, not the one in line 3'],
    ]);
  });

  test('a key above a merge that takes its place', () => {
    const text = `x: &x {type: LoadBalancer}\napiVersion: v1\nkind: Service\nspec:\n  type: ClusterIP\n  <<: *x\n`;
    expect(evaluate({ 'a.yaml': text }).problems).toEqual([
      {
        path: 'a.yaml',
        line: 5,
        message: 'key "type" is given here and by the merge below; Kubernetes keeps the merged value',
      },
    ]);
  });

  test('repeated keys beside the objects are said once, and not for aliases again', () => {
    const text = `${service('web')}a: &a {b: 1, b: 2}\nc: *a\n---\nd: 1\nd: 2\n`;
    expect(evaluate({ 'a.yaml': text }).problems.map(({ line }) => line)).toEqual([7]);
  });

  test.each<[string, string | Uint8Array, number | undefined, RegExp]>([
    ['broken YAML', 'apiVersion: v1\nkind: Service\nspec:\n\ttype: x\n', 4, /tab characters/],
    ['a template outside of a chart', service('{{ name }}'), 4, /braces of a template/],
    ['10,000 brackets', `${service('web')}x: ${'['.repeat(10_000)}`, 7, /nested deeper/],
    ['a binary file', Buffer.concat([Buffer.from(service('web')), Buffer.from([0, 1])]), undefined, /binary file/],
    ['a file of 20 MB', Buffer.alloc(20 * 1024 * 1024, '# apiVersion kind\n'), undefined, /20\.0 MiB/],
  ])('%s: one, and no root', (_, content, line, message) => {
    const { roots, problems } = evaluate({ 'a.yaml': content });
    expect(roots).toEqual([]);
    expect(problems).toEqual([
      { path: 'a.yaml', ...(line === undefined ? {} : { line }), message: expect.stringMatching(message) as string },
    ]);
  });

  test('a broken document loses that document only', () => {
    const { evaluations, problems } = evaluate({ 'a.yaml': `${service('a')}---\nkind: {{ x }}\n---\n${service('c')}` });
    expect(evaluations[0]?.resources.map(({ address }) => address)).toEqual(['Service/default/a', 'Service/default/c']);
    expect(problems.map(({ line }) => line)).toEqual([8]);
  });
});

test('a resource can be edited', () => {
  const [resource] = resourcesOf(service('web'));
  expect(resource?.writer.set(resource.body, ['metadata', 'annotations', internal], 'true')).toEqual({
    path: 'a.yaml',
    startLine: 4,
    endLine: 4,
    text: `  annotations:\n    ${internal}: "true"\n  name: web`,
  });
});
