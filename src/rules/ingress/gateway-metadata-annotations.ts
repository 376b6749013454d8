import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

export const gatewayMetadataAnnotations = serviceRule(
  {
    id: 'ingress/gateway-metadata-annotations',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The internal annotation of the Gateway stands where it may not be copied from',
    rationale:
      'Istio copies annotations from the metadata of a Gateway to its Service only where the control plane is set to, and drops them once spec.infrastructure has annotations of its own. Azure documents spec.infrastructure.annotations only.',
    remedy: `Move ${azure.internal}: "true" to spec.infrastructure.annotations. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    const { elsewhere } = subject.service;
    if (ingress?.cause !== 'gateway-metadata-annotations' || !elsewhere) return [];
    return [
      {
        message: `Whether ${subject.title} is internal depends on its control plane: ${azure.internal} stands in its metadata, and not in spec.infrastructure.annotations.`,
        origin: elsewhere.annotation.value.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);
