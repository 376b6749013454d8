/** Columns of a terminal: how wide text is, and how it is wrapped. */

// East Asian wide and fullwidth characters and emoji take two columns (Unicode UAX #11, the ranges in common use).
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const narrowAsNothing = /\p{M}/u;

/** The columns that a text without control characters takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (narrowAsNothing.test(character)) continue;
    width += wide.test(character) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
  }
  return width;
}

/** Words in lines of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Text at the left, text at the right edge; two spaces between them at least. */
export function spread(left: string, right: string, width: number): string {
  return left + ' '.repeat(Math.max(2, width - displayWidth(left) - displayWidth(right))) + right;
}
