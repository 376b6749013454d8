/**
 * Ingress of a Kubernetes Service, by the algorithm of the Azure cloud provider (requiresInternalLoadBalancer and
 * loadbalancer/configuration.go of cloud-provider-azure): internal only when the annotation is exactly `true`.
 */
import { certainly } from '../posture/fact.js';
import type { Annotation, ServiceEntryPoint, ServiceFacts } from '../posture/entry-point.js';
import { azure, readsTrue } from '../posture/annotations.js';
import type { Judgement } from './judgement.js';
import { byDefault, byModule, undecided } from './judgement.js';
import { foreignInternal, meansPublic } from './internal-annotation.js';
import { coverage } from './ranges.js';
import { admittedSources } from './sources.js';

export { foreignInternal } from './internal-annotation.js';
export { admittedSources } from './sources.js';

export type ServiceCause =
  | 'public-load-balancer'
  | 'public-gateway'
  | 'annotations-outside-metadata'
  | 'gateway-metadata-annotations-hidden'
  | 'gateway-metadata-annotations'
  | 'internal-annotation-not-exact'
  | 'foreign-internal-annotation'
  | 'annotation-refused'
  | 'ranges-admit-everyone'
  | 'source-ranges'
  | 'rules-by-hand'
  | 'additional-public-addresses'
  | 'load-balancer-class'
  | 'internal'
  | 'node-port'
  | 'external-ips'
  | 'cluster-only'
  | 'undetermined';

/** A Service, or the one that a controller makes for an object. */
export function judgeService({ service, via }: Pick<ServiceEntryPoint, 'service' | 'via'>): Judgement<ServiceCause> {
  const judgement = judgeFacts(service);
  if (via !== 'gateway' || judgement.cause !== 'public-load-balancer') return judgement;
  return { ...judgement, cause: 'public-gateway', because: 'its controller makes a public load balancer' };
}

export function judgeFacts(service: ServiceFacts): Judgement<ServiceCause> {
  const balanced = certainly(service.type, (type) => type === 'LoadBalancer');
  if (balanced === undefined) return undecided('the type of the Service', [service.type]);
  return balanced ? loadBalancer(service) : withoutLoadBalancer(service);
}

/** What Kubernetes admits besides a load balancer; it refuses a Service of any other type. */
const otherTypes: readonly string[] = ['ClusterIP', 'NodePort', 'ExternalName'];

function withoutLoadBalancer(service: ServiceFacts): Judgement<ServiceCause> {
  const common = { modifiers: [], dependsOn: [] };
  if (certainly(service.type, (type) => otherTypes.includes(type)) !== true) return unknownType(service);
  const onNodes = certainly(service.type, (type) => type === 'NodePort');
  if (onNodes === undefined) return undecided('the type of the Service', [service.type]);
  if (onNodes) {
    return {
      ...common,
      level: 'private',
      cause: 'node-port',
      because: 'a port on every node: reachable from the virtual network',
      evidence: [service.type.origin],
    };
  }
  const external = certainly(service.externalIps, (addresses) => addresses.length > 0);
  if (external === undefined) return undecided('whether the Service has external IPs', [service.externalIps]);
  if (external) {
    return {
      ...common,
      level: 'private',
      cause: 'external-ips',
      because: 'external IPs: reachable from wherever they are routed to a node',
      evidence: [service.externalIps.origin],
    };
  }
  return {
    ...common,
    level: 'isolated',
    cause: 'cluster-only',
    because: `reachable inside the cluster only (type ${service.type.known ? service.type.value : 'ClusterIP'}${byDefault(service.type)})`,
    evidence: [service.type.origin],
  };
}

function unknownType({ type }: ServiceFacts): Judgement<ServiceCause> {
  if (!type.known) return undecided('the type of the Service', [type]);
  return {
    level: 'unknown',
    cause: 'undetermined',
    modifiers: [],
    because: `Service type “${type.value.slice(0, 60)}” is none that Kubernetes knows`,
    evidence: [type.origin],
    dependsOn: [type.name],
  };
}

function loadBalancer(service: ServiceFacts): Judgement<ServiceCause> {
  const ownClass = certainly(service.loadBalancerClass, (name) => name !== '');
  if (ownClass === undefined) return undecided('the load balancer class', [service.loadBalancerClass]);
  if (ownClass) {
    return {
      level: 'unknown',
      cause: 'load-balancer-class',
      modifiers: [],
      because: 'a load balancer class: Azure ignores the Service and another controller decides',
      evidence: [service.loadBalancerClass.origin],
      dependsOn: ['the controller of spec.loadBalancerClass'],
    };
  }
  const internal = service.annotations.get(azure.internal);
  if (internal?.refused) return refused(internal);
  if (!internal && service.otherAnnotations)
    return undecided('what annotations the Service has', [service.otherAnnotations]);
  const isInternal = internal ? certainly(internal.value, (value) => value === 'true') : false;
  if (internal && isInternal === undefined) return undecided('the internal annotation', [internal.value]);
  return isInternal && internal ? internalLoadBalancer(service, internal) : publicLoadBalancer(service, internal);
}

