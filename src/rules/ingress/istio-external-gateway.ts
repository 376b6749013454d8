import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { decidedBy, openingsOf } from './add-on.js';

export const istioExternalGateway = clusterRule(
  {
    id: 'ingress/istio-external-gateway',
    dimension: 'ingress',
    severity: 'error',
    title: 'The Istio add-on opens a public ingress gateway',
    rationale:
      'The external gateway of the service mesh add-on gets a public load balancer, also in a private cluster. Each Gateway that selects it is published there.',
    remedy:
      'Switch the external gateway off and use the internal one; its Gateways must select aks-istio-ingressgateway-internal. Move their traffic before the external one goes.',
  },
  (judged) =>
    openingsOf(judged, ['istio-external-gateway', 'istio-internal-gateway'], 'public').map(({ exposure }) => ({
      message: `Cluster ${judged.subject.name} opens a way in from the whole Internet: the external ingress gateway of the Istio add-on is on${byDefault(exposure)}.`,
      origin: exposure.origin,
      ...decidedBy(judged, 'public'),
      ...fixBySetting(exposure, 'none', 'Switch the external gateway off'),
    })),
);
