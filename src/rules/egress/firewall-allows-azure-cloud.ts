import { clusterRule } from '../define.js';
import { throughHoles } from './through-firewall.js';

export const firewallAllowsAzureCloud = clusterRule(
  {
    id: 'egress/firewall-allows-azure-cloud',
    dimension: 'egress',
    severity: 'error',
    title: 'The firewall behind the route admits every customer of Azure',
    rationale:
      'The service tag AzureCloud stands for all public addresses of Azure, those that anyone rents included. Whoever wants data out of the cluster needs a virtual machine or a storage account, no more.',
    remedy:
      'AKS needs the tag on ports UDP 1194 and TCP 9000 only, and not at all for a private cluster. Give everything else by FQDN or by the tag of the one service that is called.',
  },
  (judged) =>
    throughHoles(
      judged,
      'azureCloud',
      'firewall-allows-azure-cloud',
      (rule, destinations) =>
        `${rule} lets the nodes and pods of ${judged.subject.name} reach everything that any customer runs in Azure: it admits ${destinations} on other ports than 1194 and 9000.`,
    ),
);
