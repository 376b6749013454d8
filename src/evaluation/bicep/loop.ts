import type { ForLoop } from '../../syntax/bicep/ast.js';
import { list, scalar, undetermined } from '../../syntax/value.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import { oneOf } from '../arm/choice.js';
import { computed, waiting } from '../arm/inspect.js';
import { excerpt } from '../arm/session.js';
import { spanOf, withLocals } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';

/** The turns of a loop: the environment of each, and what stands for turns that the text does not decide. */
export interface Turns {
  readonly turns: readonly Environment[];
  readonly rest: Undetermined | undefined;
}

/** Runs through a list. An open list has no turn and a rest. */
export function turnsOf(loop: ForLoop, iterable: Value, env: Environment): Turns {
  const span = spanOf(loop.iterable, env);
  const names = [loop.item.name, loop.index?.name];
  if (iterable.kind !== 'list') {
    const open = iterable.kind === 'undetermined' ? iterable : undefined;
    if (!open) env.session.problem(span, 'this is no list, so that nothing can be repeated over it');
    const waitsFor = open?.waitsFor ?? [excerpt(span)];
    return { turns: [], rest: undetermined(excerpt(span), waitsFor, computed(span, [iterable])) };
  }
  if (!env.session.spend(iterable.items.length, span)) return { turns: [], rest: undefined };
  const turns = iterable.items.map((item, index) => {
    const travelled = { ...item, origin: { span, from: [item.origin] } };
    return withLocals(env, names, [travelled, scalar(index, computed(span, []))]);
  });
  return { turns, rest: iterable.rest };
}

/** The environment of a turn that stands for those that the text does not decide. */
export function typicalTurn(loop: ForLoop, rest: Undetermined, env: Environment): Environment {
  const item = undetermined(loop.item.name, rest.waitsFor, rest.origin);
  const index = undetermined(loop.index?.name ?? 'index', rest.waitsFor, rest.origin);
  return withLocals(env, [loop.item.name, loop.index?.name], [item, index]);
}

/** `[for item in list: value]`. */
export function evaluateFor(loop: ForLoop, env: Environment): Value {
  const iterable = evaluate(loop.iterable, env);
  const span = spanOf(loop, env);
  const over = (source: Value): Value => {
    const { turns, rest } = turnsOf(loop, source, env);
    const items = turns.map((turn) =>
      loop.body.kind === 'if' ? evaluate(loop.body.body, turn) : evaluate(loop.body, turn),
    );
    const origin = computed(span, source.origin.from.length > 0 ? [source] : []);
    return list(items, origin, rest);
  };
  if (iterable.kind === 'undetermined' && iterable.candidates?.every((each) => each.kind === 'list')) {
    return oneOf(iterable.candidates.map(over), excerpt(span), waiting([iterable]), [iterable], span);
  }
  return over(iterable);
}
