/** What several rules ask of a Service, in the words of the Azure cloud provider. */
import type { Fix } from '../../report/report.js';
import type { Fact } from '../../posture/fact.js';
import { certainly } from '../../posture/fact.js';
import { azure } from '../../posture/annotations.js';
import type { Annotation, ServiceFacts } from '../../posture/entry-point.js';
import { fixBy } from '../fix.js';

/** Certainly a load balancer of Azure: of the type, and without a class that hands it to another controller. */
export function isLoadBalancer({ type, loadBalancerClass }: ServiceFacts): boolean {
  return (
    certainly(type, (value) => value === 'LoadBalancer') === true &&
    certainly(loadBalancerClass, (value) => value === '') === true
  );
}

/**
 * Whether Azure takes the load balancer for internal: only the text `true`, to the letter (requiresInternalLoadBalancer).
 * @returns undefined when the text does not decide, also for a value that Kubernetes refuses
 */
export function isInternal({ annotations, otherAnnotations }: ServiceFacts): boolean | undefined {
  const annotation = annotations.get(azure.internal);
  if (!annotation) return otherAnnotations ? undefined : false;
  return annotation.refused ? undefined : certainly(annotation.value, (value) => value === 'true');
}

/** The edit that makes a load balancer internal. */
export function internalFix({ setAnnotation }: ServiceFacts): { readonly fix?: Fix } {
  return fixBy(setAnnotation(azure.internal, 'true'), 'Make the load balancer internal');
}

/** What mending by the internal annotation brings with it; every remedy that proposes it says so. */
export const internalCaveat =
  'Switching a running Service changes its IP address, so DNS records and firewall rules must follow.';

/** A switch that Azure reads in any case but without trimming (strings.EqualFold in accesscontrol.go). */
export function isSwitchedOn(annotation: Annotation | undefined): boolean {
  return annotation !== undefined && certainly(annotation.value, (value) => value.toLowerCase() === 'true') === true;
}

/** The entries of a comma-separated annotation; none when the text does not decide. An empty text is one empty entry. */
export function entriesOf(annotation: Annotation | undefined): readonly Fact<string>[] {
  const fact = annotation?.value;
  return fact?.known ? fact.value.split(',').map((value) => ({ ...fact, value: value.trim() })) : [];
}

/** Annotations of ranges, which Azure adds to each other (AllowedIPRanges in loadbalancer/configuration.go). */
export const rangeAnnotations: readonly string[] = [azure.allowedIpRanges, azure.sourceRanges];

/** Every range that is known, of the field and the annotations. */
export function knownRanges({ sourceRanges, annotations }: ServiceFacts): readonly Fact<string>[] {
  return [
    ...(sourceRanges.known ? sourceRanges.value : []),
    ...rangeAnnotations.flatMap((key) => entriesOf(annotations.get(key))),
  ];
}

/** Whether no range can be given anywhere: a value that the text does not decide may hold some. */
export function hasNoRanges({ sourceRanges, annotations, otherAnnotations }: ServiceFacts): boolean {
  return (
    certainly(sourceRanges, (ranges) => ranges.length === 0) === true &&
    rangeAnnotations.every((key) => !annotations.has(key)) &&
    !otherAnnotations
  );
}

/** Annotations that ask for a public address or name one; the internal path never reads them. */
export function publicAddressAnnotations({ annotations }: ServiceFacts): readonly Annotation[] {
  return [...annotations.values()].filter(
    ({ key, value }) =>
      (key === azure.dnsLabel || key.startsWith('service.beta.kubernetes.io/azure-pip-')) &&
      certainly(value, (text) => text.trim() === '') !== true,
  );
}
