import { reviewFiles } from '../../support/review.js';
import { chartYaml, internal, problemsIn, serviceTemplate, shop, values, ways, waysIn } from './charts.js';

describe('a chart of the repository', () => {
  test.each([
    ['LoadBalancer', undefined, 'open'],
    ['LoadBalancer', internal, 'private'],
    ['ClusterIP', undefined, 'isolated'],
    ['NodePort', undefined, 'private'],
  ])('with a Service of type %s and annotations %j is judged by its values', async (type, annotations, level) => {
    expect(await waysIn(shop(type, annotations))).toEqual([
      `shop/values.yaml#Service/default/shop at shop/values.yaml:3 is ${level}`,
    ]);
  });

  test('is a root with each of its values files', async () => {
    const files = {
      ...shop('ClusterIP'),
      'shop/values-prod.yaml': 'service:\n  type: LoadBalancer\n',
      'shop/environments/dev.yaml': `service:\n  type: LoadBalancer\n  annotations:${internal}\n`,
      'shop/ci/test-values.yaml': 'service:\n  type: LoadBalancer\n',
    };
    expect((await waysIn(files)).toSorted()).toEqual([
      'shop/environments/dev.yaml#Service/default/shop at shop/environments/dev.yaml:2 is private',
      'shop/values-prod.yaml#Service/default/shop at shop/values-prod.yaml:2 is open',
      'shop/values.yaml#Service/default/shop at shop/values.yaml:3 is isolated',
    ]);
  });

  test('takes no file of another chart for values', async () => {
    const files = {
      ...shop('ClusterIP'),
      'shop/envs/prod/Chart.yaml': 'name: prod\nversion: 1.0.0\n',
      'shop/envs/prod/values.yaml': 'service:\n  type: LoadBalancer\n',
      'shop/envs/prod/templates/service.yaml': '{{ if .Values.on }}\nkind: Service\n{{ end }}\n',
    };
    expect(await problemsIn(files)).toEqual([]);
    expect(await waysIn(files)).toEqual(['shop/values.yaml#Service/default/shop at shop/values.yaml:3 is isolated']);
  });

  test('names the values line and the template line as evidence', async () => {
    const { subjects } = await reviewFiles(null, shop('LoadBalancer'));
    expect(subjects[0]?.ingress?.evidence).toEqual([
      { path: 'shop/values.yaml', line: 3 },
      { path: 'shop/templates/service.yaml', line: 10 },
    ]);
  });

  test('gets its findings and fixes on the values', async () => {
    const { findings } = await reviewFiles(shop('ClusterIP'), shop('LoadBalancer'));
    expect(findings.map(({ path, startLine, status }) => [path, startLine, status])).toContainEqual([
      'shop/values.yaml',
      3,
      'introduced',
    ]);
    const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
    expect(edits.map(({ path }) => path)).toContain('shop/values.yaml');
    expect(edits.map(({ path }) => path)).not.toContain('shop/templates/service.yaml');
  });

  test('is no set of plain manifests', async () => {
    const plain = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: fixed\nspec:\n  type: LoadBalancer\n';
    const found = await waysIn({ 'shop/Chart.yaml': chartYaml, 'shop/templates/service.yaml': plain });
    expect(found).toEqual(['shop/Chart.yaml#Service/default/fixed at shop/templates/service.yaml:4 is open']);
  });

  test('leaves out what .helmignore names, and what only tests deploy', async () => {
    const test = serviceTemplate
      .replace('{{ .Chart.Name }}', 'tested')
      .replace('annotations:', 'annotations:\n    helm.sh/hook: test');
    const files = {
      ...shop('LoadBalancer', internal),
      'shop/.helmignore': '# drafts\n*.bak.yaml\n/templates/old/\n',
      'shop/templates/service.bak.yaml': serviceTemplate.replace('{{ .Chart.Name }}', 'backup'),
      'shop/templates/old/service.yaml': serviceTemplate.replace('{{ .Chart.Name }}', 'old'),
      'shop/templates/tests/connection.yaml': test,
    };
    expect(await waysIn(files)).toEqual(['shop/values.yaml#Service/default/shop at shop/values.yaml:3 is private']);
  });

  test('of another kind is told apart from values', async () => {
    const files = {
      ...shop('ClusterIP'),
      'values/other.yaml': 'unrelated: true\n',
      'shop/values/manifest.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n',
    };
    expect((await waysIn(files)).map((way) => way.split('#')[0])).toEqual(['shop/values.yaml']);
  });

  test('takes the values files that a command layers in their order', async () => {
    const files = {
      ...shop('ClusterIP'),
      'shop/values-common.yaml': 'service:\n  type: LoadBalancer\n',
      'config/eu.yaml': `service:\n  annotations:${internal}\n`,
      'deploy.sh': 'helm upgrade --install shop \\\n  ./shop -n shop -f shop/values-common.yaml -f config/eu.yaml\n',
    };
    expect((await waysIn(files)).toSorted()).toEqual([
      'config/eu.yaml#Service/default/shop at shop/values-common.yaml:2 is private',
      'shop/values.yaml#Service/default/shop at shop/values.yaml:3 is isolated',
    ]);
  });

  test.each([
    ['a list', '- a\n', 'shop/values-x.yaml'],
    ['a text', 'just words\n', 'shop/values.yaml'],
  ])('with %s for values says so', async (_, text, path) => {
    const files = {
      ...shop('ClusterIP'),
      'deploy.sh': 'helm upgrade shop ./shop -f shop/values-x.yaml\n',
      [path]: text,
    };
    expect(await problemsIn(files)).toContainEqual(`${path}:1 holds no values: Helm wants a mapping here`);
  });

  test('with encrypted values is unknown where they could matter', async () => {
    const files = {
      ...shop('ClusterIP'),
      'shop/values-prod.yaml': 'service:\n  type: ENC[AES256_GCM,data:abc]\nsops:\n  version: 3.8.1\n',
    };
    expect(await waysIn(files)).toContainEqual(expect.stringMatching(/^shop\/values-prod\.yaml#.* is unknown$/));
  });
});

describe('in a pull request', () => {
  const other = Object.fromEntries(
    Object.entries(shop('LoadBalancer')).map(([path, text]) => [path.replace('shop/', 'other/'), text]),
  );

  test('only charts with a changed file are reviewed', async () => {
    const report = await reviewFiles({ ...shop('ClusterIP'), ...other }, { ...shop('LoadBalancer'), ...other });
    expect(ways(report)).toEqual(['shop/values.yaml#Service/default/shop at shop/values.yaml:3 is open']);
    expect(report.verdict).toBe('fail');
  });

  test('a values file alone brings its own root', async () => {
    const base = { ...shop('ClusterIP'), 'shop/values-prod.yaml': 'image: a\n', 'shop/values-dev.yaml': 'image: a\n' };
    const report = await reviewFiles(base, { ...base, 'shop/values-prod.yaml': 'service:\n  type: LoadBalancer\n' });
    expect(ways(report)).toEqual(['shop/values-prod.yaml#Service/default/shop at shop/values-prod.yaml:2 is open']);
  });

  test('a removed template is a change of its chart', async () => {
    const head = { 'shop/Chart.yaml': chartYaml, 'shop/values.yaml': values('LoadBalancer') };
    expect(ways(await reviewFiles(shop('LoadBalancer'), head))).toEqual([]);
  });

  test('a template that fixes its type is told in the template', async () => {
    const head = {
      ...shop('ClusterIP'),
      'shop/templates/service.yaml': serviceTemplate.replace('{{ .Values.service.type }}', 'LoadBalancer'),
    };
    const { findings } = await reviewFiles(shop('ClusterIP'), head);
    expect(findings.map(({ path, startLine }) => `${path}:${String(startLine)}`)).toContain(
      'shop/templates/service.yaml:10',
    );
  });
});
