/** `helmCharts` of a kustomization: releases, which whoever builds it may render. */
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { literal, mapping, undetermined } from '../../syntax/value.js';
import type { Release } from '../helm/release.js';
import { mergeAll } from '../releases/merge.js';
import { valuesFile } from '../releases/values-file.js';
import { emptyMap } from './edit.js';
import type { Place } from './patch-entries.js';
import { usablePath } from './patch-entries.js';
import { inside, resolve } from './paths.js';
import { field, itemsOf, textAt, textIn } from './read.js';
import type { Session } from './session.js';
import { attempt } from './session.js';

/** A release without the root that it is deployed with. */
export type InlineRelease = Omit<Release, 'root' | 'format' | 'writer'>;

export interface Inflated {
  readonly objects: readonly Mapping[];
  /** Whether it may make others. */
  readonly open: boolean;
}

export type Inflate = (release: InlineRelease) => Inflated;

const CHART_HOME = 'charts';

/** @param namespace that of the kustomization or of one around it, for a chart without one of its own */
export function releaseOf(
  chart: Mapping,
  globals: Value | undefined,
  namespace: string | undefined,
  place: Place,
  session: Session,
): InlineRelease {
  const name = field(chart, 'name') ?? field(chart, 'chartName');
  const named = textIn(name);
  const repository = textAt(chart, 'repo') ?? textAt(chart, 'chartRepoUrl');
  const home = textAt(globals, 'chartHome') ?? textAt(chart, 'chartHome') ?? CHART_HOME;
  const folder = named === undefined ? undefined : resolve(place.folder, `${home}/${named}`);
  if (folder !== undefined) session.asked.add(inside(folder, 'Chart.yaml'));
  const isLocal = folder !== undefined && session.files.has(inside(folder, 'Chart.yaml'));
  const release = textAt(chart, 'releaseName') ?? named ?? '';
  const { span } = chart.origin;
  return {
    address: `helmCharts/${release}`,
    name: release,
    namespace: textAt(chart, 'namespace') ?? textAt(chart, 'releaseNamespace') ?? namespace,
    chart:
      named === undefined
        ? { kind: 'undetermined', expression: 'a chart without a name' }
        : isLocal || repository === undefined
          ? { kind: 'local', path: folder ?? named }
          : {
              kind: 'published',
              name: named,
              repository,
              version: field(chart, 'version') ?? field(chart, 'chartVersion'),
            },
    chartOrigin: (name ?? chart).origin,
    values: valuesOf(chart, isLocal, place, session),
    span,
    heading: name?.origin.span ?? span,
  };
}

/**
 * `valuesFile`, then `additionalValuesFiles`, with `valuesInline` over the first or, by `valuesMerge`, under or in the place of it
 * (HelmChartInflationGenerator.go).
 */
function valuesOf(chart: Mapping, isLocal: boolean, place: Place, session: Session): Value {
  const inline = field(chart, 'valuesInline') ?? field(chart, 'valuesLocal');
  const how = textAt(chart, 'valuesMerge') ?? 'override';
  const main = field(chart, 'valuesFile') ?? field(chart, 'values');
  const first = textIn(main) === undefined ? undefined : read(main, place, session);
  const given = inline?.kind === 'map' ? [inline] : [];
  const base = first ? [first] : [];
  let values: readonly Value[];
  if (how === 'replace' && given.length > 0) values = given;
  // The defaults of the chart are the file that is merged under; they are the renderer's business.
  else values = how === 'merge' ? [...given, ...base] : [...base, ...given];
  const additional = itemsOf(field(chart, 'additionalValuesFiles')).flatMap((file) => read(file, place, session) ?? []);
  return mergeAll(
    [...values, ...additional],
    isLocal ? emptyMap(chart.origin.span).origin : literal(chart.origin.span),
  );
}

function read(named: Value | undefined, place: Place, session: Session): Value | undefined {
  if (!named) return undefined;
  const path = attempt(session, named.origin.span, () => usablePath(named, place.folder, session));
  const what = `the values file ${textIn(named) ?? ''}`;
  return path === undefined ? undetermined(what, [what], named.origin) : valuesFile(path, session.files, named.origin);
}

/** `helmChartInflationGenerator`, and the generator of that kind, in the words of `helmCharts`. */
export function chartsIn(kustomization: Mapping): readonly Mapping[] {
  return ['helmCharts', 'helmChartInflationGenerator'].flatMap((key) =>
    itemsOf(field(kustomization, key)).filter((chart): chart is Mapping => chart.kind === 'map'),
  );
}

/** What a function that is not run may have made of an object: all that is certain is which object it is. */
export function opened(object: Mapping, what: string, by: Value): Mapping {
  const rest = undetermined(what, [what], by.origin);
  const kept = (map: Mapping, keys: readonly string[]): Entry[] => keys.flatMap((key) => map.entries.get(key) ?? []);
  const metadata = object.entries.get('metadata');
  const entries = kept(object, ['apiVersion', 'kind']);
  if (metadata?.value.kind === 'map') {
    const names = kept(metadata.value, ['name', 'namespace']);
    entries.push({ ...metadata, value: mapping(names, metadata.value.origin, rest) });
  }
  return mapping(entries, object.origin, rest);
}
