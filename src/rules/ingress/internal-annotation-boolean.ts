import { azure } from '../../posture/annotations.js';
import { certainly } from '../../posture/fact.js';
import type { Annotation } from '../../posture/entry-point.js';
import { serviceRule } from '../define.js';
import { internalFix } from './service.js';

export const internalAnnotationBoolean = serviceRule(
  {
    id: 'ingress/internal-annotation-boolean',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The internal annotation is not a string',
    rationale:
      'Annotations are strings. Kubernetes refuses a manifest with any other value, Kustomize and charts that quote turn it into a string, and old clients drop all annotations of the object, which leaves the Service public.',
    remedy: `Quote the value: ${azure.internal}: "true".`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'annotation-refused') return [];
    const annotation = subject.service.annotations.get(azure.internal);
    if (!annotation?.refused) return [];
    return [
      {
        message: `${azure.internal} of ${subject.title} is ${kinds[annotation.refused]}, not a string: ${outcome(annotation)}`,
        origin: annotation.value.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);

const kinds: Readonly<Record<NonNullable<Annotation['refused']>, string>> = {
  boolean: 'a boolean',
  number: 'a number',
  null: 'without a value',
  list: 'a list',
  map: 'a map',
};

function outcome({ refused, value }: Annotation): string {
  if (refused === 'list' || refused === 'map') return 'Kubernetes refuses the manifest.';
  if (refused === 'null') return 'the annotation is dropped or left empty, and the load balancer is public.';
  const internal = certainly(value, (text) => text === 'true');
  const otherwise = internal === true ? 'the load balancer is internal' : 'the load balancer is public';
  return `applied as it is, Kubernetes refuses the manifest; through Kustomize or a chart that quotes it, ${otherwise}.`;
}
