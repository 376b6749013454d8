import { reviewFiles } from '../../support/review.js';
import { chart, ingressOf } from '../gitops/audit.js';

const at = 'helmfile.yaml#Release/shop/web/Service/shop/web';

async function levelsOf(text: string): Promise<readonly string[]> {
  const found = await ingressOf({
    ...chart('charts/web'),
    'prod.yaml': 'service:\n  type: LoadBalancer\n',
    'base.yaml': 'repositories:\n  - {name: nginx, url: https://kubernetes.github.io/ingress-nginx}\n',
    'helmfile.yaml': text,
  });
  return found.filter((each) => each.startsWith('helmfile.yaml'));
}

function release(more: string): string {
  return `releases:\n  - name: web\n    namespace: shop\n    chart: ./charts/web\n${more}`;
}

test.each<[string, string, string]>([
  ['a values file', '    values: [prod.yaml]\n', 'open'],
  ['values in place', '    values:\n      - service: {type: LoadBalancer}\n', 'open'],
  ['settings over values', '    values: [prod.yaml]\n    set: [{name: service.type, value: NodePort}]\n', 'private'],
  ['an expression', '    values:\n      - service:\n          type: {{ .Values.type }}\n', 'unknown'],
  ['an expression elsewhere', '    version: {{ .Values.version }}\n    values: [prod.yaml]\n', 'open'],
  ['secrets over values', '    values: [prod.yaml]\n    secrets: [secret.yaml]\n', 'unknown'],
])('%s', async (_, more, level) => {
  expect(await levelsOf(release(more))).toEqual([`${at}: ${level}`]);
});

test('nothing that is not installed', async () => {
  expect(await levelsOf(release('    installed: false\n'))).toEqual([]);
});

test('what templates and bases say', async () => {
  const text =
    'bases: [base.yaml]\ntemplates:\n  all: {namespace: shop, version: 4.11.3}\nreleases:\n  - name: web\n    inherit: [{template: all}]\n    chart: nginx/ingress-nginx\n';
  expect(await levelsOf(text)).toContain(
    'helmfile.yaml#Release/shop/web/Service/shop/web-ingress-nginx-controller: open',
  );
});

describe('an anchor of another file', () => {
  const brought = '{{ readFile "templates.yaml" }}\nreleases:\n';
  const web = '  - name: web\n    namespace: shop\n';

  test.each<[string, string, string]>([
    ['may hold the values', `${web}    chart: ./charts/web\n    <<: *default\n`, `${at}: unknown`],
    [
      'holds none that are written here',
      `${web}    chart: ./charts/web\n    values: [prod.yaml]\n    <<: *default\n`,
      `${at}: open`,
    ],
    ['may hold the chart', `${web}    <<: *default\n`, 'helmfile.yaml#Release/shop/web: unknown'],
    ['may be a value', `${web}    chart: ./charts/web\n    values: *common\n`, `${at}: unknown`],
  ])('%s', async (_, text, level) => {
    expect(await levelsOf(brought + text)).toEqual([level]);
  });

  test('is told where no template can bring it', async () => {
    const report = await reviewFiles(null, { 'helmfile.yaml': `releases:\n${web}    <<: *default\n` });
    expect(report.problems).toMatchObject([{ line: 4, message: 'YAML can\'t be read: unknown anchor "default"' }]);
  });
});

test('one with objects in its values is no manifest', async () => {
  const report = await reviewFiles(null, {
    'helmfile.yaml': 'helmfiles: [releases/*.yaml]\n',
    'releases/raw.yaml':
      'releases:\n  - name: raw\n    chart: incubator/raw\n    values:\n{{ if .Values.on }}\n      - resources:\n          - apiVersion: v1\n            kind: Service\n            metadata: {name: a}\n{{ end }}\n',
  });
  expect(report.problems).toEqual([]);
});

describe('environments', () => {
  const environments =
    'environments:\n  dev:\n    values: [env/dev.yaml]\n  prod:\n    values:\n      - env/{{ .Environment.Name }}.yaml\n---\n';
  const levels = async (text: string): Promise<readonly string[]> => {
    const found = await ingressOf({
      ...chart('charts/web'),
      'env/dev.yaml': 'web: {type: ClusterIP, installed: true}\n',
      'env/prod.yaml': 'web: {type: LoadBalancer, installed: false}\n',
      'web-dev.yaml': 'service: {type: NodePort}\n',
      'web-prod.yaml': 'service: {type: LoadBalancer}\n',
      'helmfile.yaml': environments + text,
    });
    return found.filter((each) => each.startsWith('helmfile'));
  };
  const address = 'Release/shop/web/Service/shop/web';

  test.each<[string, string, readonly string[]]>([
    [
      'values of the environment',
      '    values:\n      - service: {type: "{{ .Values.web.type }}"}\n',
      [`helmfile.yaml[dev]#${address}: isolated`, `helmfile.yaml[prod]#${address}: open`],
    ],
    [
      'a file named after it',
      '    values: ["web-{{ .Environment.Name }}.yaml"]\n',
      [`helmfile.yaml[dev]#${address}: private`, `helmfile.yaml[prod]#${address}: open`],
    ],
    [
      'a branch for one',
      '    values:\n      - web-dev.yaml\n{{ if eq .Environment.Name "prod" }}\n      - web-prod.yaml\n{{ else }}\n      - service: {type: ClusterIP}\n{{ end }}\n',
      [`helmfile.yaml[dev]#${address}: isolated`, `helmfile.yaml[prod]#${address}: open`],
    ],
    ['a condition', '    condition: web.installed\n', [`helmfile.yaml[dev]#${address}: isolated`]],
    [
      'a default',
      '    values:\n      - service: {type: {{ .Values.other | default "LoadBalancer" }}}\n',
      [`helmfile.yaml[dev]#${address}: open`, `helmfile.yaml[prod]#${address}: open`],
    ],
    [
      'nothing',
      '    values: [web-prod.yaml]\n',
      [`helmfile.yaml[dev]#${address}: open`, `helmfile.yaml[prod]#${address}: open`],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await levels(release(more))).toEqual(expected);
  });
});

test('a helmfile that another one includes', async () => {
  const found = await ingressOf({
    ...chart('apps/charts/web'),
    'helmfile.yaml': 'helmfiles:\n  - path: apps/*.yaml\n',
    'apps/web.yaml':
      'releases:\n  - name: web\n    namespace: shop\n    chart: ./charts/web\n    set: [{name: service.type, value: LoadBalancer}]\n',
  });
  expect(found).toContain('apps/web.yaml#Release/shop/web/Service/shop/web: open');
});
