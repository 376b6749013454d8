/** What authors write when they want an internal load balancer, beside the one annotation that Azure reads. */
import { azure } from '../posture/annotations.js';
import { certainly } from '../posture/fact.js';
import type { Annotation, ServiceFacts } from '../posture/entry-point.js';

/** A value by which an author means that the load balancer is public. */
export function meansPublic(value: string): boolean {
  return /^(false|no|off|n|f|0)$/i.test(value.trim());
}

/** An annotation that asks for an internal load balancer, but not in the one spelling that Azure reads. */
export function foreignInternal(service: ServiceFacts): Annotation | undefined {
  return [...service.annotations.values()].find(
    (annotation) => annotation.key !== azure.internal && (asksByKey(annotation) || asksByValue(annotation)),
  );
}

/** `service.beta.kubernetes.io/aws-load-balancer-internal: "true"`, also misspelled forms of Azure's own key. */
function asksByKey({ key, value }: Annotation): boolean {
  return (
    /internal/i.test(key) &&
    /(load-?balancer|cce|alb|elb)/i.test(key) &&
    !key.startsWith(`${azure.internal}-`) &&
    certainly(value, (text) => text.trim() !== '' && !meansPublic(text)) === true
  );
}

/** `networking.gke.io/load-balancer-type: Internal`, `service.beta.kubernetes.io/aws-load-balancer-scheme: internal`. */
function asksByValue({ key, value }: Annotation): boolean {
  return (
    /load-?balancer/i.test(key) &&
    certainly(value, (text) => /^(internal|intranet|private)$/i.test(text.trim())) === true
  );
}
