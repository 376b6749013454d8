export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'symbol' | 'end' | 'unknown';
  /** The decoded text of a string, the characters of everything else. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const blank = /\s+/y;
const name = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /'((?:[^']|'')*)'/y;

/** The tokens of an expression between its brackets, `end` last. An apostrophe in a string is written twice. */
export function tokens(text: string, from: number, to: number): readonly Token[] {
  const found: Token[] = [];
  let at = from;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const result = pattern.exec(text);
    return result && at + result[0].length <= to ? result : undefined;
  };
  const push = (kind: Token['kind'], length: number, value: string): void => {
    found.push({ kind, text: value, start: at, end: at + length });
    at += length;
  };
  while (at < to) {
    const gap = match(blank);
    if (gap) {
      at += gap[0].length;
      continue;
    }
    const word = match(name);
    const digits = word ? undefined : match(number);
    const quoted = word || digits ? undefined : match(string);
    if (word) push('name', word[0].length, word[0]);
    else if (digits) push('number', digits[0].length, digits[0]);
    else if (quoted) push('string', quoted[0].length, (quoted[1] ?? '').replaceAll("''", "'"));
    else push('()[],.'.includes(text[at] ?? '') ? 'symbol' : 'unknown', 1, text[at] ?? '');
  }
  found.push({ kind: 'end', text: '', start: to, end: to });
  return found;
}
