/** `selector` of a generator: which of its parameters count. */
import type { Value } from '../../../syntax/value.js';
import { entriesAt, itemsAt, textAt } from '../read.js';
import type { Parameters } from './parameters.js';
import { plainText } from './parameters.js';

/** What can't be told counts. */
export function isSelected({ known, others }: Parameters, selector: Value | undefined): boolean {
  if (!selector || others) return true;
  const labels = entriesAt(selector, 'matchLabels').every(
    ({ key, value }) => plainText(known.get(key)) === plainText(value),
  );
  return labels && itemsAt(selector, 'matchExpressions').every((each) => fits(each, known));
}

function fits(expression: Value, known: ReadonlyMap<string, Value>): boolean {
  const value = plainText(known.get(textAt(expression, 'key') ?? ''));
  const values = itemsAt(expression, 'values').flatMap((each) => plainText(each) ?? []);
  switch (textAt(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return true;
  }
}
