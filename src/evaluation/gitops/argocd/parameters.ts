/** Parameters of an ApplicationSet, by the names under which templates refer to them. */
import type { Span } from '../../../syntax/source.js';
import { isNull, scalar } from '../../../syntax/value.js';
import type { Origin, Undetermined, Value } from '../../../syntax/value.js';

export interface Parameters {
  /** `name`, `metadata.labels.x`, `path[0]`. */
  readonly known: ReadonlyMap<string, Value>;
  /** Present when further parameters are given by what is not in the repository: the clusters that Argo CD knows. */
  readonly others?: Undetermined;
}

/** Deeper parameters are not flattened. */
const DEEPEST = 20;

/** The scalars of a value by their paths; for each list and map the whole under its own path. */
export function flattened(value: Value, prefix = '', depth = 0): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const add = (name: string, inner: Value): void => {
    found.set(name, inner);
    if (depth < DEEPEST) for (const [key, each] of flattened(inner, name, depth + 1)) found.set(key, each);
  };
  if (value.kind === 'map') {
    for (const { key, value: inner } of value.entries.values()) add(prefix === '' ? key : `${prefix}.${key}`, inner);
  }
  if (value.kind === 'list') value.items.forEach((item, index) => add(`${prefix}[${index}]`, item));
  return found;
}

/** What the git generator says of a path, for both kinds of templates. */
export function pathParameters(path: string, origin: Origin, file?: string): ReadonlyMap<string, Value> {
  const text = (value: string): Value => scalar(value, origin);
  const segments = path.split('/');
  const basename = segments.at(-1) ?? '';
  const found: [string, string][] = [
    ['path', path],
    ['path.path', path],
    ['path.basename', basename],
    ['path.basenameNormalized', normalized(basename)],
    ...segments.flatMap((segment, index): [string, string][] => [
      [`path[${index}]`, segment],
      [`path.segments[${index}]`, segment],
    ]),
    ...(file === undefined
      ? []
      : ([
          ['path.filename', file],
          ['path.filenameNormalized', normalized(file)],
        ] as [string, string][])),
  ];
  return new Map(found.map(([key, value]) => [key, text(value)]));
}

/** `SanitizeName`: what a DNS name can't have becomes a hyphen. */
export function normalized(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, '');
}

export function combined(one: Parameters, other: Parameters): Parameters {
  const others = one.others ?? other.others;
  return { known: new Map([...one.known, ...other.known]), ...(others ? { others } : {}) };
}

export function plainText(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && !isNull(value) ? String(value.value) : undefined;
}

export function at(span: Span): Origin {
  return { span, from: [] };
}
