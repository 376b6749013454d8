/**
 * The documents of a helmfile; what its templates make of them is open. So is an anchor that a template brings from another file
 * (`{{ readFile "templates.yaml" }}`), and what it is merged into.
 */
import { SourceFile } from '../../../syntax/source.js';
import { parseYaml } from '../../../syntax/yaml/parser.js';
import type { Parsed } from '../../../syntax/problem.js';
import { list, mapping, undetermined } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import { partsAround } from '../text.js';

/** A word that stands for an expression: of the same length, so that places stay what they are. */
const MARK = 'Z';
/** A key that stands for a merge of something that another file defines: as long as `<<`. */
const MERGE = `${MARK}_`;
const alias = /(<<(?=\s*:\s*\*))?(\s*:\s*|(?:^|\s)-\s+)?\*([A-Za-z_][\w-]*)/gm;
const expression = /\{\{-?[^{}\n]*(?:\}(?!\})[^{}\n]*)*-?\}\}/g;

/** Expressions become words, and lines that hold nothing else are left out. */
export function parseHelmfile(file: SourceFile): Parsed<readonly Value[]> {
  return parseTemplate(file, file.text);
}

/** @param written the text of the file, of the same length, without what is known not to count */
export function parseTemplate(file: SourceFile, written: string): Parsed<readonly Value[]> {
  if (!file.text.includes('{{')) return parseYaml(file);
  const text = written
    .replace(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/g, blank)
    .replace(/^[ \t]*\{\{[^\n]*\}\}[ \t]*$/gm, blank)
    .replace(expression, (found) => MARK.repeat(found.length))
    .replace(alias, (found, merge: string | undefined, before: string | undefined, name: string) =>
      file.text.includes(`&${name}`) || before === undefined
        ? found
        : `${merge ? MERGE : ''}${before}${MARK.repeat(name.length + 1)}`,
    );
  const { result, problems } = parseYaml(new SourceFile(file.path, text));
  const ranges = controlled(written);
  return { result: result.map((document) => opened(document, file, ranges)), problems };
}

interface Range {
  readonly start: number;
  /** Before the start for one that is never closed. */
  end: number;
  /** What decides about it. */
  readonly condition: string;
  readonly around: Range | undefined;
}

/** From each `{{ if … }}`, `range` or `with` to its end, by where they start: whether it is there, and how often, is open. */
function controlled(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const open: Range[] = [];
  for (const match of text.matchAll(/\{\{-?\s*(if|range|with|end|define|block)\b[^}\n]*\}\}/g)) {
    if (match[1] === 'end') {
      const last = open.pop();
      if (last) last.end = match.index;
      continue;
    }
    const range = { start: match.index, end: -1, condition: match[0].slice(0, 100), around: open.at(-1) };
    ranges.push(range);
    open.push(range);
  }
  return ranges;
}

/** The innermost range around a place. */
function rangeAt(ranges: readonly Range[], place: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  let found = ranges[low - 1];
  while (found && found.end <= place) found = found.around;
  return found;
}

function blank(found: string): string {
  return found.replace(/[^\n]/g, ' ');
}

/** Values in which a word stands for an expression, with the places of the file itself. */
function opened(value: Value, file: SourceFile, ranges: readonly Range[]): Value {
  const origin = { ...value.origin, span: { ...value.origin.span, file } };
  switch (value.kind) {
    case 'scalar': {
      const range = rangeAt(ranges, origin.span.start);
      if (range) return undetermined(range.condition, [range.condition], origin);
      const written = file.text.slice(origin.span.start, origin.span.end);
      if (written.startsWith('*')) return undetermined(written, [`${written} of another file`], origin);
      const found = written.match(expression);
      if (!found) return { ...value, origin };
      const parts = partsAround(unquoted(written).split(expression));
      return undetermined(written.slice(0, 200), found.slice(0, 5), origin, undefined, parts);
    }
    case 'list':
      return list(
        value.items.map((item) => opened(item, file, ranges)),
        origin,
      );
    case 'map': {
      const merged = value.entries.get(MERGE);
      const rest = merged && opened(merged.value, file, ranges);
      return mapping(
        [...value.entries.values()]
          .filter((entry) => entry !== merged)
          .map((entry) => ({
            ...entry,
            keySpan: { ...entry.keySpan, file },
            value: opened(entry.value, file, ranges),
          })),
        origin,
        rest?.kind === 'undetermined' ? rest : undefined,
      );
    }
    case 'undetermined':
      return { ...value, origin };
  }
}

function unquoted(text: string): string {
  return /^(["'])([^]*)\1$/.exec(text)?.[2] ?? text;
}
