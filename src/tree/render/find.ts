/** Where the tools are: on the PATH, never fetched. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Tool } from './request.js';

/** An executable and the words that make it render. */
export interface Command {
  /** Absolute. */
  readonly file: string;
  readonly words: readonly string[];
  /** For people. */
  readonly name: string;
}

const commands: Readonly<Record<Tool, readonly (readonly [file: string, ...words: string[]])[]>> = {
  helm: [['helm', 'template']],
  kustomize: [
    ['kustomize', 'build'],
    ['kubectl', 'kustomize'],
  ],
};

/**
 * @param path the variable PATH; relative folders in it are left out, since they may be in the tree that is reviewed
 * @param forbidden a folder whose files are never run: the tree
 */
export function findCommand(tool: Tool, path: string, forbidden?: string): Command | undefined {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder) && !isInside(folder, forbidden));
  for (const [name, ...words] of commands[tool]) {
    for (const folder of folders) {
      for (const file of namesOf(name).map((each) => join(folder, each))) {
        if (isExecutable(file)) return { file, words, name: [name, ...words].join(' ') };
      }
    }
  }
  return undefined;
}

function namesOf(name: string): readonly string[] {
  return process.platform === 'win32' ? [`${name}.exe`] : [name];
}

function isInside(folder: string, outer: string | undefined): boolean {
  return outer !== undefined && outer !== '' && (folder === outer || folder.startsWith(join(outer, '/')));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
