import { locate } from '../../../src/syntax/source.js';
import { lookup, way } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { parse, plain, plainDocuments } from './plain.js';

const bomb = [
  'a0: &a0 [x, x]',
  ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
].join('\n');
const nested = (inner: string): string => `${'['.repeat(300)}${inner}${']'.repeat(300)}`;

describe('what is read', () => {
  test.each<[string, string, unknown[]]>([
    ['nothing', '', []],
    ['comments only', '# a\n# b\n', []],
    ['one document', 'a: 1', [{ a: 1 }]],
    ['markers at both ends', '---\na: 1\n---\n', [{ a: 1 }, null]],
    ['empty documents', '---\n---\n# c\n---\na: 1\n', [null, null, { a: 1 }]],
    ['an end marker', 'a: 1\n...\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['directives', '%YAML 1.1\n---\na: 1\n', [{ a: 1 }]],
    ['Windows line ends', '---\r\na: 1\r\nb: |\r\n  x\r\n  y\r\n', [{ a: 1, b: 'x\ny\n' }]],
    ['Windows line ends between documents', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
    ['flow style', 'a: {b: [1, "x", c], d: {e: f}, g: }', [{ a: { b: [1, 'x', 'c'], d: { e: 'f' }, g: null } }]],
    ['pairs in flow style', '[a: b, {c: d}, "e": ]', [[{ a: 'b' }, { c: 'd' }, { e: null }]]],
    ['JSON', '{"a": [true, null, "x\\n"]}', [{ a: [true, null, 'x\n'] }]],
    ['JSON with tabs', '{\n\t"a": 1\n}', [{ a: 1 }]],
    ['quotes keep text', 'a: "true"\nb: \'no\'\nc: "1"\nd: \'"true"\'', [{ a: 'true', b: 'no', c: '1', d: '"true"' }]],
    ['capitals and words are booleans', 'a: True\nb: yes\nc: OFF', [{ a: true, b: true, c: false }]],
    ['block scalars', 'a: |-\n  x\n   y\n\nb: >\n  x\n  y\nc: |+\n  z\n\n', [{ a: 'x\n y', b: 'x y\n', c: 'z\n\n' }]],
    ['a block scalar at the end of the file', 'a: |\n  x', [{ a: 'x' }]],
    ['text over several lines', 'a: x\n  y\nb: "x\n  y"', [{ a: 'x y', b: 'x y' }]],
    ['keys that are no text', 'on: 1\n80: 2\n"on": 3', [{ true: 1, '80': 2, on: 3 }]],
    ['aliases', 'a: &x {b: 1}\nc: *x\nd: [*x]', [{ a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }] }]],
    ['an alias as a key', '- &x k\n- *x : 1', [['k', { k: 1 }]]],
    ['an anchor that is given again', 'a: &x 1\nb: &x 2\nc: *x', [{ a: 1, b: 2, c: 2 }]],
    ['a merge', 'x: &x {a: 1, b: 1}\nz:\n  <<: *x\n  b: 2', [{ x: { a: 1, b: 1 }, z: { a: 1, b: 2 } }]],
    [
      'a merge of a list, of which the first wins',
      'z:\n  <<: [{a: 1, b: 1}, {b: 2, c: 2}]',
      [{ z: { a: 1, b: 1, c: 2 } }],
    ],
    ['a merge key in quotes is a key', '"<<": {a: 1}', [{ '<<': { a: 1 } }]],
    ['tags', 'a: !!str 1\nb: !Ref x\nc: !!map {d: 1}', [{ a: '1', b: 'x', c: { d: 1 } }]],
    ['a bracket under its key', 'a: [\n  x, # c ]\n  "y\n  z",\n]\nb: 1', [{ a: ['x', 'y z'], b: 1 }]],
    ['a brace under its key', 'a:\n  b: {\n  c: d\n  }\n  e: |\n   {\n', [{ a: { b: { c: 'd' }, e: '{\n' } }]],
    [
      'comments without a space before them',
      'a: "x"# c\nb: [1,# ]\n  {c: d}# e\n  ]# f\ng: h#i\n',
      [{ a: 'x', b: [1, { c: 'd' }], g: 'h#i' }],
    ],
    ['quotes that are not indented', 'a:\n  b: "x\ny"\n', [{ a: { b: 'x y' } }]],
    [
      'hostile names',
      'a: "::error::x"\n"__proto__": 1\n"<b>\\u202e|`@all": ok',
      [JSON.parse('{"a": "::error::x", "__proto__": 1, "<b>\\u202e|`@all": "ok"}')],
    ],
  ])('%s', (_, text, expected) => {
    const { result, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(result.map(plain)).toEqual(expected);
  });
});

describe('repeated keys', () => {
  test('keep the last, and the others apart', () => {
    const [value] = parse('a: 1\nb: 2\na: 3\na: 4').result;
    expect(plain(value)).toEqual({ a: 4, b: 2 });
    const repeated = value?.kind === 'map' ? value.repeated : undefined;
    expect(repeated?.map((entry) => [entry.key, plain(entry.value), locate(entry.keySpan).startLine])).toEqual([
      ['a', 1, 1],
      ['a', 3, 3],
    ]);
  });

  test('an own key below a merge is no repetition', () => {
    const [value] = parse('x: &x {a: 1}\nz: {<<: *x, a: 2}').result;
    expect(lookup(value, ['z'])).not.toHaveProperty('repeated');
  });

  // go-yaml 2 merges in the order of the text; kubectl 1.32 annotate --local shows the merged value.
  test('an own key above a merge loses, as with kubectl, and is kept apart', () => {
    const [value] = parse('x: &x {a: merged}\nz: {a: own, <<: *x}').result;
    const merged = lookup(value, ['z']);
    expect(plain(merged)).toEqual({ a: 'merged' });
    expect(merged?.kind === 'map' && merged.repeated?.map((entry) => plain(entry.value))).toEqual(['own']);
  });
});

describe('places', () => {
  const text = [
    'kind: Service',
    'spec:',
    '  type: "LoadBalancer" # public',
    '  text: | # c | d',
    '    one',
    '    two',
    '',
    '  empty:',
    '  list:',
    '    - a',
    "    - {b: 'c', d: [1, 2 ] }",
    '    -',
    'last: x',
  ].join('\n');
  const [root] = parse(text).result;
  const at = (...path: string[]): Value =>
    lookup(root, path) ??
    (() => {
      throw new Error(path.join('.'));
    })();
  const lines = (value: Value): string => {
    const { startLine, startColumn, endLine, endColumn } = locate(value.origin.span);
    return `${startLine}:${startColumn}-${endLine}:${endColumn}`;
  };

  test.each<[string, () => Value, string]>([
    ['plain text', () => at('kind'), '1:7-1:13'],
    ['quotes', () => at('spec', 'type'), '3:9-3:22'],
    ['a block scalar with its header, without blank lines behind it', () => at('spec', 'text'), '4:9-6:7'],
    ['a block mapping, up to its last value', () => at('spec'), '3:3-12:5'],
    ['a block list', () => at('spec', 'list'), '10:5-12:5'],
    ['a document', () => root!, '1:1-13:7'],
  ])('%s', (_, value, expected) => expect(lines(value())).toBe(expected));

  test('an empty value stands behind its colon or dash', () => {
    const empty = root?.kind === 'map' ? root.entries.get('spec')!.value : undefined;
    expect(empty?.kind === 'map' && lines(empty.entries.get('empty')!.value)).toBe('8:9-8:9');
    const items = at('spec', 'list');
    expect(items.kind === 'list' && items.items.map(lines)).toEqual(['10:7-10:7', '11:7-11:27', '12:6-12:6']);
  });

  test('keys', () => {
    const entries = root?.kind === 'map' ? [...root.entries.values()] : [];
    expect(entries.map(({ keySpan }) => locate(keySpan).startLine)).toEqual([1, 2, 13]);
    expect(locate(entries[1]!.keySpan)).toMatchObject({ startColumn: 1, endColumn: 4 });
  });

  test('raw text, as written', () => {
    const raws = parse("[true, \"true\", 'it''s', |]").problems;
    expect(raws).toHaveLength(1);
    const [list] = parse('- true\n- "true"\n- \'it\'\'s\'\n- |-\n  x\n-\n- "a\\u0041"\n').result;
    expect(list?.kind === 'list' && list.items.map((item) => item.kind === 'scalar' && item.raw)).toEqual([
      'true',
      '"true"',
      "'it''s'",
      '|-\n  x',
      '',
      '"a\\u0041"',
    ]);
  });

  test('an alias stands where it is used, and leads to what it stands for', () => {
    const [value] = parse('a: &x\n  b: 1\nc: *x\n').result;
    const alias = lookup(value, ['c'])!;
    expect(way(alias.origin).map(({ span, name }) => [locate(span).startLine, name])).toEqual([
      [2, undefined],
      [3, '*x'],
    ]);
    const inside = lookup(alias, ['b'])!;
    expect(way(inside.origin).map(({ span }) => locate(span).startLine)).toEqual([2, 3]);
  });

  test('a merged entry has its effect at the merge, and leads to where it is written', () => {
    const [value] = parse('a: &x\n  b: 1\nc:\n  <<: *x\n').result;
    const merged = lookup(value, ['c', 'b'])!;
    expect(way(merged.origin).map(({ span }) => locate(span).startLine)).toEqual([2, 4]);
  });
});

describe('what can not be read gives a problem with its line', () => {
  test.each<[string, string, number, string]>([
    ['wrong indentation', 'a: 1\n b: 2\n', 2, 'bad indentation of a mapping entry'],
    ['a tab', 'a:\n\tb: 1\n', 2, 'tab characters must not be used in indentation'],
    ['quotes that stay open', 'a: "x\nb: 1\n', 3, 'unexpected end of the stream within a double quoted scalar'],
    ['a template', 'a: {{ .Values.a }}\n', 1, 'the braces of a template are no YAML'],
    ['an unknown anchor', 'a: 1\nb: *x', 2, 'unknown anchor "x"'],
    ['an anchor inside of itself', 'a: &x\n  - *x', 2, 'the anchor "x" contains itself'],
    ['a merge of text', 'a: 1\n<<: x', 2, 'a merge key needs a mapping or a list of mappings'],
    ['a null key', '~: 1', 1, 'a null key is refused by Kubernetes'],
    ['a list as key', '? [a]\n: 1', 1, 'a key that is no text is refused by Kubernetes'],
    ['a value that does not fit its tag', 'a: !!int x', 1, 'the value does not fit its tag !!int'],
    ['10,000 brackets', `a:\n  ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 2, 'nested deeper than 500 levels'],
    ['10,000 brackets that stay open', '['.repeat(10_000), 1, 'nested deeper than 500 levels'],
    ['10,000 braces', '{a: '.repeat(10_000), 1, 'nested deeper than 500 levels'],
    ['10,000 dashes', '- '.repeat(10_000), 1, 'nested deeper than 500 levels'],
    ['an alias bomb', bomb, 15, 'aliases expand to more than 100000 values'],
    [
      'aliases that nest',
      `a: &x ${nested('')}
b: ${nested('*x')}`,
      2,
      'nested deeper than 500 levels',
    ],
  ])('%s', (_, text, line, message) => {
    expect(parse(text)).toEqual({
      result: [],
      problems: [{ path: 'a.yaml', line, message: `YAML can't be read: ${message}` }],
    });
  });

  test('the documents before and behind it are kept, with their lines', () => {
    const { result, problems } = parse('a: 1\n---\nb: [\n--- # c\nc: 3\n---\nd: {{ x }}\n---\ne: 5\n');
    expect(result.map(plain)).toEqual([{ a: 1 }, { c: 3 }, { e: 5 }]);
    expect(result.map(({ origin }) => locate(origin.span).startLine)).toEqual([1, 5, 9]);
    expect(problems.map(({ line }) => line)).toEqual([4, 7]);
  });

  test('a template of YAML is called one, at its first line that is none', () => {
    expect(parse('kind: Service\n{{- if .Values.on }}\nspec: {}\n{{- end }}\n---\n{% for x in y %}\n')).toEqual({
      result: [],
      problems: [{ path: 'a.yaml', line: 2, message: 'is a template of YAML, and nothing here says what fills it' }],
    });
  });

  test('directives stay with their document', () => {
    expect(
      plainDocuments(
        '%TAG !e! tag:example.com,2000:\n---\na: !e!x y\n...\n%TAG !e! tag:example.com,2000:\n---\nb: !e!x y\n---\n: : :\n]',
      ),
    ).toEqual([{ a: 'y' }, { b: 'y' }]);
  });

  test('a file that is no YAML at all says so a few times', () => {
    const { problems } = parse('---\n]\n'.repeat(50));
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)).toEqual({ path: 'a.yaml', message: "YAML can't be read in 40 or more further documents" });
  });

  test('the aliases of all documents count together', () => {
    const document = `a: &a [${'x, '.repeat(999)}x]\nb: [${'*a, '.repeat(29)}*a]\n---\n`;
    const { result, problems } = parse(document.repeat(5));
    expect(result).toHaveLength(4);
    expect(problems).toHaveLength(2);
  });
});
