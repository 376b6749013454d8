import type { Configuration } from '../configuration/configuration.js';
import { defaultConfiguration } from '../configuration/configuration.js';
import { isWrong, readConfiguration } from '../configuration/read.js';
import type { Parts } from '../review.js';
import type { Tree } from '../tree/tree.js';
import { UserError } from './errors.js';

/**
 * The configuration of a revision; the default when it has no such file.
 * @throws UserError when the file is wrong: nothing is reviewed by rules that nobody wrote
 */
export async function configurationOf(tree: Tree, path: string, parts: Parts): Promise<Configuration> {
  const entry = (await tree.entries()).find((candidate) => candidate.path === path);
  if (!entry) return defaultConfiguration;
  if (entry.kind !== 'file') throw new UserError(`The configuration ${path} is no file of the repository, but a link.`);
  const content = (await tree.read([path])).get(path) ?? { problem: 'could not be read' };
  if ('problem' in content) throw new UserError(`The configuration ${path} ${content.problem}.`);
  const file = parts.decode(path, content.bytes);
  if ('message' in file) throw new UserError(`The configuration ${path}: ${file.message}.`);
  const configuration = readConfiguration(file, new Set(parts.rules.map(({ id }) => id)));
  if (!isWrong(configuration)) return configuration;
  const problems = configuration.map(({ line, message }) => `line ${String(line ?? 1)}: ${message}`);
  throw new UserError(`The configuration ${path} is wrong: ${problems.join('; ')}.`);
}
