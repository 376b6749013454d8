/** Files that give values to the variables of a root: `.tfvars` and `.tfvars.json`. */
import { parseHcl } from '../../syntax/hcl/parser.js';
import { parseJson } from '../../syntax/json/parser.js';
import type { HclBody } from '../../syntax/hcl/ast.js';
import type { Value } from '../../syntax/value.js';
import { argumentOf, type Argument } from './layers.js';
import { evaluateArgument, guarded } from './module.js';
import { parseFile, type Session } from './session.js';
import { settle, sourceOf, spanOf } from './values.js';

/** What the files set a variable to; the last one counts. `undefined` when none does. */
export function givenValue(session: Session, paths: readonly string[], name: string): Value | undefined {
  for (const path of [...paths].reverse()) {
    const value = path.endsWith('.json') ? jsonValue(session, path, name) : nativeValue(session, path, name);
    if (value) return value;
  }
  return undefined;
}

function nativeValue(session: Session, path: string, name: string): Value | undefined {
  const body: HclBody | undefined = parseFile(session, path, parseHcl);
  const argument = body && argumentOf({ layers: [body] }, name);
  return argument && constant(session, name, argument);
}

/** A var file can refer to nothing. */
function constant(session: Session, name: string, { file, expression }: Argument): Value {
  return guarded(session, name, sourceOf(file, expression), spanOf(file, expression), () =>
    evaluateArgument(expression, { session, module: undefined, file, names: undefined }, name),
  );
}

function jsonValue(session: Session, path: string, name: string): Value | undefined {
  const document = parseFile(session, path, parseJson);
  const entry = document?.kind === 'map' ? document.entries.get(name) : undefined;
  return entry && settle(entry.value, entry.value.origin.span, name);
}
