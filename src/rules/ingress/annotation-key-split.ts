import { azure } from '../../posture/annotations.js';
import type { Annotation } from '../../posture/entry-point.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

export const annotationKeySplit = serviceRule(
  {
    id: 'ingress/annotation-key-split',
    dimension: 'ingress',
    severity: 'error',
    title: 'The internal annotation is torn apart at its dots, so it does nothing',
    rationale:
      'Helm reads each dot in the name of a value that is set on the command line, or in a set block of Terraform, as a step into a mapping. Without a backslash before each dot the annotation becomes mappings inside of each other: Kubernetes refuses them, or a chart prints them as one text that nobody reads, and the load balancer is public.',
    remedy: `Put a backslash before each dot of the key (two in Terraform), or give the annotation in a values file. ${internalCaveat}`,
  },
  ({ subject }) => {
    const torn = [...subject.service.annotations.values()].find(isTorn);
    if (!torn || subject.service.annotations.has(azure.internal)) return [];
    return [
      {
        message: `${subject.title} does not get the internal annotation: its key is torn apart at the dots, and ${torn.key} holds mappings instead.`,
        origin: torn.value.origin,
        ...internalFix(subject.service),
      },
    ];
  },
);

/** `service: {beta: {…}}`, or the text that Go prints of such mappings. */
function isTorn({ key, refused, value }: Annotation): boolean {
  if (!azure.internal.startsWith(`${key}.`)) return false;
  return refused === 'map' || (value.known && value.value.startsWith('map['));
}
