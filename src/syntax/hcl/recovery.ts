/** Finds where the parser can go on behind a broken argument or block. */
import { lineEnd, wordAt, type Cursor } from './cursor.js';

/** Brackets that are not closed within so many characters never were: looking further would take too long. */
const MAX_SCAN = 1_000_000;

const topLevel =
  /^(?:resource|data|module|variable|output|locals|provider|terraform|moved|import|removed|check)\b[^={]*\{/;

/**
 * Moves behind the item that starts at `start` and broke at `fault`: to the end of its last line when its brackets are
 * balanced, else to the next block that starts a line and that Terraform knows at the top; then every open block ends there.
 */
export function recover(cursor: Cursor, start: number, fault: number): void {
  const { text } = cursor;
  const end = balancedEnd(text, start, Math.max(fault, start + 1));
  if (end >= 0) {
    cursor.at = end;
    return;
  }
  cursor.at = nextTopLevelBlock(text, fault);
  cursor.resume = cursor.at;
}

/** Whether a line starts here with a block that Terraform knows at the top of a file only. */
export function startsTopLevelBlock(text: string, at: number): boolean {
  return (at === 0 || text[at - 1] === '\n') && topLevel.test(text.slice(at, lineEnd(text, at)));
}

function nextTopLevelBlock(text: string, from: number): number {
  for (let at = lineEnd(text, from) + 1; at < text.length; at = lineEnd(text, at) + 1) {
    if (startsTopLevelBlock(text, at)) return at;
  }
  return text.length;
}

/** The end of the first line at or behind `fault` where no bracket is open, or the brace that closes the block around; -1: none. */
function balancedEnd(text: string, start: number, fault: number): number {
  let depth = 0;
  const limit = Math.min(text.length, start + MAX_SCAN);
  for (let at = start; at < limit; at += 1) {
    switch (text.charAt(at)) {
      case '(':
      case '[':
      case '{':
        depth += 1;
        break;
      case ')':
      case ']':
      case '}':
        if (depth === 0 && text[at] === '}') return at;
        depth = Math.max(0, depth - 1);
        break;
      case '\n':
        if (depth === 0 && at >= fault) return at;
        break;
      case '"':
        at = stringEnd(text, at);
        break;
      case '#':
        at = lineEnd(text, at) - 1;
        break;
      case '/':
        if (text[at + 1] === '/') at = lineEnd(text, at) - 1;
        break;
      case '<':
        if (text[at + 1] === '<') at = heredocEnd(text, at);
        if (at < 0) return -1;
        break;
      default:
    }
  }
  return depth === 0 && limit === text.length ? limit : -1;
}

/** The closing quote, or the last character of the line where there is none. Strings inside interpolations count. */
function stringEnd(text: string, start: number): number {
  /** For each open string, how many braces of interpolations are open in it. */
  const open = [0];
  for (let at = start + 1; at < text.length; at += 1) {
    const braces = open.at(-1) ?? 0;
    const code = text[at];
    if (code === '\n') return at - 1;
    if (braces === 0) {
      if (code === '\\') at += 1;
      else if (code === '"') {
        open.pop();
        if (open.length === 0) return at;
      } else if ((code === '$' || code === '%') && text[at + 1] === '{') {
        open[open.length - 1] = 1;
        at += 1;
      }
    } else if (code === '"') open.push(0);
    else if (code === '{') open[open.length - 1] = braces + 1;
    else if (code === '}') open[open.length - 1] = braces - 1;
  }
  return text.length;
}

/** The last character of a heredoc's closing marker; -1 when it is never closed. */
function heredocEnd(text: string, start: number): number {
  const named = start + (text[start + 2] === '-' ? 3 : 2);
  const marker = wordAt(text, named);
  if (marker === '') return start + 1;
  for (let at = lineEnd(text, named) + 1; at < text.length; at = lineEnd(text, at) + 1) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).trim() === marker) return end - 1;
  }
  return -1;
}
