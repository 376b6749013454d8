import type { Subject } from '../posture/model.js';
import type { Change } from '../tree/change.js';
import type { History } from './compare.js';
import type { Observation } from './observation.js';
import { formerAddresses } from './moves.js';

/**
 * Which subject at the base is which at the head: by id, or by the id that it had before where the text says that it was moved;
 * by both once renamed files and folders are accounted for; and, of what is left, by kind and name where that is unambiguous: in
 * the same format (a symbol renamed, an object moved to another file), of the same root, or anywhere (a manifest that became a
 * chart, a template that became Bicep). The only cluster that is left of a root on both sides is one with another name: a
 * script calls it `$1` instead of `$3`. Entry points are many, so there a new name is a new one.
 * @returns base observation by head observation
 */
export function matchSubjects(
  base: readonly Observation[],
  head: readonly Observation[],
  { changes, moves }: History,
): ReadonlyMap<Observation, Observation> {
  const matches = new Map<Observation, Observation>();
  const free = new Set(base);
  const take = (headSide: Observation, baseSide: Observation | undefined): void => {
    if (!baseSide || !free.delete(baseSide)) return;
    matches.set(headSide, baseSide);
  };
  const byId = new Map(base.map((observation) => [observation.judged.subject.id, observation]));
  const previous = previousPaths(changes);
  const open = (): readonly Observation[] => head.filter((observation) => !matches.has(observation));
  // What was moved comes first: its old address may be taken by something new.
  for (const observation of head) {
    const { id, root } = observation.judged.subject;
    const said = moves.get(root.id);
    if (!said || byId.has(id)) continue;
    const folders = [root.id, previous(root.id)].filter((folder) => folder !== undefined);
    const former = formerAddresses(id.slice(root.id.length + 1), said);
    const ids = folders.flatMap((folder) => former.map((address) => `${folder}#${address}`));
    const found = ids.find((one) => byId.has(one));
    if (found !== undefined) take(observation, byId.get(found));
  }
  for (const observation of open()) take(observation, byId.get(observation.judged.subject.id));
  for (const observation of open()) {
    const { id, root } = observation.judged.subject;
    const before = previous(root.id);
    if (before !== undefined) take(observation, byId.get(before + id.slice(root.id.length)));
  }
  for (const keyOf of [byFormat, byRoot, byName, clusterByPlace]) {
    const baseByKey = unique([...free], keyOf);
    for (const [key, observation] of unique(open(), keyOf)) take(observation, baseByKey.get(key));
  }
  return matches;
}

/** Nothing for a subject that is not looked for so. */
type Key = (subject: Subject) => string | undefined;

const byFormat: Key = ({ kind, format, name }) => `${kind} ${format} ${name}`;
const byRoot: Key = ({ kind, root, name }) => `${kind} ${name} ${root.id}`;
const byName: Key = ({ kind, name }) => `${kind} ${name}`;
const clusterByPlace: Key = ({ kind, format, root }) => (kind === 'cluster' ? `${format} ${root.id}` : undefined);

/** Observations by a key, without those that share one or have none. */
function unique(observations: readonly Observation[], keyOf: Key): ReadonlyMap<string, Observation> {
  const found = new Map<string, Observation>();
  const repeated = new Set<string>();
  for (const observation of observations) {
    const key = keyOf(observation.judged.subject);
    if (key === undefined) continue;
    if (found.has(key)) repeated.add(key);
    found.set(key, observation);
  }
  for (const key of repeated) found.delete(key);
  return found;
}

/** Where a file or a folder was at the base: folders follow the files that were renamed out of one into another. */
function previousPaths(changes: readonly Change[]): (path: string) => string | undefined {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const { path, previousPath } of changes) {
    if (previousPath === undefined) continue;
    files.set(path, previousPath);
    let [now, before] = [folderOf(path), folderOf(previousPath)];
    while (now !== before && !folders.has(now)) {
      folders.set(now, before);
      // A renamed folder takes its subfolders along: `a/x` -> `b/x` says that `a` became `b`.
      if (lastPart(now) !== lastPart(before)) break;
      [now, before] = [folderOf(now), folderOf(before)];
    }
  }
  return (path) => files.get(path) ?? folders.get(path);
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
