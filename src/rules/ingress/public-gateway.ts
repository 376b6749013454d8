import { azure } from '../../posture/annotations.js';
import { judgedPublished, judgedService } from '../../scoring/judge.js';
import { rule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

/** A Gateway that selects pods which others publish has no annotations of a load balancer itself (Istio, the AKS mesh). */
const sharedRemedy =
  'Select a gateway that is internal (in the AKS mesh: istio: aks-istio-ingressgateway-internal), or make the Service of the gateway that it selects internal.';

export const publicGateway = rule(
  {
    id: 'ingress/public-gateway',
    dimension: 'ingress',
    severity: 'error',
    title: 'The Gateway gets a public IP, open to every address',
    rationale:
      'Most Gateway classes make a Service of type LoadBalancer for each Gateway, and that is public on AKS unless its annotations say otherwise. Annotations reach that Service through spec.infrastructure of the Gateway.',
    remedy: `Add ${azure.internal}: "true" under spec.infrastructure.annotations of the Gateway, or use a gateway that is internal. ${internalCaveat}`,
  },
  (judged) => {
    const own = judgedService(judged);
    if (own?.ingress?.cause === 'public-gateway') {
      const { subject, ingress } = own;
      const { annotatedAt } = subject;
      const made = annotatedAt === undefined ? 'its controller makes a load balancer' : 'it comes with a load balancer';
      return [
        {
          message: `${subject.title} gets a public IP that is reachable from the whole Internet: ${made}, and ${annotatedAt ?? 'spec.infrastructure.annotations'} lack ${azure.internal}: "true".`,
          origin: subject.service.type.origin,
          level: ingress.level,
          ...(annotatedAt === undefined
            ? {}
            : {
                remedy: `Add ${azure.internal}: "true" under ${annotatedAt}, or switch the gateway off. ${internalCaveat}`,
              }),
          ...internalFix(subject.service),
        },
      ];
    }
    const shared = judgedPublished(judged);
    if (shared?.ingress?.cause !== 'public-shared-gateway') return [];
    const { subject, ingress } = shared;
    return [
      {
        message: `${subject.title} is reachable from the whole Internet: ${ingress.because}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
        remedy: sharedRemedy,
      },
    ];
  },
);
