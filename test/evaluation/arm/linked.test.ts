/** Templates that stand beside the one that links them, wherever their author published both. */
import { reviewFiles } from '../../support/review.js';

const cluster = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { suffix: { type: 'string' } },
  resources: [
    {
      type: 'Microsoft.ContainerService/managedClusters',
      apiVersion: '2024-05-01',
      name: "[concat('aks-', parameters('suffix'))]",
      properties: { apiServerAccessProfile: { enablePrivateCluster: true } },
    },
  ],
});

const linking = (base: object, uri: string): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { artifactsLocation: { type: 'string', ...base } },
    resources: [
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2021-04-01',
        name: 'linked',
        properties: {
          mode: 'Incremental',
          templateLink: { uri },
          parameters: { suffix: { value: '[substring(uniqueString(resourceGroup().id), 0, 6)]' } },
        },
      },
    ],
  });

test.each([
  [
    'an address that the text tells',
    { defaultValue: 'https://raw.githubusercontent.com/someone/samples/master/301-aks/' },
    "[uri(parameters('artifactsLocation'), 'nested/aks.json')]",
  ],
  [
    'an address with a token behind it',
    { defaultValue: 'https://example.com/301-aks/' },
    "[uri(parameters('artifactsLocation'), concat('nested/aks.json', '?sv=1'))]",
  ],
  ['an address that nobody knows', {}, "[uri(parameters('artifactsLocation'), 'nested/aks.json')]"],
])('%s', async (_, base, uri) => {
  const files = { 'arm/azuredeploy.json': linking(base, uri), 'arm/nested/aks.json': cluster };
  const { subjects, problems } = await reviewFiles(null, files);
  expect(problems).toEqual([]);
  expect(subjects.map(({ path, name, api }) => `${path} ${name} ${String(api?.level)}`)).toEqual([
    'arm/nested/aks.json aks-{substring(uniqueString(resourceGroup().id), 0, 6)} private',
  ]);
});

test('a template of the same name elsewhere is not the one that is linked', async () => {
  const files = {
    'arm/azuredeploy.json': linking(
      { defaultValue: 'https://example.com/' },
      "[uri(parameters('artifactsLocation'), 'nested/aks.json')]",
    ),
    'other/nested/aks.json': cluster,
  };
  const { subjects } = await reviewFiles(null, files);
  expect(subjects.map(({ root }) => root)).toEqual(['other/nested/aks.json']);
});
