import type { Files } from '../../../tree/files.js';
import type { Root } from '../../resource.js';
import { templateFor } from './match.js';
import { survey } from './survey.js';

/**
 * The roots of one of the two languages: each template with each parameter file that is for it, or alone where there is
 * none. A file that others deploy as a module is a root only when a parameter file is for it.
 */
export function rootsOf(format: 'bicep' | 'arm', files: Files, changed?: ReadonlySet<string>): readonly Root[] {
  const found = survey(files, changed);
  const parameterFiles = new Map<string, string[]>();
  for (const [template, paths] of found.bicepParameters) parameterFiles.set(template, [...paths]);
  for (const file of found.jsonParameters) {
    const template = templateFor(file, found.candidates)?.path;
    if (template !== undefined) parameterFiles.set(template, [...(parameterFiles.get(template) ?? []), file.path]);
  }
  const roots: Root[] = [];
  for (const { path, isModule, format: own } of found.candidates) {
    if (own !== format) continue;
    const mine = parameterFiles.get(path) ?? [];
    for (const parameters of mine) roots.push({ id: parameters, format, path, parameters: [parameters] });
    if (mine.length === 0 && !isModule) roots.push({ id: path, format, path, parameters: [] });
  }
  const affected = changed ? roots.filter((root) => found.reaches([root.path, ...root.parameters], changed)) : roots;
  return affected.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
