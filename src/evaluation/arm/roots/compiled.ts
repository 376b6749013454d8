/** Templates that Bicep wrote into the tree: deployed as their source is, so they are not reviewed beside it. */
import { nameOf } from '../paths.js';

/** A Bicep file, or a template that came from one, with the parameters that it declares, in lower case. */
export interface Declared {
  readonly path: string;
  readonly parameters: ReadonlySet<string>;
}

/** How many names two sets must have in common, of all that they have, for one to be an older state of the other. */
const likeness = 0.8;

/** Of so few names that differ one may have been added, or they are of another template. */
const fewNames = 5;

/** Templates of any kind have these, so they tell nothing. */
const commonplace: ReadonlySet<string> = new Set(['location', 'name', 'tags']);

/** Bicep files that a compiled template beside them comes from: of the same name, or `main.bicep` for an `azuredeploy.json`. */
export function sourcesBeside(path: string): readonly string[] {
  const beside = path.replace(/\.json$/i, '.bicep');
  return /(?:^|\/)azuredeploy\.json$/i.test(path)
    ? [beside, path.replace(/azuredeploy\.json$/i, 'main.bicep')]
    : [beside];
}

/**
 * Whether a template that Bicep compiled elsewhere comes from a Bicep file, as it is told by names and parameters. One that is
 * a little older or newer than its source still does: else every change that forgets to compile would bring a second cluster,
 * and the next one would seem to mend it.
 */
export function comesFrom(compiled: Declared, source: Declared): boolean {
  const shared = [...compiled.parameters].filter((name) => source.parameters.has(name)).length;
  if (shared === 0) return false;
  const all = compiled.parameters.size + source.parameters.size - shared;
  if (isNamedAlike(compiled.path, source.path)) return shared / all >= likeness;
  if (shared < fewNames) return shared === all && [...compiled.parameters].some((name) => !commonplace.has(name));
  return shared / all >= likeness;
}

function isNamedAlike(compiled: string, source: string): boolean {
  const [to, from] = [compiled, source].map((path) =>
    nameOf(path)
      .replace(/\.[^.]*$/, '')
      .toLowerCase(),
  );
  return to === from || (from === 'main' && /^(?:azuredeploy|maintemplate)$/.test(to ?? ''));
}
