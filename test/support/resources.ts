/**
 * Resources whose bodies are written as JSON, for tests of mappers. What the text of a real format leaves open is written
 * as an object: `{ "$open": "var.x" }`, with `candidates` or `parts` when they are known; `{ "$rest": "var.x" }` ends a list
 * or an object that may go on; `{ "$via": "local.x", "value": … }` is a value that was referred to.
 */
import type { Format, Resource, Writer } from '../../src/evaluation/resource.js';
import type { Plain } from '../../src/syntax/edit.js';
import { parseJson } from '../../src/syntax/json/parser.js';
import type { Span } from '../../src/syntax/source.js';
import { SourceFile } from '../../src/syntax/source.js';
import { isNull, list, literal, mapping, through, undetermined } from '../../src/syntax/value.js';
import type { Mapping, Scalar, Undetermined, Value } from '../../src/syntax/value.js';

export interface Declaration {
  readonly type: string;
  readonly body: Plain;
  readonly address?: string;
  readonly format?: Format;
  readonly name?: Plain;
  readonly version?: string;
  readonly condition?: Plain;
  readonly path?: string;
  readonly writer?: Writer;
}

/** Writes `path = value` at the line of the container, so that tests see what would be set where. */
export const noting: Writer = {
  set: (container, path, value) => note(container.origin.span, `${path.join('.')} = ${JSON.stringify(value)}`),
  replace: (span, value) => note(span, JSON.stringify(value)),
};

function note({ file, start }: Span, text: string): ReturnType<Writer['set']> {
  const { line } = file.position(start);
  return { path: file.path, startLine: line, endLine: line, text };
}

export function declare(declaration: Declaration): Resource {
  const { type, format = 'bicep', path = 'main.json', writer = noting } = declaration;
  const body = valueOf(declaration.body, path);
  if (body.kind !== 'map') throw new Error('a body is an object');
  const { span } = body.origin;
  return {
    format,
    root: { id: path, format, path, parameters: [] },
    type,
    ...(declaration.version === undefined ? {} : { version: declaration.version }),
    address: declaration.address ?? 'aks',
    name: declaration.name === undefined ? body.entries.get('name')?.value : valueOf(declaration.name, path),
    body,
    span,
    heading: { ...span, end: span.start + 1 },
    ...(declaration.condition === undefined ? {} : { condition: valueOf(declaration.condition, path) }),
    writer,
  };
}

/** A value as it stands in a file of its own, pretty printed. */
export function valueOf(plain: Plain, path = 'main.json'): Value {
  const { result, problems } = parseJson(new SourceFile(path, JSON.stringify(plain, null, 2)));
  if (!result) throw new Error(problems[0]?.message ?? 'no value');
  return opened(result);
}

function opened(value: Value): Value {
  switch (value.kind) {
    case 'list': {
      const items = value.items.map(opened);
      const rest = items.find(
        (item): item is Undetermined => item.kind === 'undetermined' && item.expression === '$rest',
      );
      return rest
        ? list(
            items.filter((item) => item !== rest),
            value.origin,
            named(rest),
          )
        : list(items, value.origin);
    }
    case 'map':
      return marked(value) ?? plainMap(value);
    case 'scalar':
    case 'undetermined':
      return value;
  }
}

function plainMap(value: Mapping): Mapping {
  const entries = [...value.entries.values()].map((entry) => ({ ...entry, value: opened(entry.value) }));
  const rest = entries.find(({ key }) => key === '$rest');
  const waits = rest && textOf(rest.value);
  return mapping(
    entries.filter((entry) => entry !== rest),
    value.origin,
    waits === undefined ? undefined : undetermined(waits, [waits], value.origin),
  );
}

function marked(map: Mapping): Value | undefined {
  const at = (key: string): Value | undefined => map.entries.get(key)?.value;
  const open = textOf(at('$open'));
  if (open !== undefined) {
    const candidates = itemsOf(at('candidates')).map(opened);
    const parts = itemsOf(at('parts')).map((part) => (isNull(part) ? null : (textOf(part) ?? null)));
    return undetermined(open, [open], map.origin, candidates, parts);
  }
  const via = textOf(at('$via'));
  const value = at('value');
  if (via !== undefined && value) return through(opened(value), map.origin.span, via);
  const rest = map.entries.size === 1 ? textOf(at('$rest')) : undefined;
  return rest === undefined ? undefined : { ...undetermined('$rest', [rest], map.origin) };
}

function named({ waitsFor, origin }: Undetermined): Undetermined {
  return undetermined(waitsFor[0] ?? '', waitsFor, origin);
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** A scalar that came from a literal in another file over the given places. */
export function travelled(value: Scalar['value'], text: string, path: string): Scalar {
  const file = new SourceFile(path, text);
  const start = {
    kind: 'scalar',
    value,
    origin: literal({ file, start: text.indexOf('=') + 2, end: text.length }),
  } as const;
  const use = new SourceFile('main.json', 'use');
  return through(through(start, { file: use, start: 0, end: 3 }, 'var.x'), { file: use, start: 0, end: 3 }, 'local.x');
}
