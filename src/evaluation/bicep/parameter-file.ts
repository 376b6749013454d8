import { parseBicep } from '../../syntax/bicep/parser.js';
import type { BicepProgram } from '../../syntax/bicep/ast.js';
import { parseJson } from '../../syntax/json/parser.js';
import { isNull, literal, mapping, through, undetermined } from '../../syntax/value.js';
import { lazily } from '../arm/lazy.js';
import { joinPath } from '../arm/paths.js';
import { resourceGroupScope } from '../arm/scope.js';
import type { Session } from '../arm/session.js';
import { givenByFile } from '../arm/template/parameter-file.js';
import type { Given } from '../arm/template/parameter-file.js';
import { withTokens } from '../arm/tokens.js';
import { spanOf } from './environment.js';
import type { Environment, Symbol } from './environment.js';
import { evaluate } from './expression.js';
import { fileScope } from './file-scope.js';
import { openImport } from './imports.js';

const deepestExtension = 10;

/** What a parameter file sets, in either language; nothing when it can't be read. */
export function givenByPath(path: string, session: Session): Given | undefined {
  if (/\.bicepparam$/i.test(path)) return givenByBicep(path, session, 0);
  const file = session.parse(path, parseJson);
  return file && givenByFile(file);
}

/** `param x = null` sets nothing: the template's default holds. What is not set may be set by the file it extends. */
function givenByBicep(path: string, session: Session, depth: number): Given | undefined {
  const program = session.parse(path, parseBicep);
  if (!program || depth > deepestExtension) return undefined;
  const base = extended(program, path, session, depth);
  const own = assignments(program, session, base);
  return (name) => {
    const value = own(name);
    return value && !isNull(value) ? value : base?.(name);
  };
}

function assignments(program: BicepProgram, session: Session, base: Given | undefined): Given {
  const parameters = new Map<string, Symbol & { kind: 'value' }>();
  const env: Environment = {
    session,
    scope: resourceGroupScope,
    file: program.file,
    symbol(name) {
      return parameters.get(name) ?? (name === 'base' && base ? baseSymbol(base, program) : names.symbol(name));
    },
    locals: new Map(),
  };
  const names = fileScope(program, env, openImport);
  for (const declaration of program.declarations) {
    if (declaration.kind === 'broken' && declaration.keyword === 'param' && declaration.name) {
      const label = `param ${declaration.name.name}`;
      const unread = undetermined(label, [label], literal(spanOf(declaration, env)));
      parameters.set(declaration.name.name, { kind: 'value', label, value: () => unread });
    }
    if (declaration.kind !== 'param-assignment') continue;
    const { name } = declaration.name;
    const span = spanOf(declaration.name, env);
    const value = lazily(session, `param ${name}`, span, () => withTokens(evaluate(declaration.value, env)));
    parameters.set(name, { kind: 'value', label: `param ${name}`, value });
  }
  return (name) => parameters.get(name)?.value();
}

function extended(program: BicepProgram, path: string, session: Session, depth: number): Given | undefined {
  const declaration = program.declarations.find((each) => each.kind === 'extends');
  const relative = declaration?.path.kind === 'string' ? joinPath(path, declaration.path.value) : undefined;
  return relative === undefined || relative === path ? undefined : givenByBicep(relative, session, depth + 1);
}

/** `base.x`: what the extended file sets for x. Only what is asked for is known. */
function baseSymbol(base: Given, program: BicepProgram): Symbol {
  const origin = { span: { file: program.file, start: 0, end: 0 }, from: [] };
  const names = [...program.file.text.matchAll(/\bbase\.(\w+)/g)].map(([, name = '']) => name);
  const entries = [...new Set(names)].flatMap((key) => {
    const value = base(key);
    return value ? [{ key, keySpan: origin.span, value: through(value, origin.span, `base.${key}`) }] : [];
  });
  return { kind: 'value', label: 'base', value: () => mapping(entries, origin) };
}
