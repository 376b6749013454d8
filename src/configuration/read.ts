/** The text of a configuration: valid, or everything that is wrong with it. */
import { Ajv } from 'ajv';
import type { Problem } from '../syntax/problem.js';
import type { SourceFile } from '../syntax/source.js';
import type { Value } from '../syntax/value.js';
import { isNull } from '../syntax/value.js';
import { parseYaml } from '../syntax/yaml/parser.js';
import type { Configuration } from './configuration.js';
import { defaultConfiguration } from './configuration.js';
import { configured } from './convert.js';
import { furtherProblems, unknownRules } from './checks.js';
import type { Document } from './errors.js';
import { describe, inOrder, problemAt } from './errors.js';
import type { Raw } from './raw.js';
import { configurationSchema } from './schema.js';

/**
 * The configuration in a file, or every problem in it with its line, in the order of the text.
 * @param ruleIds all rules that exist
 */
export function readConfiguration(file: SourceFile, ruleIds: ReadonlySet<string>): Configuration | readonly Problem[] {
  const { result, problems } = parseYaml(file);
  if (problems.length > 0) return problems;
  const [value, ...others] = result;
  if (!value || isNull(value)) return defaultConfiguration;
  if (others.length > 0) return [{ path: file.path, line: 1, message: 'the configuration is one document' }];
  const document = { file, value };
  const repeated = repeatedIn(document, value, []);
  const raw = plain(value) as Raw;
  const validate = new Ajv({ allErrors: true, strict: false, verbose: true }).compile<Raw>(configurationSchema);
  const invalid = validate(raw) ? [] : describe(validate.errors ?? [], document);
  const further = isMap(raw) ? unknownRules(raw, document, ruleIds) : [];
  const wrong = [
    ...repeated,
    ...invalid,
    ...further,
    ...(invalid.length === 0 ? furtherProblems(raw, document, ruleIds) : []),
  ];
  return wrong.length > 0 ? inOrder(wrong) : configured(raw, document);
}

function isMap(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null;
}

export function isWrong(result: Configuration | readonly Problem[]): result is readonly Problem[] {
  return Array.isArray(result);
}

/** A key that is given twice: only one of both would count. */
function repeatedIn(document: Document, value: Value, path: readonly string[]): readonly Problem[] {
  switch (value.kind) {
    case 'scalar':
    case 'undetermined':
      return [];
    case 'list':
      return value.items.flatMap((item, index) => repeatedIn(document, item, [...path, String(index)]));
    case 'map':
      return [
        ...(value.repeated ?? []).map(({ key }) => problemAt(document, [...path, key], 'is given twice')),
        ...[...value.entries].flatMap(([key, entry]) => repeatedIn(document, entry.value, [...path, key])),
      ];
  }
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries.values()].map((entry) => [entry.key, plain(entry.value)]));
    case 'undetermined':
      return null;
  }
}
