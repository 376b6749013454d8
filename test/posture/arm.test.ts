/** From ARM templates to facts, and back by the edits that set them. */
import { armEvaluator } from '../../src/evaluation/arm/evaluator.js';
import type { Fact } from '../../src/posture/fact.js';
import { valueOf } from '../../src/posture/fact.js';
import type { Cluster } from '../../src/posture/model.js';
import { judge } from '../../src/scoring/judge.js';
import type { Plain } from '../../src/syntax/edit.js';
import type { Texts } from '../support/evaluated.js';
import { edited, onlyCluster } from '../support/evaluated.js';

const read = (texts: Texts): Cluster => onlyCluster(texts, armEvaluator);

function set(texts: Texts, fact: Fact<unknown>, value: Plain): Texts {
  return edited(texts, fact.known ? fact.set?.(value) : undefined);
}

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function template(
  properties: Plain,
  rest: Readonly<Record<string, Plain>> = {},
  siblings: readonly Plain[] = [],
): string {
  const cluster = {
    type: 'Microsoft.ContainerService/managedClusters',
    apiVersion: '2025-05-01',
    name: 'aks-prod',
    properties,
  };
  return JSON.stringify({ $schema: schema, ...rest, resources: [cluster, ...siblings] }, null, 2);
}

test('a cluster that says nothing is judged by its defaults', () => {
  const subject = read({ 'aks.json': template({ dnsPrefix: 'aks' }) });
  expect(subject).toMatchObject({ name: 'aks-prod', format: 'arm' });
  expect(judge(subject)).toMatchObject({ api: { level: 'open' }, egress: { level: 'open' }, ingress: null });
});

describe('a declaration that only adds to a cluster', () => {
  const monitoring = {
    mode: 'Incremental',
    id: "[parameters('clusterId')]",
    addonProfiles: { omsagent: { enabled: true, config: { useAADAuth: 'true' } } },
  };

  test('leaves open what it omits', () => {
    const texts = { 'onboarding.json': template(monitoring, { parameters: { clusterId: { type: 'string' } } }) };
    const { api, egress } = judge(read(texts));
    expect([api?.level, egress?.level]).toEqual(['unknown', 'unknown']);
  });

  test('says what it says', () => {
    const routing = { addonProfiles: { httpApplicationRouting: { enabled: true } } };
    expect(judge(read({ 'add.json': template(routing) })).ingress).toMatchObject({ level: 'open' });
  });

  test.each([
    ['properties beside add-ons', { ...monitoring, dnsPrefix: 'aks' }],
    ['node pools', { ...monitoring, agentPoolProfiles: [{ name: 'system', mode: 'System' }] }],
    ['nothing but what is of the deployment', { mode: 'Incremental' }],
  ])('is none with %s', (_, properties) => {
    const texts = { 'aks.json': template(properties, { parameters: { clusterId: { type: 'string' } } }) };
    expect(judge(read(texts)).api).toMatchObject({ level: 'open' });
  });
});

test('settings are written where they belong', () => {
  const texts = { 'aks.json': template({ dnsPrefix: 'aks' }) };
  const closed = set(texts, read(texts).api.privateCluster, true);
  const hidden = set(closed, read(closed).api.publicFqdn, false);
  expect(judge(read(hidden)).api).toMatchObject({ level: 'isolated' });
});

test('a setting from a parameter’s default is set there', () => {
  const parameters = { private: { type: 'bool', defaultValue: false } };
  const texts = {
    'aks.json': template(
      { apiServerAccessProfile: { enablePrivateCluster: "[parameters('private')]" } },
      { parameters },
    ),
  };
  const fixed = set(texts, read(texts).api.privateCluster, true);
  expect(fixed['aks.json']).toContain('"defaultValue": true');
  expect(valueOf(read(fixed).api.privateCluster)).toBe(true);
});

test('agent pools join by name, also under an open one', () => {
  const pool = (name: string): Plain => ({
    type: 'Microsoft.ContainerService/managedClusters/agentPools',
    apiVersion: '2025-05-01',
    name,
    properties: { enableNodePublicIP: true },
  });
  const pools = (text: string): readonly unknown[] =>
    read({ 'aks.json': text }).egress.pools.map(({ name, nodePublicIp }) => [name, valueOf(nodePublicIp)]);
  expect(pools(template({}, {}, [pool('aks-prod/user'), pool('aks-dev/gpu')]))).toEqual([['user', true]]);
  const open = template({}, { parameters: { name: { type: 'string' } } }, [
    pool("[concat(parameters('name'), '/user')]"),
  ]);
  expect(pools(open.replace('"aks-prod"', '"[parameters(\'name\')]"'))).toEqual([['user', true]]);
});

test('pools that are copied an open number of times leave their addresses open', () => {
  const parameters = { count: { type: 'int' } };
  const copy = [
    { name: 'agentPoolProfiles', count: "[parameters('count')]", input: { name: 'x', enableNodePublicIP: true } },
  ];
  const subject = read({
    'aks.json': template({ copy, networkProfile: { outboundType: 'userDefinedRouting' } }, { parameters }),
  });
  expect(judge(subject).egress).toMatchObject({ level: 'unknown', dependsOn: ["parameters('count')"] });
});
