/** Edits of a release: a property of an object is set by the value that it comes from. */
import type { Mapping } from '../../syntax/value.js';
import type { Writer } from '../resource.js';
import type { Release } from '../helm/release.js';
import type { ChartSetting } from './definition.js';
import { pathOf, valuesPath } from './path.js';

/** Where the objects that no one wrote stand in the body that they belong to, and what sets their properties. */
export type Places = WeakMap<Mapping, Place>;

interface Place {
  readonly path: readonly string[];
  readonly settings: readonly ChartSetting[];
  readonly at: readonly string[];
}

export function releaseWriter({ writer, values }: Release, places: Places): Writer {
  return {
    set(container, path, value) {
      const place = places.get(container);
      // An object that the chart hands on as it is was written by the user.
      if (!place) return writer.set(container, path, value);
      const target = valueFor([...place.path, ...path], place);
      return target && values.kind === 'map' ? writer.set(values, target, value) : undefined;
    },
    ...(writer.replace ? { replace: (literal, value) => writer.replace?.(literal, value) } : {}),
  };
}

/** The value that a property comes from unchanged; `undefined` when there is none. */
function valueFor(property: readonly string[], { settings, at }: Place): readonly string[] | undefined {
  for (const { to, from, items, text, unsure, when } of settings.toReversed()) {
    const first = typeof from === 'string' ? from : from?.[0];
    if (first === undefined || items || text !== undefined || unsure !== undefined || when) continue;
    const target = pathOf(to);
    if (target.every((key, index) => property[index] === key)) {
      return [...valuesPath(first, at), ...property.slice(target.length)];
    }
  }
  return undefined;
}
