/** Requests against GitHub's own description of its API (openapi.json, made by .ci/openapi.mjs). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: object;
}

interface Described {
  readonly parameters: readonly Parameter[];
  readonly body?: object;
  readonly success: { readonly status: number; readonly names?: readonly string[] };
}

export interface Operation {
  /** `POST /repos/{owner}/{repo}/check-runs` */
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What is wrong with the request, in the words of the validator. */
  readonly problems: readonly string[];
  /** Names that the answer may have; undefined when the description has no list. */
  readonly answerNames: readonly string[] | undefined;
}

interface Entry {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly described: Described;
  readonly query: ValidateFunction;
  readonly body: ValidateFunction | undefined;
}

const file = fileURLToPath(new URL('./openapi.json', import.meta.url));

export function describedOperations(): (method: string, url: URL, body: unknown) => Operation | undefined {
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Described>> };
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: false });
  const coercing = new Ajv({ strict: false, allErrors: true, coerceTypes: true, validateFormats: false });
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => entryOf(path, method, described, ajv, coercing)),
  );
  return (method, url, body) => {
    for (const entry of entries) {
      const found = entry.method === method ? entry.pattern.exec(url.pathname) : null;
      if (found) return check(entry, found, url, body);
    }
    return undefined;
  };
}

function entryOf(path: string, method: string, described: Described, ajv: Ajv, coercing: Ajv): Entry {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const query = described.parameters.filter((parameter) => parameter.in === 'query');
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
    names,
    described,
    query: coercing.compile({
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
      required: query.filter(({ required }) => required).map(({ name }) => name),
    }),
    body: described.body && ajv.compile(described.body),
  };
}

function check(entry: Entry, found: RegExpExecArray, url: URL, body: unknown): Operation {
  const parameters = Object.fromEntries(entry.names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]));
  const problems = [
    ...complaints('query', entry.query, Object.fromEntries(url.searchParams)),
    ...(entry.body ? complaints('body', entry.body, body ?? {}) : []),
    ...pageSize(url),
  ];
  return { name: entry.name, parameters, problems, answerNames: entry.described.success.names };
}

function complaints(what: string, validate: ValidateFunction, value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${what}${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** The description says "max 100" in its prose only. */
function pageSize(url: URL): readonly string[] {
  return Number(url.searchParams.get('per_page') ?? 30) > 100 ? ['query/per_page must be at most 100'] : [];
}
