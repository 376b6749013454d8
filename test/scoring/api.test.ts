import type { ClusterApi } from '../../src/posture/model.js';
import { judgeApi } from '../../src/scoring/api.js';
import { score } from '../../src/scoring/ladder.js';
import { byDefault, cluster, known, ranges, waiting } from '../support/subjects.js';

const pub = { privateCluster: byDefault(false, 'enablePrivateCluster'), runCommand: known(true) };

/** The API exposure decision table of AKS, row by row, and what stands beside it. */
test.each<readonly [string, Partial<ClusterApi>, string, string, number | null]>([
  ['private, public FQDN on', { publicFqdn: byDefault(true), runCommand: known(true) }, 'private', 'public-fqdn', 80],
  ['private, public FQDN on, no run command', { publicFqdn: known(true) }, 'private', 'public-fqdn', 82],
  ['private, no public FQDN', {}, 'isolated', 'isolated', 100],
  ['private with VNet integration', { vnetIntegration: known(true) }, 'isolated', 'isolated', 100],
  ['private with ranges', { authorizedRanges: ranges(['0.0.0.0/0']) }, 'isolated', 'isolated', 100],
  ['public, nothing else', pub, 'open', 'public-endpoint', 0],
  ['public, no run command', { ...pub, runCommand: known(false) }, 'open', 'public-endpoint', 0],
  ['VNet integration alone', { ...pub, vnetIntegration: known(true) }, 'open', 'vnet-integration-alone', 0],
  ['0.0.0.0/0', { ...pub, authorizedRanges: ranges(['0.0.0.0/0']) }, 'open', 'ranges-admit-everyone', 0],
  [
    'both halves',
    { ...pub, authorizedRanges: ranges(['0.0.0.0/1', '128.0.0.0/1']) },
    'open',
    'ranges-admit-everyone',
    0,
  ],
  ['a very short prefix', { ...pub, authorizedRanges: ranges(['64.0.0.0/2']) }, 'open', 'ranges-admit-everyone', 0],
  ['AzureCloud', { ...pub, authorizedRanges: ranges(['AzureCloud']) }, 'open', 'ranges-admit-everyone', 0],
  ['0.0.0.0/32', { ...pub, authorizedRanges: ranges(['0.0.0.0/32']) }, 'restricted', 'authorized-ranges', 50],
  ['finite ranges', { ...pub, authorizedRanges: ranges(['203.0.113.0/24']) }, 'restricted', 'authorized-ranges', 40],
  [
    'finite ranges with VNet integration',
    { ...pub, vnetIntegration: known(true), authorizedRanges: ranges(['203.0.113.0/24']) },
    'restricted',
    'authorized-ranges',
    40,
  ],
  ['a service tag', { ...pub, authorizedRanges: ranges(['AzureDevOps']) }, 'restricted', 'authorized-ranges', 40],
  [
    'publicNetworkAccess alone',
    { ...pub, publicNetworkAccess: known('disabled') },
    'open',
    'public-network-access-alone',
    0,
  ],
  [
    'a perimeter alone',
    { ...pub, publicNetworkAccess: known('securedbyperimeter') },
    'open',
    'public-network-access-alone',
    0,
  ],
  ['publicNetworkAccess enabled', { ...pub, publicNetworkAccess: known('enabled') }, 'open', 'public-endpoint', 0],
  ['an open switch', { privateCluster: waiting('param isPrivate') }, 'unknown', 'undetermined', null],
  [
    'an open switch with one outcome',
    { privateCluster: waiting('param p', [true, true]) },
    'isolated',
    'isolated',
    100,
  ],
  ['an open public FQDN', { publicFqdn: waiting('param fqdn') }, 'unknown', 'undetermined', null],
  ['open ranges', { ...pub, authorizedRanges: waiting('param ranges') }, 'unknown', 'undetermined', null],
])('%s', (_, api, level, cause, points) => {
  const judgement = judgeApi(cluster({ api }));
  expect(judgement).toMatchObject({ level, cause });
  expect(score(judgement.level, judgement.modifiers)).toBe(points);
  expect(judgement.evidence.length).toBeGreaterThan(0);
});

test('AKS Automatic is public by default, and its VNet integration is nothing that anyone asked for', () => {
  const judgement = judgeApi(cluster({ automatic: true, api: { ...pub, vnetIntegration: byDefault(true) } }));
  expect(judgement).toMatchObject({
    cause: 'public-endpoint',
    because: 'public endpoint, open to any source by default (AKS Automatic)',
  });
});

test('what is unknown says on what it depends', () => {
  const { because, dependsOn } = judgeApi(cluster({ api: { privateCluster: waiting('param isPrivate') } }));
  expect(because).toBe('whether the cluster is private depends on param isPrivate');
  expect(dependsOn).toEqual(['param isPrivate']);
});
