/** Go template text -> nodes. */
import type { Body, ParsedTemplate, Pipeline, TemplateNode } from './nodes.js';
import type { Segment } from './lexer.js';
import { SyntaxFault, segments } from './lexer.js';
import type { Reader } from './pipeline.js';
import { expectEnd, parsePipeline, readerOf, skipSpace, take, takeWord } from './pipeline.js';

const MAX_NESTING = 100;

interface State {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly definitions: { name: string; body: Body }[];
  at: number;
  depth: number;
}

/** What ended a body: `end`, `else` (its reader stands behind the word), or the text. */
type Stop =
  { readonly kind: 'end' | 'text' } | { readonly kind: 'else'; readonly reader: Reader; readonly start: number };

/** @throws SyntaxFault for what Go refuses, too */
export function parseTemplate(text: string): ParsedTemplate {
  const state: State = { text, segments: segments(text), definitions: [], at: 0, depth: 0 };
  const { body, stop } = parseBody(state);
  if (stop.kind !== 'text')
    throw new SyntaxFault('unexpected {{end}} or {{else}}', state.segments[state.at - 1]?.start ?? 0);
  return { body, definitions: state.definitions };
}

function parseBody(state: State): { readonly body: Body; readonly stop: Stop } {
  if (++state.depth > MAX_NESTING) throw new SyntaxFault('blocks nest too deep', state.segments[state.at]?.start ?? 0);
  const body: TemplateNode[] = [];
  for (;;) {
    const segment = state.segments[state.at++];
    if (!segment || segment.kind === 'text') {
      if (segment) {
        body.push(segment);
        continue;
      }
      state.depth--;
      return { body, stop: { kind: 'text' } };
    }
    const reader = readerOf(state.text, segment.inner);
    const ending = takeWord(reader, ['end', 'else']);
    if (ending !== undefined) {
      state.depth--;
      return { body, stop: ending === 'end' ? { kind: 'end' } : { kind: 'else', reader, start: segment.start } };
    }
    const node = parseAction(state, segment, reader);
    if (node) body.push(node);
  }
}

const KEYWORDS = ['if', 'with', 'range', 'template', 'define', 'block', 'break', 'continue'];

function parseAction(state: State, segment: Segment, reader: Reader): TemplateNode | undefined {
  const { start, end } = segment;
  const from = reader.at;
  const word = takeWord(reader, KEYWORDS);
  switch (word) {
    case 'if':
    case 'with':
    case 'range':
      return parseBranch(state, word, reader, start);
    case 'define': {
      const name = nameOf(reader);
      expectEnd(reader);
      state.definitions.push({ name, body: parseClosed(state, start) });
      return undefined;
    }
    case 'block': {
      const name = nameOf(reader);
      const pipeline = parsePipeline(reader, 'end');
      state.definitions.push({ name, body: parseClosed(state, start) });
      return { kind: 'template', name, pipeline, start, end };
    }
    case 'template': {
      const name = nameOf(reader);
      skipSpace(reader);
      const pipeline = reader.tokens[reader.at]?.kind === 'end' ? undefined : parsePipeline(reader, 'end');
      return { kind: 'template', name, pipeline, start, end };
    }
    case 'break':
    case 'continue':
      expectEnd(reader);
      return { kind: word, start, end };
    default:
      reader.at = from;
      return { kind: 'action', pipeline: parsePipeline(reader, 'end'), start, end };
  }
}

function parseBranch(state: State, kind: 'if' | 'with' | 'range', reader: Reader, start: number): TemplateNode {
  const pipeline: Pipeline = parsePipeline(reader, 'end');
  const { body, stop } = parseBody(state);
  let otherwise: Body = [];
  if (stop.kind === 'text') throw new SyntaxFault(`{{${kind}}} without {{end}}`, start);
  if (stop.kind === 'else') {
    const chained = kind === 'range' ? undefined : takeWord(stop.reader, [kind]);
    if (chained !== undefined) {
      if (++state.depth > MAX_NESTING) throw new SyntaxFault('blocks nest too deep', start);
      otherwise = [parseBranch(state, kind, stop.reader, stop.start)];
      state.depth--;
    } else {
      expectEnd(stop.reader);
      otherwise = parseClosed(state, start);
    }
  }
  return { kind, pipeline, body, otherwise, start, end: state.segments[state.at - 1]?.end ?? start };
}

function parseClosed(state: State, start: number): Body {
  const { body, stop } = parseBody(state);
  if (stop.kind !== 'end') throw new SyntaxFault('a block is not closed by {{end}}', start);
  return body;
}

function nameOf(reader: Reader): string {
  skipSpace(reader);
  const token = take(reader);
  if (token.kind !== 'string') throw new SyntaxFault('a template name is expected', token.start);
  return token.text;
}
