/**
 * Ways out of a cluster, and what filters them inside of it: network policies, the mesh, gateways for egress, and what pods need
 * from outside. Filled by mappers, read by scoring and rules.
 */
import type { Edit } from '../syntax/edit.js';
import type { Origin } from '../syntax/value.js';
import type { Fact } from './fact.js';
import type { Identity } from './model.js';

/** A way out, or what filters one; `via` says which. */
export type EgressPath =
  | PoliciesEgressPath
  | MeshEgressPath
  | ServiceEntryEgressPath
  | StaticGatewayEgressPath
  | PodsEgressPath
  | ResolversEgressPath
  | NamespaceEgressPath
  | StorageEgressPath;

interface EgressPathIdentity extends Identity {
  readonly kind: 'egress-path';
  /** What people call it in a sentence: `the pods app=web of namespace shop`. */
  readonly title: string;
}

/** Pods that network policies select by the same labels, and what these policies together let out. */
export interface PoliciesEgressPath extends EgressPathIdentity {
  readonly via: 'policies';
  readonly pods: SelectedPods;
  /** Every policy that holds for all of these pods; empty where none does any more. */
  readonly policies: readonly EgressPolicy[];
  /** Where none does any more: the titles of those that did. */
  readonly former?: readonly string[];
}

export interface SelectedPods {
  /** Undefined where none is given; `*` for all namespaces. */
  readonly namespace: string | undefined;
  /** `app=web`, sorted; empty for all pods. What can't be put so is as it is written. */
  readonly text: string;
  /** The labels, where nothing but labels selects; empty for all pods. */
  readonly labels: ReadonlyMap<string, string> | undefined;
}

export type PolicyFamily = 'kubernetes' | 'cilium' | 'calico' | 'admin';

export interface EgressPolicy {
  /** `NetworkPolicy shop/deny`. */
  readonly title: string;
  readonly family: PolicyFamily;
  /** Whether it selects these very pods; else they are among those that it selects. */
  readonly own: boolean;
  readonly origin: Origin;
  /** Whether pods are cut off from what no policy allows; of an open one the text does not say whether it is about egress at all. */
  readonly isolates: Fact<boolean>;
  /** In the order in which they are taken. */
  readonly rules: readonly EgressRule[];
  /** Calico: lower comes first. */
  readonly order: number;
  /** The clusters of the repository on which nothing enforces it, when that is all of them; none when it is not known. */
  readonly inertOn: readonly UnfilteredCluster[];
}

/** A cluster without the engine that a policy needs. */
export interface UnfilteredCluster {
  readonly name: string;
  readonly engine: Fact<string>;
}

export interface EgressRule {
  readonly action: 'allow' | 'deny';
  readonly to: readonly Destination[];
  /** `dns`: port 53 and no other. */
  readonly ports: 'all' | 'some' | 'dns';
}

export type Destination =
  /** Inside the cluster: pods, Services, nodes, the API server. */
  | { readonly kind: 'cluster'; readonly origin: Origin }
  /** Everything outside of the cluster, or simply everything. */
  | { readonly kind: 'world'; readonly origin: Origin }
  | {
      readonly kind: 'addresses';
      readonly origin: Origin;
      readonly cidr: Fact<string>;
      readonly except: readonly Fact<string>[];
    }
  | { readonly kind: 'name'; readonly origin: Origin; readonly name: Fact<string> }
  /** What the text does not decide. */
  | { readonly kind: 'open'; readonly origin: Origin; readonly fact: Fact<unknown> };

/** What a mesh does with hosts that it does not know. */
export interface MeshEgressPath extends EgressPathIdentity {
  readonly via: 'mesh';
  /** `ALLOW_ANY`, `REGISTRY_ONLY`. */
  readonly mode: Fact<string>;
}

/** Hosts outside the mesh that it is told about. */
export interface ServiceEntryEgressPath extends EgressPathIdentity {
  readonly via: 'service-entry';
  readonly hosts: Fact<readonly Fact<string>[]>;
  readonly addresses: Fact<readonly Fact<string>[]>;
}

/** A static egress gateway of AKS. */
export interface StaticGatewayEgressPath extends EgressPathIdentity {
  readonly via: 'static-gateway';
  readonly publicAddresses: Fact<boolean>;
}

/** Pods that step around a filter, or need what a filter keeps from them. No level of its own: the filter has one. */
export interface PodsEgressPath extends EgressPathIdentity {
  readonly via: 'pods';
  readonly bypasses: readonly Bypass[];
  readonly resolvers: readonly Fact<string>[];
  /** What comes from outside an isolated cluster. */
  readonly needs: readonly Need[];
}

export interface Bypass {
  readonly around: 'proxy' | 'mesh' | 'policies';
  /** `the annotation …`, `hostNetwork`. */
  readonly by: string;
  readonly origin: Origin;
}

export interface Need {
  readonly what: 'image' | 'source' | 'host';
  /** The host, as far as it is known. */
  readonly host: string;
  readonly origin: Origin;
  /** The clusters of the repository that can't reach it: all of them are isolated. */
  readonly clusters: readonly string[];
}

/** Where the DNS of a cluster forwards to. */
export interface ResolversEgressPath extends EgressPathIdentity {
  readonly via: 'resolvers';
  readonly resolvers: readonly Fact<string>[];
}

/** A namespace without a default of denying egress, in a repository that has one for others. */
export interface NamespaceEgressPath extends EgressPathIdentity {
  readonly via: 'namespace';
  /** A namespace that has such a policy. */
  readonly unlike: string;
}

/** Storage that is mounted over its public endpoint, although egress of all clusters of the repository is filtered. */
export interface StorageEgressPath extends EgressPathIdentity {
  readonly via: 'storage';
  readonly clusters: readonly string[];
  readonly origin: Origin;
  readonly set: () => Edit | undefined;
}
