/** Texts of Terraform's JSON syntax, which are templates, or expressions: parsed as such, at their places in the JSON file. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import { parseHclExpression, parseHclTemplate } from '../../syntax/hcl/parser.js';
import type { Parsed, Problem } from '../../syntax/problem.js';
import { SourceFile } from '../../syntax/source.js';

/** A JSON text at a range that includes its quotes. */
export function templateIn(
  file: SourceFile,
  start: number,
  end: number,
  value: string,
  problems: Problem[],
): HclExpression {
  if (!/[$%]\{/.test(value)) return { kind: 'literal', value, start, end };
  const whole = parsedAt(file, start, end, parseHclTemplate, problems);
  return whole ? { ...whole, start, end } : { kind: 'literal', value, start, end };
}

/** A JSON text that holds one expression, with or without `${…}` around it. */
export function expressionIn(file: SourceFile, start: number, end: number, problems: Problem[]): HclExpression {
  const decoded = decode(file, start, end).text;
  if (decoded.includes('${')) return templateIn(file, start, end, decoded, problems);
  return parsedAt(file, start, end, parseHclExpression, problems) ?? { kind: 'literal', value: decoded, start, end };
}

function parsedAt(
  file: SourceFile,
  start: number,
  end: number,
  parse: (file: SourceFile) => Parsed<HclExpression | undefined>,
  problems: Problem[],
): HclExpression | undefined {
  const { text, offsets } = decode(file, start, end);
  const parsed = parse(new SourceFile(file.path, text));
  const [problem] = parsed.problems;
  if (problem) {
    problems.push({ path: file.path, line: file.position(start).line, message: problem.message });
    return undefined;
  }
  return parsed.result && relocated(parsed.result, offsets, end - 1);
}

/** The text between the quotes, and where each of its units stands in the file. */
function decode(file: SourceFile, start: number, end: number): { readonly text: string; readonly offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  for (let at = start + 1; at < end - 1;) {
    const unit = /^\\(?:u[0-9a-fA-F]{4}|.)/s.exec(file.text.slice(at, Math.min(at + 6, end - 1)))?.[0];
    text += unit === undefined ? (file.text[at] ?? '') : unescaped(unit);
    offsets.push(at);
    at += unit?.length ?? 1;
  }
  return { text, offsets };
}

function unescaped(escape: string): string {
  switch (escape[1]) {
    case 'u':
      return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    default:
      return escape.slice(1);
  }
}

/** A tree whose ranges are those of the file. The parser bounds how deep it is. */
function relocated<T>(node: T, offsets: readonly number[], close: number): T {
  if (Array.isArray(node)) return node.map((item: unknown) => relocated(item, offsets, close)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const at = (offset: number): number => offsets[offset] ?? close;
  const entries = Object.entries(node).map(([key, part]): [string, unknown] => {
    const isPlace = (key === 'start' || key === 'end') && typeof part === 'number';
    return [key, isPlace ? at(part) : relocated<unknown>(part, offsets, close)];
  });
  return Object.fromEntries(entries) as T;
}
