/** Expressions that name a resource or a module, so that their facts are known without evaluating all of them. */
import type { Expression, Member } from '../../syntax/bicep/ast.js';
import type { Value } from '../../syntax/value.js';
import { integerOf } from '../arm/functions/operand.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import type { ModuleInstance } from './module.js';
import type { ResourceInstance } from './resource.js';

/** The one resource that an expression names: `aks`, `pools[0]`, `vnet::nodes`. */
export function resourceIn(expression: Expression, env: Environment): ResourceInstance | undefined {
  switch (expression.kind) {
    case 'reference': {
      const symbol = env.locals.has(expression.name) ? undefined : env.symbol(expression.name);
      return symbol?.kind === 'resource' ? symbol.resource.single() : undefined;
    }
    case 'index': {
      if (expression.target.kind !== 'reference' || env.locals.has(expression.target.name)) return undefined;
      const symbol = env.symbol(expression.target.name);
      if (symbol?.kind !== 'resource') return undefined;
      const index = integerOf(evaluate(expression.index, env));
      return index === undefined ? undefined : symbol.resource.at(index);
    }
    case 'nested':
      return resourceIn(expression.target, env)?.child(expression.name.name);
    case 'non-null':
      return resourceIn(expression.operand, env);
    case 'parenthesized':
      return resourceIn(expression.expression, env);
    default:
      return undefined;
  }
}

/** `mod.outputs.x` and `mods[0].outputs.x`, evaluating that output only. */
export function moduleOutput(expression: Member, env: Environment): Value | undefined {
  const { target } = expression;
  if (target.kind !== 'member' || target.name.name !== 'outputs') return undefined;
  return moduleIn(target.target, env)?.output(expression.name.name);
}

function moduleIn(expression: Expression, env: Environment): ModuleInstance | undefined {
  switch (expression.kind) {
    case 'reference': {
      const symbol = env.locals.has(expression.name) ? undefined : env.symbol(expression.name);
      return symbol?.kind === 'module' ? symbol.module.single() : undefined;
    }
    case 'index': {
      if (expression.target.kind !== 'reference' || env.locals.has(expression.target.name)) return undefined;
      const symbol = env.symbol(expression.target.name);
      if (symbol?.kind !== 'module') return undefined;
      const index = integerOf(evaluate(expression.index, env));
      return index === undefined ? undefined : symbol.module.at(index);
    }
    case 'non-null':
      return moduleIn(expression.operand, env);
    case 'parenthesized':
      return moduleIn(expression.expression, env);
    default:
      return undefined;
  }
}
