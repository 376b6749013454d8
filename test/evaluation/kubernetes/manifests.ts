import { manifestEvaluator } from '../../../src/evaluation/kubernetes/evaluator.js';
import type { Evaluation, Root } from '../../../src/evaluation/resource.js';
import { decode } from '../../../src/syntax/decode.js';
import type { Parsed, Problem } from '../../../src/syntax/problem.js';
import { SourceFile } from '../../../src/syntax/source.js';
import type { Files } from '../../../src/tree/files.js';

export interface Manifests {
  /** Those that hold objects. */
  readonly roots: readonly Root[];
  readonly evaluations: readonly Evaluation[];
  /** Of decoding, of parsing and of evaluation. */
  readonly problems: readonly Problem[];
  /** Paths that were parsed. */
  readonly parsed: ReadonlySet<string>;
}

interface Options {
  readonly changed?: ReadonlySet<string>;
  readonly kinds?: ReadonlySet<string>;
}

/** Files as a person has them on disk, evaluated. */
export function evaluate(
  contents: Readonly<Record<string, string | Uint8Array>>,
  { changed, kinds }: Options = {},
): Manifests {
  const problems = new Map<string, readonly Problem[]>();
  const parsed = new Set<string>();
  const read = (path: string): SourceFile | undefined => {
    const content = contents[path];
    if (content === undefined) return undefined;
    const file = decode(path, typeof content === 'string' ? Buffer.from(content) : content);
    if (file instanceof SourceFile) return file;
    problems.set(path, [file]);
    return undefined;
  };
  const files: Files = {
    paths: Object.keys(contents).sort(),
    has: (path) => path in contents,
    inFolder: () => [],
    read,
    parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
      const file = read(path);
      if (!file) return undefined;
      parsed.add(path);
      const { result, problems: found } = parser(file);
      problems.set(path, found);
      return result;
    },
  };
  const evaluator = manifestEvaluator(kinds);
  const roots = evaluator.roots(files, changed);
  const evaluations = roots.map((root) => evaluator.evaluate(root, files));
  return {
    roots: evaluations.filter(({ resources }) => resources.length > 0).map(({ root }) => root),
    evaluations,
    problems: [...[...problems.values()].flat(), ...evaluations.flatMap((each) => each.problems)],
    parsed,
  };
}

/** Type and address of every resource in one YAML file. */
export function resourcesOf(text: string | Uint8Array, path = 'a.yaml') {
  return evaluate({ [path]: text }).evaluations.flatMap(({ resources }) => resources);
}
