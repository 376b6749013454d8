import { mergeAll } from '../../../src/evaluation/releases/merge.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { literal, undetermined } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { parseYaml } from '../../../src/syntax/yaml/parser.js';
import { plain } from './plain.js';

const origin = literal({ file: new SourceFile('a.yaml', ''), start: 0, end: 0 });
const unknown = undetermined('a Secret', ['a Secret'], origin);

function merged(...texts: readonly (string | undefined)[]): unknown {
  const values = texts.map((text): Value => {
    const [value] = text === undefined ? [unknown] : parseYaml(new SourceFile('v.yaml', text)).result;
    return value ?? unknown;
  });
  return plain(mergeAll(values, origin));
}

test('maps deeply, lists and scalars whole', () => {
  expect(merged('{a: {b: 1, c: [1, 2]}}', '{a: {c: [3]}, d: x}')).toEqual({ a: { b: 1, c: [3] }, d: 'x' });
});

test('null stays, to delete a default of the chart', () => {
  expect(merged('{a: {b: 1}}', '{a: null}')).toEqual({ a: null });
});

test('what is certain above something unknown stays so, and more may be there at every depth', () => {
  expect(merged(undefined, '{a: {b: 1}}')).toEqual({ a: { b: 1, '…': '?' }, '…': '?' });
});

test('below something unknown nothing is certain', () => {
  expect(merged('{a: {b: 1}}', undefined)).toEqual({ a: { b: '?', '…': '?' }, '…': '?' });
});

test('something unknown between two others', () => {
  expect(merged('{a: {b: 1, c: 2}}', undefined, '{a: {b: 3}}')).toEqual({
    a: { b: 3, c: '?', '…': '?' },
    '…': '?',
  });
});
