import { surroundingManifests } from '../../../src/evaluation/kubernetes/surroundings.js';
import type { Parsed } from '../../../src/syntax/problem.js';
import { SourceFile } from '../../../src/syntax/source.js';
import type { Files } from '../../../src/tree/files.js';

const object = (kind: string): string => `apiVersion: example.com/v1\nkind: ${kind}\nmetadata:\n  name: x\n`;

/** Files that say which of them were parsed through the revision, where problems are recorded. */
function filesOf(texts: Readonly<Record<string, string>>, recorded: string[] = []): Files {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)]));
  return {
    paths: [...files.keys()].sort(),
    has: (path) => files.has(path),
    inFolder: () => [],
    read: (path) => files.get(path),
    parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
      recorded.push(path);
      const file = files.get(path);
      return file && parser(file).result;
    },
  };
}

function around(texts: Readonly<Record<string, string>>, ...changed: readonly string[]): readonly string[] {
  const found = surroundingManifests().roots(filesOf(texts), new Set(changed));
  return found.map(({ path }) => path);
}

const repository = {
  'apps/deployment.yaml': object('Deployment'),
  'apps/ingress.yaml': object('Ingress'),
  'apps/secret.yaml': object('Secret'),
  'infra/class.yaml': object('IngressClass'),
  'infra/service.yaml': object('Service'),
  'main.tf': 'resource "kubernetes_ingress_v1" "web" {}',
  'other.tf': 'resource "azurerm_subnet" "nodes" {}',
};

test.each([
  ['an Ingress', ['apps/ingress.yaml'], ['apps/deployment.yaml', 'infra/class.yaml', 'infra/service.yaml']],
  ['an Ingress of Terraform', ['main.tf'], ['apps/deployment.yaml', 'infra/class.yaml', 'infra/service.yaml']],
  ['a class', ['infra/class.yaml'], ['apps/deployment.yaml', 'apps/ingress.yaml', 'infra/service.yaml']],
  ['what nothing is joined to', ['apps/secret.yaml', 'other.tf'], []],
  ['a file that is gone', ['apps/gone.yaml'], []],
])('around %s', (_, changed, expected) => {
  expect(around(repository, ...changed)).toEqual(expected);
});

test('an audit has read everything already', () => {
  expect(surroundingManifests().roots(filesOf(repository))).toEqual([]);
});

test('the nearest files come first where there are too many', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, n) => [`a/${String(n)}/service.yaml`, object('Service')]),
  );
  const found = around(
    { ...many, 'z/ingress.yaml': object('Ingress'), 'z/service.yaml': object('Service') },
    'z/ingress.yaml',
  );
  expect(found).toHaveLength(1_000);
  expect(found).toContain('z/service.yaml');
});

test('problems of files that nobody changed are not told', () => {
  const recorded: string[] = [];
  const files = filesOf({ ...repository, 'infra/broken.yaml': `${object('Service')}\t- : [` }, recorded);
  const evaluator = surroundingManifests();
  const roots = evaluator.roots(files, new Set(['apps/ingress.yaml']));
  expect(roots.flatMap((root) => evaluator.evaluate(root, files).problems)).toEqual([]);
  expect(recorded).toEqual([]);
});
