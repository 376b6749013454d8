/** The tokens of Bicep. Keywords are contextual and come as identifiers, except for the three literals. */
export enum Token {
  EndOfFile,
  /** One or more line breaks, with comments and directives between them. */
  NewLine,
  /** Something that is no token; what it is can be told from its text. */
  Error,
  Identifier,
  True,
  False,
  Null,
  Number,
  /** A string without holes, delimiters included. */
  String,
  /** A string up to and including the `${` of its first hole. */
  StringStart,
  /** From the `}` of one hole to the `${` of the next. */
  StringMiddle,
  /** From the `}` of the last hole to the closing quotes. */
  StringEnd,
  LeftBrace,
  RightBrace,
  LeftParen,
  RightParen,
  LeftSquare,
  RightSquare,
  At,
  Comma,
  Dot,
  Ellipsis,
  Question,
  Colon,
  DoubleColon,
  Assign,
  Arrow,
  Pipe,
  Hat,
  Exclamation,
  Coalesce,
  Or,
  And,
  Equal,
  NotEqual,
  EqualIgnoringCase,
  NotEqualIgnoringCase,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Plus,
  Minus,
  Asterisk,
  Slash,
  Percent,
}

/** Tokens in columns: 9 bytes each, no object each. The last one is always `EndOfFile`. */
export class TokenList {
  count = 0;
  private kinds: Uint8Array;
  private starts: Int32Array;
  private ends: Int32Array;

  constructor(expected: number) {
    this.kinds = new Uint8Array(expected);
    this.starts = new Int32Array(expected);
    this.ends = new Int32Array(expected);
  }

  push(kind: Token, start: number, end: number): void {
    const at = this.count++;
    if (at >= this.kinds.length) this.grow();
    this.kinds[at] = kind;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  /** The kind of a token; past the end `EndOfFile`. */
  kind(index: number): Token {
    const kind: Token | undefined = this.kinds[index];
    return index < this.count && kind !== undefined ? kind : Token.EndOfFile;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  private grow(): void {
    const size = this.kinds.length * 2 + 16;
    const [kinds, starts, ends] = [new Uint8Array(size), new Int32Array(size), new Int32Array(size)];
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    [this.kinds, this.starts, this.ends] = [kinds, starts, ends];
  }
}
