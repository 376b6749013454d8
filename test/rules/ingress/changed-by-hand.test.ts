import { changedByHand } from '../../../src/rules/ingress/changed-by-hand.js';
import { reviewFiles } from '../../support/review.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

async function told(
  script: string,
  more: Readonly<Record<string, string>> = {},
  path = 'deploy.sh',
): Promise<string[]> {
  const report = await reviewFiles(null, { [path]: script, ...more });
  expect(report.problems).toEqual([]);
  return report.findings
    .filter(({ rule }) => rule === changedByHand.id)
    .map(({ path, startLine, message }) => `${path}:${startLine} ${message}`);
}

const after = 'the next sync can take that back, and a new cluster starts without it.';

test('bad: an annotation, with the place of the declaration', async () => {
  const manifest =
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  type: LoadBalancer\n';
  expect(await told(`set -e\nkubectl -n shop annotate svc/web ${internal}=true`, { 'web.yaml': manifest })).toEqual([
    `deploy.sh:2 kubectl annotate sets ${internal} on Service shop/web past its declaration (web.yaml:4): ${after}`,
  ]);
});

test.each([
  ['removed', `kubectl annotate service web ${internal}-`, `takes ${internal} away from Service web`],
  ['all of a kind', `kubectl annotate services --all ${internal}=true`, `sets ${internal} on a Service`],
  ['a name that nobody knows', `kubectl annotate svc "$NAME" ${internal}=true`, `sets ${internal} on a Service`],
  ['a value that nobody knows', `kubectl annotate svc web "${internal}=$VALUE"`, `sets ${internal} on Service web`],
  [
    'quotes behind backslashes',
    `kubectl patch svc web -p '{\\"spec\\":{\\"type\\":\\"LoadBalancer\\"}}'`,
    'sets type on Service web',
  ],
  ['a merge patch', `kubectl patch svc web -p '{"spec":{"type":"LoadBalancer"}}'`, 'sets type on Service web'],
  [
    'a JSON patch',
    `kubectl patch svc web --type=json -p='[{"op":"remove","path":"/metadata/annotations/${internal.replace('/', '~1')}"}]'`,
    `takes ${internal} away from Service web`,
  ],
  [
    'pods on the addresses of nodes',
    `kubectl patch deployment web --patch '{"spec":{"template":{"spec":{"hostNetwork":true}}}}'`,
    'sets hostNetwork on Deployment web',
  ],
  [
    'printed, and applied',
    `kubectl annotate --local -f web.yaml ${internal}=true -o yaml | kubectl apply -f -`,
    `sets ${internal} on Service web`,
  ],
])('bad: %s', async (_, script, words) => {
  const web = 'kind: Service\napiVersion: v1\nmetadata: {name: web, namespace: other}\nspec: {type: ClusterIP}\n';
  expect(await told(script, { 'web.yaml': web })).toEqual([expect.stringContaining(`${words} past its declaration: `)]);
});

test('bad: a patch that stands in a file', async () => {
  const more = { 'ops/open.yaml': 'spec:\n  loadBalancerIP: 20.1.2.3\n' };
  expect(await told('kubectl patch svc web --patch-file open.yaml', more, 'ops/run.sh')).toEqual([
    expect.stringContaining('kubectl patch sets loadBalancerIP on Service web'),
  ]);
});

test('bad: a step of a workflow', async () => {
  const workflow = `on: push\njobs:\n  go:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          kubectl annotate svc web ${internal}=true\n`;
  expect(await told(workflow, {}, '.github/workflows/go.yml')).toEqual([
    expect.stringMatching(/^\.github\/workflows\/go\.yml:7 kubectl annotate sets/),
  ]);
});

test.each([
  ['another annotation', 'kubectl annotate svc web team=shop'],
  ['a comment', `# kubectl annotate svc web ${internal}=true`],
  ['only tried', `kubectl annotate svc web ${internal}=true --dry-run=client`],
  ['only printed', `kubectl annotate --local -f web.yaml ${internal}=true -o yaml > out.yaml`],
  ['only listed', 'kubectl annotate svc web --list'],
  ['a patch of something else', `kubectl patch svc web -p '{"spec":{"sessionAffinity":"ClientIP"}}'`],
  ['a patch that is no document', `kubectl patch svc web -p '{"spec'`],
  ['nothing to patch', 'kubectl patch svc'],
  ['a file that is not there', `kubectl annotate -f ../../other.yaml ${internal}=true`],
  ['the script decides against it', `if false; then :; fi\nkubectl create namespace shop`],
])('good: %s', async (_, script) => {
  expect(await told(script)).toEqual([]);
});
