import type { Writer } from '../../../src/evaluation/resource.js';
import { armWriter, jsonWriter } from '../../../src/syntax/json/writer.js';
import { parseJson } from '../../../src/syntax/json/parser.js';
import { SourceFile } from '../../../src/syntax/source.js';
import type { Edit, Plain } from '../../../src/syntax/edit.js';
import { lookup } from '../../../src/syntax/value.js';
import type { Mapping } from '../../../src/syntax/value.js';

function apply(text: string, edit: Edit | undefined): string | undefined {
  if (!edit) return undefined;
  const lines = text.split('\n');
  lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, edit.text);
  return lines.join('\n');
}

/** Sets below the mapping at `container`, and gives the new text. */
function set(text: string, container: string[], path: string[], value: Plain, writer: Writer = jsonWriter) {
  const found = lookup(parseJson(new SourceFile('a.json', text)).result, container);
  return apply(text, writer.set(found as Mapping, path, value));
}

const object = `{
  "metadata": {
    "name": "web", // the shop
    "annotations": {}
  },
  "spec": { "type": "LoadBalancer" },
  "list": [
    { "a": null }
  ]
}`;

test('a value is replaced in place, its comment kept', () => {
  expect(set(object, [], ['metadata', 'name'], 'shop')).toBe(
    object.replace('"web", // the shop', '"shop", // the shop'),
  );
});

test('a missing property becomes the first', () => {
  expect(set(object, ['metadata'], ['namespace'], 'shop')).toBe(
    object.replace('    "name": "web"', '    "namespace": "shop",\n    "name": "web"'),
  );
});

test('an empty object is opened with the indentation of the file', () => {
  expect(set(object, [], ['metadata', 'annotations', 'example.com/internal'], 'true')).toBe(
    object.replace('"annotations": {}', '"annotations": {\n      "example.com/internal": "true"\n    }'),
  );
});

test('missing objects on the way are made', () => {
  expect(set(object, [], ['status', 'a', 'b'], true)).toBe(
    object.replace('  "metadata"', '  "status": {\n    "a": {\n      "b": true\n    }\n  },\n  "metadata"'),
  );
});

test('an object on one line stays on one line', () => {
  expect(set(object, ['spec'], ['ranges'], ['10.0.0.0/8'])).toBe(
    object.replace('{ "type"', '{ "ranges": ["10.0.0.0/8"], "type"'),
  );
});

test('null gives way to what is set below it', () => {
  const text = '{ "a": null }';
  expect(set(text, [], ['a', 'b'], 1)).toBe('{ "a": { "b": 1 } }');
});

test('tabs stay tabs', () => {
  expect(set('{\n\t"a": {\n\t\t"b": 1\n\t}\n}', ['a'], ['c'], { d: 1 })).toBe(
    '{\n\t"a": {\n\t\t"c": {\n\t\t\t"d": 1\n\t\t},\n\t\t"b": 1\n\t}\n}',
  );
});

test('names are compared as the reader of the file compares them', () => {
  const text = '{ "EnablePrivateCluster": false }';
  expect(set(text, [], ['enablePrivateCluster'], true, armWriter)).toBe('{ "EnablePrivateCluster": true }');
  expect(set(text, [], ['enablePrivateCluster'], true)).toBe(
    '{ "enablePrivateCluster": true, "EnablePrivateCluster": false }',
  );
});

test.each([
  ['below text', '{ "a": "x" }', ['a', 'b']],
  ['below a list', '{ "a": [1] }', ['a', 'b']],
  ['beside a comment that is all there is', '{ "a": { /* later */ } }', ['a', 'b']],
  ['nowhere', '{}', []],
])('no edit %s', (_, text, path) => expect(set(text, [], path, true)).toBeUndefined());

describe('replacing a literal', () => {
  const file = new SourceFile('p.json', '{\n  "parameters": { "private": { "value": false } }, "long": "a\nb"\n}');
  const root = parseJson(file).result;
  test('where it stands', () => {
    const literal = lookup(root, ['parameters', 'private', 'value'])!.origin.span;
    expect(armWriter.replace?.(literal, true)).toEqual({
      path: 'p.json',
      startLine: 2,
      endLine: 2,
      text: '  "parameters": { "private": { "value": true } }, "long": "a',
    });
  });
  test('not over several lines, and not what is no literal', () => {
    expect(armWriter.replace?.(lookup(root, ['long'])!.origin.span, 'x')).toBeUndefined();
    expect(armWriter.replace?.(lookup(root, ['parameters'])!.origin.span, 'x')).toBeUndefined();
  });
});
