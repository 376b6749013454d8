/** Each kind of bad input gives one line under `problems`, and everything else is still reviewed. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../src/report/report.js';
import { reviewFiles, reviewFolders, writeFiles } from './support/review.js';

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  type: LoadBalancer\n`;
const good = { 'k8s/good.yaml': service('good') };
const told = ({ problems }: Report): readonly string[] =>
  problems.map(({ path, line, message }) => `${path}:${String(line ?? '-')} ${message}`);
const names = ({ subjects }: Report): readonly string[] => subjects.map(({ name }) => name);
const brackets = (open: string, close: string): string => open.repeat(10_000) + close.repeat(10_000);

describe('one problem, and the rest is reviewed', () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['broken YAML', 'k8s/bad.yaml', 'apiVersion: v1\nkind: Service\nmetadata: [\n', /^k8s\/bad\.yaml:\d+ /],
    ['broken JSON', 'k8s/bad.json', '{ "apiVersion": "v1", "kind": "Service", ', /^k8s\/bad\.json:\d+ /],
    [
      'a broken ARM template',
      'arm/bad.json',
      '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": [',
      /^arm\/bad\.json:\d+ /,
    ],
    ['broken HCL', 'tf/bad.tf', 'resource "azurerm_kubernetes_cluster" "a" {\n  name = = 1\n}\n', /^tf\/bad\.tf:2 /],
    [
      'broken Bicep',
      'bicep/bad.bicep',
      "param x string\nresource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {\n  name: ***\n}\n",
      /^bicep\/bad\.bicep:3 /,
    ],
    [
      'a file of 20 MB',
      'k8s/huge.yaml',
      `apiVersion: v1\nkind: Service\n${'# filler\n'.repeat(2_330_000)}`,
      /^k8s\/huge\.yaml:- .*MiB/,
    ],
    [
      'a binary file',
      'k8s/image.yaml',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0, 0xff]),
      /^k8s\/image\.yaml:- binary/,
    ],
    [
      'an alias bomb',
      'k8s/bomb.yaml',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, at) => `a${String(at + 1)}: &a${String(at + 1)} [${Array.from({ length: 10 }, () => `*a${String(at)}`).join(', ')}]`).join('\n')}\n`,
      /^k8s\/bomb\.yaml:/,
    ],
    [
      '10,000 brackets in YAML',
      'k8s/deep.yaml',
      `apiVersion: v1\nkind: Service\na: ${brackets('[', ']')}\n`,
      /^k8s\/deep\.yaml:/,
    ],
    [
      '10,000 brackets in JSON',
      'k8s/deep.json',
      `{"apiVersion": "v1", "kind": "Service", "a": ${brackets('[', ']')}}`,
      /^k8s\/deep\.json:/,
    ],
    ['10,000 brackets in Bicep', 'bicep/deep.bicep', `var a = ${brackets('[', ']')}\n`, /^bicep\/deep\.bicep:/],
    ['10,000 brackets in HCL', 'tf/deep.tf', `locals {\n  a = ${brackets('[', ']')}\n}\n`, /^tf\/deep\.tf:/],
  ])('%s', async (_, path, content, expected) => {
    for (const base of [null, {}]) {
      const report = await reviewFiles(base, { ...good, [path]: content });
      expect(names(report)).toContain('good');
      expect(told(report)).toEqual([expect.stringMatching(expected)]);
    }
  });

  test('a symbolic link', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'links-'));
    try {
      writeFiles(folder, good);
      symlinkSync('/etc/passwd', join(folder, 'k8s', 'link.yaml'));
      const report = await reviewFolders(null, folder);
      expect(names(report)).toEqual(['good']);
      expect(told(report)).toEqual(['k8s/link.yaml:- is a symbolic link and was not followed']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test('a pull request is not told of files that nobody changed and nothing depends on', async () => {
  const latin1 = Buffer.from([...Buffer.from('# '), 0xe9, 0xe8, ...Buffer.from('\naz deployment group create\n')]);
  const template = '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#" }';
  const old = { 'scripts/old.ps1': latin1, 'arm/main.json': template };
  const files = { ...old, 'arm/main.json': template.replace(' }', ', "resources": [] }') };
  expect((await reviewFiles(old, files)).problems).toEqual([]);
  expect(told(await reviewFiles(null, files))).toEqual([expect.stringMatching(/^scripts\/old\.ps1:- binary/)]);
});

test.each([
  [
    'UTF-16 as PowerShell writes it',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(service('wide'), 'utf16le')]),
  ],
  ['Windows line ends', service('wide').replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${service('wide')}`],
])('%s is read', async (_, content) => {
  const report = await reviewFiles(null, { 'k8s/wide.yaml': content });
  expect(report.problems).toEqual([]);
  expect(report.subjects).toMatchObject([{ name: 'wide', line: 4, ingress: { level: 'open' } }]);
});

test('hostile names are data', async () => {
  const hostile = '"::error::<!-- [x](y) @octocat `a`"';
  const report = await reviewFiles({}, { 'k8s/a.yaml': service(hostile) });
  expect(report.subjects[0]?.name).toBe('::error::<!-- [x](y) @octocat `a`');
  expect(report.verdict).toBe('fail');
});
