import type { Edit, Plain } from '../../../src/syntax/edit.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { lookup } from '../../../src/syntax/value.js';
import type { Mapping, Value } from '../../../src/syntax/value.js';
import { parseYaml } from '../../../src/syntax/yaml/parser.js';
import { yamlWriter } from '../../../src/syntax/yaml/writer.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

function apply(text: string, edit: Edit | undefined): string | undefined {
  if (!edit) return undefined;
  const lines = text.split('\n');
  lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, edit.text);
  return lines.join('\n');
}

function documents(text: string): readonly Value[] {
  return parseYaml(new SourceFile('a.yaml', text)).result;
}

function set(text: string, path: string[], value: Plain, document = 0): string | undefined {
  return apply(text, yamlWriter.set(documents(text)[document] as Mapping, path, value));
}

const service = `# the shop
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    # who pays
    team: shop
spec:
  type: LoadBalancer # public
  ports:
    - name: http
      port: 80
`;

describe('a value that is there', () => {
  test('is replaced in place, its comment kept', () => {
    expect(set(service, ['spec', 'type'], 'ClusterIP')).toBe(
      service.replace('LoadBalancer # public', 'ClusterIP # public'),
    );
  });

  test.each<[string, string, Plain, string]>([
    ['text that reads as a boolean gets quotes', 'a: true # c', 'true', 'a: "true" # c'],
    ['a boolean loses quotes', "a: 'true'", true, 'a: true'],
    ['single quotes stay single', "a: 'x'", "it's", "a: 'it''s'"],
    ['single quotes can not write control characters', "a: 'x'", 'a\u0007', 'a: "a\\u0007"'],
    ['nothing is replaced behind the colon', 'a:\nb: 1', 'x', 'a: x\nb: 1'],
    ['nothing, with a comment', 'a: # c\nb: 1', 'x', 'a: x # c\nb: 1'],
    ['a block scalar', 'a: |\n  one\n  two\nb: 1', 'x', 'a: x\nb: 1'],
    ['a list by text', 'a:\n  - 1\n  - 2\nb: 1', 'x', 'a: x\nb: 1'],
    ['text by a list', 'a: x\nb: 1', ['10.0.0.0/8', 'z'], 'a:\n  - "10.0.0.0/8"\n  - z\nb: 1'],
    ['a list by a list', 'a:\n- 0.0.0.0/0\nb: 1', ['10.0.0.0/8'], 'a:\n  - "10.0.0.0/8"\nb: 1'],
    ['a list by an empty one', 'a:\n- 0.0.0.0/0\nb: 1', [], 'a: []\nb: 1'],
    ['the last of a repeated key', 'a: 1\na: 2', 3, 'a: 1\na: 3'],
    ['Windows line ends', 'a: x\r\nb: y\r\n', 'z', 'a: z\nb: y\r\n'],
    ['a quoted key', '"a": x', 'z', '"a": z'],
    ['flow style', '{a: x, b: y}', 'z', '{a: z, b: y}'],
    ['flow style on several lines', '{\n  a: x,\n  b: y\n}', 'z', '{\n  a: z,\n  b: y\n}'],
  ])('%s', (_, text, value, expected) => expect(set(text, ['a'], value)).toBe(expected));
});

describe('a value that is missing', () => {
  test('becomes the first of its mapping, above the comment of the next', () => {
    expect(set(service, ['metadata', 'annotations', internal], 'true')).toBe(
      service.replace('    # who pays', `    ${internal}: "true"\n    # who pays`),
    );
  });

  test('brings the mappings that are missing, indented as the file is', () => {
    const text = 'metadata:\n    name: web\nspec:\n    type: LoadBalancer\n';
    expect(set(text, ['metadata', 'annotations', internal], 'true')).toBe(
      `metadata:\n    annotations:\n        ${internal}: "true"\n    name: web\nspec:\n    type: LoadBalancer\n`,
    );
  });

  test.each<[string, string, string[], Plain, string]>([
    ['in an empty mapping', 'a:\nb: 1', ['a', 'k'], 'v', 'a:\n  k: v\nb: 1'],
    ['in the place of null', 'a: ~\nb: 1', ['a', 'k'], 'v', 'a:\n  k: v\nb: 1'],
    ['in the place of {}', 'a: {}\nb: 1', ['a', 'k'], 'v', 'a:\n  k: v\nb: 1'],
    ['in a mapping on one line', 'a: {b: 1}', ['a', 'k'], 'true', 'a: {k: "true", b: 1}'],
    ['in a mapping with room', 'a: { b: 1 }', ['a', 'k'], 'v', 'a: { k: v, b: 1 }'],
    ['in a mapping as JSON writes it', 'a: {"b": 1}', ['a', 'k', 'l'], 'v', 'a: {"k": {"l": "v"}, "b": 1}'],
    ['at the top', '# head\na: 1\n', ['k'], 'v', '# head\nk: v\na: 1\n'],
    ['with a key that needs quotes', 'a:\n  b: 1', ['a', 'on'], 'v', 'a:\n  "on": v\n  b: 1'],
    ['with a list', 'a:\n  b: 1', ['a', 'k'], ['x', true], 'a:\n  k:\n    - x\n    - true\n  b: 1'],
  ])('%s', (_, text, path, value, expected) => expect(set(text, path, value)).toBe(expected));

  test('in an item of a list', () => {
    const text = 'items:\n- name: a\n  b: 1\n- name: c\n';
    const items = lookup(documents(text)[0], ['items']);
    const second = items?.kind === 'list' ? (items.items[1] as Mapping) : undefined;
    expect(apply(text, yamlWriter.set(second!, ['k'], 'v'))).toBe('items:\n- name: a\n  b: 1\n- k: v\n  name: c\n');
  });
});

