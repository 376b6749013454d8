import { kustomizeEvaluator } from '../../../src/evaluation/kustomize/evaluator.js';
import { claimedByKustomize, kustomizationRoots } from '../../../src/evaluation/kustomize/roots.js';
import type { Release } from '../../../src/evaluation/helm/release.js';
import { resourceOf } from '../../../src/evaluation/kubernetes/resource.js';
import type { Evaluation, Resource } from '../../../src/evaluation/resource.js';
import type { Edit } from '../../../src/syntax/edit.js';
import { decode } from '../../../src/syntax/decode.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { parseYaml } from '../../../src/syntax/yaml/parser.js';
import { localTools } from '../../../src/tree/render/renderer.js';
import type { Renderer } from '../../../src/tree/render/request.js';
import { Revision } from '../../../src/tree/revision.js';
import { SourceCache } from '../../../src/tree/source-cache.js';
import type { Files } from '../../support/review.js';
import { memoryTree, reviewFiles } from '../../support/review.js';
import { plain } from './built.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n';
const patch = `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations:\n    ${internal}: 'false'\n`;
const tree: Files = {
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': service,
  'prod/kustomization.yaml': 'resources:\n  - ../base\npatches:\n  - path: patch.yaml\n',
  'prod/patch.yaml': patch,
  'dev/kustomization.yaml': 'resources: [../base, missing.yaml]\n',
  'alone.yaml': service,
};

async function brought(files: Files, renderer?: Renderer): Promise<Revision> {
  const revision = await Revision.open(memoryTree(files), new SourceCache(decode), renderer);
  for (const path of Object.keys(files)) revision.read(path);
  await revision.bring();
  return revision;
}

const evaluated = async (files: Files, path: string, renderer?: Renderer): Promise<Evaluation> => {
  const revision = await brought(files, renderer);
  const evaluator = kustomizeEvaluator();
  const [root] = evaluator.roots(revision).filter((each) => each.path === path);
  if (!root) throw new Error(`${path} is no root`);
  const first = evaluator.evaluate(root, revision);
  return renderer && (await revision.bring()).size > 0 ? evaluator.evaluate(root, revision) : first;
};

test('the roots are the kustomizations that no other one is built on', async () => {
  expect(kustomizationRoots(await brought(tree))).toEqual(['dev/kustomization.yaml', 'prod/kustomization.yaml']);
});

test.each([
  ['base/web.yaml', ['dev/kustomization.yaml', 'prod/kustomization.yaml']],
  ['prod/patch.yaml', ['prod/kustomization.yaml']],
  ['dev/missing.yaml', ['dev/kustomization.yaml']],
  ['alone.yaml', []],
  ['main.tf', []],
])('a change of %s concerns %j', async (path, roots) => {
  expect(kustomizationRoots(await brought(tree), new Set([path]))).toEqual(roots);
});

test('kustomizations that are built on each other only have a root all the same', async () => {
  const circle = { 'a/kustomization.yaml': 'resources: [../b]\n', 'b/kustomization.yaml': 'resources: [../a]\n' };
  expect(kustomizationRoots(await brought(circle))).toEqual(['a/kustomization.yaml']);
  const { problems } = await evaluated(circle, 'a/kustomization.yaml');
  expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
    'b/kustomization.yaml ../a is a cycle: it is being built already',
  ]);
});

test('what a kustomization uses is judged through it only', async () => {
  const claimed = claimedByKustomize(await brought(tree));
  expect(['base/web.yaml', 'prod/patch.yaml', 'prod/kustomization.yaml'].every((path) => claimed.has(path))).toBe(true);
  expect(claimed.has('alone.yaml')).toBe(false);
  const { subjects } = await reviewFiles(null, tree);
  expect(subjects.map(({ id, ingress }) => `${id} ${ingress?.level ?? ''}`).sort()).toEqual([
    'alone.yaml#Service/default/web open',
    'dev/kustomization.yaml#Service/default/web open',
    'prod/kustomization.yaml#Service/default/web open',
  ]);
});

function lineOf(edit: Edit | undefined): string | undefined {
  return edit && `${edit.path}:${edit.startLine} ${edit.text.trim()}`;
}

test('a fix goes where the value is written: into the patch, or into the object', async () => {
  const set = (resource: Resource | undefined, ...path: readonly string[]): string | undefined =>
    lineOf(resource?.writer.set(resource.body, path, 'true'));
  const [patched] = (await evaluated(tree, 'prod/kustomization.yaml')).resources;
  expect(set(patched, 'metadata', 'annotations', internal)).toBe(`prod/patch.yaml:6 ${internal}: 'true'`);
  expect(set(patched, 'spec', 'type')).toBe('base/web.yaml:6 type: "true"');
  expect(set(patched, 'metadata', 'labels', 'a')).toContain('base/web.yaml:4 labels:');
  const [plainOne] = (await evaluated(tree, 'dev/kustomization.yaml')).resources;
  expect(set(plainOne, 'metadata', 'annotations', internal)).toContain('base/web.yaml:4 ');
});

test('what a layer takes away is not written into the object, where it would be taken away again', async () => {
  const files = {
    ...tree,
    'base/web.yaml': service.replace('name: web', `name: web\n  annotations: {${internal}: 'true'}`),
    'prod/patch.yaml': patch.replace("'false'", 'null'),
  };
  const [resource] = (await evaluated(files, 'prod/kustomization.yaml')).resources;
  expect(resource?.writer.set(resource.body, ['metadata', 'annotations', internal], 'true')).toBeUndefined();
});

