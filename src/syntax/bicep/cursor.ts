/** The place where a parser stands among the tokens, and the bounds that keep it on its feet. */
import type { SourceFile } from '../source.js';
import type { Identifier } from './ast.js';
import { startsDeclaration } from './keywords.js';
import { Code } from './scan.js';
import { Token, type TokenList } from './tokens.js';

/** Brackets, conditionals and nested resources inside each other. Real files stay under 30. */
const MAX_DEPTH = 256;
/** Operators and accesses in a row, which make the tree as high as they are many. Real files stay under 100. */
const MAX_LINKS = 500;

/** Why a declaration could not be read. Thrown inside the parser only, never out of it. */
export class Failure extends Error {
  /**
   * @param reason a clause for people: `expected '=', found the end of the line`
   * @param index the token where that was noticed
   */
  constructor(
    readonly reason: string,
    readonly index: number,
  ) {
    super(reason);
  }
}

export class Cursor {
  /** The kind of the current token. */
  kind: Token;
  index = 0;
  private depth = 0;
  private links = 0;

  constructor(
    readonly file: SourceFile,
    readonly tokens: TokenList,
  ) {
    this.kind = tokens.kind(0);
  }

  get start(): number {
    return this.tokens.start(this.index);
  }

  get end(): number {
    return this.tokens.end(this.index);
  }

  /** Where the token before the current one ended. */
  get previousEnd(): number {
    return this.tokens.end(this.index - 1);
  }

  /** The text of the current token. */
  get word(): string {
    return this.file.text.slice(this.start, this.end);
  }

  moveTo(index: number): void {
    this.index = index;
    this.kind = this.tokens.kind(index);
    this.depth = 0;
    this.links = 0;
  }

  advance(): void {
    this.kind = this.tokens.kind(++this.index);
  }

  peek(ahead = 1): Token {
    return this.tokens.kind(this.index + ahead);
  }

  /** Whether the current token, or one ahead, is this word. */
  atWord(word: string, ahead = 0): boolean {
    const index = this.index + ahead;
    if (this.tokens.kind(index) !== Token.Identifier) return false;
    const start = this.tokens.start(index);
    return this.tokens.end(index) - start === word.length && this.file.text.startsWith(word, start);
  }

  at(kind: Token): boolean {
    return this.kind === kind;
  }

  take(kind: Token): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  takeWord(word: string): boolean {
    if (!this.atWord(word)) return false;
    this.advance();
    return true;
  }

  skipLineBreak(): void {
    if (this.kind === Token.NewLine) this.advance();
  }

  /** Skips a line break where a value must follow, unless a declaration follows: then the value is missing. */
  continueLine(): void {
    if (this.kind !== Token.NewLine) return;
    if (!startsDeclaration(this.file.text, this.tokens, this.index + 1)) this.advance();
  }

  /** Moves past the token; returns where it ended. */
  expect(kind: Token, what: string): number {
    if (this.kind !== kind) this.fail(`expected ${what}`);
    const end = this.end;
    this.advance();
    return end;
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) this.fail(`expected '${word}'`);
  }

  /** A closing bracket; says which opening one is missing it. */
  expectClosing(kind: Token, bracket: string, opened: number): number {
    if (this.kind === kind) return this.expect(kind, bracket);
    return this.fail(`expected ${bracket} for the bracket of line ${this.file.position(opened).line}`);
  }

  /** Any name; the words `true`, `false` and `null` too where a name is all that can stand. */
  identifier(what: string, keywords = false): Identifier {
    const named = this.kind === Token.Identifier || (keywords && this.kind >= Token.True && this.kind <= Token.Null);
    if (!named) this.fail(`expected ${what}`);
    const node: Identifier = { kind: 'identifier', start: this.start, end: this.end, name: this.word };
    this.advance();
    return node;
  }

  /** Starts a nested expression or type; give what it returns to `leave`. */
  enter(): number {
    if (++this.depth > MAX_DEPTH) throw new Failure(`nested more than ${MAX_DEPTH} levels deep`, this.index);
    const outer = this.links;
    this.links = 0;
    return outer;
  }

  /** Ends it: the links inside count for whoever links to it from outside, so that no tree grows beyond the sum. */
  leave(outer: number): void {
    this.depth--;
    if (outer > this.links) this.links = outer;
  }

  /** Counts one operator or access on top of the expression so far. */
  link(): void {
    if (++this.links > MAX_LINKS) throw new Failure(`more than ${MAX_LINKS} operators in a row`, this.index);
  }

  /** @param expectation `expected …`; what was found instead is added */
  fail(expectation: string): never {
    const reason = this.kind === Token.Error ? this.lexicalError() : `${expectation}, found ${this.found()}`;
    throw new Failure(reason, this.index);
  }

  private found(): string {
    switch (this.kind) {
      case Token.EndOfFile:
        return 'the end of the file';
      case Token.NewLine:
        return 'the end of the line';
      case Token.StringMiddle:
      case Token.StringEnd:
        return "the '}' of a string";
      default:
        return this.excerpt();
    }
  }

  private lexicalError(): string {
    const text = this.file.text;
    switch (text.charCodeAt(this.start)) {
      case Code.Slash:
        return 'a comment that starts with /* is not closed';
      case Code.Quote:
      case Code.RightBrace:
        return text.startsWith("'''", this.start) ? 'the multi-line string is not closed' : 'a string is not closed';
      case Code.Dollar:
        return this.excerpt().includes("'") ? 'the multi-line string is not closed' : this.unexpected();
      default:
        return this.start === this.end ? 'a string is not closed' : this.unexpected();
    }
  }

  private unexpected(): string {
    return `unexpected ${this.excerpt()}${this.word === '"' ? ': strings stand in single quotes' : ''}`;
  }

  private excerpt(): string {
    const written = this.file.text.slice(this.start, Math.min(this.end, this.start + 30)).split('\n', 1)[0] ?? '';
    const shown = written.replace(/[^\x20-\x7e]/g, '?');
    return `"${shown}${this.end - this.start > written.length ? '…' : ''}"`;
  }
}
