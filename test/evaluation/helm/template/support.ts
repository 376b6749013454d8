import { renderTemplates } from '../../../../src/evaluation/helm/template/render.js';
import type {
  Rendered,
  RenderedDocument,
  TemplateCapabilities,
  TemplateChart,
} from '../../../../src/evaluation/helm/template/render.js';
import { SourceFile, locate } from '../../../../src/syntax/source.js';
import { mapping, way } from '../../../../src/syntax/value.js';
import type { Mapping, Value } from '../../../../src/syntax/value.js';
import { parseYaml } from '../../../../src/syntax/yaml/parser.js';

export interface ChartText {
  readonly values?: string;
  /** By their path below `templates/`. */
  readonly templates: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly metadata?: string;
  readonly subcharts?: Readonly<Record<string, Omit<ChartText, 'values'>>>;
  readonly capabilities?: TemplateCapabilities;
  readonly namespace?: string | undefined;
  /** In place of `values`, as a release with values that are not read gives them. */
  readonly given?: (values: Value) => Value;
}

export function render(text: ChartText): Rendered {
  const read = parsed('values.yaml', text.values ?? '{}');
  const values = text.given ? text.given(read) : read;
  return renderTemplates({
    chart: chartOf('web', '', text),
    values,
    release: {
      name: 'rel',
      namespace: 'namespace' in text ? text.namespace : 'shop',
      origin: { span: { file: new SourceFile('release', ''), start: 0, end: 0 }, from: [] },
    },
    capabilities: text.capabilities ?? {},
  });
}

/** The documents of one template `templates/a.yaml` over values. */
export function documents(template: string, values = '{}', more: Partial<ChartText> = {}): readonly unknown[] {
  const { documents: found, problems } = render({ templates: { 'a.yaml': template }, values, ...more });
  return [
    ...found.map(({ value }) => plain(value)),
    ...problems.map(({ path, line, message }) => `${path}:${line}: ${message}`),
  ];
}

/** What an expression writes, as text. */
export function written(expression: string, values = '{}', more: Partial<ChartText> = {}): unknown {
  const body = `text: {{ print (${expression}) | toJson }}`;
  const [first] = documents(body, values, more);
  return typeof first === 'object' && first !== null && 'text' in first ? first.text : first;
}

/** Values as plain data; what is not decided as `?expression`, an open rest under `...`. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'undetermined':
      return `?${value.expression}`;
    case 'list':
      return [...value.items.map(plain), ...(value.rest ? [`...${value.rest.expression}`] : [])];
    case 'map': {
      const entries = [...value.entries].map(([key, entry]) => [key, plain(entry.value)] as const);
      return Object.fromEntries([...entries, ...(value.rest ? [['...', `?${value.rest.expression}`] as const] : [])]);
    }
  }
}

/** The value at a path of keys and indexes. */
export function at(document: RenderedDocument | undefined, ...path: readonly (string | number)[]): Value {
  let value: Value | undefined = document?.value;
  for (const key of path) {
    if (value?.kind === 'map') value = value.entries.get(String(key))?.value;
    else if (value?.kind === 'list') value = value.items[Number(key)];
  }
  return value!;
}

/** The way of a value as `path:line` steps, from where an author acts. */
export function steps(value: Value): readonly string[] {
  return way(value.origin).map(({ span }) => `${span.file.path}:${locate(span).startLine}`);
}

function chartOf(name: string, folder: string, text: Omit<ChartText, 'values'>): TemplateChart {
  const files = Object.entries(text.files ?? {}).map(([path, content]) => new SourceFile(`${folder}${path}`, content));
  return {
    name,
    metadata: parsed(
      `${folder}Chart.yaml`,
      text.metadata ?? `name: ${name}\nversion: 1.2.3\nappVersion: 4.5\n`,
    ) as Mapping,
    templates: Object.entries(text.templates).map(([path, content]) => ({
      name: `templates/${path}`,
      source: new SourceFile(`${folder}templates/${path}`, content),
    })),
    files: Object.keys(text.files ?? {}),
    file: (path) => files.find((file) => file.path === `${folder}${path}`),
    subcharts: Object.entries(text.subcharts ?? {}).map(([sub, inner]) =>
      chartOf(sub, `${folder}charts/${sub}/`, inner),
    ),
  };
}

function parsed(path: string, text: string): Value {
  return (
    parseYaml(new SourceFile(path, text)).result[0] ??
    mapping([], { span: { file: new SourceFile(path, ''), start: 0, end: 0 }, from: [] })
  );
}
