/** The Terraform folders of a revision, and which of them call which. */
import type { HclBody } from '../../syntax/hcl/ast.js';
import type { Files } from '../../tree/files.js';
import { isConfiguration, parserOf } from './configuration-paths.js';
import { literalText } from './configuration.js';
import { isLocal } from './modules.js';
import { folderOf, joinPath } from './paths.js';

/** Every folder that holds configuration, with the files of it, in the order of the paths. */
export function terraformFolders(files: Files): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of files.paths) {
    if (!isConfiguration(path)) continue;
    const folder = folders.get(folderOf(path));
    if (folder) folder.push(path);
    else folders.set(folderOf(path), [path]);
  }
  return folders;
}

/** For each folder that local module calls name, whether it exists or not, the folders that call it. */
export function callersOf(
  files: Files,
  folders: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const callers = new Map<string, Set<string>>();
  for (const [folder, paths] of folders) {
    for (const path of paths) {
      for (const source of localSources(files, path)) {
        const called = joinPath(folder, source);
        if (called === undefined || called === folder) continue;
        const known = callers.get(called);
        if (known) known.add(folder);
        else callers.set(called, new Set([folder]));
      }
    }
  }
  return callers;
}

/** The local sources of the module calls in a file. Most files have none, which a look at the text tells. */
function localSources(files: Files, path: string): string[] {
  const text = files.read(path)?.text;
  if (text === undefined || !/\bsource"?\s*[=:]\s*"\.\.?[/"]/.test(text)) return [];
  const body: HclBody | undefined = files.parse(path, parserOf(path));
  return (body?.blocks ?? [])
    .filter(({ type }) => type.text === 'module')
    .map((block) => literalText({ layers: [block.body] }, 'source'))
    .filter((source) => source !== undefined && isLocal(source))
    .filter((source) => source !== undefined);
}

/**
 * The folders that tests of modules (`.tftest.hcl`) set their surroundings up with: made for a moment, deployed nowhere. Sources
 * are relative to the folder that is tested, in which the tests stand or whose `tests` folder they stand in.
 */
export function testFixtures(files: Files): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of files.paths) {
    if (!/\.(?:tf|tofu)test\.hcl$/.test(path)) continue;
    const text = files.read(path)?.text ?? '';
    const folder = folderOf(path);
    for (const [, source = ''] of text.matchAll(/\bsource\s*=\s*"(\.\.?\/[^"$]*)"/g)) {
      for (const tested of [folder, folderOf(folder)]) {
        const fixture = joinPath(tested, source);
        if (fixture !== undefined && fixture !== tested) found.add(fixture);
      }
    }
  }
  return found;
}

/** Whether people run Terraform in a folder: it pins providers, or says where its state is. */
export function isRun(files: Files, folder: string, paths: readonly string[]): boolean {
  if (files.has(folder === '' ? '.terraform.lock.hcl' : `${folder}/.terraform.lock.hcl`)) return true;
  return paths.some((path) =>
    /^\s*(?:backend\s+"|cloud\s*\{|"(?:backend|cloud)"\s*:)/m.test(files.read(path)?.text ?? ''),
  );
}

/** Whether a path lies in a folder or below it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
