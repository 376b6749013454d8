/** `merge` and `mergeOverwrite`, as the mergo library does them. */
import type { Dict } from '../data/data.js';
import { truth } from '../data/truth.js';
import { fault } from '../execute/fault.js';
import { argument, dictAt } from './arguments.js';
import type { Fn, Functions } from './function.js';
import { lenient, unknown } from './function.js';

const MAX_DEPTH = 300;

export const MERGE: Functions = {
  merge: merging(false),
  mustMerge: merging(false),
  mergeOverwrite: merging(true),
  mustMergeOverwrite: merging(true),
};

function merging(overwrite: boolean): Fn {
  return lenient((args, call) => {
    const target = argument(args, 0);
    if (target.kind === 'open') return unknown(call, target.value.waitsFor);
    const first = dictAt(args, 0);
    let result: Dict = first;
    for (const [index, source] of args.slice(1).entries()) {
      if (source.kind === 'open') {
        // What it holds may be set under any key, and with `mergeOverwrite` over what is there.
        if (overwrite) return unknown(call, source.value.waitsFor);
        result = { ...result, rest: result.rest ?? source.value };
        continue;
      }
      mergeInto(result, dictAt(args, index + 1), overwrite, 0, call.work);
    }
    return result;
  });
}

function mergeInto(target: Dict, source: Dict, overwrite: boolean, depth: number, work: (steps: number) => void): void {
  if (depth > MAX_DEPTH) return fault('values nest too deep');
  for (const [key, item] of source.entries) {
    work(1);
    const current = target.entries.get(key);
    const isEmpty = !current || truth(current.value) === false;
    if (item.value.kind === 'nil') {
      if (overwrite || !current) target.entries.set(key, item);
      continue;
    }
    if (item.value.kind === 'dict' && current?.value.kind === 'dict') {
      if (current.value !== item.value && !isEmpty) mergeInto(current.value, item.value, overwrite, depth + 1, work);
      else if (isEmpty) target.entries.set(key, item);
      continue;
    }
    if (overwrite || isEmpty) target.entries.set(key, item);
  }
}
