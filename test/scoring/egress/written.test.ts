import { writtenAt } from '../../../src/scoring/egress/written.js';
import { SourceFile } from '../../../src/syntax/source.js';
import type { Origin } from '../../../src/syntax/value.js';
import { way } from '../../../src/syntax/value.js';

function step(text: string, ...from: readonly Origin[]): Origin {
  const file = new SourceFile('main.tf', text);
  return { span: { file, start: 0, end: text.length }, name: text, from };
}
const names = (origin: Origin): readonly (string | undefined)[] => way(origin).map(({ name }) => name);

test('a text that is put together begins where it is written, not where a part of it is set', () => {
  const origin = step('local.to', step('"AzureCloud.${var.location}"', step('var.location', step('westeurope'))));
  expect(names(writtenAt(origin, 'AzureCloud'))).toEqual(['"AzureCloud.${var.location}"', 'local.to']);
});

test('a text that travels whole begins at its literal', () => {
  const origin = step('local.to', step('var.to', step('"*"')));
  expect(names(writtenAt(origin, '*'))).toEqual(['"*"', 'var.to', 'local.to']);
});

test('a text that no place says keeps its way', () => {
  const origin = step('join(".", [a, b])', step('x'));
  expect(writtenAt(origin, '*')).toBe(origin);
});
