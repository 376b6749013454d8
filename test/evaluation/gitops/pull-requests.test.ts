import type { Files } from '../../support/review.js';
import { reviewFiles } from '../../support/review.js';
import { chart, internal, service } from './audit.js';

function application(path: string, helm = ''): string {
  return `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec:\n  destination: {namespace: shop}\n  source:\n    repoURL: https://example.com/a/b\n    path: ${path}\n${helm}`;
}

const fluxApps =
  'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec:\n  path: ./apps/prod\n  sourceRef: {kind: GitRepository, name: flux-system}\n';
const release = (more: string): string =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web, namespace: shop}\nspec:\n  chart:\n    spec:\n      chart: ./charts/web\n      sourceRef: {kind: GitRepository, name: flux-system}\n${more}`;
const values = (type: string): string => `service:\n  type: ${type}\n`;
const configMap = (type: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web-values, namespace: shop}\ndata:\n  values.yaml: |\n    service:\n      type: ${type}\n`;
const annotated = `  annotations:\n    ${internal}: "true"\n`;

/** What changed between two sets of files, against files that stay. */
async function changed(same: Files, before: Files, after: Files): Promise<readonly string[]> {
  const { subjects, verdict } = await reviewFiles({ ...same, ...before }, { ...same, ...after });
  const levels = subjects.flatMap(({ id, ingress, base }) =>
    ingress ? [`${id}: ${base?.ingress?.level ?? 'none'} -> ${ingress.level}`] : [],
  );
  return [verdict, ...levels];
}

const inApplication = 'app.yaml#Application/argocd/web/Service/shop/web';

test.each<[string, Files, Files, Files, string]>([
  [
    'a values file of an Application',
    { ...chart('charts/web'), 'app.yaml': application('charts/web', '    helm: {valueFiles: [../../prod.yaml]}\n') },
    { 'prod.yaml': values('ClusterIP') },
    { 'prod.yaml': values('LoadBalancer') },
    `${inApplication}: isolated -> open`,
  ],
  [
    'a manifest in the folder of an Application',
    { 'app.yaml': application('k8s') },
    { 'k8s/web.yaml': service('web', 'LoadBalancer', annotated) },
    { 'k8s/web.yaml': service('web') },
    `${inApplication}: private -> open`,
  ],
  [
    'the base of an overlay that Flux deploys',
    {
      'clusters/apps.yaml': fluxApps,
      'apps/prod/kustomization.yaml': 'resources: [../base]\n',
      'apps/base/kustomization.yaml': 'resources: [web.yaml]\n',
    },
    { 'apps/base/web.yaml': service('web', 'LoadBalancer', annotated) },
    { 'apps/base/web.yaml': service('web') },
    'clusters/apps.yaml#Kustomization/flux-system/apps/Service/default/web: private -> open',
  ],
  [
    'a template of a chart that a HelmRelease names',
    { ...chart('charts/web'), 'web.yaml': release('') },
    {},
    { 'charts/web/templates/more.yaml': service('more') },
    'web.yaml#HelmRelease/shop/web/Service/shop/more: none -> open',
  ],
  [
    'a ConfigMap with values',
    { ...chart('charts/web'), 'web.yaml': release('  valuesFrom: [{kind: ConfigMap, name: web-values}]\n') },
    { 'values/web.yaml': configMap('ClusterIP') },
    { 'values/web.yaml': configMap('LoadBalancer') },
    'web.yaml#HelmRelease/shop/web/Service/shop/web: isolated -> open',
  ],
  [
    'a values file that a script names',
    { ...chart('charts/web'), 'deploy.sh': 'helm upgrade web charts/web -n shop -f env/prod.yaml --set x=y\n' },
    { 'env/prod.yaml': values('ClusterIP') },
    { 'env/prod.yaml': values('LoadBalancer') },
    'deploy.sh#Release/shop/web/Service/shop/web: isolated -> open',
  ],
])('%s', async (_, same, before, after, expected) => {
  const found = await changed(same, before, after);
  expect(found[0]).toBe('fail');
  expect(found).toContain(expected);
});

test('nothing that a change leaves alone', async () => {
  const same = { 'app.yaml': application('k8s'), 'k8s/web.yaml': service('web') };
  expect(
    await changed(same, { 'other/a.yaml': service('a', 'ClusterIP') }, { 'other/a.yaml': service('b', 'ClusterIP') }),
  ).toEqual(['pass', 'other/a.yaml#Service/default/b: none -> isolated']);
});

test('beside parameters of an Application nothing is written that would be no value of the chart', async () => {
  const traefik = (force: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec:\n  destination: {namespace: shop}\n  source:\n    repoURL: https://traefik.github.io/charts\n    chart: traefik\n    targetRevision: 33.2.1\n    helm:\n      parameters:\n        - name: service.annotations.${internal.replaceAll('.', '\\.')}\n          value: "true"\n${force}`;
  const { findings } = await reviewFiles(
    { 'app.yaml': traefik('          forceString: true\n') },
    { 'app.yaml': traefik('') },
  );
  expect(findings).toMatchObject([{ rule: 'ingress/internal-annotation-boolean', status: 'introduced', fix: null }]);
});
