/** Releases of helmfile: every helmfile is a root of its own, for its default environment and for each that it names. */
import type { Files } from '../../../tree/files.js';
import type { Evaluator } from '../../evaluator.js';
import { parentOf } from '../../gitops/folders.js';
import { noting } from '../asked.js';
import { deployed } from '../deploy.js';
import type { ReleaseParts } from '../parts.js';
import { joined } from '../parts.js';
import { helmfileReleases } from './releases.js';

const names = /(?:^|\/)helmfile\.ya?ml(?:\.gotmpl)?$|(?:^|\/)helmfile\.d\/[^/]+\.ya?ml(?:\.gotmpl)?$/;

export function helmfileEvaluator(parts: ReleaseParts): Evaluator {
  return {
    formats: ['helm'],
    roots: (files, changed) =>
      files.paths
        .filter((path) => names.test(path) && (!changed || concerns(path, changed)))
        .map((path) => ({ id: path, format: 'helm', path, parameters: [] })),
    evaluate(root, files) {
      const asked = new Set([root.path]);
      const around = { files: noting(files, asked), parts };
      const { releases, problems } = helmfileReleases(root, around.files);
      const made = joined(releases.map((release) => deployed(release, around)));
      return { root, resources: made.resources, problems: [...problems, ...made.problems], files: asked };
    },
  };
}

/** A helmfile is affected by what is below its folder; what it names elsewhere is rare, and told by its own change. */
function concerns(path: string, changed: ReadonlySet<string>): boolean {
  const folder = parentOf(path).replace(/(?:^|\/)helmfile\.d$/, '');
  return [...changed].some((each) => folder === '' || each.startsWith(`${folder}/`));
}

export function isHelmfile(path: string, files: Files): boolean {
  return names.test(path) && files.has(path);
}
