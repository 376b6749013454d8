import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { beneathNodeAddresses, decided, spelled } from './beneath.js';

export const publicAddressBesideRoute = clusterRule(
  {
    id: 'egress/public-address-beside-route',
    dimension: 'egress',
    severity: 'warning',
    title: 'A public outbound address remains beside the route to the filter',
    rationale:
      'A route for 0.0.0.0/0 sends the traffic to a filter, while the outbound type keeps a public address ready. Traffic is filtered as long as the route stands: without it everything goes out, and nothing fails that somebody would notice.',
    remedy:
      'Set the outbound type to userDefinedRouting, so that AKS keeps no public address for egress. The change interrupts connections and changes the outbound address.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    if (egress.cause !== 'public-address-beside-route') return [];
    const { outboundType } = judged.subject.egress;
    return [
      {
        message: `A route sends what leaves ${judged.subject.name} to a filter, but outbound type ${spelled(outboundType)} keeps a public address that opens as soon as the route is gone.`,
        origin: outboundType.origin,
        ...decided(judged, egress),
        ...fixBySetting(outboundType, 'userDefinedRouting', 'Set the outbound type to userDefinedRouting'),
      },
    ];
  },
);
