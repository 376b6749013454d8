/** A look at JSON before it is parsed: templates of Azure name `apiVersion` and `kind` everywhere but at the top. */

const QUOTE = 34;
const SLASH = 47;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/**
 * Whether the value of a text may have the keys `apiVersion` and `kind` itself. Never false for one that has them; escapes and
 * comments are seen through.
 */
export function hasKeysOfObject(text: string): boolean {
  let depth = 0;
  let apiVersion = false;
  let kind = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const start = at + 1;
      at = endOfString(text, start);
      if (depth > 1) continue;
      const word = text.slice(start, at);
      apiVersion ||= word === 'apiVersion' || word.includes('\\');
      kind ||= word === 'kind' || word.includes('\\');
      if (apiVersion && kind) return true;
    } else if (code === SLASH) {
      at = endOfComment(text, at);
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth++;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--;
    }
  }
  return false;
}

/** The offset of the quote that ends a string. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/** The offset of the last character of a comment; the slash itself where none begins. */
function endOfComment(text: string, start: number): number {
  const end = text.startsWith('//', start)
    ? text.indexOf('\n', start)
    : text.startsWith('/*', start)
      ? text.indexOf('*/', start + 2) + 1
      : start;
  return end > 0 || end === start ? end : text.length;
}
