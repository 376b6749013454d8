import type { Files } from '../../../src/tree/files.js';
import { SourceFile } from '../../../src/syntax/source.js';
import type { Parsed, Problem } from '../../../src/syntax/problem.js';
import { literal } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { parseTemplate } from '../../../src/evaluation/arm/expression/parser.js';
import { interpret } from '../../../src/evaluation/arm/interpreter.js';
import type { Environment } from '../../../src/evaluation/arm/interpreter.js';
import { resourceGroupScope } from '../../../src/evaluation/arm/scope.js';
import { defaultLimits, openSession } from '../../../src/evaluation/arm/session.js';
import type { Limits, Session } from '../../../src/evaluation/arm/session.js';
import { undetermined } from '../../../src/syntax/value.js';

export interface TestFiles extends Files {
  readonly problems: Problem[];
}

/** Files from a record of path to text. */
export function filesOf(texts: Readonly<Record<string, string>>): TestFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)]));
  const parsed = new Map<string, unknown>();
  const problems: Problem[] = [];
  return {
    problems,
    paths: [...files.keys()].sort(),
    has: (path) => files.has(path),
    inFolder: (folder) => [...files.keys()].filter((path) => path.split('/').slice(0, -1).join('/') === folder).sort(),
    read: (path) => files.get(path),
    parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
      const file = files.get(path);
      if (!file) return undefined;
      const key = `${path}\n${parser.name}`;
      if (!parsed.has(key)) {
        const { result, problems: found } = parser(file);
        problems.push(...found);
        parsed.set(key, result);
      }
      return parsed.get(key) as T;
    },
  };
}

/** A value as plain data; what is open becomes `{ open: [what it waits for] }`. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.rest ? [{ rest: value.rest.waitsFor }] : [])];
    case 'map': {
      const entries = [...value.entries.values()].map((entry) => [entry.key, plain(entry.value)] as const);
      return { ...Object.fromEntries(entries), ...(value.rest ? { rest: value.rest.waitsFor } : {}) };
    }
    case 'undetermined':
      return value.candidates ? { oneOf: value.candidates.map(plain) } : { open: value.waitsFor };
  }
}

export interface Evaluated {
  readonly value: Value;
  readonly plain: unknown;
  readonly session: Session;
}

/** Evaluates one expression, `[…]` included. Parameters are open unless given. */
export function evaluate(
  text: string,
  parameters: Readonly<Record<string, Value>> = {},
  limits: Limits = defaultLimits,
): Evaluated {
  const session = openSession(filesOf({}), limits);
  const file = new SourceFile('template.json', text);
  const env: Environment = {
    session,
    scope: resourceGroupScope,
    parameter: (name, span) => {
      const label = `parameters('${name}')`;
      return parameters[name] ?? undetermined(label, [label], literal(span));
    },
    variable: (name, span) => undetermined(name, [name], literal(span)),
    userFunction: () => undefined,
    reference: () => undefined,
    loops: new Map(),
    lambdaVariables: new Map(),
  };
  const parsed = parseTemplate(text);
  if (parsed.kind !== 'expression') throw new Error(`no expression: ${JSON.stringify(parsed)}`);
  const value = interpret(parsed.expression, env, (start, end) => ({ file, start, end }));
  return { value, plain: plain(value), session };
}
