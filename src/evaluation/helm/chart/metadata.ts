/** Chart.yaml, and requirements.yaml of charts of apiVersion v1. */
import type { Mapping, Value } from '../../../syntax/value.js';
import { entry, lookup } from '../../../syntax/value.js';
import { parseYaml } from '../../../syntax/yaml/parser.js';
import type { Files } from '../../../tree/files.js';
import type { Dependency, Import } from './chart.js';
import { pathIn } from './chart.js';

/** A dependency as it is declared, before it is looked for. */
export type Declared = Omit<Dependency, 'chart' | 'packed'>;

/** A chart declares more only to be a burden. */
const MOST = 200;

/** The mapping of Chart.yaml; undefined when it is not there (yet) or holds something else. */
export function metadataOf(folder: string, files: Files): Mapping | undefined {
  return firstMapping(pathIn(folder, 'Chart.yaml'), files);
}

export function isLibrary(metadata: Mapping): boolean {
  return textAt(metadata, 'type') === 'library';
}

export function nameOf(metadata: Mapping, folder: string): string {
  return textAt(metadata, 'name') ?? folder.slice(folder.lastIndexOf('/') + 1);
}

/** Helm reads requirements.yaml over what Chart.yaml declares, whatever the version (helm `loader/load.go`). */
export function declaredIn(metadata: Mapping, folder: string, files: Files): readonly Declared[] {
  const path = pathIn(folder, 'requirements.yaml');
  const requirements = files.has(path) ? firstMapping(path, files) : undefined;
  const list = lookup(requirements ?? metadata, ['dependencies']) ?? lookup(metadata, ['dependencies']);
  return list?.kind === 'list' ? list.items.slice(0, MOST).flatMap(declaredBy) : [];
}

function declaredBy(item: Value): readonly Declared[] {
  const heading = item.kind === 'map' ? entry(item, 'name') : undefined;
  if (item.kind !== 'map' || heading?.value.kind !== 'scalar') return [];
  const name = String(heading.value.value);
  const alias = textAt(item, 'alias');
  const tags = lookup(item, ['tags']);
  const imports = lookup(item, ['import-values']);
  return [
    {
      name,
      as: alias === undefined || alias === '' ? name : alias,
      version: lookup(item, ['version']),
      repository: lookup(item, ['repository']),
      conditions: (textAt(item, 'condition') ?? '')
        .split(',')
        .map((condition) => condition.trim())
        .filter((condition) => condition !== ''),
      tags: tags?.kind === 'list' ? tags.items.flatMap((tag) => textOf(tag) ?? []) : [],
      imports: imports?.kind === 'list' ? imports.items.flatMap((each) => importOf(each) ?? []) : [],
      declared: item,
      heading,
    },
  ];
}

/** `name` stands for the table `exports.name`, which goes to the top. */
function importOf(value: Value): Import | undefined {
  const name = textOf(value);
  if (name !== undefined) return { child: ['exports', ...name.split('.')], parent: [] };
  if (value.kind !== 'map') return undefined;
  const [child, parent] = [textAt(value, 'child'), textAt(value, 'parent')];
  if (child === undefined || parent === undefined) return undefined;
  return { child: child.split('.'), parent: parent === '.' ? [] : parent.split('.') };
}

function firstMapping(path: string, files: Files): Mapping | undefined {
  const [document] = files.parse(path, parseYaml) ?? [];
  return document?.kind === 'map' ? document : undefined;
}

function textAt(map: Mapping, key: string): string | undefined {
  const value = entry(map, key)?.value;
  return value && textOf(value);
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}
