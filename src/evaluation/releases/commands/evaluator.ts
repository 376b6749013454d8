/** Releases that scripts, workflows and pipelines make with Helm: every file with such commands is a root of its own. */
import type { Files } from '../../../tree/files.js';
import { canHoldCommands } from '../../azcli/scan.js';
import type { Evaluator } from '../../evaluator.js';
import { noting } from '../asked.js';
import { deployed } from '../deploy.js';
import type { ReleaseParts } from '../parts.js';
import { joined } from '../parts.js';
import { isChartTemplate } from '../../kubernetes/scan.js';
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
      return { root, ...joined(releases.map((release) => deployed(release, around))), files: asked };
    },
  };
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

function isRoot(path: string, files: Files): boolean {
  if (!canHoldCommands(path) || isChartTemplate(path, files)) return false;
  const text = files.read(path)?.text;
  return text !== undefined && mentionsHelm(text);
}
