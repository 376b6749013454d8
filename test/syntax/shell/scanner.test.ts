import type { Dialect } from '../../../src/syntax/shell/command.js';
import { commandsIn } from '../../../src/syntax/shell/scanner.js';
import { SourceFile } from '../../../src/syntax/source.js';

/** Commands as their words, holes as written in angle brackets. */
function wordsOf(text: string, dialect: Dialect = 'shell'): readonly (readonly string[])[] {
  const file = new SourceFile('script', text);
  return commandsIn({ file, start: 0, end: text.length, dialect }).map(({ words }) =>
    words.map(({ parts }) => parts.map((part) => (part.kind === 'text' ? part.text : `<${part.expression}>`)).join('')),
  );
}

test.each([
  ['a b; c && d | e', [['a', 'b'], ['c'], ['d'], ['e']]],
  ['a \'b # c\' "d $E" # f', [['a', 'b # c', 'd <$E>']]],
  ['a \\\n b', [['a', 'b']]],
  ['a b\\ c "d\\"e"', [['a', 'b c', 'd"e']]],
  ['a > out.txt 2>&1 b', [['a', 'b']]],
  [
    'x=$(b c) d',
    [
      ['b', 'c'],
      ['x=<$(b c)>', 'd'],
    ],
  ],
  ['cat <<EOF\nb\nEOF\nc', [['cat'], ['c']]],
  ['a "${B[@]}" ${C:-d}', [['a', '<${B[@]}>', '<${C:-d}>']]],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('PowerShell escapes with a backtick and continues lines with it', () => {
  expect(wordsOf("a \"b`\"c\" `\r\n  'd''e' $env:F", 'powershell')).toEqual([['a', 'b"c', "d'e", '<$env:F>']]);
});

test.each([
  '"',
  "'",
  '$(',
  '${',
  '`',
  'a=(',
  '<<X\n',
  '@"\n',
  '\\',
  '$('.repeat(3000),
  '('.repeat(5000),
  '"$('.repeat(2000),
])('what is never closed ends with the text: %.20j', (text) => {
  for (const dialect of ['shell', 'powershell', 'make'] as const) expect(() => wordsOf(text, dialect)).not.toThrow();
});
