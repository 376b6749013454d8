/** The git generator: folders or files of a repository that is assumed to be this one where it has them. */
import { undetermined } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import { globMatcher } from '../../releases/glob.js';
import { documentsOf } from '../../kubernetes/documents.js';
import { parentOf } from '../folders.js';
import { isTrue, itemsAt, textAt } from '../read.js';
import type { Parameters } from './parameters.js';
import { combined, flattened, pathParameters } from './parameters.js';

/** More folders or files are cut. */
const MOST = 500;

export function gitParameters(settings: Value, { files }: { readonly files: Files }): readonly Parameters[] {
  const prefix = textAt(settings, 'pathParamPrefix');
  const found = [...folderParameters(settings, files), ...fileParameters(settings, files)].slice(0, MOST);
  if (found.length > 0) return prefix === undefined ? found : found.map((each) => prefixed(each, prefix));
  const what = `the folders of ${textAt(settings, 'repoURL') ?? 'a repository'}`;
  return [{ known: new Map(), others: undetermined(what, [what], settings.origin) }];
}

/** Folders whose path matches; a pattern with `exclude` takes them away again. */
function folderParameters(settings: Value, files: Files): readonly Parameters[] {
  const patterns = itemsAt(settings, 'directories').flatMap((each) => {
    const pattern = textAt(each, 'path');
    return pattern === undefined ? [] : [{ matches: globMatcher(pattern), exclude: isTrue(each, 'exclude'), at: each }];
  });
  if (patterns.length === 0) return [];
  return foldersOf(files).flatMap((folder) => {
    const included = patterns.find(({ exclude, matches }) => !exclude && matches(folder));
    if (!included || patterns.some(({ exclude, matches }) => exclude && matches(folder))) return [];
    return [{ known: pathParameters(folder, included.at.origin) }];
  });
}

function foldersOf({ paths }: Files): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    for (let folder = parentOf(path); folder !== '' && !found.has(folder); folder = parentOf(folder)) found.add(folder);
  }
  // Hidden folders are left out (argo-cd `GetDirectories`).
  return [...found].filter((folder) => !folder.split('/').some((step) => step.startsWith('.'))).sort();
}

/** What the files say, one set for each item of a list, and where they are. */
function fileParameters(settings: Value, files: Files): readonly Parameters[] {
  const patterns = itemsAt(settings, 'files').flatMap((each) => textAt(each, 'path') ?? []);
  if (patterns.length === 0) return [];
  const matchers = patterns.map((pattern) => globMatcher(pattern));
  return files.paths
    .filter((path) => matchers.some((matches) => matches(path)))
    .slice(0, MOST)
    .flatMap((path) => {
      const [document] = documentsOf(path, files);
      if (!document) return [];
      const where = pathParameters(parentOf(path), document.origin, path.slice(path.lastIndexOf('/') + 1));
      const items = document.kind === 'list' ? document.items : [document];
      return items.map((item) => combined({ known: flattened(item) }, { known: where }));
    });
}

function prefixed({ known, ...rest }: Parameters, prefix: string): Parameters {
  const entries = [...known].map(([key, value]) => [/^path\b/.test(key) ? `${prefix}.${key}` : key, value] as const);
  return { ...rest, known: new Map(entries) };
}
