/** Texts of scripts as the words that they have where nothing quotes them. */
import type { Part, Word } from '../../syntax/shell/command.js';

/** A text as the words that it has where it is used without quotes. */
export function wordsIn({ parts, span }: Word): readonly Word[] {
  const words: Word[] = [];
  let current: Part[] = [];
  const end = (): void => {
    if (current.length > 0) words.push({ parts: current, span });
    current = [];
  };
  for (const part of parts) {
    if (part.kind === 'hole') {
      current.push({ ...part, quoted: false });
      continue;
    }
    for (const [index, text] of part.text.split(/\s+/).entries()) {
      if (index > 0) end();
      const bare = text.replace(/^(["'])(.*)\1$/, '$2').replace(/^["']|["']$/g, '');
      if (bare !== '') current.push({ kind: 'text', text: bare, quoted: true });
    }
  }
  end();
  return words;
}
