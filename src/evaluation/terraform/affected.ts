/** Which Terraform folders a change can affect. */
import type { Files } from '../../tree/files.js';
import { isScript } from '../command-arguments.js';
import { givesVariables } from './command-variables.js';
import { isConfiguration } from './configuration-paths.js';
import { callersOf, isBelow, isRun } from './folders.js';
import { baseName, folderOf } from './paths.js';
import { mayBePlan } from './plan/document.js';
import { isVariableFile } from './variable-paths.js';

type Folders = ReadonlyMap<string, readonly string[]>;

/**
 * The folders that changed paths can affect: those that they lie in, and all that call these. Where a folder is one that
 * people run Terraform in, nobody calls it, and the rest of the tree need not be read.
 */
export function affectedFolders(files: Files, folders: Folders, changed: ReadonlySet<string>): ReadonlySet<string> {
  const direct = new Set([...changed].flatMap((path) => [...foldersOf(files, folders, path)]));
  const affected = new Set<string>();
  const pending = [...direct];
  let callers: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (affected.has(folder)) continue;
    affected.add(folder);
    const paths = folders.get(folder);
    if (paths && isRun(files, folder, paths)) continue;
    callers ??= callersOf(files, folders);
    for (const caller of callers.get(folder) ?? []) pending.push(caller);
  }
  return affected;
}

function foldersOf(files: Files, folders: Folders, path: string): Iterable<string> {
  const folder = folderOf(path);
  if (isConfiguration(path) || baseName(path) === '.terraform.lock.hcl') return [folder];
  // Which root a var file belongs to is found by its place and names: any around may be meant.
  if (isVariableFile(path))
    return [...folders.keys()].filter((one) => isNear(path, one) || !hasFolderAbove(folders, path));
  if (isScript(path)) {
    const runs = [...folders.keys()].filter((one) => givesVariables(files, path, one));
    if (runs.length > 0) return runs;
  }
  // A plan is compared with what it was made of.
  if (mayBePlan(path)) return [...folders.keys()].filter((one) => isBelow(path, one));
  if (!readable.test(path)) return [];
  return [...folders].filter(([one, paths]) => isNear(path, one) && mentions(files, paths, path)).map(([one]) => one);
}

/** What configurations read from files: data, templates, scripts, certificates. Documentation and code are neither. */
const readable =
  /\.(?:ya?ml|json|tpl|tftpl|tmpl|template|j2|txt|csv|conf|cfg|ini|toml|sh|ps1|xml|properties|env|pem|crt|cer|pub|kql|sql)$/i;

/** The folder is above the path, or beside the folder that the path lies in. */
function isNear(path: string, folder: string): boolean {
  const own = folderOf(path);
  return isBelow(path, folder) || (own !== '' && folderOf(folder) === folderOf(own));
}

function hasFolderAbove(folders: Folders, path: string): boolean {
  return [...folders.keys()].some((folder) => isBelow(path, folder));
}

/** Any other file matters where a configuration names it, or reads whole sets of files. */
function mentions(files: Files, paths: readonly string[], path: string): boolean {
  const name = baseName(path);
  return paths.some((one) => {
    const text = files.read(one)?.text;
    return (
      text !== undefined &&
      (text.includes(name) || /\bfileset\s*\(|\b(?:file|templatefile)\s*\([^)]*\$\{(?!path\.)/.test(text))
    );
  });
}
