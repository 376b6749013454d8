import { clusterRule } from '../define.js';
import { throughHoles } from './through-firewall.js';

export const firewallAllowsEverything = clusterRule(
  {
    id: 'egress/firewall-allows-everything',
    dimension: 'egress',
    severity: 'error',
    title: 'The firewall behind the route lets everything through',
    rationale:
      'Sending everything to a firewall protects only as far as its rules do. A rule for every destination lets whatever runs in the cluster send data anywhere, and a broad network rule is taken before all application rules.',
    remedy:
      'Name the destinations: the FQDN tag AzureKubernetesService for what AKS itself needs, and the FQDNs of the services that the workloads call.',
  },
  (judged) =>
    throughHoles(
      judged,
      'everything',
      'firewall-allows-everything',
      (rule, destinations) =>
        `${rule} lets the nodes and pods of ${judged.subject.name} reach the whole Internet: it admits ${destinations}.`,
    ),
);
