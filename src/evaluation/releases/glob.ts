/** Patterns of file names, matched in time that is bounded whatever the pattern: patterns come from pull requests. */

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'some' }
  /** Across folders. */
  | { readonly kind: 'any' }
  | { readonly kind: 'class'; readonly has: (char: string) => boolean };

/** Longer patterns, and those that stand for more alternatives, match nothing. */
const LONGEST = 500;
const MOST_ALTERNATIVES = 50;

/**
 * @param crosses whether a star matches slashes too
 */
export function globMatcher(pattern: string, crosses = false): (path: string) => boolean {
  if (pattern.length > LONGEST) return () => false;
  const alternatives = alternativesOf(pattern).map((each) => {
    const tokens = tokensOf(each, crosses);
    const isOpen = ({ kind }: Token): boolean => kind !== 'text';
    const first = tokens.findIndex(isOpen);
    const start = textOf(first < 0 ? tokens : tokens.slice(0, first));
    return { tokens, start, end: textOf(tokens.slice(tokens.findLastIndex(isOpen) + 1)) };
  });
  return (path) =>
    alternatives.some(
      // Nearly all paths of a tree begin or end otherwise.
      ({ tokens, start, end }) => path.startsWith(start) && path.endsWith(end) && matches(tokens, path),
    );
}

/** What tokens say that match themselves alone. */
function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('');
}

/** `{a,b}.yaml` -> `a.yaml`, `b.yaml`. */
function alternativesOf(pattern: string): readonly string[] {
  const done: string[] = [];
  const pending = [pattern];
  for (let each = pending.shift(); each !== undefined && done.length < MOST_ALTERNATIVES; each = pending.shift()) {
    const found = /^([^{]*)\{([^{}]*)\}(.*)$/s.exec(each);
    if (!found) {
      done.push(each);
      continue;
    }
    const [, before = '', inner = '', after = ''] = found;
    if (pending.length > MOST_ALTERNATIVES) return done;
    for (const choice of inner.split(',')) pending.push(`${before}${choice}${after}`);
  }
  return done;
}

function tokensOf(pattern: string, crosses: boolean): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '*') {
      const deep = pattern[at + 1] === '*';
      while (pattern[at + 1] === '*') at++;
      // `**/` is any number of folders, none too.
      if (deep && pattern[at + 1] === '/' && (tokens.length === 0 || endsFolder(tokens))) at++;
      tokens.push({ kind: deep || crosses ? 'any' : 'some' });
    } else if (char === '?') tokens.push({ kind: 'one' });
    else if (char === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) tokens.push({ kind: 'text', text: char });
      else tokens.push({ kind: 'class', has: classOf(pattern.slice(at + 1, close)) });
      if (close >= 0) at = close;
    } else {
      if (char === '\\') at++;
      tokens.push({ kind: 'text', text: pattern[at] ?? '\\' });
    }
  }
  return tokens;
}

function endsFolder(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last?.kind === 'text' && last.text === '/';
}

function classOf(text: string): (char: string) => boolean {
  const negated = /^[!^]/.test(text);
  const set = negated ? text.slice(1) : text;
  const inside = (char: string): boolean => {
    for (let at = 0; at < set.length; at++) {
      if (set[at + 1] === '-' && at + 2 < set.length) {
        if (char >= (set[at] ?? '') && char <= (set[at + 2] ?? '')) return true;
        at += 2;
      } else if (set[at] === char) return true;
    }
    return false;
  };
  return (char) => char !== '/' && inside(char) !== negated;
}

/** Which places in the pattern can have been reached after each character. */
function matches(tokens: readonly Token[], path: string): boolean {
  let reached = closure(new Set([0]), tokens);
  for (const char of path) {
    const next = new Set<number>();
    for (const place of reached) {
      const token = tokens[place];
      if (!token) continue;
      const repeats = token.kind === 'any' || (token.kind === 'some' && char !== '/');
      if (repeats) next.add(place);
      else if (fits(token, char)) next.add(place + 1);
    }
    if (next.size === 0) return false;
    reached = closure(next, tokens);
  }
  return reached.has(tokens.length);
}

function closure(places: Set<number>, tokens: readonly Token[]): Set<number> {
  for (const place of places) {
    const kind = tokens[place]?.kind;
    if (kind === 'some' || kind === 'any') places.add(place + 1);
  }
  return places;
}

function fits(token: Token, char: string): boolean {
  switch (token.kind) {
    case 'text':
      return token.text === char;
    case 'one':
      return char !== '/';
    case 'class':
      return token.has(char);
    case 'some':
    case 'any':
      return false;
  }
}
