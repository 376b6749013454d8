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

/** Tokens in columns instead of an object each. The last one is always `EndOfFile`. */
export class TokenList {
  private readonly kinds: Token[] = [];
  private starts: Int32Array;
  private ends: Int32Array;

  /** @param expected about how many there will be */
  constructor(expected: number) {
    this.starts = new Int32Array(expected);
    this.ends = new Int32Array(expected);
  }

  get count(): number {
    return this.kinds.length;
  }

  push(kind: Token, start: number, end: number): void {
    const at = this.kinds.length;
    if (at >= this.starts.length) this.grow();
    this.kinds.push(kind);
    this.starts[at] = start;
    this.ends[at] = end;
  }

  /** The kind of a token; past the end `EndOfFile`. */
  kind(index: number): Token {
    return this.kinds[index] ?? Token.EndOfFile;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  /** The index of the token that starts at an offset, -1 when none does. */
  startingAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return this.start(low) === offset ? low : -1;
  }

  private grow(): void {
    const size = this.starts.length * 2 + 16;
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    [this.starts, this.ends] = [starts, ends];
  }
}
