/** Keeping a text within a limit of bytes, without losing the parts that matter and without silent loss. */

/** Items that can be left out from the end; what is left out is counted. */
export interface ListPart {
  /** Stands above the items; may be empty. */
  readonly title: string;
  /** Markdown list items, a line each. */
  readonly items: readonly string[];
  /** Items that were not even written, because there is no room for that many. */
  readonly further?: number;
  /** Parts of a lower weight are cut first. */
  readonly weight: number;
}

/** Text that is left out as a whole. */
export interface OptionalPart {
  readonly text: string;
  readonly weight: number;
}

export type Part = string | ListPart | OptionalPart;

/**
 * Parts joined by an empty line, items by a line break, in at most `limit` bytes of UTF-8. Lists are cut by whole items,
 * the lowest weight first; fixed text is cut on a code point as the last resort.
 */
export function fit(parts: readonly Part[], limit: number): string {
  const texts = parts.map((part) => render(part));
  const order = parts
    .map((part, index) => ({ part, index }))
    .filter((entry): entry is { part: ListPart | OptionalPart; index: number } => typeof entry.part !== 'string')
    .sort((a, b) => a.part.weight - b.part.weight || b.index - a.index);
  for (const { part, index } of order) {
    const excess = bytes(join(texts)) - limit;
    if (excess <= 0) break;
    texts[index] = 'items' in part ? shorter(part, excess) : '';
  }
  return cut(join(texts), limit);
}

/** The longest beginning of a text within a limit of bytes that ends between two code points. */
export function cut(text: string, limit: number): string {
  const all = Buffer.from(text);
  if (all.length <= limit) return text;
  const ellipsis = '…';
  let end = limit - bytes(ellipsis);
  if (end < 0) return '';
  // Bytes 10xxxxxx continue a code point.
  while (end > 0 && ((all[end] ?? 0) & 0xc0) === 0x80) end--;
  return all.toString('utf8', 0, end) + ellipsis;
}

export function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function render(part: Part): string {
  if (typeof part === 'string') return part;
  if (!('items' in part)) return part.text;
  const { title, items, further = 0 } = part;
  return titled(title, further > 0 ? [...items, more(further)] : items);
}

function titled(title: string, items: readonly string[]): string {
  const list = items.join('\n');
  return title === '' || list === '' ? list : `**${title}**\n\n${list}`;
}

/** As many items as leave `excess` bytes less, and a line that says how many are missing. */
function shorter(part: ListPart, excess: number): string {
  const { title, items, further = 0 } = part;
  const whole = bytes(render(part));
  let size = bytes(titled(title, items));
  for (let kept = items.length - 1; kept > 0; kept--) {
    size -= bytes(items[kept] ?? '') + 1;
    const line = more(items.length - kept + further);
    if (whole - (size + bytes(line) + 1) >= excess) return titled(title, [...items.slice(0, kept), line]);
  }
  return title === '' ? more(items.length + further) : `- **${title}**: ${items.length + further} left out`;
}

function more(count: number): string {
  return `- … and ${count} more`;
}

function join(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
