/** The commands of scripts in the order in which they run: a call of a function is what its body runs with its arguments. */
import type { Arm, Block } from '../../syntax/shell/blocks.js';
import type { Command, Dialect, Word } from '../../syntax/shell/command.js';
import { plainText } from '../../syntax/shell/command.js';
import { commandsIn } from '../../syntax/shell/scanner.js';
import type { Span } from '../../syntax/source.js';
import { assignmentIn } from './assignments.js';
import { printedId } from './network/printed.js';
import type { Scripts } from './scan.js';
import type { Argument } from './texts.js';
import { textOf } from './texts.js';
import { Variables } from './variables.js';
import { unwrapped, withoutPrefixes } from './wrappers.js';

/** A command with its arguments, variables filled in. */
export interface FoundCommand<V> {
  readonly verb: V;
  readonly args: readonly Argument[];
  readonly span: Span;
  /** The ways through conditions that it stands in. */
  readonly scope: readonly Arm[];
  /** Whether the script itself decides against it. */
  readonly isDead: boolean;
}

/** Tells a command that is looked for by its first words ('' for what is not known), and how many of them name it. */
export type VerbOf<V> = (words: readonly string[]) => { readonly name: V; readonly length: number } | undefined;

/** Functions that call functions are followed this deep, and so many commands of them in a script. */
const DEEPEST = 5;
const MOST_COMMANDS = 10_000;

interface Run<V> {
  readonly verbs: VerbOf<V>;
  readonly variables: Variables;
  readonly dialect: Dialect;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly found: FoundCommand<V>[];
  /** A function that is called again with the same arguments makes the same. */
  readonly seen: Set<string>;
  /** How many commands of functions ran. */
  ran: number;
}

interface Body {
  readonly block: Block;
  readonly commands: Command[];
}

export function foundCommands<V>(
  { pieces, variables: initial }: Scripts,
  verbs: VerbOf<V>,
): readonly FoundCommand<V>[] {
  const variables = new Variables(initial, printedId);
  return pieces.flatMap((piece) => {
    const commands = commandsIn(piece);
    const bodies = bodiesIn(commands);
    const run: Run<V> = { verbs, variables, dialect: piece.dialect, bodies, found: [], seen: new Set(), ran: 0 };
    const called = namesCalled(commands, bodies);
    for (const command of commands) {
      const own = functionOf(command);
      const isInCalled = command.scope.some(({ block }) => block.name !== undefined && called.has(block.name));
      if (!own || !isInCalled) step(command, command.scope, run, 0);
    }
    return run.found;
  });
}

function functionOf({ scope }: Command): Block | undefined {
  return scope.filter(({ block }) => block.kind === 'function').at(-1)?.block;
}

function bodiesIn(commands: readonly Command[]): ReadonlyMap<string, Body> {
  const bodies = new Map<string, Body>();
  for (const command of commands) {
    const block = functionOf(command);
    if (block?.name === undefined) continue;
    const known = bodies.get(block.name);
    if (known?.block === block) known.commands.push(command);
    else bodies.set(block.name, { block, commands: [command] });
  }
  return bodies;
}

/** Functions that something outside of them runs. */
function namesCalled(commands: readonly Command[], bodies: ReadonlyMap<string, Body>): ReadonlySet<string> {
  const called = new Set<string>();
  for (const command of commands) {
    const name = plainText(withoutPrefixes(command.words)[0] ?? { parts: [], span: command.span });
    if (name !== undefined && bodies.has(name) && functionOf(command)?.name !== name) called.add(name);
  }
  return called;
}

function step<V>(command: Command, scope: readonly Arm[], run: Run<V>, depth: number): void {
  const { variables, dialect } = run;
  variables.at(scope);
  let words: readonly Word[] = withoutPrefixes(command.words);
  const first = words[0] && plainText(words[0]);
  if (first === 'shift') variables.shift();
  if ((first === 'for' || first === 'read' || first === 'foreach') && words[1]) {
    for (const word of words.slice(1)) variables.forget(plainText(word) ?? '', word.span);
    return;
  }
  for (
    let assigned = assignmentIn(words, { dialect, scope });
    assigned;
    assigned = assignmentIn(words, { dialect, scope })
  ) {
    variables.assign(assigned.assignment);
    words = assigned.rest;
  }
  const [head] = words;
  if (!head) return;
  const body = run.bodies.get(plainText(head) ?? '');
  if (body && depth < DEEPEST && run.ran < MOST_COMMANDS) {
    call(body, words.slice(1), scope, run, depth);
    return;
  }
  const args = unwrapped(words, variables);
  const texts = args.slice(0, 8).map(({ value }) => textOf(value) ?? '');
  const verb = run.verbs(texts);
  if (!verb) return;
  const span = { ...command.span, start: head.span.start };
  const told = `${span.start} ${args.map(({ value }) => (value.kind === 'undetermined' ? value.expression : textOf(value))).join('\0')}`;
  if (run.seen.has(told)) return;
  run.seen.add(told);
  run.found.push({ verb: verb.name, args: args.slice(verb.length), span, ...variables.conditions(scope) });
}

function call<V>(
  { block, commands }: Body,
  words: readonly Word[],
  scope: readonly Arm[],
  run: Run<V>,
  depth: number,
): void {
  const args = words.flatMap((word) => run.variables.argumentsOf(word));
  const steps = commands.map((command) => {
    const at = command.scope.findIndex((arm) => arm.block === block);
    return { command, within: command.scope.slice(at + 1) };
  });
  const ways = steps.map(({ within }) => within);
  run.variables.called(args, ways, () => {
    for (const { command, within } of steps) {
      if (run.ran++ > MOST_COMMANDS) return;
      step(command, [...scope, ...within], run, depth + 1);
    }
  });
}