test('only the document that is meant is edited', () => {
  const text = '---\na: 1\n---\na: 1\n---\n# third\na: 1\n';
  expect(set(text, ['a'], 2, 1)).toBe('---\na: 1\n---\na: 2\n---\n# third\na: 1\n');
});

test('a broken document beside it does not matter', () => {
  const text = 'a: [\n---\na: 1\n';
  expect(set(text, ['a'], 2)).toBe('a: [\n---\na: 2\n');
});

describe('no edit where something else would change with it', () => {
  test.each<[string, string, string[]]>([
    ['a value that an alias shares', 'a: &x 1\nb: *x', ['a']],
    ['an alias', 'b: &x {k: 1}\na: *x', ['a', 'k']],
    ['a mapping that an alias shares', 'a: &x\n  k: 1\nb: *x', ['a', 'l']],
    ['a mapping that is merged elsewhere', 'a: &x\n  k: 1\nb:\n  <<: *x', ['a', 'k']],
    ['what is merged from elsewhere', 'x: &x\n  k: 1\na:\n  <<: *x', ['a', 'k']],
    ['a tag that makes text of it', 'a: !!str 1', ['a']],
    ['a template', 'a: "{{ x }}"', ['a']],
    ['a flow mapping on several lines', 'a: {\n  b: 1\n  }', ['a', 'k']],
    ['below text', 'a: x', ['a', 'k']],
    ['below a list', 'a: [x]', ['a', 'k']],
    ['no path', 'a: 1', []],
  ])('%s', (_, text, path) => expect(set(text, path, true)).toBeUndefined());

  test('but beside anchors that have nothing to do with it', () => {
    expect(set('a: &x 1\nb: *x\nc: &unused 1\n', ['c'], 2)).toBe('a: &x 1\nb: *x\nc: &unused 2\n');
  });

  test('a key above a merge that Kubernetes would let win', () => {
    expect(set('x: &x {k: 1}\na:\n  <<: *x\n  b: 1\n', ['a', 'k'], 2)).toBeUndefined();
    expect(set('x: &x {k: 1}\na:\n  <<: *x\n  b: 1\n', ['a', 'l'], 2)).toBe(
      'x: &x {k: 1}\na:\n  l: 2\n  <<: *x\n  b: 1\n',
    );
  });
});

describe('replacing a literal', () => {
  const file = new SourceFile('values.yaml', 'x: 1\n---\ningress:\n  internal: "false" # now\n  text: |\n    a\n');
  const root = parseYaml(file).result[1];
  test('where it stands', () => {
    expect(yamlWriter.replace?.(lookup(root, ['ingress', 'internal'])!.origin.span, 'true')).toEqual({
      path: 'values.yaml',
      startLine: 4,
      endLine: 4,
      text: '  internal: "true" # now',
    });
  });
  test('not over several lines, and not what is no literal', () => {
    expect(yamlWriter.replace?.(lookup(root, ['ingress', 'text'])!.origin.span, 'x')).toBeUndefined();
    expect(yamlWriter.replace?.(lookup(root, ['ingress'])!.origin.span, 'x')).toBeUndefined();
  });
});

test.each([
  'true',
  'yes',
  'on',
  'null',
  '~',
  '',
  ' x',
  'x ',
  '1',
  '0x1F',
  '1_000',
  '1:30',
  '2001-01-01',
  'a: b',
  'a #b',
  '- a',
  '[a]',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a',
  "it's",
  '"x"',
  'a\nb',
  '\t',
  '{{ x }}',
  'ключ',
  '10.0.0.0/8',
  '.5',
  '=',
  '<<',
  '---',
])('the text %j is read back as itself', (text) => {
  const written = apply('a: 1\nb: 1', yamlWriter.set(documents('a: 1\nb: 1')[0] as Mapping, ['a'], text));
  expect(lookup(documents(written ?? '')[0], ['a'])).toMatchObject({ value: text });
});
