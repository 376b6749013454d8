/** Where a text is written that was put together on its way: `"AzureCloud.${var.location}"`, and not where the region is set. */
import type { Origin } from '../../syntax/value.js';

/** Ways are followed this far, each place once. */
const deepest = 12;

/** Texts longer than this are a whole document, and say too much. */
const longest = 2000;

/**
 * The same way, begun at the last place that says what counts of a text. The way as it is where no place says it.
 * @param said part of the text, compared without regard to case
 */
export function writtenAt(origin: Origin, said: string): Origin {
  return begunAt(origin, said.toLowerCase(), { seen: new Set(), depth: deepest }) ?? origin;
}

interface Walk {
  readonly seen: Set<Origin>;
  readonly depth: number;
}

function begunAt(origin: Origin, said: string, { seen, depth }: Walk): Origin | undefined {
  if (depth === 0 || seen.has(origin)) return undefined;
  seen.add(origin);
  for (const from of origin.from) {
    const begun = begunAt(from, said, { seen, depth: depth - 1 });
    if (begun) return begun === from && origin.from.length === 1 ? origin : { ...origin, from: [begun] };
  }
  const { file, start, end } = origin.span;
  if (end - start > longest || !file.text.slice(start, end).toLowerCase().includes(said)) return undefined;
  return origin.from.length === 0 ? origin : { ...origin, from: [] };
}
