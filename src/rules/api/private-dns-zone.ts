import type { Fact } from '../../posture/fact.js';
import { certainly } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import { clusterRule } from '../define.js';
import type { Discovery } from '../rule.js';
import { quoted } from '../words.js';

export const privateDnsZone = clusterRule(
  {
    id: 'api/private-dns-zone',
    dimension: 'api',
    severity: 'warning',
    title: 'AKS refuses the DNS zone of the private cluster',
    rationale:
      'A private cluster needs a name that resolves: a zone privatelink.<region>.azmk8s.io of its own region, private.<region>.azmk8s.io with API server VNet integration, or, without any zone, the public FQDN. AKS refuses everything else, and the quick way out of a failed deployment is often the less private one.',
    remedy:
      'Name the zone after the region and the kind of cluster, a name in front of it allowed. Without a zone leave the public FQDN on; a cluster that has none cannot get a zone later.',
  },
  ({ subject }) => {
    if (certainly(subject.api.privateCluster, (value) => value) !== true) return [];
    return [...withoutName(subject), ...misnamed(subject)];
  },
);

function withoutName({ name, api }: Cluster): readonly Discovery[] {
  const { privateDnsZone: zone, publicFqdn } = api;
  if (certainly(zone, (value) => value === 'none') !== true) return [];
  if (certainly(publicFqdn, (value) => value) !== false) return [];
  return [
    {
      message: `Private cluster ${name} has neither a private DNS zone nor a public FQDN, so that nothing resolves its API server: AKS refuses it.`,
      origin: zone.origin,
      also: [publicFqdn.origin],
      key: 'no name',
    },
  ];
}

/** The names that AKS takes, in the public cloud. */
const wanted = /^(?:[a-z0-9-]{1,32}\.)?(privatelink|private)\.([a-z0-9]+)\.azmk8s\.io$/;

/** Other clouds have other suffixes. */
const otherCloud = /\.(azk8s\.cn|azure\.us|azmk8s\.us)$/;

function misnamed(cluster: Cluster): readonly Discovery[] {
  const { name, api, network } = cluster;
  const fault = faultOf(network.zoneName, cluster);
  if (fault === undefined) return [];
  return [
    {
      message: `The private DNS zone of ${name} ${fault.text}.`,
      ...(fault.severity ? { severity: fault.severity } : {}),
      origin: api.privateDnsZone.origin,
      also: [network.zoneName.origin],
      key: 'wrong name',
    },
  ];
}

interface Fault {
  readonly text: string;
  readonly severity?: 'notice';
}

function faultOf(zone: Fact<string>, { api, location }: Cluster): Fault | undefined {
  const text = zone.known ? zone.value : startOf(zone.parts);
  if (text === '' || otherCloud.test(text)) return undefined;
  const integrated = certainly(api.vnetIntegration, (value) => value);
  const [, kind, region] = (zone.known ? wanted : /^(privatelink|private)\./).exec(text) ?? [];
  if (kind === undefined) {
    return zone.known ? { text: `is called ${quoted(text)}, which is no zone of AKS: it is refused` } : undefined;
  }
  if (kind === 'private' && integrated === false) {
    return { text: `is called ${quoted(text)}, which is for API server VNet integration, and the cluster has none` };
  }
  const elsewhere = region !== undefined && location.known && location.value !== '' && location.value !== region;
  if (elsewhere) return { text: `is of region ${region}, and the cluster is in ${location.value}: AKS refuses it` };
  // Documented otherwise, but Microsoft's own AKS baseline deploys it so.
  if (kind === 'privatelink' && integrated === true) {
    return {
      text: `is called ${quoted(text)}; with API server VNet integration the documented name starts with private`,
      severity: 'notice',
    };
  }
  return undefined;
}

function startOf(parts: readonly (string | null)[] | undefined): string {
  return parts?.[0] ?? '';
}
