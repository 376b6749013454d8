/**
 * YAML 1.2 wants the lines of a flow collection or quoted text indented deeper than their key; go-yaml, and with it kubectl, does
 * not (libyaml ignores indentation there), and manifests with the closing bracket under the key are common:
 *
 *     args: [
 *       --verbose
 *     ]
 *
 * js-yaml refuses them, and comments without a space in front of them (`"x"# comment`). What is read again here has every such
 * piece on one line and without comments, offsets unchanged.
 */

const BREAKS = /[\r\n\t]/g;
const MARKER = /^(?:---|\.\.\.)(?=\s|$)/;

/** The same text, as long as before, with spaces for what only js-yaml minds: line breaks in flow collections and quotes, comments there. */
export function flatten(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  /** Takes everything up to `start` as it is, and the range from there on one line. */
  const flat: Flat = (start, end, comments) => {
    parts.push(text.slice(copied, start));
    copied = start;
    for (const [first, last] of comments) {
      parts.push(text.slice(copied, first).replace(BREAKS, ' '), ' '.repeat(last - first));
      copied = last;
    }
    parts.push(text.slice(copied, end).replace(BREAKS, ' '));
    copied = end;
  };

  while (at < text.length) at = line(text, at, flat);
  parts.push(text.slice(copied));
  return parts.join('');
}

type Range = readonly [start: number, end: number];
type Flat = (start: number, end: number, comments: readonly Range[]) => void;

/** Reads one line of block style and what it opens; returns where the next line starts. */
function line(text: string, start: number, flat: Flat): number {
  let at = start + (MARKER.test(text.slice(start, start + 4)) ? 3 : 0);
  let parent = at > start ? -1 : 0;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    const char = text[at];
    switch (char) {
      case undefined:
      case '\r':
      case '\n':
        return nextLine(text, at);
      case '#': {
        const end = lineEnd(text, at);
        if (!endsToken(text[at - 1])) flat(at, end, [[at, end]]);
        return nextLine(text, end);
      }
      case '-':
      case '?':
      case ':':
        if (!endsToken(text[at + 1])) break;
        if (char !== ':') parent = at - start;
        at++;
        continue;
      case '&':
      case '!':
        while (!endsToken(text[at])) at++;
        continue;
      case '|':
      case '>':
        return afterBlockScalar(text, nextLine(text, at), parent);
      case '"':
      case "'": {
        const end = quoteEnd(text, at);
        flat(at, end, []);
        parent = at - start;
        at = end;
        continue;
      }
      case '[':
      case '{': {
        const { end, comments } = flowEnd(text, at);
        flat(at, end, comments);
        at = end;
        continue;
      }
      default:
    }
    parent = at - start;
    at = plainEnd(text, at);
  }
}

function afterBlockScalar(text: string, from: number, parent: number): number {
  let at = from;
  while (at < text.length) {
    let content = at;
    while (text[content] === ' ') content++;
    const blank = endsToken(text[content]) && text[content] !== '\t';
    if (!blank && content - at <= parent) return at;
    at = nextLine(text, content);
  }
  return at;
}

function flowEnd(text: string, from: number): { end: number; comments: readonly Range[] } {
  const comments: Range[] = [];
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at];
    const before = text[at - 1] ?? '';
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    else if ((char === '"' || char === "'") && '[{,: \t\r\n'.includes(before)) {
      at = quoteEnd(text, at);
      continue;
    } else if (char === '#' && '"\'[]{}, \t\r\n'.includes(before)) {
      const end = lineEnd(text, at);
      comments.push([at, end]);
      at = end;
      continue;
    } else if (char === '\n' && MARKER.test(text.slice(at + 1, at + 5))) return { end: at, comments };
    at++;
    if (depth === 0) break;
  }
  return { end: at, comments };
}

function quoteEnd(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') at++;
    else if (char === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at + 1;
      at++;
    } else if (char === '\n' && MARKER.test(text.slice(at + 1, at + 5))) return at;
  }
  return text.length;
}

/** The end of a text without quotes: a `: `, a comment or the line's end. */
function plainEnd(text: string, from: number): number {
  let at = from;
  for (; ; at++) {
    const char = text[at];
    if (char === undefined || char === '\n') return at;
    if (char === ':' && endsToken(text[at + 1])) return at;
    if (char === '#' && endsToken(text[at - 1])) return at;
  }
}

function endsToken(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t' || char === '\r' || char === '\n';
}

function nextLine(text: string, from: number): number {
  return Math.min(lineEnd(text, from) + 1, text.length);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
