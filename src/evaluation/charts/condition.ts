/** Whether an object is made, and a property set. */
import type { Undetermined, Value } from '../../syntax/value.js';
import type { ChartCondition } from './definition.js';
import { valuesPath } from './path.js';
import { isTrue, valueAt } from './values.js';

export type Truth =
  | { readonly holds: boolean }
  | {
      readonly holds: undefined;
      readonly because: Undetermined;
      /** Whether it would hold if nothing were given where values can't be read. */
      readonly otherwise: boolean;
    };

/** @param conditions those of the version in question */
export function hold(conditions: readonly ChartCondition[], values: Value, at: readonly string[]): Truth {
  let because: Undetermined | undefined;
  let otherwise = true;
  for (const condition of conditions) {
    const found = valueAt(values, valuesPath(condition.from, at));
    const byDefault = ofPlain(condition, condition.default ?? null);
    if (found.kind === 'absent') {
      if (!byDefault) return { holds: false };
      continue;
    }
    const answer = found.kind === 'given' ? satisfies(found.value, condition) : undefined;
    if (answer === false) return { holds: false };
    if (answer === true) continue;
    because ??= found.value.kind === 'undetermined' ? found.value : undefined;
    otherwise &&= found.kind === 'given' || byDefault;
  }
  return because ? { holds: undefined, because, otherwise } : { holds: true };
}

function satisfies(value: Value, condition: ChartCondition): boolean | undefined {
  if (condition.empty === true) {
    const answer = isTrue(value);
    return answer === undefined ? undefined : !answer;
  }
  if (condition.is === undefined && condition.isNot === undefined) return isTrue(value);
  switch (value.kind) {
    case 'scalar':
      return ofPlain(condition, value.value);
    case 'list':
    case 'map':
      return condition.is === undefined;
    case 'undetermined': {
      const answers = new Set(value.candidates?.map((candidate) => satisfies(candidate, condition)));
      const [answer] = answers;
      return answers.size === 1 ? answer : undefined;
    }
  }
}

function ofPlain({ is, isNot, empty }: ChartCondition, value: string | number | boolean | null): boolean {
  const isEmpty = value === null || value === false || value === '' || value === 0;
  if (empty === true) return isEmpty;
  if (is === undefined && isNot === undefined) return !isEmpty;
  return (is === undefined || is.some((each) => each === value)) && isNot?.some((each) => each === value) !== true;
}
