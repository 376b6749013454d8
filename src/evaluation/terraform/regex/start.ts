/** Where a match can begin, so that the places between are passed over quickly. */
import type { CharacterTest } from './classes.js';
import { startOfText } from './assertions.js';
import type { Instruction } from './program.js';

export type Start =
  /** At the start of the text only. */
  | { readonly kind: 'text' }
  /** Where one of these characters stands. */
  | { readonly kind: 'character'; readonly tests: readonly CharacterTest[] }
  | { readonly kind: 'anywhere' };

/** With more alternatives to begin with, testing them costs more than it saves. */
const MAX_TESTS = 8;

export function startOf(program: readonly Instruction[]): Start {
  const tests: CharacterTest[] = [];
  const reached = new Set<number>();
  const pending = [0];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const instruction = program[at];
    if (!instruction || reached.has(at)) continue;
    reached.add(at);
    switch (instruction.kind) {
      case 'set':
        tests.push(instruction.test);
        break;
      case 'save':
        pending.push(at + 1);
        break;
      case 'jump':
        pending.push(instruction.to);
        break;
      case 'split':
        pending.push(instruction.first, instruction.second);
        break;
      case 'assert': {
        // Only where no other way leads past it.
        const isFirst = tests.length === 0 && pending.length === 0 && !hasSplit(program, at);
        return isFirst && instruction.test === startOfText ? { kind: 'text' } : { kind: 'anywhere' };
      }
      case 'match':
        return { kind: 'anywhere' };
    }
  }
  return tests.length > MAX_TESTS ? { kind: 'anywhere' } : { kind: 'character', tests };
}

function hasSplit(program: readonly Instruction[], end: number): boolean {
  return program.slice(0, end).some(({ kind }) => kind === 'split');
}

/** The next place where a match can begin; `undefined` where there is none. */
export function nextStart(start: Start, text: string, from: number, step: () => void): number | undefined {
  switch (start.kind) {
    case 'anywhere':
      return from;
    case 'text':
      return from === 0 ? 0 : undefined;
    case 'character':
      for (let at = from; at < text.length; at += 1) {
        const code = text.codePointAt(at) ?? 0;
        if (start.tests.some((test) => test(code))) return at;
        if (code > 0xffff) at += 1;
        step();
      }
      return undefined;
  }
}

/** Whether a match can begin exactly here, besides those that have begun. */
export function canStart(start: Start, at: number): boolean {
  return start.kind !== 'text' || at === 0;
}
