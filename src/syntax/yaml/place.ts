/** Offsets that the parser's events leave out: where empty values stand, where block scalars and flow collections begin and end. */

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const QUESTION = 63;

/** Past white space, line ends and comments, and past commas when asked for. */
export function skipSpace(text: string, from: number, commas = false): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || (commas && code === COMMA)) at++;
    else if (code === HASH && (at === 0 || isSpace(text.charCodeAt(at - 1)))) at = lineEnd(text, at);
    else return at;
  }
}

/** Just past the `:`, `-` or `?` that an empty value belongs to; `from` is the end of what stands before it. */
export function emptyPlace(text: string, from: number): number {
  const at = skipSpace(text, from);
  const code = text.charCodeAt(at);
  return code === COLON || code === DASH || code === QUESTION ? at + 1 : from;
}

/** Where the `|` or `>` of a block scalar stands; `from` is the end of its key, anchor or tag. */
export function blockHeader(text: string, from: number): number {
  let at = skipSpace(text, from);
  while (text[at] === ':' || text[at] === '-' || text[at] === '?') at = skipSpace(text, at + 1);
  return at;
}

/** The end of a block scalar's last line that holds text, without its line break. */
export function blockEnd(text: string, header: number, end: number): number {
  let at = end;
  while (at > header + 1 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Just past the bracket that closes a flow collection; `from` is the end of its last part. */
export function flowEnd(text: string, from: number): number {
  return skipSpace(text, from, true) + 1;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
