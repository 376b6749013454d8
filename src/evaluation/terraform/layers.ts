/**
 * A block as override files leave it. The layers are the blocks that declare it, the original first; a later one wins
 * argument by argument, and type by type for nested blocks.
 */
import type { HclAttribute, HclBlock, HclBody, HclExpression } from '../../syntax/hcl/ast.js';
import type { SourceFile, Span } from '../../syntax/source.js';
import { spanOf } from './values.js';

export interface Layered {
  readonly layers: readonly HclBody[];
}

export interface Argument {
  readonly name: string;
  readonly nameSpan: Span;
  readonly expression: HclExpression;
  readonly file: SourceFile;
}

/** The arguments that count, in the order of the text. */
export function argumentsOf({ layers }: Layered): Argument[] {
  const found = new Map<string, Argument>();
  for (const { file, attributes } of layers) {
    for (const attribute of attributes) found.set(attribute.name.text, argument(attribute, file));
  }
  return [...found.values()];
}

export function argumentOf({ layers }: Layered, name: string): Argument | undefined {
  for (const { file, attributes } of [...layers].reverse()) {
    const found = attributes.findLast((attribute) => attribute.name.text === name);
    if (found) return argument(found, file);
  }
  return undefined;
}

/** The nested blocks that count, by the type that they make. */
export function blocksOf({ layers }: Layered): Map<string, HclBlock[]> {
  const found = new Map<string, HclBlock[]>();
  for (const { blocks } of layers) {
    const here = new Map<string, HclBlock[]>();
    for (const block of blocks) here.set(madeType(block), [...(here.get(madeType(block)) ?? []), block]);
    for (const [type, list] of here) found.set(type, list);
  }
  return found;
}

/** `dynamic "x"` makes blocks of type `x`. */
function madeType({ type, labels }: HclBlock): string {
  return type.text === 'dynamic' && labels[0] ? labels[0].text : type.text;
}

function argument({ name, expression }: HclAttribute, file: SourceFile): Argument {
  return { name: name.text, nameSpan: spanOf(file, name), expression, file };
}
