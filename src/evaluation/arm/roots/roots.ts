import type { Files } from '../../../tree/files.js';
import { isScript } from '../../command-arguments.js';
import type { Root } from '../../resource.js';
import { templateFor } from './match.js';
import { folderOf, nameOf } from '../paths.js';
import { givesParameters } from './command-parameters.js';
import { commandsOf } from './commands.js';
import type { FindByCommand } from './commands.js';
import { completeReading, isParameterName, readingFor } from './reading.js';
import { survey } from './survey.js';
import type { Survey } from './survey.js';

/**
 * The roots of one of the two languages: each template with each parameter file that is for it, or alone where there is
 * none. A file that others deploy as a module is a root only when a parameter file is for it.
 */
export function rootsOf(format: 'bicep' | 'arm', files: Files, changed?: ReadonlySet<string>): readonly Root[] {
  const reading = changed ? readingFor(files, changed) : completeReading;
  if (!reading) return [];
  const near = survey(files, reading);
  const homeless = near.jsonParameters.some((file) => changed?.has(file.path) && !templateFor(file, near.candidates));
  const found = !reading.complete && homeless ? survey(files, completeReading) : near;
  const roots = allRoots(format, found, commandsOf(files));
  const affected = changed ? roots.filter((root) => isAffected(root, found, files, changed)) : roots;
  return affected.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function allRoots(format: 'bicep' | 'arm', found: Survey, byCommand: FindByCommand): readonly Root[] {
  const parameterFiles = new Map<string, string[]>();
  for (const [template, paths] of found.bicepParameters) parameterFiles.set(template, [...paths]);
  for (const file of found.jsonParameters) {
    const template = templateFor(file, found.candidates, byCommand)?.path;
    if (template !== undefined) parameterFiles.set(template, [...(parameterFiles.get(template) ?? []), file.path]);
  }
  const roots: Root[] = [];
  for (const { path, isModule, format: own } of found.candidates) {
    if (own !== format) continue;
    const mine = parameterFiles.get(path) ?? [];
    for (const parameters of mine) roots.push({ id: parameters, format, path, parameters: [parameters] });
    if (mine.length === 0 && !isModule) roots.push({ id: path, format, path, parameters: [] });
  }
  return roots;
}

/** Also a root that has lost its parameter file to the change, and is now deployed with its defaults. */
function isAffected(root: Root, found: Survey, files: Files, changed: ReadonlySet<string>): boolean {
  if (found.reaches([root.path, ...root.parameters], changed)) return true;
  if ([...changed].some((path) => isScript(path) && givesParameters(root, files, path))) return true;
  if ([...changed].some((path) => nameOf(path) === 'bicepconfig.json' && isAbove(folderOf(path), root.path)))
    return true;
  if (root.parameters.length > 0) return false;
  const folder = folderOf(root.path);
  return [...changed].some((path) => {
    const isLost = !files.has(path) && /\.(?:json|bicepparam)$/i.test(path) && isParameterName(path);
    return isLost && (folderOf(path) === folder || folderOf(folderOf(path)) === folder);
  });
}

function isAbove(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
