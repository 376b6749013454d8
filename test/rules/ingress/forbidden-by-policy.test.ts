import { forbiddenByPolicy } from '../../../src/rules/ingress/forbidden-by-policy.js';
import { reviewFiles } from '../../support/review.js';

const types = '6c112d4e-5bc7-47ae-a041-ea2d9dccd749';
const internal = '3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e';
const addresses = '{ listOfResourceTypesNotAllowed = { value = ["microsoft.network/PublicIPAddresses"] } }';

interface Written {
  readonly of?: string;
  readonly id?: string;
  readonly parameters?: string;
  readonly more?: string;
}

const terraform = ({ of = 'subscription', id = internal, parameters = '', more = '' }: Written): string =>
  `resource "azurerm_${of}_policy_assignment" "it" {
  name                 = "it"
  policy_definition_id = "/providers/Microsoft.Authorization/policyDefinitions/${id}"
${parameters === '' ? '' : `  parameters = jsonencode(${parameters})\n`}${more}}
`;

const bicep = (properties: string): string => `targetScope = 'subscription'
resource it 'Microsoft.Authorization/policyAssignments@2022-06-01' = {
  name: 'it'
  properties: {
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '${internal}')
${properties}  }
}
`;

const arm = (properties: object): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      { type: 'Microsoft.Authorization/policyAssignments', apiVersion: '2022-06-01', name: 'it', properties },
    ],
  });

const service = (namespace = 'shop', annotations = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: ${namespace}\n${annotations}spec:\n  type: LoadBalancer\n`;

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const report = await reviewFiles(null, { 'web.yaml': service(), ...files });
  expect(report.problems).toEqual([]);
  return report.findings.filter(({ rule }) => rule === forbiddenByPolicy.id).map(({ message }) => message);
}

test.each<[string, Record<string, string>, RegExp]>([
  [
    'public addresses',
    { 'a.tf': terraform({ id: types, parameters: addresses }) },
    /^Service shop\/web is public, but the policy assignment “it” \(a\.tf:1\) forbids public IP addresses: .* stays pending for ever\.$/,
  ],
  [
    'a management group',
    { 'a.tf': terraform({ of: 'management_group', id: types, parameters: addresses }) },
    /forbids public IP addresses/,
  ],
  [
    'the default effect',
    { 'a.tf': terraform({}) },
    /asks for internal load balancers: .* is refused when it is applied/,
  ],
  ['the effect itself', { 'a.tf': terraform({ parameters: '{ effect = { value = "deny" } }' }) }, /asks for internal/],
  ['one resource group, in the cluster', { 'a.tf': terraform({ of: 'resource_group' }) }, /asks for internal/],
  ['Bicep', { 'a.bicep': bicep('') }, /“it” \(a\.bicep:2\) asks for internal/],
  [
    'ARM',
    {
      'a.json': arm({
        policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${types}`,
        parameters: { listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/publicIPAddresses'] } },
      }),
    },
    /“it” \(a\.json:1\) forbids public IP addresses/,
  ],
  [
    'other namespaces are left alone',
    { 'a.bicep': bicep("    parameters: { excludedNamespaces: { value: ['ops'] } }\n") },
    /asks for internal/,
  ],
])('bad: %s', async (_, files, words) => {
  expect(await told(files)).toEqual([expect.stringMatching(words)]);
});

test.each<[string, Record<string, string>]>([
  ['only audited', { 'a.tf': terraform({ parameters: '{ effect = { value = "Audit" } }' }) }],
  [
    'an effect that nobody knows',
    { 'a.tf': `variable "e" {}\n${terraform({ parameters: '{ effect = { value = var.e } }' })}` },
  ],
  ['not enforced, in Terraform', { 'a.tf': terraform({ more: '  enforce = false\n' }) }],
  ['not enforced, in Bicep', { 'a.bicep': bicep("    enforcementMode: 'DoNotEnforce'\n") }],
  ['disabled, in Bicep', { 'a.bicep': bicep("    parameters: { effect: { value: 'disabled' } }\n") }],
  [
    'a namespace that is left alone',
    { 'a.bicep': bicep("    parameters: { excludedNamespaces: { value: ['shop'] } }\n") },
  ],
  [
    'namespaces that nobody knows',
    { 'a.bicep': `param ns array\n${bicep('    parameters: { excludedNamespaces: { value: ns } }\n')}` },
  ],
  [
    'other types',
    {
      'a.tf': terraform({
        id: types,
        parameters: '{ listOfResourceTypesNotAllowed = { value = ["Microsoft.Sql/servers"] } }',
      }),
    },
  ],
  [
    'one resource group, for addresses',
    { 'a.tf': terraform({ of: 'resource_group', id: types, parameters: addresses }) },
  ],
  ['another definition', { 'a.tf': terraform({ id: '00000000-0000-0000-0000-000000000000' }) }],
  ['under a condition', { 'a.tf': `variable "on" {}\n${terraform({ more: '  count = var.on ? 1 : 0\n' })}` }],
  ['a system namespace', { 'a.tf': terraform({}), 'web.yaml': service('kube-system') }],
  [
    'an internal Service',
    {
      'a.tf': terraform({}),
      'web.yaml': service(
        'shop',
        '  annotations: { service.beta.kubernetes.io/azure-load-balancer-internal: "true" }\n',
      ),
    },
  ],
])('good: %s', async (_, files) => {
  expect(await told(files)).toEqual([]);
});

test('a changed Service is joined to assignments that do not change, where their path says so', async () => {
  const files = { 'policies/a.tf': terraform({}) };
  const report = await reviewFiles(files, { ...files, 'web.yaml': service() });
  expect(report.findings.map(({ rule }) => rule)).toContain(forbiddenByPolicy.id);
  expect(report.subjects.map(({ id }) => id)).toEqual(['web.yaml#Service/shop/web']);
});
