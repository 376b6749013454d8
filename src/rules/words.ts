/** Small words that messages share. Text of the reviewed files is cut, never changed: escaping is the report's business. */
import type { Fact } from '../posture/fact.js';

/** A text of at most `longest` UTF-16 code units, cut with an ellipsis between characters. */
export function short(text: string, longest = 80): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A value as the reviewed text has it, told apart from the sentence around it. */
export function quoted(value: string): string {
  return `“${short(value)}”`;
}

/** What a fact says, for people: its value, or the expression that decides it, without the quotes around a whole text. */
export function told(fact: Fact<string>): string {
  return short(fact.known ? fact.value.trim() : fact.expression.replace(/^(['"])(.*)\1$/s, '$2'));
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(items: readonly string[], most = 3): string {
  const shown = items.slice(0, most);
  if (items.length > most) return `${shown.join(', ')} and ${items.length - most} more`;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
