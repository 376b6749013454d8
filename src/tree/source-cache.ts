import type { Parsed, Problem } from '../syntax/problem.js';
import { SourceFile } from '../syntax/source.js';
import { Recent } from './recent.js';
import type { Content, TreeEntry } from './tree.js';

/** Turns bytes into text, or says why not. */
export type Decoder = (path: string, bytes: Uint8Array) => SourceFile | Problem;

export interface CacheStatistics {
  files: number;
  parsed: number;
  bytes: number;
}

/** How much is kept at hand, in UTF-16 units of text: more than any one root reads. */
export interface CacheLimits {
  /** Texts that can be read again. */
  readonly texts: number;
  /** Texts whose parses are kept; a parse takes some 20 times its text. */
  readonly parses: number;
}

const defaultLimits: CacheLimits = { texts: 8_000_000, parses: 2_000_000 };

/**
 * What both revisions share: a file with the same path and the same content is decoded and parsed once, as long as it is in
 * use. In a large repository, what was used last is kept, and the rest is made again when it is asked for.
 */
export class SourceCache {
  readonly statistics: CacheStatistics = { files: 0, parsed: 0, bytes: 0 };
  private readonly decoded = new Map<string, SourceFile | Problem>();
  private readonly parses = new Map<SourceFile, Map<unknown, Parsed<unknown>>>();
  private readonly counted = new WeakMap<SourceFile, Set<unknown>>();
  private readonly texts: Recent<SourceFile>;
  private readonly parsed: Recent<SourceFile>;

  constructor(
    private readonly decode: Decoder,
    limits: CacheLimits = defaultLimits,
  ) {
    this.texts = new Recent(limits.texts, (file) => file.forget());
    this.parsed = new Recent(limits.parses, (file) => this.parses.delete(file));
  }

  /** The text for a tree entry if it has been read before in either revision. */
  known(entry: TreeEntry): SourceFile | Problem | undefined {
    return entry.identity === undefined ? undefined : this.decoded.get(keyOf(entry.path, entry.identity));
  }

  /** @param again reads the content once more, where that is cheap: its text is not kept then */
  accept(entry: TreeEntry, content: Content, again?: () => Content): SourceFile | Problem {
    const source =
      'problem' in content
        ? { path: entry.path, message: content.problem }
        : this.take(entry.path, content.bytes, again);
    if (entry.identity !== undefined) this.decoded.set(keyOf(entry.path, entry.identity), source);
    return source;
  }

  parse<T>(file: SourceFile, parser: (file: SourceFile) => Parsed<T>): Parsed<T> {
    const parses = this.parses.get(file) ?? new Map<unknown, Parsed<unknown>>();
    this.parses.set(file, parses);
    this.parsed.use(file, file.length);
    let parsed = parses.get(parser) as Parsed<T> | undefined;
    if (!parsed) {
      parsed = parser(file);
      parses.set(parser, parsed);
      this.count(file, parser);
    }
    return parsed;
  }

  /** A parse that is made again is no further one. */
  private count(file: SourceFile, parser: unknown): void {
    const parsers = this.counted.get(file) ?? new Set();
    this.counted.set(file, parsers);
    if (parsers.has(parser)) return;
    parsers.add(parser);
    this.statistics.parsed++;
  }

  private take(path: string, bytes: Uint8Array, again: (() => Content) | undefined): SourceFile | Problem {
    this.statistics.files++;
    this.statistics.bytes += bytes.byteLength;
    const decoded = this.decode(path, bytes);
    if (!again || !(decoded instanceof SourceFile)) return decoded;
    const file = new SourceFile(path, decoded.text, (forgotten) => {
      this.texts.use(forgotten, forgotten.length);
      return this.reread(path, again());
    });
    this.texts.use(file, file.length);
    return file;
  }

  /** A file that went away meanwhile is empty: what was found in it stays. */
  private reread(path: string, content: Content): string {
    const decoded = 'problem' in content ? undefined : this.decode(path, content.bytes);
    return decoded instanceof SourceFile ? decoded.text : '';
  }
}

function keyOf(path: string, identity: string): string {
  return `${identity} ${path}`;
}
