/** Decodes JSON and YAML; what was read from a file of the tree keeps its places there. */
import { parseJson } from '../../../syntax/json/parser.js';
import type { Parsed } from '../../../syntax/problem.js';
import { SourceFile } from '../../../syntax/source.js';
import type { Origin, Value } from '../../../syntax/value.js';
import { parseYaml } from '../../../syntax/yaml/parser.js';
import { Fault } from '../fault.js';
import { plainOf, valueOf } from '../plain.js';
import { computed } from '../values.js';
import { textIn, type Call } from './definition.js';

export function decodeJson(text: Value, call: Call): Value {
  return decode(text, call, parseJson);
}

/** The first document, as Terraform refuses texts with several. */
export function decodeYaml(text: Value, call: Call): Value {
  return decode(text, call, firstDocument);
}

function firstDocument(file: SourceFile): Parsed<Value | undefined> {
  const { result, problems } = parseYaml(file);
  return { result: result[0], problems };
}

/** @throws Fault for what can not be decoded */
function decode(text: Value, call: Call, parser: (file: SourceFile) => Parsed<Value | undefined>): Value {
  const content = textIn(text);
  const file = fileOf(text, content);
  const { result, problems } = parser(file ?? new SourceFile(call.span.file.path, content));
  if (problems[0] || !result) throw new Fault(problems[0]?.message ?? 'the text is empty');
  if (!file) return valueOf(plainOf(result), computed(call.span, call.args));
  return { ...result, origin: { span: call.span, from: [result.origin] } };
}

/** The file that a text is the whole content of. */
function fileOf(text: Value, content: string): SourceFile | undefined {
  for (let origin: Origin | undefined = text.origin; origin; origin = next(origin)) {
    const { file, start, end } = origin.span;
    if (origin.from.length === 0 && start === 0 && end === file.text.length && file.text === content) return file;
  }
  return undefined;
}

/** The file is the first thing that a text comes from, its path the second. */
function next({ from }: Origin): Origin | undefined {
  return from[0];
}
