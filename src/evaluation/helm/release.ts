/** A Helm release, whatever names it: a Flux HelmRelease, an Argo CD Application, a `helm_release`, a command, a values file. */
import type { Span } from '../../syntax/source.js';
import type { Origin, Value } from '../../syntax/value.js';
import type { Format, Root, Writer } from '../resource.js';

/** The chart of a release as its user names it. */
export type ChartReference =
  /** A folder of the same tree, relative to its top; it may turn out not to be there. */
  | { readonly kind: 'local'; readonly path: string }
  /**
   * A chart of a repository or registry. `repository` is the URL as written (`https://…`, `oci://…`), undefined where the text
   * does not lead to it; `version` may be a range, and absent means the newest.
   */
  | {
      readonly kind: 'published';
      readonly name: string;
      readonly repository: string | undefined;
      readonly version: Value | undefined;
    }
  /** The text does not say which chart. */
  | { readonly kind: 'undetermined'; readonly expression: string };

export interface Release {
  readonly root: Root;
  /** The format of what names it: `helm`, `flux`, `argocd`, `terraform`, `kustomize`, `azcli` (a script). */
  readonly format: Format;
  /** The address of what names it, inside the root: the prefix of the addresses of its objects. `HelmRelease/shop/web`. */
  readonly address: string;
  readonly name: string;
  /** Undefined where the text does not say. */
  readonly namespace: string | undefined;
  readonly chart: ChartReference;
  /** Where the chart is named. */
  readonly chartOrigin: Origin;
  /**
   * All values that the user gives, in their precedence, merged as Helm does; without the chart's own defaults. A mapping whose `rest`
   * is open where a source of values can't be read, each value with its way.
   */
  readonly values: Value;
  /** The declaration of the release as a whole, and the line that names it. */
  readonly span: Span;
  readonly heading: Span;
  /** A condition for its deployment that the text does not decide. */
  readonly condition?: Value;
  readonly calls?: readonly Span[];
  /** Writes values where `values` come from. */
  readonly writer: Writer;
}
