import type { Files } from '../../support/review.js';
import { problemsIn, serviceTemplate, values, waysIn } from './charts.js';

/** A chart that depends on another, which lies where `folder` says. */
function umbrella(dependency: string, own: string, folder = 'web', child = values('LoadBalancer')): Files {
  return {
    'app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: web\n    version: 1.0.0\n${dependency}`,
    'app/values.yaml': own,
    [`${folder}/Chart.yaml`]: 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    [`${folder}/values.yaml`]: child,
    [`${folder}/templates/service.yaml`]: serviceTemplate,
  };
}

const local = '    repository: file://../web\n';

describe('a chart with parts', () => {
  test.each([
    ['beside it', umbrella(local, '{}\n')],
    ['in charts/', umbrella('', '{}\n', 'app/charts/web')],
    [
      'that nobody declares',
      { ...umbrella('', '{}\n', 'app/charts/web'), 'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n' },
    ],
  ])('deploys a part %s with its defaults, and that is no root of its own', async (_, files) => {
    expect(await waysIn(files)).toEqual([
      expect.stringMatching(/^app\/values\.yaml#Service\/default\/web at .*web\/values\.yaml:3 is open$/),
    ]);
  });

  test('gives values to the part', async () => {
    const files = umbrella(local, 'web:\n  service:\n    type: ClusterIP\n');
    expect(await waysIn(files)).toEqual(['app/values.yaml#Service/default/web at app/values.yaml:3 is isolated']);
  });

  test('deletes a default of the part by null', async () => {
    const files = umbrella(
      local,
      'web:\n  service:\n    annotations: null\n',
      'web',
      values('LoadBalancer', ' {a: b}'),
    );
    expect(await waysIn(files)).toEqual(['app/values.yaml#Service/default/web at web/values.yaml:3 is open']);
  });

  test('uses a part under another name', async () => {
    const files = umbrella(`${local}    alias: front\n`, 'front:\n  service:\n    type: ClusterIP\n');
    expect(await waysIn(files)).toEqual(['app/values.yaml#Service/default/front at app/values.yaml:3 is isolated']);
  });

  test.each([
    ['a condition', '    condition: web.enabled\n', 'web:\n  enabled: false\n', 0],
    ['a condition that holds', '    condition: web.enabled\n', 'web:\n  enabled: true\n', 1],
    ['the first condition that is there', '    condition: no.where,web.enabled\n', 'web:\n  enabled: false\n', 0],
    ['a tag', '    tags: [front]\n', 'tags:\n  front: false\n', 0],
    [
      'a condition over a tag',
      '    tags: [front]\n    condition: web.enabled\n',
      'tags: {front: false}\nweb: {enabled: true}\n',
      1,
    ],
    ['nothing', '', '{}\n', 1],
  ])('is asked by %s whether a part is on', async (_, dependency, own, count) => {
    expect(await waysIn(umbrella(local + dependency, own))).toHaveLength(count);
  });

  test('shares globals, over what the part has of them', async () => {
    const files = {
      ...umbrella(local, 'global:\n  type: ClusterIP\n', 'web', 'global:\n  type: LoadBalancer\n'),
      'web/templates/service.yaml': serviceTemplate
        .replace('.Values.service.type', '.Values.global.type')
        .replace('.Values.service.annotations', '.Values.annotations'),
    };
    expect(await waysIn(files)).toEqual(['app/values.yaml#Service/default/web at app/values.yaml:2 is isolated']);
  });

  test('imports values of a part', async () => {
    const files = {
      ...umbrella(`${local}    import-values:\n      - child: service\n        parent: service\n`, '{}\n'),
      'app/templates/service.yaml': serviceTemplate,
    };
    expect((await waysIn(files)).toSorted()).toEqual([
      'app/values.yaml#Service/default/app at web/values.yaml:3 is open',
      'app/values.yaml#Service/default/web at web/values.yaml:3 is open',
    ]);
  });

  test('takes definitions of a library, which deploys nothing', async () => {
    const files = {
      ...umbrella(local, 'service:\n  type: LoadBalancer\n'),
      'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\ntype: library\n',
      'web/templates/_service.tpl': `{{- define "web.service" -}}\n${serviceTemplate}{{- end }}\n`,
      'app/templates/service.yaml': '{{ include "web.service" . }}\n',
    };
    expect(await waysIn(files)).toEqual(['app/values.yaml#Service/default/app at app/values.yaml:2 is open']);
  });

  test('reads requirements.yaml of charts of the first version', async () => {
    const files = {
      ...umbrella('', '{}\n'),
      'app/Chart.yaml': 'apiVersion: v1\nname: app\nversion: 1.0.0\n',
      'app/requirements.yaml': `dependencies:\n  - name: web\n    version: 1.0.0\n${local}`,
    };
    expect(await waysIn(files)).toEqual(['app/values.yaml#Service/default/web at web/values.yaml:3 is open']);
  });
});

describe('a part that is not in the repository', () => {
  const published = (own: string, version = '4.11.2', further: Files = {}): Files => ({
    'app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: ingress-nginx\n    version: ${version}\n    repository: https://kubernetes.github.io/ingress-nginx\n`,
    'app/values.yaml': own,
    ...further,
  });

  test('is judged by what is known of the published chart', async () => {
    const annotated = `ingress-nginx:\n  controller:\n    service:\n      annotations:${internalBelow}\n`;
    expect(await waysIn(published('{}\n'))).toContainEqual(
      expect.stringMatching(/#ingress-nginx\/Service\/.* is open$/),
    );
    expect(await waysIn(published(annotated))).toContainEqual(
      expect.stringMatching(/#ingress-nginx\/Service\/.* is private$/),
    );
    expect(await problemsIn(published('{}\n'))).toEqual([]);
  });

  test('is off where a condition says so', async () => {
    const files = published('nginx:\n  enabled: false\n');
    const text = `${String(files['app/Chart.yaml'])}    condition: nginx.enabled\n`;
    expect(await waysIn({ ...files, 'app/Chart.yaml': text })).toEqual([]);
  });

  test('is told when nobody knows it, and the rest is judged', async () => {
    const files = {
      ...umbrella('    repository: https://example.com/charts\n', '{}\n'),
      'app/templates/service.yaml': serviceTemplate
        .replace('.Values.service.type', '"LoadBalancer"')
        .replace('.Values.service.annotations', '.Values.annotations'),
    };
    expect(await problemsIn(files)).toContain(
      'app/Chart.yaml:5 the chart web 1.0.0 of https://example.com/charts is not in the repository, so what it deploys is not known',
    );
    expect(await waysIn(files)).toContainEqual(
      expect.stringMatching(/^app\/values\.yaml#Service\/default\/app .* is open$/),
    );
  });

  test('leaves what the templates read of its defaults open', async () => {
    const type = '{{ .Values.web.service.type }}';
    const files = (own: string): Files => ({
      ...umbrella('    repository: https://example.com/charts\n', own),
      'app/templates/service.yaml': serviceTemplate
        .replace('{{ .Values.service.type }}', type)
        .replace('.Values.service.annotations', '.Values.annotations'),
    });
    expect(await waysIn(files('{}\n'))).toContainEqual(expect.stringMatching(/#Service\/default\/app .* is unknown$/));
    expect(await waysIn(files('web:\n  service:\n    type: LoadBalancer\n'))).toContainEqual(
      expect.stringMatching(/#Service\/default\/app .* is open$/),
    );
    expect(await problemsIn(files('{}\n'))).toHaveLength(1);
  });

  test('is told when it is packed', async () => {
    const files = { ...umbrella('', '{}\n', 'elsewhere'), 'app/charts/web-1.0.0.tgz': Buffer.from([31, 139, 8, 0]) };
    expect(await problemsIn(files)).toContain(
      'app/Chart.yaml:5 the chart web 1.0.0 is packed (app/charts/web-1.0.0.tgz), so what it deploys is not known',
    );
  });

  test('that is the chart itself is told, and ends', async () => {
    const files = {
      ...umbrella(local, '{}\n'),
      'web/Chart.yaml':
        'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - name: app\n    version: 1.0.0\n    repository: file://../app\n',
    };
    expect(await problemsIn({ ...files, 'app/values-prod.yaml': '{}\n' })).toContainEqual(
      expect.stringMatching(/web\/Chart\.yaml:5 the chart app is a part of itself/),
    );
  });

  test('that lies outside of the repository is not followed', async () => {
    expect(await problemsIn(umbrella('    repository: file://../../../etc/chart\n', '{}\n'))).toContain(
      'app/Chart.yaml:5 the chart web 1.0.0 of file://../../../etc/chart is not in the repository, so what it deploys is not known',
    );
  });
});

const internalBelow = '\n        service.beta.kubernetes.io/azure-load-balancer-internal: "true"';
