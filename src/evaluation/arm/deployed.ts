import type { Span } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import type { Resource } from '../resource.js';
import type { Scope } from './scope.js';
import type { Session } from './session.js';
import type { Root } from '../resource.js';

/** A resource of Azure Resource Manager, whichever language declared it. */
export interface ArmResource extends Resource {
  /** Its symbolic id (see resource-id.ts): what other resources refer to it by. */
  readonly id: Value | undefined;
  /** The declarations of the modules and deployments that it is in, from the root inwards: what calls for it. */
  readonly calls: readonly Span[];
}

/** One deployment of a template or Bicep file with its parameters: the whole program, a module, a nested template. */
export interface Deployed {
  /** Everything that is deployed, contained deployments included, in the order of the text. */
  resources(): readonly ArmResource[];
  /** The value of an output; `undefined` when there is none of this name. */
  output(name: string): Value | undefined;
  readonly outputNames: readonly string[];
}

/** What a deployment is made with. */
export interface DeploymentSettings {
  readonly session: Session;
  readonly root: Root;
  readonly scope: Scope;
  /** The value that the deployer passes for a parameter, if any. */
  readonly given: (name: string) => Value | undefined;
  /** What stands before the addresses of its resources: empty, or `network::`. */
  readonly prefix: string;
  /** The declarations that lead to it, from the root inwards. */
  readonly callers: readonly Span[];
  /** An open condition that all of it depends on. */
  readonly condition?: Value;
  /** Deployments around this one, by path, so that one that contains itself ends. */
  readonly around: readonly string[];
}

/** Most deployments inside each other; Azure itself has no use for more. */
export const deepestNesting = 20;
