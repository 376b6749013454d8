/** JSON with comments and trailing commas, as ARM templates are written, -> a positioned value. */
import type { Parsed } from '../problem.js';
import type { SourceFile } from '../source.js';
import { list, literal, mapping, scalar } from '../value.js';
import type { Entry, Value } from '../value.js';
import { tokensOf } from './tokens.js';
import type { Token } from './tokens.js';

/** Nested objects and arrays. Real templates stay below 60. */
const DEPTH = 500;

type Frame = { readonly start: number } & (
  | { readonly kind: 'map'; readonly entries: Entry[]; key: Token | undefined }
  | { readonly kind: 'list'; readonly items: Value[] }
);

/** What may come next. */
type State = 'value' | 'item' | 'key' | 'colon' | 'separator' | 'end';

const EXPECTED: Readonly<Record<State, string>> = {
  value: 'a value',
  item: 'a value or "]"',
  key: 'a property name or "}"',
  colon: '":"',
  separator: '"," or the closing bracket',
  end: 'the end of the file',
};

/**
 * The value of a JSON file; `undefined`, with one problem that has its line, when the file is not JSON: half a template is
 * not what would be deployed. A repeated property keeps the last entry and the others in `repeated`. Text may go over several
 * lines, as Resource Manager's tools allow.
 */
export function parseJson(file: SourceFile): Parsed<Value | undefined> {
  const stack: Frame[] = [];
  let state: State = 'value';
  let root: Value | undefined;

  const complete = (value: Value): void => {
    const top = stack.at(-1);
    if (!top) root = value;
    else if (top.kind === 'list') top.items.push(value);
    else if (top.key) top.entries.push(entryOf(file, top.key, value));
    state = top ? 'separator' : 'end';
  };

  for (const token of tokensOf(file.text)) {
    const next = step(token);
    if (next === undefined) continue;
    return {
      result: undefined,
      problems: [{ path: file.path, line: file.position(token.start).line, message: `JSON can't be read: ${next}` }],
    };
  }
  return { result: root, problems: [] };

  /** Takes one token; the reason when it can't stand here. */
  function step(token: Token): string | undefined {
    const top = stack.at(-1);
    switch (token.kind) {
      case 'error':
        return token.text;
      case 'end':
        return state === 'end' ? undefined : `expected ${EXPECTED[state]}, found the end of the file`;
      case '{':
      case '[':
        if (state !== 'value' && state !== 'item') break;
        if (stack.length === DEPTH) return `nested deeper than ${DEPTH} levels`;
        stack.push(
          token.kind === '{'
            ? { kind: 'map', start: token.start, entries: [], key: undefined }
            : { kind: 'list', start: token.start, items: [] },
        );
        state = token.kind === '{' ? 'key' : 'item';
        return undefined;
      case '}':
        if (top?.kind !== 'map' || (state !== 'key' && state !== 'separator')) break;
        stack.pop();
        complete(mapping(top.entries, literal({ file, start: top.start, end: token.end })));
        return undefined;
      case ']':
        if (top?.kind !== 'list' || (state !== 'item' && state !== 'separator')) break;
        stack.pop();
        complete(list(top.items, literal({ file, start: top.start, end: token.end })));
        return undefined;
      case ':':
        if (state !== 'colon') break;
        state = 'value';
        return undefined;
      case ',':
        if (state !== 'separator') break;
        state = top?.kind === 'map' ? 'key' : 'item';
        return undefined;
      case 'scalar':
        if (state === 'key' && top?.kind === 'map' && typeof token.value === 'string') {
          top.key = token;
          state = 'colon';
          return undefined;
        }
        if (state !== 'value' && state !== 'item') break;
        complete(scalar(token.value, literal({ file, start: token.start, end: token.end })));
        return undefined;
    }
    return `expected ${EXPECTED[state]}, found ${JSON.stringify(file.text.slice(token.start, Math.min(token.end, token.start + 40)))}`;
  }
}

function entryOf(file: SourceFile, key: Token, value: Value): Entry {
  return {
    key: String(key.kind === 'scalar' ? key.value : ''),
    keySpan: { file, start: key.start, end: key.end },
    value,
  };
}
