/** What the declarations of a file mean: its variables, functions, types and imports. */
import type { BicepProgram, FuncDeclaration, ImportDeclaration, VarDeclaration } from '../../syntax/bicep/ast.js';
import { literal, undetermined } from '../../syntax/value.js';
import { lazily, once } from '../arm/lazy.js';
import { spanOf, withLocals } from './environment.js';
import type { Environment, Symbol } from './environment.js';
import { evaluate } from './expression.js';
import type { FindType, FoundType } from './parameters.js';

/** What another file exports. */
export interface Exports {
  symbol(name: string): Symbol | undefined;
  type(name: string): FoundType | undefined;
}

export type OpenExports = (declaration: ImportDeclaration, env: Environment) => Exports | undefined;

export interface FileScope {
  symbol(name: string): Symbol | undefined;
  readonly findType: FindType;
}

/**
 * The names of a file that do not depend on what it deploys.
 * @param env the environment of the file, which has these names in it
 */
export function fileScope(program: BicepProgram, env: Environment, open: OpenExports): FileScope {
  const symbols = new Map<string, () => Symbol>();
  const types = new Map<string, FindType>();
  const findType: FindType = (name) => {
    const [namespace = '', type] = name.split('.');
    return type === undefined ? types.get(name)?.(name) : types.get(`${namespace}.`)?.(type);
  };
  const add = (name: string, symbol: Symbol): void => void symbols.set(name, () => symbol);
  for (const declaration of program.declarations) {
    switch (declaration.kind) {
      case 'var':
        add(declaration.name.name, variable(declaration, env));
        break;
      case 'func':
        add(declaration.name.name, userFunction(declaration, env));
        break;
      case 'type':
        types.set(declaration.name.name, () => ({ type: declaration.value, find: findType }));
        break;
      case 'import':
        addImport(
          declaration,
          env,
          once(() => open(declaration, env)),
          symbols,
          types,
        );
        break;
      case 'broken':
        if (declaration.name) add(declaration.name.name, broken(declaration.name.name, declaration, env));
        break;
      default:
        break;
    }
  }
  return { symbol: (name) => symbols.get(name)?.(), findType };
}

function variable(declaration: VarDeclaration, env: Environment): Symbol {
  const label = `var ${declaration.name.name}`;
  const value = lazily(env.session, label, spanOf(declaration, env), () => evaluate(declaration.value, env));
  return { kind: 'value', label, value };
}

function userFunction(declaration: FuncDeclaration, env: Environment): Symbol {
  const names = declaration.parameters.map((parameter) => parameter.name.name);
  return {
    kind: 'function',
    call: (operands) => evaluate(declaration.body, withLocals({ ...env, locals: new Map() }, names, operands)),
  };
}

function broken(name: string, node: { start: number; end: number }, env: Environment): Symbol {
  const value = undetermined(name, [name], literal(spanOf(node, env)));
  return { kind: 'value', label: name, value: () => value };
}

function addImport(
  { symbols: imported }: ImportDeclaration,
  env: Environment,
  exports: () => Exports | undefined,
  symbols: Map<string, () => Symbol>,
  types: Map<string, FindType>,
): void {
  if ('kind' in imported) {
    const namespace: Symbol = { kind: 'namespace', find: (name) => exports()?.symbol(name) };
    symbols.set(imported.alias.name, () => namespace);
    types.set(`${imported.alias.name}.`, (name) => exports()?.type(name));
    return;
  }
  for (const each of imported) {
    const name = each.name.kind === 'string' ? each.name.value : each.name.name;
    const local = each.alias?.name ?? name;
    const unknown = broken(local, each, env);
    symbols.set(local, () => exports()?.symbol(name) ?? unknown);
    types.set(local, () => exports()?.type(name));
  }
}
