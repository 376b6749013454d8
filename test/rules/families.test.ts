/**
 * The same cluster in each family of files gives the same findings, each on the line that says so: what is wrong with it, what
 * is right, and what is left to a parameter. And the Services that a team writes wrong.
 */
import type { Report } from '../../src/report/report.js';
import { reviewFiles } from '../support/review.js';

/** `rule line`, in order of lines. */
function told({ findings }: Report): string[] {
  return findings
    .map(({ rule, startLine }) => ({ rule, startLine }))
    .sort((a, b) => a.startLine - b.startLine || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, startLine }) => `${rule} ${startLine}`);
}

async function audit(path: string, text: string): Promise<string[]> {
  const report = await reviewFiles(null, { [path]: text });
  expect(report.problems).toEqual([]);
  expect(report.subjects).toHaveLength(1);
  return told(report);
}

describe('a cluster with open API and egress', () => {
  test('Bicep', async () => {
    expect(
      await audit(
        'main.bicep',
        `resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: {
      enableVnetIntegration: true
      enablePrivateCluster: false
    }
    networkProfile: {
      outboundType: 'managedNATGateway'
    }
    agentPoolProfiles: [
      {
        name: 'edge'
        enableNodePublicIP: true
      }
    ]
    ingressProfile: {
      webAppRouting: {
        enabled: true
      }
    }
  }
}
`,
      ),
    ).toEqual([
      'api/vnet-integration 6',
      'egress/unrestricted-outbound 10',
      'egress/node-public-ip 15',
      'ingress/application-routing 20',
    ]);
  });

  test('ARM', async () => {
    expect(
      await audit(
        'azuredeploy.json',
        `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters",
      "apiVersion": "2025-05-01",
      "name": "aks-prod",
      "location": "westeurope",
      "properties": {
        "apiServerAccessProfile": {
          "enableVnetIntegration": true
        },
        "networkProfile": { "outboundType": "managedNATGateway" },
        "agentPoolProfiles": [
          { "name": "edge", "enableNodePublicIP": true }
        ],
        "ingressProfile": {
          "webAppRouting": { "enabled": true }
        }
      }
    }
  ]
}
`,
      ),
    ).toEqual([
      'api/vnet-integration 12',
      'egress/unrestricted-outbound 14',
      'egress/node-public-ip 16',
      'ingress/application-routing 19',
    ]);
  });

  test('Terraform', async () => {
    expect(
      await audit(
        'main.tf',
        `resource "azurerm_kubernetes_cluster" "aks" {
  name                = "aks-prod"
  location            = "westeurope"
  resource_group_name = "rg-aks"
  dns_prefix          = "aks-prod"

  api_server_access_profile {
    virtual_network_integration_enabled = true
  }

  default_node_pool {
    name                   = "edge"
    vm_size                = "Standard_D4ds_v5"
    node_public_ip_enabled = true
  }

  network_profile {
    network_plugin = "azure"
    outbound_type  = "managedNATGateway"
  }

  web_app_routing {
    dns_zone_ids = []
  }
}
`,
      ),
    ).toEqual([
      'api/vnet-integration 8',
      'egress/node-public-ip 14',
      'egress/unrestricted-outbound 19',
      'ingress/application-routing 22',
    ]);
  });
});

describe('a cluster of which a default decides stands at the line that names it', () => {
  test.each([
    [
      'main.bicep',
      `// The cluster.
resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    dnsPrefix: 'aks-prod'
  }
}
`,
      2,
    ],
    [
      'main.tf',
      `# The cluster.
resource "azurerm_kubernetes_cluster" "aks" {
  name = "aks-prod"
}
`,
      2,
    ],
  ])('%s', async (path, text, line) => {
    expect(await audit(path, text)).toEqual([`api/public-endpoint ${line}`, `egress/unrestricted-outbound ${line}`]);
  });
});

describe('a cluster without a way in or out has no finding', () => {
  test.each([
    [
      'main.bicep',
      `resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: {
      enablePrivateCluster: true
      enablePrivateClusterPublicFQDN: false
      disableRunCommand: true
    }
    networkProfile: {
      outboundType: 'none'
    }
    bootstrapProfile: {
      artifactSource: 'Cache'
    }
  }
}
`,
    ],
    [
      'main.tf',
      `resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  private_cluster_enabled = true
  run_command_enabled     = false

  network_profile {
    network_plugin = "azure"
    outbound_type  = "none"
  }

  bootstrap_profile {
    artifact_source = "Cache"
  }
}
`,
    ],
  ])('%s', async (path, text) => {
    expect(await audit(path, text)).toEqual([]);
  });
});

