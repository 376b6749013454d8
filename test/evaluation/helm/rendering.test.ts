import { reviewFiles } from '../../support/review.js';
import { testWith, tools } from '../../support/tools.js';
import {
  chartYaml,
  internal,
  pretending,
  printed,
  problemsIn,
  serviceTemplate,
  shop,
  values,
  ways,
  waysIn,
} from './charts.js';

const service = (type: string, name = 'shop'): string =>
  `---\n# Source: shop/templates/service.yaml\napiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  type: ${type}\n  ports:\n    - port: 80\n`;

describe('what helm prints', () => {
  test('decides over the static reading, which says where it comes from', async () => {
    const { subjects } = await reviewFiles(
      null,
      shop('ClusterIP'),
      {},
      pretending(() => printed(service('LoadBalancer'))),
    );
    expect(subjects[0]).toMatchObject({ path: 'shop/values.yaml', line: 3, ingress: { level: 'open' } });
  });

  test('adds objects that the static reading has not, at the template', async () => {
    const helm = pretending(() => printed(service('ClusterIP') + service('LoadBalancer', 'other')));
    expect((await waysIn(shop('ClusterIP'), helm)).toSorted()).toEqual([
      'shop/values.yaml#Service/default/other at shop/templates/service.yaml:2 is open',
      'shop/values.yaml#Service/default/shop at shop/values.yaml:3 is isolated',
    ]);
  });

  test('takes away objects that are not there', async () => {
    expect(
      await waysIn(
        shop('LoadBalancer'),
        pretending(() => printed('\n')),
      ),
    ).toEqual([]);
  });

  test('leaves open what helm makes up without a cluster', async () => {
    const files = {
      ...shop('LoadBalancer'),
      'shop/templates/service.yaml': `{{- if .Capabilities.APIVersions.Has "example.com/v1" }}\n${serviceTemplate}{{- end }}\n`,
    };
    const [way, another] = await waysIn(
      files,
      pretending(() => printed('\n')),
    );
    expect(way).toContain('shop/values.yaml#Service/default/shop');
    expect(another).toBeUndefined();
  });

  test('is quoted where it fails, and the chart is read without it', async () => {
    const helm = pretending(() => ({
      kind: 'failed',
      message:
        'template: shop/templates/service.yaml:4:12: executing "shop/templates/service.yaml" at <.Values.a.b>: nil pointer evaluating interface {}.b',
      by: 'helm template',
    }));
    expect(await problemsIn(shop('LoadBalancer'), helm)).toEqual([
      'shop/templates/service.yaml:4 helm template could not render the chart shop: at <.Values.a.b>: nil pointer evaluating interface {}.b; it is read without',
    ]);
    expect(await waysIn(shop('LoadBalancer'), helm)).toEqual([
      'shop/values.yaml#Service/default/shop at shop/values.yaml:3 is open',
    ]);
  });
});

