/**
 * What the templates of a chart see as `.Values`: defaults, what the user gives, imports of subcharts and globals, in Helm's order
 * (helm `chart/v2/util/dependencies.go`, `chart/common/util/coalesce.go`).
 */
import type { Value } from '../../../syntax/value.js';
import { isNull, literal, lookup, mapping, undetermined } from '../../../syntax/value.js';
import type { Entry, Mapping, Undetermined } from '../../../syntax/value.js';
import { mergeValues } from '../../releases/merge.js';
import type { Chart, Dependency } from './chart.js';

/** A chart with the subcharts that are on, and the values that it and they see. */
export interface Installed {
  readonly chart: Chart;
  /** The name in the chart above: its alias, or its own. */
  readonly as: string;
  readonly values: Value;
  readonly subcharts: readonly Installed[];
  /** Declared dependencies that are not in the tree and are on, with what they are given. */
  readonly missing: readonly Missing[];
  /** What decides whether it is on, where the text does not. */
  readonly condition?: Undetermined;
}

export interface Missing {
  readonly dependency: Dependency;
  readonly given: Value;
  /** The values of the chart above, in which `given` stands under the name of the dependency. */
  readonly above: Value;
  readonly condition?: Undetermined;
}

/** @param given all values of the user, merged; without defaults */
export function installed(chart: Chart, given: Value): Installed {
  const whole = mergeValues(defaultsOf(chart), given);
  return install(chart, chart.name, whole, { tags: lookup(whole, ['tags']) });
}

interface Around {
  /** `tags` are those of the top chart. */
  readonly tags: Value | undefined;
  readonly condition?: Undetermined | undefined;
}

/** @param merged the values of the chart with its own defaults under them */
function install(chart: Chart, as: string, merged: Value, { tags, condition }: Around): Installed {
  const subcharts: Installed[] = [];
  const missing: Missing[] = [];
  const parts: Entry[] = [];
  const add = (sub: Chart | undefined, name: string, dependency: Dependency | undefined): void => {
    const on = dependency ? isOn(dependency, merged, tags) : true;
    if (on === false) return;
    const open = on === true ? condition : (condition ?? on);
    const given = withGlobals(lookup(merged, [name]) ?? emptyAt(merged), merged);
    if (!sub) {
      if (!dependency) return;
      missing.push({ dependency, given, above: merged, ...(open ? { condition: open } : {}) });
      const value = withUnreadDefaults(given, dependency);
      parts.push({ key: name, keySpan: given.origin.span, value });
      return;
    }
    // A default of the child never wins over a value of the chart above, null included.
    const installedSub = install(sub, name, mergeValues(defaultsOf(sub), given), { tags, condition: open });
    subcharts.push(installedSub);
    parts.push({ key: name, keySpan: given.origin.span, value: installedSub.values });
  };
  for (const sub of chart.undeclared) add(sub, sub.name, undefined);
  for (const dependency of chart.dependencies) add(dependency.chart, dependency.as, dependency);
  const values = withEntries(withoutNulls(merged), parts);
  return { chart, as, values, subcharts, missing, ...(condition ? { condition } : {}) };
}

/** Defaults with the tables that the chart imports from its children: these have less say than its own (`import-values`). */
function defaultsOf(chart: Chart): Value {
  return chart.dependencies.reduceRight<Value>((values, { imports, chart: child, as }) => {
    if (!child || imports.length === 0) return values;
    const ofChild = mergeValues(defaultsOf(child), lookup(chart.defaults, [as]) ?? emptyAt(chart.defaults));
    return imports.reduceRight<Value>((below, { child: from, parent: to }) => {
      const table = lookup(ofChild, from);
      return table?.kind === 'map' ? mergeValues(nested(to, table), below) : below;
    }, values);
  }, chart.defaults);
}

/** The first condition that holds a boolean decides, then tags; without either a dependency is on. */
function isOn({ conditions, tags: names }: Dependency, values: Value, tags: Value | undefined): boolean | Undetermined {
  for (const condition of conditions) {
    const value = lookup(values, condition.split('.'));
    if (value?.kind === 'undetermined') return value;
    if (value?.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  }
  const switches = names.flatMap((name) => (tags ? (lookup(tags, [name]) ?? []) : []));
  if (switches.some((each) => each.kind === 'scalar' && each.value === true)) return true;
  const open = switches.find((each) => each.kind === 'undetermined');
  if (open) return open;
  return !switches.some((each) => each.kind === 'scalar' && each.value === false);
}

/** The defaults of a child stand under what it is given, and templates of the chart above see both: here nobody knows them. */
function withUnreadDefaults(given: Value, dependency: Dependency): Value {
  if (given.kind !== 'map') return given;
  const { as, name, heading } = dependency;
  const rest = undetermined(`.Values.${as}`, [`the values of the chart ${name}`], literal(heading.keySpan));
  const entries = [...given.entries.values()].map((entry) => ({
    ...entry,
    value: withUnreadDefaults(entry.value, dependency),
  }));
  return mapping(entries, given.origin, rest);
}

/** The globals of the chart above win over those that it gives to the child (`coalesceGlobals`). */
function withGlobals(given: Value, above: Value): Value {
  const globals = lookup(above, ['global']);
  if (!globals) return given;
  // What is given is still written where it was.
  return { ...mergeValues(given, nested(['global'], globals)), origin: given.origin };
}

function nested(path: readonly string[], value: Value): Value {
  return path.reduceRight<Value>(
    (inner, key) => mapping([{ key, keySpan: inner.origin.span, value: inner }], inner.origin),
    value,
  );
}

/** The nulls of a user have deleted defaults; what is left of them would only be seen by `hasKey`. */
function withoutNulls(value: Value): Value {
  if (value.kind !== 'map') return value;
  const kept = [...value.entries.values()].filter(({ value: each }) => !isNull(each));
  return { ...value, entries: new Map(kept.map((each) => [each.key, { ...each, value: withoutNulls(each.value) }])) };
}

function withEntries(value: Value, parts: readonly Entry[]): Value {
  if (value.kind !== 'map' || parts.length === 0) return value;
  const entries = new Map(value.entries);
  for (const part of parts) {
    const own = entries.get(part.key);
    entries.set(part.key, own ? { ...own, value: part.value } : part);
  }
  return { ...value, entries };
}

/** Where nothing is written; its empty place tells it from a mapping that an edit can add to. */
function emptyAt({ origin }: Value): Mapping {
  return mapping([], literal({ ...origin.span, end: origin.span.start }));
}
