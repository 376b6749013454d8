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