test('an object stands where it is declared, and its overlays are where an author acts', async () => {
  const [resource] = (await evaluated(tree, 'prod/kustomization.yaml')).resources;
  const place = ({ file, start }: { file: SourceFile; start: number }): string =>
    `${file.path}:${file.position(start).line}`;
  expect(resource && place(resource.heading)).toBe('base/web.yaml:4');
  expect(resource?.calls?.map(place)).toEqual([
    'prod/kustomization.yaml:2',
    'base/kustomization.yaml:1',
    'prod/kustomization.yaml:4',
    'prod/patch.yaml:1',
  ]);
});

test('a pull request that takes a patch away is told of the Service that it opens', async () => {
  const base = { ...tree, 'prod/patch.yaml': patch.replace("'false'", "'true'") };
  const head = { ...base, 'prod/kustomization.yaml': 'resources:\n  - ../base\n' };
  const { verdict, findings } = await reviewFiles(base, head);
  expect(verdict).toBe('fail');
  expect(findings.map(({ rule, status }) => `${status} ${rule}`)).toContain('introduced ingress/public-load-balancer');
});

describe('charts of a kustomization', () => {
  const files: Files = {
    'kustomization.yaml': `namespace: shop
helmCharts:
  - name: web
    repo: https://charts.example.com
    version: 1.2.3
    releaseName: front
    valuesFile: values.yaml
    valuesInline: {service: {type: LoadBalancer}}
patches:
  - target: {kind: Service, name: front}
    patch: '[{op: add, path: /metadata/annotations/a, value: b}]'
`,
    'values.yaml': 'service: {type: ClusterIP, port: 80}\n',
  };

  test('are releases, whose objects the patches reach', async () => {
    const releases: Release[] = [];
    const evaluator = kustomizeEvaluator((release) => {
      releases.push(release);
      const [object] = parseYaml(new SourceFile('made.yaml', service.replace('name: web', 'name: front'))).result;
      if (object?.kind !== 'map') throw new Error('no object');
      return {
        resources: [{ ...resourceOf(object, release.root, 'helm', release.writer), address: 'x' }],
        problems: [],
      };
    });
    const revision = await brought(files);
    const [root] = evaluator.roots(revision);
    if (!root) throw new Error('no root');
    const { resources } = evaluator.evaluate(root, revision);
    expect(releases).toMatchObject([{ name: 'front', namespace: 'shop', chart: { kind: 'published', name: 'web' } }]);
    expect(releases[0] && plain(releases[0].values)).toEqual({ service: { type: 'LoadBalancer', port: 80 } });
    expect(resources.map(({ address }) => address)).toEqual(['x']);
    expect(resources[0] && plain(resources[0].body)).toMatchObject({
      metadata: { name: 'front', namespace: 'shop', annotations: { a: 'b' } },
    });
  });

  test('that nobody knows leave open what a patch is for', async () => {
    const { resources } = await evaluated(files, 'kustomization.yaml');
    expect(resources).toEqual([]);
  });
});

describe('with kustomize itself', () => {
  const answering = (answer: Awaited<ReturnType<Renderer['render']>>, asked: string[][] = []): Renderer => ({
    has: () => true,
    render: ({ arguments: args, inputs }) => {
      asked.push([...args, ...inputs.keys()]);
      return Promise.resolve(answer);
    },
  });

  test('its values count, ours say where they are written', async () => {
    const asked: string[][] = [];
    const text = `${service.replace('name: web', `name: web\n  annotations: {${internal}: "true", new: x}`)}---\napiVersion: v1\nkind: Service\nmetadata: {name: more}\n`;
    const { resources } = await evaluated(
      tree,
      'prod/kustomization.yaml',
      answering({ kind: 'rendered', text, by: 'kustomize build' }, asked),
    );
    expect(asked).toEqual([
      [
        '--load-restrictor=LoadRestrictionsNone',
        '--',
        './prod',
        'prod/kustomization.yaml',
        'base/kustomization.yaml',
        'base/web.yaml',
        'prod/patch.yaml',
      ],
    ]);
    expect(resources.map(({ address }) => address)).toEqual(['Service/default/web', 'Service/default/more']);
    const [web] = resources;
    expect(web && plain(web.body)).toMatchObject({ metadata: { annotations: { [internal]: 'true', new: 'x' } } });
    const metadata = web?.body.entries.get('metadata')?.value;
    const annotations = metadata?.kind === 'map' ? metadata.entries.get('annotations')?.value : undefined;
    const value = annotations?.kind === 'map' ? annotations.entries.get(internal)?.value : undefined;
    expect(value?.origin.span.file.path).toBe('prod/patch.yaml');
  });

  test('its error is a problem, and the built-in reading counts', async () => {
    const { resources, problems } = await evaluated(
      tree,
      'prod/kustomization.yaml',
      answering({ kind: 'failed', message: 'no such thing', by: 'kustomize build' }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'kustomize build fails, and what can be read without it was read: no such thing',
    ]);
    expect(resources).toHaveLength(1);
  });

  test('it is not asked where the tree does not hold all that it needs', async () => {
    const asked: string[][] = [];
    const files = { ...tree, 'prod/kustomization.yaml': 'resources: [../base, "https://example.com/a.yaml"]\n' };
    await evaluated(files, 'prod/kustomization.yaml', answering({ kind: 'failed', message: '', by: '' }, asked));
    expect(asked).toEqual([]);
  });

  test('where it is on the PATH, it agrees with the built-in reading', async () => {
    const tools = localTools(process.env.PATH ?? '');
    // Without it the same is held against its recorded answer above.
    const real = tools.has('kustomize') ? tools : undefined;
    const [rendered] = (await evaluated(tree, 'prod/kustomization.yaml', real)).resources;
    const [read] = (await evaluated(tree, 'prod/kustomization.yaml')).resources;
    expect(rendered && plain(rendered.body)).toEqual(read && plain(read.body));
  });
});
