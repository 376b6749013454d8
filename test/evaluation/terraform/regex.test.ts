/** Results as `terraform console` 1.11.4, which uses RE2, gives them. */
import { evaluate, messages, plain, valueOf } from './support.js';

test.each<[string, unknown]>([
  ['regexall("[a-c]x?", "aaxb c")', ['a', 'ax', 'b', 'c']],
  ['regexall("(?:ab|cd)+e?", "xxababcd cde")', ['ababcd', 'cde']],
  ['regexall("é+", "aéébé")', ['éé', 'é']],
  ['regexall("😀", "a😀😀b")', ['😀', '😀']],
  ['regexall(".", "a😀b")', ['a', '😀', 'b']],
  ['regex("x*$", "abcxx")', 'xx'],
  ['regexall("\\\\w+@\\\\w+\\\\.com", "a@b.com, cc@dd.com")', ['a@b.com', 'cc@dd.com']],
  ['regexall("[^,]+", "a,,b")', ['a', 'b']],
  ['replace("a1b22", "/[0-9]+/", "<$0>")', 'a<1>b<22>'],
  ['replace("2024-01-02", "/(\\\\d+)-(\\\\d+)-(\\\\d+)/", "$3.$2.$1")', '02.01.2024'],
  ['regexall("(?i)ä", "Ää")', ['Ä', 'ä']],
  ['regex("^(?:(?P<s>[a-z]+)://)?(?P<h>[^/:]+)", "https://x.y/z")', { h: 'x.y', s: 'https' }],
  ['regexall("a*?", "aa")', ['', '', '']],
  ['regexall("a|", "ba")', ['', 'a']],
  ['regexall("\\\\b", "ab cd")', ['', '', '', '']],
  ['regex("[]a]+", "]a")', ']a'],
  ['regex("[\\\\]a-]+", "-]a")', '-]a'],
  ['regex("\\\\x41\\\\x{42}", "AB")', 'AB'],
  ['regex("[[:^digit:]]+", "12ab")', 'ab'],
  ['regex("(a|b)*c", "ababc")', ['b']],
  ['regexall("^a", "aaa")', ['a']],
  ['regexall("(^a)|b", "abab")', [['a'], [null], [null]]],
  ['regexall("(^|x)a", "axaa")', [[''], ['x']]],
  ['can(regex("^b", "ab"))', false],
])('%s', (expression, wanted) => {
  expect(plain(valueOf(expression))).toEqual(wanted);
});

test.each([
  ['(', 'the pattern has a "(" that is not closed'],
  [')', 'the pattern has a ")" too many'],
  ['[a', 'the pattern has a "[" that is not closed'],
  ['*a', 'nothing to repeat in front of "*"'],
  ['a{2,1}', 'the repetition {2,1} is not supported'],
  ['(?=a)', 'the group is not supported'],
  ['[b-a]', 'a range of characters is the wrong way round'],
  ['[[:nope:]]', '[:nope:] is no class of characters'],
  ['\\\\y', '"\\y" is no escape of a pattern'],
  ['\\\\p{Nope}', '\\p{Nope} is no class of characters'],
  ['(a)(?P<n>b)', 'groups with and without names can not be mixed'],
])('%s is refused', (pattern, message) => {
  const evaluation = evaluate({ 'x.tf': `resource "x" "x" {\n  x = regex("${pattern}", "ab")\n}\n` });
  expect(messages(evaluation)).toEqual([`x.tf:2 x could not be evaluated: ${message}`]);
});
