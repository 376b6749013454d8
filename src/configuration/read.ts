import type { ErrorObject } from 'ajv';
import { Ajv } from 'ajv';
import type { Severity } from '../report/report.js';
import type { Problem } from '../syntax/problem.js';
import type { SourceFile } from '../syntax/source.js';
import type { Value } from '../syntax/value.js';
import { isNull, lookup } from '../syntax/value.js';
import { parseYaml } from '../syntax/yaml/parser.js';
import type { Configuration, RuleSetting } from './configuration.js';
import { defaultConfiguration } from './configuration.js';
import { configurationSchema } from './schema.js';

type Level = Configuration['required']['api'];

interface Raw {
  readonly required?: Partial<Record<'api' | 'ingress' | 'egress', Level>>;
  readonly paths?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly rules?: Readonly<Record<string, Severity | { readonly disabled: string }>>;
  readonly unknown?: 'warning' | 'regression';
}

/**
 * The configuration in a file, or every problem in it with its line.
 * @param ruleIds all rules that exist
 */
export function readConfiguration(file: SourceFile, ruleIds: ReadonlySet<string>): Configuration | readonly Problem[] {
  const { result, problems } = parseYaml(file);
  if (problems.length > 0) return problems;
  const [document, ...others] = result;
  if (!document || isNull(document)) return defaultConfiguration;
  if (others.length > 0) return [{ path: file.path, message: 'the configuration is one document' }];
  const raw = plain(document) as Raw;
  const validate = new Ajv({ allErrors: true, strict: false }).compile<Raw>(configurationSchema);
  if (!validate(raw)) return describe(validate.errors ?? [], document, file);
  const unknownRules = Object.keys(raw.rules ?? {}).filter((id) => !ruleIds.has(id));
  if (unknownRules.length > 0) {
    return unknownRules.map((id) => problem(file, document, ['rules', id], 'there is no such rule'));
  }
  return configured(raw);
}

function configured(raw: Raw): Configuration {
  const { required, paths, rules } = defaultConfiguration;
  return {
    required: { ...required, ...raw.required },
    paths: { ...paths, ...raw.paths },
    rules: new Map([...rules, ...Object.entries(raw.rules ?? {}).map(([id, value]) => [id, setting(value)] as const)]),
    unknownBlocks: raw.unknown === 'regression',
  };
}

function setting(value: Severity | { readonly disabled: string }): RuleSetting {
  return typeof value === 'string'
    ? { kind: 'severity', severity: value }
    : { kind: 'disabled', reason: value.disabled };
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

/** One problem a place: alternatives of `oneOf` each complain, and the first says enough. */
function describe(errors: readonly ErrorObject[], document: Value, file: SourceFile): readonly Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const error of errors) {
    const pointer = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const params = error.params as { additionalProperty?: string; propertyName?: string };
    const key = params.additionalProperty ?? params.propertyName;
    const path = key === undefined ? pointer : [...pointer, key];
    const place = path.join('.');
    if (!byPlace.has(place)) byPlace.set(place, problem(file, document, path, sentence(error)));
  }
  return [...byPlace.values()];
}

function sentence({ keyword, message = 'is wrong', params }: ErrorObject): string {
  const { allowedValues } = params as { allowedValues?: readonly string[] };
  if (allowedValues) return `must be one of ${allowedValues.join(', ')}`;
  if (keyword === 'additionalProperties') return 'is no setting';
  if (keyword === 'pattern' || keyword === 'propertyNames') return 'is not of the form that is needed';
  return message;
}

function problem(file: SourceFile, document: Value, path: readonly string[], message: string): Problem {
  const at = lookup(document, path) ?? lookup(document, path.slice(0, -1)) ?? document;
  const text = `${path.length > 0 ? path.join('.').slice(0, 100) : 'the configuration'} ${message}`;
  return { path: file.path, line: file.position(at.origin.span.start).line, message: text };
}
