/**
 * Sentences that hold names of the reviewed text, as Markdown nodes. Names become code spans, and so does everything that
 * GitHub would act on: mentions, references, addresses, emoji, math, HTML.
 */
import type { PhrasingContent } from 'mdast';
import { longestName, visible } from '../visible.js';
import { code, text } from './nodes.js';

const longestSentence = 1000;

// In this order: a name in quotes; a token that GitHub would turn into something else.
const quotedName = /“[^”]*”/u;
const active =
  /\S*(?:@[\w-]|#\d|[gG][hH]-\d|:\/\/|[wW]{3}\.|[mM][aA][iI][lL][tT][oO]:|[xX][mM][pP][pP]:)\S*|\S*\$\S*|\S*:[a-z0-9_+-]+:\S*|<[^\s>]*>?|&#?\w+;|\S*(?:<!--|-->)\S*/u;

/**
 * @param sentence plain text
 * @param names texts that are shown as code where they stand as whole words
 */
export function prose(sentence: string, names: readonly string[] = []): readonly PhrasingContent[] {
  const shown = visible(sentence, longestSentence);
  const wanted = [...new Set(names.map((name) => visible(name, longestName + 1)))]
    .filter(isName)
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    [quotedName.source, ...wanted.map((name) => `(?<![\\w./-])${escapeRegExp(name)}(?![\\w/-])`), active.source].join(
      '|',
    ),
    'gu',
  );
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const match of shown.matchAll(pattern)) {
    if (match.index > at) nodes.push(text(shown.slice(at, match.index)));
    nodes.push(...marked(match[0]));
    at = match.index + match[0].length;
  }
  if (at < shown.length) nodes.push(text(shown.slice(at)));
  return nodes;
}

function marked(found: string): readonly PhrasingContent[] {
  if (found.startsWith('“') && found.endsWith('”')) return [code(found.slice(1, -1))];
  // Punctuation that ends the sentence is not part of the token.
  const end = /[.,;:!?]+$/.exec(found)?.[0] ?? '';
  if (end.length === found.length) return [text(found)];
  const token = found.slice(0, found.length - end.length);
  return end === '' || /^:.*:$/.test(found) ? [code(found)] : [code(token), text(end)];
}

/** Short or everyday words are no help when they are set as code. */
function isName(name: string): boolean {
  return name.length >= 3 && name.length <= longestName && /[-_./\d]|[a-z][A-Z]/.test(name);
}

function escapeRegExp(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`);
}
