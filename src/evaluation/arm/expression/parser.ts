import type { Expression, Template } from './ast.js';
import { tokens } from './lexer.js';
import type { Token } from './lexer.js';

const maximumDepth = 100;

class Unreadable extends Error {}

/**
 * Reads the text of a JSON string of a template. An expression starts with `[` and ends with `]`; `[[` at the start
 * stands for a literal bracket. Never throws: what is not an expression is `broken` with a message.
 *
 * Source: Azure Resource Manager, "Template syntax: expressions" (escape characters).
 */
export function parseTemplate(text: string): Template {
  if (!text.startsWith('[') || !text.endsWith(']')) return { kind: 'text', text };
  if (text.startsWith('[[')) return { kind: 'text', text: text.slice(1) };
  try {
    return { kind: 'expression', expression: parse(tokens(text, 1, text.length - 1)) };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'broken', message: error.message };
    throw error;
  }
}

function parse(all: readonly Token[]): Expression {
  let at = 0;
  let depth = 0;
  const end: Token = all.at(-1) ?? { kind: 'end', text: '', start: 0, end: 0 };
  const peek = (): Token => all[at] ?? end;
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const fail = (wanted: string): never => {
    const token = peek();
    const got = token.kind === 'end' ? 'the end' : `'${token.text.slice(0, 40)}'`;
    throw new Unreadable(`expected ${wanted} but found ${got} at character ${token.start + 1} of the expression`);
  };
  const isSymbol = (text: string): boolean => peek().kind === 'symbol' && peek().text === text;
  const expect = (text: string): Token => (isSymbol(text) ? take() : fail(`'${text}'`));

  const expression = (): Expression => {
    depth += 1;
    if (depth > maximumDepth) throw new Unreadable(`nested deeper than ${maximumDepth} levels`);
    let result = primary();
    for (;;) {
      if (isSymbol('.')) {
        take();
        const property = peek().kind === 'name' ? take() : fail('a property name');
        result = { kind: 'property', target: result, name: property.text, start: result.start, end: property.end };
      } else if (isSymbol('[')) {
        take();
        const index = expression();
        result = { kind: 'index', target: result, index, start: result.start, end: expect(']').end };
      } else {
        depth -= 1;
        return result;
      }
    }
  };

  const primary = (): Expression => {
    const token = peek();
    switch (token.kind) {
      case 'string':
        return literal(take(), token.text);
      case 'number':
        return literal(take(), Number(token.text));
      case 'name':
        return named(take());
      case 'symbol':
      case 'end':
      case 'unknown':
        return fail('a value');
    }
  };

  const named = (first: Token): Expression => {
    if (isSymbol('.') && all[at + 1]?.kind === 'name' && all[at + 2]?.text === '(') {
      take();
      return call(first, first.text, take().text);
    }
    if (isSymbol('(')) return call(first, undefined, first.text);
    if (first.text === 'true' || first.text === 'false') return literal(first, first.text === 'true');
    if (first.text === 'null') return literal(first, null);
    return fail(`'(' after ${first.text}`);
  };

  const call = (first: Token, namespace: string | undefined, name: string): Expression => {
    expect('(');
    const list: Expression[] = [];
    while (!isSymbol(')')) {
      if (list.length > 0) expect(',');
      list.push(expression());
    }
    return { kind: 'call', namespace, name, arguments: list, start: first.start, end: take().end };
  };

  const result = expression();
  return peek().kind === 'end' ? result : fail('the end');
}

function literal(token: Token, value: string | number | boolean | null): Expression {
  return { kind: 'literal', value, start: token.start, end: token.end };
}
