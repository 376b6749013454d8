import { patchMatchesNothing } from '../../../src/rules/ingress/patch-matches-nothing.js';
import { balanced, check } from '../../support/subjects.js';
import { reviewFiles } from '../../support/review.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n';

async function told(patches: string, more: Readonly<Record<string, string>> = {}, rest = ''): Promise<string[]> {
  const report = await reviewFiles(null, {
    'kustomization.yaml': `resources: [web.yaml]\n${rest}patches:\n${patches}`,
    'web.yaml': service,
    ...more,
  });
  return report.findings
    .filter(({ rule }) => rule === patchMatchesNothing.id)
    .map(({ path, startLine, message }) => `${path}:${startLine} ${message}`);
}

const patch = (target: string, set = `{metadata: {annotations: {${internal}: "true"}}}`): string =>
  `  - target: {${target}}\n    patch: '${set}'\n`;

test('bad: a misspelt name, with what there is', async () => {
  expect(await told(patch('kind: Service, name: wbe'))).toEqual([
    `kustomization.yaml:3 The patch for Service wbe changes nothing: no object of the overlay fits its target, so ${internal} is not set. There is Service web.`,
  ]);
});

test.each([
  ['labels that nothing has', patch('kind: Service, labelSelector: app=none'), internal],
  [
    'a pointer of a JSON patch',
    patch('kind: Service, name: wbe', '[{op: add, path: /spec/type, value: ClusterIP}]'),
    'type',
  ],
  ['no kind at all', patch('name: wbe', '{spec: {loadBalancerIP: 10.0.0.4}}'), 'loadBalancerIP'],
])('bad: %s', async (_, patches, sets) => {
  expect(await told(patches)).toEqual([expect.stringContaining(`so ${sets} is not set`)]);
});

test.each([
  ['a target that fits', patch('kind: Service, name: w.*')],
  ['a kind only', patch('kind: Ingress')],
  ['what decides about no way in', patch('kind: Service, name: wbe', '{metadata: {labels: {a: b}}}')],
  ['type of anything but a Service', patch('kind: Secret, name: none', '{type: Opaque}')],
])('good: %s', async (_, patches) => {
  expect(await told(patches)).toEqual([]);
});

test('good: the patch of a component is for whatever there is', async () => {
  const component = `kind: Component\npatches:\n${patch('kind: Service, name: other')}`;
  const more = { 'part/kustomization.yaml': component };
  expect(await told(patch('kind: Service, name: web'), more, 'components: [part]\n')).toEqual([]);
});

test('undetermined: a base that is elsewhere may have the object', async () => {
  const rest = 'bases: ["https://example.com/org/repo//base?ref=v1"]\n';
  expect(await told(patch('kind: Service, name: wbe'), {}, rest)).toEqual([]);
});

test('good: any other subject', () => {
  expect(check(patchMatchesNothing, balanced({ internal: 'true' }))).toEqual([]);
});
