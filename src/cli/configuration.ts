/** The configuration of a review: the file that was asked for, else the one in the base revision, else the defaults. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configuration } from '../configuration/configuration.js';
import { defaultConfiguration } from '../configuration/configuration.js';
import type { Rule } from '../rules/rule.js';
import type { Problem } from '../syntax/problem.js';
import { SourceFile } from '../syntax/source.js';
import type { Decoder } from '../tree/source-cache.js';
import type { Tree } from '../tree/tree.js';
import { name } from '../report/visible.js';
import { UsageError } from './errors.js';

export const configurationPath = '.github/aks-privacy.yml';

/** A file that was found: what it says, or everything that is wrong with it. */
export type Found =
  | { readonly path: string; readonly configuration: Configuration }
  | { readonly path: string; readonly problems: readonly Problem[] };

/**
 * @param file as given by `--config`, relative to `folder`
 * @param tree the base of a comparison, the head of an audit
 * @throws UsageError that names the first mistake
 */
export async function configurationOf(
  file: string | undefined,
  folder: string,
  tree: Tree,
  decode: Decoder,
  rules: readonly Rule[],
): Promise<Configuration> {
  const found = await findConfiguration(file, folder, tree, decode, rules);
  if (!found) return defaultConfiguration;
  if ('configuration' in found) return found.configuration;
  const [problem, ...others] = found.problems;
  const more = others.length > 0 ? ` (and ${String(others.length)} more: aks-privacy config check)` : '';
  throw wrong(found.path, problem?.line, `${problem?.message ?? 'it is wrong'}${more}`);
}

/** Undefined when there is none. The parameters are those of `configurationOf`. */
export async function findConfiguration(
  file: string | undefined,
  folder: string,
  tree: Tree,
  decode: Decoder,
  rules: readonly Rule[],
): Promise<Found | undefined> {
  const bytes = file === undefined ? await fromTree(tree) : fromDisk(folder, file);
  if (!bytes) return undefined;
  const path = file ?? configurationPath;
  const source = decode(path, bytes);
  if (!(source instanceof SourceFile)) return { path, problems: [source] };
  const { isWrong, readConfiguration } = await import('../configuration/read.js');
  const result = readConfiguration(source, new Set(rules.map(({ id }) => id)));
  return isWrong(result) ? { path, problems: result } : { path, configuration: result };
}

async function fromTree(tree: Tree): Promise<Uint8Array | undefined> {
  const listed = (await tree.entries()).find(({ path }) => path === configurationPath);
  if (!listed) return undefined;
  // Never read through a symbolic link.
  if (listed.kind !== 'file') throw wrong(configurationPath, undefined, 'is a link, which is not followed');
  const content = (await tree.read([configurationPath])).get(configurationPath);
  if (content && 'problem' in content) throw wrong(configurationPath, undefined, content.problem);
  return content?.bytes;
}

function fromDisk(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, file));
  } catch {
    throw new UsageError(`the configuration ${file} could not be read`, 'Check its path');
  }
}

function wrong(path: string, line: number | undefined, message: string): UsageError {
  const place = line === undefined ? name(path) : `${name(path)}:${line}`;
  return new UsageError(`${place}: ${message}`, 'docs/configuration.md lists the settings');
}
