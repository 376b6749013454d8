/** From Terraform texts to facts, and back by the edits that set them. */
import { terraformEvaluator } from '../../src/evaluation/terraform/evaluator.js';
import type { Fact } from '../../src/posture/fact.js';
import { valueOf } from '../../src/posture/fact.js';
import type { Cluster } from '../../src/posture/model.js';
import { judge } from '../../src/scoring/judge.js';
import type { Plain } from '../../src/syntax/edit.js';
import { locate } from '../../src/syntax/source.js';
import { way } from '../../src/syntax/value.js';
import type { Texts } from '../support/evaluated.js';
import { edited, onlyCluster } from '../support/evaluated.js';

const read = (texts: Texts): Cluster => onlyCluster(texts, terraformEvaluator);

function set(texts: Texts, fact: Fact<unknown>, value: Plain): Texts {
  return edited(texts, fact.known ? fact.set?.(value) : undefined);
}

function wayOf(fact: Fact<unknown>): readonly string[] {
  return way(fact.origin).map(({ span }) => `${locate(span).path}:${locate(span).startLine}`);
}

const cluster = (attributes: string, before = ''): string => `${before}
resource "azurerm_kubernetes_cluster" "main" {
  name       = "aks-prod"
  dns_prefix = "aks"
  ${attributes}

  default_node_pool {
    name = "system"
  }
}
`;

test('a cluster that says nothing is judged by its defaults, at the line that names it', () => {
  const subject = read({ 'main.tf': cluster('') });
  expect(subject).toMatchObject({ id: '.#azurerm_kubernetes_cluster.main', name: 'aks-prod', format: 'terraform' });
  expect(judge(subject)).toMatchObject({ api: { level: 'open' }, egress: { level: 'open' }, ingress: null });
  expect(wayOf(subject.api.privateCluster)).toEqual(['main.tf:2']);
});

test('settings that are absent are written where they belong', () => {
  const texts = { 'main.tf': cluster('') };
  const closed = set(texts, read(texts).api.privateCluster, true);
  expect(judge(read(closed)).api).toMatchObject({ level: 'isolated' });
  const quiet = set(closed, read(closed).api.runCommand, false);
  expect(valueOf(read(quiet).api.runCommand)).toBe(false);
});

test('a setting from a variable file is set there', () => {
  const texts = {
    'main.tf': cluster(
      'private_cluster_enabled = local.private',
      'variable "private" {}\nlocals {\n  private = var.private\n}',
    ),
    'terraform.tfvars': 'private = false # for now\n',
  };
  const { privateCluster } = read(texts).api;
  expect(wayOf(privateCluster)).toEqual(['terraform.tfvars:1', 'main.tf:3', 'main.tf:8']);
  const fixed = set(texts, privateCluster, true);
  expect(fixed['terraform.tfvars']).toBe('private = true # for now\n');
  expect(judge(read(fixed)).api).toMatchObject({ level: 'isolated' });
});

test.each([
  ['a negation', 'variable "public" {\n  default = true\n}', '!var.public'],
  ['a comparison', 'variable "audience" {\n  default = "partners"\n}', 'var.audience == "internal"'],
])('%s has no edit: what it computes is not the literal', (_, before, expression) => {
  const { privateCluster } = read({ 'main.tf': cluster(`private_cluster_enabled = ${expression}`, before) }).api;
  expect(privateCluster).toMatchObject({ known: true, value: false });
  expect(privateCluster.known && privateCluster.set?.(true)).toBeFalsy();
});

test('an outbound type is set in its block', () => {
  const texts = {
    'main.tf': cluster('network_profile {\n    network_plugin = "azure"\n    outbound_type  = "loadBalancer"\n  }'),
  };
  const fixed = set(texts, read(texts).egress.outboundType, 'userDefinedRouting');
  expect(judge(read(fixed)).egress).toMatchObject({ level: 'private' });
});

test('a controller is made internal in the block that switches it on', () => {
  const texts = { 'main.tf': cluster('web_app_routing {\n    dns_zone_ids = []\n  }') };
  const subject = read(texts);
  expect(judge(subject).ingress).toMatchObject({ level: 'open' });
  const [routing] = subject.openings;
  if (!routing) throw new Error('there is an opening');
  expect(wayOf(routing.exposure)).toEqual(['main.tf:5']);
  expect(judge(read(set(texts, routing.exposure, 'internal'))).ingress).toMatchObject({ level: 'private' });
});

