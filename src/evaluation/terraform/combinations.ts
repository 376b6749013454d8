/** Puts var files together that one command names. */
import type { Command } from './commands.js';

const placeholder = /\$\{\{[^}]*\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$\w+|%\w+%|\{\{[^}]*\}\}/g;

/** More variables in one path than anybody writes. */
const mostPlaceholders = 3;

/** A path of a command: what it must end with, and the placeholders in it. */
interface Pattern {
  readonly regex: RegExp;
  readonly names: readonly string[];
}

/**
 * The sets of files that commands name, as far as all of them are among `paths`. The same variable stands for the same text
 * in all paths of a command: `-var-file=common.tfvars -var-file=env/$ENV.tfvars` gives a set for each environment.
 */
export function combinations(paths: readonly string[], commands: readonly Command[]): readonly (readonly string[])[] {
  const sets = new Map<string, readonly string[]>();
  for (const command of commands) {
    const patterns = command.map(patternOf);
    if (patterns.length < 2 || patterns.includes(undefined)) continue;
    for (const set of match(
      patterns.filter((pattern) => pattern !== undefined),
      paths,
    ))
      sets.set(set.join('\n'), set);
  }
  return [...sets.values()];
}

/** Extends sets pattern by pattern, each with the values that its placeholders have so far. */
function match(patterns: readonly Pattern[], paths: readonly string[]): readonly (readonly string[])[] {
  let partial: { files: readonly string[]; values: ReadonlyMap<string, string> }[] = [{ files: [], values: new Map() }];
  for (const pattern of patterns) {
    partial = partial.flatMap(({ files, values }) =>
      paths.flatMap((path) => {
        const bound = bind(pattern, path, values);
        return bound && !files.includes(path) ? [{ files: [...files, path], values: bound }] : [];
      }),
    );
    // More combinations than environments: the names in the commands say nothing.
    if (partial.length > 100) return [];
  }
  return partial.map(({ files }) => files);
}

function bind(
  { regex, names }: Pattern,
  path: string,
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | undefined {
  const found = regex.exec(path);
  if (!found) return undefined;
  const values = new Map(known);
  for (const [index, name] of names.entries()) {
    const value = found[index + 1] ?? '';
    if ((values.get(name) ?? value) !== value) return undefined;
    values.set(name, value);
  }
  return values;
}

/** Folders in front that are a placeholder alone, and steps upwards, say nothing: the end of the path counts. */
function patternOf(written: string): Pattern | undefined {
  const names: string[] = [];
  const path = written.replace(/^(?:(?:\.{1,2}|\$\{\{[^}]*\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$\w+)\/)+/, '');
  const parts = path.split(placeholder).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  for (const [name] of path.matchAll(placeholder)) names.push(name.replace(/\s+/g, ''));
  if (names.length > mostPlaceholders || parts.join('') === '') return undefined;
  return { regex: new RegExp(`(?:^|/)${parts.join('([^/]+?)')}$`), names };
}
