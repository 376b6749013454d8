/** What is common to resources and modules: one body, one under a condition, or one a turn of a loop. */
import type { DeploymentBody, IfBody, ObjectLiteral } from '../../syntax/bicep/ast.js';
import { list } from '../../syntax/value.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import { truth } from '../arm/choice.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import { turnsOf, typicalTurn } from './loop.js';

/** One of the things that a declaration deploys. */
export interface Placed {
  readonly object: ObjectLiteral;
  readonly env: Environment;
  /** What follows the symbol in its address: nothing, `[0]`, or `[*]` for turns that the text does not decide. */
  readonly suffix: string;
  /** Conditions that are not certainly true, its own and that of an open loop. */
  readonly conditions: readonly Value[];
  /** Whether a condition is certainly false: it is not deployed, but others may name it. */
  readonly off: boolean;
}

export interface PlacedAll {
  readonly all: readonly Placed[];
  /** Present for a loop: what it does not decide about its turns. */
  readonly loop: { readonly rest: Undetermined | undefined } | undefined;
}

export function place(body: DeploymentBody, env: Environment): PlacedAll {
  if (body.kind !== 'for') return { all: [conditioned(body, env, '', [])], loop: undefined };
  const inner = body.body;
  if (inner.kind !== 'object' && inner.kind !== 'if') return { all: [], loop: { rest: undefined } };
  const { turns, rest } = turnsOf(body, evaluate(body.iterable, env), env);
  const all = turns.map((turn, index) => conditioned(inner, turn, `[${index}]`, []));
  const typical = rest ? [conditioned(inner, typicalTurn(body, rest, env), '[*]', [rest])] : [];
  return { all: [...all, ...typical], loop: { rest } };
}

function conditioned(body: ObjectLiteral | IfBody, env: Environment, suffix: string, open: readonly Value[]): Placed {
  if (body.kind === 'object') return { object: body, env, suffix, conditions: open, off: false };
  const condition = evaluate(body.condition, env);
  const decided = truth(condition);
  const conditions = decided === undefined ? [...open, condition] : open;
  return { object: body.body, env, suffix, conditions, off: decided === false };
}

/** The symbol of a declaration as a value: one value, or the list of a loop's. */
export function symbolValue(
  placed: PlacedAll,
  values: readonly (() => Value)[],
  body: DeploymentBody,
  env: Environment,
): Value | undefined {
  if (!placed.loop) return values[0]?.();
  const decided = values.filter((_, index) => placed.all[index]?.suffix !== '[*]');
  return list(
    decided.map((value) => value()),
    { span: spanOf(body, env), from: [] },
    placed.loop.rest,
  );
}

/** The property of a deployed object under a name, as it is written. */
export function written(object: ObjectLiteral, name: string): ObjectLiteral['members'][number] | undefined {
  return object.members.find((member) => {
    if (member.kind !== 'property') return false;
    const { key } = member;
    return key.kind === 'identifier' ? key.name === name : key.kind === 'string' && key.value === name;
  });
}

/** The value of one property of a deployed object, without evaluating the others. */
export function fieldOf(object: ObjectLiteral, name: string, env: Environment): Value | undefined {
  const member = written(object, name);
  return member?.kind === 'property' ? evaluate(member.value, env) : undefined;
}
