/** Blocks of a helmfile's template that an environment decides: what is not taken is left out, of the same length. */
import type { SourceFile } from '../../../syntax/source.js';
import { literal } from '../../../syntax/value.js';
import type { Environment } from './expression.js';
import { holds } from './expression.js';

const control = /\{\{-?\s*(if|else if|else|range|with|end|define|block)\b([^}\n]*?)-?\}\}/g;

interface Block {
  /** Whether one of its branches has been taken; undefined where it is not decided, or no condition. */
  taken: boolean | undefined;
  /** Where a branch that is not taken starts. */
  from: number | undefined;
}

/** The text without the branches that are not taken, and without the braces of blocks that are decided. */
export function taken(file: SourceFile, environment: Environment): string {
  const { text } = file;
  const origin = literal({ file, start: 0, end: 0 });
  const cuts: (readonly [number, number])[] = [];
  const stack: Block[] = [];
  for (const match of text.matchAll(control)) {
    const [whole, verb = '', rest = ''] = match;
    const end = match.index + whole.length;
    if (verb === 'if' || verb === 'range' || verb === 'with' || verb === 'define' || verb === 'block') {
      const truth = verb === 'if' ? holds(rest, environment, origin) : undefined;
      stack.push({ taken: truth, from: truth === false ? match.index : undefined });
      if (truth === true) cuts.push([match.index, end]);
      continue;
    }
    const block = stack.at(-1);
    if (block?.taken === undefined) {
      if (verb === 'end') stack.pop();
      continue;
    }
    if (verb === 'end') {
      cuts.push([block.from ?? match.index, end]);
      stack.pop();
      continue;
    }
    if (block.from !== undefined) cuts.push([block.from, end]);
    else cuts.push([match.index, end]);
    const next = block.taken ? false : verb === 'else' ? true : holds(rest, environment, origin);
    // An undecided branch after one that is not taken stays, whole.
    if (next !== false) block.taken = true;
    block.from = next === false ? match.index : undefined;
  }
  return without(text, cuts);
}

/** In one pass, whatever overlaps. */
function without(text: string, cuts: readonly (readonly [number, number])[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of [...cuts].sort(([a], [b]) => a - b)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    pieces.push(text.slice(at, from), blank(text.slice(from, end)));
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

function blank(found: string): string {
  return found.replace(/[^\n]/g, ' ');
}
