/** Translates patterns into the instructions of an automaton. */
import { Fault } from '../fault.js';
import type { Assertion, Pattern, RegexNode } from './syntax.js';

export type Instruction =
  | { readonly kind: 'set'; readonly test: (codePoint: number) => boolean }
  | { readonly kind: 'assert'; readonly test: Assertion }
  /** Goes on at both places, at the first one by preference. */
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'match' };

const MAX_INSTRUCTIONS = 10_000;

export function compile({ node }: Pattern): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(program, { kind: 'group', index: 0, node });
  add(program, { kind: 'match' });
  return program;
}

function emit(program: Instruction[], node: RegexNode): void {
  switch (node.kind) {
    case 'empty':
      return;
    case 'set':
    case 'assert':
      add(program, node);
      return;
    case 'sequence':
      for (const part of node.nodes) emit(program, part);
      return;
    case 'group':
      add(program, { kind: 'save', slot: 2 * node.index });
      emit(program, node.node);
      add(program, { kind: 'save', slot: 2 * node.index + 1 });
      return;
    case 'choice':
      emitChoice(program, node.nodes);
      return;
    case 'repeat':
      emitRepeat(program, node);
  }
}

function emitChoice(program: Instruction[], nodes: readonly RegexNode[]): void {
  const jumps: { to: number }[] = [];
  nodes.forEach((node, index) => {
    const last = index === nodes.length - 1;
    const split = last ? undefined : add(program, { kind: 'split', first: program.length + 1, second: 0 });
    emit(program, node);
    if (last) return;
    jumps.push(add(program, { kind: 'jump', to: 0 }));
    if (split) split.second = program.length;
  });
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(program: Instruction[], { node, least, most, greedy }: RegexNode & { kind: 'repeat' }): void {
  for (let time = 0; time < least; time += 1) emit(program, node);
  if (most === Infinity) {
    const start = program.length;
    const split = add(program, { kind: 'split', first: 0, second: 0 });
    emit(program, node);
    add(program, { kind: 'jump', to: start });
    direct(split, start + 1, program.length, greedy);
    return;
  }
  const splits: { at: number; split: Split }[] = [];
  for (let time = least; time < most; time += 1) {
    splits.push({ at: program.length, split: add(program, { kind: 'split', first: 0, second: 0 }) });
    emit(program, node);
  }
  for (const { at, split } of splits) direct(split, at + 1, program.length, greedy);
}

type Split = Instruction & { kind: 'split' };

function direct(split: Split, into: number, past: number, greedy: boolean): void {
  split.first = greedy ? into : past;
  split.second = greedy ? past : into;
}

function add<I extends Instruction>(program: Instruction[], instruction: I): I {
  if (program.length >= MAX_INSTRUCTIONS) throw new Fault('the pattern is too large');
  program.push(instruction);
  return instruction;
}
