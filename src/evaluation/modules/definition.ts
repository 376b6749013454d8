/**
 * The form of what is known about a published module: which of its parameters become which properties of the cluster that it
 * deploys, and what it passes when a caller says nothing. docs/modules.md tells how to add one.
 */
import type { Plain } from '../../syntax/edit.js';

export interface PublishedModule {
  readonly language: 'bicep' | 'terraform';
  /** As callers write it, without a version: `br/public:avm/…`, `Azure/aks/azurerm`. */
  readonly source: string;
  /** A folder of the module that can be called by itself: `v4` of `Azure/aks/azurerm//v4`. */
  readonly submodule?: string;
  /** `owner/name` on GitHub, whose tags are the versions: callers may name it instead of the registry. */
  readonly repository?: string;
  /** The versions that there are, where these do not begin with the first and end with the newest. */
  readonly versions?: string;
  /** The newest version that this was read from. */
  readonly newest: string;
  /** What it deploys, by version; every version has exactly one. */
  readonly deployments: readonly Deployment[];
}

export interface Deployment {
  readonly versions?: string;
  /** The resource in whose terms `to` is spelled. */
  readonly type: DeployedType;
  /** The parameter that `from` starts at; each of its entries is a cluster of its own where it ends in `[]`. */
  readonly within?: string;
  readonly settings: readonly Setting[];
}

export type DeployedType =
  | 'azurerm_kubernetes_cluster'
  | 'Microsoft.ContainerService/managedClusters'
  | 'Microsoft.ContainerService/managedClusters/agentPools';

/**
 * One way from a parameter to a property. Of several that set one property in the same version, a later one wins; objects are
 * merged, and lists are joined.
 */
export interface Setting {
  /** The versions in which it holds, all without: `>=0.1.0 <0.12.0`. */
  readonly versions?: string;
  /** The parameter, with dots between the keys of an object. Without it the module itself sets the property, to `value`. */
  readonly from?: string;
  /** The property, likewise; numbers are places in a list. Without it the module takes the parameter and does nothing with it. */
  readonly to?: string;
  readonly value?: Plain;
  /** What the module passes when the parameter is absent. Without it nothing is passed, and the provider's default holds. */
  readonly default?: Plain;
  /** Terraform: the variable is declared with `nullable = false`, so that null is its default. Bicep always reads null so. */
  readonly notNull?: true;
  /** The parameter is an object, and these are its keys. Without members a value is passed on as it is. */
  readonly members?: readonly Setting[];
  /** The parameter is a list or a map of objects, and these are their keys; the property is a list. */
  readonly items?: readonly Setting[];
  /** The property is a block that is there when the parameter, a list or a map, has any entry. */
  readonly whenFilled?: true;
  /** The property is something that the parameter only names: nothing in the call decides it. */
  readonly named?: true;
  /** Holds only when all of these do. */
  readonly when?: readonly Condition[];
  /** The dimension that it bears on: whoever sets it where it is not read believes in something that is not there. */
  readonly about?: 'api' | 'ingress' | 'egress';
  /** Values that change nothing when they are not read. */
  readonly harmless?: readonly (string | boolean)[];
  /** Why a parameter without a property does nothing, or what to set instead: a clause without a full stop. */
  readonly note?: string;
}

export interface Condition {
  /** A parameter, from where `from` of the setting starts. */
  readonly from: string;
  /** The values with which it holds; null stands for absent. */
  readonly is?: readonly (string | boolean | null)[];
  /** The values with which it does not. */
  readonly isNot?: readonly (string | boolean | null)[];
  /** What the module takes when the parameter is absent. */
  readonly default?: string | boolean;
}
