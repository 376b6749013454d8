import { bicepEvaluator } from '../../src/evaluation/bicep/evaluator.js';
import { terraformEvaluator } from '../../src/evaluation/terraform/evaluator.js';
import { judge } from '../../src/scoring/judge.js';
import { subjectsIn } from '../support/evaluated.js';

const cluster = 'resource "azurerm_kubernetes_cluster" "aks" {\n  name = "aks"\n}\n';
const around = 'resource "azurerm_public_ip" "agw" {}\nresource "azurerm_subnet" "agw" {}\n';
const gateway = (...blocks: readonly string[]): string =>
  ['resource "azurerm_application_gateway" "main" {', '  name = "agw"', ...blocks, '}', ''].join('\n');
const frontend = (name: string, address: string): string =>
  `  frontend_ip_configuration {\n    name = ${name}\n    ${address}\n  }`;
const listener = (name: string): string =>
  `  http_listener {\n    name = "l"\n    frontend_ip_configuration_name = ${name}\n  }`;
const isPublic = 'public_ip_address_id = azurerm_public_ip.agw.id';
const isPrivate = 'subnet_id = azurerm_subnet.agw.id';

const levels = (text: string): readonly unknown[] =>
  subjectsIn({ 'main.tf': text }, terraformEvaluator).flatMap((subject) =>
    subject.kind === 'entry-point' ? (judge(subject).ingress?.level ?? 'none') : [],
  );

test.each<[string, string, readonly unknown[]]>([
  ['a public frontend', gateway(frontend('"a"', isPublic), listener('"a"')), ['open']],
  ['a private frontend', gateway(frontend('"a"', isPrivate), listener('"a"')), ['private']],
  [
    'both, and listeners on the private one',
    gateway(frontend('"a"', isPublic), frontend('"b"', isPrivate), listener('"b"')),
    ['private'],
  ],
  ['both, and no listeners', gateway(frontend('"a"', isPublic), frontend('"b"', isPrivate)), ['open']],
  [
    'names that both wait for the same',
    `variable "p" {}\n${gateway(frontend('"${var.p}-a"', isPublic), listener('"${var.p}-a"'))}`,
    ['open'],
  ],
  [
    'a listener on a frontend that a variable names',
    `variable "p" {}\n${gateway(frontend('"a"', isPublic), frontend('"b"', isPrivate), listener('var.p'))}`,
    ['unknown'],
  ],
  [
    'an address that a variable names',
    `variable "p" {}\n${gateway(frontend('"a"', 'public_ip_address_id = var.p'), listener('"a"'))}`,
    ['unknown'],
  ],
  ['no frontends in sight', gateway(), ['unknown']],
])('%s', (_, text, expected) => {
  expect(levels(cluster + around + text)).toEqual(expected);
});

test('without a cluster beside it a gateway is none of our business', () => {
  expect(levels(around + gateway(frontend('"a"', isPublic)))).toEqual([]);
});

describe('the add-on of a cluster', () => {
  const ingress = (frontends: string) =>
    subjectsIn(
      {
        'main.bicep': `
resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks'
  properties: { dnsPrefix: 'aks', addonProfiles: { ingressApplicationGateway: {
    enabled: true
    config: { applicationGatewayId: gateway.id }
  } } }
}
resource gateway 'Microsoft.Network/applicationGateways@2024-05-01' = {
  name: 'agw'
  properties: { frontendIPConfigurations: [ ${frontends} ] }
}
param address string
`,
      },
      bicepEvaluator,
    ).flatMap((subject) => (subject.kind === 'cluster' ? (judge(subject).ingress?.level ?? 'none') : []));

  test.each([
    ['a public frontend', "{ name: 'a', properties: { publicIPAddress: { id: address } } }", 'open'],
    ['a private frontend', "{ name: 'a', properties: { privateIPAddress: '10.0.0.4' } }", 'private'],
    [
      'a frontend that a condition decides',
      "{ name: 'a', properties: { publicIPAddress: address == '' ? null : { id: address } } }",
      'unknown',
    ],
  ])('follows its gateway: %s', (_, frontends, level) => {
    expect(ingress(frontends)).toEqual([level]);
  });
});
