/** The words that declarations start with, as recovery needs to know them. */
import { Token, type TokenList } from './tokens.js';

/** Whether a declaration starts at a token: its keyword, and what has to follow it. */
export function startsDeclaration(text: string, tokens: TokenList, index: number): boolean {
  if (tokens.kind(index) !== Token.Identifier) return false;
  const next = tokens.kind(index + 1);
  const string = next === Token.String || next === Token.StringStart;
  switch (text.slice(tokens.start(index), tokens.end(index))) {
    case 'param':
    case 'var':
    case 'resource':
    case 'module':
    case 'output':
    case 'type':
    case 'func':
    case 'metadata':
    case 'assert':
    case 'test':
    case 'extensionConfig':
      return next === Token.Identifier;
    case 'extension':
    case 'provider':
    case 'using':
      return next === Token.Identifier || string;
    case 'extends':
      return string;
    case 'import':
      return next === Token.LeftBrace || next === Token.Asterisk || string;
    case 'targetScope':
      return next === Token.Assign;
    default:
      return false;
  }
}
