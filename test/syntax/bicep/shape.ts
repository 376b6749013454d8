/** The syntax tree of Bicep as one line of text, with a bracket around everything that belongs together. */
import type {
  Declaration,
  Decorator,
  Expression,
  IfBody,
  ObjectMember,
  Spread,
  TypeExpression,
  TypeProperty,
} from '../../../src/syntax/bicep/ast.js';
import { parseBicep } from '../../../src/syntax/bicep/parser.js';
import { SourceFile } from '../../../src/syntax/source.js';

export function parse(text: string, path = 'main.bicep'): ReturnType<typeof parseBicep> {
  return parseBicep(new SourceFile(path, text));
}

/** The shape of an expression; fails the test when it can't be read. */
export function shapeOf(expression: string): string {
  const { result, problems } = parse(`var x = ${expression}\n`);
  expect(problems).toEqual([]);
  const [declaration, ...others] = result.declarations;
  expect(others).toEqual([]);
  if (declaration?.kind !== 'var') throw new Error('no variable');
  return shape(declaration.value);
}

/** The shape of a type. */
export function typeShapeOf(type: string): string {
  const { result, problems } = parse(`type x = ${type}\n`);
  expect(problems).toEqual([]);
  const [declaration, ...others] = result.declarations;
  expect(others).toEqual([]);
  if (declaration?.kind !== 'type') throw new Error('no type');
  return typeShape(declaration.value);
}

/** The shapes of all declarations of a file, a line each. */
export function programShape(text: string, path?: string): string {
  const { result, problems } = parse(text, path);
  expect(problems).toEqual([]);
  return result.declarations.map(declarationShape).join('\n');
}

export function declarationShape(node: Declaration): string {
  const before = node.decorators.map(decoratorShape).join('');
  switch (node.kind) {
    case 'targetScope':
      return `${before}targetScope ${shape(node.value)}`;
    case 'metadata':
    case 'assert':
    case 'param-assignment':
      return `${before}${node.kind} ${node.name.name} = ${shape(node.value)}`;
    case 'param':
      return `${before}param ${node.name.name}: ${typeShape(node.type)}${node.default ? ` = ${shape(node.default)}` : ''}`;
    case 'var':
      return `${before}var ${node.name.name}${node.type ? `: ${typeShape(node.type)}` : ''} = ${shape(node.value)}`;
    case 'output':
      return `${before}output ${node.name.name}: ${typeShape(node.type)} = ${shape(node.value)}`;
    case 'resource':
      return `${before}${node.existing ? 'existing ' : ''}resource ${node.name.name} ${shape(node.type)} = ${shape(node.body)}`;
    case 'module':
    case 'test':
      return `${before}${node.kind} ${node.name.name} ${shape(node.path)} = ${shape(node.body)}`;
    case 'type':
      return `${before}type ${node.name.name} = ${typeShape(node.value)}`;
    case 'func': {
      const parameters = node.parameters.map(({ name, type }) => `${name.name}: ${typeShape(type)}`).join(', ');
      return `${before}func ${node.name.name}(${parameters}): ${typeShape(node.returns)} => ${shape(node.body)}`;
    }
    case 'import': {
      const { symbols } = node;
      const what =
        'kind' in symbols
          ? `* as ${symbols.alias.name}`
          : symbols.map(({ name, alias }) => shape(name) + (alias ? ` as ${alias.name}` : '')).join(', ');
      return `${before}import ${what} from ${shape(node.path)}`;
    }
    case 'extension': {
      const config = node.config ? ` with ${shape(node.config)}` : '';
      return `${before}extension ${shape(node.specification)}${config}${node.alias ? ` as ${node.alias.name}` : ''}`;
    }
    case 'extensionConfig':
      return `${before}extensionConfig ${node.alias.name} with ${shape(node.config)}`;
    case 'using':
      return `${before}using ${node.path ? shape(node.path) : 'none'}${node.config ? ` with ${shape(node.config)}` : ''}`;
    case 'extends':
      return `${before}extends ${shape(node.path)}`;
    case 'broken':
      return `broken ${node.keyword ?? '?'} ${node.name?.name ?? '?'}`;
  }
}

