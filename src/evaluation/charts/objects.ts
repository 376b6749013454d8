/** The objects that one chart at one version makes of the values of a release. */
import { lookup } from '../../syntax/value.js';
import type { Mapping, Origin, Undetermined, Value } from '../../syntax/value.js';
import type { Release } from '../helm/release.js';
import { bodyOf } from './body.js';
import { hold } from './condition.js';
import type { ChartSetting, ObjectKind, PublishedObject } from './definition.js';
import { isIn } from './eras.js';
import { apiVersionOf, isClusterWide } from './kinds.js';
import { labelsOf } from './labels.js';
import { nameFrom } from './naming.js';
import { otherDefault } from './other-defaults.js';
import { pathOf } from './path.js';
import type { Reading } from './setting.js';
import { entriesOf, valueAt } from './values.js';
import type { Variant } from './variants.js';
import type { Places } from './writer.js';

export interface Made {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly body: Mapping;
  /** Whether it is made depends on this. */
  readonly condition?: Undetermined;
}

export function objectsOf(variant: Variant, label: string, release: Release, places: Places): readonly Made[] {
  return variant.chart.objects
    .filter(({ versions }) => isIn(variant.version, versions))
    .flatMap((object) => made(object, variant, label, release, places));
}

function made(
  object: PublishedObject,
  variant: Variant,
  label: string,
  release: Release,
  places: Places,
): readonly Made[] {
  return startsOf(object, release.values).flatMap(({ key, at }) => {
    const conditions = active(object.when ?? [], variant);
    const truth = hold(conditions, release.values, at);
    if (truth.holds === false) return [];
    // Where a source of values can't be read, what is off unless it is asked for is not told: it would be told everywhere.
    if (truth.holds === undefined && !truth.otherwise) return [];
    const condition = truth.holds === undefined ? { condition: truth.because } : {};
    const settings = active(object.settings, variant).map((setting) => withConditions(setting, variant));
    const reading: Reading = { values: release.values, at, label, assumed: assuming(object, variant, label, release) };
    return [{ ...built(object, key, settings, reading, variant, release, places), ...condition }];
  });
}

interface Start {
  readonly key: string;
  readonly at: readonly string[];
}

/** Where the values of each object stand: once, or once for every entry of a map or list. */
function startsOf({ each, at }: PublishedObject, values: Value): readonly Start[] {
  if (each === undefined) return [{ key: '', at: at === undefined ? [] : pathOf(at) }];
  const path = pathOf(each);
  const found = valueAt(values, path);
  return found.kind === 'given' ? entriesOf(found.value).map(([key]) => ({ key, at: [...path, key] })) : [];
}

function active<T extends { readonly versions?: string }>(all: readonly T[], { version }: Variant): readonly T[] {
  return all.filter(({ versions }) => isIn(version, versions));
}

function withConditions(setting: ChartSetting, variant: Variant): ChartSetting {
  return setting.when ? { ...setting, when: active(setting.when, variant) } : setting;
}

function assuming(object: PublishedObject, variant: Variant, label: string, { heading }: Release): Reading['assumed'] {
  return (setting: ChartSetting): Origin => {
    const other = otherDefault(object, setting, variant);
    const fixed = setting.from === undefined && !setting.when;
    return { span: heading, from: [], published: { by: label, fixed, ...(other === undefined ? {} : { other }) } };
  };
}

function built(
  object: PublishedObject,
  key: string,
  settings: readonly ChartSetting[],
  reading: Reading,
  { chart }: Variant,
  release: Release,
  places: Places,
): Made {
  const kind = kindOf(object, reading);
  const name = nameFrom(object.name, chart.nameOverride ?? chart.name, release, key);
  const namespace = isClusterWide(kind) ? undefined : release.namespace;
  const labels = object.component === undefined ? [] : labelsOf(kind, object.component, chart.name, release.name);
  const apiVersion = apiVersionOf(kind);
  const properties = [
    [['apiVersion'], apiVersion],
    [['kind'], kind],
    [['metadata', 'name'], name],
    ...(namespace === undefined ? [] : [[['metadata', 'namespace'], namespace] as const]),
    ...labels,
  ] as const;
  const body = bodyOf({ heading: release.heading, properties }, settings, reading, (mapping, path) => {
    places.set(mapping, { path, settings, at: reading.at });
  });
  places.set(body, { path: [], settings, at: reading.at });
  return { kind, name: textOf(lookup(body, ['metadata', 'name'])) ?? name, body };
}

function kindOf({ kind, kindFrom }: PublishedObject, { values }: Reading): ObjectKind {
  if (kindFrom === undefined) return kind;
  const found = valueAt(values, pathOf(kindFrom));
  const text = found.kind === 'given' ? textOf(found.value) : undefined;
  return text?.toLowerCase() === 'daemonset' ? 'DaemonSet' : text?.toLowerCase() === 'deployment' ? 'Deployment' : kind;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
