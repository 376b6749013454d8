/** The releases that the commands of one file make. */
import type { Files } from '../../../tree/files.js';
import type { FoundCommand } from '../../azcli/flow.js';
import { foundCommands } from '../../azcli/flow.js';
import { scriptsIn } from '../../azcli/scan.js';
import type { Release } from '../../helm/release.js';
import type { Root } from '../../resource.js';
import { argumentsIn } from './arguments.js';
import { commandRelease, isNamedPlainly, lastFlag, textOf } from './release.js';
import type { Repositories } from './release.js';
import type { HelmVerb } from './scan.js';
import { helmVerbs, mentionsRepository } from './scan.js';
import { taskReleases } from './tasks.js';

export interface CommandRelease {
  readonly release: Release;
  /** `helm template`: printed, and deployed by something else. */
  readonly isRendered: boolean;
}

export function releasesIn(root: Root, files: Files): readonly CommandRelease[] {
  const file = files.read(root.path);
  if (!file) return [];
  const commands = foundCommands(scriptsIn(file, files, mentionsRepository), helmVerbs);
  const repositories = repositoriesIn(commands);
  const releases = commands.flatMap((command) => releaseOf(command, root, files, repositories) ?? []);
  const tasks = taskReleases(file, root, files, repositories);
  return numbered([...releases, ...tasks.map((release) => ({ release, isRendered: false }))]);
}

/** `helm repo add NAME URL`: one that has several addresses in a file has none. */
function repositoriesIn(commands: readonly FoundCommand<HelmVerb>[]): Repositories {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const { verb, args } of commands) {
    if (verb !== 'repo add') continue;
    const [name, url] = argumentsIn(args).positional.map(textOf);
    if (name === undefined || url === undefined) continue;
    if (found.has(name) && found.get(name) !== url) several.add(name);
    found.set(name, url);
  }
  for (const name of several) found.delete(name);
  return found;
}

function releaseOf(
  { verb, args, span }: FoundCommand<HelmVerb>,
  root: Root,
  files: Files,
  repositories: Repositories,
): CommandRelease | undefined {
  if (verb === 'repo add') return undefined;
  const given = argumentsIn(args);
  const dry = lastFlag(given, 'dry-run');
  if (dry && textOf(dry) !== 'none' && textOf(dry) !== 'false') return undefined;
  // `install` and `template` make up a name where they are given a chart only.
  const [first, second] = given.positional;
  const [name, chart] = verb === 'upgrade' || second ? [first, second] : [undefined, first];
  const release = commandRelease({ name, chart, given, span, root }, files, repositories);
  // A chart of the tree with values files of the tree is a root of its own.
  const sets = given.rest !== undefined || given.flags.some((flag) => flag.name.startsWith('set'));
  const isPlain = isNamedPlainly(chart, root.path, files);
  // Printed in another folder, as checks of a chart do: nothing tells that it is deployed.
  if (verb === 'template' && release.chart.kind === 'local' && !isPlain) return undefined;
  return isPlain && !sets ? undefined : { release, isRendered: verb === 'template' };
}

/** A release that several commands make is one for each of them. */
function numbered(releases: readonly CommandRelease[]): readonly CommandRelease[] {
  const counts = new Map<string, number>();
  return releases.map((each) => {
    const { address } = each.release;
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count === 1 ? each : { ...each, release: { ...each.release, address: `${address}#${count}` } };
  });
}
