/** Finds the block or object of a text that a mapping was read from. */
import type { Mapping, Origin } from '../value.js';
import type { HclBlock, HclBody, HclExpression, HclObject, HclTemplatePart, Node } from './ast.js';
import { parseHcl } from './parser.js';

/**
 * The place that a mapping stands at, or the one that it was copied from without change. `undefined` when it was
 * computed, or comes from something that is no block and no object.
 */
export function locateContainer(mapping: Mapping): HclBlock | { object: HclObject; body: HclBody } | undefined {
  for (let origin: Origin | undefined = mapping.origin; origin; origin = only(origin.from)) {
    const { file, start, end } = origin.span;
    const body = parseHcl(file).result;
    const node = findNode(body, start, end);
    if (node) return node.kind === 'block' ? node : { object: node, body };
  }
  return undefined;
}

function only(origins: readonly Origin[]): Origin | undefined {
  return origins.length === 1 ? origins[0] : undefined;
}

/** Walks with a list of its own: an expression can be a chain that is deeper than the stack. */
function findNode(body: HclBody, start: number, end: number): HclBlock | HclObject | undefined {
  const holds = (node: Node): boolean => node.start <= start && end <= node.end;
  const open: (HclBlock | HclExpression)[] = inside(body).filter(holds);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.start === start && node.end === end && (node.kind === 'block' || node.kind === 'object')) return node;
    for (const part of node.kind === 'block' ? inside(node.body) : parts(node)) if (holds(part)) open.push(part);
  }
  return undefined;
}

function inside(body: HclBody): (HclBlock | HclExpression)[] {
  return [...body.blocks, ...body.attributes.map(({ expression }) => expression)];
}

function parts(expression: HclExpression): HclExpression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'splat-item':
      return [];
    case 'template':
      return expression.parts.flatMap(templateParts);
    case 'get':
      return [expression.object];
    case 'index':
      return [expression.object, expression.key];
    case 'splat':
      return [expression.source, expression.each];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'call':
      return [...expression.arguments];
    case 'tuple':
      return [...expression.items];
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'for':
      return [expression.collection, expression.resultKey, expression.result, expression.condition].filter(
        (part) => part !== undefined,
      );
  }
}

function templateParts(part: HclTemplatePart): HclExpression[] {
  switch (part.kind) {
    case 'text':
      return [];
    case 'interpolation':
      return [part.expression];
    case 'if':
      return [part.condition, ...part.then.flatMap(templateParts), ...part.otherwise.flatMap(templateParts)];
    case 'for':
      return [part.collection, ...part.parts.flatMap(templateParts)];
  }
}
