import { turns } from '../change.js';
import { clusterChangeRule } from '../define.js';
import { clusterReplaced } from './cluster-replaced.js';

export const vnetIntegrationOneWay = clusterChangeRule(
  {
    id: 'api/vnet-integration-one-way',
    dimension: 'api',
    severity: 'warning',
    title: 'API server VNet integration is switched on or off',
    rationale:
      'API server VNet integration cannot be switched off again: Azure refuses that. Switching it on reimages all node pools, needs a stop and a start at once, and changes the address of the API server.',
    remedy:
      'Leave it on. To be rid of it, make a new cluster and move the workloads; a private cluster can be made public without touching it.',
  },
  (before, after) => {
    const [was, now] = [before.subject.api.vnetIntegration, after.subject.api.vnetIntegration];
    const { name } = before.subject;
    if (turns(was, now, true)) {
      return [
        {
          message: `API server VNet integration of ${name} is switched on, which can't be undone: the cluster has to be stopped and started, all node pools are reimaged, and the address of the API server changes.`,
          origin: now.origin,
          severity: 'notice',
          remedy:
            'Do it in a maintenance window, and be sure that there is capacity to start again. Firewall rules and DNS records with the address of the API server must follow.',
        },
      ];
    }
    const told = (clusterReplaced.compare?.(before, after).length ?? 0) > 0;
    if (!turns(was, now, false) || told) return [];
    return [
      {
        message: `API server VNet integration of ${name} is switched off, which Azure refuses on an existing cluster: the deployment will fail.`,
        origin: now.origin,
      },
    ];
  },
);
