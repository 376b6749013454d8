/**
 * The format-neutral model: what is scored. Mappers fill it from resources, scoring and rules read it; neither knows how the
 * other side looks.
 */
import type { Format, Lifecycle, Root } from '../evaluation/resource.js';
import type { Span } from '../syntax/source.js';
import type { Origin } from '../syntax/value.js';
import type { Creation } from './creation.js';
import type { EgressPath } from './egress-path.js';
import type { EntryPoint } from './entry-point.js';
import type { Fact } from './fact.js';
import type { Surroundings } from './network/model.js';

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

export type Subject = Cluster | EntryPoint | EgressPath;