describe('what helm is asked', () => {
  test('is once a distinct input, with all that the chart needs and nothing else', async () => {
    const helm = pretending(() => printed(service('ClusterIP')));
    const files = {
      ...shop('ClusterIP'),
      'shop/values-prod.yaml': 'a: 1\n',
      'shop/crds/x.yaml': '{}',
      'elsewhere.txt': '',
    };
    await reviewFiles(null, files, {}, helm);
    expect(helm.asked.map((request) => request.arguments)).toEqual([
      ['--namespace', 'default', '--skip-tests', '--', 'shop', './chart'],
      ['--namespace', 'default', '--skip-tests', '--values', 'values/0/values-prod.yaml', '--', 'shop', './chart'],
    ]);
    expect([...(helm.asked[1]?.inputs.keys() ?? [])].toSorted()).toEqual([
      'chart/Chart.yaml',
      'chart/templates/service.yaml',
      'chart/values.yaml',
      'values/0/values-prod.yaml',
    ]);
  });

  test('leaves out dependencies that are not there, versions of Kubernetes, and schemas that lead elsewhere', async () => {
    const helm = pretending(() => printed(service('ClusterIP')));
    const files = {
      ...shop('ClusterIP'),
      'shop/Chart.yaml': `${chartYaml}kubeVersion: "<1.2"\ndependencies:\n  - name: gone\n    version: 1.0.0\n    repository: https://example.com\n`,
      'shop/values.schema.json': '{ "$ref": "https://example.com/schema.json" }',
      'shop/templates/files.yaml': '# {{ .Files.Get "a.txt" }}\n',
      'shop/a.txt': 'text\n',
    };
    await reviewFiles(null, files, {}, helm);
    const inputs = helm.asked[0]?.inputs ?? new Map<string, string>();
    expect(JSON.parse(inputs.get('chart/Chart.yaml') ?? '')).toEqual({
      apiVersion: 'v2',
      name: 'shop',
      version: '1.0.0',
    });
    expect([...inputs.keys()]).toContain('chart/a.txt');
    expect([...inputs.keys()]).not.toContain('chart/values.schema.json');
  });

  test('is nothing while values are not known', async () => {
    const helm = pretending(() => printed(service('ClusterIP')));
    await reviewFiles(null, { ...shop('ClusterIP'), 'shop/values-x.yaml': 'a: ENC[x]\nsops: {}\n' }, {}, helm);
    expect(helm.asked).toHaveLength(1);
  });
});

describe('the real helm', () => {
  const real = testWith('helm');

  real('says the same as the static reading of a usual chart', async () => {
    const files = { ...shop('LoadBalancer', internal), 'shop/values-prod.yaml': 'service: { annotations: null }\n' };
    const [rendered, read] = [await reviewFiles(null, files, {}, tools), await reviewFiles(null, files)];
    expect(ways(rendered)).toEqual(ways(read));
    expect(rendered.subjects.map(({ ingress }) => ingress?.level).toSorted()).toEqual(['open', 'private']);
    expect(rendered.problems).toEqual([]);
  });

  real('renders parts under their names, with their values', async () => {
    const files = {
      'app/Chart.yaml':
        'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - { name: shop, version: ">=1", repository: "file://../shop", alias: front }\n  - { name: shop, version: ">=1", repository: "file://../shop", alias: back, condition: back.enabled }\n  - { name: gone, version: "1", repository: "https://example.com" }\n',
      'app/values.yaml': 'front: { service: { type: LoadBalancer } }\nback: { enabled: false }\n',
      ...shop('ClusterIP'),
    };
    expect(await waysIn(files, tools)).toEqual(['app/values.yaml#Service/default/front at app/values.yaml:1 is open']);
    expect(await problemsIn(files, tools)).toEqual([
      expect.stringContaining('the chart gone 1 of https://example.com'),
    ]);
  });

  real('is quoted when a template fails', async () => {
    const files = { ...shop('LoadBalancer'), 'shop/templates/bad.yaml': 'a: {{ required "say who" .Values.who }}\n' };
    expect(await problemsIn(files, tools)).toEqual([
      expect.stringMatching(
        /^shop\/templates\/bad\.yaml:1 helm template could not render the chart shop: .*say who; it is read without$/,
      ),
    ]);
    expect(await waysIn(files, tools)).toEqual(['shop/values.yaml#Service/default/shop at shop/values.yaml:3 is open']);
  });

  real('finds no network, no cluster and no file outside', async () => {
    const template = `{{- $s := lookup "v1" "Service" "default" "kubernetes" }}
apiVersion: v1
kind: Service
metadata:
  name: found
spec:
  type: {{ if or $s (.Files.Get "../../etc/passwd") (getHostByName "localhost") }}LoadBalancer{{ else }}ClusterIP{{ end }}
`;
    const files = { 'shop/Chart.yaml': chartYaml, 'shop/values.yaml': values('x'), 'shop/templates/a.yaml': template };
    const [way] = await waysIn(files, tools);
    expect(way).not.toContain('is open');
  });
});
