/** What a helmfile releases (helmfile.readthedocs.io: `releases`, `values`, `set`, `environments`, `bases`, `helmfiles`). */
import type { Problem } from '../../../syntax/problem.js';
import { entry, literal, lookup, mapping, undetermined } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { yamlWriter } from '../../../syntax/yaml/writer.js';
import type { Files } from '../../../tree/files.js';
import type { Release } from '../../helm/release.js';
import type { Root } from '../../resource.js';
import { inside, parentOf, pathFrom } from '../../gitops/folders.js';
import { asMapping, has, isTrue, itemsAt, textAt } from '../../gitops/read.js';
import { chartNamed } from '../chart-name.js';
import { mergeAll, mergeValues } from '../merge.js';
import { applySetting } from '../settings.js';
import { valuesFile } from '../values-file.js';
import { parseHelmfile } from './document.js';

interface Found {
  readonly releases: readonly Release[];
  readonly problems: readonly Problem[];
}

/** Bases are followed this deep. */
const DEEPEST = 5;

export function helmfileReleases(root: Root, files: Files): Found {
  const state = stateOf(root.path, files, 0);
  if (state?.kind !== 'map') return { releases: [], problems: [] };
  const releases = itemsAt(state, 'releases').flatMap((release) => releaseOf(release, state, root, files) ?? []);
  return { releases, problems: [] };
}

/** The documents of a file over its bases, the later over the earlier; lists of releases add up. */
function stateOf(path: string, files: Files, depth: number): Value | undefined {
  const documents = depth > DEEPEST ? [] : (files.parse(path, parseHelmfile) ?? []);
  return documents.reduce<Value | undefined>((state, document) => {
    const bases = itemsAt(document, 'bases').flatMap((base) => {
      const name = textAt(base);
      const at = name === undefined ? undefined : pathFrom(parentOf(path), name);
      return at === undefined ? [] : (stateOf(at, files, depth + 1) ?? []);
    });
    return [...bases, document].reduce<Value | undefined>(
      (below, over) => (below ? combined(below, over) : over),
      state,
    );
  }, undefined);
}

function combined(below: Value, over: Value): Value {
  const merged = mergeValues(below, over);
  if (merged.kind !== 'map') return merged;
  const entries = [...merged.entries.values()].map((each) => {
    if (each.key !== 'releases' && each.key !== 'repositories') return each;
    const items = [...itemsAt(below, each.key), ...itemsAt(over, each.key)];
    return each.value.kind === 'list' ? { ...each, value: { ...each.value, items } } : each;
  });
  return mapping(entries, merged.origin, merged.rest);
}

function releaseOf(release: Value, state: Mapping, root: Root, files: Files): Release | undefined {
  if (release.kind !== 'map' || textAt(release, 'installed') === 'false') return undefined;
  const whole = inherited(release, state);
  const name = textAt(whole, 'name') ?? 'release';
  const namespace = textAt(whole, 'namespace') ?? textAt(state, 'helmDefaults', 'namespace');
  const heading = entry(release, 'name')?.value.origin.span ?? release.origin.span;
  const condition = conditionOf(whole);
  return {
    root,
    format: 'helm',
    address: `Release/${namespace ?? 'default'}/${name}`,
    name,
    namespace,
    chart: chartOf(whole, state, root, files),
    chartOrigin: lookup(whole, ['chart'])?.origin ?? literal(heading),
    values: valuesOf(whole, root, files),
    span: release.origin.span,
    heading,
    ...(condition ? { condition } : {}),
    writer: yamlWriter,
  };
}

/** `inherit: [{template: x}]`: the templates of the file below the release. */
function inherited(release: Mapping, state: Mapping): Mapping {
  const templates = itemsAt(release, 'inherit').flatMap((each) => {
    const name = textAt(each, 'template');
    return (name === undefined ? undefined : asMapping(lookup(state, ['templates', name]))) ?? [];
  });
  return templates.reduceRight<Mapping>((over, below) => asMapping(mergeValues(below, over)) ?? over, release);
}

/** Whether it is installed may depend on values of the environment. */
function conditionOf(release: Mapping): Value | undefined {
  for (const key of ['installed', 'condition']) {
    const found = lookup(release, [key]);
    if (found?.kind === 'undetermined') return found;
    if (found && key === 'condition') {
      const words = textAt(found) ?? key;
      return undetermined(words, [words], found.origin);
    }
  }
  return undefined;
}

function chartOf(release: Mapping, state: Mapping, root: Root, files: Files): Release['chart'] {
  const chart = lookup(release, ['chart']);
  const written = textAt(chart);
  if (written === undefined) {
    return { kind: 'undetermined', expression: chart?.kind === 'undetermined' ? chart.expression : 'the chart' };
  }
  const [alias, name] = written.split('/');
  const isChart = (folder: string): boolean => files.has(inside(folder, 'Chart.yaml'));
  const version = lookup(release, ['version']);
  const repository = written.startsWith('.')
    ? undefined
    : itemsAt(state, 'repositories').find((each) => textAt(each, 'name') === alias);
  const url = textAt(repository, 'url');
  if (name === undefined || url === undefined) {
    return chartNamed(written, undefined, version, [parentOf(root.path)], isChart);
  }
  const registry = isTrue(repository, 'oci') && !url.startsWith('oci:') ? `oci://${url}` : url;
  return { kind: 'published', name, repository: registry, version };
}

/** `values` and `secrets` in order, then `set`; values of a template are open. */
function valuesOf(release: Mapping, root: Root, files: Files): Value {
  const documents = [
    ...itemsAt(release, 'values').map((value) => given(value, root, files)),
    ...itemsAt(release, 'secrets').map((value) => unknown(`the secrets ${textAt(value) ?? ''}`, value)),
  ];
  const merged = mergeAll(documents, release.origin);
  return (['set', 'setTemplate', 'setString'] as const).reduce(
    (values, key) =>
      itemsAt(release, key).reduce((sofar, setting) => applyItem(sofar, setting, key === 'setString'), values),
    merged,
  );
}

function given(value: Value, root: Root, files: Files): Value {
  if (value.kind === 'map' || value.kind === 'undetermined') return value;
  const name = textAt(value) ?? '';
  const path = pathFrom(parentOf(root.path), name);
  const found = path === undefined || name.endsWith('.gotmpl') ? undefined : valuesFile(path, files, value.origin);
  if (path !== undefined && name.endsWith('.gotmpl')) {
    const template = files.parse(path, parseHelmfile)?.[0];
    if (template) return template;
  }
  return found ?? unknown(`the values file ${name}`, value);
}

function applyItem(values: Value, setting: Value, asText: boolean): Value {
  const name = textAt(setting, 'name') ?? '';
  if (has(setting, 'value')) {
    const value = lookup(setting, ['value']);
    return value ? applySetting(values, name, value, asText ? 'string' : 'typed') : values;
  }
  const items = itemsAt(setting, 'values');
  if (items.length > 0) {
    const texts = items.flatMap((item) => textAt(item) ?? []);
    const value = { kind: 'scalar', value: `{${texts.join(',')}}`, origin: setting.origin } as const;
    return applySetting(values, name, value, asText ? 'string' : 'typed');
  }
  return applySetting(values, name, unknown(name, setting), 'typed');
}

function unknown(what: string, at: Value): Value {
  return undetermined(what, [what], at.origin);
}
