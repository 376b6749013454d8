/** `<<-`: takes the indentation that all lines of a heredoc share. */
import type { TemplateToken } from './template-tokens.js';

/**
 * Lines of white space only do not count, and stay as they are; a line that starts with a sequence has no indentation.
 * The rule is that of hashicorp/hcl (`flushHeredocTemplateParts`).
 */
export function stripIndentation(tokens: readonly TemplateToken[]): TemplateToken[] {
  const starts = tokens.map((_, index) => startsLine(tokens, index));
  let shared = Infinity;
  tokens.forEach((token, index) => {
    if (starts[index]) shared = Math.min(shared, indentation(token));
  });
  return tokens.map((token, index) => {
    if (!starts[index] || token.kind !== 'text' || indentation(token) === Infinity) return token;
    return { ...token, value: token.value.slice(shared) };
  });
}

function startsLine(tokens: readonly TemplateToken[], index: number): boolean {
  const before = tokens[index - 1];
  return !before || (before.kind === 'text' && before.value.endsWith('\n'));
}

function indentation(token: TemplateToken): number {
  if (token.kind !== 'text') return 0;
  const trimmed = token.value.trimStart();
  if (trimmed === '' && token.value.endsWith('\n')) return Infinity;
  return token.value.length - trimmed.length;
}
