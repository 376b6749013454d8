/** Roots that are files with commands of a program. */
import type { Files } from '../../tree/files.js';
import { isChartTemplate } from '../kubernetes/scan.js';
import type { Format, Root } from '../resource.js';
import { canHoldCommands } from './scan.js';

/** Every file is a root of its own; with changed paths only these are looked at. */
export function scriptRoots(
  format: Format,
  files: Files,
  changed: ReadonlySet<string> | undefined,
  isRoot: (path: string, files: Files) => boolean,
): readonly Root[] {
  return (changed ? [...changed].filter((path) => files.has(path)).sort() : files.paths)
    .filter((path) => isRoot(path, files))
    .map((path) => ({ id: path, format, path, parameters: [] }));
}

/** Whether a file that is no template of a chart holds such commands. */
export function isScriptWith(mentions: (text: string) => boolean): (path: string, files: Files) => boolean {
  return (path, files) => {
    if (!canHoldCommands(path) || isChartTemplate(path, files)) return false;
    const text = files.read(path)?.text;
    return text !== undefined && mentions(text);
  };
}
