/** Declarations of Bicep, and the program that they make. */
import type { SourceFile } from '../source.js';
import type {
  Call,
  Expression,
  ForLoop,
  Identifier,
  IfBody,
  Interpolation,
  Node,
  ObjectLiteral,
  StringLiteral,
} from './expressions.js';
import type { TypedParameter, TypeExpression } from './types.js';

/** `@name(…)`, `@sys.name(…)`: the namespace is the call's target. */
export interface Decorator extends Node {
  readonly kind: 'decorator';
  readonly call: Call;
}

/** A declaration; its range starts at its first decorator. */
export type Declaration =
  | TargetScopeDeclaration
  | MetadataDeclaration
  | ParamDeclaration
  | ParamAssignment
  | VarDeclaration
  | ResourceDeclaration
  | ModuleDeclaration
  | OutputDeclaration
  | TypeDeclaration
  | FuncDeclaration
  | ImportDeclaration
  | ExtensionDeclaration
  | ExtensionConfigDeclaration
  | UsingDeclaration
  | ExtendsDeclaration
  | AssertDeclaration
  | TestDeclaration
  | BrokenDeclaration;

interface Declared extends Node {
  readonly decorators: readonly Decorator[];
}

/** `targetScope = 'subscription'`. */
export interface TargetScopeDeclaration extends Declared {
  readonly kind: 'targetScope';
  readonly value: Expression;
}

export interface MetadataDeclaration extends Declared {
  readonly kind: 'metadata';
  readonly name: Identifier;
  readonly value: Expression;
}

/** `param name type = default` in a `.bicep` file. */
export interface ParamDeclaration extends Declared {
  readonly kind: 'param';
  readonly name: Identifier;
  readonly type: TypeExpression;
  readonly default: Expression | undefined;
}

/** `param name = value` in a `.bicepparam` file. */
export interface ParamAssignment extends Declared {
  readonly kind: 'param-assignment';
  readonly name: Identifier;
  readonly value: Expression;
}

export interface VarDeclaration extends Declared {
  readonly kind: 'var';
  readonly name: Identifier;
  readonly type: TypeExpression | undefined;
  readonly value: Expression;
}

/** What is deployed: one, one under a condition, or one an item. */
export type DeploymentBody = ObjectLiteral | IfBody | ForLoop;

/** `resource name 'type@version' = …`, also nested in the body of another. */
export interface ResourceDeclaration extends Declared {
  readonly kind: 'resource';
  readonly name: Identifier;
  /** `Microsoft.ContainerService/managedClusters@2024-05-01`; a nested one may give the last segment only. */
  readonly type: StringLiteral | Interpolation;
  readonly existing: boolean;
  readonly body: DeploymentBody;
}

/** `module name 'path' = …`. */
export interface ModuleDeclaration extends Declared {
  readonly kind: 'module';
  readonly name: Identifier;
  /** A relative path, `br:…`, `br/alias:…`, `ts:…` or `ts/alias:…`. */
  readonly path: StringLiteral | Interpolation;
  readonly body: DeploymentBody;
}

export interface OutputDeclaration extends Declared {
  readonly kind: 'output';
  readonly name: Identifier;
  readonly type: TypeExpression;
  readonly value: Expression;
}

export interface TypeDeclaration extends Declared {
  readonly kind: 'type';
  readonly name: Identifier;
  readonly value: TypeExpression;
}

/** `func name(a string, b int) string => body`. */
export interface FuncDeclaration extends Declared {
  readonly kind: 'func';
  readonly name: Identifier;
  readonly parameters: readonly TypedParameter[];
  readonly returns: TypeExpression;
  readonly body: Expression;
}

/** `import { a, b as c } from 'path'` or `import * as ns from 'path'`. */
export interface ImportDeclaration extends Declared {
  readonly kind: 'import';
  readonly path: StringLiteral | Interpolation;
  /** The listed symbols, or the name that all are found under. */
  readonly symbols: readonly ImportedSymbol[] | Wildcard;
}

export interface ImportedSymbol extends Node {
  readonly kind: 'imported';
  /** As exported; a string when that is not an identifier (ARM templates). */
  readonly name: Identifier | StringLiteral;
  /** As used here, when it differs. */
  readonly alias: Identifier | undefined;
}

export interface Wildcard extends Node {
  readonly kind: 'wildcard';
  readonly alias: Identifier;
}

/** `extension name`, `extension 'br:…' with { … } as alias`; also in the older words `provider` and `import`. */
export interface ExtensionDeclaration extends Declared {
  readonly kind: 'extension';
  readonly specification: Identifier | StringLiteral | Interpolation;
  readonly config: ObjectLiteral | undefined;
  readonly alias: Identifier | undefined;
}

/** `extensionConfig alias with { … }` in a `.bicepparam` file. */
export interface ExtensionConfigDeclaration extends Declared {
  readonly kind: 'extensionConfig';
  readonly alias: Identifier;
  readonly config: ObjectLiteral;
}

/** `using 'main.bicep'`, `using none`, `using 'main.bicep' with { … }` in a `.bicepparam` file. */
export interface UsingDeclaration extends Declared {
  readonly kind: 'using';
  /** `undefined`: `none`. */
  readonly path: StringLiteral | Interpolation | undefined;
  readonly config: ObjectLiteral | undefined;
}

/** `extends 'base.bicepparam'`. */
export interface ExtendsDeclaration extends Declared {
  readonly kind: 'extends';
  readonly path: StringLiteral | Interpolation;
}

export interface AssertDeclaration extends Declared {
  readonly kind: 'assert';
  readonly name: Identifier;
  readonly value: Expression;
}

/** `test name 'path' = { … }`. */
export interface TestDeclaration extends Declared {
  readonly kind: 'test';
  readonly name: Identifier;
  readonly path: StringLiteral | Interpolation;
  readonly body: ObjectLiteral;
}

/**
 * A declaration that could not be read; a problem says why. Its name, as far as it was read, tells an evaluator that
 * the symbol exists and that its value is not known.
 */
export interface BrokenDeclaration extends Declared {
  readonly kind: 'broken';
  /** The word it starts with: `param`, `resource`, …; `undefined` when not even that can be told. */
  readonly keyword: string | undefined;
  readonly name: Identifier | undefined;
}

export interface BicepProgram extends Node {
  readonly kind: 'program';
  readonly file: SourceFile;
  /** In the order of the text. */
  readonly declarations: readonly Declaration[];
  /** Line and block comments with their markers, in the order of the text. */
  readonly comments: readonly Node[];
  /** `#disable-next-line …`, `#disable-diagnostics …`, `#restore-diagnostics …` and other `#` lines. */
  readonly directives: readonly Node[];
}
