/** Ids of other resources, read with every choice that an open value leaves. */
import type { Undetermined, Value } from '../../syntax/value.js';
import type { Fact, Known } from '../fact.js';
import { known } from '../reading/convert.js';
import { textAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { valueAt } from '../reading/scope.js';

/** Choices inside of choices are followed this deep. */
const deepest = 8;

/**
 * The id at a path; `''` where there is none. Of an open choice the candidates are kept also where they are references, which
 * only the deployment fills in: as the text of the reference.
 */
export function idAt(scope: Scope, path: readonly string[]): Fact<string> {
  const fact = textAt(scope, path, '');
  const value = valueAt(scope, path);
  if (fact.known || fact.candidates || value?.kind !== 'undetermined') return fact;
  const candidates = choicesOf(value, fact.name, deepest);
  return candidates ? { ...fact, candidates } : fact;
}

function choicesOf({ candidates }: Undetermined, name: string, depth: number): readonly Known<string>[] | undefined {
  if (!candidates || depth === 0) return undefined;
  const found = candidates.map((candidate) => choiceOf(candidate, name, depth));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function choiceOf(value: Value, name: string, depth: number): readonly Known<string>[] | undefined {
  if (value.kind === 'undetermined') {
    return choicesOf(value, name, depth - 1) ?? [known(value.expression, value.origin, name, false)];
  }
  if (value.kind !== 'scalar') return undefined;
  return [known(value.value === null ? '' : String(value.value), value.origin, name, false)];
}
