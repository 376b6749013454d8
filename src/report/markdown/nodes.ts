/** Markdown by syntax tree: text becomes a node and the serializer escapes it, so nothing is glued. */
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visible, withoutCommands } from '../visible.js';

/** Markdown of some blocks, without a final line break. */
export function serialize(...children: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...children] },
    {
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  ).trimEnd();
}

export function paragraph(...children: readonly PhrasingContent[]): RootContent {
  return { type: 'paragraph', children: [...children] };
}

export function heading(depth: 2 | 3 | 4, ...children: readonly PhrasingContent[]): RootContent {
  return { type: 'heading', depth, children: [...children] };
}

/** One item of a list, as a list of its own: items are put together by line. */
export function item(...children: readonly PhrasingContent[]): string {
  return serialize({
    type: 'list',
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [...children] }] }],
  });
}

export function table(rows: readonly (readonly (readonly PhrasingContent[])[])[]): RootContent {
  return {
    type: 'table',
    children: rows.map((cells): TableRow => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children: [...children] })),
    })),
  };
}

/** A fenced block; the fence is longer than any in the text. The text is the caller's to make safe. */
export function fence(language: string, value: string): RootContent {
  return { type: 'code', lang: language, value };
}

/** Text of our own: words without any part of the reviewed files. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Markup of our own; never takes reviewed text. */
export function html(value: string): PhrasingContent {
  return { type: 'html', value };
}

export function strong(...children: readonly PhrasingContent[]): PhrasingContent {
  return { type: 'strong', children: [...children] };
}

/** Reviewed text as a code span: GitHub makes no mention, reference or link of it. */
export function code(value: string, longest = 120): PhrasingContent {
  const shown = uncommented(visible(value, longest));
  return shown.trim() === '' ? text('(empty)') : { type: 'inlineCode', value: shown };
}

/** More of a kind than these are counted. */
const mostNames = 5;

/** `a`, `b` and 3 more: reviewed names as code. */
export function names(all: readonly string[]): readonly PhrasingContent[] {
  const left = all.length - mostNames;
  const shown = all.slice(0, mostNames).map((name) => code(name));
  const words = left > 0 ? [...shown, text(`${left} more`)] : shown;
  return words.flatMap((word, index) => {
    if (index === 0) return [word];
    return [text(index === words.length - 1 ? ' and ' : ', '), word];
  });
}

/** A link when the address is one that a browser can open safely, else what would have been linked. */
export function link(url: string | undefined, ...children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (url === undefined || !/^(https?:\/\/|[\w.#/-])[^\s<>]*$/.test(url) || /^(?!https?:)[\w.-]+:/.test(url)) {
    return children;
  }
  // Links hold no links; nothing here makes one inside of another.
  const linked = children.flatMap((child) => (child.type === 'link' ? child.children : [child]));
  return [{ type: 'link', url, children: linked }];
}

/**
 * HTML comments hold the hidden marks by which own comments are found again: reviewed text must neither open nor end one. Nor
 * must it be a command to a runner that prints it.
 */
export function uncommented(value: string): string {
  return withoutCommands(value.replaceAll('<!--', '<\\u{21}--').replaceAll('-->', '--\\u{3e}'));
}
