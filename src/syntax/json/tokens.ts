/** The tokens of a JSON text, by jsonc-parser's scanner: its own parser is recursive and would overflow on deep nesting. */
import { createScanner } from 'jsonc-parser';
import type { Scalar } from '../value.js';

/** jsonc-parser declares these as constant enums, which can't be imported one file at a time. */
const KIND = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  end: 17,
} as const;
const NO_ERROR = 0;
const UNEXPECTED_END_OF_STRING = 2;
const INVALID_CHARACTER = 6;

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'end' }
  | { readonly kind: 'scalar'; readonly value: Scalar['value'] }
  | { readonly kind: 'error'; readonly text: string }
);

/** All tokens, the last one is `end` or an `error`; comments are left out. */
export function* tokensOf(text: string): Generator<Token, void> {
  const scanner = createScanner(text, true);
  for (;;) {
    const kind: number = scanner.scan();
    const start = scanner.getTokenOffset();
    const end = scanner.getPosition();
    switch (kind) {
      case KIND.openBrace:
        yield { kind: '{', start, end };
        break;
      case KIND.closeBrace:
        yield { kind: '}', start, end };
        break;
      case KIND.openBracket:
        yield { kind: '[', start, end };
        break;
      case KIND.closeBracket:
        yield { kind: ']', start, end };
        break;
      case KIND.comma:
        yield { kind: ',', start, end };
        break;
      case KIND.colon:
        yield { kind: ':', start, end };
        break;
      case KIND.null:
        yield { kind: 'scalar', value: null, start, end };
        break;
      case KIND.true:
      case KIND.false:
        yield { kind: 'scalar', value: kind === KIND.true, start, end };
        break;
      case KIND.number:
        yield { kind: 'scalar', value: Number(scanner.getTokenValue()), start, end };
        break;
      case KIND.string: {
        const error: number = scanner.getTokenError();
        if (error === NO_ERROR || error === INVALID_CHARACTER) {
          // A raw tab inside of text is no JSON, and read by everything that deploys templates.
          yield { kind: 'scalar', value: scanner.getTokenValue(), start, end };
          break;
        }
        const long = error === UNEXPECTED_END_OF_STRING ? longText(text, start) : undefined;
        if (!long) {
          yield { kind: 'error', text: 'text that is not closed, or an escape that JSON does not know', start, end };
          return;
        }
        scanner.setPosition(long.end);
        yield { kind: 'scalar', value: long.value, start, end: long.end };
        break;
      }
      case KIND.end:
        yield { kind: 'end', start: text.length, end: text.length };
        return;
      default:
        yield {
          kind: 'error',
          text: `unexpected ${JSON.stringify(/^(?:[\w.-]{1,40}|.)/s.exec(text.slice(start, start + 40))?.[0] ?? '')}`,
          start,
          end,
        };
        return;
    }
  }
}

/** Text that goes over several lines: Azure CLI and PowerShell accept it in templates. */
function longText(text: string, start: number): { value: string; end: number } | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') {
      // A raw line break or tab becomes its escape.
      const escaped = text.slice(start, at + 1).replace(/[\u0000-\u001f]/g, (raw) => JSON.stringify(raw).slice(1, -1));
      try {
        return { value: JSON.parse(escaped) as string, end: at + 1 };
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}
