import { byDefault } from '../../scoring/judgement.js';
import { waysOutBesideNone } from '../../scoring/egress/closed.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { beneathNodeAddresses, decided } from './beneath.js';

export const defaultOutboundAccess = clusterRule(
  {
    id: 'egress/default-outbound-access',
    dimension: 'egress',
    severity: 'warning',
    title: 'Azure may give the nodes outbound access that the cluster does without',
    rationale:
      'Outbound type none means that AKS makes no way out; it does not close one. In a subnet that does not refuse it, Azure gives virtual machines an outbound address of its own, and the provider of Terraform asks for that unless told otherwise.',
    remedy:
      'Make the subnet private: defaultOutboundAccess false, default_outbound_access_enabled = false in Terraform. Or put a route for 0.0.0.0/0, or a security rule that denies the Internet, on it.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    const { subject } = judged;
    return waysOutBesideNone(subject)
      .filter(({ judgement }) => judgement.cause === 'default-outbound-access')
      .map(({ subnet, judgement }) => ({
        message: `The outbound type of ${subject.name} is none, but subnet ${subnet.name} lets Azure give its nodes outbound access${byDefault(subnet.defaultOutboundAccess)}.`,
        origin: judgement.evidence[0] ?? subnet.heading,
        key: subnet.name,
        ...(egress.cause === 'default-outbound-access' ? decided(judged, egress) : {}),
        ...fixBySetting(subnet.defaultOutboundAccess, false, `Set ${subnet.defaultOutboundAccess.name} to false`),
      }));
  },
);
