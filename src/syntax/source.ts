/** A text of the reviewed tree, and places in it. Everything that is said about a file is said through these. */

/** Where something stands. Lines and columns are 1-based, the end is inclusive (the JSON report's convention). */
export interface Location {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A half-open range of UTF-16 offsets in one file. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/**
 * One decoded text file. Line starts are computed once, when a position is first asked for. Values keep the file that they
 * stand in, so whoever reads many files may have a text forgotten that can be read again.
 */
export class SourceFile {
  /** In UTF-16 units. */
  readonly length: number;
  private starts: readonly number[] | undefined;
  private held: string | undefined;

  /**
   * @param path relative to the repository root, `/`-separated
   * @param text decoded, without byte order mark
   * @param again the same text, once it has been forgotten; without it nothing is ever forgotten
   */
  constructor(
    readonly path: string,
    text: string,
    private readonly again?: (file: SourceFile) => string,
  ) {
    this.held = text;
    this.length = text.length;
  }

  get text(): string {
    return (this.held ??= this.again?.(this) ?? '');
  }

  /** Lets the text go until it is asked for. */
  forget(): void {
    if (this.again) this.held = undefined;
  }

  get lineCount(): number {
    return this.lineStarts().length;
  }

  /** The 1-based line and column of an offset; offsets past the end give the last position. */
  position(offset: number): { line: number; column: number } {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.length) - (starts[low] ?? 0) + 1 };
  }

  /** The text of a 1-based line without its line break; empty past the end. */
  line(number: number): string {
    const starts = this.lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return '';
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/\r?\n$|\r$/, '');
  }

  /** The offset at which a 1-based line starts; the length of the text past the end. */
  lineStart(number: number): number {
    return this.lineStarts()[number - 1] ?? this.length;
  }

  private lineStarts(): readonly number[] {
    if (this.starts) return this.starts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
    return starts;
  }
}

/** The location of a span. An empty span is the one position where it stands. */
export function locate(span: Span): Location {
  const start = span.file.position(span.start);
  const end = span.file.position(Math.max(span.start, span.end - 1));
  return {
    path: span.file.path,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
