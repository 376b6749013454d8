/** Ways in from outside a cluster: what is scored for ingress beside the cluster itself. */
import type { Edit } from '../syntax/edit.js';
import type { Origin } from '../syntax/value.js';
import type { Fact } from './fact.js';
import type { Identity, IgnoredArgument } from './model.js';
import type { PublicBan } from './policy-assignments.js';

/** A way in from outside the cluster; `via` says what opens it. */
export type EntryPoint =
  | ServiceEntryPoint
  | PublishedEntryPoint
  | HostEntryPoint
  | IdleEntryPoint
  | UnmatchedPatchEntryPoint
  | ChangedByHandEntryPoint
  | ApplicationGatewayEntryPoint;

interface EntryPointIdentity extends Identity {
  readonly kind: 'entry-point';
  /** What people call it in a sentence: `Service shop/web`. */
  readonly title: string;
}

/** A name in a zone that everybody can ask. */
export interface PublicName {
  readonly name: string;
  readonly origin: Origin;
  /** What writes it: `Deployment dns/external-dns`. */
  readonly by: string;
}

/** A Service, or an object that a controller makes one for. */
export interface ServiceEntryPoint extends EntryPointIdentity {
  readonly via: 'service' | 'gateway' | 'ingress-controller';
  /** Where the annotations of a Service that a controller makes are written, when that is not `spec.infrastructure` of a Gateway. */
  readonly annotatedAt?: string;
  /** The name that its address gets in a public zone. */
  readonly publicName?: PublicName;
  readonly service: ServiceFacts;
  /** Where an ingress controller is declared beside the one that application routing brings, which nothing here makes internal. */
  readonly besidePublicDefault?: Origin;
  /** Policy assignments of the repository that forbid it to be public, where they cover its cluster. */
  readonly bans?: readonly PublicBan[];
  /** Values that the version of the chart that makes it does nothing with. */
  readonly lost?: readonly IgnoredArgument[];
}

/** An object that is published by what others declare or Azure brings: an Ingress by the controller of its class. */
export interface PublishedEntryPoint extends EntryPointIdentity {
  /** `deployment`: of something that is not in the repository. */
  readonly via: 'ingress' | 'shared-gateway' | 'application-gateway-for-containers' | 'knative' | 'deployment';
  /** Every way that leads to it; never empty. */
  readonly ways: readonly [Way, ...Way[]];
  /** The internal annotation, where nothing reads it. */
  readonly misplaced?: Annotation;
  /** Another Ingress of the same Application Gateway, which asks for its private address as this one does not. */
  readonly unlike?: string;
}

export type Way =
  /** Through a Service that is declared in the repository. */
  | { readonly kind: 'service'; readonly through: string; readonly origin: Origin; readonly service: ServiceFacts }
  /** Through something whose reach is documented, or set at the object itself. */
  | {
      readonly kind: 'known';
      readonly through: string;
      readonly origin: Origin;
      readonly reach: Fact<Reach>;
      /** Where a team says so, since the text does not. */
      readonly said?: Origin;
    }
  | {
      readonly kind: 'unknown';
      /** What is not known, as a clause: `what publishes the class nginx`. */
      readonly what: string;
      readonly origin: Origin;
      readonly dependsOn: readonly string[];
      /** What somebody who knows the controller can tell it by. */
      readonly marks?: WayMarks;
    };

export interface WayMarks {
  readonly ingressClass?: string;
  readonly gatewayClass?: string;
  /** Every host that is published, `*.example.com` among them; empty when one is not named or not known. */
  readonly hosts: readonly string[];
}

/** `nodes`: on the addresses of nodes. */
export type Reach = 'public' | 'internal' | 'nodes' | 'cluster';

/** Pods that are reached on the addresses of their nodes, past Services and NetworkPolicies. */
export interface HostEntryPoint extends EntryPointIdentity {
  readonly via: 'host';
  readonly hostNetwork: Fact<boolean>;
  readonly hostPorts: readonly Fact<string>[];
  readonly misplaced?: Annotation;
}

/** An object that opens nothing itself, but carries the annotation that only Services are read for. */
export interface IdleEntryPoint extends EntryPointIdentity {
  readonly via: 'nothing';
  readonly misplaced: Annotation;
}

/** A patch of an overlay that fits no object, and that would have changed how one is reached. */
export interface UnmatchedPatchEntryPoint extends EntryPointIdentity {
  readonly via: 'unmatched-patch';
  /** A key that it would have set. */
  readonly sets: string;
  /** Objects of the kind that it is for: `Service web`. */
  readonly present: readonly string[];
  /** Where it says what it is for. */
  readonly target: Origin;
}

/** A command that changes how a declared object is reached, past its declaration. */
export interface ChangedByHandEntryPoint extends EntryPointIdentity {
  readonly via: 'changed-by-hand';
  /** `kubectl annotate`. */
  readonly command: string;
  /** The key that it sets or removes. */
  readonly key: string;
  readonly removes: boolean;
  /** `Service shop/web`. */
  readonly target: string;
  /** Where that object is declared, as far as the text tells. */
  readonly declared?: Origin;
}

/** An Application Gateway that is declared beside a cluster. */
export interface ApplicationGatewayEntryPoint extends EntryPointIdentity {
  readonly via: 'application-gateway';
  readonly frontends: readonly Frontend[];
}

export interface Frontend {
  readonly name: string;
  /** Whether it has an address on the Internet, alone or beside a private one. */
  readonly isPublic: Fact<boolean>;
  /** Whether anything listens there. */
  readonly listening: Fact<boolean>;
}

/** A Kubernetes Service as the Azure cloud provider reads it. */
export interface ServiceFacts {
  /** `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`. */
  readonly type: Fact<string>;
  /** `''` when absent. */
  readonly loadBalancerClass: Fact<string>;
  /** By full key; absent keys are absent here. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Present when keys that are not listed may be set too. */
  readonly otherAnnotations?: Fact<string>;
  readonly sourceRanges: Fact<readonly Fact<string>[]>;
  readonly externalIps: Fact<readonly Fact<string>[]>;
  /** `spec.loadBalancerIP`; `''` when absent. */
  readonly loadBalancerIp: Fact<string>;
  /** The internal annotation, where it has no effect or may have none. */
  readonly elsewhere?: {
    readonly annotation: Annotation;
    /**
     * Beside `metadata` instead of in it; in the metadata of a Gateway whose `infrastructure` has annotations of its own, which
     * replace them; in the metadata of a Gateway without, whose controller may copy them.
     */
    readonly place: 'outside-metadata' | 'hidden' | 'metadata';
  };
  /** The internal annotation, asking for an internal load balancer, inside a key that is given again and so is dropped. */
  readonly repeated?: Annotation;
  /** Sets one annotation. */
  readonly setAnnotation: (key: string, value: string) => Edit | undefined;
}

export interface Annotation {
  readonly key: string;
  readonly value: Fact<string>;
  /** How the value was written when it is not a string: the API refuses such an annotation. */
  readonly refused?: 'boolean' | 'number' | 'null' | 'list' | 'map';
}
