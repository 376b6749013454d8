/**
 * The form of what is known about a published chart: which objects it makes that open a way in, and which of its values become
 * which of their properties. docs/charts.md tells how to add one; `data/charts.schema.json` holds the files to this form.
 */
import type { Plain } from '../../syntax/edit.js';

/** One file: the charts of one publisher that belong together. */
export interface ChartFamily {
  /** For people. */
  readonly publisher: string;
  /** Where the charts are published, mirrors included; the first is the publisher's own. A reference may go on with the chart's name. */
  readonly repositories: readonly string[];
  /** What commands usually call the repository: `bitnami` of `bitnami/nginx`. */
  readonly aliases?: readonly string[];
  /** Settings that several objects share, by name. */
  readonly sets?: Readonly<Record<string, readonly ChartSetting[]>>;
  readonly charts: readonly ChartData[];
}

export interface ChartData {
  readonly name: string;
  /** The versions that there are, where these do not begin with the first and end with the newest. */
  readonly versions?: string;
  /** The newest version that this was read from; absent where its history could not be read. */
  readonly newest?: string;
  /** No further versions appear. */
  readonly retired?: true;
  /** Too common a name to tell the chart by it alone, when its repository is another one or not known. */
  readonly commonName?: true;
  /**
   * The versions that are thought of where a release does not say which it gets: those of the last five years. Without it all are.
   */
  readonly current?: string;
  /** What its names are built of where that is not the chart's own: the default of the value `nameOverride`. */
  readonly nameOverride?: string;
  /** Empty for a chart that opens nothing, whatever its values. */
  readonly objects: readonly ChartObject[];
  /** Values that the chart takes without a word and does nothing with. */
  readonly ignored?: readonly IgnoredValue[];
  /** Values with which rendering fails. */
  readonly refused?: readonly RefusedValue[];
}

export type ObjectKind =
  | 'Service'
  | 'Ingress'
  | 'IngressClass'
  | 'Gateway'
  | 'GatewayClass'
  | 'Deployment'
  | 'DaemonSet'
  | 'StatefulSet'
  | 'ConfigMap'
  | 'NginxProxy';

export interface ChartObject {
  readonly kind: ObjectKind;
  /** The value that turns a Deployment into a DaemonSet. */
  readonly kindFrom?: string;
  /** With `{fullname}` and `{name}` as charts usually build them, `{release}`, and `{key}` of the entry it is made for. */
  readonly name: string;
  /** The versions that make it, all without. */
  readonly versions?: string;
  /** Made only when all of these hold. */
  readonly when?: readonly ChartCondition[];
  /** Where paths that begin with a dot start. */
  readonly at?: string;
  /** Made for every entry of the map or list at this path; paths that begin with a dot start in the entry. */
  readonly each?: string;
  /** Objects of one component belong together: the Service leads to the pods of the workload. */
  readonly component?: string;
  /** Sets of shared settings, before the object's own. */
  readonly use?: readonly string[];
  /** What `default` of shared settings is here, by property. */
  readonly defaults?: Readonly<Record<string, Plain>>;
  /** How annotations of shared settings are written, by version where that changed. */
  readonly written?: Writing | readonly { readonly versions: string; readonly as: Writing }[];
  readonly settings?: readonly ChartSetting[];
}

/**
 * How a template writes annotations: `quote` makes a text of every value; `yaml` hands them on as they are, so that Kubernetes
 * refuses a boolean; `tpl` as well, after templates in them were evaluated; `unknown` was not read.
 */
export type Writing = 'quote' | 'yaml' | 'tpl' | 'unknown';

/** One way from a value to a property. Of several that set one property, a later one wins; objects are merged, lists joined. */
export interface ChartSetting {
  readonly versions?: string;
  /** The property, with dots between keys, numbers for places in a list; a list where a key has dots of its own. */
  readonly to: string | readonly string[];
  /** The value; of several the first that is given and not empty. Without it the chart itself sets the property, to `value`. */
  readonly from?: string | readonly string[];
  readonly value?: Plain;
  /** What the chart's own values say. Without it the property is not set. */
  readonly default?: Plain;
  readonly when?: readonly ChartCondition[];
  readonly written?: Writing;
  /** The value stands in a text, in place of `{}`. */
  readonly text?: string;
  /** The value is a list or map of objects, and the property a list of these properties of them. */
  readonly items?: Readonly<Record<string, string>>;
  /** What the template makes of the value is not known: a clause that says what it depends on. */
  readonly unsure?: string;
}

/** Without `is`, `isNot` and `empty` it holds when the value is what templates call true. */
export interface ChartCondition {
  readonly versions?: string;
  readonly from: string;
  readonly is?: readonly (string | boolean | null)[];
  readonly isNot?: readonly (string | boolean | null)[];
  /** Holds when the value is what templates call false. */
  readonly empty?: true;
  readonly default?: string | boolean;
}

export interface IgnoredValue {
  readonly versions?: string;
  /** With `*` for any key. */
  readonly value: string;
  readonly about: 'ingress' | 'egress';
  /** Values that change nothing when they are not read. */
  readonly harmless?: readonly (string | boolean | null)[];
  readonly when?: readonly ChartCondition[];
  /** What to set instead, or which versions read it: a clause without a full stop. */
  readonly note: string;
}

export interface RefusedValue {
  readonly versions?: string;
  readonly value: string;
  /** Only a boolean is refused. */
  readonly boolean?: true;
  readonly note: string;
}

/** A chart with what it has of its family, its shared settings filled in. */
export interface PublishedChart extends Omit<ChartData, 'objects'> {
  readonly publisher: string;
  readonly repositories: readonly string[];
  readonly aliases: readonly string[];
  readonly objects: readonly (Omit<ChartObject, 'use' | 'defaults' | 'written' | 'settings'> & {
    readonly settings: readonly ChartSetting[];
  })[];
}

export type PublishedObject = PublishedChart['objects'][number];
