/** Repositories for the benchmark: as large as real ones and of their mix, made up and the same at every run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function write(folder, path, text) {
  const name = join(folder, path);
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, text);
}

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/**
 * 5,500 YAML files of 46 MB: definitions of custom resources (most bytes), an estate of Flux with overlays (most files), plain
 * manifests, workflows and data.
 */
export function yamlEstate(folder) {
  for (const [path, text] of [...definitions(), ...flux(), ...manifests(), ...others()]) write(folder, path, text);
}

function definitions() {
  const property = (index) =>
    `                setting${index}:\n                  description: What the setting ${index} of this resource does, in a few words that nobody reads.\n                  type: string\n`;
  const definition = (index) =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: things${index}.example.com\nspec:\n  group: example.com\n  names:\n    kind: Thing${index}\n    plural: things${index}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties:\n${times(700, property).join('')}`;
  return times(330, (index) => [`crds/definition${index}.yaml`, definition(index)]);
}

function flux() {
  const clusters = 12;
  const apps = 40;
  const release = (app) =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: app${app}\n  namespace: shop\nspec:\n  interval: 5m\n  chart:\n    spec:\n      chart: ingress-nginx\n      version: 4.12.0\n      sourceRef:\n        kind: HelmRepository\n        name: charts\n  values:\n    controller:\n      service:\n        annotations:\n          service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n`;
  const patch = (app, cluster) =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: app${app}\n  namespace: shop\nspec:\n  values:\n    controller:\n      replicaCount: ${cluster + 1}\n`;
  const kustomization = (resources, patches = []) =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${resources.map((path) => `  - ${path}\n`).join('')}${patches.length > 0 ? `patches:\n${patches.map((path) => `  - path: ${path}\n`).join('')}` : ''}`;
  const files = [];
  for (let app = 0; app < apps; app++) {
    files.push([`apps/app${app}/base/release.yaml`, release(app)]);
    files.push([`apps/app${app}/base/kustomization.yaml`, kustomization(['release.yaml'])]);
    for (let cluster = 0; cluster < clusters; cluster++) {
      const overlay = `apps/app${app}/cluster${cluster}`;
      files.push([`${overlay}/patch.yaml`, patch(app, cluster)]);
      files.push([`${overlay}/kustomization.yaml`, kustomization(['../base'], ['patch.yaml'])]);
    }
  }
  for (let cluster = 0; cluster < clusters; cluster++) {
    const all = times(apps, (app) => `../../apps/app${app}/cluster${cluster}`);
    files.push([`clusters/cluster${cluster}/kustomization.yaml`, kustomization(all)]);
  }
  return files;
}

function manifests() {
  const manifest = (index) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web${index}\n  namespace: team${index % 50}\nspec:\n  selector:\n    matchLabels: { app: web${index} }\n  template:\n    metadata:\n      labels: { app: web${index} }\n    spec:\n      containers:\n        - name: web\n          image: example.azurecr.io/web:${index}\n          env:\n${times(20, (at) => `            - name: SETTING_${at}\n              value: some value of no interest\n`).join('')}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web${index}\n  namespace: team${index % 50}\nspec:\n  type: ${index % 7 === 0 ? 'LoadBalancer' : 'ClusterIP'}\n  selector: { app: web${index} }\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web${index}\n  namespace: team${index % 50}\nspec:\n  ingressClassName: nginx\n  rules:\n    - host: web${index}.example.com\n`;
  return times(1500, (index) => [`manifests/team${index % 50}/web${index}.yaml`, manifest(index)]);
}

function others() {
  const data = (index) =>
    `version: ${index}\nitems:\n${times(60, (at) => `  - id: ${at}\n    text: some text of no interest to anybody\n`).join('')}`;
  const workflow = (index) =>
    `name: build${index}\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${times(25, (at) => `      - name: step ${at}\n        run: make target${at}\n`).join('')}`;
  return [
    ...times(2100, (index) => [`data/part${index % 30}/items${index}.yaml`, data(index)]),
    ...times(500, (index) => [`services/service${index}/.github/workflows/build.yml`, workflow(index)]),
  ];
}

/**
 * A registry of Bicep modules: each with its compiled template, its tests and their parameters; one of them makes clusters.
 * @returns a parameter file, relative to the folder
 */
export function moduleRegistry(folder) {
  const parameter = (index) =>
    `@description('What the parameter ${index} of this module is for, in a few words that nobody reads.')\nparam setting${index} string = 'some value of no interest'\n`;
  for (let index = 0; index < 450; index++) {
    const module = `avm/res/area${index % 40}/module${index}`;
    const isCluster = index === 0;
    const resource = isCluster
      ? `param isPrivate bool = true\nresource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {\n  name: name\n  location: 'westeurope'\n  properties: {\n    dnsPrefix: name\n    apiServerAccessProfile: { enablePrivateCluster: isPrivate }\n    networkProfile: { outboundType: 'userDefinedRouting' }\n  }\n}\n`
      : `resource thing 'Microsoft.Storage/storageAccounts@2024-01-01' = {\n  name: name\n  location: 'westeurope'\n  kind: 'StorageV2'\n  sku: { name: 'Standard_LRS' }\n}\n`;
    write(folder, `${module}/main.bicep`, `param name string\n${times(200, parameter).join('')}${resource}`);
    write(folder, `${module}/main.json`, compiled(isCluster));
    for (let test = 0; test < 4; test++) {
      const call = `module testDeployment '../../../main.bicep' = {\n  name: 'test'\n  params: {\n    name: 'test${test}'\n${times(20, (at) => `    setting${at}: 'x'\n`).join('')}  }\n}\n`;
      write(folder, `${module}/tests/e2e/case${test}/main.test.bicep`, call);
      write(folder, `${module}/tests/e2e/case${test}/dependencies.bicep`, `param location string = 'westeurope'\n`);
    }
  }
  const parameters = 'live/prod.bicepparam';
  write(
    folder,
    parameters,
    `using '../avm/res/area0/module0/main.bicep'\nparam name = 'prod'\nparam isPrivate = true\n`,
  );
  return parameters;
}

function compiled(isCluster) {
  const parameters = Object.fromEntries(
    times(200, (index) => [
      `setting${index}`,
      { type: 'string', defaultValue: 'some value of no interest', metadata: { description: `What ${index} is for.` } },
    ]),
  );
  const resource = isCluster
    ? {
        type: 'Microsoft.ContainerService/managedClusters',
        apiVersion: '2025-05-01',
        name: "[parameters('name')]",
        properties: { apiServerAccessProfile: { enablePrivateCluster: true } },
      }
    : { type: 'Microsoft.Storage/storageAccounts', apiVersion: '2024-01-01', name: "[parameters('name')]" };
  return JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      metadata: { _generator: { name: 'bicep', version: '0.38.5', templateHash: '1' } },
      parameters: { name: { type: 'string' }, ...parameters },
      resources: [resource],
    },
    null,
    2,
  );
}
