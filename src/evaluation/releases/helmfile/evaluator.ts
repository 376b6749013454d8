/** Releases of helmfile: every helmfile is a root of its own, for its default environment and for each that it names. */
import type { Files } from '../../../tree/files.js';
import type { Evaluator } from '../../evaluator.js';
import { parentOf, pathFrom } from '../../gitops/folders.js';
import { itemsAt, textAt } from '../../gitops/read.js';
import type { Root } from '../../resource.js';
import { noting } from '../asked.js';
import { deployed } from '../deploy.js';
import { globMatcher } from '../glob.js';
import type { ReleaseParts } from '../parts.js';
import { joined } from '../parts.js';
import { environmentsOf, usual } from './environment.js';
import { helmfileReleases, stateOf } from './releases.js';

const names = /(?:^|\/)helmfile\.ya?ml(?:\.gotmpl)?$|(?:^|\/)helmfile\.d\/[^/]+\.ya?ml(?:\.gotmpl)?$/;

/** More files than these are not included by one pattern. */
const MOST_INCLUDED = 200;

export function helmfileEvaluator(parts: ReleaseParts): Evaluator {
  return {
    formats: ['helm'],
    roots: (files, changed) =>
      helmfilesOf(files)
        .filter((path) => !changed || concerns(path, changed))
        .flatMap((path) =>
          environmentsOf(path, stateOf(path, files, 0), files).map((name): Root => {
            return { id: name === usual ? path : `${path}[${name}]`, format: 'helm', path, parameters: [] };
          }),
        ),
    evaluate(root, files) {
      const asked = new Set([root.path]);
      const around = { files: noting(files, asked), parts };
      const name = /\[([^[\]]*)\]$/.exec(root.id.slice(root.path.length))?.[1] ?? usual;
      const { releases, problems } = helmfileReleases(root, name, around.files);
      const made = joined(releases.map((release) => deployed(release, around)));
      return { root, resources: made.resources, problems: [...problems, ...made.problems], files: asked };
    },
  };
}

/** Files that are helmfiles and nothing else. */
export function claimedByHelmfile(files: Files): ReadonlySet<string> {
  return new Set(helmfilesOf(files));
}

/** Those of the usual names, and those that they include by another one. */
function helmfilesOf(files: Files): readonly string[] {
  const usualOnes = files.paths.filter((path) => names.test(path));
  const included = usualOnes.flatMap((path) => {
    if (!/^helmfiles:/m.test(files.read(path)?.text ?? '')) return [];
    return itemsAt(stateOf(path, files, 0), 'helmfiles').flatMap((each) => {
      const written = textAt(each) ?? textAt(each, 'path') ?? '';
      const pattern = pathFrom(parentOf(path), written);
      if (pattern === undefined || !/\.ya?ml(?:\.gotmpl)?$/.test(pattern)) return [];
      const matches = globMatcher(pattern);
      return pattern.includes('*')
        ? files.paths.filter(matches).slice(0, MOST_INCLUDED)
        : files.has(pattern)
          ? [pattern]
          : [];
    });
  });
  return [...new Set([...usualOnes, ...included])];
}

/** A helmfile is affected by what is below its folder; what it names elsewhere is rare, and told by its own change. */
function concerns(path: string, changed: ReadonlySet<string>): boolean {
  const folder = parentOf(path).replace(/(?:^|\/)helmfile\.d$/, '');
  return [...changed].some((each) => folder === '' || each.startsWith(`${folder}/`));
}

export function isHelmfile(path: string, files: Files): boolean {
  return names.test(path) && files.has(path);
}
