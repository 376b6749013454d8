import type { Resource } from '../../../src/evaluation/resource.js';
import { terraformEvaluator, type TerraformEvaluation } from '../../../src/evaluation/terraform/evaluator.js';
import type { Parsed } from '../../../src/syntax/problem.js';
import { locate, SourceFile } from '../../../src/syntax/source.js';
import { way, type Value } from '../../../src/syntax/value.js';
import type { Files } from '../../../src/tree/files.js';

export type Texts = Readonly<Record<string, string>>;

export interface NotedFiles extends Files {
  /** Every path that was read. */
  readonly seen: Set<string>;
}

/** @param absent listed, but not brought yet */
export function filesOf(texts: Texts, absent: readonly string[] = []): NotedFiles {
  const sources = new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)]));
  const parses = new Map<unknown, Map<string, unknown>>();
  const seen = new Set<string>();
  const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
  const read = (path: string): SourceFile | undefined => {
    seen.add(path);
    return absent.includes(path) ? undefined : sources.get(path);
  };
  return {
    seen,
    paths: [...sources.keys()].sort(),
    has: (path) => sources.has(path),
    inFolder: (folder) => [...sources.keys()].filter((path) => folderOf(path) === folder).sort(),
    read,
    parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
      const file = read(path);
      if (!file) return undefined;
      const known = parses.get(parser) ?? new Map<string, unknown>();
      parses.set(parser, known);
      if (!known.has(path)) known.set(path, parser(file).result);
      return known.get(path) as T;
    },
  };
}

/** The evaluation of the only root, or of the one with an id. */
export function evaluate(texts: Texts, id?: string, absent?: readonly string[]): TerraformEvaluation {
  const files = filesOf(texts, absent);
  const roots = terraformEvaluator.roots(files).filter((root) => id === undefined || root.id === id);
  const [root, another] = roots;
  if (!root || another) throw new Error(`one root is wanted, there are ${String(roots.length)}`);
  return terraformEvaluator.evaluate(root, files);
}

export function resource(texts: Texts, address: string, id?: string): Resource {
  const { resources } = evaluate(texts, id);
  const found = resources.find((one) => one.address === address);
  if (!found) throw new Error(`${address} is not among ${resources.map((one) => one.address).join(', ')}`);
  return found;
}

/** What an expression gives in a configuration, and the problems. */
export function valueOf(expression: string, texts: Texts = {}): Value {
  const { resources } = evaluate({ ...texts, 'x.tf': `resource "x" "x" {\n  x = ${expression}\n}\n` });
  const found = resources.find(({ address }) => address === 'x.x')?.body.entries.get('x');
  if (!found) throw new Error('the expression has no value');
  return found.value;
}

/** As plain data. What is open is written `?expression`, with `*` for what may follow in a list or object. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.rest ? [`*${value.rest.expression}`] : [])];
    case 'map':
      return Object.fromEntries([
        ...[...value.entries.values()].map((entry): [string, unknown] => [entry.key, plain(entry.value)]),
        ...(value.rest ? [['*', value.rest.expression]] : []),
      ]);
    case 'undetermined':
      return `?${value.expression}`;
  }
}

/** `terraform.tfvars:1 exposure -> main.tf:3 local.private` */
export function wayOf(value: Value | undefined): string {
  if (!value) return 'nothing';
  return way(value.origin)
    .map(
      ({ span, name }) => `${span.file.path}:${String(locate(span).startLine)}${name === undefined ? '' : ` ${name}`}`,
    )
    .join(' -> ');
}

export function messages({ problems }: TerraformEvaluation): string[] {
  return problems.map(({ path, line, message }) => `${path}:${String(line ?? '')} ${message}`);
}
