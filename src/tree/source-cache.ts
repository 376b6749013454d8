import type { Parsed, Problem } from '../syntax/problem.js';
import type { SourceFile } from '../syntax/source.js';
import type { Content, TreeEntry } from './tree.js';

/** Turns bytes into text, or says why not. */
export type Decoder = (path: string, bytes: Uint8Array) => SourceFile | Problem;

export interface CacheStatistics {
  files: number;
  parsed: number;
  bytes: number;
}

/**
 * What both revisions share: a file with the same path and the same content is decoded and parsed once.
 */
export class SourceCache {
  readonly statistics: CacheStatistics = { files: 0, parsed: 0, bytes: 0 };
  private readonly decoded = new Map<string, SourceFile | Problem>();
  private readonly parses = new WeakMap<SourceFile, Map<unknown, Parsed<unknown>>>();

  constructor(private readonly decode: Decoder) {}

  /** The text for a tree entry if it has been read before in either revision. */
  known(entry: TreeEntry): SourceFile | Problem | undefined {
    return entry.identity === undefined ? undefined : this.decoded.get(keyOf(entry.path, entry.identity));
  }

  accept(entry: TreeEntry, content: Content): SourceFile | Problem {
    const source =
      'problem' in content ? { path: entry.path, message: content.problem } : this.take(entry.path, content.bytes);
    if (entry.identity !== undefined) this.decoded.set(keyOf(entry.path, entry.identity), source);
    return source;
  }

  parse<T>(file: SourceFile, parser: (file: SourceFile) => Parsed<T>): Parsed<T> {
    const parses = this.parses.get(file) ?? new Map<unknown, Parsed<unknown>>();
    this.parses.set(file, parses);
    let parsed = parses.get(parser) as Parsed<T> | undefined;
    if (!parsed) {
      parsed = parser(file);
      parses.set(parser, parsed);
      this.statistics.parsed++;
    }
    return parsed;
  }

  private take(path: string, bytes: Uint8Array): SourceFile | Problem {
    this.statistics.files++;
    this.statistics.bytes += bytes.byteLength;
    return this.decode(path, bytes);
  }
}

function keyOf(path: string, identity: string): string {
  return `${identity} ${path}`;
}
