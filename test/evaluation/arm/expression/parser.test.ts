import { parseTemplate } from '../../../../src/evaluation/arm/expression/parser.js';
import type { Expression } from '../../../../src/evaluation/arm/expression/ast.js';

function show(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'property':
      return `${show(expression.target)}.${expression.name}`;
    case 'index':
      return `${show(expression.target)}[${show(expression.index)}]`;
    case 'call':
      return `${expression.namespace ? `${expression.namespace}:` : ''}${expression.name}(${expression.arguments.map(show).join(', ')})`;
  }
}

describe('template expressions', () => {
  test.each([
    ["[parameters('a')]", 'parameters("a")'],
    ["[ concat( 'it''s' , 1 , -2 ) ]", 'concat("it\'s", 1, -2)'],
    ["[parameters('x').a.b[0]['c']]", 'parameters("x").a.b[0]["c"]'],
    ["[contoso.unique('a')]", 'contoso:unique("a")'],
    ['[resourceGroup().location]', 'resourceGroup().location'],
    ["[if(true, '[x]', null)]", 'if(true, "[x]", null)'],
    ['[1.5]', '1.5'],
    ["[reference('a', '2020-01-01', 'Full').b]", 'reference("a", "2020-01-01", "Full").b'],
  ])('%s', (text, expected) => {
    const parsed = parseTemplate(text);
    expect(parsed.kind === 'expression' ? show(parsed.expression) : parsed).toBe(expected);
  });

  test.each([
    ['plain', 'plain'],
    ['[not closed', '[not closed'],
    ['[[escaped]', '[escaped]'],
    ['', ''],
  ])('text %j', (text, expected) => {
    expect(parseTemplate(text)).toEqual({ kind: 'text', text: expected });
  });

  test.each(['[]', '[a]', "[f('open)]", '[f(1,)]', '[f(1) 2]', '[f(1]', '[#]', '[f(.)]'])(
    '%s is broken and says where',
    (text) => {
      const parsed = parseTemplate(text);
      expect(parsed).toMatchObject({ kind: 'broken' });
      expect(parsed.kind === 'broken' && parsed.message).toMatch(/expected .* at character \d+/);
    },
  );

  test('ten thousand brackets do not overflow', () => {
    const text = `[${'f('.repeat(10_000)}${')'.repeat(10_000)}]`;
    expect(parseTemplate(text)).toEqual({ kind: 'broken', message: 'nested deeper than 100 levels' });
  });

  test('offsets count in the text', () => {
    const parsed = parseTemplate("[concat('a', parameters('b'))]");
    if (parsed.kind !== 'expression' || parsed.expression.kind !== 'call') throw new Error('no call');
    const argument = parsed.expression.arguments[1]!;
    expect("[concat('a', parameters('b'))]".slice(argument.start, argument.end)).toBe("parameters('b')");
  });
});
