/**
 * Where the folder of a module is. Modules of registries and other repositories are not in the tree: their calls are
 * handed on as resources of type `module`, which a table of published defaults can judge later.
 */
import { isConfiguration } from './configuration-paths.js';
import type { Module } from './module.js';
import { joinPath } from './paths.js';

/** The folder of a local module; `undefined` when the source is somewhere else, or nothing is there. */
export function folderOfSource(module: Module, source: string): string | undefined {
  if (!isLocal(source)) return undefined;
  const folder = joinPath(module.folder, source);
  if (folder === undefined) return undefined;
  const { files, asked } = module.session;
  const hasFiles = files.inFolder(folder).some(isConfiguration);
  // Whoever adds the folder's files later changes this root.
  if (!hasFiles) asked.add(folder === '' ? 'main.tf' : `${folder}/main.tf`);
  return hasFiles ? folder : undefined;
}

export function isLocal(source: string): boolean {
  return /^\.\.?(?:\/|$)/.test(source);
}