describe('what is left to a parameter is unknown, and named', () => {
  test.each([
    [
      'main.bicep',
      `param privateCluster bool
param outboundType string

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: {
      enablePrivateCluster: privateCluster
      disableRunCommand: true
    }
    networkProfile: {
      outboundType: outboundType
    }
  }
}
`,
      ['privateCluster', 'outboundType'],
    ],
    [
      'main.tf',
      `variable "private" {
  type = bool
}

variable "outbound_type" {
  type = string
}

resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  private_cluster_enabled = var.private
  run_command_enabled     = false

  network_profile {
    network_plugin = "azure"
    outbound_type  = var.outbound_type
  }
}
`,
      ['var.private', 'var.outbound_type'],
    ],
  ])('%s', async (path, text, parameters) => {
    const { findings } = await reviewFiles(null, { [path]: text });
    expect(findings.map(({ rule, level }) => [rule, level]).sort()).toEqual([
      ['api/undetermined', 'unknown'],
      ['egress/undetermined', 'unknown'],
    ]);
    for (const parameter of parameters) {
      expect(findings.some(({ message }) => message.includes(parameter))).toBe(true);
    }
  });
});

describe('Services', () => {
  const service = (annotations: readonly string[], spec: readonly string[]): string =>
    [
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  name: web',
      '  namespace: shop',
      ...(annotations.length > 0 ? ['  annotations:', ...annotations.map((line) => `    ${line}`)] : []),
      'spec:',
      ...spec.map((line) => `  ${line}`),
      '  selector: { app: web }',
      '',
    ].join('\n');
  const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';
  const balanced = 'type: LoadBalancer';

  test.each([
    ['no annotation', [], [balanced], ['ingress/public-load-balancer 7']],
    ['the annotation', [`${internal}: "true"`], [balanced], []],
    ['a capital', [`${internal}: "True"`], [balanced], ['ingress/internal-annotation 7']],
    ['a space', [`${internal}: ' true'`], [balanced], ['ingress/internal-annotation 7']],
    ['quoted quotes', [`${internal}: '"true"'`], [balanced], ['ingress/internal-annotation 7']],
    ['an anchor of a block text', [`${internal}: |`, '  true'], [balanced], ['ingress/internal-annotation 7']],
    ['a boolean', [`${internal}: true`], [balanced], ['ingress/internal-annotation-boolean 7']],
    ['a YAML 1.1 boolean', [`${internal}: yes`], [balanced], ['ingress/internal-annotation-boolean 7']],
    ['no value', [`${internal}:`], [balanced], ['ingress/internal-annotation 7']],
    [
      'the annotation of AWS',
      ['service.beta.kubernetes.io/aws-load-balancer-internal: "true"'],
      [balanced],
      ['ingress/foreign-internal-annotation 7'],
    ],
    [
      'ranges that admit everyone',
      [],
      [balanced, 'loadBalancerSourceRanges: [0.0.0.0/1, 128.0.0.0/1]'],
      ['ingress/source-ranges-admit-everyone 8'],
    ],
    ['ranges', [], [balanced, 'loadBalancerSourceRanges: [203.0.113.0/24]'], ['ingress/source-ranges 8']],
    [
      'ranges beside the annotation',
      [`${internal}: "true"`],
      [balanced, 'loadBalancerSourceRanges: [10.20.0.0/24]'],
      ['ingress/source-ranges-without-effect 10'],
    ],
    [
      'a private address',
      [],
      [balanced, 'loadBalancerIP: 10.240.0.25'],
      ['ingress/public-load-balancer 7', 'ingress/private-ip-without-annotation 8'],
    ],
    [
      'a DNS label beside the annotation',
      [`${internal}: "true"`, 'service.beta.kubernetes.io/azure-dns-label-name: shop'],
      [balanced],
      ['ingress/contradictory-public-ip 8'],
    ],
    ['another controller', [], [balanced, 'loadBalancerClass: example.com/edge'], ['ingress/load-balancer-class 8']],
    ['a node port', [], ['type: NodePort'], []],
    ['inside the cluster', [`${internal}: "True"`], ['type: ClusterIP'], []],
  ])('%s', async (_, annotations, spec, expected) => {
    expect(await audit('k8s/web.yaml', service(annotations, spec))).toEqual(expected);
  });
});

test('a step back is told where nothing else is wrong', async () => {
  const service = (type: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ${type}\n  selector: { app: web }\n`;
  const report = await reviewFiles({ 'web.yaml': service('ClusterIP') }, { 'web.yaml': service('NodePort') });
  expect(told(report)).toEqual(['ingress/node-port 6']);
  expect(report.findings[0]?.regression).toBe(true);
  expect(report.verdict).toBe('fail');
});
