/** Where documents begin, for files of which a part can't be parsed. */

/** A document start or end marker: a line of its own, or followed by white space. */
const MARKER = /^(---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const ONLY_DIRECTIVES = /^(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*[ \t]*$/;

/**
 * The ranges of the documents of a text, cut at marker lines. Directives (`%TAG`) stay with the document that they precede.
 * Inside a document that is well formed no such line can stand, so that every range can be parsed on its own.
 */
export function documentRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(MARKER)) {
    const end = match[0] === '---' ? match.index : match.index + 3;
    if (match[0] === '---' && ONLY_DIRECTIVES.test(text.slice(start, end))) continue;
    ranges.push({ start, end });
    start = end;
  }
  ranges.push({ start, end: text.length });
  return ranges.filter((range) => range.end > range.start);
}
