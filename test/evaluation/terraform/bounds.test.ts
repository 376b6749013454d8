import { evaluate, messages, plain, valueOf, type Texts } from './support.js';

const x = (expression: string): string => `resource "x" "x" {\n  x = ${expression}\n}\n`;

describe('what never ends, ends in a problem', () => {
  test.each<[string, Texts, RegExp]>([
    [
      'a local that is itself',
      { 'main.tf': `locals {\n  a = local.a\n}\n${x('local.a')}` },
      /local\.a refers to itself/,
    ],
    [
      'locals in a circle',
      { 'main.tf': `locals {\n  a = local.b\n  b = local.a\n}\n${x('local.a')}` },
      /local\.a refers to itself/,
    ],
    ['resources in a circle', { 'main.tf': `${x('y.y.v')}resource "y" "y" {\n  v = x.x.x\n}\n` }, /refers to itself/],
    ['a count of itself', { 'main.tf': 'resource "x" "x" {\n  count = length(x.x)\n}\n' }, /x\.x refers to itself/],
    ['an endless range', { 'main.tf': x('range(0, 1000000)') }, /range makes more than 1024 elements/],
    [
      'strings that double',
      {
        'main.tf': `locals {\n  a0 = "xxxxxxxxxx"\n${Array.from({ length: 40 }, (_, i) => `  a${String(i + 1)} = "\${local.a${String(i)}}\${local.a${String(i)}}"\n`).join('')}}\n${x('local.a40')}`,
      },
      /the text is too long/,
    ],
    [
      'objects that double',
      {
        'main.tf': `locals {\n  a0 = {}\n${Array.from({ length: 40 }, (_, i) => `  a${String(i + 1)} = { x = local.a${String(i)}, y = local.a${String(i)} }\n`).join('')}}\n${x('jsonencode(local.a40)')}`,
      },
      /the value is too large/,
    ],
    [
      'lists that double',
      {
        'main.tf': `locals {\n  a0 = [1]\n${Array.from({ length: 40 }, (_, i) => `  a${String(i + 1)} = concat(local.a${String(i)}, local.a${String(i)})\n`).join('')}}\n${x('length(local.a40)')}`,
      },
      /the value is too large/,
    ],
    [
      'loops in loops',
      { 'main.tf': x('[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : "${a}${b}${c}"]]]') },
      /too many steps/,
    ],
    ['products of products', { 'main.tf': x('setproduct(range(1000), range(1000), range(1000))') }, /too many steps/],
    [
      'a pattern that explodes',
      {
        'main.tf': x(
          'regexall("x.*y|x", join("", [for i in range(1000) : "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]))',
        ),
      },
      /the pattern takes too long/,
    ],
    ['a pattern that is huge', { 'main.tf': x('regex("((a{1000}){1000}){1000}", "a")') }, /the pattern is too large/],
    [
      'replacements that multiply',
      {
        'main.tf': `locals {\n  a = join("", [for i in range(1000) : "xxxxxxxxxx"])\n}\n${x('replace(local.a, "", local.a)')}`,
      },
      /the text is too long/,
    ],
    [
      'work on long texts, again and again',
      {
        'main.tf': `locals {\n  a = join("", [for i in range(1000) : join("", [for j in range(100) : "xxxxxxxxxx"])])\n}\n${x('[for i in range(1000) : upper(local.a)]')}`,
      },
      /too many steps/,
    ],
    ['wide formats', { 'main.tf': x('format("%1000000000d", 1)') }, /the width is too large/],
  ])('%s', (_, texts, message) => {
    const evaluation = evaluate(texts);
    expect(messages(evaluation).join('\n')).toMatch(message);
    expect(evaluation.problems.length).toBeLessThan(5);
  });

  test('one definition after the other, thousands deep', () => {
    const depth = 5000;
    const chain = Array.from({ length: depth }, (_, i) => `  a${String(i + 1)} = local.a${String(i)}\n`).join('');
    const evaluation = evaluate({ 'main.tf': `locals {\n  a0 = 1\n${chain}}\n${x(`local.a${String(depth)}`)}` });
    expect(messages(evaluation).join('\n')).toMatch(/nested too deeply/);
    expect(evaluation.resources).toHaveLength(1);
  });

  test('long chains of operators and attributes are no nesting', () => {
    expect(plain(valueOf(Array.from({ length: 5000 }, () => '1').join(' + ')))).toBe(5000);
    expect(evaluate({ 'main.tf': `variable "v" {}\n${x(`var.v${'.a'.repeat(5000)}`)}` }).problems).toEqual([]);
  });

  test('modules that multiply', () => {
    const texts: Record<string, string> = { 'l9/main.tf': 'resource "x" "x" {\n  x = 1\n}\n' };
    for (let level = 0; level < 9; level += 1) {
      texts[`l${String(level)}/main.tf`] = `module "m" {\n  source = "../l${String(level + 1)}"\n  count  = 100\n}\n`;
    }
    const evaluation = evaluate(texts, 'l0');
    expect(messages(evaluation).join('\n')).toMatch(/too many steps/);
  });
});
