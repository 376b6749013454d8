/** What evaluation hands over: resources as they would be deployed, in the vocabulary of their own API. */
import type { Mapping, Origin, Value } from '../syntax/value.js';
import type { Span } from '../syntax/source.js';
import type { Edit, Plain } from '../syntax/edit.js';
import type { Problem } from '../syntax/problem.js';

export type Format =
  | 'bicep'
  | 'arm'
  | 'terraform'
  | 'tfplan'
  | 'kubernetes'
  | 'helm'
  | 'kustomize'
  | 'flux'
  | 'argocd'
  | 'azcli'
  | 'aso'
  | 'capz'
  | 'crossplane'
  | 'policy';

/** What a person deploys: a template with its parameter file, a Terraform folder with a var file, a manifest, an overlay. */
export interface Root {
  /** Stable across revisions: the parameter or var file when there is one, else the template file or the folder. */
  readonly id: string;
  readonly format: Format;
  /** The template file, the Terraform folder, the manifest. */
  readonly path: string;
  /** Parameter or var files, in the order in which they are applied. */
  readonly parameters: readonly string[];
}

/**
 * Writes a value the way the language of a file writes it. Implemented once a language, in `syntax/`.
 */
export interface Writer {
  /**
   * Sets the value at `path` below a mapping to `value`, creating what is missing on the way.
   * `undefined` when one edit of the file can't do it.
   */
  set(container: Mapping, path: readonly string[], value: Plain): Edit | undefined;
  /**
   * Replaces the one-line scalar literal that stands at a span by another value, wherever in a file of this language it is: a
   * parameter's default, a local, a line of a var file. `undefined` when the edit would touch more than one line.
   */
  replace?(literal: Span, value: Plain): Edit | undefined;
}

export interface Resource {
  readonly format: Format;
  readonly root: Root;
  /**
   * `Microsoft.ContainerService/managedClusters` (ARM and Bicep, any case), `azurerm_kubernetes_cluster` (Terraform type),
   * `v1/Service` or `networking.k8s.io/v1/Ingress` (Kubernetes: apiVersion/kind).
   */
  readonly type: string;
  /** ARM: the API version. Terraform: the version constraint of its provider. */
  readonly version?: string;
  /** Inside the root and stable: `aks`, `network::vnet` (Bicep module), `module.aks.azurerm_kubernetes_cluster.main`, `Service/shop/web`. */
  readonly address: string;
  /** The evaluated name that Azure or Kubernetes would see. */
  readonly name: Value | undefined;
  /**
   * ARM: the whole resource object (`location`, `sku`, `properties`, …). Terraform: attributes, and blocks as lists of
   * mappings under the block's type. Kubernetes: the object.
   */
  readonly body: Mapping;
  /** The declaration as a whole. */
  readonly span: Span;
  /** What to point at when something is missing in it: the line that names the resource. */
  readonly heading: Span;
  /** A deployment condition (`if`, `count`, `for_each`) that the text does not decide; absent when it is deployed. */
  readonly condition?: Value;
  /** The headings of the module calls that it comes from, outermost first: where an author acts. */
  readonly calls?: readonly Span[];
  /** Present when a published module deploys it that is not in the tree: the body is made of the call and of what is known. */
  readonly published?: PublishedUse;
  /** Present when the text says how later changes are treated. */
  readonly lifecycle?: Lifecycle;
  readonly writer: Writer;
}

/** How the tool that deploys a resource treats changes of one that is there already. */
export interface Lifecycle {
  /** Settings whose changes are not applied, as paths without indexes: `network_profile.outbound_type`. */
  readonly ignored: readonly string[] | 'all';
  /** Where that is said. */
  readonly origin: Origin;
  /** Where it is made anew, the new one is made before the old one is gone. */
  readonly createsFirst: boolean;
  /** It is never destroyed: a change that needs that is refused. */
  readonly isKept: boolean;
}

/** The use of a published module. */
export interface PublishedUse {
  /** For people: `Azure/aks/azurerm 9.4.1`. */
  readonly label: string;
  /** Arguments that this version does not read, although it takes them. */
  readonly lost: readonly LostSetting[];
}

/** An argument of a module call without effect. */
export interface LostSetting {
  readonly about: 'api' | 'ingress' | 'egress';
  /** `web_app_routing.default_nginx_controller`. */
  readonly name: string;
  readonly origin: Origin;
  /** A clause: which versions read it, or what to set instead. */
  readonly reason: string;
}

/** A resource, or all of a module, that was under another address before. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Evaluation {
  readonly root: Root;
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  /** Every file that was asked for, also those that do not exist: the closure of the root. */
  readonly files: ReadonlySet<string>;
  /** Folders and files that an object of the root deploys: they are judged as it deploys them, not by themselves. */
  readonly deploys?: ReadonlySet<string>;
  /** What the text says about where its resources were before, with the modules around in front. */
  readonly moves?: readonly Move[];
}
