/** Which var files a folder is deployed with: each set of them is a deployment of its own. */
import { parseHcl } from '../../syntax/hcl/parser.js';
import type { HclBody } from '../../syntax/hcl/ast.js';
import { parseJson } from '../../syntax/json/parser.js';
import type { Files } from '../../tree/files.js';
import { parserOf } from './configuration-paths.js';
import { isBelow } from './folders.js';
import { folderOf } from './paths.js';
import { inOrder, isAutomatic, isVariableFile } from './variable-paths.js';

/** One deployment of a folder: what is applied besides the files that always are. */
export interface Deployment {
  readonly id: string;
  readonly parameters: readonly string[];
}

type Folders = ReadonlyMap<string, readonly string[]>;

/**
 * The deployments of roots. Those without an entry have their defaults only.
 * @param judged the folders of which it is known whether they are roots
 */
export function deploymentsOf(
  files: Files,
  roots: ReadonlySet<string>,
  judged: ReadonlySet<string>,
  folders: Folders,
): ReadonlyMap<string, readonly Deployment[]> {
  const found = new Map<string, Deployment[]>();
  const groups = chosenFiles(files, folders);
  for (const [folder, paths] of groups) {
    const around = rootAround(files, folder, paths, roots, judged, folders);
    if (around !== undefined && !roots.has(around)) continue;
    for (const deployment of together(files, folder, paths, groups, folders)) {
      const owners = around === undefined ? declaring(files, folder, deployment, roots, judged, folders) : [around];
      for (const root of owners) {
        const known = found.get(root);
        if (known) known.push(deployment);
        else found.set(root, [deployment]);
      }
    }
  }
  return found;
}

/** The var files that somebody has to ask for, by folder. */
function chosenFiles(files: Files, folders: Folders): Folders {
  const groups = new Map<string, string[]>();
  for (const path of files.paths) {
    const folder = folderOf(path);
    if (!isVariableFile(path) || (isAutomatic(path) && folders.has(folder))) continue;
    const group = groups.get(folder);
    if (group) group.push(path);
    else groups.set(folder, [path]);
  }
  return groups;
}

/** The files that Terraform applies in a folder without being asked. */
export function automaticFiles(files: Files, folder: string): string[] {
  return inOrder(files.inFolder(folder).filter(isAutomatic));
}

/**
 * Files of one folder are alternatives (`dev.tfvars`, `prod.tfvars`), unless the folder itself is the alternative
 * (`environments/dev/`, `environments/prod/`) and no variable is set twice: then they are applied together.
 */
function together(
  files: Files,
  folder: string,
  paths: readonly string[],
  groups: Folders,
  folders: Folders,
): Deployment[] {
  const hasSiblings = [...groups.keys()].some((other) => other !== folder && folderOf(other) === folderOf(folder));
  if (paths.length > 1 && hasSiblings && !folders.has(folder)) {
    const names = paths.flatMap((path) => variableNames(files, path));
    if (new Set(names).size === names.length) return [{ id: folder, parameters: inOrder(paths) }];
  }
  return paths.map((path) => ({ id: path, parameters: [path] }));
}

/**
 * The nearest folder around var files that is a root, or may be one, and that declares something of what they set. A module is
 * passed over; a folder that is not looked at now may be the one that is meant.
 */
function rootAround(
  files: Files,
  folder: string,
  paths: readonly string[],
  roots: ReadonlySet<string>,
  judged: ReadonlySet<string>,
  folders: Folders,
): string | undefined {
  const around = [...folders.keys()]
    .filter((one) => isBelow(folder, one) && (roots.has(one) || !judged.has(one)))
    .sort((a, b) => b.length - a.length);
  const [nearest, farther] = around;
  if (farther === undefined) return nearest;
  const names = paths.flatMap((path) => variableNames(files, path));
  return around.find((one) => names.some(isDeclaredIn(files, folders.get(one) ?? []))) ?? nearest;
}

/** Where no folder is around: those nearest to the var file that declare all that it sets. */
function declaring(
  files: Files,
  folder: string,
  { parameters }: Deployment,
  roots: ReadonlySet<string>,
  judged: ReadonlySet<string>,
  folders: Folders,
): readonly string[] {
  const names = parameters.flatMap((path) => variableNames(files, path));
  for (let above = folder; above !== '';) {
    above = folderOf(above);
    const near = [...folders].filter(([one]) => isBelow(one, above) && !(judged.has(one) && !roots.has(one)));
    const fitting = near.filter(([, paths]) => declaresAll(files, paths, names)).map(([one]) => one);
    if (fitting.length > 0) return fitting.filter((one) => roots.has(one));
  }
  return [];
}

function declaresAll(files: Files, paths: readonly string[], names: readonly string[]): boolean {
  return names.length > 0 && names.every(isDeclaredIn(files, paths));
}

/** @param paths the configuration files of a folder */
function isDeclaredIn(files: Files, paths: readonly string[]): (name: string) => boolean {
  const declared = new Set<string>();
  for (const path of paths) {
    const body: HclBody | undefined = files.parse(path, parserOf(path));
    for (const { type, labels } of body?.blocks ?? []) {
      if (type.text === 'variable' && labels[0]) declared.add(labels[0].text);
    }
  }
  return (name) => declared.has(name);
}

function variableNames(files: Files, path: string): string[] {
  if (path.endsWith('.json')) {
    const document = files.parse(path, parseJson);
    return document?.kind === 'map' ? [...document.entries.keys()] : [];
  }
  const body: HclBody | undefined = files.parse(path, parseHcl);
  return [...new Set((body?.attributes ?? []).map(({ name }) => name.text))];
}
