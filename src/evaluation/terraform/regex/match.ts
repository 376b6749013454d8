/** Runs patterns in time proportional to the text, by following all ways through them at once (Pike's automaton). */
import { Fault } from '../fault.js';
import { parsePattern } from './parser.js';
import { compile, type Instruction } from './program.js';
import { canStart, nextStart, startOf, type Start } from './start.js';

const MAX_STEPS = 2_000_000;

/** Offsets of a match and its groups: start and end in turn, `undefined` for a group that took no part. */
export type Match = readonly (number | undefined)[];

export interface Regex {
  /** The names of the groups in order; `undefined` for those without. */
  readonly groups: readonly (string | undefined)[];
  /** The leftmost match at or behind an offset. */
  find(text: string, from: number): Match | undefined;
}

interface Thread {
  readonly at: number;
  readonly slots: Match;
}

/** So many steps of an automaton are as much work as one of an evaluation. */
const STEPS_AT_ONCE = 32;

/**
 * @param work called for every few steps, so that the caller can count them
 * @throws Fault for what is no regular expression of RE2; `find` throws it for one that takes too long
 */
export function compileRegex(source: string, work: () => void): Regex {
  const pattern = parsePattern(source);
  const program = compile(pattern);
  const start = startOf(program);
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps % STEPS_AT_ONCE === 0) work();
    if (steps > MAX_STEPS) throw new Fault('the pattern takes too long');
  };
  return {
    groups: pattern.groups,
    find: (text, from) => run(program, text, from, start, step),
  };
}

function run(
  program: readonly Instruction[],
  text: string,
  from: number,
  start: Start,
  step: () => void,
): Match | undefined {
  let threads: Thread[] = [];
  let found: Match | undefined;
  for (let at = from; ;) {
    if (threads.length === 0) {
      const next = nextStart(start, text, at, step);
      if (next === undefined) return undefined;
      at = next;
    }
    const reached = new Set<number>();
    const ready: Thread[] = [];
    for (const thread of threads) follow(program, text, at, thread, reached, ready, step);
    if (!found && canStart(start, at)) follow(program, text, at, { at: 0, slots: [] }, reached, ready, step);
    threads = [];
    const code = text.codePointAt(at);
    for (const thread of ready) {
      step();
      const instruction = program[thread.at];
      if (instruction?.kind === 'match') {
        // Ways of lower preference lose against this one.
        found = thread.slots;
        break;
      }
      if (instruction?.kind === 'set' && code !== undefined && instruction.test(code)) {
        threads.push({ at: thread.at + 1, slots: thread.slots });
      }
    }
    if (code === undefined || (found && threads.length === 0)) return found;
    at += code > 0xffff ? 2 : 1;
  }
}

/** Goes on without taking a character, to every instruction that takes one or ends, the preferred ways first. */
function follow(
  program: readonly Instruction[],
  text: string,
  at: number,
  start: Thread,
  reached: Set<number>,
  ready: Thread[],
  step: () => void,
): void {
  const pending = [start];
  for (let thread = pending.pop(); thread; thread = pending.pop()) {
    const { slots } = thread;
    const instruction = program[thread.at];
    if (!instruction || reached.has(thread.at)) continue;
    reached.add(thread.at);
    step();
    switch (instruction.kind) {
      case 'set':
      case 'match':
        ready.push(thread);
        break;
      case 'assert':
        if (instruction.test(text, at)) pending.push({ at: thread.at + 1, slots });
        break;
      case 'jump':
        pending.push({ at: instruction.to, slots });
        break;
      case 'split':
        pending.push({ at: instruction.second, slots }, { at: instruction.first, slots });
        break;
      case 'save': {
        const saved = slots.slice();
        saved[instruction.slot] = at;
        pending.push({ at: thread.at + 1, slots: saved });
      }
    }
  }
}
