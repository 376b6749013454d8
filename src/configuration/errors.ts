/** What is wrong with a configuration, in sentences that name the place and what may have been meant. */
import type { ErrorObject } from 'ajv';
import type { Problem } from '../syntax/problem.js';
import type { SourceFile } from '../syntax/source.js';
import type { Value } from '../syntax/value.js';
import { lookup } from '../syntax/value.js';
import { closest } from '../rules/closest.js';

/** The document of a configuration, to point into. */
export interface Document {
  readonly file: SourceFile;
  readonly value: Value;
}

/** One problem a place, in the order of the text: alternatives of `oneOf` each complain, and the first says enough. */
export function describe(errors: readonly ErrorObject[], document: Document): readonly Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const error of errors) {
    // Of a key that is refused the schema tells twice, and once without the key.
    if (error.propertyName !== undefined && error.keyword !== 'propertyNames') continue;
    const path = pathOf(error);
    const place = path.join('.');
    // Of a map that is wrong inside, that it is no text either says nothing.
    const isMap = typeof error.data === 'object' && error.data !== null;
    const alternative = error.keyword === 'oneOf' || (error.keyword === 'enum' && isMap);
    if (alternative && errors.some((other) => pathOf(other).length > path.length && isIn(other, error))) continue;
    if (!byPlace.has(place)) byPlace.set(place, problemAt(document, path, sentence(error)));
  }
  return inOrder([...byPlace.values()]);
}

export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function isIn(inner: ErrorObject, outer: ErrorObject): boolean {
  return inner.instancePath === outer.instancePath || inner.instancePath.startsWith(`${outer.instancePath}/`);
}

function pathOf({ instancePath, params }: ErrorObject): readonly string[] {
  const pointer = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { additionalProperty, propertyName } = params as { additionalProperty?: string; propertyName?: string };
  const key = additionalProperty ?? propertyName;
  return key === undefined ? pointer : [...pointer, key];
}

function sentence(error: ErrorObject): string {
  const { instancePath, keyword, message = 'is wrong', params, parentSchema, data } = error;
  const { allowedValues, additionalProperty, missingProperty } = params as {
    allowedValues?: readonly string[];
    additionalProperty?: string;
    missingProperty?: string;
  };
  if (allowedValues) {
    const near = typeof data === 'string' ? suggestion(data, allowedValues) : '';
    // `off` is what other tools call it; here a reason is needed.
    const off = instancePath.startsWith('/rules/') ? '; a rule is switched off by "disabled:" with a reason' : '';
    return `must be one of ${allowedValues.join(', ')}${near || off}`;
  }
  if (additionalProperty !== undefined) {
    const settings = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
    return `is no setting${suggestion(additionalProperty, settings) || `; there are ${settings.join(', ')}`}`;
  }
  if (missingProperty !== undefined) return `needs ${missingProperty}`;
  if (keyword === 'propertyNames') {
    return instancePath === '/rules' ? 'is no rule id, which looks like api/public-endpoint' : 'is no glob';
  }
  if (keyword === 'pattern') return patternSentence(data, (params as { pattern?: string }).pattern);
  if (keyword === 'minItems') return 'must not be empty';
  if (keyword === 'type') return typeSentence(data, (params as { type?: string }).type ?? '');
  return message;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'a map of settings',
  array: 'a list',
  string: 'a text',
  number: 'a number',
};

/** YAML reads `off`, `no` and `y` as booleans, and leaves what follows a bare colon empty. */
function typeSentence(data: unknown, type: string): string {
  const wanted = kinds[type] ?? type;
  if (data === null) return `is empty, and must be ${wanted}`;
  const isPlain = typeof data === 'boolean' || typeof data === 'number';
  return type === 'string' && isPlain
    ? `must be ${wanted}, and YAML reads a ${typeof data} here: put it in quotes`
    : `must be ${wanted}`;
}
function patternSentence(data: unknown, pattern = ''): string {
  if (pattern.startsWith('^\\d')) return 'must be a date of the form 2027-01-31';
  if (pattern === '\\S') return 'must not be empty';
  return `is no rule id, which looks like api/public-endpoint${typeof data === 'string' && data === '' ? ' (it is empty)' : ''}`;
}

/** `; did you mean private?`, or nothing when nothing is like it. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = closest(word, candidates);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

export function problemAt({ file, value }: Document, path: readonly string[], message: string): Problem {
  const text = `${path.length > 0 ? spelled(path).slice(0, 100) : 'the configuration'} ${message}`;
  return { path: file.path, line: lineAt({ file, value }, path), message: text };
}

/** The line of what stands at a path; of a key that is there, the line of the key. */
export function lineAt({ file, value }: Document, path: readonly string[]): number {
  const parent = path.length > 0 ? descend(value, path.slice(0, -1)) : undefined;
  const key = path.at(-1) ?? '';
  const entry = parent?.kind === 'map' ? parent.entries.get(key) : undefined;
  const span = entry?.keySpan ?? descend(value, path).origin.span;
  return file.position(span.start).line;
}

/** As far as the path leads. */
function descend(value: Value, path: readonly string[]): Value {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const next = value.kind === 'list' ? value.items[Number(key)] : lookup(value, [key]);
  return next ? descend(next, rest) : value;
}

/** `gateways[2].reach`; entries are counted from 1, as people do. */
function spelled(path: readonly string[]): string {
  return path
    .map((part, index) =>
      /^\d+$/.test(part) && index > 0 ? `[${String(Number(part) + 1)}]` : index > 0 ? `.${part}` : part,
    )
    .join('');
}
