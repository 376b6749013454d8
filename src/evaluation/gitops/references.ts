/** What the objects of a file deploy of the tree, told from their text alone: which roots a changed file concerns. */
import type { SourceFile } from '../../syntax/source.js';
import { lookup } from '../../syntax/value.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import { documentsOf } from '../kubernetes/documents.js';
import { objectsIn, typeText } from '../kubernetes/objects.js';
import { isManifest } from '../kubernetes/scan.js';
import { globMatcher } from '../releases/glob.js';
import { pathFrom } from './folders.js';
import type { Remembered } from './memo.js';
import { itemsAt, textAt } from './read.js';

/** Files beyond these are not looked into, and rounds beyond these not made. */
const MOST_FILES = 3_000;
const MOST_ROUNDS = 6;

/** People write such objects in YAML; the JSON of a large repository is read for nothing. */
const deploying = /\.ya?ml$/i;
/** What no chart, overlay or list of values is made of. */
const neverDeployed =
  /\.(?:bicep|bicepparam|tf|tfvars|tofu|sh|bash|zsh|ps1|azcli|mk|md|cs|go|py|java|[jt]sx?|png|svg)$/i;

/**
 * Finds the files with objects that deploy one of the changed paths, or deploy what deploys it.
 * @param references of a file
 * @param owners files of kustomizations that paths belong to
 */
export function deployersOf(
  references: Remembered<References>,
  owners: (changed: ReadonlySet<string>, files: Files) => readonly string[],
): (changed: ReadonlySet<string>, files: Files) => ReadonlySet<string> {
  return (changed, files) => {
    if ([...changed].every((path) => neverDeployed.test(path))) return new Set();
    const deployers = files.paths
      .filter((path) => deploying.test(path))
      .slice(0, MOST_FILES)
      .flatMap((path) => {
        const { patterns, names } = references(path, files) ?? none;
        if (patterns.length === 0 && names.length === 0) return [];
        return [{ path, names, matchers: patterns.map((pattern) => globMatcher(pattern)) }];
      });
    const named = new Set(deployers.length === 0 ? [] : [...changed].flatMap((path) => namesIn(path, files)));
    const found = new Set<string>();
    for (let round = 0, grown = deployers.length > 0; grown && round < MOST_ROUNDS; round++) {
      const all = new Set([...changed, ...found]);
      const reached = [...all, ...owners(all, files)];
      const before = found.size;
      for (const { path, names, matchers } of deployers) {
        const refers = names.some((name) => named.has(name)) || matchers.some((matches) => reached.some(matches));
        if (!all.has(path) && refers) found.add(path);
      }
      grown = found.size > before;
    }
    return found;
  };
}

export interface References {
  /** Patterns of the paths that objects deploy. */
  readonly patterns: readonly string[];
  /** Objects that they refer to: `ConfigMap/web-values`. */
  readonly names: readonly string[];
}

const none: References = { patterns: [], names: [] };

/** What the objects of a file refer to. Told by the text first: few files have such objects. */
export function referencesIn(file: SourceFile): References {
  const mentions = /argoproj\.io|\.toolkit\.fluxcd\.io|helm\.fluxcd\.io|flux\.weave\.works/.test(file.text);
  const objects = mentions ? parseYaml(file).result.flatMap(objectsIn) : [];
  const patterns = [...new Set(objects.flatMap(patternsOf))];
  return { patterns, names: [...new Set(objects.flatMap(namesOf))] };
}

function namesOf(object: Mapping): readonly string[] {
  const spec = lookup(object, ['spec']);
  const references = [
    ...itemsAt(spec, 'valuesFrom'),
    ...itemsAt(spec, 'postBuild', 'substituteFrom'),
    ...[lookup(spec, ['chart', 'spec', 'sourceRef']), lookup(spec, ['chartRef'])].flatMap((each) => each ?? []),
  ];
  return references.flatMap((each) => nameOf(textAt(each, 'kind'), textAt(each, 'name')));
}

/** The objects of a changed file that others refer to. */
function namesIn(path: string, files: Files): readonly string[] {
  const text = isManifest(path) ? files.read(path)?.text : undefined;
  if (text === undefined || !/ConfigMap|source\.toolkit/.test(text)) return [];
  const objects = documentsOf(path, files).flatMap(objectsIn);
  return objects.flatMap((object) => nameOf(typeText(object, 'kind'), textAt(object, 'metadata', 'name')));
}

function nameOf(kind: string | undefined, name: string | undefined): readonly string[] {
  return kind === undefined || name === undefined || kind === 'Secret' ? [] : [`${kind}/${name}`];
}

function patternsOf(object: Mapping): readonly string[] {
  const spec = lookup(object, ['spec']);
  switch (`${(typeText(object, 'apiVersion') ?? '').split('/')[0] ?? ''}/${typeText(object, 'kind') ?? ''}`) {
    case 'argoproj.io/Application':
      return sourcePatterns(spec);
    case 'argoproj.io/ApplicationSet':
      return [
        ...sourcePatterns(lookup(spec, ['template', 'spec'])),
        ...generatorPatterns(lookup(spec, ['generators'])),
      ];
    case 'kustomize.toolkit.fluxcd.io/Kustomization':
      return textAt(spec, 'sourceRef', 'kind') === 'ExternalArtifact'
        ? folderPatterns(`**/${textAt(spec, 'path') ?? ''}`)
        : folderPatterns(textAt(spec, 'path'));
    default:
      return [
        ...folderPatterns(pathLike(textAt(spec, 'chart', 'spec', 'chart'))),
        ...folderPatterns(textAt(spec, 'chart', 'path')),
      ];
  }
}

function pathLike(name: string | undefined): string | undefined {
  return name?.includes('/') === true || name?.startsWith('.') === true ? name : undefined;
}

function sourcePatterns(spec: Value | undefined): readonly string[] {
  const source = lookup(spec, ['source']);
  return [...itemsAt(spec, 'sources'), ...(source ? [source] : [])].flatMap((each) => {
    const path = textAt(each, 'path');
    const files = itemsAt(each, 'helm', 'valueFiles').flatMap((file) => {
      const name = textAt(file) ?? '';
      const [, rest] = /^\$[\w.-]+\/(.*)$/.exec(name) ?? [];
      return patternFrom(rest === undefined ? (path ?? '') : '', rest ?? name);
    });
    return [...folderPatterns(path), ...files];
  });
}

/** Folders and files that git generators go through, wherever they are nested. */
function generatorPatterns(value: Value | undefined, depth = 0): readonly string[] {
  if (!value || depth > 10) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => generatorPatterns(item, depth + 1));
  if (value.kind !== 'map') return [];
  const git = lookup(value, ['git']);
  const folders = itemsAt(git, 'directories').flatMap((each) => folderPatterns(textAt(each, 'path')));
  const files = itemsAt(git, 'files').flatMap((each) => patternFrom('', textAt(each, 'path') ?? ''));
  const inner = [...value.entries.values()].flatMap((each) => generatorPatterns(each.value, depth + 1));
  return [...folders, ...files, ...inner];
}

function folderPatterns(path: string | undefined): readonly string[] {
  return path === undefined ? [] : patternFrom('', path).flatMap((pattern) => [pattern, `${pattern}/**`]);
}

/** Variables may be anything; a path of which nothing is known says nothing. */
function patternFrom(folder: string, path: string): readonly string[] {
  const pattern = pathFrom(open(folder), open(path));
  return pattern === undefined || /^[*/]*$/.test(pattern) ? [] : [pattern];
}

function open(path: string): string {
  return path.replace(/\$\{[^}]*\}|\{\{[^}]*\}\}/g, '*');
}
