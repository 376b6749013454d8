/** Keys that an object gives more than once: every reader but kustomize drops all but the last without a word. */
import type { Problem } from '../../syntax/problem.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';

const LONGEST_KEY = 100;

/** One problem for each key that takes the place of an earlier one, anywhere in a value. */
export function repeatedKeys(value: Value): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<Value>();
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.kind === 'list') for (const item of at.items) pending.push(item);
    if (at.kind !== 'map') continue;
    for (const each of at.entries.values()) pending.push(each.value);
    // What an alias stands for has been seen where it is written.
    if (at.repeated && at.origin.from.length === 0) problems.push(...repeatedIn(at, at.repeated));
  }
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function repeatedIn(map: Mapping, repeated: readonly Entry[]): readonly Problem[] {
  return repeated.map((earlier, at) => {
    const later = repeated.slice(at + 1).find(({ key }) => key === earlier.key) ?? map.entries.get(earlier.key);
    // A key above a merge gives way to one that is written elsewhere.
    const merged = later !== undefined && later.keySpan.start < earlier.keySpan.start;
    const { file, start } = later && !merged ? later.keySpan : earlier.keySpan;
    const key = earlier.key.length > LONGEST_KEY ? `${earlier.key.slice(0, LONGEST_KEY)}…` : earlier.key;
    const message = merged
      ? `key "${key}" is given here and by the merge below; Kubernetes keeps the merged value`
      : `key "${key}" is given twice; Kubernetes keeps the last, not the one in line ${file.position(earlier.keySpan.start).line}`;
    return { path: file.path, line: file.position(start).line, message };
  });
}