function decoratorShape({ call }: Decorator): string {
  return `@${shape(call)} `;
}

type Shaped = Expression | Spread | IfBody | ObjectMember | { readonly kind: 'identifier'; readonly name: string };

export function shape(node: Shaped): string {
  switch (node.kind) {
    case 'identifier':
    case 'reference':
      return node.name;
    case 'string':
      return JSON.stringify(node.value);
    case 'interpolation': {
      const parts = node.texts.flatMap((text, at) => {
        const expression = node.expressions[at];
        return expression ? [JSON.stringify(text), shape(expression)] : [JSON.stringify(text)];
      });
      return `<${parts.join(' ')}>`;
    }
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'object':
      return `{${node.members.map(shape).join(', ')}}`;
    case 'property':
      return `${shape(node.key)}: ${shape(node.value)}`;
    case 'spread':
      return `...${shape(node.expression)}`;
    case 'resource':
      return declarationShape(node);
    case 'array':
      return `[${node.items.map(shape).join(', ')}]`;
    case 'for': {
      const variables = node.index ? `(${node.item.name}, ${node.index.name})` : node.item.name;
      return `[for ${variables} in ${shape(node.iterable)}: ${shape(node.body)}]`;
    }
    case 'if':
      return `if ${shape(node.condition)} ${shape(node.body)}`;
    case 'member':
      return `(${shape(node.target)}${node.safe ? '.?' : '.'}${node.name.name})`;
    case 'index':
      return `(${shape(node.target)}[${node.safe ? '?' : ''}${node.fromEnd ? '^' : ''}${shape(node.index)}])`;
    case 'nested':
      return `(${shape(node.target)}::${node.name.name})`;
    case 'call': {
      const name = node.target ? `${shape(node.target)}.${node.name.name}` : node.name.name;
      return `${name}(${node.arguments.map(shape).join(', ')})`;
    }
    case 'non-null':
      return `(${shape(node.operand)}!)`;
    case 'unary':
      return `(${node.operator}${shape(node.operand)})`;
    case 'binary':
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
    case 'conditional':
      return `(${shape(node.condition)} ? ${shape(node.then)} : ${shape(node.otherwise)})`;
    case 'lambda':
      return `(${node.parameters.map(({ name }) => name).join(', ')}) => ${shape(node.body)}`;
    case 'parenthesized':
      return `paren${shape(node.expression)}`;
  }
}

export function typeShape(node: TypeExpression): string {
  switch (node.kind) {
    case 'type-name':
      return node.name;
    case 'type-literal':
      return JSON.stringify(node.value);
    case 'type-member':
      return `(${typeShape(node.target)}.${node.name.name})`;
    case 'type-index':
      return `(${typeShape(node.target)}[${node.index}])`;
    case 'type-items':
      return `(${typeShape(node.target)}[*])`;
    case 'type-additional':
      return `(${typeShape(node.target)}.*)`;
    case 'type-call': {
      const name = node.target ? `${typeShape(node.target)}.${node.name.name}` : node.name.name;
      return `${name}<${node.arguments.map(typeShape).join(', ')}>`;
    }
    case 'array-type':
      return `(${typeShape(node.item)}[])`;
    case 'tuple-type':
      return `[${node.items.map(({ decorators, type }) => decorators.map(decoratorShape).join('') + typeShape(type)).join(', ')}]`;
    case 'object-type': {
      const additional = node.additional ? [`*: ${typeShape(node.additional)}`] : [];
      return `{${[...node.properties.map(typePropertyShape), ...additional].join(', ')}}`;
    }
    case 'union-type':
      return `(${node.members.map(typeShape).join(' | ')})`;
    case 'nullable-type':
      return `(${typeShape(node.type)}?)`;
    case 'non-nullable-type':
      return `(${typeShape(node.type)}!)`;
    case 'resource-type':
      return `resource ${node.type ? shape(node.type) : 'any'}`;
  }
}

function typePropertyShape({ decorators, key, type }: TypeProperty): string {
  return `${decorators.map(decoratorShape).join('')}${shape(key)}: ${typeShape(type)}`;
}
