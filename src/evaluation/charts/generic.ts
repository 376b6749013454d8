/**
 * A release of a chart that nobody knows. Values that look like a Service, an Ingress or a pod on its node's network are read as what they
 * look like, by the names that charts give them; what the chart may add to them stays open, so that nothing is called more private
 * than the values alone make it.
 */
import { literal, mapping, undetermined } from '../../syntax/value.js';
import type { Entry, Mapping, Undetermined, Value } from '../../syntax/value.js';
import { plainValue } from '../modules/argument.js';
import type { Release } from '../helm/release.js';
import type { Resource } from '../resource.js';
import { apiVersionOf } from './kinds.js';
import { looksLike } from './likeness.js';
import type { Likeness, Property } from './likeness.js';
import type { Expansion } from './published.js';
import { resourceFor } from './resource.js';
import type { Places } from './writer.js';

/** Values are looked through this deep. */
const deepest = 8;
/** More objects than this are not made of one release. */
const most = 50;

/** @returns no resources for values that say nothing about exposure */
export function genericResources(release: Release): Expansion {
  const found: { readonly path: readonly string[]; readonly likeness: Likeness }[] = [];
  const visit = (value: Value, path: readonly string[]): void => {
    if (value.kind !== 'map' || path.length > deepest || found.length >= most) return;
    for (const likeness of looksLike(value, path.at(-1) ?? '')) found.push({ path, likeness });
    for (const { key, value: inner } of value.entries.values()) visit(inner, [...path, key]);
  };
  visit(release.values, []);
  return { resources: found.map(({ path, likeness }) => resourceOf(release, path, likeness)), problems: [] };
}

function resourceOf(release: Release, path: readonly string[], { kind, properties, condition }: Likeness): Resource {
  const name = [release.name, ...path.filter((key) => !/^(service|ingress)$/i.test(key))].join('-').slice(0, 63);
  const { heading } = release;
  const why = `the templates of ${chartName(release)}`;
  const open = undetermined(why, [why], literal(heading));
  const metadata = { name, ...(release.namespace === undefined ? {} : { namespace: release.namespace }) };
  const body = fill(
    [
      [['apiVersion'], plainValue(apiVersionOf(kind), literal(heading))],
      [['kind'], plainValue(kind, literal(heading))],
      ...Object.entries(metadata).map(([key, value]): Property => [
        ['metadata', key],
        plainValue(value, literal(heading)),
      ]),
      ...properties,
    ],
    release,
    open,
  );
  const places: Places = new WeakMap();
  return resourceFor({ kind, name, body, ...(condition ? { condition } : {}) }, release, undefined, places);
}

/** A mapping of properties in which everything that is not said is open; annotations may have further ones. */
function fill(properties: readonly Property[], { heading }: Release, open: Undetermined): Mapping {
  const keys = new Set(properties.map(([[key]]) => key ?? ''));
  const entries = [...keys].map((key): Entry => {
    const own = properties.filter(([path]) => path[0] === key);
    const whole = own.find(([path]) => path.length === 1)?.[1];
    const below = own.map(([path, value]): Property => [path.slice(1), value]);
    return { key, keySpan: heading, value: whole ?? fill(below, { heading } as Release, open) };
  });
  return mapping(entries, literal(heading), open);
}

function chartName({ chart }: Release): string {
  switch (chart.kind) {
    case 'local':
      return `the chart ${chart.path}`;
    case 'published':
      return `the chart ${chart.name}`;
    case 'undetermined':
      return chart.expression;
  }
}
