import type { Opening } from '../../posture/model.js';
import { addOns } from '../../scoring/openings.js';
import { clusterRule } from '../define.js';
import { decidedBy, openingsOf } from './add-on.js';

export const internalAddOn = clusterRule(
  {
    id: 'ingress/internal-add-on',
    dimension: 'ingress',
    severity: 'warning',
    title: 'An add-on of the cluster opens a way in from the virtual network',
    rationale:
      'An internal ingress is the private way in. For a cluster that had none it is still a step out: the virtual network and all that is connected to it reach what is published there.',
    remedy: 'Leave the add-on out if nothing outside the cluster calls its workloads.',
  },
  (judged) =>
    openingsOf(judged, vias, 'internal').map(({ via, exposure }) => ({
      message: `Cluster ${judged.subject.name} opens a way in from the virtual network: ${addOns[via]} has an internal load balancer.`,
      origin: exposure.origin,
      key: via,
      onlyAsRegression: true,
      ...decidedBy(judged, 'internal'),
    })),
);

const vias: readonly Opening['via'][] = [
  'application-routing',
  'istio-external-gateway',
  'istio-internal-gateway',
  'application-gateway',
  'http-application-routing',
];
