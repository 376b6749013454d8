/** Where facts are read: a part of a resource, with what is needed to name it and to write into it. */
import type { Resource } from '../../evaluation/resource.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import type { Dialect } from './dialect.js';
import { descend, further } from './descend.js';

export interface Scope {
  readonly resource: Resource;
  readonly dialect: Dialect;
  /** What paths start from: the body of the resource, or an item of a list in it. */
  readonly root: Value;
  /** Put before every path, and left out of the names of facts: `properties`. */
  readonly base: readonly string[];
}

export function scopeOf(resource: Resource, dialect: Dialect, base: readonly string[] = []): Scope {
  return { resource, dialect, root: resource.body, base };
}

/** The value at a path; undefined when it is certainly absent. */
export function valueAt({ root, base, dialect }: Scope, path: readonly string[]): Value | undefined {
  return descend(root, [...base, ...path], dialect.ignoreCase);
}

/** Whether something stands at a path, or might. */
export function occurs(scope: Scope, path: readonly string[]): boolean {
  const value = valueAt(scope, path);
  return value !== undefined && !(value.kind === 'scalar' && value.value === null);
}

/** The first path at which something stands or might, else the first of all: for attributes that were renamed. */
export function firstOf(
  scope: Scope,
  first: readonly string[],
  ...others: readonly (readonly string[])[]
): readonly string[] {
  return [first, ...others].find((path) => occurs(scope, path)) ?? first;
}

export interface Items {
  readonly scopes: readonly Scope[];
  /** What may hold further items, or all of them. */
  readonly open?: Undetermined;
}

/** The items of a list at a path, each to be read as a scope of its own. */
export function itemsAt(scope: Scope, path: readonly string[]): Items {
  const value = valueAt(scope, path);
  switch (value?.kind) {
    case 'list':
      return {
        scopes: value.items.map((root) => ({ ...scope, root, base: [] })),
        ...(value.rest ? { open: further(value.rest) } : {}),
      };
    case 'undetermined':
      return { scopes: [], open: value };
    case 'map':
      return { scopes: [{ ...scope, root: value, base: [] }] };
    case 'scalar':
    case undefined:
      return { scopes: [] };
  }
}
