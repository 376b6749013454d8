/** Releases that scripts, workflows and pipelines make with Helm: every file with such commands is a root of its own. */
import type { Files } from '../../../tree/files.js';
import { canHoldCommands } from '../../azcli/scan.js';
import { isScriptWith } from '../../azcli/script-roots.js';
import type { Evaluator } from '../../evaluator.js';
import { noting } from '../asked.js';
import { chartContents, deployed } from '../deploy.js';
import type { Around, Expansion, ReleaseParts } from '../parts.js';
import { joined, nothing } from '../parts.js';
import type { CommandRelease } from './releases.js';
import { releasesIn } from './releases.js';
import { mentionsHelm } from './scan.js';

export function helmCommandEvaluator(parts: ReleaseParts): Evaluator {
  return {
    formats: ['helm'],
    roots: (files, changed) =>
      (changed ? [...changed].filter((path) => files.has(path)) : files.paths)
        .filter((path) => isRoot(path, files))
        .concat(changed ? scriptsNaming(changed, files) : [])
        .sort()
        .map((path) => ({ id: path, format: 'helm', path, parameters: [] })),
    evaluate(root, files) {
      const asked = new Set([root.path]);
      const around = { files: noting(files, asked), parts };
      const releases = releasesIn(root, around.files);
      return { root, ...joined(releases.map((each) => contentsOf(each, around))), files: asked };
    },
  };
}

/** What is only rendered is deployed by what reads it, if at all: a chart that nobody knows is nothing to tell. */
function contentsOf({ release, isRendered }: CommandRelease, around: Pick<Around, 'files' | 'parts'>): Expansion {
  return isRendered ? (chartContents(release, around.files, around.parts) ?? nothing) : deployed(release, around);
}

/** Scripts are looked into for the names of changed files, so many at most. */
const MOST_SCRIPTS = 1_000;

/** Scripts that a change of another file can affect: a values file, or a part of a chart. */
function scriptsNaming(changed: ReadonlySet<string>, files: Files): readonly string[] {
  const names = new Set([...changed].filter((path) => /\.(?:ya?ml|json|tpl)$/.test(path)).flatMap(wordsFor));
  if (names.size === 0) return [];
  return files.paths
    .filter((path) => canHoldCommands(path) && !changed.has(path))
    .slice(0, MOST_SCRIPTS)
    .filter((path) => isRoot(path, files) && [...names].some((name) => files.read(path)?.text.includes(name)));
}

/** The name of a file, and those of the folders that hold it: a chart is named by its folder. */
function wordsFor(path: string): readonly string[] {
  return path.split('/').filter((word) => word.length > 2 && word !== 'templates');
}

const isRoot = isScriptWith(mentionsHelm);
