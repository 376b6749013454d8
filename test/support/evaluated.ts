/** Files of real formats as the subjects that they deploy, for tests that cross the rooms from text to posture. */
import type { Evaluator } from '../../src/evaluation/evaluator.js';
import { estateOf } from '../../src/posture/kubernetes/estate.js';
import { clustersOf, subjects } from '../../src/posture/mappers.js';
import type { ServiceEntryPoint } from '../../src/posture/entry-point.js';
import type { Cluster, Subject } from '../../src/posture/model.js';
import type { Edit } from '../../src/syntax/edit.js';
import type { Parsed } from '../../src/syntax/problem.js';
import { SourceFile } from '../../src/syntax/source.js';
import type { Files } from '../../src/tree/files.js';

export type Texts = Readonly<Record<string, string>>;

function filesOf(texts: Texts): Files {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)]));
  const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
  return {
    paths: [...files.keys()].sort(),
    has: (path) => files.has(path),
    inFolder: (folder) => [...files.keys()].filter((path) => folderOf(path) === folder).sort(),
    read: (path) => files.get(path),
    parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
      const file = files.get(path);
      return file && parser(file).result;
    },
  };
}

/** The subjects of every root in the files. */
export function subjectsIn(texts: Texts, evaluator: Evaluator): readonly Subject[] {
  return subjectsAmong(texts, [evaluator]);
}

/** The subjects of every root in files of several families, joined across all of them. */
export function subjectsAmong(texts: Texts, evaluators: readonly Evaluator[]): readonly Subject[] {
  const files = filesOf(texts);
  const roots = evaluators.flatMap((evaluator) =>
    evaluator.roots(files).map((root) => evaluator.evaluate(root, files).resources),
  );
  const estate = estateOf(roots.flat(), () => clustersOf(roots.flat()));
  return roots.flatMap((resources) => subjects(resources, estate));
}

export function onlyCluster(texts: Texts, evaluator: Evaluator): Cluster {
  const [cluster, another] = subjectsIn(texts, evaluator).filter((subject) => subject.kind === 'cluster');
  if (!cluster || another) throw new Error('the files have one cluster');
  return cluster;
}

export function onlyService(texts: Texts, evaluator: Evaluator): ServiceEntryPoint {
  const [entry, another] = subjectsIn(texts, evaluator).filter((subject) => subject.kind === 'entry-point');
  if (entry?.via !== 'service' || another) throw new Error('the files have one Service');
  return entry;
}

/** The files after an edit. */
export function edited(texts: Texts, edit: Edit | undefined): Texts {
  if (!edit) throw new Error('there is an edit');
  const lines = (texts[edit.path] ?? '').split('\n');
  lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, edit.text);
  return { ...texts, [edit.path]: lines.join('\n') };
}
