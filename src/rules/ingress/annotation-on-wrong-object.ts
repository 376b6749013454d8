import { azure } from '../../posture/annotations.js';
import { rule } from '../define.js';

export const annotationOnWrongObject = rule(
  {
    id: 'ingress/annotation-on-wrong-object',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The internal annotation stands on an object that Azure does not read',
    rationale:
      'Azure reads the annotation on Services, and controllers hand it on from the field that they document for it. On an Ingress, on a workload or in the metadata of another object it does nothing, and says that something is private which may be public.',
    remedy:
      'Put the annotation on the Service of type LoadBalancer, which for an Ingress is that of its controller; for a NginxIngressController under spec.loadBalancerAnnotations. Remove it here.',
  },
  (judged) => {
    if (judged.kind !== 'entry-point' || !('misplaced' in judged.subject)) return [];
    const { misplaced, title } = judged.subject;
    return [
      {
        message: `${azure.internal} does nothing on ${title}: Azure reads it on Services only.`,
        origin: misplaced.value.origin,
      },
    ];
  },
);
