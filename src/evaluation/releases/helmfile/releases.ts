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
import { taken } from './branches.js';
import { parseHelmfile, parseTemplate } from './document.js';
import { environmentOf } from './environment.js';
import type { Environment } from './expression.js';
import { resolved } from './resolved.js';

interface Found {
  readonly releases: readonly Release[];
  readonly problems: readonly Problem[];
}

/** Bases are followed this deep. */
const DEEPEST = 5;

/** @param name of the environment */
export function helmfileReleases(root: Root, name: string, files: Files): Found {
  const plain = stateOf(root.path, files, 0);
  if (plain?.kind !== 'map') return { releases: [], problems: [] };
  const environment = environmentOf(name, root.path, plain, files);
  const state = stateOf(root.path, files, 0, environment);
  if (state?.kind !== 'map') return { releases: [], problems: [] };
  const made = itemsAt(state, 'releases').flatMap((each) => releaseOf(each, state, environment, root, files) ?? []);
  const releases = made.map((release) => ({ ...release, values: resolved(release.values, environment) }));
  return { releases, problems: [] };
}

/** The documents of a file over its bases, the later over the earlier; lists of releases add up. */
export function stateOf(path: string, files: Files, depth: number, environment?: Environment): Value | undefined {
  const documents = depth > DEEPEST ? [] : documentsIn(path, files, environment);
  return documents.reduce<Value | undefined>((state, document) => {
    const bases = itemsAt(document, 'bases').flatMap((base) => {
      const name = textAt(base);
      const at = name === undefined ? undefined : pathFrom(parentOf(path), name);
      return at === undefined ? [] : (stateOf(at, files, depth + 1, environment) ?? []);
    });
    return [...bases, document].reduce<Value | undefined>(
      (below, over) => (below ? combined(below, over) : over),
      state,
    );
  }, undefined);
}

function documentsIn(path: string, files: Files, environment: Environment | undefined): readonly Value[] {
  const documents = files.parse(path, parseHelmfile) ?? [];
  const file = environment === undefined ? undefined : files.read(path);
  if (!environment || !file?.text.includes('{{')) return documents;
  const { result } = parseTemplate(file, taken(file, environment));
  return result.map((document) => resolved(document, environment));
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

function releaseOf(
  release: Value,
  state: Mapping,
  environment: Environment,
  root: Root,
  files: Files,
): Release | undefined {
  if (release.kind !== 'map' || textAt(release, 'installed') === 'false') return undefined;
  const whole = inherited(release, state);
  const name = textAt(whole, 'name') ?? 'release';
  const namespace = textAt(whole, 'namespace') ?? textAt(state, 'helmDefaults', 'namespace');
  const heading = entry(release, 'name')?.value.origin.span ?? release.origin.span;
  const condition = conditionOf(whole, environment);
  if (condition === 'never') return undefined;
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
function conditionOf(release: Mapping, { values }: Environment): Value | 'never' | undefined {
  for (const key of ['installed', 'condition']) {
    const found = lookup(release, [key]);
    if (found?.kind === 'undetermined') return found;
    if (found && key === 'condition') {
      const words = textAt(found) ?? key;
      const decided = textAt(values, ...words.split('.'));
      if (decided === 'true') return undefined;
      if (decided === 'false') return 'never';
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
  const whole = lookup(release, ['values']);
  const documents = [
    ...(whole?.kind === 'undetermined' ? [whole] : []),
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
