/** From Bicep texts to facts, and back by the edits that set them. */
import { bicepEvaluator } from '../../src/evaluation/bicep/evaluator.js';
import type { Fact } from '../../src/posture/fact.js';
import { valueOf } from '../../src/posture/fact.js';
import type { Cluster } from '../../src/posture/model.js';
import { judge } from '../../src/scoring/judge.js';
import type { Plain } from '../../src/syntax/edit.js';
import { locate } from '../../src/syntax/source.js';
import { way } from '../../src/syntax/value.js';
import type { Texts } from '../support/evaluated.js';
import { edited, onlyCluster } from '../support/evaluated.js';

const read = (texts: Texts): Cluster => onlyCluster(texts, bicepEvaluator);

/** The files after a fact has been set by its edit. */
function set(texts: Texts, fact: Fact<unknown>, value: Plain): Texts {
  return edited(texts, fact.known ? fact.set?.(value) : undefined);
}

function wayOf(fact: Fact<unknown>): readonly string[] {
  return way(fact.origin).map(({ span }) => `${locate(span).path}:${locate(span).startLine}`);
}

const cluster = (properties: string, before = ''): string => `${before}
resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: resourceGroup().location
  properties: {
    dnsPrefix: 'aks'
    ${properties}
  }
}
`;

test('a cluster that says nothing is judged by its defaults, at the line that names it', () => {
  const subject = read({ 'main.bicep': cluster('') });
  expect(subject).toMatchObject({ id: 'main.bicep#aks', name: 'aks-prod' });
  expect(judge(subject)).toMatchObject({ api: { level: 'open' }, egress: { level: 'open' }, ingress: null });
  expect(wayOf(subject.api.privateCluster)).toEqual(['main.bicep:2']);
});

test('settings that are absent are written where they belong', () => {
  const texts = { 'main.bicep': cluster('') };
  const closed = set(texts, read(texts).api.privateCluster, true);
  const hidden = set(closed, read(closed).api.publicFqdn, false);
  expect(judge(read(hidden)).api).toMatchObject({ level: 'isolated' });
  const quiet = set(hidden, read(hidden).api.runCommand, false);
  expect(valueOf(read(quiet).api.runCommand)).toBe(false);
});

test('a setting from a parameter file is set there', () => {
  const texts = {
    'main.bicep': cluster('apiServerAccessProfile: { enablePrivateCluster: private }', 'param private bool'),
    'main.bicepparam': "using 'main.bicep'\nparam private = false\n",
  };
  const { privateCluster } = read(texts).api;
  expect(wayOf(privateCluster)).toEqual(['main.bicepparam:2', 'main.bicep:7']);
  const fixed = set(texts, privateCluster, true);
  expect(fixed['main.bicepparam']).toBe("using 'main.bicep'\nparam private = true\n");
  expect(valueOf(read(fixed).api.privateCluster)).toBe(true);
});

test('a setting from a variable’s object is set in it, also when it is absent there', () => {
  const before = 'var profile = {\n  enablePrivateCluster: false\n}\n';
  const texts = { 'main.bicep': cluster('apiServerAccessProfile: profile', before) };
  const closed = set(texts, read(texts).api.privateCluster, true);
  const hidden = set(closed, read(closed).api.publicFqdn, false);
  expect(hidden['main.bicep']).toContain(
    'var profile = {\n  enablePrivateCluster: true\n  enablePrivateClusterPublicFQDN: false\n}\n',
  );
  expect(judge(read(hidden)).api).toMatchObject({ level: 'isolated' });
});

test.each([
  ['a negation', 'param public bool = true', '!public'],
  ['a comparison', "param audience string = 'partners'", "audience == 'internal'"],
  ['a condition', 'param dev bool = true', 'dev ? false : true'],
])('%s has no edit: what it computes is not the literal', (_, before, expression) => {
  const texts = { 'main.bicep': cluster(`apiServerAccessProfile: { enablePrivateCluster: ${expression} }`, before) };
  const { privateCluster } = read(texts).api;
  expect(privateCluster).toMatchObject({ known: true, value: false });
  expect(privateCluster.known && privateCluster.set?.(true)).toBeFalsy();
});

test('a parameter without a value leaves open what depends on it', () => {
  const subject = read({ 'main.bicep': cluster('networkProfile: { outboundType: egress }', 'param egress string') });
  expect(judge(subject).egress).toMatchObject({ level: 'unknown', dependsOn: ['param egress'] });
});

test('a parameter that admits open types only is open', () => {
  const before = "@allowed(['loadBalancer', 'managedNATGateway'])\nparam egress string";
  const subject = read({ 'main.bicep': cluster('networkProfile: { outboundType: egress }', before) });
  expect(judge(subject).egress).toMatchObject({ level: 'open', cause: 'unrestricted' });
});

test('a profile that depends on a parameter is a choice between what it says and the defaults', () => {
  const before = 'param private bool';
  const profile = 'apiServerAccessProfile: private ? { enablePrivateCluster: true } : null';
  const { privateCluster } = read({ 'main.bicep': cluster(profile, before) }).api;
  expect(privateCluster.known).toBe(false);
  expect(!privateCluster.known && privateCluster.candidates?.map(({ value }) => value)).toEqual([true, false]);
});

test('an address from elsewhere is finite as long as its length is written', () => {
  const before = "resource ip 'Microsoft.Network/publicIPAddresses@2024-05-01' existing = {\n  name: 'egress'\n}";
  const profile = "apiServerAccessProfile: { authorizedIPRanges: ['${ip.properties.ipAddress}/32'] }";
  expect(judge(read({ 'main.bicep': cluster(profile, before) })).api).toMatchObject({ level: 'restricted' });
});

test('pools join the cluster, whether inside, nested or beside it', () => {
  const text = `${cluster("agentPoolProfiles: [{ name: 'system' }]")}
resource user 'Microsoft.ContainerService/managedClusters/agentPools@2025-05-01' = {
  parent: aks
  name: 'user'
  properties: { enableNodePublicIP: true }
}
resource dev 'Microsoft.ContainerService/managedClusters@2025-05-01' existing = {
  name: 'aks-dev'
}
resource other 'Microsoft.ContainerService/managedClusters/agentPools@2025-05-01' = {
  parent: dev
  name: 'gpu'
  properties: { enableNodePublicIP: true }
}
`;
  const { pools } = read({ 'main.bicep': text }).egress;
  expect(pools.map(({ name, nodePublicIp }) => [name, valueOf(nodePublicIp)])).toEqual([
    ['system', false],
    ['user', true],
  ]);
});

test('a cluster that is deployed on a condition says so', () => {
  const text = cluster('').replace('= {', '= if (deploy) {');
  expect(read({ 'main.bicep': `param deploy bool\n${text}` }).conditionalOn).toEqual(['param deploy']);
});

test('the digest follows a parameter that changes elsewhere', () => {
  const texts = (value: string): Texts => ({
    'main.bicep': cluster(
      "apiServerAccessProfile: { enablePrivateCluster: audience == 'internal' }",
      'param audience string',
    ),
    'main.bicepparam': `using 'main.bicep'\nparam audience = '${value}'\n`,
  });
  expect(read(texts('partners')).digest()).toBe(read(texts('partners')).digest());
  expect(read(texts('partners')).digest()).not.toBe(read(texts('everyone')).digest());
});