test('a provider without controller types is not told to set one', () => {
  const providers =
    'terraform {\n  required_providers {\n    azurerm = {\n      source = "hashicorp/azurerm"\n      version = "~> 3.100"\n    }\n  }\n}\n';
  const [routing] = read({ 'main.tf': cluster('web_app_routing {\n    dns_zone_id = ""\n  }', providers) }).openings;
  expect(routing?.exposure).toMatchObject({ known: true, value: 'public' });
  expect(routing?.exposure.known && routing.exposure.set).toBeFalsy();
});

test('a variable without a value leaves open what depends on it', () => {
  const block = 'network_profile {\n    outbound_type = var.outbound_type\n  }';
  expect(judge(read({ 'main.tf': cluster(block, 'variable "outbound_type" {}') })).egress).toMatchObject({
    level: 'unknown',
    dependsOn: ['var.outbound_type'],
  });
});

test('a dynamic block over an open collection may be there or not', () => {
  const block = `dynamic "api_server_access_profile" {
    for_each = var.restrict ? [1] : []
    content {
      authorized_ip_ranges = ["203.0.113.0/24"]
    }
  }`;
  const subject = read({ 'main.tf': cluster(block, 'variable "restrict" {\n  type = bool\n}') });
  expect(judge(subject).api).toMatchObject({ level: 'unknown', dependsOn: ['var.restrict'] });
});

test('a dynamic block that is there either way decides', () => {
  const block = `dynamic "network_profile" {
    for_each = var.profiles
    content {
      outbound_type = "loadBalancer"
    }
  }`;
  const subject = read({ 'main.tf': cluster(block, 'variable "profiles" {}') });
  expect(judge(subject).egress).toMatchObject({ level: 'open' });
});

test('pools join the cluster that they refer to', () => {
  const pool = (name: string, id: string): string => `
resource "azurerm_kubernetes_cluster_node_pool" "${name}" {
  name                   = "${name}"
  kubernetes_cluster_id  = ${id}
  node_public_ip_enabled = true
}
`;
  const text = `${cluster('')}${pool('user', 'azurerm_kubernetes_cluster.main.id')}${pool('far', 'data.azurerm_kubernetes_cluster.dev.id')}
data "azurerm_kubernetes_cluster" "dev" {
  name = "aks-dev"
}
`;
  const { pools } = read({ 'main.tf': text }).egress;
  expect(pools.map(({ name, nodePublicIp }) => [name, valueOf(nodePublicIp)])).toEqual([
    ['system', false],
    ['user', true],
  ]);
});

test('a pool in a module joins the cluster whose id it is given', () => {
  const texts = {
    'main.tf': `${cluster('')}
module "pool" {
  source     = "./pool"
  cluster_id = azurerm_kubernetes_cluster.main.id
}
resource "azurerm_kubernetes_cluster" "other" {
  count = 0
}
`,
    'pool/main.tf': `variable "cluster_id" {}
resource "azurerm_kubernetes_cluster_node_pool" "user" {
  name                  = "user"
  kubernetes_cluster_id = var.cluster_id
  enable_node_public_ip = true
}
`,
  };
  const { pools } = read(texts).egress;
  expect(pools.map(({ name, nodePublicIp }) => [name, valueOf(nodePublicIp)])).toEqual([
    ['system', false],
    ['user', true],
  ]);
});

test('a cluster that is counted by an open variable says so', () => {
  const text = cluster('count = var.deploy ? 1 : 0', 'variable "deploy" {}');
  expect(read({ 'main.tf': text }).conditionalOn).toEqual(['var.deploy']);
});

test('the digest follows a variable that changes elsewhere', () => {
  const texts = (value: string): Texts => ({
    'main.tf': cluster('private_cluster_enabled = var.audience == "internal"', 'variable "audience" {}'),
    'terraform.tfvars': `audience = "${value}"\n`,
  });
  expect(read(texts('partners')).digest()).toBe(read(texts('partners')).digest());
  expect(read(texts('partners')).digest()).not.toBe(read(texts('everyone')).digest());
});
