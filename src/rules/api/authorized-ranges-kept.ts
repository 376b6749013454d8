import { is } from '../../posture/fact.js';
import { clusterChangeRule } from '../define.js';

export const authorizedRangesKept = clusterChangeRule(
  {
    id: 'api/authorized-ranges-kept',
    dimension: 'api',
    severity: 'notice',
    title: 'Azure may keep authorized ranges that Terraform no longer names',
    rationale:
      'For an empty list the azurerm provider sends nothing, and Azure keeps the list that it has. The text says that everyone is admitted, or that a private cluster took over, and the cluster is something else.',
    remedy:
      'After the deployment, look at the list with az aks show, and clear it with az aks update --api-server-authorized-ip-ranges "" if that is meant. Better keep the ranges.',
  },
  ({ subject: before }, { subject: after }) => {
    if (after.creation.keepsRanges !== true || !is(after.api.privateCluster, false)) return [];
    const [was, now] = [before.api.authorizedRanges, after.api.authorizedRanges];
    if (!was.known || !now.known || was.value.length === 0 || now.value.length > 0) return [];
    return [
      {
        message: `The authorized ranges of ${before.name} are taken out of the text, but the azurerm provider sends no empty list: the cluster may keep its old ranges until somebody clears them.`,
        origin: now.origin,
      },
    ];
  },
);
