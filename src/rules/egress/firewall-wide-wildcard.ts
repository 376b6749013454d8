import { clusterRule } from '../define.js';
import { throughHoles } from './through-firewall.js';

export const firewallWideWildcard = clusterRule(
  {
    id: 'egress/firewall-wide-wildcard',
    dimension: 'egress',
    severity: 'warning',
    title: 'The firewall behind the route admits a domain that strangers share',
    rationale:
      'Anyone can have a name under a domain such as blob.core.windows.net or github.io, and a resource behind a service tag such as Storage. A rule that admits all of it lets data go to whoever rents there.',
    remedy:
      'Name the accounts and hosts one by one, or reach services of Azure through private endpoints and leave them out of the rules.',
  },
  (judged) =>
    throughHoles(
      judged,
      'shared',
      undefined,
      (rule, destinations) =>
        `${rule} lets the nodes and pods of ${judged.subject.name} reach names that anyone can have: it admits ${destinations}.`,
    ),
);
