import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

export const gatewayMetadataAnnotationsHidden = serviceRule(
  {
    id: 'ingress/gateway-metadata-annotations-hidden',
    dimension: 'ingress',
    severity: 'error',
    title: 'The internal annotation of the Gateway stands where it is not handed on, so it is public',
    rationale:
      'The Service of a Gateway takes its annotations from spec.infrastructure.annotations. As soon as those exist, or with a controller other than Istio, what stands in the metadata of the Gateway never reaches the Service.',
    remedy: `Move ${azure.internal}: "true" to spec.infrastructure.annotations. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    const { elsewhere } = subject.service;
    if (ingress?.cause !== 'gateway-metadata-annotations-hidden' || !elsewhere) return [];
    return [
      {
        message: `${subject.title} gets a public IP that is reachable from the whole Internet: ${azure.internal} stands in its metadata, from where it does not reach the Service; spec.infrastructure.annotations does.`,
        origin: elsewhere.annotation.value.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);
