/** What the names in an expression mean. */
import type { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import type { Module } from './module.js';
import type { Session } from './session.js';

export interface Scope {
  readonly session: Session;
  /** `undefined` where nothing of the configuration can be referred to: defaults, var files. */
  readonly module: Module | undefined;
  /** The file that the expressions stand in. */
  readonly file: SourceFile;
  readonly names: Names | undefined;
}

/** Names that hold for a part of an expression or block: `each`, `count`, iterators. The last one wins. */
export interface Names {
  readonly name: string;
  readonly value: Value;
  readonly outer: Names | undefined;
}

export function withName(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, names: { name, value, outer: scope.names } };
}

export function nameIn(scope: Scope, name: string): Value | undefined {
  for (let names = scope.names; names; names = names.outer) if (names.name === name) return names.value;
  return undefined;
}
