/** Decorators, in front of declarations, of properties of types and of items of tuple types. */
import type { Call, Decorator, Expression } from './ast.js';
import type { Cursor } from './cursor.js';
import { parseCall } from './expression-parser.js';
import { Token } from './tokens.js';

const NONE: readonly Decorator[] = [];

/** All decorators at the cursor, each on lines of its own. */
export function parseDecorators(c: Cursor): readonly Decorator[] {
  if (!c.at(Token.At)) return NONE;
  const decorators: Decorator[] = [];
  while (c.at(Token.At)) {
    const start = c.start;
    c.advance();
    const call = parseDecoratorCall(c);
    decorators.push({ kind: 'decorator', start, end: call.end, call });
    c.expect(Token.NewLine, 'a line break after the decorator');
  }
  return decorators;
}

/** `name(…)` or `namespace.name(…)`. */
function parseDecoratorCall(c: Cursor): Call {
  let target: Expression | undefined;
  for (;;) {
    const name = c.identifier('the name of a decorator');
    if (c.at(Token.LeftParen)) return parseCall(c, target, name);
    target = target
      ? { kind: 'member', start: target.start, end: name.end, target, name, safe: false }
      : { kind: 'reference', start: name.start, end: name.end, name: name.name };
    c.link();
    c.expect(Token.Dot, "'(' and the arguments of the decorator");
  }
}
