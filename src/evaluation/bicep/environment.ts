import type { SourceFile, Span } from '../../syntax/source.js';
import type { ModuleDeclaration, Node, ObjectLiteral, ResourceDeclaration } from '../../syntax/bicep/ast.js';
import type { Value } from '../../syntax/value.js';
import type { UserFunction } from '../arm/interpreter.js';
import type { Scope } from '../arm/scope.js';
import type { Session } from '../arm/session.js';
import type { DeclaredModule } from './module.js';
import type { DeclaredResource } from './resource.js';

/** What a name means in a file. */
export type Symbol = ValueSymbol | FunctionSymbol | NamespaceSymbol | ResourceSymbol | ModuleSymbol;

/** A parameter, a variable, an imported variable. */
export interface ValueSymbol {
  readonly kind: 'value';
  /** How the language calls it: `param x`, `var y`. */
  readonly label: string;
  readonly value: () => Value;
}

export interface FunctionSymbol {
  readonly kind: 'function';
  readonly call: UserFunction;
}

/** What `import * as name` brings. */
export interface NamespaceSymbol {
  readonly kind: 'namespace';
  find(name: string): Symbol | undefined;
}

export interface ResourceSymbol {
  readonly kind: 'resource';
  readonly resource: DeclaredResource;
}

export interface ModuleSymbol {
  readonly kind: 'module';
  readonly module: DeclaredModule;
}

/** Where an expression stands: its file, what names mean there, and where the deployment goes to. */
export interface Environment {
  readonly session: Session;
  readonly scope: Scope;
  readonly file: SourceFile;
  symbol(name: string): Symbol | undefined;
  /** Variables of the loops, lambdas and functions around. */
  readonly locals: ReadonlyMap<string, Value>;
}

export function spanOf(node: Node, env: Environment): Span {
  return { file: env.file, start: node.start, end: node.end };
}

/** A declaration from its keyword to the opening brace: `resource aks '…' = {`. */
export function headingOf(
  declaration: ResourceDeclaration | ModuleDeclaration,
  object: ObjectLiteral,
  env: Environment,
): Span {
  const start = env.file.text.lastIndexOf(declaration.kind, declaration.name.start);
  return { file: env.file, start: Math.max(start, declaration.start), end: object.start + 1 };
}

/** The environment inside a loop, a lambda or a function. */
export function withLocals(
  env: Environment,
  names: readonly (string | undefined)[],
  values: readonly Value[],
): Environment {
  const locals = new Map(env.locals);
  names.forEach((name, index) => {
    const value = values[index];
    if (name !== undefined && value) locals.set(name, value);
  });
  return { ...env, locals };
}
