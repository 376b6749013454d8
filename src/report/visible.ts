/**
 * Text of the reviewed tree made fit to be seen. Names, paths and lines come from whoever opened the pull request: nothing in
 * them may move a cursor, reorder a line or hide.
 */

/** Longest name that is worth reading in a sentence. */
export const longestName = 120;

// Controls, format characters (bidi controls, zero-width, tags), line separators, lone surrogates, private use, and what a
// font is told not to draw. The emoji presentation selector U+FE0F is harmless and common.
const hidden = /(?!\u{fe0f})[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const everyHidden = new RegExp(hidden, 'gu');

/** Whether a text holds something that a reader would not see as it is. Tabs and line feeds may be allowed. */
export function hasHidden(text: string, allowed = ''): boolean {
  for (const [character] of text.matchAll(everyHidden)) if (!allowed.includes(character)) return true;
  return false;
}

/** One line in which everything hidden is spelled out (`\u{202e}`), cut to `longest` code points. */
export function visible(text: string, longest = Infinity): string {
  // A code point is at most two units: nothing past this bound can be shown, so a text of megabytes costs nothing.
  const bounded = longest === Infinity ? text : text.slice(0, 2 * longest + 2);
  return shorten(bounded.replace(everyHidden, escaped).replace(/(\p{M}{4})\p{M}+/gu, '$1…'), longest);
}

function escaped(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  }
}

/** A name in a sentence. */
export function name(text: string): string {
  return visible(text, longestName);
}

/** At most `longest` code points; the last one is an ellipsis when something was cut. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let count = 0;
  let end = 0;
  let beforeLast = 0;
  for (const character of text) {
    if (count === longest) return `${text.slice(0, beforeLast)}…`;
    beforeLast = end;
    end += character.length;
    count += 1;
  }
  return text;
}

/**
 * Lines that a GitHub runner does not take for commands when they are printed to its log: `::name::` at the start of a line,
 * `##[name]` anywhere (actions/runner, ActionCommand.cs).
 */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}
