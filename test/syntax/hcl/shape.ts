import type { HclBody, HclExpression, HclTemplatePart } from '../../../src/syntax/hcl/ast.js';
import { parseHcl } from '../../../src/syntax/hcl/parser.js';
import type { Problem } from '../../../src/syntax/problem.js';
import { SourceFile } from '../../../src/syntax/source.js';

/** An expression in one line, fully bracketed, so that a test can read what was grouped with what. */
export function shape(expression: HclExpression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'template':
      return `\`${parts(expression.parts)}\``;
    case 'variable':
      return expression.name;
    case 'get':
      return `${shape(expression.object)}.${expression.name.text}`;
    case 'index':
      return `${shape(expression.object)}[${shape(expression.key)}]`;
    case 'splat':
      return `${shape(expression.source)}*(${shape(expression.each)})`;
    case 'splat-item':
      return '@';
    case 'unary':
      return `(${expression.operator}${shape(expression.operand)})`;
    case 'binary':
      return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
    case 'conditional':
      return `(${shape(expression.condition)} ? ${shape(expression.then)} : ${shape(expression.otherwise)})`;
    case 'call':
      return `${expression.name.text}(${expression.arguments.map(shape).join(', ')}${expression.expand ? '...' : ''})`;
    case 'tuple':
      return `[${expression.items.map(shape).join(', ')}]`;
    case 'object':
      return `{${expression.items.map(({ key, value }) => `${shape(key)}: ${shape(value)}`).join(', ')}}`;
    case 'for': {
      const { key, value, collection, resultKey, result, group, condition } = expression;
      const names = key === undefined ? value : `${key}, ${value}`;
      const made = `${resultKey ? `${shape(resultKey)} => ` : ''}${shape(result)}${group ? '...' : ''}`;
      return `<for ${names} in ${shape(collection)}: ${made}${condition ? ` if ${shape(condition)}` : ''}>`;
    }
  }
}

function parts(list: readonly HclTemplatePart[]): string {
  return list
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.value;
        case 'interpolation':
          return `\${${shape(part.expression)}}`;
        case 'if':
          return `%{if ${shape(part.condition)}}${parts(part.then)}%{else}${parts(part.otherwise)}%{end}`;
        case 'for':
          return `%{for ${part.key ?? '-'}, ${part.value} in ${shape(part.collection)}}${parts(part.parts)}%{end}`;
      }
    })
    .join('');
}

/** Attributes and blocks of a body in the order of the text: `a = 1`, `type.label { … }`. */
export function outline(body: HclBody): string[] {
  return [
    ...body.attributes.map(({ start, name, expression }) => ({ start, text: `${name.text} = ${shape(expression)}` })),
    ...body.blocks.map(({ start, type, labels, body: inner }) => ({
      start,
      text: `${[type, ...labels].map(({ text }) => text).join('.')} {${outline(inner).join('; ')}}`,
    })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text);
}

export function read(text: string): { body: HclBody; outline: string[]; problems: readonly Problem[] } {
  const { result, problems } = parseHcl(new SourceFile('main.tf', text));
  return { body: result, outline: outline(result), problems };
}
