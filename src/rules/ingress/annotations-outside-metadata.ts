import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

export const annotationsOutsideMetadata = serviceRule(
  {
    id: 'ingress/annotations-outside-metadata',
    dimension: 'ingress',
    severity: 'error',
    title: 'The internal annotation does not stand in metadata, so it is dropped',
    rationale:
      'Annotations count in metadata only. At the top of the object or in its spec, where a slip of indentation puts them, Kubernetes drops them with a warning at most, and the load balancer is public.',
    remedy: `Move the annotations under metadata. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    const { elsewhere } = subject.service;
    if (ingress?.cause !== 'annotations-outside-metadata' || !elsewhere) return [];
    return [
      {
        message: `${subject.title} gets a public IP that is reachable from the whole Internet: ${azure.internal} does not stand in metadata, and Kubernetes drops it.`,
        origin: elsewhere.annotation.value.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);
