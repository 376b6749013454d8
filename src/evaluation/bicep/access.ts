/** Members, elements and child resources of values; the chains of `.?` that end in null. */
import type { Expression, Index, Member, NestedResource } from '../../syntax/bicep/ast.js';
import { isNull, literal, scalar, through, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { element, property } from '../arm/access.js';
import { excerpt } from '../arm/session.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import { moduleOutput, resourceIn } from './symbolic.js';

type Access = Member | Index | NestedResource;

/** The value of an access. After a `.?` or `[?]` that found nothing, the rest of the chain is null as well. */
export function evaluateAccess(expression: Access, env: Environment): Value {
  return chain(expression, env).value;
}

interface Link {
  readonly value: Value;
  /** Whether a safe access came before, so that null passes on. */
  readonly safe: boolean;
}

function chain(expression: Expression, env: Environment): Link {
  const span = spanOf(expression, env);
  switch (expression.kind) {
    case 'member': {
      const known = knownMember(expression, env);
      if (known) return { value: through(known, span), safe: expression.safe };
      const target = chain(expression.target, env);
      if (target.safe && isNull(target.value)) return target;
      const safe = target.safe || expression.safe;
      if (expression.safe && isNull(target.value)) return { value: target.value, safe };
      const found = importedMember(expression, env);
      return { value: found ?? property(target.value, expression.name.name, span, safe ? 'null' : 'error'), safe };
    }
    case 'index': {
      const target = chain(expression.target, env);
      if (target.safe && isNull(target.value)) return target;
      const safe = target.safe || expression.safe;
      if (expression.safe && isNull(target.value)) return { value: target.value, safe };
      const index = evaluate(expression.index, env);
      return { value: element(target.value, index, span, safe ? 'null' : 'error', expression.fromEnd), safe };
    }
    case 'nested': {
      const resource = resourceIn(expression, env);
      const value = resource?.value() ?? undetermined(excerpt(span), [excerpt(span)], literal(span));
      return { value: through(value, span), safe: false };
    }
    case 'non-null':
      return chain(expression.operand, env);
    default:
      return { value: evaluate(expression, env), safe: false };
  }
}

/** What a resource or module knows of itself without its whole body: id, name, type, version, an output. */
function knownMember(expression: Member, env: Environment): Value | undefined {
  const output = moduleOutput(expression, env);
  if (output) return output;
  const resource = resourceIn(expression.target, env);
  if (!resource) return undefined;
  const span = spanOf(expression, env);
  switch (expression.name.name) {
    case 'id':
      return resource.id;
    case 'name':
      return resource.ownName;
    case 'type':
      return scalar(resource.type, literal(span));
    case 'apiVersion':
      return resource.version === undefined ? undefined : scalar(resource.version, literal(span));
    default:
      return undefined;
  }
}

/** `namespace.variable` of an `import * as namespace`. */
function importedMember(expression: Member, env: Environment): Value | undefined {
  if (expression.target.kind !== 'reference' || env.locals.has(expression.target.name)) return undefined;
  const symbol = env.symbol(expression.target.name);
  const found = symbol?.kind === 'namespace' ? symbol.find(expression.name.name) : undefined;
  return found?.kind === 'value' ? through(found.value(), spanOf(expression, env), found.label) : undefined;
}
