/** Rendered text -> documents. */
import { SourceFile } from '../../../../syntax/source.js';
import type { Problem } from '../../../../syntax/problem.js';
import { isNull } from '../../../../syntax/value.js';
import type { Undetermined, Value } from '../../../../syntax/value.js';
import { parseYaml } from '../../../../syntax/yaml/parser.js';
import type { Text } from '../data/data.js';
import type { Holes } from '../data/holes.js';
import { firstOverlap } from '../data/text.js';
import { mergeValues } from './merge.js';
import { rebase } from './rebase.js';
import { markStructure } from './structure.js';
import type { Variant } from './variants.js';
import { conditionOf } from './variants.js';

export interface Read {
  readonly values: readonly Value[];
  readonly problems: readonly Problem[];
}

/** The documents of one run of a template. */
export function readDocuments(rendered: Text, template: SourceFile, holes: Holes): Read {
  const whole = markStructure(rendered);
  const text = new SourceFile(template.path, whole.value);
  const { result, problems } = parseYaml(text);
  const start = { file: template, start: 0, end: 0 };
  return {
    values: result.filter((value) => !isNull(value)).map((value) => rebase(value, whole, holes, start)),
    problems: problems.map((problem) => ({ ...problem, ...placeOf(problem, text, whole, template) })),
  };
}

/** The place of a line of rendered text: its line in the template, or where what stands there comes from. */
function placeOf(problem: Problem, text: SourceFile, { marks }: Text, template: SourceFile): Partial<Problem> {
  if (problem.line === undefined) return {};
  const offset = text.lineStart(problem.line);
  const mark = marks[firstOverlap(marks, offset)] ?? marks.at(-1);
  if (!mark) return { path: template.path, line: 1 };
  const { file, start } = mark.origin.span;
  const at = mark.offset === undefined ? start : mark.offset + Math.max(0, offset - mark.start);
  return { path: file.path, line: file.position(at).line };
}

export interface Merged {
  readonly value: Value;
  readonly condition?: Undetermined;
}

/** The documents of all runs of a template, matched by what they are. */
export function mergeDocuments(variants: readonly Variant<readonly Value[]>[]): readonly Merged[] {
  const mets = variants.map(({ met }) => met);
  const [only] = variants;
  if (!only) return [];
  if (variants.length === 1) return only.result.map((value) => ({ value }));
  const byName = variants.map(({ result }) => named(result));
  const names = new Set(byName.flatMap((documents) => [...documents.keys()]));
  return [...names].flatMap((name): readonly Merged[] => {
    const found = byName.map((documents) => documents.get(name));
    const present = found.flatMap((value) => value ?? []);
    const kept = mets.filter((_, index) => found[index] !== undefined);
    const value = mergeValues(present, kept);
    if (!value) return [];
    const isAlways = present.length === found.length;
    const condition = isAlways
      ? undefined
      : conditionOf(
          found.map((document) => document !== undefined),
          mets,
        );
    return [condition ? { value, condition } : { value }];
  });
}

function named(values: readonly Value[]): ReadonlyMap<string, Value> {
  const documents = new Map<string, Value>();
  for (const value of values) {
    const name = ['apiVersion', 'kind', 'name', 'namespace'].map((key) => textAt(value, key)).join('\n');
    let number = 0;
    while (documents.has(`${name}\n${number}`)) number++;
    documents.set(`${name}\n${number}`, value);
  }
  return documents;
}

function textAt(value: Value, key: string): string {
  if (value.kind !== 'map') return '';
  const metadata = value.entries.get('metadata')?.value;
  const holder = key === 'name' || key === 'namespace' ? metadata : value;
  const found = holder?.kind === 'map' ? holder.entries.get(key)?.value : undefined;
  if (found?.kind === 'scalar') return String(found.value);
  return found?.kind === 'undetermined' ? found.expression : '';
}
