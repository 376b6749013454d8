/**
 * API: from where can the Kubernetes API server be reached? The "API exposure decision table" of AKS: a cluster is private
 * when it is a private cluster and nothing else makes it so; authorized ranges restrict a public endpoint; VNet integration
 * and `publicNetworkAccess` leave the public endpoint where it is.
 */
import type { Cluster } from '../posture/model.js';
import { certainly, is } from '../posture/fact.js';
import type { Judgement } from './judgement.js';
import { byDefault, byModule, undecided } from './judgement.js';
import type { Modifier } from './ladder.js';
import { coverage } from './ranges.js';

export type ApiCause =
  | 'public-endpoint'
  | 'vnet-integration-alone'
  | 'public-network-access-alone'
  | 'ranges-admit-everyone'
  | 'authorized-ranges'
  | 'public-fqdn'
  | 'isolated'
  | 'undetermined';

export function judgeApi(cluster: Cluster): Judgement<ApiCause> {
  const { api } = cluster;
  const isPrivate = certainly(api.privateCluster, (value) => value);
  if (isPrivate === undefined) return undecided('whether the cluster is private', [api.privateCluster]);
  return isPrivate ? privateCluster(cluster) : publicCluster(cluster);
}

function privateCluster({ api }: Cluster): Judgement<ApiCause> {
  const modifiers = runCommand(api);
  const publicFqdn = certainly(api.publicFqdn, (value) => value);
  if (publicFqdn === undefined)
    return undecided('whether the public FQDN of the private cluster resolves', [api.publicFqdn]);
  const evidence = [api.privateCluster.origin, api.publicFqdn.origin];
  return publicFqdn
    ? {
        level: 'private',
        cause: 'public-fqdn',
        modifiers,
        because: `private cluster${byModule(api.privateCluster)} whose public FQDN still resolves${byDefault(api.publicFqdn)}`,
        evidence,
        dependsOn: [],
      }
    : {
        level: 'isolated',
        cause: 'isolated',
        modifiers,
        because: `private cluster${byModule(api.privateCluster)} without a public FQDN${byDefault(api.publicFqdn)}`,
        evidence,
        dependsOn: [],
      };
}

function publicCluster(cluster: Cluster): Judgement<ApiCause> {
  const { api } = cluster;
  const ranges = coverage(api.authorizedRanges);
  const common = { modifiers: [], dependsOn: [] };
  switch (ranges.kind) {
    case 'undetermined':
      return undecided('which addresses the public API endpoint admits', ranges.facts);
    case 'everyone':
      return {
        ...common,
        level: 'open',
        cause: 'ranges-admit-everyone',
        because: `public endpoint whose authorized IP ranges admit everyone: ${ranges.why}`,
        evidence: [...ranges.entries.map((entry) => entry.origin), api.privateCluster.origin],
      };
    case 'own-address':
      return {
        ...common,
        modifiers: ['ownAddressOnly'],
        level: 'restricted',
        cause: 'authorized-ranges',
        because: "public endpoint that admits only the cluster's own outbound address",
        evidence: [api.authorizedRanges.origin, api.privateCluster.origin],
      };
    case 'finite':
      return {
        ...common,
        level: 'restricted',
        cause: 'authorized-ranges',
        because: 'public endpoint with authorized IP ranges',
        evidence: [api.authorizedRanges.origin, api.privateCluster.origin],
      };
    case 'empty':
      return withoutRanges(cluster);
  }
}

function withoutRanges({ api, automatic }: Cluster): Judgement<ApiCause> {
  const common = { level: 'open', modifiers: [], dependsOn: [] } as const;
  if (is(api.publicNetworkAccess, 'disabled') || is(api.publicNetworkAccess, 'securedbyperimeter')) {
    return {
      ...common,
      cause: 'public-network-access-alone',
      because: `publicNetworkAccess${byDefault(api.publicNetworkAccess)} does not make an API server private: the cluster is not a private cluster`,
      evidence: [api.publicNetworkAccess.origin, api.privateCluster.origin],
    };
  }
  if (is(api.vnetIntegration, true) && !is(automatic, true)) {
    return {
      ...common,
      cause: 'vnet-integration-alone',
      because: 'API server VNet integration keeps the public endpoint, open to any source',
      evidence: [api.vnetIntegration.origin, api.privateCluster.origin],
    };
  }
  const how = is(automatic, true) ? ' (AKS Automatic)' : '';
  return {
    ...common,
    cause: 'public-endpoint',
    because: `public endpoint, open to any source${byDefault(api.privateCluster)}${how}`,
    evidence:
      api.authorizedRanges.known && api.authorizedRanges.byDefault
        ? [api.privateCluster.origin]
        : [api.privateCluster.origin, api.authorizedRanges.origin],
  };
}

/** A door around the private network: beside a public endpoint it makes no difference. */
function runCommand(api: Cluster['api']): readonly Modifier[] {
  return is(api.runCommand, false) ? ['runCommandOff'] : [];
}
