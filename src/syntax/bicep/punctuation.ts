/** Operators and brackets. */
import { Code } from './scan.js';
import { Token } from './tokens.js';

/** The token of punctuation that starts with these characters; `Error` when there is none. */
export function punctuation(code: number, next: number, third: number): Token {
  switch (code) {
    case Code.LeftBrace:
      return Token.LeftBrace;
    case Code.RightBrace:
      return Token.RightBrace;
    case Code.LeftParen:
      return Token.LeftParen;
    case Code.RightParen:
      return Token.RightParen;
    case Code.LeftSquare:
      return Token.LeftSquare;
    case Code.RightSquare:
      return Token.RightSquare;
    case Code.At:
      return Token.At;
    case Code.Comma:
      return Token.Comma;
    case Code.Hat:
      return Token.Hat;
    case Code.Plus:
      return Token.Plus;
    case Code.Minus:
      return Token.Minus;
    case Code.Asterisk:
      return Token.Asterisk;
    case Code.Slash:
      return Token.Slash;
    case Code.Percent:
      return Token.Percent;
    case Code.Dot:
      return next === Code.Dot && third === Code.Dot ? Token.Ellipsis : Token.Dot;
    case Code.Colon:
      return next === Code.Colon ? Token.DoubleColon : Token.Colon;
    case Code.Question:
      return next === Code.Question ? Token.Coalesce : Token.Question;
    case Code.Pipe:
      return next === Code.Pipe ? Token.Or : Token.Pipe;
    case Code.Ampersand:
      return next === Code.Ampersand ? Token.And : Token.Error;
    case Code.Less:
      return next === Code.Assign ? Token.LessOrEqual : Token.Less;
    case Code.Greater:
      return next === Code.Assign ? Token.GreaterOrEqual : Token.Greater;
    case Code.Exclamation:
      if (next === Code.Assign) return Token.NotEqual;
      return next === Code.Tilde ? Token.NotEqualIgnoringCase : Token.Exclamation;
    case Code.Assign:
      if (next === Code.Assign) return Token.Equal;
      if (next === Code.Tilde) return Token.EqualIgnoringCase;
      return next === Code.Greater ? Token.Arrow : Token.Assign;
    default:
      return Token.Error;
  }
}

/** How many characters a token of punctuation has. */
export function widthOf(token: Token): number {
  switch (token) {
    case Token.Ellipsis:
      return 3;
    case Token.DoubleColon:
    case Token.Arrow:
    case Token.Coalesce:
    case Token.Or:
    case Token.And:
    case Token.Equal:
    case Token.NotEqual:
    case Token.EqualIgnoringCase:
    case Token.NotEqualIgnoringCase:
    case Token.LessOrEqual:
    case Token.GreaterOrEqual:
      return 2;
    default:
      return 1;
  }
}