function internalLoadBalancer(service: ServiceFacts, internal: Annotation): Judgement<ServiceCause> {
  const additional = service.annotations.get(azure.additionalPublicIps);
  // Addresses that wait for a parameter are addresses.
  if (additional && certainly(additional.value, (value) => value.trim() !== '') !== false) {
    return {
      level: 'open',
      cause: 'additional-public-addresses',
      modifiers: [],
      because: 'internal load balancer, but additional public addresses are admitted to it',
      evidence: [additional.value.origin, internal.value.origin],
      dependsOn: [],
    };
  }
  const linked = readsTrue(service.annotations.get(azure.privateLinkService)) === true;
  return {
    level: 'private',
    cause: 'internal',
    modifiers: [],
    because: linked
      ? 'internal load balancer with a Private Link Service'
      : 'internal load balancer: reachable from the virtual network',
    evidence: [internal.value.origin],
    dependsOn: [],
  };
}

function publicLoadBalancer(service: ServiceFacts, internal: Annotation | undefined): Judgement<ServiceCause> {
  const byHand = service.annotations.get(azure.disableSecurityRules);
  const unruled = readsTrue(byHand, false);
  if (byHand && unruled === undefined) return undecided('who manages the network security rules', [byHand.value]);
  if (byHand && unruled) {
    return {
      level: 'unknown',
      cause: 'rules-by-hand',
      modifiers: [],
      because: 'public IP whose network security rules are managed elsewhere',
      evidence: [byHand.value.origin],
      dependsOn: ['the network security group of the nodes'],
    };
  }
  const admitted = coverage(admittedSources(service));
  const common = { modifiers: [], dependsOn: [] };
  switch (admitted.kind) {
    case 'undetermined':
      return undecided('which sources the public load balancer admits', admitted.facts);
    case 'own-address':
    case 'finite':
      return {
        ...common,
        level: 'restricted',
        cause: 'source-ranges',
        because:
          admitted.kind === 'finite' && admitted.serviceTags.length > 0
            ? 'public IP, admitted service tags and ranges only'
            : 'public IP, listed source ranges only',
        evidence: [...admittedSources(service).value.map((entry) => entry.origin), service.type.origin],
      };
    case 'everyone':
      return {
        ...common,
        level: 'open',
        cause: 'ranges-admit-everyone',
        because: `public IP whose source ranges admit everyone: ${admitted.why}`,
        evidence: [...admitted.entries.map((entry) => entry.origin), service.type.origin],
      };
    case 'empty':
      if (service.otherAnnotations)
        return undecided('which sources the public load balancer admits', [service.otherAnnotations]);
      return misplaced(service, internal) ?? { ...common, level: 'open', ...openCause(service, internal) };
  }
}

function openCause(
  service: ServiceFacts,
  internal: Annotation | undefined,
): Pick<Judgement<ServiceCause>, 'cause' | 'because' | 'evidence'> {
  if (internal && certainly(internal.value, (value) => !meansPublic(value)) === true) {
    return {
      cause: 'internal-annotation-not-exact',
      because: 'public IP: the internal annotation is not exactly "true", and Azure compares it to the letter',
      evidence: [internal.value.origin, service.type.origin],
    };
  }
  const foreign = internal ? undefined : foreignInternal(service);
  if (foreign) {
    return {
      cause: 'foreign-internal-annotation',
      because: `public IP: ${foreign.key} is another cloud's annotation, or misspelled, and Azure ignores it`,
      evidence: [foreign.value.origin, service.type.origin],
    };
  }
  return {
    cause: 'public-load-balancer',
    because: `public load balancer${byModule(service.type)}, open to any source`,
    evidence: [service.type.origin, ...(internal ? [internal.value.origin] : [])],
  };
}

/** A load balancer that is asked to be internal where nothing reads it, or perhaps nothing does. */
function misplaced({ elsewhere }: ServiceFacts, internal: Annotation | undefined): Judgement<ServiceCause> | undefined {
  if (!elsewhere || internal || readsTrue(elsewhere.annotation) !== true) return undefined;
  const common = { modifiers: [], evidence: [elsewhere.annotation.value.origin] };
  switch (elsewhere.place) {
    case 'outside-metadata':
      return {
        ...common,
        level: 'open',
        cause: 'annotations-outside-metadata',
        because: 'public IP: the internal annotation does not stand in metadata, and Kubernetes drops it',
        dependsOn: [],
      };
    case 'hidden':
      return {
        ...common,
        level: 'open',
        cause: 'gateway-metadata-annotations-hidden',
        because: 'public IP: the internal annotation stands in metadata, from where it is not handed on',
        dependsOn: [],
      };
    case 'metadata':
      return {
        ...common,
        level: 'unknown',
        cause: 'gateway-metadata-annotations',
        because: 'the internal annotation stands in metadata, from where a control plane may or may not copy it',
        dependsOn: ['whether the control plane copies annotations of Gateways'],
      };
  }
}

function refused(internal: Annotation): Judgement<ServiceCause> {
  return {
    level: 'unknown',
    cause: 'annotation-refused',
    modifiers: [],
    because: `the internal annotation is a ${internal.refused ?? 'non-string'}, which Kubernetes refuses and Kustomize turns into a string`,
    evidence: [internal.value.origin],
    dependsOn: ['how the manifest is applied'],
  };
}
