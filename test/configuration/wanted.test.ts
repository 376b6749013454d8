import type { Configuration } from '../../src/configuration/configuration.js';
import type { Named } from '../../src/configuration/patterns.js';
import { specificity } from '../../src/configuration/patterns.js';
import { readConfiguration } from '../../src/configuration/read.js';
import { requiredIn, wantingOf } from '../../src/configuration/wanted.js';
import { SourceFile } from '../../src/syntax/source.js';

const configuration = readConfiguration(
  new SourceFile(
    'c.yml',
    `required: { egress: restricted }
environments:
  production:
    paths: ['**/prod/**', '**/*.prod.bicepparam']
    required: { api: isolated, ingress: isolated }
  west:
    paths: ['**/prod/west/**']
    required: { api: restricted }
subjects:
  'shop/*': { ingress: restricted }
  'shop/web': { ingress: open }
  'infra/main.bicep#aks': { egress: open }
  'k8s/*.yaml': { ingress: private }
  'k8s/?.yaml': { ingress: open }
`,
  ),
  new Set(),
) as Configuration;

const subject = (path: string, name = 'aks', parameters: readonly string[] = []): Named => ({
  id: `${path}#${name}`,
  name,
  path,
  root: { id: parameters[0] ?? path, format: 'bicep', path, parameters },
});

test.each([
  ['what nothing is said about', subject('infra/dev.bicep'), 'private private restricted'],
  ['a folder of an environment', subject('infra/prod/a.bicep'), 'isolated isolated restricted'],
  [
    'an environment by the parameter file',
    subject('infra/main.bicep', 'x', ['infra/a.prod.bicepparam']),
    'isolated isolated restricted',
  ],
  [
    'the more telling of two environments, by dimension',
    subject('a/prod/west/a.bicep'),
    'restricted isolated restricted',
  ],
  ['a name by a glob', subject('x.yaml', 'shop/api'), 'private restricted restricted'],
  ['a name itself before a glob', subject('x.yaml', 'shop/web'), 'private open restricted'],
  ['a subject before its environment', subject('infra/prod/x.yaml', 'shop/web'), 'isolated open restricted'],
  ['an id', subject('infra/main.bicep'), 'private private open'],
  ['a path; of equals the later', subject('k8s/a.yaml', 'a'), 'private open restricted'],
])('%s', (_, one, expected) => {
  const { api, ingress, egress } = requiredIn(configuration)(one);
  expect(`${api} ${ingress} ${egress}`).toBe(expected);
});

test('it says why', () => {
  const { api, ingress, egress } = wantingOf(configuration)(subject('infra/prod/x.yaml', 'shop/web'));
  expect([api.because, ingress.because, egress.because]).toEqual([
    'environment production',
    'subjects: shop/web',
    'required',
  ]);
});

test('wildcards say nothing', () => {
  expect(['**', 'a/**', 'a/b/*', 'a/[xyz]'].map(specificity)).toEqual([0, 2, 4, 2]);
});
