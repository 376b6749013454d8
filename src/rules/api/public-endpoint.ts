import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { unlessFixed } from '../module-setting.js';

export const publicEndpoint = clusterRule(
  {
    id: 'api/public-endpoint',
    dimension: 'api',
    severity: 'error',
    title: 'The API server is public, open to every address',
    rationale:
      'Anyone on the Internet can talk to the Kubernetes API server; only authentication stands between them and the cluster.',
    remedy:
      'Make the cluster private, or give the endpoint authorized IP ranges. A private cluster can be chosen at creation only, unless API server VNet integration is on.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'public-endpoint') return [];
    const { privateCluster } = subject.api;
    return [
      {
        message: `The API server of ${subject.name} is reachable from the whole Internet: ${api.because}.`,
        origin: privateCluster.origin,
        level: api.level,
        ...unlessFixed(privateCluster),
        ...fixBySetting(privateCluster, true, `Set ${privateCluster.name} to true`),
      },
    ];
  },
);
