/** Which var files people give to Terraform together, as the pipelines and scripts of the tree say. */
import type { Files } from '../../tree/files.js';

/** The var files of one command, in order: paths as written, which may hold variables of the shell or pipeline. */
export type Command = readonly string[];

const script =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.*\.ya?ml|[^/]*pipelines?[^/]*\.ya?ml|\.gitlab-ci\.yml|[^/]+\.(?:sh|ps1|cmd|bat)|[Mm]akefile|[Tt]askfile\.ya?ml)$/;
const mostScripts = 500;
const option = /-var-file[=\s]\s*["']?((?:\$\{\{[^}\n]*\}\}|\$\{[^}\n]*\}|\$\([^)\n]*\)|[^\s"'`\\,\])])+)/g;

export function commandsOf(files: Files): readonly Command[] {
  return files.paths
    .filter((path) => script.test(path))
    .slice(0, mostScripts)
    .flatMap((path) => commandsIn(files.read(path)?.text ?? ''));
}

/** Options on the same line or on neighbouring ones belong to one command. */
export function commandsIn(text: string): Command[] {
  if (!text.includes('-var-file')) return [];
  const commands: string[][] = [];
  let last = -2;
  text.split('\n').forEach((line, index) => {
    const found = [...line.matchAll(option)].flatMap(([, path]) => (path === undefined ? [] : [path]));
    if (found.length === 0) return;
    const command = commands.at(-1);
    if (command && last === index - 1) command.push(...found);
    else commands.push(found);
    last = index;
  });
  return commands;
}
