import type { Cluster } from '../../posture/model.js';
import { is } from '../../posture/fact.js';
import { differs, valueIn } from '../change.js';
import { clusterChangeRule } from '../define.js';

export const privateDnsZoneChange = clusterChangeRule(
  {
    id: 'api/private-dns-zone-change',
    dimension: 'api',
    severity: 'warning',
    title: 'The private DNS zone of an existing cluster changes',
    rationale:
      'Azure lets a private cluster give its zone up for none, and nothing else: any other change is refused. Without a zone the nodes and all clients find the API server by its public name.',
    remedy:
      'Leave the zone as it is. A cluster in another zone is a new cluster: make it beside this one and move the workloads.',
  },
  ({ subject: before }, { subject: after }) => {
    const [was, now] = [before.api.privateDnsZone, after.api.privateDnsZone];
    if (!isPrivate(before) || !isPrivate(after) || isReplaced(after) || differs(was, now) !== true) return [];
    const change = `The private DNS zone of ${before.name} changes from ${valueIn(was)} to ${valueIn(now)}`;
    const common = { origin: now.origin, also: [after.api.privateCluster.origin] };
    return is(now, 'none')
      ? [
          {
            ...common,
            message: `${change}. Azure can do that, but never back: nodes and clients will look up the public name of the API server, and node images are upgraded for it.`,
            severity: 'notice',
            remedy:
              'Check that the public FQDN stays on, that everyone who uses the API server can resolve it, and that nothing reads records of the old zone.',
          },
        ]
      : [{ ...common, message: `${change}. Azure refuses that on an existing cluster: the deployment will fail.` }];
  },
);

function isPrivate({ api }: Cluster): boolean {
  return is(api.privateCluster, true);
}

/** Told as that. */
function isReplaced({ creation, api }: Cluster): boolean {
  return creation.answer !== 'refused' && creation.settings.some(({ fact }) => fact.name === api.privateDnsZone.name);
}
