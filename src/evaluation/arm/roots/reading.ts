/** Which files must be looked at to know the roots that a change can affect, so that a small change reads little. */
import type { Files } from '../../../tree/files.js';
import { folderOf } from '../paths.js';
import { mayBeParameters } from '../template/document.js';
import { usedTemplate } from './references.js';

export interface Reading {
  bicep(path: string): boolean;
  json(path: string): boolean;
  /** False when only the surroundings of parameter files are looked at, and a template may stand elsewhere. */
  readonly complete: boolean;
}

/** What programs are made of, and what Bicep may load into them. */
const source = /\.(?:bicep|jsonc?|ya?ml|txt|sh|ps1|azcli|py|xml|kql|csv|cer|pem|conf|sql|html)$/i;
const bicepParameters = /\.bicepparam$/i;

/** Everything. */
export const completeReading: Reading = { bicep: () => true, json: () => true, complete: true };

/** What to look at for a change of some paths, which may exist in another revision only; nothing when it can't matter. */
export function readingFor(files: Files, changed: ReadonlySet<string>): Reading | undefined {
  const relevant = [...changed].filter((path) => source.test(path) || bicepParameters.test(path));
  if (relevant.length === 0) return undefined;
  if (relevant.every((path) => bicepParameters.test(path) || isParameterFile(path, files)))
    return around(relevant, files);
  const folders = relevant.filter((path) => /\.json$/i.test(path)).map(folderOf);
  return {
    bicep: () => true,
    // Templates link each other up and down the tree; parameter files may stand anywhere.
    json: (path) => changed.has(path) || isParameterName(path) || folders.some((each) => inLine(folderOf(path), each)),
    complete: true,
  };
}

/** Parameter files have their template beside them, above them, or name it. */
function around(paths: readonly string[], files: Files): Reading {
  const folders = new Set<string>();
  const used = new Set<string>();
  for (const path of paths) {
    const text = files.read(path)?.text;
    const template = bicepParameters.test(path) && text !== undefined ? usedTemplate(path, text) : undefined;
    if (template !== undefined) used.add(template);
    else folders.add(folderOf(path)).add(folderOf(folderOf(path)));
  }
  const extended = paths.some((path) => bicepParameters.test(path));
  const near = (path: string): boolean => used.has(path) || folders.has(folderOf(path));
  return { bicep: (path) => near(path) || (extended && bicepParameters.test(path)), json: near, complete: false };
}

function isParameterFile(path: string, files: Files): boolean {
  if (!/\.json$/i.test(path)) return false;
  const text = files.read(path)?.text;
  return text === undefined ? isParameterName(path) : mayBeParameters(text);
}

/** Whether a path looks like a parameter file's. */
export function isParameterName(path: string): boolean {
  return /param/i.test(path);
}

function inLine(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}

function contains(folder: string, inner: string): boolean {
  return folder === inner || folder === '' || inner.startsWith(`${folder}/`);
}
