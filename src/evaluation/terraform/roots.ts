/** What people deploy: the folders that Terraform is run in, each with each set of var files. */
import type { Files } from '../../tree/files.js';
import type { Root } from '../resource.js';
import { affectedFolders } from './affected.js';
import { automaticFiles, deploymentsOf, type Deployment } from './deployments.js';
import { combinations } from './combinations.js';
import { commandsOf, type Command } from './commands.js';
import { folderOf } from './paths.js';
import { isAutomatic, isVariableFile } from './variable-paths.js';
import { callersOf, isBelow, isRun, terraformFolders, testFixtures } from './folders.js';

/**
 * A folder that another one calls as a module is no root, unless Terraform is run in it, or only folders below it call
 * it: those are the examples and tests of a module that is published, and what it is by itself is of interest.
 */
export function findRoots(files: Files, changed?: ReadonlySet<string>): readonly Root[] {
  const folders = terraformFolders(files);
  if (folders.size === 0) return [];
  const affected = changed ? affectedFolders(files, folders, changed) : undefined;
  const candidates = [...folders].filter(([folder]) => affected?.has(folder) ?? true);
  if (candidates.length === 0) return [];
  const run = new Set(candidates.filter(([folder, paths]) => isRun(files, folder, paths)).map(([folder]) => folder));
  const callers = run.size < candidates.length ? callersOf(files, folders) : new Map<string, ReadonlySet<string>>();
  const fixtures = testFixtures(files);
  const roots = candidates
    .map(([folder]) => folder)
    .filter((folder) => !fixtures.has(folder))
    .filter((folder) => run.has(folder) || [...(callers.get(folder) ?? [])].every((caller) => isBelow(caller, folder)));
  const judged = new Set(candidates.map(([folder]) => folder));
  const deployments = deploymentsOf(files, new Set(roots), judged, folders);
  // Scripts matter only where there are several var files to choose from.
  const isChoice = [...deployments.values()].some((several) => several.length > 1);
  const commands = isChoice ? commandsOf(files) : [];
  const isMeant = changed ? meantBy(files, folders, changed) : () => true;
  return roots.flatMap((folder) =>
    rootsOf(files, folder, together(deployments.get(folder), commands)).filter((root) => isMeant(folder, root)),
  );
}

/**
 * Where nothing of a folder has changed but var files that somebody has to ask for, only deployments with files beside these:
 * the others are what they were. Files beside them may have been applied together.
 */
function meantBy(
  files: Files,
  folders: ReadonlyMap<string, readonly string[]>,
  changed: ReadonlySet<string>,
): (folder: string, root: Root) => boolean {
  const chosen = [...changed].filter(
    (path) => isVariableFile(path) && !(isAutomatic(path) && folders.has(folderOf(path))),
  );
  if (chosen.length === 0) return () => true;
  const others = new Set([...changed].filter((path) => !chosen.includes(path)));
  const whole = affectedFolders(files, folders, others);
  const beside = new Set(chosen.map(folderOf));
  return (folder, { id, path: own, parameters }) =>
    id === own || whole.has(folder) || parameters.some((path) => beside.has(folderOf(path)));
}

/** Var files that commands name together are one deployment, called by the one that others do not share. */
function together(
  deployments: readonly Deployment[] | undefined,
  commands: readonly Command[],
): readonly Deployment[] | undefined {
  if (!deployments) return undefined;
  const single = deployments
    .filter(({ parameters }) => parameters.length === 1)
    .flatMap(({ parameters }) => parameters);
  const sets = combinations(single, commands);
  const used = new Set(sets.flat());
  return [
    ...deployments.filter(({ parameters: [first] }) => first === undefined || !used.has(first)),
    ...sets.map((parameters) => ({ id: ownFile(parameters, sets), parameters })),
  ];
}

/** The last of the files that are in the fewest sets. */
function ownFile(parameters: readonly string[], sets: readonly (readonly string[])[]): string {
  const shared = (path: string): number => sets.filter((set) => set.includes(path)).length;
  return parameters.reduce((best, path) => (shared(path) <= shared(best) ? path : best));
}

function rootsOf(files: Files, folder: string, deployments: readonly Deployment[] | undefined): Root[] {
  const automatic = automaticFiles(files, folder);
  const path = folder === '' ? '.' : folder;
  if (!deployments) return [{ id: path, format: 'terraform', path, parameters: automatic }];
  return deployments.map(({ id, parameters }) => ({
    id,
    format: 'terraform' as const,
    path,
    parameters: [...automatic, ...parameters],
  }));
}
