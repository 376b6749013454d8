/** `.Files`: what else stands in the chart's folder. */
import { compileRegex } from '../../../terraform/regex/match.js';
import { Fault } from '../../../terraform/fault.js';
import type { Data } from '../data/data.js';
import { NIL, dict, sequence } from '../data/data.js';
import { computed, literalText, split, EMPTY } from '../data/text.js';
import { clean } from '../data/holes.js';
import { fault } from '../execute/fault.js';
import type { TemplateChart } from '../render.js';

/** More files than this are not gone through. */
const MAX_FILES = 5000;

export function filesData(chart: TemplateChart, toYaml: (data: Data) => Data): Data {
  return filesOf(chart, (chart.files ?? []).slice(0, MAX_FILES), toYaml);
}

function filesOf(chart: TemplateChart, paths: readonly string[], toYaml: (data: Data) => Data): Data {
  const known = new Set(paths);
  const content = (path: string): Data => {
    const file = known.has(path) ? chart.file?.(path) : undefined;
    return file ? literalText(clean(file.text), { file, start: 0, end: file.text.length }) : EMPTY;
  };
  const named = (encode: (data: Data) => Data): Data =>
    toYaml(dict(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1), encode(content(path))] as const)));
  const methods: Readonly<Record<string, (args: readonly Data[]) => Data>> = {
    Get: (args) => content(pathOf(args)),
    GetBytes: (args) => content(pathOf(args)),
    Lines: (args) => {
      const whole = content(pathOf(args));
      if (whole.kind !== 'string' || whole.value === '') return sequence([]);
      const lines = split(whole, '\n');
      return sequence(whole.value.endsWith('\n') ? lines.slice(0, -1) : lines);
    },
    Glob: (args) => {
      const matches = globOf(pathOf(args));
      return filesOf(chart, paths.filter(matches), toYaml);
    },
    AsConfig: () => (paths.length === 0 ? EMPTY : named((data) => data)),
    AsSecrets: () =>
      paths.length === 0
        ? EMPTY
        : named((data) =>
            data.kind === 'string' ? computed(Buffer.from(data.value).toString('base64'), [data]) : NIL,
          ),
  };
  return {
    kind: 'object',
    type: 'engine.files',
    text: 'map[]',
    member: (name) => {
      const call = methods[name];
      return call && { kind: 'method', call };
    },
    elements: () => [...paths].sort().map((path) => [path, content(path)] as const),
  };
}

function pathOf([path]: readonly Data[]): string {
  return path?.kind === 'string' ? path.value : fault('wrong type for value; expected string');
}

/** Patterns with `*`, `**`, `?`, `[…]` and `{a,b}`; a pattern that can't be read matches nothing, as in Helm. */
function globOf(pattern: string): (path: string) => boolean {
  const source = pattern.replace(/\*\*|[*?{},.+^$()|\\]/g, (sign) => {
    const signs: Readonly<Record<string, string>> = {
      '**': '.*',
      '*': '[^/]*',
      '?': '[^/]',
      '{': '(?:',
      '}': ')',
      ',': '|',
    };
    return signs[sign] ?? `\\${sign}`;
  });
  try {
    const regex = compileRegex(`(?s)^(?:${source.replaceAll('[!', '[^')})$`, () => undefined);
    return (path) => regex.find(path, 0) !== undefined;
  } catch (error) {
    if (error instanceof Fault) return () => false;
    throw error;
  }
}
