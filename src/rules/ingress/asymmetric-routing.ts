import { is } from '../../posture/fact.js';
import type { Opening } from '../../posture/model.js';
import { addOns } from '../../scoring/openings.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { openingsOf } from './add-on.js';

export const asymmetricRouting = clusterRule(
  {
    id: 'ingress/asymmetric-routing',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A public load balancer in a cluster whose answers leave through a firewall',
    rationale:
      'A request comes in through the public address of the load balancer, and its answer is routed to the firewall, which has never seen the request and drops it. The usual repair, a route to the Internet, takes the filter away for everyone.',
    remedy:
      'Make the ingress internal, and let the firewall translate a public address to it, or put an Application Gateway in front. Do not change the route for 0.0.0.0/0.',
  },
  (judged) => {
    const { subject, egress } = judged;
    const routed = is(subject.egress.outboundType, 'userDefinedRouting');
    if (!routed && egress.cause !== 'public-address-beside-route') return [];
    return openingsOf(judged, vias, 'public').map(({ via, exposure }) => ({
      message: `Requests to ${subject.name} come in through the public load balancer of ${addOns[via]}, and their answers leave through the route to the firewall, which drops them.`,
      origin: exposure.origin,
      key: via,
      ...(via === 'application-routing'
        ? fixBySetting(exposure, 'internal', 'Make the default controller internal')
        : {}),
    }));
  },
);

/** An Application Gateway answers from a subnet of its own. */
const vias: readonly Opening['via'][] = ['application-routing', 'istio-external-gateway', 'http-application-routing'];
