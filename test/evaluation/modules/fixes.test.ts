/** A fix of what a module decides is written into its call, by the parameter that the property comes from. */
import type { Finding } from '../../../src/report/report.js';
import { auditBicep, auditTerraform, bicepCallOf, callOf, found } from './support.js';

const cluster = 'br/public:avm/res/container-service/managed-cluster';
const avm = 'Azure/avm-res-containerservice-managedcluster/azurerm';

function editOf([finding]: readonly Finding[]): string | undefined {
  const [edit] = finding?.fix?.edits ?? [];
  return edit && `${edit.path}:${edit.startLine} ${edit.text}`;
}

test.each([
  ['Azure/aks/azurerm', '9.4.1', 'prefix = "x"', '  private_cluster_enabled = true'],
  ['Azure/aks/azurerm', '9.4.1', 'private_cluster_enabled = false', 'main.tf:4   private_cluster_enabled = true'],
  [avm, '0.6.1', 'api_server_access_profile = {\n  disable_run_command = true\n}', 'enable_private_cluster'],
])('%s %s { %s } is made private by its own parameter', async (source, version, args, expected) => {
  const edit = editOf(found(await auditTerraform(callOf(source, version, args)), 'api/public-endpoint'));
  expect(edit?.replace(/ {2,}(?==)/g, ' ')).toContain(expected);
  expect(edit).not.toContain('enablePrivateCluster');
});

test('a value that came from elsewhere is changed there', async () => {
  const text = `${callOf('Azure/aks/azurerm', '9.4.1', 'private_cluster_enabled = local.private')}
locals {
  private = false
}
`;
  expect(editOf(found(await auditTerraform(text), 'api/public-endpoint'))).toBe('main.tf:8   private = true');
});

test.each([
  ['0.9.0', "publicNetworkAccess: 'Enabled'", 'enablePrivateCluster: true'],
  ['0.12.0', "publicNetworkAccess: 'Enabled'", 'enablePrivateCluster: true'],
  [
    '0.12.0',
    "publicNetworkAccess: 'Enabled'\napiServerAccessProfile: {\n  enableVnetIntegration: false\n}",
    'enablePrivateCluster: true',
  ],
])('%s { %s } is made private by its own parameter', async (version, params, expected) => {
  const edit = editOf(found(await auditBicep(bicepCallOf(`${cluster}:${version}`, params)), 'api/public-endpoint'));
  expect(edit).toContain(expected);
  if (version === '0.12.0' && !params.includes('{')) expect(edit).toContain('apiServerAccessProfile: {');
});

test('nothing is offered where the module has no parameter', async () => {
  const report = await auditBicep(bicepCallOf('br/public:avm/ptn/azd/aks:0.2.0', ''));
  expect(found(report, 'api/public-endpoint')[0]?.fix).toBeNull();
  expect(found(report, 'ingress/application-routing')[0]?.fix).toBeNull();
});
