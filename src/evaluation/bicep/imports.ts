import { parseBicep } from '../../syntax/bicep/parser.js';
import type { ImportDeclaration } from '../../syntax/bicep/ast.js';
import { parseJson } from '../../syntax/json/parser.js';
import type { Mapping } from '../../syntax/value.js';
import { lookup, undetermined } from '../../syntax/value.js';
import { stringOf } from '../arm/functions/operand.js';
import type { Environment as TemplateEnvironment } from '../arm/interpreter.js';
import { joinPath } from '../arm/paths.js';
import { resourceGroupScope } from '../arm/scope.js';
import { excerpt } from '../arm/session.js';
import type { Session } from '../arm/session.js';
import { namesOf } from '../arm/template/names.js';
import type { Names } from '../arm/template/names.js';
import type { evaluateTree } from '../arm/template/tree.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import { fileScope } from './file-scope.js';
import type { Exports } from './file-scope.js';
import { moduleSource } from './modules.js';

/** What an `import` brings from a file of the tree. Imports from a registry are not known: their names stay open. */
export function openImport(declaration: ImportDeclaration, env: Environment): Exports | undefined {
  const source = moduleSource(stringOf(evaluate(declaration.path, env)) ?? '');
  if (source.kind === 'registry') return undefined;
  const wanted = joinPath(env.file.path, source.path);
  const path = wanted === undefined ? undefined : env.session.find(wanted);
  if (path === undefined) {
    env.session.problem(spanOf(declaration.path, env), `${excerpt(spanOf(declaration.path, env))} does not exist`);
    return undefined;
  }
  return path.toLowerCase().endsWith('.json') ? templateExports(path, env.session) : bicepExports(path, env);
}

function bicepExports(path: string, importing: Environment): Exports | undefined {
  const program = importing.session.parse(path, parseBicep);
  if (!program) return undefined;
  const { session, scope } = importing;
  const env: Environment = {
    session,
    scope,
    file: program.file,
    symbol: (name) => names.symbol(name),
    locals: new Map(),
  };
  const names = fileScope(program, env, openImport);
  return { symbol: (name) => names.symbol(name), type: (name) => names.findType(name) };
}

/**
 * A compiled template exports the variables that its metadata lists, and the functions of the name space `__bicep`.
 * Its types are not read.
 */
function templateExports(path: string, session: Session): Exports | undefined {
  const template = session.parse(path, parseJson);
  if (template?.kind !== 'map') return undefined;
  const env: TemplateEnvironment = {
    session,
    scope: resourceGroupScope,
    parameter: (name, span) => names.parameter(name, span),
    variable: (name, span) => names.variable(name, span),
    userFunction: (namespace, name) => names.userFunction(namespace, name),
    reference: () => undefined,
    loops: new Map(),
    lambdaVariables: new Map(),
  };
  const names: Names = namesOf(
    template,
    () => env,
    session,
    () => undefined,
  );
  return {
    symbol(name) {
      const call = names.userFunction('__bicep', name);
      if (call) return { kind: 'function', call };
      return exportedVariable(template, name, env, names);
    },
    type: () => undefined,
  };
}

function exportedVariable(
  template: Mapping,
  name: string,
  env: TemplateEnvironment,
  names: Names,
): ReturnType<Exports['symbol']> {
  const declared = lookup(template, ['variables', name], true);
  const { span } = template.origin;
  if (!declared) return undefined;
  const value = (): ReturnType<typeof evaluateTree> =>
    lookup(template, ['variables'])?.kind === 'map'
      ? names.variable(name, declared.origin.span)
      : undetermined(name, [name], { span, from: [] });
  return env.session.spend(1, span) ? { kind: 'value', label: `var ${name}`, value } : undefined;
}
