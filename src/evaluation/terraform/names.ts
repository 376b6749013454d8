/** What the first names of a reference stand for. */
import type { Span } from '../../syntax/source.js';
import { literal, mapping, scalar, undetermined, type Value } from '../../syntax/value.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { localValue, variableValue, type Module } from './module.js';
import { moduleValue } from './module-references.js';
import { relativePath } from './paths.js';
import { resourceValue } from './resource-references.js';
import type { Scope } from './scope.js';
import type { Step } from './traversals.js';
import { entryOf } from './values.js';

export interface Named {
  readonly value: Value;
  /** How many steps behind the first name belong to the value. */
  readonly used: number;
  /** How the language calls it. */
  readonly name: string;
}

/** @throws Fault for a name that means nothing here; `undefined` where nothing can be referred to */
export function resolve(root: string, steps: readonly Step[], scope: Scope, span: Span): Named | undefined {
  const { module } = scope;
  if (!module) return undefined;
  const [first, second] = steps;
  const name = first?.kind === 'get' ? first.name : undefined;
  switch (root) {
    case 'var':
      return name === undefined
        ? undefined
        : { value: variableValue(module, name, span), used: 1, name: `var.${name}` };
    case 'local':
      return name === undefined ? undefined : { value: localValue(module, name, span), used: 1, name: `local.${name}` };
    case 'path':
      return name === undefined ? undefined : { value: pathValue(module, name, span), used: 1, name: `path.${name}` };
    case 'terraform':
    case 'tofu':
      return name === undefined
        ? undefined
        : {
            value: undetermined(`terraform.${name}`, [`terraform.${name}`], literal(span)),
            used: 1,
            name: `terraform.${name}`,
          };
    case 'module':
      return name === undefined ? undefined : moduleValue(module, name, keyOf(second, scope), steps, span);
    case 'each':
    case 'count':
    case 'self':
    case 'ephemeral':
      throw new Fault(`"${root}" means nothing here`);
    case 'data': {
      if (name === undefined || second?.kind !== 'get') return undefined;
      return resourceValue(module, 'data', name, second.name, keyOf(steps[2], scope), steps.slice(2), 2, span);
    }
    default:
      if (name === undefined) throw new Fault(`"${root}" means nothing here`);
      return resourceValue(module, 'resource', root, name, keyOf(second, scope), steps.slice(1), 1, span);
  }
}

/** The value of an index; `undefined` when there is none. */
function keyOf(step: Step | undefined, scope: Scope): Value | undefined {
  return step?.kind === 'index' ? evaluate(step.key, scope) : undefined;
}

/** Paths are relative to the folder that Terraform runs in, which is the root's. */
function pathValue(module: Module, name: string, span: Span): Value {
  switch (name) {
    case 'module':
      return scalar(relativePath(module.session.folder, module.folder), literal(span));
    case 'root':
      return scalar('.', literal(span));
    default:
      return undetermined(`path.${name}`, [`path.${name}`], literal(span));
  }
}

/** An object for the names that blocks repeat with. */
export function record(entries: Readonly<Record<string, Value>>, span: Span): Value {
  return mapping(
    Object.entries(entries).map(([key, value]) => entryOf(key, value)),
    literal(span),
  );
}
