/** Evaluates pipelines. */
import { undetermined } from '../../../../syntax/value.js';
import type { Data } from '../data/data.js';
import { NIL, bool, float, int, open } from '../data/data.js';
import { EMPTY, literalText } from '../data/text.js';
import { truth } from '../data/truth.js';
import { waitingOf } from '../data/holes.js';
import { unknown } from '../functions/function.js';
import type { Call } from '../functions/function.js';
import type { Command, Operand, Pipeline, Range } from '../syntax/nodes.js';
import { callFunction } from './call.js';
import { fault, TemplateFault } from './fault.js';
import { memberOf } from './member.js';
import { includeTemplate, renderText } from './include.js';
import type { Session } from './session.js';
import { holds, spend } from './session.js';
import type { Source } from './source.js';
import { excerpt } from './source.js';

export interface Variable {
  readonly name: string;
  value: Data;
}

/** Where an execution stands: the template, the dot and the variables, `$` first. */
export interface Frame {
  readonly source: Source;
  readonly dot: Data;
  readonly variables: Variable[];
}

/** The value of a pipeline; sets its variables. @throws TemplateFault */
export function evaluatePipeline(session: Session, frame: Frame, pipeline: Pipeline): Data {
  let value: Data | undefined;
  try {
    for (const command of pipeline.commands) {
      const range = { start: pipeline.commands[0]?.start ?? command.start, end: command.end };
      value = evaluateCommand(session, frame, command, range, value);
    }
  } catch (error) {
    if (error instanceof TemplateFault) error.place ??= frame.source.place(pipeline);
    throw error;
  }
  // A pipeline gives nothing for a missing value, and fields of nothing are nothing: `(.a).b` is safe, `.a.b` is not.
  const result = value?.kind === 'nil' && value.held ? { ...value, held: false } : (value ?? NIL);
  for (const name of pipeline.variables) {
    if (!pipeline.assigns) frame.variables.push({ name, value: result });
    else variable(frame, name).value = result;
  }
  return result;
}

export function variable({ variables }: Frame, name: string): Variable {
  for (let at = variables.length - 1; at >= 0; at--) {
    const found = variables[at];
    if (found?.name === name) return found;
  }
  return fault(`undefined variable "$${name}"`);
}

/** @param range the command with those before it in its pipeline */
function evaluateCommand(
  session: Session,
  frame: Frame,
  command: Command,
  range: Range,
  final: Data | undefined,
): Data {
  spend(session);
  const [first, ...others] = command.operands;
  if (!first) return fault('missing value for command');
  if (first.kind === 'function') return evaluateCall(session, frame, range, first.name, others, final);
  const isMethod = first.kind === 'fields';
  const args = (): readonly Data[] => [
    ...others.map((operand) => evaluateOperand(session, frame, operand)),
    ...(final ? [final] : []),
  ];
  if (isMethod) return evaluateFields(session, frame, first, args, others.length > 0 || final !== undefined);
  if (others.length > 0 || final) return fault("can't give argument to non-function");
  return evaluateOperand(session, frame, first);
}

function evaluateOperand(session: Session, frame: Frame, operand: Operand): Data {
  switch (operand.kind) {
    case 'dot':
      return frame.dot;
    case 'nil':
      return NIL;
    case 'bool':
      return bool(operand.value);
    case 'number':
      return operand.float ? float(operand.value) : int(operand.value);
    case 'string':
      return operand.value === '' ? EMPTY : passedLiteral(frame, operand, operand.value);
    case 'variable':
      return variable(frame, operand.name).value;
    case 'function':
      return evaluateCall(session, frame, operand, operand.name, [], undefined);
    case 'pipeline':
      return evaluatePipeline(session, frame, operand.pipeline);
    case 'fields':
      return evaluateFields(session, frame, operand, () => [], false);
  }
}

function passedLiteral({ source }: Frame, range: Range, value: string): Data {
  const { marks } = literalText(value, source.place(range));
  return { kind: 'string', value, marks: marks.map(({ start, end, origin }) => ({ start, end, origin, added: true })) };
}

function evaluateFields(
  session: Session,
  frame: Frame,
  { of, names, start, end }: Operand & { kind: 'fields' },
  args: () => readonly Data[],
  hasArguments: boolean,
): Data {
  let at = evaluateOperand(session, frame, of);
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const member = memberOf(at, name);
    if (member.kind === 'method') {
      at = member.call(isLast ? args() : []);
    } else if (isLast && hasArguments) {
      // What is called may be a method of something that is not decided.
      if (member.value.kind === 'open') return unknown(callOf(session, frame, { start, end }));
      return fault(`${name} has arguments but cannot be invoked as function`);
    } else {
      at = member.value;
    }
  }
  return at;
}

function evaluateCall(
  session: Session,
  frame: Frame,
  range: Range,
  name: string,
  operands: readonly Operand[],
  final: Data | undefined,
): Data {
  if (name === 'and' || name === 'or') return evaluateChain(session, frame, range, name, operands, final);
  const args = operands.map((operand) => evaluateOperand(session, frame, operand));
  if (final) args.push(final);
  const call = callOf(session, frame, range);
  const fn = session.functions.get(name);
  return fn ? callFunction(name, fn, args, call) : unknown(call, [`function ${name}`]);
}

/** `and` and `or` give the first value that decides them, and evaluate nothing behind it. */
function evaluateChain(
  session: Session,
  frame: Frame,
  range: Range,
  name: 'and' | 'or',
  operands: readonly Operand[],
  final: Data | undefined,
): Data {
  const options: Data[] = [];
  const count = operands.length + (final ? 1 : 0);
  let decided = false;
  for (let at = 0; at < count && !decided; at++) {
    const operand = operands[at];
    const value = operand ? evaluateOperand(session, frame, operand) : final;
    if (!value) break;
    const isTrue = truth(value);
    decided = isTrue === (name === 'or');
    if (decided || isTrue === undefined || at === count - 1) options.push(value);
    if (isTrue !== undefined) holds(session, value);
  }
  const [only] = options;
  if (!only) return fault(`wrong number of args for ${name}`);
  if (options.length === 1) return only;
  const waiting = options.flatMap((option) => waitingOf(option, session.holes));
  const call = callOf(session, frame, range);
  const waitsFor = [...new Set(waiting.flatMap((value) => value.waitsFor))];
  const origin = { span: call.span, name, from: waiting.map((value) => value.origin) };
  return open(undetermined(call.expression, waitsFor, origin), options, decided ? name === 'or' : undefined);
}

function callOf(session: Session, frame: Frame, range: Range): Call {
  const expression = excerpt(frame.source, range);
  const span = frame.source.place(range);
  return {
    holes: session.holes,
    expression,
    span,
    work: (steps) => {
      spend(session, steps);
    },
    include: (name, dot) => includeTemplate(session, name, dot),
    tpl: (template, dot) => renderText(session, frame.source.name, template, dot, span),
  };
}
