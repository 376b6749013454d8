/** What one setting gives its property. */
import { isNull, list, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Entry, Origin, Undetermined, Value } from '../../syntax/value.js';
import { plainValue } from '../modules/argument.js';
import type { ChartSetting } from './definition.js';
import { pathOf, valuesPath } from './path.js';
import { entriesOf, isTrue, valueAt } from './values.js';
import { annotationsWritten, inText } from './written.js';

export interface Reading {
  /** Those of the release. */
  readonly values: Value;
  /** Where paths that begin with a dot start. */
  readonly at: readonly string[];
  /** For people: the chart with its version. */
  readonly label: string;
  /** The place and the words for what the chart decides by itself. */
  readonly assumed: (setting: ChartSetting) => Origin;
}

/** @returns undefined when the property is not set */
export function valueOf(setting: ChartSetting, reading: Reading): Value | undefined {
  const read = setting.from === undefined ? constant(setting, reading) : given(setting, reading);
  if (!read || isAbsent(read)) return undefined;
  const value = setting.items ? itemsOf(read, setting.items) : read;
  if (!value) return undefined;
  const told = setting.text === undefined ? value : inText(value, setting.text);
  const written = setting.written === undefined ? told : annotationsWritten(told, setting.written, reading.label);
  if (setting.unsure === undefined) return written;
  return undetermined(setting.unsure, [setting.unsure], written.origin);
}

/** Templates leave out what is empty, or write what Kubernetes reads as absent. */
function isAbsent(value: Value): boolean {
  return isNull(value) || (value.kind === 'scalar' && value.value === '');
}

function constant(setting: ChartSetting, { assumed }: Reading): Value | undefined {
  return setting.value === undefined ? undefined : plainValue(setting.value, assumed(setting));
}

function given(setting: ChartSetting, reading: Reading): Value | undefined {
  const paths = typeof setting.from === 'string' ? [setting.from] : (setting.from ?? []);
  const fallback = (): Value | undefined =>
    setting.default === undefined ? undefined : plainValue(setting.default, reading.assumed(setting));
  return firstGiven(paths, setting, reading, fallback);
}

/** Of several places the first that is not empty counts, as `default` and `coalesce` of templates have it. */
function firstGiven(
  paths: readonly string[],
  setting: ChartSetting,
  reading: Reading,
  fallback: () => Value | undefined,
): Value | undefined {
  const [path, ...others] = paths;
  if (path === undefined) return fallback();
  const found = valueAt(reading.values, valuesPath(path, reading.at));
  if (found.kind === 'absent') return firstGiven(others, setting, reading, fallback);
  const { value } = found;
  // Where a source of values can't be read, what is off unless it is asked for is not told: it would be told everywhere.
  if (found.kind === 'open') return setting.default === false ? fallback() : found.value;
  if (others.length === 0) return withDefaults(value, setting, reading);
  switch (isTrue(value)) {
    case true:
      return value;
    case false:
      return firstGiven(others, setting, reading, fallback);
    case undefined: {
      const next = firstGiven(others, setting, reading, fallback);
      return value.kind === 'undetermined' ? alternatives(value, next ? [next] : []) : value;
    }
  }
}

function alternatives(value: Undetermined, others: readonly Value[]): Undetermined {
  if (!value.candidates) return value;
  return undetermined(value.expression, value.waitsFor, value.origin, [...value.candidates, ...others], value.parts);
}

/** Helm merges a map of the user's over the chart's own; anything else replaces it. */
function withDefaults(value: Value, setting: ChartSetting, reading: Reading): Value {
  const { default: own } = setting;
  if (value.kind !== 'map' || own === undefined || own === null || typeof own !== 'object') return value;
  const below = plainValue(own, reading.assumed(setting));
  if (below.kind !== 'map' || below.entries.size === 0) return value;
  const missing = [...below.entries.values()].filter(({ key }) => !value.entries.has(key));
  return { ...value, entries: new Map([...missing, ...value.entries.values()].map((each) => [each.key, each])) };
}

function itemsOf(value: Value, properties: Readonly<Record<string, string>>): Value | undefined {
  if (value.kind === 'undetermined') return value;
  const items = entriesOf(value).flatMap(([, each]) => {
    const entries = Object.entries(properties).flatMap(([to, from]): readonly Entry[] => {
      const found = valueAt(each, pathOf(from));
      if (found.kind === 'absent' || (found.kind === 'given' && isTrue(found.value) === false)) return [];
      return [{ key: to, keySpan: found.value.origin.span, value: found.value }];
    });
    return entries.length > 0 ? [mapping(entries, each.origin)] : [];
  });
  const rest = value.kind === 'scalar' ? undefined : value.rest;
  return items.length > 0 || rest ? list(items, value.origin, rest) : undefined;
}

/** Nothing, where nothing is put. */
export function nothing(origin: Origin): Value {
  return scalar(null, origin);
}
