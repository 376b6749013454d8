import { folderOf, nameOf } from '../paths.js';
import type { FindByCommand } from './commands.js';

/** A template that could be deployed on its own, with the parameters that it declares. */
export interface Candidate {
  readonly path: string;
  readonly format: 'bicep' | 'arm';
  /** In lower case. */
  readonly parameters: ReadonlySet<string>;
  /** Whether another file deploys it. */
  readonly isModule: boolean;
}

/** A JSON parameter file, with the names that it sets, in lower case. */
export interface ParameterFile {
  readonly path: string;
  readonly names: readonly string[];
}

/**
 * The template that a JSON parameter file is for. By its name (`main.parameters.prod.json` is for `main`) beside it or in
 * the folder above; else the only template there that declares all that it sets; else the one that a command of the tree
 * deploys it with; else the only one of the whole tree. Nothing when none or several fit.
 */
export function templateFor(
  file: ParameterFile,
  candidates: readonly Candidate[],
  byCommand?: FindByCommand,
): Candidate | undefined {
  const fitting = candidates.filter((each) => file.names.every((name) => each.parameters.has(name)));
  const folder = folderOf(file.path);
  const above = folder === '' ? undefined : folderOf(folder);
  for (const place of above === undefined ? [folder] : [folder, above]) {
    const here = fitting.filter((each) => folderOf(each.path) === place);
    const named = candidates.filter((each) => folderOf(each.path) === place && isNamedFor(file.path, each.path));
    const [byName] = named;
    if (byName && named.length === 1) return byName;
    if (here.length === 1 && file.names.length > 0) return here[0];
    if (here.length > 1) return byCommand?.(file, here) ?? only(here);
  }
  if (file.names.length === 0) return undefined;
  return byCommand?.(file, fitting) ?? (file.names.length > 1 ? only(fitting) : undefined);
}

/** The only one, or the only one that no other file deploys. */
function only(candidates: readonly Candidate[]): Candidate | undefined {
  if (candidates.length === 1) return candidates[0];
  const roots = candidates.filter((each) => !each.isModule);
  return roots.length === 1 ? roots[0] : undefined;
}

/** `main.parameters.json`, `main.parameters.prod.json`, `main.prod.parameters.json`, `main-parameters.json` are for `main`. */
function isNamedFor(file: string, template: string): boolean {
  const base = nameOf(template)
    .replace(/\.(?:bicep|json)$/i, '')
    .toLowerCase();
  const name = nameOf(file).toLowerCase();
  return name.startsWith(`${base}.`) || name.startsWith(`${base}-param`) || name.startsWith(`${base}_param`);
}
