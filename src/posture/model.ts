/**
 * The format-neutral model: what is scored. Mappers fill it from resources, scoring and rules read it; neither knows how the
 * other side looks.
 */
import type { Format, Lifecycle, Root } from '../evaluation/resource.js';
import type { Edit } from '../syntax/edit.js';
import type { Span } from '../syntax/source.js';
import type { Origin } from '../syntax/value.js';
import type { Creation } from './creation.js';
import type { EgressPath } from './egress-path.js';
import type { Fact } from './fact.js';
import type { Surroundings } from './network/model.js';
import type { PublicBan } from './policy-assignments.js';

export interface Identity {
  /** Stable across revisions: `infra/main.bicep#aks`. */
  readonly id: string;
  /** For people: `aks-prod`, `shop/web`. */
  readonly name: string;
  readonly format: Format;
  readonly root: Root;
  readonly span: Span;
  /** Where to point when something is missing. */
  readonly heading: Span;
  /** The headings of the module calls that it comes from, outermost first. */
  readonly calls: readonly Span[];
  /** What the text depends on when it does not decide whether this is deployed at all; empty when it is. */
  readonly conditionalOn: readonly string[];
  /** Equal at base and head when neither the text nor any value that it is evaluated from differs. */
  readonly digest: () => string;
}

export interface Cluster extends Identity {
  readonly kind: 'cluster';
  /** AKS Automatic, whose defaults differ. */
  readonly automatic: Fact<boolean>;
  readonly api: ClusterApi;
  readonly egress: ClusterEgress;
  readonly openings: readonly Opening[];
  /** Of the Istio add-on; empty where it is off, or brings the newest. */
  readonly meshRevisions: Fact<readonly Fact<string>[]>;
  /** In lower case without spaces: `westeurope`; `''` when absent. */
  readonly location: Fact<string>;
  readonly identity: ClusterIdentity;
  readonly creation: Creation;
  /** Present when the text keeps later changes, or the destruction of the cluster, from happening. */
  readonly lifecycle?: Lifecycle;
  /** Arguments of the module call that makes it which the version of that module does not read. */
  readonly ignored: readonly IgnoredArgument[];
  /** What surrounds the cluster's nodes among the resources of its root. */
  readonly network: Surroundings;
}

export interface IgnoredArgument {
  readonly about: 'api' | 'ingress' | 'egress';
  /** `web_app_routing.default_nginx_controller`. */
  readonly name: string;
  /** The module with its version, for people. */
  readonly module: string;
  readonly origin: Origin;
  /** A clause: which versions read it, or what to set instead. */
  readonly reason: string;
}

/** What the cluster itself acts with, to join networks and to write into zones. */
export interface ClusterIdentity {
  /** `systemassigned`, `userassigned`, `none`, or `''` when absent: a service principal. */
  readonly type: Fact<string>;
  /** Ids of user-assigned identities. */
  readonly ids: Fact<readonly Fact<string>[]>;
}

export interface ClusterApi {
  readonly privateCluster: Fact<boolean>;
  /** The effective value: absent means different things to ARM (true) and azurerm (false). */
  readonly publicFqdn: Fact<boolean>;
  /** `system`, `none` (lower case), or a zone id. */
  readonly privateDnsZone: Fact<string>;
  /** CIDRs, addresses or service tags; empty when absent. */
  readonly authorizedRanges: Fact<readonly Fact<string>[]>;
  readonly vnetIntegration: Fact<boolean>;
  /** `enabled`, `disabled`, `securedbyperimeter` (lower case), or `''` when absent. */
  readonly publicNetworkAccess: Fact<string>;
  readonly runCommand: Fact<boolean>;
}

export type OutboundType =
  | 'loadBalancer'
  | 'managedNATGateway'
  | 'managedNATGatewayV2'
  | 'userAssignedNATGateway'
  | 'userDefinedRouting'
  | 'none'
  | 'block';

export interface ClusterEgress {
  /** Canonical spelling; a spelling that Azure does not know stays as written. */
  readonly outboundType: Fact<OutboundType | (string & {})>;
  /** Proxy addresses in effect; `''` when there are no proxy settings or they are disabled. */
  readonly httpProxy: Fact<string>;
  /** `cache` or `direct`. */
  readonly artifactSource: Fact<string>;
  /** The id of the registry that images are cached in; `''` for the one that AKS makes. */
  readonly registry: Fact<string>;
  /** `none` when no engine enforces NetworkPolicy objects; `''` when the cluster brings a network plugin of its own. */
  readonly networkPolicy: Fact<string>;
  readonly pools: readonly NodePool[];
}

export interface NodePool {
  readonly name: string;
  readonly nodePublicIp: Fact<boolean>;
  /** Whether AKS lets the Internet reach ports of its nodes. */
  readonly hostPorts: Fact<boolean>;
  /** Ids of the subnets of nodes and of pods; `''` where none is named. */
  readonly subnet: Fact<string>;
  readonly podSubnet: Fact<string>;
}

/** A way in that the cluster itself opens: an add-on that brings a load balancer. */
export interface Opening {
  readonly via:
    | 'application-routing'
    | 'istio-external-gateway'
    | 'istio-internal-gateway'
    | 'application-gateway'
    | 'http-application-routing';
  /** What an add-on that works with an existing gateway depends on: whether it is on, and the gateway's id. */
  readonly gateway?: { readonly enabled: Fact<boolean>; readonly id: Fact<string> };
  /** Whether the type of the controller is fixed, whatever annotations its own object has; absent where there is no type. */
  readonly fixedType?: Fact<boolean>;
  /** `public`: an address on the Internet; `internal`: in the virtual network; `none`: nothing is opened. */
  readonly exposure: Fact<'public' | 'internal' | 'none'>;
  /** Where a team says so, since the text does not. */
  readonly said?: Origin;
}

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

export type Subject = Cluster | EntryPoint | EgressPath;
