/** Which template a parameter file is deployed with, as pipelines and scripts of the tree say. */
import type { Files } from '../../../tree/files.js';
import type { Candidate, ParameterFile } from './match.js';

/** Finds the template that is named together with a parameter file in a command. */
export type FindByCommand = (file: ParameterFile, fitting: readonly Candidate[]) => Candidate | undefined;

const script =
  /(?:^|\/)(?:\.github\/workflows\/[^/]+\.ya?ml|[^/]*pipelines?[^/]*\.ya?ml|[^/]+\.(?:sh|ps1|azcli)|Makefile)$/i;
const mostScripts = 500;
/** A command and what belongs to it stand within so many lines. */
const reach = 12;

/** Reads the scripts of the tree, once one of them is asked for. */
export function commandsOf(files: Files): FindByCommand {
  let texts: readonly string[] | undefined;
  return (file, fitting) => {
    texts ??= files.paths
      .filter((path) => script.test(path))
      .slice(0, mostScripts)
      .flatMap((path) => files.read(path)?.text ?? []);
    const found = new Set<Candidate>();
    for (const text of texts) {
      if (!text.includes(nameIn(file.path))) continue;
      for (const window of windows(text, file.path)) {
        for (const candidate of fitting) if (mentions(window, candidate.path)) found.add(candidate);
      }
    }
    return found.size === 1 ? [...found][0] : undefined;
  };
}

/** The surroundings of each line that names a path. */
function windows(text: string, path: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    return mentions(line, path) ? [lines.slice(Math.max(0, index - reach), index + reach + 1).join('\n')] : [];
  });
}

/** Whether a text names a path: whole, or its end from a folder on, whatever stands before. */
function mentions(text: string, path: string): boolean {
  for (const [named] of text.matchAll(/[\w.-]+(?:[\\/][\w.-]+)*\.(?:bicep|json)\b/gi)) {
    const plain = named.replaceAll('\\', '/').replace(/^(?:\.{1,2}\/)+/, '');
    if (path === plain || path.endsWith(`/${plain}`)) return true;
  }
  return false;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
